import type { Lexicon, NamedForm } from '../lexicon/lexicon.ts';
import { phrasesAt } from '../lexicon/trie.ts';
import { type Document, tokensText } from '../model/document.ts';
import {
  type Entry,
  MALWARE_KINDS,
  type MalwareKind,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PRODUCT_KINDS,
  type ProductKind,
} from '../model/name.ts';
import { CAPITAL, DIGIT } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

const RULE = 'names/gazetteer/listed';
/** A name of an article and one plain word. */
const ARTICLE = /^(?:de|het|the|le|la) \p{Lu}\p{Ll}+$/iu;

const apostrophes = (text: string): string => text.replaceAll(/[’‘ʼ]/g, "'");
const isAcronym = (form: string): boolean => /^[A-Z0-9&-]{2,6}$/.test(form) && /[A-Z]/.test(form);

/**
 * Whether a form, as the gazetteer spells it, is what stands in the text. Acronyms, and what is marked as case sensitive,
 * must agree to the letter; other names may differ in the case of their later letters ("Netscaler"), stand in capitals, or
 * begin a sentence.
 */
function spelledAs({ form, exact }: NamedForm, surface: string, opensSentence: boolean): boolean {
  const text = apostrophes(surface);
  const wanted = apostrophes(form);
  if (text === wanted) return true;
  if (exact) return text.replaceAll(/\s+/g, ' ') === wanted;
  if (isAcronym(wanted)) return false;
  const head = wanted.charAt(0);
  const same = text.toLowerCase().replaceAll(/\s+/g, ' ') === wanted.toLowerCase();
  if (!same) return false;
  if (text === text.toUpperCase()) return wanted.length > 3;
  const capital = head !== head.toLowerCase() || /\d/.test(head);
  // "De lijn volgt" is no word of De Lijn.
  if (ARTICLE.test(wanted) && text.slice(1) !== wanted.slice(1)) return false;
  if (capital)
    return (
      text.charAt(0) === head &&
      (wanted.includes(' ') || /[A-Z]/.test(wanted.slice(1)) || wanted.slice(1) === text.slice(1))
    );
  return opensSentence && text.slice(1) === wanted.slice(1);
}

function kindOf(entry: Entry): OrganisationKind | ProductKind | MalwareKind {
  const kinds: readonly (OrganisationKind | ProductKind | MalwareKind)[] = KINDS;
  return kinds.find(kind => kind === entry.kind) ?? 'other';
}

const KINDS = [...ORGANISATION_KINDS, ...PRODUCT_KINDS, ...MALWARE_KINDS];

/** Make a candidate of a gazetteer entry. */
function entryCandidate(form: NamedForm, from: number, to: number): Candidate {
  const { entry } = form;
  return {
    from,
    to,
    of: entry.of === 'actor' ? 'organisation' : entry.of,
    name: entry.name,
    kind: kindOf(entry),
    entry,
    rule: RULE,
    sure: form.needs === 'nothing',
    weight: form.needs === 'nothing' ? 3 : form.needs === 'context' ? 2 : 1,
  };
}

/** All forms of the gazetteers that stand in the text, spelled as they should be; they may overlap. */
export function listedNames(document: Document, lexicon: Lexicon): Candidate[] {
  const { tokens } = document;
  const found: Candidate[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    const id = tokens.id[i] ?? 0;
    if (id === 0 || !lexicon.names.first.has(id)) continue;
    const limit = document.sentences[(document.sentenceOf[i] ?? 0) + 1] ?? tokens.count;
    const opens = document.sentences[document.sentenceOf[i] ?? 0] === i || opensQuote(document, i);
    for (const { to, values } of phrasesAt(lexicon.names, tokens.id, i, limit)) {
      const surface = tokensText(document, i, to);
      for (const form of values) {
        if (!spelledAs(form, surface, opens)) continue;
        const lowerCase = ((tokens.shape[i] ?? 0) & (CAPITAL | DIGIT)) === 0;
        if (lowerCase && to - i === 1 && form.needs !== 'nothing') continue;
        found.push(entryCandidate(form, i, to));
      }
    }
  }
  return found;
}

function opensQuote(document: Document, token: number): boolean {
  return (
    token > 0 && /^["“‘'«]$/.test(document.text.slice(document.tokens.start[token - 1], document.tokens.end[token - 1]))
  );
}
