import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRecord } from '../src/validate/validate.ts';
import { read, readBytes, workshop } from './reading.ts';

const { root, clear } = workshop('hostile');
const hostile = join(root, 'hostile');
const log = join(root, 'watch.log');
const SECONDS = 1000;
/** More than a run of all of it takes on a slow machine; with the parts that must be refused it would take hours. */
const TIME = 240 * SECONDS;
const isLarge = process.env.HOSTILE === 'large';

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let expected: Readonly<Record<string, string>> = {};
let run: Run = { status: null, stdout: '', stderr: '' };
let before = '';
let events: readonly (readonly [kind: string, what: string])[] = [];

/** All that lies below a folder, with size and time. */
function listing(path: string): string {
  return readdirSync(Buffer.from(path), { recursive: false, encoding: 'buffer' })
    .map(name => {
      const place = Buffer.concat([Buffer.from(`${path}/`), name]);
      const { size, mtimeMs, mode } = lstatSync(place);
      const below = lstatSync(place).isDirectory() ? listing(place.toString()) : '';
      return `${path}/${name.toString('latin1')} ${size} ${mtimeMs} ${mode}\n${below}`;
    })
    .toSorted()
    .join('');
}

beforeAll(
  () => {
    const made = spawnSync(process.execPath, ['scripts/write-hostile.mjs', hostile, ...(isLarge ? ['--large'] : [])], {
      encoding: 'utf8',
    });
    expected = JSON.parse(made.stdout);
    before = listing(root);
    const watch = resolve('tests/programs/watch.mjs');
    run = spawnSync(
      process.execPath,
      ['--import', watch, resolve('bin/incident-corpus.js'), 'extract', '.', '--include-text', '-v'],
      { cwd: hostile, encoding: 'utf8', maxBuffer: 1 << 30, timeout: TIME, env: { ...process.env, WATCH_LOG: log } },
    );
    events = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
  },
  TIME + 60 * SECONDS,
);

afterAll(clear);

/** A path as a message shows it. */
const shown = (path: string): string => path.replaceAll(/\s+/gu, ' ').replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '');

describe.runIf(process.platform !== 'win32')('a folder made to do harm', () => {
  test('is read to its end: each file gives an article, or a message that says what is wrong with it', () => {
    expect(run.status).toBe(1);
    const articles = new Set(
      run.stdout
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line).source.path.split('!/')[0]),
    );
    const missing = Object.entries(expected).filter(([path, code]) => {
      if (code === 'article') return !articles.has(path);
      const place = shown(path);
      return !run.stderr.split('\n').some(line => line.startsWith(place) && line.endsWith(`  ${code}`));
    });
    expect(missing).toEqual([]);
    expect(Object.keys(expected).length).toBeGreaterThan(120);
  });

  test('has every record pass its check', () => {
    const records = run.stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
    for (const record of records)
      expect(checkRecord(record, { path: record.source.path, line: null }).findings).toEqual([]);
    expect(run.stdout).not.toMatch(/\p{Surrogate}|\\ud[89a-f]/iu);
    expect(run.stderr).not.toContain('analyse/bug');
  });

  test('takes no more memory than a large honest file', () => {
    const [, most] = events.find(([kind]) => kind === 'memory') ?? [];
    // A page of 100,000 parts may take as much; most of it is garbage that was not yet collected.
    expect(Number(most) / 1024).toBeLessThan(700);
  });

  test('has nothing written, nobody called, no program started, no code run', () => {
    expect(events.filter(([kind]) => kind !== 'memory')).toEqual([]);
    expect(listing(root).replace(/^\S*watch\.log .*\n/mu, '')).toBe(before.replace(/^\S*watch\.log .*\n/mu, ''));
  });

  test('has no file read that lies outside of it', () => {
    expect(run.stdout).not.toMatch(/geheim|root:/u);
    expect(run.stderr).toMatch(/skipped links\/out\.txt\n/u);
  });

  test('writes nothing to a terminal that could drive it', () => {
    expect(run.stderr).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
  });

  test('of keys that stand twice the last counts, and names of what every object has are keys like others', () => {
    const texts = run.stdout
      .split('\n')
      .filter(line => line.includes('"keys/names.jsonl"'))
      .map(line => JSON.parse(line).text.slice(0, 17));
    expect(texts).toEqual(['Hackers vielen ma', 'Hackers vielen ma', 'Het laatste telt.']);
  });

  test('of links alone says why there is nothing to read', async () => {
    const { faults, messages, skipped } = await read([`${hostile}.out/links`]);
    expect([faults, skipped.length]).toEqual([['read/no-articles'], 2]);
    expect(messages[0]).toContain('2 links are not followed, for they lead to folders or out of here');
  });
});

describe('the articles of one file', () => {
  test('are hashed once, however many they are', async () => {
    const [many, twice] = [5000, 10_000].map(count =>
      Buffer.from(`[${`{"text":"a","x":"${'x'.repeat(200)}"},`.repeat(count)}{"text":"b"}]`),
    );
    const seconds = async (bytes: Uint8Array | undefined): Promise<number> => {
      const begun = performance.now();
      await readBytes(bytes ?? Buffer.alloc(0), {}, 65_536);
      return performance.now() - begun;
    };
    await seconds(many);
    const once = await seconds(many);
    expect(await seconds(twice)).toBeLessThan(once * 3.4 + 100);
  });
});

test('a mixture of damage in UTF-8 is repaired, and windows-1252 stays what it is', async () => {
  const cesu = Buffer.concat([
    Buffer.from('Zoë zag '),
    Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
    Buffer.from(' bij ’t café'),
  ]);
  expect((await readBytes(cesu)).articles.map(({ source }) => source.encoding)).toEqual(['utf-8']);
  const western = Buffer.from('Zo\xeb zag caf\xe9s, na\xefef', 'latin1');
  expect((await readBytes(western)).articles.map(({ source }) => source.encoding)).toEqual(['windows-1252']);
});
