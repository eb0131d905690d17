import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { table } from './table.ts';

/** The forms in which records can be written. */
export type Format = 'jsonl' | 'json' | 'pretty' | 'table';

/** Turns records into text, one at a time. */
export interface Formatter<Item> {
  readonly add: (record: Item) => string;
  /** What follows the last record. */
  readonly end: () => string;
}

/** The columns in which a table shows records. */
export interface Columns<Item> {
  readonly head: readonly string[];
  readonly row: (record: Item) => readonly string[];
}

/** What stands around records in a format, so that they can be written one by one. */
export interface Frame {
  readonly first: string;
  readonly between: string;
  readonly last: string;
  /** What is written where there is no record. */
  readonly none: string;
}

const BARE: Frame = { first: '', between: '', last: '', none: '' };

/** The frame of each format; a table keeps its rows until the end. */
export const FRAMES: Readonly<Record<Format, Frame>> = {
  jsonl: BARE,
  pretty: BARE,
  table: BARE,
  json: { first: '[\n', between: ',\n', last: '\n]\n', none: '[]\n' },
};

/** One record without what stands around it: `jsonl` a line, `pretty` indented; nothing in a table, of which it is a row. */
export function bodyOf(format: Format, record: unknown): string {
  if (format === 'table') return '';
  const text = format === 'pretty' ? JSON.stringify(record, null, 2) : JSON.stringify(record);
  return format === 'json' ? text : `${text}\n`;
}

/** A formatter of records that come one by one. Only a table keeps anything until the end: its rows. */
export function formatter<Item>(format: Format, { head, row }: Columns<Item>): Formatter<Item> {
  const { first, between, last, none } = FRAMES[format];
  const rows: (readonly string[])[] = [];
  let count = 0;
  return {
    add(record) {
      count += 1;
      if (format === 'table') rows.push(row(record));
      return (count === 1 ? first : between) + bodyOf(format, record);
    },
    end: () => (format === 'table' ? table(head, rows) : count === 0 ? none : last),
  };
}

/** An article in a row: what was counted in it. */
export const ARTICLE_COLUMNS: Columns<ArticleRecord> = {
  head: [
    'article',
    'published',
    'language',
    'incident',
    'dates',
    'organisations',
    'products',
    'vulnerabilities',
    'malware',
    'actions',
    'title',
  ],
  row(record) {
    const { path, index } = record.source;
    return [
      index === null ? path : `${path}:${index}`,
      record.published?.value ?? '',
      record.language.code,
      record.relevance.incident ? 'yes' : 'no',
      String(record.dates.length),
      String(record.organisations.length),
      String(record.products.length),
      String(record.vulnerabilities.length),
      String(record.malware.length),
      String(record.actions.length),
      record.title ?? '',
    ];
  },
};

/** An incident in a row. */
export const INCIDENT_COLUMNS: Columns<IncidentRecord> = {
  head: ['incident', 'earliest', 'latest', 'articles', 'copies', 'organisations', 'facts', 'conflicts', 'label'],
  row: ({ id, period, articles, independentArticles, organisations, timeline, conflicts, label }) => [
    id,
    period.earliest ?? '',
    period.latest ?? '',
    String(articles.length),
    String(articles.length - independentArticles),
    String(organisations.length),
    String(timeline.length),
    String(conflicts.length),
    label,
  ],
};
