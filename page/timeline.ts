import { scaleUtc } from 'd3-scale';
import type { PageIncident } from '../src/model/page.ts';
import { factuality, PHASES, type Truth, truthOf } from './data.ts';
import { h, period, svg } from './dom.ts';
import { explain } from './tooltip.ts';

type Fact = PageIncident['timeline'][number];

/** A fact in its place on the picture. */
interface Item {
  readonly fact: Fact;
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** The room that a date needs on the axis, in pixels. */
const LABEL_WIDTH = 100;
const DAY = 86_400_000;
const ROW = 22;
const LABEL = 16;
const RADIUS = 6;
/** Width of a letter of a label, generously. */
export const LETTER = 6.6;
/** From this share of dates outwards a date is an outlier that would squeeze all others together. */
const EDGE = 0.1;

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** The words of a fact: what, by whom, to what. */
export function inWords(fact: Fact): string {
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name.replaceAll(/\s+/gu, ' ')).join(', ');
  const [actors, targets, affected] = [names(fact.actors), names(fact.targets), names(fact.affected)];
  return [
    fact.type,
    actors && `by ${actors}`,
    targets && `: ${targets}`,
    affected && affected !== actors && `(${affected})`,
  ]
    .filter(Boolean)
    .join(' ')
    .replace(' :', ':');
}

/** First and last day of the facts: all of them, or without the few that lie far from the others. */
function extent(facts: readonly Fact[], all: boolean): readonly [number, number] {
  const starts = facts.map(({ earliest }) => dayOf(earliest ?? '')).toSorted((a, b) => a - b);
  const ends = facts.map(({ latest }) => dayOf(latest ?? '')).toSorted((a, b) => a - b);
  const whole = [starts[0] ?? 0, (ends.at(-1) ?? 0) + DAY] as const;
  if (all || facts.length < 5) return whole;
  const cut = Math.ceil(facts.length * EDGE);
  const inner = [starts[cut] ?? whole[0], (ends.at(-1 - cut) ?? whole[1]) + DAY] as const;
  return whole[1] - whole[0] > 4 * Math.max(inner[1] - inner[0], 14 * DAY) ? inner : whole;
}

/** What stands for a fact: a bar where the day is not known, a point where it is; its form tells how true it is. */
function shape(truth: Truth, exact: boolean, left: number, right: number, y: number): SVGElement {
  if (exact) {
    const x = (left + right) / 2;
    if (truth === 'negated') {
      const d = RADIUS - 1;
      return svg('path', {
        d: `M${x - d},${y - d}L${x + d},${y + d}M${x - d},${y + d}L${x + d},${y - d}`,
        class: truth,
      });
    }
    return truth === 'open'
      ? svg('path', {
          d: `M${x},${y - RADIUS}L${x + RADIUS},${y}L${x},${y + RADIUS}L${x - RADIUS},${y}Z`,
          class: truth,
        })
      : svg('circle', { cx: x, cy: y, r: RADIUS, class: truth });
  }
  return svg('rect', { x: left, y: y - 5, width: Math.max(right - left, 4), height: 10, rx: 3, class: truth });
}

/**
 * The picture of an incident's course: a lane for each phase, exact days as points, masked dates as bars from the first
 * to the last day that is possible.
 *
 * @param onPick told which fact was chosen
 */
