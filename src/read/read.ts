import { hash } from 'node:crypto';
import type { Published, Source, SourceArticle } from '../model/article.ts';
import { type Diagnostic, diagnostic, type Place } from '../model/diagnostic.ts';
import { allBytes, chunksOf, linesOf } from './bytes.ts';
import { decode, isBinary, markLength, type Problem } from './decode.ts';
import { type Fields, fieldsOf, parseJson, placeOf } from './json.ts';
import { type Form, failureOf, listInputs, STDIN } from './paths.ts';
import { headerOf, parsePublished, publishedOf } from './published.ts';
import { type Chunks, sniff } from './sniff.ts';
import { titleOf } from './text.ts';

/** What reading gives, one after the other: an article, or what is wrong with an input. */
export type Reading = { readonly article: SourceArticle } | { readonly diagnostic: Diagnostic };

/** What a caller may ask of reading. */
export interface ReadOptions {
  /** The publication date of all articles. */
  readonly published?: Published | null;
  /** The language of all articles. */
  readonly language?: string | null;
  /** A file or folder that is not read though it is named: the one that is being written. */
  readonly exclude?: string | null;
  /** Called with each file that was passed over, for its format is not known. */
  readonly onSkipped?: (path: string) => void;
  /** Called with the number of files that will be read, before the first is. */
  readonly onCount?: (files: number) => void;
  /** Standard input, where it is not the process's own. */
  readonly stdin?: Chunks;
}

const MEDIA_TYPES: Readonly<Record<Form, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  json: 'application/json',
  lines: 'application/x-ndjson',
  unknown: 'application/octet-stream',
};

/**
 * Read the articles of files, folders, quoted patterns and standard input (`-`, or no path at all).
 *
 * They come in the order of their paths, then of their place in the file; each file is read once. What cannot be read
 * gives a diagnostic, and the others still come out. Of JSON Lines one line is in memory at a time.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  const listing = await listInputs(paths.length === 0 ? [STDIN] : paths, options.exclude ?? null);
  for (const path of listing.skipped) options.onSkipped?.(path);
  options.onCount?.(listing.inputs.length);
  for (const found of listing.diagnostics) yield { diagnostic: found };
  for (const { path, form } of listing.inputs) {
    try {
      const chunks = path === STDIN ? (options.stdin ?? process.stdin) : chunksOf(path);
      if (form === 'unknown') {
        const sniffed = await sniff(chunks);
        yield* readAs(sniffed.form, path, sniffed.chunks, options);
      } else yield* readAs(form, path, chunks, options);
    } catch (error) {
      const { code, detail } = failureOf(error);
      yield { diagnostic: diagnostic(code, { path }, detail) };
    }
  }
}

async function* readAs(form: Form, path: string, chunks: Chunks, options: ReadOptions): AsyncGenerator<Reading> {
  if (form === 'lines') {
    yield* readLines(path, chunks, options);
    return;
  }
  const bytes = await allBytes(chunks);
  if (bytes === null) yield fault({ code: 'read/too-large' }, { path });
  else if (form === 'json') yield* readDocument(path, bytes, options);
  else yield* readPlain(path, form, bytes, options);
}

function fault(problem: Problem, place: Place): { readonly diagnostic: Diagnostic } {
  return { diagnostic: diagnostic(problem.code, place, problem.detail) };
}

function sourceOf(path: string, form: Form, bytes: Uint8Array, index: number | null, key: string | null): Source {
  return {
    path,
    index,
    key: whole(key),
    mediaType: MEDIA_TYPES[form],
    encoding: 'utf-8',
    bytes: bytes.length,
    sha256: hash('sha256', bytes),
    reader: form === 'lines' ? 'json' : form === 'unknown' ? 'text' : form,
  };
}

function* readPlain(path: string, form: Form, bytes: Uint8Array, options: ReadOptions): Generator<Reading> {
  const decoded = decode(bytes);
  if ('problem' in decoded) yield fault(decoded.problem, { path });
  else if (decoded.text.trim() === '') yield fault({ code: 'read/empty' }, { path });
  else {
    const { text } = decoded;
    const source = sourceOf(path, form, bytes, null, null);
    const fields = {
      text,
      key: null,
      title: titleOf(text),
      published: null,
      url: null,
      publisher: null,
      language: null,
    };
    yield* toArticle(source, fields, { path }, options);
  }
}

/** Read a JSON file: one article, or a list of them. */
function* readDocument(path: string, bytes: Uint8Array, options: ReadOptions): Generator<Reading> {
  const decoded = decode(bytes);
  if ('problem' in decoded) yield fault(decoded.problem, { path });
  else if (decoded.text.trim() === '') yield fault({ code: 'read/empty' }, { path });
  else {
    const json = parseJson(decoded.text);
    if ('problem' in json) {
      const { line, column } = placeOf(decoded.text, json.at);
      const detail = json.problem.detail === undefined ? '' : `${json.problem.detail}, `;
      yield fault({ code: json.problem.code, detail: `${detail}column ${column}` }, { path, line });
    } else if (!Array.isArray(json.value)) {
      const fields = fieldsOf(json.value);
      if ('code' in fields) yield fault(fields, { path });
      else yield* toArticle(sourceOf(path, 'json', bytes, null, fields.key), fields, { path }, options);
    } else if (json.value.length === 0)
      yield fault({ code: 'read/no-articles', detail: 'the list is empty' }, { path });
    else {
      const source = sourceOf(path, 'json', bytes, null, null);
      for (const [index, value] of json.value.entries()) {
        const fields = fieldsOf(value);
        const where = `article ${index + 1} of ${json.value.length}`;
        if ('code' in fields)
          yield fault({ ...fields, detail: fields.detail ? `${fields.detail}, ${where}` : where }, { path });
        else yield* toArticle({ ...source, index, key: whole(fields.key) }, fields, { path }, options);
      }
    }
  }
}

