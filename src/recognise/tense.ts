import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import {
  FINITE,
  FUTURE,
  GERUND,
  HAVE,
  INFINITIVE,
  NOUN,
  PARTICIPLE,
  PAST,
  PREPOSITION,
  PRESENT,
  SPEECH,
  SUBORDINATOR,
  TO,
  wordBits,
} from '../model/bits.ts';
import type { Document } from '../model/document.ts';
import type { TimeModifier } from '../model/time.ts';
import { PUNCTUATION } from '../model/tokens.ts';
import type { TimeFound } from './dates.ts';

/**
 * Which way a clause looks. `announced`: a present tense, which tells the future of a bare weekday only; `deadline`: what
 * was to last or be done until then, which may be over or not.
 */
export type Direction = 'past' | 'future' | 'announced' | 'deadline' | null;

/** `perfect`: over, but told from now: "has been put off", "is gesloten"; `pluperfect`: "had paid". */
type Tense = 'past' | 'pluperfect' | 'perfect' | 'future' | 'announced' | null;

const HAVE_BE = wordBits('have', 'be', 'become');
const CLAUSE = wordBits('subordinator', 'coordinator');
const MODAL = wordBits('modal');
const VERBAL = wordBits('have', 'be', 'become', 'modal', 'past', 'present', 'participle');
const DEADLINES: ReadonlySet<TimeModifier> = new Set<TimeModifier>(['BEFORE', 'ON_OR_BEFORE']);
/** How many tokens from a date its verb is looked for. */
const CLAUSE_REACH = 80;
const EDGE = /^[,;:()–—"“”‘’]$/;

/**
 * Which way the clause around an expression looks: by its finite verbs, future auxiliaries first.
 *
 * "Since Monday" lies behind us whatever the tense, "until Thursday" before us unless the verb is in the past.
 */
export function directionAt(document: Document, language: CompiledLanguage, found: TimeFound): Direction {
  const { from, to, modifier } = found;
  const { groups, source } = language;
  if (isOf(document, groups, from - 1, 'since')) return 'past';
  const sentence = document.sentenceOf[from] ?? 0;
  // A text without full stops must not be read anew for each of its dates.
  const first = Math.max(document.sentences[sentence] ?? 0, from - CLAUSE_REACH);
  const last = Math.min(document.sentences[sentence + 1] ?? document.tokens.count, to + CLAUSE_REACH);
  let left = from;
  while (left > first && !boundary(left - 1)) left -= 1;
  let right = to;
  while (right < last && !boundary(right)) right += 1;
  let direction = ofVerbs(left, right);
  // "On Friday, the firm said": the verb stands behind the comma, or else before it.
  if (direction === undefined && right < last && isComma(right)) {
    const start = right + 1;
    right = start;
    while (right < last && !boundary(right)) right += 1;
    direction = ofVerbs(start, right);
  }
  if (direction === undefined && left > first && isComma(left - 1)) {
    const end = left - 1;
    left = end;
    while (left > first && !boundary(left - 1)) left -= 1;
    direction = ofVerbs(left, end);
  }
  // "Due on Friday", "scheduled for May".
  if ([1, 2, 3].some(back => isOf(document, groups, from - back, 'plans'))) return 'future';
  if (modifier !== null && DEADLINES.has(modifier))
    return direction === 'past' ? 'deadline' : direction === 'pluperfect' ? 'past' : 'future';
  return direction === 'perfect' || direction === 'pluperfect' ? 'past' : (direction ?? null);

  /** What the verbs between two tokens tell; undefined if there are none. */
  function ofVerbs(left: number, right: number): Tense | undefined {
    let verbs = false;
    let past = false;
    let present = false;
    let auxiliary = false;
    let participle = false;
    let passive = false;
    let gerund = false;
    let had = false;
    let modal = false;
    for (let i = left; i < right; i += 1) {
      if (i >= from && i < to) continue;
      const bits = document.words[i] ?? 0;
      if (bits & FUTURE) return 'future';
      if (bits & VERBAL) verbs = true;
      if (bits & MODAL) modal = true;
      if (bits & PARTICIPLE && !(bits & NOUN)) participle = true;
      if (bits & GERUND && !(bits & NOUN)) gerund = true;
      if (isOf(document, groups, i, 'passives')) passive = true;
      if (bits & HAVE_BE) {
        // "Have to be unplugged": an obligation, nothing done.
        if ((document.words[i + 1] ?? 0) & TO) modal = true;
        auxiliary = true;
        if (bits & HAVE && bits & PAST) had = true;
        if (bits & PAST || isOf(document, groups, i, 'pastCopulas')) past = true;
        // "set", "hit", "put" are past and present alike; news tells what happened.
      } else if (bits & PAST && !(auxiliary && bits & PARTICIPLE) && !(bits & NOUN && !(bits & PRESENT))) past = true;
      // "Says the director on Monday": what is said now is no announcement of a day.
      else if (bits & SPEECH) continue;
      else if (bits & PRESENT && !(bits & INFINITIVE && source.grammar.pluralIsInfinitive)) present = true;
    }
    if (past) return had && participle ? 'pluperfect' : 'past';
    if (!verbs) return undefined;
    // "Should be solved by", "could not be reached on": neither past nor announced.
    if (modal) return null;
    // "is hacked", "has closed" are over; "is guest on Tuesday" and "wordt gesloten" are to come; "is looking" goes on.
    if (auxiliary && participle) return passive ? 'announced' : 'perfect';
    if (auxiliary && gerund) return null;
    if (auxiliary) return source.grammar.verbFinal && !passive && participleBehind(right) ? 'perfect' : 'announced';
    return present ? 'announced' : null;
  }

  /** "Heeft woensdag in Almelo en Hengelo drie mannen aangehouden": the participle closes the sentence, behind a list. */
  function participleBehind(start: number): boolean {
    for (let i = start; i < last; i += 1) {
      const bits = document.words[i] ?? 0;
      if (bits & PARTICIPLE && !(bits & NOUN)) return true;
      if (bits & FINITE && !(bits & (INFINITIVE | NOUN | PARTICIPLE))) return false;
      if (bits & SUBORDINATOR && !(bits & PREPOSITION)) return false;
    }
    return false;
  }

  function isComma(token: number): boolean {
    return document.text.charAt(document.tokens.start[token] ?? 0) === ',';
  }

  function boundary(token: number): boolean {
    if (document.tokens.kind[token] === PUNCTUATION)
      return EDGE.test(document.text.slice(document.tokens.start[token], document.tokens.end[token]));
    // "until", "voor" open a clause less often than a phrase.
    const bits = document.words[token] ?? 0;
    return (bits & CLAUSE) !== 0 && (bits & PREPOSITION) === 0;
  }
}
