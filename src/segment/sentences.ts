import { CAPITAL, DIGIT, NEWLINE, NUMBER, PARAGRAPH, PUNCTUATION, SPACED, type Tokens, WORD } from '../model/tokens.ts';

/** Longest line, in code units, that counts as a heading or list item when a line break follows. */
const SHORT_LINE = 65;

/** A dateline stands in one of the first lines, and is no longer than this, in tokens. */
const DATELINE_LINES = 8;
const DATELINE_TOKENS = 14;

/** What sentence splitting must know of a language. */
export interface SentenceWords {
  /** Vocabulary numbers of abbreviations whose full stop does not end a sentence. */
  readonly abbreviations: ReadonlySet<number>;
  /** Whether a word (by its number) can open a sentence behind an initial: "at 5 p.m. The firm". */
  readonly opens: (id: number) => boolean;
}

/**
 * Where sentences begin, as token numbers, with the number of tokens at the end.
 *
 * A sentence ends at . ! ? … with closing quotes, when a capital, a figure, an opening quote or a bullet follows; at an
 * empty line; at a line break behind a short line (a heading, an item of a list); and at the dash behind a dateline
 * ("DEN HAAG (ANP) - "). It does not end behind abbreviations, initials ("J. Jansen", "U.S. Treasury") or inside a name
 * ("Nu.nl").
 */
export function sentenceStarts(text: string, tokens: Tokens, words: SentenceWords): number[] {
  const starts: number[] = [];
  const char = (i: number): string => text.charAt(tokens.start[i] ?? 0);
  let lineStart = 0;
  let lines = 0;
  let body = 0;
  for (let i = 0; i < tokens.count; i += 1) {
    const shape = tokens.shape[i] ?? 0;
    if (i === 0 || shape & NEWLINE) {
      lines += 1;
      if (lines <= DATELINE_LINES) body = datelineEnd(i);
    }
    if (i === body && i > 0 && !(shape & NEWLINE)) {
      starts.push(i);
      continue;
    }
    if (shape & NEWLINE) {
      const length = i === 0 ? 0 : (tokens.end[i - 1] ?? 0) - lineStart;
      if (i === 0 || shape & PARAGRAPH || opensItem(i) || (length <= SHORT_LINE && startsBig(i)) || endsAt(i - 1))
        starts.push(i);
      lineStart = tokens.start[i] ?? 0;
      continue;
    }
    if (shape & SPACED && i > 0 && endsAt(i - 1) && (startsBig(i) || opensQuote(i) || opensItem(i))) starts.push(i);
  }
  if (starts[0] !== 0 && tokens.count > 0) starts.unshift(0);
  starts.push(tokens.count);
  return starts;

  /** Where the story begins behind the dateline that opens the line at `from`: "WHITBY, June 4 (Reuters) -- "; `from` if there is none. */
  function datelineEnd(from: number): number {
    const big = (i: number): boolean => ((tokens.shape[i] ?? 0) & (CAPITAL | DIGIT)) !== 0;
    if (!big(from) && char(from) !== '(') return from;
    let small = 0;
    for (let i = from + 1; i < tokens.count && i < from + DATELINE_TOKENS; i += 1) {
      if ((tokens.shape[i] ?? 0) & NEWLINE) return from;
      if ('-–—'.includes(char(i)) && (tokens.shape[i] ?? 0) & SPACED) {
        let story = i + 1;
        while (story < tokens.count && '-–—'.includes(char(story))) story += 1;
        const opens =
          ((tokens.shape[story] ?? 0) & (SPACED | NEWLINE)) === SPACED && (startsBig(story) || opensQuote(story));
        if (opens && small === 0) return story;
      }
      // "Bergen op Zoom", "4 mei 2024"
      if (tokens.kind[i] === WORD && !big(i)) {
        const dated = tokens.kind[i - 1] === NUMBER || tokens.kind[i + 1] === NUMBER;
        small = dated ? 0 : small + 1;
      } else if (tokens.kind[i] === WORD || tokens.kind[i] === NUMBER) small = 0;
      else if (!',.()/|-–—'.includes(char(i))) return from;
      if (small > 3) return from;
    }
    return from;
  }

  function startsBig(i: number): boolean {
    const shape = tokens.shape[i] ?? 0;
    if (tokens.kind[i] === WORD || tokens.kind[i] === NUMBER) return (shape & (CAPITAL | DIGIT)) !== 0;
    if (opensQuote(i) || char(i) === "'" || char(i) === '’') return capitalAt(i + 1) || elided(i + 1);
    return (
      '€$£@#'.includes(char(i)) || ((tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) === 2 && tokens.kind[i] === WORD)
    );
  }

  function capitalAt(i: number): boolean {
    return i < tokens.count && ((tokens.shape[i] ?? 0) & (CAPITAL | DIGIT)) !== 0;
  }

  /** "’s Nachts", "’t Kabinet": what is left of a word behind an apostrophe takes no capital; the next word does. */
  function elided(i: number): boolean {
    const apostrophe = char(i - 1) === '’' || char(i - 1) === "'" || char(i - 1) === '‘';
    const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
    return apostrophe && tokens.kind[i] === WORD && length === 1 && capitalAt(i + 1);
  }

  function opensQuote(i: number): boolean {
    return tokens.kind[i] === PUNCTUATION && '‘“"„‚«(['.includes(char(i));
  }

  function opensItem(i: number): boolean {
    return (
      tokens.kind[i] === PUNCTUATION &&
      '•*-–—·▪'.includes(char(i)) &&
      ((tokens.shape[i + 1] ?? 0) & SPACED) !== 0 &&
      ((tokens.shape[i] ?? 0) & NEWLINE) !== 0
    );
  }

  /** Whether a sentence can end with this token. */
  function endsAt(i: number): boolean {
    let at = i;
    while (
      at > 0 &&
      tokens.kind[at] === PUNCTUATION &&
      '’”"\'»)]'.includes(char(at)) &&
      ((tokens.shape[at] ?? 0) & SPACED) === 0
    )
      at -= 1;
    const mark = char(at);
    if (tokens.kind[at] !== PUNCTUATION) return false;
    if (mark === '!' || mark === '?' || mark === '…') return true;
    if (mark !== '.') return false;
    if (at === 0 || (tokens.shape[at] ?? 0) & SPACED) return true;
    const before = at - 1;
    if (tokens.kind[before] === WORD) {
      const length = (tokens.end[before] ?? 0) - (tokens.start[before] ?? 0);
      const next = tokens.id[i + 1] ?? 0;
      if (words.abbreviations.has(tokens.id[before] ?? -1)) return false;
      if (length === 1) return words.opens(next) && ((tokens.shape[i + 1] ?? 0) & CAPITAL) !== 0;
    }
    return true;
  }
}
