import { NOUN_CLASSES, type NounClass, WORD_CLASSES, type WordClass } from './language.ts';

/** The bits of word classes, together. */
export function wordBits(...names: readonly WordClass[]): number {
  return names.reduce((bits, name) => bits | (1 << WORD_CLASSES.indexOf(name)), 0);
}

/** The bits of noun classes, together. */
export function nounBits(...names: readonly NounClass[]): number {
  return names.reduce((bits, name) => bits | (1 << NOUN_CLASSES.indexOf(name)), 0);
}

/** Single classes, by their names. */
export const DETERMINER = wordBits('determiner');
export const POSSESSIVE = wordBits('possessive');
export const PREPOSITION = wordBits('preposition');
export const PRONOUN = wordBits('pronoun');
export const SUBJECT = wordBits('subject');
export const COORDINATOR = wordBits('coordinator');
export const SUBORDINATOR = wordBits('subordinator');
export const QUESTION = wordBits('question');
export const HAVE = wordBits('have');
export const BE = wordBits('be');
export const BECOME = wordBits('become');
export const FUTURE = wordBits('future');
export const NEGATION = wordBits('negation');
export const TO = wordBits('to');
export const ADVERB = wordBits('adverb');
export const ADJECTIVE = wordBits('adjective');
export const PAST = wordBits('past');
export const PRESENT = wordBits('present');
export const PARTICIPLE = wordBits('participle');
export const INFINITIVE = wordBits('infinitive');
export const GERUND = wordBits('gerund');
export const PARTICLE = wordBits('particle');
export const SPEECH = wordBits('speech');
export const TITLE = wordBits('title');
export const NOUN = wordBits('noun');

export const FINITE = wordBits('past', 'present', 'have', 'be', 'become', 'modal', 'future');
export const AUXILIARY = wordBits('have', 'be', 'become', 'modal', 'future');
export const FUNCTION_WORD = wordBits(
  'determiner',
  'possessive',
  'preposition',
  'pronoun',
  'coordinator',
  'subordinator',
  'have',
  'be',
  'become',
  'modal',
  'future',
  'negation',
  'to',
  'adverb',
  'particle',
);

/** Nouns of those who act and suffer. */
export const PARTICIPANT = nounBits('people', 'attacker', 'organisation', 'expert', 'authority', 'suspect');
