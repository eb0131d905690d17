import { endsLike } from '../lexicon/groups.ts';
import {
  ADJECTIVE,
  AUXILIARY,
  COORDINATOR,
  GERUND,
  INFINITIVE,
  NOUN,
  PARTICIPANT,
  PARTICIPLE,
  PARTICLE,
  PAST,
  POSSESSIVE,
  PREPOSITION,
  PRESENT,
  PRONOUN,
  QUESTION,
  wordBits,
} from '../model/bits.ts';
import { WORD } from '../model/tokens.ts';
import { DETERMINERS, type Reading } from './reading.ts';
import type { Tag } from './sentence.ts';

const MODAL = wordBits('modal', 'future');

/** What stands around a verb form. */
interface Around {
  readonly bits: number;
  readonly previous: Tag | undefined;
  readonly prevBits: number;
  readonly next: number;
  /** The form is also a noun. */
  readonly noun: boolean;
  readonly afterDeterminer: boolean;
  /** A noun or a word before one follows. */
  readonly nextNoun: boolean;
}

/** What a verb form is in its sentence: a tag, or null if it is no verb there. */
export function verbTag(reading: Reading, i: number, bits: number, previous: Tag | undefined): Tag | null {
  const { verbFinal } = reading.language.source.grammar;
  // "uit" is a particle or preposition, hardly ever a form of "uiten".
  if (verbFinal && bits & (PREPOSITION | PARTICLE) && !(bits & (PAST | INFINITIVE | PARTICIPLE))) return null;
  const { document, map, to, bitsAt, isNoun } = reading;
  const { tokens } = document;
  const prevBits = bitsAt(i - 1);
  const next = bitsAt(i + 1);
  const noun = isNoun(i) || (bits & NOUN) !== 0;
  const afterDeterminer = previous === 'determiner' || (prevBits & POSSESSIVE) !== 0 || previous === 'number';
  const nextNoun =
    i + 1 < to &&
    tokens.kind[i + 1] === WORD &&
    map.personAt[i + 1] !== 1 &&
    (next === 0 || isNoun(i + 1) || (next & (ADJECTIVE | NOUN)) !== 0) &&
    (next & (AUXILIARY | PREPOSITION | COORDINATOR)) === 0;
  const around = { bits, previous, prevBits, next, noun, afterDeterminer, nextNoun };
  return verbFinal ? tagVerbFinal(reading, i, around) : tagVerbMedial(reading, i, around);
}

