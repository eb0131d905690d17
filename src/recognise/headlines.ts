import { type Document, tokenText } from '../model/document.ts';
import { CAPITAL, UPPER, WORD } from '../model/tokens.ts';

/** Sentences of fewer words are not judged. */
const FEWEST = 5;

/** Whether most words of the sentence `[from, to)` have capitals, so that they show no names. */
export function isHeadline(document: Document, from: number, to: number): boolean {
  const { tokens } = document;
  let words = 0;
  let capitals = 0;
  for (let i = from; i < to; i += 1) {
    if (tokens.kind[i] !== WORD) continue;
    words += 1;
    if (((tokens.shape[i] ?? 0) & (CAPITAL | UPPER)) !== 0) capitals += 1;
  }
  const isClosed = to > from && /^[.!?]$/.test(tokenText(document, to - 1));
  return words >= FEWEST && capitals > words * (isClosed ? 0.8 : 0.6);
}