export function timeline(
  facts: readonly Fact[],
  width: number,
  all: boolean,
  onPick: (id: string) => void,
): SVGSVGElement {
  const isNarrow = width < 640;
  // Labels stand to the right of their facts, so there is room for the longest behind the last day.
  const longest = Math.max(...facts.map(({ type }) => type.length)) * LETTER + RADIUS + 6;
  const margin = { left: isNarrow ? 6 : 110, right: longest, top: 26, bottom: 6 };
  const [first, last] = extent(facts, all);
  const pad = Math.max(DAY, (last - first) * 0.02);
  const x = scaleUtc([first - pad, last + pad], [margin.left, width - margin.right]);
  const seen = facts.filter(({ earliest, latest }) => dayOf(latest ?? '') >= first && dayOf(earliest ?? '') < last);
  const clamp = (at: number): number => Math.min(Math.max(x(at), margin.left), width - margin.right);

  /** Rows of a lane: a fact goes into the first in which neither it nor its label touches another. */
  function laid(lane: readonly Fact[]): readonly Item[] {
    const ends: number[] = [];
    return lane
      .toSorted((a, b) =>
        (a.earliest ?? '') < (b.earliest ?? '') ? -1 : (a.earliest ?? '') > (b.earliest ?? '') ? 1 : 0,
      )
      .map(fact => {
        const from = clamp(dayOf(fact.earliest ?? ''));
        const to = clamp(dayOf(fact.latest ?? '') + DAY);
        const begin = from - RADIUS;
        const end = to + RADIUS + fact.type.length * LETTER + 12;
        const free = ends.findIndex(taken => taken <= begin);
        const row = free < 0 ? ends.length : free;
        ends[row] = Math.max(ends[row] ?? 0, end);
        return { fact, from, to, row };
      });
  }

  const lanes = PHASES.flatMap(phase => {
    const items = laid(seen.filter(fact => fact.phase === phase));
    return items.length === 0 ? [] : [{ phase, items, rows: 1 + Math.max(...items.map(({ row }) => row)) }];
  });
  let y = margin.top;
  const parts: SVGElement[] = [];
  for (const [i, { phase, items, rows }] of lanes.entries()) {
    const height = rows * ROW + 8 + (isNarrow ? LABEL : 0);
    const head = isNarrow ? LABEL : 0;
    parts.push(
      svg('rect', { x: 0, y, width, height, class: i % 2 === 0 ? 'lane' : 'lane odd' }),
      svg('text', { x: 6, y: y + (isNarrow ? 13 : ROW / 2 + 8), class: 'lane-name' }, phase),
    );
    for (const { fact, from, to, row } of items) {
      const middle = y + head + row * ROW + ROW / 2 + 4;
      const truth = truthOf(fact);
      const exact = fact.earliest === fact.latest;
      const group = svg(
        'g',
        {
          class: 'fact',
          tabindex: 0,
          role: 'button',
          'data-fact': fact.id,
          'aria-label': [inWords(fact), period(fact.earliest, fact.latest), ...factuality(fact)].join(', '),
        },
        shape(truth, exact, from, to, middle),
        svg(
          'text',
          { x: (exact ? (from + to) / 2 + RADIUS : Math.max(to, from + 4)) + 4, y: middle, dy: '0.35em' },
          fact.type,
        ),
      );
      explain(group, () =>
        [`${fact.id} ${inWords(fact)}`, period(fact.earliest, fact.latest), factuality(fact).join(', ')].filter(
          line => line !== '',
        ),
      );
      group.addEventListener('keydown', event => {
        if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          onPick(fact.id);
        }
      });
      group.addEventListener('dblclick', () => onPick(fact.id));
      parts.push(group);
    }
    y += height;
  }
  const room = Math.max(2, Math.floor((width - margin.left - margin.right) / LABEL_WIDTH));
  // Nothing is known more closely than the day.
  const wanted = x.ticks(room).filter(tick => tick.getUTCHours() === 0);
  // The scale takes the number for a wish; labels that touch cannot be read.
  const every = Math.ceil(wanted.length / room);
  const ticks = wanted.filter((_, i) => i % every === 0);
  const words = ticks.map(tick => tick.toISOString());
  const length = words.every(word => word.slice(5, 10) === '01-01')
    ? 4
    : words.every(word => word.slice(8, 10) === '01')
      ? 7
      : 10;
  const half = (length * LETTER) / 2 + 2;
  const grid: SVGElement[] = [];
  const axis: SVGElement[] = [];
  for (const [i, tick] of ticks.entries()) {
    const at = x(tick);
    grid.push(svg('line', { x1: at, x2: at, y1: margin.top - 4, y2: y, class: 'grid' }));
    const middle = Math.min(Math.max(at, half), width - half);
    axis.push(svg('text', { x: middle, y: 14, 'text-anchor': 'middle' }, words[i]?.slice(0, length) ?? ''));
  }
  const height = y + margin.bottom;
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, class: 'timeline', role: 'group', 'aria-label': 'Timeline' },
    ...parts.filter(part => part.matches('rect')),
    ...grid,
    ...axis,
    ...parts.filter(part => !part.matches('rect')),
  );
}

/** How many dated facts lie outside the picture that is not of all. */
export function outside(facts: readonly Fact[]): number {
  const [first, last] = extent(facts, false);
  return facts.filter(({ earliest, latest }) => dayOf(latest ?? '') < first || dayOf(earliest ?? '') >= last).length;
}

/** What the forms of the picture mean. */
export function legend(): HTMLElement {
  const sign = (truth: Truth, exact: boolean): SVGElement =>
    svg('svg', { width: 26, height: 16, 'aria-hidden': 'true', class: 'timeline sign' }, shape(truth, exact, 2, 24, 8));
  return h(
    'ul',
    { class: 'legend' },
    h('li', {}, sign('happened', true), 'happened or goes on'),
    h('li', {}, sign('open', true), 'planned, advised, possible or not known'),
    h('li', {}, sign('negated', true), 'negated'),
    h('li', {}, sign('happened', false), 'day not known: from the first to the last that is possible'),
  );
}
