import type { ArticleRecord } from '../model/record.ts';

/** What is counted while records are written. */
export interface Tally {
  readonly articles: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly incidents: number;
  readonly organisations: number;
  readonly products: number;
  readonly vulnerabilities: number;
  readonly dates: number;
  readonly actions: number;
}

/** A tally of nothing. */
export const NOTHING: Tally = {
  articles: 0,
  languages: {},
  incidents: 0,
  organisations: 0,
  products: 0,
  vulnerabilities: 0,
  dates: 0,
  actions: 0,
};

/** The tally with one more record. */
export function tallied(tally: Tally, record: ArticleRecord): Tally {
  const { code } = record.language;
  return {
    articles: tally.articles + 1,
    languages: { ...tally.languages, [code]: (tally.languages[code] ?? 0) + 1 },
    incidents: tally.incidents + (record.relevance.incident ? 1 : 0),
    organisations: tally.organisations + record.organisations.length,
    products: tally.products + record.products.length,
    vulnerabilities: tally.vulnerabilities + record.vulnerabilities.length,
    dates: tally.dates + record.dates.length,
    actions: tally.actions + record.actions.length,
  };
}

/** Two tallies as one. */
export function summed(one: Tally, other: Tally): Tally {
  const languages = { ...one.languages };
  for (const [code, count] of Object.entries(other.languages)) languages[code] = (languages[code] ?? 0) + count;
  return {
    articles: one.articles + other.articles,
    languages,
    incidents: one.incidents + other.incidents,
    organisations: one.organisations + other.organisations,
    products: one.products + other.products,
    vulnerabilities: one.vulnerabilities + other.vulnerabilities,
    dates: one.dates + other.dates,
    actions: one.actions + other.actions,
  };
}

/** A number with commas: 50,000. */
export const figures = (count: number): string => String(count).replace(/\d(?=(?:\d{3}){1,6}$)/gu, '$&,');

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figures(count)} ${count === 1 ? one : many}`;

/** What did not go well: inputs that gave no record, warnings about those that did, files of other formats. */
interface Troubles {
  readonly failed: number;
  readonly warned: number;
  readonly skipped: number;
}

/** The line that ends a run: "5 articles, 4 nl, 1 en · 4 incidents · 42 organisations · …". */
export function summaryLine(tally: Tally, { failed, warned, skipped }: Troubles): string {
  const languages = Object.entries(tally.languages)
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code, count]) => `, ${figures(count)} ${code}`);
  const found = [
    `${figures(tally.incidents)} about incidents`,
    counted(tally.organisations, 'organisation'),
    counted(tally.products, 'product'),
    ...(tally.vulnerabilities > 0 ? [counted(tally.vulnerabilities, 'vulnerability', 'vulnerabilities')] : []),
    counted(tally.dates, 'date'),
    counted(tally.actions, 'action'),
  ];
  const parts = [
    `${counted(tally.articles, 'article')}${languages.join('')}`,
    ...(tally.articles > 0 ? found : []),
    ...(failed > 0 ? [`${figures(failed)} failed`] : []),
    ...(warned > 0 ? [counted(warned, 'warning')] : []),
    ...(skipped > 0 ? [`${counted(skipped, 'file')} skipped`] : []),
  ];
  return parts.join(' · ');
}

/** What is counted while articles are linked. */
export interface LinkTally {
  readonly records: number;
  readonly relevant: number;
  readonly incidents: number;
  readonly copies: number;
  readonly conflicts: number;
  readonly failed: number;
}

/** The line that ends a run of link: "69 records · 61 about incidents · 54 incidents · 3 copies". */
export function linkSummaryLine({ records, relevant, incidents, copies, conflicts, failed }: LinkTally): string {
  return [
    counted(records, 'record'),
    `${figures(relevant)} about incidents`,
    counted(incidents, 'incident'),
    ...(copies > 0 ? [counted(copies, 'copy', 'copies')] : []),
    ...(conflicts > 0 ? [counted(conflicts, 'conflict')] : []),
    ...(failed > 0 ? [`${figures(failed)} failed`] : []),
  ].join(' · ');
}

/** The line that ends a build: what the folder holds, and how much of it was known from before. */
export function builtLine(folder: string, incidents: number, reused: number): string {
  const again = reused > 0 ? ` · ${counted(reused, 'article')} known from before` : '';
  return `${folder}: ${counted(incidents, 'incident')}${again}`;
}
