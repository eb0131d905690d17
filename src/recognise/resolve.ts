import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { FUTURE, INFINITIVE, NOUN, PARTICIPLE, PAST, PRESENT, wordBits } from '../model/bits.ts';
import {
  addMonths,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isCalendarDay,
  isoDay,
  isoYear,
  mondayOfWeek,
  parseIsoDay,
  weekdayOf,
} from '../model/calendar.ts';
import type { Document } from '../model/document.ts';
import { holidayDay, holidayNamed } from '../model/holidays.ts';
import type { DateFound, Precision } from '../model/mention.ts';
import type { Expression, TimeModifier } from '../model/time.ts';
import { PUNCTUATION } from '../model/tokens.ts';
import type { TimeFound } from './dates.ts';
import {
  commonPrefix,
  dayPoint,
  monthPoint,
  type Point,
  point,
  thirds,
  weekendPoint,
  weekPoint,
  yearPoint,
} from './point.ts';
import { clockValue, dayPart, durationValue, number, setValue, two } from './timex.ts';

/** From which days an expression is counted. */
interface Reference {
  readonly low: number | null;
  readonly high: number | null;
  readonly weekday: number | null;
  readonly from: 'published' | 'text' | 'none';
}

/** `announced`: a present tense, which tells the future of a bare weekday only. */
type Direction = 'past' | 'future' | 'announced' | null;

const HAVE_BE = wordBits('have', 'be', 'become');
const CLAUSE = wordBits('subordinator', 'coordinator');

const NO_REFERENCE: Reference = { low: null, high: null, weekday: null, from: 'none' };
const fullYear = (value: string | number | undefined): number | null => {
  const year = number(value);
  if (year === null) return null;
  return year < 100 && String(value).length <= 2 ? (year < 70 ? 2000 + year : 1900 + year) : year;
};
const edgeOf = (value: string | undefined): TimeModifier | null =>
  value === 'START' || value === 'MID' || value === 'END' ? value : null;
const stepOf = (value: string | undefined, otherwise = 0): number => {
  const n = number(value);
  return n === null ? otherwise : n;
};

/**
 * Resolve expressions to values and bounds.
 *
 * News rules (RECORDS.md, DateMention): a bare weekday is the latest on or before publication, or the first after it with
 * a future verb; the publication date is an interval, resolved at both ends; what the ends do not agree on is masked.
 *
 * @returns mentions in text order; expressions that name no possible date are dropped
 */
