import type { ArticleRecord } from '../src/model/record.ts';

/** A hand-marked article: what a complete and right record of it holds. */
export interface Gold {
  readonly language: string;
  readonly dates: readonly GoldDate[];
  readonly organisations: readonly GoldName[];
  readonly products: readonly GoldName[];
  readonly actions: readonly GoldAction[];
}

/** What is debatable counts neither for nor against. */
interface Debatable {
  readonly optional?: boolean;
}

interface GoldDate extends Debatable {
  readonly text: string;
  /** Which occurrence of the text it is, from 1. */
  readonly nth?: number;
  readonly value: string;
  readonly valueAlt?: readonly string[];
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface GoldName extends Debatable {
  /** The canonical name, and all others that mean it. */
  readonly names: readonly string[];
}

interface GoldAction extends Debatable {
  readonly type: string;
  readonly typeAlt?: readonly string[];
  readonly trigger: string;
  /** Words around the trigger that stand once in the text. */
  readonly quote: string;
  readonly polarity: string;
  readonly polarityAlt?: readonly string[];
  readonly status: string;
  readonly statusAlt?: readonly string[];
}

/** How many were found, found though not there, and missed; `faults` names them. */
export interface Tally {
  readonly found: number;
  readonly extra: number;
  readonly missed: number;
  readonly faults: readonly string[];
}

export const MEASURES = ['dates', 'dateValues', 'organisations', 'products', 'actions', 'polarity', 'status'] as const;
export type Measure = (typeof MEASURES)[number];
export type Score = Readonly<Record<Measure, Tally>>;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Pairing<G, F> {
  readonly pairs: readonly (readonly [G, F])[];
  readonly extra: readonly F[];
  readonly missed: readonly G[];
}

/**
 * Give each thing that was found the gold it fits best and that is still free.
 *
 * @param fits tests from strict to lenient, each tried on all that is left; a test tells how well the two fit, 0 not at all
 */
function pairUp<G, F>(
  golds: readonly G[],
  found: readonly F[],
  fits: readonly ((gold: G, one: F) => number)[],
): Pairing<G, F> {
  const free = new Set(golds);
  const left = new Set(found);
  const pairs: [G, F][] = [];
  for (const closenessOf of fits) {
    for (const one of left) {
      let best: G | undefined;
      let highest = 0;
      for (const gold of free) {
        const closeness = closenessOf(gold, one);
        if (closeness > highest) [best, highest] = [gold, closeness];
      }
      if (best === undefined) continue;
      pairs.push([best, one]);
      free.delete(best);
      left.delete(one);
    }
  }
  return { pairs, extra: [...left], missed: [...free] };
}

function tally<G extends Debatable, F>(
  { pairs, extra, missed }: Pairing<G, F>,
  tell: { readonly gold: (gold: G) => string; readonly found: (one: F) => string },
): Tally {
  const truly = missed.filter(gold => !gold.optional);
  return {
    found: pairs.filter(([gold]) => !gold.optional).length,
    extra: extra.length,
    missed: truly.length,
    faults: [...extra.map(one => `extra ${tell.found(one)}`), ...truly.map(gold => `missed ${tell.gold(gold)}`)],
  };
}

/** Of pairs that must agree in something, how many do; each that does not is missed, and something else found instead. */
function agreement<G extends Debatable, F>(
  pairs: Pairing<G, F>['pairs'],
  agrees: (gold: G, one: F) => boolean,
  tell: (gold: G, one: F) => string,
): Tally {
  const counted = pairs.filter(([gold]) => !gold.optional);
  const wrong = counted.filter(([gold, one]) => !agrees(gold, one));
  return {
    found: counted.length - wrong.length,
    extra: wrong.length,
    missed: wrong.length,
    faults: wrong.map(([gold, one]) => tell(gold, one)),
  };
}

const shared = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Where the nth occurrence of some words stands, in code points. */
function placeOf(text: string, words: string, nth = 1): Stretch {
  let at = -1;
  for (let i = 0; i < nth; i += 1) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`not in the article: ${words}`);
  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}

