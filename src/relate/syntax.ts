import { nounBits, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Mentions, Named, TokenSpan } from '../model/mention.ts';
import { CAPITAL, LINK, NUMBER, PUNCTUATION, SPACED, WORD } from '../model/tokens.ts';

/** What a token is in its sentence, once words that could be noun or verb are decided. */
export type Tag =
  | 'finite'
  | 'participle'
  | 'infinitive'
  | 'gerund'
  | 'attributive'
  | 'auxiliary'
  | 'determiner'
  | 'pronoun'
  | 'preposition'
  | 'coordinator'
  | 'subordinator'
  | 'relative'
  | 'negation'
  | 'adverb'
  | 'to'
  | 'noun'
  | 'name'
  | 'number'
  | 'date'
  | 'comma'
  | 'quote'
  | 'break'
  | 'glue'
  | 'particle';

/** A noun phrase: the tokens `[from, to)`, its head, and the preposition that governs it. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** First token without determiners. */
  readonly core: number;
  readonly head: number;
  /** The preposition's token, or -1. */
  readonly preposition: number;
  readonly pronoun: boolean;
  readonly definite: boolean;
  readonly named: readonly Named[];
  readonly person: boolean;
  readonly clause: number;
  /** The phrase that this one completes ("de servers VAN DE GEMEENTE"), by its place in the list, or -1. */
  readonly of: number;
}

/** How a clause begins. */
export type Opening = 'main' | 'subordinate' | 'relative' | 'infinitive' | 'coordinate';

/** A clause; its tokens are those with its number in `clauseOf`, for a relative clause may stand inside it. */
export interface Clause {
  readonly id: number;
  readonly opening: Opening;
  /** The clause in which or after which it stands, or -1. */
  readonly parent: number;
  readonly from: number;
  readonly to: number;
  /** The first finite verb or auxiliary, or -1. */
  readonly finite: number;
  readonly quoted: boolean;
}

/** A sentence taken apart. Token numbers are those of the document. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly tags: readonly Tag[];
  readonly clauseOf: readonly number[];
  readonly clauses: readonly Clause[];
  readonly phrases: readonly Phrase[];
}

/** Nouns of those who act and suffer. */
const PARTICIPANT = nounBits('people', 'attacker', 'organisation', 'expert', 'authority', 'suspect');
const VERBAL = wordBits('past', 'present', 'participle', 'infinitive', 'gerund');
const AUX = wordBits('have', 'be', 'become', 'modal', 'future');
const DET = wordBits('determiner', 'possessive');
const POSSESSIVE = wordBits('possessive');
const ADJ = wordBits('adjective');
const ADV = wordBits('adverb');
const PREP = wordBits('preposition');
const PRON = wordBits('pronoun');
const SUBJECT = wordBits('subject');
const COORD = wordBits('coordinator');
const SUBORD = wordBits('subordinator');
const REL = wordBits('relative');
const NEG = wordBits('negation');
const TO = wordBits('to');
const NOUN = wordBits('noun');
const PARTICIPLE = wordBits('participle');
const PAST = wordBits('past');
const PRESENT = wordBits('present');
const INFINITIVE = wordBits('infinitive');
const GERUND = wordBits('gerund');
const PARTICLE = wordBits('particle');
const QUESTION = wordBits('question');
const SPEECH = wordBits('speech');
const MODAL = wordBits('modal', 'future');

const QUOTES = new Set(['"', '“', '”', '‘', '’', '«', '»', "'", '„']);
const BREAKS = new Set([';', ':', '(', ')', '–', '—', '…', '.', '!', '?', '•', '[', ']']);
const OF = new Set(['van', 'of']);
/** Dutch words that begin an infinitive group. */
const INFINITIVE_OPENERS = new Set(['om', 'teneinde']);
const DUMMIES = new Set(['er', 'there']);

/** What stands where among the mentions of an article, by token. */
export interface MentionMap {
  readonly nameAt: readonly (Named | undefined)[];
  readonly nameSpanAt: readonly (TokenSpan | undefined)[];
  readonly personAt: Uint8Array;
  readonly dateAt: Int32Array;
}

