import { francAll } from 'franc';
import type { LanguageCode } from '../model/language.ts';
import { type Tokens, WORD } from '../model/tokens.ts';
import { lookup, type Vocabulary } from '../model/vocabulary.ts';

/** What language an article is in, and how sure that is. */
export interface Detected {
  readonly code: string;
  readonly confidence: number;
  readonly supported: boolean;
}

/**
 * Function words by which a language is told from its neighbours: those that are frequent in one and rare in the others.
 * A word that two languages share votes for both.
 */
const VOTES: Readonly<Record<string, string>> = {
  nl: 'de het een en van in is dat op te zijn met voor niet aan door om ook bij er maar worden naar uit zich nog heeft wordt werd hebben dan als over deze dit hun geen meer zij ze wel al kan tot of die was waren volgens onder moet omdat hij wij je ik tussen tegen zo wat na zou haar zegt onze alle daar hier',
  en: 'the of and to in is that for on with was as by are it be this have from at has an not they which or were its said will their been had but who more than we you he she about would could after can there all when what if also no his her our other into over',
  de: 'der die das und ist nicht mit ein eine zu den von dem auf für im sich des auch werden wurde sind als bei nach wird noch einer einem einen über aus am zum hat dass sie er wir haben oder aber so nur bis um durch gegen ihre unter vor kann mehr',
  af: 'die en van het is in nie om te wat vir sy met aan was op ook hulle by kan sal word deur ons hy maar as dat daar uit oor na haar wees een nog baie moet toe so',
  fy: 'de it en fan in is net dat op te foar mei oan troch ek by mar wurde nei út him noch hat wurdt waard hawwe dy wie wiene neffens hja wy om as se syn har oer ta kin moat',
  fr: 'le la les de des du et est dans un une en que qui pour pas sur au avec par ce sont il elle plus ne se aux été cette ont mais nous vous leur son ses ou comme a après être fait',
};

/** Languages beside ours among which franc may choose, so that "another language" can be said. */
const FRANC_CODES: Readonly<Record<string, string>> = {
  nld: 'nl',
  eng: 'en',
  deu: 'de',
  afr: 'af',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  dan: 'da',
  swe: 'sv',
  nob: 'no',
  pol: 'pl',
  fin: 'fi',
  tur: 'tr',
  rus: 'ru',
  ukr: 'uk',
  arb: 'ar',
  cmn: 'zh',
  jpn: 'ja',
  ell: 'el',
  ces: 'cs',
  hun: 'hu',
  ron: 'ro',
};
const SUPPORTED: readonly LanguageCode[] = ['nl', 'en'];
/** Words after which the vote is as good as on the whole text. */
const WINDOW = 600;
const FEWEST_VOTES = 3;
const FRANC_WINDOW = 600;
/** Words that only one of our languages lists, for a text without enough function words. */
const FEWEST_LISTED = 2;
const LISTED_SHARE = 0.3;

const isSupported = (code: string): boolean => SUPPORTED.some(known => known === code);

/** A vote table over the vocabulary, made once. */
export interface VoteTable {
  readonly codes: readonly string[];
  /** One bit a language for each vocabulary number. */
  readonly bits: Uint8Array;
  /** Which of our languages list a word (bit 0 the first of SUPPORTED): settles texts too short for function words. */
  readonly listed: Uint8Array;
}

/** Every word that votes; the vocabulary must hold them. */
export const votingWords: readonly string[] = Object.values(VOTES).flatMap(words => words.split(' '));

/**
 * Look up the voting words in a vocabulary that holds them.
 *
 * @param lists for Dutch and English, by vocabulary number, whether the language lists the word
 */
export function voteTable(
  vocabulary: Vocabulary,
  lists: Readonly<Record<LanguageCode, (id: number) => boolean>>,
): VoteTable {
  const codes = Object.keys(VOTES);
  const bits = new Uint8Array(vocabulary.size);
  codes.forEach((code, index) => {
    for (const word of (VOTES[code] ?? '').split(' ')) {
      const id = lookup(vocabulary, word);
      bits[id] = (bits[id] ?? 0) | (1 << index);
    }
  });
  const listed = new Uint8Array(vocabulary.size);
  SUPPORTED.forEach((code, index) => {
    for (let id = 1; id < listed.length; id += 1) if (lists[code](id)) listed[id] = (listed[id] ?? 0) | (1 << index);
  });
  return { codes, bits, listed };
}

const round = (n: number): number => Math.round(n * 1000) / 1000;

/**
 * Tell an article's language: a vote of function words first, franc on a fixed window where the vote leaves doubt.
 *
 * Confidence is made of the winner's margin and the number of votes. Too few words of any language: `und`.
 */
