import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { nounBits } from '../model/bits.ts';
import type { Document } from '../model/document.ts';
import { CAPITAL, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

const ATTACKER = nounBits('attacker');
/** How much words of one country can weigh. */
const MOST = 3;
/** What a firm says of the country where it is told of: a vendor sells everywhere, a gang attacks everywhere. */
const WEIGHT: Readonly<Partial<Record<NonNullable<Candidate['kind']>, number>>> = {
  vendor: 0,
  'threat-group': 0,
  company: 0.5,
  finance: 0.5,
  media: 0.5,
  transport: 0.5,
};

/**
 * The country where an article plays, by the organisations that it names for sure and its words of countries and their
 * peoples, other than those of attackers ("Russian hackers"); null if nothing tells it.
 *
 * @param listed candidates from the gazetteers
 */
export function sceneOf(document: Document, language: CompiledLanguage, listed: readonly Candidate[]): string | null {
  const { tokens } = document;
  const { countries } = language.proper;
  const told = new Map<string, number>();
  for (let i = 0; i < tokens.count; i += 1) {
    const country = countries.get(tokens.id[i] ?? 0);
    if (country === undefined || tokens.kind[i] !== WORD) continue;
    const shape = tokens.shape[i] ?? 0;
    const isShort = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) <= 2;
    if ((shape & (isShort ? UPPER : CAPITAL | UPPER)) === 0) continue;
    if (((document.nouns[i + 1] ?? 0) & ATTACKER) !== 0) continue;
    told.set(country, Math.min(MOST, (told.get(country) ?? 0) + 1));
  }
  /** The country of each listed name; null for one that stands for organisations of several. */
  const countriesAt = new Map<string, string | null>();
  for (const { from, to, of, entry } of listed) {
    if (of !== 'organisation') continue;
    const place = `${from} ${to}`;
    const country = entry?.country ?? null;
    countriesAt.set(place, countriesAt.has(place) && countriesAt.get(place) !== country ? null : country);
  }
  for (const { from, to, sure, of, kind, entry } of listed) {
    const country = entry?.country ?? null;
    if (!sure || of !== 'organisation' || country === null) continue;
    // "The National Cyber Security Centre" is in many countries.
    if (countriesAt.get(`${from} ${to}`) !== country) continue;
    // "The police" are everywhere.
    if (((tokens.shape[from] ?? 0) & (CAPITAL | UPPER)) === 0) continue;
    const weight = (kind === null ? undefined : WEIGHT[kind]) ?? 1;
    if (weight > 0) told.set(country, (told.get(country) ?? 0) + weight);
  }
  return [...told].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
