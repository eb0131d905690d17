import type { StandsFor } from '../../model/language.ts';

/** Dutch generic nouns that stand for an organisation told before, by the kinds that they can stand for. */
export const standsFor: readonly StandsFor[] = [
  { nouns: ['gemeente', 'stad'], kinds: ['municipality'] },
  { nouns: ['ministerie', 'departement'], kinds: ['ministry'] },
  { nouns: ['ziekenhuis', 'zorginstelling', 'kliniek'], kinds: ['health'] },
  { nouns: ['universiteit', 'hogeschool', 'onderwijsinstelling'], kinds: ['education'] },
  {
    nouns: [
      'bedrijf',
      'concern',
      'onderneming',
      'leverancier',
      'softwarebedrijf',
      'beveiligingsbedrijf',
      'fabrikant',
      'softwaremaker',
      'techbedrijf',
      'keten',
      'retailer',
      'maker',
      'provider',
    ],
    kinds: ['company', 'vendor', 'finance', 'utility', 'transport', 'media'],
  },
  { nouns: ['instantie', 'dienst', 'centrum', 'toezichthouder', 'autoriteit'], kinds: ['agency'] },
  { nouns: ['bank', 'verzekeraar'], kinds: ['finance'] },
  { nouns: ['groep', 'bende', 'hackersgroep', 'collectief'], kinds: ['threat-group'] },
  {
    nouns: ['partij', 'instelling', 'organisatie'],
    kinds: ['company', 'health', 'education', 'ngo', 'agency', 'government', 'municipality', 'finance'],
  },
  { nouns: ['provincie'], kinds: ['government'] },
  { nouns: ['om', 'parket'], kinds: ['police-justice'] },
];
