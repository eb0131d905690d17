import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { workshop } from './reading.ts';

const { root, clear } = workshop('faults');
afterAll(clear);

const BIN = 'bin/incident-corpus.js';
const MINUTES = 60_000;
/** FAULTS=all lets every single call fail, also of the commands that make hundreds. */
const isAll = process.env.FAULTS === 'all';
const run = promisify(execFile);

/** What a run with a fault left behind. */
interface Faulted {
  /** The call that failed, and of which path; null in the last run, in which none did. */
  readonly fault: string | null;
  /** An exit code, or what was thrown. */
  readonly exit: number | string;
  readonly state: 'new' | 'old' | 'none' | 'other';
  /** Whether the same command went well afterwards. */
  readonly again: string;
  /** What lay beside the output in the end. */
  readonly beside: readonly string[];
}

const TEXTS = [
  'De gemeente Zandmeer is maandag gehackt.',
  'Hackers stole data of 300 clients of Oakhaven Bank in May 2024.',
];

/** A folder with articles and the output of a former run. */
async function prepare(name: string, makeFormer: (articles: string, former: string) => readonly string[] | null) {
  const own = join(root, name);
  const articles = join(own, 'articles');
  const former = join(own, 'former');
  mkdirSync(articles, { recursive: true });
  writeFileSync(join(articles, 'a.txt'), TEXTS[0] ?? '');
  const args = makeFormer(articles, former);
  if (args !== null) await run(process.execPath, [BIN, ...args]);
  writeFileSync(join(articles, 'b.txt'), TEXTS[1] ?? '');
  return { own, articles, former, target: join(own, 'out') };
}

async function faults(task: object): Promise<{ readonly first: number; readonly runs: readonly Faulted[] }> {
  const { stdout } = await run(process.execPath, ['tests/programs/faults.mjs', JSON.stringify(task)], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
}

/** Ask of all runs what must be so whatever failed. */
function check({ first, runs }: Awaited<ReturnType<typeof faults>>, least: number): void {
  expect(first).toBe(0);
  expect(runs.length).toBeGreaterThan(least);
  expect(runs.at(-1)).toEqual({ fault: null, exit: 0, state: 'new', again: 'well', beside: [] });
  // No fault ends in a stack trace, and none keeps the next run from ending well.
  expect(runs.filter(({ exit, again }) => typeof exit !== 'number' || again !== 'well')).toEqual([]);
  // Where an article could not be read the new output is whole but for that article, and the exit code says so.
  const odd = runs.filter(({ state, fault, exit }) =>
    state === 'other' ? exit !== 1 || !/ articles(?:\/|$)/u.test(fault ?? '') : false,
  );
  expect(odd).toEqual([]);
  // Well is only what is well.
  expect(runs.filter(({ state, exit }) => exit === 0 && state !== 'new')).toEqual([]);
}

describe('if the n-th call of the file system fails', () => {
  test(
    'extract --output leaves the old file or the new one',
    async () => {
      const { own, articles, former, target } = await prepare('extract', (from, to) => [
        'extract',
        from,
        '-o',
        to,
        '-q',
      ]);
      for (const code of ['EIO', 'EROFS']) {
        const done = await faults({
          args: ['extract', articles, '-o', target, '-q'],
          root: own,
          target,
          former,
          code,
          step: 1,
        });
        check(done, 15);
        expect(done.runs.filter(({ state }) => state === 'none')).toEqual([]);
        expect(done.runs.flatMap(({ beside }) => beside)).toEqual([]);
      }
    },
    4 * MINUTES,
  );

  test(
    'link --output leaves the old file or the new one',
    async () => {
      const { own, articles, former, target } = await prepare('link', () => null);
      writeFileSync(former, 'old\n');
      const records = join(articles, 'records.jsonl');
      await run(process.execPath, [BIN, 'extract', join(articles, '*.txt'), '-o', records, '-q']);
      const done = await faults({
        args: ['link', records, '-o', target, '-q'],
        root: own,
        target,
        former,
        code: 'EIO',
        step: 1,
      });
      check(done, 8);
      expect(done.runs.filter(({ state }) => state === 'none')).toEqual([]);
    },
    4 * MINUTES,
  );

  test(
    'build leaves the old folder or the new one, and the next run goes on from there',
    async () => {
      const { own, articles, former, target } = await prepare('build', (from, to) => ['build', from, '-o', to, '-q']);
      const args = ['build', articles, '-o', target, '-q'];
      const done = await faults({ args, root: own, target, former, code: 'EIO', step: isAll ? 1 : 5 });
      check(done, isAll ? 100 : 20);
      expect(done.runs.filter(({ state }) => state === 'none')).toEqual([]);
      expect(done.runs.flatMap(({ beside }) => beside)).toEqual([]);
    },
    10 * MINUTES,
  );
});

describe('an output that is killed while it is written', () => {
  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'by %s leaves the old file, and the next run writes the new one',
    async signal => {
      const folder = join(root, signal);
      mkdirSync(folder);
      const target = join(folder, 'records.jsonl');
      writeFileSync(target, 'old\n');
      const child = spawn(process.execPath, [BIN, 'extract', '-', '-o', target, '-q']);
      const ended = once(child, 'close');
      child.stdin.on('error', () => {});
      child.stdin.write(`${JSON.stringify({ text: TEXTS[0] })}\n${JSON.stringify({ text: TEXTS[1] })}\n`);
      const isBegun = (): boolean => readdirSync(folder).some(name => name.endsWith('.part'));
      while (!isBegun()) await new Promise(resolve => setTimeout(resolve, 10));
      child.kill(signal);
      await ended;
      expect(readFileSync(target, 'utf8')).toBe('old\n');
      const articles = join(folder, 'a.txt');
      writeFileSync(articles, TEXTS[0] ?? '');
      await run(process.execPath, [BIN, 'extract', articles, '-o', target, '-q']);
      expect(JSON.parse(readFileSync(target, 'utf8')).source.path).toBe(articles);
    },
  );
});
