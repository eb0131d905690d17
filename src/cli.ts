import { setImmediate } from 'node:timers/promises';
import { Command, CommanderError, Option } from 'commander';
import type { Additions } from './compile.ts';
import type { WorkOptions } from './jobs/jobs.ts';
import type { Order } from './jobs/order.ts';
import type { Gathered } from './link/gather.ts';
import type { SourceArticle } from './model/article.ts';
import { CORPUS_FILES } from './model/corpus.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { GoldArticle } from './model/gold.ts';
import type { Painted } from './model/painted.ts';
import type { ArticleRecord } from './model/record.ts';
import type { ReadOptions } from './read/read.ts';
import { version } from './version.ts';
import type { ColourChoice } from './write/colour.ts';
import type { Places } from './write/folder.ts';
import type { Format } from './write/format.ts';
import { type Obstacle, type Output, obstacleOf, openFile, openStdout } from './write/output.ts';

/** Exit codes, as RECORDS.md has them. */
const WELL = 0;
const FAILED = 1;
const WRONG_USE = 2;
const STRICT = 65;
const NOT_WRITTEN = 74;
const RESUMABLE = 75;
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;

/** What every command knows of its surroundings. */
interface Surroundings {
  readonly stdout: Output;
  /** Resolves with an exit code when a signal asks to stop. */
  readonly stopped: Promise<number>;
  /** The exit code of the signal that came, or null. */
  readonly signalled: () => number | null;
}

interface Manners {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: ColourChoice;
}

interface EvaluateOptions extends Manners {
  readonly gold: string;
  /** True: of all kinds. */
  readonly errors?: string | true;
  readonly min: readonly string[];
  readonly format: 'table' | 'json';
  readonly seed: string;
}

interface ExplainOptions extends Manners {
  readonly rules?: boolean;
  readonly actions?: boolean;
  readonly triggers?: string;
}

interface NamesOptions extends Manners {
  readonly kind?: string;
  readonly format: 'jsonl' | 'json' | 'table';
}

/** How the work is shared out, as it was given. */
interface LabourOptions {
  readonly jobs: string;
  readonly timeoutPerArticle?: string;
}

type Labour = Pick<WorkOptions, 'jobs' | 'timeout'>;

interface ExtractOptions extends Manners, LabourOptions {
  readonly published?: string;
  readonly language?: string;
  readonly encoding?: string;
  readonly map?: string;
  readonly limit?: readonly string[];
  readonly textOnly?: boolean;
  readonly includeText?: boolean;
  readonly format: Format;
  readonly strict?: boolean;
  readonly output?: string;
  readonly triggers?: string;
  readonly gazetteer?: readonly string[];
}

