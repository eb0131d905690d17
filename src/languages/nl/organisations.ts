import type { StandsFor } from '../../model/language.ts';

/** Dutch generic nouns that stand for an organisation told before, by the kinds that they can stand for. */
export const standsFor: readonly StandsFor[] = [
  // Organisations, but mostly others than the one told last.
  { nouns: ['kerk', 'land', 'raad', 'tak', 'afdeling', 'dochter', 'moeder'], kinds: [] },
  { nouns: ['bestuur', 'college', 'gemeenteraad', 'directie', 'stadsbestuur', 'partij'], kinds: [] },
  { nouns: ['club', 'ploeg'], kinds: ['other'] },
  { nouns: ['gemeente', 'stad'], kinds: ['municipality'] },
  { nouns: ['ministerie', 'departement'], kinds: ['ministry'] },
  { nouns: ['ziekenhuis', 'zorginstelling', 'kliniek'], kinds: ['health'] },
  { nouns: ['universiteit', 'hogeschool', 'onderwijsinstelling'], kinds: ['education'] },
  {
    nouns: ['bedrijf', 'concern', 'onderneming', 'softwarebedrijf', 'beveiligingsbedrijf', 'techbedrijf', 'retailer'],
    kinds: ['company', 'vendor', 'finance', 'utility', 'transport', 'media'],
  },
  { nouns: ['instantie', 'dienst'], kinds: ['agency', 'police-justice'] },
  { nouns: ['centrum', 'toezichthouder', 'autoriteit'], kinds: ['agency'] },
  {
    nouns: ['leverancier', 'fabrikant', 'softwaremaker', 'maker', 'provider'],
    kinds: ['company', 'vendor', 'utility'],
  },
  { nouns: ['keten'], kinds: ['company', 'health', 'finance'] },
  { nouns: ['bank', 'verzekeraar'], kinds: ['finance'] },
  { nouns: ['krant', 'omroep', 'zender', 'tijdschrift'], kinds: ['media'] },
  { nouns: ['luchtvaartmaatschappij', 'vervoerder'], kinds: ['transport', 'company'] },
  { nouns: ['waterschap', 'hoogheemraadschap'], kinds: ['government'] },
  { nouns: ['waterbedrijf', 'netbeheerder', 'energiebedrijf'], kinds: ['utility', 'company'] },
  { nouns: ['bond', 'vakbond', 'vereniging', 'stichting'], kinds: ['ngo'] },
  { nouns: ['groep', 'bende', 'hackersgroep', 'collectief'], kinds: ['threat-group'] },
  {
    nouns: ['instelling', 'organisatie'],
    kinds: ['company', 'health', 'education', 'ngo', 'agency', 'government', 'municipality', 'finance'],
  },
  { nouns: ['provincie', 'kabinet', 'regering', 'overheid'], kinds: ['government'] },
  { nouns: ['parlement', 'kamer', 'commissie'], kinds: ['parliament'] },
  { nouns: ['rechtbank', 'hof'], kinds: ['police-justice'] },
  { nouns: ['om', 'parket'], kinds: ['police-justice'] },
];
