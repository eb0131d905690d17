import { fold, HASH_SEED, hashStep, lookupHashed, type Vocabulary } from './vocabulary.ts';

/** What a token is made of. */
export const WORD = 1;
export const NUMBER = 2;
export const PUNCTUATION = 3;
export const LINK = 4;

/** How a token looks; the bits of `Tokens.shape`. */
export const CAPITAL = 1;
export const UPPER = 2;
export const MIXED = 4;
export const DIGIT = 8;
export const SPACED = 16;
export const NEWLINE = 32;
export const PARAGRAPH = 64;

/**
 * An article's tokens, in columns: token `i` is `text.slice(start[i], end[i])` (UTF-16), `kind[i]` says what it is made
 * of, `shape[i]` how it looks, `id[i]` which word of the vocabulary it is (0 if none). Tokens cover all that is not white
 * space, without overlap.
 */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly id: Int32Array;
  readonly kind: Uint8Array;
  readonly shape: Uint8Array;
}

const SPACE = 1;
const BREAK = 2;
const LOWER_LETTER = 3;
const UPPER_LETTER = 4;
const NUMERAL = 5;
const APOSTROPHE = 6;
const SURROGATE = 7;
const OTHER = 0;

function classify(code: number): number {
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return BREAK;
  if (code === 39 || code === 0x2019 || code === 0x2018 || code === 0x2bc) return APOSTROPHE;
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  const char = String.fromCharCode(code);
  if (/[\s\u200b\ufeff\u00ad]/.test(char)) return SPACE;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return UPPER_LETTER;
  if (/[\p{L}\p{M}]/u.test(char)) return LOWER_LETTER;
  if (code >= 48 && code <= 57) return NUMERAL;
  return OTHER;
}

/** Classes of the code units that news is made of; the rest are classified when met. */
const CLASSES = Uint8Array.from({ length: 0x600 }, (_, code) => classify(code));
const classOf = (code: number): number => (code < 0x600 ? (CLASSES[code] ?? OTHER) : classify(code));

const BLANK = 32;
const SMALL_A = 97;
const SMALL_Z = 122;
const isLetter = (cls: number): boolean => cls === LOWER_LETTER || cls === UPPER_LETTER;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Endings that English hangs on a word with an apostrophe, and the Dutch plural and genitive 's. */
const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm']);

