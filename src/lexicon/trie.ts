/** A trie over vocabulary numbers: phrases in, what they stand for out. */
export interface Trie<T> {
  /** Next node by `node * STRIDE + word`. */
  readonly next: Map<number, number>;
  readonly first: Map<number, number>;
  readonly values: (T[] | undefined)[];
}

/** More than any vocabulary holds, and small enough that node * STRIDE stays an exact integer. */
const STRIDE = 2 ** 22;

export function createTrie<T>(): Trie<T> {
  return { next: new Map(), first: new Map(), values: [undefined] };
}

/** Add a phrase, given as vocabulary numbers. The same phrase may stand for several things. */
export function addPhrase<T>(trie: Trie<T>, phrase: readonly number[], value: T): void {
  let node = 0;
  phrase.forEach((word, i) => {
    const map = i === 0 ? trie.first : trie.next;
    const key = i === 0 ? word : node * STRIDE + word;
    let child = map.get(key);
    if (child === undefined) {
      child = trie.values.push(undefined) - 1;
      map.set(key, child);
    }
    node = child;
  });
  if (node === 0) return;
  const held = trie.values[node];
  if (held) held.push(value);
  else trie.values[node] = [value];
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
    const values = trie.values[node];
    if (values) found.unshift({ to, values });
    if (to >= limit) break;
    const word = ids[to] ?? 0;
    node = word === 0 ? undefined : trie.next.get(node * STRIDE + word);
  }
  return found;
}
