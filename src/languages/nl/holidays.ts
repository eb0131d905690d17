import type { HolidayName } from '../../model/holidays.ts';

/** Dutch holidays of more than one word. */
export const holidays: Readonly<Record<string, HolidayName>> = {
  'eerste kerstdag': 'christmas',
  'tweede kerstdag': 'christmas-second',
  'oud en nieuw': 'new-years-eve',
  'eerste paasdag': 'easter',
  'tweede paasdag': 'easter-monday',
  'goede vrijdag': 'good-friday',
  'witte donderdag': 'maundy-thursday',
  'eerste pinksterdag': 'pentecost',
  'tweede pinksterdag': 'pentecost-monday',
  'black friday': 'black-friday',
  'cyber monday': 'cyber-monday',
  'stille zaterdag': 'holy-saturday',
  'dag van de arbeid': 'may-day',
  'nationale feestdag': 'national-day-be',
};

/** Dutch words of a habit, with the weekday's number or the part of the day that recurs. */
export const habits: Readonly<Record<string, number | string>> = {
  maandags: 1,
  dinsdags: 2,
  woensdags: 3,
  donderdags: 4,
  vrijdags: 5,
  zaterdags: 6,
  zondags: 7,
  overdag: 'DT',
};
