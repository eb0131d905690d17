import { isUtf8 } from 'node:buffer';
import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { FilePath } from './bytes.ts';
import { type Form, formOf } from './names.ts';
import { failureOf } from './reader.ts';

/** Standard input's name. */
export const STDIN = '-';

/** A file to read. */
export interface Found {
  /** As it was named, or as it was found below a folder that was named; always with `/`. */
  readonly path: string;
  readonly form: Form;
  /** What the file system knows it by. */
  readonly file: FilePath;
  /** Its name does not tell what it is, and nothing but its content can. */
  readonly isStrange: boolean;
}

/** What a list of paths leads to. */
export interface Listing {
  readonly inputs: readonly Found[];
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

/** The path by which the file system knows a place, even if nothing is there yet, or it cannot be looked at. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
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
  const found = new Map<string, Found>();
  /** How many files the paths led to, those counted again that were known already. */
  let reached = 0;
  /** How many links were passed over. */
  let unfollowed = 0;

  function add(path: string, real: string, form: Form | null, file: FilePath = path, isStrange = false): void {
    if (form === null) skipped.set(real, path);
    else {
      reached += 1;
      const known = found.get(real);
      if (!known || byCodePoint(path, known.path) < 0) found.set(real, { path, form, file, isStrange });
    }
  }

  function fail(path: string, error: unknown): void {
    const { code, detail } = failureOf(error);
    diagnostics.push(diagnostic(code, { path }, detail));
  }

  /** Walk a folder; links to folders are not followed, for they may lead in a circle, nor are links that lead out of it. */
  function walk(folder: string, root: string): void {
    const waiting: { readonly path: string; readonly file: FilePath; readonly real: string }[] = [
      { path: folder, file: folder === '' ? '.' : folder, real: root },
    ];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { path: above, file: parent, real } = next;
      let entries: readonly Dirent[];
      try {
        entries = entriesOf(parent);
      } catch (error) {
        fail(above, error);
        continue;
      }
      for (const entry of entries) {
        const raw = rawNames.get(entry);
        const name = raw === undefined ? entry.name : shown(raw);
        if (name.startsWith('.') || name === 'node_modules') continue;
        const path = above === '' ? name : above.endsWith('/') ? above + name : `${above}/${name}`;
        const file =
          raw === undefined && typeof parent === 'string' ? path : below(parent, raw ?? Buffer.from(entry.name));
        const place = join(real, name);
        if (entry.isDirectory()) waiting.push({ path, file, real: place });
        else if (entry.isSymbolicLink()) addLink(path, file, place, root);
        else add(path, place, entry.isFile() ? formOf(name) : null, file);
      }
    }
  }

  /** Add a link to a file, if the file lies in the tree in which the link was found. */
  function addLink(path: string, file: FilePath, place: string, root: string): void {
    const form = formOf(basename(path));
    try {
      const target = form === null ? null : (statSync(file, { throwIfNoEntry: false }) ?? null);
      if (form !== null && target === null) fail(path, Object.assign(new Error(), { code: 'ENOENT' }));
      else if (target?.isFile() && isBelow(realpathSync(file), root)) add(path, realpathSync(file), form, file);
      else {
        unfollowed += 1;
        add(path, place, null);
      }
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
      const folder = path.length > 1 ? path.replace(/(?<!\/)\/+$/u, '') : path;
      walk(folder === '.' ? '' : folder, real);
      return;
    }
    const name = basename(path);
    const isStrange = stats.isFile() && name.slice(1).includes('.');
    add(
      path,
      real,
      formOf(name) ?? (explicit ? 'unknown' : null),
      path,
      explicit && formOf(name) === null && isStrange,
    );
  }

  /** Add what a pattern matches: a link counts only if it does not lead out of the folder that the pattern names. */
  function addMatch(path: string, root: string): void {
    if (lstatSync(path).isSymbolicLink()) addLink(slashed(path), path, resolve(path), root);
    else addPath(path, statSync(path), false);
  }

  for (const given of paths) {
    if (given === STDIN) {
      found.set(STDIN, { path: STDIN, form: 'unknown', file: STDIN, isStrange: false });
      continue;
    }
    const before = { reached, unfollowed, diagnostics: diagnostics.length };
    try {
      const stats = given === '' ? null : statOf(given);
      const matches = stats ? [] : await matchesOf(given);
      if (stats) addPath(given, stats, true);
      else if (matches === null) fail(given, Object.assign(new Error(), { code: 'ENOENT' }));
      else for (const match of matches) addMatch(match, rootOf(given));
      if (reached === before.reached && diagnostics.length === before.diagnostics) {
        const links = unfollowed - before.unfollowed;
        const detail = `${links} ${links === 1 ? 'link is' : 'links are'} not followed, for ${links === 1 ? 'it leads' : 'they lead'} to folders or out of here`;
        diagnostics.push(diagnostic('read/no-articles', { path: slashed(given) }, links > 0 ? detail : undefined));
      }
    } catch (error) {
      fail(slashed(given), error);
    }
  }

  if (exclude !== null) {
    const real = realOf(exclude);
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

/** Names that are no UTF-8, by their entry: the name that Node gives has lost what they are. */
const rawNames = new WeakMap<Dirent, Buffer>();

/** What lies in a folder; names that are no UTF-8 are asked for once more, as bytes. */
function entriesOf(folder: FilePath): readonly Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\ufffd'))) return entries;
  const known = entries.filter(({ name }) => !name.includes('\ufffd'));
  const raws = readdirSync(folder, { encoding: 'buffer' });
  const others = entries.filter(({ name }) => name.includes('\ufffd'));
  for (const raw of raws) {
    const text = raw.toString('utf8');
    if (!text.includes('\ufffd')) continue;
    // Several names can look alike in UTF-8; each takes the kind of one that does.
    const at = others.findIndex(({ name }) => name === text);
    const [entry] = at < 0 ? [] : others.splice(at, 1);
    if (entry === undefined) continue;
    if (!isUtf8(raw)) rawNames.set(entry, raw);
    known.push(entry);
  }
  return known;
}

/** A name that is no UTF-8 as it is shown: each byte that is no ASCII as `\xE9`. */
const shown = (raw: Buffer): string =>
  [...raw].map(byte => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`)).join('');

const below = (folder: FilePath, name: Buffer): Buffer => Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]);

/** Whether a place lies in a folder. */
const isBelow = (place: string, folder: string): boolean =>
  place === folder || place.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The folder that a pattern names before its first sign. */
function rootOf(pattern: string): string {
  const plain = pattern.slice(0, pattern.search(/[*?[\]{}!()]/u));
  return realpathSync(plain === '' ? '.' : plain.endsWith('/') ? plain : dirname(plain));
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
