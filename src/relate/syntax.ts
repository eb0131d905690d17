import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import { findClauses } from './clauses.ts';
import type { MentionMap } from './mention-map.ts';
import { findPhrases } from './phrases.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { tagTokens } from './tags.ts';

/** More tokens than any sentence that a person wrote; what is longer is read in pieces, for grammar looks around in it. */
const LONGEST = 400;

/** Where the sentences of a document begin, and the number of its tokens; what has no end is cut. */
export function sentenceBounds({ sentences }: Document): number[] {
  const bounds: number[] = [];
  sentences.forEach((from, index) => {
    const to = sentences[index + 1] ?? from;
    bounds.push(from);
    for (let cut = from + LONGEST; cut < to; cut += LONGEST) bounds.push(cut);
  });
  return bounds;
}

/** Take a sentence apart: tags, clauses, noun phrases. Linear in its tokens. */
export function parseSentence(
  document: Document,
  map: MentionMap,
  language: CompiledLanguage,
  from: number,
  to: number,
): Sentence {
  const tags = tagTokens(document, map, language, from, to);
  const { clauseOf, clauses } = findClauses(document, language, tags, from, to);
  const phrases = findPhrases(document, map, language, tags, clauseOf, from, to);
  const inClause = clauses.map((): Phrase[] => []);
  for (const phrase of phrases) inClause[phrase.clause]?.push(phrase);
  return { from, to, tags, clauseOf, clauses, phrases, inClause };
}
