import { endsLike, isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { INFINITIVE, nounBits, PARTICIPANT, POSSESSIVE, SUBJECT } from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Named, PersonFound, TokenSpan } from '../model/mention.ts';
import type { OrganisationKind } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import type { MentionMap } from './mention-map.ts';
import type { Phrase, Sentence } from './sentence.ts';

const EXPERT = nounBits('expert');
const ORGANISATION = nounBits('organisation');
const NAMEABLE = nounBits('organisation', 'attacker', 'expert', 'authority');
/** Nouns of things that have names: "the hole, CVE-2020-1". */
const NAMED_THINGS = nounBits('flaw', 'malware', 'software', 'system');
/** For what a definite noun of an organisation stands of which no list tells more: "the carmaker". */
const BUSINESS: readonly OrganisationKind[] = ['company', 'vendor', 'finance', 'utility', 'transport'];
/** How many words a phrase has at most that only points back. */
const LONGEST_BACK = 3;

/** Who or what takes part in an action. */
export interface Argument extends Span {
  readonly text: string;
  readonly name: string;
  readonly kind: 'organisation' | 'product' | 'vulnerability' | 'malware' | 'person' | 'group' | 'other';
  readonly ref: string | null;
  readonly how: 'explicit' | 'pronoun' | 'noun-phrase' | 'ellipsis' | 'inferred';
}

/** What a pronoun or a definite phrase can point back to: the organisations and persons told so far. */
export interface Discourse {
  /** Organisations by order of mention, the last one last. */
  readonly organisations: { readonly named: Named; readonly span: TokenSpan; readonly subject: boolean }[];
  readonly persons: { readonly person: PersonFound; readonly span: Span }[];
  /** Unnamed people: "de aanvallers", "employees". */
  readonly groups: { readonly name: string; readonly span: Span; readonly subject: boolean }[];
  /** Flaws, by name or noun. */
  readonly flaws: { readonly name: string; readonly named: Named | null; readonly span: Span }[];
  /** For whom "we" speaks, by the one who is cited; null if nobody is. */
  voice: Named | null;
  /** To whom the incident happened, as far as told; null if nobody is known. */
  victim: Named | null;
  /** Whether something befell that one, as far as told. */
  hit: boolean;
}

/** Make an argument of a phrase; null for what names nothing ("it" without anything told before). */
export function argumentOf(
  document: Document,
  sentence: Sentence,
  map: MentionMap,
  language: CompiledLanguage,
  phrase: Phrase,
  discourse: Discourse,
  how: Argument['how'] = 'explicit',
): Argument | null {
  const { tokens } = document;
  if (phrase.pronoun) return pronounOf(document, language, phrase, discourse, sentence);
  const last = phrase.to - 1;
  const named = map.nameAt[phrase.head] ?? map.nameAt[last];
  const span = map.nameSpanAt[phrase.head] ?? map.nameSpanAt[last];
  if (named !== undefined && span !== undefined && phrase.head < span.to && phrase.head >= span.from) {
    const text = document.text.slice(span.start, span.end);
    return { start: span.start, end: span.end, text, name: named.name, kind: kindOf(named), ref: named.id, how };
  }
  if (phrase.person && map.personAt[phrase.head] === 1) {
    let from = phrase.head;
    let to = phrase.head + 1;
    while (from > phrase.from && map.personAt[from - 1] === 1) from -= 1;
    while (to < phrase.to && map.personAt[to] === 1) to += 1;
    const text = tokensText(document, from, to);
    return {
      start: tokens.start[from] ?? 0,
      end: tokens.end[to - 1] ?? 0,
      text,
      name: text.replaceAll(/\s+/g, ' '),
      kind: 'person',
      ref: null,
      how,
    };
  }
  const apposed = appositionOf(document, sentence, phrase);
  if (apposed !== null) return argumentOf(document, sentence, map, language, apposed, discourse, how);
  const spoken = representedBy(document, sentence, language, phrase);
  const amount = spoken === null ? countedBy(document, sentence, language, phrase) : null;
  if (amount !== null && amount.named.length > 0)
    return argumentOf(document, sentence, map, language, amount, discourse, how);
  const back = phrase.definite ? pointsTo(document, language, phrase, discourse) : null;
  const from = phrase.core;
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[(amount ?? phrase).to - 1] ?? start;
  const text = document.text.slice(start, end);
  if (text.length === 0) return null;
  if (spoken !== null) {
    const last = tokens.end[spoken.phrase.to - 1] ?? end;
    return {
      start,
      end: last,
      text: document.text.slice(start, last),
      name: spoken.named.name,
      kind: 'organisation',
      ref: spoken.named.id,
      how: 'noun-phrase',
    };
  }
  if (back !== null)
    return {
      start: tokens.start[phrase.from] ?? start,
      end,
      text: document.text.slice(tokens.start[phrase.from], end),
      name: back.name,
      kind: kindOf(back),
      ref: back.id,
      how: 'noun-phrase',
    };
  const group =
    ((document.nouns[(amount ?? phrase).head] ?? 0) & PARTICIPANT) !== 0 ||
    isOf(document, language.groups, phrase.head, 'measure');
  return { start, end, text, name: text.replaceAll(/\s+/g, ' '), kind: group ? 'group' : 'other', ref: null, how };
}

