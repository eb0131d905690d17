import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The largest article, line or JSON document that is taken into memory, in bytes. */
const LARGEST = 256 * 1024 * 1024;

const CHUNK = 256 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** The bytes of a file, piece by piece; a piece is only good until the next one is asked for. */
export function* chunksOf(path: string): Generator<Uint8Array> {
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

/** A line of a file without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Null if it is longer than `LARGEST`. */
  readonly bytes: Uint8Array | null;
}

/** Cut bytes into lines. Not more than one line is held in memory, and of one that is too long nothing. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let held = 0;
  let number = 1;
  let offset = 0;
  let length = 0;

  function add(part: Uint8Array, keep: boolean): void {
    length += part.length;
    if (held + part.length > LARGEST) {
      parts = [];
      held = LARGEST + 1;
    } else if (part.length > 0) {
      parts.push(keep ? Uint8Array.from(part) : part);
      held += part.length;
    }
  }

  function line(): Line {
    const first = parts[0];
    const whole = parts.length === 1 && first ? first : Buffer.concat(parts);
    const bytes = whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole;
    const result = { number, offset, bytes: held > LARGEST ? null : bytes };
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

/** All bytes in one piece, or null if there are more than `LARGEST`. */
export async function allBytes(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  begin: readonly Uint8Array[] = [],
): Promise<Uint8Array | null> {
  const parts = [...begin];
  let held = parts.reduce((sum, part) => sum + part.length, 0);
  for await (const chunk of chunks) {
    held += chunk.length;
    if (held > LARGEST) return null;
    parts.push(Uint8Array.from(chunk));
  }
  const first = parts[0];
  return parts.length === 1 && first ? first : Buffer.concat(parts);
}