/** Where verbs stand last (Dutch), a participle may stand before its auxiliary, and the infinitive is also the plural. */
function tagVerbFinal(reading: Reading, i: number, around: Around): Tag | null {
  const { bits, previous, prevBits, noun, afterDeterminer, nextNoun } = around;
  const { word, is, auxNear, hasFinite, finiteLater } = reading;
  const { source } = reading.language;
  // "een verouderde vpn", "de getroffen klanten": behind a determiner and before a noun.
  if (bits & PARTICIPLE && previous === 'determiner' && nextNoun) return 'attributive';
  // "zo snel mogelijk", "is open": an adjective that looks like a verb form.
  if (bits & ADJECTIVE && !(bits & (PAST | INFINITIVE | PARTICIPLE)) && (previous === 'adverb' || hasFinite(i)))
    return null;
  if (isBareStem(reading, i, bits)) return null;
  if (bits & PARTICIPLE && !(bits & (PAST | PRESENT | INFINITIVE))) {
    if (
      (afterDeterminer ||
        previous === 'preposition' ||
        previous === 'noun' ||
        previous === 'name' ||
        previous === 'adverb' ||
        previous === undefined ||
        previous === 'coordinator' ||
        previous === 'comma') &&
      nextNoun &&
      // "gemelde" can only stand before a noun; "gestolen" also closes a verb group.
      (endsLike(source, 'attributiveEndings', word(i)) ||
        (endsLike(source, 'infinitiveEndings', word(i)) && !auxNear(i)))
    )
      return 'attributive';
    return 'participle';
  }
  if (previous === 'to') return 'infinitive';
  if (afterDeterminer && !(bits & PARTICIPLE))
    return bits & INFINITIVE &&
      !noun &&
      endsLike(source, 'infinitiveEndings', word(i)) &&
      is(i - 1, 'infinitiveArticles')
      ? 'infinitive'
      : nextNoun && bits & PARTICIPLE
        ? 'attributive'
        : noun || bits & INFINITIVE
          ? noun
            ? null
            : 'infinitive'
          : null;
  if (noun && (previous === 'preposition' || previous === 'attributive' || (prevBits & ADJECTIVE) !== 0)) return null;
  // "alle afspraken geschrapt": a noun that looks like a past tense, in a clause that has its verb.
  if (noun && bits & PAST && !(bits & PARTICIPLE) && verbSinceComma(reading, i)) return null;
  // "… en artsen schrijven hun recepten": the plural of a verb behind its subject, before its object.
  if (noun && bits & INFINITIVE && opensPredicate(reading, i)) return 'finite';
  // "…, ontdekte NRC": with that ending a participle stands before its noun, else it is the past.
  if (bits & PAST && previous === 'comma' && endsLike(source, 'attributiveEndings', word(i)) && opensPhrase(reading, i))
    return 'finite';
  if (bits & PARTICIPLE && auxNear(i)) return 'participle';
  if (bits & PARTICIPLE && (afterDeterminer || previous === 'preposition') && nextNoun) return 'attributive';
  if (previous === 'preposition' && !is(i - 1, 'infinitiveMarkers'))
    return bits & INFINITIVE && !noun ? 'infinitive' : null;
  // "heeft sporen gevonden", "Bedrijven moeten": without a modal a noun that is also an infinitive is the noun.
  if (noun && bits & INFINITIVE && (hasFinite(i) ? !modalAround(reading, i) : finiteLater(i))) return null;
  if (bits & INFINITIVE && bits & PRESENT) return isSole(reading, i) ? 'finite' : 'infinitive';
  if (bits & INFINITIVE)
    return hasFinite(i)
      ? 'infinitive'
      : noun &&
          (finiteLater(i) ||
            !(previous === 'noun' || previous === 'name' || previous === 'relative' || previous === 'pronoun'))
        ? null
        : 'finite';
  if (bits & (PAST | PRESENT)) return noun && (hasFinite(i) || finiteLater(i)) && !(bits & PAST) ? null : 'finite';
  return 'participle';
}

/** Where verbs stand between subject and object (English), what stands before a form tells what it is. */
function tagVerbMedial(reading: Reading, i: number, around: Around): Tag | null {
  const { bits, previous, prevBits, next, noun, afterDeterminer, nextNoun } = around;
  const { map, auxNear, hasFinite, finiteLater } = reading;
  // "a Boston-based firm", "state-sponsored hackers"
  if (bits & PARTICIPLE && previous === 'glue' && nextNoun && reading.word(i - 1) === '-') return 'attributive';
  if (previous === 'to') return bits & INFINITIVE ? 'infinitive' : null;
  if (bits & GERUND) {
    if (afterDeterminer && nextNoun) return null;
    if (noun && (afterDeterminer || previous === 'preposition' || (prevBits & ADJECTIVE) !== 0)) return null;
    return 'gerund';
  }
  const base = (bits & INFINITIVE) !== 0;
  if (base && modalBefore(reading, i)) return 'infinitive';
  if (bits & (PAST | PARTICIPLE)) {
    const both = bits & PARTICIPLE;
    if (!base && bits & PAST && previous === 'comma' && !reading.is(i + 1, 'agent') && mainLacksVerb(reading, i))
      return 'finite';
    if (both && isFullVerb(previous) && nextNoun && !(next & (DETERMINERS | PRONOUN | PAST))) return 'attributive';
    if (
      both &&
      (afterDeterminer || (prevBits & ADJECTIVE) !== 0 || previous === 'preposition' || previous === 'attributive') &&
      nextNoun
    )
      return 'attributive';
    if (
      both &&
      (previous === undefined ||
        previous === 'comma' ||
        (previous === 'coordinator' && !(bits & PAST && finiteBefore(reading, i)))) &&
      nextNoun &&
      !(next & (DETERMINERS | PRONOUN))
    )
      return 'attributive';
    if (both && (afterDeterminer || (previous === 'preposition' && !base))) return 'attributive';
    if (both && auxNear(i)) return 'participle';
    if (!base && bits & PAST) return isReduced(reading, i) ? 'participle' : 'finite';
    if (!base) return 'participle';
  }
  if (afterDeterminer || previous === 'preposition' || (prevBits & ADJECTIVE) !== 0 || previous === 'attributive')
    return null;
  // "to talk to the attackers and RESTORE its servers"
  if (base && previous === 'coordinator' && (next & (DETERMINERS | PRONOUN)) !== 0 && infinitiveBefore(reading, i))
    return 'infinitive';
  if (base) {
    if (previous === 'pronoun' || previous === 'relative') return 'finite';
    if (previous === undefined || previous === 'quote' || previous === 'break') {
      if (noun && finiteLater(i)) return null;
      return (next & (DETERMINERS | PRONOUN | PREPOSITION)) !== 0 || map.nameAt[i + 1] !== undefined || nextNoun
        ? 'infinitive'
        : null;
    }
    if (bits & PAST && !hasFinite(i)) return isReduced(reading, i) ? 'participle' : 'finite';
    if (hasFinite(i)) return null;
    if (((reading.document.nouns[i - 1] ?? 0) & PARTICIPANT) !== 0 && pluralBefore(reading, i)) return 'finite';
    if (finiteLater(i)) return null;
    if (noun && !(next & (DETERMINERS | PRONOUN)) && map.nameAt[i + 1] === undefined) return null;
    return pluralBefore(reading, i) ? 'finite' : null;
  }
  if (bits & PRESENT) {
    if (previous === 'relative' || previous === 'pronoun') return 'finite';
    if (noun && (hasFinite(i) || finiteLater(i))) return null;
    if (
      previous === 'noun' ||
      previous === 'name' ||
      previous === 'adverb' ||
      previous === 'subordinator' ||
      previous === 'coordinator' ||
      previous === 'comma' ||
      previous === 'date' ||
      previous === 'quote' ||
      reading.word(i - 1) === ')'
    )
      return 'finite';
    return null;
  }
  return null;
}

