import { type Diagnostic, type DiagnosticCode, diagnostic } from '../model/diagnostic.ts';
import { encodingOf } from './encoding.ts';
import { parseLimits } from './limits.ts';
import { parsePublished } from './published.ts';
import type { ReadOptions } from './read.ts';

/** What the command line says about reading, as it stands there. */
export interface GivenOptions {
  readonly published?: string;
  readonly language?: string;
  readonly encoding?: string;
  readonly map?: string;
  readonly limit?: readonly string[];
}

const FIELDS = new Set(['text', 'id', 'title', 'published', 'url', 'publisher', 'language']);

/** Which column holds which field, or the part that says nothing. */
function parseMap(given: string): ReadonlyMap<string, string> | { readonly wrong: string } {
  const columns = new Map<string, string>();
  for (const part of given.split(',')) {
    const at = part.indexOf('=');
    const field = part.slice(0, at).trim();
    const column = part.slice(at + 1).trim();
    if (at < 0 || !FIELDS.has(field) || column === '') return { wrong: part };
    columns.set(field, column);
  }
  return columns;
}

/** Understand what the command line says about reading, or say what is wrong with it. */
export async function parseReadOptions(given: GivenOptions): Promise<ReadOptions | Diagnostic> {
  const odd = (code: DiagnosticCode, value: string): Diagnostic => diagnostic(code, {}, `"${value}"`);
  const published = given.published === undefined ? null : parsePublished(given.published, 'option');
  if (given.published !== undefined && !published) return odd('read/bad-option-published', given.published);
  const encoding = given.encoding === undefined ? null : await encodingOf(given.encoding);
  if (given.encoding !== undefined && encoding === null) return odd('read/bad-option-encoding', given.encoding);
  const columns = parseMap(given.map ?? 'text=text');
  if ('wrong' in columns) return odd('read/bad-option-map', columns.wrong);
  const limits = parseLimits(given.limit ?? []);
  if ('wrong' in limits) return odd('read/bad-option-limit', limits.wrong);
  return {
    published,
    language: given.language ?? null,
    encoding,
    limits,
    columns: given.map === undefined ? new Map() : columns,
  };
}
