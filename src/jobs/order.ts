import type { Additions } from '../compile.ts';
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { ArticleRecord } from '../model/record.ts';
import type { Found } from '../read/paths.ts';
import type { Reading, ReadOptions } from '../read/read.ts';
import type { Format } from '../write/format.ts';
import type { Tally } from '../write/summary.ts';

/**
 * What becomes of articles: records as bytes of a format, the texts themselves, or records one by one for a program that
 * goes on with them. All of an order is plain data, so that it can be sent to a worker.
 */
export interface Order {
  readonly reading: Pick<ReadOptions, 'published' | 'language' | 'encoding' | 'limits' | 'columns'>;
  readonly form: Format | 'text' | 'records';
  readonly includeText: boolean;
  /** What the user adds to the rules. */
  readonly additions: Additions | null;
  /** Whether the first article that fails ends the work. */
  readonly isStrict: boolean;
}

/** A file that is still to be read, or what reading gave: an article, what is wrong, or what was passed over. */
export type Item = { readonly found: Found } | { readonly skipped: string } | Reading;

/** A place in a unit: an item, and how many readings of it lie before. */
export interface Position {
  readonly item: number;
  readonly reading: number;
}

/** What ended a worker, and where: while an item was read, or while the article of a reading was analysed. */
export interface Blame extends Position {
  readonly isReading: boolean;
  readonly code: DiagnosticCode;
  readonly detail: string;
}

/** What is worked on in one go. */
export interface Unit {
  readonly items: readonly Item[];
  /** Where to begin; what lies before was delivered. */
  readonly from: Position;
  /** What is not tried again. */
  readonly blames: readonly Blame[];
  /** A part is delivered behind each reading, not when there is enough for one. */
  readonly isSingle: boolean;
}

/** What became of one reading, in an order of records one by one. */
export interface RecordOutcome {
  /** Null where there is none. */
  readonly record: ArticleRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What became of the readings of a unit, or of some of them. */
export interface Part {
  /** What is to be written; each record follows what stands between two. */
  readonly bytes: Uint8Array;
  /** The same for a table. */
  readonly rows: readonly (readonly string[])[];
  /** The same for records one by one. */
  readonly outcomes: readonly RecordOutcome[];
  readonly diagnostics: readonly Diagnostic[];
  readonly tally: Tally;
  /** Bytes of the texts, in UTF-8. */
  readonly size: number;
  readonly failed: number;
  readonly warned: number;
  /** Whether all inputs could be read as they say of themselves, and all articles analysed. */
  readonly isWell: boolean;
  /** What was passed over within archives. */
  readonly skipped: readonly string[];
  /** The last article of it. */
  readonly path: string | null;
  /** Where the next part of the unit begins. */
  readonly next: Position;
}

/** Whether a thing to work on is a file. */
export const isFile = (item: Item): item is { readonly found: Found } => 'found' in item;
