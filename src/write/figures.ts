import { type Evaluation, type Fault, type Figure, mainFigure } from '../model/evaluation.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

const decimals = (value: number | null): string => (value === null ? '' : value.toFixed(3));

/** `low` and `high` are the interval of F1 or accuracy. */
const HEAD = ['precision', 'recall', 'F1 or accuracy', 'n', 'low', 'high'];

function row(name: string, figure: Figure): readonly string[] {
  const { n, interval } = figure;
  const shares = 'accuracy' in figure ? [null, null] : [figure.precision, figure.recall];
  const [low = null, high = null] = interval ?? [];
  return [name, ...[...shares, mainFigure(figure)].map(decimals), String(n), ...[low, high].map(decimals)];
}

const rows = (figures: Readonly<Record<string, Figure>>): (readonly string[])[] =>
  Object.entries(figures).map(([name, figure]) => row(name, figure));

/** An evaluation as a person reads it: a table of the measures, one of the types of actions, then the faults asked for. */
export function figuresTable(evaluation: Evaluation, faults: readonly Fault[]): string {
  const { documents, figures, types } = evaluation;
  const told = faults.map(
    ({ measure, article, message }) => `${measure}  ${article}: ${printable(message).replaceAll(/\s+/gu, ' ')}\n`,
  );
  return [
    table([`${documents} ${documents === 1 ? 'article' : 'articles'}`, ...HEAD], rows(figures)),
    ...(Object.keys(types).length > 0 ? ['\n', table(['type of action', ...HEAD], rows(types))] : []),
    ...(told.length > 0 ? ['\n', ...told] : []),
  ].join('');
}

/** An evaluation as a program reads it: one JSON object. The faults are told if they were asked for. */
export function figuresJson(evaluation: Evaluation, faults: readonly Fault[] | null): string {
  const { documents, figures, types } = evaluation;
  return `${JSON.stringify({ documents, figures, types, ...(faults && { errors: faults }) })}\n`;
}
