import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { NOUN, PARTICIPANT } from '../model/bits.ts';
import type { Document } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Named } from '../model/mention.ts';
import { CAPITAL } from '../model/tokens.ts';
import type { MentionMap } from './mention-map.ts';
import type { Phrase, Tag } from './sentence.ts';

const CURRENCIES: ReadonlySet<string> = new Set(['€', '$', '£']);

/** The noun phrases of a tagged sentence, in text order. */
export function findPhrases(
  document: Document,
  map: MentionMap,
  language: CompiledLanguage,
  tags: readonly Tag[],
  clauseOf: readonly number[],
  from: number,
  to: number,
): Phrase[] {
  const { inversion } = language.source.grammar;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const phrases: Phrase[] = [];
  let i = from;
  let preposition = -1;
  const tagAt = (k: number): Tag | undefined => (k < from || k >= to ? undefined : tags[k - from]);
  while (i < to) {
    const tag = tagAt(i);
    if (tag === 'preposition') {
      // "om de update te installeren": what opens the clause does not govern its first phrase.
      const opens = is(i, 'infinitiveOpeners') && (i === from || clauseOf[i - from] !== clauseOf[i - 1 - from]);
      preposition = opens ? -1 : i;
      i += 1;
      continue;
    }
    if (tag === 'pronoun' || tag === 'relative') {
      if (!is(i, 'dummies'))
        phrases.push({
          from: i,
          to: i + 1,
          core: i,
          head: i,
          preposition,
          pronoun: true,
          definite: true,
          named: [],
          person: false,
          clause: clauseOf[i - from] ?? 0,
          of: -1,
        });
      preposition = -1;
      i += 1;
      continue;
    }
    if (
      tag === 'determiner' ||
      tag === 'noun' ||
      tag === 'name' ||
      tag === 'number' ||
      tag === 'attributive' ||
      (tag === 'adverb' && tagAt(i + 1) === 'attributive') ||
      (tag === 'negation' && is(i, 'negativeDeterminers')) ||
      (tag === 'quote' && preposition === i - 1 && tagAt(i + 1) === 'noun')
    ) {
      i = phraseAt(i);
      preposition = -1;
      continue;
    }

    if (tag !== 'adverb' && tag !== 'quote' && tag !== 'glue') preposition = -1;
    i += 1;
  }
  return phrases;

  /** Where compounds are one word, two nouns side by side are two phrases: "hebben experts checks uitgevoerd". */
  function newPhrase(at: number): boolean {
    if (!language.source.compounds || tagAt(at - 1) !== 'noun' || (document.tokens.shape[at] ?? 0) & CAPITAL)
      return false;
    if (((document.nouns[at - 1] ?? 0) & PARTICIPANT) === 0) return false;
    return (document.nouns[at] ?? 0) !== 0 || ((document.words[at] ?? 0) & NOUN) !== 0;
  }

  /** "At Schiphol KLM suspended flights": a name behind another phrase, directly before the verb, is the subject. */
  function opensSubject(at: number): boolean {
    const span = map.nameSpanAt[at];
    if (span === undefined || span.from !== at) return false;
    const then = tagAt(span.to);
    const verbNext = then === 'finite' || then === 'auxiliary';
    if (map.nameSpanAt[at - 1] !== undefined && map.nameSpanAt[at - 1] !== span)
      return inversion || verbNext || map.nameAt[at - 1]?.of === map.nameAt[at]?.of;
    return preposition >= 0 && verbNext && tagAt(at - 1) === 'noun' && !inversion;
  }

  function phraseAt(start: number): number {
    let end = start;
    let core = -1;
    let head = -1;
    let lastName: Named | undefined;
    const named: Named[] = [];
    let person = false;
    let definite = false;
    while (end < to) {
      const tag = tagAt(end);
      if (tag === 'determiner') {
        if (core >= 0) break;
        if (is(end, 'definite')) definite = true;
      } else if (tag === 'negation') {
        if (core >= 0) break;
      } else if (tag === 'noun' || tag === 'name' || tag === 'number' || tag === 'attributive') {
        if (core >= 0 && clauseOf[end - from] !== clauseOf[core - from]) break;
        if (core >= 0 && tag === 'name' && opensSubject(end)) break;
        if (core >= 0 && tag === 'noun' && newPhrase(end)) break;
        // "in Almelo drie mannen": where compounds are one word a number before a noun opens a phrase.
        if (
          core >= 0 &&
          tag === 'number' &&
          language.source.compounds &&
          ((document.nouns[end - 1] ?? 0) !== 0 || ((document.tokens.shape[end - 1] ?? 0) & CAPITAL) !== 0) &&
          tagAt(end - 1) !== 'number' &&
          tagAt(end + 1) === 'noun'
        )
          break;
        if (core < 0) core = end;
        if (tag !== 'number' || head < 0) head = end;
        const name = map.nameAt[end];
        if (name !== undefined && name !== lastName) named.push(name);
        lastName = name;
        if (map.personAt[end] === 1) person = true;
      } else if (
        tag === 'glue' &&
        core >= 0 &&
        end + 1 < to &&
        // "fined Thames Water £2m": a sum behind a name is another phrase.
        !(map.nameAt[end - 1] !== undefined && CURRENCIES.has(document.text.charAt(document.tokens.start[end] ?? 0))) &&
        (tagAt(end + 1) === 'noun' || tagAt(end + 1) === 'name' || tagAt(end + 1) === 'number')
      ) {
        end += 1;
        continue;
      } else if (tag === 'adverb' && (tagAt(end + 1) === 'attributive' || (core < 0 && end === start))) {
        if (core < 0) core = end;
      } else if (tag === 'quote' && core < 0) {
        end += 1;
        continue;
      } else break;
      end += 1;
    }
    if (head < 0) return Math.max(end, start + 1);
    const clause = clauseOf[head - from] ?? 0;
    const previous = phrases.at(-1);
    const attached =
      preposition >= 0 && is(preposition, 'of') && previous !== undefined && previous.to === preposition
        ? phrases.length - 1
        : -1;
    phrases.push({
      from: start,
      to: end,
      core: core < 0 ? start : core,
      head,
      preposition,
      pronoun: false,
      definite,
      named,
      person,
      clause,
      of: attached,
    });
    return end;
  }
}
