import type { PageIncident } from '../src/model/page.ts';
import { articlePosition, factuality, incidentAt, index, languageName } from './data.ts';
import { address, type Child, counted, h, period, table } from './dom.ts';
import { inWords, legend, outside, timeline } from './timeline.ts';

type Fact = PageIncident['timeline'][number];

const joined = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ');

function articleLink(id: string, words?: string): Child {
  const row = index.articles[articlePosition.get(id) ?? -1];
  return row
    ? h(
        'a',
        { href: address(`article/${id}`), lang: words || row.language === 'und' ? null : row.language },
        words ?? row.title,
      )
    : id;
}

function quotes(evidence: Fact['evidence']): HTMLElement {
  return h(
    'ul',
    { class: 'quotes' },
    ...evidence.map(({ article, quote }) =>
      h(
        'li',
        {},
        quote === '' ? null : h('q', { lang: languageOf(article) }, quote.replaceAll(/\s+/gu, ' ')),
        ' ',
        articleLink(article),
      ),
    ),
  );
}

const languageOf = (article: string): string | null => {
  const code = index.articles[articlePosition.get(article) ?? -1]?.language;
  return code === undefined || code === 'und' ? null : code;
};

function factRow(fact: Fact): readonly Child[] {
  const sources = fact.sources.map(({ name, stance }) => `${name} (${stance})`).join(', ');
  return [
    h('span', { id: `fact-${fact.id}`, tabindex: -1 }, fact.id),
    h(
      'span',
      { class: 'nobreak' },
      fact.date !== null && fact.earliest === null ? fact.date : period(fact.earliest, fact.latest),
    ),
    fact.type,
    joined(fact.actors),
    joined([...fact.targets, ...fact.recipients]),
    joined(fact.affected),
    factuality(fact).join(', '),
    sources,
    h('details', {}, h('summary', {}, counted(fact.evidence.length, 'quote')), quotes(fact.evidence)),
  ];
}

function pick(id: string): void {
  const place = document.getElementById(`fact-${id}`);
  place?.scrollIntoView({ block: 'center' });
  place?.focus();
}

/** The picture with the button that widens it, drawn again when the window gets another width. */
function picture(facts: readonly Fact[], frame: HTMLElement): void {
  const dated = facts.filter(({ earliest }) => earliest !== null);
  if (dated.length === 0) {
    frame.append(h('p', {}, 'No fact of this incident is dated.'));
    return;
  }
  const hidden = outside(dated);
  let all = hidden === 0;
  const figure = h('div', { class: 'picture' });
  const note = h('p', { class: 'small' });
  const button = h('button', { type: 'button' });
  function draw(): void {
    figure.replaceChildren(timeline(dated, Math.max(300, Math.floor(frame.clientWidth)), all, pick));
    button.textContent = all ? 'Show the time of most facts' : 'Show all dates';
    note.textContent = all
      ? ''
      : `${counted(hidden, 'fact')} ${hidden === 1 ? 'lies' : 'lie'} before or after this picture.`;
  }
  button.addEventListener('click', () => {
    all = !all;
    draw();
  });
  frame.append(figure, ...(hidden > 0 ? [note, button] : []), legend());
  draw();
  let width = frame.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!frame.isConnected) observer.disconnect();
    else if (frame.clientWidth !== width) {
      width = frame.clientWidth;
      draw();
    }
  });
  observer.observe(frame);
}

function names(
  head: string,
  entries: readonly { readonly name: string; readonly articles: number }[],
): readonly Node[] {
  return entries.length === 0
    ? []
    : [
        h('dt', {}, head),
        h('dd', {}, entries.map(({ name, articles }) => (articles > 1 ? `${name} (${articles})` : name)).join(', ')),
      ];
}

const range = (min: number | null, max: number | null): string =>
  min === max ? String(min) : min === null ? `at most ${max}` : max === null ? `at least ${min}` : `${min} to ${max}`;

