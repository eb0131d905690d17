import { hash } from 'node:crypto';
import type { ActionRecord, ArgumentRecord, ArticleRecord, MentionRecord } from '../model/record.ts';
import { PHASE_OF } from '../model/trigger.ts';
import { checkBounds, checkDate, checkPublished } from './bounds.ts';
import { type Cut, cutter } from './quotes.ts';
import type { Report } from './report.ts';

/** A quote with its offsets: the part that mentions, arguments, triggers and sentences share. */
interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An organisation, product, vulnerability or malware that arguments refer to. */
interface Entry {
  readonly kind: ArgumentRecord['kind'];
  readonly name: string;
}

const ENTRY_LISTS = [
  { key: 'organisations', kind: 'organisation' },
  { key: 'products', kind: 'product' },
  { key: 'vulnerabilities', kind: 'vulnerability' },
  { key: 'malware', kind: 'malware' },
] as const;

const ROLE_LISTS = ['actors', 'targets', 'recipients', 'instruments', 'affected'] as const;

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

/** Report the ids that an earlier item of the list has already. */
export function checkUnique(items: readonly { readonly id: string }[], at: string, report: Report): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id)) report('validate/duplicate-id', `${at}[${i}].id`, `is ${id} again`);
    seen.add(id);
  });
}

function checkOrder(record: ArticleRecord, report: Report): void {
  const check = (starts: readonly number[], at: string): void => {
    const wrong = starts.findIndex((start, i) => start < (starts[i - 1] ?? 0));
    if (wrong >= 0) report('validate/order', `${at}[${wrong}]`, 'stands before its predecessor in the text');
  };
  const startsOf = (quotes: readonly Quote[]): number[] => quotes.map(quote => quote.start);
  const firstOf = (mentions: readonly MentionRecord[]): number => Math.min(...startsOf(mentions));
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

/** Report a range of numbers that is empty. */
export function checkRange(
  range: { readonly min: number | null; readonly max: number | null },
  at: string,
  report: Report,
): void {
  if (range.min !== null && range.max !== null && range.min > range.max) {
    report('validate/value', at, `has min ${range.min} above max ${range.max}`);
  }
}

function checkQuantities(record: ArticleRecord, report: Report): void {
  const actions = new Set(record.actions.map(action => action.id));
  record.quantities.forEach((quantity, i) => {
    const at = `.quantities[${i}]`;
    checkRange(quantity, at, report);
    if (quantity.action !== null && !actions.has(quantity.action)) {
      report('validate/reference', `${at}.action`, `is ${quantity.action}, but there is no such action`, quantity);
    }
    if ((quantity.action === null) !== (quantity.role === null)) {
      report('validate/value', at, 'has only one of action and role', quantity);
    }
  });
}

function checkActions(record: ArticleRecord, report: Report): void {
  const entries = new Map<string, Entry>();
  for (const { key, kind } of ENTRY_LISTS) {
    for (const entry of record[key]) entries.set(entry.id, { kind, name: entry.name });
  }
  const dates = new Map(record.dates.map(date => [date.id, date]));
  const actions = new Set(record.actions.map(action => action.id));

  const checkArgument = (argument: ArgumentRecord, at: string): void => {
    if (argument.ref === null) return;
    const entry = entries.get(argument.ref);
    if (entry === undefined) {
      report('validate/reference', `${at}.ref`, `is ${argument.ref}, but there is no such entry`, argument);
    } else if (entry.kind !== argument.kind) {
      report('validate/reference', `${at}.ref`, `is ${argument.ref}, which is no ${argument.kind}`, argument);
    } else if (entry.name !== argument.name) {
      const names = `${JSON.stringify(argument.name)}, but ${argument.ref} is ${JSON.stringify(entry.name)}`;
      report('validate/value', `${at}.name`, `is ${names}`, argument);
    }
  };

  const checkActionDate = (action: ActionRecord, at: string): void => {
    if (action.date === null) return;
    const mention = dates.get(action.date.ref);
    if (mention === undefined) {
      report(
        'validate/reference',
        `${at}.date.ref`,
        `is ${action.date.ref}, but there is no such date`,
        action.trigger,
      );
      return;
    }
    if (action.date.value !== mention.value) {
      report(
        'validate/value',
        `${at}.date.value`,
        `is ${action.date.value}, but ${mention.id} has ${mention.value}`,
        action.trigger,
      );
    }
    if (action.date.earliest !== mention.earliest || action.date.latest !== mention.latest) {
      report('validate/bounds', `${at}.date`, `has other bounds than ${mention.id}`, action.trigger);
    }
  };

  record.actions.forEach((action, i) => {
    const at = `.actions[${i}]`;
    if (action.phase !== PHASE_OF[action.type]) {
      report(
        'validate/value',
        `${at}.phase`,
        `is ${action.phase}, but ${action.type} is ${PHASE_OF[action.type]}`,
        action.trigger,
      );
    }
    for (const role of ROLE_LISTS) {
      action[role].forEach((argument, j) => {
        checkArgument(argument, `${at}.${role}[${j}]`);
      });
    }
    action.sources.forEach((source, j) => {
      checkArgument(source, `${at}.sources[${j}]`);
      if (source.for !== null && !entries.has(source.for)) {
        report(
          'validate/reference',
          `${at}.sources[${j}].for`,
          `is ${source.for}, but there is no such organisation`,
          source,
        );
      }
    });
    if (action.contentOf !== null && (action.contentOf === action.id || !actions.has(action.contentOf))) {
      const why = action.contentOf === action.id ? 'the action itself' : 'but there is no such action';
      report('validate/reference', `${at}.contentOf`, `is ${action.contentOf}, ${why}`, action.trigger);
    }
    checkActionDate(action, at);
  });
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
