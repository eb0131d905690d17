import type { ActionRecord, ArgumentRecord, ArticleRecord, IncidentRecord, QuantityRecord } from '../model/record.ts';
import { intersection, type When, widthOf } from './dates.ts';
import { folded } from './forms.ts';

/** An action with the article that tells it. */
export interface Told {
  readonly article: ArticleRecord;
  /** Position of the article in the incident. */
  readonly place: number;
  readonly action: ActionRecord;
  readonly when: When | null;
  /** Numbers that the text gives for it. */
  readonly quantities: readonly QuantityRecord[];
}

type FactRecord = IncidentRecord['timeline'][number];
export type Participant = FactRecord['actors'][number];

/** The roles that a fact lists. */
export const FACT_ROLES = ['actors', 'targets', 'recipients', 'affected'] as const;
export type FactRole = (typeof FACT_ROLES)[number];

/** Actions that are one and the same, before they become an entry of the timeline. */
export interface Fact {
  readonly type: ActionRecord['type'];
  readonly polarity: ActionRecord['polarity'];
  readonly status: ActionRecord['status'];
  readonly when: When | null;
  /** By folded name. */
  readonly participants: Readonly<Record<FactRole, ReadonlyMap<string, Participant>>>;
  /** The dating one first, then in the order of the articles. */
  readonly told: readonly Told[];
}

/** Kinds of arguments that have names: two of them that differ are two. */
const NAMED: ReadonlySet<string> = new Set(['organisation', 'product', 'vulnerability', 'malware', 'person']);
/** Days within which the day alone tells that two actions are one. */
const EXACT = 2;

type Participants = Fact['participants'];

function participantsOf(action: ActionRecord, canonical: (name: string) => string): Draft['participants'] {
  const listed = (list: readonly ArgumentRecord[]): Map<string, Participant> =>
    new Map(
      list.map(({ name, kind }) => {
        const known = kind === 'organisation' ? canonical(name) : name;
        return [folded(known) || known, { name: known, kind }];
      }),
    );
  return {
    actors: listed(action.actors),
    targets: listed(action.targets),
    recipients: listed(action.recipients),
    affected: listed(action.affected),
  };
}

/** How many participants two actions share in roles that may stand for each other; -1 if named ones exclude each other. */
function agreement(a: Participants, b: Participants): number {
  let shared = 0;
  for (const role of FACT_ROLES) {
    let hasNamed = false;
    let hasOther = false;
    let sharesNamed = false;
    for (const [key, { kind }] of a[role]) {
      if (NAMED.has(kind)) hasNamed = true;
      if (!b[role].has(key)) continue;
      shared += NAMED.has(kind) ? 2 : 1;
      if (NAMED.has(kind)) sharesNamed = true;
    }
    for (const { kind } of b[role].values()) if (NAMED.has(kind)) hasOther = true;
    if (hasNamed && hasOther && !sharesNamed) return -1;
  }
  for (const [x, y] of [
    ['targets', 'affected'],
    ['affected', 'targets'],
    ['actors', 'affected'],
    ['affected', 'actors'],
  ] as const) {
    for (const [key, { kind }] of a[x]) if (NAMED.has(kind) && b[y].has(key)) shared += 1;
  }
  return shared;
}

const isClose = (min: number | null, max: number | null, other: QuantityRecord, slack: number): boolean =>
  (max === null || other.min === null || other.min <= max * (1 + slack)) &&
  (min === null || other.max === null || other.max >= min * (1 - slack));

/** How far two numbers may lie apart that are told as about so many. */
const ABOUT = 0.1;

/** Whether two numbers of the same thing cannot both be true. */
export function contradict(a: QuantityRecord, b: QuantityRecord): boolean {
  if (a.kind !== b.kind || a.role !== b.role) return false;
  if ((a.kind === 'money' || a.kind === 'data-volume' || a.kind === 'other') && a.unit !== b.unit) return false;
  return !isClose(a.min, a.max, b, a.approximate || b.approximate ? ABOUT : 0);
}

