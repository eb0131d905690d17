import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

const CHUNK = 256 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Bytes that arrive piece by piece; a piece is only good until the next one is asked for. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A path of the file system: bytes where its name is no UTF-8. */
export type FilePath = string | Buffer;

/** The bytes of a file, piece by piece; a piece is only good until the next one is asked for. */
export function* chunksOf(path: FilePath): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.allocUnsafe(size > 0 && size < CHUNK ? size + 1 : CHUNK);
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The size of a file in bytes; null where it cannot be told: who then reads it learns why. */
export function sizeOf(path: FilePath): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}

/** Pieces one by one, whether they come at once or later. */
export function iteratorOf(chunks: Chunks): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}

/** Pieces that were read already, and those that follow. */
export async function* chain(
  begin: readonly Uint8Array[],
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* begin;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
}

/** The beginning of a stream, and the stream as if nobody had looked. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly chunks: Chunks;
}

/**
 * Look at the first bytes of a stream: at least `size`, if there are as many.
 *
 * @param isEnough whether what has come tells enough already: who writes line by line into a pipe is not kept waiting
 */
export async function peek(
  chunks: Chunks,
  size: number,
  isEnough: (bytes: Uint8Array) => boolean = () => false,
): Promise<Peeked> {
  const pieces = iteratorOf(chunks);
  const begin: Uint8Array[] = [];
  let held = 0;
  while (held < size) {
    const next = await pieces.next();
    if (next.done) break;
    begin.push(Uint8Array.from(next.value));
    held += next.value.length;
    if (isEnough(next.value)) break;
  }
  const [first] = begin;
  return { head: begin.length === 1 && first ? first : Buffer.concat(begin), chunks: chain(begin, pieces) };
}

/** A line of a file without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Null if it is longer than is allowed. */
  readonly bytes: Uint8Array | null;
}

/** Cut bytes into lines. Not more than one line is held in memory, and of one that is too long nothing. */
export async function* linesOf(chunks: Chunks, longest: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let number = 1;
  let offset = 0;
  let length = 0;

  function add(part: Uint8Array, keep: boolean): void {
    length += part.length;
    if (held + part.length > longest) {
      parts = [];
      held = longest + 1;
    } else if (part.length > 0) {
      parts.push(keep ? Uint8Array.from(part) : part);
      held += part.length;
    }
  }

  function line(): Line {
    const first = parts[0];
    const whole = parts.length === 1 && first ? first : Buffer.concat(parts);
    const bytes = whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole;
    const result = { number, offset, bytes: held > longest ? null : bytes };
    number += 1;
    offset += length + 1;
    parts = [];
    held = 0;
    length = 0;
    return result;
  }

  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, to), false);
      yield line();
      from = to + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from), true);
  }
  if (length > 0) yield line();
}

/** All bytes in one piece, or null if there are more than `most`. */
export async function allBytes(chunks: Chunks, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    held += chunk.length;
    if (held > most) return null;
    parts.push(Uint8Array.from(chunk));
  }
  const first = parts[0];
  return parts.length === 1 && first ? first : Buffer.concat(parts);
}
