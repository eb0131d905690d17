import { endsLike } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import {
  ADJECTIVE,
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  INFINITIVE,
  NEGATION,
  NOUN,
  nounBits,
  PARTICIPLE,
  PARTICLE,
  PAST,
  PREPOSITION,
  PRONOUN,
  SPEECH,
  SUBJECT,
  SUBORDINATOR,
  TO,
  wordBits,
} from '../model/bits.ts';
import type { Document } from '../model/document.ts';
import { CAPITAL, LINK, NUMBER, PUNCTUATION, SPACED } from '../model/tokens.ts';
import type { MentionMap } from './mention-map.ts';
import { DETERMINERS, QUOTES, type Reading, readSentence } from './reading.ts';
import type { Tag } from './sentence.ts';
import { verbTag } from './verb-tags.ts';

const VERBAL = wordBits('past', 'present', 'participle', 'infinitive', 'gerund');
/** Nouns that have content: "evidence that". */
const CONTENT_NOUN = nounBits('evidence', 'message');
/** Nouns of those who tell; in Dutch "die", not "dat", describes them. */
const TELLER = nounBits('people', 'attacker', 'expert', 'authority', 'organisation');
/** Tags behind which "that" brings in what is said, known or done. */
const OPENED_AFTER: ReadonlySet<Tag> = new Set<Tag>([
  'finite',
  'auxiliary',
  'participle',
  'infinitive',
  'gerund',
  'particle',
  'coordinator',
  'adverb',
  'date',
]);
const BREAKS: ReadonlySet<string> = new Set([';', ':', '(', ')', '–', '—', '…', '!', '?', '•', '[', ']']);
/** Marks that join what stands on both sides, or belong to a number. */
const GLUE: ReadonlySet<string> = new Set(['-', '/', '&', '%', '€', '$', '£']);
/** Marks behind which a clause can still go on. */
const INSIDE_CLAUSE: ReadonlySet<string> = new Set(['(', ')', '-', '$']);
/** How far ahead a clause's verb is looked for. */
const REACH = 14;

/** Decide what each token of a sentence is, from left to right: names and dates first, then by word class and neighbours. */
export function tagTokens(
  document: Document,
  map: MentionMap,
  language: CompiledLanguage,
  from: number,
  to: number,
): Tag[] {
  const tags: Tag[] = [];
  const reading = readSentence(document, map, language, from, to, tags);
  for (let i = from; i < to; i += 1) tags.push(tagOf(reading, i));
  return tags;
}

function tagOf(reading: Reading, i: number): Tag {
  const { document, map, from, bitsAt, tagAt } = reading;
  const { tokens } = document;
  if (map.nameAt[i] !== undefined || map.personAt[i] === 1) return 'name';
  if ((map.dateAt[i] ?? -1) >= 0) return 'date';
  if (tokens.kind[i] === PUNCTUATION) return markTag(reading, i);
  if (tokens.kind[i] === NUMBER) return 'number';
  if (tokens.kind[i] === LINK) return 'noun';
  const bits = bitsAt(i);
  if (bits === 0) return isNumberWord(reading, i) ? 'number' : 'noun';
  const previous = tagAt(i - 1);
  // "pop-up", "break-in": the end of a compound, not a particle.
  if (previous === 'glue' && (bits & (PREPOSITION | PARTICLE)) !== 0 && tagAt(i - 2) === 'noun') return 'noun';
  const opens = i === from || previous === 'quote' || previous === 'break';
  if ((tokens.shape[i] ?? 0) & CAPITAL && !opens && (bits & (VERBAL | ADJECTIVE)) !== 0) return 'noun';
  return verbalTag(reading, i, bits, previous) ?? openerTag(reading, i, bits, previous) ?? wordTag(reading, i, bits);
}

function isNumberWord({ language, word, isNoun }: Reading, i: number): boolean {
  return !isNoun(i) && Object.hasOwn(language.source.dates.words.number ?? {}, word(i));
}

function markTag({ document, word }: Reading, i: number): Tag {
  const mark = word(i);
  if (mark === ',') return 'comma';
  if (QUOTES.has(mark)) return 'quote';
  if (mark === '.') return (document.tokens.shape[i + 1] ?? SPACED) & SPACED ? 'break' : 'glue';
  return GLUE.has(mark) && !BREAKS.has(mark) ? 'glue' : 'break';
}

