import type { Cue } from '../model/cue.ts';
import type { LanguageCode, VerbForm } from '../model/language.ts';
import type { Entry, NameRule } from '../model/name.ts';
import type { TimeModifier } from '../model/time.ts';
import { trimmed, type Vocabulary, wordOf } from '../model/vocabulary.ts';
import type { CompiledLanguage, CompiledLexicon, Lexicon, NamedForm } from './lexicon.ts';
import {
  type Put,
  type Rows,
  rowsOf,
  type Shelf,
  shelve,
  type Take,
  type Texts,
  textAt,
  textsOf,
  unrow,
  unshelve,
} from './shelf.ts';
import type { CompiledTime, CompiledTimeRule, FreshTime, RulesOfWord } from './time.ts';
import { type GrowingTrie, loadTrie, type StoredTrie, storeTrie, type Trie } from './trie.ts';
import type { CompiledTrigger, TriggerStart } from './triggers.ts';

/** What of a language is stored in another form than it is used in. */
type Reshaped = 'verbs' | 'triggers' | 'time' | 'cues' | 'nameHeads';

/** Verb forms: a row for each word, of two numbers a form: its lemma, and which form it is (VERB_FORMS). */
interface StoredVerbs {
  readonly forms: Rows;
  readonly lemmas: Texts;
}

/** Triggers: a row for each word, of the numbers of its starts, one behind the other (`startNumbers`). */
interface StoredTriggers {
  readonly rules: Shelf;
  readonly starts: Rows;
}

/** Rules of dates: those that share a source lie together; numbers are places in `places`. */
interface StoredTime {
  readonly rest: Omit<CompiledTime, 'byWord' | 'byClass' | 'modifiers'>;
  readonly rules: Shelf;
  /** By the number of a compiled rule, on which place of the shelf it is, and which one there. */
  readonly places: readonly (readonly [number, number])[];
  readonly near: Rows;
  readonly alone: Rows;
  readonly byClass: Rows;
  readonly modifiers: StoredValues;
}

/** A trie whose values lie on a shelf. */
interface StoredValues {
  readonly trie: StoredTrie;
  readonly shelf: Shelf;
}

/** A language as it is stored: what is large in tables and on shelves, the rest as it is. */
interface StoredLanguage {
  readonly rest: Omit<CompiledLanguage, Reshaped>;
  readonly verbs: StoredVerbs;
  readonly triggers: StoredTriggers;
  readonly time: StoredTime;
  readonly cues: StoredValues;
  readonly nameHeads: StoredValues;
}

/** The names as they are stored: of each form its entry, its spelling and what it needs. */
interface StoredNames {
  readonly entries: Shelf;
  readonly entryOf: Int32Array;
  readonly spellings: Texts;
  readonly needs: Uint8Array;
  readonly names: StoredTrie;
}

/** A lexicon in parts that are loaded each by itself. */
export interface StoredLexicon {
  readonly vocabulary: Vocabulary;
  readonly names: StoredNames;
  readonly nl: StoredLanguage;
  readonly en: StoredLanguage;
}

/** Something that gives a part of a stored lexicon; it is asked once for each. */
export type LoadPart = <Part extends keyof StoredLexicon>(part: Part) => StoredLexicon[Part];

/** What proves or explains a rule and is not needed to apply it. */
const PROOF: Readonly<Record<string, unknown>> = { examples: [], rejects: [], means: '' };

/** A copy without the proof of the rules; what was one object stays one. */
function slim(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    seen.set(value, copy);
    for (const [key, held] of value) copy.set(key, slim(held, seen));
    return copy;
  }
  if (value instanceof Set) return value;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const held of value) copy.push(slim(held, seen));
    return copy;
  }
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, held] of Object.entries(value)) copy[key] = key in PROOF ? PROOF[key] : slim(held, seen);
  return copy;
}