/** "a rival band, Killnet, …", "a third flaw, CVE-2021-1, …": the name that stands behind a noun of its kind. */
function appositionOf(document: Document, sentence: Sentence, phrase: Phrase): Phrase | null {
  const things =
    ((document.nouns[phrase.head] ?? 0) & NAMED_THINGS) !== 0 ||
    sentence.tags[phrase.head - sentence.from] === 'number';
  if ((!things && ((document.nouns[phrase.head] ?? 0) & NAMEABLE) === 0) || phrase.named.length > 0) return null;
  if (sentence.tags[phrase.to - sentence.from] !== 'comma') return null;
  const next = sentence.phrases.find(one => one.from === phrase.to + 1);
  if (next === undefined || next.preposition >= 0 || next.core !== next.from) return null;
  const after = sentence.tags[next.to - sentence.from];
  const closed = after === 'comma' || after === 'break' || after === 'glue' || next.to >= sentence.to;
  const fits = (one: Named): boolean => (things ? one.of !== 'organisation' : one.of === 'organisation');
  return closed && next.named.length > 0 && next.named.every(fits) ? next : null;
}

/** "onderzoekers van Eye Security", "experts from Microsoft": they act for the organisation. */
function representedBy(
  document: Document,
  sentence: Sentence,
  language: CompiledLanguage,
  phrase: Phrase,
): { phrase: Phrase; named: Named } | null {
  if (((document.nouns[phrase.head] ?? 0) & EXPERT) === 0 && !isOf(document, language.groups, phrase.head, 'actsFor'))
    return null;
  const behind = sentence.phrases.find(
    other =>
      other.preposition === phrase.to &&
      (isOf(document, language.groups, other.preposition, 'representing') ||
        isOf(document, language.groups, other.preposition, 'origin')),
  );
  const named = behind?.named.find(one => one.of === 'organisation');
  return behind === undefined || named === undefined ? null : { phrase: behind, named };
}

/** "twee van de fouten", "130 gigabyte aan bestanden": the phrase of what an amount counts. */
function countedBy(document: Document, sentence: Sentence, language: CompiledLanguage, phrase: Phrase): Phrase | null {
  const number = sentence.tags[phrase.head - sentence.from] === 'number';
  if (!number && !isOf(document, language.groups, phrase.head, 'quantifiers')) return null;
  return (
    sentence.phrases.find(
      other => other.preposition === phrase.to && isOf(document, language.groups, other.preposition, 'amountOf'),
    ) ?? null
  );
}

function kindOf(named: Named): Argument['kind'] {
  return named.of;
}

/** The organisation that "de gemeente" or "the company" stands for: the last one told of a kind that fits. */
function pointsTo(document: Document, language: CompiledLanguage, phrase: Phrase, discourse: Discourse): Named | null {
  const kinds = kindsMeantBy(document, language, phrase);
  if (kinds === null) return null;
  const start = document.tokens.start[phrase.from] ?? 0;
  return (
    discourse.organisations.findLast(one => one.span.end <= start && kinds.some(kind => kind === one.named.kind))
      ?.named ?? null
  );
}

/** The kinds of organisations that a short phrase without a name can point back to; null if its noun stands for none. */
export function kindsMeantBy(
  document: Document,
  language: CompiledLanguage,
  phrase: Phrase,
): readonly OrganisationKind[] | null {
  if (phrase.to - phrase.core > LONGEST_BACK || phrase.named.length > 0) return null;
  if (((document.words[phrase.from] ?? 0) & POSSESSIVE) !== 0) return null;
  const kinds = language.standsFor.get(document.tokens.id[phrase.head] ?? 0);
  if (kinds !== undefined) return kinds;
  const isBusiness =
    ((document.nouns[phrase.head] ?? 0) & ORGANISATION) !== 0 &&
    document.heads[phrase.head] === document.tokens.id[phrase.head] &&
    !endsLike(language.source, 'pluralNounEndings', tokenText(document, phrase.head));
  return isBusiness ? BUSINESS : null;
}

