import { MARK_KINDS, type PageAction, type PageArticle, type PageMark } from '../src/model/page.ts';
import { articleAt, factuality, index, languageName } from './data.ts';
import { address, type Child, counted, h, table } from './dom.ts';
import { explain } from './tooltip.ts';

/** A stretch of the text, with the marks that cover it, the outermost first. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly PageMark[];
}

/** Cut a text where marks begin and end. Offsets count code points; marks come in text order. */
function stretches(text: string, marks: readonly PageMark[]): readonly Stretch[] {
  const points = Array.from(text);
  const edges = [...new Set([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  const found: Stretch[] = [];
  let next = 0;
  let open: readonly PageMark[] = [];
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const begun: PageMark[] = [];
    for (let mark = marks[next]; mark !== undefined && mark.start <= start; mark = marks[next]) {
      begun.push(mark);
      next += 1;
    }
    open = [...open, ...begun].filter(mark => mark.end > start);
    found.push({ text: points.slice(start, end).join(''), start, marks: open });
  }
  return found;
}

function truth(action: PageAction | undefined): string {
  if (!action) return '';
  const words = factuality(action);
  return words.length === 0 ? 'affirmed, happened' : words.join(', ');
}

/** What a tooltip says of a mark. */
function linesOf(mark: PageMark, action: PageAction | undefined): readonly string[] {
  const people = action
    ? [
        ['by', action.actors],
        ['to', [...action.targets, ...action.recipients]],
        ['with', action.instruments],
        ['affected', action.affected],
        ['says', action.sources],
      ].flatMap(([role, names]) =>
        Array.isArray(names) && names.length > 0 ? [`${String(role)}: ${names.join(', ')}`] : [],
      )
    : [];
  return [
    `${mark.kind}: ${mark.says}`,
    ...(action ? [truth(action)] : []),
    ...(action?.date ? [`when: ${action.date}`] : []),
    ...people,
    `rule: ${mark.rule}`,
  ];
}

function marked(text: string, article: PageArticle, language: string): HTMLElement {
  const actions = new Map(article.actions.map(action => [action.id, action]));
  const body = h('div', { class: 'text', lang: language === 'und' ? null : language });
  for (const { text: words, start, marks } of stretches(text, article.marks)) {
    let piece: Child = words;
    for (const [depth, mark] of marks.toReversed().entries()) {
      const isFirst = mark.start === start;
      const action = mark.action === undefined ? undefined : actions.get(mark.action);
      const element: HTMLElement = h(
        'mark',
        { class: `${mark.kind}${isFirst ? ' first' : ''}`, tabindex: isFirst ? 0 : null, 'data-rule': mark.rule },
        piece,
        isFirst && depth === 0 ? h('span', { class: 'unseen', lang: 'en' }, ` (${mark.kind})`) : null,
      );
      explain(element, () =>
        marks
          .toReversed()
          .flatMap(one =>
            linesOf(one, one === mark ? action : one.action === undefined ? undefined : actions.get(one.action)),
          ),
      );
      piece = element;
    }
    body.append(piece);
  }
  return body;
}

/** Quotes alone, where the corpus holds no text. */
function quoted(article: PageArticle): readonly Node[] {
  return [
    h('p', {}, 'This corpus holds no text of the article. What was found in it, with quotes:'),
    table(
      'What was found',
      ['Kind', 'Quote', 'Meaning', 'Rule', 'Place'],
      article.marks.map(mark => [
        mark.kind,
        mark.quote ? h('q', {}, mark.quote) : '',
        mark.says,
        mark.rule,
        `${mark.start} to ${mark.end}`,
      ]),
    ),
  ];
}

/** The page of an article. */
export function articlePage(position: number): readonly Node[] {
  const row = index.articles[position];
  if (!row) return [h('h1', {}, 'There is no such article.')];
  const article = articleAt(position);
  const incident = row.incident === null ? undefined : index.incidents[row.incident];
  const counts = new Map<string, number>();
  for (const { kind } of article.marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const lang = row.language === 'und' ? null : row.language;
  // An address is a link only if it is one of the web: "javascript:" and the like stay words.
  const isWeb = article.url !== null && /^https?:\/\//iu.test(article.url);
  return [
    h('p', { class: 'small' }, h('a', { href: address('articles') }, 'Articles')),
    h('h1', { lang }, row.title),
    h(
      'p',
      { class: 'small' },
      [row.published ?? 'not dated', row.publisher, languageName(row.language), article.path]
        .filter(Boolean)
        .join(' · '),
      article.url === null ? null : ' · ',
      article.url === null ? null : isWeb ? h('a', { href: article.url, rel: 'noreferrer' }, article.url) : article.url,
    ),
    h(
      'p',
      {},
      incident ? 'Incident: ' : row.relevant ? 'Tells of an incident.' : 'Tells of no incident.',
      incident ? h('a', { href: address(`incident/${incident.id}`) }, incident.label) : null,
    ),
    h(
      'ul',
      { class: 'legend marks' },
      ...MARK_KINDS.map(kind => h('li', {}, h('mark', { class: `${kind} first` }, kind), ` ${counts.get(kind) ?? 0}`)),
    ),
    ...(article.text === null ? quoted(article) : [marked(article.text, article, row.language)]),
    h('h2', {}, 'Actions'),
    article.actions.length === 0
      ? h('p', {}, 'No action was found.')
      : table(
          counted(article.actions.length, 'action'),
          [
            'Id',
            'What',
            'By',
            'To whom or what',
            'Affected',
            'When',
            'How true',
            'Says',
            ...(article.text === null ? ['Quote'] : []),
            'Rule',
          ],
          article.actions.map(action => [
            action.id,
            h('span', { class: 'nobreak' }, action.type),
            action.actors.join(', '),
            [...action.targets, ...action.recipients].join(', '),
            action.affected.join(', '),
            h('span', { class: 'when' }, action.date ?? ''),
            truth(action),
            action.sources.join(', '),
            ...(article.text === null ? [action.quote ? h('q', { lang }, action.quote) : ''] : []),
            h('span', { class: 'rule' }, action.rule),
          ]),
        ),
  ];
}
