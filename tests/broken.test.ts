import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';
import { validateLine } from '../src/validate/validate.ts';

const folder = 'fixtures/broken/records';

describe('broken records', () => {
  const expected: Readonly<Record<string, string>> = JSON.parse(fs.readFileSync(`${folder}/expected.json`, 'utf8'));

  test('are all expected', () => {
    const files = fs.readdirSync(folder).filter(name => name !== 'expected.json');
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(Object.entries(expected))('%s ends in %s', (file, code) => {
    const line = fs.readFileSync(`${folder}/${file}`, 'utf8').trimEnd();
    const found = validateLine(line, `${folder}/${file}`, 1).map(one => one.code);
    expect(found).toContain(code);
  });
});

describe('articles that are not analysed', () => {
  test.each([
    ['other-language.txt', 'detect/other-language', 'de'],
    ['unknown-language.txt', 'detect/unknown-language', 'und'],
  ])('%s ends in %s', async (file, code, language) => {
    for await (const reading of readArticles([`fixtures/broken/${file}`])) {
      if ('diagnostic' in reading) throw new Error(reading.diagnostic.message);
      const { record, diagnostics } = analyse(reading.article);
      expect(diagnostics.map(one => [one.code, one.severity])).toEqual([[code, 'info']]);
      expect(record.diagnostics.map(one => one.code)).toEqual([code]);
      expect(record.language).toMatchObject({ code: language, supported: false });
      expect([record.dates, record.organisations, record.actions]).toEqual([[], [], []]);
    }
  });
});
