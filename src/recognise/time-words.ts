import type { CompiledTime } from '../lexicon/time.ts';
import { timeBit } from '../lexicon/time.ts';
import { type Document, tokenText } from '../model/document.ts';
import { CAPITAL, DIGIT, NUMBER, WORD } from '../model/tokens.ts';

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
function mixedClasses(text: string): number {
  if (/^\d{1,2}(?:st|nd|rd|th|e|ste|de)$/i.test(text)) return ORDINAL;
  if (/^(?:1[0-9]|20)\d0s$/.test(text) || /^[1-9]0s$/.test(text)) return DECADE;
  if (/^\d{1,2}(?:am|pm|u)$/i.test(text)) return CLOCK;
  return 0;
}

/**
 * The lexer of temporal words: the time classes of every token, as bits. Words get theirs from the language's lists,
 * figures from their digits. Month names that are also ordinary words ("may", "march", "mar") count only with a capital.
 */
export function timeClasses(document: Document, time: CompiledTime): Int32Array {
  const { tokens } = document;
  const classes = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i += 1) {
    const id = tokens.id[i] ?? 0;
    let bits = time.classes[id] ?? 0;
    const shape = tokens.shape[i] ?? 0;
    if (tokens.kind[i] === NUMBER) bits |= numberClasses(tokenText(document, i));
    else if (tokens.kind[i] === WORD) {
      if (shape & DIGIT) bits |= mixedClasses(tokenText(document, i));
      else if (bits === 0) {
        if (document.language === 'en') {
          const text = tokenText(document, i);
          if (text === 'am' || text === 'pm' || text === 'AM' || text === 'PM') bits |= MERIDIEM;
        }
      } else if (bits & MONTH && document.language === 'en' && !(shape & CAPITAL)) bits &= ~MONTH;
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
