import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { dayNumber, fromDayNumber, isCalendarDay, parseIsoDay, weekdayOf } from '../model/calendar.ts';
import type { Document } from '../model/document.ts';
import type { DateFound, Precision } from '../model/mention.ts';
import type { Expression, TimeModifier } from '../model/time.ts';
import { NEWLINE, PUNCTUATION } from '../model/tokens.ts';
import type { TimeFound } from './dates.ts';
import { countsBack, edgeOf, type Frame, resolveForm } from './forms.ts';
import { commonPrefix, dayPoint, type Point } from './point.ts';
import { type Direction, directionAt } from './tense.ts';
import { clockValue, dayPart, durationValue, number, setValue } from './timex.ts';

/** From which days an expression is counted. */
interface Reference {
  readonly low: number | null;
  readonly high: number | null;
  readonly from: 'published' | 'text' | 'none';
}

/** The last date told, from which "two days later" and "that evening" are counted. */
interface Told extends Reference {
  readonly value: string;
  readonly precision: Precision;
  readonly weekday: number | null;
  /** A night that ends on the next day. */
  readonly night: boolean;
  /** Minutes since midnight, where a clock time was told. */
  readonly clock: number | null;
  readonly sentence: number;
}

/** The last year that the text names: "in 2023 … on 22 March". */
interface ToldYear {
  readonly year: number;
  readonly month: number | null;
  readonly sentence: number;
  /** What follows is told of that year: behind "in 2019" it is, behind "since 2019" or "the law of 2019" it is not. */
  readonly leads: boolean;
}

const NO_FRAME: Omit<Frame, 'source'> = {
  direction: null,
  year: null,
  latest: null,
  slack: 0,
  told: null,
  weekday: null,
  clock: null,
};
/** The Sunday before a week from which weekdays are counted where no week is known. */
const WEEK_BEFORE = dayNumber(2021, 2, 28);
const NO_REFERENCE: Reference = { low: null, high: null, from: 'none' };
/** What a following "two days later" can be counted from. */
const FINE: ReadonlySet<Precision | null> = new Set<Precision>(['day', 'part-of-day', 'minute', 'month', 'week']);
const JOINS = ['and', 'or', 'until'] as const;
const DAYS: ReadonlySet<Precision | null> = new Set<Precision>(['day', 'part-of-day', 'minute']);
/** How many sentences a day reaches to which a bare clock time belongs. */
const CLOCK_REACH = 2;
/** How many sentences a named year reaches. */
const YEAR_REACH = 3;
/** A day or month without year that is nearer to publication than this is not drawn to another year of the text, in days. */
const NEAR_PUBLICATION = 62;
/** How far ahead of a publication day a date without year may lie that is told with verbs of the past, in days. */
const DEADLINE_REACH = 45;
/** The same for one right behind the year, in days. */
const THESE_DAYS = 14;
/** Full dates without a publication date from which on a text is told as history. */
const HISTORY = 2;

/**
 * Resolve expressions to values and bounds.
 *
 * News rules (RECORDS.md, DateMention): a bare weekday is the latest on or before publication, or the first after it with
 * a future verb; the publication date is an interval, resolved at both ends; what the ends do not agree on is masked.
 *
 * @returns mentions in text order; expressions that name no possible date are dropped
 */