/** Index the mentions of an article by token. */
export function mapMentions(document: Document, mentions: Mentions): MentionMap {
  const count = document.tokens.count;
  const nameAt = new Array<Named | undefined>(count).fill(undefined);
  const nameSpanAt = new Array<TokenSpan | undefined>(count).fill(undefined);
  const personAt = new Uint8Array(count);
  const dateAt = new Int32Array(count).fill(-1);
  for (const one of [
    ...mentions.organisations,
    ...mentions.products,
    ...mentions.vulnerabilities,
    ...mentions.malware,
  ]) {
    for (const mention of one.mentions) {
      nameAt.fill(one, mention.from, mention.to);
      nameSpanAt.fill(mention, mention.from, mention.to);
    }
  }
  for (const person of mentions.persons) personAt.fill(1, person.from, person.to);
  mentions.dates.forEach((date, index) => {
    dateAt.fill(index, date.from, date.to);
  });
  return { nameAt, nameSpanAt, personAt, dateAt };
}

/** Take a sentence apart: tags, clauses, noun phrases. Linear in its tokens. */
export function parseSentence(document: Document, map: MentionMap, index: number): Sentence {
  const { tokens } = document;
  const from = document.sentences[index] ?? 0;
  const to = document.sentences[index + 1] ?? tokens.count;
  const tags = tagTokens(document, map, from, to);
  const { clauseOf, clauses } = findClauses(document, tags, from, to);
  const phrases = findPhrases(document, map, tags, clauseOf, from, to);
  return { from, to, tags, clauseOf, clauses, phrases };
}

