import type { Evidence } from './evidence.ts';

/** From this prior on, of 1000, a form is too common to bring articles together, but those that are about it. */
const COMMON = 30;
const ABOUT = 0.65;
/** Kinds that are too soft for that. */
const SOFT: ReadonlySet<string> = new Set(['word', 'deed', 'course']);
/** Least salience with which a thing brings articles together. */
const LEAST = 0.3;
/** Up to this size all articles of a block are compared, beyond it each with its neighbours in time. */
const SMALL = 40;
const NEIGHBOURS = 16;

/** When an article plays, for sorting: its news if it has a date, else its events. */
function time({ published, events }: Evidence): number {
  const days = published ?? events[0];
  return days === undefined ? Number.POSITIVE_INFINITY : days.first + days.last;
}

/** The keys of an article by which others may be found. */
function* tellingKeys({ keys, owners, priors, things }: Evidence): Generator<number> {
  for (let k = 0; k < keys.length; k += 1) {
    const thing = things[owners[k] ?? 0];
    if (thing === undefined || SOFT.has(thing.kind)) continue;
    if (thing.salience >= ((priors[k] ?? 0) < COMMON ? LEAST : ABOUT)) yield keys[k] ?? 0;
  }
}

/**
 * Hand over all pairs of articles that share something rare, each pair once, the lower position first.
 *
 * What very many articles share brings an article together with its neighbours in time only, so that the number of
 * pairs grows with the number of articles.
 *
 * @param forms how many forms the corpus has: keys are below it
 */
export function pairs(
  length: number,
  evidence: (at: number) => Evidence,
  forms: number,
  found: (a: number, b: number) => void,
): void {
  const times = Float64Array.from({ length }, (_, i) => time(evidence(i)));
  const order = Uint32Array.from({ length }, (_, i) => i).sort((a, b) => {
    const [first = 0, second = 0] = [times[a], times[b]];
    return first === second ? a - b : first - second;
  });
  const sizes = new Uint32Array(forms);
  for (const i of order) for (const key of tellingKeys(evidence(i))) sizes[key] = (sizes[key] ?? 0) + 1;
  // The block of a form is a part of one list: its articles in the order of time. What one article alone has needs none.
  const starts = new Uint32Array(forms);
  let all = 0;
  sizes.forEach((size, key) => {
    starts[key] = all;
    if (size > 1) all += size;
  });
  const blocks = new Uint32Array(all);
  const filled = new Uint32Array(forms);
  for (const i of order) {
    for (const key of tellingKeys(evidence(i))) {
      if ((sizes[key] ?? 0) < 2) continue;
      const place = filled[key] ?? 0;
      blocks[(starts[key] ?? 0) + place] = i;
      filled[key] = place + 1;
    }
  }
  // Gone through in the same order again: an article stands in each of its blocks behind those that were there before.
  filled.fill(0);
  for (const i of order) {
    const later = new Set<number>();
    for (const key of tellingKeys(evidence(i))) {
      const size = sizes[key] ?? 0;
      if (size < 2) continue;
      const place = filled[key] ?? 0;
      filled[key] = place + 1;
      const start = starts[key] ?? 0;
      const end = size <= SMALL ? size : Math.min(size, place + 1 + NEIGHBOURS);
      for (let k = place + 1; k < end; k += 1) later.add(blocks[start + k] ?? 0);
    }
    for (const other of later) found(Math.min(i, other), Math.max(i, other));
  }
}
