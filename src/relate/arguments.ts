import { nounBits } from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { Named, PersonFound } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { MentionMap, Phrase, Sentence } from './syntax.ts';

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
  readonly organisations: { readonly named: Named; readonly span: Span; readonly subject: boolean }[];
  readonly persons: { readonly person: PersonFound; readonly span: Span }[];
}

const GROUP = nounBits('people', 'organisation', 'attacker', 'authority', 'expert', 'suspect');

/** Generic nouns that stand for an organisation told before, by the kinds that they can stand for. */
const STANDS_FOR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:gemeente|stad|council|municipality|city|town)$/, ['municipality']],
  [/^(?:ministerie|departement|ministry|department)$/, ['ministry']],
  [/^(?:ziekenhuis|hospital|zorginstelling|kliniek|clinic)$/, ['health']],
  [/^(?:universiteit|hogeschool|university|school|college|onderwijsinstelling)$/, ['education']],
  [
    /^(?:bedrijf|concern|onderneming|leverancier|softwarebedrijf|beveiligingsbedrijf|fabrikant|softwaremaker|techbedrijf|company|firm|vendor|supplier|manufacturer|keten|chain|retailer|maker|provider|group|operator|airline)$/,
    ['company', 'vendor', 'finance', 'utility', 'transport', 'media'],
  ],
  [
    /^(?:instantie|dienst|agency|centrum|centre|center|toezichthouder|regulator|watchdog|autoriteit|authority)$/,
    ['agency'],
  ],
  [/^(?:bank|verzekeraar|insurer|lender)$/, ['finance']],
  [/^(?:groep|bende|gang|group|hackersgroep|collectief|crew)$/, ['threat-group']],
  [
    /^(?:partij|instelling|organisatie|organisation|organization|institution)$/,
    ['company', 'health', 'education', 'ngo', 'agency', 'government', 'municipality', 'finance'],
  ],
  [/^(?:provincie|province)$/, ['government']],
  [/^(?:om|parket|prosecutors)$/, ['police-justice']],
];

/** Words that quantify: what they count is what matters. */
const MEASURE =
  /^(?:aantal|deel|reeks|groep|tientallen|honderden|duizenden|miljoenen|meeste|number|dozens|hundreds|thousands|millions|range|some|most|part)$/i;

/** Make an argument of a phrase; null for what names nothing ("it" without anything told before). */
export function argumentOf(
  document: Document,
  sentence: Sentence,
  map: MentionMap,
  phrase: Phrase,
  discourse: Discourse,
  how: Argument['how'] = 'explicit',
): Argument | null {
  const { tokens } = document;
  if (phrase.pronoun) return pronounOf(document, phrase, discourse, sentence);
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
  const back = phrase.definite ? pointsTo(document, phrase, discourse) : null;
  const from = phrase.core;
  const start = tokens.start[from] ?? 0;
  const end = tokens.end[phrase.to - 1] ?? start;
  const text = document.text.slice(start, end);
  if (text.length === 0) return null;
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
  const group = ((document.nouns[phrase.head] ?? 0) & GROUP) !== 0 || MEASURE.test(tokenText(document, phrase.head));
  return { start, end, text, name: text.replaceAll(/\s+/g, ' '), kind: group ? 'group' : 'other', ref: null, how };
}

function kindOf(named: Named): Argument['kind'] {
  return named.of;
}

/** The organisation that "de gemeente" or "the company" stands for: the last one told of a kind that fits. */
function pointsTo(document: Document, phrase: Phrase, discourse: Discourse): Named | null {
  const plain = phrase.to - phrase.core <= 2;
  if (!plain) return null;
  const head = tokenText(document, phrase.head).toLowerCase();
  const kinds = STANDS_FOR.find(([pattern]) => pattern.test(head))?.[1];
  if (kinds === undefined) return null;
  const start = document.tokens.start[phrase.from] ?? 0;
  return (
    discourse.organisations.findLast(one => one.span.end <= start && kinds.some(kind => kind === one.named.kind))
      ?.named ?? null
  );
}

