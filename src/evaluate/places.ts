import type { Span } from '../model/span.ts';

/** How many characters two spans share; 0 or less if they do not overlap. */
export function shared(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** How offsets are counted in records: in code points of the text, though strings count UTF-16 units. */
function codePoint(text: string, at: number): number {
  return [...text.slice(0, at)].length;
}

/** Where some words stand in a text, counted in code points; null if they do not. */
export function placeOf(text: string, words: string, nth = 1): Span | null {
  let at = -1;
  for (let i = 0; i < nth; i += 1) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return null;
  }
  const start = codePoint(text, at);
  return { start, end: start + codePoint(words, words.length) };
}
