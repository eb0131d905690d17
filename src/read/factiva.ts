import { languageCode } from './json.ts';
import { type Announced, paragraphsOf } from './nexis.ts';
import { isoOf } from './published.ts';
import type { Fields } from './reader.ts';

/** The codes of the fields of Factiva that we use or must know in order to leave them out. */
const CODES = new Set(
  'SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB AN CLM DLM'.split(' '),
);
const END = /^(?:document|\(?end\)?)(?: [A-Za-z0-9]{10,40})?$/iu;
const NUMBER = /^Document (?<key>[A-Z0-9]{4,12}\d{8}[a-z0-9]{6,16})$/iu;
const WORDS = /^\d{1,3}(?:[.,]?\d{3})* (?:words|woorden)$/iu;
const LANGUAGE = /^(?<language>English|Dutch|Nederlands|Engels)$/iu;
const RIGHTS = /^(?:copyright|©|\(c\))/iu;

const languageOf = (name: string): string | null => {
  const known = LANGUAGE.exec(name.trim())?.groups?.language?.toLowerCase();
  if (known === undefined) return languageCode(name);
  return known === 'dutch' || known === 'nederlands' ? 'nl' : 'en';
};

/** Read a text that was exported from Factiva: articles that end in "Document" and a long number. */
export function factivaArticles(text: string): Announced | null {
  const lines = text.split(/\r\n|[\n\r\f]/u).map(line => line.trim());
  const articles: Fields[] = [];
  let current: string[] = [];
  let numbers = 0;
  for (const line of lines) {
    const key = line.length < 60 ? NUMBER.exec(line)?.groups?.key : undefined;
    if (key !== undefined) {
      numbers += 1;
      const article = codedArticle(current, key) ?? plainArticle(current, key);
      if (article !== null) articles.push(article);
      current = [];
    } else if (!END.test(line)) current.push(line);
  }
  return numbers === 0 || articles.length === 0 ? null : { announced: null, articles };
}

/** An article whose fields stand behind codes of two or three letters, on the same line or below. */
function codedArticle(lines: readonly string[], key: string): Fields | null {
  const fields = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const line of lines) {
    const groups = /^(?<code>[A-Z]{2,3})(?:\s(?<value>.*))?$/u.exec(line)?.groups;
    if (
      groups?.code !== undefined &&
      CODES.has(groups.code) &&
      (!fields.has(groups.code) || groups.value === undefined)
    ) {
      open = [];
      fields.set(groups.code, open);
      if (groups.value !== undefined) open.push(groups.value.trimStart());
    } else open?.push(line);
  }
  if (!fields.has('HD') || !(fields.has('LP') || fields.has('TD'))) return null;
  const one = (code: string): string | null => fields.get(code)?.join(' ').trim() || null;
  const title = one('HD');
  const body = [...paragraphsOf(fields.get('LP') ?? []), ...paragraphsOf(fields.get('TD') ?? [])];
  return {
    text: [...(title === null ? [] : [title]), ...body].join('\n\n'),
    key,
    title,
    published: isoOf(one('PD') ?? ''),
    url: null,
    publisher: one('SN'),
    language: languageOf(one('LA') ?? ''),
  };
}

/** An article without codes: title, perhaps author, "412 words", date, publisher, code, page, language, rights; then the body. */
function plainArticle(lines: readonly string[], key: string): Fields | null {
  const filled = lines.filter(line => line !== '');
  const words = filled.findIndex(line => WORDS.test(line));
  const rights = lines.findIndex(line => RIGHTS.test(line));
  if (words < 1 || rights < 0) return null;
  const facts = filled.slice(words + 1);
  const dated = facts.findIndex(line => isoOf(line) !== null);
  const paragraphs = paragraphsOf(lines.slice(rights + 1));
  if (dated < 0 || dated > 3 || paragraphs.length === 0) return null;
  // Above the title may stand the section, behind it the author: the longest of the lines is the title.
  const title = filled.slice(Math.max(0, words - 3), words).reduce((a, b) => (b.length > a.length ? b : a));
  const publisher = facts.slice(dated + 1).find(line => !/^\d{1,2}:\d\d/u.test(line)) ?? null;
  const language = facts.slice(0, 12).find(line => LANGUAGE.test(line));
  return {
    text: [title, ...paragraphs].join('\n\n'),
    key,
    title,
    published: isoOf(facts[dated] ?? ''),
    url: null,
    publisher,
    language: language === undefined ? null : languageOf(language),
  };
}
