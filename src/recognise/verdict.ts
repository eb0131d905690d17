import { ORGANISATION_KINDS, type OrganisationKind, PRODUCT_KINDS, type ProductKind } from '../model/name.ts';

/** What a name can turn out to be. */
const SENSES = ['organisation', 'product', 'person', 'place', 'other'] as const;
export type Sense = (typeof SENSES)[number];

/** What all places of a name in the article say about it. */
export interface Verdict {
  readonly votes: Record<Sense, number>;
  /** How often each rule voted. */
  readonly voted: Map<string, number>;
  best: { readonly rule: string; readonly weight: number; readonly sense: Sense } | null;
  kind: OrganisationKind | ProductKind | null;
  /** Whether the name also stands elsewhere than at the beginning of a sentence, where every word has a capital. */
  inside: boolean;
}

const KINDS: readonly (OrganisationKind | ProductKind)[] = [...ORGANISATION_KINDS, ...PRODUCT_KINDS];
/** Enough evidence to believe in a name that nobody listed. */
const ENOUGH = 2;
/** More is asked of a word that only stands where every word has a capital. */
const ENOUGH_AT_OPENING = 2.5;

/** A verdict before anybody has voted. */
export function openVerdict(): Verdict {
  return {
    votes: { organisation: 0, product: 0, person: 0, place: 0, other: 0 },
    voted: new Map(),
    best: null,
    kind: null,
    inside: false,
  };
}

/** Cast a vote. The same rule counts for less each time that it votes for the same name. */
export function vote(verdict: Verdict, sense: Sense, full: number, rule: string, kind?: Verdict['kind']): void {
  const times = verdict.voted.get(rule) ?? 0;
  verdict.voted.set(rule, times + 1);
  const weight = times === 0 ? full : rule.includes('/') ? full / 2 ** times : 0;
  verdict.votes[sense] += weight;
  if (kind !== undefined && kind !== null && tellsMore(verdict, kind, weight)) verdict.kind = kind;
  if (!rule.includes('/') || (sense !== 'organisation' && sense !== 'product')) return;
  if (verdict.best === null || weight > verdict.best.weight) verdict.best = { rule, weight, sense };
}

/** Whether a kind says more than the one held: `other` says nothing where a vote of the same sense said something. */
function tellsMore({ kind, best }: Verdict, more: string, weight: number): boolean {
  if (kind === null || (kind === 'other' && more !== 'other')) return true;
  return more !== 'other' && (best === null || weight >= best.weight);
}

/** What a name is by its votes; null if there is too little evidence, or more for something else. */
export function decide({ votes, inside }: Verdict): 'organisation' | 'product' | null {
  const against = Math.max(votes.person, votes.place, votes.other);
  const [of, score] =
    votes.product > votes.organisation
      ? ['product' as const, votes.product]
      : ['organisation' as const, votes.organisation];
  return score >= (inside ? ENOUGH : ENOUGH_AT_OPENING) && score > against ? of : null;
}

/** A kind of organisations or products by its name; null for other kinds. */
export function kindIn(kind: string): Verdict['kind'] {
  return KINDS.find(one => one === kind) ?? null;
}
