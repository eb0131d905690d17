import type { PageArticleRow, PageIncidentRow } from '../src/model/page.ts';
import { index, languageName } from './data.ts';
import { address, counted, h, period } from './dom.ts';
import { paged } from './paging.ts';

type Parameters = Readonly<Record<string, string>>;

/** A field that a list can be filtered by. */
interface Filter<T> {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'choice';
  /** What can be chosen; of a text field what is offered. */
  readonly options?: () => readonly (readonly [value: string, words: string])[];
  readonly accepts: (row: T, value: string) => boolean;
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const contains = (texts: readonly string[], wanted: string): boolean => {
  const sought = plain(wanted);
  return texts.some(text => plain(text).includes(sought));
};
const distinct = (values: Iterable<string>): readonly (readonly [string, string])[] =>
  [...new Set(values)].toSorted().map(value => [value, value] as const);
const languages = (codes: Iterable<string>): readonly (readonly [string, string])[] =>
  [...new Set(codes)].toSorted().map(code => [code, languageName(code)] as const);

const INCIDENTS: readonly Filter<PageIncidentRow>[] = [
  {
    name: 'words',
    label: 'Words',
    kind: 'text',
    accepts: (row, value) => contains([row.label, ...row.organisations, ...row.products], value),
  },
  { name: 'from', label: 'From', kind: 'date', accepts: (row, value) => row.latest !== null && row.latest >= value },
  { name: 'to', label: 'To', kind: 'date', accepts: (row, value) => row.earliest !== null && row.earliest <= value },
  {
    name: 'product',
    label: 'Product or flaw',
    kind: 'text',
    options: () => distinct(index.incidents.flatMap(({ products }) => products)),
    accepts: (row, value) => contains(row.products, value),
  },
  {
    name: 'organisation',
    label: 'Organisation',
    kind: 'text',
    options: () => distinct(index.incidents.flatMap(({ organisations }) => organisations)),
    accepts: (row, value) => contains(row.organisations, value),
  },
  {
    name: 'type',
    label: 'Type of action',
    kind: 'choice',
    options: () => distinct(index.incidents.flatMap(({ types }) => types)),
    accepts: (row, value) => row.types.includes(value),
  },
  {
    name: 'language',
    label: 'Language',
    kind: 'choice',
    options: () => languages(index.incidents.flatMap(row => row.languages)),
    accepts: (row, value) => row.languages.includes(value),
  },
];

const ARTICLES: readonly Filter<PageArticleRow>[] = [
  {
    name: 'words',
    label: 'Words of the headline',
    kind: 'text',
    accepts: (row, value) => contains([row.title, row.publisher ?? ''], value),
  },
  {
    name: 'from',
    label: 'Published from',
    kind: 'date',
    accepts: (row, value) => row.published !== null && row.published >= value.slice(0, row.published.length),
  },
  {
    name: 'to',
    label: 'Published to',
    kind: 'date',
    accepts: (row, value) => row.published !== null && row.published <= value.slice(0, row.published.length),
  },
  {
    name: 'language',
    label: 'Language',
    kind: 'choice',
    options: () => languages(index.articles.map(row => row.language)),
    accepts: (row, value) => row.language === value,
  },
  {
    name: 'incident',
    label: 'Tells of an incident',
    kind: 'choice',
    options: () => [
      ['yes', 'yes'],
      ['no', 'no'],
    ],
    accepts: (row, value) => row.relevant === (value === 'yes'),
  },
];

function control<T>(filter: Filter<T>, value: string): HTMLElement {
  const { name, label, kind } = filter;
  const id = `filter-${name}`;
  const head = h('label', { for: id }, label);
  if (kind === 'choice') {
    const select = h(
      'select',
      { id, name },
      h('option', { value: '' }, 'all'),
      ...(filter.options?.() ?? []).map(([option, words]) =>
        h('option', { value: option, selected: option === value }, words),
      ),
    );
    return h('div', { class: 'field' }, head, select);
  }
  const offered = filter.options?.();
  return h(
    'div',
    { class: 'field' },
    head,
    h('input', { id, name, type: kind, value, autocomplete: 'off', list: offered ? `${id}-list` : null }),
    offered ? h('datalist', { id: `${id}-list` }, ...offered.map(([option]) => h('option', { value: option }))) : null,
  );
}

/** A list with its filters above it; what is chosen stands in the address, so that it can be kept and sent. */
function filtered<T>(
  place: string,
  filters: readonly Filter<T>[],
  rows: readonly T[],
  parameters: Parameters,
  many: string,
  entry: (row: T) => HTMLElement,
): readonly Node[] {
  const status = h('p', { role: 'status', class: 'status' });
  const results = h('div', { id: 'results' });
  const form = h(
    'form',
    { class: 'filters', 'aria-label': 'Filters' },
    ...filters.map(filter => control(filter, parameters[filter.name] ?? '')),
    h('div', { class: 'field' }, h('button', { type: 'submit' }, 'Filter')),
    h('div', { class: 'field' }, h('button', { type: 'reset' }, 'Show all')),
  );

  function show(chosen: Parameters): void {
    const active = filters.filter(({ name }) => (chosen[name] ?? '') !== '');
    const found = rows.filter(row => active.every(({ name, accepts }) => accepts(row, chosen[name] ?? '')));
    status.textContent =
      found.length === rows.length
        ? counted(rows.length, many.replace(/s$/u, ''), many)
        : `${found.length} of ${counted(rows.length, many.replace(/s$/u, ''), many)}`;
    const { shown, links } = paged(found, chosen, place);
    results.replaceChildren(
      found.length === 0
        ? h('p', {}, 'Nothing fits these filters.')
        : h('ol', { class: 'entries' }, ...shown.map(entry)),
      ...(links ? [links] : []),
    );
  }

  function choose(): void {
    const chosen: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim() !== '') chosen[name] = value.trim();
    }
    history.replaceState(null, '', address(place, chosen));
    show(chosen);
  }

  form.addEventListener('input', choose);
  form.addEventListener('submit', event => {
    event.preventDefault();
    choose();
  });
  form.addEventListener('reset', event => {
    event.preventDefault();
    for (const field of form.querySelectorAll('input, select')) {
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = '';
    }
    choose();
  });
  show(parameters);
  return [form, status, results];
}

