import { dayNumber, daysInMonth, easter, weekdayOf } from './calendar.ts';

/** Whichever day of the year it is, counted in a year. */
type DayOfYear = (year: number) => number;

const fixed =
  (month: number, day: number): DayOfYear =>
  year =>
    dayNumber(year, month, day);
const fromEaster =
  (days: number): DayOfYear =>
  year =>
    easter(year) + days;
/** The nth weekday (1 is Monday) of a month, and days behind it. */
const nth =
  (month: number, weekday: number, n: number, behind = 0): DayOfYear =>
  year => {
    const first = dayNumber(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7 + behind;
  };
const lastOf =
  (month: number, weekday: number): DayOfYear =>
  year => {
    const last = dayNumber(year, month, daysInMonth(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  };
/** On a Sunday the king's day is kept a day before. */
const kingsDay: DayOfYear = year => {
  const day = dayNumber(year, 4, 27);
  return weekdayOf(day) === 7 ? day - 1 : day;
};

/** Holidays by the names under which languages list their words, with the day of each. */
const HOLIDAYS = {
  christmas: fixed(12, 25),
  'christmas-eve': fixed(12, 24),
  'christmas-second': fixed(12, 26),
  'new-year': fixed(1, 1),
  'new-years-eve': fixed(12, 31),
  easter: fromEaster(0),
  'easter-monday': fromEaster(1),
  'good-friday': fromEaster(-2),
  'maundy-thursday': fromEaster(-3),
  ascension: fromEaster(39),
  pentecost: fromEaster(49),
  'pentecost-monday': fromEaster(50),
  'kings-day': kingsDay,
  'queens-day': fixed(4, 30),
  'remembrance-nl': fixed(5, 4),
  'liberation-nl': fixed(5, 5),
  prinsjesdag: nth(9, 2, 3),
  sinterklaas: fixed(12, 5),
  thanksgiving: nth(11, 4, 4),
  'black-friday': nth(11, 4, 4, 1),
  'cyber-monday': nth(11, 4, 4, 4),
  'labour-day-us': nth(9, 1, 1),
  'memorial-day-us': lastOf(5, 1),
  'independence-day-us': fixed(7, 4),
  halloween: fixed(10, 31),
  valentine: fixed(2, 14),
  'veterans-day-us': fixed(11, 11),
  'martin-luther-king-day': nth(1, 1, 3),
  'st-patrick': fixed(3, 17),
  'may-day': fixed(5, 1),
  epiphany: fixed(1, 6),
  carnival: fromEaster(-49),
  'ash-wednesday': fromEaster(-46),
  'palm-sunday': fromEaster(-7),
  'holy-saturday': fromEaster(-1),
  'mothers-day': nth(5, 7, 2),
  'fathers-day': nth(6, 7, 3),
  'all-saints': fixed(11, 1),
  'all-souls': fixed(11, 2),
  armistice: fixed(11, 11),
  'st-martin': fixed(11, 11),
  'national-day-be': fixed(7, 21),
  'presidents-day-us': nth(2, 1, 3),
  'columbus-day-us': nth(10, 1, 2),
  'juneteenth-us': fixed(6, 19),
  'canada-day': fixed(7, 1),
  'australia-day': fixed(1, 26),
  'anzac-day': fixed(4, 25),
  'bastille-day': fixed(7, 14),
  'guy-fawkes': fixed(11, 5),
  'st-george': fixed(4, 23),
  'bank-holiday-uk': lastOf(8, 1),
} as const satisfies Readonly<Record<string, DayOfYear>>;

export type Holiday = keyof typeof HOLIDAYS;

/** What of a holiday is meant: the day, its evening or night, or the weekend at it. */
export type HolidayPart = 'day' | 'evening' | 'night' | 'weekend';

/** A holiday, or a part of it: "christmas", "christmas-weekend", "new-years-eve-night". */
export type HolidayName = Holiday | `${Holiday}-${Exclude<HolidayPart, 'day'>}`;

const isHoliday = (name: string): name is Holiday => Object.hasOwn(HOLIDAYS, name);

/** The holiday and its part of which a language's word speaks; null for a name that is none. */
export function holidayNamed(name: string): { readonly holiday: Holiday; readonly part: HolidayPart } | null {
  if (isHoliday(name)) return { holiday: name, part: 'day' };
  for (const part of ['evening', 'night', 'weekend'] as const) {
    const holiday = name.slice(0, -part.length - 1);
    if (name.endsWith(`-${part}`) && isHoliday(holiday)) return { holiday, part };
  }
  return null;
}

/** The day of a holiday in a year, as a day number. */
export function holidayDay(holiday: Holiday, year: number): number {
  return HOLIDAYS[holiday](year);
}
