/**
 * The words that any rule, gazetteer entry or cue knows, each with a small number. Tokens carry that number, so that
 * everything after tokenising compares integers. Words are folded: lower case, one kind of apostrophe.
 *
 * The letters of all words stand in one column, and no word is a string of its own: so the table is ready as soon as its
 * bytes are read, and a word is compared where it stands.
 */
export interface Vocabulary {
  /** How many numbers there are; 0 is one of them. */
  size: number;
  /** Where the letters of each number's word end. */
  ends: Int32Array;
  /** The folded letters of all words; 0 for one that is no Latin-1. */
  letters: Uint8Array;
  /** Words with letters beyond Latin-1, whole. */
  readonly wide: Map<number, string>;
  /** Open addressing: numbers of words by their hash, 0 where there is none. */
  slots: Int32Array;
}

const APOSTROPHE = 39;

function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xc0 && code <= 0xde && code !== 0xd7) return code + 32;
  if (code < 0x100) return code;
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc) return APOSTROPHE;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** The folded code units of the scripts that news is written in; the rest are folded when met. */
const FOLDED = Uint16Array.from({ length: 0x600 }, (_, code) => folded(code));

/** Fold one UTF-16 code unit: lower case, and every apostrophe as the ASCII one. */
export function fold(code: number): number {
  return code < 0x600 ? (FOLDED[code] ?? code) : folded(code);
}

/** An empty vocabulary; number 0 stands for every unknown word. */
export function createVocabulary(): Vocabulary {
  return {
    size: 1,
    ends: new Int32Array(1 << 13),
    letters: new Uint8Array(1 << 16),
    wide: new Map(),
    slots: new Int32Array(1 << 15),
  };
}

/** The words' hash before its first letter; `hashStep` adds one folded letter. */
export const HASH_SEED = 0x811c9dc5 | 0;

/** Add one folded code unit to a hash (FNV-1a). */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The word of a number; empty for a number that has none. */
export function wordOf({ ends, letters, wide }: Vocabulary, id: number): string {
  return wide.get(id) ?? String.fromCharCode(...letters.subarray(ends[id - 1] ?? 0, ends[id] ?? 0));
}

/** Whether a word with letters beyond Latin-1 is the one at `text[start, end)`. */
function sameWide(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1) {
    const code = text.charCodeAt(start + i);
    if (word.charCodeAt(i) !== code && word.charCodeAt(i) !== fold(code)) return false;
  }
  return true;
}

function sameWord(vocabulary: Vocabulary, id: number, text: string, start: number, end: number): boolean {
  const { ends, letters } = vocabulary;
  const from = ends[id - 1] ?? 0;
  const length = (ends[id] ?? 0) - from;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(start + i);
    const letter = letters[from + i];
    if (letter === code || letter === fold(code)) continue;
    return letter === 0 && sameWide(vocabulary.wide.get(id) ?? '', text, start, end);
  }
  return true;
}

/** The slot of a hash: high bits matter too, so they are mixed in. */
function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/**
 * The number of the word at `text[start, end)`, or 0.
 *
 * @param hash the FNV-1a hash of the folded code units, as the tokeniser made it while scanning
 */
export function lookupHashed(vocabulary: Vocabulary, hash: number, text: string, start: number, end: number): number {
  const { slots } = vocabulary;
  const mask = slots.length - 1;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const id = slots[slot] ?? 0;
    if (id === 0) return 0;
    if (sameWord(vocabulary, id, text, start, end)) return id;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i += 1) hash = hashStep(hash, fold(text.charCodeAt(i)));
  return hash;
}

/** The number of a word given as text, or 0. */
export function lookup(vocabulary: Vocabulary, text: string, start = 0, end = text.length): number {
  return lookupHashed(vocabulary, hashOf(text, start, end), text, start, end);
}

function place(vocabulary: Vocabulary, id: number, word: string): void {
  const mask = vocabulary.slots.length - 1;
  let slot = slotOf(hashOf(word, 0, word.length), mask);
  while (vocabulary.slots[slot] !== 0) slot = (slot + 1) & mask;
  vocabulary.slots[slot] = id;
}

/** A column with room for so many; the same one, if it has it. */
function roomy<T extends Int32Array | Uint8Array>(column: T, size: number, fresh: (size: number) => T): T {
  if (size <= column.length) return column;
  const more = fresh(size * 2);
  more.set(column);
  return more;
}

/** The number of a word, which becomes known if it was not. */
export function intern(vocabulary: Vocabulary, word: string): number {
  const known = lookup(vocabulary, word);
  if (known !== 0) return known;
  const id = vocabulary.size;
  const from = vocabulary.ends[id - 1] ?? 0;
  vocabulary.size += 1;
  vocabulary.ends = roomy(vocabulary.ends, id + 1, size => new Int32Array(size));
  vocabulary.letters = roomy(vocabulary.letters, from + word.length, size => new Uint8Array(size));
  vocabulary.ends[id] = from + word.length;
  let plain = '';
  let isWide = false;
  for (let i = 0; i < word.length; i += 1) {
    const unit = fold(word.charCodeAt(i));
    plain += String.fromCharCode(unit);
    vocabulary.letters[from + i] = unit < 256 ? unit : 0;
    // A 0 sends the search to the whole word, so a letter that is 0 asks for it as well.
    isWide ||= unit === 0 || unit >= 256;
  }
  if (isWide) vocabulary.wide.set(id, plain);
  if (id * 3 > vocabulary.slots.length) {
    vocabulary.slots = new Int32Array(vocabulary.slots.length * 2);
    for (let i = 1; i < id; i += 1) place(vocabulary, i, wordOf(vocabulary, i));
  }
  place(vocabulary, id, plain);
  return id;
}

/** The same words in columns that have no room for more, to be stored. */
export function trimmed({ size, ends, letters, wide, slots }: Vocabulary): Vocabulary {
  return { size, ends: ends.slice(0, size), letters: letters.slice(0, ends[size - 1]), wide, slots };
}
