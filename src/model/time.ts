import type { Example, RuleBase } from './rule.ts';

/** Classes of temporal words; a token may be of several. The order gives each its bit. */
export const TIME_CLASSES = [
  'number', // 3, drie
  'day', // digits 1-31
  'month', // a month's name
  'monthNumber', // digits 1-12
  'year', // digits 1000-2199
  'shortYear', // two digits
  'weekday',
  'weekdayPart', // maandagavond
  'part', // ochtend, evening
  'relativeDay', // gisteren, tomorrow
  'relativePart', // vanavond, tonight
  'unit', // dag, weeks
  'ordinal', // eerste, 21st
  'clock', // 14.30, 9:05
  'hour', // 0-24, a number that can be an hour
  'season',
  'holiday',
  'decade', // 1990s, negentig
  'dotDate', // 9.1.2020
  'meridiem', // am, pm
  'always', // dagelijks, weekly: a set in one word
  'long', // dagenlang: a duration in one word
  'minutes', // kwart, quarter: minutes before or after an hour
  'amount', // paar, several: an unknown number
  'previous', // vorige, last
  'next', // volgende, next
  'this', // deze, this
  'edge', // begin, medio, eind
  'vague', // onlangs, recently
  'compound', // zesdaagse: a word made of a number and a span
  'span', // daags, weekse: what a number makes a length of time of
] as const;

export type TimeClass = (typeof TIME_CLASSES)[number];

/** TIMEX3 `mod`. */
export type TimeModifier =
  | 'START'
  | 'MID'
  | 'END'
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'APPROX'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE';

/**
 * What an expression says before it is resolved. Values that begin with `$` are taken from the pattern's captures.
 * `from` says what is counted from: the publication date, or the last date told.
 */
export interface Expression {
  readonly form:
    | 'day' // a calendar day: year?, month, day, weekday?
    | 'day-of-month' // day of the month told last: the 31st
    | 'month' // year?, month
    | 'era' // a year before our era, for which the value has no form
    | 'year'
    | 'decade'
    | 'century'
    | 'week' // number, year?
    | 'quarter' // number, year? or step
    | 'half' // number, year? or step, or month
    | 'nth' // number, count?, weekday or unit, of a month (`until: 'month'` the one told or that of publication) or year
    | 'season' // season, year? or step
    | 'weekday' // weekday, step -1 | 0 | 1
    | 'weekday-of-week' // weekday, step in weeks
    | 'night-between' // weekday, until
    | 'relative-day' // count
    | 'unit' // unit, step: vorige week, this month
    | 'ago' // unit, count: twee weken geleden; three days later
    | 'holiday'
    | 'duration' // unit, count
    | 'set'
    | 'vague'
    | 'clock'; // hour, minute: time alone
  readonly year?: string | number | undefined;
  readonly month?: string | number | undefined;
  readonly day?: string | number | undefined;
  readonly weekday?: string | number | undefined;
  readonly until?: string | number | undefined;
  /** The month of a range's second date, whose year this one shares unless it lies behind it. */
  readonly before?: string | number | undefined;
  /** Whose year a day or month is told of: the one that the text named last. */
  readonly of?: 'year-told' | undefined;
  readonly number?: string | number | undefined;
  readonly count?: string | number | undefined;
  /** The tens of a count that is two words: twenty-four. */
  readonly tens?: string | number | undefined;
  readonly plus?: number | undefined;
  readonly unit?: string | undefined;
  readonly step?: number | undefined;
  readonly season?: string | undefined;
  readonly holiday?: string | undefined;
  readonly part?: string | undefined;
  readonly hour?: string | number | undefined;
  readonly minute?: string | number | undefined;
  readonly meridiem?: string | undefined;
  readonly value?: string | undefined;
  readonly edge?: string | undefined;
  readonly modifier?: TimeModifier | undefined;
  readonly from?: 'published' | 'text' | undefined;
  /** `last` or `next` unit as a whole, `until` publication, or from publication on. */
  readonly bounded?: 'until-published' | 'from-published' | undefined;
}

/** An expression that says nothing yet: all have the same shape, which makes them fast to read. */
export const NOTHING_SAID: Expression = {
  form: 'day',
  year: undefined,
  month: undefined,
  day: undefined,
  weekday: undefined,
  until: undefined,
  before: undefined,
  of: undefined,
  number: undefined,
  count: undefined,
  tens: undefined,
  plus: undefined,
  unit: undefined,
  step: undefined,
  season: undefined,
  holiday: undefined,
  part: undefined,
  hour: undefined,
  minute: undefined,
  meridiem: undefined,
  value: undefined,
  edge: undefined,
  modifier: undefined,
  from: undefined,
  bounded: undefined,
};

/** One mention that a match gives: the tokens from one capture to another (the whole match if not named). */
export interface TimeMeaning extends Expression {
  readonly first?: string;
  readonly last?: string;
}

/** A rule of dates: patterns and what a match says. */
export interface TimeRule extends RuleBase {
  readonly patterns: readonly string[];
  readonly gives: readonly TimeMeaning[];
  /** Words directly before or after that make the match something else; `<…>` names a class of tokens. */
  readonly notBefore?: readonly string[];
  readonly notAfter?: readonly string[];
  /** One of these words must stand directly before. */
  readonly needsBefore?: readonly string[];
  readonly needsAfter?: readonly string[];
  /** As `needsBefore`, also where the match is more than one word. */
  readonly needsAlways?: readonly string[];
  /** The match must end in a token with a digit: "the 31st", not "the first". */
  readonly digits?: boolean;
  /** The match must begin with a capital letter. */
  readonly capital?: boolean;
  readonly examples: readonly Example[];
}

/** The temporal words and rules of a language. */
export interface TimeLanguage {
  /** Words of each class with their value. */
  readonly words: Readonly<Partial<Record<TimeClass, Readonly<Record<string, string | number>>>>>;
  /** Classes whose words are written together as one: maandag + avond. */
  readonly compounds: readonly {
    readonly left: 'weekday' | 'number';
    readonly right: 'part' | 'span';
    readonly gives: TimeClass;
  }[];
  readonly rules: readonly TimeRule[];
  /** Words between a day and a clock time that is part of it: "maandag om 7 uur". */
  readonly joins: readonly string[];
  /** Words before an expression and the modifier they make: sinds, before, ongeveer. */
  readonly modifiers: Readonly<Record<string, TimeModifier>>;
}
