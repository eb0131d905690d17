import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { phrasesAt } from '../lexicon/trie.ts';
import { nounBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Named, NameFound } from '../model/mention.ts';
import type { ActionType } from '../model/trigger.ts';
import type { Action } from './relate.ts';

/** What is made: glued behind a name, or before it and a preposition, it shows the maker. */
const MADE = nounBits('software', 'flaw', 'patch');
/** Who does this does it to what they make. */
const MAKES: ReadonlySet<ActionType> = new Set<ActionType>(['release-patch']);

/**
 * Tell those whose product the article is about from those who only speak or help.
 *
 * Where a language calls only the former "leverancier", a firm that the gazetteer lists as a vendor is one in an article that
 * names a product or a flaw of it, says that it makes something, or has it release a patch; in others it is a company. Where
 * the word means the whole trade ("security vendor") nothing changes.
 *
 * @param organisations of an article
 * @param products of the same article
 * @returns the organisations with their kinds as the record has them
 */
export function withVendors(
  document: Document,
  language: CompiledLanguage,
  organisations: readonly Named[],
  products: readonly Named[],
  actions: readonly Action[],
): readonly Named[] {
  if (!language.source.grammar.vendorsByRole) return organisations;
  const { tokens } = document;
  const makers = new Set(products.map(({ vendor }) => vendor));
  for (const { type, actors } of actions)
    if (MAKES.has(type)) for (const { ref, name } of actors) if (ref !== null) makers.add(name);
  return organisations.map(one => {
    // What no gazetteer lists has its kind from this article, and no country.
    const isListed = one.country !== null;
    const isMaker = makers.has(one.name) || !isListed || one.mentions.some(makesThings);
    return one.kind === 'vendor' && !isMaker ? { ...one, kind: 'company' } : one;
  });

  /** "Citrix-servers", "een lek in Citrix", "de leverancier Citrix". */
  function makesThings({ from, to, how }: NameFound): boolean {
    if (how === 'pronoun' || how === 'noun-phrase') return false;
    const nouns = (token: number): number => document.nouns[token] ?? 0;
    if (to < tokens.count && tokenText(document, to) === '-' && (nouns(to + 1) & MADE) !== 0) return true;
    if (isOf(document, language.groups, from - 1, 'flawIn') && (nouns(from - 2) & MADE) !== 0) return true;
    return (
      from > 0 &&
      phrasesAt(language.nameHeads, document.heads, from - 1, from).some(({ values }) =>
        values.some(({ place, kind }) => place === 'apposition' && kind === 'vendor'),
      )
    );
  }
}
