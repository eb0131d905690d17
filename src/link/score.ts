import { widthOf } from './dates.ts';
import type { Days, Event, Evidence, EvidenceKind, Thing } from './evidence.ts';
import { EVIDENCE_KINDS } from './evidence.ts';
import { bits } from './rarity.ts';

/** How much speaks for one and the same incident, in bits, from which on two articles are linked. */
export const ENOUGH = 9;

/** The most that all things of a kind can add: ten ministries say little more than three. */
const MOST: Readonly<Record<EvidenceKind, number>> = {
  victim: 14,
  vulnerability: 14,
  malware: 8,
  group: 7,
  product: 9,
  organisation: 8,
  person: 5,
  figure: 6,
  deed: 6,
  course: 2.5,
  vendor: 4,
  authority: 3,
  word: 5,
  date: 4,
  text: 8,
};

/** Kinds without which two articles may share a theme, but no incident; and the least that they must add. */
const TELLING: ReadonlySet<EvidenceKind> = new Set([
  'victim',
  'vulnerability',
  'malware',
  'group',
  'product',
  'organisation',
  'text',
]);
const TELLING_LEAST = 3;
/** What a kind must add to count as one of the two kinds that are asked for. */
const KIND_LEAST = 0.5;
/** What a vendor adds where its product was counted. */
const IMPLIED = 0.3;

/** Days that make no difference, and those in which the score falls to a half. */
const GRACE = 7;
const HALF_LIFE = 45;
/** What a publication date known to the month or year, or not at all, leaves of the score. */
const UNSURE = { month: 0.9, year: 0.6, unknown: 0.6 } as const;
/** What is left where only the events, not the reports, are near. */
const LATE = 0.85;

/** Below this nothing that two articles share is enough. */
const NEAREST = 0.1;

/** What speaks against one incident, in bits. */
const AGAINST = { otherVictims: 12, otherSubjects: 6, otherFlaws: 14, otherAttacks: 5 } as const;
/** Days between the attacks of two articles from which on they are two: a gang that comes back, not one incident. */
const COMES_BACK = 21;

/** The same day for a fact of the same phase; and some days that overlap. */
const SAME_DAY = 2.5;
const SAME_DAYS = 1;
const NARROW = 1;
/** Reports of the same days: of two articles on one theme that is no wonder, so it is little. */
const TOGETHER = 1.5;

/** Something that two articles share, or that speaks against them. */
export interface Shared {
  readonly kind: EvidenceKind | 'against';
  readonly name: string;
  readonly weight: number;
}

/** What two articles have in common. */
export interface Score {
  readonly total: number;
  /** Whether there is enough, of at least two kinds, one of them telling. */
  readonly links: boolean;
  readonly shared: readonly Shared[];
  /** What distance in time leaves of the weights, from 0 to 1, and that distance in days if it is known. */
  readonly near: number;
  readonly gap: number | null;
}

/** What a corpus knows of its forms. */
export interface Counts {
  /** How many articles have a form, by its number. */
  readonly of: ArrayLike<number>;
  readonly articles: number;
}

const apart = (a: Days, b: Days): number => Math.max(0, a.first - b.last, b.first - a.last);

function sureness({ published }: Evidence): number {
  if (published === null) return UNSURE.unknown;
  const days = widthOf(published);
  return days === 1 ? 1 : days <= 31 ? UNSURE.month : UNSURE.year;
}

const isHarm = ({ phase }: Event): boolean =>
  phase === 'attack' || phase === 'exposure' || phase === 'extortion' || phase === 'impact';

/** Days between what two articles tell of, or between one's reports and the other's events; null if none is known. */
function eventGap(a: Evidence, b: Evidence): number | null {
  let gap = Number.POSITIVE_INFINITY;
  for (const event of a.events) {
    if (!isHarm(event)) continue;
    for (const other of b.events) if (isHarm(other)) gap = Math.min(gap, apart(event, other));
  }
  return Number.isFinite(gap) ? gap : null;
}

