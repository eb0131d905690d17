import { deserialize, serialize } from 'node:v8';

/** Puts bytes that are rarely asked for where they can be taken from; gives the place. */
export type Put = (bytes: Uint8Array) => number;
/** Takes bytes from where they were put. */
export type Take = (at: number, length: number) => Uint8Array;

/**
 * Values that are only made when they are asked for: most articles need a few of the thousands that are known. Each is
 * written by itself, one behind the other, and is not even read before; plain data, as `v8.serialize` takes it.
 */
export interface Shelf {
  /** Where each value ends, counted from `at`. */
  readonly ends: Int32Array;
  readonly at: number;
}

/** Write values onto a shelf. */
export function shelve(values: readonly unknown[], put: Put): Shelf {
  const parts = values.map(value => serialize(value));
  const ends = new Int32Array(parts.length);
  let end = 0;
  parts.forEach((part, i) => {
    end += part.length;
    ends[i] = end;
  });
  const bytes = new Uint8Array(end);
  parts.forEach((part, i) => {
    bytes.set(part, (ends[i] ?? 0) - part.length);
  });
  return { ends, at: put(bytes) };
}

/**
 * Take values from a shelf; each is made once.
 *
 * @param revive what becomes of the value as it was written, where it was written in another form
 * @returns the value with a number
 */
export function unshelve<Written, T>(
  { ends, at }: Shelf,
  take: Take,
  revive: (written: Written) => T,
): (index: number) => T {
  const made: T[] = [];
  return index => {
    const held = made[index];
    if (held !== undefined) return held;
    const from = ends[index - 1] ?? 0;
    const value = revive(deserialize(take(at + from, (ends[index] ?? 0) - from)));
    made[index] = value;
    return value;
  };
}

/** What can be asked of a map whose values are made when they are asked for. */
export interface LazyMap<T> {
  readonly get: (key: number) => T | undefined;
}

/** A map from small numbers to lists of numbers; no list is empty. */
export interface Rows {
  /** Where the row of each key ends; it begins where the one before it ends. */
  readonly ends: Int32Array;
  readonly numbers: Int32Array;
}

/** Write a map of small numbers as rows; `row` gives the numbers of a value. */
export function rowsOf<T>(map: ReadonlyMap<number, T>, row: (value: T) => readonly number[]): Rows {
  const ends = new Int32Array([...map.keys()].reduce((most, key) => Math.max(most, key + 1), 0));
  const numbers: number[] = [];
  for (let key = 0; key < ends.length; key += 1) {
    const value = map.get(key);
    if (value !== undefined) for (const one of row(value)) numbers.push(one);
    ends[key] = numbers.length;
  }
  return { ends, numbers: Int32Array.from(numbers) };
}

/** Read a map from rows; a value is made of its row once, when it is first asked for. */
export function unrow<T>({ ends, numbers }: Rows, make: (row: Int32Array, key: number) => T): LazyMap<T> {
  const made = new Map<number, T>();
  return {
    get: key => {
      const from = key === 0 ? 0 : (ends[key - 1] ?? 0);
      const to = ends[key] ?? 0;
      if (from >= to) return undefined;
      const held = made.get(key);
      if (held !== undefined) return held;
      const value = make(numbers.subarray(from, to), key);
      made.set(key, value);
      return value;
    },
  };
}

/** Texts one behind the other, each cut out when it is asked for: a string for each would cost more than all the rest. */
export interface Texts {
  readonly all: string;
  readonly ends: Int32Array;
}

/** Write texts one behind the other. */
export function textsOf(texts: readonly string[]): Texts {
  const ends = new Int32Array(texts.length);
  let end = 0;
  texts.forEach((text, i) => {
    end += text.length;
    ends[i] = end;
  });
  return { all: texts.join(''), ends };
}

/** The text with a number. */
export function textAt({ all, ends }: Texts, number: number): string {
  return all.slice(ends[number - 1] ?? 0, ends[number]);
}
