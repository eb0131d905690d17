import type { Painted } from '../model/painted.ts';
import {
  additionsOf,
  FAILED,
  type Manners,
  messenger,
  misuse,
  obstacleCode,
  type Surroundings,
  WELL,
  WRONG_USE,
} from './manners.ts';

export interface ExplainOptions extends Manners {
  readonly rules?: boolean;
  readonly actions?: boolean;
  readonly triggers?: string;
}

export async function explain(
  what: string | undefined,
  options: ExplainOptions,
  around: Surroundings,
): Promise<number> {
  const [{ colourLevel, paint }, explained] = await Promise.all([
    import('../write/colour.ts'),
    import('../explain.ts'),
  ]);
  const level = colourLevel(options.color, process.stdout.isTTY === true, process.env);
  const show = (pieces: readonly Painted[]): Promise<boolean> => around.stdout.write(paint(pieces, level));
  const finish = async (code: number): Promise<number> =>
    (await obstacleCode(await around.stdout.finish(), null, options)) ?? code;

  if (options.rules) {
    const { allRules } = await import('../compile.ts');
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
    const { allRules } = await import('../compile.ts');
    const rule = allRules().find(({ id }) => id === what);
    if (rule) {
      await show(explained.explainRule(rule));
      return finish(WELL);
    }
  }
  const additions = await additionsOf(options, options);
  if (additions === undefined) return WRONG_USE;
  const { analyser, engineOf } = await import('../jobs/analyser.ts');
  const engine = await engineOf(additions);
  const [{ readArticles }, { explainActions }, print, outcomeOf] = await Promise.all([
    import('../read/read.ts'),
    import('../explain-actions.ts'),
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
      const { allRules } = await import('../compile.ts');
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
