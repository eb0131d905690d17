import type { Order } from '../jobs/order.ts';
import type { Format } from '../write/format.ts';
import { openFile } from '../write/output.ts';
import {
  additionsOf,
  FAILED,
  type LabourOptions,
  labourOf,
  type Manners,
  messenger,
  misuse,
  NOT_WRITTEN,
  obstacleCode,
  STRICT,
  type Surroundings,
  say,
  WELL,
  WRONG_USE,
  waitsForTyping,
} from './manners.ts';

export interface ExtractOptions extends Manners, LabourOptions {
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

export async function extract(
  paths: readonly string[],
  options: ExtractOptions,
  around: Surroundings,
): Promise<number> {
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
    import('../read/read.ts'),
    import('../read/paths.ts'),
    import('../read/options.ts'),
    import('../jobs/jobs.ts'),
    import('../jobs/work.ts'),
    import('../write/format.ts'),
    import('../write/table.ts'),
    import('../write/summary.ts'),
    import('../write/progress.ts'),
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
