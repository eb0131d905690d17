import { hash } from 'node:crypto';
import { type VoteTable, voteTable, votingWords } from './detect/detect.ts';
import { readGazetteers } from './knowledge/knowledge.ts';
import { withOwnNames } from './knowledge/own.ts';
import { languages } from './languages/languages.ts';
import { ownWords } from './languages/own.ts';
import { type CompiledLanguage, type CompiledLexicon, compileLexicon } from './lexicon/lexicon.ts';
import { folded } from './link/forms.ts';
import type { Language, LanguageCode } from './model/language.ts';
import type { Entry } from './model/name.ts';
import type { OwnTrigger } from './model/own-trigger.ts';
import type { RuleBase } from './model/rule.ts';
import { generalRules } from './recognise/rules.ts';

/** What a user adds to the rules of the program. */
export interface Additions {
  readonly triggers?: readonly OwnTrigger[];
  readonly entries?: readonly Entry[];
}

/** Rules and gazetteers, fresh from their sources. */
export interface Compiled {
  readonly lexicon: CompiledLexicon;
  readonly votes: VoteTable;
  /** 12 hex digits that change with any rule or name. */
  readonly rules: string;
  /** Words of names that only tell what kind of thing it is ("gemeente", "council"), or join such a word to the name. */
  readonly plainWords: readonly string[];
}

/** Whether a language's word lists hold a word. */
function lists(language: CompiledLanguage, id: number): boolean {
  return language.words[id] !== 0 || language.nouns[id] !== 0;
}

function plainWords(): readonly string[] {
  const names = Object.values(languages).flatMap(language => language.names);
  const words = names.flatMap(({ heads, joins }) => [...heads, ...joins]).flatMap(word => folded(word).split(' '));
  return [...new Set(words)];
}

/** Compile the rules and gazetteers of the program, with a user's own where there are some. */
export async function compile({ triggers = [], entries: added = [] }: Additions = {}): Promise<Compiled> {
  const own = await ownWords(triggers);
  const withOwn = (code: LanguageCode): Language => ({
    ...languages[code],
    triggers: [...languages[code].triggers, ...own[code].triggers],
    verbs: [...languages[code].verbs, ...own[code].verbs],
  });
  const spoken = { nl: withOwn('nl'), en: withOwn('en') };
  const entries = withOwnNames(readGazetteers(), added);
  const lexicon = compileLexicon(spoken, entries, votingWords);
  return {
    lexicon,
    votes: voteTable(lexicon.vocabulary, {
      nl: id => lists(lexicon.languages.nl, id),
      en: id => lists(lexicon.languages.en, id),
    }),
    rules: hash('sha256', JSON.stringify([spoken, generalRules, entries]), 'hex').slice(0, 12),
    plainWords: plainWords(),
  };
}

/** Every rule of the program, those of both languages and the general ones. */
export function allRules(): readonly RuleBase[] {
  const own = Object.values(languages).flatMap(language => [
    ...language.dates.rules,
    ...language.names,
    ...language.nameCues,
    ...language.quantities.units,
    ...language.triggers,
    ...language.cues,
  ]);
  return [...own, ...generalRules];
}
