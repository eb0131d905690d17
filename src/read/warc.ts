import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Chunks, iteratorOf } from './bytes.ts';
import { decodeText } from './encoding.ts';
import { declaredEncoding, pageArticle } from './html.ts';
import { beyond } from './limits.ts';
import { addressOf } from './metadata.ts';
import { type Context, hintsOf, type Input, notesOf, type Piece, wrong } from './reader.ts';

/** The most bytes that the headers of a record may take, and those of an answer of a server. */
const HEADERS = 256 * 1024;

/** A place in a stream from which bytes are taken. */
interface Cursor {
  /** Bytes up to a mark, which are taken with it; null if it does not come, or not soon enough. */
  readonly upTo: (mark: string, most: number) => Promise<Buffer | null>;
  /** As many bytes, or fewer where the stream ends. */
  readonly take: (count: number) => Promise<Buffer>;
  /** Pass over bytes; gives how many there were. */
  readonly skip: (count: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

function cursorOf(chunks: Chunks): Cursor {
  const pieces = iteratorOf(chunks);
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const next = await pieces.next();
    if (next.done) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  }

  function cut(count: number): Buffer {
    const part = held.subarray(0, count);
    held = held.subarray(part.length);
    return part;
  }

  return {
    async upTo(mark, most) {
      for (;;) {
        const at = held.indexOf(mark);
        if (at >= 0) return cut(at + mark.length);
        if (held.length > most || !(await more())) return null;
      }
    },
    async take(count) {
      const parts = [cut(count)];
      let length = parts[0]?.length ?? 0;
      while (length < count && (await more())) {
        const part = cut(count - length);
        parts.push(part);
        length += part.length;
      }
      return Buffer.concat(parts);
    },
    async skip(count) {
      let done = cut(count).length;
      while (done < count && (await more())) done += cut(count - done).length;
      return done;
    },
    async close() {
      await pieces.return?.();
    },
  };
}

/** Lines `Name: value` by lower-case name. */
function headersOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) found.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return found;
}

/** An answer of a web server. */
interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

function answerOf(block: Buffer): Answer | null {
  const end = block.subarray(0, HEADERS).indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = block.toString('latin1', 0, end).split('\r\n');
  const status = /^HTTP\/\d(?:\.\d)? (?<status>\d{3})/u.exec(first)?.groups?.status;
  return status === undefined
    ? null
    : { status: Number(status), headers: headersOf(lines), body: block.subarray(end + 4) };
}

/** The body of an answer without the packing of the way: some crawlers keep it, others do not. Null if it is too large. */
function bodyOf({ headers, body }: Answer, most: number): Buffer | null {
  let plain = body;
  if (/chunked/iu.test(headers.get('transfer-encoding') ?? '')) plain = unchunked(plain) ?? plain;
  const coding = headers.get('content-encoding')?.toLowerCase() ?? '';
  const inflate = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[coding];
  if (inflate === undefined) return plain;
  try {
    return inflate(plain, { maxOutputLength: most });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? null : plain;
  }
}

function unchunked(body: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size =
      end < 0 || end - at > 200
        ? undefined
        : /^(?<size>[0-9a-f]{1,8})/iu.exec(body.toString('latin1', at, end))?.groups?.size;
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 4 + length;
    if (at > body.length + 2) return null;
  }
}

/** Read a crawl (WARC): the web pages that a server gave well, status 200 and HTML. One record is in memory at a time. */
export async function* readWarc(input: Input, context: Context): AsyncGenerator<Piece> {
  const { path } = input;
  const { limits } = context;
  const cursor = cursorOf(input.chunks);
  let index = 0;
  let records = 0;
  try {
    for (;;) {
      const opening = await cursor.upTo('\n', HEADERS);
      if (opening === null) break;
      if (opening.toString('latin1').trim() === '') continue;
      if (!opening.toString('latin1').startsWith('WARC/')) {
        yield wrong({ code: 'read/damaged', detail: 'a record does not begin where the last one ends' }, path);
        return;
      }
      const head = await cursor.upTo('\r\n\r\n', HEADERS);
      const headers = headersOf((head ?? Buffer.alloc(0)).toString('utf8').split('\r\n'));
      const length = Number(/^\d{1,15}$/u.exec(headers.get('content-length') ?? '')?.[0] ?? Number.NaN);
      if (head === null || Number.isNaN(length)) {
        yield wrong({ code: 'read/damaged', detail: 'the headers of a record are broken' }, path);
        return;
      }
      records += 1;
      const isAnswer =
        headers.get('warc-type') === 'response' &&
        /^application\/http/iu.test(headers.get('content-type') ?? 'application/http');
      const wanted = isAnswer ? Math.min(length, limits.markupBytes + HEADERS) : 0;
      const block = await cursor.take(wanted);
      const passed = await cursor.skip(length - wanted);
      if (block.length < wanted || passed < length - wanted) {
        yield wrong({ code: 'read/damaged', detail: 'the last record is cut off' }, path);
        return;
      }
      const answer = isAnswer ? answerOf(block) : null;
      if (
        answer === null ||
        answer.status !== 200 ||
        !/^(?:text\/html|application\/xhtml)/iu.test(answer.headers.get('content-type') ?? '')
      )
        continue;
      const position = index;
      index += 1;
      const url = addressOf(headers.get('warc-target-uri')?.replaceAll(/^<|>$/gu, ''));
      const bytes = wanted < length ? null : bodyOf(answer, limits.markupBytes);
      if (bytes === null) {
        yield wrong(
          { code: 'read/too-large', detail: `${beyond(limits, 'markupBytes')}, ${url ?? `page ${position + 1}`}` },
          path,
        );
        continue;
      }
      const said = /charset\s*=\s*"?(?<label>[^\s";]{1,40})/iu.exec(answer.headers.get('content-type') ?? '')?.groups
        ?.label;
      const decoded = await decodeText(bytes, hintsOf(context, said ?? declaredEncoding(bytes)));
      const page = 'problem' in decoded ? decoded : await pageArticle(decoded.text, limits);
      if ('problem' in page || 'problem' in decoded) {
        const problem = 'problem' in page ? page.problem : { code: 'read/binary' as const };
        yield wrong(
          { code: problem.code, detail: [problem.detail, url ?? `page ${position + 1}`].filter(Boolean).join(', ') },
          path,
        );
        continue;
      }
      const from = {
        path,
        index: position,
        line: null,
        mediaType: 'text/html',
        reader: 'html',
        encoding: decoded.encoding,
      };
      const key = headers.get('warc-record-id')?.replaceAll(/^<|>$/gu, '') ?? null;
      yield { draft: { ...page, ...from, key, url: url ?? page.url, bytes, notes: notesOf(decoded) } };
    }
  } finally {
    await cursor.close();
  }
  if (records === 0) yield wrong({ code: 'read/damaged', detail: 'it holds no records' }, path);
  else if (index === 0) yield wrong({ code: 'read/no-articles', detail: 'it holds no web pages' }, path);
}
