import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import {
  DETERMINER,
  FINITE,
  FUNCTION_WORD,
  nounBits,
  PARTICIPLE,
  PREPOSITION,
  SPEECH,
  wordBits,
} from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { phraseAt } from '../model/pattern.ts';
import { CAPITAL, NEWLINE, SPACED, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

const BE_LIKE = wordBits('be', 'become');
const ORGANISATION_NOUN = nounBits('organisation', 'authority');
/** What an organisation has and a place has not. */
const OWNED_NOUN = nounBits('system', 'service', 'account');
const SYSTEM_NOUN = nounBits('system', 'software', 'service', 'account', 'patch');
const FLAW_NOUN = nounBits('flaw', 'patch', 'use', 'software', 'data', 'measure');

/** What is glued behind a product: users, flaws, access. */
const GLUED_NOUN = nounBits('use', 'flaw', 'data', 'people', 'access', 'attacker');
const LONGEST_LIST = 6;
const SOFTWARE_NOUN = nounBits('software', 'system');

/** What the words around a candidate say about it. */
export interface Surroundings {
  /** Somebody who acts or speaks: a verb of an organisation behind it. */
  readonly acts: boolean;
  /** A head noun or article that goes with an organisation before it. */
  readonly introduced: boolean;
  /** Whose system or service it is: "de websites van Ede". */
  readonly owns: boolean;
  /** A place: "in Ede". */
  readonly placed: boolean;
  /** Used like a product: "via Citrix", "Citrix-servers". */
  readonly used: boolean;
  /** First words of a dateline: "MAURIK, 21 april". */
  readonly dateline: boolean;
}

/** Read the words around the tokens `[from, to)`. */
export function surroundings(document: Document, language: CompiledLanguage, candidate: Candidate): Surroundings {
  const { tokens } = document;
  const { from, to } = candidate;
  const { inversion } = language.source.grammar;
  const { compounds } = language.source;
  const word = (token: number): string => (token < 0 || token >= tokens.count ? '' : tokenText(document, token));
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const bits = (token: number): number => (token < 0 || token >= tokens.count ? 0 : (document.words[token] ?? 0));
  const nouns = (token: number): number => (token < 0 || token >= tokens.count ? 0 : (document.nouns[token] ?? 0));
  const sentence = document.sentenceOf[from];
  const inSentence = (token: number): boolean =>
    token >= 0 && token < tokens.count && document.sentenceOf[token] === sentence;

  let next = to;
  if (word(next) === '(' && inSentence(next))
    while (next < tokens.count && inSentence(next) && word(next) !== ')') next += 1;
  if (word(next) === ')') next += 1;
  if (is(next, 'nameEndings')) next += 1;
  const verb = inSentence(next) ? next : -1;
  const finite = verb >= 0 && (bits(verb) & FINITE) !== 0;
  const speaks = verb >= 0 && (bits(verb) & SPEECH) !== 0;
  const acting = verb >= 0 && is(verb, 'acts');
  const before = from - 1;
  const spokenBefore =
    inSentence(before) &&
    (bits(before) & SPEECH) !== 0 &&
    (bits(before) & FINITE) !== 0 &&
    (bits(before) & PARTICIPLE) === 0;
  const actsBefore = inSentence(before) && is(before, 'acts') && !(bits(before) & PREPOSITION);
  const cited =
    is(before, 'actedBy') ||
    language.citingPhrases.some(phrase => from >= phrase.length && phraseAt(tokens, phrase, from - phrase.length));
  const glued =
    word(to) === '-' && ((tokens.shape[to] ?? 0) & SPACED) === 0 && ((tokens.shape[to + 1] ?? 0) & SPACED) === 0;
  const possessive = is(to, 'genitives') || word(to) === "'" || word(to) === '’';
  const headed = inSentence(before) && (nouns(before) & ORGANISATION_NOUN) !== 0;
  const article = inSentence(before) && (bits(before) & DETERMINER) !== 0 && ((tokens.shape[from] ?? 0) & UPPER) !== 0;
  const spaced = inSentence(to) && ((tokens.shape[to] ?? 0) & SPACED) !== 0;
  const systemNext =
    (glued && (nouns(to + 1) & (SYSTEM_NOUN | GLUED_NOUN)) !== 0) ||
    (spaced && (nouns(to) & SYSTEM_NOUN) !== 0 && !compounds);
  const passive = finite && (bits(verb) & BE_LIKE) !== 0;
  return {
    acts:
      speaks ||
      (acting && !passive) ||
      spokenBefore ||
      (actsBefore && inversion && candidate.kind !== 'municipality') ||
      cited ||
      possessive,
    introduced: headed || article,
    owns: ownsSystem(from - 1),
    placed: is(firstOfList(from) - 1, 'placeBefore'),
    used:
      systemNext ||
      glued ||
      is(before, 'productBefore') ||
      passive ||
      ((nouns(before - 1) & FLAW_NOUN) !== 0 && is(before, 'flawIn') && !speaks) ||
      ((bits(before) & FUNCTION_WORD) === 0 && (nouns(before) & SOFTWARE_NOUN) !== 0),
    dateline:
      ((tokens.shape[from] ?? 0) & NEWLINE) !== 0 &&
      (word(to) === ',' || word(to) === '(' || word(to) === '-' || word(to) === '–' || word(to) === '—'),
  };

  /** Where the enumeration begins in which a name stands: "in Ede, Tiel en Elst". */
  function firstOfList(start: number): number {
    let first = start;
    for (let steps = 0; steps < LONGEST_LIST; steps += 1) {
      const joint = first - 1;
      if (!inSentence(joint - 1) || !(word(joint) === ',' || is(joint, 'and') || is(joint, 'or'))) break;
      if (((tokens.shape[joint - 1] ?? 0) & CAPITAL) === 0 || tokens.kind[joint - 1] !== WORD) break;
      first = joint - 1;
    }
    return first;
  }

  /** "de websites van Ede", "the servers of the Leeds …", also with "onder meer" between. */
  function ownsSystem(before: number): boolean {
    for (let at = before; at > before - 3 && inSentence(at); at -= 1) {
      if (!is(at, 'of')) continue;
      return inSentence(at - 1) && (nouns(at - 1) & OWNED_NOUN) !== 0;
    }
    return false;
  }
}
