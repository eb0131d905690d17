import type { VerbForm } from '../../model/language.ts';
import { forms } from './forms.ts';
import type { EnglishForms } from './grammar.ts';

/** The forms of an English verb as records; its infinitive is a present form as well. */
export function formsOf(lemma: string, { past, participle, present, gerund }: EnglishForms): VerbForm[] {
  return [
    { form: lemma, lemma, is: 'infinitive' },
    { form: lemma, lemma, is: 'present' },
    { form: present, lemma, is: 'present' },
    { form: past, lemma, is: 'past' },
    { form: participle, lemma, is: 'participle' },
    { form: gerund, lemma, is: 'gerund' },
  ];
}

/** All English verb forms: the table that compromise made, one row a verb, as records. */
export function allVerbs(): VerbForm[] {
  return Object.entries(forms).flatMap(([lemma, row]): VerbForm[] => {
    const [past = '', participle = '', present = '', gerund = ''] = row.split(' ');
    return formsOf(lemma, { past, participle, present, gerund });
  });
}
