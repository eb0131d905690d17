import nlp from 'compromise';

/** The forms of an English verb. */
export interface EnglishForms {
  readonly past: string;
  readonly participle: string;
  readonly present: string;
  readonly gerund: string;
}

/** A property of a value whose type is not declared. */
function property(value: unknown, key: string): unknown {
  const held: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return held;
}

/** compromise's own conjugation; its types leave the methods open. */
function conjugation(infinitive: string): unknown {
  const verb = ['two', 'transform', 'verb', 'conjugate'].reduce<unknown>(property, nlp.methods());
  return typeof verb === 'function' ? Reflect.apply(verb, undefined, [infinitive, nlp.model()]) : undefined;
}

/**
 * Conjugate an English verb from its infinitive, with compromise's model.
 *
 * Slow to load (half a second): used where tables are made, never while articles are read.
 */
export function conjugateEnglish(infinitive: string): EnglishForms {
  const forms = conjugation(infinitive);
  const form = (name: string, otherwise: string): string => {
    const held = property(forms, name);
    return typeof held === 'string' ? held : otherwise;
  };
  const past = form('PastTense', `${infinitive}ed`);
  return {
    past,
    participle: form('Participle', past),
    present: form('PresentTense', `${infinitive}s`),
    gerund: form('Gerund', `${infinitive}ing`),
  };
}
