import { wordBits } from '../model/bits.ts';
import type { Cue } from '../model/cue.ts';
import {
  type Language,
  type LanguageCode,
  NOUN_CLASSES,
  type Spoken,
  spokenOf,
  WORD_CLASSES,
} from '../model/language.ts';
import type { Entry, NameCue, NameRule, OrganisationKind } from '../model/name.ts';
import { phraseIds } from '../model/pattern.ts';
import { createVocabulary, intern, type Vocabulary, wordOf } from '../model/vocabulary.ts';
import { compileGroups, type Groups } from './groups.ts';
import { type CompiledMalware, compileMalware } from './malware.ts';
import { type CompiledQuantities, compileQuantities } from './quantities.ts';
import { type CompiledTime, compileTime, type FreshTime } from './time.ts';
import { addPhrase, createTrie, type GrowingTrie, type Trie } from './trie.ts';
import { type CompiledTriggers, compileTriggers, type TriggerStart } from './triggers.ts';
import { compileVerbs, type VerbForms, type VerbTable } from './verbs.ts';

/** A language made ready for matching: everything keyed by the vocabulary's numbers. */
export interface CompiledLanguage {
  readonly source: Spoken;
  readonly code: LanguageCode;
  /** Word classes of each vocabulary number, as bits (WORD_CLASSES). */
  readonly words: Uint32Array;
  /** Noun classes of each vocabulary number, as bits (NOUN_CLASSES). */
  readonly nouns: Uint32Array;
  readonly verbs: VerbTable;
  readonly time: CompiledTime;
  readonly triggers: CompiledTriggers;
  readonly quantities: CompiledQuantities;
  readonly malware: CompiledMalware;
  readonly cues: Trie<Cue>;
  readonly nameHeads: Trie<NameRule>;
  readonly nameCues: CueTable;
  readonly proper: ProperSets;
  readonly abbreviations: ReadonlySet<number>;
  readonly groups: Groups;
  readonly citingPhrases: readonly (readonly number[])[];
  /** Kinds of organisations that a generic noun can stand for, by its vocabulary number. */
  readonly standsFor: ReadonlyMap<number, readonly OrganisationKind[]>;
  readonly computing: ReadonlySet<number>;
  readonly security: ReadonlySet<number>;
  /** Last parts of compounds that tell what the whole is, longest first; empty where the language has none. */
  readonly compoundHeads: ReadonlyMap<string, number>;
}

/** A cue of names over vocabulary numbers. */
export interface CueRow {
  readonly cue: NameCue;
  readonly words: readonly ReadonlySet<number>[];
}

/** Cues of names by the word that touches the name. */
export interface CueTable {
  readonly before: ReadonlyMap<number, readonly CueRow[]>;
  readonly behind: ReadonlyMap<number, readonly CueRow[]>;
}

/** Words that proper names are made of, of all languages together: an article names people and places of everywhere. */
export interface ProperSets {
  readonly givenNames: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
  readonly peoples: ReadonlySet<number>;
  /** The country of a word that tells where an article plays. */
  readonly countries: ReadonlyMap<number, string>;
}

/** All rules, lists and gazetteers of the program, compiled once. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly languages: Readonly<Record<LanguageCode, CompiledLanguage>>;
  /** Every name of the gazetteers with its entries. */
  readonly names: Trie<NamedForm>;
}

/** A language fresh from its rules: everything stands in maps that can be walked through, and so be stored. */
interface FreshLanguage extends CompiledLanguage {
  readonly verbs: { readonly forms: VerbForms; readonly lemmas: ReadonlySet<string> };
  readonly triggers: { readonly starts: ReadonlyMap<number, readonly TriggerStart[]> };
  readonly time: FreshTime;
  readonly cues: GrowingTrie<Cue>;
  readonly nameHeads: GrowingTrie<NameRule>;
}

/** A lexicon fresh from rules and gazetteers. */
export interface CompiledLexicon extends Lexicon {
  readonly languages: Readonly<Record<LanguageCode, FreshLanguage>>;
  readonly names: GrowingTrie<NamedForm>;
}

/** One form of a gazetteer entry: its spelling, and whether it needs more evidence. */
export interface NamedForm {
  readonly entry: Entry;
  readonly form: string;
  readonly needs: 'nothing' | 'context' | 'head';
  /** Whether the text must spell it the same, to the case of every letter. */
  readonly exact?: true;
}

/** Shorter heads of names end too many words that are something else. */
const SHORTEST_HEAD = 4;

function compileCues(cues: readonly NameCue[], vocabulary: Vocabulary): CueTable {
  const before = new Map<number, CueRow[]>();
  const behind = new Map<number, CueRow[]>();
  for (const cue of cues) {
    const row: CueRow = { cue, words: cue.words.map(list => new Set(list.map(word => intern(vocabulary, word)))) };
    const index = cue.place === 'before' ? before : behind;
    const touching = cue.place === 'before' ? row.words.at(-1) : row.words[0];
    for (const id of touching ?? []) {
      const held = index.get(id);
      if (held) held.push(row);
      else index.set(id, [row]);
    }
  }
  return { before, behind };
}

