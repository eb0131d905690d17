import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { type Document, tokenText } from '../model/document.ts';
import { NUMBER, PUNCTUATION, SPACED, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

/** How many tokens may stand between a word of scores and its number. */
const REACH = 10;
const SCORE = /^(?:\d(?:[.,]\d)?|10(?:[.,]0)?)$/;
const VERSION = /^(?:2[.,]0|3[.,][01]|4[.,]0)$/;
const CVSS = /^cvss(?:v?\d*)$/i;

/**
 * CVSS scores by the token at which the vulnerability that has them is named.
 *
 * A score is a number up to ten near "CVSS", or with a decimal near another word of scores, or one "out of 10". It goes to the
 * vulnerability named before it in its sentence, else to the one behind it, else to the only one of the sentence before.
 *
 * @param vulnerabilities mentions of vulnerabilities, in text order
 */
export function cvssScores(
  document: Document,
  language: CompiledLanguage,
  vulnerabilities: readonly Candidate[],
): Map<number, number> {
  const { tokens } = document;
  const scores = new Map<number, number>();
  const bySentence = new Map<number, Candidate[]>();
  for (const one of vulnerabilities) {
    const sentence = document.sentenceOf[one.from] ?? 0;
    const held = bySentence.get(sentence);
    if (held) held.push(one);
    else bySentence.set(sentence, [one]);
  }
  const text = (token: number): string => (token >= 0 && token < tokens.count ? tokenText(document, token) : '');

  for (const [sentence, own] of bySentence) {
    const found = scoresOf(sentence, own);
    const lastName = own.at(-1)?.to ?? 0;
    const isRow = found.length === own.length && found.every(({ at }) => at >= lastName);
    found.forEach(({ at, score }, i) => {
      const named = isRow ? own[i] : (own.findLast(one => one.to <= at) ?? own[0]);
      if (named !== undefined && !scores.has(named.from)) scores.set(named.from, score);
    });
    const names = new Set(own.map(one => one.name));
    const [only] = own;
    if (found.length > 0 || names.size > 1 || only === undefined || bySentence.has(sentence + 1)) continue;
    const [later] = scoresOf(sentence + 1, []);
    if (later !== undefined) scores.set(only.from, later.score);
  }
  return scores;

  function scoresOf(sentence: number, own: readonly Candidate[]): { at: number; score: number }[] {
    const from = document.sentences[sentence] ?? tokens.count;
    const to = document.sentences[sentence + 1] ?? from;
    const found: { at: number; score: number }[] = [];
    for (let at = from; at < to; at += 1) {
      if (tokens.kind[at] !== NUMBER || !SCORE.test(text(at)) || own.some(one => one.from <= at && at < one.to))
        continue;
      const isGlued = ((tokens.shape[at] ?? 0) & SPACED) === 0;
      if (isGlued && /^[.\-–‑]$/.test(text(at - 1))) continue;
      const ten = outOfTen(at, to);
      if (ten > at || isScore(at, from, to)) found.push({ at, score: Number(text(at).replace(',', '.')) });
      if (ten > at) at = ten;
    }
    return found;
  }

  /** "9.8 out of 10", "9.8/10", "een 9,8 op een schaal van 10": where the ten stands, or -1. */
  function outOfTen(at: number, end: number): number {
    if (text(at + 1) !== '/' && !isOf(document, language.groups, at + 1, 'outOf')) return -1;
    for (let ten = at + 2; ten < end && ten <= at + REACH; ten += 1) {
      if (tokens.kind[ten] === NUMBER) return /^10(?:[.,]0)?$/.test(text(ten)) ? ten : -1;
      if (tokens.kind[ten] === PUNCTUATION) return -1;
    }
    return -1;
  }

  function isScore(at: number, from: number, to: number): boolean {
    const isDecimal = /[.,]/.test(text(at));
    if (/^[%°€$£]$/.test(text(at + 1)) || isOf(document, language.groups, at - 1, 'versionWords')) return false;
    for (let before = at - 1; before >= from && before >= at - REACH; before -= 1) {
      if (tokens.kind[before] === NUMBER && SCORE.test(text(before)) && !VERSION.test(text(before))) return false;
      if (CVSS.test(text(before))) return !(VERSION.test(text(at)) && before === at - 1 && followed(at, to));
      if (isDecimal && isOf(document, language.groups, before, 'scores')) return true;
    }
    if (isDecimal && isOf(document, language.groups, at + 1, 'scores')) return true;
    // "A 10.0 on the scale of CVSS": nothing but words between.
    for (let next = at + 1; next < to && next <= at + REACH; next += 1) {
      if (CVSS.test(text(next))) return true;
      if (tokens.kind[next] !== WORD) return false;
    }
    return false;
  }

  /** Whether another score follows, so that this number is the version of CVSS: "CVSS 3.1 score of 9.8". */
  function followed(at: number, to: number): boolean {
    for (let next = at + 1; next < to && next <= at + REACH; next += 1)
      if (tokens.kind[next] === NUMBER && SCORE.test(text(next))) return true;
    return false;
  }
}
