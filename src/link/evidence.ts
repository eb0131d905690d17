import type { Phase } from '../model/trigger.ts';
import { wholes } from './columns.ts';

/** Kinds of things by which articles are linked; of two that a thing may be, the earlier is said. */
export const EVIDENCE_KINDS = [
  'victim',
  'vulnerability',
  'malware',
  'group',
  'product',
  'organisation',
  'person',
  'figure',
  'deed',
  'course',
  'vendor',
  'authority',
  'word',
  'date',
  'text',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** First and last day of something, as day numbers. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** A day or some days on which something was done. */
export interface Event extends Days {
  readonly phase: Phase;
}

/** A thing that an article names. */
export interface Thing {
  readonly kind: EvidenceKind;
  readonly name: string;
  /** How much the article is about it: 1 for what stands early, often and in the title. */
  readonly salience: number;
}

/** What an article is linked by. Those of all articles of a corpus are held at once, on a shelf (`shelf.ts`). */
export interface Evidence {
  /** When it was published; null where nothing tells. */
  readonly published: Days | null;
  /** When what it tells of happened; what it only recalls is left out. */
  readonly events: readonly Event[];
  readonly things: readonly Thing[];
  /** Numbers of the forms of all things, ascending. */
  readonly keys: ArrayLike<number>;
  /** Of each key the thing that it belongs to, and how many of 1000 articles we believe to name it. */
  readonly owners: ArrayLike<number>;
  readonly priors: ArrayLike<number>;
  /** Whom the harm befell: positions in `things`. */
  readonly victims: readonly number[];
  /** Where no victim is told, the organisation that it is about: positions in `things`. */
  readonly foci: readonly number[];
  /** The vulnerabilities that it is about, not those that it recalls: positions in `things`. */
  readonly flaws: readonly number[];
  /** The smallest hashes of its five-word runs, ascending. */
  readonly sketch: Uint32Array;
}

/** Gives every form that occurs in a corpus a number. */
export interface Interner {
  readonly id: (form: string) => number;
  /** How many forms have one. */
  readonly size: () => number;
}

/**
 * An interner that knows nothing yet. It does not keep the forms, only 64 bits of hash of each, in a table with open
 * places: that two of ten million forms have the same is less likely than one in 100,000.
 */
export function interner(): Interner {
  const [high, low] = [wholes(), wholes()];
  /** Numbers of forms plus one, at the place that their hash names or behind it; 0 where a place is free. */
  let table = new Uint32Array(1024);

  function widen(): void {
    table = new Uint32Array(table.length * 2);
    const mask = table.length - 1;
    for (let number = 0; number < low.size(); number += 1) {
      let at = low.get(number) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = number + 1;
    }
  }

  return {
    id(form) {
      // Two mixes of the code units that differ in their seeds and factors.
      let a = 0xdeadbeef;
      let b = 0x41c6ce57;
      for (let i = 0; i < form.length; i += 1) {
        const unit = form.charCodeAt(i);
        a = Math.imul(a ^ unit, 2654435761);
        b = Math.imul(b ^ unit, 1597334677);
      }
      const first = (Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)) >>> 0;
      const second = (Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)) >>> 0;
      const mask = table.length - 1;
      let at = first & mask;
      for (let number = table[at] ?? 0; number !== 0; number = table[at] ?? 0) {
        if (low.get(number - 1) === first && high.get(number - 1) === second) return number - 1;
        at = (at + 1) & mask;
      }
      const number = low.size();
      low.push(first);
      high.push(second);
      table[at] = number + 1;
      if (low.size() * 2 > table.length) widen();
      return number;
    },
    size: () => low.size(),
  };
}
