import type { Language } from '../../model/language.ts';
import { computing } from './computing.ts';
import { cues } from './cues.ts';
import { dates } from './dates.ts';
import { allVerbs, conjugate } from './morphology.ts';
import { names } from './names.ts';
import { nouns } from './nouns.ts';
import { quantities } from './quantities.ts';
import { triggers } from './triggers.ts';
import { abbreviations, speechVerbs, words } from './words.ts';

const triggerVerbs = triggers.flatMap(rule =>
  [...(rule.verbs ?? []), ...(rule.light ?? [])].map(verb => verb.split(' ').at(-1) ?? ''),
);

/** Dutch. */
export const nl: Language = {
  code: 'nl',
  words,
  nouns,
  verbs: [...allVerbs(), ...conjugate(triggerVerbs)],
  speechVerbs,
  abbreviations,
  computing,
  compounds: true,
  dates,
  quantities,
  names,
  triggers,
  cues,
};