/** Whether the last verb before a token is an infinitive with its mark. */
function infinitiveBefore({ from, tagAt }: Reading, i: number): boolean {
  for (let k = i - 1; k > from; k -= 1) {
    const tag = tagAt(k);
    if (tag === 'infinitive') return tagAt(k - 1) === 'to';
    if (tag === 'finite' || tag === 'auxiliary' || tag === 'gerund' || tag === 'comma' || tag === 'break') return false;
  }
  return false;
}

/** "de publieke omroep": a stem is a verb only beside who says it of himself, or as an order at the beginning. */
function isBareStem({ language, word, is, tagAt }: Reading, i: number, bits: number): boolean {
  const { source } = language;
  if (bits & (PAST | INFINITIVE | PARTICIPLE) || source.groups.presentEndings.length === 0) return false;
  if (endsLike(source, 'presentEndings', word(i)) || is(i - 1, 'stemSubjects') || is(i + 1, 'stemSubjects'))
    return false;
  const before = tagAt(i - 1);
  return (
    before !== undefined && before !== 'quote' && before !== 'break' && before !== 'coordinator' && before !== 'comma'
  );
}

/** Whether a name, a pronoun or what begins with a determiner stands behind a token. */
function opensPhrase({ map, bitsAt }: Reading, i: number): boolean {
  return (
    map.nameAt[i + 1] !== undefined || map.personAt[i + 1] === 1 || (bitsAt(i + 1) & (DETERMINERS | PRONOUN)) !== 0
  );
}

function isFullVerb(tag: Tag | undefined): boolean {
  return tag === 'finite' || tag === 'participle' || tag === 'infinitive' || tag === 'gerund';
}

/** "The gang, which hit two banks, …": the sentence's first clause has a subject and still waits for its verb. */
function mainLacksVerb({ from, tagAt }: Reading, i: number): boolean {
  let inserted = false;
  let subject = false;
  for (let k = from; k < i; k += 1) {
    const tag = tagAt(k);
    if (tag === 'subordinator' && !subject) return false;
    if (tag === 'relative' || tag === 'subordinator' || tag === 'to') inserted = true;
    else if (tag === 'comma' || tag === 'break') inserted = false;
    else if ((tag === 'finite' || tag === 'auxiliary') && !inserted) return false;
    else if (tag === 'noun' || tag === 'name' || tag === 'pronoun') subject = true;
  }
  return subject;
}

