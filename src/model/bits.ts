import { NOUN_CLASSES, type NounClass, WORD_CLASSES, type WordClass } from './language.ts';

/** The bits of word classes, together. */
export function wordBits(...names: readonly WordClass[]): number {
  return names.reduce((bits, name) => bits | (1 << WORD_CLASSES.indexOf(name)), 0);
}

/** The bits of noun classes, together. */
export function nounBits(...names: readonly NounClass[]): number {
  return names.reduce((bits, name) => bits | (1 << NOUN_CLASSES.indexOf(name)), 0);
}

export const FINITE = wordBits('past', 'present', 'have', 'be', 'become', 'modal', 'future');
export const VERB = wordBits(
  'past',
  'present',
  'participle',
  'infinitive',
  'gerund',
  'have',
  'be',
  'become',
  'modal',
  'future',
);
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
