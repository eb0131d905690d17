import type { LanguageCode, VerbForm } from '../model/language.ts';
import type { Entry } from '../model/name.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { CompiledLanguage, CompiledLexicon, Lexicon, NamedForm } from './lexicon.ts';
import { type Shelf, type ShelvedMap, shelve, shelveMap, unshelve, unshelveMap } from './shelf.ts';
import { loadTrie, type StoredTrie, storeTrie } from './trie.ts';
import type { CompiledTrigger, TriggerStart } from './triggers.ts';

/** A language as it is stored: what is large is on shelves, the rest as it is. */
interface StoredLanguage {
  readonly rest: Omit<CompiledLanguage, 'verbs' | 'triggers'>;
  readonly forms: ShelvedMap;
  /** All lemmas, a line each. */
  readonly lemmas: string;
  readonly rules: Shelf;
  readonly starts: ShelvedMap;
}

/** The names as they are stored. */
interface StoredNames {
  readonly entries: Shelf;
  readonly names: StoredTrie;
}

/** The words as they are stored: one string, for a string of its own for each costs more than all the rest. */
interface StoredVocabulary {
  readonly words: string;
  readonly slots: Int32Array;
}

/** A lexicon in parts that are loaded each by itself. */
export interface StoredLexicon {
  readonly vocabulary: StoredVocabulary;
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

type WrittenStart = Omit<TriggerStart, 'rule'> & { readonly rule: number };
type WrittenForm = Omit<NamedForm, 'entry'> & { readonly entry: number };

function storeLanguage({ verbs, triggers, ...rest }: CompiledLexicon['languages'][LanguageCode]): unknown {
  const rules = numbering<CompiledTrigger>();
  const starts = new Map(
    [...triggers.starts].map(([id, held]) => [id, held.map(start => ({ ...start, rule: rules.of(start.rule) }))]),
  );
  return {
    rest: slim(rest),
    forms: shelveMap(verbs.forms),
    lemmas: [...verbs.lemmas].join('\n'),
    starts: shelveMap(starts),
    rules: shelve(rules.all().map(rule => slim(rule))),
  };
}

/** Turn a lexicon into its stored parts; each is plain data for `v8.serialize`. */
export function storeLexicon({
  vocabulary,
  languages,
  names,
}: CompiledLexicon): Readonly<Record<keyof StoredLexicon, unknown>> {
  const entries = numbering<Entry>();
  const trie = storeTrie(names, ({ entry, ...form }) => ({ ...form, entry: entries.of(entry) }));
  return {
    vocabulary: { words: vocabulary.words.join('\n'), slots: vocabulary.slots },
    names: { entries: shelve(entries.all()), names: trie },
    nl: storeLanguage(languages.nl),
    en: storeLanguage(languages.en),
  };
}

function loadLanguage({ rest, forms, lemmas, rules, starts }: StoredLanguage): CompiledLanguage {
  const ruleOf = unshelve(rules, (rule: CompiledTrigger) => rule);
  let known: ReadonlySet<string> | undefined;
  return {
    ...rest,
    verbs: {
      forms: unshelveMap(forms, (held: readonly VerbForm[]) => held),
      lemmas: {
        has: lemma => {
          known ??= new Set(lemmas.split('\n'));
          return known.has(lemma);
        },
      },
    },
    triggers: {
      starts: unshelveMap(starts, (held: readonly WrittenStart[]) =>
        held.map((start): TriggerStart => ({ ...start, rule: ruleOf(start.rule) })),
      ),
    },
  };
}

function loadVocabulary({ words, slots }: StoredVocabulary): Vocabulary {
  return { words: words.split('\n'), slots };
}

function loadNames({ entries, names }: StoredNames): Lexicon['names'] {
  const entryOf = unshelve(entries, (entry: Entry) => entry);
  return loadTrie(names, ({ entry, ...form }: WrittenForm): NamedForm => ({ ...form, entry: entryOf(entry) }));
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
export function loadLexicon(load: LoadPart): Lexicon {
  const names = lazily(() => loadNames(load('names')));
  const nl = lazily(() => loadLanguage(load('nl')));
  const en = lazily(() => loadLanguage(load('en')));
  return {
    vocabulary: loadVocabulary(load('vocabulary')),
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
