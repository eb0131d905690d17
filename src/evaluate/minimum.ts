import { type Evaluation, MEASURES, mainFigure } from '../model/evaluation.ts';
import { PHASE_OF } from '../model/trigger.ts';

/** A figure that must be reached: of a measure or a type of action. */
export interface Minimum {
  readonly what: string;
  readonly atLeast: number;
}

/**
 * Read what `--min` asks: NAME=NUMBER, several with commas between them.
 *
 * @returns the minimums, or what is wrong with the first that is none
 */
export function minimumsOf(given: readonly string[]): readonly Minimum[] | string {
  const known: readonly string[] = [...MEASURES, ...Object.keys(PHASE_OF)];
  const minimums: Minimum[] = [];
  for (const part of given.flatMap(one => one.split(','))) {
    const [, what = '', number = ''] = /^\s*([\w-]+)=([01]|[01]?\.\d+)\s*$/.exec(part) ?? [];
    const atLeast = Number(number);
    if (what === '' || atLeast > 1) return `"${part}" is no minimum: write it as actions=0.75, from 0 to 1`;
    if (!known.includes(what)) return `there is no figure "${what}"`;
    minimums.push({ what, atLeast });
  }
  return minimums;
}

/** Of the minimums those that are not reached, each with the figure that there is; one that cannot be told is not. */
export function shortfalls(
  { figures, types }: Evaluation,
  minimums: readonly Minimum[],
): readonly (Minimum & { readonly reached: number | null })[] {
  const all = new Map(Object.entries({ ...figures, ...types }));
  return minimums.flatMap(minimum => {
    const figure = all.get(minimum.what);
    const reached = figure === undefined ? null : mainFigure(figure);
    return reached !== null && reached >= minimum.atLeast ? [] : [{ ...minimum, reached }];
  });
}
