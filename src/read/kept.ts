import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { chunksOf, linesOf } from './bytes.ts';
import { LIMITS } from './limits.ts';

/** Lines of JSON in files, found again by a key. */
export interface Kept {
  /** The value of a key, or undefined; of several lines with one key the last counts. */
  readonly find: (key: string) => unknown;
  readonly close: () => void;
}

interface Place {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

const decoder = new TextDecoder();

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Look through files of JSON Lines and keep where each value stands; only keys and places are held in memory. A file
 * that is missing and a line that is no JSON (cut in two by a kill) are passed over.
 *
 * @param keyOf the key of a value, or null where it is not wanted
 */
export async function keepLines(paths: readonly string[], keyOf: (value: unknown) => string | null): Promise<Kept> {
  const places = new Map<string, Place>();
  const files: number[] = [];
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const file = openSync(path, 'r');
    files.push(file);
    for await (const { offset, bytes } of linesOf(chunksOf(path), LIMITS.lineBytes)) {
      if (bytes === null || bytes.length === 0) continue;
      const key = keyOf(parsed(bytes));
      if (key !== null) places.set(key, { file, offset, length: bytes.length });
    }
  }
  return {
    find(key) {
      const place = places.get(key);
      if (place === undefined) return undefined;
      const bytes = Buffer.allocUnsafe(place.length);
      const length = readSync(place.file, bytes, 0, place.length, place.offset);
      return length === place.length ? parsed(bytes) : undefined;
    },
    close: () => files.forEach(closeSync),
  };
}
