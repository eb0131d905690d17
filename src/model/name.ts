import type { RuleBase } from './rule.ts';

/** Kinds of organisations, as the record has them. */
export const ORGANISATION_KINDS = [
  'agency',
  'ministry',
  'municipality',
  'government',
  'parliament',
  'police-justice',
  'company',
  'vendor',
  'health',
  'education',
  'media',
  'finance',
  'utility',
  'transport',
  'ngo',
  'threat-group',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const PRODUCT_KINDS = [
  'software',
  'hardware',
  'service',
  'operating-system',
  'library',
  'firmware',
  'other',
] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export const MALWARE_KINDS = [
  'ransomware',
  'trojan',
  'wiper',
  'worm',
  'backdoor',
  'spyware',
  'botnet',
  'tool',
  'other',
] as const;
export type MalwareKind = (typeof MALWARE_KINDS)[number];

export const QUANTITY_KINDS = [
  'people',
  'records',
  'systems',
  'organisations',
  'money',
  'data-volume',
  'percentage',
  'duration',
  'other',
] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** What an entry of a gazetteer can name; an actor is an organisation that attacks. */
export const OF_NAMES = ['organisation', 'product', 'malware', 'actor', 'vulnerability'] as const;

/** An entry of a gazetteer: a name that is known, with what we know of it. */
export interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly of: (typeof OF_NAMES)[number];
  readonly vendor: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly cve: readonly string[];
  /** Forms that nearly always mean this entry. */
  readonly aliases: readonly string[];
  /** Forms that count only where the article gives other evidence. */
  readonly needsContext: readonly string[];
  /** Forms that count only behind a head noun. */
  readonly needsHead: readonly string[];
  /** Forms that count only where the text spells them the same, to the case of every letter; any of the forms above. */
  readonly caseSensitive: readonly string[];
}

/** A rule that finds names which no gazetteer lists, by the words around them. */
export interface NameRule extends RuleBase {
  /**
   * `before`: the head stands before the name ("gemeente Ede", "University of Utrecht"); `after`: it is the name's last
   * word ("Hackney Council", "Jansen B.V."); `apposition`: a common noun before the name, not part of it
   * ("beveiligingsbedrijf Fox-IT", "the hosting firm Ionica"); `people`: a common noun behind the adjective of a people,
   * both of them the name ("de Noorse ambassade").
   */
  readonly place: 'before' | 'after' | 'apposition' | 'people';
  readonly heads: readonly string[];
  /** Whether behind a preposition of place the name is only a place: "in de gemeente Ede", "in Elm County". */
  readonly placeLike?: true;
  /** Whether the head itself must have a capital, also where the language names things by a head in lower case. */
  readonly capital?: true;
  readonly of: 'organisation' | 'product' | 'malware' | 'actor' | 'person';
  readonly kind: OrganisationKind | ProductKind | MalwareKind | 'person';
  /** Words that may stand between head and name: "universiteit van Amsterdam". */
  readonly joins: readonly string[];
  /** Whether one of `joins` must stand there: "Bond van Griffiers", but not "Wielerbond UCI". */
  readonly joined?: true;
  /** How the canonical name is made, `$` being the name; without it the words as they stand. */
  readonly canonical?: string;
}

/** Words beside a name that say what it is, where the name's own words do not: "customers OF Ionica", "Ionica EMPLOYEES". */
export interface NameCue extends RuleBase {
  /** Whether the words stand directly before the name (an article may stand between) or directly behind it. */
  readonly place: 'before' | 'behind';
  /** One or more words in the order of the text, each with its alternatives. */
  readonly words: readonly (readonly string[])[];
  readonly tells: 'organisation' | 'product';
  /** How much the words prove: 2 is enough where nothing speaks against it. */
  readonly weight: number;
  readonly kind?: OrganisationKind | ProductKind;
}

/** Words that proper names are made of, in lower case. */
export interface ProperWords {
  readonly givenNames: readonly string[];
  readonly places: readonly string[];
  readonly peoples: readonly string[];
  /** Words that tell where an article plays, by the country's code of ISO 3166. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
}

/** A rule of quantities: what is counted, by the nouns that are counted, each with its unit or singular. */
export interface QuantityRule extends RuleBase {
  readonly kind: QuantityKind;
  readonly words: Readonly<Record<string, string>>;
}

/** Words of quantities. */
export interface QuantityLanguage {
  readonly multipliers: Readonly<Record<string, number>>;
  /** Counted nouns beyond the noun classes, with their kind and singular. */
  readonly units: readonly QuantityRule[];
  readonly about: readonly string[];
  readonly lessThan: readonly string[];
  readonly moreThan: readonly string[];
  /** Multipliers inside number words, the largest first: "honderdvijftigduizend"; empty where a language has none. */
  readonly compounded: Readonly<Record<string, number>>;
  /** Plurals of round numbers, with the least that they can mean: "dozens", "tienduizenden". */
  readonly vague: Readonly<Record<string, number>>;
  /** Words that make a multiplier vague: "several hundred". */
  readonly some: readonly string[];
  /** Parts of a multiplier: "half a million", "een kwart miljoen". */
  readonly fractions: Readonly<Record<string, number>>;
  /** Words before the lower end of a range. */
  readonly between: readonly string[];
  /** Words between a part and its whole, or a vague number and what it counts: "three of the five schools". */
  readonly of: readonly string[];
  /** Words between a thing and those whose it is: "the data OF 40,000 people". */
  readonly owners: readonly string[];
  /** Words between the numbers of a share: "two IN three", "twee OP de drie". */
  readonly ratios: readonly string[];
  /** Words behind a number that only tells the least: "100-plus". */
  readonly plus: readonly string[];
  /** Nouns whose number is a name and counts nothing: "port 80". */
  readonly numbered: readonly string[];
  /** Words that only end as counted nouns do: Dutch "overleden" (deceased), "leden" (members). */
  readonly uncounted: readonly string[];
  /** Endings of plural nouns: what stands before "and" and has one is counted by itself. */
  readonly pluralEndings: readonly string[];
}
