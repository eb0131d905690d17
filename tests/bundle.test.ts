import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';

const ARTICLES = 'fixtures/articles/*/article.*';

describe('the bundled command', () => {
  test('writes what the sources make, to the byte', async () => {
    const lines: string[] = [];
    for await (const reading of readArticles([ARTICLES])) {
      if ('article' in reading) lines.push(JSON.stringify(analyse(reading.article).record));
    }
    expect(lines.length).toBeGreaterThan(10);
    const written = execFileSync(process.execPath, ['bin/incident-corpus.js', 'extract', '-q', ARTICLES], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    expect(written.trimEnd().split('\n')).toEqual(lines);
  });
});
