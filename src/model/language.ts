import type { Cue } from './cue.ts';
import type { NameRule, QuantityLanguage } from './name.ts';
import type { TimeLanguage } from './time.ts';
import type { TriggerRule } from './trigger.ts';

/** The languages whose articles are analysed. */
export type LanguageCode = 'nl' | 'en';

/** Word classes; the order gives each its bit. A word may be of several: Dutch "dat" is pronoun, determiner, subordinator. */
export const WORD_CLASSES = [
  'determiner',
  'possessive', // zijn, their
  'preposition',
  'pronoun',
  'subject', // pronouns that can only be subjects: hij, they
  'coordinator', // en, but
  'subordinator', // omdat, because
  'relative', // die, which
  'question', // of, whether, hoe
  'have',
  'be',
  'become', // worden: the Dutch passive auxiliary
  'modal', // kunnen, may
  'future', // zullen, will
  'negation',
  'to', // te, to
  'adverb',
  'adjective',
  'past', // finite past tense
  'present', // finite present tense
  'participle', // past participle
  'infinitive',
  'gerund', // English -ing
  'particle', // uit, off
  'speech', // zegt, said
  'agent', // door, by: brings in who did it
  'title', // burgemeester, spokesperson: a person's function
  'noun', // nouns that are also something else
  'firstName',
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** What a common noun names; the order gives each its bit. */
export const NOUN_CLASSES = [
  'system', // server, netwerk
  'service', // dienstverlening, website
  'data',
  'flaw',
  'attack',
  'malware',
  'money',
  'patch',
  'account',
  'people', // medewerkers, customers: those who suffer or do
  'attacker',
  'organisation', // gemeente, company
  'measure',
  'evidence', // sporen, traces
  'message', // brief, letter
  'crisis', // crisisteam
  'work', // thuiswerken, surgery
  'access', // toegang
  'expert', // deskundigen, consultants
  'authority', // politie, regulator
  'problem', // problemen, outage
  'suspect', // verdachte
  'use', // gebruik
  'penalty', // boete
  'software',
] as const;

export type NounClass = (typeof NOUN_CLASSES)[number];

/** A form of a verb with the class it stands for and the lemma it belongs to. */
export interface VerbForm {
  readonly form: string;
  readonly lemma: string;
  readonly is: 'past' | 'present' | 'participle' | 'infinitive' | 'gerund';
}

/** Everything that a language brings: data, no loops. */
export interface Language {
  readonly code: LanguageCode;
  /** Words of each class. */
  readonly words: Readonly<Partial<Record<WordClass, readonly string[]>>>;
  /** Nouns by what they name, singular and plural. */
  readonly nouns: Readonly<Partial<Record<NounClass, readonly string[]>>>;
  /** All verb forms. */
  readonly verbs: readonly VerbForm[];
  /** Verbs' lemmas that introduce what somebody says. */
  readonly speechVerbs: readonly string[];
  /** Abbreviations whose full stop does not end a sentence. */
  readonly abbreviations: readonly string[];
  /** Words of computing, by which an incident is told from a burst pipe. */
  readonly computing: readonly string[];
  /** Whether a compound's last part tells what it is: Dutch "beveiligingslek" is a kind of "lek". */
  readonly compounds: boolean;
  readonly dates: TimeLanguage;
  readonly quantities: QuantityLanguage;
  readonly names: readonly NameRule[];
  readonly triggers: readonly TriggerRule[];
  readonly cues: readonly Cue[];
}
