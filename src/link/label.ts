import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { isDone, isHarm } from './involvement.ts';
import { FREQUENT } from './rarity.ts';

type Parts = Pick<IncidentRecord, 'period' | 'products' | 'vulnerabilities' | 'malware' | 'organisations' | 'timeline'>;
type Counted = IncidentRecord['products'];

/** Most names that a label lists of one kind. */
const LISTED = 2;

/** The months of a period: 2019-12/2020-01. */
function monthsOf({ earliest, latest }: IncidentRecord['period']): string {
  const [first, last] = [earliest?.slice(0, 7), latest?.slice(0, 7)];
  return first === undefined ? '' : first === last ? first : `${first}/${last}`;
}

/** Of names the ones that the articles speak of most, at least half as often as of the first. */
function foremost(names: Counted, mentions: ReadonlyMap<string, number>): readonly string[] {
  const of = (name: string): number => mentions.get(name) ?? 0;
  const ranked = names.map(({ name }) => name).toSorted((a, b) => of(b) - of(a) || (a < b ? -1 : 1));
  const most = of(ranked[0] ?? '');
  return ranked.filter(name => of(name) * 2 >= most).slice(0, LISTED);
}

function mentionsOf(articles: readonly ArticleRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { organisations, products, vulnerabilities, malware } of articles) {
    for (const { name, mentions } of [...organisations, ...products, ...vulnerabilities, ...malware]) {
      counts.set(name, (counts.get(name) ?? 0) + mentions.length);
    }
  }
  return counts;
}

/** The type of harm that most articles tell of, as nothing else says what it was about. */
function harmOf(timeline: Parts['timeline']): readonly string[] {
  const counts = new Map<string, number>();
  for (const fact of timeline) {
    if (isDone(fact) && isHarm(fact.type)) counts.set(fact.type, (counts.get(fact.type) ?? 0) + fact.articles);
  }
  const [most] = [...counts].toSorted(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
  return most === undefined ? [] : [most[0]];
}

/**
 * A short name for a person: with what it was done, when, and whom it befell.
 *
 * Of what it was done with, products stand first, but those that everybody uses last; then vulnerabilities, malware and
 * attackers; where none of them is named the type of harm has to do.
 */
export function labelOf(articles: readonly ArticleRecord[], parts: Parts): string {
  const { products, vulnerabilities, malware, organisations, period, timeline } = parts;
  const mentions = mentionsOf(articles);
  const attackers = organisations.filter(({ kind }) => kind === 'threat-group');
  const hit = organisations.filter(({ involvement }) => involvement.includes('affected'));
  const others = hit.filter(({ kind }) => kind !== 'threat-group');
  // A gang is whom it befell only where nobody else was hit.
  const affected = others.length > 0 ? others : hit;
  const special = products.filter(({ name }) => !FREQUENT.has(name));
  const tools = [special, vulnerabilities, malware, attackers, products].find(names => names.length > 0);
  const what = tools === undefined ? harmOf(timeline) : foremost(tools, mentions);
  const whom =
    affected.length > LISTED ? [`${affected.length} organisations affected`] : affected.map(({ name }) => name);
  const named = [what.join(', '), monthsOf(period), whom.join(', ')].filter(part => part !== '');
  return named.length > 0 ? named.join(' · ') : (articles[0]?.title ?? articles[0]?.id ?? '');
}