export function resolveTimes(document: Document, language: CompiledLanguage, found: readonly TimeFound[]): DateFound[] {
  const { groups, source } = language;
  const { published } = document.article;
  const publishedRange =
    published === null
      ? NO_REFERENCE
      : ({
          low: parseIsoDay(published.earliest),
          high: parseIsoDay(published.latest),
          weekday: null,
          from: 'published',
        } satisfies Reference);
  const resolved: DateFound[] = [];
  let told: Reference = NO_REFERENCE;
  for (const one of found) {
    const mention = resolveOne(one);
    if (mention === null) continue;
    resolved.push(mention);
    if (
      mention.earliest !== null &&
      mention.latest !== null &&
      (mention.precision === 'day' ||
        mention.precision === 'part-of-day' ||
        mention.precision === 'minute' ||
        mention.precision === 'month' ||
        mention.precision === 'week')
    ) {
      const weekday = /^XXXX-WXX-(\d)/.exec(mention.value)?.[1];
      told = {
        low: mention.earliest,
        high:
          mention.precision === 'part-of-day'
            ? Math.max(
                mention.earliest,
                mention.latest -
                  (mention.value.endsWith('TNI') && mention.latest > mention.earliest && !mention.value.includes('X')
                    ? 1
                    : 0),
              )
            : mention.latest,
        weekday: weekday === undefined ? null : Number(weekday),
        from: 'text',
      };
    }
  }
  return resolved;

  function resolveOne(one: TimeFound): DateFound | null {
    const { expression } = one;
    const start = document.tokens.start[one.from] ?? 0;
    const end = document.tokens.end[one.to - 1] ?? start;
    const base = { from: one.from, to: one.to, start, end, rule: one.rule };
    const timeless = (type: DateFound['type'], value: string | null): DateFound | null =>
      value === null
        ? null
        : {
            ...base,
            type,
            value,
            modifier: one.modifier,
            earliest: null,
            latest: null,
            precision: null,
            anchor: 'none',
          };
    if (expression.form === 'duration') return timeless('DURATION', durationValue(expression));
    if (expression.form === 'set') return timeless('SET', setValue(expression, source.habits));
    if (expression.form === 'vague') return timeless('DATE', String(expression.value ?? 'PRESENT_REF'));
    if (expression.form === 'ago' && number(expression.count) === null && expression.count !== undefined) {
      return timeless('DATE', before(expression) ? 'PAST_REF' : 'FUTURE_REF');
    }

    const direction = bordered(one.from - 1, directionOf(one.from, one.to));
    const explicit = isExplicit(expression);
    const fromText = expression.from === 'text' || (expression.form === 'clock' && sameSentenceTold(one.from));
    const reference = explicit
      ? NO_REFERENCE
      : fromText && told.low !== null
        ? told
        : publishedRange.low === null && told.low !== null && canUseTold(expression)
          ? told
          : publishedRange;
    const low = resolveAt(expression, reference.low, direction);
    if (low === null) return null;
    const high = reference.high === reference.low ? low : resolveAt(expression, reference.high, direction);
    if (high === null) return null;
    let point = combine(low, high, reference, expression);
    let modifier = one.modifier ?? (expression.form === 'day' ? null : edgeOf(expression.edge));
    if (expression.form === 'unit') modifier = one.modifier ?? edgeOf(expression.value);
    let type: DateFound['type'] = 'DATE';
    const part = dayPart(expression);
    if (
      part !== null &&
      (point.precision === 'day' ||
        point.value === 'XXXX-XX-XX' ||
        /^XXXX-WXX-\d$/.test(point.value) ||
        expression.form === 'night-between')
    ) {
      point = { ...point, value: `${point.value}T${part}`, precision: 'part-of-day' };
      type = 'TIME';
    }
    const clock = expression.form === 'clock' ? expression : one.clock;
    if (clock !== null) {
      const hour = clockValue(clock, part);
      if (hour === null)
        return expression.form === 'clock'
          ? null
          : { ...base, type, ...bounded(point), modifier, anchor: anchorOf(reference, explicit, point) };
      const day =
        expression.form === 'clock' && reference.low === null ? '' : point.value.replace(/T(?:MO|MI|AF|EV|NI|DT)$/, '');
      point = { ...point, value: `${day}T${hour}`, precision: 'minute' };
      type = 'TIME';
    }
    if (point.precision === 'part-of-day') type = 'TIME';
    return { ...base, type, ...bounded(point), modifier, anchor: anchorOf(reference, explicit, point) };
  }

  function bounded(point: Point): Pick<DateFound, 'value' | 'earliest' | 'latest' | 'precision'> {
    return { value: point.value, earliest: point.earliest, latest: point.latest, precision: point.precision };
  }

  function anchorOf(reference: Reference, explicit: boolean, point: Point): DateFound['anchor'] {
    if (explicit) return 'explicit';
    return point.earliest === null ? 'none' : reference.from;
  }

  function sameSentenceTold(token: number): boolean {
    const last = resolved.at(-1);
    if (
      last === undefined ||
      (last.precision !== 'day' && last.precision !== 'part-of-day' && last.precision !== 'minute')
    )
      return false;
    if (last.earliest === null) return false;
    const distance = (document.sentenceOf[token] ?? 0) - (document.sentenceOf[last.from] ?? 0);
    return distance <= 1;
  }

  /** Which way the clause looks: by its finite verbs, future auxiliaries first. */
  function directionOf(from: number, to: number): Direction {
    const sentence = document.sentenceOf[from] ?? 0;
    const first = document.sentences[sentence] ?? 0;
    const last = document.sentences[sentence + 1] ?? document.tokens.count;
    let left = from;
    while (left > first && !boundary(left - 1)) left -= 1;
    let right = to;
    while (right < last && !boundary(right)) right += 1;
    let past = false;
    let present = false;
    let auxiliary = false;
    let participle = false;
    for (let i = left; i < right; i += 1) {
      if (i >= from && i < to) continue;
      const bits = document.words[i] ?? 0;
      if (bits & FUTURE) return 'future';
      if (bits & PARTICIPLE) participle = true;
      if (bits & HAVE_BE) {
        auxiliary = true;
        if (bits & PAST) past = true;
      } else if (bits & PAST && !(bits & NOUN)) past = true;
      else if (bits & PRESENT && !(bits & INFINITIVE && source.grammar.pluralIsInfinitive)) present = true;
    }
    if (past) return 'past';
    if (auxiliary && participle) return becomes(left, right) ? 'announced' : 'past';
    return present ? 'announced' : null;
  }

  /** "Since Monday" lies behind us whatever the tense, "until Thursday" before us unless the verb is in the past. */
  function bordered(before: number, direction: Direction): Direction {
    if (isOf(document, groups, before, 'since')) return 'past';
    return direction !== 'past' && isOf(document, groups, before, 'deadlines') ? 'future' : direction;
  }

  function becomes(left: number, right: number): boolean {
    for (let i = left; i < right; i += 1) if (isOf(document, groups, i, 'passives')) return true;
    return false;
  }

  function boundary(token: number): boolean {
    if (document.tokens.kind[token] === PUNCTUATION)
      return /^[,;:()–—"“”‘’]$/.test(document.text.slice(document.tokens.start[token], document.tokens.end[token]));
    return ((document.words[token] ?? 0) & CLAUSE) !== 0;
  }

  function canUseTold(expression: Expression): boolean {
    return (expression.form === 'day' || expression.form === 'month') && expression.year === undefined;
  }

  /** Resolve from one reference day (a day number, or null if none is known). */
  function resolveAt(expression: Expression, r: number | null, direction: Direction): Point | null {
    switch (expression.form) {
      case 'day':
        return resolveDay(expression, r, direction);
      case 'month': {
        const month = number(expression.month);
        if (month === null) return null;
        const year =
          fullYear(expression.year) ?? (r === null ? null : monthYear(month, r, direction, expression.value));
        return year === null
          ? point(`XXXX-${two(month)}`, null, null, 'month')
          : thirds(monthPoint(year, month), edgeOf(expression.edge), 'month');
      }
      case 'year': {
        const year = fullYear(expression.year);
        return year === null ? null : thirds(yearPoint(year), edgeOf(expression.edge), 'year');
      }
      case 'decade': {
        const text = String(expression.number);
        const digits = /^\d+$/.test(text) ? Number(text) : Number.parseInt(text, 10);
        const decade =
          digits < 10 ? 190 + digits : digits < 100 ? 190 + Math.floor(digits / 10) : Math.floor(digits / 10);
        return point(String(decade), dayNumber(decade * 10, 1, 1), dayNumber(decade * 10 + 9, 12, 31), 'decade');
      }
      case 'century': {
        const ordinal = number(expression.number);
        const century =
          ordinal !== null
            ? ordinal - 1
            : r === null
              ? null
              : Math.floor(fromDayNumber(r).year / 100) + stepOf(String(expression.count ?? 0));
        return century === null
          ? null
          : point(String(century), dayNumber(century * 100, 1, 1), dayNumber(century * 100 + 99, 12, 31), 'century');
      }
      case 'week': {
        const week = number(expression.number);
        const year = fullYear(expression.year) ?? (r === null ? null : fromDayNumber(r).year);
        if (week === null || week > 53) return null;
        if (year === null) return point(`XXXX-W${two(week)}`, null, null, 'week');
        const monday = mondayOfWeek(year, week);
        return point(`${isoYear(year)}-W${two(week)}`, monday, monday + 6, 'week');
      }
      case 'quarter':
      case 'half': {
        const length = expression.form === 'quarter' ? 3 : 6;
        const which = number(expression.number);
        const letter = expression.form === 'quarter' ? 'Q' : 'H';
        const year = fullYear(expression.year) ?? (r === null ? null : fromDayNumber(r).year + stepOf(expression.edge));
        const last = 12 / length;
        if (which === null || (which > last && which !== 99)) return null;
        const part = which === 99 ? last : which;
        if (year === null) return point(`XXXX-${letter}${part}`, null, null, expression.form);
        const first = (part - 1) * length + 1;
        return point(
          `${isoYear(year)}-${letter}${part}`,
          dayNumber(year, first, 1),
          dayNumber(year, first + length - 1, daysInMonth(year, first + length - 1)),
          expression.form,
        );
      }
      case 'season':
        return resolveSeason(expression, r, direction);
      case 'weekday': {
        const weekday = number(expression.weekday);
        if (weekday === null) return null;
        if (r === null) return { ...point(`XXXX-WXX-${weekday}`, null, null, 'day') };
        const step = expression.edge === undefined ? null : stepOf(expression.edge);
        const today = weekdayOf(r);
        const back = (today - weekday + 7) % 7;
        const ahead = (weekday - today + 7) % 7;
        const day =
          step === -1
            ? r - (back === 0 ? 7 : back)
            : step === 1
              ? r + (ahead === 0 ? 7 : ahead)
              : direction === 'future' || direction === 'announced'
                ? r + ahead
                : r - back;
        return { ...dayPoint(day), mask: `XXXX-WXX-${weekday}` };
      }
      case 'weekday-of-week': {
        const weekday = number(expression.weekday);
        if (weekday === null) return null;
        if (r === null) return point(`XXXX-WXX-${weekday}`, null, null, 'day');
        return { ...dayPoint(r - weekdayOf(r) + 7 * stepOf(expression.edge) + weekday), mask: `XXXX-WXX-${weekday}` };
      }
      case 'night-between':
        return resolveNight(expression, r, direction);
      case 'relative-day': {
        const count = number(String(expression.count ?? 0)) ?? 0;
        return r === null ? point('XXXX-XX-XX', null, null, 'day') : dayPoint(r + count);
      }
      case 'clock':
        return r === null ? point('', null, null, 'minute') : dayPoint(r);
      case 'unit':
        return resolveUnit(expression, r, direction);
      case 'ago':
        return resolveAgo(expression, r);
      case 'holiday':
        return resolveHoliday(expression, r, direction);
      default:
        return null;
    }
  }

  function resolveDay(expression: Expression, r: number | null, direction: Direction): Point | null {
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(String(expression.day));
    const day = dotted ? Number(dotted[1]) : number(expression.day);
    const month = dotted ? Number(dotted[2]) : number(expression.month);
    if (day === null || month === null) return null;
    const year = dotted ? Number(dotted[3]) : fullYear(expression.year);
    if (year !== null)
      return isCalendarDay(year, month, day) ? weekendOf(dayPoint(dayNumber(year, month, day)), expression) : null;
    if (!isCalendarDay(2020, month, day)) return null;
    if (r === null) return point(`XXXX-${two(month)}-${two(day)}`, null, null, 'day');
    const own = fromDayNumber(r).year;
    if (expression.edge !== undefined && /^-?[01]$/.test(expression.edge)) {
      const fixed = own + Number(expression.edge);
      return isCalendarDay(fixed, month, day) ? dayPoint(dayNumber(fixed, month, day)) : null;
    }
    const choices = [own - 1, own, own + 1]
      .filter(y => isCalendarDay(y, month, day))
      .map(y => dayNumber(y, month, day));
    const nearest = choices.toSorted((a, b) => Math.abs(a - r) - Math.abs(b - r))[0];
    const chosen =
      direction === 'future' ? (choices.find(choice => choice >= r && choice - r <= 270) ?? nearest) : nearest;
    return chosen === undefined ? null : weekendOf(dayPoint(chosen), expression);
  }

  function weekendOf(day: Point, expression: Expression): Point {
    if (expression.unit !== 'WE' || day.earliest === null) return day;
    return weekendPoint(day.earliest);
  }

  function monthYear(month: number, r: number, direction: Direction, which: string | undefined): number {
    const { year, month: own } = fromDayNumber(r);
    const step = which === undefined ? null : number(which);
    if (step === -1 && month > own) return year - 1;
    if (step === -1) return month === own ? year - 1 : which === undefined ? year : month < own ? year : year - 1;
    if (step === 1) return month > own ? year : year + 1;
    if (direction === 'future') return month >= own ? year : year + 1;
    return month <= own ? year : year - 1;
  }

  function resolveSeason(expression: Expression, r: number | null, direction: Direction): Point | null {
    const season = String(expression.season);
    const firstMonth = { SP: 3, SU: 6, FA: 9, WI: 12 }[season];
    if (firstMonth === undefined) return null;
    let year = fullYear(expression.year);
    if (year === null) {
      if (r === null) return point(`XXXX-${season}`, null, null, 'season');
      const begun = (y: number): boolean => dayNumber(y, firstMonth, 1) <= r;
      const own = fromDayNumber(r).year;
      const latest = begun(own) ? own : own - 1;
      const step = expression.edge === undefined ? null : stepOf(expression.edge);
      const over = seasonEnd(latest, firstMonth) < r;
      year =
        step === -1
          ? over
            ? latest
            : latest - 1
          : step === 1
            ? latest + 1
            : direction === 'future' && over
              ? latest + 1
              : latest;
    }
    return point(`${isoYear(year)}-${season}`, dayNumber(year, firstMonth, 1), seasonEnd(year, firstMonth), 'season');
  }

  function seasonEnd(year: number, firstMonth: number): number {
    const end = addMonths(year, firstMonth, 3);
    return dayNumber(end.year, end.month, 1) - 1;
  }

  function resolveNight(expression: Expression, r: number | null, direction: Direction): Point | null {
    const day = number(expression.day);
    const month = number(expression.month);
    const night = (first: Point | null): Point | null =>
      first === null
        ? null
        : {
            ...first,
            value: `${first.value}TNI`,
            mask: `${first.mask}TNI`,
            latest: first.latest === null ? null : first.latest + 1,
            precision: 'part-of-day',
          };
    if (day !== null && month !== null)
      return night(
        resolveDay(
          { form: 'day', day, month, ...(expression.year === undefined ? {} : { year: expression.year }) },
          r,
          direction,
        ),
      );
    const weekday = number(expression.weekday);
    if (weekday === null) return null;
    if (r === null) return point(`XXXX-WXX-${weekday}TNI`, null, null, 'part-of-day');
    const back = (weekdayOf(r) - weekday + 7) % 7;
    const first =
      direction === 'future' || direction === 'announced'
        ? r + ((weekday - weekdayOf(r) + 7) % 7)
        : r - (back === 0 ? 7 : back);
    return night({ ...dayPoint(first), mask: `XXXX-WXX-${weekday}` });
  }

  function resolveUnit(expression: Expression, r: number | null, direction: Direction): Point | null {
    const unit = String(expression.unit);
    const step = expression.step ?? (expression.edge === undefined ? null : stepOf(expression.edge));
    const whole = wholeUnit(unit, step, r, direction);
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

  function wholeUnit(unit: string, step: number | null, r: number | null, direction: Direction): Point | null {
    if (r === null) {
      const masks: Record<string, [string, Precision]> = {
        D: ['XXXX-XX-XX', 'day'],
        W: ['XXXX-WXX', 'week'],
        WE: ['XXXX-WXX-WE', 'weekend'],
        M: ['XXXX-XX', 'month'],
        Y: ['XXXX', 'year'],
        Q: ['XXXX-QX', 'quarter'],
      };
      const mask = masks[unit];
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
        if (step !== null) return weekendPoint(saturday + 7 * by);
        return weekendPoint(direction === 'future' || weekdayOf(r) >= 6 ? saturday : saturday - 7);
      }
      case 'M': {
        const target = addMonths(year, month, by);
        return monthPoint(target.year, target.month);
      }
      case 'Q': {
        const target = addMonths(year, Math.floor((month - 1) / 3) * 3 + 1, by * 3);
        const end = addMonths(target.year, target.month, 2);
        return point(
          `${isoYear(target.year)}-Q${Math.floor((target.month - 1) / 3) + 1}`,
          dayNumber(target.year, target.month, 1),
          dayNumber(end.year, end.month, daysInMonth(end.year, end.month)),
          'quarter',
        );
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

  function before(expression: Expression): boolean {
    return expression.step === -1 || source.groups.earlier.includes(String(expression.value ?? ''));
  }

  function resolveAgo(expression: Expression, r: number | null): Point | null {
    const unit = String(expression.unit ?? 'D');
    const same =
      source.groups.sameUnit.includes(String(expression.value ?? '')) ||
      (expression.value === undefined && expression.from === 'text');
    const count = same ? 0 : Math.round(number(expression.count ?? 1) ?? 1) * (before(expression) ? -1 : 1);
    if (unit === 'H' || unit === 'MIN' || unit === 'S') return wholeUnit('D', 0, r, null);
    if (/^(?:EV|AF|MO)$/.test(unit)) return wholeUnit('D', 0, r, null);
    if (
      r !== null &&
      expression.count !== undefined &&
      !Number.isInteger(number(expression.count) ?? 1) &&
      unit === 'W'
    ) {
      return dayPoint(r + Math.ceil((number(expression.count) ?? 1) * 7) * (before(expression) ? -1 : 1));
    }
    const whole = wholeUnit(unit, count, r, null);
    if (whole === null || r === null || unit !== 'D' || told.weekday === null || expression.from !== 'text')
      return whole;
    return { ...whole, mask: `XXXX-WXX-${((((told.weekday - 1 + count) % 7) + 7) % 7) + 1}` };
  }

  function resolveHoliday(expression: Expression, r: number | null, direction: Direction): Point | null {
    const words = String(expression.holiday);
    const known = holidayNamed(source.holidays[words] ?? words);
    if (known === null) return null;
    const year = fullYear(expression.year);
    const make = (y: number): Point => {
      const day = holidayDay(known.holiday, y);
      if (known.part === 'weekend') return weekendPoint(day - (weekdayOf(day) <= 3 ? 3 : 0));
      if (known.part === 'day') return dayPoint(day);
      const part = known.part === 'evening' ? 'EV' : 'NI';
      return { ...dayPoint(day), value: `${isoDay(day)}T${part}`, precision: 'part-of-day' };
    };
    if (year !== null) return make(year);
    if (r === null) return point('XXXX-XX-XX', null, null, 'day');
    const own = fromDayNumber(r).year;
    const choices = [own - 1, own, own + 1].map(make);
    const at = (one: Point): number => one.earliest ?? 0;
    const nearest = choices.toSorted((a, b) => Math.abs(at(a) - r) - Math.abs(at(b) - r))[0];
    return (
      (direction === 'future'
        ? choices.find(choice => at(choice) >= r)
        : direction === 'past'
          ? choices.findLast(choice => at(choice) <= r)
          : nearest) ??
      nearest ??
      null
    );
  }

  /** What both ends of the reference agree on; the rest is masked and the bounds cover both. */
  function combine(low: Point, high: Point, reference: Reference, expression: Expression): Point {
    if (low.value === high.value && low.earliest === high.earliest && low.latest === high.latest) return low;
    const earliest = low.earliest === null || high.earliest === null ? null : Math.min(low.earliest, high.earliest);
    const latest = low.latest === null || high.latest === null ? null : Math.max(low.latest, high.latest);
    const mask = low.mask === high.mask ? low.mask : commonPrefix(low.value, high.value);
    const masked = reference.weekday !== null && expression.form === 'clock' ? `XXXX-WXX-${reference.weekday}` : mask;
    return { ...low, value: masked, earliest, latest, mask };
  }
}

function isExplicit(expression: Expression): boolean {
  if (expression.form === 'decade') return true;
  if (expression.form === 'century') return expression.number !== undefined;
  if (expression.form === 'day') return expression.year !== undefined || /\./.test(String(expression.day));
  return expression.year !== undefined;
}
