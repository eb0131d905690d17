import type { Language } from '../../model/language.ts';
import { computing, security } from './computing.ts';
import { countries } from './countries.ts';
import { cues } from './cues.ts';
import { dates } from './dates.ts';
import { groups } from './groups.ts';
import { habits, holidays } from './holidays.ts';
import { malware } from './malware.ts';
import { allVerbs, conjugate } from './morphology.ts';
import { nameCues } from './name-cues.ts';
import { names } from './names.ts';
import { nouns } from './nouns.ts';
import { standsFor } from './organisations.ts';
import { givenNames, peoples, places } from './proper.ts';
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
  security,
  compounds: true,
  countries: ['NL', 'BE'],
  home: 'NL',
  grammar: {
    verbFinal: true,
    inversion: true,
    pluralIsInfinitive: true,
    imperativeIsInfinitive: false,
    infinitiveClauses: false,
    bareContent: false,
    bareHeads: true,
    townsAct: true,
    vendorsByRole: true,
    capitalMonths: false,
    figures: { group: '.', point: ',' },
  },
  groups,
  citingPhrases: [],
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
