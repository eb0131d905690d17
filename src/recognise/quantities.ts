import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Grammar } from '../model/language.ts';
import type { QuantityFound } from '../model/mention.ts';
import type { QuantityKind } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { NUMBER, PUNCTUATION, SPACED, WORD } from '../model/tokens.ts';

const CURRENCY: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
/** Units that are written onto a number: 40gb. */
const VOLUMES: ReadonlySet<string> = new Set(['gb', 'tb', 'mb']);
/** How many words may stand between a number and what it counts: "850.000 besmette Nederlandse computers". */
const REACH = 3;
/** Words behind which nothing is counted any more. */
const ENDS_COUNT = wordBits('determiner', 'possessive', 'preposition', 'pronoun', 'subject', 'coordinator');

/** The value of figures with a language's marks between thousands and before decimals; null if it is no number. */
function parseNumber(text: string, { group, point }: Grammar['figures']): number | null {
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
  if (grouped.test(text)) return Number(text.replaceAll(group, '').replace(point, '.'));
  const plain = /^\d+(?:[.,]\d+)?$/;
  return plain.test(text) ? Number(text.replace(',', '.')) : null;
}

/**
 * Numbers with what they count: people, records, systems, organisations, money, volumes of data, percentages.
 *
 * @param taken spans (dates, names) whose figures count nothing
 */
export function findQuantities(
  document: Document,
  language: CompiledLanguage,
  taken: readonly Span[],
): QuantityFound[] {
  const { tokens } = document;
  const { quantities: words, dates, grammar } = language.source;
  const numbers = dates.words.number ?? {};
  const found: QuantityFound[] = [];
  const used = new Uint8Array(tokens.count);
  let next = 0;
  const spans = taken.toSorted((a, b) => a.start - b.start);
  for (let i = 0; i < tokens.count; i += 1) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= (tokens.start[i] ?? 0)) next += 1;
    const span = spans[next];
    if (span !== undefined && span.start <= (tokens.start[i] ?? 0)) used[i] = 1;
  }
  const lowered = (i: number): string =>
    i < 0 || i >= tokens.count ? '' : tokenText(document, i).toLowerCase().replaceAll('’', "'");
  const unitOf = new Map<string, { kind: QuantityKind; id: string; unit: string }>();
  for (const { id, kind, words: list } of words.units)
    for (const [word, unit] of Object.entries(list)) unitOf.set(word, { kind, id, unit });

  for (let i = 0; i < tokens.count; i += 1) {
    if (used[i] === 1) continue;
    const quantity = quantityAt(i);
    if (quantity === null) continue;
    found.push(quantity);
    i = quantity.to - 1;
  }
  return found;

  function valueAt(i: number): number | null {
    if (tokens.kind[i] === NUMBER) return parseNumber(tokenText(document, i), grammar.figures);
    if (tokens.kind[i] !== WORD) return null;
    const text = lowered(i);
    const [, figures, ending = ''] = /^(\d+(?:[.,]\d+)?)(\p{L}+)$/u.exec(text) ?? [];
    if (figures !== undefined && (VOLUMES.has(ending) || language.source.groups.numberEndings.includes(ending)))
      return Number(figures.replace(',', '.')) * (words.multipliers[ending] ?? 1);
    const value = numbers[text];
    return typeof value === 'number' && !isOf(document, language.groups, i, 'numberArticles') ? value : null;
  }

  function quantityAt(i: number): QuantityFound | null {
    let from = i;
    const currency = CURRENCY[lowered(i)];
    let at = currency === undefined ? i : i + 1;
    const value = at < tokens.count && used[at] !== 1 ? valueAt(at) : null;
    if (value === null) return null;
    if (at > 0 && (lowered(at - 1) === '-' || lowered(at - 1) === '/') && ((tokens.shape[at] ?? 0) & SPACED) === 0)
      return null;
    const half = halfBefore(at);
    let total = half >= 0 ? value / 2 : value;
    if (half >= 0) from = half;
    const lower = currency === undefined ? rangeBefore(i) : null;
    if (lower !== null) from = lower.from;
    const volume = /^\d+(gb|tb|mb)$/.exec(lowered(at))?.[1];
    at += 1;
    while (
      at < tokens.count &&
      words.multipliers[lowered(at)] !== undefined &&
      document.sentenceOf[at] === document.sentenceOf[i]
    ) {
      total *= words.multipliers[lowered(at)] ?? 1;
      at += 1;
    }
    const numberEnd = at;
    const unit =
      currency !== undefined
        ? { kind: 'money' as const, id: `${document.language}/quantity/money`, unit: currency, at: numberEnd - 1 }
        : volume !== undefined
          ? {
              kind: 'data-volume' as const,
              id: `${document.language}/quantity/data-volume`,
              unit: volume.toUpperCase(),
              at: numberEnd - 1,
            }
          : unitAfter(at);
    if (unit === null) return null;
    const end = unit.at + 1;
    const bounds = approximation(from);
    from = bounds.from;
    const min = bounds.how === 'less' ? null : lower !== null && lower.value < total ? lower.value : total;
    const max = bounds.how === 'more' ? null : total;
    return {
      from,
      to: end,
      start: tokens.start[from] ?? 0,
      end: tokens.end[end - 1] ?? 0,
      rule: unit.id,
      kind: unit.kind,
      min,
      max,
      unit: unit.unit,
      approximate: bounds.how !== 'exact',
    };
  }

  /** "een half miljoen", "half a million": where the half begins, or -1. */
  function halfBefore(at: number): number {
    if (words.multipliers[lowered(at)] === undefined) return -1;
    if (numbers[lowered(at - 1)] === 0.5) return at - 1;
    return numbers[lowered(at - 2)] === 0.5 && isOf(document, language.groups, at - 1, 'numberArticles') ? at - 2 : -1;
  }

  /** The lower end of a range: "100 en 200 mensen", "800 to 1,500 firms". */
  function rangeBefore(at: number): { from: number; value: number } | null {
    if (at < 2 || document.sentenceOf[at - 2] !== document.sentenceOf[at] || used[at - 2] === 1) return null;
    if (!isOf(document, language.groups, at - 1, 'rangeJoins')) return null;
    const value = valueAt(at - 2);
    return value === null ? null : { from: at - 2, value };
  }

  function unitAfter(start: number): { kind: QuantityKind; id: string; unit: string; at: number } | null {
    for (let at = start; at < start + 1 + REACH && at < tokens.count; at += 1) {
      if (document.sentenceOf[at] !== document.sentenceOf[start - 1]) return null;
      const pair = unitOf.get(`${lowered(at)} ${lowered(at + 1)}`);
      if (pair) return { ...pair, at: at + 1 };
      const unit = unitOf.get(lowered(at));
      if (unit) return { ...unit, at };
      if (tokens.kind[at] === PUNCTUATION || tokens.kind[at] === NUMBER) return null;
      if (((document.words[at] ?? 0) & ENDS_COUNT) !== 0 && at > start) return null;
    }
    return null;
  }

  function approximation(from: number): { from: number; how: 'exact' | 'about' | 'less' | 'more' } {
    const lists = [
      ['about', words.about],
      ['less', words.lessThan],
      ['more', words.moreThan],
    ] as const;
    for (const [how, list] of lists) {
      for (const phrase of list) {
        const parts = phrase.split(' ');
        if (parts.every((part, k) => lowered(from - parts.length + k) === part)) return { from, how };
      }
    }
    return { from, how: 'exact' };
  }
}
