import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { BE, BECOME, HAVE, PARTICIPANT, SUBJECT } from '../model/bits.ts';
import type { Document } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Clause, Phrase, Sentence, Tag } from './sentence.ts';

/** Where the subject of a clause was found: in it, or in another by control ("asked X to …"), ellipsis or a relative pronoun. */
export type SubjectFrom = 'clause' | 'control' | 'ellipsis' | 'relative';

/** The subject of a clause; null if nobody is named. */
export interface Subject {
  readonly phrase: Phrase | null;
  readonly from: SubjectFrom;
}

/** The words that are a trigger, and the verb or noun that carries it. */
export interface TriggerPlace {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
}

/** How deep clauses are followed to the one that names the subject. */
const DEPTH = 5;

/** Whether a phrase names somebody who can act: a person, a pronoun, an organisation, people. */
export function isAgentive(document: Document, phrase: Phrase): boolean {
  if (phrase.person || phrase.pronoun || phrase.named.some(one => one.of === 'organisation')) return true;
  return ((document.nouns[phrase.head] ?? 0) & PARTICIPANT) !== 0;
}

/** Whether a phrase is a date or holds one. */
export function isDate(sentence: Sentence, phrase: Phrase): boolean {
  for (let i = phrase.from; i < phrase.to; i += 1) if (sentence.tags[i - sentence.from] === 'date') return true;
  return false;
}

/** Whether a phrase is nothing but a number: "20, 22 en 27 jaar" names nobody. */
export function isBareNumber(sentence: Sentence, phrase: Phrase): boolean {
  return (
    sentence.tags[phrase.head - sentence.from] === 'number' &&
    phrase.named.length === 0 &&
    phrase.to - phrase.from === 1
  );
}

/** "EternalBlue, A LEAK that …": a phrase behind a comma that only says what the name before it is. */
export function isApposed(sentence: Sentence, phrase: Phrase): boolean {
  if (phrase.preposition >= 0 || phrase.pronoun || phrase.named.length > 0 || phrase.person) return false;
  if (sentence.tags[phrase.from - 1 - sentence.from] !== 'comma') return false;
  const before = sentence.phrases.findLast(one => one.to <= phrase.from - 1);
  if (before === undefined || before.to !== phrase.from - 1 || before.named.length === 0) return false;
  // "via a flaw, CVE-2020-1, A NETWORK …": a comma on both sides of the name closes its own apposition.
  if (sentence.tags[before.from - 1 - sentence.from] === 'comma') return false;
  // "Ede, Tiel en drie andere gemeenten": what a coordinator follows is one more member.
  const after = sentence.tags[phrase.to - sentence.from];
  return sentence.tags[phrase.to - sentence.from] !== 'coordinator' && after !== 'noun' && after !== 'name';
}

/** What a relative clause describes: the phrase before it. */
export function antecedentOf(sentence: Sentence, clause: Clause): Phrase | null {
  return (
    sentence.phrases.findLast(
      phrase => phrase.to <= clause.from && !phrase.pronoun && !isDate(sentence, phrase) && phrase.of < 0,
    ) ?? null
  );
}

/**
 * The subject of a clause, as its language orders its words.
 *
 * @param place the trigger: what stands inside it is no subject
 */
