import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';
import { type Gold, MEASURES, type Measure, ratios, type Score, score, total } from './score.ts';

type Ratios = ReturnType<typeof ratios>;

/** The lowest that we accept. They only rise: when rules get better, raise them. */
const floors: Readonly<Record<string, Readonly<Record<Measure, Ratios>>>> = JSON.parse(
  fs.readFileSync('fixtures/quality.json', 'utf8'),
);

async function scoresOf(language: string): Promise<Score[]> {
  const scores: Score[] = [];
  for await (const reading of readArticles([`fixtures/articles/${language}-*/article.*`])) {
    if ('diagnostic' in reading) throw new Error(reading.diagnostic.message);
    const { source, text } = reading.article;
    const gold: Gold = JSON.parse(fs.readFileSync(source.path.replace(/article\.\w+$/, 'gold.json'), 'utf8'));
    scores.push(score(text, gold, analyse(reading.article).record));
  }
  return scores;
}

describe.each(['nl', 'en'])('on the marked articles in %s', async language => {
  const scores = await scoresOf(language);

  test.each(MEASURES)('the %s are not worse than fixtures/quality.json asks', measure => {
    const { faults, ...counted } = total(scores, measure);
    const reached = ratios({ ...counted, faults });
    const told = `${measure}: ${JSON.stringify({ ...counted, ...reached })}\n${faults.join('\n')}`;
    const floor = floors[language]?.[measure];
    expect(reached.precision, told).toBeGreaterThanOrEqual(floor?.precision ?? 1);
    expect(reached.recall, told).toBeGreaterThanOrEqual(floor?.recall ?? 1);
    expect(reached.f1, told).toBeGreaterThanOrEqual(floor?.f1 ?? 1);
  });
});
