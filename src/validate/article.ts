import { hash } from 'node:crypto';
import type { ArticleRecord, MentionRecord } from '../model/record.ts';
import { checkActions, checkQuantities, ENTRY_LISTS, ROLE_LISTS } from './actions.ts';
import { checkDate, checkPublished } from './bounds.ts';
import { checkUnique } from './ids.ts';
import { type Cut, cutter } from './quotes.ts';
import type { Report } from './report.ts';

/** A quote with its offsets: the part that mentions, arguments, triggers and sentences share. */
interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Report everything in an article record that fits the schema and is wrong all the same. */
export function checkArticle(record: ArticleRecord, report: Report): void {
  checkText(record, report);
  checkQuotes(record, report);
  checkIds(record, report);
  checkOrder(record, report);
  if (record.published) checkPublished(record.published, '.published', report);
  record.dates.forEach((date, i) => {
    checkDate(date, `.dates[${i}]`, report);
  });
  checkQuantities(record, report);
  checkActions(record, report);
  checkLanguage(record, report);
}

function checkText({ id, text }: ArticleRecord, report: Report): void {
  if (text === undefined) return;
  const expected = `a-${hash('sha256', text, 'hex').slice(0, 16)}`;
  if (id !== expected) report('validate/text-id', '.id', `is ${id}, but the text gives ${expected}`);
}

/** Every quote must be what its offsets cut out; without the text only their order can be checked. */
function checkQuotes(record: ArticleRecord, report: Report): void {
  const cut: Cut | null = record.text === undefined ? null : cutter(record.text);
  const check = (quote: Quote, at: string): void => {
    if (quote.start >= quote.end) {
      report('validate/offset', at, `begins at ${quote.start}, but ends at ${quote.end}`, quote);
    } else if (cut !== null && cut(quote.start, quote.end) !== quote.text) {
      const found = JSON.stringify(cut(quote.start, quote.end));
      report('validate/offset', at, `quotes ${JSON.stringify(quote.text)}, but the text has ${found}`, quote);
    }
  };
  const checkAll = (quotes: readonly Quote[], at: string): void => {
    quotes.forEach((quote, i) => {
      check(quote, `${at}[${i}]`);
    });
  };
  checkAll(record.dates, '.dates');
  checkAll(record.quantities, '.quantities');
  for (const { key } of ENTRY_LISTS) {
    record[key].forEach((entry, i) => {
      checkAll(entry.mentions, `.${key}[${i}].mentions`);
    });
  }
  record.actions.forEach((action, i) => {
    const at = `.actions[${i}]`;
    check(action.trigger, `${at}.trigger`);
    check(action.sentence, `${at}.sentence`);
    for (const role of ROLE_LISTS) checkAll(action[role], `${at}.${role}`);
    checkAll(action.sources, `${at}.sources`);
  });
  record.diagnostics.forEach(({ start, end }, i) => {
    if (start !== null && end !== null && start > end) {
      report('validate/offset', `.diagnostics[${i}]`, `begins at ${start}, but ends at ${end}`);
    }
  });
}

function checkIds(record: ArticleRecord, report: Report): void {
  for (const key of [
    'dates',
    'organisations',
    'products',
    'vulnerabilities',
    'malware',
    'quantities',
    'actions',
  ] as const) {
    checkUnique(record[key], `.${key}`, report);
  }
}

function checkOrder(record: ArticleRecord, report: Report): void {
  const check = (starts: readonly number[], at: string): void => {
    const wrong = starts.findIndex((start, i) => start < (starts[i - 1] ?? 0));
    if (wrong >= 0) report('validate/order', `${at}[${wrong}]`, 'stands before its predecessor in the text');
  };
  const startsOf = (quotes: readonly Quote[]): number[] => quotes.map(quote => quote.start);
  const firstOf = (mentions: readonly MentionRecord[]): number =>
    mentions.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
  check(startsOf(record.dates), '.dates');
  check(startsOf(record.quantities), '.quantities');
  check(startsOf(record.actions.map(action => action.trigger)), '.actions');
  for (const { key } of ENTRY_LISTS) {
    check(
      record[key].map(entry => firstOf(entry.mentions)),
      `.${key}`,
    );
    record[key].forEach((entry, i) => {
      check(startsOf(entry.mentions), `.${key}[${i}].mentions`);
    });
  }
}

function checkLanguage(record: ArticleRecord, report: Report): void {
  if (record.language.supported) return;
  for (const key of [
    'dates',
    'organisations',
    'products',
    'vulnerabilities',
    'malware',
    'quantities',
    'actions',
  ] as const) {
    if (record[key].length > 0) report('validate/value', `.${key}`, 'has entries, but the language is not supported');
  }
}
