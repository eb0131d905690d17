import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Named, NameFound, PersonFound } from '../model/mention.ts';
import { NUMBER, SPACED } from '../model/tokens.ts';
import { type Candidate, keyOf } from './candidate.ts';
import { cvssScores } from './scores.ts';

/** How far before a product the word of its versions may stand. */
const LONGEST_VERSIONS = 12;
/** What may stand between two versions. */
const JOINS: readonly WordGroup[] = ['and', 'or', 'rangeJoins', 'until', 'earlier'];

/**
 * Make one entry of all candidates that name the same.
 *
 * @param letter with which the entries' ids begin
 */
export function merged(
  document: Document,
  language: CompiledLanguage,
  all: readonly Candidate[],
  letter: string,
): Named[] {
  const scores = letter === 'v' ? cvssScores(document, language, all) : new Map<number, number>();
  const groups = new Map<string, Candidate[]>();
  for (const one of all) {
    const key = keyOf(one);
    const held = groups.get(key);
    if (held) held.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group, index) => {
    const known = group.find(one => one.entry !== null) ?? group[0];
    const mentions = group.map(one => mentionOf(document, one));
    const name = known?.name ?? '';
    const of = known?.of === 'person' || known?.of === undefined ? 'organisation' : known.of;
    const texts = new Set(
      mentions.map(mention => document.text.slice(mention.start, mention.end).replaceAll(/\s+/g, ' ')),
    );
    texts.delete(name);
    return {
      id: `${letter}${index + 1}`,
      of,
      name,
      aliases: [...texts],
      kind: kindOf(known, group),
      country: known?.entry?.country ?? null,
      sector: known?.entry?.sector ?? null,
      vendor: known?.entry?.vendor ?? null,
      versions: of === 'product' ? versions(document, language, group) : [],
      cve: of === 'vulnerability' ? (group.find(one => one.entry === null)?.name ?? null) : null,
      cvss: group.map(one => scores.get(one.from)).find(score => score !== undefined) ?? null,
      identifiers: known?.entry?.identifiers ?? {},
      mentions,
    };
  });
}

/** The kind of what a group of candidates names: of several that were read from the text the first that says something. */
function kindOf(known: Candidate | undefined, group: readonly Candidate[]): Named['kind'] {
  const telling = known?.entry === null ? group.find(({ kind }) => kind !== 'other') : undefined;
  const kind = telling?.kind ?? known?.kind ?? null;
  return kind === 'person' ? null : kind;
}

/** Persons as they are named; each mention is one. */
export function personsFound(document: Document, all: readonly Candidate[]): PersonFound[] {
  const { tokens } = document;
  return all.map(one => ({
    from: one.from,
    to: one.to,
    start: tokens.start[one.from] ?? 0,
    end: tokens.end[one.to - 1] ?? 0,
    name: tokensText(document, one.from, one.to).replaceAll(/\s+/g, ' '),
    speaksFor: null,
  }));
}

function mentionOf(document: Document, one: Candidate): NameFound {
  const { tokens } = document;
  const text = tokensText(document, one.from, one.to);
  return {
    from: one.from,
    to: one.to,
    start: tokens.start[one.from] ?? 0,
    end: tokens.end[one.to - 1] ?? 0,
    rule: one.rule,
    how: text.toLowerCase() === one.name.toLowerCase() ? 'name' : 'alias',
  };
}

/**
 * Version numbers beside a product: "Ivanti Connect Secure 22.4", "versions 13.1, 14.0 and 12.1R2", also before it
 * ("versie 4.2 van Ionica"). A number without a point counts only behind a word of versions.
 */
function versions(document: Document, language: CompiledLanguage, group: readonly Candidate[]): string[] {
  const { tokens } = document;
  const found = new Set<string>();
  const is = (token: number, name: WordGroup): boolean => isOf(document, language.groups, token, name);
  const isSpaced = (token: number): boolean => ((tokens.shape[token] ?? 0) & SPACED) !== 0;
  for (const { from, to } of group) {
    const sentence = document.sentenceOf[from];
    const inSentence = (token: number): boolean =>
      token >= 0 && token < tokens.count && document.sentenceOf[token] === sentence;
    const isVersion = (token: number, isTold: boolean): boolean =>
      inSentence(token) &&
      (tokens.kind[token] === NUMBER || /^\d+\.\d/.test(tokenText(document, token))) &&
      isSpaced(token) &&
      (isTold || tokenText(document, token).includes('.'));
    const isTold = is(to, 'versionWords');
    for (let at = isTold ? to + 1 : to; isVersion(at, isTold); ) {
      const end = versionEnd(at);
      found.add(tokensText(document, at, end));
      const comma = tokenText(document, end) === ',' ? end + 1 : end;
      at = JOINS.some(name => is(comma, name)) ? comma + 1 : comma;
      if (at === end) break;
    }
    if (!is(from - 1, 'of')) continue;
    for (let at = from - 2; inSentence(at) && at > from - LONGEST_VERSIONS; at -= 1) {
      if (!is(at, 'versionWords')) continue;
      for (let k = at + 1; k < from - 1; k += 1)
        if (isVersion(k, true)) found.add(tokensText(document, k, versionEnd(k)));
      break;
    }
  }
  return [...found];

  /** What is glued to a number belongs to the version: 9.1R14, 13.1-49.15. */
  function versionEnd(at: number): number {
    let end = at + 1;
    while (end < tokens.count && !isSpaced(end) && /^[A-Za-z\d.-]+$/.test(tokenText(document, end))) end += 1;
    return /^[.-]$/.test(tokenText(document, end - 1)) ? end - 1 : end;
  }
}
