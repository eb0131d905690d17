import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SourceArticle } from '../model/article.ts';
import { type BuildSettings, CORPUS_FILES } from '../model/corpus.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type ArticleRecord, articleRecord, type IncidentRecord } from '../model/record.ts';
import { schemaFiles } from '../model/schema.ts';
import { type Kept, keepLines } from '../read/kept.ts';
import type { Reading } from '../read/read.ts';
import { addLine, dropJournal, openFolder, type Part, type Places } from '../write/folder.ts';
import type { Obstacle } from '../write/output.ts';
import { pageAssets } from '../write/page.ts';
import { openSpool, type Spool } from '../write/spool.ts';
import { dataPackage, type FileFacts, type PackageFacts } from './datapackage.ts';
import { factsCsv } from './facts.ts';
import { type Corpus, guide, survey } from './guide.ts';
import { changed, type Pile, pile } from './pile.ts';
import { cutEvidence, withoutText, withText } from './quotes.ts';
import { incidentsByArticle, reportHtml } from './report.ts';

/** How a build ended. */
export type Ending =
  | { readonly kind: 'built'; readonly corpus: Corpus; readonly reused: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'broken'; readonly obstacle: Obstacle };

/** What a build is made of: the stages that it drives, and who is told of what happens. */
export interface Workshop {
  readonly readings: AsyncIterable<Reading>;
  /** The records of articles in their order, each null if the article failed. */
  readonly analyse: (articles: AsyncGenerator<SourceArticle>) => AsyncIterable<{
    readonly record: ArticleRecord | null;
    readonly diagnostics: readonly Diagnostic[];
  }>;
  /** Told of an article that has no record. */
  readonly onFailed: () => void;
  /** Begin to gather; `load` gives back a record by the number that `keep` gave. */
  readonly gatherer: (load: (number: number) => ArticleRecord) => {
    readonly add: (record: ArticleRecord, keep: () => number) => unknown;
    readonly finish: () => { readonly incidents: () => Iterable<IncidentRecord> };
  };
  readonly producer: ArticleRecord['producer'];
  readonly tell: (found: Diagnostic) => void;
  readonly onArticle: (record: ArticleRecord) => void;
  /** Whether the build is to end now, with what it has done kept for the next run. */
  readonly isStopped: () => boolean;
}

/** What was asked of a build. */
export interface BuildRequest {
  readonly places: Places;
  /** What stood in the folder before, if it is a corpus of ours whose files are whole. */
  readonly former: PackageFacts | null;
  readonly settings: BuildSettings;
}

/** What becomes of a reading: it is told, or known from before, or an article with this key is analysed. */
type Step = { readonly diagnostic: Diagnostic } | { readonly before: ArticleRecord } | { readonly key: string };

/** Whether a value is an article record. */
export function isArticleRecord(value: unknown): value is ArticleRecord {
  return articleRecord.safeParse(value).success;
}

/**
 * What an analysis depends on: the bytes that were read, what was told beside them, and the rules, a user's own among them. Where the article was
 * found is not among it.
 */
function keyOf(
  article: Pick<ArticleRecord, 'id' | 'title' | 'publisher' | 'url' | 'published' | 'source'>,
  { language, map }: Pick<BuildSettings, 'language' | 'map'>,
  producer: ArticleRecord['producer'],
): string {
  const { id, title, publisher, url, published, source } = article;
  const content = [source.sha256, source.index, source.reader, id, title, publisher, url, published];
  return hash('sha256', JSON.stringify([content, language, map, producer]), 'base64');
}

/** The same analysis, found at another place. */
const foundAt = (record: ArticleRecord, source: ArticleRecord['source']): ArticleRecord => ({ ...record, source });

/**
 * Build a corpus folder: read and analyse articles, gather incidents, write all files beside the folder and put them in
 * its place.
 *
 * An article whose record stands in the former folder, or in the journal of a run that did not come to its end, is not
 * analysed again; its quotes are cut out of its text anew. The bytes are those of a build from nothing.
 */
export async function build(request: BuildRequest, workshop: Workshop): Promise<Ending> {
  const { places, former, settings } = request;
  const paths = [...(former === null ? [] : [join(places.target, 'articles.jsonl')]), places.journal];
  const named = former?.settings ?? { language: null, map: null };
  const kept = await keepLines(paths, value => {
    if (isArticleRecord(value)) return keyOf(value, named, value.producer);
    const line = journalLine(value);
    return line?.key ?? null;
  });
  const spool = openSpool();
  try {
    return await buildWith(kept, spool, request, workshop, settings);
  } finally {
    spool.close();
    kept.close();
  }
}

/** A line of the journal: a record with the key that it had. */
function journalLine(value: unknown): { readonly key: string; readonly record: unknown } | null {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('record' in value)) return null;
  return typeof value.key === 'string' ? { key: value.key, record: value.record } : null;
}