/** A name without what does not tell names apart: case, quotes, hyphens, a determiner in front. */
function plain(name: string): string {
  const words = name.normalize('NFKC').toLowerCase();
  return words
    .replaceAll(/[‘’'“”"«»„]/g, '')
    .replaceAll(/[-–—_/.,\s]+/g, ' ')
    .replace(/^ ?(?:de|het|een|the|an?|zijn|haar|its|hun|their|our|onze) /, '')
    .trim();
}

/** The same without the common noun of municipalities and ministries, and without a plural's s. */
function core(name: string): string {
  return plain(name)
    .replace(/^(?:gemeenten?|ministeries?|ministry|department|municipality|city) ?(?:van|of|for|voor)? ?/, '')
    .replace(/s$/, '')
    .trim();
}

const sameName = (a: string, b: string): boolean => plain(a) === plain(b) || (core(a) !== '' && core(a) === core(b));

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly mentions: readonly { readonly text: string }[];
}

function scoreNames(golds: readonly GoldName[], found: readonly Named[]): Tally {
  const formsOf = (one: Named): string[] => [
    one.name,
    ...(one.aliases ?? []),
    ...one.mentions.map(mention => mention.text),
  ];
  const fits = (gold: GoldName, one: Named): number =>
    gold.names.some(name => formsOf(one).some(form => sameName(name, form))) ? 1 : 0;
  const paired = pairUp(golds, found, [fits]);
  // A second entry for something debatable is as debatable.
  const extra = paired.extra.filter(one => !golds.some(gold => gold.optional && fits(gold, one) > 0));
  return tally({ ...paired, extra }, { gold: gold => `"${gold.names[0]}"`, found: one => `"${one.name}"` });
}

function scoreDates(text: string, gold: Gold, record: ArticleRecord): Pick<Score, 'dates' | 'dateValues'> {
  const golds = gold.dates.map(date => ({ ...date, ...placeOf(text, date.text, date.nth) }));
  const paired = pairUp(golds, record.dates, [shared]);
  const extra = paired.extra.filter(one => !golds.some(date => date.optional && shared(date, one) > 0));
  const agrees = (date: (typeof golds)[number], one: (typeof record.dates)[number]): boolean => {
    const bounded = date.earliest !== null && date.earliest === one.earliest && date.latest === one.latest;
    return [date.value, ...(date.valueAlt ?? [])].includes(one.value) || (date.value.includes('X') && bounded);
  };
  return {
    dates: tally(
      { ...paired, extra },
      { gold: date => `"${date.text}" ${date.value}`, found: one => `"${one.text}" ${one.value}` },
    ),
    dateValues: agreement(paired.pairs, agrees, (date, one) => `"${one.text}" ${one.value} for ${date.value}`),
  };
}

function scoreActions(text: string, gold: Gold, record: ArticleRecord): Pick<Score, 'actions' | 'polarity' | 'status'> {
  const golds = gold.actions.map(action => {
    const quote = placeOf(text, action.quote);
    const trigger = placeOf(action.quote, action.trigger);
    return { ...action, at: quote, word: { start: quote.start + trigger.start, end: quote.start + trigger.end } };
  });
  type GoldPlaced = (typeof golds)[number];
  type Found = (typeof record.actions)[number];
  const sameType = (action: GoldPlaced, one: Found): boolean =>
    [action.type, ...(action.typeAlt ?? [])].includes(one.type);
  const paired = pairUp(golds, record.actions, [
    (action, one) => (sameType(action, one) && shared(action.word, one.trigger) > 0 ? 1 : 0),
    (action, one) => (sameType(action, one) && shared(action.at, one.trigger) > 0 ? 1 : 0),
  ]);
  const extra = paired.extra.filter(
    one => !golds.some(action => action.optional && shared(action.at, one.trigger) > 0),
  );
  return {
    actions: tally(
      { ...paired, extra },
      { gold: action => `${action.type} "${action.quote}"`, found: one => `${one.type} "${one.trigger.text}"` },
    ),
    polarity: agreement(
      paired.pairs,
      (action, one) => [action.polarity, ...(action.polarityAlt ?? [])].includes(one.polarity),
      (action, one) => `${one.polarity} ${one.type} "${action.quote}"`,
    ),
    status: agreement(
      paired.pairs,
      (action, one) => [action.status, ...(action.statusAlt ?? [])].includes(one.status),
      (action, one) => `${one.status} ${one.type} "${action.quote}", should be ${action.status}`,
    ),
  };
}

/**
 * Measure a record against what was marked by hand.
 *
 * A date counts if it shares a character with a marked one, a name if any of its forms is one of the marked names, an
 * action if it is of the marked type and its trigger lies in the marked trigger or, failing that, in the quote around it.
 */
export function score(text: string, gold: Gold, record: ArticleRecord): Score {
  return {
    ...scoreDates(text, gold, record),
    organisations: scoreNames(gold.organisations, record.organisations),
    products: scoreNames(gold.products, record.products),
    ...scoreActions(text, gold, record),
  };
}

/** Scores of several articles as one. */
export function total(scores: readonly Score[], measure: Measure): Tally {
  const tallies = scores.map(one => one[measure]);
  const sum = (key: 'found' | 'extra' | 'missed'): number => tallies.reduce((all, one) => all + one[key], 0);
  return {
    found: sum('found'),
    extra: sum('extra'),
    missed: sum('missed'),
    faults: tallies.flatMap(one => one.faults),
  };
}

/** What share of what was found is right, what share of what is right was found, and their harmonic mean. */
export function ratios({ found, extra, missed }: Tally): { precision: number; recall: number; f1: number } {
  const share = (of: number): number => (of === 0 ? 1 : found / of);
  return { precision: share(found + extra), recall: share(found + missed), f1: share(found + (extra + missed) / 2) };
}
