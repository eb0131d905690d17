import { h } from './dom.ts';

let box: HTMLElement | undefined;
let owner: Element | undefined;

function place(anchor: Element): void {
  if (!box) return;
  const at = anchor.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(at.left, width - size.width - 8));
  const above = at.top - size.height - 8;
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${(above > 4 ? above : at.bottom + 8) + window.scrollY}px`;
}

function hide(): void {
  box?.remove();
  owner?.removeAttribute('aria-describedby');
  box = undefined;
  owner = undefined;
}

function show(anchor: Element, lines: readonly string[]): void {
  if (owner === anchor) return;
  hide();
  box = h('div', { role: 'tooltip', id: 'tooltip', class: 'tooltip' }, ...lines.map(line => h('p', {}, line)));
  owner = anchor;
  document.body.append(box);
  anchor.setAttribute('aria-describedby', 'tooltip');
  place(anchor);
}

/** Give an element a tooltip that comes with the pointer, the focus or a touch, and goes with Escape. */
export function explain(anchor: Element, lines: () => readonly string[]): void {
  anchor.addEventListener('pointerenter', () => show(anchor, lines()));
  anchor.addEventListener('focus', () => show(anchor, lines()));
  anchor.addEventListener('click', () => show(anchor, lines()));
  anchor.addEventListener('blur', hide);
  anchor.addEventListener('pointerleave', event => {
    if (event instanceof PointerEvent && event.pointerType === 'mouse' && document.activeElement !== anchor) hide();
  });
}

addEventListener('keydown', event => {
  if (event.key === 'Escape') hide();
});
addEventListener('hashchange', hide);