export function resolveTimes(document: Document, language: CompiledLanguage, found: readonly TimeFound[]): DateFound[] {
  const { source } = language;
  const directions = directionsOf(document, language, found);
  const published = narrowed(publicationOf(document), found, directions);
  const isHistory =
    published.low === null && found.filter(({ expression }) => isFullDate(expression)).length >= HISTORY;
  const resolved: DateFound[] = [];
  let told: Told | null = null;
  let toldYear: ToldYear | null = null;
  let habit = -1;
  for (const [i, one] of found.entries()) {
    const sentence = document.sentenceOf[one.from] ?? 0;
    const mention = resolveOne(one, directions[i] ?? null, sentence);
    if (mention === null) continue;
    resolved.push(mention);
    if (mention.type === 'SET') habit = sentence;
    if (FINE.has(mention.precision)) told = toldBy(mention, sentence) ?? told;
    const year = /^\d{4}/.exec(mention.value)?.[0];
    if (year !== undefined && mention.precision !== null && mention.anchor !== 'published')
      toldYear = { year: Number(year), month: monthIn(mention.value), sentence, leads: leadsOn(one, mention) };
  }
  return resolved;

  function resolveOne(one: TimeFound, direction: Direction, sentence: number): DateFound | null {
    const { expression } = one;
    if (expression.form === 'duration') return timeless(one, 'DURATION', durationValue(expression));
    if (expression.form === 'set') return timeless(one, 'SET', setValue(expression, source.habits));
    if (expression.form === 'vague') return timeless(one, 'DATE', String(expression.value ?? 'PRESENT_REF'));
    if (isVague(expression)) return timeless(one, 'DATE', countsBack(expression, source) ? 'PAST_REF' : 'FUTURE_REF');

    const explicit = isExplicit(expression);
    const year = explicit ? null : yearTold(expression, direction, sentence);
    const reference = explicit ? NO_REFERENCE : referenceOf(expression, opensLine(one.from), sentence);
    const copied = reference.low === null && expression.from === 'text' ? sameAsTold(expression) : null;
    const frame: Frame = {
      direction,
      source,
      year,
      latest: reference.high,
      slack: reference.low === reference.high ? DEADLINE_REACH : 0,
      told: reference.from === 'text' ? (told?.precision ?? null) : null,
      weekday: told?.weekday ?? null,
      clock: told?.clock ?? null,
    };
    const low = copied ?? resolveForm(expression, reference.low, frame);
    if (low === null) return null;
    const high = copied ?? (reference.high === reference.low ? low : resolveForm(expression, reference.high, frame));
    if (high === null) return null;
    const point = withTime(combine(low, high, expression), one, reference, sentence);
    if (point === null) return null;
    const { value, earliest, latest, precision } = point;
    return {
      from: one.from,
      to: one.to,
      start: document.tokens.start[one.from] ?? 0,
      end: document.tokens.end[one.to - 1] ?? 0,
      rule: one.rule,
      type: precision === 'part-of-day' || precision === 'minute' ? 'TIME' : 'DATE',
      value,
      modifier: one.modifier ?? thirdOf(expression),
      earliest,
      latest,
      precision,
      anchor: explicit ? 'explicit' : earliest === null ? 'none' : year === null ? reference.from : 'text',
    };
  }

  /** A mention that has no place on the calendar: a length of time, a repeated time, a vague one. */
  function timeless(one: TimeFound, type: DateFound['type'], value: string | null): DateFound | null {
    if (value === null) return null;
    return {
      from: one.from,
      to: one.to,
      start: document.tokens.start[one.from] ?? 0,
      end: document.tokens.end[one.to - 1] ?? 0,
      rule: one.rule,
      type,
      value,
      modifier: one.modifier,
      earliest: null,
      latest: null,
      precision: null,
      anchor: 'none',
    };
  }

  /** Add the part of the day or the clock time that an expression names; null for a clock time that there is not. */
  function withTime(day: Point, one: TimeFound, reference: Reference, sentence: number): Point | null {
    const { expression } = one;
    let point = day;
    const clock = expression.form === 'clock' ? expression : one.clock;
    const part = dayPart(expression) ?? (clock === null ? null : dayPart(clock));
    if (part !== null && point.precision === 'day')
      point = { ...point, value: `${point.value}T${part}`, precision: 'part-of-day' };
    if (clock === null) return point;
    const hour = clockValue(clock, part);
    if (hour === null) return expression.form === 'clock' ? null : point;
    // "Every night between 23:00 and 7:00": the hours recur as the nights do.
    const recurs = expression.form === 'clock' && habit === sentence;
    if (recurs) return { ...point, value: `XXXX-XX-XXT${hour}`, earliest: null, latest: null, precision: 'minute' };
    // "In the night from Monday to Tuesday … at a quarter past three": on Tuesday.
    if (
      expression.form === 'clock' &&
      reference === told &&
      told?.night === true &&
      point.earliest !== null &&
      hour < '12'
    )
      point = dayPoint(point.earliest + 1);
    const onDay =
      expression.form === 'clock' && reference.low === null ? '' : point.value.replace(/T(?:MO|MI|AF|EV|NI|DT)$/, '');
    return { ...point, value: `${onDay}T${hour}`, precision: 'minute' };
  }

  function referenceOf(expression: Expression, opensLine: boolean, sentence: number): Reference {
    const fromText = expression.from === 'text' || (expression.form === 'clock' && !opensLine && dayToldNear(sentence));
    if (fromText && told?.low != null) return told;
    // "Two years later" after no more than a year.
    if (fromText && toldYear !== null && /^(?:Y|M|DE)$/.test(String(expression.unit))) return daysOf(toldYear.year);
    if (published.low === null && told?.low != null && (isHistory ? fromHistory(expression) : isPartOfDate(expression)))
      return told;
    return published;
  }

  /** The times that open the entries of a live report are those of its day. */
  function opensLine(token: number): boolean {
    return ((document.tokens.shape[token] ?? 0) & NEWLINE) !== 0;
  }

  /** Whether a day was told just before, to which a bare clock time can belong. */
  function dayToldNear(sentence: number): boolean {
    const last = resolved.at(-1);
    return (
      last !== undefined &&
      DAYS.has(last.precision) &&
      last.earliest !== null &&
      sentence - (document.sentenceOf[last.from] ?? 0) <= CLOCK_REACH
    );
  }

  /**
   * The year that the text fixes for a day or month that does not say its own: the year named last, unless the
   * expression lies so near to publication that the reader takes it for a date of these weeks.
   */
  function yearTold(expression: Expression, direction: Direction, sentence: number): number | null {
    if (expression.of === 'year-told') return toldYear?.year ?? null;
    if (toldYear === null || expression.edge !== undefined) return null;
    if (!isPartOfDate(expression) || expression.value !== undefined) return null;
    const distance = sentence - toldYear.sentence;
    const near = distance <= YEAR_REACH;
    if (published.high === null) return isHistory || near ? toldYear.year : null;
    if (!near || direction === 'future' || toldYear.year >= fromDayNumber(published.high).year) return null;
    const month = number(expression.month);
    const day = number(expression.day) ?? 15;
    if (month === null) return null;
    const { year } = fromDayNumber(published.high);
    const distances = [year - 1, year, year + 1]
      .filter(y => isCalendarDay(y, month, day))
      .map(y => Math.abs(dayNumber(y, month, day) - (published.high ?? 0)));
    // "In 2023 … On 22 March": the story has just begun; "in December 2020 … on 1 December" is one month.
    const begun = distance <= 1 && toldYear.leads;
    if (begun && toldYear.month === month) return toldYear.year;
    return Math.min(...distances) <= (begun ? THESE_DAYS : NEAR_PUBLICATION) ? null : toldYear.year;
  }

  function leadsOn(one: TimeFound, { modifier, precision }: DateFound): boolean {
    return modifier === null && (precision !== 'year' || isOf(document, language.groups, one.from - 1, 'within'));
  }

  /** The day or evening of a date told without its year: "that same day", "nine days before". */
  function sameAsTold(expression: Expression): Point | null {
    if (told === null || expression.form !== 'ago') return null;
    if (told.weekday !== null) return onWeekday(expression, told.weekday);
    const found = /^XXXX-(\d\d)-(\d\d)/.exec(told.value);
    if (found === null || (expression.unit !== 'D' && !/^(?:MO|AF|EV|NI)$/.test(String(expression.unit)))) return null;
    // Counted in a year of 365 days; only what stays within the year is sure.
    const day = dayNumber(2021, Number(found[1]), Number(found[2]));
    const moved = resolveForm(expression, day, { ...NO_FRAME, source, told: told.precision });
    if (moved?.earliest == null || fromDayNumber(moved.earliest).year !== 2021) return null;
    return { ...moved, value: moved.value.replace(/^2021/, 'XXXX'), earliest: null, latest: null };
  }

  /** "The next morning" than a Sunday is a Monday's. */
  function onWeekday(expression: Expression, weekday: number): Point | null {
    // 2021-02-28 was a Sunday: any week will do.
    const moved = resolveForm(expression, WEEK_BEFORE + weekday, { ...NO_FRAME, source });
    if (moved?.earliest == null || moved.precision === 'week' || moved.precision === 'month') return null;
    const tail = /T.*/s.exec(moved.value)?.[0] ?? '';
    return { ...moved, value: `XXXX-WXX-${weekdayOf(moved.earliest)}${tail}`, earliest: null, latest: null };
  }

  /** What both ends of the reference agree on; the rest is masked and the bounds cover both. */
  function combine(low: Point, high: Point, expression: Expression): Point {
    if (low.value === high.value && low.earliest === high.earliest && low.latest === high.latest) return low;
    const earliest = low.earliest === null || high.earliest === null ? null : Math.min(low.earliest, high.earliest);
    const latest = low.latest === null || high.latest === null ? null : Math.max(low.latest, high.latest);
    const mask = low.mask === high.mask ? low.mask : commonPrefix(low.value, high.value);
    const ofTold = expression.form === 'clock' && told !== null && told.weekday !== null;
    return { ...low, value: ofTold ? `XXXX-WXX-${told?.weekday ?? ''}` : mask, earliest, latest, mask };
  }
}

