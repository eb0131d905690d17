import type { MalwareKind, OrganisationKind, ProductKind } from '../model/name.ts';

/**
 * How many of 1000 articles on incidents name one certain thing of a kind: what we believe before we have seen the
 * corpus. In a small corpus it decides alone, in a large one the counts do.
 */
export const ORGANISATION_PRIOR: Readonly<Record<OrganisationKind, number>> = {
  agency: 60,
  ministry: 40,
  municipality: 3,
  government: 40,
  parliament: 80,
  'police-justice': 80,
  company: 2,
  vendor: 25,
  health: 3,
  education: 3,
  media: 60,
  finance: 4,
  utility: 3,
  transport: 4,
  ngo: 10,
  'threat-group': 6,
  other: 8,
};

export const PRODUCT_PRIOR: Readonly<Record<ProductKind, number>> = {
  software: 8,
  hardware: 8,
  service: 20,
  'operating-system': 25,
  library: 8,
  firmware: 8,
  other: 15,
};

export const MALWARE_PRIOR: Readonly<Record<MalwareKind, number>> = {
  ransomware: 6,
  trojan: 6,
  wiper: 6,
  worm: 6,
  backdoor: 6,
  spyware: 6,
  botnet: 8,
  tool: 40,
  other: 15,
};

/** A CVE number or nickname; one of former years is told as history in many articles. */
export const VULNERABILITY_PRIOR = { fresh: 1, old: 12 } as const;

/** Somebody whom harm befell: rarer than to be named. */
export const VICTIM_PRIOR = 3;

/** A person, a figure that is hardly ever the same by chance, a round one, a capitalised word that no list knows. */
export const PERSON_PRIOR = 3;
export const FIGURE_PRIOR = { exact: 4, round: 40 } as const;
export const WORD_PRIOR = 20;
/** That a certain deed is told of something, by those articles that name it. */
export const DEED_PRIOR = 150;
/** That a type of deed is told at all. */
export const COURSE_PRIOR = 300;

/** Names, as records write them, that stand in many more articles than others of their kind, of 1000. */
export const FREQUENT: ReadonlyMap<string, number> = new Map([
  ['Microsoft', 180],
  ['Google', 120],
  ['Apple', 80],
  ['Amazon', 60],
  ['Meta', 60],
  ['Facebook', 60],
  ['Twitter', 60],
  ['X', 60],
  ['Cisco', 50],
  ['Fortinet', 40],
  ['Mandiant', 60],
  ['CrowdStrike', 50],
  ['Fox-IT', 50],
  ['DIVD', 40],
  ['Shadowserver Foundation', 50],
  ['Nationaal Cyber Security Centrum', 200],
  ['National Cyber Security Centre (UK)', 150],
  ['Cybersecurity and Infrastructure Security Agency', 150],
  ['Federal Bureau of Investigation', 120],
  ['Autoriteit Persoonsgegevens', 150],
  ["Information Commissioner's Office", 120],
  ['Politie', 200],
  ['police', 200],
  ['Openbaar Ministerie', 100],
  ['Tweede Kamer', 80],
  ['Rijksoverheid', 80],
  ['European Commission', 60],
  ['Windows', 120],
  ['Linux', 60],
  ['Android', 60],
  ['iOS', 60],
  ['macOS', 40],
  ['Microsoft 365', 50],
  ['Microsoft Exchange', 25],
  ['Microsoft Office', 40],
  ['Microsoft Teams', 40],
  ['Active Directory', 40],
  ['Telegram', 80],
  ['WhatsApp', 80],
  ['DigiD', 40],
  ['Have I Been Pwned', 40],
]);

/** How much the prior weighs: as much as so many articles of a corpus. */
const PRIOR_ARTICLES = 200;
/** A thing may be at most so much rarer in a corpus than we believed. */
const RAREST = 4;

/** What is left at least of the weight that we believed in: a corpus may be about one incident alone. */
const LEAST = 0.5;

/**
 * How much it says, in bits, that two articles share something (inverse document frequency with a prior). The two
 * articles themselves are left out of the count: what only they name is not common for it.
 *
 * @param count articles of the corpus that name it, these two among them
 * @param size articles of the corpus
 * @param prior how many of 1000 articles we believe to name it
 */
export function bits(count: number, size: number, prior: number): number {
  const believed = prior / 1000;
  const share = (Math.max(0, count - 2) + PRIOR_ARTICLES * believed) / (size + PRIOR_ARTICLES);
  return Math.max(-Math.log2(Math.max(share, believed / RAREST)), -Math.log2(believed) * LEAST);
}
