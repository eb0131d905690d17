import type { StandsFor } from '../../model/language.ts';

/** English generic nouns that stand for an organisation told before, by the kinds that they can stand for. */
export const standsFor: readonly StandsFor[] = [
  { nouns: ['council', 'municipality', 'city', 'town'], kinds: ['municipality'] },
  { nouns: ['ministry', 'department'], kinds: ['ministry'] },
  { nouns: ['hospital', 'clinic'], kinds: ['health'] },
  { nouns: ['university', 'school', 'college'], kinds: ['education'] },
  {
    nouns: [
      'company',
      'firm',
      'vendor',
      'supplier',
      'manufacturer',
      'chain',
      'retailer',
      'maker',
      'provider',
      'group',
      'operator',
      'airline',
    ],
    kinds: ['company', 'vendor', 'finance', 'utility', 'transport', 'media'],
  },
  { nouns: ['agency', 'centre', 'center', 'regulator', 'watchdog', 'authority'], kinds: ['agency'] },
  { nouns: ['bank', 'insurer', 'lender'], kinds: ['finance'] },
  { nouns: ['gang', 'crew'], kinds: ['threat-group'] },
  {
    nouns: ['organisation', 'organization', 'institution'],
    kinds: ['company', 'health', 'education', 'ngo', 'agency', 'government', 'municipality', 'finance'],
  },
  { nouns: ['province'], kinds: ['government'] },
  { nouns: ['prosecutors'], kinds: ['police-justice'] },
];
