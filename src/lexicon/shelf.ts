import { deserialize, serialize } from 'node:v8';

/**
 * Values that are only made when they are asked for: most articles need a few of the thousands that are known. Each is
 * written by itself, one behind the other; plain data, as `v8.serialize` takes it.
 */
export interface Shelf {
  /** Where each value ends in the bytes. */
  readonly ends: Int32Array;
  readonly bytes: Uint8Array;
}

/** Write values onto a shelf. */
export function shelve(values: readonly unknown[]): Shelf {
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
  return { ends, bytes };
}

/**
 * Take values from a shelf; each is made once.
 *
 * @param revive what becomes of the value as it was written, where it was written in another form
 * @returns the value with a number
 */
export function unshelve<Written, T>({ ends, bytes }: Shelf, revive: (written: Written) => T): (index: number) => T {
  const made: T[] = [];
  return index => {
    const held = made[index];
    if (held !== undefined) return held;
    const value = revive(deserialize(bytes.subarray(ends[index - 1] ?? 0, ends[index])));
    made[index] = value;
    return value;
  };
}

/** A map from small numbers to values on a shelf. */
export interface ShelvedMap {
  /** By key, the number of its value on the shelf, one more than it is; 0 for a key that is not there. */
  readonly at: Int32Array;
  readonly shelf: Shelf;
}

/** Write a map onto a shelf; keys are small numbers from 0. */
export function shelveMap(map: ReadonlyMap<number, unknown>): ShelvedMap {
  const entries = [...map];
  const at = new Int32Array(entries.reduce((most, [key]) => Math.max(most, key + 1), 0));
  entries.forEach(([key], i) => {
    at[key] = i + 1;
  });
  return { at, shelf: shelve(entries.map(([, value]) => value)) };
}

/** What can be asked of a map whose values wait on a shelf. */
export interface LazyMap<T> {
  readonly get: (key: number) => T | undefined;
}

/** Read a map from a shelf; `revive` as in `unshelve`. */
export function unshelveMap<Written, T>({ at, shelf }: ShelvedMap, revive: (written: Written) => T): LazyMap<T> {
  const value = unshelve(shelf, revive);
  return {
    get: key => {
      const place = at[key] ?? 0;
      return place === 0 ? undefined : value(place - 1);
    },
  };
}
