import type { PageArticle, PageIncident, PageIndex } from '../src/model/page.ts';

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

/** What is read when the report is opened. */
export const index: PageIndex = JSON.parse(textOf('index'));

let articleLines: readonly string[] | undefined;
let incidentLines: readonly string[] | undefined;

/** The details of an article, by its position in the index; they are parsed only now. */
export function articleAt(position: number): PageArticle {
  articleLines ??= textOf('articles').split('\n');
  return JSON.parse(articleLines[position] ?? 'null');
}

/** The details of an incident, by its position in the index. */
export function incidentAt(position: number): PageIncident {
  incidentLines ??= textOf('incidents').split('\n');
  return JSON.parse(incidentLines[position] ?? 'null');
}

export const articlePosition: ReadonlyMap<string, number> = new Map(index.articles.map(({ id }, i) => [id, i]));
export const incidentPosition: ReadonlyMap<string, number> = new Map(index.incidents.map(({ id }, i) => [id, i]));

/** Phases in the order of an incident's course. */
export const PHASES = [
  'discovery',
  'warning',
  'attack',
  'exposure',
  'extortion',
  'attribution',
  'impact',
  'containment',
  'mitigation',
  'investigation',
  'notification',
  'coordination',
  'decision',
  'recovery',
  'follow-up',
] as const;

const LANGUAGES: Readonly<Record<string, string>> = { nl: 'Dutch', en: 'English', und: 'not known' };
export const languageName = (code: string): string => LANGUAGES[code] ?? code;

/** How true something is told to be, in words; empty if it simply happened. */
export function factuality(one: {
  readonly polarity: string;
  readonly certainty: string;
  readonly status: string;
}): readonly string[] {
  const words = [
    ...(one.polarity === 'negated' ? ['negated'] : []),
    ...(one.status === 'occurred' ? [] : [one.status === 'unknown' ? 'not known whether it happened' : one.status]),
    ...(one.certainty === 'certain' ? [] : [one.certainty === 'unknown' ? 'certainty unknown' : one.certainty]),
  ];
  // Something possible may be possible both in its status and in its certainty.
  return [...new Set(words)];
}

/** The sign that stands for how true something is: it happened, it did not, or it is only planned, advised or possible. */
export type Truth = 'happened' | 'negated' | 'open';
export function truthOf({ polarity, status }: { readonly polarity: string; readonly status: string }): Truth {
  if (polarity === 'negated') return 'negated';
  return status === 'occurred' || status === 'ongoing' ? 'happened' : 'open';
}
