import type { Published, PublishedFrom } from '../model/article.ts';
import { dayNumber, daysInMonth, isCalendarDay, isoDay, isoMonth, isoYear } from '../model/calendar.ts';

/** Make a publication date as precise as its parts say, or null if there is no such date. */
function published(year: number, month: number | null, day: number | null, from: PublishedFrom): Published | null {
  if (year < 1000 || year > 9999) return null;
  if (month === null) {
    const value = isoYear(year);
    return { value, precision: 'year', earliest: `${value}-01-01`, latest: `${value}-12-31`, from };
  }
  if (month < 1 || month > 12) return null;
  if (day === null) {
    const value = isoMonth(year, month);
    const last = isoDay(dayNumber(year, month, daysInMonth(year, month)));
    return { value, precision: 'month', earliest: `${value}-01`, latest: last, from };
  }
  if (!isCalendarDay(year, month, day)) return null;
  const value = isoDay(dayNumber(year, month, day));
  return { value, precision: 'day', earliest: value, latest: value, from };
}

const DATE = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:[T ]\d\d(?::?\d\d)?.*)?)?)?$/su;

/**
 * Read a date that somebody wrote down for us: `2020`, `2020-01`, `2020-01-17`, or an ISO date-time, of which the day is taken.
 *
 * @returns null if it is no date
 */
export function parsePublished(text: string, from: PublishedFrom): Published | null {
  const groups = DATE.exec(text.trim())?.groups;
  return groups ? fromFigures(groups.year, groups.month, groups.day, from) : null;
}

function fromFigures(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  from: PublishedFrom,
): Published | null {
  return published(
    Number(year),
    month === undefined ? null : Number(month),
    day === undefined ? null : Number(day),
    from,
  );
}

const HEADER = /^\s?date (?<value>\d{4}(?:-\d\d(?:-\d\d)?)?)(?=\s|$)/u;

/** The header ` date 2020-01 ` with which a text may begin. */
export interface Header {
  /** How many characters of the text it takes, the blanks behind it included. */
  readonly length: number;
  /** The date as it stands there. */
  readonly value: string;
}

/** Find the header of a text, whether or not its date exists. */
export function headerOf(text: string): Header | null {
  const found = HEADER.exec(text);
  const value = found?.groups?.value;
  if (!found || value === undefined) return null;
  const blanks = /^[ \t]*/u.exec(text.slice(found[0].length))?.[0].length ?? 0;
  return { length: found[0].length + blanks, value };
}

const FILE_NAME =
  /(?<![\p{L}\d]|\d[-_]|cve[-_])(?<year>(?:19|20|21)\d\d)(?<separator>[-_])(?<month>\d\d)(?:\k<separator>(?<day>\d\d))?(?!\d|[-_]\d{3})/iu;

/** The ISO date in a file's name: `2021-12-13-harbour.txt`, `2021_12_13.txt`, `harbour-2021-12.txt`. */
export function fileNameDate(path: string): Published | null {
  const groups = FILE_NAME.exec(path.slice(path.lastIndexOf('/') + 1))?.groups;
  return groups ? fromFigures(groups.year, groups.month, groups.day, 'filename') : null;
}

/** Months by the first three letters of their names, in Dutch and English. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  maa: 3,
  mar: 3,
  mrt: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};
const MONTH =
  '(?:januari|january|jan|februari|february|febr|feb|maart|march|mrt|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec)';
const YEAR = '(?:19|20|21)\\d\\d';
/** Every date that is looked for has a year; most lines have none. */
const HAS_YEAR = /(?:19|20|21)\d\d/u;

/**
 * A text in lower case, letter for letter. The patterns below are read in it: to fold the case of all letters of the
 * world into a pattern takes the machine longer than to read an article.
 */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, one => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
}

/** The ways in which a day is written out, in lower case. */
const DAYS = [
  `(?<day>\\d{1,2})(?:st|nd|rd|th|ste|de|e)?(?: of)? (?<name>${MONTH})\\.?,? (?<year>${YEAR})`,
  `(?<name>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>${YEAR})`,
  `(?<year>${YEAR})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:t\\d\\d:\\d\\d\\S*)?`,
  `(?<day>\\d{1,2})(?<separator>[-/.])(?<month>\\d{1,2})\\k<separator>(?<year>${YEAR})`,
  `(?<day>\\d{1,2})-(?<name>${MONTH})-(?<year>${YEAR})`,
  `(?<year>${YEAR})/(?<month>\\d\\d)/(?<day>\\d\\d)`,
].map(form => new RegExp(`(?<![\\p{L}\\d/]|\\d\\.|(?<!-)-)${form}(?![\\p{L}\\d/]|-(?!-))`, 'gu'));

