/** How often the articles are drawn anew. */
const DRAWS = 1000;

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed (the mulberry32 generator). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often each article is in each draw: as many articles as there are, drawn with replacement. */
export function draw(articles: number, seed: number): readonly Uint16Array[] {
  const next = chance(seed);
  return Array.from({ length: DRAWS }, () => {
    const times = new Uint16Array(articles);
    for (let i = 0; i < articles; i += 1) {
      const at = Math.floor(next() * articles);
      times[at] = (times[at] ?? 0) + 1;
    }
    return times;
  });
}

/**
 * The bounds between which a figure lies in 95 % of the draws (percentile bootstrap, Efron 1979); null if no draw has
 * the figure.
 */
export function interval(values: readonly (number | null)[]): readonly [number, number] | null {
  const known = values.filter(value => value !== null).toSorted((a, b) => a - b);
  const low = known[Math.floor(known.length * 0.025)];
  const high = known[Math.ceil(known.length * 0.975) - 1];
  return low === undefined || high === undefined ? null : [low, high];
}
