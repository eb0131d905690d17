import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { Named, NameFound, PersonFound } from '../model/mention.ts';
import { NUMBER, SPACED } from '../model/tokens.ts';
import { type Candidate, keyOf } from './candidate.ts';

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
      kind: known?.kind === 'person' || known === undefined ? null : known.kind,
      country: known?.entry?.country ?? null,
      sector: known?.entry?.sector ?? null,
      vendor: known?.entry?.vendor ?? null,
      versions: of === 'product' ? versions(document, language, group) : [],
      cve: of === 'vulnerability' ? (group.find(one => one.entry === null)?.name ?? null) : null,
      cvss: of === 'vulnerability' ? score(document, group) : null,
      identifiers: known?.entry?.identifiers ?? {},
      mentions,
    };
  });
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

/** Version numbers directly behind a product: "Ivanti Connect Secure 22.4". */
function versions(document: Document, language: CompiledLanguage, group: readonly Candidate[]): string[] {
  const { tokens } = document;
  const found = new Set<string>();
  for (const { to } of group) {
    let at = to;
    if (isOf(document, language.groups, at, 'versionWords')) at += 1;
    if (
      at < tokens.count &&
      tokens.kind[at] === NUMBER &&
      document.sentenceOf[at] === document.sentenceOf[to - 1] &&
      (at > to || tokenText(document, at).includes('.')) &&
      ((tokens.shape[at] ?? 0) & SPACED) !== 0
    )
      found.add(tokenText(document, at));
  }
  return [...found];
}

/** A CVSS score in the sentence of a vulnerability. */
function score(document: Document, group: readonly Candidate[]): number | null {
  const { tokens } = document;
  for (const { from } of group) {
    const sentence = document.sentenceOf[from] ?? 0;
    for (let i = document.sentences[sentence] ?? 0; i < (document.sentences[sentence + 1] ?? 0); i += 1) {
      if (tokenText(document, i).toLowerCase() !== 'cvss') continue;
      for (let k = i + 1; k < i + 8 && k < tokens.count; k += 1) {
        const value = Number(tokenText(document, k).replace(',', '.'));
        if (tokens.kind[k] === NUMBER && value >= 0 && value <= 10 && /[.,]/.test(tokenText(document, k))) return value;
      }
    }
  }
  return null;
}
