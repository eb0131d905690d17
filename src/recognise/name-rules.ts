import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { timeBit } from '../lexicon/time.ts';
import { phrasesAt } from '../lexicon/trie.ts';
import { DETERMINER, FINITE, FUNCTION_WORD, wordBits } from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { NameRule } from '../model/name.ts';
import { CAPITAL, MIXED, SPACED, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';
import { isHeadline } from './headlines.ts';

/** Months, weekdays and days that are told by a word are no part of a name: "Sunday Harvard University". */
const CALENDAR = timeBit('month') | timeBit('weekday') | timeBit('relativeDay') | timeBit('weekdayPart');
/** Kinds of heads that are told in lower case and are then no part of the name: "omroep RTBF". */
const OUTSIDE: ReadonlySet<string> = new Set(['media', 'ngo', 'finance']);
const DESCRIBING = wordBits('adjective', 'participle');
const BEFORE_NAME = wordBits('determiner', 'title');
/** Kinds of organisations whose last words are surnames too: "John Post", "Rianne Bloemen". */
const TRADES: ReadonlySet<string> = new Set(['company', 'media']);
/** Kinds of bodies whose names may hold a coordinator: "the Business and Trade Committee". */
const BODIES: ReadonlySet<string> = new Set(['agency', 'ministry', 'parliament', 'ngo', 'government', 'other']);
const LONGEST_NAME = 7;
const PLAIN = wordBits(
  'preposition',
  'determiner',
  'pronoun',
  'coordinator',
  'subordinator',
  'adverb',
  'have',
  'be',
  'modal',
  'negation',
);
/** Names that the words around them show: a head before or behind, or a common noun in apposition. */
export function ruledNames(document: Document, language: CompiledLanguage): Candidate[] {
  const { tokens } = document;
  const found: Candidate[] = [];
  const lowered = (token: number): string => tokenText(document, token).toLowerCase().replaceAll('’', "'");
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const { bareHeads } = language.source.grammar;
  const shapeOf = (token: number): number => tokens.shape[token] ?? 0;
  const opensSentence = (token: number): boolean => document.sentences[document.sentenceOf[token] ?? 0] === token;
  const glued = (token: number): boolean => (shapeOf(token) & SPACED) === 0;
  /** A word that can be part of a name: capitalised, or with capitals or figures inside. */
  const namelike = (token: number): boolean =>
    tokens.kind[token] === WORD &&
    (shapeOf(token) & (CAPITAL | MIXED)) !== 0 &&
    ((language.time.classes[tokens.id[token] ?? 0] ?? 0) & CALENDAR) === 0;

  for (let i = 0; i < tokens.count; i += 1) {
    const head = document.heads[i] ?? 0;
    const id = tokens.id[i] ?? 0;
    if (!language.nameHeads.first.has(id) && !(head !== id && language.nameHeads.first.has(head))) continue;
    const limit = document.sentences[(document.sentenceOf[i] ?? 0) + 1] ?? tokens.count;
    const matches = language.nameHeads.first.has(id)
      ? phrasesAt(language.nameHeads, tokens.id, i, limit)
      : phrasesAt(language.nameHeads, document.heads, i, i + 1);
    for (const { to, values } of matches) {
      for (const rule of values) {
        if (rule.place === 'after') after(rule, i, to);
        else if (rule.place === 'before') before(rule, i, to, limit);
        else if (rule.place === 'people') ofPeople(rule, i, to);
        else if (!is(i, 'noHeads')) apposition(rule, to, limit);
      }
    }
  }
  return found;

  function push(rule: NameRule, from: number, to: number, name: string, weight: number, sure = true): void {
    const of = rule.of === 'actor' ? 'organisation' : rule.of;
    found.push({ from, to, of, name, kind: rule.kind, entry: null, rule: rule.id, sure, weight });
  }

  /** Whether a name is where something is, not who does something: "in de gemeente Ede", "in Elm County". */
  function isPlaced(from: number): boolean {
    let before = from - 1;
    // "in de huidige Chinese provincie Liaoning"
    while (before > from - 4 && isDescribing(before)) before -= 1;
    if (isDetermined(before)) before -= 1;
    if (before < 0 || document.sentenceOf[before] !== document.sentenceOf[from]) return false;
    return is(before, 'placeBefore') || (is(before, 'of') && is(before - 1, 'territory'));
  }

  function isDescribing(token: number): boolean {
    const words = document.words[token] ?? 0;
    const isUnknown = words === 0 && document.nouns[token] === 0 && tokens.kind[token] === WORD;
    return isUnknown || (words & DESCRIBING) !== 0 || language.proper.peoples.has(tokens.id[token] ?? 0);
  }

  /** The end of the run of name words that begins at `start`. */
  function runEnd(start: number, limit: number, small: boolean): number {
    let end = start;
    let last = start;
    while (end < limit && end - start < LONGEST_NAME * 2) {
      if (namelike(end) || (end > start && /^\d/.test(tokenText(document, end)) && glued(end))) {
        end += 1;
        last = end;
      } else if (
        end > start &&
        (lowered(end) === '-' || lowered(end) === '&') &&
        end + 1 < limit &&
        (namelike(end + 1) || glued(end + 1))
      )
        end += 1;
      else if (
        small &&
        end > start &&
        lowered(end) === '-' &&
        glued(end) &&
        is(end + 1, 'and') &&
        end + 2 < limit &&
        namelike(end + 2)
      )
        end += 2;
      else if (end > start && lowered(end) === '_' && glued(end) && end + 1 < limit && glued(end + 1)) end += 1;
      else if (end > start && is(end, 'nameParticles') && is(end - 1, 'nameParticles') && namelike(end + 1)) end += 1;
      else if (small && end > start && is(end, 'insideNames') && end + 1 < limit && namelike(end + 1)) end += 1;
      else break;
    }
    return last;
  }

  /** "gemeente Ede", "de gemeenten Brummen, Winterswijk en Tiel", "University of Utrecht", "ministerie van Zeevaart en Handel". */
  function before(rule: NameRule, headFrom: number, headTo: number, limit: number): void {
    let at = headTo;
    let joined = false;
    for (const join of rule.joins) {
      const words = join.split(' ');
      if (words.every((word, k) => lowered(at + k) === word)) {
        at += words.length;
        joined = true;
        break;
      }
    }
    if (!joined && (bareHeads ? rule.kind === 'ministry' || rule.joined === true : rule.joins.length > 0)) return;
    if (rule.capital === true && (shapeOf(headFrom) & CAPITAL) === 0) return;
    if (!bareHeads && (shapeOf(headFrom) & CAPITAL) === 0 && !is(headFrom, 'placeHeads')) return;
    const names: [from: number, to: number, rest: string][] = [];
    const several = is(headFrom, 'pluralHeads');
    for (;;) {
      if (at >= limit || !namelike(at) || ((document.words[at] ?? 0) & PLAIN && (opensSentence(at) || isInTitle(at))))
        break;
      const shared = several ? sharedPart(at, limit) : null;
      if (shared !== null) {
        names.push([at, at + 2, shared]);
        at += 3;
        continue;
      }
      const end = rule.kind === 'ministry' ? ministryEnd(at, limit) : runEnd(at, limit, true);
      if (end <= at) break;
      names.push([at, end, '']);
      if (!several || (lowered(end) !== ',' && !is(end, 'and'))) break;
      at = end + 1;
      if (is(at, 'resumed')) at += 1;
    }
    const isPlace = rule.placeLike === true && !several && isPlaced(headFrom);
    names.forEach(([from, to, rest], index) => {
      if (is(from, 'noOrganisations')) return;
      const own = tokensText(document, from, to) + rest;
      const outside = OUTSIDE.has(rule.kind) && (shapeOf(headFrom) & CAPITAL) === 0;
      const start = index === 0 && !several && !outside ? headFrom : from;
      const name = rule.canonical?.replace('$', own) ?? tokensText(document, start, to);
      // "Ministry of Health" is no institution of health.
      const weight = rule.kind === 'ministry' ? 2.6 : 2;
      push(rule, start, to, several && rule.canonical === undefined ? own : name, weight, !isPlace);
    });
  }

  /** The part that "Noord- en Zuid-Holland" shares with its neighbour: "Holland"; null if the name at `at` is whole. */
  function sharedPart(at: number, limit: number): string | null {
    const isCut = lowered(at + 1) === '-' && glued(at + 1) && is(at + 2, 'and') && at + 5 < limit + 1;
    if (!isCut || !namelike(at + 3) || lowered(at + 4) !== '-' || !glued(at + 4) || !glued(at + 5)) return null;
    return tokenText(document, at + 5);
  }

  /** A ministry's name may hold commas and a coordinator: "Onderwijs, Cultuur en Wetenschap". */
  function ministryEnd(start: number, limit: number): number {
    let end = start;
    while (end < limit && namelike(end)) end += 1;
    for (;;) {
      const last = is(end, 'insideMinistries');
      if (
        (last || lowered(end) === ',') &&
        end + 1 < limit &&
        namelike(end + 1) &&
        ((document.words[end + 1] ?? 0) & FUNCTION_WORD) === 0
      ) {
        let to = end + 1;
        while (to < limit && namelike(to)) to += 1;
        if (last) return to;
        if (lowered(to) === ',' || is(to, 'insideMinistries')) {
          end = to;
          continue;
        }
      }
      return end;
    }
  }

  /** "Hackney Council", "Jansen B.V.", "the Clop gang": what stands before is capitalised. */
  function after(rule: NameRule, headFrom: number, headTo: number): void {
    const inside = rule.of !== 'organisation' || rule.kind === 'threat-group';
    const hasCapital = (shapeOf(headFrom) & (CAPITAL | UPPER)) !== 0;
    if (!inside && !is(headFrom, 'legalForms') && !hasCapital) return;
    let from = headFrom;
    const isTitle = isInTitle(headFrom);
    // "Ransomware Hits Hospital": where all words have capitals a verb is no part of a name, nor is what goes on behind it.
    if (isTitle && namelike(headTo) && !glued(headTo) && document.nouns[headTo] !== 0) return;
    while (from > 0 && document.sentenceOf[from - 1] === document.sentenceOf[headFrom]) {
      const token = from - 1;
      if (
        namelike(token) &&
        !(isTitle && ((document.words[token] ?? 0) & FINITE) !== 0 && namelike(token - 1)) &&
        !(opensSentence(token) && token < headFrom - 1 && isApposing(token)) &&
        !(opensSentence(token) && (document.words[token] ?? 0) & PLAIN) &&
        !((document.words[token] ?? 0) & BEFORE_NAME && opensSentence(token))
      )
        from = token;
      else if (
        (lowered(token) === '-' && glued(token)) ||
        lowered(token) === '&' ||
        (is(token, 'genitives') &&
          token > 0 &&
          namelike(token - 1) &&
          namelike(token + 1) &&
          !language.proper.places.has(tokens.id[token - 1] ?? 0)) ||
        // "Cyclists' Union"
        (lowered(token) === "'" && glued(token) && namelike(token - 1) && lowered(token - 1).endsWith('s')) ||
        // "John Ashdown of Powerhouse Utilities" are two.
        (is(token, 'backwardNames') && token > 0 && namelike(token - 1) && !isPersonBefore(token))
      )
        from = token;
      else if (BODIES.has(rule.kind) && is(token, 'and') && !isDetermined(token + 1) && pairStart(token) < token)
        from = pairStart(token);
      else break;
    }
    while (from < headFrom && !namelike(from)) from += 1;
    if (from >= headFrom) return;
    if (from === headFrom - 1 && opensSentence(from) && document.words[from] !== 0) return;
    if (headFrom - from > LONGEST_NAME || is(from, 'noOrganisations')) return;
    if (TRADES.has(rule.kind) && isGivenName(from) && from === headFrom - 1 && !isDetermined(from - 1)) return;
    const end = inside ? headFrom : continuation(legalEnd(headTo));
    if (inside && document.nouns[from] !== 0 && headFrom - from === 1 && (shapeOf(from) & (UPPER | MIXED)) === 0)
      return;
    // "Daytona International Speedway" is where something is.
    if (end < tokens.count && !glued(end) && namelike(end) && is(end, 'placeWords')) return;
    const isPlace = rule.placeLike === true && isPlaced(from) && !is(headTo - 1, 'municipal');
    push(rule, from, end, tokensText(document, from, end), inside ? 2 : 2.5, !isPlace);
  }

  function isGivenName(token: number): boolean {
    return language.proper.givenNames.has(tokens.id[token] ?? 0);
  }

  function isPersonBefore(token: number): boolean {
    return namelike(token - 2) && isGivenName(token - 2);
  }

  /** "Hostingbedrijf Brindelkoot Cloud": a common noun that only the beginning of the sentence gave its capital. */
  function isApposing(token: number): boolean {
    if (document.heads[token] === tokens.id[token]) return false;
    return phrasesAt(language.nameHeads, document.heads, token, token + 1).some(({ values }) =>
      values.some(({ place }) => place === 'apposition'),
    );
  }

  /** Whether a token stands in a headline of which all words have capitals. */
  function isInTitle(token: number): boolean {
    const sentence = document.sentenceOf[token] ?? 0;
    return isHeadline(document, document.sentences[sentence] ?? 0, document.sentences[sentence + 1] ?? tokens.count);
  }

  function isDetermined(token: number): boolean {
    return ((document.words[token] ?? 0) & DETERMINER) !== 0;
  }

  /** Where "the Business and Trade Committee" begins: behind its article, if "and" joins only plain words to it. */
  function pairStart(and: number): number {
    let from = and;
    while (from > and - 4 && namelike(from - 1) && (shapeOf(from - 1) & UPPER) === 0) from -= 1;
    return from < and && is(from - 1, 'articles') && (shapeOf(from - 1) & CAPITAL) === 0 ? from : and;
  }

  /** "Bureau of Investigation": what follows "of" belongs to the name. */
  function continuation(to: number): number {
    if (!is(to, 'continueNames') || !is(to - 1, 'continuedHeads')) return to;
    const first = is(to + 1, 'nameArticles') ? to + 2 : to + 1;
    if (!namelike(first)) return to;
    return runEnd(first, document.sentences[(document.sentenceOf[to] ?? 0) + 1] ?? tokens.count, false);
  }

  function legalEnd(to: number): number {
    return lowered(to) === '.' && glued(to) && is(to - 1, 'stoppedForms') && !opensSentence(to + 1) ? to + 1 : to;
  }

  /** "de Noorse ambassade": the adjective of a people before the noun. */
  function ofPeople(rule: NameRule, headFrom: number, headTo: number): void {
    const from = headFrom - 1;
    if (from < 0 || !language.proper.peoples.has(tokens.id[from] ?? 0) || !namelike(from) || is(from, 'continents'))
      return;
    if (document.sentenceOf[from] !== document.sentenceOf[headFrom]) return;
    push(rule, from, headTo, tokensText(document, from, headTo), 2);
  }

  /** "beveiligingsbedrijf Fox-IT": the name directly behind the common noun. */
  function apposition(rule: NameRule, at: number, limit: number): void {
    let start = at;
    while (start < limit && is(start, 'named')) start += 1;
    if (/^["“‘']$/.test(lowered(start))) start += 1;
    if (start >= limit || !namelike(start)) return;
    if ((shapeOf(at - 1) & CAPITAL) !== 0 && !opensSentence(at - 1)) return;
    const end = runEnd(start, limit, false);
    if (end <= start || end - start > 4) return;
    if (end - start === 1 && tokenText(document, start).length < 2) return;
    if (language.proper.givenNames.has(tokens.id[start] ?? 0) && end - start > 1) return;
    push(rule, start, end, tokensText(document, start, end), 1.5);
  }
}
