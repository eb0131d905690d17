import { setImmediate } from 'node:timers/promises';
import type { Gathered } from '../link/gather.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ArticleRecord } from '../model/record.ts';
import type { Format } from '../write/format.ts';
import { openFile } from '../write/output.ts';
import {
  FAILED,
  type Manners,
  messenger,
  misuse,
  NOT_WRITTEN,
  obstacleCode,
  type Surroundings,
  say,
  WELL,
  WRONG_USE,
  waitsForTyping,
} from './manners.ts';

export interface LinkOptions extends Manners {
  readonly format: Format;
  readonly output?: string;
  readonly explain?: readonly string[];
}

export async function link(paths: readonly string[], options: LinkOptions, around: Surroundings): Promise<number> {
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
    import('../read/records.ts'),
    import('../validate/validate.ts'),
    import('../pipeline.ts'),
    import('../write/spool.ts'),
    import('../model/diagnostic.ts'),
    import('../write/format.ts'),
    import('../write/summary.ts'),
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
    import('../link/explain.ts'),
    import('../write/colour.ts'),
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
