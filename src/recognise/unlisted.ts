import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import { surroundingsVote } from './around.ts';
import type { Candidate } from './candidate.ts';
import { addPersons, neighboursOf } from './neighbours.ts';
import { voteByOwnWords } from './own-words.ts';
import { type Run, readerOf } from './reader.ts';
import { nameRuns } from './runs.ts';
import { decide, openVerdict, type Verdict } from './verdict.ts';

/** How often names that were proven may prove others. */
const PASSES = 4;

/**
 * Names that no gazetteer lists and whose own words do not show what they are, judged by the words around them.
 *
 * All places where a name stands vote together, so that a name proven once counts everywhere in the article. Places,
 * peoples, persons, works and events have votes too, and win over an organisation that is no better founded.
 *
 * @param accepted what was found already: those words are taken, and they are evidence for their neighbours
 * @param persons names of persons as the rules of persons found them
 */
export function unlistedNames(
  document: Document,
  language: CompiledLanguage,
  accepted: readonly Candidate[],
  persons: readonly Candidate[],
): Candidate[] {
  const { proper } = language;
  const reader = readerOf(document, language);
  const { idOf, textOf, glued, namelike, nameOf } = reader;
  const neighbours = neighboursOf(reader, accepted, persons);
  const { organisationFrom, organisationTo, startOf, surnames } = neighbours;
  const voteByPlace = surroundingsVote(reader, neighbours);

  const byName = new Map<string, Run[]>();
  for (const run of nameRuns(reader, neighbours.taken)) {
    const name = nameOf(run);
    const held = byName.get(name);
    if (held) held.push(run);
    else byName.set(name, [run]);
  }
  addPersons(neighbours, reader, byName.values());
  const known = new Map<string, Candidate>();
  for (const one of accepted)
    if (one.entry === null && (one.of === 'organisation' || one.of === 'product')) known.set(nameOf(one), one);

  const fullOf = new Map<string, Candidate>();
  for (const one of accepted) shorten(one);
  const found: Candidate[] = [];
  // Long names first: their short forms are then theirs.
  const open = new Map([...byName].toSorted(([, [a]], [, [b]]) => lengthOf(b) - lengthOf(a)));
  // A name that was proven proves its neighbours in an enumeration: as long as the passes prove something.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const proven = [...open].flatMap(([name, places]) => named(name, places));
    if (proven.length === 0) break;
    for (const one of proven) {
      open.delete(nameOf(one));
      if (one.of === 'organisation') {
        organisationFrom.add(one.from);
        organisationTo.add(one.to);
      }
      found.push(one);
    }
  }
  return found;

  /** Where a product's name begins if its maker stands directly before it: "TfL Go". */
  function makerFrom(from: number): number {
    return organisationTo.has(from) && !glued(from) ? (startOf.get(from) ?? from) : from;
  }

  function lengthOf(run: Run | undefined): number {
    return run === undefined ? 0 : run.to - run.from;
  }

  /** Note the short forms of an organisation's name: its first word, and what stands behind a head in lower case. */
  function shorten(one: Candidate): void {
    if (one.of !== 'organisation' || one.to - one.from < 2) return;
    const first = textOf(one.from);
    const id = idOf(one.from);
    const head = document.heads[one.from] ?? 0;
    const own = nameOf({ from: one.from + 1, to: one.to });
    if (!namelike(one.from) && (language.nameHeads.first.has(id) || language.nameHeads.first.has(head))) put(own, one);
    else if (one.kind === 'municipality' || one.kind === 'ministry') return;
    else if (first.length > 3 && !proper.places.has(id) && !proper.peoples.has(id) && !proper.givenNames.has(id))
      put(first, one);
  }

  function put(name: string, one: Candidate): void {
    if (!fullOf.has(name)) fullOf.set(name, one);
  }

  /** All places of a name as candidates, if there is enough evidence for it. */
  function named(name: string, places: readonly Run[]): Candidate[] {
    const same = known.get(name);
    if (same !== undefined) return places.map(({ from, to }) => ({ ...same, from, to, weight: 1 }));
    const verdict = judge(name, places);
    const whole = fullOf.get(name);
    if (whole !== undefined && !namelike(whole.from) && verdict.votes.organisation + 1 > verdict.votes.place)
      return places.map(({ from, to }) => ({ ...whole, from, to, rule: 'names/organisation/short-form', weight: 1 }));
    const of = decide(verdict);
    if (of === null || verdict.best === null) return [];
    const { rule } = verdict.best;
    const full = of === 'organisation' ? fullOf.get(name) : undefined;
    if (full !== undefined)
      return places.map(({ from, to }) => ({ ...full, from, to, rule: 'names/organisation/short-form', weight: 1 }));
    const kind = kindOf(of, verdict);
    const all = places.map(({ from, to }): Candidate => {
      const start = of === 'product' ? makerFrom(from) : from;
      return { from: start, to, of, name: nameOf({ from: start, to }), kind, entry: null, rule, sure: true, weight: 1 };
    });
    for (const one of all.slice(0, 1)) shorten(one);
    return all;
  }

  /** The kind that was told; of an organisation whose flaws and versions are told of too that of a vendor. */
  function kindOf(of: 'organisation' | 'product', { kind, votes }: Verdict): NonNullable<Verdict['kind']> {
    if (of === 'product') return kind ?? 'software';
    const isVague = kind === null || kind === 'other' || kind === 'company';
    return isVague && votes.product >= 2 ? 'vendor' : (kind ?? 'company');
  }

  function judge(name: string, places: readonly Run[]): Verdict {
    const verdict = openVerdict();
    const [first] = places;
    if (first !== undefined) voteByOwnWords(reader, surnames, first, name, verdict);
    for (const run of places) voteByPlace(run, verdict);
    if (places.some(({ from, to }) => to - from > 1)) verdict.inside = true;
    return verdict;
  }
}
