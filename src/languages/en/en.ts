import type { Language } from '../../model/language.ts';
import { computing, security } from './computing.ts';
import { countries } from './countries.ts';
import { cues } from './cues.ts';
import { dates } from './dates.ts';
import { groups } from './groups.ts';
import { habits, holidays } from './holidays.ts';
import { malware } from './malware.ts';
import { nameCues } from './name-cues.ts';
import { names } from './names.ts';
import { nouns } from './nouns.ts';
import { standsFor } from './organisations.ts';
import { givenNames, peoples, places } from './proper.ts';
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
  security,
  compounds: false,
  countries: ['GB', 'US'],
  home: null,
  grammar: {
    verbFinal: false,
    inversion: false,
    pluralIsInfinitive: false,
    imperativeIsInfinitive: true,
    infinitiveClauses: true,
    bareContent: true,
    bareHeads: false,
    townsAct: false,
    vendorsByRole: false,
    capitalMonths: true,
    figures: { group: ',', point: '.' },
  },
  groups,
  citingPhrases: ['according to'],
  standsFor,
  dates,
  holidays,
  habits,
  quantities,
  malware,
  names,
  nameCues,
  proper: { givenNames, places, peoples, countries },
  triggers,
  cues,
};
