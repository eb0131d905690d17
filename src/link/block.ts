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
 * Hand over all pairs of articles that share something rare, each pair once, the lower position first.
 *
 * What very many articles share brings an article together with its neighbours in time only, so that the number of
 * pairs grows with the number of articles.
 */
export function pairs(articles: readonly Evidence[], found: (a: number, b: number) => void): void {
  const times = articles.map(time);
  const order = articles
    .map((_, i) => i)
    .toSorted((a, b) => {
      const [first = 0, second = 0] = [times[a], times[b]];
      return first === second ? a - b : first - second;
    });
  const blocks = new Map<number, number[]>();
  /** The blocks of each article, and its place in each. */
  const places: (readonly [block: readonly number[], place: number])[][] = articles.map(() => []);
  for (const i of order) {
    const article = articles[i];
    article?.keys.forEach((key, k) => {
      const thing = article.things[article.owners[k] ?? 0];
      if (thing === undefined || SOFT.has(thing.kind) || thing.salience < LEAST || (article.priors[k] ?? 0) >= COMMON)
        return;
      const block = blocks.get(key) ?? [];
      if (block.length === 0) blocks.set(key, block);
      places[i]?.push([block, block.push(i) - 1]);
    });
  }
  for (const i of order) {
    const later = new Set<number>();
    for (const [block, place] of places[i] ?? []) {
      const reach = block.length <= SMALL ? block.length : NEIGHBOURS;
      for (let k = place + 1; k < block.length && k <= place + reach; k += 1) later.add(block[k] ?? 0);
    }
    for (const other of later) found(Math.min(i, other), Math.max(i, other));
  }
}
