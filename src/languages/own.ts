import type { LanguageCode, VerbForm } from '../model/language.ts';
import type { OwnTrigger } from '../model/own-trigger.ts';
import type { TriggerRule } from '../model/trigger.ts';
import { formsOf } from './en/verb-forms.ts';
import { conjugate, plurals } from './nl/morphology.ts';

/** What a user's own triggers add to a language. */
export interface OwnWords {
  readonly triggers: readonly TriggerRule[];
  readonly verbs: readonly VerbForm[];
}

/** The part of an id that a lemma gives: letters without accents, what is none becomes a hyphen. */
function slug(lemma: string): string {
  return lemma
    .normalize('NFD')
    .replaceAll(/[\p{M}|]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}

function ruleOf({ type, language, lemma, is, words, roles }: OwnTrigger, forms: readonly string[]): TriggerRule {
  return {
    id: `own/trigger/${language}-${type}-${is === 'verb' ? '' : `${is}-`}${slug(words)}`,
    means: `A trigger of your own: ${lemma}.`,
    type,
    ...(is === 'verb' && { verbs: [words.toLowerCase()] }),
    ...(is === 'noun' && { nouns: forms }),
    ...(is === 'phrase' && { phrases: [words] }),
    ...(Object.keys(roles).length > 0 && { roles }),
    isOwn: true,
    examples: [],
    rejects: [],
  };
}

/**
 * Make rules and word forms of a user's own triggers: Dutch forms by the rules of the language, English ones by
 * compromise, which is loaded only if there is an English verb or noun.
 */
export async function ownWords(own: readonly OwnTrigger[]): Promise<Readonly<Record<LanguageCode, OwnWords>>> {
  const dutch = own.filter(({ language }) => language === 'nl');
  const english = own.filter(({ language }) => language === 'en');
  const nl = {
    triggers: dutch.map(one => ruleOf(one, [one.words, ...plurals(one.words)])),
    verbs: conjugate(dutch.flatMap(({ is, words }) => (is === 'verb' ? [words.split(' ').at(-1) ?? words] : []))),
  };
  if (english.every(({ is }) => is === 'phrase'))
    return { nl, en: { triggers: english.map(one => ruleOf(one, [])), verbs: [] } };
  const { conjugateEnglish, pluralOf } = await import('./en/grammar.ts');
  const verbs = english.flatMap(({ is, words }) => (is === 'verb' ? [words.split(' ')[0] ?? words] : []));
  return {
    nl,
    en: {
      triggers: english.map(one => ruleOf(one, one.is === 'noun' ? [one.words, pluralOf(one.words)] : [])),
      verbs: [...new Set(verbs)].flatMap(verb => formsOf(verb, conjugateEnglish(verb))),
    },
  };
}
