import { isUtf8 } from 'node:buffer';
import type { DiagnosticCode } from '../model/diagnostic.ts';

/** What is wrong with some input, before it is known where. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly detail?: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes a byte-order mark takes at the start. */
export function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/**
 * Decode UTF-8; a byte-order mark at the start is left out, nothing else is changed.
 *
 * @param offset where the bytes begin in their file, for the message
 */
export function decode(bytes: Uint8Array, offset = 0): { readonly text: string } | { readonly problem: Problem } {
  if (bytes.includes(0)) return { problem: { code: 'read/binary' } };
  if (!isUtf8(bytes)) {
    const at = invalidAt(bytes);
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return { problem: { code: 'read/invalid-utf8', detail: `byte ${offset + at} is 0x${byte}` } };
  }
  return { text: decoder.decode(bytes.subarray(markLength(bytes))) };
}

/** The first byte that is not UTF-8: the start of the first sequence that is broken. */
function invalidAt(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // Sequences are at most four bytes long, so the prefix that is valid can be found by halving.
  while (high - low > 8) {
    const middle = boundary(bytes, (low + high) >> 1);
    if (middle <= low || middle >= high) break;
    if (isUtf8(bytes.subarray(low, middle))) low = middle;
    else high = middle;
  }
  for (let at = low; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(size => at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size)));
    if (length === undefined) return at;
    at += length;
  }
  return bytes.length;
}

/** The nearest place at or before a byte where a sequence can begin. */
function boundary(bytes: Uint8Array, at: number): number {
  let place = at;
  while (place > 0 && at - place < 4 && ((bytes[place] ?? 0) & 0xc0) === 0x80) place -= 1;
  return place;
}
