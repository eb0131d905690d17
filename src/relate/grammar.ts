import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { TriggerStart } from '../lexicon/triggers.ts';
import { BE, BECOME, HAVE, PARTICIPLE, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Phrase, Sentence, Tag } from './sentence.ts';
import {
  antecedentOf,
  isAgentive,
  isApposed,
  isBareNumber,
  isDate,
  type SubjectFrom,
  subjectOf,
  type TriggerPlace,
} from './subjects.ts';

/** Who and what stands around a trigger, by grammar; roles are made of it later. */
export interface Grammar {
  readonly passive: boolean;
  readonly subject: Phrase | null;
  readonly subjectFrom: SubjectFrom;
  /** What the action is done to; in the passive the grammatical subject. */
  readonly objects: readonly Phrase[];
  /** door/by. */
  readonly agent: Phrase | null;
  readonly recipient: Phrase | null;
  /** Whether the recipient is an object without a preposition: "gave CUSTOMERS a tool". */
  readonly indirect: boolean;
  /** Of a noun that its subject gets: from whom. */
  readonly giver: Phrase | null;
  /** What a preposition brings in as what the action is aimed at: "stapten over OP PAPIER". */
  readonly complement: Phrase | null;
  readonly instrument: Phrase | null;
  /** bij/van/at/of, a phrase of an owner or place. */
  readonly at: readonly Phrase[];
  /** The light verb that carries a noun, or -1. */
  readonly light: number;
  /** Whether the light verb makes its subject the receiver: "kreeg het advies". */
  readonly receiving: boolean;
  /** Of a noun: whom it befell by the words before it: "X was hit by AN ATTACK", "X fell victim to A HACK". */
  readonly sufferer: Phrase | null;
}

/** How far behind its trigger a complement may begin. */
const NEAR = 3;
/** Words before a noun that do not say what it is of. */
const DESCRIBING = wordBits('adjective', 'possessive', 'determiner');

/**
 * Read the grammar around a trigger.
 *
 * @param addressee who is asked to do what an infinitive says: its subject, and never its object
 */