const THINGS =
  /^(?:het|it|dat|dit|that|this|which|die|wat|what|these|those|deze|er|there|zich|elkaar|itself|themselves|hetgeen|who|wie|where)$/;
const SINGULAR_PERSON = /^(?:hij|he|she|him|her|hem|haar|zij|ze)$/;
const PLURAL = /^(?:zij|ze|they|them|hen|hun)$/;
const WE = /^(?:we|wij|ons|us|our)$/;
const NEUTER = /^(?:het|it)$/;

function pronounOf(document: Document, phrase: Phrase, discourse: Discourse, sentence: Sentence): Argument | null {
  const { tokens } = document;
  const text = tokenText(document, phrase.head);
  const word = text.toLowerCase();
  const start = tokens.start[phrase.head] ?? 0;
  const end = tokens.end[phrase.head] ?? 0;
  const reach = tokens.start[document.sentences[Math.max(0, (document.sentenceOf[sentence.from] ?? 0) - 2)] ?? 0] ?? 0;
  const recent = discourse.organisations.filter(one => one.span.end <= start && one.span.start >= reach);
  const actor =
    recent.findLast(one => one.subject && one.named.of === 'organisation') ??
    recent.findLast(one => one.named.of === 'organisation');
  const organisation = (): Argument | null =>
    actor === undefined
      ? null
      : { start, end, text, name: actor.named.name, kind: 'organisation', ref: actor.named.id, how: 'pronoun' };
  if (/^(?:niemand|nobody|someone|iemand|somebody|anyone|everyone|iedereen|alles|everything|niets|nothing)$/.test(word))
    return {
      start,
      end,
      text,
      name: text,
      kind: /alles|everything|niets|nothing/.test(word) ? 'other' : 'group',
      ref: null,
      how: 'explicit',
    };
  if (NEUTER.test(word) || PLURAL.test(word) || WE.test(word)) {
    if (SINGULAR_PERSON.test(word) && !/^(?:ze|zij)$/.test(word)) return null;
    return organisation();
  }
  if (SINGULAR_PERSON.test(word)) {
    const person = discourse.persons.findLast(one => one.span.end <= start && one.span.start >= reach);
    return person === undefined
      ? null
      : { start, end, text, name: person.person.name, kind: 'person', ref: null, how: 'pronoun' };
  }
  return THINGS.test(word) ? null : null;
}

/** A phrase and those that are coordinated with it: "Brummen, Winterswijk en Bronckhorst". */
export function withCoordinated(document: Document, sentence: Sentence, phrase: Phrase): Phrase[] {
  const all = [phrase];
  const index = sentence.phrases.findIndex(one => one.from === phrase.from && one.to === phrase.to);
  if (index < 0) return all;
  for (let k = index + 1; k < sentence.phrases.length; k += 1) {
    const next = sentence.phrases[k];
    const last = all.at(-1);
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
      if (tag === 'coordinator') coordinator = true;
      else if (tag !== 'comma') joined = false;
    }
    if (!joined) break;
    if (!coordinator && !laterCoordinator(document, sentence, k)) break;
    all.push(next);
  }
  return all;
}

/** A comma coordinates only where an "en" or "and" follows the last member. */
function laterCoordinator(document: Document, sentence: Sentence, from: number): boolean {
  for (let k = from; k + 1 < sentence.phrases.length && k < from + 12; k += 1) {
    const [a, b] = [sentence.phrases[k], sentence.phrases[k + 1]];
    if (a === undefined || b === undefined || b.preposition >= 0) return false;
    let comma = false;
    for (let i = a.to; i < b.from; i += 1) {
      const tag = sentence.tags[i - sentence.from];
      if (tag === 'coordinator') return !/^(?:maar|but)$/i.test(tokenText(document, i));
      if (tag === 'comma') comma = true;
      else return false;
    }
    if (!comma) return false;
  }
  return false;
}
