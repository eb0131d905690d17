import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gather } from '../src/index.ts';
import type { ArticleRecord, IncidentRecord } from '../src/model/record.ts';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';
import { validateRecord } from '../src/validate/validate.ts';
import { bCubed, lea } from './clusters.ts';

/*
 * Corpora of our own writing: each folder holds `articles.jsonl`, whose articles have an id of their own, and
 * `clusters.json`, which of them tell of one incident. What stands in no cluster reports none.
 */

const folder = 'fixtures/corpora';
const corpora = fs.readdirSync(folder).filter(name => !name.includes('.'));
const floors: Readonly<Record<string, { readonly bCubed: number; readonly lea: number }>> = JSON.parse(
  fs.readFileSync(`${folder}/quality.json`, 'utf8'),
);

async function recordsOf(corpus: string): Promise<readonly ArticleRecord[]> {
  const records: ArticleRecord[] = [];
  for await (const reading of readArticles([`${folder}/${corpus}/articles.jsonl`])) {
    if ('diagnostic' in reading) throw new Error(reading.diagnostic.message);
    records.push(analyse(reading.article).record);
  }
  return records;
}

const all = new Map<string, readonly ArticleRecord[]>();
for (const corpus of corpora) all.set(corpus, await recordsOf(corpus));
const together = [...all.values()].flat();

const markedOf = (corpus: string): readonly (readonly string[])[] =>
  JSON.parse(fs.readFileSync(`${folder}/${corpus}/clusters.json`, 'utf8')).clusters;

function groupsOf(records: readonly ArticleRecord[], incidents: readonly IncidentRecord[]): readonly string[][] {
  const keys = new Map(records.map(({ id, source }) => [id, source.key ?? source.path]));
  return incidents.map(({ articles }) => articles.map(({ id }) => keys.get(id) ?? id));
}

describe('corpora of our own', () => {
  test('hold at least 60 articles in 20 incidents', () => {
    const marked = corpora.flatMap(markedOf);
    expect(marked.length).toBeGreaterThanOrEqual(20);
    expect(marked.flat().length).toBeGreaterThanOrEqual(60);
    expect(new Set(together.map(({ language }) => language.code))).toEqual(new Set(['nl', 'en']));
  });

  test.each([...corpora, 'together'])('%s is linked no worse than ever', corpus => {
    const records = all.get(corpus) ?? together;
    const marked = corpus === 'together' ? corpora.flatMap(markedOf) : markedOf(corpus);
    const found = groupsOf(records, gather(records));
    const measured = { bCubed: bCubed(marked, found).f1, lea: lea(marked, found).f1 };
    expect(measured.bCubed).toBeGreaterThanOrEqual(floors[corpus]?.bCubed ?? 1);
    expect(measured.lea).toBeGreaterThanOrEqual(floors[corpus]?.lea ?? 1);
    const inNone = found.flat().filter(name => !marked.flat().includes(name));
    expect(inNone).toEqual([]);
  });

  test('give valid records, the same bytes for any order of the articles', () => {
    const once = gather(together);
    expect(once.flatMap(one => validateRecord(one, {}))).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...together], { minLength: together.length }), records => {
        expect(JSON.stringify(gather(records))).toBe(JSON.stringify(once));
      }),
      { numRuns: 10 },
    );
  });
});