/** Which way each expression looks; in "on Tuesday and Wednesday" the second looks as the first does. */
function directionsOf(document: Document, language: CompiledLanguage, found: readonly TimeFound[]): Direction[] {
  const directions: Direction[] = [];
  for (const [i, one] of found.entries()) {
    const before = found[i - 1];
    const joined =
      before !== undefined && one.from - before.to <= 2 && isJoined(document, language, before.to, one.from);
    const own = directionAt(document, language, one);
    const first = directions[i - 1] ?? null;
    directions.push(joined && own === null ? first : own);
    // "Between Tuesday and Thursday they were down": the verb stands behind the second.
    if (joined && first === null) directions[i - 1] = own;
  }
  return directions;
}

/** Whether nothing but "and", "or", "to" or a comma stands between two expressions. */
function isJoined(document: Document, language: CompiledLanguage, from: number, to: number): boolean {
  if (to <= from) return false;
  for (let i = from; i < to; i += 1) {
    const joins = JOINS.some(group => isOf(document, language.groups, i, group));
    if (!joins && document.tokens.kind[i] !== PUNCTUATION) return false;
  }
  return true;
}

/** The publication date as the days from which expressions are counted. */
function publicationOf(document: Document): Reference {
  const { published } = document.article;
  if (published === null) return NO_REFERENCE;
  return { low: parseIsoDay(published.earliest), high: parseIsoDay(published.latest), from: 'published' };
}

