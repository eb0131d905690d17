import type { Additions } from '../compile.ts';
import { CORPUS_FILES } from '../model/corpus.ts';
import type { ReadOptions } from '../read/read.ts';
import type { Places } from '../write/folder.ts';
import { inFolder } from './folder.ts';
import {
  additionsOf,
  FAILED,
  type Labour,
  type LabourOptions,
  labourOf,
  type Manners,
  messenger,
  misuse,
  NOT_WRITTEN,
  obstacleCode,
  RESUMABLE,
  STRICT,
  type Surroundings,
  say,
  WELL,
  WRONG_USE,
  waitsForTyping,
} from './manners.ts';

export interface BuildOptions extends Manners, LabourOptions {
  readonly output?: string;
  readonly published?: string;
  readonly language?: string;
  readonly encoding?: string;
  readonly map?: string;
  readonly limit?: readonly string[];
  readonly triggers?: string;
  readonly gazetteer?: readonly string[];
  /** False with --no-text. */
  readonly text: boolean;
  readonly maxQuote?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
}

/** A number of characters as --max-quote takes it, or null if it is none. */
const lengthOf = (given: string): number | null => (/^\d{1,9}$/u.test(given) ? Number(given) : null);

export async function build(paths: readonly string[], options: BuildOptions, around: Surroundings): Promise<number> {
  if (waitsForTyping(paths)) {
    return misuse(
      'no articles to read',
      'Name files or folders, or pipe articles in. See: incident-corpus build --help',
    );
  }
  if (options.output === undefined || options.output === '') {
    return misuse('no folder to write', 'Name it with --output. See: incident-corpus build --help');
  }
  const maxQuote = options.maxQuote === undefined ? null : lengthOf(options.maxQuote);
  if (options.maxQuote !== undefined && maxQuote === null) {
    return misuse(`"${options.maxQuote}" is no number of characters`, 'Give --max-quote a whole number, 0 or more.');
  }
  const labour = labourOf(options);
  if ('wrong' in labour) return misuse(labour.wrong, labour.hint);
  const { parseReadOptions } = await import('../read/options.ts');
  const asked = await parseReadOptions(options);
  if ('message' in asked) return misuse(asked.message, asked.advice);
  const additions = await additionsOf(options, options);
  if (additions === undefined) return WRONG_USE;
  return inFolder(options.output, options, places =>
    buildIn({ places, path: options.output ?? '', paths, asked, additions, labour, maxQuote }, options, around),
  );
}

/** A build whose folder is ours to write. */
interface BuildTask {
  readonly places: Places;
  /** The folder as the user named it. */
  readonly path: string;
  readonly paths: readonly string[];
  readonly asked: ReadOptions;
  readonly additions: Additions | null;
  readonly labour: Labour;
  readonly maxQuote: number | null;
}

async function buildIn(
  { places, path, paths, asked, additions, labour, maxQuote }: BuildTask,
  options: BuildOptions,
  around: Surroundings,
): Promise<number> {
  const [
    read,
    { analyseAll },
    { engineOf },
    { startCorpus, producer },
    { foreignIn },
    { formerIn },
    builder,
    { diagnostic },
    { progressLine },
    summary,
    print,
  ] = await Promise.all([
    import('../read/read.ts'),
    import('../jobs/jobs.ts'),
    import('../jobs/analyser.ts'),
    import('../pipeline.ts'),
    import('../write/folder.ts'),
    import('../build/former.ts'),
    import('../build/build.ts'),
    import('../model/diagnostic.ts'),
    import('../write/progress.ts'),
    import('../write/summary.ts'),
    messenger(options),
  ]);
  const former = await formerIn(places.target);
  const foreign = foreignIn(places, former === null ? [] : CORPUS_FILES);
  if (foreign.length > 0 && !options.force) {
    print(diagnostic('build/foreign-files', { path }, builder.someOf(foreign)));
    return FAILED;
  }
  for (const name of former?.changed ?? []) print(diagnostic('build/changed', { path: `${path}/${name}` }));

  const engine = await engineOf(additions);
  const progress = progressLine(process.stderr.isTTY === true && !options.quiet, process.stderr.columns || 80);
  let tally = summary.NOTHING;
  let bytes = 0;
  let failed = 0;
  let warned = 0;
  let isWell = true;
  const skipped: string[] = [];
  const isRefused = (): boolean => options.strict === true && !isWell;
  const ending = await builder.build(
    {
      places,
      former: former?.changed.includes('articles.jsonl') ? null : (former?.facts ?? null),
      settings: {
        text: options.text && maxQuote === null ? 'all' : 'none',
        maxQuote,
        language: options.language ?? null,
        map: options.map ?? null,
      },
    },
    {
      readings: read.readArticles(paths, {
        ...asked,
        exclude: places.target,
        onSkipped: path => skipped.push(path),
      }),
      analyse: articles =>
        analyseAll(
          articles,
          { reading: {}, form: 'records', includeText: true, additions, isStrict: false },
          { ...labour, stopped: around.stopped },
        ),
      onFailed() {
        isWell = false;
      },
      gatherer: load => startCorpus(load, engine),
      producer: producer(engine),
      tell(found) {
        if (found.severity === 'error') failed += 1;
        else if (found.severity === 'warning') warned += 1;
        if (found.severity !== 'info' && /^(?:read|link)\//u.test(found.code)) isWell = false;
        if (found.severity === 'info' && options.quiet) return;
        progress.clear();
        print(found);
      },
      onArticle(record) {
        tally = summary.tallied(tally, record);
        bytes += Buffer.byteLength(record.text ?? '');
        progress.show({ articles: tally.articles, bytes, share: null, path: record.source.path });
      },
      isStopped: () => around.signalled() !== null || isRefused(),
    },
  );
  progress.clear();
  switch (ending.kind) {
    case 'broken':
      return (await obstacleCode(ending.obstacle, path, options)) ?? NOT_WRITTEN;
    case 'refused':
      print({ ...ending.diagnostic, path });
      return options.strict && !isWell ? STRICT : FAILED;
    case 'stopped':
      if (around.signalled() === null) {
        if (!options.quiet) say('Stopped at the first article that failed (--strict).\n');
        return STRICT;
      }
      if (!options.quiet) say('Stopped. The same command goes on from here; the folder is as it was.\n');
      return RESUMABLE;
    case 'built': {
      if (!options.quiet) {
        if (options.verbose) for (const path of skipped) say(`skipped ${path}\n`);
        say(`${summary.summaryLine(tally, { failed, warned, skipped: skipped.length })}${progress.total(bytes)}\n`);
        say(`${summary.builtLine(path, ending.corpus.incidents.length, ending.reused)}\n`);
      }
      return isWell ? WELL : FAILED;
    }
  }
}
