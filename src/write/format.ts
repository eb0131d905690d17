import type { ArticleRecord } from '../model/record.ts';
import { table } from './table.ts';

/** The forms in which records can be written. */
export type Format = 'jsonl' | 'json' | 'pretty' | 'table';

/** Turns records into text, one at a time. */
export interface Formatter {
  readonly add: (record: ArticleRecord) => string;
  /** What follows the last record. */
  readonly end: () => string;
}

/**
 * A formatter: `jsonl` a line per record, `json` one list, `pretty` indented records one after the other, `table` a row
 * per article with what was counted in it. Only a table keeps anything until the end: its rows.
 */
export function formatter(format: Format): Formatter {
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
          rows.push(rowOf(record));
          return '';
        },
        end: () => table(HEAD, rows),
      };
    }
  }
}

const HEAD = [
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
];

function rowOf(record: ArticleRecord): readonly string[] {
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
}
