import {
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isCalendarDay,
  mondayOfWeek,
  parseIsoDay,
  weekdayOf,
} from '../model/calendar.ts';
import type { DateMention } from '../model/record.ts';

/** Days from `first` to `last`, as day numbers, inclusive. */
interface Period {
  readonly first: number;
  readonly last: number;
}

/** What kind of thing a TIMEX3 value is; `time` is what names a part of a day or a clock time. */
type ValueShape = 'reference' | 'duration' | 'time' | 'date';

/** The kind of a TIMEX3 value that fits the schema. */
export function shapeOf(value: string): ValueShape {
  if (value.endsWith('_REF')) return 'reference';
  if (value.startsWith('P')) return 'duration';
  return value.includes('T') ? 'time' : 'date';
}

/** The first month of each season; the season lasts three, winter into the next year. */
const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

const CALENDAR =
  /^(?<year>[\dX]{4})(?:-(?:W(?<week>\d\d|XX)(?:-(?<weekday>[1-7]|WE))?|Q(?<quarter>\d)|H(?<half>\d)|(?<season>SP|SU|FA|WI)|(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?))?(?:T.*)?$/;

/** The months from `month` on, `count` of them. */
function months(year: number, month: number, count: number): Period | null {
  if (month < 1 || month > 12) return null;
  const endYear = year + Math.floor((month + count - 2) / 12);
  const endMonth = ((month + count - 2) % 12) + 1;
  return { first: dayNumber(year, month, 1), last: dayNumber(endYear, endMonth, daysInMonth(endYear, endMonth)) };
}

/** The days of an ISO week, of its weekend, or one day of it. */
function weekPeriod(year: number, week: number, weekday: string | undefined): Period | null {
  const monday = mondayOfWeek(year, week);
  if (week < 1 || monday >= mondayOfWeek(year + 1, 1)) return null;
  if (weekday === undefined) return { first: monday, last: monday + 6 };
  if (weekday === 'WE') return { first: monday + 5, last: monday + 6 };
  const day = monday + Number(weekday) - 1;
  return { first: day, last: day };
}

/** The days that a value without any X means, or null if the calendar has no such days. */
export function wholePeriod(value: string): Period | null {
  if (/^\d{2,3}$/.test(value)) {
    const years = 10 ** (4 - value.length);
    return months(Number(value) * years, 1, 12 * years);
  }
  const groups = CALENDAR.exec(value)?.groups;
  if (!groups) return null;
  const year = Number(groups.year);
  if (groups.week !== undefined) return weekPeriod(year, Number(groups.week), groups.weekday);
  if (groups.quarter !== undefined) return months(year, Number(groups.quarter) * 3 - 2, 3);
  if (groups.half !== undefined) return months(year, Number(groups.half) * 6 - 5, 6);
  if (groups.season !== undefined) return months(year, SEASON_STARTS[groups.season] ?? 1, 3);
  if (groups.month === undefined) return months(year, 1, 12);
  const month = Number(groups.month);
  if (groups.day === undefined) return months(year, month, 1);
  if (!isCalendarDay(year, month, Number(groups.day))) return null;
  const day = dayNumber(year, month, Number(groups.day));
  return { first: day, last: day };
}

/** The finest unit that a value names; null for a masked value, whose finest unit is a matter of reading. */
export function precisionOf(value: string): DateMention['precision'] {
  if (/T\d/.test(value)) return 'minute';
  if (value.includes('T')) return 'part-of-day';
  if (value.includes('X')) return null;
  if (value.length === 2) return 'century';
  if (value.length === 3) return 'decade';
  const groups = CALENDAR.exec(value)?.groups;
  if (groups?.weekday === 'WE') return 'weekend';
  if (groups?.day !== undefined || groups?.weekday !== undefined) return 'day';
  if (groups?.week !== undefined) return 'week';
  if (groups?.quarter !== undefined) return 'quarter';
  if (groups?.half !== undefined) return 'half';
  if (groups?.season !== undefined) return 'season';
  return groups?.month === undefined ? 'year' : 'month';
}

/** Whether some day of a period passes a test; a leap day comes at least every eight years. */
function someDay(period: Period, test: (day: number) => boolean): boolean {
  const last = Math.min(period.last, period.first + 8 * 366);
  for (let day = period.first; day <= last; day += 1) if (test(day)) return true;
  return false;
}

/** Whether bounds can be those of a value with an X in it: what is known of it must come true within them. */
function maskAllows(value: string, bounds: Period): boolean {
  const groups = CALENDAR.exec(value)?.groups;
  if (!groups) return true;
  const { year = 'XXXX', month = 'XX', day = 'XX', weekday } = groups;
  if (!year.includes('X')) {
    const frame = month === 'XX' ? months(Number(year), 1, 12) : months(Number(year), Number(month), 1);
    // A week may reach over the edge of its year, a night over the end of its month.
    const slack = groups.week === undefined ? 1 : 6;
    return frame !== null && bounds.first >= frame.first - slack && bounds.last <= frame.last + slack;
  }
  return someDay(bounds, number => {
    const date = fromDayNumber(number);
    if (month !== 'XX' && date.month !== Number(month)) return false;
    if (day !== 'XX' && date.day !== Number(day)) return false;
    if (weekday === 'WE') return weekdayOf(number) > 5;
    return weekday === undefined || weekdayOf(number) === Number(weekday);
  });
}

/**
 * Whether bounds agree with the value of a DATE or TIME.
 *
 * A day has its own bounds (a night may end a day later); anything longer may be narrowed, or have none.
 */
export function valueAllows(
  value: string,
  earliest: string | null,
  latest: string | null,
): 'yes' | 'no' | 'impossible' {
  if (value.startsWith('T')) return 'yes';
  const first = parseIsoDay(earliest ?? '');
  const last = parseIsoDay(latest ?? '');
  const known = first !== null && last !== null;
  if (value.includes('X')) return !known || maskAllows(value, { first, last }) ? 'yes' : 'no';
  const whole = wholePeriod(value);
  if (whole === null) return 'impossible';
  if (!known) return whole.first === whole.last ? 'no' : 'yes';
  if (whole.first === whole.last) {
    const isNight = value.endsWith('TNI');
    return first === whole.first && (last === whole.last || (isNight && last === whole.last + 1)) ? 'yes' : 'no';
  }
  return first >= whole.first && last <= whole.last ? 'yes' : 'no';
}
