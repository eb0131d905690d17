import type { Diagnostic } from './diagnostic.ts';
import type { ArticleRecord } from './record.ts';

/** What analysing one article gives: its record, and what there is to say about it. */
export interface Analysis {
  readonly record: ArticleRecord;
  readonly diagnostics: readonly Diagnostic[];
}
