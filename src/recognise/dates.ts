import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { type CompiledMeaning, type CompiledTimeRule, type Neighbour, timeBit } from '../lexicon/time.ts';
import { phrasesAt } from '../lexicon/trie.ts';
import { ADJECTIVE, COORDINATOR, FUNCTION_WORD, FUTURE, nounBits, SPEECH, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { TokenSpan } from '../model/mention.ts';
import { type Capture, canGoOn, matchPattern, type PatternMatch, phraseAt } from '../model/pattern.ts';
import type { Expression, TimeMeaning, TimeModifier } from '../model/time.ts';
import { CAPITAL, DIGIT, NEWLINE, NUMBER, PUNCTUATION, SPACED, WORD } from '../model/tokens.ts';
import { timeClasses, timeValue } from './time-words.ts';
import { durationValue } from './timex.ts';

/** An expression found and not yet resolved: the tokens `[from, to)` and what they say. */
export interface TimeFound {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly expression: Expression;
  /** A clock time that belongs to the expression: "maandag om 7 uur". */
  readonly clock: Expression | null;
  readonly modifier: TimeModifier | null;
}

const CLOSED_OR_VERB = FUNCTION_WORD | wordBits('past', 'present', 'participle');
/** Words of the closed classes: no noun that a year could date. */
const CLOSED = wordBits(
  'determiner',
  'preposition',
  'pronoun',
  'coordinator',
  'subordinator',
  'possessive',
  'have',
  'be',
  'modal',
  'future',
  'negation',
  'adverb',
);
/** Those who have an age. */
const AGEING = nounBits('people', 'attacker', 'suspect', 'expert');
/** Classes of numbers, which alone are no dates. */
const COUNTING = ['number', 'day', 'monthNumber', 'shortYear', 'hour', 'amount', 'minutes']
  .map(timeBit)
  .reduce((all, bit) => all | bit, 0);
/** How many tokens before an expression a verb of the future may stand. */
const FUTURE_REACH = 60;
const MONTH = timeBit('month');
/** Days to which a clock time beside them belongs. */
const CLOCKED: ReadonlySet<Expression['form']> = new Set<Expression['form']>([
  'day',
  'weekday',
  'relative-day',
  'weekday-of-week',
  'holiday',
]);
/** Units from long to short: "two years and three months" is one length of time. */
const UNIT_ORDER = ['CE', 'DE', 'Y', 'M', 'W', 'D', 'H', 'MIN', 'S'];

/** A match of a rule, or the part of it that one of its mentions takes. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly rule: CompiledTimeRule;
  readonly meaning: CompiledMeaning;
  readonly match: PatternMatch;
  readonly order: number;
  /** How many tokens the whole match has, of which this may be a part. */
  readonly reach: number;
  /** Whether the rule asked for words around it: of two readings of the same words the better founded wins. */
  readonly founded: boolean;
}

/**
 * Find the temporal expressions of an article: lexer, then grammar, without resolving anything.
 *
 * @param named what names stand in the text: "Windows Server 2012" and CVE numbers hold no dates
 * @returns expressions in text order, none overlapping; the longest match wins
 */
