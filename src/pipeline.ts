import { hash } from 'node:crypto';
import { type Detected, detect, type VoteTable, voteTable, votingWords } from './detect/detect.ts';
import { readGazetteers } from './knowledge/knowledge.ts';
import { languages } from './languages/languages.ts';
import { ownWords } from './languages/own.ts';
import { type CompiledLanguage, compileLexicon, type Lexicon } from './lexicon/lexicon.ts';
import { folded } from './link/forms.ts';
import { type Gatherer, gatherer } from './link/gather.ts';
import type { Analysis } from './model/analysis.ts';
import type { SourceArticle } from './model/article.ts';
import { type Diagnostic, diagnostic } from './model/diagnostic.ts';
import type { Language, LanguageCode } from './model/language.ts';
import type { Entry } from './model/name.ts';
import type { OwnTrigger } from './model/own-trigger.ts';
import type { ArticleRecord, IncidentRecord } from './model/record.ts';
import type { RuleBase } from './model/rule.ts';
import { tokenise } from './model/tokens.ts';
import { recognise } from './recognise/recognise.ts';
import { generalRules } from './recognise/rules.ts';
import { tieQuantities } from './relate/counting.ts';
import { fingerprint } from './relate/fingerprint.ts';
import { toArticleRecord } from './relate/record.ts';
import { relate } from './relate/relate.ts';
import { judge } from './relate/relevance.ts';
import { segment } from './segment/segment.ts';
import { validateRecord } from './validate/validate.ts';
import { version } from './version.ts';

/** What a caller may ask of the analysis. */
export interface Options {
  /** Put the article's text into the record. */
  readonly includeText?: boolean;
  /** ISO 639-1 code of the articles' language; detection is skipped. */
  readonly language?: string | undefined;
  /** Rules and gazetteers with a user's own added (`engineWith`), instead of those of the program alone. */
  readonly engine?: Engine | undefined;
}

/** Rules and gazetteers, compiled. */
export interface Engine {
  readonly lexicon: Lexicon;
  readonly votes: VoteTable;
  /** 12 hex digits that change with any rule or name. */
  readonly rules: string;
}

/** What a user adds to the rules of the program. */
export interface Additions {
  readonly triggers?: readonly OwnTrigger[];
  readonly entries?: readonly Entry[];
}

function rulesHash(
  spoken: Readonly<Record<LanguageCode, Language>>,
  entries: ReturnType<typeof readGazetteers>,
): string {
  return hash('sha256', JSON.stringify([spoken, generalRules, entries]), 'hex').slice(0, 12);
}

/** @param added entries of a user's own gazetteers */
function compile(spoken: Readonly<Record<LanguageCode, Language>>, added: readonly Entry[]): Engine {
  const entries = [...readGazetteers(), ...added];
  const lexicon = compileLexicon(spoken, entries, votingWords);
  return {
    lexicon,
    votes: voteTable(lexicon.vocabulary, {
      nl: id => lists(lexicon.languages.nl, id),
      en: id => lists(lexicon.languages.en, id),
    }),
    rules: rulesHash(spoken, entries),
  };
}

let engine: Engine | undefined;

/** The program's own rules and gazetteers, compiled when the first article comes. */
function ready(): Engine {
  engine ??= compile(languages, []);
  return engine;
}

/** Compile the rules of the program with a user's own: `producer.rules` of the records tells that they are others. */
export async function engineWith({ triggers = [], entries = [] }: Additions): Promise<Engine> {
  const own = await ownWords(triggers);
  const withOwn = (code: LanguageCode): Language => ({
    ...languages[code],
    triggers: [...languages[code].triggers, ...own[code].triggers],
    verbs: [...languages[code].verbs, ...own[code].verbs],
  });
  return compile({ nl: withOwn('nl'), en: withOwn('en') }, entries);
}

/** Whether a language's word lists hold a word. */
function lists(language: CompiledLanguage, id: number): boolean {
  return language.words[id] !== 0 || language.nouns[id] !== 0;
}

const supported = (code: string): code is LanguageCode => code === 'nl' || code === 'en';

/**
 * Analyse one article: tokens, language, sentences, mentions, actions, record; and check the record.
 *
 * @returns the record, and diagnostics about the article (another language) or the record (a bug: it broke the schema)
 */
export function analyse(article: SourceArticle, options: Options = {}): Analysis {
  const { lexicon, votes, rules } = options.engine ?? ready();
  const tokens = tokenise(article.text, lexicon.vocabulary);
  const named = options.language ?? article.language;
  const language: Detected = named
    ? { code: named, confidence: 1, supported: supported(named) }
    : detect(article.text, tokens, votes);
  const frame = {
    language: { code: language.code, confidence: language.confidence, supported: language.supported },
    fingerprint: fingerprint(article.text, tokens),
    producer: { name: 'incident-corpus', version, rules },
    includeText: options.includeText === true,
  } as const;
  const place = { path: article.source.path, line: article.source.index === null ? null : article.source.index + 1 };
  if (!supported(language.code)) {
    const found = [
      language.code === 'und'
        ? diagnostic('detect/unknown-language', place)
        : diagnostic('detect/other-language', place, language.code),
    ];
    const record = toArticleRecord(article, null, [], {
      ...frame,
      relevance: { incident: false, score: 0, reasons: [] },
      ties: [],
      diagnostics: found,
    });
    return { record, diagnostics: [...found, ...validateRecord(record, place)] };
  }
  const compiled = lexicon.languages[language.code];
  const document = segment(article, tokens, compiled);
  const mentions = recognise(document, lexicon, compiled);
  const actions = relate(document, mentions, compiled);
  const relevance = judge(document, mentions, actions, compiled);
  const found: Diagnostic[] = [];
  const ties = tieQuantities(document, mentions.quantities, actions, compiled);
  const record = toArticleRecord(article, mentions, actions, { ...frame, relevance, ties, diagnostics: found });
  return { record, diagnostics: [...found, ...validateRecord(record, place)] };
}

/** Words of names that only tell what kind of thing it is ("gemeente", "council"), or join such a word to the name. */
function plainWords(): ReadonlySet<string> {
  const names = Object.values(languages).flatMap(language => language.names);
  return new Set(names.flatMap(({ heads, joins }) => [...heads, ...joins]).flatMap(words => folded(words).split(' ')));
}

/** Begin a corpus of article records that are to be linked into incidents; the caller keeps the records. */
export function startCorpus(): Gatherer {
  return gatherer(plainWords(), producer());
}

/**
 * Gather article records into incidents. The order of the records makes no difference.
 *
 * Records of articles that report no incident are left out; records with the same id are one article (where their
 * contents differ, the one with the first path counts). If the records hold their texts, copies are verified on them.
 *
 * @returns incident records, in the order in which their first articles appeared
 */
export function gather(records: readonly ArticleRecord[]): readonly IncidentRecord[] {
  const corpus = startCorpus();
  records.forEach((record, i) => {
    corpus.add(record, () => i);
  });
  const load = (handle: number): ArticleRecord => {
    const record = records[handle];
    if (record === undefined) throw new RangeError(`no record ${handle}`);
    return record;
  };
  return [...corpus.finish(load).incidents()];
}

/** What makes records now: equal producers make equal records. */
export function producer(): ArticleRecord['producer'] {
  return { name: 'incident-corpus', version, rules: engine?.rules ?? rulesHash(languages, readGazetteers()) };
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
