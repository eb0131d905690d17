import {
  addMonths,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isoDay,
  isoMonth,
  isoWeekName,
  isoYear,
  weekdayOf,
} from '../model/calendar.ts';
import type { Precision } from '../model/mention.ts';
import type { TimeModifier } from '../model/time.ts';

/** A value resolved from one reference day. */
export interface Point {
  readonly value: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: Precision | null;
  /** What is left of the value when two reference days disagree. */
  readonly mask: string;
}

/** A value with its bounds. */
export function point(value: string, earliest: number | null, latest: number | null, precision: Precision): Point {
  return { value, earliest, latest, precision, mask: value };
}

/** A day. */
export function dayPoint(day: number): Point {
  return { ...point(isoDay(day), day, day, 'day'), mask: isoDay(day) };
}

/** The week of a day. */
export function weekPoint(day: number): Point {
  const monday = day - weekdayOf(day) + 1;
  return { ...point(isoWeekName(monday), monday, monday + 6, 'week'), mask: 'XXXX-WXX' };
}

/** The weekend of the week of a day. */
export function weekendPoint(day: number): Point {
  const monday = day - weekdayOf(day) + 1;
  return { ...point(`${isoWeekName(monday)}-WE`, monday + 5, monday + 6, 'weekend'), mask: 'XXXX-WXX-WE' };
}

/** A month. */
export function monthPoint(year: number, month: number): Point {
  return point(
    isoMonth(year, month),
    dayNumber(year, month, 1),
    dayNumber(year, month, daysInMonth(year, month)),
    'month',
  );
}

/** A year. */
export function yearPoint(year: number): Point {
  return point(isoYear(year), dayNumber(year, 1, 1), dayNumber(year, 12, 31), 'year');
}

/** The months of a year from one on. */
function monthsPoint(year: number, first: number, count: number, name: string, precision: Precision): Point {
  const end = addMonths(year, first, count - 1);
  return point(
    `${isoYear(year)}-${name}`,
    dayNumber(year, first, 1),
    dayNumber(end.year, end.month, daysInMonth(end.year, end.month)),
    precision,
  );
}

/** A quarter (1-4). */
export function quarterPoint(year: number, quarter: number): Point {
  return monthsPoint(year, quarter * 3 - 2, 3, `Q${quarter}`, 'quarter');
}

/** A half (1 or 2). */
export function halfPoint(year: number, half: number): Point {
  return monthsPoint(year, half * 6 - 5, 6, `H${half}`, 'half');
}

/** A season by its first month; winter runs into the next year. */
export function seasonPoint(year: number, season: string, firstMonth: number): Point {
  return monthsPoint(year, firstMonth, 3, season, 'season');
}

/** Begin, middle and end are the thirds of a month (days 1-10, 11-20, 21-end) or a year (four months each). */
export function thirds(whole: Point, edge: TimeModifier | null, unit: 'month' | 'year'): Point {
  if (edge === null || whole.earliest === null || whole.latest === null) return whole;
  if (unit === 'month') {
    const first = whole.earliest;
    if (edge === 'START') return { ...whole, latest: first + 9 };
    return edge === 'MID' ? { ...whole, earliest: first + 10, latest: first + 19 } : { ...whole, earliest: first + 20 };
  }
  const { year } = fromDayNumber(whole.earliest);
  if (edge === 'START') return { ...whole, latest: dayNumber(year, 4, 30) };
  return edge === 'MID'
    ? { ...whole, earliest: dayNumber(year, 5, 1), latest: dayNumber(year, 8, 31) }
    : { ...whole, earliest: dayNumber(year, 9, 1) };
}

/** The components, from the left, on which two values of one form agree; the rest as X. What time of the day both tell stays. */
export function commonPrefix(a: string, b: string): string {
  const [left = '', clock] = a.split('T');
  const [right = '', other] = b.split('T');
  const parts = right.split('-');
  let same = true;
  const day = left
    .split('-')
    .map((part, i) => {
      same &&= part === parts[i];
      return same ? part : part.replace(/\d/g, 'X');
    })
    .join('-');
  return clock !== undefined && clock === other ? `${day}T${clock}` : day;
}
