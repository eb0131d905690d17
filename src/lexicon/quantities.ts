import type { Language } from '../model/language.ts';
import type { QuantityKind } from '../model/name.ts';

/** A counted noun or unit: what it counts, the rule that lists it, and its unit or singular. */
export interface CountedUnit {
  readonly kind: QuantityKind;
  readonly rule: string;
  readonly unit: string;
}

/** Words that make a number vague, by their last word: each phrase as its words from the last to the first. */
export type Bounds = ReadonlyMap<
  string,
  readonly { readonly how: 'about' | 'less' | 'more'; readonly words: readonly string[] }[]
>;

/** The words of quantities of a language, ready to be looked up. */
export interface CompiledQuantities {
  /** Number words of one token. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly units: ReadonlyMap<string, CountedUnit>;
  /** Singulars, which are counted by one alone: "one server". */
  readonly singulars: ReadonlyMap<string, CountedUnit>;
  readonly bounds: Bounds;
  readonly some: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly ratios: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly plus: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly uncounted: ReadonlySet<string>;
  readonly pluralEndings: readonly string[];
}

/** Prepare the words of quantities of a language. */
export function compileQuantities({ quantities, dates }: Language): CompiledQuantities {
  const units = new Map<string, CountedUnit>();
  const singulars = new Map<string, CountedUnit>();
  for (const { id, kind, words } of quantities.units) {
    // Durations are read among the dates.
    if (kind === 'duration') continue;
    for (const [word, unit] of Object.entries(words)) {
      const counted = { kind, rule: id, unit };
      units.set(word, counted);
      singulars.set(unit.toLowerCase(), counted);
    }
  }
  const bounds = new Map<string, { how: 'about' | 'less' | 'more'; words: readonly string[] }[]>();
  const lists = { about: quantities.about, less: quantities.lessThan, more: quantities.moreThan };
  for (const how of ['about', 'less', 'more'] as const) {
    for (const phrase of lists[how]) {
      const words = phrase.split(' ').toReversed();
      const [last = ''] = words;
      bounds.set(last, [...(bounds.get(last) ?? []), { how, words }]);
    }
  }
  for (const list of bounds.values()) list.sort((a, b) => b.words.length - a.words.length);
  const numbers = Object.fromEntries(
    Object.entries(dates.words.number ?? {}).flatMap(([word, value]) =>
      typeof value === 'number' ? [[word, value] as const] : [],
    ),
  );
  return {
    numbers,
    units,
    singulars,
    bounds,
    some: new Set(quantities.some),
    between: new Set(quantities.between),
    ratios: new Set(quantities.ratios),
    of: new Set(quantities.of),
    owners: new Set(quantities.owners),
    plus: new Set(quantities.plus),
    numbered: new Set(quantities.numbered),
    uncounted: new Set(quantities.uncounted),
    pluralEndings: quantities.pluralEndings,
  };
}
