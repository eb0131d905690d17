import { compilePattern, type Pattern, phraseIds } from '../model/pattern.ts';
import {
  NOTHING_SAID,
  TIME_CLASSES,
  type TimeClass,
  type TimeLanguage,
  type TimeMeaning,
  type TimeModifier,
  type TimeRule,
} from '../model/time.ts';
import { intern, type Vocabulary } from '../model/vocabulary.ts';
import { addPhrase, createTrie, type GrowingTrie, type Trie } from './trie.ts';

/** A condition on the token before or after a match. */
export interface Neighbour {
  readonly phrase: readonly number[];
  /** Time classes of which the token must be one. */
  readonly classes: number;
  /** `capital`, `digit`, `start`, `function`, `noun`, `date`, `future`: tests that look at more than the word. */
  readonly test: string | null;
}

/** A meaning with what it says of itself and what it takes from the captures of a match, by key. */
export interface CompiledMeaning {
  readonly meaning: TimeMeaning;
  readonly said: Readonly<Record<string, string | number | undefined>>;
  readonly captured: readonly { readonly key: string; readonly capture: string }[];
}

/** A rule of dates with one of its patterns, ready to match. */
export interface CompiledTimeRule {
  readonly rule: TimeRule;
  readonly pattern: Pattern;
  readonly gives: readonly CompiledMeaning[];
  readonly notBefore: readonly Neighbour[];
  readonly notAfter: readonly Neighbour[];
  readonly needsBefore: readonly Neighbour[];
  readonly needsAfter: readonly Neighbour[];
  readonly needsAlways: readonly Neighbour[];
}

/** The rules that begin with a word: those that need a temporal word behind it, and those that are words alone. */
export interface RulesOfWord {
  readonly near: CompiledTimeRule[];
  readonly alone: CompiledTimeRule[];
}

export interface CompiledTime {
  /** Time classes of each vocabulary number, as bits. */
  readonly classes: Int32Array;
  /** Values of words, by class. */
  readonly values: ReadonlyMap<number, ReadonlyMap<number, string | number>>;
  /** Words with which a rule can begin, by their number: 1 where there are any. */
  readonly begins: Uint8Array;
  /** The rules that can begin with a word, by its number. */
  readonly byWord: Pick<ReadonlyMap<number, RulesOfWord>, 'get'>;
  /** Rules that can begin with a class, by the class's place in TIME_CLASSES. */
  readonly byClass: Pick<ReadonlyMap<number, readonly CompiledTimeRule[]>, 'get'>;
  readonly joins: ReadonlySet<number>;
  readonly modifiers: Trie<TimeModifier>;
}

/** Temporal rules fresh from their language: their maps can be walked through, and so be stored. */
export interface FreshTime extends CompiledTime {
  readonly byWord: ReadonlyMap<number, RulesOfWord>;
  readonly byClass: ReadonlyMap<number, readonly CompiledTimeRule[]>;
  readonly modifiers: GrowingTrie<TimeModifier>;
}

/** The bit of a time class. */
export function timeBit(name: string): number {
  const names: readonly string[] = TIME_CLASSES;
  const index = names.indexOf(name);
  if (index < 0) throw new Error(`unknown time class <${name}>`);
  return 1 << index;
}

const isTimeClass = (name: string): boolean => TIME_CLASSES.some(known => known === name);

function neighbours(specs: readonly string[] | undefined, vocabulary: Vocabulary): Neighbour[] {
  return (specs ?? []).map(spec => {
    if (!spec.startsWith('<'))
      return { phrase: phraseIds(spec.replaceAll('_', ' '), vocabulary), classes: 0, test: null };
    const name = spec.slice(1, -1);
    return isTimeClass(name)
      ? { phrase: [], classes: timeBit(name), test: null }
      : { phrase: [], classes: 0, test: name };
  });
}

function compileMeaning(meaning: TimeMeaning): CompiledMeaning {
  const said: Record<string, string | number | undefined> = { ...NOTHING_SAID };
  const captured: { key: string; capture: string }[] = [];
  for (const [key, value] of Object.entries(meaning)) {
    if (key === 'first' || key === 'last') continue;
    if (typeof value === 'string' && value.startsWith('$')) captured.push({ key, capture: value.slice(1) });
    else said[key] = value;
  }
  return { meaning, said, captured };
}

/** Compile a language's temporal words and rules; the tables are made when the vocabulary is complete. */
export function compileTime(language: TimeLanguage, vocabulary: Vocabulary): () => FreshTime {
  const bits = new Map<number, number>();
  const values = new Map<number, Map<number, string | number>>();
  const put = (name: TimeClass, word: string, value: string | number): void => {
    const id = intern(vocabulary, word);
    const bit = timeBit(name);
    bits.set(id, (bits.get(id) ?? 0) | bit);
    const held = values.get(bit) ?? new Map<number, string | number>();
    held.set(id, value);
    values.set(bit, held);
  };
  for (const name of TIME_CLASSES) {
    for (const [word, value] of Object.entries(language.words[name] ?? {})) put(name, word, value);
  }
  for (const { left, right, gives } of language.compounds) {
    for (const [head, value] of Object.entries(language.words[left] ?? {})) {
      for (const [tail, other] of Object.entries(language.words[right] ?? {}))
        put(gives, head + tail, `${value}:${other}`);
    }
  }
  const meanings = new Map(language.rules.map(rule => [rule, rule.gives.map(compileMeaning)]));
  const byWord = new Map<number, RulesOfWord>();
  const byClass = new Map(TIME_CLASSES.map((_, index): [number, CompiledTimeRule[]] => [index, []]));
  for (const rule of language.rules) {
    for (const source of rule.patterns) {
      const pattern = compilePattern(source, timeBit, vocabulary);
      const compiled: CompiledTimeRule = {
        rule,
        pattern,
        gives: meanings.get(rule) ?? [],
        notBefore: neighbours(rule.notBefore, vocabulary),
        notAfter: neighbours(rule.notAfter, vocabulary),
        needsBefore: neighbours(rule.needsBefore, vocabulary),
        needsAfter: neighbours(rule.needsAfter, vocabulary),
        needsAlways: neighbours(rule.needsAlways, vocabulary),
      };
      const alone = pattern.elements.every(element => element.classes === 0);
      for (const word of new Set(pattern.firstWords)) {
        const rules = byWord.get(word) ?? { near: [], alone: [] };
        byWord.set(word, rules);
        (alone ? rules.alone : rules.near).push(compiled);
      }
      for (const [index, list] of byClass) if (pattern.firstClasses & (1 << index)) list.push(compiled);
    }
  }
  const joins = new Set(language.joins.map(word => intern(vocabulary, word)));
  const modifiers = createTrie<TimeModifier>();
  for (const [phrase, modifier] of Object.entries(language.modifiers)) {
    addPhrase(modifiers, phraseIds(phrase, vocabulary), modifier);
  }
  return () => {
    const classes = new Int32Array(vocabulary.size);
    for (const [id, value] of bits) classes[id] = value;
    const begins = new Uint8Array(vocabulary.size);
    for (const id of byWord.keys()) begins[id] = 1;
    return { classes, values, begins, byWord, byClass, joins, modifiers };
  };
}
