import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../model/diagnostic.ts';

/** The form of a file's content; `unknown` is found out by looking at its first character. */
export type Form = 'text' | 'markdown' | 'lines' | 'json' | 'unknown';

const FORMS: Readonly<Record<string, Form>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.json': 'json',
};

/** Standard input's name. */
export const STDIN = '-';

/** A file to read. */
interface Input {
  /** As it was named, or as it was found below a folder that was named; always with `/`. */
  readonly path: string;
  readonly form: Form;
}

/** What a list of paths leads to. */
export interface Listing {
  readonly inputs: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of other formats that were passed over. */
  readonly skipped: readonly string[];
}

/** Compare by Unicode code points, which UTF-16 order is not where characters beyond U+FFFF meet U+E000..U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? (a.codePointAt(i) ?? 0) - (b.codePointAt(i) ?? 0) || x - y : x - y;
  }
  return a.length - b.length;
}

const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** The form that a file's name tells of: null if it is one that we do not read. */
function formOf(name: string): Form | null {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? null : (FORMS[name.slice(dot).toLowerCase()] ?? null);
}

/** What a failing call of the file system means to a user. */
export function failureOf(error: unknown): { readonly code: DiagnosticCode; readonly detail: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'read/no-such-path', detail: '' };
  return { code: 'read/unreadable', detail: code || (error instanceof Error ? error.message : '') };
}

function statOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

/**
 * Find the files that paths, folders and patterns lead to.
 *
 * Each file comes once, however often it is named, and in the order of the paths' code points. A path that exists is
 * that path, even if it could be read as a pattern.
 *
 * @param exclude a file that is left out, or a folder with all below it: what is being written
 */
export async function listInputs(paths: readonly string[], exclude: string | null = null): Promise<Listing> {
  const diagnostics: Diagnostic[] = [];
  const skipped = new Map<string, string>();
  const found = new Map<string, Input>();
  /** How many files the paths led to, those counted again that were known already. */
  let reached = 0;

  function add(path: string, real: string, form: Form | null): void {
    if (form === null) skipped.set(real, path);
    else {
      reached += 1;
      const known = found.get(real);
      if (!known || byCodePoint(path, known.path) < 0) found.set(real, { path, form });
    }
  }

  function fail(path: string, error: unknown): void {
    const { code, detail } = failureOf(error);
    diagnostics.push(diagnostic(code, { path }, detail || undefined));
  }

  /** Walk a folder; links to folders are not followed, for they may lead in a circle. */
  function walk(folder: string, real: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
    } catch (error) {
      fail(folder, error);
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = folder === '' ? entry.name : folder.endsWith('/') ? folder + entry.name : `${folder}/${entry.name}`;
      const place = join(real, entry.name);
      if (entry.isDirectory()) walk(path, place);
      else if (entry.isSymbolicLink()) addLink(path, place);
      else add(path, place, entry.isFile() ? formOf(entry.name) : null);
    }
  }

  function addLink(path: string, place: string): void {
    const form = formOf(basename(path));
    try {
      if (form !== null && statOf(path)?.isFile()) add(path, realpathSync(path), form);
      else if (form !== null && !statOf(path)) fail(path, Object.assign(new Error(), { code: 'ENOENT' }));
      else add(path, place, null);
    } catch (error) {
      fail(path, error);
    }
  }

  /** Add one path that was named or matched. */
  function addPath(given: string, stats: Stats, explicit: boolean): void {
    const path = slashed(given);
    // What is neither file nor folder, such as a pipe, has no other name.
    const real = stats.isFile() || stats.isDirectory() ? realpathSync(given) : resolve(given);
    if (stats.isDirectory()) {
      const folder = path.length > 1 ? path.replace(/\/+$/u, '') : path;
      walk(folder === '.' ? '' : folder, real);
      return;
    }
    const name = basename(path);
    const form = formOf(name) ?? (explicit && (!stats.isFile() || !name.slice(1).includes('.')) ? 'unknown' : null);
    if (form === null && explicit) diagnostics.push(diagnostic('read/unknown-format', { path }));
    else add(path, real, form);
  }

  for (const given of paths) {
    if (given === STDIN) {
      found.set(STDIN, { path: STDIN, form: 'unknown' });
      continue;
    }
    const before = { reached, diagnostics: diagnostics.length };
    try {
      const stats = given === '' ? null : statOf(given);
      const matches = stats ? [] : await matchesOf(given);
      if (stats) addPath(given, stats, true);
      else if (matches === null) fail(given, Object.assign(new Error(), { code: 'ENOENT' }));
      else for (const match of matches) addPath(match, statSync(match), false);
      if (reached === before.reached && diagnostics.length === before.diagnostics) {
        diagnostics.push(diagnostic('read/no-articles', { path: slashed(given) }));
      }
    } catch (error) {
      fail(slashed(given), error);
    }
  }

  if (exclude !== null) {
    const real = statOf(exclude) ? realpathSync(exclude) : resolve(exclude);
    for (const path of found.keys()) if (path === real || path.startsWith(real + sep)) found.delete(path);
  }
  for (const real of found.keys()) skipped.delete(real);
  const order = <T extends { readonly path: string | null }>(items: readonly T[]): readonly T[] =>
    items.toSorted((a, b) => byCodePoint(a.path ?? '', b.path ?? ''));
  return {
    inputs: order([...found.values()]),
    diagnostics: order(diagnostics),
    skipped: [...skipped.values()].toSorted(byCodePoint),
  };
}

/** The paths that match a pattern, or null if it is no pattern. */
async function matchesOf(pattern: string): Promise<readonly string[] | null> {
  if (!/[*?[\]{}!()]/u.test(pattern)) return null;
  const { default: glob } = await import('fast-glob');
  const options = { followSymbolicLinks: false, dot: false, ignore: ['**/node_modules/**'] };
  if (!glob.isDynamicPattern(pattern)) return null;
  // `articles/*` may match folders, which are then read; with `**` their files match already.
  return glob(slashed(pattern), { ...options, onlyFiles: pattern.includes('**') });
}

/** Whether a regular file stands at a path. */
export function isThere(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}