const LONE_MONTH = new RegExp(`^(?<name>${MONTH})\\.? (?<year>${YEAR})(?: *[|·•–—].*)?$`, 'u');

const WEEKDAY =
  /(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?<!\p{L})(?:ma|di|wo|do|vr|za|zo|mon|tues?|wed|thur?s?|fri|sat|sun)\.?)[,.]?\s*$/u;
const SEPARATOR = /[|–—·•(,/-]$/u;
const LABEL =
  /(?:^|[|–—·•,(-] ?|(?<=\d|uur|[ap]\.?m\.?)\s)(?:laatst |last |first |eerst )?(?:datum|date|gepubliceerd|publicatiedatum|geplaatst|verschenen|verzonden|published|publication date|posted|released?|release date|issued|sent)(?: (?:door|by) [^ |][^|]{0,39}?)?(?: op| on)? ?:?(?: (?:om |at )?\d{1,2}[:.]\d\d(?: ?(?:uur|[ap]\.?m\.?))?(?: [a-z]{1,3}t)?)?$/u;
/** What may be a byline, up to its date: "By Ann Marsh on March 4, 2019". */
const BYLINE = /^(?:by|door|van) (?<who>.{2,60}) (?:op|on)$/u;
const UPDATE =
  /(?:^|[|–—·•,(-]\s*)(?:laatst |last |laatste )?(?:updated?|bijgewerkt|gewijzigd|aangepast|wijziging|modified)(?: op| on)?\s*:?$/u;
const TIME =
  /^(?:\s|[,;|/·•–—@(-])*(?:om |at |, )?\d{1,2}(?:[:.h]\d\d(?::\d\d)?)?\s*(?:uur|u|h|hrs|a\.?m\.?|p\.?m\.?)?(?:\s*(?:utc|gmt|bst|ist|ces?t|ees?t|wes?t|[ecmp][sd]?t|[+-]\d\d:?\d\d))?\)?(?![\p{L}\d%])/u;
const CLOCK = /\d[:.h]\d\d|\d\s*(?:uur|u|h|hrs|a\.?m\.?|p\.?m\.?)(?!\p{L})/u;
const GOES_ON =
  /^(?:by|door|from|van|updated?|first|last|laatste?|published|gepubliceerd|bijgewerkt|gewijzigd|leestijd|foto|photo|beeld|image)(?!\p{L})/u;
/** A second date behind a dash: a span of time, not a day of publication. */
const RANGE = new RegExp(`^[-–—]+ ?(?:\\d{1,2} ${MONTH}|${MONTH}\\.? \\d)`, 'u');
/** A date behind one of these belongs to what is told. */
const LEADS_ON = /(?:(?<!\p{L})(?:op|on|in|sinds|since|tot|until|van|from|voor|before|na|after|by|at)|:)$/u;
const SMALL = new Set([
  'de',
  'den',
  'der',
  'van',
  'aan',
  'op',
  'ter',
  'en',
  'and',
  'of',
  'the',
  'la',
  'le',
  'les',
  'du',
  'in',
  '/',
  '&',
]);

/** Whether words can be the place of a dateline, or another name: "DEN HAAG (ANP)", "Bergen op Zoom", "OLDSMAR, Fla." */
function isPlace(text: string): boolean {
  const words = text
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[\s,/]+/u)
    .filter(word => /[\p{L}\d]/u.test(word));
  return (
    words.length <= 6 &&
    text.length <= 60 &&
    words.every((word, i) => /^['’"“]?[\p{Lu}]|^['’]s-/u.test(word) || (i > 0 && SMALL.has(word)))
  );
}

/** Whether a line ends as a sentence does. */
const endsSentence = (line: string): boolean =>
  /[.!?…]["”’»)]*$/u.test(line) && !/(?<!\p{L})(?:[ap]\.m|uur|u|red|foto)\.$/u.test(lowered(line));

/** A line without the signs of Markdown, its blanks evened out. */
const plain = (line: string): string =>
  line
    .replaceAll(/[*_[\]]+|^[\s#>]+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

interface Candidate {
  readonly published: Published;
  readonly update: boolean;
}

/** What stands before a date, without the day of the week. */
function withoutWeekday(before: string): string {
  const trimmed = before.trim();
  return trimmed.slice(0, WEEKDAY.exec(lowered(trimmed))?.index).trim();
}

/** Judge a date by what stands around it: metadata is set apart by signs and labels, a date in a sentence is not. */
function judge(line: string, start: number, end: number): 'dateline' | 'update' | null {
  const before = withoutWeekday(line.slice(0, start));
  const low = lowered(before);
  if (/\d\s*[-–—]$/u.test(before) || before.length > 110) return null;
  const label = LABEL.test(low);
  const update = UPDATE.test(low);
  const who = BYLINE.exec(low)?.groups?.who?.length ?? 0;
  const by = low.indexOf(' ') + 1;
  const byline = who > 0 && isPlace(before.slice(by, by + who)) && !endsSentence(line);
  const setApart = before === '' || label || update || byline || SEPARATOR.test(before);
  const place = before === '' || isPlace(before.replace(/(?<![\s|–—·•(,/-])[\s|–—·•(,/-]+$/u, ''));
  if (!setApart && (!place || LEADS_ON.test(low))) return null;
  const good = update ? 'update' : 'dateline';

  let after = line.slice(end);
  const time = TIME.exec(lowered(after));
  if (time && CLOCK.test(time[0])) after = after.slice(time[0].length);
  after = after.trim().replace(/^(?:\([^)]{0,40}\)|\/[^/]{1,30}\/)\s*/u, '');
  if (RANGE.test(lowered(after))) return null;
  if (after === '' || after === ')') return good;
  if (before.endsWith('(') && place && /^\)\s*[-–—]/u.test(after)) after = after.slice(1).trim();
  if (after === '.') return place ? good : null;
  if (after.startsWith('. ') && place && before.endsWith(',')) return good;
  const short = line.length <= 120 && !endsSentence(line);
  if (/^(?:[|·•–—:/]|-(?!\d))/u.test(after)) {
    if (short) return good;
    return place && !/^[\p{Ll}]/u.test(after.replace(/^[\s|·•–—:-]+/u, '')) ? good : null;
  }
  if (!short) return null;
  const rest = after.replace(/^[,;.]\s*/u, '');
  if (GOES_ON.test(lowered(rest))) return good;
  const isList = rest !== after && rest.split(/\s+/u).length <= 8;
  return isList && /^[\p{Lu}\d(]/u.test(rest) ? good : null;
}

/** Whether figures with slashes can be read one way only: Dutch writes the day first, English as its country does. */
function slashOrder(first: number, second: number, line: string, text: string): 'day' | 'month' | null {
  if (second > 12) return 'month';
  if (first > 12 || first === second || /(?<!\p{L})(?:de|het|een|van)(?!\p{L})/u.test(text)) return 'day';
  if (/(?<!\p{L})(?:[ap]\.?m\.?|[EP][SD]?T)(?!\p{L})/u.test(line)) return 'month';
  return /(?<!\p{L})(?:GMT|BST|CES?T)(?!\p{L})/u.test(line) ? 'day' : null;
}

function readDay(groups: Readonly<Record<string, string | undefined>>, line: string, text: string): Published | null {
  const year = Number(groups.year);
  const first = Number(groups.day);
  if (groups.name !== undefined)
    return published(year, MONTHS[groups.name.slice(0, 3).toLowerCase()] ?? 0, first, 'dateline');
  const second = Number(groups.month);
  if (groups.separator !== '/') return published(year, second, first, 'dateline');
  const order = slashOrder(first, second, line, text);
  if (order === null) return published(year, null, null, 'dateline');
  return order === 'day' ? published(year, second, first, 'dateline') : published(year, first, second, 'dateline');
}

function* candidates(line: string, text: string): Generator<Candidate> {
  if (!HAS_YEAR.test(line)) return;
  const low = lowered(line);
  const found = DAYS.flatMap(form => [...low.matchAll(form)]).toSorted((a, b) => a.index - b.index);
  for (const match of found) {
    const value = match.groups && readDay(match.groups, line, text);
    const verdict = value && judge(line, match.index, match.index + match[0].length);
    if (value && verdict) yield { published: value, update: verdict === 'update' };
  }
  const place = line.lastIndexOf(', ') + 1;
  for (const part of isPlace(line.slice(0, place)) ? [line, line.slice(place).trim()] : [line]) {
    const groups = LONE_MONTH.exec(
      lowered(part).replace(/^(?:datum|date|gepubliceerd|published):?\s+(?:in\s+)?/u, ''),
    )?.groups;
    const value =
      groups &&
      published(Number(groups.year), MONTHS[(groups.name ?? '').slice(0, 3).toLowerCase()] ?? 0, null, 'dateline');
    if (value) yield { published: value, update: false };
  }
}

/** Whether a line is little more than a date: "LONDON, June 4, 2024", "16 april 2021 | Zorg". */
export function isLoneDateline(line: string): boolean {
  const text = plain(line);
  if (![...candidates(text, text)].length) return false;
  const low = lowered(text);
  const start = Math.min(...DAYS.flatMap(form => [...low.matchAll(form)].map(match => match.index)), text.length);
  const before = withoutWeekday(text.slice(0, start));
  return (
    start === text.length ||
    before === '' ||
    LABEL.test(lowered(before)) ||
    UPDATE.test(lowered(before)) ||
    isPlace(before.replace(/(?<![\s|–—·•(,/-])[\s|–—·•(,/-]+$/u, ''))
  );
}

/**
 * The date that a field of metadata holds, in any of the usual ways: "Mon, 12 Jun 2023 08:00:00 +0200", "12-06-2023",
 * "June 12, 2023", "20230612". The day is that of the place where it was written.
 *
 * @returns an ISO day, month or year; null if the field holds anything else
 */
export function isoOf(field: string): string | null {
  const plainField = field.replaceAll(/\s+/gu, ' ').trim().slice(0, 100);
  const text = lowered(plainField);
  const compact = /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?:t?\d{4,6}z?)?$/u.exec(text)?.groups;
  const iso = compact ? `${compact.year}-${compact.month}-${compact.day}` : text;
  const plainly = parsePublished(iso.toUpperCase(), 'field');
  if (plainly) return plainly.value;
  for (const form of DAYS) {
    const found = [...text.matchAll(form)][0];
    if (!found?.groups || withoutWeekday(text.slice(0, found.index)) !== '') continue;
    const rest = text.slice(found.index + found[0].length).replace(TIME, '');
    const value = rest.length <= 24 ? readDay(found.groups, plainField, plainField) : null;
    if (value) return value.value;
  }
  const month = LONE_MONTH.exec(text)?.groups;
  const number = MONTHS[(month?.name ?? '').slice(0, 3).toLowerCase()];
  return month && number ? (published(Number(month.year), number, null, 'field')?.value ?? null) : null;
}

/**
 * The date of the dateline that stands within the first five lines of a text; blank lines are not counted.
 *
 * Only metadata counts: a line, or the start of one before a dash, that gives place, date, time, author. A date that a
 * sentence tells is part of the story. The date of an update counts where there is no other.
 */
export function datelineOf(text: string): Published | null {
  let update: Published | null = null;
  let lines = 0;
  for (const raw of text.slice(0, 8192).split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const line = plain(raw.slice(0, 1000));
    if (line === '') continue;
    if (lines === 5) break;
    lines += 1;
    for (const candidate of candidates(line, text.slice(0, 2000))) {
      if (!candidate.update) return candidate.published;
      update ??= candidate.published;
    }
  }
  return update;
}

/** Where a publication date may be found, best first; `field` is what the article says of itself. */
export interface PublishedSources {
  readonly option: Published | null;
  readonly field: Published | null;
  readonly text: string;
  readonly path: string;
}

/** The publication date of an article: the first source that knows it. The clock is never asked. */
export function publishedOf({ option, field, text, path }: PublishedSources): Published | null {
  if (option ?? field) return option ?? field;
  const header = headerOf(text);
  return (header && parsePublished(header.value, 'header')) ?? datelineOf(text) ?? fileNameDate(path);
}
