import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type WorkOptions, workOn } from '../src/jobs/jobs.ts';
import type { Order } from '../src/jobs/order.ts';
import { listArticles } from '../src/read/read.ts';
import { workshop } from './reading.ts';

const SENTENCE = 'De gemeente Delfzijl meldt dat het netwerk van de haven op 3 mei 2024 weer werkt.';
const PROGRAM = new URL('../dist/jobs/thread.js', import.meta.url);
const DYING = new URL('threads/dying.mjs', import.meta.url);
const ORDER: Order = { reading: {}, form: 'jsonl', includeText: false, additions: null, isStrict: false };

const shop = workshop('jobs');
afterAll(() => shop.clear());

/** A folder of articles, a file each; the names of the files are 00.txt, 01.txt … */
function folder(name: string, texts: readonly string[]): string {
  return shop.folder(name, Object.fromEntries(texts.map((text, i) => [`${String(i).padStart(2, '0')}.txt`, text])));
}

/** What came out: the paths of the records with their place in the file, and the messages. */
async function workedOn(path: string, options: Partial<WorkOptions>, order: Partial<Order> = {}) {
  const bytes: Uint8Array[] = [];
  const found: string[] = [];
  let failed = 0;
  const deliveries = workOn(
    await listArticles([path], null),
    { ...ORDER, ...order },
    { jobs: 2, timeout: null, script: PROGRAM, ...options },
  );
  for await (const { part } of deliveries) {
    bytes.push(part.bytes);
    failed += part.failed;
    for (const { code, path: place, line } of part.diagnostics) {
      found.push(`${code} ${place?.slice(path.length + 1)}${line === null ? '' : `:${line}`}`);
    }
  }
  // The threads run the program as it was built, this one its sources: their rules have different numbers.
  const text = Buffer.concat(bytes)
    .toString()
    .replaceAll(/"rules":"[0-9a-f]{12}"/gu, '"rules":""');
  const records = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line).source)
    .map(({ path: place, index }) => `${place.slice(path.length + 1)}${index === null ? '' : `:${index + 1}`}`);
  return { hash: hash('sha256', text), records, found, failed };
}

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${SENTENCE} ${i}`);
const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${String(i).padStart(2, '0')}.txt`);

describe('work in threads', () => {
  test('gives the same bytes and messages for any number of them', async () => {
    const path = folder('same', [...numbered(40), '', 'kapot \u0000']);
    shop.folder('same', {
      'lines.jsonl': [...numbered(30).map(text => JSON.stringify({ text })), '{', '{"text": 1}', ''].join('\n'),
      'lines.csv': `text,published\n${numbered(20)
        .map(text => `"${text}",2024-05-04`)
        .join('\n')}\n`,
    });
    const one = await workedOn(path, { jobs: 1 });
    expect(one.records.length).toBe(90);
    expect(one.found.length).toBeGreaterThanOrEqual(4);
    for (const jobs of [2, 3]) expect(await workedOn(path, { jobs })).toEqual(one);
    expect(await workedOn(path, { jobs: 1, timeout: 60_000 })).toEqual(one);
  });

  test('goes on in threads where an unknown number of articles turns out to be large', async () => {
    const path = shop.folder('grown', {
      'many.jsonl': numbered(400)
        .map(text => `${JSON.stringify({ text })}\n`)
        .join(''),
    });
    expect(await workedOn(path, { jobs: 'auto' })).toEqual(await workedOn(path, { jobs: 1 }));
  });

  test('stops at the first article that fails, if that is asked', async () => {
    const path = folder('strict', [...numbered(10), '', ...numbered(10)]);
    const parts = [];
    for await (const { part } of workOn(
      await listArticles([path], null),
      { ...ORDER, isStrict: true },
      { jobs: 2, timeout: null, script: PROGRAM },
    )) {
      parts.push(part);
      if (!part.isWell) break;
    }
    expect(
      Buffer.concat(parts.map(part => part.bytes))
        .toString()
        .match(/\n/gu)?.length,
    ).toBe(10);
  });

  test('ends when nobody takes more', async () => {
    const path = folder('left', numbered(60));
    for await (const { part } of workOn(await listArticles([path], null), ORDER, {
      jobs: 2,
      timeout: null,
      script: PROGRAM,
    })) {
      expect(part.failed).toBe(0);
      break;
    }
  });
});

describe('a thread that dies', () => {
  test('loses no article but the one that kills it twice', async () => {
    const texts = numbered(40).map((text, i) => (i === 7 || i === 21 ? `KILL ${text}` : text));
    const { records, found, failed } = await workedOn(folder('killed', texts), { script: DYING });
    expect(records).toEqual(names(40).filter(name => name !== '07.txt' && name !== '21.txt'));
    expect(found).toEqual(['analyse/crash 07.txt', 'analyse/crash 21.txt']);
    expect(failed).toBe(2);
  });

  test('loses nothing if it was the fault of no article', async () => {
    const path = folder('spared', []);
    const texts = numbered(20).map((text, i) => (i === 5 ? `SPARE ${join(path, 'mark')} ${text}` : text));
    for (const [i, text] of texts.entries()) writeFileSync(join(path, `${String(i).padStart(2, '0')}.txt`), text);
    const { records, found } = await workedOn(path, { script: DYING });
    expect(records).toEqual(names(20));
    expect(found).toEqual([]);
  });

  test('is known by the line of a file with many articles', async () => {
    const lines = numbered(50).map((text, i) => `${JSON.stringify({ text: i === 30 ? `KILL ${text}` : text })}\n`);
    const path = shop.folder('lines', { 'all.jsonl': lines.join('') });
    const { records, found } = await workedOn(path, { script: DYING });
    expect(records.length).toBe(49);
    expect(found).toEqual(['analyse/crash all.jsonl:31']);
  });

  test('costs nothing where none can be started at all', async () => {
    const path = folder('none', numbered(40));
    const missing = new URL('threads/missing.mjs', import.meta.url);
    expect(await workedOn(path, { script: missing })).toEqual(await workedOn(path, { jobs: 1 }));
  });
});

describe('an article that takes too long', () => {
  test('is left out, and the others come out, for any number of threads', async () => {
    const texts = numbered(24).map((text, i) => (i === 3 || i === 17 ? `HANG ${text}` : text));
    const path = folder('hanging', texts);
    for (const jobs of [1, 2]) {
      const { records, found } = await workedOn(path, { jobs, timeout: 1500, script: DYING });
      expect(records).toEqual(names(24).filter(name => name !== '03.txt' && name !== '17.txt'));
      expect(found).toEqual(['analyse/timeout 03.txt', 'analyse/timeout 17.txt']);
    }
  });

  test('is also one that hangs while it is read', async () => {
    const path = folder('read', numbered(6));
    mkdirSync(join(path, 'unreadable'));
    writeFileSync(join(path, 'unreadable', 'a.txt'), SENTENCE);
    writeFileSync(join(path, 'unreadable.txt'), SENTENCE);
    const { records, found } = await workedOn(path, { timeout: 1500, script: DYING });
    expect(records).toEqual(names(6));
    expect(found).toEqual(['analyse/timeout unreadable.txt', 'analyse/timeout unreadable/a.txt']);
  });
});
