import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Chunks, peek } from './bytes.ts';
import type { Problem } from './decode.ts';
import { beyond, HARMLESS } from './limits.ts';
import { formOf } from './names.ts';
import { type Context, failure, type Input, type Piece, wrong } from './reader.ts';

/** A context in which what is inflated is counted, and an archive counts as a level. Null if it lies too deep. */
export function packedContext(context: Context): Context | null {
  const { limits, size, depth } = context;
  if (depth >= limits.archiveDepth) return null;
  let inflated = 0;
  const inflate = (count: number): Problem | null => {
    inflated += count;
    if (inflated > limits.inflatedBytes) return { code: 'read/bomb', detail: beyond(limits, 'inflatedBytes') };
    if (size !== null && inflated > HARMLESS && inflated > size * limits.ratio) {
      return { code: 'read/bomb', detail: `${beyond(limits, 'ratio')} times its size` };
    }
    return null;
  };
  return { ...context, depth: depth + 1, inflate: context.inflate ?? inflate };
}

/** The bytes of a stream, counted as what came out of an archive: the stream ends where there are too many. */
export async function* counted(chunks: Chunks, { inflate }: Context): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const problem = inflate?.(chunk.length) ?? null;
    if (problem !== null) throw failure(problem);
    yield chunk;
  }
}

/** Pieces that stay as they are when the next one is asked for. */
async function* copied(chunks: Chunks): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** A stream of Node that reads pieces. */
export const readable = (chunks: Chunks): Readable => Readable.from(copied(chunks), { objectMode: false });

async function* gunzipped(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(readable(chunks), gunzip, () => {});
  try {
    for await (const piece of gunzip) yield piece;
  } finally {
    gunzip.destroy();
  }
}

/** The largest window of a zstd frame: what it asks for is taken from memory at once. */
const WINDOW = 128 * 1024 * 1024;
/** What is handed over at a time: each few bytes of it can become 128 KiB. */
const SLICE = 2048;

/** The window that the first frame of zstd asks for, in bytes. */
function windowOf(head: Uint8Array): number {
  const descriptor = head[4] ?? 0;
  if ((descriptor & 0x20) !== 0) {
    const width = [1, 2, 4, 8][descriptor >> 6] ?? 1;
    const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
    let size = 0;
    for (let i = width - 1; i >= 0; i -= 1) size = size * 256 + (head[at + i] ?? 0);
    return size + (width === 2 ? 256 : 0);
  }
  const window = head[5] ?? 0;
  const base = 2 ** (10 + (window >> 3));
  return base + (base / 8) * (window & 7);
}

async function* unzstd(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const { head, chunks: all } = await peek(chunks, 32);
  if (windowOf(head) > WINDOW) throw failure({ code: 'read/bomb', detail: 'it asks for more than 128 MiB of memory' });
  let ready: Uint8Array[] = [];
  const stream = new Decompress(piece => {
    if (piece.length > 0) ready.push(Uint8Array.from(piece));
  });
  for await (const chunk of all) {
    for (let at = 0; at < chunk.length; at += SLICE) {
      stream.push(Uint8Array.from(chunk.subarray(at, at + SLICE)));
      yield* ready;
      ready = [];
    }
  }
  stream.push(new Uint8Array(0), true);
  yield* ready;
}

async function* readInflated(
  input: Input,
  context: Context,
  { inflate, ending }: { readonly inflate: (chunks: Chunks) => AsyncGenerator<Uint8Array>; readonly ending: RegExp },
): AsyncGenerator<Piece> {
  const inner = packedContext(context);
  if (inner === null) {
    yield wrong({ code: 'read/nested', detail: beyond(context.limits, 'archiveDepth') }, input.path);
    return;
  }
  const name = input.name.replace(ending, '');
  const chunks = counted(inflate(input.chunks), inner);
  yield* context.unpacked({ path: input.path, name, form: formOf(name) ?? 'unknown', chunks, file: null }, inner);
}

/** Read what a gzip file holds, in one part or several; its kind is told by the name without ".gz", or by what it is. */
export async function* readGzip(input: Input, context: Context): AsyncGenerator<Piece> {
  yield* readInflated(input, context, { inflate: gunzipped, ending: /\.gz$/iu });
}

/** Read what a zstd file holds. */
export async function* readZstd(input: Input, context: Context): AsyncGenerator<Piece> {
  yield* readInflated(input, context, { inflate: unzstd, ending: /\.zst$/iu });
}