/** What distance in time leaves of a score. */
function nearness(a: Evidence, b: Evidence): { readonly near: number; readonly gap: number | null } {
  const decay = (days: number): number => 2 ** (-Math.max(0, days - GRACE) / HALF_LIFE);
  const events = eventGap(a, b);
  const sure = Math.min(sureness(a), sureness(b));
  if (a.published === null || b.published === null) {
    return events === null ? { near: sure, gap: null } : { near: decay(events) * LATE, gap: events };
  }
  const reports = apart(a.published, b.published);
  const byReports = decay(reports) * sure;
  const byEvents = events === null ? 0 : decay(events) * LATE;
  return byReports >= byEvents ? { near: byReports, gap: reports } : { near: byEvents, gap: events };
}

/** Whether two articles are near enough in time to be compared at all. */
export function isNear(a: Evidence, b: Evidence): boolean {
  return nearness(a, b).near >= NEAREST;
}

/** What the days of two articles say: facts of one phase on the same day. */
function sharedDays(a: Evidence, b: Evidence): Shared | null {
  let best: Shared | null = null;
  for (const event of a.events) {
    for (const other of b.events) {
      if (event.phase !== other.phase || apart(event, other) > 0) continue;
      const isDay = widthOf(event) <= NARROW && widthOf(other) <= NARROW;
      const weight = isDay ? SAME_DAY : widthOf(event) <= 7 && widthOf(other) <= 7 ? SAME_DAYS : 0;
      if (weight > (best?.weight ?? 0)) best = { kind: 'date', name: event.phase, weight };
    }
  }
  return best;
}

/** Whether both were published, as far as is known, within the days that make no difference. */
function isReported({ published: a }: Evidence, { published: b }: Evidence): boolean {
  return a !== null && b !== null && apart(a, b) <= GRACE && widthOf(a) <= 31 && widthOf(b) <= 31;
}

const rank = new Map<string, number>(EVIDENCE_KINDS.map((kind, i) => [kind, i]));

const isBefore = (one: string, other: string): boolean => (rank.get(one) ?? 0) < (rank.get(other) ?? 0);

/** What a thing is that two articles name as two kinds: the more telling one. */
const kindOf = (a: Thing, b: Thing): EvidenceKind => (isBefore(b.kind, a.kind) ? b.kind : a.kind);

/** Things that both name, each once, with their weights. */
function sharedThings(a: Evidence, b: Evidence, counts: Counts): readonly Shared[] {
  const best = new Map<number, Shared>();
  for (let i = 0, k = 0; i < a.keys.length && k < b.keys.length; ) {
    const key = a.keys[i] ?? 0;
    const other = b.keys[k] ?? 0;
    if (key === other) {
      const owner = a.owners[i] ?? 0;
      const mine = a.things[owner];
      const yours = b.things[b.owners[k] ?? 0];
      if (mine !== undefined && yours !== undefined) {
        const prior = Math.max(a.priors[i] ?? 0, b.priors[k] ?? 0);
        const weight = bits(counts.of[key] ?? 0, counts.articles, prior) * mine.salience * yours.salience;
        const kind = kindOf(mine, yours);
        const known = best.get(owner);
        // Of equals the more telling kind: the numbers of forms, and so their order, depend on how the records came.
        if (known === undefined || weight > known.weight || (weight === known.weight && isBefore(kind, known.kind)))
          best.set(owner, { kind, name: mine.name, weight });
      }
    }
    if (key <= other) i += 1;
    if (other <= key) k += 1;
  }
  return [...best].toSorted(([a], [b]) => a - b).map(([, shared]) => shared);
}

const sharesAny = (own: readonly number[], names: ReadonlySet<number>): boolean => own.some(one => names.has(one));

/** The positions of the things of each of two articles that the other names as well. */
function alsoNamed(a: Evidence, b: Evidence): readonly [mine: ReadonlySet<number>, yours: ReadonlySet<number>] {
  const mine = new Set<number>();
  const yours = new Set<number>();
  for (let i = 0, k = 0; i < a.keys.length && k < b.keys.length; ) {
    const key = a.keys[i] ?? 0;
    const other = b.keys[k] ?? 0;
    if (key === other) {
      mine.add(a.owners[i] ?? 0);
      yours.add(b.owners[k] ?? 0);
    }
    if (key <= other) i += 1;
    if (other <= key) k += 1;
  }
  return [mine, yours];
}