/** The page of an incident. */
export function incidentPage(position: number): { readonly nodes: readonly Node[]; readonly after: () => void } {
  const row = index.incidents[position];
  if (!row) return { nodes: [h('h1', {}, 'There is no such incident.')], after: () => {} };
  const incident = incidentAt(position);
  const facts = incident.timeline;
  const byId = new Map(facts.map(fact => [fact.id, fact]));
  const frame = h('div', { id: 'picture' });
  const undated = facts.filter(({ earliest }) => earliest === null).length;
  const fact = (id: string): Child => {
    const found = byId.get(id);
    return h(
      'li',
      {},
      h('strong', {}, id),
      ` ${found ? `${inWords(found)}, ${period(found.earliest, found.latest)}` : ''}`,
      found ? quotes(found.evidence) : null,
    );
  };
  const { quantities } = incident.impact;
  const nodes: readonly Node[] = [
    h('p', { class: 'small' }, h('a', { href: address('incidents') }, 'Incidents')),
    h('h1', {}, row.label),
    h(
      'dl',
      { class: 'facts' },
      h('dt', {}, 'Period'),
      h('dd', {}, period(row.earliest, row.latest)),
      h('dt', {}, 'Told by'),
      h('dd', {}, `${counted(incident.articles.length, 'article')}, ${incident.independentArticles} of them no copies`),
      ...names('Products', incident.products),
      ...names('Vendors', incident.vendors),
      ...names('Vulnerabilities', incident.vulnerabilities),
      ...names('Malware', incident.malware),
    ),
    h('h2', {}, 'Timeline'),
    frame,
    ...(quantities.length === 0
      ? []
      : [
          h('h2', {}, 'Impact in numbers'),
          table(
            'Numbers that are told of the harm',
            ['Kind', 'Number', 'Unit', 'Quotes'],
            quantities.map(({ kind, min, max, unit, evidence }) => [
              kind,
              range(min, max),
              unit ?? '',
              h('details', {}, h('summary', {}, counted(evidence.length, 'quote')), quotes(evidence)),
            ]),
          ),
        ]),
    ...(incident.conflicts.length === 0
      ? []
      : [
          h('h2', {}, 'Conflicts'),
          h('p', {}, 'Here articles contradict each other; both sides are kept.'),
          h(
            'ul',
            { class: 'conflicts' },
            ...incident.conflicts.map(({ on, facts: [a, b] }) =>
              h('li', {}, h('strong', {}, `On ${on}`), h('ul', {}, fact(a), fact(b))),
            ),
          ),
        ]),
    h('h2', {}, 'Who did what'),
    facts.length === 0
      ? h('p', {}, 'No action is told.')
      : table(
          `${counted(facts.length, 'fact')}${undated > 0 ? `, ${undated} not dated` : ''}`,
          ['Id', 'When', 'What', 'By', 'To whom or what', 'Affected', 'How true', 'Says', 'Quotes'],
          facts.map(factRow),
        ),
    h('h2', {}, 'Organisations'),
    incident.organisations.length === 0
      ? h('p', {}, 'No organisation is named.')
      : table(
          'Organisations that are named',
          ['Name', 'Kind', 'Country', 'Involved as', 'Articles'],
          incident.organisations.map(({ name, kind, country, involvement, articles }) => [
            name,
            kind,
            country ?? '',
            involvement.join(', '),
            String(articles),
          ]),
        ),
    h('h2', {}, 'Sources'),
    table(
      'Articles that tell of it',
      ['Article', 'Published', 'Language', 'Role'],
      incident.articles.map(({ id, published, language, role, copyOf, similarity }) => [
        articleLink(id),
        published ?? 'not known',
        languageName(language),
        copyOf === null
          ? role
          : h(
              'span',
              {},
              `${role} of `,
              articleLink(copyOf),
              similarity === null ? null : ` (${Math.round(100 * similarity)} %)`,
            ),
      ]),
    ),
    ...(incident.linkEvidence.length === 0
      ? []
      : [
          h('h2', {}, 'Why these articles belong together'),
          table(
            'Pairs of articles with what they share',
            ['Article', 'Article', 'Score', 'Shared'],
            incident.linkEvidence.map(({ a, b, score, shared }) => [
              articleLink(a),
              articleLink(b),
              score.toFixed(2),
              shared.map(({ kind, name, weight }) => `${kind}: ${name} (${weight.toFixed(2)})`).join('; '),
            ]),
          ),
        ]),
  ];
  return { nodes, after: () => picture(facts, frame) };
}
