import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { timeBit } from '../lexicon/time.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { CAPITAL, MIXED, SPACED, WORD } from '../model/tokens.ts';

const CALENDAR = timeBit('month') | timeBit('weekday') | timeBit('relativeDay') | timeBit('weekdayPart');
/** A number with its unit is no name: 85GB. */
const MEASURE = /^\d+(?:[kmgtp]b|m|bn)$/i;

/** Tokens `[from, to)` that look like one name. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A document as those see it who judge its names: what each token is, by its number; a number beyond the text is nothing. */
export interface Reader {
  readonly document: Document;
  readonly language: CompiledLanguage;
  readonly is: (token: number, group: WordGroup) => boolean;
  readonly idOf: (token: number) => number;
  readonly shapeOf: (token: number) => number;
  readonly wordsOf: (token: number) => number;
  readonly nounsOf: (token: number) => number;
  readonly textOf: (token: number) => string;
  readonly opensSentence: (token: number) => boolean;
  readonly opensQuote: (token: number) => boolean;
  /** Whether no white space stands before a token. */
  readonly glued: (token: number) => boolean;
  /** Whether a word is known as any sort of word. */
  readonly ordinary: (token: number) => boolean;
  /** Whether a word can be part of a name by its capitals. */
  readonly namelike: (token: number) => boolean;
  readonly nameOf: (run: Run) => string;
}

/** Make the reader of a document. */
export function readerOf(document: Document, language: CompiledLanguage): Reader {
  const { tokens } = document;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const idOf = (token: number): number => tokens.id[token] ?? 0;
  const shapeOf = (token: number): number => tokens.shape[token] ?? 0;
  const wordsOf = (token: number): number => document.words[token] ?? 0;
  const nounsOf = (token: number): number => document.nouns[token] ?? 0;
  const textOf = (token: number): string => (token < 0 || token >= tokens.count ? '' : tokenText(document, token));
  return {
    document,
    language,
    is,
    idOf,
    shapeOf,
    wordsOf,
    nounsOf,
    textOf,
    opensSentence: token => document.sentences[document.sentenceOf[token] ?? 0] === token,
    opensQuote: token => /^["“„‘'«:]$/.test(textOf(token - 1)),
    glued: token => (shapeOf(token) & SPACED) === 0,
    ordinary: token => wordsOf(token) !== 0 || nounsOf(token) !== 0,
    namelike: token =>
      tokens.kind[token] === WORD &&
      (shapeOf(token) & (CAPITAL | MIXED)) !== 0 &&
      !MEASURE.test(textOf(token)) &&
      ((language.time.classes[idOf(token)] ?? 0) & CALENDAR) === 0,
    nameOf: ({ from, to }) => tokensText(document, from, to).replaceAll(/\s+/g, ' '),
  };
}