export function detect(text: string, tokens: Tokens, table: VoteTable): Detected {
  const votes = new Array<number>(table.codes.length).fill(0);
  let words = 0;
  for (let i = 0; i < tokens.count && words < WINDOW; i += 1) {
    if (tokens.kind[i] !== WORD) continue;
    words += 1;
    const bits = table.bits[tokens.id[i] ?? 0] ?? 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const index = 31 - Math.clz32(rest & -rest);
      votes[index] = (votes[index] ?? 0) + 1;
    }
  }
  const ranked = table.codes
    .map((code, index) => ({ code, votes: votes[index] ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes || (a.code < b.code ? -1 : 1));
  const [first, second] = ranked;
  const top = first?.votes ?? 0;
  const margin = top === 0 ? 0 : (top - (second?.votes ?? 0)) / top;
  const share = words === 0 ? 0 : top / words;
  if (first !== undefined && top >= FEWEST_VOTES && margin >= 0.2 && share >= 0.12) {
    if (!isSupported(first.code)) return otherLanguage(text, first.code);
    return {
      code: first.code,
      confidence: round(Math.min(1, 0.5 + margin / 2) * Math.min(1, 0.6 + top / 25)),
      supported: isSupported(first.code),
    };
  }
  const neighbourLeads = first !== undefined && !isSupported(first.code) && top >= FEWEST_VOTES;
  return (neighbourLeads ? null : byLists(tokens, table, words)) ?? arbitrate(text, ranked, share);
}

/** The vote found neither of our languages; franc knows more others than the vote. */
function otherLanguage(text: string, voted: string): Detected {
  const told =
    FRANC_CODES[francAll(text.slice(0, FRANC_WINDOW), { only: Object.keys(FRANC_CODES), minLength: 20 })[0]?.[0] ?? ''];
  const code = told === undefined || isSupported(told) ? voted : told;
  return { code, confidence: code === voted ? 0.9 : 0.6, supported: false };
}

/** A short text most of whose words only one of our languages lists is in that language; null if neither is so. */
function byLists(tokens: Tokens, table: VoteTable, words: number): Detected | null {
  const own = SUPPORTED.map(() => 0);
  for (let i = 0, seen = 0; i < tokens.count && seen < words; i += 1) {
    if (tokens.kind[i] !== WORD) continue;
    seen += 1;
    const bits = table.listed[tokens.id[i] ?? 0] ?? 0;
    if (bits !== 0 && (bits & (bits - 1)) === 0) {
      const index = 31 - Math.clz32(bits);
      own[index] = (own[index] ?? 0) + 1;
    }
  }
  const best = Math.max(...own);
  const rest = own.reduce((sum, count) => sum + count, 0) - best;
  const code = SUPPORTED[own.indexOf(best)];
  if (code === undefined || best < FEWEST_LISTED || best < 2 * rest || best < words * LISTED_SHARE) return null;
  return { code, confidence: round(Math.min(0.8, 0.4 + best / 20)), supported: true };
}

/**
 * Ask franc about a doubtful text; what the vote says too is surer. Where franc names a neighbour that the vote knows
 * (Afrikaans for a short Dutch sentence) and one of our languages has as many votes, it is ours.
 */
function arbitrate(
  text: string,
  ranked: readonly { readonly code: string; readonly votes: number }[],
  share: number,
): Detected {
  const sample = text.slice(0, FRANC_WINDOW);
  const ranking = francAll(sample, { only: Object.keys(FRANC_CODES), minLength: 20 });
  const told = FRANC_CODES[ranking[0]?.[0] ?? ''] ?? 'und';
  const close = (ranking[1]?.[1] ?? 0) > 0.95;
  const votes = (code: string): number => ranked.find(one => one.code === code)?.votes ?? 0;
  const top = ranked[0]?.votes ?? 0;
  const ours = ranked.find(one => isSupported(one.code));
  const neighbour = ranked.some(one => one.code === told) && !isSupported(told);
  const code = neighbour && ours !== undefined && ours.votes > 0 && ours.votes >= votes(told) ? ours.code : told;
  if (code === 'und' || (top === 0 && isSupported(code))) return { code: 'und', confidence: 0, supported: false };
  if (isSupported(code) && share < 0.04) return { code: 'und', confidence: 0, supported: false };
  const agrees = top > 0 && votes(code) === top;
  return {
    code,
    confidence: round(code !== told ? 0.4 : agrees ? 0.7 : close ? 0.35 : 0.5),
    supported: isSupported(code),
  };
}