/** Read JSON Lines; lines without anything on them are passed over. */
async function* readLines(path: string, chunks: Chunks, options: ReadOptions): AsyncGenerator<Reading> {
  let index = 0;
  for await (const { number, offset, bytes } of linesOf(chunks)) {
    const place = { path, line: number };
    if (bytes === null) {
      yield fault({ code: 'read/too-large' }, place);
      index += 1;
      continue;
    }
    if (number === 1 && isBinary(bytes)) {
      yield fault({ code: 'read/binary' }, { path });
      return;
    }
    const line = number === 1 ? bytes.subarray(markLength(bytes)) : bytes;
    const decoded = decode(line, offset + bytes.length - line.length);
    if ('text' in decoded && decoded.text.trim() === '') continue;
    yield* readLine(path, line, decoded, { index, place }, options);
    index += 1;
  }
  if (index === 0) yield fault({ code: 'read/empty' }, { path });
}

function* readLine(
  path: string,
  bytes: Uint8Array,
  decoded: ReturnType<typeof decode>,
  { index, place }: { readonly index: number; readonly place: Place },
  options: ReadOptions,
): Generator<Reading> {
  if ('problem' in decoded) {
    yield fault(decoded.problem, place);
    return;
  }
  const json = parseJson(decoded.text);
  if ('problem' in json) {
    const detail = json.problem.detail === undefined ? '' : `${json.problem.detail}, `;
    yield fault({ code: json.problem.code, detail: `${detail}column ${placeOf(decoded.text, json.at).column}` }, place);
    return;
  }
  const fields = fieldsOf(json.value);
  if ('code' in fields) yield fault(fields, place);
  else yield* toArticle(sourceOf(path, 'lines', bytes, index, fields.key), fields, place, options);
}

/** Half a character, which JSON can hold but UTF-8 cannot, becomes U+FFFD: its bytes and its hash are the same. */
function whole<T extends string | null>(text: T): T | string {
  return text === null ? text : text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** Put an article together; a date that is none is told, and the next source of a date is asked. */
function* toArticle(source: Source, fields: Fields, place: Place, options: ReadOptions): Generator<Reading> {
  const text = whole(fields.text);
  if (text !== fields.text) yield fault({ code: 'record/lone-surrogate' }, place);
  const option = options.published ?? null;
  const field = fields.published === null ? null : parsePublished(fields.published, 'field');
  const header = headerOf(text);
  const wrong = fields.published !== null && !field ? fields.published : null;
  if (wrong !== null) yield fault({ code: 'read/bad-published', detail: JSON.stringify(wrong.slice(0, 40)) }, place);
  if (header && !parsePublished(header.value, 'header')) {
    yield fault({ code: 'read/bad-published', detail: `the header says "date ${header.value}"` }, place);
  }
  const published = publishedOf({ option, field, text, path: source.path });
  yield {
    article: {
      source,
      text,
      title: whole(fields.title),
      publisher: whole(fields.publisher),
      url: whole(fields.url),
      published,
      language: options.language ?? fields.language,
    },
  };
}
