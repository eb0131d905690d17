/** What an element is made with: attributes, `class`, and listeners as `onclick` and the like. */
type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: Event) => void)>>;
export type Child = Node | string | null;

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  // Strings become text, whatever stands in them: nothing on this page is ever parsed as HTML.
  element.append(...children.filter(child => child !== null));
}

/** Make an element of HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  fill(element, attributes, children);
  return element;
}

/** Make an element of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  fill(element, attributes, children);
  return element;
}

/** A number with commas. */
export const figures = (count: number): string => String(count).replace(/\d(?=(?:\d{3})+$)/gu, '$&,');

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figures(count)} ${count === 1 ? one : many}`;

/** An address of the report with its parameters. */
export function address(place: string, parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString();
  return `#/${place}${query === '' ? '' : `?${query}`}`;
}

/** A period as people read it. */
export function period(earliest: string | null, latest: string | null): string {
  if (earliest === null || latest === null) return 'not dated';
  return earliest === latest ? earliest : `${earliest} to ${latest}`;
}

/** How many columns a table may have to be read as one on a phone. */
const WIDE = 3;

/** A table with its heads; rows are cells. On a narrow screen each row of a wide one becomes a list of named cells. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  return h(
    'section',
    { class: 'scroll', tabindex: 0, 'aria-label': caption },
    h(
      'table',
      heads.length > WIDE ? { class: 'wide' } : {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, ...heads.map(head => h('th', { scope: 'col' }, head)))),
      h(
        'tbody',
        {},
        ...rows.map(row => h('tr', {}, ...row.map((cell, i) => h('td', { 'data-head': heads[i] ?? '' }, cell)))),
      ),
    ),
  );
}
