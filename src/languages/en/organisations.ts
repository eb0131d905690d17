import type { StandsFor } from '../../model/language.ts';

/** English generic nouns that stand for an organisation told before, by the kinds that they can stand for. */
export const standsFor: readonly StandsFor[] = [
  // Organisations, but mostly others than the one told last.
  {
    nouns: ['church', 'country', 'state', 'branch', 'unit', 'subsidiary', 'division', 'parent', 'party', 'board'],
    kinds: [],
  },
  { nouns: ['club', 'team', 'band'], kinds: ['other'] },
  { nouns: ['council', 'municipality', 'city', 'town'], kinds: ['municipality'] },
  { nouns: ['ministry', 'department'], kinds: ['ministry'] },
  { nouns: ['hospital', 'clinic'], kinds: ['health'] },
  { nouns: ['university', 'school', 'college'], kinds: ['education'] },
  {
    nouns: ['company', 'firm', 'retailer', 'group', 'operator'],
    kinds: ['company', 'vendor', 'finance', 'utility', 'transport', 'media'],
  },
  { nouns: ['agency', 'service'], kinds: ['agency', 'police-justice'] },
  { nouns: ['centre', 'center', 'regulator', 'watchdog', 'authority'], kinds: ['agency'] },
  { nouns: ['vendor', 'supplier', 'manufacturer', 'maker', 'provider'], kinds: ['company', 'vendor', 'utility'] },
  { nouns: ['chain'], kinds: ['company', 'health', 'finance'] },
  { nouns: ['newspaper', 'paper', 'magazine', 'broadcaster'], kinds: ['media'] },
  { nouns: ['utility'], kinds: ['utility'] },
  { nouns: ['force'], kinds: ['police-justice'] },
  { nouns: ['charity', 'union', 'nonprofit'], kinds: ['ngo'] },
  { nouns: ['airline', 'carrier'], kinds: ['transport', 'company'] },
  { nouns: ['bank', 'insurer', 'lender'], kinds: ['finance'] },
  { nouns: ['gang', 'crew'], kinds: ['threat-group'] },
  {
    nouns: ['organisation', 'organization', 'institution'],
    kinds: ['company', 'health', 'education', 'ngo', 'agency', 'government', 'municipality', 'finance'],
  },
  { nouns: ['province', 'government', 'cabinet', 'administration'], kinds: ['government'] },
  { nouns: ['parliament', 'senate', 'committee', 'panel'], kinds: ['parliament'] },
  { nouns: ['court'], kinds: ['police-justice'] },
  { nouns: ['prosecutors'], kinds: ['police-justice'] },
];
