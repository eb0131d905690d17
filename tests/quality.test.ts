import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate, scoreArticle } from '../src/evaluate/evaluate.ts';
import type { Score } from '../src/evaluate/ledger.ts';
import type { Measure } from '../src/model/evaluation.ts';
import { analyse } from '../src/pipeline.ts';
import { readGold } from '../src/read/gold.ts';

/** The lowest figures that we accept. They only rise: when rules get better, raise them. */
type Floors = Readonly<Partial<Record<Measure, Readonly<Record<string, number>>>>>;
const floors: Readonly<Record<string, Floors>> = JSON.parse(fs.readFileSync('fixtures/quality.json', 'utf8'));

const scores: { readonly language: string; readonly score: Score }[] = [];
for await (const reading of readGold('fixtures/articles')) {
  if ('diagnostic' in reading) throw new Error(reading.diagnostic.message);
  const { article, marked } = reading;
  scores.push({ language: marked.gold.language, score: scoreArticle(marked, analyse(article).record) });
}

describe.each(Object.entries(floors))('on the marked articles in %s', (language, asked) => {
  const own = scores.filter(one => one.language === language).map(({ score }) => score);
  const { figures, faults } = evaluate(own, 1);

  test.each(Object.entries(figures).filter(([measure]) => measure in asked))(
    'the figures of %s are not worse than fixtures/quality.json asks',
    (measure, figure) => {
      const told = faults
        .filter(fault => fault.measure === measure)
        .map(({ article, message }) => `${article}: ${message}`);
      const floor: Readonly<Record<string, number>> =
        Object.entries(asked).find(([name]) => name === measure)?.[1] ?? {};
      const reached = new Map(Object.entries(figure));
      for (const [name, least] of Object.entries(floor)) {
        expect(
          reached.get(name),
          [`${name} of ${measure}: ${JSON.stringify(figure)}`, ...told].join('\n'),
        ).toBeGreaterThanOrEqual(least);
      }
      expect(Object.keys(floor).length).toBeGreaterThan(0);
    },
  );

  test('no floor is of a figure that is not measured', () => {
    expect(Object.keys(asked).filter(measure => !(measure in figures))).toEqual([]);
  });
});
