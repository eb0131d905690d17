import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../src/compile.ts';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';
import { type Engine, isWhole, readTables, tablesOf } from '../src/tables.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-corpus-tables-'));
const file = path.join(folder, 'tables.bin');
let bytes: Uint8Array = new Uint8Array();
let compiled: Engine | undefined;

const readFrom = (content: Uint8Array): Engine | null => {
  fs.writeFileSync(file, content);
  return readTables(pathToFileURL(file));
};

beforeAll(async () => {
  const fresh = await compile();
  compiled = fresh;
  bytes = tablesOf(fresh);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('the tables of the build', () => {
  test('give the same records as the rules of which they are made', async () => {
    const stored = readFrom(bytes);
    expect(stored?.rules).toBe(compiled?.rules);
    expect(stored?.plainWords).toEqual(compiled?.plainWords);
    let articles = 0;
    for await (const reading of readArticles(['fixtures/articles/*/article.*'])) {
      if ('diagnostic' in reading) continue;
      const { article } = reading;
      const record = (engine: Engine | undefined): string => JSON.stringify(analyse(article, { engine }));
      expect(record(stored ?? undefined), article.source.path).toBe(record(compiled));
      articles += 1;
    }
    expect(articles).toBeGreaterThan(10);
  });

  test('are not used where they do not fit: missing, cut off, of another version', () => {
    expect(readTables(pathToFileURL(path.join(folder, 'none.bin')))).toBeNull();
    expect(readFrom(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(readFrom(bytes.subarray(0, 100))).toBeNull();
    const other = bytes.slice();
    other.set(new TextEncoder().encode('{"fits":"incident-corpus 9'));
    expect(readFrom(other)).toBeNull();
  });

  test('say whether they are as they were written, to the byte', () => {
    fs.writeFileSync(file, bytes);
    expect(isWhole(pathToFileURL(file))).toBe(true);
    const other = bytes.slice();
    other.set([1], other.length - 9);
    fs.writeFileSync(file, other);
    expect(isWhole(pathToFileURL(file))).toBe(false);
  });

  test('are in what was built', () => {
    expect(isWhole(pathToFileURL(path.resolve('dist/tables.bin')))).toBe(true);
    expect(readTables(pathToFileURL(path.resolve('dist/tables.bin')))?.plainWords).toEqual(compiled?.plainWords);
  });
});
