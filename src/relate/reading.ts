import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import {
  ADJECTIVE,
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  GERUND,
  NOUN,
  PARTICIPLE,
  PAST,
  PRESENT,
  PRONOUN,
  wordBits,
} from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { NUMBER, PUNCTUATION } from '../model/tokens.ts';
import type { MentionMap } from './mention-map.ts';
import type { Tag } from './sentence.ts';

export const DETERMINERS = wordBits('determiner', 'possessive');
export const QUOTES: ReadonlySet<string> = new Set(['"', '“', '”', '‘', '’', '«', '»', "'", '„']);

/** A sentence while it is read: tags stand up to the token that is being tagged; outside the sentence there is nothing. */
export interface Reading {
  readonly document: Document;
  readonly map: MentionMap;
  readonly language: CompiledLanguage;
  readonly from: number;
  readonly to: number;
  readonly bitsAt: (token: number) => number;
  /** The text of a token in lower case. */
  readonly word: (token: number) => string;
  readonly is: (token: number, group: WordGroup) => boolean;
  readonly tagAt: (token: number) => Tag | undefined;
  /** Whether the token's own noun classes or those of its compound tell something. */
  readonly isNoun: (token: number) => boolean;
  /** Whether a finite verb follows before the sentence or clause ends. */
  readonly clauseFollows: (token: number) => boolean;
  readonly followedByNoun: (token: number) => boolean;
  readonly followedByPhrase: (token: number) => boolean;
  /** Whether an auxiliary stands near a participle. */
  readonly auxNear: (token: number) => boolean;
  /** Whether the clause has a finite verb before the token. */
  readonly hasFinite: (token: number) => boolean;
  /** Whether the clause has a finite verb behind the token. */
  readonly finiteLater: (token: number) => boolean;
}

/**
 * Open a sentence for reading.
 *
 * @param tags the tags of its first tokens; more are added while it is read
 */
export function readSentence(
  document: Document,
  map: MentionMap,
  language: CompiledLanguage,
  from: number,
  to: number,
  tags: readonly Tag[],
): Reading {
  const { tokens } = document;
  const { verbFinal } = language.source.grammar;
  const inside = (i: number): boolean => i >= from && i < to;
  const bitsAt = (i: number): number => (inside(i) ? (document.words[i] ?? 0) : 0);
  const word = (i: number): string => (inside(i) ? tokenText(document, i).toLowerCase() : '');
  const is = (i: number, group: WordGroup): boolean => inside(i) && isOf(document, language.groups, i, group);
  const tagAt = (i: number): Tag | undefined => tags[i - from];
  const isNoun = (i: number): boolean => (document.nouns[i] ?? 0) !== 0;
  return {
    document,
    map,
    language,
    from,
    to,
    bitsAt,
    word,
    is,
    tagAt,
    isNoun,
    clauseFollows,
    followedByNoun,
    followedByPhrase,
    auxNear,
    hasFinite,
    finiteLater,
  };

  /** Whether a finite verb follows before the sentence or clause ends. */
  function clauseFollows(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 14; k += 1) {
      const text = word(k);
      if (text === ',' || text === ';' || text === '.' || text === ':') return false;
      if ((bitsAt(k) & (AUXILIARY | PAST | PRESENT)) !== 0) return true;
    }
    return false;
  }

  function followedByNoun(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 5; k += 1) {
      const bits = bitsAt(k);
      if (tokens.kind[k] === PUNCTUATION) {
        if (QUOTES.has(word(k))) continue;
        return false;
      }
      if (map.nameAt[k] !== undefined || tokens.kind[k] === NUMBER) return true;
      if (bits & AUXILIARY) return false;
      if (bits === 0 || isNoun(k)) return true;
      if (bits & NOUN) return true;
      if (bits & (ADJECTIVE | PARTICIPLE | ADVERB | DETERMINERS)) continue;
      return false;
    }
    return false;
  }

  function followedByPhrase(i: number): boolean {
    const bits = bitsAt(i + 1);
    if (i + 1 >= to || (tokens.kind[i + 1] === PUNCTUATION && !QUOTES.has(word(i + 1)) && !'€$£'.includes(word(i + 1))))
      return false;
    if (
      map.nameAt[i + 1] !== undefined ||
      (map.dateAt[i + 1] ?? -1) >= 0 ||
      map.personAt[i + 1] === 1 ||
      tokens.kind[i + 1] === NUMBER
    )
      return true;
    if (bits === 0 || isNoun(i + 1)) return true;
    if (bits & COORDINATOR && !(bits & (DETERMINERS | PRONOUN))) return false;
    const opens = (bits & (DETERMINERS | ADJECTIVE | NOUN | PRONOUN | GERUND)) !== 0;
    return opens || (bits & PARTICIPLE) === 0 || followedByNoun(i);
  }

  /** An auxiliary of the same clause before a participle or, where verbs stand last, behind it. */
  function auxNear(i: number): boolean {
    let shared = false;
    for (let k = i - 1; k >= from && k > i - 16; k -= 1) {
      const tagged = tagAt(k);
      if (tagged === 'auxiliary') return true;
      if (tagged === 'break' || tagged === 'subordinator' || tagged === 'relative') break;
      if (!verbFinal && (tagged === 'finite' || tagged === 'comma')) break;
      if (tagged === 'coordinator') shared = true;
      // "be working for Russia smuggled": an auxiliary belongs to the first verb behind it.
      if (!verbFinal && !shared && (tagged === 'gerund' || tagged === 'participle' || tagged === 'infinitive')) break;
    }
    if (verbFinal)
      for (let k = i + 1; k < to && k < i + 4; k += 1) {
        if ((bitsAt(k) & AUXILIARY) !== 0) return true;
        if (tokens.kind[k] === PUNCTUATION) break;
      }
    return false;
  }

  function hasFinite(i: number): boolean {
    for (let k = i - 1; k >= from; k -= 1) {
      const tagged = tagAt(k);
      if (tagged === 'finite' || tagged === 'auxiliary') return true;
      if (
        tagged === 'break' ||
        tagged === 'subordinator' ||
        tagged === 'relative' ||
        (!verbFinal && tagged === 'comma')
      )
        return false;
    }
    return false;
  }

  function finiteLater(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 10; k += 1) {
      if (tokens.kind[k] === PUNCTUATION) return false;
      if (bitsAt(k) & AUXILIARY) return true;
      if (bitsAt(k) & PAST && !isNoun(k)) return true;
    }
    return false;
  }
}
