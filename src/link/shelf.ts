import { PHASE_OF, type Phase } from '../model/trigger.ts';
import { bytes, type Column, days, fractions, type Numbers, shorts, wholes } from './columns.ts';
import { type Days, EVIDENCE_KINDS, type Event, type Evidence, type EvidenceKind, type Thing } from './evidence.ts';

/** What links the articles of a corpus, held in columns of numbers: some hundred bytes an article, and no names. */
export interface Shelf {
  /** Put the evidence of an article on the shelf; gives its number, from 0. */
  readonly add: (evidence: Evidence) => number;
  /** The evidence of an article; the names of things are empty, for only numbers are kept. */
  readonly evidence: (row: number) => Evidence;
  readonly published: (row: number) => Days | null;
  readonly keys: (row: number) => Uint32Array;
  readonly sketch: (row: number) => Uint32Array;
}

const PHASES: readonly Phase[] = [...new Set(Object.values(PHASE_OF))];
const KIND_AT: ReadonlyMap<EvidenceKind, number> = new Map(EVIDENCE_KINDS.map((kind, i) => [kind, i]));

/** In place of a day that is not known. */
const NO_DAY = -(2 ** 31);
/** How many articles' evidence is kept as objects for a while, since what is compared lies near in time. */
const AT_HAND = 2048;

/** An empty shelf. */
export function shelf(): Shelf {
  // Of each article: where its part of each column begins. It ends where that of the next begins.
  const starts = { keys: wholes(), things: wholes(), events: wholes(), sketch: wholes() };
  const positionStarts = { victims: wholes(), foci: wholes(), flaws: wholes() };
  const published = { first: days(), last: days() };
  const keys = { form: wholes(), owner: shorts(), prior: bytes() };
  const things = { kind: bytes(), salience: fractions() };
  const events = { phase: bytes(), first: days(), last: days() };
  const positions = shorts();
  const sketches = wholes();
  // There are few priors, so a key names its own by number.
  const priors: number[] = [];
  const priorAt = new Map<number, number>();
  const atHand: ({ readonly row: number; readonly evidence: Evidence } | undefined)[] = [];

  const end = (start: Column<Uint32Array>, row: number, all: Column<Numbers>): number =>
    row + 1 < start.size() ? start.get(row + 1) : all.size();

  function numberOf(prior: number): number {
    const known = priorAt.get(prior);
    if (known !== undefined) return known;
    priorAt.set(prior, priors.length);
    return priors.push(prior) - 1;
  }

  function publishedOf(row: number): Days | null {
    const first = published.first.get(row);
    return first === NO_DAY ? null : { first, last: published.last.get(row) };
  }

  const keysOf = (row: number): Uint32Array => keys.form.part(starts.keys.get(row), end(starts.keys, row, keys.form));
  const sketchOf = (row: number): Uint32Array =>
    sketches.part(starts.sketch.get(row), end(starts.sketch, row, sketches));

  function thingsOf(row: number): readonly Thing[] {
    const found: Thing[] = [];
    const to = end(starts.things, row, things.kind);
    for (let i = starts.things.get(row); i < to; i += 1) {
      const kind = EVIDENCE_KINDS[things.kind.get(i)] ?? 'word';
      found.push({ kind, name: '', salience: things.salience.get(i) });
    }
    return found;
  }

  function eventsOf(row: number): readonly Event[] {
    const found: Event[] = [];
    const to = end(starts.events, row, events.phase);
    for (let i = starts.events.get(row); i < to; i += 1) {
      const phase = PHASES[events.phase.get(i)] ?? 'discovery';
      found.push({ phase, first: events.first.get(i), last: events.last.get(i) });
    }
    return found;
  }

  function made(row: number): Evidence {
    const [from, to] = [starts.keys.get(row), end(starts.keys, row, keys.form)];
    const [victims, foci, flaws] = [
      positionStarts.victims.get(row),
      positionStarts.foci.get(row),
      positionStarts.flaws.get(row),
    ];
    return {
      published: publishedOf(row),
      events: eventsOf(row),
      things: thingsOf(row),
      keys: keysOf(row),
      owners: keys.owner.part(from, to),
      priors: Float64Array.from(keys.prior.part(from, to), at => priors[at] ?? 0),
      victims: [...positions.part(victims, foci)],
      foci: [...positions.part(foci, flaws)],
      flaws: [...positions.part(flaws, end(positionStarts.victims, row, positions))],
      sketch: sketchOf(row),
    };
  }

  return {
    add(evidence) {
      const row = starts.keys.size();
      starts.keys.push(keys.form.size());
      starts.things.push(things.kind.size());
      starts.events.push(events.phase.size());
      starts.sketch.push(sketches.size());
      published.first.push(evidence.published?.first ?? NO_DAY);
      published.last.push(evidence.published?.last ?? NO_DAY);
      for (let i = 0; i < evidence.keys.length; i += 1) {
        keys.form.push(evidence.keys[i] ?? 0);
        keys.owner.push(evidence.owners[i] ?? 0);
        keys.prior.push(numberOf(evidence.priors[i] ?? 0));
      }
      for (const { kind, salience } of evidence.things) {
        things.kind.push(KIND_AT.get(kind) ?? 0);
        things.salience.push(salience);
      }
      for (const { phase, first, last } of evidence.events) {
        events.phase.push(PHASES.indexOf(phase));
        events.first.push(first);
        events.last.push(last);
      }
      for (const list of ['victims', 'foci', 'flaws'] as const) {
        positionStarts[list].push(positions.size());
        for (const position of evidence[list]) positions.push(position);
      }
      for (const hash of evidence.sketch) sketches.push(hash);
      return row;
    },
    evidence(row) {
      const known = atHand[row % AT_HAND];
      if (known?.row === row) return known.evidence;
      const evidence = made(row);
      atHand[row % AT_HAND] = { row, evidence };
      return evidence;
    },
    published: publishedOf,
    keys: keysOf,
    sketch: sketchOf,
  };
}
