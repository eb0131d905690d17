import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import { findClauses } from './clauses.ts';
import type { MentionMap } from './mention-map.ts';
import { findPhrases } from './phrases.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { tagTokens } from './tags.ts';

/** Take a sentence apart: tags, clauses, noun phrases. Linear in its tokens. */
export function parseSentence(
  document: Document,
  map: MentionMap,
  language: CompiledLanguage,
  index: number,
): Sentence {
  const from = document.sentences[index] ?? 0;
  const to = document.sentences[index + 1] ?? document.tokens.count;
  const tags = tagTokens(document, map, language, from, to);
  const { clauseOf, clauses } = findClauses(document, language, tags, from, to);
  const phrases = findPhrases(document, map, language, tags, clauseOf, from, to);
  const inClause = clauses.map((): Phrase[] => []);
  for (const phrase of phrases) inClause[phrase.clause]?.push(phrase);
  return { from, to, tags, clauseOf, clauses, phrases, inClause };
}
