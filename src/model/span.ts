/** A stretch of an article's text: UTF-16 code units, `end` exclusive. Records turn them into code points, once. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
