import type { Additions } from './compile.ts';
import { type Detected, detect } from './detect/detect.ts';
import { engine } from './engine.ts';
import { type Gatherer, gatherer } from './link/gather.ts';
import type { Analysis } from './model/analysis.ts';
import type { SourceArticle } from './model/article.ts';
import { type Diagnostic, diagnostic } from './model/diagnostic.ts';
import type { LanguageCode } from './model/language.ts';
import type { ArticleRecord, IncidentRecord } from './model/record.ts';
import { tokenise } from './model/tokens.ts';
import { recognise } from './recognise/recognise.ts';
import { tieQuantities } from './relate/counting.ts';
import { fingerprint } from './relate/fingerprint.ts';
import { toArticleRecord } from './relate/record.ts';
import { withReferences } from './relate/references.ts';
import { relate } from './relate/relate.ts';
import { judge } from './relate/relevance.ts';
import { withVendors } from './relate/vendors.ts';
import { segment } from './segment/segment.ts';
import type { Engine } from './tables.ts';
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
  /** Does the work of each stage, to measure it; must give what the work gives. */
  readonly watch?: Watch | undefined;
}

/** Something that does the work of a stage that has a name, and gives what it gives. */
export type Watch = <T>(stage: string, work: () => T) => T;

const unwatched: Watch = (_, work) => work();

/** Compile the rules of the program with a user's own: `producer.rules` of the records tells that they are others. */
export async function engineWith(additions: Additions): Promise<Engine> {
  const { compile } = await import('./compile.ts');
  return compile(additions);
}

const supported = (code: string): code is LanguageCode => code === 'nl' || code === 'en';

/**
 * Analyse one article: tokens, language, sentences, mentions, actions, record; and check the record.
 *
 * @returns the record, and diagnostics about the article (another language) or the record (a bug: it broke the schema)
 */
export function analyse(article: SourceArticle, options: Options = {}): Analysis {
  const { lexicon, votes, rules } = options.engine ?? engine;
  const watch = options.watch ?? unwatched;
  const tokens = watch('tokenise', () => tokenise(article.text, lexicon.vocabulary));
  const { notes = [] } = article;
  const named = options.language ?? article.language;
  const language: Detected = named
    ? { code: named, confidence: 1, supported: supported(named) }
    : watch('detect', () => detect(article.text, tokens, votes));
  const frame = {
    language: { code: language.code, confidence: language.confidence, supported: language.supported },
    fingerprint: watch('fingerprint', () => fingerprint(article.text, tokens)),
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
      diagnostics: [...notes, ...found],
    });
    return { record, diagnostics: [...found, ...validateRecord(record, place)] };
  }
  const compiled = lexicon.languages[language.code];
  const document = watch('segment', () => segment(article, tokens, compiled));
  const mentions = watch('recognise', () => recognise(document, lexicon, compiled));
  const { actions, references } = watch('relate', () => relate(document, mentions, compiled));
  const relevance = judge(document, mentions, actions, compiled);
  const found: Diagnostic[] = [];
  const ties = tieQuantities(document, mentions.quantities, actions, compiled);
  const organisations = withReferences(mentions.organisations, references);
  const told = {
    ...mentions,
    organisations: withVendors(document, compiled, organisations, mentions.products, actions),
  };
  const record = watch('record', () =>
    toArticleRecord(article, told, actions, {
      ...frame,
      relevance,
      ties,
      diagnostics: [...notes, ...found],
    }),
  );
  return { record, diagnostics: [...found, ...watch('validate', () => validateRecord(record, place))] };
}

/**
 * Begin a corpus of article records that are to be linked into incidents; the caller keeps the records.
 *
 * @param load gives back a record that was kept
 * @param used the rules that the records were made with
 */
export function startCorpus(load: (handle: number) => ArticleRecord, used: Engine = engine): Gatherer {
  return gatherer(new Set(used.plainWords), producer(used), load);
}

/**
 * Gather article records into incidents. The order of the records makes no difference.
 *
 * Records of articles that report no incident are left out; records with the same id are one article (where their
 * contents differ, the one with the first path counts). If the records hold their texts, copies are verified on them.
 *
 * @param used the rules that the records were made with, if they are not those of the program alone
 * @returns incident records, in the order in which their first articles appeared
 */
export function gather(records: readonly ArticleRecord[], used: Engine = engine): readonly IncidentRecord[] {
  const load = (handle: number): ArticleRecord => {
    const record = records[handle];
    if (record === undefined) throw new RangeError(`no record ${handle}`);
    return record;
  };
  const corpus = startCorpus(load, used);
  records.forEach((record, i) => {
    corpus.add(record, () => i);
  });
  return [...corpus.finish().incidents()];
}

/** What makes records now: equal producers make equal records. */
export function producer({ rules }: Engine = engine): ArticleRecord['producer'] {
  return { name: 'incident-corpus', version, rules };
}
