import { FINITE, FUNCTION_WORD, nounBits, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import { NEWLINE, SPACED, UPPER } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

const SPEECH = wordBits('speech');
const PARTICIPLE = wordBits('participle');
const BE_LIKE = wordBits('be', 'become');
const DETERMINER = wordBits('determiner');
const PREPOSITION = wordBits('preposition');
const ORGANISATION_NOUN = nounBits('organisation', 'authority');
const SYSTEM_NOUN = nounBits('system', 'software', 'service', 'account', 'patch');
const FLAW_NOUN = nounBits('flaw', 'patch', 'use', 'software', 'data', 'measure');

/** Verbs with which an organisation acts; a place or a product does not. */
const ACTS = new Set([
  'heeft',
  'hebben',
  'had',
  'hadden',
  'wil',
  'willen',
  'wilde',
  'kiest',
  'koos',
  'besluit',
  'besloot',
  'sluit',
  'sloot',
  'sloten',
  'schakelt',
  'schakelde',
  'schakelden',
  'haalde',
  'haalden',
  'nam',
  'namen',
  'neemt',
  'waarschuwt',
  'waarschuwde',
  'bracht',
  'brengt',
  'publiceerde',
  'ontdekte',
  'vond',
  'kreeg',
  'krijgt',
  'deed',
  'doen',
  'gaf',
  'geeft',
  'stelt',
  'stelde',
  'onderzoekt',
  'onderzocht',
  'adviseert',
  'adviseerde',
  'betaalde',
  'betaalt',
  'eiste',
  'kondigt',
  'kondigde',
  'gebruikt',
  'gebruiken',
  'werkt',
  'verhielp',
  'dichtte',
  'repareerde',
  'informeerde',
  'schreef',
  'wijst',
  'wees',
  'kan',
  'kon',
  'moet',
  'moest',
  'zag',
  'ziet',
  'verwacht',
  'deelt',
  'has',
  'had',
  'have',
  'wants',
  'wanted',
  'closed',
  'shut',
  'took',
  'takes',
  'released',
  'issued',
  'published',
  'discovered',
  'found',
  'got',
  'gave',
  'gives',
  'urged',
  'urges',
  'advised',
  'advises',
  'paid',
  'pays',
  'demanded',
  'fixed',
  'patched',
  'notified',
  'informed',
  'investigates',
  'opened',
  'filed',
  'disconnected',
  'hired',
  'offered',
  'ordered',
  'shipped',
  'put',
  'did',
  'plans',
  'expects',
  'uses',
  'used',
  'asked',
  'blames',
  'blamed',
  'attributes',
  'declined',
  'refused',
  'restored',
  'rebuilt',
  'learned',
  'detected',
  'can',
  'could',
  'must',
  'will',
]);
/** Words behind which a name is a place: in Ede, uit Tiel, near Leeds. */
const PLACE_BEFORE = new Set([
  'in',
  'uit',
  'naar',
  'te',
  'nabij',
  'bij',
  'rond',
  'from',
  'near',
  'at',
  'to',
  'around',
  'outside',
  'regio',
  'inwoners van',
]);
/** Words behind which a name is a product that is used. */
const PRODUCT_BEFORE = new Set([
  'via',
  'met',
  'in',
  'op',
  'through',
  'with',
  'using',
  'on',
  'gebruik',
  'use',
  'gebruiken',
  'gebruikt',
  'uses',
  'used',
  'onder',
  'voor',
  'in',
  'aan',
  'inside',
  'into',
  'naar',
  'runs',
  'run',
  'running',
  'draait',
  'draaien',
  'to',
  'zonder',
  'without',
  'tot',
  'tussen',
]);

/** What the words around a candidate say about it. */
export interface Surroundings {
  /** Somebody who acts or speaks: a verb of an organisation behind it. */
  readonly acts: boolean;
  /** A head noun or article that goes with an organisation before it. */
  readonly introduced: boolean;
  /** A place: "in Ede". */
  readonly placed: boolean;
  /** Used like a product: "via Citrix", "Citrix-servers". */
  readonly used: boolean;
  /** First words of a dateline: "MAURIK, 21 april". */
  readonly dateline: boolean;
}

/** Read the words around the tokens `[from, to)`. */
export function surroundings(document: Document, candidate: Candidate): Surroundings {
  const { tokens } = document;
  const { from, to } = candidate;
  const word = (token: number): string =>
    token < 0 || token >= tokens.count ? '' : tokenText(document, token).toLowerCase().replaceAll('’', "'");
  const bits = (token: number): number => (token < 0 || token >= tokens.count ? 0 : (document.words[token] ?? 0));
  const nouns = (token: number): number => (token < 0 || token >= tokens.count ? 0 : (document.nouns[token] ?? 0));
  const sentence = document.sentenceOf[from];
  const inSentence = (token: number): boolean =>
    token >= 0 && token < tokens.count && document.sentenceOf[token] === sentence;

  let next = to;
  if (word(next) === '(' && inSentence(next))
    while (next < tokens.count && inSentence(next) && word(next) !== ')') next += 1;
  if (word(next) === ')') next += 1;
  if (word(next) === "'s" && document.language === 'nl') next += 1;
  const verb = inSentence(next) ? next : -1;
  const finite = verb >= 0 && (bits(verb) & FINITE) !== 0;
  const speaks = verb >= 0 && (bits(verb) & SPEECH) !== 0;
  const acting = verb >= 0 && ACTS.has(word(verb));
  const before = from - 1;
  const spokenBefore =
    inSentence(before) &&
    (bits(before) & SPEECH) !== 0 &&
    (bits(before) & FINITE) !== 0 &&
    (bits(before) & PARTICIPLE) === 0;
  const actsBefore = inSentence(before) && ACTS.has(word(before)) && !(bits(before) & PREPOSITION);
  const cited =
    /^(?:volgens|aldus|to|tegenover|door|by|namens|aan|van)$/.test(word(before)) &&
    (word(before) !== 'to' || word(before - 1) === 'according');
  const glued =
    word(to) === '-' && ((tokens.shape[to] ?? 0) & SPACED) === 0 && ((tokens.shape[to + 1] ?? 0) & SPACED) === 0;
  const possessive = word(to) === "'s" || word(to) === "'";
  const headed = inSentence(before) && (nouns(before) & ORGANISATION_NOUN) !== 0;
  const article = inSentence(before) && (bits(before) & DETERMINER) !== 0 && ((tokens.shape[from] ?? 0) & UPPER) !== 0;
  const spaced = inSentence(to) && ((tokens.shape[to] ?? 0) & SPACED) !== 0;
  const systemNext =
    (glued &&
      (nouns(to + 1) & (SYSTEM_NOUN | nounBits('use', 'flaw', 'data', 'people', 'access', 'attacker'))) !== 0) ||
    (spaced && (nouns(to) & SYSTEM_NOUN) !== 0 && document.language === 'en');
  const passive = finite && (bits(verb) & BE_LIKE) !== 0;
  return {
    acts:
      speaks ||
      (acting && !passive) ||
      spokenBefore ||
      (actsBefore && document.language === 'nl' && candidate.kind !== 'municipality') ||
      (cited && word(before) !== 'van' && word(before) !== 'aan') ||
      possessive,
    introduced: headed || article,
    placed: PLACE_BEFORE.has(word(before)),
    used:
      systemNext ||
      glued ||
      PRODUCT_BEFORE.has(word(before)) ||
      passive ||
      ((nouns(before - 1) & FLAW_NOUN) !== 0 && /^(?:van|of|in|voor|for)$/.test(word(before)) && !speaks) ||
      ((bits(before) & FUNCTION_WORD) === 0 && (nouns(before) & nounBits('software', 'system')) !== 0),
    dateline:
      ((tokens.shape[from] ?? 0) & NEWLINE) !== 0 &&
      (word(to) === ',' || word(to) === '(' || word(to) === '-' || word(to) === '–' || word(to) === '—'),
  };
}
