import type { ActionRecord, ArgumentRecord, ArticleRecord } from '../model/record.ts';
import { PHASE_OF } from '../model/trigger.ts';
import { checkRange } from './bounds.ts';
import type { Report } from './report.ts';

/** An organisation, product, vulnerability or malware that arguments refer to. */
interface Entry {
  readonly kind: ArgumentRecord['kind'];
  readonly name: string;
}

/** The lists of a record whose entries arguments refer to, with the kind of such an argument. */
export const ENTRY_LISTS = [
  { key: 'organisations', kind: 'organisation' },
  { key: 'products', kind: 'product' },
  { key: 'vulnerabilities', kind: 'vulnerability' },
  { key: 'malware', kind: 'malware' },
] as const;

/** The lists of arguments of an action. */
export const ROLE_LISTS = ['actors', 'targets', 'recipients', 'instruments', 'affected'] as const;

/** Report quantities whose range is empty or whose action is none of the record. */
export function checkQuantities(record: ArticleRecord, report: Report): void {
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

/** Report actions whose phase is not that of their type, and references that lead nowhere. */
export function checkActions(record: ArticleRecord, report: Report): void {
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
