import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { article } from './articles.ts';

/** A short article, and whether it reports an incident, vulnerability, outage or measure. */
interface RelevanceCase {
  readonly text: string;
  readonly incident: boolean;
  /** Why we miss it; the day that it works the suite says so, and the mark comes off. */
  readonly gap?: string;
}

describe.each(['nl', 'en'])('whether an article in %s reports an incident', language => {
  const lines = fs.readFileSync(`fixtures/cases/${language}/relevance.jsonl`, 'utf8').trimEnd().split('\n');
  const cases = lines.map((line): RelevanceCase => JSON.parse(line));

  for (const { text, incident, gap } of cases) {
    const run = gap === undefined ? test : test.fails;
    run(gap === undefined ? text : `${text} (gap: ${gap})`, () => {
      expect(analyse(article(text, { language })).record?.relevance.incident).toBe(incident);
    });
  }

  test('has enough cases of both, and none twice', () => {
    expect(cases.filter(({ incident }) => incident).length).toBeGreaterThanOrEqual(20);
    expect(cases.filter(({ incident }) => !incident).length).toBeGreaterThanOrEqual(30);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });
});