/** Whether both date their attacks, and all of the one lie weeks from all of the other. */
function attackWeeksApart(a: Evidence, b: Evidence): boolean {
  const attacks = (one: Evidence): readonly Event[] => one.events.filter(({ phase }) => phase === 'attack');
  const [mine, yours] = [attacks(a), attacks(b)];
  if (mine.length === 0 || yours.length === 0) return false;
  return mine.every(event => yours.every(other => apart(event, other) > COMES_BACK));
}

/** What speaks against one incident: other victims, other vulnerabilities, attacks weeks apart. */
function against(a: Evidence, b: Evidence): readonly Shared[] {
  const found: Shared[] = [];
  const [mine, yours] = alsoNamed(a, b);
  const differ = (own: readonly number[], theirs: readonly number[]): boolean =>
    own.length > 0 && theirs.length > 0 && !sharesAny(own, mine) && !sharesAny(theirs, yours);
  if (differ(a.victims, b.victims)) {
    found.push({ kind: 'against', name: 'other victims', weight: -AGAINST.otherVictims });
  } else if (differ([...a.victims, ...a.foci], [...b.victims, ...b.foci])) {
    found.push({ kind: 'against', name: 'about others', weight: -AGAINST.otherSubjects });
  }
  if (a.flaws.length > 0 && b.flaws.length > 0 && !(sharesAny(a.flaws, mine) && sharesAny(b.flaws, yours))) {
    found.push({ kind: 'against', name: 'other vulnerabilities', weight: -AGAINST.otherFlaws });
  }
  if (attackWeeksApart(a, b))
    found.push({ kind: 'against', name: 'attacks weeks apart', weight: -AGAINST.otherAttacks });
  return found;
}

/** Bring the weights of every kind under the most that the kind can add. */
function capped(shared: readonly Shared[]): readonly Shared[] {
  const sums = new Map<string, number>();
  for (const { kind, weight } of shared) sums.set(kind, (sums.get(kind) ?? 0) + weight);
  return shared.map(one => {
    const most = one.kind === 'against' ? Number.POSITIVE_INFINITY : MOST[one.kind];
    const sum = sums.get(one.kind) ?? 0;
    return sum > most ? { ...one, weight: (one.weight * most) / sum } : one;
  });
}

/**
 * How much speaks for two articles telling of one incident: what they share, by its rarity and by how much they are
 * about it, less with the distance in time; less what speaks against it.
 *
 * @param likeness share of the one's word runs in the other, or null
 * @param least where what they share comes to less, nobody asks what speaks against it
 */
export function score(
  a: Evidence,
  b: Evidence,
  counts: Counts,
  likeness: number | null = null,
  least = Number.NEGATIVE_INFINITY,
): Score {
  const things = sharedThings(a, b, counts);
  const hasProduct = things.some(({ kind }) => kind === 'product');
  const { near, gap } = nearness(a, b);
  const days = sharedDays(a, b);
  const weighed = capped([
    ...things.map(one => (one.kind === 'vendor' && hasProduct ? { ...one, weight: one.weight * IMPLIED } : one)),
    ...(days === null ? [] : [days]),
    ...(isReported(a, b) ? [{ kind: 'date', name: 'reported within days', weight: TOGETHER } as const] : []),
  ]).map(one => ({ ...one, weight: one.weight * near }));
  if (likeness !== null)
    weighed.push({ kind: 'text', name: 'word runs', weight: MOST.text * Math.min(1, likeness / 0.7) });
  const sums = new Map<EvidenceKind | 'against', number>();
  for (const { kind, weight } of weighed) sums.set(kind, (sums.get(kind) ?? 0) + weight);
  const kinds = [...sums].filter(([, sum]) => sum >= KIND_LEAST);
  const telling = [...sums].reduce(
    (sum, [kind, weight]) => sum + (kind !== 'against' && TELLING.has(kind) ? weight : 0),
    0,
  );
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  const shared = [...weighed, ...(sum < least ? [] : against(a, b))].toSorted(
    (x, y) => y.weight - x.weight || (`${x.kind} ${x.name}` < `${y.kind} ${y.name}` ? -1 : 1),
  );
  const total = shared.reduce((sum, { weight }) => sum + weight, 0);
  return { total, links: total >= ENOUGH && kinds.length >= 2 && telling >= TELLING_LEAST, shared, near, gap };
}
