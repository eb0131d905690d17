import { languageCode } from './json.ts';
import { isoOf } from './published.ts';
import type { Fields } from './reader.ts';

/** What an export says of itself: how many articles it should hold, and those that it holds. */
export interface Announced {
  readonly announced: number | null;
  readonly articles: readonly Fields[];
}

/** Labels of Nexis in English and Dutch, by what stands behind them. */
const LABELS: Readonly<Record<string, 'length' | 'body' | 'loaded' | 'language' | 'link' | 'other'>> = {
  length: 'length',
  lengte: 'length',
  body: 'body',
  'full text': 'body',
  'volledige tekst': 'body',
  tekst: 'body',
  hoofdtekst: 'body',
  inhoud: 'body',
  'load-date': 'loaded',
  laaddatum: 'loaded',
  'laad-datum': 'loaded',
  language: 'language',
  taal: 'language',
  'link to image': 'other',
  'link to pdf': 'other',
  section: 'other',
  sectie: 'other',
  rubriek: 'other',
  byline: 'other',
  naamregel: 'other',
  auteur: 'other',
  door: 'other',
  dateline: 'other',
  datumregel: 'other',
  highlight: 'other',
  samenvatting: 'other',
  series: 'other',
  serie: 'other',
  classification: 'other',
  classificatie: 'other',
  notes: 'other',
  opmerkingen: 'other',
  graphic: 'other',
  grafiek: 'other',
  afbeelding: 'other',
  'publication-type': 'other',
  publicatietype: 'other',
  'type publicatie': 'other',
  subject: 'other',
  onderwerp: 'other',
  company: 'other',
  bedrijf: 'other',
  organization: 'other',
  organisatie: 'other',
  geographic: 'other',
  geografie: 'other',
  industry: 'other',
  branche: 'other',
  'journal code': 'other',
  tijdschriftcode: 'other',
  url: 'link',
};
/** Headings behind which nothing more of the article comes. */
const TAILS = new Set([
  'classification',
  'classificatie',
  'graphic',
  'grafiek',
  'load-date',
  'laaddatum',
  'laad-datum',
  'notes',
  'opmerkingen',
]);

const END = /^(?:end of document|einde van (?:het )?document|einde document)$/iu;
const NUMBERED = /^\s*(?:document )?(?<at>\d{1,6}) (?:of|van) (?<of>\d{1,6})(?: documents?| documenten)?\s*$/iu;
const TOTAL = /^(?:documents?|documenten|aantal documenten)\s*[(:]\s*(?<of>\d{1,6})\)?$/iu;
const RIGHTS = /^(?:copyright|©|alle rechten|all rights)/iu;
const DAY = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
const WEEKDAYS =
  /(?<![\s,])[\s,]*(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?=$|[\s,])/giu;

function labelled(
  line: string,
): { readonly what: (typeof LABELS)[string]; readonly name: string; readonly value: string } | null {
  const groups = /^(?<name>[A-Za-z][A-Za-z -]{1,24}?)(?::(?<value>.*))?$/u.exec(line)?.groups;
  const name = groups?.name?.toLowerCase() ?? '';
  const what = LABELS[name];
  if (what === undefined || !Object.hasOwn(LABELS, name)) return null;
  // Without a colon only a heading that stands alone is a label.
  return groups?.value === undefined && what !== 'body' && !TAILS.has(name)
    ? null
    : { what, name, value: groups?.value?.trim() ?? '' };
}

