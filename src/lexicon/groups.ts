import type { Document } from '../model/document.ts';
import { type Language, type Spoken, VERB_GROUPS, WORD_GROUPS, type WordGroup } from '../model/language.ts';
import { intern, type Vocabulary } from '../model/vocabulary.ts';
import type { VerbForms } from './verbs.ts';

/** Vocabulary numbers of the words of each group; of groups of verbs those of all their forms. */
export type Groups = ReadonlyMap<WordGroup, ReadonlySet<number>>;

/** Compile the groups of words of a language. */
export function compileGroups(language: Language, verbs: VerbForms, vocabulary: Vocabulary): Groups {
  const isVerbs = (name: WordGroup): boolean => VERB_GROUPS.some(verbGroup => verbGroup === name);
  const formsOf = (lemmas: readonly string[]): number[] =>
    [...verbs].filter(([, forms]) => forms.some(form => lemmas.includes(form.lemma))).map(([id]) => id);
  return new Map(
    WORD_GROUPS.map(name => {
      const words = language.groups[name];
      return [name, new Set(isVerbs(name) ? formsOf(words) : words.map(word => intern(vocabulary, word)))];
    }),
  );
}

/** Whether a token is a word of a group; false for a token that is none. */
export function isOf(document: Document, groups: Groups, token: number, name: WordGroup): boolean {
  const id = document.tokens.id[token] ?? 0;
  return id !== 0 && groups.get(name)?.has(id) === true;
}

/** Whether a word ends like one of a group. */
export function endsLike(language: Spoken, name: WordGroup, word: string): boolean {
  return language.groups[name].some(ending => word.endsWith(ending));
}
