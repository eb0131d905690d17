import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { Published, SourceArticle } from '../model/article.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type Chunks, chunksOf, peek, sizeOf } from './bytes.ts';
import { beginsLikeJson, HEAD, kindOf } from './kind.ts';
import { beyond, LIMITS, type Limits } from './limits.ts';
import type { Form } from './names.ts';
import { type Found, type Listing, listInputs, STDIN } from './paths.ts';
import { headerOf, parsePublished, publishedOf } from './published.ts';
import { type Context, type Draft, failure, type Input, type Piece, problemOf, type Reader, wrong } from './reader.ts';
import { sniff } from './sniff.ts';

/** What reading gives, one after the other: an article, or what is wrong with an input. */
export type Reading = { readonly article: SourceArticle } | { readonly diagnostic: Diagnostic };

/** What a caller may ask of reading. */
export interface ReadOptions {
  /** The publication date of all articles. */
  readonly published?: Published | null;
  /** The language of all articles. */
  readonly language?: string | null;
  /** The encoding of all files that do not begin with a byte-order mark. */
  readonly encoding?: string | null;
  /** What is too much to read. */
  readonly limits?: Limits;
  /** The columns of tables and keys of JSON that hold the fields of an article, by field. */
  readonly columns?: ReadonlyMap<string, string>;
  /** A file or folder that is not read though it is named: the one that is being written. */
  readonly exclude?: string | null;
  /** Called with each file that was passed over, for its format is not known. */
  readonly onSkipped?: (path: string) => void;
  /** Called with how much of a file was read, from 0 to 1, where its size is known. */
  readonly onShare?: (share: number) => void;
  /** Standard input, where it is not the process's own. */
  readonly stdin?: Chunks;
}

/** The reader of each form, loaded when the first such file comes: most runs need one or two. */
const READERS: Readonly<Record<Exclude<Form, 'unknown'>, () => Promise<Reader>>> = {
  text: async () => (await import('./plain.ts')).readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  lines: async () => (await import('./objects.ts')).readLines,
  json: async () => (await import('./objects.ts')).readJson,
  html: async () => (await import('./html.ts')).readHtml,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  docx: async () => (await import('./docx.ts')).readDocx,
  csv: async () => (await import('./csv.ts')).readCsv,
  mail: async () => (await import('./mail.ts')).readMail,
  mbox: async () => (await import('./mbox.ts')).readMbox,
  feed: async () => (await import('./feed.ts')).readFeed,
  warc: async () => (await import('./warc.ts')).readWarc,
  gzip: async () => (await import('./inflate.ts')).readGzip,
  zstd: async () => (await import('./inflate.ts')).readZstd,
  zip: async () => (await import('./zip.ts')).readZip,
};

/**
 * Read the articles of files, folders, quoted patterns and standard input (`-`, or no path at all).
 *
 * They come in the order of their paths, then of their place in the file; each file is read once. What cannot be read
 * gives a diagnostic, and the others still come out. Of JSON Lines one line is in memory at a time.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  const listing = await listArticles(paths, options.exclude ?? null);
  for (const path of listing.skipped) options.onSkipped?.(path);
  for (const found of listing.diagnostics) yield { diagnostic: found };
  for (const found of listing.inputs) yield* readFound(found, options);
}

/** Load the reader of a form, so that the first such file does not wait for it. */
export async function loadReader(form: Form): Promise<void> {
  if (form !== 'unknown') await READERS[form]();
}

/** Find the files of articles that paths lead to, in the order in which they are read; no path is standard input. */
export function listArticles(paths: readonly string[], exclude: string | null): Promise<Listing> {
  return listInputs(paths.length === 0 ? [STDIN] : paths, exclude);
}

/** Read the articles of one file that was found, or of standard input. */
export async function* readFound(
  { path, form, file, isStrange }: Found,
  options: ReadOptions = {},
): AsyncGenerator<Reading> {
  const limits = options.limits ?? LIMITS;
  const isStdin = path === STDIN;
  const size = isStdin ? null : sizeOf(file);
  const context: Context = {
    limits,
    encoding: options.encoding ?? null,
    columns: options.columns ?? new Map(),
    depth: 0,
    inflate: null,
    size,
    onSkipped: skipped => options.onSkipped?.(skipped),
    unpacked: readInput,
  };
  const { onShare } = options;
  const bytes = isStdin ? (options.stdin ?? process.stdin) : chunksOf(file);
  const chunks = size && onShare && !(Symbol.asyncIterator in bytes) ? shared(bytes, size, onShare) : bytes;
  const input: Input = { path, name: basename(path), form, chunks, file: isStdin ? null : file };
  let articles = 0;
  const told = new Set<string>();
  for await (const piece of readInput(input, context, isStrange)) {
    if ('problem' in piece) {
      const { problem, line } = piece;
      yield { diagnostic: diagnostic(problem.code, { path: piece.path, line }, problem.detail) };
      continue;
    }
    articles += 1;
    if (articles > limits.articles) {
      yield { diagnostic: diagnostic('read/too-many', { path }, beyond(limits, 'articles')) };
      break;
    }
    for (const reading of toArticle(piece.draft, options, limits)) {
      // What is only worth a note is said once for each file; it stands in every record.
      if ('diagnostic' in reading && reading.diagnostic.severity === 'info') {
        const { code, message } = reading.diagnostic;
        if (told.has(code + message)) continue;
        told.add(code + message);
      }
      yield reading;
    }
  }
}