async function buildWith(
  kept: Kept,
  spool: Spool,
  { places }: BuildRequest,
  { readings, analyse, gatherer, producer, tell, onArticle, onFailed, isStopped }: Workshop,
  settings: BuildSettings,
): Promise<Ending> {
  const articles = pile<ArticleRecord>(spool, line => JSON.parse(line));
  const corpusOf = gatherer(number => JSON.parse(spool.get(number)));
  const errors: Diagnostic[] = [];
  const publishedOf = new Map<string, string | null>();
  let reused = 0;
  let turn = 0;

  function report(found: Diagnostic): void {
    if (found.severity !== 'info') errors.push(found);
    tell(found);
  }

  function take(record: ArticleRecord): void {
    const day = record.published?.value ?? null;
    const first = publishedOf.get(record.id);
    if (first === undefined) publishedOf.set(record.id, day);
    else if (first !== day) {
      const place = { path: record.source.path, line: record.source.index === null ? null : record.source.index + 1 };
      report(diagnostic('link/other-content', place, `it was published ${day ?? 'at no known day'}, not ${first}`));
    }
    const number = articles.add(record);
    corpusOf.add(record, () => number);
    onArticle(record);
  }

  /** The record of an article from before, its quotes made whole with the text at hand. */
  function known(key: string, { text, source }: SourceArticle): ArticleRecord | null {
    const value = kept.find(key);
    const record = journalLine(value)?.record ?? value;
    return isArticleRecord(record) ? foundAt(withText(record, text), source) : null;
  }

  /** What was read and waits for the articles before it. */
  const waiting: Step[] = [];

  /** Take all that waits for no article. */
  function settle(): void {
    for (let [step] = waiting; step && !('key' in step); [step] = waiting) {
      waiting.shift();
      if ('diagnostic' in step) report(step.diagnostic);
      else {
        reused += 1;
        take(step.before);
      }
    }
  }

  function stepOf(reading: Reading): Step {
    if ('diagnostic' in reading) return reading;
    const { article } = reading;
    const id = `a-${hash('sha256', article.text, 'hex').slice(0, 16)}`;
    const key = keyOf({ ...article, id }, settings, producer);
    const before = known(key, article);
    return before ? { before } : { key };
  }

  /** The articles that are to be analysed. */
  async function* fresh(): AsyncGenerator<SourceArticle> {
    for await (const reading of readings) {
      // Signals are only heard between turns of the event loop.
      turn += 1;
      if (turn % 8 === 0) await setImmediate();
      if (isStopped()) return;
      const step = stepOf(reading);
      waiting.push(step);
      if ('article' in reading && 'key' in step) yield reading.article;
      else settle();
    }
  }

  for await (const { record, diagnostics } of analyse(fresh())) {
    if (isStopped()) return { kind: 'stopped' };
    const step = waiting.shift();
    for (const found of diagnostics) report(found);
    if (record === null) onFailed();
    else if (step && 'key' in step) {
      take(record);
      const obstacle = addLine(places.journal, JSON.stringify({ key: step.key, record: withoutText(record, 0) }));
      if (obstacle) return { kind: 'broken', obstacle };
    }
    settle();
  }
  await setImmediate();
  if (isStopped()) return { kind: 'stopped' };
  if (articles.length === 0) return { kind: 'refused', diagnostic: diagnostic('build/nothing', {}) };

  const incidents = pile<IncidentRecord>(spool, line => JSON.parse(line));
  for (const incident of corpusOf.finish().incidents()) {
    if (incidents.add(incident) % 64 > 0) continue;
    await setImmediate();
    if (isStopped()) return { kind: 'stopped' };
  }
  const corpus = worded({ articles, incidents, errors: errors.length, producer, settings });
  const obstacle = writeCorpus(
    places,
    corpus,
    errors.map(found => `${JSON.stringify(found)}\n`),
    isStopped,
  );
  if (obstacle === 'stopped') return { kind: 'stopped' };
  if (obstacle) return { kind: 'broken', obstacle };
  dropJournal(places);
  return { kind: 'built', corpus, reused };
}

/** The corpus with as much of the articles' words as its settings allow. */
function worded(corpus: Corpus): Corpus {
  const { text, maxQuote } = corpus.settings;
  return {
    ...corpus,
    articles: text === 'none' ? changed(corpus.articles, record => withoutText(record, maxQuote)) : corpus.articles,
    incidents:
      maxQuote === null ? corpus.incidents : changed(corpus.incidents, incident => cutEvidence(incident, maxQuote)),
  };
}

/** Records as the lines of a file. */
function* lines(records: Pile<unknown>): Generator<string> {
  for (const line of records.lines()) yield `${line}\n`;
}

/**
 * Write all files of a corpus and put the folder in its place.
 *
 * @param errors the lines of errors.jsonl, with their ends
 * @param isStopped asked between files and before the folder is put in place
 */
export function writeCorpus(
  places: Places,
  corpus: Corpus,
  errors: readonly string[],
  isStopped: () => boolean = () => false,
): Obstacle | 'stopped' | null {
  const opened = openFolder(places, CORPUS_FILES);
  if ('kind' in opened) return opened;
  const part: Part = opened;
  const files: FileFacts[] = [];
  const schemas: Readonly<Record<string, string>> = schemaFiles();
  const incidentOf = incidentsByArticle(corpus);
  const counted = survey(corpus.articles.records());
  const plan: readonly (readonly [name: string, rows: number | null, pieces: () => Iterable<string>])[] = [
    ['articles.jsonl', corpus.articles.length, () => lines(corpus.articles)],
    ['incidents.jsonl', corpus.incidents.length, () => lines(corpus.incidents)],
    ['facts.csv', counted.facts, () => factsCsv(corpus.articles.records(), incidentOf)],
    ['errors.jsonl', errors.length, () => errors],
    ['report.html', null, () => reportHtml(corpus, counted.facts, pageAssets())],
    ['README.md', null, () => [guide(corpus, counted)]],
    ...Object.entries(schemas).map(([name, text]) => [`schemas/${name}`, null, () => [text]] as const),
  ];
  for (const [name, rows, pieces] of plan) {
    const written = isStopped() ? null : part.write(name, pieces());
    if (written) files.push({ ...written, rows });
  }
  if (isStopped()) {
    part.discard();
    return 'stopped';
  }
  part.write('datapackage.json', [dataPackage(files, schemas, corpus.producer, corpus.settings)]);
  return part.finish();
}

/** The first of a list of names, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
