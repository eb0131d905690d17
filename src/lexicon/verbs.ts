import type { Language, VerbForm } from '../model/language.ts';
import { intern, type Vocabulary } from '../model/vocabulary.ts';

/** Verb forms by vocabulary number. */
export interface VerbTable {
  readonly forms: ReadonlyMap<number, readonly VerbForm[]>;
  /** Forms of verbs that bring in what somebody says. */
  readonly speech: ReadonlySet<number>;
  readonly lemmas: ReadonlySet<string>;
}

/** Index a language's verb forms. */
export function compileVerbs(language: Language, vocabulary: Vocabulary): VerbTable {
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
  return { forms, speech, lemmas: new Set(language.verbs.map(form => form.lemma)) };
}
