import { everyday as english } from './en/everyday.ts';
import { languages } from './languages.ts';
import { everyday as dutch } from './nl/everyday.ts';

/**
 * How a text can show a name where it only means its words: `word`, at the beginning of a sentence ("Target" and "target");
 * `spelling`, there too, but with another letter in lower case ("Best buy" and Best Buy, "Indigo" and IndiGo).
 */
export type Misreading = 'word' | 'spelling';

/** Words, in lower case, by which names are checked. */
export interface OrdinaryWords {
  /** Words of both languages that mean something by themselves: all that rules know, and everyday words beside them. */
  readonly plain: ReadonlySet<string>;
  /** Words that say what kind of thing a name is: with or without a capital the name is the same ("Ghost ransomware"). */
  readonly heads: ReadonlySet<string>;
}

/** Words that the language files know because they are the name, or that nobody writes with a capital. */
const NAMES_FIRST: readonly string[] = [
  ...['belastingdienst', 'politie', 'police', 'rijksoverheid', 'europol', 'interpol'],
  ...['google', 'twitter', 'skype', 'whatsapp', 'digid', 'iphone', 'iphones', 'cryptolocker'],
  'blokker', // would be "ik blokker" if "blokkeren" had its stress elsewhere
];

/** The words of both languages by which names are checked. */
export function ordinaryWords(): OrdinaryWords {
  const all = Object.values(languages);
  const known = all.flatMap(({ words, nouns, verbs, dates }) => [
    ...Object.entries(words).flatMap(([kind, list]) => (kind === 'firstName' ? [] : list)),
    ...Object.values(nouns).flat(),
    ...verbs.map(verb => verb.form),
    ...Object.values(dates.words).flatMap(values => Object.keys(values)),
  ]);
  const heads = all.flatMap(({ names, standsFor, malware }) => [
    ...names.flatMap(rule => rule.heads.flatMap(head => head.split(' '))),
    ...standsFor.flatMap(({ nouns }) => nouns),
    ...Object.keys(malware.heads),
    ...malware.weakHeads,
    ...malware.followers,
  ]);
  const lower = (words: readonly string[]): Set<string> => new Set(words.map(word => word.toLowerCase()));
  const plain = lower([...known, ...dutch, ...english]);
  for (const name of NAMES_FIRST) plain.delete(name);
  return { plain, heads: lower(heads) };
}

/**
 * How a name can be misread. Acronyms ("WHO") and names like "iDEAL" must agree with the text to the letter, so they are
 * told apart from words.
 *
 * @param name a form of a name, as a gazetteer spells it
 * @returns null where the name does not look like words
 */
export function misreadingOf(name: string, { plain, heads }: OrdinaryWords): Misreading | null {
  const words = name.toLowerCase().split(' ');
  if (!/^[\p{L}'’ ]+$/u.test(name) || /^\p{Ll}/u.test(name) || !words.every(word => plain.has(word))) return null;
  if (words.length === 1) {
    if (/^[A-Z]{2,6}$/.test(name)) return null;
    return /\p{Lu}/u.test(name.slice(1)) ? 'spelling' : 'word';
  }
  return / \p{Lu}\p{Ll}/u.test(name) && !words.some(word => heads.has(word)) ? 'spelling' : null;
}
