import { type Language, NOUN_CLASSES } from '../model/language.ts';
import { phraseIds } from '../model/pattern.ts';
import type { TriggerRule } from '../model/trigger.ts';
import { intern, type Vocabulary } from '../model/vocabulary.ts';
import type { VerbForms } from './verbs.ts';

/** Kinds of mentions that a condition may ask for. */
const MENTION_KINDS = [
  'product',
  'organisation',
  'vulnerability',
  'malware',
  'actor',
  'person',
  'number',
  'police',
] as const;

/** More than any rule asks for. */
const OWN = 100;

/** What must (not) stand somewhere, compiled. */
export interface Condition {
  readonly words: ReadonlySet<number>;
  readonly phrases: readonly (readonly number[])[];
  readonly nouns: number;
  readonly mentions: ReadonlySet<string>;
}

/** One way in which a rule's trigger can begin to be found: at a verb form, a noun, or the first word of a phrase. */
export interface TriggerStart {
  readonly rule: CompiledTrigger;
  readonly by: 'verb' | 'noun' | 'phrase';
  /** Particle that stands apart from its verb, or 0. */
  readonly particle: number;
  /** Fixed words of an idiom, or of a phrase. */
  readonly fixed: readonly number[];
  /** The forms of the verb that this start is about. */
  readonly is: 'past' | 'present' | 'participle' | 'infinitive' | 'gerund' | null;
}

export interface CompiledTrigger {
  readonly rule: TriggerRule;
  readonly with: Condition | null;
  readonly without: Condition | null;
  readonly object: Condition | null;
  readonly notObject: Condition | null;
  readonly subject: Condition | null;
  readonly notSubject: Condition | null;
  /** Vocabulary numbers of the forms of light verbs, or null. */
  readonly light: ReadonlySet<number> | null;
  /** How much the rule asks for: of two rules at one trigger the more demanding wins. */
  readonly weight: number;
}

export interface CompiledTriggers {
  readonly starts: Pick<ReadonlyMap<number, readonly TriggerStart[]>, 'get'>;
}

/** The triggers, and the vocabulary numbers of those that are nouns of one word. */
interface TriggersAndNouns {
  readonly triggers: { readonly starts: ReadonlyMap<number, readonly TriggerStart[]> };
  readonly nounIds: readonly number[];
}

function condition(items: readonly string[] | undefined, vocabulary: Vocabulary): Condition | null {
  if (items === undefined) return null;
  const words = new Set<number>();
  const phrases: number[][] = [];
  const mentions = new Set<string>();
  let nouns = 0;
  for (const item of items) {
    if (item.startsWith('<')) {
      const name = item.slice(1, -1);
      const classes: readonly string[] = NOUN_CLASSES;
      const index = classes.indexOf(name);
      if (index >= 0) nouns |= 1 << index;
      if (MENTION_KINDS.some(kind => kind === name)) mentions.add(name);
      else if (index < 0) throw new Error(`unknown class ${item}`);
      continue;
    }
    const ids = phraseIds(item, vocabulary);
    if (ids.length === 1 && ids[0] !== undefined) words.add(ids[0]);
    else phrases.push(ids);
  }
  return { words, phrases, nouns, mentions };
}

/** Index a language's triggers by the words with which they can be found. */
export function compileTriggers(language: Language, verbs: VerbForms, vocabulary: Vocabulary): TriggersAndNouns {
  const byLemma = new Map<string, { id: number; is: NonNullable<TriggerStart['is']> }[]>();
  for (const [id, forms] of verbs) {
    for (const form of forms) {
      const held = byLemma.get(form.lemma);
      if (held) held.push({ id, is: form.is });
      else byLemma.set(form.lemma, [{ id, is: form.is }]);
    }
  }
  const starts = new Map<number, TriggerStart[]>();
  const nounIds: number[] = [];
  const add = (id: number, start: TriggerStart): void => {
    const held = starts.get(id);
    if (held) held.push(start);
    else starts.set(id, [start]);
  };
  const addVerb = (rule: CompiledTrigger, lemma: string, particle: number, fixed: readonly number[]): void => {
    for (const { id, is } of byLemma.get(lemma) ?? []) add(id, { rule, by: 'verb', particle, fixed, is });
  };
  for (const source of language.triggers) {
    const light =
      source.light &&
      new Set(source.light.flatMap(lemma => (byLemma.get(lemma.replace('|', '')) ?? []).map(form => form.id)));
    if (light && source.light)
      for (const lemma of source.light)
        if (lemma.includes('|')) for (const form of byLemma.get(lemma.split('|')[1] ?? '') ?? []) light.add(form.id);
    const conditions = [
      source.with,
      source.without,
      source.object,
      source.notObject,
      source.subject,
      source.notSubject,
    ];
    const rule: CompiledTrigger = {
      rule: source,
      with: condition(source.with, vocabulary),
      without: condition(source.without, vocabulary),
      object: condition(source.object, vocabulary),
      notObject: condition(source.notObject, vocabulary),
      subject: condition(source.subject, vocabulary),
      notSubject: condition(source.notSubject, vocabulary),
      light: light ?? null,
      weight:
        conditions.filter(one => one !== undefined).length +
        (light ? 1 : 0) +
        (source.negated === true ? 2 : 0) +
        (source.isOwn ? OWN : 0),
    };
    for (const verb of source.verbs ?? []) {
      const words = verb.split(' ');
      const lemma = (language.grammar.verbFinal ? words.at(-1) : words[0]) ?? '';
      const rest = language.grammar.verbFinal ? words.slice(0, -1) : words.slice(1);
      const fixed = rest.flatMap(word => phraseIds(word, vocabulary));
      const [particle, base] = lemma.split('|');
      if (base === undefined) addVerb(rule, lemma, 0, fixed);
      else {
        addVerb(rule, `${particle}${base}`, 0, fixed);
        addVerb(rule, base, intern(vocabulary, particle ?? ''), fixed);
      }
    }
    for (const noun of source.nouns ?? []) {
      const ids = phraseIds(noun, vocabulary);
      const last = ids.at(-1);
      if (last === undefined) continue;
      if (ids.length === 1) {
        nounIds.push(last);
        add(last, { rule, by: 'noun', particle: 0, fixed: [], is: null });
      } else if (ids[0] !== undefined) add(ids[0], { rule, by: 'noun', particle: 0, fixed: ids, is: null });
    }
    for (const phrase of source.phrases ?? []) {
      const ids = phraseIds(phrase, vocabulary);
      if (ids[0] !== undefined) add(ids[0], { rule, by: 'phrase', particle: 0, fixed: ids, is: null });
    }
  }
  return { triggers: { starts }, nounIds };
}
