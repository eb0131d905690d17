import { type Column, wholes } from './columns.ts';
import type { Days } from './evidence.ts';

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

/** What copies are told by, for each article by its position. */
export interface Sketches {
  readonly length: number;
  readonly sketch: (at: number) => Uint32Array;
  readonly published: (at: number) => Days | null;
}

/** Room for the position of an article beside a hash of 32 bits in one exact number. */
const ROOM = 2 ** 21;
/** How many hashes of all articles are sorted at once, about. */
const AT_ONCE = 2 ** 20;

/** Hashes that more than one article holds, ascending, and who holds each. */
interface Holders {
  readonly hashes: Column<Uint32Array>;
  /** Where the holders of each hash begin; they end where those of the next begin. */
  readonly starts: Column<Uint32Array>;
  readonly articles: Column<Uint32Array>;
}

/** Who holds each hash that more than one article holds, in ascending order; of very many the first. */
function sharedHashes({ length, sketch }: Sketches): Holders {
  const holders = { hashes: wholes(), starts: wholes(), articles: wholes() };
  let all = 0;
  for (let i = 0; i < length; i += 1) all += sketch(i).length;
  // The hashes are gone through in ranges, so that never all of them are sorted at once.
  const ranges = Math.ceil(all / AT_ONCE);
  /** How many hashes of each article lie in the ranges before. */
  const done = new Uint8Array(length);
  for (let range = 1; range <= ranges; range += 1) {
    const limit = range === ranges ? 2 ** 32 : (range / ranges) * 2 ** 32;
    const held: number[] = [];
    for (let i = 0; i < length; i += 1) {
      const hashes = sketch(i);
      let next = done[i] ?? 0;
      for (; next < hashes.length && (hashes[next] ?? 0) < limit; next += 1) held.push((hashes[next] ?? 0) * ROOM + i);
      done[i] = next;
    }
    const sorted = Float64Array.from(held).sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const hash = Math.floor((sorted[from] ?? 0) / ROOM);
      for (to = from + 1; to < sorted.length && Math.floor((sorted[to] ?? 0) / ROOM) === hash; to += 1);
      if (to - from === 1) continue;
      holders.hashes.push(hash);
      holders.starts.push(holders.articles.size());
      for (const one of sorted.subarray(from, Math.min(to, from + MOST))) holders.articles.push(one % ROOM);
    }
  }
  return holders;
}

/** The articles that hold a hash; none where only one does. */
function holdersOf(hash: number, { hashes, starts, articles }: Holders): Uint32Array {
  let low = 0;
  let high = hashes.size();
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hashes.get(middle) < hash) low = middle + 1;
    else high = middle;
  }
  if (low === hashes.size() || hashes.get(low) !== hash) return articles.part(0, 0);
  return articles.part(starts.get(low), low + 1 < starts.size() ? starts.get(low + 1) : articles.size());
}

/** For each article those that share so many hashes with it that one may be a copy of the other. */
function suspects(articles: Sketches): ReadonlyMap<number, readonly number[]> {
  const holders = sharedHashes(articles);
  const found = new Map<number, readonly number[]>();
  for (let i = 0; i < articles.length; i += 1) {
    const common = new Map<number, number>();
    for (const hash of articles.sketch(i).subarray(0, LOOKED_UP)) {
      for (const other of holdersOf(hash, holders)) if (other !== i) common.set(other, (common.get(other) ?? 0) + 1);
    }
    const others = [...common].filter(([, count]) => count >= COMMON).map(([other]) => other);
    if (others.length > 0) found.set(i, others);
  }
  return found;
}

/** How many different word runs a text has, estimated from its sketch. */
function sizeOf(sketch: Uint32Array): number {
  return sketch.length < KEPT ? sketch.length : (KEPT * 2 ** 32) / Math.max(1, sketch.at(-1) ?? 0);
}

/** Rank of each article as a possible original: the earlier, of equals the longer, stands before the other. */
function ranks({ length, sketch, published }: Sketches): Uint32Array {
  const last = Number.MAX_SAFE_INTEGER;
  const sizes = Float64Array.from({ length }, (_, i) => sizeOf(sketch(i)));
  const sorted = Uint32Array.from({ length }, (_, i) => i).sort((a, b) => {
    const [x, y] = [published(a), published(b)];
    return (
      (x?.first ?? last) - (y?.first ?? last) ||
      (x?.last ?? last) - (y?.last ?? last) ||
      (sizes[b] ?? 0) - (sizes[a] ?? 0) ||
      a - b
    );
  });
  const rank = new Uint32Array(length);
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
  articles: Sketches,
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
  const result: Copying[] = Array.from({ length: articles.length }, () => ORIGINAL);
  for (const late of [...partners.keys()].toSorted(inRank)) {
    const earlier = new Set<number>();
    for (const early of partners.get(late) ?? []) {
      const { role, of } = result[early] ?? ORIGINAL;
      earlier.add(role === 'copy' && of !== null ? of : early);
    }
    let best: Copying = ORIGINAL;
    for (const early of [...earlier].toSorted(inRank)) {
      const estimate = containment(articles.sketch(late), articles.sketch(early));
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
