import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { timeBit } from '../lexicon/time.ts';
import { phrasesAt } from '../lexicon/trie.ts';
import {
  BE,
  BECOME,
  DETERMINER,
  FINITE,
  FUNCTION_WORD,
  nounBits,
  PARTICIPLE,
  SPEECH,
  TITLE,
  wordBits,
} from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { ORGANISATION_KINDS, type OrganisationKind, PRODUCT_KINDS, type ProductKind } from '../model/name.ts';
import { CAPITAL, MIXED, NEWLINE, NUMBER, SPACED, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';
import { cuesAt } from './cues.ts';

/** What a name can turn out to be. */
const SENSES = ['organisation', 'product', 'person', 'place', 'other'] as const;
type Sense = (typeof SENSES)[number];

/** Tokens `[from, to)` that look like one name. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** What all places of a name in the article say about it. */
interface Verdict {
  readonly votes: Record<Sense, number>;
  /** How often each rule voted. */
  readonly voted: Map<string, number>;
  best: { readonly rule: string; readonly weight: number; readonly sense: Sense } | null;
  kind: OrganisationKind | ProductKind | null;
  /** Whether the name also stands elsewhere than at the beginning of a sentence, where every word has a capital. */
  inside: boolean;
}

const KINDS: readonly (OrganisationKind | ProductKind)[] = [...ORGANISATION_KINDS, ...PRODUCT_KINDS];

/** Enough evidence to believe in a name that nobody listed. */
const ENOUGH = 2;
/** More is asked of a word that only stands where every word has a capital. */
const ENOUGH_AT_OPENING = 2.5;
const LONGEST_RUN = 6;
/** How often names that were proven may prove others. */
const PASSES = 4;
/** What it is worth to be a word with a capital within a sentence, and to be an acronym. */
const PRIOR = 0.6;
const ACRONYM = 2;
/** Endings of web addresses that are part of a firm's name: Bloemrijk.nl. */
const DOMAIN = /^(?:nl|be|com|org|net|eu|io|de|uk|fr)$/;
/** A number with its unit is no name: 85GB. */
const MEASURE = /^\d+(?:[kmgtp]b|m|bn)$/i;
/** How trackers number the groups that they follow: UNC5221, APT29. */
const TRACKED = /^(?:UNC|UTA|UAC|UAT|TA|APT|FIN|DEV|TAG|STAC)\d{1,5}$/;
/** How far behind a comma or a verb the noun may stand that says what a name is. */
const APPOSITION_REACH = 7;
const CALENDAR = timeBit('month') | timeBit('weekday') | timeBit('relativeDay') | timeBit('weekdayPart');
const ORGANISATION_NOUN = nounBits('organisation', 'authority');
const GIVES_WAY = wordBits('adverb', 'adjective', 'participle', 'past', 'present', 'infinitive', 'gerund', 'noun');

/**
 * Names that no gazetteer lists and whose own words do not show what they are, judged by the words around them.
 *
 * All places where a name stands vote together, so that a name proven once counts everywhere in the article. Places,
 * peoples, persons, works and events have votes too, and win over an organisation that is no better founded.
 *
 * @param accepted what was found already: those words are taken, and they are evidence for their neighbours
 * @param persons names of persons as the rules of persons found them
 */
export function unlistedNames(
  document: Document,
  language: CompiledLanguage,
  accepted: readonly Candidate[],
  persons: readonly Candidate[],
): Candidate[] {
  const { tokens } = document;
  const { proper } = language;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const idOf = (token: number): number => tokens.id[token] ?? 0;
  const shapeOf = (token: number): number => tokens.shape[token] ?? 0;
  const wordsOf = (token: number): number => document.words[token] ?? 0;
  const nounsOf = (token: number): number => document.nouns[token] ?? 0;
  const textOf = (token: number): string => (token < 0 || token >= tokens.count ? '' : tokenText(document, token));
  const opensSentence = (token: number): boolean => document.sentences[document.sentenceOf[token] ?? 0] === token;
  const glued = (token: number): boolean => (shapeOf(token) & SPACED) === 0;
  const ordinary = (token: number): boolean => wordsOf(token) !== 0 || nounsOf(token) !== 0;
  const namelike = (token: number): boolean =>
    tokens.kind[token] === WORD &&
    (shapeOf(token) & (CAPITAL | MIXED)) !== 0 &&
    !MEASURE.test(textOf(token)) &&
    ((language.time.classes[idOf(token)] ?? 0) & CALENDAR) === 0;

  const taken = new Uint8Array(tokens.count);
  const organisationFrom = new Set<number>();
  const organisationTo = new Set<number>();
  const startOf = new Map<number, number>();
  const kindAt = new Map<number, Candidate['kind']>();
  for (const one of accepted) {
    taken.fill(1, one.from, one.to);
    if (one.of !== 'organisation' || one.kind === 'municipality') continue;
    organisationFrom.add(one.from);
    organisationTo.add(one.to);
    startOf.set(one.to, one.from);
    kindAt.set(one.from, one.kind);
    kindAt.set(one.to, one.kind);
  }
  const personAt = new Map<number, number>();
  const personTo = new Set<number>();
  const surnames = new Set<string>();
  for (const one of persons) {
    if (one.weight < 2 && !proper.givenNames.has(idOf(one.from))) continue;
    personAt.set(one.from, one.to);
    personTo.add(one.to);
    surnames.add(textOf(one.to - 1));
  }

  const byName = new Map<string, Run[]>();
  for (const run of runs()) {
    const name = nameOf(run);
    const held = byName.get(name);
    if (held) held.push(run);
    else byName.set(name, [run]);
  }
  for (const places of byName.values()) {
    const [run] = places;
    if (run === undefined || run.to - run.from < 2 || !proper.givenNames.has(idOf(run.from))) continue;
    surnames.add(textOf(run.to - 1));
    for (const { to } of places) personTo.add(to);
  }
  const known = new Map<string, Candidate>();
  for (const one of accepted)
    if (one.entry === null && (one.of === 'organisation' || one.of === 'product')) known.set(nameOf(one), one);

  const fullOf = new Map<string, Candidate>();
  for (const one of accepted) shorten(one);
  const found: Candidate[] = [];
  // Long names first: their short forms are then theirs.
  const open = new Map([...byName].toSorted(([, [a]], [, [b]]) => lengthOf(b) - lengthOf(a)));
  // A name that was proven proves its neighbours in an enumeration: as long as the passes prove something.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const proven = [...open].flatMap(([name, places]) => named(name, places));
    if (proven.length === 0) break;
    for (const one of proven) {
      open.delete(nameOf(one));
      if (one.of === 'organisation') {
        organisationFrom.add(one.from);
        organisationTo.add(one.to);
      }
      found.push(one);
    }
  }
  return found;

  /** Where a product's name begins if its maker stands directly before it: "TfL Go". */
  function makerFrom(from: number): number {
    return organisationTo.has(from) && !glued(from) ? (startOf.get(from) ?? from) : from;
  }

  function lengthOf(run: Run | undefined): number {
    return run === undefined ? 0 : run.to - run.from;
  }

  /** Note the short forms of an organisation's name: its first word, and what stands behind a head in lower case. */
  function shorten(one: Candidate): void {
    if (one.of !== 'organisation' || one.to - one.from < 2) return;
    const first = textOf(one.from);
    const id = idOf(one.from);
    const head = document.heads[one.from] ?? 0;
    const own = nameOf({ from: one.from + 1, to: one.to });
    if (!namelike(one.from) && (language.nameHeads.first.has(id) || language.nameHeads.first.has(head))) put(own, one);
    else if (one.kind === 'municipality' || one.kind === 'ministry') return;
    else if (first.length > 3 && !proper.places.has(id) && !proper.peoples.has(id) && !proper.givenNames.has(id))
      put(first, one);
  }

  function put(name: string, one: Candidate): void {
    if (!fullOf.has(name)) fullOf.set(name, one);
  }

  /** All places of a name as candidates, if there is enough evidence for it. */
  function named(name: string, places: readonly Run[]): Candidate[] {
    const same = known.get(name);
    if (same !== undefined) return places.map(({ from, to }) => ({ ...same, from, to, weight: 1 }));
    const verdict = judge(name, places);
    const whole = fullOf.get(name);
    if (whole !== undefined && !namelike(whole.from) && verdict.votes.organisation + 1 > verdict.votes.place)
      return places.map(({ from, to }) => ({ ...whole, from, to, rule: 'names/organisation/short-form', weight: 1 }));
    const of = decide(verdict);
    if (of === null || verdict.best === null) return [];
    const { rule } = verdict.best;
    const full = of === 'organisation' ? fullOf.get(name) : undefined;
    if (full !== undefined)
      return places.map(({ from, to }) => ({ ...full, from, to, rule: 'names/organisation/short-form', weight: 1 }));
    const kind = verdict.kind ?? (of === 'organisation' ? 'company' : 'software');
    const all = places.map(({ from, to }): Candidate => {
      const start = of === 'product' ? makerFrom(from) : from;
      return { from: start, to, of, name: nameOf({ from: start, to }), kind, entry: null, rule, sure: true, weight: 1 };
    });
    for (const one of all.slice(0, 1)) shorten(one);
    return all;
  }

  function nameOf({ from, to }: Run): string {
    return tokensText(document, from, to).replaceAll(/\s+/g, ' ');
  }

  /** All runs of name words that nothing has claimed. */
  function runs(): Run[] {
    const all: Run[] = [];
    for (let s = 0; s + 1 < document.sentences.length; s += 1) {
      const first = document.sentences[s] ?? 0;
      const end = document.sentences[s + 1] ?? tokens.count;
      if (isHeadline(first, end)) continue;
      for (let i = first; i < end; ) {
        const to = taken[i] === 1 || !namelike(i) ? i : runEnd(i, end);
        const run = to > i ? trimmed(i, to) : null;
        if (run !== null) all.push(run);
        i = Math.max(to, i + 1);
      }
    }
    return all;
  }

  /** Whether most words of a sentence have capitals, so that they show no names. */
  function isHeadline(from: number, to: number): boolean {
    let words = 0;
    let capitals = 0;
    for (let i = from; i < to; i += 1) {
      if (tokens.kind[i] !== WORD) continue;
      words += 1;
      if ((shapeOf(i) & (CAPITAL | UPPER)) !== 0) capitals += 1;
    }
    const isClosed = /^[.!?]$/.test(textOf(to - 1));
    return words >= 5 && capitals > words * (isClosed ? 0.8 : 0.6);
  }

  function runEnd(start: number, limit: number): number {
    let end = start + 1;
    while (end < limit) {
      if (taken[end] === 1) break;
      const newline = (shapeOf(end) & NEWLINE) !== 0;
      if (namelike(end) && !newline && !isFunction(end)) end += 1;
      else if (textOf(end) === '&' && end + 1 < limit && namelike(end + 1)) end += 2;
      else if (textOf(end) === '-' && glued(end) && glued(end + 1) && end + 1 < limit && namelike(end + 1)) end += 2;
      else if (
        textOf(end) === '.' &&
        glued(end) &&
        end - start >= 1 &&
        textOf(end - 1).length === 1 &&
        namelike(end + 1)
      )
        end += 1;
      else if (textOf(end) === '.' && glued(end) && glued(end + 1) && DOMAIN.test(textOf(end + 1))) return end + 2;
      else if (textOf(end) === '_' && glued(end) && glued(end + 1) && namelike(end + 1)) end += 2;
      else if (textOf(end) === '(' && glued(end) && tokens.kind[end + 1] === NUMBER && textOf(end + 2) === ')')
        return end + 3;
      else if (is(end, 'nameParticles') && end + 1 < limit && (namelike(end + 1) || is(end + 1, 'nameParticles')))
        end += 1;
      else break;
    }
    while (end > start + 1 && !namelike(end - 1)) end -= 1;
    return end;
  }

  /** Whether a word says what somebody is: "Ionica CEO Ann Lee" are two names. */
  function isFunction(token: number): boolean {
    return (wordsOf(token) & TITLE) !== 0 || ((shapeOf(token) & UPPER) !== 0 && is(token, 'ownedByOrganisations'));
  }

  /** A run without the ordinary word that only begins the sentence; null if nothing is left, or too much. */
  function trimmed(start: number, to: number): Run | null {
    let from = start;
    while (
      from < to &&
      ((opensSentence(from) && ordinary(from)) || (wordsOf(from) & FUNCTION_WORD && !isArticle(from)))
    )
      from += 1;
    while (from < to && !namelike(from)) from += 1;
    // "het Taiwanese DEVCORE": where it comes from is no part of an acronym's name.
    if (to - from === 2 && proper.peoples.has(idOf(from)) && (shapeOf(from + 1) & (UPPER | MIXED)) !== 0) from += 1;
    if (from >= to || to - from > LONGEST_RUN) return null;
    if (to - from === 1) {
      const length = (tokens.end[from] ?? 0) - (tokens.start[from] ?? 0);
      if (length < 2 || (wordsOf(from) & FUNCTION_WORD) !== 0) return null;
      if (language.computing.has(idOf(from)) || is(from, 'commonAcronyms')) return null;
      if (opensQuote(from) && ordinary(from)) return null;
    }
    if (
      /^(?:\p{L}\W*)+$/u.test(
        tokensText(document, from, to).replaceAll(/\p{L}+/gu, word => (word.length > 1 ? '00' : word)),
      )
    )
      return null;
    return { from, to };
  }

  function isArticle(token: number): boolean {
    return is(token, 'articles') && (shapeOf(token) & CAPITAL) !== 0 && !opensSentence(token) && !opensQuote(token);
  }

  function opensQuote(token: number): boolean {
    return /^["“„‘'«:]$/.test(textOf(token - 1));
  }

  function judge(name: string, places: readonly Run[]): Verdict {
    const verdict: Verdict = {
      votes: { organisation: 0, product: 0, person: 0, place: 0, other: 0 },
      voted: new Map(),
      best: null,
      kind: null,
      inside: false,
    };
    const [first] = places;
    if (first !== undefined) ownWords(first, name, verdict);
    for (const run of places) around(run, verdict);
    if (places.some(({ from, to }) => to - from > 1)) verdict.inside = true;
    return verdict;
  }

  /** Cast a vote. The same rule counts for less each time that it votes for the same name. */
  function vote(verdict: Verdict, sense: Sense, full: number, rule: string, kind?: Verdict['kind']): void {
    const times = verdict.voted.get(rule) ?? 0;
    verdict.voted.set(rule, times + 1);
    const weight = times === 0 ? full : rule.includes('/') ? full / 2 ** times : 0;
    verdict.votes[sense] += weight;
    if (kind !== undefined && kind !== null && tellsMore(verdict, kind, weight)) verdict.kind = kind;
    if (!rule.includes('/') || (sense !== 'organisation' && sense !== 'product')) return;
    if (verdict.best === null || weight > verdict.best.weight) verdict.best = { rule, weight, sense };
  }

  /** Whether a kind says more than the one held: `other` says nothing where a vote of the same sense said something. */
  function tellsMore({ kind, best }: Verdict, more: string, weight: number): boolean {
    if (kind === null || (kind === 'other' && more !== 'other')) return true;
    return more !== 'other' && (best === null || weight >= best.weight);
  }

  /** What the words of a name say by themselves. */
  function ownWords({ from, to }: Run, name: string, verdict: Verdict): void {
    const last = to - 1;
    const single = to - from === 1;
    for (let i = from; i < Math.max(last, from + 1); i += 1) {
      if (proper.givenNames.has(idOf(i)) && (shapeOf(i) & UPPER) === 0)
        vote(verdict, 'person', single ? 2.8 : 3.5, 'given-name');
      if (!single && (wordsOf(i) & TITLE) !== 0) vote(verdict, 'person', 2.5, 'title-inside');
    }
    if (!single && proper.peoples.has(idOf(from))) vote(verdict, 'organisation', 0.8, 'names/organisation/acts');
    if (single && surnames.has(name)) vote(verdict, 'person', 3, 'surname');
    if (!single && /^\p{Lu}$/u.test(textOf(from)) && textOf(from + 1) === '.') vote(verdict, 'person', 2, 'initial');
    let places = 0;
    for (let i = from; i < to; i += 1) {
      if (proper.places.has(idOf(i))) places += 1;
      if (is(i, 'nameParticles') && !namelike(i)) vote(verdict, 'person', 1, 'particle');
    }
    if (isWithPlace({ from, to })) vote(verdict, 'organisation', 2, 'names/organisation/of-place', 'other');
    else if (places > 0 && proper.places.has(idOf(last)))
      vote(verdict, 'place', single ? 3 : places === to - from ? 2 : 0.8, 'place');
    if (proper.peoples.has(idOf(last))) vote(verdict, 'other', 3, 'people');
    if (is(last, 'noOrganisations') || is(from, 'noOrganisations')) vote(verdict, 'other', 3, 'no-organisation');
    if (is(last, 'placeWords') || is(from, 'placeWords')) vote(verdict, 'place', 2.5, 'place-word');
    let plain = 0;
    for (let i = from; i < to; i += 1) if (nounsOf(i) !== 0 || (wordsOf(i) & GIVES_WAY) !== 0) plain += 1;
    if (plain === to - from && (shapeOf(from) & (UPPER | MIXED)) === 0)
      vote(verdict, 'other', single ? 2.2 : 1, 'ordinary');
    if (
      places > 0 &&
      !single &&
      !proper.places.has(idOf(last)) &&
      /s$/.test(textOf(last)) &&
      !ordinary(last) &&
      textOf(from - 1) !== ':'
    )
      vote(verdict, 'organisation', 2, 'names/organisation/team', 'other');
  }

  /** Plain words with capitals before the place where an organisation is: "Victim Support Finland". */
  function isWithPlace({ from, to }: Run): boolean {
    const last = to - 1;
    if (to - from < 3 || !proper.places.has(idOf(last))) return false;
    let plain = 0;
    for (let i = from; i < last; i += 1) {
      const id = idOf(i);
      if (proper.places.has(id) || proper.peoples.has(id) || proper.givenNames.has(id)) return false;
      if (is(i, 'placeWords') || is(i, 'noOrganisations') || (wordsOf(i) & TITLE) !== 0) return false;
      if (ordinary(i)) plain += 1;
    }
    return plain === last - from;
  }

  /** What the words around one place of a name say. */
  function around(run: Run, verdict: Verdict): void {
    const { from, to } = run;
    const sentence = document.sentenceOf[from];
    const inSentence = (token: number): boolean =>
      token >= 0 && token < tokens.count && document.sentenceOf[token] === sentence;
    prior(run, verdict);
    const isPerson = (personAt.get(from) ?? 0) >= to;
    if (isPerson) vote(verdict, 'person', 3, 'person-rule');
    const unusual = to - from === 1 && (shapeOf(from) & (UPPER | MIXED)) !== 0 && idOf(from) === 0;
    const before = isArticleOrGenitive(from - 1) ? from - 1 : from;
    let next = to;
    if (textOf(next) === '(' && inSentence(next)) {
      let close = next + 1;
      while (close < next + 8 && inSentence(close) && textOf(close) !== ')') close += 1;
      if (textOf(close) === ')') next = close + 1;
    }
    if (is(next, 'nameEndings')) next += 1;
    if (!inSentence(next)) next = tokens.count;
    castCues(run, before, next, verdict);

    const speaks = (wordsOf(next) & SPEECH) !== 0 && (wordsOf(next) & FINITE) !== 0;
    const acts = is(next, 'acts');
    if (next < tokens.count && (speaks || acts)) {
      if (unusual) vote(verdict, 'organisation', 2, 'names/organisation/acts', 'other');
      else vote(verdict, 'organisation', 0.8, 'names/organisation/acts');
    }
    const spokenBefore =
      inSentence(from - 1) && (wordsOf(from - 1) & SPEECH) !== 0 && (wordsOf(from - 1) & FINITE) !== 0;
    const citing = language.citingPhrases.some(phrase =>
      phrase.every((id, k) => from >= phrase.length && idOf(from - phrase.length + k) === id),
    );
    const actsBefore = language.source.grammar.inversion && inSentence(from - 1) && is(from - 1, 'acts');
    if (spokenBefore || citing || actsBefore || is(from - 1, 'actedBy')) {
      if (unusual) vote(verdict, 'organisation', 2, 'names/organisation/acts', 'other');
      else vote(verdict, 'organisation', 0.8, 'names/organisation/acts');
    }
    if (
      before !== from &&
      is(before, 'articles') &&
      !is(before, 'genitives') &&
      (unusual || (shapeOf(from) & UPPER) !== 0)
    )
      vote(verdict, 'organisation', 1.2, 'names/organisation/acts', 'other');
    if (is(next, 'genitives') || (unusual && textOf(next) === "'")) possessive(next + 1, verdict, unusual);
    if (inSentence(from - 1) && is(from - 1, 'placeBefore')) vote(verdict, 'place', 0.8, 'in');
    // "de wijk Christianshavn"
    if (inSentence(from - 1) && is(from - 1, 'placeWords') && (shapeOf(from - 1) & CAPITAL) === 0)
      vote(verdict, 'place', 2.5, 'place-word-before');
    if (inSentence(from - 1) && (wordsOf(from - 1) & TITLE) !== 0) vote(verdict, 'person', 2, 'title');
    if (is(next, 'personRelatives') || (textOf(next) === ',' && is(next + 1, 'personRelatives')))
      vote(verdict, 'person', 2, 'who');
    if (
      textOf(next) === ',' &&
      tokens.kind[next + 1] === NUMBER &&
      /^\d\d$/.test(textOf(next + 1)) &&
      textOf(next + 2) === ','
    )
      vote(verdict, 'person', 3, 'age');
    if (textOf(next) === ',' && inSentence(next + 1) && proper.places.has(idOf(next + 1)) && to - from === 1)
      vote(verdict, 'place', 1, 'place-in-place');
    if (is(from - 1, 'genitives') && organisationTo.has(from - 1) && !speaks)
      vote(verdict, 'product', 2, 'names/product/of-vendor', 'software');
    // "Updated 13.20"
    const isVerb = to - from === 1 && (wordsOf(from) & PARTICIPLE) !== 0;
    if (!isVerb && hasVersion(next)) vote(verdict, 'product', 2.5, 'names/product/version', 'software');
    if (is(from - 1, 'genitives') && proper.places.has(idOf(from - 2)) && (shapeOf(from) & UPPER) !== 0)
      vote(verdict, 'organisation', 2.2, 'names/organisation/of-country', 'agency');
    if (is(from - 1, 'representing') && personTo.has(from - 1))
      vote(verdict, 'organisation', 1.5, 'names/organisation/speaks-for');
    beside(run, next, verdict);
    if (textOf(next) === ',' && inSentence(next + 1)) told(next + 1, sentence, verdict, false);
    else if ((wordsOf(next) & BE) !== 0) told(next + 1, sentence, verdict, true);
    if ((wordsOf(next) & (BE | BECOME)) !== 0 && inSentence(next + 1)) suffered(next + 1, verdict);
  }

  /** Whether an acronym in brackets stands for the words before it, which are no organisation: "Endpoint Manager (EM)". */
  function abbreviates({ from, to }: Run): boolean {
    if (textOf(from - 1) !== '(' || textOf(to) !== ')' || organisationTo.has(from - 1)) return false;
    const letters = textOf(from);
    return letters.startsWith(textOf(from - 1 - letters.length).charAt(0)) && namelike(from - 2);
  }

  /** Letters of a catalogue or numerals and no body: "BWV 206", "MMX". */
  function isDesignation({ from, to }: Run): boolean {
    if (/^(?=[MDCLXVI]{3})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(textOf(from)))
      return true;
    return tokens.kind[to] === NUMBER && !glued(to) && document.sentenceOf[to] === document.sentenceOf[from];
  }

  /** What a capital alone is worth: within a sentence more than at its beginning, most in an acronym. */
  function prior(run: Run, verdict: Verdict): void {
    const { from, to } = run;
    const shape = shapeOf(from);
    const length = (tokens.end[from] ?? 0) - (tokens.start[from] ?? 0);
    if (to - from === 1 && (shape & UPPER) !== 0 && length >= 3 && length <= 7 && !ordinary(from)) {
      const isDateline = (shape & NEWLINE) !== 0 && (length > 4 || /^[,(–—-]$/.test(textOf(to)));
      if (TRACKED.test(textOf(from))) vote(verdict, 'organisation', 3, 'names/organisation/tracked', 'threat-group');
      else if (/^\p{Lu}+$/u.test(textOf(from)) && !isDateline && !abbreviates(run) && !isDesignation(run))
        vote(verdict, 'organisation', ACRONYM, 'names/organisation/acronym-alone', 'other');
      verdict.inside = true;
      return;
    }
    if (to - from === 1 && TRACKED.test(textOf(from))) {
      vote(verdict, 'organisation', 3, 'names/organisation/tracked', 'threat-group');
      return;
    }
    const isMixed = to - from === 1 && (shape & MIXED) !== 0;
    if (!isMixed && (opensSentence(from) || opensQuote(from))) return;
    verdict.inside = true;
    if (isMixed) {
      if (!opensSentence(from)) vote(verdict, 'organisation', 0.8, 'names/organisation/acts');
      vote(verdict, 'product', 0.8, 'capital-inside');
    } else if (to - from === 1 && !ordinary(from)) vote(verdict, 'organisation', PRIOR, 'names/organisation/acts');
  }

  /** A version directly behind a name, "4.2.1", and no amount: "4.2 million", "4.2 percent". */
  function hasVersion(token: number): boolean {
    if (glued(token) || !/^\d+(?:\.\d+)+$/.test(textOf(token))) return false;
    const isAmount =
      nounsOf(token + 1) !== 0 || /^[%€$]$/.test(textOf(token + 1)) || /^\d+\.\d{3}$/.test(textOf(token));
    const follows = textOf(token + 1);
    return (
      !isAmount && (tokens.kind[token + 1] !== WORD || (wordsOf(token + 1) & FUNCTION_WORD) !== 0 || follows === '')
    );
  }

  /** "Ionica was founded", "Ionica werd in 2003 opgericht"; "Jansen was born". */
  function suffered(start: number, verdict: Verdict): void {
    for (let i = start; i < start + APPOSITION_REACH && i < tokens.count; i += 1) {
      if (document.sentenceOf[i] !== document.sentenceOf[start - 1] || textOf(i) === ',') return;
      if (is(i, 'founded')) vote(verdict, 'organisation', 2, 'names/organisation/founded');
      if (is(i, 'personStates')) vote(verdict, 'person', 2, 'person-state');
      if ((wordsOf(i) & PARTICIPLE) !== 0 && !language.source.grammar.verbFinal) return;
    }
  }

  /** What is owned: organisations have customers and websites, persons and places mostly other things. */
  function possessive(start: number, verdict: Verdict, unusual: boolean): void {
    for (
      let i = start;
      i < start + 3 && i < tokens.count && document.sentenceOf[i] === document.sentenceOf[start - 1];
      i += 1
    ) {
      if (!is(i, 'ownedByOrganisations')) continue;
      vote(verdict, 'organisation', 2, 'names/organisation/owns');
      return;
    }
    vote(verdict, 'organisation', unusual ? 1.5 : 0.4, 'names/organisation/owns');
  }

  /** Beside an organisation in an enumeration: "Microsoft, Ionica and Google". */
  function beside({ from, to }: Run, next: number, verdict: Verdict): void {
    const left = from - 1;
    const joinsLeft = is(left, 'and') || is(left, 'or') || textOf(left) === ',';
    const joinsRight = is(next, 'and') || is(next, 'or') || textOf(next) === ',';
    const weight = (comma: boolean, other: boolean): number => (comma ? (other ? 1.4 : 1) : 1.5);
    const leftEnd = textOf(left - 1) === ',' && joinsLeft ? left - 1 : left;
    if (joinsLeft && organisationTo.has(leftEnd) && textOf(to) !== '-')
      vote(
        verdict,
        'organisation',
        weight(textOf(left) === ',', joinsRight),
        'names/organisation/beside',
        kindAs(leftEnd),
      );
    const start = textOf(next) === ',' && is(next + 1, 'and') ? next + 2 : next + 1;
    if (joinsRight && (organisationFrom.has(start) || (is(start, 'articles') && organisationFrom.has(start + 1))))
      vote(
        verdict,
        'organisation',
        weight(textOf(next) === ',', joinsLeft),
        'names/organisation/beside',
        kindAs(start),
      );
  }

  /** ", a software maker from Leeds", "is een ziekenhuis": the noun that says what a name is. */
  function told(start: number, sentence: number | undefined, verdict: Verdict, copula: boolean): void {
    if ((wordsOf(start) & DETERMINER) === 0) return;
    if (copula && is(start, 'definite')) return;
    for (
      let i = start + 1;
      i < start + APPOSITION_REACH && document.sentenceOf[i] === sentence && i < tokens.count;
      i += 1
    ) {
      const text = textOf(i);
      if (text === ',' || text === '.' || text === '(' || (wordsOf(i) & FINITE && nounsOf(i) === 0)) return;
      if (is(i, 'of') || is(i, 'placeBefore')) return;
      if ((shapeOf(i) & CAPITAL) !== 0) continue;
      const head = document.heads[i] ?? 0;
      const matches = language.nameHeads.first.has(idOf(i))
        ? phrasesAt(language.nameHeads, tokens.id, i, Math.min(i + 4, tokens.count))
        : head !== idOf(i)
          ? phrasesAt(language.nameHeads, document.heads, i, i + 1)
          : [];
      const match = matches[0];
      const behind = match?.to ?? i + 1;
      // "a software company executive" is no company.
      const closed = nounsOf(behind) === 0 && (wordsOf(behind) & TITLE) === 0;
      const rule = match?.values.find(value => value.place === 'apposition') ?? match?.values[0];
      if (
        rule !== undefined &&
        closed &&
        (rule.place === 'apposition' || language.standsFor.has(head) || nounsOf(i) & ORGANISATION_NOUN)
      ) {
        const sense =
          rule.of === 'product' ? 'product' : rule.of === 'person' || rule.of === 'malware' ? 'other' : 'organisation';
        const kind = rule.kind === 'person' ? null : kindIn(rule.kind);
        vote(verdict, sense, 3, sense === 'product' ? 'names/product/told' : 'names/organisation/told', kind);
        return;
      }
      const kinds = language.standsFor.get(head);
      if (kinds !== undefined && closed) {
        vote(verdict, 'organisation', 3, 'names/organisation/told', kinds[0] ?? null);
        return;
      }
      if ((wordsOf(i) & TITLE) !== 0) {
        vote(verdict, 'person', 3, 'told-person');
        return;
      }
      if (is(i, 'placeWords')) {
        vote(verdict, 'place', 3, 'told-place');
        return;
      }
    }
  }

  /** Those who are told together are mostly of one kind. */
  function kindAs(token: number): Verdict['kind'] {
    const kind = kindAt.get(token) ?? null;
    return kind === null ? null : kindIn(kind);
  }

  function kindIn(kind: string): Verdict['kind'] {
    return KINDS.find(one => one === kind) ?? null;
  }

  function isArticleOrGenitive(token: number): boolean {
    return token >= 0 && (is(token, 'articles') || (wordsOf(token) & DETERMINER) !== 0);
  }

  /** Let the words that touch a name vote, also past an article before it and an acronym or ending behind it. */
  function castCues({ from, to }: Run, before: number, next: number, verdict: Verdict): void {
    // "a flaw in Ionica's router" is no flaw in Ionica.
    const owns = is(to, 'genitives');
    const hasMaker = organisationTo.has(from) && !glued(from);
    const cues = new Set([
      ...cuesAt(document, language, from, to),
      ...(before === from && next === to ? [] : cuesAt(document, language, before, next)),
    ]);
    // "the TfL Go app": behind its maker even a plain word is a name.
    if (hasMaker && [...cues].some(cue => cue.tells === 'product' && cue.place === 'behind'))
      vote(verdict, 'product', 2, 'names/product/of-vendor', 'software');
    for (const cue of cues)
      if (!owns || cue.tells === 'organisation') vote(verdict, cue.tells, cue.weight, cue.id, cue.kind ?? null);
  }

  function decide({ votes, inside }: Verdict): 'organisation' | 'product' | null {
    const against = Math.max(votes.person, votes.place, votes.other);
    const [of, score] =
      votes.product > votes.organisation
        ? ['product' as const, votes.product]
        : ['organisation' as const, votes.organisation];
    return score >= (inside ? ENOUGH : ENOUGH_AT_OPENING) && score > against ? of : null;
  }
}
