import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { SourceArticle } from '../model/article.ts';
import type { Document } from '../model/document.ts';
import { WORD_CLASSES } from '../model/language.ts';
import { type Tokens, WORD } from '../model/tokens.ts';
import { fold } from '../model/vocabulary.ts';
import { sentenceStarts } from './sentences.ts';

/** Word classes that can open a sentence behind an initial. */
const OPENERS = ['determiner', 'possessive', 'preposition', 'pronoun', 'subordinator', 'coordinator', 'adverb'];
const OPENS = WORD_CLASSES.reduce((bits, name, index) => (OPENERS.includes(name) ? bits | (1 << index) : bits), 0);
const SHORTEST_COMPOUND = 6;

/**
 * Cut an article whose language is known into sentences and classify its words.
 *
 * @param tokens the article's tokens; they do not depend on the language
 */
export function segment(article: SourceArticle, tokens: Tokens, language: CompiledLanguage): Document {
  const { text } = article;
  const sentences = sentenceStarts(text, tokens, {
    abbreviations: language.abbreviations,
    opens: id => ((language.words[id] ?? 0) & OPENS) !== 0,
  });
  const sentenceOf = new Int32Array(tokens.count);
  for (let s = 0; s + 1 < sentences.length; s += 1) sentenceOf.fill(s, sentences[s], sentences[s + 1]);
  const words = new Uint32Array(tokens.count);
  const nouns = new Uint32Array(tokens.count);
  const heads = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i += 1) {
    const id = tokens.id[i] ?? 0;
    words[i] = language.words[id] ?? 0;
    heads[i] = id;
    nouns[i] = language.nouns[id] ?? 0;
    if (nouns[i] === 0 && words[i] === 0 && tokens.kind[i] === WORD && language.compoundHeads.size > 0) {
      const head = compoundHead(text, tokens.start[i] ?? 0, tokens.end[i] ?? 0, language.compoundHeads);
      if (head !== 0) {
        heads[i] = head;
        nouns[i] = language.nouns[head] ?? 0;
      }
    }
  }
  return { article, text, language: language.code, tokens, sentences, sentenceOf, words, nouns, heads };
}

/** The longest known noun with which a compound ends, or 0. */
function compoundHead(text: string, start: number, end: number, heads: ReadonlyMap<string, number>): number {
  if (end - start < SHORTEST_COMPOUND) return 0;
  let word = '';
  for (let i = start; i < end; i += 1) word += String.fromCharCode(fold(text.charCodeAt(i)));
  for (let cut = 2; cut <= word.length - 3; cut += 1) {
    const head = heads.get(word.slice(cut));
    if (head !== undefined) return head;
  }
  return 0;
}