/** A full date that the report calls past lies before its publication: it raises the lower end of the interval. */
function narrowed(published: Reference, found: readonly TimeFound[], directions: readonly Direction[]): Reference {
  const { low, high } = published;
  if (low === null || high === null || low === high) return published;
  let raised = low;
  for (const [i, { expression, modifier }] of found.entries()) {
    if (directions[i] !== 'past' || modifier !== null || !isFullDate(expression)) continue;
    const [year, month, day] = [number(expression.year), number(expression.month), number(expression.day)];
    if (year === null || month === null || day === null || !isCalendarDay(year, month, day)) continue;
    const at = dayNumber(year, month, day);
    if (at > raised && at <= high) raised = at;
  }
  return { ...published, low: raised };
}

/** What a mention gives to those that are counted from it; null if nothing is known of it. */
function toldBy(mention: DateFound, sentence: number): Told | null {
  const { value, precision, earliest, latest } = mention;
  if (precision === null) return null;
  const weekday = /^XXXX-WXX-(\d)/.exec(value)?.[1];
  const clock = /T(\d\d):(\d\d)/.exec(value);
  // The night from Thursday to Friday is told as Thursday's.
  const night =
    value.endsWith('TNI') && earliest !== null && latest !== null && latest > earliest && !value.includes('X');
  return {
    low: earliest,
    high: latest === null ? null : night ? latest - 1 : latest,
    from: 'text',
    value,
    precision,
    weekday: weekday === undefined ? null : Number(weekday),
    night,
    clock: clock === null ? null : Number(clock[1]) * 60 + Number(clock[2]),
    sentence,
  };
}

const monthIn = (value: string): number | null => number(/^\d{4}-(\d\d)/.exec(value)?.[1]);

const daysOf = (year: number): Reference => ({
  low: dayNumber(year, 1, 1),
  high: dayNumber(year, 1, 1),
  from: 'text',
});

/** The third of a month, year or decade that an expression names. */
function thirdOf({ form, value, edge }: Expression): TimeModifier | null {
  return form === 'day' ? null : edgeOf(form === 'unit' ? value : edge);
}

/** An unknown number of units: "a few days ago", "weeks later"; "hours later" is still the day told. */
const isVague = ({ form, count, from, unit }: Expression): boolean =>
  form === 'ago' && (count === undefined ? from === 'text' && /^[DWMY]$/.test(unit ?? '') : number(count) === null);

/** A day and month, or a month, that another date of the text can give its year. */
const isPartOfDate = ({ form, year }: Expression): boolean =>
  year === undefined && (form === 'day' || form === 'month' || form === 'day-of-month');

/** What history, told without a publication date, counts from the last date told. */
const fromHistory = (expression: Expression): boolean =>
  isPartOfDate(expression) ||
  ['season', 'unit', 'half', 'quarter', 'nth', 'holiday', 'century'].includes(expression.form);

const isFullDate = ({ form, year, day }: Expression): boolean =>
  form === 'day' && (year !== undefined || /\./.test(String(day)));

function isExplicit(expression: Expression): boolean {
  if (expression.form === 'decade' || expression.form === 'era') return true;
  if (expression.form === 'century') return expression.number !== undefined;
  return isFullDate(expression) || expression.year !== undefined;
}