function compileProper(languages: readonly Language[], vocabulary: Vocabulary): ProperSets {
  const all = (list: (language: Language) => readonly string[]): ReadonlySet<number> =>
    new Set(languages.flatMap(list).map(word => intern(vocabulary, word)));
  return {
    givenNames: all(({ proper }) => proper.givenNames),
    places: all(({ proper }) => proper.places),
    peoples: all(({ proper }) => proper.peoples),
    countries: new Map(
      languages
        .flatMap(({ proper }) => Object.entries(proper.countries))
        .flatMap(([country, words]) => words.map(word => [intern(vocabulary, word), country] as const)),
    ),
  };
}

function compileLanguage(language: Language, proper: ProperSets, vocabulary: Vocabulary): () => FreshLanguage {
  const wordClasses = new Map<number, number>();
  const nounBits = new Map<number, number>();
  const mark = (bits: Map<number, number>, id: number, bit: number): void => {
    bits.set(id, (bits.get(id) ?? 0) | bit);
  };
  const cues = createTrie<Cue>();
  const nameHeads = createTrie<NameRule>();
  for (const name of WORD_CLASSES) {
    for (const word of language.words[name] ?? []) {
      const ids = phraseIds(word, vocabulary);
      if (ids.length === 1 && ids[0] !== undefined) mark(wordClasses, ids[0], wordBits(name));
    }
  }
  NOUN_CLASSES.forEach((name, index) => {
    for (const word of language.nouns[name] ?? []) mark(nounBits, intern(vocabulary, word), 1 << index);
  });
  const { forms: verbForms, speech, verbs } = compileVerbs(language, vocabulary);
  for (const [id, forms] of verbForms) for (const form of forms) mark(wordClasses, id, wordBits(form.is));
  for (const id of speech) mark(wordClasses, id, wordBits('speech'));
  for (const cue of language.cues)
    for (const phrase of cue.phrases) addPhrase(cues, phraseIds(phrase, vocabulary), cue);
  for (const rule of language.names)
    for (const head of rule.heads) addPhrase(nameHeads, phraseIds(head, vocabulary), rule);
  const nameCues = compileCues(language.nameCues, vocabulary);
  const { triggers, nounIds } = compileTriggers(language, verbForms, vocabulary);
  const finishTime = compileTime(language.dates, vocabulary);
  const abbreviations = new Set(language.abbreviations.map(word => intern(vocabulary, word.split('.').at(-1) ?? word)));
  const groups = compileGroups(language, verbForms, vocabulary);
  const citingPhrases = language.citingPhrases.map(phrase => phraseIds(phrase, vocabulary));
  const standsFor = new Map(
    language.standsFor.flatMap(({ nouns, kinds }) => nouns.map(noun => [intern(vocabulary, noun), kinds] as const)),
  );
  const computing = new Set(language.computing.map(word => intern(vocabulary, word)));
  const security = new Set(language.security.map(word => intern(vocabulary, word)));
  const compoundHeads = new Map<string, number>();
  if (language.compounds) {
    for (const [id] of nounBits) compoundHeads.set(wordOf(vocabulary, id), id);
    for (const rule of language.names)
      for (const head of rule.heads)
        if (head.length >= SHORTEST_HEAD && !head.includes(' ')) compoundHeads.set(head, intern(vocabulary, head));
    for (const id of nounIds) compoundHeads.set(wordOf(vocabulary, id), id);
    compoundHeads.delete('');
    for (const word of compoundHeads.keys()) if (word.length < 3) compoundHeads.delete(word);
  }
  return () => {
    const table = (bits: Map<number, number>): Uint32Array => {
      const all = new Uint32Array(vocabulary.size);
      for (const [id, value] of bits) all[id] = value;
      return all;
    };
    return {
      source: spokenOf(language),
      code: language.code,
      words: table(wordClasses),
      nouns: table(nounBits),
      verbs,
      time: finishTime(),
      triggers,
      quantities: compileQuantities(language),
      malware: compileMalware(language.malware),
      cues,
      nameHeads,
      nameCues,
      proper,
      abbreviations,
      groups,
      citingPhrases,
      standsFor,
      computing,
      security,
      compoundHeads,
    };
  };
}

/**
 * Compile all that is known: one vocabulary for both languages and the gazetteers, then tables over it.
 *
 * @param languages the rules and words of each language
 * @param entries the gazetteers
 * @param otherWords words that must have a number though no rule knows them
 */
export function compileLexicon(
  languages: Readonly<Record<LanguageCode, Language>>,
  entries: readonly Entry[],
  otherWords: readonly string[],
): CompiledLexicon {
  const vocabulary = createVocabulary();
  for (const word of otherWords) intern(vocabulary, word);
  const proper = compileProper([languages.nl, languages.en], vocabulary);
  const nl = compileLanguage(languages.nl, proper, vocabulary);
  const en = compileLanguage(languages.en, proper, vocabulary);
  const names = createTrie<NamedForm>();
  for (const entry of entries) {
    const held = new Set([...entry.needsContext, ...entry.needsHead]);
    const free = held.has(entry.name) ? entry.aliases : [entry.name, ...entry.aliases];
    const exact = new Set(entry.caseSensitive);
    const add = (form: string, needs: NamedForm['needs']): void =>
      addPhrase(names, phraseIds(form, vocabulary), {
        entry,
        form,
        needs,
        ...(exact.has(form) ? { exact: true } : {}),
      });
    for (const form of free) add(form, 'nothing');
    for (const form of entry.needsContext) add(form, 'context');
    for (const form of entry.needsHead) add(form, 'head');
  }
  return { vocabulary, languages: { nl: nl(), en: en() }, names };
}
