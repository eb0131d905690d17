import nlp from 'compromise';

/** The forms of an English verb. */
export interface EnglishForms {
  readonly past: string;
  readonly participle: string;
  readonly present: string;
  readonly gerund: string;
}

function regular(stem: string, doubled = stem): EnglishForms {
  return {
    past: `${doubled}ed`,
    participle: `${doubled}ed`,
    present: /(?:s|x|z|ch|sh)$/.test(stem) ? `${stem}es` : `${stem}s`,
    gerund: `${doubled}ing`,
  };
}

/** Verbs whose past is spelled like their infinitive; of other verbs compromise gives that when it does not know them. */
const INVARIANT = new Set([
  'beat',
  'bet',
  'bid',
  'broadcast',
  'burst',
  'cast',
  'cost',
  'cut',
  'forecast',
  'hit',
  'hurt',
  'input',
  'let',
  'miscast',
  'offset',
  'output',
  'overcut',
  'podcast',
  'preset',
  'put',
  'quit',
  'read',
  'recast',
  'recut',
  'reread',
  'reset',
  'rid',
  'set',
  'shed',
  'shut',
  'slit',
  'split',
  'spread',
  'sublet',
  'thrust',
  'undercut',
  'upset',
  'webcast',
  'wed',
]);
/** One short vowel before one consonant at the end: the consonant is doubled, as in scammed. */
const DOUBLES = /^[^aeiou]*[aeiou][bdgmnprt]$/;

/** Verbs that compromise's model conjugates wrongly. */
const CORRECTED: Readonly<Record<string, EnglishForms>> = {
  become: { past: 'became', participle: 'become', present: 'becomes', gerund: 'becoming' },
  come: { past: 'came', participle: 'come', present: 'comes', gerund: 'coming' },
  get: { past: 'got', participle: 'got', present: 'gets', gerund: 'getting' },
  backdoor: regular('backdoor'),
  boot: regular('boot'),
  flow: regular('flow'),
  jot: regular('jot', 'jott'),
  loot: regular('loot'),
  pivot: regular('pivot'),
  pummel: regular('pummel', 'pummell'),
  ransom: regular('ransom'),
  scold: regular('scold'),
  quiz: { past: 'quizzed', participle: 'quizzed', present: 'quizzes', gerund: 'quizzing' },
  annul: regular('annul', 'annull'),
  panic: regular('panic', 'panick'),
  wiretap: regular('wiretap', 'wiretapp'),
  program: regular('program', 'programm'),
  reprogram: regular('reprogram', 'reprogramm'),
  retrofit: regular('retrofit', 'retrofitt'),
  snap: regular('snap', 'snapp'),
  sneak: regular('sneak'),
};

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
  const known = CORRECTED[infinitive];
  if (known !== undefined) return known;
  const forms = conjugation(infinitive);
  const form = (name: string, otherwise: string): string => {
    const held = property(forms, name);
    return typeof held === 'string' ? held : otherwise;
  };
  const doubled = DOUBLES.test(infinitive) ? infinitive + infinitive.slice(-1) : infinitive;
  const stem = doubled.replace(/e$/, '');
  const past = form('PastTense', `${stem}ed`);
  if (past === infinitive && !INVARIANT.has(infinitive)) return regular(infinitive, stem);
  const gerund = form('Gerund', `${stem}ing`);
  return {
    past,
    participle: form('Participle', past),
    present: form('PresentTense', `${infinitive}s`),
    gerund: gerund === infinitive ? `${stem}ing` : gerund,
  };
}

/** The plural of an English noun, with compromise's model. */
export function pluralOf(noun: string): string {
  const toPlural = ['two', 'transform', 'noun', 'toPlural'].reduce<unknown>(property, nlp.methods());
  const plural: unknown =
    typeof toPlural === 'function' ? Reflect.apply(toPlural, undefined, [noun, nlp.model()]) : undefined;
  return typeof plural === 'string' ? plural : `${noun}s`;
}