export function grammarOf(
  document: Document,
  sentence: Sentence,
  language: CompiledLanguage,
  start: TriggerStart,
  place: TriggerPlace,
  clause: number,
  addressee: Phrase | null = null,
): Grammar {
  // "shut down its servers": what is read as a preposition is the trigger's own particle.
  const ownParticle = (phrase: Phrase): Phrase =>
    phrase.preposition > place.from && phrase.preposition < place.to ? { ...phrase, preposition: -1 } : phrase;
  const phrases = (sentence.inClause[clause] ?? [])
    .filter(phrase => !(phrase.from >= place.from && phrase.to <= place.to) && phrase.from !== addressee?.from)
    .map(ownParticle);
  const own = sentence.clauses[clause];
  const { verbFinal } = language.source.grammar;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const tagAt = (i: number): Tag | undefined =>
    i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from];
  const broughtIn = (phrase: Phrase, group: WordGroup): boolean => is(phrase.preposition, group);
  const by = (group: WordGroup): Phrase | null =>
    phrases.find(phrase => broughtIn(phrase, group) && phrase.of < 0) ?? null;
  const agentive = (phrase: Phrase): boolean => isAgentive(document, phrase);

  const tag = tagAt(place.anchor);
  if (start.by === 'noun') return nounGrammar();
  if (tag === 'attributive') return attributiveGrammar();
  const passive = start.by === 'verb' && tag === 'participle' && isPassive();
  const found = subjectOf(document, sentence, language, clause, place);
  const subject = addressee === null ? found : { phrase: addressee, from: 'control' as const };
  const nominal = tag === 'infinitive' && is(place.anchor - 1, 'infinitiveArticles');
  const { objects, indirect } = nominal
    ? { objects: complements(), indirect: null }
    : passive
      ? { objects: patients(subject.phrase), indirect: null }
      : withIndirect(objectsOf(subject.phrase), subject.phrase);
  const agent = passive || nominal ? by('agent') : null;
  return {
    passive,
    subject: passive || nominal ? agent : subject.phrase,
    subjectFrom: subject.from,
    objects,
    agent,
    recipient: by('recipient') ?? indirect,
    indirect: indirect !== null,
    giver: null,
    complement: complement(),
    instrument: by('instrument'),
    at: atPhrases(),
    light: -1,
    receiving: false,
    sufferer: null,
  };

  /** "de gestolen gegevens", "the files stolen": a participle that describes what it is done to. */
  function attributiveGrammar(): Grammar {
    const holder = sentence.phrases.find(phrase => phrase.from <= place.anchor && place.anchor < phrase.to);
    return {
      passive: true,
      subject: null,
      subjectFrom: 'clause',
      objects: holder ? [{ ...holder, core: Math.min(place.anchor + 1, holder.head) }] : [],
      agent: phrases.find(phrase => broughtIn(phrase, 'agent') && phrase.to <= place.anchor) ?? null,
      recipient: null,
      indirect: false,
      giver: null,
      complement: null,
      instrument: null,
      at: atPhrases(),
      light: -1,
      receiving: false,
      sufferer: null,
    };
  }

  /** Passive: a participle with worden or, unless its perfect is formed with it, zijn; English be and get. */
  function isPassive(): boolean {
    const bits = own?.auxiliaries ?? 0;
    if (verbFinal) {
      if (bits & BECOME) return true;
      return (bits & HAVE) === 0 && !is(place.anchor, 'perfectWithBe');
    }
    return (bits & (BE | BECOME)) !== 0 || (bits & HAVE) === 0;
  }

  /** What a passive is done to: its subject; in a coordinated one without a finite verb its own phrase before that of the other. */
  function patients(subject: Phrase | null): Phrase[] {
    const fresh =
      own !== undefined && own.opening === 'coordinate' && own.finite < 0
        ? phrases.find(phrase => phrase.preposition < 0 && phrase.head < place.anchor && !isDate(sentence, phrase))
        : undefined;
    const patient = fresh ?? subject;
    return patient === null ? [] : [patient];
  }

  /** What is neither the subject nor behind a preposition; nearest first. */
  function objectsOf(subject: Phrase | null): Phrase[] {
    const free = phrases.filter(
      phrase =>
        phrase.preposition < 0 &&
        phrase.from !== subject?.from &&
        !isApposed(sentence, phrase) &&
        !isDate(sentence, phrase) &&
        !(isBareNumber(sentence, phrase) && tagAt(phrase.to) !== 'preposition') &&
        tagAt(phrase.head) !== 'relative',
    );
    if (!verbFinal) {
      const behind = free.filter(
        phrase => phrase.from >= place.to || (phrase.from > place.anchor && phrase.from < place.to),
      );
      return behind.length > 0 ? behind : (relativeObject(subject) ?? []);
    }
    if (start.rule.rule.content !== undefined && governsInfinitive()) return free.filter(isGoverned).slice(0, 1);
    const ordered = free.toSorted((a, b) => Math.abs(a.head - place.anchor) - Math.abs(b.head - place.anchor));
    const before = ordered.filter(phrase => phrase.head < place.anchor);
    const behind = ordered.filter(phrase => phrase.head > place.anchor);
    const verbLast =
      tag === 'infinitive' ||
      tag === 'participle' ||
      own?.verbFinal === true ||
      (own?.opening !== 'main' && own?.opening !== 'coordinate');
    const chosen = verbLast ? [...before, ...behind] : [...behind, ...before];
    return chosen.length > 0 ? chosen : (relativeObject(subject) ?? []);
  }

  /** "adviseert klanten de update te installeren": an infinitive of the same clause stands behind the verb. */
  function governsInfinitive(): boolean {
    for (let i = place.anchor + 1; i < (own?.to ?? 0); i += 1)
      if (sentence.clauseOf[i - sentence.from] === clause && tagAt(i) === 'to') return true;
    return false;
  }

  /** Whom a governing verb is about stands before what he is to do something with, or before the verb itself. */
  function isGoverned(phrase: Phrase, index: number): boolean {
    return (
      agentive(phrase) && (tag === 'finite' ? index === 0 || phrase.head < place.anchor : phrase.head < place.anchor)
    );
  }

  /** "gave CUSTOMERS a tool", "legde HET BEDRIJF een boete op": of two objects side by side somebody gets something. */
  function withIndirect(
    candidates: readonly Phrase[],
    subject: Phrase | null,
  ): { objects: Phrase[]; indirect: Phrase | null } {
    const [first, second] = candidates;
    if (first === undefined || second === undefined) return { objects: candidates.slice(0, 1), indirect: null };
    const [left, right] = first.from < second.from ? [first, second] : [second, first];
    const adjacent = right.from - left.to <= 1 && left.from > (own?.finite ?? -1);
    if (adjacent && left.from !== subject?.from && agentive(left) && !agentive(right))
      return { objects: [right], indirect: left };
    return { objects: [first], indirect: null };
  }

  /** "de update die Citrix uitbracht": the antecedent is the object when the clause has its own subject. */
  function relativeObject(subject: Phrase | null): Phrase[] | null {
    if (own?.opening !== 'relative' || subject === null || subject.clause !== clause) return null;
    const antecedent = antecedentOf(sentence, own);
    return antecedent === null ? null : [antecedent];
  }

  /** "in Portland": where something happened is not what it was aimed at. */
  function isPlace(phrase: Phrase): boolean {
    return broughtIn(phrase, 'placeBefore') && phrase.named.length === 0 && (document.nouns[phrase.head] ?? 0) === 0;
  }

  /** The phrase behind a preposition directly behind the trigger or, where verbs stand last, nearest before it. */
  function complement(): Phrase | null {
    const aimed = phrases.filter(
      phrase =>
        (broughtIn(phrase, 'about') || phrase.preposition === place.to) &&
        !isDate(sentence, phrase) &&
        !isPlace(phrase),
    );
    const behind = aimed.find(
      phrase =>
        phrase.preposition >= place.to &&
        phrase.preposition - place.to <= NEAR &&
        (broughtIn(phrase, 'about') || broughtIn(phrase, 'complementing') || start.fixed.length > 0),
    );
    if (behind !== undefined || !verbFinal) return behind ?? null;
    return aimed.findLast(phrase => phrase.to <= place.from) ?? null;
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
    const on =
      behind.find(phrase => broughtIn(phrase, 'about') && phrase.preposition <= place.to + 6 && !isPlace(phrase)) ??
      null;
    const origin = directly !== undefined && broughtIn(directly, 'origin') && agentive(directly) ? directly : null;
    const subject = light >= 0 ? subjectOf(document, sentence, language, clause, place).phrase : null;
    const holds = subject !== null && subject.from <= place.from && place.to <= subject.to;
    const holder = phrases.find(phrase => phrase.from <= place.from && place.to <= phrase.to);
    const agent = phrases.find(phrase => phrase !== holder && broughtIn(phrase, 'agent') && phrase.of < 0) ?? origin;
    return {
      passive: false,
      subject: holds || subject === null ? (agent ?? possessor()) : subject,
      subjectFrom: 'clause',
      objects: [...(of ? [of] : []), ...(on && on !== of ? [on] : []), ...compoundObject()],
      agent,
      recipient: behind.find(phrase => broughtIn(phrase, 'recipient')) ?? null,
      indirect: false,
      giver:
        phrases.find(
          phrase => phrase !== of && (broughtIn(phrase, 'of') || broughtIn(phrase, 'origin')) && agentive(phrase),
        ) ?? null,
      complement: null,
      instrument: by('instrument'),
      at: phrases.filter(phrase => broughtIn(phrase, 'owner') && phrase !== origin),
      light,
      receiving,
      sufferer: holder === undefined ? null : sufferer(holder),
    };
  }

  /** Whom an event befell that is told as what hit somebody: behind by in the passive, or behind a word of victims. */
  function sufferer(holder: Phrase): Phrase | null {
    if (holder.preposition < 0) return null;
    let told = false;
    for (let k = holder.preposition - 1; k >= sentence.from && k > holder.preposition - NEAR; k -= 1) {
      if (is(k, 'victimWords')) told = true;
      else if (broughtIn(holder, 'agent') && tagAt(k) === 'participle') told = true;
    }
    for (let k = holder.to; k < sentence.to && k < holder.to + NEAR && !told; k += 1)
      if (is(k, 'victimWords') || (broughtIn(holder, 'agent') && tagAt(k) === 'participle')) told = true;
    if (!told) return null;
    const verb = own !== undefined && own.finite >= 0 ? own.finite : holder.preposition - 1;
    const hit = subjectOf(document, sentence, language, clause, { from: verb, to: verb + 1, anchor: verb }).phrase;
    return hit === null || (hit.from <= place.from && place.to <= hit.to) ? null : hit;
  }

  /** What stands before the trigger in its compound says what it is of: "data breach", "Citrix-lek". */
  function compoundObject(): Phrase[] {
    const holder = sentence.phrases.find(
      phrase => phrase.from <= place.from && place.to <= phrase.to && phrase.core < place.from,
    );
    if (holder === undefined) return [];
    if (language.source.compounds) {
      const first = place.from - 2;
      if (tagAt(place.from - 1) !== 'glue' || tagAt(first) !== 'name' || first < holder.core) return [];
      return [{ ...holder, to: place.from - 1, head: first }];
    }
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
      if (sentence.clauseOf[i - sentence.from] !== clause) continue;
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
