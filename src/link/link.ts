import { pairs } from './block.ts';
import { cluster, type Edge } from './cluster.ts';
import { type Copying, copyings } from './copies.ts';
import type { Evidence } from './evidence.ts';
import { ENOUGH, isNear, type Score, score } from './score.ts';

/** Two articles of an incident, by their positions, and what they share. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly score: Score;
}

/** An incident before its facts are merged. */
export interface Group {
  /** Positions of its articles, ascending, copies too. */
  readonly members: readonly number[];
  /** What holds it together: each article with an earlier one, the strongest ties first. */
  readonly ties: readonly Tie[];
}

/** What linking found, and how it judges any two articles. */
export interface Linking {
  readonly groups: readonly Group[];
  readonly copyings: readonly Copying[];
  readonly judge: (a: number, b: number) => Score;
}

/** The order in which articles appeared, then of their ids; what has no date stands last. */
export function byAppearance(a: Evidence, b: Evidence): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    (a.published?.first ?? last) - (b.published?.first ?? last) ||
    (a.published?.last ?? last) - (b.published?.last ?? last) ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * Link articles into incidents: copies follow their originals, the others are grouped by average link over the pairs
 * that share something rare.
 *
 * @param articles in the order of `byAppearance`
 * @param verify the exact share of one text's word runs that stand in another, where the texts are at hand, else null
 */
export function link(
  articles: readonly Evidence[],
  verify: (part: number, whole: number) => number | null = () => null,
): Linking {
  const copied = copyings(articles, verify);
  const counts = countForms(articles, copied);
  const judge = (a: number, b: number, least?: number): Score => {
    const [first, second] = [articles[a], articles[b]];
    if (first === undefined || second === undefined) throw new RangeError('no such article');
    const likeness = copied[b]?.of === a ? copied[b].similarity : copied[a]?.of === b ? copied[a].similarity : null;
    return score(first, second, counts, likeness, least);
  };
  const weigh = (a: number, b: number): number => {
    const { total, links } = judge(a, b);
    return links ? total : Math.min(total, ENOUGH * UNLINKED);
  };
  const edges: Edge[] = [];
  const consider = (a: number, b: number): void => {
    if (copied[a]?.role === 'copy' || copied[b]?.role === 'copy') return;
    const [first, second] = [articles[a], articles[b]];
    if (first === undefined || second === undefined || !isNear(first, second)) return;
    const { total, links } = judge(a, b, ENOUGH);
    if (links) edges.push({ a, b, weight: total });
  };
  pairs(articles, consider);
  copied.forEach(({ role, of }, i) => {
    if (role === 'derived' && of !== null) consider(of, i);
  });
  const originals = cluster(articles.length, edges, weigh, ENOUGH, ENOUGH * ON_AVERAGE);
  const groupOf = new Map<number, number[]>();
  for (const group of originals) {
    if (group.length === 1 && copied[group[0] ?? 0]?.role === 'copy') continue;
    const members = [...group];
    for (const member of group) groupOf.set(member, members);
  }
  copied.forEach(({ role, of }, i) => {
    if (role === 'copy' && of !== null) groupOf.get(of)?.push(i);
  });
  const groups = [...new Set(groupOf.values())].map(members => {
    members.sort((a, b) => a - b);
    return { members, ties: tiesOf(members, copied, judge) };
  });
  return { groups, copyings: copied, judge };
}

/** Share of what is enough for two articles that is enough between groups on average: some tell little each. */
const ON_AVERAGE = 0.7;
/** What is left of a score that is high enough but of one kind only. */
const UNLINKED = 0.7;

/** How many articles that are no copies have each form. */
function countForms(articles: readonly Evidence[], copied: readonly Copying[]) {
  const size = articles.reduce((most, { keys }) => Math.max(most, keys.at(-1) ?? 0), 0) + 1;
  const of = new Uint32Array(size);
  let counted = 0;
  articles.forEach(({ keys }, i) => {
    if (copied[i]?.role === 'copy') return;
    counted += 1;
    for (const key of keys) of[key] = (of[key] ?? 0) + 1;
  });
  return { of, articles: counted };
}

/** Most articles of an incident among which the best ties are sought; of larger ones each looks at the last before it. */
const SEARCHED = 64;

/** The strongest tie of each article to one that appeared before it; a copy is tied to its original. */
function tiesOf(
  members: readonly number[],
  copied: readonly Copying[],
  judge: (a: number, b: number) => Score,
): readonly Tie[] {
  const ties: Tie[] = [];
  members.forEach((b, i) => {
    const { role, of } = copied[b] ?? { role: 'original', of: null };
    const earlier = role === 'copy' && of !== null ? [of] : members.slice(Math.max(0, i - SEARCHED), i);
    let best: Tie | null = null;
    for (const a of earlier) {
      if (copied[a]?.role === 'copy') continue;
      const tie = { a, b, score: judge(a, b) };
      if (best === null || tie.score.total > best.score.total) best = tie;
    }
    if (best !== null) ties.push(best);
  });
  return ties;
}