/** Whether what other articles say of it gives another number. */
function numbersDiffer(fact: Fact, one: Told): boolean {
  if (one.quantities.length === 0) return false;
  return fact.told.some(
    other =>
      other.place !== one.place &&
      other.quantities.some(a => one.quantities.some(b => contradict(a, b))) &&
      !other.quantities.some(a => one.quantities.some(b => a.kind === b.kind && !contradict(a, b))),
  );
}

/** A fact while actions are merged into it. */
interface Draft extends Fact {
  when: When | null;
  readonly participants: Readonly<Record<FactRole, Map<string, Participant>>>;
  readonly told: Told[];
}

function add(fact: Draft, one: Told, participants: Participants, when: When | null): void {
  for (const role of FACT_ROLES) {
    for (const [key, participant] of participants[role]) {
      if (!fact.participants[role].has(key)) fact.participants[role].set(key, participant);
    }
  }
  fact.when = when;
  fact.told.push(one);
}

const widthOrNever = (when: When | null): number => (when === null ? Number.POSITIVE_INFINITY : widthOf(when));

/**
 * Merge actions that are one and the same: type, polarity and status are equal, participants and numbers do not exclude
 * each other and some are shared (or the day is), and the dates can both be true. A date that would fit several facts
 * narrows none.
 *
 * @param canonical the name that the incident gives an organisation
 */
export function mergeActions(told: readonly Told[], canonical: (name: string) => string): readonly Fact[] {
  const sorted = told.toSorted(
    (a, b) =>
      widthOrNever(a.when) - widthOrNever(b.when) ||
      a.place - b.place ||
      a.action.trigger.start - b.action.trigger.start ||
      (a.action.id < b.action.id ? -1 : 1),
  );
  const facts: Draft[] = [];
  const places = new Map<string, number[]>();
  const put = (key: string, at: number): void => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else if (known.at(-1) !== at) known.push(at);
  };
  for (const one of sorted) {
    const { type, polarity, status } = one.action;
    const participants = participantsOf(one.action, canonical);
    const kind = `${type} ${polarity} ${status}`;
    const keys = FACT_ROLES.flatMap(role => [...participants[role].keys()].map(name => `${kind} ${name}`));
    const day = one.when !== null && widthOf(one.when) <= EXACT ? `${kind} ${one.when.first}` : null;
    const seen = new Set<number>();
    let best: { readonly at: number; readonly fit: number; readonly when: When | null } | null = null;
    let isTie = false;
    for (const key of day === null ? keys : [...keys, day]) {
      for (const at of (places.get(key) ?? []).slice(-CANDIDATES)) {
        const fact = facts[at];
        if (fact === undefined || seen.has(at)) continue;
        seen.add(at);
        const when =
          fact.when !== null && one.when !== null ? intersection(fact.when, one.when) : (fact.when ?? one.when);
        if (when === null && (fact.when !== null || one.when !== null)) continue;
        const shared = agreement(fact.participants, participants);
        const isSameDay = fact.when !== null && one.when !== null && widthOf(fact.when) <= EXACT && day !== null;
        if (shared < 0 || (shared === 0 && !isSameDay) || numbersDiffer(fact, one)) continue;
        const fit = 2 * shared + (when === null ? 1 : 0);
        if (best === null || fit > best.fit) {
          best = { at, fit, when };
          isTie = false;
        } else if (fit === best.fit) isTie = true;
      }
    }
    const fact = best === null || isTie ? undefined : facts[best.at];
    const at = fact === undefined || best === null ? facts.length : best.at;
    if (fact === undefined || best === null)
      facts.push({ type, polarity, status, when: one.when, participants, told: [one] });
    else add(fact, one, participants, best.when);
    for (const key of keys) put(key, at);
    if (day !== null) put(day, at);
  }
  return facts;
}

/** Most facts that share a participant which are looked at: an incident of thousands of articles stays linear. */
const CANDIDATES = 64;