/** The bytes of a file, telling how many of them there were already. */
function* shared(chunks: Iterable<Uint8Array>, size: number, tell: (share: number) => void): Generator<Uint8Array> {
  let count = 0;
  for (const chunk of chunks) {
    count += chunk.length;
    tell(Math.min(1, count / size));
    yield chunk;
  }
}

/** Tell what an input is, and read it as that. Whatever goes wrong becomes a piece of what is read. */
async function* readInput(input: Input, context: Context, isStrange = false): AsyncGenerator<Piece> {
  try {
    const { head, chunks } = await peek(input.chunks, HEAD, beginsLikeJson);
    const kind = kindOf(head, input.form);
    const sniffed = kind === 'unknown' && !isStrange ? await sniff(chunks) : { form: kind, chunks };
    if (sniffed.form === 'unknown') {
      yield wrong({ code: 'read/unknown-format' }, input.path);
      return;
    }
    const read = await READERS[sniffed.form]();
    yield* read({ ...input, form: sniffed.form, chunks: sniffed.chunks }, context);
  } catch (error) {
    const problem = problemOf(error);
    // Within an archive a bomb is told by the archive.
    if (problem.code === 'read/bomb' && context.depth > 0) throw failure(problem);
    yield wrong(problem, input.path);
  }
}

/** Half a character, which JSON can hold but UTF-8 cannot, becomes U+FFFD: its bytes and its hash are the same. */
function whole<T extends string | null>(text: T): T | string {
  return text === null ? text : text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** The bytes that were hashed last: the many articles of a file are made from the same, and follow each other. */
let hashed: { readonly bytes: WeakRef<Uint8Array>; readonly digest: string } | null = null;

function digestOf(bytes: Uint8Array): string {
  if (hashed === null || hashed.bytes.deref() !== bytes) {
    hashed = { bytes: new WeakRef(bytes), digest: hash('sha256', bytes) };
  }
  return hashed.digest;
}

/** Put an article together; a date that is none is told, and the next source of a date is asked. */
function* toArticle(draft: Draft, options: ReadOptions, limits: Limits): Generator<Reading> {
  const { path, line } = draft;
  const place = { path, line };
  const told = (code: Diagnostic['code'], detail?: string): Reading => ({
    diagnostic: diagnostic(code, place, detail),
  });
  if (draft.text.length > limits.articleBytes || Buffer.byteLength(draft.text) > limits.articleBytes) {
    yield told('read/too-large', beyond(limits, 'articleBytes'));
    return;
  }
  const text = whole(draft.text);
  if (text !== draft.text) yield told('record/lone-surrogate');
  const notes = draft.notes.map(({ code, detail }) => diagnostic(code, place, detail));
  for (const note of notes) yield { diagnostic: note };
  const option = options.published ?? null;
  const field = draft.published === null ? null : parsePublished(draft.published, 'field');
  const header = headerOf(text);
  const odd = draft.published !== null && !field ? draft.published : null;
  if (odd !== null) yield told('read/bad-published', JSON.stringify(odd.slice(0, 40)));
  if (header && !parsePublished(header.value, 'header')) {
    yield told('read/bad-published', `the header says "date ${header.value}"`);
  }
  const source = {
    path: whole(path),
    index: draft.index,
    key: whole(draft.key),
    mediaType: draft.mediaType,
    encoding: draft.encoding,
    bytes: draft.bytes.length,
    sha256: digestOf(draft.bytes),
    reader: draft.reader,
  };
  yield {
    article: {
      source,
      text,
      title: whole(draft.title),
      publisher: whole(draft.publisher),
      url: whole(draft.url),
      published: publishedOf({ option, field, text, path }),
      language: options.language ?? draft.language,
      ...(notes.length > 0 && { notes }),
    },
  };
}
