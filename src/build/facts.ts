import { stringify } from 'csv-stringify/sync';
import type { ActionRecord, ArticleRecord } from '../model/record.ts';

/** A column of facts.csv, as its head, its datapackage.json and its rows need it. */
export interface Column {
  readonly name: string;
  /** Field type of the Table Schema. */
  readonly type: 'string' | 'date' | 'integer';
  readonly means: string;
  /** Whether every row has it. */
  readonly always: boolean;
}

interface Row {
  readonly article: ArticleRecord;
  readonly action: ActionRecord;
  readonly incident: string | null;
}

type Value = string | number | null | undefined;

interface Cell extends Column {
  readonly of: (row: Row) => Value;
}

/**
 * A cell that no spreadsheet takes for a formula: text that begins like one, even behind blanks or in the wide letters of
 * East Asia, gets an apostrophe in front. csv-stringify has an option for it, but that one passes blanks and wide letters.
 */
const harmless = (value: Value): Value =>
  typeof value === 'string' && /^\s*[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;

/** Several names in one cell; names hold no line breaks there. */
const SEPARATOR = '; ';

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const names = (list: readonly { readonly name: string }[]): string =>
  [...new Set(list.map(({ name }) => oneLine(name)))].join(SEPARATOR);

function column(
  name: string,
  means: string,
  of: Cell['of'],
  { type = 'string', always = false }: Partial<Pick<Column, 'type' | 'always'>> = {},
): Cell {
  return { name, type, means, always, of };
}

const whole = { always: true } as const;
const day = { type: 'date' } as const;
const figure = { type: 'integer', always: true } as const;

const CELLS: readonly Cell[] = [
  column('article', 'Id of the article in articles.jsonl.', row => row.article.id, whole),
  column('action', 'Id of the action in that article.', row => row.action.id, whole),
  column('incident', 'Id of the incident in incidents.jsonl; empty if the article tells of none.', row => row.incident),
  column('path', 'Path that the article was read from.', row => row.article.source.path, whole),
  column('title', 'Headline of the article.', row => oneLine(row.article.title ?? '')),
  column('publisher', 'Who published the article.', row => row.article.publisher),
  column('published', 'Publication date as far as it is known.', row => row.article.published?.value),
  column('language', 'Language of the article, ISO 639-1.', row => row.article.language.code, whole),
  column('type', 'What was done.', row => row.action.type, whole),
  column('phase', 'Group that the type belongs to.', row => row.action.phase, whole),
  column('actors', 'Who does it; several are separated by "; ".', row => names(row.action.actors)),
  column('targets', 'To whom or what it is done.', row => names(row.action.targets)),
  column('recipients', 'Who is told or given something by it.', row => names(row.action.recipients)),
  column('instruments', 'With what it is done.', row => names(row.action.instruments)),
  column('affected', 'Organisations whose system, data or service it is.', row => names(row.action.affected)),
  column('date', 'TIMEX3 value of its date; X stands for what is not known.', row => row.action.date?.value),
  column(
    'dateRelation',
    'How the action lies to that date: at, since, until, before, after.',
    row => row.action.date?.relation,
  ),
  column('earliest', 'First day that the date can be.', row => row.action.date?.earliest, day),
  column('latest', 'Last day that the date can be, inclusive.', row => row.action.date?.latest, day),
  column('polarity', 'Whether it is affirmed or negated.', row => row.action.polarity, whole),
  column('certainty', 'How sure the text, or the cited source, is of it.', row => row.action.certainty, whole),
  column(
    'status',
    'Whether it occurred, goes on, or is only planned, advised or possible.',
    row => row.action.status,
    whole,
  ),
  column('sources', 'Who is cited for it, with the stance behind the name: "Ann Marsh (states)".', row =>
    row.action.sources.map(({ name, stance }) => `${oneLine(name)} (${stance})`).join(SEPARATOR),
  ),
  column(
    'contentOf',
    'Id of the advice, order, decision or claim that it is the content of.',
    row => row.action.contentOf,
  ),
  column('trigger', 'The words that tell of it.', row => oneLine(row.action.trigger.text)),
  column('quote', 'The sentence in which they stand.', row => oneLine(row.action.sentence.text)),
  column(
    'start',
    'Where that sentence begins in the text of the article, in code points.',
    row => row.action.sentence.start,
    figure,
  ),
  column('end', 'Where that sentence ends, in code points, exclusive.', row => row.action.sentence.end, figure),
  column('rule', 'Id of the rule that found the action.', row => row.action.rule, whole),
];

/** The columns of facts.csv, in their order. */
export const COLUMNS: readonly Column[] = CELLS;

/**
 * The lines of facts.csv: one row for each action of each article, in the order of the articles; an article that was read
 * twice counts once.
 *
 * The form is RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @param incidentOf id of the incident that an article belongs to, or null
 */
export function* factsCsv(
  articles: Iterable<ArticleRecord>,
  incidentOf: (article: string) => string | null,
): Generator<string> {
  // With line ends of Windows a bare line feed in a cell would not be quoted of itself.
  const lines = (rows: readonly (readonly Value[])[]): string =>
    stringify(
      rows.map(row => row.map(harmless)),
      { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    );
  yield lines([CELLS.map(({ name }) => name)]);
  for (const article of distinct(articles)) {
    const incident = incidentOf(article.id);
    if (article.actions.length > 0) {
      yield lines(article.actions.map(action => CELLS.map(({ of }) => of({ article, action, incident }))));
    }
  }
}

/** The articles, those that were read twice only once. */
export function* distinct(articles: Iterable<ArticleRecord>): Generator<ArticleRecord> {
  const seen = new Set<string>();
  for (const article of articles) {
    if (seen.has(article.id)) continue;
    seen.add(article.id);
    yield article;
  }
}
