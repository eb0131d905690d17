import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { SPEECH, TITLE, wordBits } from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import { CAPITAL, MIXED, SPACED, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

const FUNCTION = wordBits(
  'determiner',
  'preposition',
  'pronoun',
  'coordinator',
  'subordinator',
  'have',
  'be',
  'modal',
  'adverb',
  'negation',
);
/**
 * Persons: a capitalised run behind a title ("burgemeester De Vries", "spokesperson Ann Lee"), or beside a verb of saying
 * ("zegt Jansen", "Komarov said", "aldus Van Huffelen").
 *
 * @param isName whether a token belongs to a listed organisation or product, which is then no person
 */
export function personNames(
  document: Document,
  language: CompiledLanguage,
  isName: (token: number) => boolean,
): Candidate[] {
  const { tokens } = document;
  const found: Candidate[] = [];
  const isParticle = (token: number): boolean => isOf(document, language.groups, token, 'nameParticles');
  const capital = (token: number): boolean =>
    tokens.kind[token] === WORD && ((tokens.shape[token] ?? 0) & (CAPITAL | MIXED)) !== 0;
  const same = (a: number, b: number): boolean => document.sentenceOf[a] === document.sentenceOf[b];
  const opens = (token: number): boolean => document.sentences[document.sentenceOf[token] ?? 0] === token;

  for (let i = 0; i < tokens.count; i += 1) {
    const words = document.words[i] ?? 0;
    if ((words & TITLE) !== 0 && i + 1 < tokens.count && same(i, i + 1)) take(i + 1, 'names/person/title', 2);
    if (isOf(document, language.groups, i, 'citedPersons') && i + 1 < tokens.count)
      take(i + 1, 'names/person/cited', 1.2);
    if ((words & SPEECH) !== 0) {
      if (i + 1 < tokens.count && same(i, i + 1)) take(i + 1, 'names/person/says', 1);
      takeBack(i);
    }
  }
  return found;

  function add(from: number, to: number, rule: string, weight: number): void {
    for (let i = from; i < to; i += 1) if (isName(i)) return;
    found.push({
      from,
      to,
      of: 'person',
      name: tokensText(document, from, to),
      kind: 'person',
      entry: null,
      rule,
      sure: true,
      weight,
    });
  }

  function runFrom(start: number): number {
    let end = start;
    let last = start;
    while (end < tokens.count && same(start, end) && end - start < 6) {
      if ((capital(end) && ((tokens.shape[end] ?? 0) & SPACED) !== 0) || (end === start && capital(end))) {
        end += 1;
        last = end;
      } else if (isOf(document, language.groups, end, 'of') && isWholeName(start, end)) break;
      else if (isParticle(end) && end + 1 < tokens.count && (capital(end + 1) || isParticle(end + 1))) end += 1;
      else if (
        tokenText(document, end) === '.' &&
        end > start &&
        (tokens.end[end - 1] ?? 0) - (tokens.start[end - 1] ?? 0) === 1
      )
        end += 1;
      else if (tokenText(document, end) === '-' && end > start && capital(end + 1)) end += 1;
      else break;
    }
    return last;
  }

  /** Whether a given name and a surname stand before a token: what follows "van" is for whom they speak. */
  function isWholeName(start: number, end: number): boolean {
    let names = 0;
    for (let i = start; i < end; i += 1) if (capital(i)) names += 1;
    const { givenNames } = language.proper;
    return names >= 2 && givenNames.has(tokens.id[start] ?? 0) && !givenNames.has(tokens.id[end - 1] ?? 0);
  }

  function take(start: number, rule: string, weight: number): void {
    if (!capital(start)) return;
    const words = document.words[start] ?? 0;
    const small = isParticle(start);
    if (!small && (words & FUNCTION) !== 0) return;
    const end = runFrom(start);
    if (end <= start) return;
    if (end - start === 1 && ((tokens.shape[start] ?? 0) & UPPER) !== 0) return;
    if (weight < 2 && end - start === 1 && document.nouns[start] !== 0) return;
    add(start, end, rule, weight);
  }

  /** "Oleksandr Komarov said": the run directly before the verb. */
  function takeBack(verb: number): void {
    let from = verb;
    while (from > 0 && same(from - 1, verb) && verb - from < 5) {
      const token = from - 1;
      if (capital(token) && !((document.words[token] ?? 0) & FUNCTION && opens(token) && !isParticle(token)))
        from = token;
      else if (isParticle(token) && from < verb) from = token;
      else break;
    }
    while (from < verb && !capital(from)) from += 1;
    if (from >= verb) return;
    if (
      verb - from === 1 &&
      (((tokens.shape[from] ?? 0) & (UPPER | MIXED)) !== 0 || document.words[from] !== 0 || document.nouns[from] !== 0)
    )
      return;
    add(from, verb, 'names/person/says', 1);
  }
}
