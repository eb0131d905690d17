import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { TriggerStart } from '../lexicon/triggers.ts';
import { BE, BECOME, HAVE, PARTICIPANT, PARTICIPLE, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Phrase, Sentence } from './sentence.ts';

/** Who and what stands around a trigger, by grammar; roles are made of it later. */
export interface Grammar {
  readonly passive: boolean;
  readonly subject: Phrase | null;
  /** Whether the subject stands in another clause: control ("asked X to …") or ellipsis. */
  readonly subjectFrom: 'clause' | 'control' | 'ellipsis' | 'relative';
  /** What the action is done to; in the passive the grammatical subject. */
  readonly objects: readonly Phrase[];
  /** door/by. */
  readonly agent: Phrase | null;
  readonly recipient: Phrase | null;
  readonly instrument: Phrase | null;
  /** bij/van/at/of, a phrase of an owner or place. */
  readonly at: readonly Phrase[];
  /** The light verb that carries a noun, or -1. */
  readonly light: number;
  /** Whether the light verb makes its subject the receiver: "kreeg het advies". */
  readonly receiving: boolean;
}

/** Words before a noun that do not say what it is of. */
const DESCRIBING = wordBits('adjective', 'possessive', 'determiner');

/** Read the grammar around a trigger. */
export function grammarOf(
  document: Document,
  sentence: Sentence,
  language: CompiledLanguage,
  start: TriggerStart,
  place: { readonly from: number; readonly to: number; readonly anchor: number },
  clause: number,
): Grammar {
  // "shut down its servers": what is read as a preposition is the trigger's own particle.
  const ownParticle = (phrase: Phrase): Phrase =>
    phrase.preposition > place.from && phrase.preposition < place.to ? { ...phrase, preposition: -1 } : phrase;
  const phrases = sentence.phrases
    .filter(phrase => phrase.clause === clause && !(phrase.from >= place.from && phrase.to <= place.to))
    .map(ownParticle);
  const { verbFinal, inversion } = language.source.grammar;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const tagAt = (i: number) => (i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from]);
  const broughtIn = (phrase: Phrase, group: WordGroup): boolean => is(phrase.preposition, group);
  const by = (group: WordGroup): Phrase | null =>
    phrases.find(phrase => broughtIn(phrase, group) && phrase.of < 0) ?? null;

  const tag = tagAt(place.anchor);
  if (start.by === 'noun') return nounGrammar();
  if (tag === 'attributive') {
    const holder = sentence.phrases.find(phrase => phrase.from <= place.anchor && place.anchor < phrase.to);
    return {
      passive: true,
      subject: null,
      subjectFrom: 'clause',
      objects: holder ? [{ ...holder, core: Math.min(place.anchor + 1, holder.head) }] : [],
      agent: agentBefore(),
      recipient: null,
      instrument: null,
      at: atPhrases(),
      light: -1,
      receiving: false,
    };
  }
  const passive = start.by === 'verb' && tag === 'participle' && isPassive();
  const subject = subjectOf(clause, 0);
  const nominal = tag === 'infinitive' && is(place.anchor - 1, 'infinitiveArticles');
  const objects = nominal
    ? complements()
    : passive
      ? subject.phrase === null
        ? []
        : [subject.phrase]
      : objectsOf(subject.phrase);
  const agent = passive || nominal ? by('agent') : null;
  return {
    passive,
    subject: passive || nominal ? agent : subject.phrase,
    subjectFrom: subject.from,
    objects,
    agent,
    recipient: by('recipient'),
    instrument: by('instrument'),
    at: atPhrases(),
    light: -1,
    receiving: false,
  };

  function agentBefore(): Phrase | null {
    return phrases.find(phrase => broughtIn(phrase, 'agent') && phrase.to <= place.anchor) ?? null;
  }

  /** Passive: a participle with worden or, unless an object stands beside it, zijn; English be and get. */
  function isPassive(): boolean {
    let have = false;
    let be = false;
    let become = false;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      if (sentence.clauseOf[i - sentence.from] !== clause || tagAt(i) !== 'auxiliary') continue;
      const bits = document.words[i] ?? 0;
      if (bits & BECOME) become = true;
      if (bits & BE) be = true;
      if (bits & HAVE) have = true;
    }
    if (verbFinal) return become || (be && !have) || (!be && !have && !become);
    return be || become || !have;
  }

  /** What is neither the subject nor behind a preposition; nearest first. */
  function objectsOf(subject: Phrase | null): Phrase[] {
    const free = phrases.filter(
      phrase =>
        phrase.preposition < 0 &&
        phrase !== subject &&
        !isSame(phrase, subject) &&
        !isDate(phrase) &&
        tagAt(phrase.head) !== 'relative',
    );
    if (!verbFinal) {
      const behind = free.filter(
        phrase => phrase.from >= place.to || (phrase.from > place.anchor && phrase.from < place.to),
      );
      if (behind.length > 0) return behind.slice(0, 1);
      const relative = relativeObject(subject);
      return relative ?? (place.to < sentence.to ? particleObject(free) : []);
    }
    const ordered = free.toSorted((a, b) => Math.abs(a.head - place.anchor) - Math.abs(b.head - place.anchor));
    const before = ordered.filter(phrase => phrase.head < place.anchor);
    const behind = ordered.filter(phrase => phrase.head > place.anchor);
    const verbLast =
      tag === 'infinitive' ||
      tag === 'participle' ||
      (sentence.clauses[clause]?.opening !== 'main' && sentence.clauses[clause]?.opening !== 'coordinate');
    const chosen = verbLast ? [...before, ...behind] : [...behind, ...before];
    if (chosen.length === 0) return relativeObject(subject) ?? [];
    return chosen.slice(0, 1);
  }

  function particleObject(free: readonly Phrase[]): Phrase[] {
    return free.filter(phrase => phrase.from > place.anchor).slice(0, 1);
  }

  /** "de update die Citrix uitbracht": the antecedent is the object when the clause has its own subject. */
  function relativeObject(subject: Phrase | null): Phrase[] | null {
    if (sentence.clauses[clause]?.opening !== 'relative' || subject === null || subject.clause !== clause) return null;
    const antecedent = antecedentOf(clause);
    return antecedent === null ? null : [antecedent];
  }

  function isSame(a: Phrase, b: Phrase | null): boolean {
    return b !== null && a.from === b.from;
  }

  function isDate(phrase: Phrase): boolean {
    for (let i = phrase.from; i < phrase.to; i += 1) if (tagAt(i) === 'date') return true;
    return false;
  }

  function antecedentOf(id: number): Phrase | null {
    const opened = sentence.clauses[id];
    if (opened === undefined) return null;
    return sentence.phrases.findLast(phrase => phrase.to <= opened.from && !phrase.pronoun && !isDate(phrase)) ?? null;
  }

  function subjectOf(id: number, depth: number): { phrase: Phrase | null; from: Grammar['subjectFrom'] } {
    const own = sentence.clauses[id];
    if (own === undefined || depth > 4) return { phrase: null, from: 'clause' };
    const all = sentence.phrases.filter(
      phrase => phrase.clause === id && !(phrase.from >= place.from && phrase.to <= place.to),
    );
    const free = all.filter(phrase => phrase.preposition < 0 && !isDate(phrase));
    const plain = free.filter(phrase => tagAt(phrase.head) !== 'relative');
    if (own.opening === 'relative') {
      const rival = plain.find(phrase => own.finite < 0 || phrase.head < own.finite);
      const antecedent = antecedentOf(id);
      if (
        rival !== undefined &&
        (!verbFinal || rival.pronoun || rival.named.some(one => one.of === 'organisation') || rival.person) &&
        !(antecedent?.named.some(one => one.of === 'organisation') ?? false)
      )
        return { phrase: rival, from: 'clause' };
      return { phrase: antecedent, from: 'relative' };
    }
    if (own.opening === 'infinitive') {
      const parent = own.parent < 0 ? null : own.parent;
      if (parent === null) return { phrase: null, from: 'clause' };
      return { phrase: controller(parent, depth), from: 'control' };
    }
    if (own.finite < 0) {
      if (own.opening === 'coordinate' && own.parent >= 0)
        return { phrase: subjectOf(own.parent, depth + 1).phrase, from: 'ellipsis' };
      const reduced =
        tag === 'participle' && !verbFinal
          ? sentence.phrases.findLast(
              phrase =>
                phrase.to <= place.from && !phrase.pronoun && place.from - phrase.to <= 2 && phrase.preposition < 0,
            )
          : undefined;
      if (reduced !== undefined) return { phrase: reduced, from: 'clause' };
      return { phrase: plain.find(phrase => phrase.head < place.anchor) ?? null, from: 'clause' };
    }
    const before = plain.filter(phrase => phrase.head < own.finite);
    if (own.opening === 'subordinate') {
      const first = verbFinal
        ? plain.find(phrase => phrase.head < Math.max(place.anchor, own.finite))
        : (before.at(-1) ?? plain[0]);
      return { phrase: first ?? null, from: 'clause' };
    }
    const reducedParticiple =
      !verbFinal && tag === 'participle' && own.finite > place.anchor
        ? sentence.phrases.findLast(phrase => phrase.to <= place.from && place.from - phrase.to <= 2 && !phrase.pronoun)
        : undefined;
    if (reducedParticiple !== undefined) return { phrase: reducedParticiple, from: 'clause' };
    const nearest = before.at(-1);
    if (
      nearest !== undefined &&
      inversion &&
      own.opening === 'coordinate' &&
      own.finite === own.from + 1 &&
      own.parent >= 0
    )
      return { phrase: subjectOf(own.parent, depth + 1).phrase, from: 'ellipsis' };
    if (nearest !== undefined) return { phrase: attachedRoot(nearest, before), from: 'clause' };
    if (
      own.opening === 'coordinate' &&
      own.parent >= 0 &&
      !(
        inversion &&
        plain.some(phrase => isAgentive(phrase) && (phrase.head === own.finite + 1 || phrase.from === own.finite + 1))
      )
    )
      return { phrase: subjectOf(own.parent, depth + 1).phrase, from: 'ellipsis' };
    if (inversion) {
      const behind = plain.find(phrase => phrase.head > own.finite);
      if (behind !== undefined) return { phrase: behind, from: 'clause' };
    }
    if (own.parent >= 0 && own.opening === 'main' && !inversion)
      return { phrase: subjectOf(own.parent, depth + 1).phrase, from: 'ellipsis' };
    return { phrase: null, from: 'clause' };
  }

  /** Of an enumeration before the verb the first member stands for all. */
  function attachedRoot(nearest: Phrase, before: readonly Phrase[]): Phrase {
    let root = nearest;
    for (let k = before.length - 2; k >= 0; k -= 1) {
      const earlier = before[k];
      if (earlier === undefined || !coordinated(earlier, root)) break;
      root = earlier;
    }
    return root;
  }

  function coordinated(a: Phrase, b: Phrase): boolean {
    for (let i = a.to; i < b.from; i += 1) {
      const between = tagAt(i);
      if (between !== 'coordinator' && between !== 'comma' && between !== 'determiner') return false;
    }
    return b.from > a.to;
  }

  /** Who does what an infinitive says: the object or recipient of the governing verb, else its subject. */
  function controller(parent: number, depth: number): Phrase | null {
    const governing = sentence.phrases.filter(phrase => phrase.clause === parent && !isDate(phrase));
    const opened = sentence.clauses[clause];
    const verb = sentence.clauses[parent]?.finite ?? -1;
    const recipient = governing.findLast(phrase => broughtIn(phrase, 'recipient') && phrase.from > verb);
    if (recipient !== undefined) return recipient;
    const byAgent = governing.find(phrase => broughtIn(phrase, 'agent') && isAgentive(phrase));
    if (byAgent !== undefined) return byAgent;
    const subject = subjectOf(parent, depth + 1).phrase;
    const object = governing.findLast(
      phrase =>
        phrase.preposition < 0 &&
        phrase.head > verb &&
        phrase !== subject &&
        !isSame(phrase, subject) &&
        phrase.to <= (opened?.from ?? 0) &&
        isAgentive(phrase),
    );
    return object ?? subject;
  }

  function isAgentive(phrase: Phrase): boolean {
    if (phrase.person || phrase.pronoun || phrase.named.some(one => one.of === 'organisation')) return true;
    return ((document.nouns[phrase.head] ?? 0) & PARTICIPANT) !== 0;
  }

  function atPhrases(): Phrase[] {
    return phrases.filter(phrase => broughtIn(phrase, 'owner') || (broughtIn(phrase, 'of') && phrase.named.length > 0));
  }

  function complements(): Phrase[] {
    return sentence.phrases.filter(phrase => phrase.preposition === place.to && broughtIn(phrase, 'of'));
  }

  function nounGrammar(): Grammar {
    const { light, receiving } = lightVerb();
    const behind = phrases.filter(phrase => phrase.preposition >= place.to);
    const directly = phrases.find(phrase => phrase.preposition === place.to);
    const of = directly !== undefined && broughtIn(directly, 'of') ? directly : null;
    const on = behind.find(phrase => broughtIn(phrase, 'about') && phrase.preposition <= place.to + 6) ?? null;
    const owner = possessor();
    const subject = light >= 0 ? subjectOf(clause, 0).phrase : null;
    const holds = subject !== null && subject.from <= place.from && place.to <= subject.to;
    const aroundAgent = by('agent');
    const beforeObjects = compoundObject();
    return {
      passive: false,
      subject: holds || subject === null ? (aroundAgent ?? owner) : subject,
      subjectFrom: 'clause',
      objects: [...(of ? [of] : []), ...(on && on !== of ? [on] : []), ...beforeObjects],
      agent: aroundAgent,
      recipient: behind.find(phrase => broughtIn(phrase, 'recipient')) ?? null,
      instrument: by('instrument'),
      at: phrases.filter(phrase => broughtIn(phrase, 'owner')),
      light,
      receiving,
    };
  }

  /** What an English noun before the trigger says it is of: "data breach", "Citrix vulnerability". */
  function compoundObject(): Phrase[] {
    const holder = sentence.phrases.find(
      phrase => phrase.from <= place.from && place.to <= phrase.to && phrase.core < place.from,
    );
    if (holder === undefined || language.source.compounds) return [];
    const before = place.from - 1;
    const named = holder.named.length > 0 || (document.nouns[before] ?? 0) !== 0;
    if (!named || ((document.words[before] ?? 0) & DESCRIBING) !== 0) return [];
    return [{ ...holder, to: place.from, head: place.from - 1 }];
  }

  /** "CISA's warning", "het onderzoek van": whose it is. */
  function possessor(): Phrase | null {
    for (let i = place.from - 1; i >= sentence.from && i > place.from - 6; i -= 1) {
      if (is(i, 'genitives') || tokenText(document, i) === "'" || tokenText(document, i) === '’')
        return sentence.phrases.find(phrase => phrase.to === i) ?? null;
      const t = tagAt(i);
      if (t !== 'noun' && t !== 'determiner' && t !== 'attributive' && t !== 'adverb') break;
    }
    return null;
  }

  function lightVerb(): { light: number; receiving: boolean } {
    const wanted = start.rule.light;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const own = sentence.clauseOf[i - sentence.from];
      if (own !== clause) continue;
      const t = tagAt(i);
      if (
        t !== 'finite' &&
        t !== 'participle' &&
        t !== 'infinitive' &&
        t !== 'auxiliary' &&
        t !== 'gerund' &&
        t !== 'attributive'
      )
        continue;
      const id = document.tokens.id[i] ?? 0;
      const carries =
        wanted === null
          ? is(i, 'carries') && !(t === 'auxiliary' && (document.words[i] ?? 0) & PARTICIPLE)
          : wanted.has(id);
      if (!carries) continue;
      return { light: i, receiving: is(i, 'receives') };
    }
    return { light: -1, receiving: false };
  }
}
