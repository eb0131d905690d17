import { type Column, fractions, wholes } from './columns.ts';

/** Pairs of articles, by their positions, and how much speaks for one incident, each in one row of all three. */
export interface Edges {
  readonly a: Column<Uint32Array>;
  readonly b: Column<Uint32Array>;
  readonly weight: Column<Float64Array>;
}

/** No edges yet. */
export function noEdges(): Edges {
  return { a: wholes(), b: wholes(), weight: fractions() };
}

/** From this size on a group is stood for by some of its members, evenly spread. */
const SPOKESMEN = 12;

interface Offer {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Whether an offer comes before another: the higher weight, then the lower positions, so that ties have one outcome. */
const isBefore = (x: Offer, y: Offer): boolean =>
  x.weight !== y.weight ? x.weight > y.weight : x.a !== y.a ? x.a < y.a : x.b < y.b;

/** A heap of offers, the best on top. */
function queue(): { readonly push: (offer: Offer) => void; readonly pop: () => Offer | undefined } {
  const heap: Offer[] = [];
  const swap = (i: number, k: number): void => {
    const [x, y] = [heap[i], heap[k]];
    if (x !== undefined && y !== undefined) {
      heap[i] = y;
      heap[k] = x;
    }
  };
  const before = (i: number, k: number): boolean => {
    const [x, y] = [heap[i], heap[k]];
    return x !== undefined && y !== undefined && isBefore(x, y);
  };
  return {
    push(offer) {
      heap.push(offer);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!before(i, parent)) return;
        swap(i, parent);
        i = parent;
      }
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top;
      heap[0] = last;
      for (let i = 0; ; ) {
        const left = 2 * i + 1;
        const child = before(left + 1, left) ? left + 1 : left;
        if (!before(child, i)) return top;
        swap(i, child);
        i = child;
      }
    },
  };
}

function spokesmen(members: readonly number[]): readonly number[] {
  if (members.length <= SPOKESMEN) return members;
  return Array.from({ length: SPOKESMEN }, (_, i) => members[Math.floor((i * members.length) / SPOKESMEN)] ?? 0);
}

/**
 * Group articles by average link: two groups that an edge joins become one as long as the mean of all weights between
 * them is enough.
 *
 * @param size number of articles
 * @param edges pairs that may stand together
 * @param weigh weight of any pair, also of one that is no edge
 * @param enough least weight of two articles, and of one pair at least between two groups
 * @param leastMean least mean weight between two groups
 * @returns groups of positions, each ascending, in the order of their first
 */
export function cluster(
  size: number,
  edges: Edges,
  weigh: (a: number, b: number) => number,
  enough: number,
  leastMean: number,
): readonly (readonly number[])[] {
  const members = new Map<number, readonly number[]>();
  const neighbours = new Map<number, Set<number>>();
  const isAlone = new Uint8Array(size).fill(1);
  const offers = queue();
  for (let i = 0; i < edges.weight.size(); i += 1) {
    const [a, b, weight] = [edges.a.get(i), edges.b.get(i), edges.weight.get(i)];
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const around = neighbours.get(one);
      if (around === undefined) neighbours.set(one, new Set([other]));
      else around.add(other);
      members.set(one, [one]);
      isAlone[one] = 0;
    }
    if (weight >= enough) offers.push({ a, b, weight });
  }
  let next = size;
  for (let offer = offers.pop(); offer !== undefined; offer = offers.pop()) {
    const [left, right] = [members.get(offer.a), members.get(offer.b)];
    if (left === undefined || right === undefined) continue;
    const union = [...left, ...right].toSorted((x, y) => x - y);
    const around = new Set([...(neighbours.get(offer.a) ?? []), ...(neighbours.get(offer.b) ?? [])]);
    around.delete(offer.a);
    around.delete(offer.b);
    for (const old of [offer.a, offer.b]) {
      members.delete(old);
      neighbours.delete(old);
    }
    members.set(next, union);
    neighbours.set(next, around);
    for (const other of around) {
      const theirs = members.get(other);
      const back = neighbours.get(other);
      if (theirs === undefined || back === undefined) continue;
      back.delete(offer.a);
      back.delete(offer.b);
      back.add(next);
      const weight = mean(spokesmen(union), spokesmen(theirs), weigh);
      if (weight >= leastMean) offers.push({ a: Math.min(other, next), b: Math.max(other, next), weight });
    }
    next += 1;
  }
  const alone = Array.from(isAlone.keys()).flatMap(i => (isAlone[i] === 1 ? [[i]] : []));
  return [...members.values(), ...alone].toSorted((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

function mean(some: readonly number[], others: readonly number[], weigh: (a: number, b: number) => number): number {
  let sum = 0;
  for (const a of some) for (const b of others) sum += weigh(Math.min(a, b), Math.max(a, b));
  return sum / (some.length * others.length);
}
