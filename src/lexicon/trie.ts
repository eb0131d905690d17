import { type LazyMap, type Rows, rowsOf, unrow } from './shelf.ts';

/** A trie over vocabulary numbers: phrases in, what they stand for out. */
export interface Trie<T> {
  /** Next node by `node * STRIDE + word`. */
  readonly next: Pick<ReadonlyMap<number, number>, 'get'>;
  readonly first: Pick<ReadonlyMap<number, number>, 'get' | 'has'>;
  /** What each node stands for. */
  readonly values: { readonly get: (node: number) => readonly T[] | undefined };
}

/** A trie that phrases can be added to. */
export interface GrowingTrie<T> extends Trie<T> {
  readonly next: Map<number, number>;
  readonly first: Map<number, number>;
  readonly values: Map<number, T[]>;
  /** How many nodes there are; the root is one of them. */
  nodes: number;
}

/** More than any vocabulary holds, and small enough that node * STRIDE stays an exact integer. */
const STRIDE = 2 ** 22;

/** An empty trie. */
export function createTrie<T>(): GrowingTrie<T> {
  return { next: new Map(), first: new Map(), values: new Map(), nodes: 1 };
}

/** Add a phrase, given as vocabulary numbers. The same phrase may stand for several things. */
export function addPhrase<T>(trie: GrowingTrie<T>, phrase: readonly number[], value: T): void {
  let node = 0;
  phrase.forEach((word, i) => {
    const map = i === 0 ? trie.first : trie.next;
    const key = i === 0 ? word : node * STRIDE + word;
    let child = map.get(key);
    if (child === undefined) {
      child = trie.nodes;
      trie.nodes += 1;
      map.set(key, child);
    }
    node = child;
  });
  if (node === 0) return;
  const held = trie.values.get(node);
  if (held) held.push(value);
  else trie.values.set(node, [value]);
}

/** A phrase found: it ends before token `to`. */
export interface Found<T> {
  readonly to: number;
  readonly values: readonly T[];
}

/** All phrases that begin at token `at`, longest first. */
export function phrasesAt<T>(trie: Trie<T>, ids: Int32Array, at: number, limit: number): Found<T>[] {
  const found: Found<T>[] = [];
  let node = trie.first.get(ids[at] ?? 0);
  for (let to = at + 1; node !== undefined; to += 1) {
    const values = trie.values.get(node);
    if (values) found.unshift({ to, values });
    if (to >= limit) break;
    const word = ids[to] ?? 0;
    node = word === 0 ? undefined : trie.next.get(node * STRIDE + word);
  }
  return found;
}

/** A trie as it is stored: tables of numbers alone. */
export interface StoredTrie {
  /** First node by word; 0 for a word that begins no phrase. */
  readonly first: Int32Array;
  /** Open addressing over the keys of `next`; 0 is an empty slot. */
  readonly keys: Float64Array;
  readonly children: Int32Array;
  /** By node, the numbers of what it stands for. */
  readonly values: Rows;
}

const slotOf = (key: number, mask: number): number => Math.imul(Math.floor(key / STRIDE), 0x9e3779b1) ^ (key & mask);

/**
 * Turn a trie into tables.
 *
 * @param number the number under which a value is stored
 */
export function storeTrie<T>(trie: GrowingTrie<T>, number: (value: T) => number): StoredTrie {
  const first = new Int32Array([...trie.first.keys()].reduce((most, word) => Math.max(most, word + 1), 0));
  for (const [word, node] of trie.first) first[word] = node;
  let size = 16;
  while (size < trie.next.size * 2) size *= 2;
  const keys = new Float64Array(size);
  const children = new Int32Array(size);
  for (const [key, child] of trie.next) {
    let slot = slotOf(key, size - 1) & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    children[slot] = child;
  }
  return { first, keys, children, values: rowsOf(trie.values, held => held.map(number)) };
}

/** Make a trie of its tables; `stored` gives the value that was stored under a number. */
export function loadTrie<T>({ first, keys, children, values }: StoredTrie, stored: (number: number) => T): Trie<T> {
  const mask = keys.length - 1;
  const firstOf = (word: number): number | undefined => first[word] || undefined;
  const held: LazyMap<readonly T[]> = unrow(values, numbers => Array.from(numbers, stored));
  return {
    first: { get: firstOf, has: word => firstOf(word) !== undefined },
    next: {
      get: key => {
        for (let slot = slotOf(key, mask) & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
          if (keys[slot] === key) return children[slot];
        }
        return undefined;
      },
    },
    values: held,
  };
}