/** Whom a pronoun stands for: an organisation or person told shortly before, or nobody in particular; null for things. */
function pronounOf(
  document: Document,
  language: CompiledLanguage,
  phrase: Phrase,
  discourse: Discourse,
  sentence: Sentence,
): Argument | null {
  const { tokens } = document;
  const is = (group: WordGroup): boolean => isOf(document, language.groups, phrase.head, group);
  const text = tokenText(document, phrase.head);
  const start = tokens.start[phrase.head] ?? 0;
  const end = tokens.end[phrase.head] ?? 0;
  const reach = tokens.start[document.sentences[Math.max(0, (document.sentenceOf[sentence.from] ?? 0) - 2)] ?? 0] ?? 0;
  if (is('indefinitePersons')) return { start, end, text, name: text, kind: 'group', ref: null, how: 'explicit' };
  if (is('indefiniteThings')) return { start, end, text, name: text, kind: 'other', ref: null, how: 'explicit' };
  if (is('wePronouns') && discourse.voice !== null) {
    const { name, id } = discourse.voice;
    return { start, end, text, name, kind: 'organisation', ref: id, how: 'pronoun' };
  }
  if (is('adjacentPronouns')) return adjacentTo(document, discourse, phrase, reach);
  // "Ze kan niet uitsluiten": with a verb in the singular it is one person or organisation, who comes before people.
  const finite = sentence.clauses[phrase.clause]?.finite ?? -1;
  const isOne =
    finite >= 0 &&
    is('feminineOrganisations') &&
    ((document.words[finite] ?? 0) & INFINITIVE) === 0 &&
    !endsLike(language.source, 'infinitiveEndings', tokenText(document, finite).toLowerCase());
  if (isOne) {
    const person = lastNear(discourse.persons, reach, start, () => true);
    const rival = lastNear(discourse.organisations, reach, start, organisation => organisation.subject);
    if (person !== undefined && (rival === undefined || rival.span.start < person.span.start))
      return { start, end, text, name: person.person.name, kind: 'person', ref: null, how: 'pronoun' };
  }
  if (is('pluralPronouns') && !isOne) {
    const group = lastGroup(discourse, reach, start);
    if (group !== undefined) return { start, end, text, name: group.name, kind: 'group', ref: null, how: 'pronoun' };
  }
  if (is('neuterPronouns') || is('pluralPronouns') || is('wePronouns')) {
    // "raadt hun aan": an object is somebody else than the subject of its sentence.
    const object = ((document.words[phrase.head] ?? 0) & SUBJECT) === 0 && !is('wePronouns');
    const before = object ? (tokens.start[sentence.from] ?? start) : start;
    const told = discourse.organisations;
    const isOrganisation = (one: (typeof told)[number]): boolean => one.named.of === 'organisation';
    const actor =
      lastNear(told, reach, before, one => one.subject && isOrganisation(one)) ??
      lastNear(told, reach, before, isOrganisation);
    return actor === undefined
      ? null
      : { start, end, text, name: actor.named.name, kind: 'organisation', ref: actor.named.id, how: 'pronoun' };
  }
  if (!is('personPronouns')) return null;
  const told = lastNear(discourse.persons, reach, start, () => true);
  if (told !== undefined)
    return { start, end, text, name: told.person.name, kind: 'person', ref: null, how: 'pronoun' };
  // "A man was held. HE …": of unnamed people only a single one.
  const one = lastNear(
    discourse.groups,
    reach,
    start,
    group => !endsLike(language.source, 'pluralNounEndings', group.name),
  );
  return one === undefined ? null : { start, end, text, name: one.name, kind: 'group', ref: null, how: 'pronoun' };
}

/** The flaw told last before a place, not farther back than two sentences. */
export function lastFlaw(
  { tokens, sentences, sentenceOf }: Document,
  sentence: Sentence,
  discourse: Discourse,
  before: number,
): Discourse['flaws'][number] | null {
  const reach = tokens.start[sentences[Math.max(0, (sentenceOf[sentence.from] ?? 0) - 2)] ?? 0] ?? 0;
  return lastNear(discourse.flaws, reach, before, () => true) ?? null;
}

/** A flaw told before as an argument where a pronoun or nothing stands for it. */
export function flawArgument(
  flaw: Discourse['flaws'][number],
  place: Span & { readonly text: string },
  how: Argument['how'],
): Argument {
  return {
    start: place.start,
    end: place.end,
    text: place.text,
    name: flaw.name,
    kind: flaw.named?.of ?? 'other',
    ref: flaw.named?.id ?? null,
    how,
  };
}

