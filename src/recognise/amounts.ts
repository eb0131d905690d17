import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Grammar } from '../model/language.ts';
import { NEWLINE, NUMBER, SPACED, WORD } from '../model/tokens.ts';

const CURRENCY: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₽': 'RUB',
  '₿': 'BTC',
};
/** What may stand before a dollar sign, and whose dollars they are. */
const DOLLARS: Readonly<Record<string, string>> = {
  US: 'USD',
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  S: 'SGD',
  R: 'BRL',
};
/** Currencies that are written by their code on either side of a number. */
const CODES: ReadonlySet<string> = new Set(
  'EUR USD GBP CHF CAD AUD NZD JPY CNY SEK NOK DKK PLN CZK RUB UAH INR BRL ZAR SGD HKD BTC XMR ETH'.split(' '),
);
/** Units that are written onto a number: 40gb. */
const VOLUMES: Readonly<Record<string, string>> = { kb: 'kB', mb: 'MB', gb: 'GB', tb: 'TB', pb: 'PB' };

/** A number in a text, the tokens `[from, to)`. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** By what the number as it stands was multiplied, 1 if by nothing: of two ends of a range often only one has it. */
  readonly times: number;
  /** Whether it only tells the least: "dozens". */
  readonly vague: boolean;
  /** Unit that stands with the number: a currency or a volume. */
  readonly unit: { readonly kind: 'money' | 'data-volume'; readonly unit: string } | null;
}

/** The value of figures with a language's marks between thousands and before decimals; null if it is no number. */
function parseNumber(text: string, { group, point }: Grammar['figures']): number | null {
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
  if (grouped.test(text)) return Number(text.replaceAll(group, '').replace(point, '.'));
  const plain = /^\d+(?:[.,]\d+)?$/;
  return plain.test(text) ? Number(text.replace(',', '.')) : null;
}

/**
 * A reader of numbers, in figures and in words, with the currency or volume that stands at them.
 *
 * @param isTaken whether a token belongs to a date or a name
 */
