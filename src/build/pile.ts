import type { Spool } from '../write/spool.ts';

/** Records in an order, to be gone through as often as one likes; they need not be in memory. */
export interface Pile<T> {
  readonly length: number;
  readonly records: () => Iterable<T>;
  /** The same as JSON, a line each, without line ends. */
  readonly lines: () => Iterable<string>;
}

/** A pile that is being made. */
export interface GrowingPile<T> extends Pile<T> {
  /** Lay a record on it; gives its number in the spool. */
  readonly add: (record: T) => number;
}

/**
 * Begin a pile whose records wait in a spool.
 *
 * @param parse makes a record of what was put aside
 */
export function pile<T>(spool: Spool, parse: (line: string) => T): GrowingPile<T> {
  const numbers: number[] = [];
  function* lines(): Generator<string> {
    for (const number of numbers) yield spool.get(number);
  }
  return {
    get length() {
      return numbers.length;
    },
    add(record) {
      const number = spool.add(JSON.stringify(record));
      numbers.push(number);
      return number;
    },
    *records() {
      for (const line of lines()) yield parse(line);
    },
    lines,
  };
}

/** A pile whose records are changed whenever they are looked at. */
export function changed<T>(of: Pile<T>, change: (record: T) => T): Pile<T> {
  function* records(): Generator<T> {
    for (const record of of.records()) yield change(record);
  }
  return {
    length: of.length,
    records,
    *lines() {
      for (const record of records()) yield JSON.stringify(record);
    },
  };
}
