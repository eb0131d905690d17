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

/**
 * A formatter: `jsonl` a line per record, `json` one list, `pretty` indented records one after the other, `table` a row
 * per record with what was counted in it. Only a table keeps anything until the end: its rows.
 */
export function formatter<Item>(format: Format, { head, row }: Columns<Item>): Formatter<Item> {
  switch (format) {
    case 'jsonl':
      return { add: record => `${JSON.stringify(record)}\n`, end: () => '' };
    case 'pretty':
      return { add: record => `${JSON.stringify(record, null, 2)}\n`, end: () => '' };
    case 'json': {
      let count = 0;
      return {
        add(record) {
          count += 1;
          return `${count === 1 ? '[\n' : ',\n'}${JSON.stringify(record)}`;
        },
        end: () => (count === 0 ? '[]\n' : '\n]\n'),
      };
    }
    case 'table': {
      const rows: (readonly string[])[] = [];
      return {
        add(record) {
          rows.push(row(record));
          return '';
        },
        end: () => table(head, rows),
      };
    }
  }
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
