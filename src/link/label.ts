import type { ArticleRecord, IncidentRecord } from '../model/record.ts';

type Parts = Pick<IncidentRecord, 'period' | 'products' | 'vulnerabilities' | 'malware' | 'organisations'>;
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
  for (const { products, vulnerabilities, malware } of articles) {
    for (const { name, mentions } of [...products, ...vulnerabilities, ...malware]) {
      counts.set(name, (counts.get(name) ?? 0) + mentions.length);
    }
  }
  return counts;
}

/**
 * A short name for a person: with what it was done, when, and whom it befell.
 *
 * Products stand first, then vulnerabilities or malware where no product is named; an incident without any is called
 * after its type.
 */
export function labelOf(articles: readonly ArticleRecord[], parts: Parts): string {
  const mentions = mentionsOf(articles);
  const affected = parts.organisations.filter(({ involvement }) => involvement.includes('affected'));
  const tools = [parts.products, parts.vulnerabilities, parts.malware].find(names => names.length > 0) ?? [];
  const what = foremost(tools, mentions).join(', ');
  const whom =
    affected.length === 0
      ? ''
      : affected.length <= LISTED
        ? affected.map(({ name }) => name).join(', ')
        : `${affected.length} organisations affected`;
  const parts_ = [what, monthsOf(parts.period), whom].filter(part => part !== '');
  return parts_.length > 0 ? parts_.join(' · ') : `${articles[0]?.title ?? articles[0]?.id ?? ''}`;
}
