import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';

const folders = fs
  .readdirSync('fixtures/articles', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => `fixtures/articles/${entry.name}`);

/** The record of a folder's article as record.json has it: without `producer`, which changes with every rule. */
async function goldenText(folder: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const reading of readArticles([`${folder}/article.*`])) {
    if ('diagnostic' in reading) texts.push(reading.diagnostic.message);
    else {
      const { producer: _, ...golden } = analyse(reading.article).record;
      texts.push(`${JSON.stringify(golden, null, 2)}\n`);
    }
  }
  return texts;
}

describe('the record is, byte for byte, the golden one (npm run golden writes them anew; read the diff)', () => {
  test.each(folders)('%s', async folder => {
    const texts = await goldenText(folder);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toBe(fs.readFileSync(path.join(folder, 'record.json'), 'utf8'));
  });
});
