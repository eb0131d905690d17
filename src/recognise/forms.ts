import {
  addMonths,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isCalendarDay,
  isoDay,
  isoYear,
  mondayOfWeek,
  weekdayOf,
} from '../model/calendar.ts';
import { holidayDay, holidayNamed } from '../model/holidays.ts';
import type { Spoken } from '../model/language.ts';
import type { Precision } from '../model/mention.ts';
import type { Expression, TimeModifier } from '../model/time.ts';
import {
  dayPoint,
  halfPoint,
  monthPoint,
  type Point,
  point,
  quarterPoint,
  seasonPoint,
  thirds,
  weekendPoint,
  weekPoint,
  yearPoint,
} from './point.ts';
import type { Direction } from './tense.ts';
import { clockValue, countOf, number, two } from './timex.ts';

/** What an expression is resolved by beside the day that it is counted from. */
export interface Frame {
  readonly direction: Direction;
  readonly source: Spoken;
  /** The year that the text has fixed for dates that do not say theirs. */
  readonly year: number | null;
  /** The last day from which the expression may be counted: what is told as past cannot lie behind it. */
  readonly latest: number | null;
  /** How many days behind it a day told in the past may lie all the same: "they set 16 February as the deadline". */
  readonly slack: number;
  /** The precision of the date that is counted from: a week after a day is a day. */
  readonly told: Precision | null;
  /** The weekday of the date that is counted from, where only that is known of it. */
  readonly weekday: number | null;
  /** Minutes of the clock time that is counted from. */
  readonly clock: number | null;
}

/** A year as written; two digits are those of 1970 to 2069. */
const fullYear = (value: string | number | undefined): number | null => {
  const year = number(value);
  if (year === null) return null;
  return year < 100 && String(value).length <= 2 ? (year < 70 ? 2000 + year : 1900 + year) : year;
};

/** The year that an expression says; the first month of "November to February 2021" is of the year before. */
function yearOf(expression: Expression): number | null {
  const year = fullYear(expression.year);
  const [month, until] = [number(expression.month), number(expression.before)];
  return year !== null && month !== null && until !== null && month > until ? year - 1 : year;
}

/** The third of a month or year that an edge names: START, MID, END. */
export const edgeOf = (value: string | undefined): TimeModifier | null =>
  value === 'START' || value === 'MID' || value === 'END' ? value : null;

const stepOf = (value: string | undefined, otherwise = 0): number => {
  const n = number(value);
  return n === null ? otherwise : n;
};

/** Whether units are counted back: "geleden", "earlier". */
export const countsBack = (expression: Expression, source: Spoken): boolean =>
  expression.step === -1 || source.groups.earlier.includes(String(expression.value ?? ''));

/** The word that stands for "last" among ordinals. */
const LAST = 99;
const CLOCK_UNIT = /^(?:H|MIN|S)$/;
const DAY_PART = /^(?:MO|AF|EV|NI)$/;
const MINUTES: Readonly<Record<string, number>> = { H: 60, MIN: 1, S: 1 / 60 };
const MASKS: Readonly<Record<string, readonly [string, Precision]>> = {
  D: ['XXXX-XX-XX', 'day'],
  W: ['XXXX-WXX', 'week'],
  WE: ['XXXX-WXX-WE', 'weekend'],
  M: ['XXXX-XX', 'month'],
  Y: ['XXXX', 'year'],
  Q: ['XXXX-QX', 'quarter'],
  NI: ['XXXX-XX-XX', 'day'],
  H: ['XXXX-XX-XX', 'day'],
  MIN: ['XXXX-XX-XX', 'day'],
};

/**
 * Resolve an expression from one day.
 *
 * @param r the day that it is counted from, as a day number; null if none is known
 * @returns null if the expression names no possible date
 */
