import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { CompiledTime } from '../lexicon/time.ts';
import { timeBit } from '../lexicon/time.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Spoken, WordGroup } from '../model/language.ts';
import { CAPITAL, DIGIT, MIXED, NUMBER, UPPER, WORD } from '../model/tokens.ts';

const DAY = timeBit('day');
const MONTH_NUMBER = timeBit('monthNumber');
const YEAR = timeBit('year');
const SHORT_YEAR = timeBit('shortYear');
const CLOCK = timeBit('clock');
const HOUR = timeBit('hour');
const NUMBER_CLASS = timeBit('number');
const ORDINAL = timeBit('ordinal');
const DECADE = timeBit('decade');
const DOT_DATE = timeBit('dotDate');
const MERIDIEM = timeBit('meridiem');
const MONTH = timeBit('month');

/** Classes of a number by its digits. */
function numberClasses(text: string): number {
  if (/^\d+$/.test(text)) {
    const n = Number(text);
    let classes = NUMBER_CLASS;
    if (text.length <= 2 && n >= 1 && n <= 31) classes |= DAY;
    if (text.length <= 2 && n >= 1 && n <= 12) classes |= MONTH_NUMBER;
    if (text.length <= 2 && n <= 24) classes |= HOUR;
    if (text.length === 2) classes |= SHORT_YEAR;
    if (text.length === 4 && n >= 1000 && n <= 2199) classes |= YEAR;
    return classes;
  }
  const clock = /^(\d{1,2})[.:](\d\d)(?::\d\d)?$/.exec(text);
  if (clock && Number(clock[1]) <= 24 && Number(clock[2]) <= 59) {
    return CLOCK;
  }
  const date = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (date && Number(date[1]) <= 31 && Number(date[2]) <= 12) return DOT_DATE;
  return /^\d+[.,]\d+$/.test(text) ? NUMBER_CLASS : 0;
}

/** Classes of a word with digits in it: 9th, 1990s, 5pm, 14e. */
function mixedClasses(text: string, language: Spoken): number {
  const lower = text.toLowerCase();
  // 3:15pm, 14.30u, 15u30.
  const [, hours = '', clockEnding = ''] = /^(\d{1,2})(?:[.:]\d\d)(\p{L}+)$/u.exec(lower) ?? [];
  if (hours !== '' && Number(hours) <= 24 && language.groups.clockEndings.includes(clockEnding)) return CLOCK;
  if (/^(?:[01]?\d|2[0-4])[uh][0-5]\d$/.test(lower)) return CLOCK;
  const [, digits = '', ending = ''] = /^(\d+)(\p{L}+)$/u.exec(lower) ?? [];
  const ends = (group: WordGroup): boolean => language.groups[group].includes(ending);
  if (digits.length <= 2 && ends('ordinalEndings')) return ORDINAL;
  if (/^(?:1[0-9]|20)\d0$|^[1-9]0$/.test(digits) && ends('decadeEndings')) return DECADE;
  return digits.length <= 2 && ends('clockEndings') ? CLOCK : 0;
}

/**
 * The lexer of temporal words: the time classes of every token, as bits. Words get theirs from the language's lists,
 * figures from their digits. Where months have a capital, ordinary words that are spelled like them count only with one.
 */
export function timeClasses(document: Document, language: CompiledLanguage): Int32Array {
  const { tokens } = document;
  const { time, groups } = language;
  const { capitalMonths } = language.source.grammar;
  const classes = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i += 1) {
    const id = tokens.id[i] ?? 0;
    let bits = time.classes[id] ?? 0;
    const shape = tokens.shape[i] ?? 0;
    if (tokens.kind[i] === NUMBER) bits |= numberClasses(tokenText(document, i));
    else if (tokens.kind[i] === WORD) {
      if (shape & DIGIT) bits |= mixedClasses(tokenText(document, i), language.source);
      else if (bits === 0) {
        // "am" and "AM"; "Am" is a word of a name.
        const inOneCase = (shape & (CAPITAL | MIXED)) === 0 || (shape & UPPER) !== 0;
        if (inOneCase && isOf(document, groups, i, 'meridiems')) bits |= MERIDIEM;
      } else if (bits & MONTH && capitalMonths && !(shape & CAPITAL)) bits &= ~MONTH;
    }
    classes[i] = bits;
  }
  return classes;
}

/** The value of a token as a word of one class: 5 for "mei", 7.5 for "7,5". */
export function timeValue(document: Document, time: CompiledTime, token: number, classes: number): string | number {
  const id = document.tokens.id[token] ?? 0;
  for (const [bit, values] of time.values) {
    if (!(bit & classes)) continue;
    const value = values.get(id);
    if (value !== undefined) return value;
  }
  const text = tokenText(document, token);
  if (classes & (CLOCK | DOT_DATE)) return text;
  if (classes & DECADE) return text;
  const digits = /^\d+(?:[.,]\d+)?/.exec(text);
  return digits ? Number(digits[0].replace(',', '.')) : text.toLowerCase();
}
