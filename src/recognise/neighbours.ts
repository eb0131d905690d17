import type { Candidate } from './candidate.ts';
import type { Reader, Run } from './reader.ts';

/** What was found already in an article: evidence for what stands beside it. */
export interface Neighbours {
  /** 1 for each token that is part of a name. */
  readonly taken: Uint8Array;
  /** Where organisations begin and end; towns are none. */
  readonly organisationFrom: Set<number>;
  readonly organisationTo: Set<number>;
  /** Where the organisation begins that ends at a token. */
  readonly startOf: ReadonlyMap<number, number>;
  /** The kind of the organisation that begins or ends at a token. */
  readonly kindAt: ReadonlyMap<number, Candidate['kind']>;
  /** Where the person's name ends that begins at a token. */
  readonly personAt: ReadonlyMap<number, number>;
  readonly personTo: Set<number>;
  readonly surnames: Set<string>;
}

/** Index what was found: names by where they stand, persons that are beyond doubt by their surnames. */
export function neighboursOf(
  { document, language, idOf, textOf }: Reader,
  accepted: readonly Candidate[],
  persons: readonly Candidate[],
): Neighbours {
  const taken = new Uint8Array(document.tokens.count);
  const organisationFrom = new Set<number>();
  const organisationTo = new Set<number>();
  const startOf = new Map<number, number>();
  const kindAt = new Map<number, Candidate['kind']>();
  for (const one of accepted) {
    taken.fill(1, one.from, one.to);
    if (one.of !== 'organisation' || one.kind === 'municipality') continue;
    organisationFrom.add(one.from);
    organisationTo.add(one.to);
    startOf.set(one.to, one.from);
    kindAt.set(one.from, one.kind);
    kindAt.set(one.to, one.kind);
  }
  const personAt = new Map<number, number>();
  const personTo = new Set<number>();
  const surnames = new Set<string>();
  for (const one of persons) {
    if (one.weight < 2 && !language.proper.givenNames.has(idOf(one.from))) continue;
    personAt.set(one.from, one.to);
    personTo.add(one.to);
    surnames.add(textOf(one.to - 1));
  }
  return { taken, organisationFrom, organisationTo, startOf, kindAt, personAt, personTo, surnames };
}

/** Note the persons among runs of name words: those that begin with a given name. */
export function addPersons(
  { personTo, surnames }: Neighbours,
  { language, idOf, textOf }: Reader,
  runs: Iterable<readonly Run[]>,
): void {
  for (const places of runs) {
    const [run] = places;
    if (run === undefined || run.to - run.from < 2 || !language.proper.givenNames.has(idOf(run.from))) continue;
    surnames.add(textOf(run.to - 1));
    for (const { to } of places) personTo.add(to);
  }
}
