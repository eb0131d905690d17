import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { CountedUnit } from '../lexicon/quantities.ts';
import { DETERMINER, POSSESSIVE, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { QuantityFound } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { NUMBER, PUNCTUATION, SPACED } from '../model/tokens.ts';
import { type Amount, amountReader } from './amounts.ts';

/** How many words may stand between a number and what it counts: "850.000 besmette Nederlandse computers". */
const REACH = 3;
/** A compound counts what its last part does; shorter parts end too many other words. */
const SHORTEST_HEAD = 5;
/** Of how many a share is told: "one in ten"; "three in 2,000" are three. */
const LARGEST_SHARE = 100;
/** Words behind which nothing is counted any more. */
const ENDS_COUNT = wordBits('determiner', 'possessive', 'preposition', 'pronoun', 'subject', 'coordinator');

/** What is counted, and its last token. */
interface Counted extends CountedUnit {
  readonly at: number;
}

/** The two ends of a number: those of a range, or twice the same. */
interface Range {
  readonly to: number;
  readonly min: number;
  readonly max: number | null;
  readonly unit: Amount['unit'];
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
  const words = language.quantities;
  const used = takenTokens(document, taken);
  const lowered = (i: number): string =>
    i < 0 || i >= tokens.count ? '' : tokenText(document, i).toLowerCase().replaceAll('’', "'");
  const isGlued = (i: number): boolean => i < tokens.count && ((tokens.shape[i] ?? 0) & SPACED) === 0;
  const isHyphen = (i: number): boolean => /^[-‑–]$/.test(lowered(i)) && isGlued(i) && isGlued(i + 1);
  const sameSentence = (a: number, b: number): boolean => document.sentenceOf[a] === document.sentenceOf[b];
  const amountAt = amountReader(document, language, token => used[token] === 1);

  const found: QuantityFound[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    const quantity = quantityAt(i);
    if (quantity === null) continue;
    found.push(quantity);
    i = quantity.to - 1;
  }
  return found;

  function quantityAt(i: number): QuantityFound | null {
    const first = amountAt(i);
    if (first === null || isName(i)) return null;
    const range = rangeFrom(first);
    const unit = unitOf(range) ?? partOf(first);
    if (unit === null) return null;
    const end = unit.at + 1;
    const how = first.vague || hasPlus(range.to) ? 'more' : approximation(i);
    return {
      from: i,
      to: end,
      start: tokens.start[i] ?? 0,
      end: tokens.end[end - 1] ?? 0,
      rule: unit.rule,
      kind: unit.kind,
      min: how === 'less' ? null : range.min,
      max: how === 'more' ? null : range.max,
      unit: unit.unit,
      approximate: how !== 'exact',
    };
  }

  /** "Two in three firms", "twee op de drie bedrijven": a share, of which nobody knows how many it is. */
  function isRatio(at: number): boolean {
    const first = amountAt(at);
    if (first === null || first.times > 1) return false;
    const join = first.to;
    if (!words.ratios.has(lowered(join)) || !sameSentence(join, at)) return false;
    const next = ((document.words[join + 1] ?? 0) & DETERMINER) !== 0 ? join + 2 : join + 1;
    const second = amountAt(next);
    return second !== null && second.value > first.value && second.value <= LARGEST_SHARE && sameSentence(next, at);
  }

  /** Whether the number is a name or part of one: "port 443", "CVE-2020-1472", "covid-19". */
  function isName(i: number): boolean {
    if (i > 0 && sameSentence(i - 1, i) && words.numbered.has(lowered(i - 1))) return true;
    const before = ((document.words[i - 1] ?? 0) & DETERMINER) !== 0 ? i - 2 : i - 1;
    if (isRatio(i) || (before > 0 && words.ratios.has(lowered(before)) && isRatio(before - 1))) return true;
    return i > 0 && isGlued(i) && /^[-‑–/.:]$/.test(lowered(i - 1));
  }

  /** "10 to 15 million", "€5m–€10m", "between 100 and 200", "10-15"; or the number alone. */
  function rangeFrom(first: Amount): Range {
    const alone = { to: first.to, min: first.value, max: first.value, unit: first.unit };
    const own = first.unit === null ? unitAfter(first.to, 0) : null;
    const join = own === null ? first.to : own.at + 1;
    if (join >= tokens.count || !sameSentence(join, first.from)) return alone;
    const next = joinsRange(join, first.from) ? amountAt(join + 1) : null;
    if (next === null || next.vague || !sameSentence(next.from, first.from)) return alone;
    // Of "5 to 10 million" and "$5 to $10 million" the first is in millions too.
    const raw = next.value / next.times;
    const min = first.times === 1 && next.times > 1 && first.value < raw ? first.value * next.times : first.value;
    return min < next.value ? { to: next.to, min, max: next.value, unit: first.unit ?? next.unit } : alone;
  }

  function joinsRange(at: number, from: number): boolean {
    if (/^[-‑–—]$/.test(lowered(at))) return true;
    if (!isOf(document, language.groups, at, 'rangeJoins')) return false;
    if (!isOf(document, language.groups, at, 'and')) return true;
    const before = ((document.words[from - 1] ?? 0) & DETERMINER) !== 0 ? from - 2 : from - 1;
    return words.between.has(lowered(before)) || words.between.has(lowered(from - 1));
  }

  function unitOf(range: Range): Counted | null {
    if (range.unit !== null) {
      const { kind, unit } = range.unit;
      return { kind, unit, rule: `${document.language}/quantity/${kind}`, at: range.to - 1 };
    }
    let start = range.to;
    if (hasPlus(start)) start += isHyphen(start) ? 2 : 1;
    const of = words.of.has(lowered(start)) && range.max !== null && isVague(range.to - 1) ? start + 1 : start;
    const single = range.max === 1 ? words.singulars.get(lowered(of)) : undefined;
    return single === undefined ? unitAfter(of, REACH) : { ...single, at: of };
  }

  function isVague(last: number): boolean {
    const { vague, multipliers } = language.source.quantities;
    return vague[lowered(last)] !== undefined || multipliers[lowered(last)] !== undefined;
  }

  /** "Three of the five hospitals", "vier van haar filialen": the part is counted, not the whole. */
  function partOf(first: Amount): Counted | null {
    if (first.value < 2 || first.vague || !words.of.has(lowered(first.to))) return null;
    let at = first.to + 1;
    const isDefinite = ((document.words[at] ?? 0) & (DETERMINER | POSSESSIVE)) !== 0;
    if (isDefinite) at += 1;
    const whole = amountAt(at);
    if (whole === null) return isDefinite ? unitAfter(at, REACH) : null;
    return whole.value > first.value ? unitAfter(whole.to, REACH) : null;
  }

  /** "+", "plus" or "-plus" behind a number. */
  function hasPlus(at: number): boolean {
    return lowered(at) === '+' || words.plus.has(lowered(at)) || (isHyphen(at) && words.plus.has(lowered(at + 1)));
  }

  /**
   * What is counted from a token on.
   *
   * @param reach how many words may stand before it; what a hyphen joins is one word, known by its last part
   */
  function unitAfter(start: number, reach: number): Counted | null {
    if (isHyphen(start)) return null;
    let at = start;
    for (let step = 0; step <= reach && at < tokens.count; step += 1) {
      if (!sameSentence(at, start - 1)) return null;
      const pair = words.units.get(`${lowered(at)} ${lowered(at + 1)}`);
      if (pair && sameSentence(at + 1, at)) return { ...pair, at: at + 1 };
      let last = at;
      while (isHyphen(last + 1) && last + 2 < tokens.count) last += 2;
      const unit = counted(last);
      if (unit !== null) return { ...unit, at: last };
      if (tokens.kind[at] === PUNCTUATION || tokens.kind[at] === NUMBER) return null;
      if (at > start && ((document.words[at] ?? 0) & ENDS_COUNT) !== 0) {
        // "3.2 million current and former customers": what was joined counts as one word.
        const joins = isOf(document, language.groups, at, 'and') && !isPlural(at - 1);
        if (!joins) return null;
        step -= 1;
      }
      at = last + 1;
    }
    return null;
  }

  function isPlural(at: number): boolean {
    return words.pluralEndings.some(ending => lowered(at).endsWith(ending));
  }

  /** The unit that a word is, or ends in if the language writes compounds as one word: "huisartsenpraktijken". */
  function counted(at: number): CountedUnit | null {
    const word = lowered(at);
    const listed = words.units.get(word);
    if (listed !== undefined) return listed;
    if (!language.source.compounds || words.uncounted.has(word)) return null;
    for (let cut = 2; cut <= word.length - SHORTEST_HEAD; cut += 1) {
      const head = words.units.get(word.slice(cut));
      if (head !== undefined && head.kind !== 'money') return head;
    }
    return null;
  }

  /** What the words before a number say of it: "some", "more than", "een kleine". */
  function approximation(from: number): 'exact' | 'about' | 'less' | 'more' {
    for (const { how, words: phrase } of words.bounds.get(lowered(from - 1)) ?? [])
      if (phrase.every((word, k) => lowered(from - 1 - k) === word)) return how;
    return 'exact';
  }
}

/** One for each token that belongs to a span. */
function takenTokens({ tokens }: Document, taken: readonly Span[]): Uint8Array {
  const used = new Uint8Array(tokens.count);
  const spans = taken.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (let i = 0; i < tokens.count; i += 1) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= (tokens.start[i] ?? 0)) next += 1;
    const span = spans[next];
    if (span !== undefined && span.start <= (tokens.start[i] ?? 0)) used[i] = 1;
  }
  return used;
}