export function findTimes(document: Document, language: CompiledLanguage, named: readonly TokenSpan[]): TimeFound[] {
  const { tokens } = document;
  const { time } = language;
  const classes = timeClasses(document, language);
  for (const name of named) classes.fill(0, name.from, name.to);
  const found: Candidate[] = [];
  let order = 0;
  const attempt = (rule: CompiledTimeRule, at: number, limit: number): void => {
    if (!canGoOn(rule.pattern, tokens, classes, at)) return;
    const match = matchPattern(rule.pattern, tokens, classes, at, limit);
    if (match === null || !fits(rule, match)) return;
    for (const gives of rule.gives) {
      const { meaning } = gives;
      const from = meaning.first === undefined ? match.from : match.captures[meaning.first]?.from;
      const last =
        meaning.last === undefined ? undefined : (match.captures[meaning.last] ?? match.captures[meaning.first ?? '']);
      const to =
        meaning.last === undefined
          ? match.to
          : meaning.last === 'year' || meaning.last === 'first' || meaning.last === 'second'
            ? lastOf(meaning, match)
            : (last?.to ?? match.to);
      if (from === undefined || to <= from) return;
      found.push({
        from,
        to: withoutStop(from, withoutComma(from, to)),
        rule,
        meaning: gives,
        match,
        order,
        reach: match.to - match.from,
        founded: rule.needsBefore.length > 0 || rule.needsAlways.length > 0,
      });
    }
    order += 1;
  };

  for (let i = 0; i < tokens.count; i += 1) {
    const bits = classes[i] ?? 0;
    const id = tokens.id[i] ?? 0;
    const beginsRule = time.begins[id] === 1;
    if (bits === 0 && (!beginsRule || tokens.kind[i] === PUNCTUATION)) continue;
    const limit = document.sentences[(document.sentenceOf[i] ?? 0) + 1] ?? tokens.count;
    if (beginsRule) {
      const rules = time.byWord.get(id);
      if (rules !== undefined) {
        for (const rule of rules.alone) attempt(rule, i, limit);
        if (rules.near.length > 0 && (bits !== 0 || timeNear(classes, i, limit)))
          for (const rule of rules.near) attempt(rule, i, limit);
      }
    }
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      for (const rule of time.byClass.get(31 - Math.clz32(rest & -rest)) ?? []) attempt(rule, i, limit);
    }
  }
  return join(keepLongest(found));

  /** Whether temporal words stand near enough for a rule that begins with an ordinary word. */
  function timeNear(all: Int32Array, at: number, limit: number): boolean {
    for (let i = at + 1; i < at + 5 && i < limit; i += 1) if ((all[i] ?? 0) !== 0) return true;
    return false;
  }

  /** A comma is part of an expression only between its words: "May 3, 2021", but "May 3, in". */
  function withoutComma(from: number, to: number): number {
    return to - from > 1 && document.text.charAt(tokens.start[to - 1] ?? 0) === ',' ? to - 1 : to;
  }

  /** A full stop behind a month belongs to the sentence, unless it abbreviates inside the expression. */
  function withoutStop(from: number, to: number): number {
    const last = to - 1;
    return last > from &&
      tokens.end[last] === (tokens.start[last] ?? 0) + 1 &&
      document.text.charAt(tokens.start[last] ?? 0) === '.' &&
      ((classes[last - 1] ?? 0) & MONTH) !== 0
      ? last
      : to;
  }

  function lastOf(meaning: TimeMeaning, match: PatternMatch): number {
    if (meaning.last === 'first') return match.captures.first?.to ?? match.to;
    return match.to;
  }

  function neighbour(condition: Neighbour, at: number, before: boolean): boolean {
    if (condition.phrase.length > 0) {
      const start = before ? at - condition.phrase.length + 1 : at;
      return start >= 0 && phraseAt(tokens, condition.phrase, start);
    }
    if (condition.classes !== 0) return ((classes[at] ?? 0) & condition.classes) !== 0;
    const shape = tokens.shape[at] ?? 0;
    const inText = at >= 0 && at < tokens.count;
    switch (condition.test) {
      case 'start':
        return (
          at < 0 ||
          ((tokens.shape[at + 1] ?? 0) & NEWLINE) !== 0 ||
          document.sentenceOf[at] !== document.sentenceOf[at + 1]
        );
      case 'capital':
        return (
          inText &&
          (shape & CAPITAL) !== 0 &&
          tokens.kind[at] === WORD &&
          (before ? !firstWord(at) && ((document.words[at] ?? 0) & CLOSED_OR_VERB) === 0 : true) &&
          (classes[at] ?? 0) === 0
        );
      case 'speech':
        return inText && ((document.words[at] ?? 0) & SPEECH) !== 0;
      case 'digit':
        return inText && tokens.kind[at] === NUMBER;
      case 'date':
        return inText && ((classes[at] ?? 0) & ~COUNTING) !== 0;
      case 'aged':
        // "Een man van 18 jaar", "a woman of 40 years": an age.
        return isOf(document, language.groups, at, 'of') && ((document.nouns[at - 1] ?? 0) & AGEING) !== 0;
      case 'coordinated':
        // "in 2019 and 2020", "tussen maart en mei": the first of them is a date.
        return (
          inText && ((document.words[at] ?? 0) & COORDINATOR) !== 0 && (classes[at - 1] ?? 0) !== 0 && !isName(at - 2)
        );
      case 'plural':
        return (
          inText &&
          tokens.kind[at] === WORD &&
          !(shape & CAPITAL) &&
          ((document.words[at] ?? 0) & CLOSED) === 0 &&
          language.source.groups.pluralEndings.some(ending => tokenText(document, at).endsWith(ending))
        );
      case 'line-end':
        // The token behind the match opens a line, or there is none.
        return at >= tokens.count || (shape & NEWLINE) !== 0;
      case 'content':
        return inText && tokens.kind[at] === WORD && ((document.words[at] ?? 0) & CLOSED) === 0;
      case 'function':
        return inText && ((document.words[at] ?? 0) & CLOSED_OR_VERB) !== 0;
      case 'future': {
        const start = Math.max(document.sentences[document.sentenceOf[at] ?? 0] ?? 0, at - FUTURE_REACH);
        for (let i = start; i <= at; i += 1) if ((document.words[i] ?? 0) & FUTURE) return true;
        return false;
      }
      case 'noun':
        return (
          inText &&
          tokens.kind[at] === WORD &&
          (shape & SPACED) !== 0 &&
          ((document.words[at] ?? 0) & CLOSED_OR_VERB) === 0 &&
          (classes[at] ?? 0) === 0 &&
          !(shape & CAPITAL) &&
          !(before && ((document.words[at] ?? 0) & ADJECTIVE) !== 0)
        );
      case 'punctuation':
        return !inText || tokens.kind[at] === PUNCTUATION;
      default:
        return false;
    }
  }

  /** A word with a capital inside a sentence: what "ColdFusion" numbers are versions. */
  function isName(at: number): boolean {
    return (
      tokens.kind[at] === WORD &&
      ((tokens.shape[at] ?? 0) & CAPITAL) !== 0 &&
      !firstWord(at) &&
      ((document.words[at] ?? 0) & CLOSED_OR_VERB) === 0
    );
  }

  function firstWord(at: number): boolean {
    return document.sentences[document.sentenceOf[at] ?? 0] === at;
  }

  function fits(rule: CompiledTimeRule, match: PatternMatch): boolean {
    if (rule.rule.capital === true && ((tokens.shape[match.from] ?? 0) & CAPITAL) === 0 && !edgeFirst(match))
      return false;
    if (rule.notBefore.some(condition => neighbour(condition, match.from - 1, true))) return false;
    if (
      rule.notAfter.some(
        condition =>
          neighbour(condition, match.to, false) && !(document.sentenceOf[match.to] !== document.sentenceOf[match.from]),
      )
    )
      return false;
    if (
      rule.needsBefore.length > 0 &&
      match.to - match.from === 1 &&
      !rule.needsBefore.some(condition => neighbour(condition, match.from - 1, true))
    )
      return false;
    if (
      rule.needsBefore.length > 0 &&
      match.to - match.from > 1 &&
      ruleNeedsAlways(rule) &&
      !rule.needsBefore.some(condition => neighbour(condition, match.from - 1, true))
    )
      return false;
    if (rule.needsAlways.length > 0 && !rule.needsAlways.some(condition => neighbour(condition, match.from - 1, true)))
      return false;
    if (rule.rule.digits === true && ((tokens.shape[match.to - 1] ?? 0) & DIGIT) === 0) return false;
    return rule.needsAfter.length === 0 || rule.needsAfter.some(condition => neighbour(condition, match.to, false));
  }

  /** A year or month with its edge ("eind 2012") needs no word before it; clock times always do. */
  function ruleNeedsAlways(rule: CompiledTimeRule): boolean {
    return rule.rule.gives.every(meaning => meaning.form === 'clock' || meaning.form === 'ago');
  }

  function edgeFirst(match: PatternMatch): boolean {
    return (
      match.captures.edge !== undefined ||
      match.captures.weekday !== undefined ||
      match.captures.step !== undefined ||
      match.to - match.from > 1
    );
  }

  function readCapture(capture: Capture): string | number {
    if (capture.classes === 0) {
      const text = document.text.slice(tokens.start[capture.from], tokens.end[capture.to - 1]);
      const id = tokens.id[capture.from] ?? 0;
      if (capture.to === capture.from + 1 && (time.classes[id] ?? 0) !== 0)
        return timeValue(document, time, capture.from, time.classes[id] ?? 0);
      return text.toLowerCase().replaceAll('’', "'");
    }
    return timeValue(document, time, capture.from, capture.classes);
  }

  /** Put the captures into the meaning; null where a capture cannot mean that (a month 13). */
  function fill({ meaning, said, captured }: CompiledMeaning, match: PatternMatch): Expression | null {
    const filled = { ...said };
    for (const { key, capture } of captured) {
      const found = match.captures[capture];
      if (found !== undefined) filled[key] = readCapture(found);
    }
    // "Last March": an ordinal that is no day.
    return typeof filled.day === 'number' && filled.day > 31 ? null : { ...filled, form: meaning.form };
  }

  /** Of matches that overlap keep the longest, and read what it says. */
  function keepLongest(all: readonly Candidate[]): TimeFound[] {
    const ordered = all.toSorted(
      (a, b) =>
        b.to - b.from - (a.to - a.from) ||
        b.reach - a.reach ||
        a.from - b.from ||
        Number(b.founded) - Number(a.founded) ||
        a.order - b.order,
    );
    const taken = new Uint8Array(tokens.count);
    const kept: TimeFound[] = [];
    for (const { from, to, rule, meaning, match } of ordered) {
      let free = true;
      for (let i = from; i < to && free; i += 1) free = taken[i] === 0;
      if (!free) continue;
      const expression = fill(meaning, match);
      if (expression === null) continue;
      taken.fill(1, from, to);
      kept.push({ from, to, rule: rule.rule.id, expression, clock: null, modifier: null });
    }
    return kept.toSorted((a, b) => a.from - b.from);
  }

  /** Merge a day and a clock time that stand together, and read the modifier before each. */
  function join(all: readonly TimeFound[]): TimeFound[] {
    const result: TimeFound[] = [];
    for (const next of all) {
      const previous = result.at(-1);
      if (previous !== undefined && isOneDuration(previous, next)) {
        const value = sumOf(previous.expression, next.expression);
        if (value !== null) {
          result[result.length - 1] = { ...previous, to: next.to, expression: { form: 'duration', value } };
          continue;
        }
      }
      if (previous !== undefined && previous.clock === null && joinable(previous, next)) {
        const [day, clock] = previous.expression.form === 'clock' ? [next, previous] : [previous, next];
        const closing =
          tokens.id[next.to] !== undefined &&
          document.text.charAt(tokens.start[next.to] ?? 0) === ')' &&
          document.text.charAt(tokens.start[next.from - 1] ?? 0) === '(';
        result[result.length - 1] = {
          ...previous,
          to: next.to + (closing ? 1 : 0),
          rule: day.rule,
          expression: day.expression,
          clock: clock.expression,
        };
        continue;
      }
      result.push(next);
    }
    return result.map(one => ({ ...one, modifier: modifierBefore(one) }));
  }

  /** "A year and three months": a shorter unit behind "and". */
  function isOneDuration(a: TimeFound, b: TimeFound): boolean {
    if (a.expression.form !== 'duration' || b.expression.form !== 'duration' || b.from - a.to !== 1) return false;
    return isOf(document, language.groups, a.to, 'and');
  }

  function joinable(a: TimeFound, b: TimeFound): boolean {
    const forms = [a.expression.form, b.expression.form];
    if (forms.filter(form => form === 'clock').length !== 1) return false;
    if (!forms.some(form => CLOCKED.has(form))) return false;
    if (document.sentenceOf[a.from] !== document.sentenceOf[b.from] || b.from - a.to > 2) return false;
    if (((tokens.shape[b.from] ?? 0) & NEWLINE) !== 0) return false;
    for (let i = a.to; i < b.from; i += 1) if (!time.joins.has(tokens.id[i] ?? 0)) return false;
    return true;
  }

  function modifierBefore(one: TimeFound): TimeModifier | null {
    if (one.expression.modifier !== undefined) return one.expression.modifier;
    const start = document.sentences[document.sentenceOf[one.from] ?? 0] ?? 0;
    for (let at = Math.max(start, one.from - 3); at < one.from; at += 1) {
      for (const { to, values } of phrasesAt(time.modifiers, tokens.id, at, one.from)) {
        if (to === one.from) return values[0] ?? null;
      }
    }
    return null;
  }
}

/** The TIMEX3 value of two lengths of time together, P1Y3M; null where the second is not of a shorter unit. */
function sumOf(a: Expression, b: Expression): string | null {
  const [long, short] = [UNIT_ORDER.indexOf(unitOf(a)), UNIT_ORDER.indexOf(unitOf(b))];
  const [first, second] = [durationValue(a), durationValue(b)];
  if (long < 0 || short <= long || first === null || second === null) return null;
  const time = second.replace(/^P(?:T)?/, first.includes('T') || !second.includes('T') ? '' : 'T');
  return first.includes('X') || second.includes('X') ? null : first + time;
}

/** The unit of a length of time; "a quarter of an hour" is one of minutes. */
function unitOf({ unit, value }: Expression): string {
  if (unit !== undefined) return unit;
  const [, time, letter] = /^P(T?)[\d.]+([A-Z])$/.exec(String(value ?? '')) ?? [];
  return letter === 'M' && time === 'T' ? 'MIN' : (letter ?? '');
}
