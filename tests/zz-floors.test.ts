import fs from 'node:fs';
import { test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { readArticles } from '../src/read/read.ts';
import { MEASURES, ratios, type Score, score, total } from './score.ts';
test('x', async () => {
  const out: Record<string, Record<string, unknown>> = {};
  const lines: string[] = [];
  fs.rmSync('/tmp/kn/g', { recursive: true, force: true }); fs.mkdirSync('/tmp/kn/g');
  for (const language of ['nl', 'en']) {
    const scores: Score[] = [];
    for await (const reading of readArticles([`fixtures/articles/${language}-*/article.*`])) {
      if ('diagnostic' in reading) throw new Error('');
      const gold = JSON.parse(fs.readFileSync(reading.article.source.path.replace(/article\.\w+$/, 'gold.json'), 'utf8'));
      const { record } = analyse(reading.article);
      scores.push(score(reading.article.text, gold, record));
      const slug = reading.article.source.path.split('/').at(-2) ?? '';
      fs.writeFileSync(`/tmp/kn/g/${slug}.txt`, reading.article.text); fs.writeFileSync(`/tmp/kn/g/${slug}.gold.json`, JSON.stringify(gold));
      lines.push(JSON.stringify({ ...record, source: { ...record.source, path: `${slug}.txt` } }));
    }
    out[language] = Object.fromEntries(MEASURES.map(m => [m, Object.fromEntries(Object.entries(ratios(total(scores, m))).map(([k, v]) => [k, Math.floor((v - 0.02) * 1000) / 1000]))]));
    console.log(language, MEASURES.map(m => `${m} ${JSON.stringify({ ...total(scores, m), faults: 0 })}`).join('\n'));
  }
  fs.writeFileSync('/tmp/kn/r2.jsonl', lines.join('\n'));
  fs.writeFileSync('fixtures/quality.json', `${JSON.stringify(out, null, 2)}\n`);
});
