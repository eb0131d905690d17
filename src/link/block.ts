import type { Evidence } from './evidence.ts';

/** From this prior on, of 1000, a form is too common to bring two articles together. */
const COMMON = 30;
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

/**
 * Hand over all pairs of articles that share something rare, the lower position first; a pair may come more than once.
 *
 * What very many articles share brings an article together with its neighbours in time only, so that the number of
 * pairs grows with the number of articles.
 */
export function pairs(articles: readonly Evidence[], found: (a: number, b: number) => void): void {
  const blocks = new Map<number, number[]>();
  articles.forEach((article, i) => {
    article.keys.forEach((key, k) => {
      const thing = article.things[article.owners[k] ?? 0];
      if (thing === undefined || SOFT.has(thing.kind) || thing.salience < LEAST || (article.priors[k] ?? 0) >= COMMON)
        return;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else block.push(i);
    });
  });
  const times = articles.map(time);
  const inTime = (a: number, b: number): number => {
    const [first = 0, second = 0] = [times[a], times[b]];
    return first === second ? a - b : first - second;
  };
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const reach = block.length <= SMALL ? block.length : NEIGHBOURS;
    const sorted = reach < block.length ? block.toSorted(inTime) : block;
    for (let i = 0; i < sorted.length; i += 1) {
      for (let k = i + 1; k < sorted.length && k <= i + reach; k += 1) {
        const [a = 0, b = 0] = [sorted[i], sorted[k]];
        found(Math.min(a, b), Math.max(a, b));
      }
    }
  }
}