/** Negations, auxiliaries, verbs and what marks an infinitive; null for other words. */
function verbalTag(reading: Reading, i: number, bits: number, previous: Tag | undefined): Tag | null {
  const { bitsAt, is } = reading;
  if (bits & NEGATION)
    return bits & AUXILIARY ? 'auxiliary' : bits & PRONOUN && !(bits & DETERMINERS) ? 'pronoun' : 'negation';
  if (bits & TO && (bitsAt(i + 1) & INFINITIVE) !== 0) return 'to';
  if (is(i, 'infinitiveMarkers')) return 'to';
  if (bits & AUXILIARY && !isPossessive(reading, i)) return 'auxiliary';
  if (is(i, 'verbOrPossessive')) return 'determiner';
  return bits & VERBAL ? verbTag(reading, i, bits, previous) : null;
}

/** Words that open or join clauses; null for other words. */
function openerTag(reading: Reading, i: number, bits: number, previous: Tag | undefined): Tag | null {
  const { document, is, bitsAt, clauseFollows, followedByNoun, followedByPhrase } = reading;
  const choice = is(i, 'questionOrChoice');
  // "between 800 and 1,500"
  if (bits & COORDINATOR && previous === 'number' && document.tokens.kind[i + 1] === NUMBER) return 'glue';
  if (bits & COORDINATOR && !(choice && previous === undefined) && !is(i, 'adverbialCoordinators'))
    return choice && isQuestion(reading, i) ? 'subordinator' : 'coordinator';
  // "has since installed": between an auxiliary and its verb nothing opens.
  if (previous === 'auxiliary' && is(i, 'clausePrepositions') && (bitsAt(i + 1) & PARTICIPLE) !== 0) return 'adverb';
  // "at once"
  if (previous === 'preposition' && is(i, 'clausePrepositions')) return 'adverb';
  if (is(i, 'that') && opensContent(reading, i, previous)) return 'subordinator';
  if (is(i, 'relativeOpeners') && isRelative(reading, i, previous)) return 'relative';
  return bits & SUBORDINATOR &&
    (!(bits & PREPOSITION && followedByPhrase(i)) || opensClause(reading, i)) &&
    !(bits & DETERMINERS && followedByNoun(i)) &&
    (!is(i, 'weakSubordinators') || clauseFollows(i))
    ? 'subordinator'
    : null;
}

/** All other words. */
function wordTag(reading: Reading, i: number, bits: number): Tag {
  const { is, isNoun, bitsAt, tagAt, followedByNoun, followedByPhrase } = reading;
  // "heeft het de politie ingeschakeld": before an article stands no other.
  if (is(i, 'neuterPronouns') && is(i + 1, 'articles')) return 'pronoun';
  if (bits & DETERMINERS && followedByNoun(i)) return 'determiner';
  if (bits & PRONOUN && (bits & SUBJECT || !(bits & (PREPOSITION | ADVERB)))) return 'pronoun';
  if (bits & PREPOSITION)
    return bits & PARTICLE && (!followedByPhrase(i) || closesVerb(reading, i) || beforeContent(reading, i))
      ? 'particle'
      : 'preposition';
  if (bits & DETERMINERS) return is(i + 1, 'partitives') ? 'noun' : 'determiner';
  const described = tagAt(i - 1) === 'determiner' || tagAt(i - 1) === 'attributive';
  if (bits & PARTICLE && !(bits & ADJECTIVE) && !isNoun(i) && !described) return 'particle';
  if (bits & PRONOUN) return 'pronoun';
  if (bits & ADJECTIVE && !(bits & NOUN) && !isNoun(i) && (!followedByNoun(i) || (bitsAt(i + 1) & DETERMINERS) !== 0))
    return 'adverb';
  if (bits & ADVERB && !(bits & ADJECTIVE && followedByNoun(i)) && !isNoun(i)) return 'adverb';
  return 'noun';
}