function tagTokens(document: Document, map: MentionMap, from: number, to: number): Tag[] {
  const { tokens } = document;
  const tags: Tag[] = [];
  const nl = document.language === 'nl';
  const bitsAt = (i: number): number => (i < from || i >= to ? 0 : (document.words[i] ?? 0));
  const word = (i: number): string => (i < from || i >= to ? '' : tokenText(document, i).toLowerCase());
  const tagAt = (i: number): Tag | undefined => tags[i - from];
  for (let i = from; i < to; i += 1) tags.push(tag(i));
  return tags;

  function tag(i: number): Tag {
    if (map.nameAt[i] !== undefined || map.personAt[i] === 1) return 'name';
    if ((map.dateAt[i] ?? -1) >= 0) return 'date';
    const text = word(i);
    if (tokens.kind[i] === PUNCTUATION) {
      if (text === ',') return 'comma';
      if (QUOTES.has(text)) return 'quote';
      if (BREAKS.has(text))
        return text === '.' && (tokens.shape[i + 1] ?? SPACED) & SPACED ? 'break' : text === '.' ? 'glue' : 'break';
      return text === '-' ||
        text === '/' ||
        text === '&' ||
        text === '%' ||
        text === '€' ||
        text === '$' ||
        text === '£'
        ? 'glue'
        : 'break';
    }
    if (tokens.kind[i] === NUMBER) return 'number';
    if (tokens.kind[i] === LINK) return 'noun';
    const bits = bitsAt(i);
    if (bits === 0) return 'noun';
    if (
      (tokens.shape[i] ?? 0) & CAPITAL &&
      i > from &&
      (bits & (VERBAL | ADJ)) !== 0 &&
      tagAt(i - 1) !== 'quote' &&
      tagAt(i - 1) !== 'break'
    )
      return 'noun';
    const previous = tagAt(i - 1);
    if (bits & NEG) return bits & AUX ? 'auxiliary' : bits & PRON && !(bits & DET) ? 'pronoun' : 'negation';
    if (bits & TO && (bitsAt(i + 1) & INFINITIVE) !== 0) return 'to';
    if (nl && text === 'te') return 'to';
    if (
      bits & AUX &&
      !(
        nl &&
        (text === 'zijn' || text === 'dat' || text === 'laten' || text === 'gaan' || text === 'waren') &&
        isPossessive(i)
      )
    )
      return 'auxiliary';
    if (nl && text === 'zijn') return 'determiner';
    if (bits & VERBAL) {
      const verb = verbTag(i, bits, previous);
      if (verb !== null) return verb;
    }
    if (bits & COORD && !(text === 'of' && nl && previous === undefined) && !(text === 'so' || text === 'yet'))
      return text === 'of' && nl && isQuestion(i)
        ? 'subordinator'
        : text === 'of' && !nl
          ? 'preposition'
          : 'coordinator';
    if (
      nl
        ? isRelative(i, text)
        : bits & REL &&
          (text !== 'that' || previous === 'noun' || previous === 'name') &&
          previous !== undefined &&
          previous !== 'preposition' &&
          previous !== 'auxiliary' &&
          previous !== 'finite'
    )
      return 'relative';
    if (
      bits & SUBORD &&
      (!(bits & PREP && followedByPhrase(i)) || (!nl && opensClause(i))) &&
      !(bits & DET && followedByNoun(i))
    ) {
      if (
        !(
          nl &&
          (text === 'wat' ||
            text === 'wie' ||
            text === 'daar' ||
            text === 'als' ||
            text === 'voor' ||
            text === 'sinds' ||
            text === 'hoe') &&
          !clauseFollows(i)
        )
      )
        return 'subordinator';
    }
    if (bits & DET && followedByNoun(i)) return 'determiner';
    if (bits & PRON && (bits & SUBJECT || !(bits & (PREP | ADV)))) return 'pronoun';
    if (bits & PREP) return bits & PARTICLE && !followedByPhrase(i) ? 'particle' : 'preposition';
    if (bits & DET) return OF.has(word(i + 1)) ? 'noun' : 'determiner';
    if (bits & PARTICLE && !(bits & ADJ) && (document.nouns[i] ?? 0) === 0) return 'particle';
    if (bits & PRON) return 'pronoun';
    if (bits & ADJ && !(bits & NOUN) && (document.nouns[i] ?? 0) === 0 && !followedByNoun(i)) return 'adverb';
    if (bits & ADV && !(bits & ADJ && followedByNoun(i)) && (document.nouns[i] ?? 0) === 0) return 'adverb';
    return 'noun';
  }

  /** "zijn" before a noun, without a subject that it could be the verb of, is "his". */
  function isPossessive(i: number): boolean {
    const next = bitsAt(i + 1);
    const before = tagAt(i - 1);
    if (word(i) !== 'zijn') return false;
    if (before === 'preposition' || before === 'finite' || before === 'coordinator' || before === undefined)
      return next === 0 || (next & (ADJ | NOUN)) !== 0;
    return false;
  }

  function isQuestion(i: number): boolean {
    return (
      clauseFollows(i) &&
      (tagAt(i - 1) === 'comma' ||
        tagAt(i - 1) === undefined ||
        tagAt(i - 1) === 'finite' ||
        tagAt(i - 1) === 'noun' ||
        tagAt(i - 1) === 'infinitive' ||
        tagAt(i - 1) === 'participle' ||
        tagAt(i - 1) === 'adverb') &&
      (bitsAt(i + 1) & (DET | PRON | PREP)) !== 0
    );
  }

  /** Whether a finite verb follows before the sentence or clause ends. */
  function clauseFollows(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 14; k += 1) {
      const text = word(k);
      if (text === ',' || text === ';' || text === '.' || text === ':') return false;
      if ((bitsAt(k) & (AUX | PAST | PRESENT)) !== 0) return true;
    }
    return false;
  }

  /** English "after", "since", "before", "as": a clause if a verb follows its phrase before any boundary. */
  function opensClause(i: number): boolean {
    if (!/^(?:after|before|since|until|as|once|till|because|than)$/.test(word(i))) return false;
    let verb = false;
    for (let k = i + 1; k < to && k < i + 14; k += 1) {
      const text = word(k);
      if (text === ',') return verb && (i === from || tagAt(i - 1) !== undefined);
      if (
        tokens.kind[k] === PUNCTUATION &&
        !QUOTES.has(text) &&
        text !== '(' &&
        text !== ')' &&
        text !== '-' &&
        text !== '$'
      )
        return verb;
      if (/^(?:that|which|who|to|when|because)$/.test(text) && !verb) return false;
      const bits = bitsAt(k);
      const named = map.nameAt[k] !== undefined;
      if (
        !named &&
        (bits & AUX ||
          (bits & PAST && !(bits & NOUN) && bitsAt(k - 1) !== undefined && !(bitsAt(k - 1) & (DET | ADJ | PREP))))
      )
        verb = true;
      if (verb && i > from) return true;
    }
    return verb;
  }

  function isRelative(i: number, text: string): boolean {
    if (
      text !== 'die' &&
      text !== 'dat' &&
      text !== 'wie' &&
      !/^waar(?:van|in|op|mee|bij|door|uit|voor|mee|over|aan)$/.test(text)
    )
      return false;
    const before = tagAt(i - 1);
    if (before === 'comma')
      return (
        clauseFollows(i) &&
        (tagAt(i - 2) === 'noun' ||
          tagAt(i - 2) === 'name' ||
          tagAt(i - 2) === 'number' ||
          tagAt(i - 2) === 'date' ||
          tagAt(i - 2) === 'quote')
      );
    return (before === 'noun' || before === 'name') && clauseFollows(i);
  }

  function followedByNoun(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 5; k += 1) {
      const bits = bitsAt(k);
      if (tokens.kind[k] === PUNCTUATION && !QUOTES.has(word(k))) return false;
      if (map.nameAt[k] !== undefined || tokens.kind[k] === NUMBER) return true;
      if (bits === 0 || (document.nouns[k] ?? 0) !== 0) return true;
      if (bits & NOUN) return true;
      if (bits & (ADJ | PARTICIPLE | ADV | DET)) continue;
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
    if (bits === 0 || (document.nouns[i + 1] ?? 0) !== 0) return true;
    return (bits & (DET | ADJ | NOUN | PRON | GERUND)) !== 0 || (bits & PARTICIPLE && followedByNoun(i)) !== false;
  }

  function verbTag(i: number, bits: number, previous: Tag | undefined): Tag | null {
    // "uit" is a particle or preposition, hardly ever a form of "uiten".
    if (nl && bits & (PREP | PARTICLE) && !(bits & (PAST | INFINITIVE | PARTICIPLE))) return null;
    const prevBits = bitsAt(i - 1);
    const next = bitsAt(i + 1);
    const noun = (document.nouns[i] ?? 0) !== 0 || (bits & NOUN) !== 0;
    const afterDeterminer = previous === 'determiner' || (prevBits & POSSESSIVE) !== 0 || previous === 'number';
    const nextNoun =
      i + 1 < to &&
      tokens.kind[i + 1] === WORD &&
      map.personAt[i + 1] !== 1 &&
      (next === 0 || (document.nouns[i + 1] ?? 0) !== 0 || (next & (ADJ | NOUN)) !== 0) &&
      (next & (AUX | PREP | COORD)) === 0;
    if (nl) {
      if (bits & PARTICIPLE && !(bits & (PAST | PRESENT | INFINITIVE))) {
        if (
          (afterDeterminer ||
            previous === 'preposition' ||
            previous === 'noun' ||
            previous === 'adverb' ||
            previous === undefined ||
            previous === 'coordinator' ||
            previous === 'comma') &&
          nextNoun &&
          // "gemelde" can only stand before a noun; "gestolen" also closes a verb group.
          (tokenText(document, i).endsWith('e') || (tokenText(document, i).endsWith('en') && !auxNear(i)))
        )
          return 'attributive';
        return 'participle';
      }
      if (previous === 'to') return 'infinitive';
      if (afterDeterminer && !(bits & PARTICIPLE))
        return bits & INFINITIVE && !noun && tokenText(document, i).endsWith('en') && word(i - 1) === 'het'
          ? 'infinitive'
          : nextNoun && bits & PARTICIPLE
            ? 'attributive'
            : noun || bits & INFINITIVE
              ? noun
                ? null
                : 'infinitive'
              : null;
      if (noun && (previous === 'preposition' || previous === 'attributive' || (prevBits & ADJ) !== 0)) return null;
      if (bits & PARTICIPLE && auxNear(i)) return 'participle';
      if (bits & PARTICIPLE && (afterDeterminer || previous === 'preposition') && nextNoun) return 'attributive';
      if (previous === 'preposition' && word(i - 1) !== 'te') return bits & INFINITIVE && !noun ? 'infinitive' : null;
      if (bits & INFINITIVE && bits & PRESENT) return pluralSubjectOrSole(i) ? 'finite' : 'infinitive';
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
    if (previous === 'to') return bits & INFINITIVE ? 'infinitive' : null;
    if (bits & GERUND) {
      if (afterDeterminer && nextNoun) return null;
      if (noun && (afterDeterminer || previous === 'preposition' || (prevBits & ADJ) !== 0)) return null;
      return 'gerund';
    }
    const base = (bits & INFINITIVE) !== 0;
    if (base && modalBefore(i)) return 'infinitive';
    if (bits & (PAST | PARTICIPLE)) {
      const both = bits & PARTICIPLE;
      if (
        both &&
        (afterDeterminer || (prevBits & ADJ) !== 0 || previous === 'preposition' || previous === 'attributive') &&
        nextNoun
      )
        return 'attributive';
      if (
        both &&
        (previous === undefined ||
          previous === 'comma' ||
          (previous === 'coordinator' && !(bits & PAST && hasFinite(i)))) &&
        nextNoun &&
        !(next & (DET | PRON))
      )
        return 'attributive';
      if (both && (afterDeterminer || (previous === 'preposition' && !base))) return 'attributive';
      if (both && auxNear(i)) return 'participle';
      if (!base && bits & PAST) return reduced(i) ? 'participle' : 'finite';
      if (!base) return 'participle';
    }
    if (afterDeterminer || previous === 'preposition' || (prevBits & ADJ) !== 0 || previous === 'attributive')
      return null;
    if (base) {
      if (previous === 'pronoun' || previous === 'relative') return 'finite';
      if (previous === undefined || previous === 'quote' || previous === 'break') {
        if (noun && finiteLater(i)) return null;
        return (next & (DET | PRON | PREP)) !== 0 || map.nameAt[i + 1] !== undefined || nextNoun ? 'infinitive' : null;
      }
      if (bits & PAST && !hasFinite(i)) return reduced(i) ? 'participle' : 'finite';
      if (hasFinite(i)) return null;
      if (((document.nouns[i - 1] ?? 0) & PARTICIPANT) !== 0 && pluralBefore(i)) return 'finite';
      if (finiteLater(i)) return null;
      if (noun && !(next & (DET | PRON)) && map.nameAt[i + 1] === undefined) return null;
      return pluralBefore(i) ? 'finite' : null;
    }
    if (bits & PRESENT) {
      if (noun && (hasFinite(i) || finiteLater(i))) return null;
      if (
        previous === 'noun' ||
        previous === 'name' ||
        previous === 'pronoun' ||
        previous === 'relative' ||
        previous === 'adverb' ||
        previous === 'subordinator' ||
        previous === 'coordinator' ||
        previous === 'comma' ||
        previous === 'date' ||
        previous === 'quote' ||
        word(i - 1) === ')'
      )
        return 'finite';
      return null;
    }
    return null;
  }

  /** An auxiliary of the same clause before or, in Dutch, behind a participle. */
  function auxNear(i: number): boolean {
    for (let k = i - 1; k >= from && k > i - 16; k -= 1) {
      const tagged = tagAt(k);
      if (tagged === 'auxiliary') return true;
      if (tagged === 'break' || tagged === 'subordinator' || tagged === 'relative') break;
      if (!nl && (tagged === 'finite' || tagged === 'comma')) break;
    }
    if (nl)
      for (let k = i + 1; k < to && k < i + 4; k += 1) {
        if ((bitsAt(k) & AUX) !== 0) return true;
        if (tokens.kind[k] === PUNCTUATION) break;
      }
    return false;
  }

  function modalBefore(i: number): boolean {
    for (let k = i - 1; k >= from && k > i - 5; k -= 1) {
      const tagged = tagAt(k);
      if (tagged === 'auxiliary') return (bitsAt(k) & MODAL) !== 0;
      if (word(k) === 'longer') continue;
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

  function hasFinite(i: number): boolean {
    for (let k = i - 1; k >= from; k -= 1) {
      const tagged = tagAt(k);
      if (tagged === 'finite' || tagged === 'auxiliary') return true;
      if (tagged === 'break' || tagged === 'subordinator' || tagged === 'relative' || (!nl && tagged === 'comma'))
        return false;
    }
    return false;
  }

  function finiteLater(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 10; k += 1) {
      if (tokens.kind[k] === PUNCTUATION) return false;
      if (bitsAt(k) & AUX) return true;
      if (bitsAt(k) & PAST && (document.nouns[k] ?? 0) === 0) return true;
    }
    return false;
  }

  /** A Dutch form in -en is finite if the clause has no other finite verb. */
  function pluralSubjectOrSole(i: number): boolean {
    return !hasFinite(i) && !((bitsAt(i + 1) & AUX) !== 0) && !finiteLater(i);
  }

  function pluralBefore(i: number): boolean {
    const text = word(i - 1);
    return (
      /s$|people|police|staff|hackers/.test(text) ||
      tagAt(i - 1) === 'relative' ||
      tagAt(i - 1) === 'adverb' ||
      map.nameAt[i - 1] !== undefined ||
      (QUESTION & bitsAt(i - 1)) !== 0
    );
  }

  /** "systems hit by ransomware": a past form that has no subject of its own is a participle. */
  function reduced(i: number): boolean {
    const bits = bitsAt(i);
    if (!(bits & PARTICIPLE)) return false;
    const next = word(i + 1);
    if (next === 'by' && (tagAt(i - 1) === 'noun' || tagAt(i - 1) === 'name')) return true;
    return (
      hasFinite(i) &&
      (tagAt(i - 1) === 'noun' || tagAt(i - 1) === 'comma') &&
      (next === 'by' || next === 'in' || next === 'on' || next === 'from' || next === 'with')
    );
  }
}

function findClauses(
  document: Document,
  tags: readonly Tag[],
  from: number,
  to: number,
): { clauseOf: number[]; clauses: Clause[] } {
  interface Segment {
    from: number;
    to: number;
    opening: Opening | null;
    finite: number;
    verbal: boolean;
    quoted: boolean;
  }
  const segments: Segment[] = [];
  let start = from;
  let opening: Opening | null = 'main';
  let quoted = false;
  let segmentQuoted = false;
  const close = (end: number, next: Opening | null): void => {
    if (end > start) {
      let finite = -1;
      let verbal = false;
      for (let i = start; i < end; i += 1) {
        const tag = tags[i - from];
        if ((tag === 'finite' || tag === 'auxiliary') && finite < 0) finite = i;
        if (tag === 'finite' || tag === 'auxiliary' || tag === 'participle' || tag === 'infinitive' || tag === 'gerund')
          verbal = true;
      }
      segments.push({ from: start, to: end, opening, finite, verbal, quoted: segmentQuoted });
    }
    start = end;
    opening = next;
    segmentQuoted = quoted;
  };
  for (let i = from; i < to; i += 1) {
    const tag = tags[i - from];
    const text =
      tag === 'subordinator' || tag === 'preposition' || tag === 'to' || tag === 'coordinator'
        ? tokenText(document, i).toLowerCase()
        : '';
    if (tag === 'quote' || tag === 'break') {
      if (tag === 'quote') {
        const mark = tokenText(document, i);
        if (mark === '“' || mark === '‘' || mark === '«' || mark === '„') quoted = true;
        else if (mark === '”' || mark === '»') quoted = false;
        else if (mark === '"') quoted = !quoted;
        else if (mark === '’') quoted = false;
      }
      const mark = tokenText(document, i);
      close(i, tag === 'quote' || mark === ')' || mark === ']' ? null : 'main');
      start = i + 1;
      segmentQuoted = quoted;
    } else if (tag === 'comma') {
      close(i, null);
      start = i + 1;
    } else if (tag === 'subordinator') close(i, 'subordinate');
    else if (tag === 'relative') close(i, 'relative');
    else if (tag === 'coordinator') close(i, 'coordinate');
    else if (
      document.language === 'nl' &&
      tag === 'preposition' &&
      INFINITIVE_OPENERS.has(text) &&
      infinitiveFollows(i)
    )
      close(i, 'infinitive');
    else if (document.language === 'en' && tag === 'to') close(i, 'infinitive');
    else if (
      document.language === 'en' &&
      i > from &&
      tags[i - 1 - from] === 'finite' &&
      ((document.words[i - 1] ?? 0) & SPEECH) !== 0 &&
      bareContent(i)
    )
      close(i, 'subordinate');
  }
  close(to, null);

  /** "The firm said it had closed": content without "that". */
  function bareContent(i: number): boolean {
    const opener = tags[i - from];
    if (
      opener !== 'determiner' &&
      opener !== 'pronoun' &&
      opener !== 'name' &&
      opener !== 'noun' &&
      opener !== 'number'
    )
      return false;
    for (let k = i; k < to && k < i + 20; k += 1) {
      const tag = tags[k - from];
      if (tag === 'finite' || tag === 'auxiliary') return true;
      if (
        tag === 'break' ||
        tag === 'comma' ||
        tag === 'subordinator' ||
        tag === 'relative' ||
        tag === 'quote' ||
        tag === 'to'
      )
        return false;
    }
    return false;
  }

  function infinitiveFollows(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 25; k += 1) {
      const tag = tags[k - from];
      if (tag === 'to') return true;
      if (tag === 'break' || tag === 'finite' || tag === 'auxiliary') return false;
    }
    return false;
  }

  const clauseOf = new Array<number>(to - from).fill(-1);
  const clauses: {
    id: number;
    opening: Opening;
    parent: number;
    from: number;
    to: number;
    finite: number;
    quoted: boolean;
  }[] = [];
  const join = (segment: Segment, clause: { id: number; from: number; to: number; finite: number }): void => {
    clause.from = Math.min(clause.from, segment.from);
    clause.to = Math.max(clause.to, segment.to);
    if (clause.finite < 0) clause.finite = segment.finite;
    for (let i = segment.from; i < segment.to; i += 1) clauseOf[i - from] = clause.id;
  };
  const open = (segment: Segment, how: Opening, parent: number): void => {
    const clause = {
      id: clauses.length,
      opening: how,
      parent,
      from: segment.from,
      to: segment.to,
      finite: segment.finite,
      quoted: segment.quoted,
    };
    clauses.push(clause);
    join(segment, clause);
  };
  for (const segment of segments) {
    const last = clauses.at(-1);
    if (last === undefined) {
      open(segment, segment.opening ?? 'main', -1);
      continue;
    }
    if (segment.opening === 'subordinate' || segment.opening === 'relative' || segment.opening === 'infinitive') {
      open(segment, segment.opening, last.id);
      continue;
    }
    const headless = clauses.findLast(
      clause =>
        clause.finite < 0 &&
        (clause.opening === 'main' || clause.opening === 'coordinate' || clause.opening === 'subordinate') &&
        (clause.quoted === segment.quoted || last.id === clause.id),
    );
    // A few quoted words inside a clause belong to it: "dat hun systeem 'gecompromitteerd' is".
    if (segment.quoted && segment.finite < 0 && segment.opening === null) {
      join(segment, last);
      continue;
    }
    if (!segment.verbal) {
      if (segment.opening === 'main' && document.text.charAt((document.tokens.start[segment.from] ?? 1) - 1) !== '(')
        open(segment, 'main', -1);
      else join(segment, last);
      continue;
    }
    if (segment.opening === 'main') open(segment, 'main', -1);
    else if (segment.finite >= 0) {
      if (headless !== undefined && !hasVerb(headless)) join(segment, headless);
      else if (segment.opening === 'coordinate') open(segment, 'coordinate', last.id);
      else open(segment, 'main', last.id);
    } else if (document.language === 'en') {
      if (segment.opening === 'coordinate') open(segment, 'coordinate', last.id);
      else
        join(
          segment,
          last.opening === 'relative'
            ? (clauses.findLast(clause => clause.finite >= 0 && clause.opening !== 'relative') ?? last)
            : last,
        );
    } else {
      const waiting = clauses.findLast(clause => clause.finite >= 0);
      if (segment.opening === 'coordinate') open(segment, 'coordinate', last.id);
      else join(segment, waiting ?? last);
    }
  }
  return { clauseOf, clauses };

  function hasVerb(clause: { id: number; from: number; to: number }): boolean {
    for (let i = clause.from; i < clause.to; i += 1) {
      if (clauseOf[i - from] !== clause.id) continue;
      const tag = tags[i - from];
      if (tag === 'participle' || tag === 'infinitive' || tag === 'gerund') return true;
    }
    return false;
  }
}

