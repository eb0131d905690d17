import type { Language } from '../../model/language.ts';
import { computing } from './computing.ts';
import { cues } from './cues.ts';
import { dates } from './dates.ts';
import { names } from './names.ts';
import { nouns } from './nouns.ts';
import { quantities } from './quantities.ts';
import { triggers } from './triggers.ts';
import { allVerbs } from './verb-forms.ts';
import { abbreviations, speechVerbs, words } from './words.ts';

/** English. */
export const en: Language = {
  code: 'en',
  words,
  nouns,
  verbs: allVerbs(),
  speechVerbs,
  abbreviations,
  computing,
  compounds: false,
  dates,
  quantities,
  names,
  triggers,
  cues,
};