/** "… by Russian hackers. DIE drongen binnen": who was told of last, if nothing but a mark stands between. */
function adjacentTo(document: Document, discourse: Discourse, phrase: Phrase, reach: number): Argument | null {
  const { tokens } = document;
  const start = tokens.start[phrase.head] ?? 0;
  const before = tokens.end[phrase.head - 2] ?? 0;
  const last = <T extends { readonly span: Span }>(told: readonly T[]): T | undefined => {
    const one = lastNear(told, reach, start, () => true);
    return one !== undefined && one.span.end >= before ? one : undefined;
  };
  const text = tokenText(document, phrase.head);
  const own = { start, end: tokens.end[phrase.head] ?? 0, text, how: 'pronoun' as const };
  const organisation = last(discourse.organisations);
  if (organisation?.named.of === 'organisation')
    return { ...own, name: organisation.named.name, kind: 'organisation', ref: organisation.named.id };
  const person = last(discourse.persons)?.person;
  if (person !== undefined) return { ...own, name: person.name, kind: 'person', ref: null };
  const group = last(discourse.groups);
  return group === undefined ? null : { ...own, name: group.name, kind: 'group', ref: null };
}

/** A phrase and those that are coordinated with it: "Brummen, Winterswijk en Bronckhorst". */
export function withCoordinated(
  document: Document,
  sentence: Sentence,
  language: CompiledLanguage,
  phrase: Phrase,
): Phrase[] {
  const all = [phrase];
  const index = sentence.phrases.findIndex(one => one.from === phrase.from && one.to === phrase.to);
  if (index < 0) return all;
  let aside = false;
  for (let k = index + 1; k < sentence.phrases.length; k += 1) {
    const next = sentence.phrases[k];
    const last = all.at(-1);
    // "the Authority (AP) and the Inspectorate (IGJ)": a name in brackets is in no clause.
    if (next !== undefined && next.clause < 0) {
      aside = true;
      continue;
    }
    if (
      next === undefined ||
      last === undefined ||
      next.preposition >= 0 ||
      next.pronoun ||
      next.clause !== phrase.clause
    )
      break;
    let joined = next.from > last.to;
    let coordinator = false;
    for (let i = last.to; i < next.from; i += 1) {
      const tag = sentence.tags[i - sentence.from];
      if (tag === 'coordinator' && isOf(document, language.groups, i, 'but')) joined = false;
      else if (tag === 'coordinator') coordinator = true;
      else if (tag !== 'comma' && !(aside && sentence.clauseOf[i - sentence.from] === -1)) joined = false;
    }
    if (!joined) break;
    aside = false;
    if (!coordinator && !laterCoordinator(document, sentence, language, k)) break;
    all.push(next);
  }
  return all;
}

/** A comma coordinates only where a coordinator stands before the last member. */
function laterCoordinator(document: Document, sentence: Sentence, language: CompiledLanguage, from: number): boolean {
  const members = sentence.phrases.slice(from, from + 12).filter(one => one.clause >= 0);
  for (const [k, b] of members.entries()) {
    const a = members[k - 1];
    if (a === undefined) continue;
    if (b.preposition >= 0) return false;
    let comma = false;
    for (let i = a.to; i < b.from; i += 1) {
      const tag = sentence.tags[i - sentence.from];
      if (tag === 'coordinator') return !isOf(document, language.groups, i, 'but');
      if (tag === 'comma') comma = true;
      else if (sentence.clauseOf[i - sentence.from] !== -1 || tag === 'quote') return false;
    }
    if (!comma) return false;
  }
  return false;
}

/** The people told of last, unless an organisation was the subject since. */
function lastGroup(
  { groups, organisations }: Discourse,
  reach: number,
  before: number,
): Discourse['groups'][number] | undefined {
  const group = lastNear(groups, reach, before, one => one.subject) ?? lastNear(groups, reach, before, () => true);
  const rival = lastNear(organisations, reach, before, one => one.subject);
  if (group === undefined || rival === undefined) return group;
  return rival.span.start > group.span.start ? undefined : group;
}

/** The last of those told that fits, between two places of the text; what lies farther back is never looked at. */
function lastNear<T extends { readonly span: Span }>(
  told: readonly T[],
  reach: number,
  before: number,
  fits: (one: T) => boolean,
): T | undefined {
  for (let k = told.length - 1; k >= 0; k -= 1) {
    const one = told[k];
    if (one === undefined || one.span.start < reach) return undefined;
    if (one.span.end <= before && fits(one)) return one;
  }
  return undefined;
}
