import type { IncidentRecord } from '../model/record.ts';
import type { ActionType } from '../model/trigger.ts';
import { type When, widthOf } from './dates.ts';
import { contradict, FACT_ROLES, type Fact } from './facts.ts';
import { isDone } from './involvement.ts';

type Conflict = IncidentRecord['conflicts'][number];

/** What befalls a victim once in an incident; two days for it contradict each other. */
const ONCE: ReadonlySet<ActionType> = new Set([
  'attack',
  'intrude',
  'infect',
  'steal-data',
  'pay-ransom',
  'claim',
  'discover',
]);
/** Days apart from which on they are rather two events. */
const TWO_EVENTS = 45;
/** Widest bounds of a date that can contradict another. */
const EXACT = 2;
/** Deeds whose actor is the attacker. */
const ATTACKS: ReadonlySet<ActionType> = new Set([
  'attack',
  'intrude',
  'exploit',
  'infect',
  'flood',
  'phish',
  'steal-data',
  'extort',
  'claim',
]);
/** Most facts of one type that are compared with each other. */
const COMPARED = 200;

/** Names of those who take part, without who or what is only described. */
function named(fact: Fact, roles: readonly (typeof FACT_ROLES)[number][]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const role of roles) {
    for (const [key, { kind }] of fact.participants[role]) if (kind !== 'group' && kind !== 'other') names.add(key);
  }
  return names;
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some(name => b.has(name));

/** Whether two facts tell of the same people and things, as far as both name any. */
function concernsSame(a: Fact, b: Fact): boolean {
  let shared = false;
  for (const role of FACT_ROLES) {
    const [mine, yours] = [named(a, [role]), named(b, [role])];
    if (mine.size === 0 || yours.size === 0) continue;
    if (!overlap(mine, yours)) return false;
    shared = true;
  }
  return shared || overlap(phrases(a), phrases(b));
}

const phrases = (fact: Fact): ReadonlySet<string> => new Set(fact.participants.targets.keys());

const isFixed = (when: When | null): when is When => when !== null && widthOf(when) <= EXACT;

/** Whether some article tells the one and another the other: one text seldom contradicts itself. */
function byOthers(a: Fact, b: Fact): boolean {
  const [mine, yours] = [new Set(a.told.map(({ place }) => place)), new Set(b.told.map(({ place }) => place))];
  return ![...mine].some(place => yours.has(place));
}

/** Whether two facts of one article have sources that differ. */
function byOtherSources(a: Fact, b: Fact): boolean {
  const sources = (fact: Fact): ReadonlySet<string> =>
    new Set(fact.told.flatMap(({ action }) => action.sources.map(({ name }) => name)));
  const [mine, yours] = [sources(a), sources(b)];
  return (mine.size > 0 || yours.size > 0) && !overlap(mine, yours);
}

function apart(a: When, b: When): number {
  return Math.max(a.first - b.last, b.first - a.last);
}

/** What two facts of one type contradict each other on, if they do. */
function contradictionOf(a: Fact, b: Fact): Conflict['on'] | null {
  const other = byOthers(a, b);
  if (a.polarity !== b.polarity) {
    const isTold = (fact: Fact): boolean =>
      fact.status === 'occurred' || fact.status === 'ongoing' || fact.status === 'unknown';
    const compatible = a.when === null || b.when === null || apart(a.when, b.when) <= 0;
    return isTold(a) && isTold(b) && compatible && (other || byOtherSources(a, b)) && concernsSame(a, b)
      ? 'polarity'
      : null;
  }
  if (!isDone(a) || !isDone(b) || !other) return null;
  if (
    concernsSame(a, b) &&
    a.told.some(x => b.told.some(y => x.quantities.some(p => y.quantities.some(q => contradict(p, q)))))
  ) {
    return 'quantity';
  }
  if (ONCE.has(a.type) && isFixed(a.when) && isFixed(b.when) && concernsSame(a, b)) {
    const days = apart(a.when, b.when);
    return days > 0 && days <= TWO_EVENTS ? 'date' : null;
  }
  return null;
}

/** Whom a fact names as the attacker. */
function attackers(fact: Fact): ReadonlySet<string> {
  if (fact.type === 'attribute') return named(fact, ['targets']);
  return ATTACKS.has(fact.type) ? named(fact, ['actors']) : new Set();
}

/**
 * Find where articles contradict each other: whether it happened, how many, when, by whom. Nothing is resolved.
 *
 * @param facts in the order of the timeline
 * @returns positions of the two facts, the earlier first, and what they disagree on
 */
export function conflictsOf(
  facts: readonly Fact[],
): readonly { readonly on: Conflict['on']; readonly a: number; readonly b: number }[] {
  const found: { readonly on: Conflict['on']; readonly a: number; readonly b: number }[] = [];
  const byType = new Map<string, number[]>();
  const blamed: number[] = [];
  facts.forEach((fact, i) => {
    byType.set(fact.type, [...(byType.get(fact.type) ?? []), i]);
    if (isDone(fact) && attackers(fact).size > 0) blamed.push(i);
  });
  const compare = (places: readonly number[], judge: (a: Fact, b: Fact) => Conflict['on'] | null): void => {
    const some = places.slice(0, COMPARED);
    some.forEach((a, i) => {
      for (const b of some.slice(i + 1)) {
        const [first, second] = [facts[a], facts[b]];
        const on = first && second ? judge(first, second) : null;
        if (on !== null) found.push({ on, a, b });
      }
    });
  };
  for (const places of byType.values()) compare(places, contradictionOf);
  compare(blamed, (a, b) =>
    byOthers(a, b) && !overlap(attackers(a), attackers(b)) && suffersSame(a, b) ? 'attribution' : null,
  );
  return found.toSorted((x, y) => x.a - y.a || x.b - y.b || (x.on < y.on ? -1 : 1));
}

/** Whether two attacks have no victims, or some in common. */
function suffersSame(a: Fact, b: Fact): boolean {
  if (a.type === 'attribute' || b.type === 'attribute') return true;
  const [mine, yours] = [named(a, ['targets', 'affected']), named(b, ['targets', 'affected'])];
  return mine.size === 0 || yours.size === 0 || overlap(mine, yours);
}
