import type { Diagnostic } from './diagnostic.ts';

/** Where the publication date was found; the first that is known wins, in this order. */
export type PublishedFrom = 'option' | 'field' | 'header' | 'dateline' | 'filename';

/** A publication date, as precise as it is known; `earliest` and `latest` are ISO days, inclusive. */
export interface Published {
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly earliest: string;
  readonly latest: string;
  readonly from: PublishedFrom;
}

/** The file, or the line of a file, that an article came from. */
export interface Source {
  readonly path: string;
  readonly index: number | null;
  readonly key: string | null;
  readonly mediaType: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: string;
  /** What made the text of the bytes, for example "text" or "html". */
  readonly reader: string;
}

/** An article as it was read: its text is never changed again. */
export interface SourceArticle {
  readonly source: Source;
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: Published | null;
  /** A language that the caller named; detection is skipped. */
  readonly language: string | null;
  /** What was noticed when it was read, and belongs into its record. */
  readonly notes?: readonly Diagnostic[];
}
