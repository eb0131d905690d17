import nlp from 'compromise';

/** The forms of an English verb. */
export interface EnglishForms {
  readonly past: string;
  readonly participle: string;
  readonly present: string;
  readonly gerund: string;
}

/**
 * Conjugate an English verb from its infinitive, with compromise's model.
 *
 * Slow to load (half a second): used where tables are made, never while articles are read.
 */
export function conjugateEnglish(infinitive: string): EnglishForms {
  const forms: Record<string, string> = nlp.methods().two.transform.verb.conjugate(infinitive, nlp.model());
  const past = forms.PastTense ?? `${infinitive}ed`;
  return {
    past,
    participle: forms.Participle ?? past,
    present: forms.PresentTense ?? `${infinitive}s`,
    gerund: forms.Gerund ?? `${infinitive}ing`,
  };
}
