import type { RuleBase } from '../model/rule.ts';

/** Rules that are the same in every language; their patterns are code, their meaning and proof stand here. */
export const generalRules: readonly RuleBase[] = [
  {
    id: 'names/gazetteer/listed',
    means:
      'A name that a gazetteer lists, spelled as it should be; ambiguous forms only with evidence around them or the full name elsewhere.',
    examples: [{ text: 'Volgens Microsoft zit er een lek in Exchange.', finds: 'Microsoft', value: 'Microsoft' }],
    rejects: ['De appel valt niet ver van de boom.'],
  },
  {
    id: 'names/vulnerability/cve',
    means: 'A CVE number in its usual spellings.',
    examples: [
      { text: 'De fout heet CVE-2023-12345 en is ernstig.', finds: 'CVE-2023-12345', value: 'CVE-2023-12345' },
    ],
    rejects: ['De fout heet CVE en is ernstig.'],
  },
  {
    id: 'names/organisation/acronym',
    means: 'An acronym that the article itself defines behind a name, and its later uses.',
    examples: [
      {
        text: 'De Stichting Veilig Dorp (SVDX) vroeg om hulp. Later zweeg de SVDX over de hack.',
        finds: 'SVDX',
        value: 'Stichting Veilig Dorp',
      },
    ],
    rejects: ['De stichting (ook wel bekend) vroeg om hulp.'],
  },
  {
    id: 'names/organisation/short-form',
    means: 'The first word of a name of several words that a rule found, standing alone later on.',
    examples: [
      {
        text: 'Elmquistor Networks sold the router. Later Elmquistor sent a letter to its customers.',
        finds: 'Elmquistor',
        value: 'Elmquistor Networks',
      },
    ],
    rejects: ['The networks sold the router to them.'],
  },
  {
    id: 'names/organisation/acts',
    means: 'An unlisted name of unusual shape (an acronym, capitals inside) that acts or speaks like an organisation.',
    examples: [{ text: 'KRVX meldt dat de servers zijn gehackt.', finds: 'KRVX', value: 'KRVX' }],
    rejects: ['De servers draaien op KRVX sinds gisteren.'],
  },
];
