import type { Evidence } from './evidence.ts';

/** Share of an article's word runs that stand in another from which on it is a copy of it, or builds upon it. */
const COPY = 0.7;
const DERIVED = 0.3;
/** Fewest hashes from which a share can be estimated. */
const FEWEST = 8;
/** How many hashes of an article are looked up, and how many articles at most with each. */
const LOOKED_UP = 32;
const MOST = 48;
/** Fewest hashes that two articles must share to be compared. */
const COMMON = 3;
/** Words in a row that are compared when the texts are at hand. */
const RUN = 5;

/** The hashes of a fingerprint, ascending. */
export function sketchOf(fingerprint: string): Uint32Array {
  const bytes = Buffer.from(fingerprint, 'base64');
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(i * 4)).sort();
}

/** How many of a sketch's hashes a fingerprint keeps at most; a shorter sketch is whole. */
const KEPT = 128;

function upTo(sketch: Uint32Array, limit: number): number {
  let low = 0;
  let high = sketch.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sketch[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The share of an article's word runs that stand in another, estimated from sketches: of the hashes below the limit up
 * to which both sketches are whole.
 *
 * @returns from 0 to 1; 0 where the sketches are too short to say
 */
export function containment(part: Uint32Array, whole: Uint32Array): number {
  const limit = Math.min(
    part.length < KEPT ? 0xffffffff : (part.at(-1) ?? 0),
    whole.length < KEPT ? 0xffffffff : (whole.at(-1) ?? 0),
  );
  const size = upTo(part, limit);
  if (size < FEWEST) return 0;
  const other = upTo(whole, limit);
  let common = 0;
  for (let i = 0, k = 0; i < size && k < other; ) {
    const a = part[i] ?? 0;
    const b = whole[k] ?? 0;
    if (a === b) common += 1;
    if (a <= b) i += 1;
    if (b <= a) k += 1;
  }
  return common / size;
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i += 1) runs.add(words.slice(i, i + RUN).join(' '));
  return runs;
}

/** The share of a text's word runs that stand in another text, counted. */
export function textContainment(part: string, whole: string): number {
  const runs = runsOf(part);
  const others = runsOf(whole);
  let common = 0;
  for (const run of runs) if (others.has(run)) common += 1;
  return runs.size === 0 ? 0 : common / runs.size;
}

/** What an article is to the others: it stands alone, or it copies or builds upon another. */
export interface Copying {
  readonly role: 'original' | 'copy' | 'derived';
  /** Position of the article that it copies or builds upon; null for an original. */
  readonly of: number | null;
  readonly similarity: number | null;
}

const ORIGINAL: Copying = { role: 'original', of: null, similarity: null };

/** Room for the position of an article beside a hash of 32 bits in one exact number. */
const ROOM = 2 ** 21;

/** Who holds each hash that more than one article holds, in ascending order; of very many the first. */
function sharedHashes(articles: readonly Evidence[]): ReadonlyMap<number, readonly number[]> {
  const held = new Float64Array(articles.reduce((sum, { sketch }) => sum + sketch.length, 0));
  let filled = 0;
  articles.forEach(({ sketch }, i) => {
    for (const hash of sketch) {
      held[filled] = hash * ROOM + i;
      filled += 1;
    }
  });
  held.sort();
  const shared = new Map<number, readonly number[]>();
  for (let from = 0, to = 0; from < filled; from = to) {
    const hash = Math.floor((held[from] ?? 0) / ROOM);
    for (to = from + 1; to < filled && Math.floor((held[to] ?? 0) / ROOM) === hash; to += 1);
    if (to - from > 1)
      shared.set(
        hash,
        Array.from(held.subarray(from, Math.min(to, from + MOST)), one => one % ROOM),
      );
  }
  return shared;
}

/** For each article those that share so many hashes with it that one may be a copy of the other. */
function suspects(articles: readonly Evidence[]): ReadonlyMap<number, readonly number[]> {
  const holders = sharedHashes(articles);
  const found = new Map<number, readonly number[]>();
  articles.forEach(({ sketch }, i) => {
    const common = new Map<number, number>();
    for (const hash of sketch.subarray(0, LOOKED_UP)) {
      for (const other of holders.get(hash) ?? []) if (other !== i) common.set(other, (common.get(other) ?? 0) + 1);
    }
    const others = [...common].filter(([, count]) => count >= COMMON).map(([other]) => other);
    if (others.length > 0) found.set(i, others);
  });
  return found;
}

/** How many different word runs a text has, estimated from its sketch. */
function sizeOf(sketch: Uint32Array): number {
  return sketch.length < KEPT ? sketch.length : (KEPT * 2 ** 32) / Math.max(1, sketch.at(-1) ?? 0);
}

/** Rank of each article as a possible original: the earlier, of equals the longer, stands before the other. */
function ranks(articles: readonly Evidence[]): readonly number[] {
  const last = Number.MAX_SAFE_INTEGER;
  const sizes = articles.map(({ sketch }) => sizeOf(sketch));
  const sorted = articles
    .map((_, i) => i)
    .toSorted((a, b) => {
      const [x, y] = [articles[a]?.published, articles[b]?.published];
      return (
        (x?.first ?? last) - (y?.first ?? last) ||
        (x?.last ?? last) - (y?.last ?? last) ||
        (sizes[b] ?? 0) - (sizes[a] ?? 0) ||
        a - b
      );
    });
  const rank = new Array<number>(articles.length);
  sorted.forEach((article, i) => {
    rank[article] = i;
  });
  return rank;
}

/**
 * Find copies and articles that build upon others, in time that grows with the number of articles.
 *
 * @param articles in an order that does not depend on how they came
 * @param verify the exact share of one article's runs that stand in another, where the texts are at hand, else null
 * @returns for each article what it is to an earlier one, or to a longer one of the same day; what is copied is no copy
 */
export function copyings(
  articles: readonly Evidence[],
  verify: (part: number, whole: number) => number | null,
): readonly Copying[] {
  const rank = ranks(articles);
  const inRank = (a: number, b: number): number => (rank[a] ?? 0) - (rank[b] ?? 0);
  const partners = new Map<number, Set<number>>();
  for (const [i, others] of suspects(articles)) {
    for (const other of others) {
      const [early, late] = inRank(i, other) < 0 ? [i, other] : [other, i];
      partners.set(late, (partners.get(late) ?? new Set()).add(early));
    }
  }
  const result: Copying[] = articles.map(() => ORIGINAL);
  for (const late of [...partners.keys()].toSorted(inRank)) {
    const earlier = new Set<number>();
    for (const early of partners.get(late) ?? []) {
      const { role, of } = result[early] ?? ORIGINAL;
      earlier.add(role === 'copy' && of !== null ? of : early);
    }
    let best: Copying = ORIGINAL;
    for (const early of [...earlier].toSorted(inRank)) {
      const [part, whole] = [articles[late]?.sketch, articles[early]?.sketch];
      if (part === undefined || whole === undefined) continue;
      const estimate = containment(part, whole);
      if (estimate < DERIVED / 2) continue;
      const similarity = Math.round((verify(late, early) ?? estimate) * 1000) / 1000;
      if (similarity >= DERIVED && similarity > (best.similarity ?? 0)) {
        best = { role: similarity >= COPY ? 'copy' : 'derived', of: early, similarity };
      }
    }
    result[late] = best;
  }
  return result;
}
