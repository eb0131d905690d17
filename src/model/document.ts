import type { SourceArticle } from './article.ts';
import type { LanguageCode } from './language.ts';
import type { Tokens } from './tokens.ts';

/** An article in a known language, cut into tokens and sentences. */
export interface Document {
  readonly article: SourceArticle;
  readonly text: string;
  readonly language: LanguageCode;
  readonly tokens: Tokens;
  /** First token of each sentence, and the number of tokens at the end: sentence `s` is `[sentences[s], sentences[s + 1])`. */
  readonly sentences: readonly number[];
  /** The sentence of each token. */
  readonly sentenceOf: Int32Array;
  /** Word classes of each token, as bits (WORD_CLASSES). */
  readonly words: Uint32Array;
  /** Noun classes of each token or, in compounds, of its last part, as bits (NOUN_CLASSES). */
  readonly nouns: Uint32Array;
  /** The vocabulary number of each token, or of its last part if it is an unknown compound. */
  readonly heads: Int32Array;
}

/** The text of a token. */
export function tokenText(document: { readonly text: string; readonly tokens: Tokens }, token: number): string {
  return document.text.slice(document.tokens.start[token], document.tokens.end[token]);
}

/** The text of the tokens `[from, to)`, with the white space between them as it stands. */
export function tokensText(document: Document, from: number, to: number): string {
  return document.text.slice(document.tokens.start[from], document.tokens.end[to - 1]);
}