function findPhrases(
  document: Document,
  map: MentionMap,
  tags: readonly Tag[],
  clauseOf: readonly number[],
  from: number,
  to: number,
): Phrase[] {
  const phrases: Phrase[] = [];
  let i = from;
  let preposition = -1;
  const tagAt = (k: number): Tag | undefined => (k < from || k >= to ? undefined : tags[k - from]);
  while (i < to) {
    const tag = tagAt(i);
    if (tag === 'preposition') {
      preposition = i;
      i += 1;
      continue;
    }
    if (tag === 'pronoun' || tag === 'relative') {
      if (!DUMMIES.has(tokenText(document, i).toLowerCase()))
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
      (tag === 'negation' && /^(?:geen|no)$/i.test(tokenText(document, i))) ||
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

  /** Dutch writes compounds as one word, so two nouns side by side are two phrases: "hebben experts checks uitgevoerd". */
  function newPhrase(at: number): boolean {
    if (document.language !== 'nl' || tagAt(at - 1) !== 'noun' || (document.tokens.shape[at] ?? 0) & CAPITAL)
      return false;
    const before = document.nouns[at - 1] ?? 0;
    if ((before & PARTICIPANT) === 0) return false;
    return (document.nouns[at] ?? 0) !== 0 || ((document.words[at] ?? 0) & NOUN) !== 0;
  }

  /** "At Schiphol KLM suspended flights": a name behind another phrase, directly before the verb, is the subject. */
  function opensSubject(at: number): boolean {
    const span = map.nameSpanAt[at];
    if (span === undefined || span.from !== at) return false;
    const then = tagAt(span.to);
    const verbNext = then === 'finite' || then === 'auxiliary';
    if (map.nameSpanAt[at - 1] !== undefined && map.nameSpanAt[at - 1] !== span)
      return document.language === 'nl' || verbNext || map.nameAt[at - 1]?.of === map.nameAt[at]?.of;
    return preposition >= 0 && verbNext && tagAt(at - 1) === 'noun' && document.language === 'en';
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
        if (
          /^(?:de|het|the|deze|dit|this|these|die|dat|that|those|zijn|haar|hun|its|their|his|her|onze|ons|our)$/i.test(
            tokenText(document, end),
          )
        )
          definite = true;
      } else if (tag === 'negation') {
        if (core >= 0) break;
      } else if (tag === 'noun' || tag === 'name' || tag === 'number' || tag === 'attributive') {
        if (core >= 0 && clauseOf[end - from] !== clauseOf[core - from]) break;
        if (core >= 0 && tag === 'name' && opensSubject(end)) break;
        if (core >= 0 && tag === 'noun' && newPhrase(end)) break;
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
      preposition >= 0 &&
      OF.has(tokenText(document, preposition).toLowerCase()) &&
      previous !== undefined &&
      previous.to === preposition
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