export function resolveForm(expression: Expression, r: number | null, frame: Frame): Point | null {
  switch (expression.form) {
    case 'day':
      return resolveDay(expression, r, frame);
    case 'day-of-month':
      return resolveDayOfMonth(expression, r);
    case 'month':
      return resolveMonth(expression, r, frame);
    case 'year': {
      const year = fullYear(expression.year);
      return year === null ? null : thirds(yearPoint(year), edgeOf(expression.edge), 'year');
    }
    case 'era':
      return point('XXXX', null, null, 'year');
    case 'decade':
      return resolveDecade(expression);
    case 'century': {
      const ordinal = number(expression.number);
      const century =
        ordinal !== null
          ? ordinal - 1
          : r === null
            ? null
            : Math.floor(fromDayNumber(r).year / 100) + stepOf(String(expression.count ?? 0));
      return century === null || century < 0
        ? null
        : point(two(century), dayNumber(century * 100, 1, 1), dayNumber(century * 100 + 99, 12, 31), 'century');
    }
    case 'week': {
      const week = number(expression.number);
      const year = fullYear(expression.year) ?? frame.year ?? (r === null ? null : fromDayNumber(r).year);
      if (week === null || week < 1 || week > 53) return null;
      if (year === null) return point(`XXXX-W${two(week)}`, null, null, 'week');
      const monday = mondayOfWeek(year, week);
      return point(`${isoYear(year)}-W${two(week)}`, monday, monday + 6, 'week');
    }
    case 'quarter':
    case 'half':
      return resolvePartOfYear(expression, r, frame);
    case 'nth':
      return resolveNth(expression, r, frame);
    case 'season':
      return resolveSeason(expression, r, frame);
    case 'weekday':
      return resolveWeekday(expression, r, frame);
    case 'weekday-of-week': {
      const weekday = number(expression.weekday);
      if (weekday === null) return null;
      if (r === null) return point(`XXXX-WXX-${weekday}`, null, null, 'day');
      return { ...dayPoint(r - weekdayOf(r) + 7 * stepOf(expression.edge) + weekday), mask: `XXXX-WXX-${weekday}` };
    }
    case 'night-between':
      return resolveNight(expression, r, frame);
    case 'relative-day': {
      const count = number(String(expression.count ?? 0)) ?? 0;
      return r === null ? point('XXXX-XX-XX', null, null, 'day') : dayPoint(r + count);
    }
    case 'clock':
      return r === null ? point('', null, null, 'minute') : dayPoint(r);
    case 'unit':
      return resolveUnit(expression, r, frame);
    case 'ago':
      return resolveAgo(expression, r, frame);
    case 'holiday':
      return resolveHoliday(expression, r, frame);
    default:
      return null;
  }
}

function resolveDay(expression: Expression, r: number | null, frame: Frame): Point | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(String(expression.day));
  const day = dotted ? Number(dotted[1]) : number(expression.day);
  const month = dotted ? Number(dotted[2]) : number(expression.month);
  if (day === null || month === null) return null;
  const year = dotted ? Number(dotted[3]) : yearOf(expression);
  const at = (y: number): Point | null =>
    isCalendarDay(y, month, day) ? weekendOf(dayPoint(dayNumber(y, month, day)), expression) : null;
  if (year !== null) return at(year);
  if (!isCalendarDay(2020, month, day)) return null;
  if (frame.year !== null) return at(frame.year);
  if (r === null) return point(`XXXX-${two(month)}-${two(day)}`, null, null, 'day');
  const own = fromDayNumber(r).year;
  if (expression.edge !== undefined && /^-?[01]$/.test(expression.edge)) return at(own + Number(expression.edge));
  const choices = [own - 1, own, own + 1].filter(y => isCalendarDay(y, month, day)).map(y => dayNumber(y, month, day));
  const weekday = Number.parseInt(String(expression.weekday ?? ''), 10);
  const fitting = choices.filter(choice => weekdayOf(choice) === weekday);
  const likely = fitting.length > 0 ? fitting : choices;
  const nearest = likely.toSorted((a, b) => Math.abs(a - r) - Math.abs(b - r))[0];
  const chosen = nearestOf(likely, nearest, r, frame);
  return chosen === undefined ? null : weekendOf(dayPoint(chosen), expression);
}

/** The nearest day, but not before publication what is told as to come, nor behind it what is told as past. */
function nearestOf(
  choices: readonly number[],
  nearest: number | undefined,
  r: number,
  frame: Frame,
): number | undefined {
  if (frame.direction === 'future') return choices.find(choice => choice >= r && choice - r <= 270) ?? nearest;
  if (frame.direction !== 'past' || frame.latest === null || nearest === undefined) return nearest;
  const { latest } = frame;
  return nearest > latest + frame.slack ? (choices.findLast(choice => choice <= latest) ?? nearest) : nearest;
}

function weekendOf(day: Point, expression: Expression): Point {
  return expression.unit !== 'WE' || day.earliest === null ? day : weekendPoint(day.earliest);
}

