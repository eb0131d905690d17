import { type Tokens, WORD } from '../model/tokens.ts';
import { fold } from '../model/vocabulary.ts';

/** Words in a row that make a shingle. */
const SHINGLE = 5;
/** Smallest hashes kept: 128 of 4 bytes are 684 characters of base64. */
const KEPT = 128;

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A sketch of a text from which copies are told without the text (bottom-k MinHash, Broder 1997): the smallest 32-bit
 * hashes of its five-word runs, ascending, little-endian, as base64.
 */
export function fingerprint(text: string, tokens: Tokens): string {
  const words: number[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    if (tokens.kind[i] !== WORD) continue;
    let hash = 0x811c9dc5 | 0;
    for (let k = tokens.start[i] ?? 0; k < (tokens.end[i] ?? 0); k += 1)
      hash = Math.imul(hash ^ fold(text.charCodeAt(k)), 0x01000193);
    words.push(hash);
  }
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i += 1) {
    let hash = 0;
    for (let k = i; k < i + SHINGLE; k += 1) hash = Math.imul(hash, 0x01000193) ^ (words[k] ?? 0);
    hashes.add(mix(hash));
  }
  const kept = Uint32Array.from(hashes).sort().subarray(0, KEPT);
  const bytes = Buffer.alloc(kept.length * 4);
  kept.forEach((hash, i) => {
    bytes.writeUInt32LE(hash, i * 4);
  });
  return bytes.toString('base64');
}