export function subjectOf(
  document: Document,
  sentence: Sentence,
  language: CompiledLanguage,
  clause: number,
  place: TriggerPlace,
): Subject {
  const { verbFinal, inversion } = language.source.grammar;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const tagAt = (i: number): Tag | undefined =>
    i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from];
  const tag = tagAt(place.anchor);
  const agentive = (phrase: Phrase): boolean => isAgentive(document, phrase);
  return blamed() ?? find(clause, 0);

  /** "sentenced A MAN for breaking into", "credited TWO STUDENTS with finding": whom the verb before is about did what follows. */
  function blamed(): Subject | null {
    if (tag !== 'gerund' || !is(place.anchor - 1, 'blameFor')) return null;
    const object = (sentence.inClause[clause] ?? []).findLast(
      phrase =>
        phrase.preposition < 0 &&
        phrase.to < place.anchor &&
        phrase.head > (sentence.clauses[clause]?.finite ?? -1) &&
        agentive(phrase),
    );
    return object === undefined ? null : { phrase: object, from: 'control' };
  }

  function find(id: number, depth: number): Subject {
    const own = sentence.clauses[id];
    if (own === undefined || depth > DEPTH) return { phrase: null, from: 'clause' };
    const plain = (sentence.inClause[id] ?? []).filter(
      phrase =>
        phrase.preposition < 0 &&
        !(phrase.from >= place.from && phrase.to <= place.to) &&
        !isDate(sentence, phrase) &&
        !isBareNumber(sentence, phrase) &&
        tagAt(phrase.head) !== 'relative',
    );
    if (own.opening === 'relative') return ofRelative(own, plain);
    if (own.opening === 'infinitive') return { phrase: controller(own, depth), from: 'control' };
    if (own.finite < 0) return ofVerbless(own, plain, depth);
    if (own.opening === 'subordinate') return ofSubordinate(own, plain);
    return verbFinal ? ofVerbSecond(own, plain, depth) : ofVerbMedial(own, plain, depth);
  }

  /** "hackers DIE …", "het lek dat ONDERZOEKERS vonden", "de server waarop BACK-UPS stonden". */
  function ofRelative(own: Clause, plain: readonly Phrase[]): Subject {
    const antecedent = antecedentOf(sentence, own);
    const rival = plain.find(phrase => own.finite < 0 || phrase.head < own.finite);
    const oblique = is(own.from, 'obliqueRelatives') || tagAt(own.from - 1) === 'preposition';
    if (oblique) return { phrase: rival ?? plain[0] ?? null, from: 'clause' };
    const passive =
      (own.auxiliaries & BECOME) !== 0 || ((own.auxiliaries & BE) !== 0 && (own.auxiliaries & HAVE) === 0);
    const acts = rival !== undefined && (rival.pronoun || agentive(rival));
    if (rival !== undefined && (verbFinal ? acts && !passive && !(antecedent !== null && agentive(antecedent)) : true))
      return { phrase: rival, from: 'clause' };
    return { phrase: antecedent, from: 'relative' };
  }

  /** Who does what an infinitive says: the object or recipient of the governing verb, else its subject. */
  function controller(own: Clause, depth: number): Phrase | null {
    const parent = own.parent >= 0 ? own.parent : sentence.clauses.findIndex(one => one.id > own.id);
    const governor = sentence.clauses[parent];
    if (governor === undefined) return null;
    const governing = (sentence.inClause[parent] ?? []).filter(
      phrase => !isDate(sentence, phrase) && phrase.from < own.from,
    );
    const recipient = governing.findLast(
      phrase => is(phrase.preposition, 'recipient') && phrase.from > governor.finite && agentive(phrase),
    );
    if (recipient !== undefined) return recipient;
    const byAgent = governing.find(phrase => is(phrase.preposition, 'agent') && agentive(phrase));
    if (byAgent !== undefined) return byAgent;
    const subject = find(parent, depth + 1).phrase;
    const object = governing.findLast(
      phrase =>
        phrase.preposition < 0 && phrase.head > governor.finite && phrase.from !== subject?.from && agentive(phrase),
    );
    return object ?? subject;
  }

  function ofVerbless(own: Clause, plain: readonly Phrase[], depth: number): Subject {
    if (own.opening === 'coordinate' && own.parent >= 0)
      return { phrase: find(own.parent, depth + 1).phrase, from: 'ellipsis' };
    const reduced = tag === 'participle' && !verbFinal ? directlyBefore() : undefined;
    return { phrase: reduced ?? plain.find(phrase => phrase.head < place.anchor) ?? null, from: 'clause' };
  }

  /** "SYSTEMS hit by ransomware": what a bare participle describes. */
  function directlyBefore(): Phrase | undefined {
    return sentence.phrases.findLast(
      phrase => phrase.to <= place.from && place.from - phrase.to <= 2 && !phrase.pronoun && phrase.of < 0,
    );
  }

  function ofSubordinate(own: Clause, plain: readonly Phrase[]): Subject {
    if (verbFinal)
      return { phrase: plain.find(phrase => phrase.head < Math.max(place.anchor, own.finite)) ?? null, from: 'clause' };
    const before = plain.filter(phrase => phrase.head < own.finite);
    const nearest = before.at(-1);
    return { phrase: nearest === undefined ? (plain[0] ?? null) : rootOf(nearest, before), from: 'clause' };
  }

  /** The subject stands before the finite verb or, behind another first part or none, after it. */
  function ofVerbSecond(own: Clause, plain: readonly Phrase[], depth: number): Subject {
    const before = plain.filter(phrase => phrase.head < own.finite);
    const behind = plain.find(phrase => phrase.head > own.finite);
    const next = behind !== undefined && behind.from === own.finite + 1 ? behind : undefined;
    if (next?.pronoun === true && (document.words[next.head] ?? 0) & SUBJECT) return { phrase: next, from: 'clause' };
    if (own.opening === 'coordinate' && own.parent >= 0) {
      const parent = sentence.clauses[own.parent];
      if (own.finite === own.from + 1) {
        const inverted = next !== undefined && agentive(next) && next.definite && isInverted(parent);
        if (!inverted) return { phrase: find(own.parent, depth + 1).phrase, from: 'ellipsis' };
      } else if (own.verbFinal && before.length === 1 && before[0] !== undefined) {
        const shared = find(own.parent, depth + 1).phrase;
        if (shared !== null && !(agentive(before[0]) && parent?.opening !== 'relative') && !isPassive(own))
          return { phrase: shared, from: 'ellipsis' };
      } else if (own.verbFinal) return { phrase: before[0] ?? find(own.parent, depth + 1).phrase, from: 'clause' };
    }
    const nearest = before.at(-1);
    if (nearest !== undefined) return { phrase: rootOf(nearest, before), from: 'clause' };
    if (own.opening === 'coordinate' && own.parent >= 0 && !(next !== undefined && agentive(next)))
      return { phrase: find(own.parent, depth + 1).phrase, from: 'ellipsis' };
    return { phrase: inversion ? (behind ?? null) : null, from: 'clause' };
  }

  function isPassive(own: Clause): boolean {
    return (own.auxiliaries & BECOME) !== 0 || ((own.auxiliaries & BE) !== 0 && (own.auxiliaries & HAVE) === 0);
  }

  /** Whether no subject stands before the finite verb. */
  function isInverted(own: Clause | undefined): boolean {
    if (own === undefined) return false;
    return !(sentence.inClause[own.id] ?? []).some(
      phrase => phrase.preposition < 0 && phrase.head < own.finite && !isDate(sentence, phrase),
    );
  }

  /** The subject stands before the finite verb, or is that of the clause before. */
  function ofVerbMedial(own: Clause, plain: readonly Phrase[], depth: number): Subject {
    const before = withoutPlaces(
      own,
      plain.filter(phrase => phrase.head < own.finite),
    );
    const reduced = tag === 'participle' && own.finite > place.anchor ? directlyBefore() : undefined;
    if (reduced !== undefined) return { phrase: reduced, from: 'clause' };
    const nearest = before.at(-1);
    if (nearest !== undefined) return { phrase: rootOf(nearest, before), from: 'clause' };
    if (own.parent < 0 || (own.opening !== 'coordinate' && own.opening !== 'main'))
      return { phrase: null, from: 'clause' };
    return { phrase: find(own.parent, depth + 1).phrase, from: 'ellipsis' };
  }

  /** "Terminals in Kiel, Aarhus and Gothenburg": what is coordinated with a phrase behind a preposition is no subject. */
  function withoutPlaces(own: Clause, before: readonly Phrase[]): readonly Phrase[] {
    const all = sentence.inClause[own.id] ?? [];
    let end = before.length;
    while (end > 1) {
      const last = before[end - 1];
      const root = last === undefined ? undefined : rootOf(last, before.slice(0, end));
      const previous = root === undefined ? undefined : all[all.indexOf(root) - 1];
      if (root === undefined || previous === undefined || previous.preposition < 0 || !isJoined(previous, root)) break;
      end = before.indexOf(root);
    }
    return end === 0 ? before : before.slice(0, end);
  }

  /** Of an enumeration or apposition before the verb the first member stands for all. */
  function rootOf(nearest: Phrase, before: readonly Phrase[]): Phrase {
    let root = nearest;
    for (let k = before.length - 2; k >= 0; k -= 1) {
      const earlier = before[k];
      if (earlier === undefined || !isJoined(earlier, root)) break;
      root = earlier;
    }
    return root;
  }

  function isJoined(a: Phrase, b: Phrase): boolean {
    for (let i = a.to; i < b.from; i += 1) {
      const between = tagAt(i);
      const aside = sentence.clauseOf[i - sentence.from] === -1 && between !== 'quote';
      if (between !== 'coordinator' && between !== 'determiner' && !aside) return false;
      // "not the council but its supplier"
      if (between === 'coordinator' && is(i, 'but')) return false;
    }
    return b.from > a.to;
  }
}
