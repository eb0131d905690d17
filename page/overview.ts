import { scaleBand, scaleLinear } from 'd3-scale';
import { index, languageName, PHASES } from './data.ts';
import { address, counted, figures, h, svg, table } from './dom.ts';
import { LETTER } from './timeline.ts';

/** A table in which the numbers are drawn as bars as well. */
function bars(caption: string, head: string, rows: readonly (readonly [name: string, count: number])[]): HTMLElement {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return table(
    caption,
    [head, 'Number', ''],
    rows.map(([name, count]) => {
      const bar = h('div', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.width = `${(100 * count) / most}%`;
      return [name, h('span', { class: 'number' }, figures(count)), bar];
    }),
  );
}

/** The months from one to another, YYYY-MM. */
function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  for (let at = first; at <= last; ) {
    months.push(at);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    at = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

/** Columns for the articles of each month; of years if there are too many months to tell apart. */
function columns(width: number): HTMLElement {
  const dated = index.articles.flatMap(({ published }) =>
    published !== null && published.length >= 7 ? published : [],
  );
  if (dated.length === 0) return h('p', {}, 'No article is dated to the month.');
  const months = dated.map(day => day.slice(0, 7)).toSorted();
  const all = monthsBetween(months[0] ?? '', months.at(-1) ?? '');
  const byYear = all.length > 60;
  const keys = byYear ? [...new Set(all.map(month => month.slice(0, 4)))] : all;
  const counts = new Map(keys.map(key => [key, 0]));
  for (const month of months) {
    const key = byYear ? month.slice(0, 4) : month;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const height = 180;
  const margin = { top: 20, right: 8, bottom: 24, left: 40 };
  const x = scaleBand(keys, [margin.left, width - margin.right]).padding(0.2);
  const most = Math.max(1, ...counts.values());
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice();
  const room = Math.max(1, Math.ceil((keys.length * 62) / (width - margin.left - margin.right)));
  const unit = byYear ? 'year' : 'month';
  const undated = index.articles.length - dated.length;
  return h(
    'figure',
    {},
    svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        class: 'columns',
        'aria-label': `Articles per ${unit}: ${[...counts].map(([key, count]) => `${key} ${count}`).join(', ')}`,
      },
      ...y
        .ticks(4)
        .filter(Number.isInteger)
        .flatMap(tick => [
          svg('line', { x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick), class: 'grid' }),
          svg('text', { x: margin.left - 6, y: y(tick), dy: '0.32em', 'text-anchor': 'end' }, figures(tick)),
        ]),
      ...keys.flatMap((key, i) => {
        const count = counts.get(key) ?? 0;
        const left = x(key) ?? 0;
        const half = (key.length * LETTER) / 2;
        const middle = Math.min(left + x.bandwidth() / 2, width - half);
        return [
          svg(
            'rect',
            { x: left, y: y(count), width: x.bandwidth(), height: y(0) - y(count), class: 'column' },
            svg('title', {}, `${key}: ${count}`),
          ),
          i % room === 0
            ? svg('text', { x: middle, y: height - margin.bottom + 16, 'text-anchor': 'middle' }, key)
            : null,
        ];
      }),
    ),
    h(
      'figcaption',
      {},
      `Articles per ${unit} of publication${undated > 0 ? `; ${counted(undated, 'article')} not dated to the month` : ''}.`,
    ),
  );
}

function languages(): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { language } of index.articles) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].map(([code, count]) => [languageName(code), count] as const).toSorted((a, b) => b[1] - a[1]);
}

function phases(): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const article of index.articles) {
    for (const [phase, count] of Object.entries(article.phases)) counts.set(phase, (counts.get(phase) ?? 0) + count);
  }
  return PHASES.map(phase => [phase, counts.get(phase) ?? 0] as const);
}

/** The first page: what there is, when, in which languages, of which phases. */
export function overview(width: number): readonly Node[] {
  const { articles, incidents, facts, errors } = index;
  const relevant = articles.filter(article => article.relevant).length;
  const tile = (count: number, words: string, href: string | null): HTMLElement =>
    h(
      'li',
      {},
      h('span', { class: 'big' }, figures(count)),
      href === null ? h('span', {}, words) : h('a', { href }, words),
    );
  const largest = incidents.toSorted((a, b) => b.independent - a.independent || b.articles - a.articles).slice(0, 10);
  return [
    h('h1', {}, 'Overview'),
    h(
      'ul',
      { class: 'tiles' },
      tile(incidents.length, incidents.length === 1 ? 'incident' : 'incidents', address('incidents')),
      tile(articles.length, articles.length === 1 ? 'article' : 'articles', address('articles')),
      tile(relevant, 'tell of an incident', null),
      tile(facts, facts === 1 ? 'action' : 'actions', null),
      tile(errors, errors === 1 ? 'error or warning' : 'errors and warnings', null),
    ),
    h('h2', {}, 'Articles over time'),
    columns(width),
    h(
      'div',
      { class: 'beside' },
      h('section', {}, h('h2', {}, 'Languages'), bars('Articles by language', 'Language', languages())),
      h('section', {}, h('h2', {}, 'Phases'), bars('Actions by phase of an incident', 'Phase', phases())),
    ),
    h('h2', {}, 'Incidents with most articles'),
    h(
      'ol',
      { class: 'plain' },
      ...largest.map(({ id, label, articles: count }) =>
        h('li', {}, h('a', { href: address(`incident/${id}`) }, label), ` ${counted(count, 'article')}`),
      ),
    ),
  ];
}
