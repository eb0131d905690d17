import type { Language, VerbForm } from '../model/language.ts';
import { intern, type Vocabulary } from '../model/vocabulary.ts';

/** What a verb form is, by the vocabulary number of its word. */
export type VerbForms = ReadonlyMap<number, readonly VerbForm[]>;

/** Verb forms by vocabulary number, and whether a lemma is known. */
export interface VerbTable {
  readonly forms: Pick<VerbForms, 'get'>;
  readonly lemmas: Pick<ReadonlySet<string>, 'has'>;
}

/** All that is made of the verbs of a language; only the table is asked when articles are read. */
interface CompiledVerbs {
  readonly forms: VerbForms;
  /** Forms of verbs that bring in what somebody says. */
  readonly speech: ReadonlySet<number>;
  readonly verbs: { readonly forms: VerbForms; readonly lemmas: ReadonlySet<string> };
}

/** Index a language's verb forms. */
export function compileVerbs(language: Language, vocabulary: Vocabulary): CompiledVerbs {
  const forms = new Map<number, VerbForm[]>();
  const speech = new Set<number>();
  const speaking = new Set(language.speechVerbs);
  for (const form of language.verbs) {
    const id = intern(vocabulary, form.form);
    const held = forms.get(id);
    if (held) held.push(form);
    else forms.set(id, [form]);
    if (speaking.has(form.lemma)) speech.add(id);
  }
  return { forms, speech, verbs: { forms, lemmas: new Set(language.verbs.map(form => form.lemma)) } };
}