/** "The 31st": a day of the month that was told of. */
function resolveDayOfMonth(expression: Expression, r: number | null): Point | null {
  const day = number(expression.day);
  if (day === null || day < 1 || day > 31) return null;
  if (r === null) return point(`XXXX-XX-${two(day)}`, null, null, 'day');
  const { year, month } = fromDayNumber(r);
  return isCalendarDay(year, month, day) ? dayPoint(dayNumber(year, month, day)) : null;
}

function resolveMonth(expression: Expression, r: number | null, frame: Frame): Point | null {
  const month = number(expression.month);
  if (month === null || month < 1 || month > 12) return null;
  const year = yearOf(expression) ?? frame.year ?? (r === null ? null : monthYear(expression, month, r, frame));
  return year === null
    ? point(`XXXX-${two(month)}`, null, null, 'month')
    : thirds(monthPoint(year, month), edgeOf(expression.edge), 'month');
}

/** The year of a month that does not say it; `value` is -1, 0 or 1 for last, this and next month or, with unit Y, year. */
function monthYear(expression: Expression, month: number, r: number, { direction, source }: Frame): number {
  const { year, month: own } = fromDayNumber(r);
  const step = number(expression.value);
  if (expression.unit === 'Y') return year + (step ?? 0);
  // "The following March" and "the previous March" than the date told last.
  if (expression.unit === 'T')
    return countsBack(expression, source) ? (month < own ? year : year - 1) : month > own ? year : year + 1;
  if (step === -1) return month < own ? year : year - 1;
  if (step === 0) return year;
  if (step === 1) return month > own ? year : year + 1;
  if (direction === 'future') return month >= own ? year : year + 1;
  // "Put off until January", "not patched until November", "appears in June": whichever is nearer.
  if (direction === 'deadline' || direction === 'announced')
    return month - own > 6 ? year - 1 : own - month > 6 ? year + 1 : year;
  return month <= own ? year : year - 1;
}

/** Early, mid and late are the years 0-3, 4-6 and 7-9 of a decade. */
function resolveDecade(expression: Expression): Point | null {
  const digits = Number.parseInt(String(expression.number), 10);
  if (Number.isNaN(digits)) return null;
  const decade = digits < 10 ? 190 + digits : digits < 100 ? 190 + Math.floor(digits / 10) : Math.floor(digits / 10);
  const edge = edgeOf(expression.edge);
  const first = edge === 'MID' ? 4 : edge === 'END' ? 7 : 0;
  const last = edge === 'START' ? 3 : edge === 'MID' ? 6 : 9;
  return point(
    String(decade).padStart(3, '0'),
    dayNumber(decade * 10 + first, 1, 1),
    dayNumber(decade * 10 + last, 12, 31),
    'decade',
  );
}

function resolvePartOfYear(expression: Expression, r: number | null, frame: Frame): Point | null {
  const { form } = expression;
  const which = number(expression.number);
  const last = form === 'quarter' ? 4 : 2;
  if (which === null || (which > last && which !== LAST)) return null;
  const part = which === LAST ? last : which;
  if (form === 'half' && expression.month !== undefined) {
    const month = resolveMonth(expression, r, frame);
    if (month?.earliest == null || month.latest === null) return month;
    return part === 1
      ? { ...month, latest: month.earliest + 14 }
      : { ...month, earliest: Math.min(month.latest, month.earliest + 15) };
  }
  const own = fullYear(expression.year) ?? frame.year;
  const year = own ?? (r === null ? null : fromDayNumber(r).year + stepOf(expression.edge));
  if (year === null)
    return point(`XXXX-${form === 'quarter' ? 'Q' : 'H'}${part}`, null, null, form === 'half' ? 'half' : 'quarter');
  const made = form === 'quarter' ? quarterPoint(year, part) : halfPoint(year, part);
  // "The third quarter" told in February was that of last year.
  const passed = own === null && expression.edge === undefined && r !== null && frame.direction !== 'future';
  if (!passed || made.earliest === null || made.earliest <= r) return made;
  return form === 'quarter' ? quarterPoint(year - 1, part) : halfPoint(year - 1, part);
}

/**
 * The nth weekday, weekend, week or day of a month, or the first months of a year.
 *
 * Days and weekends are exact; weeks and months have the value of their whole with narrower bounds, as the thirds have.
 */