/** "spoort klanten aan de update te installeren", "sluit niet uit dat": the particle of a verb, before what it is about. */
function closesVerb({ language, document, from, to, is, word, bitsAt, tagAt }: Reading, i: number): boolean {
  if (!language.source.grammar.verbFinal) return false;
  let verb = i - 1;
  while (verb >= from && tagAt(verb) !== 'finite' && tagAt(verb) !== 'break' && tagAt(verb) !== 'comma') verb -= 1;
  if (tagAt(verb) !== 'finite') return false;
  const forms = language.verbs.forms.get(document.tokens.id[verb] ?? 0) ?? [];
  const completes = (k: number): boolean =>
    !is(k, 'infinitiveOpeners') && forms.some(form => language.verbs.lemmas.has(`${word(k)}${form.lemma}`));
  if (!completes(i)) return false;
  if (is(i + 1, 'that')) return true;
  for (let k = i + 1; k < to && k < i + REACH; k += 1) {
    if ((bitsAt(k) & TO) !== 0 && (bitsAt(k + 1) & INFINITIVE) !== 0) return true;
    if (word(k) === ',' || (bitsAt(k) & AUXILIARY) !== 0) return false;
    // "roept gemeenten in Nederland op om …": the particle is yet to come.
    if ((bitsAt(k) & PARTICLE) !== 0 && (bitsAt(k + 1) & TO) === 0 && completes(k)) return false;
  }
  return false;
}

/** "cannot rule OUT that …": the particle of a verb of saying, before what is said. */
function beforeContent({ is, bitsAt, tagAt, clauseFollows }: Reading, i: number): boolean {
  const verb = tagAt(i - 1);
  const says = (bitsAt(i - 1) & SPEECH) !== 0 && (verb === 'finite' || verb === 'infinitive' || verb === 'participle');
  return says && is(i + 1, 'that') && clauseFollows(i + 1);
}

/** A form of to be before a noun, without a subject that it could be the verb of, is a possessive. */
function isPossessive({ is, bitsAt, tagAt, hasFinite }: Reading, i: number): boolean {
  if (!is(i, 'verbOrPossessive')) return false;
  const next = bitsAt(i + 1);
  const before = tagAt(i - 1);
  return (
    (before === 'preposition' ||
      before === 'finite' ||
      before === 'coordinator' ||
      before === 'subordinator' ||
      before === undefined ||
      // "heeft het zijn portaal gesloten"
      (before === 'pronoun' && hasFinite(i))) &&
    (next === 0 || (next & (ADJECTIVE | NOUN)) !== 0)
  );
}

/** Whether what could join an alternative opens a question: a clause follows, and it stands where a clause can begin. */
function isQuestion({ tagAt, bitsAt, clauseFollows }: Reading, i: number): boolean {
  const before = tagAt(i - 1);
  return (
    clauseFollows(i) &&
    (before === 'comma' ||
      before === undefined ||
      before === 'finite' ||
      before === 'noun' ||
      before === 'infinitive' ||
      before === 'participle' ||
      before === 'adverb') &&
    (bitsAt(i + 1) & (DETERMINERS | PRONOUN | PREPOSITION)) !== 0
  );
}

/** Whether a word opens a clause if it is also a preposition: a verb follows its phrase before any boundary. */
function opensClause({ document, map, from, to, word, is, bitsAt }: Reading, i: number): boolean {
  if (!is(i, 'clausePrepositions')) return false;
  let verb = false;
  for (let k = i + 1; k < to && k < i + REACH; k += 1) {
    const mark = word(k);
    if (mark === ',') return verb;
    if (document.tokens.kind[k] === PUNCTUATION && !QUOTES.has(mark) && !INSIDE_CLAUSE.has(mark)) return verb;
    if (is(k, 'complementOpeners') && !verb) return false;
    const bits = bitsAt(k);
    const past =
      (bits & PAST) !== 0 && (bits & NOUN) === 0 && (bitsAt(k - 1) & (DETERMINERS | ADJECTIVE | PREPOSITION)) === 0;
    if (map.nameAt[k] === undefined && ((bits & AUXILIARY) !== 0 || past)) verb = true;
    if (verb && i > from) return true;
  }
  return verb;
}

