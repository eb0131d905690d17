import { fromDayNumber, isoDay, parseIsoDay, weekdayOf } from '../model/calendar.ts';
import type { ActionRecord } from '../model/record.ts';
import type { Days } from './evidence.ts';

/** When something was done, as one or more articles tell it. */
export interface When extends Days {
  /** TIMEX3 values that all must come true; the finest stands first. */
  readonly values: readonly string[];
}

const MASK =
  /^(?<year>[\dX]{4})-(?:W(?:\d\d|XX)-(?<weekday>[1-7]|WE)|(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)(?:T.*)?$/u;

/** Whether a day is one that a value with X in it allows, as far as weekday, month and day of the month go. */
function allows(value: string, day: number): boolean {
  if (!value.includes('X')) return true;
  const { weekday, month, day: dayOfMonth } = MASK.exec(value)?.groups ?? {};
  if (weekday === 'WE') return weekdayOf(day) > 5;
  if (weekday !== undefined) return weekdayOf(day) === Number(weekday);
  const date = fromDayNumber(day);
  if (month !== undefined && month !== 'XX' && date.month !== Number(month)) return false;
  return dayOfMonth === undefined || dayOfMonth === 'XX' || date.day === Number(dayOfMonth);
}

/** Bounds of a record as day numbers; null if there are none. */
export function daysOf(bounds: { readonly earliest: string | null; readonly latest: string | null }): Days | null {
  const first = parseIsoDay(bounds.earliest ?? '');
  const last = parseIsoDay(bounds.latest ?? '');
  return first === null || last === null ? null : { first, last };
}

/** When an action was done; null if its date bounds nothing, or only says before or after what. */
export function whenOf({ date }: Pick<ActionRecord, 'date'>): When | null {
  if (date === null || (date.relation !== 'at' && date.relation !== 'since')) return null;
  const days = daysOf(date);
  return days === null ? null : { ...days, values: [date.value] };
}

/** How many days it may be. */
export const widthOf = ({ first, last }: Days): number => last - first + 1;

/**
 * What two datings of one thing say together, or null if they cannot both be true.
 *
 * A Friday and the 17th are the Friday that is a 17th: the bounds are drawn in to days that both allow.
 */
export function intersection(a: When, b: When): When | null {
  const [fine, coarse] = widthOf(a) <= widthOf(b) ? [a, b] : [b, a];
  const values = [...new Set([...fine.values, ...coarse.values])];
  let first = Math.max(a.first, b.first);
  let last = Math.min(a.last, b.last);
  const isPossible = (day: number): boolean => values.every(value => allows(value, day));
  while (first <= last && !isPossible(first)) first += 1;
  while (first <= last && !isPossible(last)) last -= 1;
  return first > last ? null : { first, last, values };
}

/** The bounds as a record has them. */
export function boundsOf(when: When | null): { readonly earliest: string | null; readonly latest: string | null } {
  return when === null ? { earliest: null, latest: null } : { earliest: isoDay(when.first), latest: isoDay(when.last) };
}