interface BuildOptions extends Manners, LabourOptions {
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

function say(text: string): void {
  process.stderr.write(text);
}

/** Wrong use of the command line: one line on what is wrong, one on what to do. */
function misuse(wrong: string, hint: string): number {
  say(`error: ${wrong}\n${hint}\n`);
  return WRONG_USE;
}

/** Something that prints messages in the colours of standard error. */
async function messenger({ color }: Manners): Promise<(found: Diagnostic) => void> {
  const [{ colourLevel, paint }, { message }] = await Promise.all([
    import('./write/colour.ts'),
    import('./write/messages.ts'),
  ]);
  const level = colourLevel(color, process.stderr.isTTY === true, process.env);
  return found => say(paint(message(found), level));
}

async function obstacleCode(obstacle: Obstacle | null, path: string | null, manners: Manners): Promise<number | null> {
  if (obstacle === null) return null;
  if (obstacle.kind === 'closed') return WELL;
  const { diagnostic } = await import('./model/diagnostic.ts');
  (await messenger(manners))(diagnostic('write/failed', { path: path ?? 'standard output' }, obstacle.detail));
  return NOT_WRITTEN;
}

/** Whether standard input would have to be typed by hand. */
function waitsForTyping(paths: readonly string[]): boolean {
  return paths.length === 0 && process.stdin.isTTY === true;
}

/** What a user's files add to the rules; null without such files, undefined if what is wrong with them was told. */
async function additionsOf(
  { triggers, gazetteer = [] }: { readonly triggers?: string; readonly gazetteer?: readonly string[] },
  manners: Manners,
): Promise<Additions | null | undefined> {
  if (triggers === undefined && gazetteer.length === 0) return null;
  const [{ readOwnTriggers }, { readOwnNames }] = await Promise.all([
    import('./read/own-triggers.ts'),
    import('./read/own-names.ts'),
  ]);
  const own = triggers === undefined ? { triggers: [] } : readOwnTriggers(triggers);
  const names = gazetteer.map(file => readOwnNames(file));
  const wrong = [own, ...names].flatMap(read => ('diagnostics' in read ? read.diagnostics : []));
  const print = await messenger(manners);
  for (const found of wrong) print(found);
  if (wrong.length > 0) return undefined;
  const listed = names.flatMap((read, i) => ('lines' in read ? [{ path: gazetteer[i] ?? '', lines: read.lines }] : []));
  if (listed.length > 0) {
    const { doubtsOf } = await import('./doubts.ts');
    for (const found of doubtsOf(listed)) print(found);
  }
  return {
    triggers: 'triggers' in own ? own.triggers : [],
    entries: listed.flatMap(({ lines }) => [...lines.keys()]),
  };
}

/** How many workers --jobs asks for, and how long an article may take; or what is wrong with that. */
function labourOf({
  jobs,
  timeoutPerArticle,
}: LabourOptions): Labour | { readonly wrong: string; readonly hint: string } {
  if (jobs !== 'auto' && !/^[1-9]\d{0,2}$/u.test(jobs)) {
    return { wrong: `"${jobs}" is no number of workers`, hint: 'Give --jobs a whole number from 1 to 999, or auto.' };
  }
  if (timeoutPerArticle !== undefined && !/^[1-9]\d{0,8}$/u.test(timeoutPerArticle)) {
    const wrong = `"${timeoutPerArticle}" is no number of milliseconds`;
    return { wrong, hint: 'Give --timeout-per-article a whole number, for example 10000.' };
  }
  return {
    jobs: jobs === 'auto' ? jobs : Number(jobs),
    timeout: timeoutPerArticle === undefined ? null : Number(timeoutPerArticle),
  };
}

async function extract(paths: readonly string[], options: ExtractOptions, around: Surroundings): Promise<number> {
  if (waitsForTyping(paths)) {
    return misuse(
      'no articles to read',
      'Name files or folders, or pipe articles in. See: incident-corpus extract --help',
    );
  }
  const labour = labourOf(options);
  if ('wrong' in labour) return misuse(labour.wrong, labour.hint);
  const [
    { listArticles },
    { STDIN },
    { parseReadOptions },
    { workOn },
    { frameOf },
    { ARTICLE_COLUMNS },
    { table },
    { NOTHING, summaryLine, summed },
    { progressLine },
  ] = await Promise.all([
    import('./read/read.ts'),
    import('./read/paths.ts'),
    import('./read/options.ts'),
    import('./jobs/jobs.ts'),
    import('./jobs/work.ts'),
    import('./write/format.ts'),
    import('./write/table.ts'),
    import('./write/summary.ts'),
    import('./write/progress.ts'),
  ]);
  const reading = await parseReadOptions(options);
  if ('message' in reading) return misuse(reading.message, reading.advice);
  const additions = await additionsOf(options, options);
  if (additions === undefined) return WRONG_USE;
  const file = options.output === undefined || options.output === '-' ? null : options.output;
  const output = file === null ? around.stdout : openFile(file);
  if ('kind' in output) return (await obstacleCode(output, file, options)) ?? NOT_WRITTEN;

  const print = await messenger(options);
  const progress = progressLine(process.stderr.isTTY === true && !options.quiet, process.stderr.columns || 80);
  const order: Order = {
    reading,
    form: options.textOnly ? 'text' : options.format,
    includeText: options.includeText === true,
    additions,
    isStrict: options.strict === true,
  };
  const frame = frameOf(order);
  const between = Buffer.byteLength(frame.between);
  const rows: (readonly string[])[] = [];
  let tally = NOTHING;
  let bytes = 0;
  let failed = 0;
  let warned = 0;
  /** Whether all that was named could be read as it says of itself. */
  let isWell = true;
  let hasWritten = false;
  let reached: number | null = null;

  const listing = await listArticles(paths, file);
  const skipped = [...listing.skipped];
  for await (const { part, share } of workOn(listing, order, { ...labour, stopped: around.stopped })) {
    if (around.signalled() !== null) break;
    failed += part.failed;
    warned += part.warned;
    isWell &&= part.isWell;
    for (const found of part.diagnostics) {
      if (found.severity === 'info' && options.quiet) continue;
      progress.clear();
      print(found);
    }
    skipped.push(...part.skipped);
    rows.push(...part.rows);
    tally = summed(tally, part.tally);
    bytes += part.size;
    let isOpen = true;
    if (part.bytes.length > 0) {
      // Each record follows what stands between two; the first follows nothing.
      if (!hasWritten) await output.write(frame.first);
      isOpen = await output.write(hasWritten ? part.bytes : part.bytes.subarray(between));
      hasWritten = true;
    }
    if (share !== null) reached = share;
    progress.show({ articles: tally.articles, bytes, share: reached, path: part.path });
    if (!isOpen || (options.strict && !isWell)) break;
  }
  progress.clear();

  const signal = around.signalled();
  const isCutShort = signal !== null || (options.strict === true && !isWell);
  // A reader that waits for more of it would keep the process alive.
  if (isCutShort && listing.inputs.some(({ path }) => path === STDIN)) process.stdin.destroy();
  if (file !== null && isCutShort) output.discard();
  else {
    if (order.form === 'table') await output.write(table(ARTICLE_COLUMNS.head, rows));
    else await output.write(hasWritten ? frame.last : frame.none);
    const code = await obstacleCode(await output.finish(), file, options);
    if (code !== null) return code;
  }
  if (signal !== null) return signal;
  if (!options.quiet) {
    if (options.verbose) for (const path of skipped) say(`skipped ${path}\n`);
    if (order.form !== 'text') {
      say(`${summaryLine(tally, { failed, warned, skipped: skipped.length })}${progress.total(bytes)}\n`);
    }
    if (options.strict && !isWell) say('Stopped at the first article that failed (--strict).\n');
  }
  if (isWell) return WELL;
  return options.strict ? STRICT : FAILED;
}

/** A number of characters as --max-quote takes it, or null if it is none. */
const lengthOf = (given: string): number | null => (/^\d{1,9}$/u.test(given) ? Number(given) : null);

async function build(paths: readonly string[], options: BuildOptions, around: Surroundings): Promise<number> {
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
  const { parseReadOptions } = await import('./read/options.ts');
  const asked = await parseReadOptions(options);
  if ('message' in asked) return misuse(asked.message, asked.advice);
  const additions = await additionsOf(options, options);
  if (additions === undefined) return WRONG_USE;
  return inFolder(options.output, options, places =>
    buildIn({ places, path: options.output ?? '', paths, asked, additions, labour, maxQuote }, options, around),
  );
}

/**
 * Do work on a corpus folder that nobody else is writing meanwhile, put in order first what a run that was killed left.
 *
 * @returns the exit code of the work, or of what stands against it
 */
async function inFolder(path: string, manners: Manners, work: (places: Places) => Promise<number>): Promise<number> {
  const [folder, { lockFolder }, { diagnostic }, print] = await Promise.all([
    import('./write/folder.ts'),
    import('./write/lock.ts'),
    import('./model/diagnostic.ts'),
    messenger(manners),
  ]);
  const places = folder.placesOf(path);
  if (folder.holdsCurrent(places)) {
    print(diagnostic('build/current-folder', { path }));
    return WRONG_USE;
  }
  const obstacle = folder.obstacleIn(places);
  const lock = obstacle ?? (await lockFolder(places));
  if ('kind' in lock) return (await obstacleCode(lock, path, manners)) ?? NOT_WRITTEN;
  if ('pid' in lock) {
    print(diagnostic('build/locked', { path }, `process ${lock.pid}, as ${lock.path} says`));
    return FAILED;
  }
  try {
    const broken = folder.settle(places, CORPUS_FILES);
    return (await obstacleCode(broken, path, manners)) ?? (await work(places));
  } finally {
    lock.release();
  }
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
    import('./read/read.ts'),
    import('./jobs/jobs.ts'),
    import('./jobs/analyser.ts'),
    import('./pipeline.ts'),
    import('./write/folder.ts'),
    import('./build/former.ts'),
    import('./build/build.ts'),
    import('./model/diagnostic.ts'),
    import('./write/progress.ts'),
    import('./write/summary.ts'),
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

async function rehydrate(
  path: string,
  options: Manners & { readonly articles: readonly string[] },
  around: Surroundings,
): Promise<number> {
  return inFolder(path, options, places => rehydrateIn(places, path, options, around));
}

async function rehydrateIn(
  places: Places,
  path: string,
  options: Manners & { readonly articles: readonly string[] },
  around: Surroundings,
): Promise<number> {
  const [{ readArticles }, { formerIn }, rehydrator, print] = await Promise.all([
    import('./read/read.ts'),
    import('./build/former.ts'),
    import('./build/rehydrate.ts'),
    messenger(options),
  ]);
  let failed = 0;
  const ending = await rehydrator.rehydrate(
    places,
    await formerIn(places.target),
    readArticles(options.articles, { exclude: places.target }),
    found => {
      if (found.severity === 'error') failed += 1;
      if (found.severity !== 'info') print(found);
    },
    () => around.signalled() !== null,
  );
  switch (ending.kind) {
    case 'broken':
      return (await obstacleCode(ending.obstacle, path, options)) ?? NOT_WRITTEN;
    case 'refused':
      print({ ...ending.diagnostic, path });
      return FAILED;
    case 'stopped':
      if (!options.quiet) say('Stopped. The folder is as it was.\n');
      return around.signalled() ?? FAILED;
    case 'built':
      if (!options.quiet) say(`${ending.reused} of ${ending.corpus.articles.length} articles have their text\n`);
      return failed === 0 ? WELL : FAILED;
  }
}

async function validate(paths: readonly string[], options: Manners, around: Surroundings): Promise<number> {
  if (waitsForTyping(paths)) {
    return misuse(
      'no records to check',
      'Name files of records, or pipe them in. See: incident-corpus validate --help',
    );
  }
  const [{ readRecords }, { validateLine, validateRecord }, print] = await Promise.all([
    import('./read/records.ts'),
    import('./validate/validate.ts'),
    messenger(options),
  ]);
  let records = 0;
  let findings = 0;
  let bad = 0;
  for await (const reading of readRecords(paths)) {
    if (around.signalled() !== null) break;
    const found =
      'diagnostic' in reading
        ? [reading.diagnostic]
        : 'text' in reading
          ? validateLine(reading.text, reading.path, reading.line)
          : validateRecord(reading.value, { path: reading.path });
    for (const finding of found) print(finding);
    findings += found.length;
    records += 1;
    if (found.length > 0) bad += 1;
    if (records % 64 === 0) await setImmediate();
  }
  const signal = around.signalled();
  if (signal !== null) return signal;
  const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
  if (!options.quiet) {
    if (findings === 0) say(`${counted(records, 'record')} ${records === 1 ? 'is' : 'are'} valid\n`);
    else say(`${counted(findings, 'finding')} in ${bad} of ${counted(records, 'record')}\n`);
  }
  return findings === 0 ? WELL : FAILED;
}

interface LinkOptions extends Manners {
  readonly format: Format;
  readonly output?: string;
  readonly explain?: readonly string[];
}

async function link(paths: readonly string[], options: LinkOptions, around: Surroundings): Promise<number> {
  const [first, second, ...more] = options.explain ?? [];
  if (options.explain !== undefined && second === undefined) {
    return misuse('--explain takes two articles', 'Name each by its id or path. See: incident-corpus link --help');
  }
  const inputs = [...paths, ...more];
  if (waitsForTyping(inputs)) {
    return misuse('no records to link', 'Name files of records, or pipe them in. See: incident-corpus link --help');
  }
  const [
    { readRecords },
    { checkLine, checkRecord, validateRecord },
    { startCorpus },
    { openSpool },
    { diagnostic },
    { formatter, INCIDENT_COLUMNS },
    { linkSummaryLine },
  ] = await Promise.all([
    import('./read/records.ts'),
    import('./validate/validate.ts'),
    import('./pipeline.ts'),
    import('./write/spool.ts'),
    import('./model/diagnostic.ts'),
    import('./write/format.ts'),
    import('./write/summary.ts'),
  ]);
  const file = options.output === undefined || options.output === '-' ? null : options.output;
  const output = file === null ? around.stdout : openFile(file);
  if ('kind' in output) return (await obstacleCode(output, file, options)) ?? NOT_WRITTEN;

  const print = await messenger(options);
  const spool = openSpool();
  const load = (handle: number): ArticleRecord => JSON.parse(spool.get(handle));
  const corpus = startCorpus(load);
  /** Ids and paths of articles that report no incident. */
  const outside: string[] = [];
  let records = 0;
  let failed = 0;
  const fail = (found: Diagnostic): void => {
    print(found);
    failed += 1;
  };
  for await (const reading of readRecords(inputs)) {
    if (around.signalled() !== null) break;
    if ('diagnostic' in reading) {
      fail(reading.diagnostic);
      continue;
    }
    const place = { path: reading.path, line: 'line' in reading ? reading.line : null };
    const { record, findings } =
      'text' in reading ? checkLine(reading.text, reading.path, reading.line) : checkRecord(reading.value, place);
    records += 1;
    if (record === null || findings.length > 0) {
      for (const found of findings) print(found);
      failed += 1;
    } else if (record.recordType !== 'article') fail(diagnostic('link/no-article', place));
    else {
      const added = corpus.add(record, () => spool.add('text' in reading ? reading.text : JSON.stringify(record)));
      if (added === 'differs') fail(diagnostic('link/other-content', place, record.id));
      if (added === 'irrelevant' && first !== undefined) outside.push(record.id, record.source.path);
    }
    if (records % 64 === 0) await setImmediate();
  }
  if (around.signalled() !== null) {
    output.discard();
    return around.signalled() ?? FAILED;
  }
  const gathered = corpus.finish();
  if (first !== undefined && second !== undefined) {
    const code = await explainLink(gathered, [first, second], outside, options, around);
    return failed > 0 && code === WELL ? FAILED : code;
  }
  const format = formatter(options.format, INCIDENT_COLUMNS);
  const count = { incidents: 0, copies: 0, conflicts: 0 };
  for (const incident of gathered.incidents()) {
    const findings = validateRecord(incident, { path: incident.id });
    const [finding] = findings;
    if (finding !== undefined) {
      fail(diagnostic('link/bug', { path: incident.id }, finding.message));
      continue;
    }
    count.incidents += 1;
    count.copies += incident.articles.length - incident.independentArticles;
    count.conflicts += incident.conflicts.length;
    if (!(await output.write(format.add(incident))) || around.signalled() !== null) break;
    if (count.incidents % 64 === 0) await setImmediate();
  }
  spool.close();
  const signal = around.signalled();
  if (file !== null && signal !== null) output.discard();
  else {
    await output.write(format.end());
    const code = await obstacleCode(await output.finish(), file, options);
    if (code !== null) return code;
  }
  if (signal !== null) return signal;
  if (!options.quiet) say(`${linkSummaryLine({ records, relevant: gathered.entries.length, ...count, failed })}\n`);
  return failed > 0 ? FAILED : WELL;
}

/** Print why two articles are, or are not, in one incident. */
async function explainLink(
  gathered: Gathered,
  names: readonly [string, string],
  outside: readonly string[],
  { color }: Manners,
  around: Surroundings,
): Promise<number> {
  const [{ explainPair, findArticle }, { colourLevel, paint }] = await Promise.all([
    import('./link/explain.ts'),
    import('./write/colour.ts'),
  ]);
  const [a, b] = names.map(name => findArticle(gathered, name));
  for (const [at, name] of [
    [a, names[0]],
    [b, names[1]],
  ] as const) {
    if (typeof at === 'number') continue;
    const isOutside = outside.some(known => known === name || known.endsWith(`/${name}`));
    return misuse(
      isOutside ? `"${name}" reports no incident, so it is in none` : `no single article is meant by "${name}"`,
      'Name each article by its id, its path or the end of its path, as it stands in the records.',
    );
  }
  if (typeof a !== 'number' || typeof b !== 'number') return WRONG_USE;
  if (a === b) return misuse('--explain takes two different articles', `Both are ${names[0]}.`);
  const level = colourLevel(color, process.stdout.isTTY === true, process.env);
  await around.stdout.write(paint(explainPair(gathered, a, b), level));
  return (await obstacleCode(await around.stdout.finish(), null, { color })) ?? WELL;
}

async function explain(what: string | undefined, options: ExplainOptions, around: Surroundings): Promise<number> {
  const [{ colourLevel, paint }, explained] = await Promise.all([import('./write/colour.ts'), import('./explain.ts')]);
  const level = colourLevel(options.color, process.stdout.isTTY === true, process.env);
  const show = (pieces: readonly Painted[]): Promise<boolean> => around.stdout.write(paint(pieces, level));
  const finish = async (code: number): Promise<number> =>
    (await obstacleCode(await around.stdout.finish(), null, options)) ?? code;

  if (options.rules) {
    const { allRules } = await import('./compile.ts');
    const ids = allRules().map(rule => rule.id);
    await around.stdout.write(
      ids
        .toSorted()
        .map(id => `${id}\n`)
        .join(''),
    );
    return finish(WELL);
  }
  if (what === undefined && process.stdin.isTTY === true) {
    return misuse('nothing to explain', 'Name an article or a rule. See: incident-corpus explain --help');
  }
  if (what !== undefined && explained.looksLikeRule(what)) {
    const { allRules } = await import('./compile.ts');
    const rule = allRules().find(({ id }) => id === what);
    if (rule) {
      await show(explained.explainRule(rule));
      return finish(WELL);
    }
  }
  const additions = await additionsOf(options, options);
  if (additions === undefined) return WRONG_USE;
  const { analyser, engineOf } = await import('./jobs/analyser.ts');
  const engine = await engineOf(additions);
  const [{ readArticles }, { explainActions }, print, outcomeOf] = await Promise.all([
    import('./read/read.ts'),
    import('./explain-actions.ts'),
    messenger(options),
    analyser(false, engine),
  ]);
  let code = WELL;
  let shown = 0;
  for await (const reading of readArticles(what === undefined ? [] : [what])) {
    if (around.signalled() !== null) break;
    if ('article' in reading) {
      const { record, diagnostics } = outcomeOf(reading.article);
      for (const found of diagnostics) print(found);
      if (record === null) {
        code = FAILED;
        continue;
      }
      const isOpen = await show([
        ...(shown > 0 ? [{ text: '\n', style: 'plain' as const }] : []),
        ...(options.actions
          ? explainActions(record, level > 0)
          : explained.explainArticle(reading.article, record, level > 0)),
      ]);
      shown += 1;
      if (!isOpen) break;
    } else if (reading.diagnostic.code === 'read/no-such-path' && what !== undefined) {
      const { allRules } = await import('./compile.ts');
      const near = explained.nearestRules(allRules(), what);
      if (explained.looksLikeRule(what) || near.length > 0) {
        const hint =
          near.length > 0
            ? `Did you mean: ${near.join(', ')}?`
            : 'List all rules with: incident-corpus explain --rules';
        return misuse(`there is no file and no rule "${what}"`, hint);
      }
      print(reading.diagnostic);
      code = FAILED;
    } else {
      print(reading.diagnostic);
      code = FAILED;
    }
  }
  return around.signalled() ?? finish(code);
}

/** An article of gold, and what was marked in it. */
interface Gold {
  readonly article: SourceArticle;
  readonly marked: GoldArticle;
}

/** The records that belong to articles of gold, by the gold's name: read, or made of articles; or made of the gold's own. */
async function recordsFor(
  golds: readonly Gold[],
  paths: readonly string[],
  tell: (found: Diagnostic) => void,
  around: Surroundings,
): Promise<ReadonlyMap<string, ArticleRecord>> {
  const { analyser } = await import('./jobs/analyser.ts');
  const [{ readArticles }, { holdsRecords, readArticleRecords }, { isGold }, outcomeOf] = await Promise.all([
    import('./read/read.ts'),
    import('./read/records.ts'),
    import('./read/gold.ts'),
    analyser(false),
  ]);
  const found = new Map<string, ArticleRecord>();
  const names = new Set(golds.map(({ marked }) => marked.name));
  /** The gold whose name a path ends in: NAME.txt, or folder/NAME.txt where the gold has folders. */
  const nameOf = (path: string): string | null => {
    for (let tail = path; ; tail = tail.slice(tail.indexOf('/') + 1)) {
      if (names.has(tail)) return tail;
      if (!tail.includes('/')) return null;
    }
  };
  const enter = (article: SourceArticle, name: string | null): void => {
    if (name === null) return;
    const { record, diagnostics } = outcomeOf(article);
    for (const one of diagnostics) tell(one);
    if (record !== null) found.set(name, record);
  };
  const [records, articles] = [paths.filter(holdsRecords), paths.filter(path => !holdsRecords(path))];
  if (paths.length === 0) for (const { article, marked } of golds) enter(article, marked.name);
  if (records.length > 0)
    for await (const reading of readArticleRecords(records)) {
      if (around.signalled() !== null) break;
      const name = 'record' in reading ? nameOf(reading.record.source.path) : null;
      if ('diagnostic' in reading) tell(reading.diagnostic);
      else if (name !== null) found.set(name, reading.record);
    }
  if (articles.length > 0)
    for await (const reading of readArticles(articles)) {
      if (around.signalled() !== null) break;
      if ('article' in reading) enter(reading.article, nameOf(reading.article.source.path));
      // A folder of gold may be named as the articles: its marks are none.
      else if (!isGold(reading.diagnostic.path ?? '')) tell(reading.diagnostic);
    }
  return found;
}

async function evaluate(paths: readonly string[], options: EvaluateOptions, around: Surroundings): Promise<number> {
  const [{ MEASURES }, { minimumsOf, shortfalls }, { evaluate: sumUp, scoreArticle }, { readGold }] = await Promise.all(
    [
      import('./model/evaluation.ts'),
      import('./evaluate/minimum.ts'),
      import('./evaluate/evaluate.ts'),
      import('./read/gold.ts'),
    ],
  );
  const { errors } = options;
  const minimums = minimumsOf(options.min);
  const figures = `Figures are: ${MEASURES.join(', ')}, and the types of actions.`;
  if (typeof minimums === 'string') return misuse(minimums, figures);
  if (typeof errors === 'string' && !MEASURES.some(measure => measure === errors)) {
    return misuse(
      `there are no errors of "${errors}"`,
      `Give --errors one of: ${MEASURES.join(', ')}; or put it last.`,
    );
  }
  if (!/^\d{1,9}$/u.test(options.seed)) return misuse(`"${options.seed}" is no seed`, 'Give --seed a whole number.');

  const [print, { diagnostic }] = await Promise.all([messenger(options), import('./model/diagnostic.ts')]);
  let code = WELL;
  const tell = (found: Diagnostic): void => {
    if (found.severity === 'error') code = FAILED;
    if (found.severity !== 'info' || !options.quiet) print(found);
  };
  const golds: Gold[] = [];
  for await (const reading of readGold(options.gold)) {
    if ('diagnostic' in reading) tell(reading.diagnostic);
    else golds.push(reading);
  }
  if (golds.length === 0) return FAILED;

  const found = await recordsFor(golds, paths, tell, around);
  const signal = around.signalled();
  if (signal !== null) return signal;

  const [without, ...others] = golds.filter(({ marked }) => !found.has(marked.name));
  if (without !== undefined) {
    const also = others.length > 0 ? `${others.length} more of the ${golds.length} have none` : undefined;
    tell(diagnostic('evaluate/no-record', { path: without.article.source.path }, also));
  }
  const scores = golds.map(({ marked }) => scoreArticle(marked, found.get(marked.name) ?? null));
  const evaluation = sumUp(scores, Number(options.seed));
  const { figuresJson, figuresTable } = await import('./write/figures.ts');
  const asked =
    errors === undefined ? null : evaluation.faults.filter(({ measure }) => errors === true || measure === errors);
  await around.stdout.write(
    options.format === 'json' ? figuresJson(evaluation, asked) : figuresTable(evaluation, asked ?? []),
  );
  const obstacle = await obstacleCode(await around.stdout.finish(), null, options);
  if (obstacle !== null) return obstacle;
  for (const { what, atLeast, reached } of shortfalls(evaluation, minimums)) {
    say(`${what} is ${reached === null ? 'not to be told' : reached.toFixed(3)}, less than ${atLeast}\n`);
    code = FAILED;
  }
  return code;
}

async function names(query: string | undefined, options: NamesOptions, around: Surroundings): Promise<number> {
  const [{ knownNames, namedKinds }, { table }] = await Promise.all([import('./names.ts'), import('./write/table.ts')]);
  const { kind, format } = options;
  if (kind !== undefined && !namedKinds().includes(kind)) {
    return misuse(`there is no kind of names "${kind}"`, `Kinds are: ${namedKinds().join(', ')}.`);
  }
  const found = knownNames(query, kind);
  if (format === 'json') await around.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (format === 'jsonl') {
    for (const one of found) if (!(await around.stdout.write(`${JSON.stringify(one)}\n`))) break;
  } else if (found.length > 0) {
    const rows = found.map(one => [one.name, one.of, one.kind, one.country ?? '', one.aliases.slice(0, 4).join(', ')]);
    await around.stdout.write(table(['name', 'of', 'kind', 'country', 'aliases'], rows));
  }
  const obstacle = await obstacleCode(await around.stdout.finish(), null, options);
  return obstacle ?? (found.length > 0 ? WELL : FAILED);
}

async function schema(kind: string, around: Surroundings): Promise<number> {
  const { schemaFiles } = await import('./model/schema.ts');
  await around.stdout.write(schemaFiles()[kind === 'incident' ? 'incident.schema.json' : 'article.schema.json']);
  return (await obstacleCode(await around.stdout.finish(), null, { color: 'auto' })) ?? WELL;
}

const COLOURS = ['auto', 'always', 'never'];
const colourOption = (): Option =>
  new Option('--color <when>', 'whether to use colours').choices(COLOURS).default('auto');

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Flags that `extract` and `build` share: how articles are read, and words of a user's own. */
const encodingOption = (): Option =>
  new Option('--encoding <name>', 'encoding of files without a byte-order mark, instead of telling it from them');
const mapOption = (): Option =>
  new Option('--map <fields>', 'which column or key holds what: text=body,published=date');
const limitOption = (): Option =>
  new Option(
    '--limit <name=value>',
    'change a limit, for example article-bytes=2MiB; can be given more than once',
  ).argParser(several);
const triggersOption = (): Option =>
  new Option(
    '-t, --triggers <file>',
    'words of your own that tell of actions (CSV or JSON: type, language, lemma, roles)',
  );
const gazetteerOption = (): Option =>
  new Option(
    '-g, --gazetteer <file>',
    'names of your own (CSV or JSON: name, kind, aliases, country, vendor …); may be given more than once',
  ).argParser(several);

const PATHS =
  'Paths are files, folders (read with all below them), quoted patterns, or "-" for standard input, which is also read if no path is named. Kinds of files: .txt, .md, .json, .jsonl, .ndjson, .html, .pdf, .docx, .csv, .tsv, .eml, .mbox, .rss, .atom, .xml (feeds), .warc, and .gz, .zst and .zip of these; exports of Nexis and Factiva.';

const jobsOption = (): Option =>
  new Option('-j, --jobs <number>', 'worker threads; auto: as many as there are cores, where it pays').default('auto');

const timeoutOption = (): Option =>
  new Option(
    '--timeout-per-article <ms>',
    'leave out an article that takes longer to read and analyse, in milliseconds (default: none is left out)',
  );

const LIMIT_LIST =
  'article-bytes=16MiB, document-bytes=256MiB, markup-bytes=16MiB, page-parts=100000, document-parts=1000000, line-bytes=64MiB, articles=10000000 (of a file), json-depth=1000, markup-depth=500, inflated-bytes=64GiB, ratio=250 (of archives), archive-depth=3';

/** The command line: what each command takes, and its help. `done` is told the exit code. */
function commandLine(around: Surroundings, done: (code: number) => void): Command {
  const program = new Command('incident-corpus')
    .description('Turns Dutch and English news articles into a structured corpus of IT-security incidents.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('See: incident-corpus --help')
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus extract articles/ > records.jsonl
  incident-corpus explain articles/harbour.txt
  incident-corpus extract --help`,
    );

  program
    .command('extract')
    .summary('articles in, article records out')
    .description(`Read articles and write one record per article, as JSON Lines.\n\n${PATHS}`)
    .argument('[paths...]', 'files, folders, quoted patterns, or "-"')
    .option('-p, --published <date>', 'publication date of all articles: YYYY, YYYY-MM or YYYY-MM-DD')
    .addOption(
      new Option('-l, --language <code>', 'language of all articles, instead of detecting it').choices(['nl', 'en']),
    )
    .addOption(encodingOption())
    .addOption(mapOption())
    .addOption(limitOption())
    .option('--include-text', 'add the text of the article to its record')
    .option('--text-only', 'write the texts that offsets refer to, and analyse nothing')
    .addOption(triggersOption())
    .addOption(gazetteerOption())
    .addOption(
      new Option('-f, --format <format>', 'jsonl and json for programs, pretty and table for people')
        .choices(['jsonl', 'json', 'pretty', 'table'])
        .default('jsonl'),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .option('--strict', 'stop at the first article that fails, with exit code 65')
    .option('-q, --quiet', 'no summary, no progress, errors only')
    .option('-v, --verbose', 'name the files that were passed over')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus extract articles/ > records.jsonl
  incident-corpus extract 'news/**/*.txt' --published 2024-05 --format table
  cat dump.jsonl | incident-corpus extract - --include-text -o records.jsonl
  incident-corpus extract clippings.csv --map text=body,published=date
  incident-corpus extract harbour.pdf --text-only

Limits: ${LIMIT_LIST}.

Exit codes: 0 well; 1 an article or path failed; 2 wrong use; 65 stopped by --strict; 74 output not written.`,
    )
    .action(async (paths: string[], options: ExtractOptions) => done(await extract(paths, options, around)));

  program
    .command('link')
    .summary('article records in, incident records out')
    .description('Link article records into incidents and write one record per incident, as JSON Lines.')
    .argument('[records...]', 'files of article records (JSON Lines), or "-"')
    .option('--explain <articles...>', 'instead, tell why two articles are, or are not, in one incident')
    .addOption(
      new Option('-f, --format <format>', 'jsonl and json for programs, pretty and table for people')
        .choices(['jsonl', 'json', 'pretty', 'table'])
        .default('jsonl'),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('-q, --quiet', 'no summary, errors only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus link records.jsonl > incidents.jsonl
  incident-corpus extract articles/ | incident-corpus link --format table
  incident-corpus link records.jsonl --explain harbour.txt port.txt

Articles that report no incident are left out. The order of the records makes no difference.

Exit codes: 0 well; 1 a record was refused; 2 wrong use; 74 output not written.`,
    )
    .action(async (records: string[], options: LinkOptions) => done(await link(records, options, around)));

  program
    .command('build')
    .summary('articles in, a corpus folder out')
    .description(
      `Read articles and write a corpus as a folder: articles.jsonl, incidents.jsonl, facts.csv, errors.jsonl, datapackage.json, report.html, README.md and the schemas. A folder that holds a corpus is replaced as a whole, in the end; articles that did not change are not analysed again.\n\n${PATHS}`,
    )
    .argument('[paths...]', 'files, folders, quoted patterns, or "-"')
    .option('-o, --output <folder>', 'the folder to write')
    .option('-p, --published <date>', 'publication date of all articles: YYYY, YYYY-MM or YYYY-MM-DD')
    .addOption(
      new Option('-l, --language <code>', 'language of all articles, instead of detecting it').choices(['nl', 'en']),
    )
    .addOption(encodingOption())
    .addOption(mapOption())
    .addOption(limitOption())
    .addOption(triggersOption())
    .addOption(gazetteerOption())
    .option('--no-text', 'leave out the text of the articles')
    .option('--max-quote <number>', 'leave it out, and cut quotes to so many characters; 0 leaves them out too')
    .option('--force', 'write into a folder that holds other files, too; they stay')
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .option('--strict', 'stop at the first article that fails, with exit code 65')
    .option('-q, --quiet', 'no summary, no progress, errors only')
    .option('-v, --verbose', 'name the files that were passed over')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus build articles/ -o corpus
  incident-corpus build 'news/**/*.txt' --published 2024-05 -o corpus
  incident-corpus build articles/ -o shared --max-quote 80
  incident-corpus build articles/ -o corpus --gazetteer clients.csv --triggers words.csv

Limits: ${LIMIT_LIST}.

Exit codes: 0 well; 1 an article or path failed (the others are built), the folder holds other files, or another run is
writing it; 2 wrong use;
65 stopped by --strict; 74 output not written; 75 stopped by a signal: the same command goes on from there.`,
    )
    .action(async (paths: string[], options: BuildOptions) => done(await build(paths, options, around)));

  program
    .command('rehydrate')
    .summary('put texts and quotes back into a corpus')
    .description(
      'Put the texts and quotes of articles back into a corpus that was built with --no-text or --max-quote: an article is known by the hash of its text, a quote by its offsets.',
    )
    .argument('<folder>', 'the corpus, as build wrote it')
    .requiredOption('-a, --articles <paths...>', 'files, folders or quoted patterns that hold the articles')
    .option('-q, --quiet', 'no summary, errors only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus rehydrate shared --articles articles/

Exit codes: 0 well; 1 the text of an article was not found (the others are put back); 2 wrong use; 74 output not written.`,
    )
    .action(async (folder: string, options: Manners & { articles: string[] }) =>
      done(await rehydrate(folder, options, around)),
    );

  program
    .command('validate')
    .summary('check records')
    .description('Check records against their schema, and their fields against each other; every finding is printed.')
    .argument('[records...]', 'files of records (JSON Lines), or "-"')
    .option('-q, --quiet', 'findings only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus validate records.jsonl
  incident-corpus extract articles/ --include-text | incident-corpus validate

Exit codes: 0 all records are valid; 1 there are findings; 2 wrong use.`,
    )
    .action(async (records: string[], options: Manners) => done(await validate(records, options, around)));

  program
    .command('explain')
    .summary('show what was found in an article, or what a rule does')
    .description('Print an article in colours with all that was found in it and by which rule; or one rule.')
    .argument('[what]', 'an article (file or "-"), or the id of a rule')
    .option('-a, --actions', 'print each action as a sentence, with the words that it comes from underlined')
    .option('-t, --triggers <file>', 'words of your own that tell of actions, as extract takes them')
    .option('--rules', 'list the ids of all rules')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus explain articles/harbour.txt
  incident-corpus explain articles/harbour.txt --color always | less -R
  incident-corpus explain articles/harbour.txt --actions
  incident-corpus explain nl/date/full
  incident-corpus explain --rules | grep date`,
    )
    .action(async (what: string | undefined, options: ExplainOptions) => done(await explain(what, options, around)));

  program
    .command('evaluate')
    .summary('measure records against annotated articles')
    .description(
      'Compare records with articles that were marked by hand: precision, recall and F1 (or accuracy) of each kind and each type of action, with 95 % bootstrap intervals over the articles.\n\nThe folder of gold holds NAME.gold.json beside NAME.txt. Paths are records (.jsonl, .ndjson, "-") or articles, which are analysed first; without any the articles of the gold are.',
    )
    .argument('[paths...]', 'records or articles')
    .requiredOption('-g, --gold <folder>', 'folder of articles with what was marked in them')
    .option('-e, --errors [kind]', 'list what is not as marked: of all kinds, or of one')
    .option(
      '-m, --min <figures>',
      'figures that must be reached, such as actions=0.75,status=0.9; may be repeated',
      (given: string, before: readonly string[]) => [...before, given],
      [],
    )
    .addOption(
      new Option('-f, --format <format>', 'json for programs, table for people')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option('--seed <number>', 'what the bootstrap intervals depend on', '1')
    .option('-q, --quiet', 'errors and what falls short only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus evaluate --gold gold/
  incident-corpus evaluate --gold gold/ records.jsonl --errors actions
  incident-corpus evaluate --gold gold/ records.jsonl --min actions=0.75,polarity=0.9

Exit codes: 0 well; 1 a figure falls short, or a file failed; 2 wrong use.`,
    )
    .action(async (paths: string[], options: EvaluateOptions) => done(await evaluate(paths, options, around)));

  program
    .command('names')
    .summary('list or search the names that are known')
    .description(
      'Print the organisations, products, malware, threat groups and vulnerabilities that are known by name.',
    )
    .argument('[query]', 'only names that hold this, in any of their forms')
    .option('-k, --kind <kind>', 'only names of a kind: vendor, municipality, ransomware, product, malware, actor …')
    .addOption(
      new Option('-f, --format <format>', 'jsonl and json for programs, table for people')
        .choices(['jsonl', 'json', 'table'])
        .default('jsonl'),
    )
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus names citrix --format table
  incident-corpus names --kind vendor | jq -r 'select(.country == "NL") | .name'

Exit codes: 0 well; 1 nothing is known by that name; 2 wrong use.`,
    )
    .action(async (query: string | undefined, options: NamesOptions) => done(await names(query, options, around)));

  program
    .command('schema')
    .summary('print the JSON Schema of a record')
    .description('Print the JSON Schema (2020-12) of article records or incident records.')
    .addArgument(program.createArgument('<record>', 'which record').choices(['article', 'incident']))
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus schema article > article.schema.json
  incident-corpus schema incident | jq '.properties | keys'`,
    )
    .action(async (kind: string) => done(await schema(kind, around)));

  return program;
}

/** Listen for signals: the first asks the work to end in order, a second ends it at once. */
function listen(): Pick<Surroundings, 'stopped' | 'signalled'> {
  let code: number | null = null;
  const stopped = new Promise<number>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (code !== null) process.exit(INTERRUPTED[signal]);
        code = INTERRUPTED[signal];
        process.stdin.destroy();
        resolve(code);
      });
    }
  });
  return { stopped, signalled: () => code };
}

/**
 * Run the command line.
 *
 * @param args the arguments behind the program's name
 * @returns the exit code; the process is left to end by itself, so that all that was written arrives
 */
export async function main(args: readonly string[]): Promise<number> {
  process.stderr.on('error', () => {});
  const listening = listen();
  const stdout = openStdout(listening.stopped);
  let code: number = WELL;
  const program = commandLine({ ...listening, stdout }, done => {
    code = done;
  });
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return WRONG_USE;
    }
    // Asked for the help of an unknown command, commander gives no suggestion; called as one, it does.
    const [first, command] = args;
    const isLost =
      first === 'help' && command !== undefined && !program.commands.some(known => known.name() === command);
    await program.parseAsync(isLost ? [command] : args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      // The file system failed where nothing could be done about it. What is written is put in place as a whole, or not.
      const path = 'path' in error ? String(error.path) : null;
      return (await obstacleCode(obstacleOf(error), path, { color: 'auto' })) ?? NOT_WRITTEN;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) return WRONG_USE;
    const obstacle = await stdout.finish();
    return obstacle?.kind === 'failed' ? NOT_WRITTEN : WELL;
  }
}