export function amountReader(
  document: Document,
  language: CompiledLanguage,
  isTaken: (token: number) => boolean,
): (at: number) => Amount | null {
  const { tokens } = document;
  const { quantities: words, grammar, compounds } = language.source;
  const { numbers, some, of } = language.quantities;
  const ends = language.source.groups.numberEndings;
  const rawText = (i: number): string => (i < 0 || i >= tokens.count ? '' : tokenText(document, i));
  /** Words are asked for again and again, by everything that could begin at them. */
  const low = new Array<string | undefined>(tokens.count);
  const lowered = (i: number): string => {
    if (i < 0 || i >= tokens.count) return '';
    const held = low[i] ?? tokenText(document, i).toLowerCase();
    low[i] = held;
    return held;
  };
  const isGlued = (i: number): boolean => ((tokens.shape[i] ?? 0) & SPACED) === 0;
  /** What a word multiplies by; a lone letter ("5m") only if it is written onto its number. */
  const multiplier = (i: number): number | undefined =>
    lowered(i).length > 1 || isGlued(i) ? words.multipliers[lowered(i)] : undefined;
  const isArticle = (i: number): boolean => isOf(document, language.groups, i, 'numberArticles');
  const sameSentence = (a: number, b: number): boolean => document.sentenceOf[a] === document.sentenceOf[b];

  return function amountAt(at: number): Amount | null {
    // "A quarter of a million" is no quarter of a year.
    if (isTaken(at)) return fractionAt(at);
    const before = currencyBefore(at);
    const read = before === null ? numberAt(at) : isTaken(before.to) ? null : numberAt(before.to);
    if (read === null) return null;
    const unit = before === null ? read.unit : { kind: 'money' as const, unit: before.unit };
    return { ...read, from: before === null ? read.from : at, unit };
  };

  /** "$", "US$", "EUR" before a number: where the number begins. */
  function currencyBefore(at: number): { to: number; unit: string } | null {
    const text = rawText(at);
    const symbol = CURRENCY[text];
    if (symbol !== undefined) return { to: at + 1, unit: symbol };
    const dollars = DOLLARS[text];
    if (dollars !== undefined && rawText(at + 1) === '$' && isGlued(at + 1)) return { to: at + 2, unit: dollars };
    return CODES.has(text) && tokens.kind[at + 1] === NUMBER ? { to: at + 1, unit: text } : null;
  }

  function numberAt(at: number): Amount | null {
    const plural = words.vague[lowered(at)];
    if (plural !== undefined) return vagueAt(at, at, plural);
    const isSome = some.has(lowered(at)) ? at + 1 : isArticle(at) && some.has(lowered(at + 1)) ? at + 2 : at;
    if (isSome > at && !isTaken(isSome)) {
      const least = words.vague[lowered(isSome)] ?? multiplier(isSome);
      return least === undefined ? null : vagueAt(at, isSome, least);
    }
    return fractionAt(at) ?? (tokens.kind[at] === NUMBER ? figuresAt(at) : wordsAt(at));
  }

  /** "Dozens", "tens of thousands", "several hundred": the least that they can mean. */
  function vagueAt(from: number, at: number, least: number): Amount {
    let value = least;
    let to = at + 1;
    for (;;) {
      const next = of.has(lowered(to)) ? to + 1 : to;
      const more = words.vague[lowered(next)] ?? multiplier(next);
      if (more === undefined || !sameSentence(next, from)) break;
      value *= more;
      to = next + 1;
    }
    return { from, to, value, times: 1, vague: true, unit: null };
  }

  /** "Half a million", "een kwart miljoen", "a quarter of a million". */
  function fractionAt(at: number): Amount | null {
    const first = isArticle(at) && words.fractions[lowered(at + 1)] !== undefined ? at + 1 : at;
    const part = words.fractions[lowered(first)];
    if (part === undefined) return null;
    let next = first + 1;
    if (of.has(lowered(next))) next += 1;
    if (isArticle(next)) next += 1;
    const whole = multiplier(next);
    if (whole === undefined || isTaken(next)) return null;
    return { from: at, to: next + 1, value: part * whole, times: whole, vague: false, unit: null };
  }

  function figuresAt(at: number): Amount | null {
    let text = rawText(at);
    let to = at + 1;
    // "12 000 klanten": groups of three behind a thin or common space.
    if (/^[1-9]\d{0,2}$/.test(text)) {
      while (tokens.kind[to] === NUMBER && /^\d{3}$/.test(rawText(to)) && ((tokens.shape[to] ?? 0) & NEWLINE) === 0) {
        text += rawText(to);
        to += 1;
      }
    }
    const value = parseNumber(text, grammar.figures);
    return value === null ? null : multiplied(at, to, value);
  }

  function wordsAt(at: number): Amount | null {
    if (tokens.kind[at] !== WORD) return null;
    const text = lowered(at);
    const [, figures, ending = ''] = /^(\d+(?:[.,]\d+)?)(\p{L}+)$/u.exec(text) ?? [];
    if (figures !== undefined) {
      const value = Number(figures.replace(',', '.'));
      const volume = VOLUMES[ending];
      if (volume !== undefined)
        return { from: at, to: at + 1, value, times: 1, vague: false, unit: { kind: 'data-volume', unit: volume } };
      const times = ends.includes(ending) ? words.multipliers[ending] : undefined;
      return times === undefined
        ? null
        : { from: at, to: at + 1, value: value * times, times, vague: false, unit: null };
    }
    if (isArticle(at)) {
      return multiplier(at + 1) === undefined || isGlued(at + 1) || isTaken(at + 1) ? null : spoken(at, 1);
    }
    const value = wordValue(at);
    return value === null ? null : (andFraction(at, value) ?? spoken(at, value));
  }

  /** The value of a number word: listed, or put together as Dutch does ("honderdvijftigduizend"). */
  function wordValue(at: number): number | null {
    if (isArticle(at)) return null;
    const text = lowered(at);
    return numbers[text] ?? (compounds && text.length > 8 ? compoundValue(text) : null);
  }

  function compoundValue(text: string): number | null {
    if (text === '') return 0;
    const known = numbers[text];
    if (known !== undefined) return known;
    for (const [word, times] of Object.entries(words.compounded)) {
      const cut = text.indexOf(word);
      if (cut < 0) continue;
      const head = cut === 0 ? 1 : compoundValue(text.slice(0, cut));
      const tail = compoundValue(text.slice(cut + word.length));
      return head === null || tail === null ? null : head * times + tail;
    }
    return null;
  }

  /** "One and a half million", "twee en een half miljoen". */
  function andFraction(at: number, whole: number): Amount | null {
    if (!isOf(document, language.groups, at + 1, 'and') || !isArticle(at + 2)) return null;
    const part = words.fractions[lowered(at + 3)];
    const times = multiplier(at + 4);
    if (part === undefined || times === undefined || isTaken(at + 4) || !sameSentence(at, at + 4)) return null;
    return { from: at, to: at + 5, value: (whole + part) * times, times, vague: false, unit: null };
  }

  /** A number in words over several tokens: "two hundred and fifty thousand", "twenty-two". */
  function spoken(at: number, first: number): Amount | null {
    let current = first;
    let total = 0;
    let to = at + 1;
    while (to < tokens.count && sameSentence(to, at) && !isTaken(to)) {
      const hyphen = /^[-‑]$/.test(rawText(to)) && isGlued(to) && isGlued(to + 1);
      const next = hyphen ? to + 1 : to;
      const times = multiplier(next);
      if (times !== undefined && !isTaken(next)) {
        if (times === 100 || times === 12) current *= times;
        else {
          total += current * times;
          current = 0;
        }
        to = next + 1;
        continue;
      }
      const joined =
        isOf(document, language.groups, to, 'and') && (current % 100 === 0 || current === 0) ? to + 1 : next;
      const value = tokens.kind[joined] === WORD && !isTaken(joined) ? wordValue(joined) : null;
      if (value === null || value >= 100 || value < 1 || !(hyphen || to > at + 1)) break;
      // "Between one hundred and two hundred": the second begins a number of its own.
      if (joined > next && multiplier(joined + 1) === 100) break;
      const fits = hyphen ? current % 10 === 0 && current % 100 >= 20 && value < 10 : current % 100 === 0;
      if (!fits) break;
      current += value;
      to = joined + 1;
    }
    const value = total + current;
    return value > 0 ? { from: at, to, value, times: total > 0 ? value / first : 1, vague: false, unit: null } : null;
  }

  /** A number with the multipliers behind it: "1.2 million", "$3.2-million". */
  function multiplied(from: number, start: number, value: number): Amount {
    let times = 1;
    let to = start;
    for (;;) {
      const next = /^[-‑]$/.test(rawText(to)) && isGlued(to) && isGlued(to + 1) ? to + 1 : to;
      const more = multiplier(next);
      if (more === undefined || !sameSentence(next, from) || isTaken(next)) break;
      times *= more;
      to = next + 1;
    }
    return { from, to, value: value * times, times, vague: false, unit: null };
  }
}
