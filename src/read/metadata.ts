import { parseJson } from './json.ts';
import type { Limits } from './limits.ts';
import { isoOf } from './published.ts';
import type { Fields } from './reader.ts';

/** What is used of a tree of HTML. */
export interface Element {
  readonly textContent: string | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  remove(): void;
}
export interface Tree {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

/** Types of schema.org that are articles. */
const ARTICLE = /(?:^|\/)(?:(?:\w{0,20}News|Tech|Scholarly|SocialMedia)?Article|BlogPosting|Report|LiveBlogPosting)$/u;
const PUBLISHED = [
  ...['article:published_time', 'og:article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued'],
  ...[
    'dcterms.date',
    'dcterms.issued',
    'dcterms.created',
    'dcterms.available',
    'pubdate',
    'publish-date',
    'publishdate',
  ],
  ...[
    'publication_date',
    'sailthru.date',
    'parsely-pub-date',
    'cxenseparse:recs:publishtime',
    'overheid.datetimepublished',
  ],
];
const PUBLISHERS = ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name', 'twitter:site'];
/** The most scripts with data that are looked into. */
const SCRIPTS = 20;

type Entry = ReadonlyMap<string, unknown>;

const entryOf = (value: unknown): Entry | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;

/** One line of text, or null if there is none. */
function lineOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.replaceAll(/\s+/gu, ' ').trim();
  return line === '' || line.length > 500 ? null : line;
}

/** The article that the data of a page (JSON-LD) describe. */
function linkedData(tree: Tree, limits: Limits): Entry | null {
  let seen = 0;
  for (const script of tree.querySelectorAll('script[type="application/ld+json"]')) {
    seen += 1;
    if (seen > SCRIPTS) break;
    const json = parseJson(script.textContent ?? '', { ...limits, jsonDepth: 100 });
    if ('problem' in json) continue;
    const waiting: unknown[] = [json.value];
    for (let i = 0; i < waiting.length && i < 1000; i += 1) {
      const value = waiting[i];
      if (Array.isArray(value)) {
        for (const one of value.slice(0, 1000)) waiting.push(one);
        continue;
      }
      const entry = entryOf(value);
      if (entry === null) continue;
      const types = [entry.get('@type')].flat();
      if (types.some(type => typeof type === 'string' && ARTICLE.test(type))) return entry;
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) waiting.push(entry.get(key));
    }
  }
  return null;
}

/** What the head of a page says, by lower-case name; the first of equal names counts. */
function metas(tree: Tree): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const meta of tree.querySelectorAll('meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop'))
      ?.trim()
      .toLowerCase();
    const content = lineOf(meta.getAttribute('content'));
    if (name !== undefined && content !== null && !found.has(name)) found.set(name, content);
  }
  return found;
}

/** A web address as it is kept, or null. */
export function addressOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\/[^\s/]/iu.test(text) && text.length <= 2000 && URL.canParse(text) ? text : null;
}

/** "Gemeente plat | De Courant" without the name of the site. */
function withoutSite(title: string, site: string | null): string {
  const at = Math.max(...[' | ', ' – ', ' — ', ' - '].map(mark => title.lastIndexOf(mark)));
  const last = title.slice(at + 3);
  if (at < 0 || last.length < 2 || last.length > 60 || /[|–—]/u.test(last)) return title;
  return last === site || title.startsWith(' |', at) ? title.slice(0, at).trim() : title;
}

/** Date of the first `time` element that tells of publication, else of the first that stands in the article. */
function timeOf(tree: Tree): string | null {
  for (const selector of [
    'time[itemprop="datePublished"]',
    'time[pubdate]',
    'article time[datetime]',
    'main time[datetime]',
    'time[datetime]',
  ]) {
    const time = tree.querySelector(selector);
    const value = time === null ? null : isoOf(time.getAttribute('datetime') ?? time.textContent ?? '');
    if (value !== null) return value;
  }
  return null;
}

/** What a page says of its article: in JSON-LD, then in the tags of its head, then in what is shown. */
export function metadataOf(tree: Tree, limits: Limits): Pick<Fields, 'title' | 'published' | 'publisher' | 'url'> {
  const data = linkedData(tree, limits);
  const head = metas(tree);
  const publisher =
    lineOf(entryOf(data?.get('publisher'))?.get('name')) ??
    PUBLISHERS.map(name => head.get(name)).find(value => value !== undefined && !value.startsWith('@')) ??
    null;
  const h1 =
    lineOf(tree.querySelector('article h1, main h1')?.textContent) ?? lineOf(tree.querySelector('h1')?.textContent);
  const shown = lineOf(tree.querySelector('title')?.textContent);
  const title =
    lineOf(data?.get('headline')) ??
    h1 ??
    head.get('og:title') ??
    (shown === null ? null : withoutSite(shown, publisher));
  const published =
    [data?.get('datePublished'), ...PUBLISHED.map(name => head.get(name))]
      .map(value => (typeof value === 'string' ? isoOf(value) : null))
      .find(value => value !== null) ?? timeOf(tree);
  const url =
    addressOf(tree.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
    addressOf(head.get('og:url')) ??
    addressOf(data?.get('url'));
  return { title, published, publisher, url };
}
