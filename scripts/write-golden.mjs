/**
 * Write the golden records: for each folder of fixtures/articles, what the program makes of its article. Build first;
 * then read the diff, for the test only asks that nothing changes unseen.
 *
 * And fixtures/formats.jsonl: a record, with its text, of every article in fixtures/formats.
 *
 * `producer` is left out: it changes with every rule, and would change every file. So is the text: it stands beside the
 * record, and the file would otherwise be read as one more article.
 *
 * usage: npm run golden
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from '../dist/pipeline.js';
import { readArticles } from '../dist/read/read.js';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

for await (const reading of readArticles(['fixtures/articles/*/article.*'])) {
  if ('diagnostic' in reading) {
    console.error(`${reading.diagnostic.path}: ${reading.diagnostic.message}`);
    process.exitCode = 1;
    continue;
  }
  const { record } = analyse(reading.article);
  const { producer: _, ...golden } = record;
  fs.writeFileSync(path.join(path.dirname(record.source.path), 'record.json'), `${JSON.stringify(golden, null, 2)}\n`);
}

const lines = [];
for await (const reading of readArticles(['fixtures/formats'], {
  columns: new Map([
    ['text', 'full'],
    ['published', 'when'],
    ['publisher', 'where'],
  ]),
})) {
  if ('diagnostic' in reading) continue;
  const { producer: _, ...golden } = analyse(reading.article, { includeText: true }).record;
  lines.push(`${JSON.stringify(golden)}\n`);
}
fs.writeFileSync('fixtures/formats.jsonl', lines.join(''));
