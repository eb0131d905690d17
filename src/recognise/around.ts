import { phrasesAt } from '../lexicon/trie.ts';
import { BE, BECOME, DETERMINER, FINITE, FUNCTION_WORD, nounBits, PARTICIPLE, SPEECH, TITLE } from '../model/bits.ts';
import { CAPITAL, MIXED, NEWLINE, NUMBER, UPPER, WORD } from '../model/tokens.ts';
import { cuesAt } from './cues.ts';
import type { Neighbours } from './neighbours.ts';
import type { Reader, Run } from './reader.ts';
import { kindIn, type Verdict, vote } from './verdict.ts';

/** What it is worth to be a word with a capital within a sentence, and to be an acronym. */
const PRIOR = 0.6;
const ACRONYM = 2;
/** How trackers number the groups that they follow: UNC5221, APT29. */
const TRACKED = /^(?:UNC|UTA|UAC|UAT|TA|APT|FIN|DEV|TAG|STAC)\d{1,5}$/;
/** How far behind a comma or a verb the noun may stand that says what a name is. */
const APPOSITION_REACH = 7;
const ORGANISATION_NOUN = nounBits('organisation', 'authority');

/** Make the vote of what stands around one place of a name: verbs, articles, cues, and the names beside it. */
export function surroundingsVote(reader: Reader, neighbours: Neighbours): (run: Run, verdict: Verdict) => void {
  const { document, language, is, idOf, shapeOf, wordsOf, nounsOf, textOf, opensSentence, opensQuote, glued } = reader;
  const { ordinary, namelike } = reader;
  const { tokens } = document;
  const { proper } = language;
  const { organisationFrom, organisationTo, kindAt, personAt, personTo } = neighbours;
  return around;

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
    // "a library in Goole were hit": what is told behind a place is told of what is there.
    const isPlaced = is(from - 1, 'placeBefore') && (wordsOf(next) & FINITE) !== 0;
    for (const cue of cues)
      if (isPlaced && cue.place === 'behind') continue;
      else if (!owns || cue.tells === 'organisation') vote(verdict, cue.tells, cue.weight, cue.id, cue.kind ?? null);
  }

  /** What a capital alone is worth: within a sentence more than at its beginning, most in an acronym. */
  function prior(run: Run, verdict: Verdict): void {
    const { from, to } = run;
    const shape = shapeOf(from);
    const length = (tokens.end[from] ?? 0) - (tokens.start[from] ?? 0);
    if (to - from === 1 && (shape & UPPER) !== 0 && length >= 3 && length <= 7 && !ordinary(from)) {
      const isDateline = (shape & NEWLINE) !== 0 && (length > 4 || /^[,(–—-]$/.test(textOf(to)));
      if (TRACKED.test(textOf(from))) vote(verdict, 'organisation', 4, 'names/organisation/tracked', 'threat-group');
      else if (/^\p{Lu}+$/u.test(textOf(from)) && !isDateline && !abbreviates(run) && !isDesignation(run))
        vote(verdict, 'organisation', ACRONYM, 'names/organisation/acronym-alone', 'other');
      verdict.inside = true;
      return;
    }
    if (to - from === 1 && TRACKED.test(textOf(from))) {
      vote(verdict, 'organisation', 4, 'names/organisation/tracked', 'threat-group');
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

  /** A version directly behind a name, "4.2.1", and no amount: "4.2 million", "4.2 percent". */
  function hasVersion(token: number): boolean {
    if (glued(token) || !/^\d+(?:\.\d+)+$/.test(textOf(token))) return false;
    const isAmount =
      nounsOf(token + 1) !== 0 || /^[%€$]$/.test(textOf(token + 1)) || /^\d+\.\d{3}$/.test(textOf(token));
    const follows = textOf(token + 1);
    return (
      !isAmount &&
      (tokens.kind[token + 1] !== WORD || (wordsOf(token + 1) & (FUNCTION_WORD | FINITE)) !== 0 || follows === '')
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
      const closed = nounsOf(behind) === 0 && (wordsOf(behind) & TITLE) === 0 && !is(behind, 'genitives');
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

  function isArticleOrGenitive(token: number): boolean {
    return token >= 0 && (is(token, 'articles') || (wordsOf(token) & DETERMINER) !== 0);
  }
}