/** Numbers for things, in the order in which they are first asked for. */
function numbering<T>(): { readonly of: (thing: T) => number; readonly all: () => readonly T[] } {
  const numbers = new Map<T, number>();
  return {
    of: thing => {
      const number = numbers.get(thing) ?? numbers.size;
      numbers.set(thing, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}

const VERB_FORMS: readonly VerbForm['is'][] = ['past', 'present', 'participle', 'infinitive', 'gerund'];
const NEEDS: readonly NamedForm['needs'][] = ['nothing', 'context', 'head'];
/** Added to the number of what a form needs, where it counts only as it is spelled. */
const EXACT = 16;
const FOUND_BY: readonly TriggerStart['by'][] = ['verb', 'noun', 'phrase'];

/** The thing with a number; a number that has none is a bug of what was stored. */
function numbered<T>(things: readonly T[], number: number): T {
  const thing = things[number];
  if (thing === undefined) throw new RangeError(`nothing has the number ${number}`);
  return thing;
}

/** A start as numbers: its rule, by what it is found, the form, the particle, how many fixed words, and those. */
function startNumbers({ by, is, particle, fixed }: TriggerStart, rule: number): number[] {
  return [rule, FOUND_BY.indexOf(by), is === null ? -1 : VERB_FORMS.indexOf(is), particle, fixed.length, ...fixed];
}

function startsOf(row: Int32Array, ruleOf: (rule: number) => CompiledTrigger): TriggerStart[] {
  const starts: TriggerStart[] = [];
  for (let i = 0; i < row.length; ) {
    const [rule = 0, by = 0, is = -1, particle = 0, length = 0] = row.subarray(i, i + 5);
    const fixed = [...row.subarray(i + 5, i + 5 + length)];
    starts.push({
      rule: ruleOf(rule),
      by: numbered(FOUND_BY, by),
      particle,
      fixed,
      is: is < 0 ? null : numbered(VERB_FORMS, is),
    });
    i += 5 + length;
  }
  return starts;
}

function storeVerbs({ forms }: CompiledLexicon['languages'][LanguageCode]['verbs']): StoredVerbs {
  const lemmas = numbering<string>();
  const rows = rowsOf(forms, held => held.flatMap(({ lemma, is }) => [lemmas.of(lemma), VERB_FORMS.indexOf(is)]));
  return { forms: rows, lemmas: textsOf(lemmas.all()) };
}

function loadVerbs({ forms, lemmas }: StoredVerbs, vocabulary: Vocabulary): CompiledLanguage['verbs'] {
  let known: ReadonlySet<string> | undefined;
  return {
    forms: unrow(forms, (row, id) => {
      const form = wordOf(vocabulary, id);
      return Array.from({ length: row.length / 2 }, (_, i): VerbForm => {
        const [lemma = 0, is = 0] = row.subarray(2 * i, 2 * i + 2);
        return { form, lemma: textAt(lemmas, lemma), is: numbered(VERB_FORMS, is) };
      });
    }),
    lemmas: {
      has: lemma => {
        known ??= new Set(Array.from(lemmas.ends, (_, number) => textAt(lemmas, number)));
        return known.has(lemma);
      },
    },
  };
}

function storeTime({ byWord, byClass, modifiers, ...rest }: FreshTime, put: Put): StoredTime {
  const rules = numbering<CompiledTimeRule>();
  const rows = (list: readonly CompiledTimeRule[]): readonly number[] => list.map(rules.of);
  const near = rowsOf(byWord, held => rows(held.near));
  const alone = rowsOf(byWord, held => rows(held.alone));
  const classes = rowsOf(byClass, rows);
  const sources = new Map<unknown, CompiledTimeRule[]>();
  const places = rules.all().map((rule): readonly [number, number] => {
    const held = sources.get(rule.rule) ?? [];
    sources.set(rule.rule, held);
    held.push(rule);
    return [[...sources.keys()].indexOf(rule.rule), held.length - 1];
  });
  return {
    rest,
    places,
    near,
    alone,
    byClass: classes,
    rules: shelve(
      [...sources.values()].map(held => slim(held)),
      put,
    ),
    modifiers: storeValues(modifiers, put),
  };
}

function loadTime({ rest, rules, places, near, alone, byClass, modifiers }: StoredTime, take: Take): CompiledTime {
  const together = unshelve(rules, take, (held: readonly CompiledTimeRule[]) => held);
  const ruleOf = (number: number): CompiledTimeRule => {
    const [source, which] = numbered(places, number);
    return numbered(together(source), which);
  };
  const rulesOf = (row: Int32Array): CompiledTimeRule[] => Array.from(row, ruleOf);
  const [nearBy, aloneBy] = [unrow(near, rulesOf), unrow(alone, rulesOf)];
  const both = new Map<number, RulesOfWord>();
  return {
    ...rest,
    byWord: {
      get: word => {
        if (rest.begins[word] !== 1) return undefined;
        const held = both.get(word) ?? { near: nearBy.get(word) ?? [], alone: aloneBy.get(word) ?? [] };
        both.set(word, held);
        return held;
      },
    },
    byClass: unrow(byClass, rulesOf),
    modifiers: loadValues<TimeModifier>(modifiers, take),
  };
}

function storeValues<T>(trie: GrowingTrie<T>, put: Put): StoredValues {
  const values = numbering<T>();
  const stored = storeTrie(trie, values.of);
  return {
    trie: stored,
    shelf: shelve(
      values.all().map(value => slim(value)),
      put,
    ),
  };
}

function loadValues<T>({ trie, shelf }: StoredValues, take: Take): Trie<T> {
  return loadTrie(
    trie,
    unshelve(shelf, take, (value: T) => value),
  );
}

function storeLanguage(language: CompiledLexicon['languages'][LanguageCode], put: Put): unknown {
  const { verbs, triggers, time, cues, nameHeads, ...rest } = language;
  const rules = numbering<CompiledTrigger>();
  const starts = rowsOf(triggers.starts, held => held.flatMap(start => startNumbers(start, rules.of(start.rule))));
  return {
    rest: slim(rest),
    verbs: storeVerbs(verbs),
    triggers: {
      starts,
      rules: shelve(
        rules.all().map(rule => slim(rule)),
        put,
      ),
    },
    time: storeTime(time, put),
    cues: storeValues(cues, put),
    nameHeads: storeValues(nameHeads, put),
  };
}

/**
 * Turn a lexicon into its stored parts; each is plain data for `v8.serialize`.
 *
 * @param put takes what lies on shelves
 */
export function storeLexicon(
  { vocabulary, languages, names }: CompiledLexicon,
  put: Put,
): Readonly<Record<keyof StoredLexicon, unknown>> {
  const entries = numbering<Entry>();
  const forms = numbering<NamedForm>();
  const trie = storeTrie(names, forms.of);
  const all = forms.all();
  const entryOf = Int32Array.from(all, ({ entry }) => entries.of(entry));
  return {
    vocabulary: trimmed(vocabulary),
    names: {
      entryOf,
      entries: shelve(entries.all(), put),
      spellings: textsOf(all.map(({ form }) => form)),
      needs: Uint8Array.from(all, ({ needs, exact }) => NEEDS.indexOf(needs) + (exact ? EXACT : 0)),
      names: trie,
    },
    nl: storeLanguage(languages.nl, put),
    en: storeLanguage(languages.en, put),
  };
}

function loadLanguage(stored: StoredLanguage, vocabulary: Vocabulary, take: Take): CompiledLanguage {
  const { rest, verbs, triggers, time, cues, nameHeads } = stored;
  const ruleOf = unshelve(triggers.rules, take, (rule: CompiledTrigger) => rule);
  return {
    ...rest,
    verbs: loadVerbs(verbs, vocabulary),
    triggers: { starts: unrow(triggers.starts, row => startsOf(row, ruleOf)) },
    time: loadTime(time, take),
    cues: loadValues<Cue>(cues, take),
    nameHeads: loadValues<NameRule>(nameHeads, take),
  };
}

function loadNames({ entries, entryOf, spellings, needs, names }: StoredNames, take: Take): Lexicon['names'] {
  const entry = unshelve(entries, take, (held: Entry) => held);
  return loadTrie(names, (form): NamedForm => {
    const asked = needs[form] ?? 0;
    return {
      entry: entry(entryOf[form] ?? 0),
      form: textAt(spellings, form),
      needs: numbered(NEEDS, asked % EXACT),
      ...(asked >= EXACT ? { exact: true } : {}),
    };
  });
}

/** A value that is made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A lexicon of stored parts: the words at once, names and languages when an article asks for them. */
export function loadLexicon(load: LoadPart, take: Take): Lexicon {
  const vocabulary = load('vocabulary');
  const names = lazily(() => loadNames(load('names'), take));
  const nl = lazily(() => loadLanguage(load('nl'), vocabulary, take));
  const en = lazily(() => loadLanguage(load('en'), vocabulary, take));
  return {
    vocabulary,
    get names() {
      return names();
    },
    languages: {
      get nl() {
        return nl();
      },
      get en() {
        return en();
      },
    },
  };
}
