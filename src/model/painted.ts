/** What a piece of printed text is; how that looks is decided where it is written. */
export type Style =
  | 'plain'
  | 'heading'
  | 'dim'
  | 'error'
  | 'warning'
  | 'info'
  | 'date'
  | 'organisation'
  | 'product'
  | 'vulnerability'
  | 'malware'
  | 'quantity'
  | 'argument'
  | 'action';

/** A piece of text for a person to read. */
export interface Painted {
  readonly text: string;
  readonly style: Style;
}

/** Make a piece of text of one style. */
export function painted(text: string, style: Style = 'plain'): Painted {
  return { text, style };
}