function resolveNth(expression: Expression, r: number | null, frame: Frame): Point | null {
  const nth = number(expression.number);
  const count = number(expression.count) ?? 1;
  const unit = String(expression.unit ?? 'D');
  if (nth === null) return null;
  const ofYear = expression.month === undefined && expression.until !== 'month';
  const whole = ofYear ? yearOf() : monthOf();
  if (whole === null || whole.earliest === null || whole.latest === null) return whole;
  const { earliest: first, latest: last } = whole;
  const weekday = number(expression.weekday);
  if (weekday !== null) {
    const day =
      nth === LAST
        ? last - ((weekdayOf(last) - weekday + 7) % 7)
        : first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
    return day > last ? null : dayPoint(day);
  }
  if (unit === 'WE') {
    const saturday =
      nth === LAST ? last - ((weekdayOf(last) - 6 + 7) % 7) : first + ((6 - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
    return saturday > last ? null : weekendPoint(saturday);
  }
  if (unit === 'D' && count === 1) {
    const day = nth === LAST ? last : first + nth - 1;
    return day > last ? null : dayPoint(day);
  }
  if (unit === 'M') return monthsOf(first, nth, count);
  const days = (unit === 'W' ? 7 : 1) * count;
  if (nth === LAST) return { ...whole, earliest: Math.max(first, last - days + 1) };
  const from = first + (nth - 1) * days;
  return from > last ? null : { ...whole, earliest: from, latest: Math.min(last, from + days - 1) };

  function monthOf(): Point | null {
    if (expression.month !== undefined) return resolveMonth(expression, r, frame);
    return resolveUnit({ form: 'unit', unit: 'M', step: stepOf(expression.edge) }, r, frame);
  }
  function yearOf(): Point | null {
    const year = fullYear(expression.year) ?? frame.year;
    if (year !== null) return yearPoint(year);
    return resolveUnit({ form: 'unit', unit: 'Y', step: stepOf(expression.edge) }, r, frame);
  }
}

/** The first (or last, or second) months of the year that begins on a day. */
function monthsOf(first: number, nth: number, count: number): Point | null {
  const { year } = fromDayNumber(first);
  const from = nth === LAST ? 13 - count : (nth - 1) * count + 1;
  if (from < 1 || from + count - 1 > 12 || !Number.isInteger(count)) return null;
  if (count === 3 && from % 3 === 1) return quarterPoint(year, (from + 2) / 3);
  if (count === 6 && from % 6 === 1) return halfPoint(year, from === 1 ? 1 : 2);
  if (count === 1) return monthPoint(year, from);
  return {
    ...yearPoint(year),
    earliest: dayNumber(year, from, 1),
    latest: dayNumber(year, from + count - 1, daysInMonth(year, from + count - 1)),
  };
}

function resolveSeason(expression: Expression, r: number | null, frame: Frame): Point | null {
  const season = String(expression.season);
  const firstMonth = { SP: 3, SU: 6, FA: 9, WI: 12 }[season];
  if (firstMonth === undefined) return null;
  const own = fullYear(expression.year) ?? frame.year;
  if (own !== null) return seasonPoint(own, season, firstMonth);
  if (r === null) return point(`XXXX-${season}`, null, null, 'season');
  const { year } = fromDayNumber(r);
  const latest = dayNumber(year, firstMonth, 1) <= r ? year : year - 1;
  const running = (seasonPoint(latest, season, firstMonth).latest ?? r) >= r;
  // "Last summer", told in July, is that of a year ago; "next winter", told in January, the one to come.
  const step = expression.edge === undefined ? null : stepOf(expression.edge);
  if (step === -1) return seasonPoint(running ? latest - 1 : latest, season, firstMonth);
  if (step === 1) return seasonPoint(latest + 1, season, firstMonth);
  if (step === 0) return seasonPoint(running ? latest : year, season, firstMonth);
  return seasonPoint(frame.direction === 'future' && !running ? latest + 1 : latest, season, firstMonth);
}

function resolveWeekday(expression: Expression, r: number | null, frame: Frame): Point | null {
  const weekday = number(expression.weekday);
  if (weekday === null) return null;
  const mask = `XXXX-WXX-${weekday}`;
  if (r === null) return point(mask, null, null, 'day');
  const step = expression.edge === undefined ? null : stepOf(expression.edge);
  const back = (weekdayOf(r) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(r) + 7) % 7;
  const { direction } = frame;
  const named = expression.value === undefined ? null : String(expression.value);
  const backwards = step === -1 || (named !== null && frame.source.groups.earlier.includes(named));
  if (backwards) return { ...dayPoint(r - (back === 0 ? 7 : back)), mask };
  if (step === 1 || named !== null) return { ...dayPoint(r + (ahead === 0 ? 7 : ahead)), mask };
  const forwards = direction === 'future' || direction === 'announced';
  return { ...dayPoint(forwards ? r + ahead : r - back), mask };
}

function resolveNight(expression: Expression, r: number | null, frame: Frame): Point | null {
  const day = number(expression.day);
  const month = number(expression.month);
  if (expression.holiday !== undefined) return nightOf(resolveHoliday(expression, r, frame));
  if (day !== null && month !== null) {
    const { year } = expression;
    return nightOf(resolveDay({ form: 'day', day, month, ...(year === undefined ? {} : { year }) }, r, frame));
  }
  const weekday = number(expression.weekday);
  if (weekday === null) return null;
  if (r === null) return point(`XXXX-WXX-${weekday}TNI`, null, null, 'part-of-day');
  const back = (weekdayOf(r) - weekday + 7) % 7;
  const forwards = frame.direction === 'future' || frame.direction === 'announced';
  const first = forwards ? r + ((weekday - weekdayOf(r) + 7) % 7) : r - (back === 0 ? 7 : back);
  return nightOf({ ...dayPoint(first), mask: `XXXX-WXX-${weekday}` });
}

/** The night that begins on a day; it ends on the next. */
function nightOf(first: Point | null): Point | null {
  if (first === null) return null;
  const value = first.value.replace(/T.*/s, '');
  return {
    ...first,
    value: `${value}TNI`,
    mask: `${first.mask.replace(/T.*/s, '')}TNI`,
    latest: first.latest === null ? null : first.latest + 1,
    precision: 'part-of-day',
  };
}

function resolveUnit(expression: Expression, r: number | null, frame: Frame): Point | null {
  const unit = String(expression.unit);
  const step = expression.step ?? (expression.edge === undefined ? null : stepOf(expression.edge));
  const whole = wholeUnit(unit, step, r, frame);
  if (whole === null) return null;
  const third = edgeOf(expression.value);
  if (third !== null && unit === 'W') return { ...whole, earliest: null, latest: null };
  const cut = third === null ? whole : thirds(whole, third, unit === 'M' ? 'month' : 'year');
  if (r === null || cut.earliest === null || cut.latest === null) return cut;
  if (expression.bounded === 'until-published')
    return { ...cut, latest: Math.max(cut.earliest, Math.min(cut.latest, r)) };
  if (expression.bounded === 'from-published')
    return { ...cut, earliest: Math.min(cut.latest, Math.max(cut.earliest, r)) };
  return cut;
}

/** A whole unit, so many steps from the one that holds a day. */
function wholeUnit(unit: string, step: number | null, r: number | null, frame: Frame): Point | null {
  if (r === null) {
    const mask = MASKS[unit];
    return mask === undefined ? null : point(mask[0], null, null, mask[1]);
  }
  const { year, month } = fromDayNumber(r);
  const by = step ?? 0;
  switch (unit) {
    case 'D':
      return dayPoint(r + by);
    case 'W':
      return weekPoint(r + 7 * by);
    case 'FN':
      return weekPoint(r + 14 * by);
    case 'WE': {
      const saturday = r - weekdayOf(r) + 6;
      if (step !== null && step !== 0) return weekendPoint(saturday + 7 * by);
      // On a Monday "the weekend" was; what is told as to come will be.
      const forwards = frame.direction === 'future' || frame.direction === 'announced';
      const near = weekdayOf(r) >= 6 || (step === 0 && weekdayOf(r) > 2);
      return weekendPoint(forwards || near ? saturday : saturday - 7);
    }
    case 'M': {
      const target = addMonths(year, month, by);
      return monthPoint(target.year, target.month);
    }
    case 'Q':
    case 'HY': {
      const length = unit === 'Q' ? 3 : 6;
      const target = addMonths(year, Math.floor((month - 1) / length) * length + 1, by * length);
      const part = Math.floor((target.month - 1) / length) + 1;
      return unit === 'Q' ? quarterPoint(target.year, part) : halfPoint(target.year, part);
    }
    case 'Y':
      return yearPoint(year + by);
    case 'DE': {
      const decade = Math.floor(year / 10) + by;
      return point(String(decade), dayNumber(decade * 10, 1, 1), dayNumber(decade * 10 + 9, 12, 31), 'decade');
    }
    case 'NI':
      return { ...dayPoint(r + by), value: `${isoDay(r + by)}TNI`, precision: 'part-of-day' };
    default:
      return null;
  }
}

/** So many units from a day: "three days ago" is a day, "two weeks ago" an ISO week, "a week later" than a day a day. */
function resolveAgo(expression: Expression, r: number | null, frame: Frame): Point | null {
  const unit = String(expression.unit ?? 'D');
  const { source } = frame;
  const fromText = expression.from === 'text';
  const same =
    source.groups.sameUnit.includes(String(expression.value ?? '')) || (expression.value === undefined && fromText);
  const sign = countsBack(expression, source) ? -1 : 1;
  const counted = countOf(expression) ?? 1;
  const count = same ? 0 : Math.round(counted) * sign;
  if (CLOCK_UNIT.test(unit)) {
    if (r === null) return wholeUnit('D', 0, r, frame);
    const minutes = counted * (MINUTES[unit] ?? 0) * sign;
    if (fromText && frame.clock !== null && expression.count !== undefined) return atClock(r, frame.clock + minutes);
    return dayPoint(r + (Math.abs(minutes) < 24 * 60 ? 0 : Math.round(minutes / (24 * 60))));
  }
  if (DAY_PART.test(unit)) {
    const day = wholeUnit('D', count, r, frame);
    return day === null
      ? null
      : { ...day, value: `${day.value}T${unit}`, mask: `${day.mask}T${unit}`, precision: 'part-of-day' };
  }
  // "A week later" than a day is a day, "two weeks later" a week as "two weeks ago" is.
  if (
    r !== null &&
    unit === 'W' &&
    fromText &&
    counted === 1 &&
    !same &&
    frame.told !== 'week' &&
    frame.told !== 'month'
  )
    return dayPoint(r + 7 * sign);
  if (r !== null && expression.count !== undefined && !Number.isInteger(counted) && unit === 'W')
    return dayPoint(r + Math.trunc(counted * 7) * sign);
  if (r !== null && unit === 'Y' && fromText && !same && frame.told === 'month') {
    const { year, month } = fromDayNumber(r);
    return monthPoint(year + count, month);
  }
  const whole = wholeUnit(unit, count, r, frame);
  if (whole === null || r === null || unit !== 'D' || frame.weekday === null || !fromText) return whole;
  return { ...whole, mask: `XXXX-WXX-${((((frame.weekday - 1 + count) % 7) + 7) % 7) + 1}` };
}

/** A clock time, in minutes from the midnight of a day on. */
function atClock(day: number, minutes: number): Point | null {
  const whole = Math.round(minutes);
  const at = day + Math.floor(whole / (24 * 60));
  const left = ((whole % (24 * 60)) + 24 * 60) % (24 * 60);
  const clock = clockValue({ form: 'clock', hour: Math.floor(left / 60), minute: left % 60 }, null);
  return clock === null ? null : { ...dayPoint(at), value: `${isoDay(at)}T${clock}`, precision: 'minute' };
}

function resolveHoliday(expression: Expression, r: number | null, frame: Frame): Point | null {
  const words = String(expression.holiday);
  const known = holidayNamed(frame.source.holidays[words] ?? words);
  if (known === null) return null;
  const weekend = expression.unit === 'WE' || known.part === 'weekend';
  const make = (y: number): Point => {
    const day = holidayDay(known.holiday, y);
    if (weekend) return weekendPoint(day - (weekdayOf(day) <= 3 ? 3 : 0));
    if (known.part === 'day') return dayPoint(day);
    const part = known.part === 'evening' ? 'EV' : 'NI';
    return { ...dayPoint(day), value: `${isoDay(day)}T${part}`, precision: 'part-of-day' };
  };
  const own = fullYear(expression.year) ?? frame.year;
  if (own !== null) return make(own);
  if (r === null) return point('XXXX-XX-XX', null, null, 'day');
  const { year } = fromDayNumber(r);
  const step = expression.edge === undefined ? null : stepOf(expression.edge);
  const choices = [year - 1, year, year + 1].map(make);
  const at = (one: Point): number => one.earliest ?? 0;
  if (step === 1) return choices.find(choice => at(choice) > r) ?? null;
  if (step === -1) return choices.findLast(choice => at(choice) < r) ?? null;
  if (step === 0) return make(year);
  const days = choices.map(at);
  const nearest = days.toSorted((a, b) => Math.abs(a - r) - Math.abs(b - r))[0];
  const chosen = nearestOf(days, nearest, r, frame);
  return choices.find(choice => at(choice) === chosen) ?? null;
}
