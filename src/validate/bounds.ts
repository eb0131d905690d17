import { parseIsoDay } from '../model/calendar.ts';
import type { ArticleRecord, DateMention } from '../model/record.ts';
import type { Report } from './report.ts';
import { precisionOf, shapeOf, valueAllows, wholePeriod } from './timex.ts';

/** First and last day of something, ISO days, or null for both. */
interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Report bounds of which one is missing or that stand in the wrong order; says whether they are well. */
export function checkBounds(bounds: Bounds, at: string, report: Report): boolean {
  const { earliest, latest } = bounds;
  if ((earliest === null) !== (latest === null)) {
    report('validate/bounds', at, 'has only one bound: give both or neither');
    return false;
  }
  if (earliest !== null && latest !== null && earliest > latest) {
    report('validate/bounds', at, `begins at ${earliest}, after its end ${latest}`);
    return false;
  }
  return true;
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

/** Report a publication date whose precision or bounds are not those of its value. */
export function checkPublished(published: NonNullable<ArticleRecord['published']>, at: string, report: Report): void {
  const period = wholePeriod(published.value);
  if (period === null) {
    report('validate/value', `${at}.value`, `is no date of the calendar: ${published.value}`);
    return;
  }
  const precision = precisionOf(published.value);
  if (precision !== published.precision) {
    report('validate/value', `${at}.precision`, `is ${published.precision}, but ${published.value} is a ${precision}`);
  }
  if (parseIsoDay(published.earliest) !== period.first || parseIsoDay(published.latest) !== period.last) {
    report('validate/bounds', at, `runs from ${published.earliest} to ${published.latest}: not ${published.value}`);
  }
}

/** Report a date mention whose type, value, precision and bounds do not agree. */
export function checkDate(date: DateMention, at: string, report: Report): void {
  const shape = shapeOf(date.value);
  const bounded = date.type === 'DATE' || date.type === 'TIME';
  const fits =
    shape === 'reference' ||
    date.type === 'SET' ||
    (date.type === 'DURATION'
      ? shape === 'duration'
      : shape !== 'duration' && !(date.type === 'DATE' && shape === 'time'));
  if (!fits) {
    report('validate/value', `${at}.value`, `is ${date.value}, which is no ${date.type}`, date);
    return;
  }
  if (!bounded || shape === 'reference') {
    const what = bounded ? date.value : `a ${date.type}`;
    if (date.earliest !== null || date.latest !== null) {
      report('validate/bounds', at, `has bounds, but ${what} has none`, date);
    }
    if (date.precision !== null) {
      report('validate/value', `${at}.precision`, `is ${date.precision}, but ${what} has none`, date);
    }
    return;
  }
  const precision = precisionOf(date.value);
  if (date.precision === null || (precision !== null && date.precision !== precision)) {
    const expected = precision === null ? 'DATE and TIME have one' : `${date.value} has ${precision}`;
    report('validate/value', `${at}.precision`, `is ${date.precision}, but ${expected}`, date);
  }
  if (!checkBounds(date, at, report)) return;
  const allowed = valueAllows(date.value, date.earliest, date.latest);
  if (allowed === 'impossible') {
    report('validate/value', `${at}.value`, `is no date of the calendar: ${date.value}`, date);
  } else if (allowed === 'no') {
    const bounds = date.earliest === null ? 'has no bounds' : `runs from ${date.earliest} to ${date.latest}`;
    report('validate/bounds', at, `${bounds}, which does not agree with ${date.value}`, date);
  }
}