/** "geen bewijs dat", "indications that", "maakte bekend dat": what follows is content, not a description. */
function opensContent(reading: Reading, i: number, previous: Tag | undefined): boolean {
  const { document, tagAt, clauseFollows, language } = reading;
  const { verbFinal } = language.source.grammar;
  if (!verbFinal) {
    if (previous === 'noun' && clauseFollows(i) && isClass(CONTENT_NOUN)) return true;
    if (!opensSubject(reading, i)) return false;
    if (previous === 'noun' || previous === 'name') return clauseFollows(i) && saysBefore(reading, i);
    return previous !== undefined && OPENED_AFTER.has(previous) && verbLater(reading, i);
  }
  if (!verbLater(reading, i)) return false;
  if (previous === 'noun') return isClass(CONTENT_NOUN) || (isClass(TELLER) && saysBefore(reading, i));
  if (previous === 'name') return saysBefore(reading, i);
  // "ontkent dat en stapt": nothing that could be a clause follows.
  if ((reading.bitsAt(i + 1) & COORDINATOR) !== 0) return false;
  const opens = !opensWithNoun(reading, i);
  if (previous === 'finite' || previous === 'auxiliary') return opens || saysBefore(reading, i);
  return (
    previous === 'participle' ||
    previous === 'particle' ||
    previous === 'infinitive' ||
    previous === 'date' ||
    (previous === 'adverb' && (opens || saysBefore(reading, i))) ||
    (previous === 'coordinator' && opens) ||
    (previous === 'comma' && tagAt(i - 2) === 'participle')
  );

  function isClass(wanted: number): boolean {
    return ((document.nouns[i - 1] ?? 0) & wanted) !== 0;
  }
}

/** Whether what follows can begin with a subject: no verb stands directly behind. */
function opensSubject({ map, word, bitsAt }: Reading, i: number): boolean {
  if (map.nameAt[i + 1] !== undefined || QUOTES.has(word(i + 1))) return true;
  const bits = bitsAt(i + 1);
  return (bits & (DETERMINERS | PRONOUN | ADVERB)) !== 0 || (bits & (AUXILIARY | PAST | PREPOSITION)) === 0;
}

/** "dat bedrijf": a noun stands directly behind, with which the word could be a determiner. */
function opensWithNoun({ language, map, from, word, isNoun, bitsAt }: Reading, i: number): boolean {
  if (map.nameAt[i + 1] !== undefined || i + 1 < from) return false;
  const bits = bitsAt(i + 1);
  // "dat mensen", "dat servers": no noun in the plural goes with it.
  if (isNoun(i + 1) && endsLike(language.source, 'pluralNounEndings', word(i + 1))) return false;
  return bits === 0 || isNoun(i + 1) || (bits & (ADJECTIVE | NOUN)) !== 0;
}

/** Whether any verb form follows before the sentence or its part ends. */
function verbLater({ to, word, bitsAt }: Reading, i: number): boolean {
  for (let k = i + 1; k < to && k < i + 2 * REACH; k += 1) {
    const text = word(k);
    if (text === ';' || text === ':') return false;
    if ((bitsAt(k) & (AUXILIARY | VERBAL)) !== 0) return true;
  }
  return false;
}

/** Whether the clause before has a verb of saying. */
function saysBefore({ from, tagAt, bitsAt }: Reading, i: number): boolean {
  for (let k = i - 1; k >= from && k > i - REACH; k -= 1) {
    const tag = tagAt(k);
    if (tag === 'subordinator' || tag === 'relative' || tag === 'break') return false;
    if ((tag === 'finite' || tag === 'auxiliary' || tag === 'participle') && (bitsAt(k) & SPEECH) !== 0) return true;
  }
  return false;
}

/** Whether a word that can open a relative clause does: by the verb that must follow, or by what stands before. */
function isRelative(reading: Reading, i: number, previous: Tag | undefined): boolean {
  const { is, tagAt, clauseFollows } = reading;
  const behindNoun = previous === 'noun' || previous === 'name';
  if (!reading.language.source.grammar.verbFinal)
    return (
      behindNoun ||
      (!is(i, 'nounRelatives') &&
        (previous === 'comma' ||
          previous === 'number' ||
          previous === 'date' ||
          previous === 'pronoun' ||
          (previous === 'preposition' && is(i, 'prepositionRelatives')) ||
          previous === 'quote' ||
          previous === 'break'))
    );
  if (previous !== 'comma') return behindNoun && clauseFollows(i);
  const before = tagAt(i - 2);
  return (
    clauseFollows(i) &&
    (before === 'noun' || before === 'name' || before === 'number' || before === 'date' || before === 'quote')
  );
}