/** Where a web address or e-mail address that begins at `start` ends, or `start` if none begins there. */
function linkEnd(text: string, start: number): number {
  const head = text.slice(start, start + 8).toLowerCase();
  if (!head.startsWith('http://') && !head.startsWith('https://') && !head.startsWith('www.')) return start;
  let end = start;
  while (
    end < text.length &&
    classOf(text.charCodeAt(end)) !== SPACE &&
    classOf(text.charCodeAt(end)) !== BREAK &&
    !'<>"”»|'.includes(text.charAt(end))
  )
    end += 1;
  while (end > start && ".,;:!?)'’]".includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/**
 * Cut a text into tokens, in one pass, and look every word up.
 *
 * Words are runs of letters and digits; hyphens stand alone ("Citrix-servers" is three tokens), so that a name inside a
 * compound has its own span. Numbers keep their points and commas ("1.500,75") and clock times their colon. The
 * endings 's, n't, 're, 've, 'll, 'd, 'm are tokens of their own.
 */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  // News has a token in five or six characters; what has more makes the columns grow.
  const capacity = (text.length >> 2) + 16;
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let id = new Int32Array(capacity);
  let kind = new Uint8Array(capacity);
  let shape = new Uint8Array(capacity);
  let count = 0;
  let breaks = 2;
  let spaced = true;

  const grow = (): void => {
    const more = <T extends Int32Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const size = start.length * 2;
    start = more(start, new Int32Array(size));
    end = more(end, new Int32Array(size));
    id = more(id, new Int32Array(size));
    kind = more(kind, new Uint8Array(size));
    shape = more(shape, new Uint8Array(size));
  };
  const add = (from: number, to: number, tokenKind: number, look: number, hash: number): void => {
    if (count === start.length) grow();
    start[count] = from;
    end[count] = to;
    kind[count] = tokenKind;
    shape[count] = look | (spaced ? SPACED : 0) | (breaks > 0 ? NEWLINE : 0) | (breaks > 1 ? PARAGRAPH : 0);
    id[count] = lookupHashed(vocabulary, hash, text, from, to);
    count += 1;
    spaced = false;
    breaks = 0;
  };
  const hashOf = (from: number, to: number): number => {
    let hash = HASH_SEED;
    for (let i = from; i < to; i += 1) hash = hashStep(hash, fold(text.charCodeAt(i)));
    return hash;
  };

  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === BLANK) {
      spaced = true;
      i += 1;
      continue;
    }
    const cls = classOf(code);
    if (cls === SPACE) {
      spaced = true;
      i += 1;
      continue;
    }
    if (cls === BREAK) {
      spaced = true;
      if (!(code === 10 && text.charCodeAt(i - 1) === 13)) breaks += 1;
      i += 1;
      continue;
    }
    if (isLetter(cls) || cls === NUMERAL) {
      if (code === 104 || code === 119 || code === 72 || code === 87) {
        const to = linkEnd(text, i);
        if (to > i) {
          add(i, to, LINK, 0, HASH_SEED);
          i = to;
          continue;
        }
      }
      i = cls === NUMERAL ? numberOrWord(i) : word(i);
      continue;
    }
    if (cls === APOSTROPHE) {
      const next = classOf(text.charCodeAt(i + 1));
      const after = classOf(text.charCodeAt(i + 2));
      // 's avonds, 't, 'n: a lone letter behind an apostrophe is a word.
      if (next === LOWER_LETTER && !isLetter(after)) {
        add(i, i + 2, WORD, 0, hashOf(i, i + 2));
        i += 2;
        continue;
      }
      add(i, i + 1, PUNCTUATION, 0, hashOf(i, i + 1));
      i += 1;
      continue;
    }
    if (cls === SURROGATE) {
      const pair = text.codePointAt(i) ?? code;
      const width = pair > 0xffff ? 2 : 1;
      add(i, i + width, PUNCTUATION, 0, HASH_SEED);
      i += width;
      continue;
    }
    add(i, i + 1, PUNCTUATION, 0, hashStep(HASH_SEED, fold(code)));
    i += 1;
  }
  return { count, start, end, id, kind, shape };

  /** Read a run of letters and digits that begins with a letter; returns where to go on. */
  function word(from: number): number {
    let to = from;
    let upper = 0;
    let lower = 0;
    let digits = 0;
    let mixed = false;
    let hash = HASH_SEED;
    const first = classOf(text.charCodeAt(from)) === UPPER_LETTER;
    for (; to < text.length; to += 1) {
      const code = text.charCodeAt(to);
      // Nearly all letters are these.
      if (code >= SMALL_A && code <= SMALL_Z) {
        lower += 1;
        hash = hashStep(hash, code);
        continue;
      }
      const cls = classOf(code);
      if (cls === UPPER_LETTER) {
        if (lower > 0) mixed = true;
        upper += 1;
      } else if (cls === LOWER_LETTER) lower += 1;
      else if (cls === NUMERAL) digits += 1;
      else if (cls === APOSTROPHE && to + 1 < text.length && isLetter(classOf(text.charCodeAt(to + 1)))) {
        let tail = to + 1;
        while (tail < text.length && isLetter(classOf(text.charCodeAt(tail)))) tail += 1;
        const ending = text.slice(to + 1, tail).toLowerCase();
        if (CLITICS.has(ending)) {
          add(from, to, WORD, looks(first, upper, lower, digits, mixed), hash);
          add(to, tail, WORD, 0, hashOf(to, tail));
          return tail;
        }
        if (ending === 't' && fold(text.charCodeAt(to - 1)) === 110 && to - 1 > from) {
          add(from, to - 1, WORD, looks(first, upper, lower - 1, digits, mixed), hashOf(from, to - 1));
          add(to - 1, tail, WORD, 0, hashOf(to - 1, tail));
          return tail;
        }
      } else break;
      hash = hashStep(hash, fold(code));
    }
    add(from, to, WORD, looks(first, upper, lower, digits, mixed), hash);
    return to;
  }

  /** Read what begins with a digit: a number, a clock time, or a word such as 9th, 1990s, 3CX. */
  function numberOrWord(from: number): number {
    let to = from;
    while (to < text.length) {
      const code = text.charCodeAt(to);
      if (isDigit(code)) to += 1;
      else if ((code === 46 || code === 44) && isDigit(text.charCodeAt(to + 1))) to += 2;
      else if (code === 58 && to - from <= 2 && isDigit(text.charCodeAt(to + 1)) && isDigit(text.charCodeAt(to + 2)))
        to += 3;
      else break;
    }
    const plain = to - from <= 4 || !/[.,:]/.test(text.slice(from, to));
    if (plain && isLetter(classOf(text.charCodeAt(to)))) {
      let tail = to;
      let upper = 0;
      let lower = 0;
      for (; tail < text.length; tail += 1) {
        const cls = classOf(text.charCodeAt(tail));
        if (cls === UPPER_LETTER) upper += 1;
        else if (cls === LOWER_LETTER) lower += 1;
        else if (cls !== NUMERAL) break;
      }
      add(
        from,
        tail,
        WORD,
        DIGIT |
          (upper > 0 ? CAPITAL : 0) |
          (upper > 0 && lower === 0 ? UPPER : 0) |
          (upper > 0 && lower > 0 ? MIXED : 0),
        hashOf(from, tail),
      );
      return tail;
    }
    add(from, to, NUMBER, DIGIT, hashOf(from, to));
    return to;
  }
}

function looks(first: boolean, upper: number, lower: number, digits: number, mixed: boolean): number {
  return (
    (first ? CAPITAL : 0) |
    (upper > 0 && lower === 0 && upper + digits > 1 ? UPPER : 0) |
    (mixed || (!first && upper > 0) ? MIXED : 0) |
    (digits > 0 ? DIGIT : 0)
  );
}
