import { pairs } from './block.ts';
import { cluster, noEdges } from './cluster.ts';
import { type Copying, copyings, type Sketches } from './copies.ts';
import type { Evidence } from './evidence.ts';
import { ENOUGH, isNear, type Score, score } from './score.ts';

/** Two articles of an incident, by their positions, and how much speaks for it. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly total: number;
}

/** The articles to link, each by its position, in an order that does not depend on how they came. */
export interface Articles extends Sketches {
  readonly evidence: (at: number) => Evidence;
  /** How many forms they have: their keys are below it. */
  readonly forms: number;
}

/** What linking found, and how it judges any two articles. */
export interface Linking {
  /** Positions of the articles of each incident, ascending, copies too. */
  readonly groups: readonly (readonly number[])[];
  readonly copyings: readonly Copying[];
  /** @param names where the evidence of an article comes from, so that things have names; else they have none */
  readonly judge: (a: number, b: number, names?: (at: number) => Evidence) => Score;
  /** What holds a group together: each of its articles with an earlier one. */
  readonly tiesOf: (members: readonly number[]) => readonly Tie[];
}

/**
 * Link articles into incidents: copies follow their originals, the others are grouped by average link over the pairs
 * that share something rare.
 *
 * @param verify the exact share of one text's word runs that stand in another, where the texts are at hand, else null
 */
export function link(articles: Articles, verify: (part: number, whole: number) => number | null = () => null): Linking {
  const { length, evidence, forms } = articles;
  const copied = copyings(articles, verify);
  const counts = countForms(articles, copied);
  const likeness = (a: number, b: number): number | null =>
    copied[b]?.of === a ? copied[b].similarity : copied[a]?.of === b ? copied[a].similarity : null;
  const judge = (a: number, b: number, names = evidence): Score => score(names(a), names(b), counts, likeness(a, b));
  const weigh = (a: number, b: number): number => {
    const { total, links } = judge(a, b);
    return links ? total : Math.min(total, ENOUGH * UNLINKED);
  };
  const edges = noEdges();
  const consider = (a: number, b: number): void => {
    if (copied[a]?.role === 'copy' || copied[b]?.role === 'copy') return;
    const [first, second] = [evidence(a), evidence(b)];
    if (!isNear(first, second)) return;
    const { total, links } = score(first, second, counts, likeness(a, b), ENOUGH);
    if (!links) return;
    edges.a.push(a);
    edges.b.push(b);
    edges.weight.push(total);
  };
  pairs(length, evidence, forms, consider);
  copied.forEach(({ role, of }, i) => {
    if (role === 'derived' && of !== null) consider(of, i);
  });
  const groupOf = new Map<number, number[]>();
  const groups: number[][] = [];
  const copies = new Set(copied.flatMap(({ role, of }) => (role === 'copy' && of !== null ? [of] : [])));
  for (const group of cluster(length, edges, weigh, ENOUGH, ENOUGH * ON_AVERAGE)) {
    const [first = 0] = group;
    if (group.length === 1 && copied[first]?.role === 'copy') continue;
    const members = [...group];
    groups.push(members);
    for (const member of group) if (copies.has(member)) groupOf.set(member, members);
  }
  copied.forEach(({ role, of }, i) => {
    if (role === 'copy' && of !== null) groupOf.get(of)?.push(i);
  });
  for (const members of groups) members.sort((a, b) => a - b);
  return { groups, copyings: copied, judge, tiesOf: members => tiesOf(members, copied, judge) };
}

/** Share of what is enough for two articles that is enough between groups on average: some tell little each. */
const ON_AVERAGE = 0.7;
/** What is left of a score that is high enough but of one kind only. */
const UNLINKED = 0.7;

/** How many articles that are no copies have each form. */
function countForms({ length, evidence, forms }: Articles, copied: readonly Copying[]) {
  const of = new Uint32Array(forms);
  let counted = 0;
  for (let i = 0; i < length; i += 1) {
    if (copied[i]?.role === 'copy') continue;
    counted += 1;
    const { keys } = evidence(i);
    for (let k = 0; k < keys.length; k += 1) {
      const key = keys[k] ?? 0;
      of[key] = (of[key] ?? 0) + 1;
    }
  }
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
      const tie = { a, b, total: judge(a, b).total };
      if (best === null || tie.total > best.total) best = tie;
    }
    if (best !== null) ties.push(best);
  });
  return ties;
}
