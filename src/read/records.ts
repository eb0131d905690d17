import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type ArticleRecord, articleRecord } from '../model/record.ts';
import { allBytes, type Chunks, chunksOf, linesOf } from './bytes.ts';
import { decode } from './decode.ts';
import { parseJson, placeOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { listInputs, STDIN } from './paths.ts';
import { failureOf } from './reader.ts';
import { sniff } from './sniff.ts';

/** A record as it stands in a file: a line of JSON Lines, or a value of a JSON document; or why there is none. */
export type RecordReading =
  | { readonly path: string; readonly line: number; readonly text: string }
  | { readonly path: string; readonly value: unknown }
  | { readonly diagnostic: Diagnostic };

/** Read records, unjudged, from files, folders, quoted patterns or standard input: JSON Lines, or JSON with one list. */
export async function* readRecords(paths: readonly string[]): AsyncGenerator<RecordReading> {
  const listing = await listInputs(paths.length === 0 ? [STDIN] : paths);
  for (const found of listing.diagnostics) yield { diagnostic: found };
  for (const { path, file } of listing.inputs) {
    try {
      yield* readFrom(path, await sniff(path === STDIN ? process.stdin : chunksOf(file)));
    } catch (error) {
      const { code, detail } = failureOf(error);
      yield { diagnostic: diagnostic(code, { path }, detail) };
    }
  }
}

async function* readFrom(
  path: string,
  { form, chunks }: Awaited<ReturnType<typeof sniff>>,
): AsyncGenerator<RecordReading> {
  if (form === 'json') yield* readDocument(path, chunks);
  else {
    let lines = 0;
    for await (const { number, offset, bytes } of linesOf(chunks, LIMITS.lineBytes)) {
      const place = { path, line: number };
      const decoded = bytes === null ? { problem: { code: 'read/too-large' as const } } : decode(bytes, offset);
      if ('problem' in decoded) yield { diagnostic: diagnostic(decoded.problem.code, place) };
      else if (decoded.text.trim() !== '') yield { ...place, text: decoded.text };
      else continue;
      lines += 1;
    }
    if (lines === 0) yield { diagnostic: diagnostic('read/no-records', { path }) };
  }
}

async function* readDocument(path: string, chunks: Chunks): AsyncGenerator<RecordReading> {
  const bytes = await allBytes(chunks, LIMITS.documentBytes);
  const decoded = bytes === null ? { problem: { code: 'read/too-large' as const } } : decode(bytes);
  if ('problem' in decoded) {
    yield { diagnostic: diagnostic(decoded.problem.code, { path }) };
    return;
  }
  const json = parseJson(decoded.text);
  if ('problem' in json) {
    const { line } = placeOf(decoded.text, json.at);
    yield { diagnostic: diagnostic(json.problem.code, { path, line }, json.problem.detail) };
    return;
  }
  const values: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  for (const value of values) yield { path, value };
}

/** Enough of a file to hold the first key of the first record. */
const BEGINNING = 256;

/**
 * Whether a path is taken for records, not for articles: standard input, JSON Lines, and JSON whose first object says of
 * which type of record it is.
 */
export function holdsRecords(path: string): boolean {
  if (path === STDIN || /\.(?:jsonl|ndjson)$/iu.test(path)) return true;
  if (!/\.json$/iu.test(path) || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const bytes = Buffer.alloc(BEGINNING);
  const file = openSync(path, 'r');
  const read = readSync(file, bytes, 0, BEGINNING, 0);
  closeSync(file);
  return /^\s*(?:\[\s*)?\{\s*"recordType"/u.test(bytes.toString('utf8', 0, read));
}

/** An article record, or why there is none. */
export type ArticleRecordReading = { readonly record: ArticleRecord } | { readonly diagnostic: Diagnostic };

/** Read the article records of files, folders, quoted patterns or standard input; incident records are passed over. */
export async function* readArticleRecords(paths: readonly string[]): AsyncGenerator<ArticleRecordReading> {
  for await (const reading of readRecords(paths)) {
    if ('diagnostic' in reading) {
      yield reading;
      continue;
    }
    const json = 'text' in reading ? parseJson(reading.text) : reading;
    const value = 'value' in json ? json.value : undefined;
    if (typeof value === 'object' && value !== null && Reflect.get(value, 'recordType') === 'incident') continue;
    const parsed = articleRecord.safeParse(value);
    const place = { path: reading.path, line: 'line' in reading ? reading.line : null };
    yield parsed.success ? { record: parsed.data } : { diagnostic: diagnostic('read/no-article-record', place) };
  }
}
