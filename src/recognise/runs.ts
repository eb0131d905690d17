import { FUNCTION_WORD, TITLE } from '../model/bits.ts';
import { tokensText } from '../model/document.ts';
import { CAPITAL, MIXED, NEWLINE, NUMBER, UPPER } from '../model/tokens.ts';
import { isHeadline } from './headlines.ts';
import type { Reader, Run } from './reader.ts';

const LONGEST_RUN = 6;
/** Endings of web addresses that are part of a firm's name: Bloemrijk.nl. */
const DOMAIN = /^(?:nl|be|com|org|net|eu|io|de|uk|fr)$/;

/**
 * All runs of name words in an article that nothing has claimed.
 *
 * @param taken 1 for each token that is part of a name already
 */
export function nameRuns(reader: Reader, taken: Uint8Array): Run[] {
  const {
    document,
    language,
    is,
    idOf,
    shapeOf,
    wordsOf,
    textOf,
    opensSentence,
    opensQuote,
    glued,
    ordinary,
    namelike,
  } = reader;
  const { tokens } = document;
  const { proper } = language;
  const all: Run[] = [];
  for (let s = 0; s + 1 < document.sentences.length; s += 1) {
    const first = document.sentences[s] ?? 0;
    const end = document.sentences[s + 1] ?? tokens.count;
    if (isHeadline(document, first, end)) continue;
    for (let i = first; i < end; ) {
      const to = taken[i] === 1 || !namelike(i) ? i : runEnd(i, end);
      const run = to > i ? trimmed(i, to) : null;
      if (run !== null) all.push(run);
      i = Math.max(to, i + 1);
    }
  }
  return all;

  function runEnd(start: number, limit: number): number {
    let end = start + 1;
    while (end < limit) {
      if (taken[end] === 1) break;
      const newline = (shapeOf(end) & NEWLINE) !== 0;
      if (namelike(end) && !newline && !isFunction(end)) end += 1;
      else if (textOf(end) === '&' && end + 1 < limit && namelike(end + 1)) end += 2;
      else if (textOf(end) === '-' && glued(end) && glued(end + 1) && end + 1 < limit && namelike(end + 1)) end += 2;
      else if (
        textOf(end) === '.' &&
        glued(end) &&
        end - start >= 1 &&
        textOf(end - 1).length === 1 &&
        namelike(end + 1)
      )
        end += 1;
      else if (textOf(end) === '.' && glued(end) && glued(end + 1) && DOMAIN.test(textOf(end + 1))) return end + 2;
      else if (textOf(end) === '_' && glued(end) && glued(end + 1) && namelike(end + 1)) end += 2;
      else if (textOf(end) === '(' && glued(end) && tokens.kind[end + 1] === NUMBER && textOf(end + 2) === ')')
        return end + 3;
      // "Ann Lee van Ionica": behind a given name and a surname stands for whom somebody speaks.
      else if (is(end, 'of') && isWholeName(start, end)) break;
      else if (is(end, 'nameParticles') && end + 1 < limit && (namelike(end + 1) || is(end + 1, 'nameParticles')))
        end += 1;
      else break;
    }
    while (end > start + 1 && !namelike(end - 1)) end -= 1;
    return end;
  }

  /** Whether a given name and a surname stand before a token. */
  function isWholeName(start: number, end: number): boolean {
    let names = 0;
    for (let i = start; i < end; i += 1) if (namelike(i)) names += 1;
    return names >= 2 && proper.givenNames.has(idOf(start)) && !proper.givenNames.has(idOf(end - 1));
  }

  /** Whether a word says what somebody is: "Ionica CEO Ann Lee" are two names. */
  function isFunction(token: number): boolean {
    return (wordsOf(token) & TITLE) !== 0 || ((shapeOf(token) & UPPER) !== 0 && is(token, 'ownedByOrganisations'));
  }

  /** A run without the ordinary word that only begins the sentence; null if nothing is left, or too much. */
  function trimmed(start: number, to: number): Run | null {
    let from = start;
    while (
      from < to &&
      ((opensSentence(from) && ordinary(from)) || (wordsOf(from) & FUNCTION_WORD && !isArticle(from)))
    )
      from += 1;
    while (from < to && !namelike(from)) from += 1;
    // "het Taiwanese DEVCORE": where it comes from is no part of an acronym's name.
    if (to - from === 2 && proper.peoples.has(idOf(from)) && (shapeOf(from + 1) & (UPPER | MIXED)) !== 0) from += 1;
    if (from >= to || to - from > LONGEST_RUN) return null;
    if (to - from === 1) {
      const length = (tokens.end[from] ?? 0) - (tokens.start[from] ?? 0);
      if (length < 2 || (wordsOf(from) & FUNCTION_WORD) !== 0) return null;
      if (language.computing.has(idOf(from)) || is(from, 'commonAcronyms')) return null;
      if (opensQuote(from) && ordinary(from)) return null;
    }
    if (
      /^\p{L}[^\d_]*$/u.test(
        tokensText(document, from, to).replaceAll(/\p{L}+/gu, word => (word.length > 1 ? '00' : word)),
      )
    )
      return null;
    return { from, to };
  }

  function isArticle(token: number): boolean {
    return is(token, 'articles') && (shapeOf(token) & CAPITAL) !== 0 && !opensSentence(token) && !opensQuote(token);
  }
}
