import { articlePage } from './article.ts';
import { articlePosition, incidentPosition, index } from './data.ts';
import { address, h } from './dom.ts';
import { incidentPage } from './incident.ts';
import { articleList, incidentList } from './lists.ts';
import { overview } from './overview.ts';

const main = document.querySelector('main') ?? document.body;
const PAGES = [
  ['', 'Overview'],
  ['incidents', 'Incidents'],
  ['articles', 'Articles'],
] as const;

/** What the address asks for: a place, what in it, and parameters. */
function asked(): {
  readonly place: string;
  readonly id: string;
  readonly parameters: Readonly<Record<string, string>>;
} {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/u, '').split('?');
  const [place = '', id = ''] = path.split('/');
  return { place, id, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

function show(isFirst: boolean): void {
  const { place, id, parameters } = asked();
  let after = (): void => {};
  let nodes: readonly Node[];
  switch (place) {
    case 'incidents':
      nodes = incidentList(parameters);
      break;
    case 'articles':
      nodes = articleList(parameters);
      break;
    case 'incident': {
      const page = incidentPage(incidentPosition.get(id) ?? -1);
      ({ nodes, after } = page);
      break;
    }
    case 'article':
      nodes = articlePage(articlePosition.get(id) ?? -1);
      break;
    default:
      nodes = overview(Math.max(300, Math.min(1100, main.clientWidth)));
  }
  main.replaceChildren(...nodes);
  after();
  const heading = main.querySelector('h1')?.textContent ?? '';
  document.title = `${heading.length > 40 ? `${heading.slice(0, 39)}…` : heading} · Incident corpus`;
  for (const link of document.querySelectorAll('#pages a')) {
    const own = link.getAttribute('data-place') ?? '';
    const isHere =
      own === place || (place === 'incident' && own === 'incidents') || (place === 'article' && own === 'articles');
    if (isHere) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (!isFirst) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

document
  .getElementById('pages')
  ?.append(...PAGES.map(([place, words]) => h('a', { href: address(place), 'data-place': place }, words)));
document
  .getElementById('foot')
  ?.append(h('p', {}, `Made by ${index.producer}, by rules alone. Check the quotes before you rely on a single fact.`));
// The skip link must not change the address, which tells the page that is shown.
document.querySelector('.skip')?.addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => show(false));
// On paper every quote is to be read.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
let width = innerWidth;
addEventListener('resize', () => {
  if (innerWidth === width || asked().place !== '') return;
  width = innerWidth;
  show(true);
});
show(true);
