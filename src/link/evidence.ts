import type { Phase } from '../model/trigger.ts';

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

/** What is kept of an article to link it: little, for all articles of a corpus are held at once. */
export interface Evidence {
  readonly id: string;
  /** When it was published; null where nothing tells. */
  readonly published: Days | null;
  /** When what it tells of happened; what it only recalls is left out. */
  readonly events: readonly Event[];
  readonly things: readonly Thing[];
  /** Numbers of the forms of all things, ascending. */
  readonly keys: readonly number[];
  /** Of each key the thing that it belongs to, and how many of 1000 articles we believe to name it. */
  readonly owners: readonly number[];
  readonly priors: readonly number[];
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
}

/** An interner that knows nothing yet. */
export function interner(): Interner {
  const ids = new Map<string, number>();
  return {
    id(form) {
      const id = ids.get(form) ?? ids.size;
      ids.set(form, id);
      return id;
    },
  };
}
