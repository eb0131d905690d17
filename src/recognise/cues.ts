import type { CompiledLanguage, CueRow } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import type { NameCue } from '../model/name.ts';

/** The cues whose words touch the name `[from, to)`, before it or behind it. */
export function cuesAt(document: Document, language: CompiledLanguage, from: number, to: number): readonly NameCue[] {
  const { tokens } = document;
  const idOf = (token: number): number => tokens.id[token] ?? 0;
  const fits = ({ words }: CueRow, start: number): boolean =>
    start >= 0 &&
    document.sentenceOf[start] === document.sentenceOf[start + words.length - 1] &&
    words.every((alternatives, k) => alternatives.has(idOf(start + k)));
  const { before, behind } = language.nameCues;
  const found: NameCue[] = [];
  for (const row of before.get(idOf(from - 1)) ?? []) if (fits(row, from - row.words.length)) found.push(row.cue);
  for (const row of behind.get(idOf(to)) ?? []) if (fits(row, to)) found.push(row.cue);
  return found;
}
