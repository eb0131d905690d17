import type { HolidayName } from '../../model/holidays.ts';

/** English holidays of more than one word. */
export const holidays: Readonly<Record<string, HolidayName>> = {
  'boxing day': 'christmas-second',
  "new year's day": 'new-year',
  "new year's eve": 'new-years-eve',
  'good friday': 'good-friday',
  'black friday': 'black-friday',
  'cyber monday': 'cyber-monday',
  'labor day': 'labour-day-us',
  'labour day': 'labour-day-us',
  'memorial day': 'memorial-day-us',
  'independence day': 'independence-day-us',
  'fourth of july': 'independence-day-us',
  "valentine's day": 'valentine',
  'veterans day': 'veterans-day-us',
  'martin luther king day': 'martin-luther-king-day',
  "st patrick's day": 'st-patrick',
  'may day': 'may-day',
  'bank holiday': 'bank-holiday-uk',
};

/** English words of a habit, with the weekday's number or the part of the day that recurs. */
export const habits: Readonly<Record<string, number | string>> = {
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
};
