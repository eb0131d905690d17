import { LINK, SPACED, type Tokens, tokenise } from './tokens.ts';
import { intern, type Vocabulary } from './vocabulary.ts';

/**
 * A pattern over tokens, written as elements with a blank between them:
 *
 * - `word`, `one|other`, `tot_en_met|t/m`: literal words; `_` joins the words of one alternative
 * - `<month>`: a token of a class; classes and words may stand as alternatives of one element
 * - `name:<month>`: the same, captured as `name`
 * - a `?` at the end: the element may be missing
 * - a `~` in front: no white space before the token
 */
export interface Pattern {
  readonly source: string;
  readonly elements: readonly Element[];
  /** Vocabulary numbers with which a match can begin. */
  readonly firstWords: readonly number[];
  /** Classes (bits) with which a match can begin. */
  readonly firstClasses: number;
  /** What the second token of a match can be; null if that does not narrow it. */
  readonly next: { readonly classes: number; readonly words: ReadonlySet<number> } | null;
}

interface Element {
  readonly name: string | null;
  readonly classes: number;
  readonly phrases: readonly (readonly number[])[];
  readonly optional: boolean;
  readonly glued: boolean;
}

/** Captured element: the tokens `[from, to)`; the class is the one that the pattern asked for. */
export interface Capture {
  readonly from: number;
  readonly to: number;
  readonly classes: number;
}

/** A match: the tokens `[from, to)` and what was captured in them. */
export interface PatternMatch {
  readonly from: number;
  readonly to: number;
  readonly captures: Readonly<Record<string, Capture>>;
}

/** The bit of a class by its name; throws for an unknown name, for that is a bug in a rule. */
export type ClassBits = (name: string) => number;

/** Phrases that need no tokeniser: letters and single blanks. */
const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
const EDGE_OF_ELEMENT = /^(?<glued>~)?(?:(?<name>[a-z][A-Za-z0-9]*):)?(?<body>.+?)(?<optional>\?)?$/;

function compileElement(source: string, bits: ClassBits, vocabulary: Vocabulary): Element {
  const groups = EDGE_OF_ELEMENT.exec(source)?.groups;
  if (!groups) throw new Error(`bad pattern element: ${source}`);
  let classes = 0;
  const phrases: number[][] = [];
  for (const option of (groups.body ?? '').split('|')) {
    if (option.startsWith('<') && option.endsWith('>')) classes |= bits(option.slice(1, -1));
    else phrases.push(phraseIds(option.replaceAll('_', ' '), vocabulary));
  }
  return {
    name: groups.name ?? null,
    classes,
    phrases: phrases.toSorted((a, b) => b.length - a.length),
    optional: groups.optional === '?',
    glued: groups.glued === '~',
  };
}

/** The vocabulary numbers of a phrase's tokens; unknown words become known. */
export function phraseIds(phrase: string, vocabulary: Vocabulary): number[] {
  if (PLAIN_WORDS.test(phrase)) return phrase.split(' ').map(word => intern(vocabulary, word));
  const tokens = tokenise(phrase, vocabulary);
  return Array.from({ length: tokens.count }, (_, i) =>
    intern(vocabulary, phrase.slice(tokens.start[i], tokens.end[i])),
  );
}

/** Compile a pattern's source. */
export function compilePattern(source: string, bits: ClassBits, vocabulary: Vocabulary): Pattern {
  const elements = source.split(/\s+/).map(part => compileElement(part, bits, vocabulary));
  const firstWords: number[] = [];
  let firstClasses = 0;
  for (const element of elements) {
    firstClasses |= element.classes;
    for (const phrase of element.phrases) if (phrase[0] !== undefined) firstWords.push(phrase[0]);
    if (!element.optional) break;
  }
  return { source, elements, firstWords, firstClasses, next: nextOf(elements) };
}

/** What can follow the first token, where that is one element of one token and something must follow. */
function nextOf(elements: readonly Element[]): Pattern['next'] {
  const [first, ...rest] = elements;
  if (first === undefined || first.optional || first.phrases.some(phrase => phrase.length > 1)) return null;
  const words = new Set<number>();
  let classes = 0;
  for (const element of rest) {
    classes |= element.classes;
    for (const [word] of element.phrases) if (word !== undefined) words.add(word);
    if (!element.optional) return { classes, words };
  }
  return null;
}

/** Whether a match that begins at a token can go on with the next: a quick test before matching. */
export function canGoOn({ next }: Pattern, tokens: Tokens, classesAt: Int32Array, at: number): boolean {
  if (next === null || ((classesAt[at + 1] ?? 0) & next.classes) !== 0) return true;
  const id = tokens.id[at + 1] ?? 0;
  return id !== 0 && next.words.has(id);
}

/** What the elements of the pattern that is being matched have taken: tokens `[from, to)` and class, 0 where nothing. */
const taken = { from: new Int32Array(64), to: new Int32Array(64), classes: new Int32Array(64) };

/**
 * Match a pattern at a token.
 *
 * @param classesAt the class bits of each token
 * @param limit no token from here on is looked at
 * @returns the longest way to match, optional elements first taken, or null
 */
export function matchPattern(
  pattern: Pattern,
  tokens: Tokens,
  classesAt: Int32Array,
  from: number,
  limit: number,
): PatternMatch | null {
  const { elements } = pattern;
  const to = matchFrom(elements, 0, tokens, classesAt, from, limit);
  if (to <= from) return null;
  const captures: Record<string, Capture> = {};
  for (let i = 0; i < elements.length; i += 1) {
    const name = elements[i]?.name ?? null;
    const end = taken.to[i] ?? 0;
    if (name !== null && end > 0)
      captures[name] = { from: taken.from[i] ?? 0, to: end, classes: taken.classes[i] ?? 0 };
  }
  return { from, to, captures };
}

/** Match the elements from one on; gives where the match ends, or -1. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: Tokens,
  classesAt: Int32Array,
  at: number,
  limit: number,
): number {
  const element = elements[index];
  if (element === undefined) return at;
  if (at < limit && !(element.glued && ((tokens.shape[at] ?? 0) & SPACED) !== 0)) {
    const classes = (classesAt[at] ?? 0) & element.classes;
    if (classes !== 0) {
      const end = matchFrom(elements, index + 1, tokens, classesAt, at + 1, limit);
      if (end >= 0) return take(index, at, at + 1, classes, end);
    }
    for (const phrase of element.phrases) {
      const behind = at + phrase.length;
      if (behind > limit || !phraseAt(tokens, phrase, at)) continue;
      const end = matchFrom(elements, index + 1, tokens, classesAt, behind, limit);
      if (end >= 0) return take(index, at, behind, 0, end);
    }
  }
  if (!element.optional) return -1;
  const end = matchFrom(elements, index + 1, tokens, classesAt, at, limit);
  return end >= 0 ? take(index, 0, 0, 0, end) : -1;
}

function take(index: number, from: number, to: number, classes: number, end: number): number {
  taken.from[index] = from;
  taken.to[index] = to;
  taken.classes[index] = classes;
  return end;
}

/** Whether the tokens from `at` on are these words. */
export function phraseAt(tokens: Tokens, phrase: readonly number[], at: number): boolean {
  for (let i = 0; i < phrase.length; i += 1) {
    if (tokens.id[at + i] !== phrase[i] || tokens.kind[at + i] === LINK) return false;
  }
  return true;
}
