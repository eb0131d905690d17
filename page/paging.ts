import { address, figures, h } from './dom.ts';

/** Entries of one page of a list. */
const PAGE = 50;

/** The entries of a page, and the links to the others; nothing more than a page is ever in the document. */
export function paged<T>(
  items: readonly T[],
  parameters: Readonly<Record<string, string>>,
  place: string,
): { readonly shown: readonly T[]; readonly links: HTMLElement | null } {
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const wanted = Number(parameters.page ?? 1);
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  const shown = items.slice((page - 1) * PAGE, page * PAGE);
  if (pages === 1) return { shown, links: null };
  const link = (to: number, text: string): HTMLElement =>
    to < 1 || to > pages || to === page
      ? h('span', { class: 'off' }, text)
      : h('a', { href: address(place, { ...parameters, page: String(to) }) }, text);
  const links = h(
    'nav',
    { class: 'paging', 'aria-label': 'Pages of the list' },
    link(1, 'First'),
    link(page - 1, 'Previous'),
    h('span', {}, `Page ${figures(page)} of ${figures(pages)}`),
    link(page + 1, 'Next'),
    link(pages, 'Last'),
  );
  return { shown, links };
}