/** Read a text that was exported from Nexis or LexisNexis: articles that end in "End of Document" or begin "1 of 3 DOCUMENTS". */
export function nexisArticles(text: string): Announced | null {
  const lines = text.split(/\r\n|[\n\r\f]/u).map(line => line.trim());
  let announced: number | null = null;
  const documents: string[][] = [];
  let current: string[] = [];
  let ends = 0;
  let numbers = 0;
  for (const line of lines) {
    const of = (line.length < 60 && (NUMBERED.exec(line)?.groups?.of ?? null)) || null;
    const total = (line.length < 60 && TOTAL.exec(line)?.groups?.of) || null;
    if (of !== null || total !== null) {
      announced = Math.max(announced ?? 0, Number(of ?? total));
      if (total === null) {
        numbers += 1;
        documents.push(current);
        current = [];
      }
    } else if (line.length < 40 && END.test(line)) {
      ends += 1;
      documents.push(current);
      current = [];
    } else current.push(line);
  }
  documents.push(current);
  if (ends + numbers === 0) return null;
  const articles = documents.map(articleOf).filter(article => article !== null);
  return articles.length === 0 ? null : { announced, articles };
}

/** An article of Nexis: title, publisher, date and rights, labels, body, and labels again. Null if there is no body. */
function articleOf(lines: readonly string[]): Fields | null {
  const head: string[] = [];
  let body: string[] = [];
  let state: 'head' | 'labels' | 'body' | 'tail' = 'head';
  let language: string | null = null;
  let url: string | null = null;
  let isMarked = false;
  let hasLength = false;
  for (const line of lines) {
    const label = line === '' ? null : labelled(line);
    if (label?.what === 'language')
      language ??=
        NAMES_OF_LANGUAGES[label.value.split(/[;,\s]/u)[0]?.toLowerCase() ?? ''] ?? languageCode(label.value);
    if (label?.what === 'link' && /^https?:\/\/\S+$/u.test(label.value)) url ??= label.value;
    if (label !== null && label.what === 'body' && label.value === '' && state !== 'tail') {
      state = 'body';
      isMarked = true;
      body = [];
    } else if (label !== null && TAILS.has(label.name)) {
      if (state === 'body' || state === 'labels') state = 'tail';
    } else if (state === 'tail') continue;
    else if (label !== null && (state !== 'body' || !isMarked)) {
      hasLength ||= label.what === 'length';
      if (state === 'body' && body.some(one => one !== '')) state = 'tail';
      else state = 'labels';
    } else if (state === 'head') head.push(line);
    else {
      // Old exports have no heading above the body: it begins behind the last label.
      if (line !== '') state = 'body';
      if (state === 'body') body.push(line);
    }
  }
  if (!isMarked && !hasLength) return null;
  const paragraphs = paragraphsOf(body);
  if (paragraphs.length === 0) return null;
  const facts = head.filter(line => line !== '' && !RIGHTS.test(line));
  const dated = facts.findIndex(line => DAY.test(line) && isoOf(line.replaceAll(WEEKDAYS, '')) !== null);
  const before = dated < 0 ? facts : facts.slice(0, dated);
  const after = dated < 0 ? [] : facts.slice(dated + 1);
  // New exports give the title first, then the publisher; old ones the publisher, the date, and then the title.
  const isOld = before.length < 2 && after.length > 0;
  const title = (isOld ? after[0] : before.length > 1 ? before.at(-2) : before[0]) ?? null;
  const publisher = (isOld || before.length > 1 ? before.at(-1) : null) ?? null;
  return {
    text: [...(title === null ? [] : [title]), ...paragraphs].join('\n\n'),
    key: null,
    title,
    published: dated < 0 ? null : isoOf((facts[dated] ?? '').replaceAll(WEEKDAYS, '')),
    url,
    publisher,
    language,
  };
}

const NAMES_OF_LANGUAGES: Readonly<Record<string, string>> = {
  dutch: 'nl',
  nederlands: 'nl',
  english: 'en',
  engels: 'en',
};

/** Paragraphs of lines: those that were broken in the middle of a sentence are joined. */
export function paragraphsOf(lines: readonly string[]): readonly string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.join(' '));
    open = [];
  };
  for (const line of lines) {
    if (line === '') close();
    else open.push(line);
  }
  close();
  return paragraphs;
}
