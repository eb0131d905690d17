import type { SourceArticle } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { GoldArticle } from '../model/gold.ts';
import type { ArticleRecord } from '../model/record.ts';
import { FAILED, type Manners, messenger, misuse, obstacleCode, type Surroundings, say, WELL } from './manners.ts';

export interface EvaluateOptions extends Manners {
  readonly gold: string;
  /** True: of all kinds. */
  readonly errors?: string | true;
  readonly min: readonly string[];
  readonly format: 'table' | 'json';
  readonly seed: string;
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
  const { analyser } = await import('../jobs/analyser.ts');
  const [{ readArticles }, { holdsRecords, readArticleRecords }, { isGold }, outcomeOf] = await Promise.all([
    import('../read/read.ts'),
    import('../read/records.ts'),
    import('../read/gold.ts'),
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

export async function evaluate(
  paths: readonly string[],
  options: EvaluateOptions,
  around: Surroundings,
): Promise<number> {
  const [{ MEASURES }, { minimumsOf, shortfalls }, { evaluate: sumUp, scoreArticle }, { readGold }] = await Promise.all(
    [
      import('../model/evaluation.ts'),
      import('../evaluate/minimum.ts'),
      import('../evaluate/evaluate.ts'),
      import('../read/gold.ts'),
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

  const [print, { diagnostic }] = await Promise.all([messenger(options), import('../model/diagnostic.ts')]);
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
  const { figuresJson, figuresTable } = await import('../write/figures.ts');
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