/** Whether the clause has a finite verb before the token, behind the last comma. */
function verbSinceComma({ from, tagAt }: Reading, i: number): boolean {
  for (let k = i - 1; k >= from; k -= 1) {
    const tag = tagAt(k);
    if (tag === 'finite' || tag === 'auxiliary') return true;
    if (tag === 'comma' || tag === 'break' || tag === 'subordinator' || tag === 'relative' || tag === 'coordinator')
      return false;
  }
  return false;
}

/** Whether the sentence has a finite verb before the token. */
function finiteBefore({ from, tagAt }: Reading, i: number): boolean {
  for (let k = i - 1; k >= from; k -= 1) if (tagAt(k) === 'finite' || tagAt(k) === 'auxiliary') return true;
  return false;
}

/** Whether people stand before a form, without a verb since the last joint, and a determiner behind it. */
function opensPredicate(reading: Reading, i: number): boolean {
  const { document, bitsAt, tagAt, map } = reading;
  const people = ((document.nouns[i - 1] ?? 0) & PARTICIPANT) !== 0 || map.nameAt[i - 1]?.of === 'organisation';
  return people && tagAt(i - 1) !== 'pronoun' && (bitsAt(i + 1) & DETERMINERS) !== 0 && !verbSinceComma(reading, i);
}

/** A modal of the clause before the token, or close behind it. */
function modalAround({ bitsAt, tagAt, from, to }: Reading, i: number): boolean {
  for (let k = i - 1; k >= from; k -= 1) {
    const tagged = tagAt(k);
    if (tagged === 'auxiliary' && (bitsAt(k) & MODAL) !== 0) return true;
    if (tagged === 'break' || tagged === 'subordinator' || tagged === 'relative') break;
  }
  for (let k = i + 1; k < to && k < i + 4; k += 1) if ((bitsAt(k) & MODAL) !== 0) return true;
  return false;
}

/** "can still be found": a modal before an infinitive, with little between them. */
function modalBefore(reading: Reading, i: number): boolean {
  const { from, bitsAt, is, tagAt } = reading;
  for (let k = i - 1; k >= from && k > i - 5; k -= 1) {
    const tagged = tagAt(k);
    if (tagged === 'auxiliary') return (bitsAt(k) & MODAL) !== 0;
    if (is(k, 'afterNegation')) continue;
    if (
      tagged !== 'adverb' &&
      tagged !== 'negation' &&
      tagged !== 'pronoun' &&
      tagged !== 'noun' &&
      tagged !== 'name' &&
      tagged !== 'determiner'
    )
      return false;
    if (
      (tagged === 'noun' || tagged === 'name' || tagged === 'determiner') &&
      from !== i - 3 &&
      tagAt(from) !== 'auxiliary'
    )
      return false;
  }
  return false;
}

/** A form that could be the infinitive or the plural is finite if the clause has no other finite verb. */
function isSole(reading: Reading, i: number): boolean {
  const { bitsAt, hasFinite, finiteLater } = reading;
  return !hasFinite(i) && !((bitsAt(i + 1) & AUXILIARY) !== 0) && !finiteLater(i);
}

/** Whether what stands before can be the subject of a plural verb. */
function pluralBefore(reading: Reading, i: number): boolean {
  const { map, bitsAt, word, tagAt } = reading;
  return (
    endsLike(reading.language.source, 'pluralEndings', word(i - 1)) ||
    tagAt(i - 1) === 'relative' ||
    tagAt(i - 1) === 'adverb' ||
    map.nameAt[i - 1] !== undefined ||
    (QUESTION & bitsAt(i - 1)) !== 0
  );
}

/** "systems hit by ransomware": a past form that has no subject of its own is a participle. */
function isReduced(reading: Reading, i: number): boolean {
  const { bitsAt, is, tagAt, hasFinite } = reading;
  const bits = bitsAt(i);
  if (!(bits & PARTICIPLE)) return false;
  if (is(i + 1, 'agent') && (tagAt(i - 1) === 'noun' || tagAt(i - 1) === 'name')) return true;
  return hasFinite(i) && (tagAt(i - 1) === 'noun' || tagAt(i - 1) === 'comma') && is(i + 1, 'reducedBefore');
}