const tags = (words: readonly string[], most: number): HTMLElement | null =>
  words.length === 0
    ? null
    : h(
        'p',
        { class: 'small' },
        words.slice(0, most).join(' · ') + (words.length > most ? ` and ${words.length - most} more` : ''),
      );

/** Newest first; what is not dated stands last. */
const newest = (a: string | null, b: string | null): number =>
  (a ?? '') > (b ?? '') ? -1 : (a ?? '') < (b ?? '') ? 1 : 0;
const incidents = index.incidents.toSorted((a, b) => newest(a.latest, b.latest));
const articles = index.articles.toSorted((a, b) => newest(a.published, b.published));

/** The page of all incidents. */
export function incidentList(parameters: Parameters): readonly Node[] {
  return [
    h('h1', {}, 'Incidents'),
    ...filtered('incidents', INCIDENTS, incidents, parameters, 'incidents', row =>
      h(
        'li',
        {},
        h('a', { href: address(`incident/${row.id}`) }, row.label),
        h(
          'p',
          { class: 'small' },
          `${period(row.earliest, row.latest)} · ${counted(row.articles, 'article')} · ${row.languages.map(languageName).join(', ')}`,
        ),
        tags(row.organisations, 6),
      ),
    ),
  ];
}

/** The page of all articles. */
export function articleList(parameters: Parameters): readonly Node[] {
  return [
    h('h1', {}, 'Articles'),
    ...filtered('articles', ARTICLES, articles, parameters, 'articles', row => {
      const incident = row.incident === null ? undefined : index.incidents[row.incident];
      return h(
        'li',
        {},
        h('a', { href: address(`article/${row.id}`), lang: row.language === 'und' ? null : row.language }, row.title),
        h(
          'p',
          { class: 'small' },
          [row.published ?? 'not dated', row.publisher, languageName(row.language)].filter(Boolean).join(' · '),
          incident ? ' · ' : null,
          incident ? h('a', { href: address(`incident/${incident.id}`) }, incident.label) : null,
        ),
      );
    }),
  ];
}
