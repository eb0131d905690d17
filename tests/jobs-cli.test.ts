import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { workshop } from './reading.ts';

vi.setConfig({ testTimeout: 300_000 });

const BIN = resolve('bin/incident-corpus.js');
const SENTENCE = 'De gemeente Delfzijl meldt dat het netwerk van de haven op 3 mei 2024 weer werkt.';

const shop = workshop('jobs-cli');
afterAll(() => shop.clear());

/** Run the command to its end; `input` stays open if it is null. */
async function run(args: readonly string[], input: string | null = '', first = '') {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: 'pipe' });
  const told = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', text => {
    told.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    told.stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.write(first);
  if (input !== null) child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, ...told };
}

describe('work in threads', () => {
  test.each([
    ['--jobs 3', '--format', 'json', '--verbose'],
    ['--jobs 2', '--format', 'table', '--published', '2024-05'],
    ['--timeout-per-article 600000', '--format', 'pretty', '--include-text'],
    ['--jobs 2', '--text-only'],
    ['--jobs 2', '--strict'],
  ])('%s changes nothing in what extract %s %s %s prints, says and ends with', async (labour, ...flags) => {
    const asked = ['extract', 'fixtures/formats', 'fixtures/broken', ...flags];
    const [one, more] = await Promise.all([run([...asked, '--jobs', '1']), run([...asked, ...labour.split(' ')])]);
    expect(one.code).toBe(flags.includes('--strict') ? 65 : 1);
    expect(more).toEqual(one);
  });

  test('changes nothing in a corpus, and known articles are known', async () => {
    const built: string[] = [];
    for (const jobs of ['1', '2']) {
      const folder = join(shop.root, `corpus-${jobs}`);
      const asked = ['build', 'fixtures/articles', 'fixtures/broken', '-o', folder, '--jobs', jobs];
      const { code, stderr } = await run(asked);
      expect(code).toBe(1);
      built.push(stderr.replaceAll(folder, ''));
      const again = await run(asked);
      expect(again.code).toBe(1);
      expect(again.stderr).toMatch(/\d+ articles known from before/);
      for (const name of ['articles.jsonl', 'incidents.jsonl', 'facts.csv', 'errors.jsonl'])
        built.push(readFileSync(join(folder, name), 'utf8'));
    }
    const half = built.length / 2;
    expect(built.slice(half)).toEqual(built.slice(0, half));
  });

  test.each([
    ['--jobs', '0'],
    ['--jobs', 'many'],
    ['--jobs', '-1'],
    ['--jobs', '1.5'],
    ['--timeout-per-article', '0'],
    ['--timeout-per-article', '1s'],
  ])('%s %s is wrong use', async (...flags) => {
    for (const command of [['extract'], ['build', '-o', join(shop.root, 'none')]]) {
      const { code, stdout, stderr } = await run([...command, 'fixtures/articles', ...flags]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/is no number of/);
    }
  });

  test.each(['1', '2'])('%s: --strict does not wait for the rest of standard input', async jobs => {
    const { code, stdout } = await run(
      ['extract', '--strict', '-q', '-j', jobs],
      null,
      `{"text": "${SENTENCE}"}\n{"text": 1}\n`,
    );
    expect(code).toBe(65);
    expect(stdout.match(/\n/gu)?.length).toBe(1);
  });

  test('what is written line by line into a pipe comes out line by line', async () => {
    const child = spawn(process.execPath, [BIN, 'extract', '-q', '--jobs', '2'], { stdio: 'pipe' });
    // What it is tells the second line.
    child.stdin.write(`{"text": "${SENTENCE}"}\n`.repeat(2));
    let records = 0;
    while (records < 2) records += String(await once(child.stdout, 'data')).match(/\n/gu)?.length ?? 0;
    for (const id of [3, 4]) {
      child.stdin.write(`{"text": "${SENTENCE} ${id}"}\n`);
      const [record] = await once(child.stdout, 'data');
      expect(String(record)).toContain(`"index":${id - 1},`);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test.each(['1', '2'])('%s: a reader that closes the pipe ends the run well', async jobs => {
    const line = `yes '{"text": "${SENTENCE}"}' | '${process.execPath}' '${BIN}' extract -j ${jobs} | head -c 10000`;
    const child = spawn('bash', ['-c', `${line}; echo " \${PIPESTATUS[1]}"`], { stdio: 'pipe' });
    let out = '';
    child.stdout.on('data', text => {
      out += text;
    });
    await once(child, 'close');
    expect(out.slice(10_000)).toBe(' 0\n');
  });

  test.each(['1', '2'])('%s: a signal ends the work in order', async jobs => {
    const child = spawn(process.execPath, [BIN, 'extract', '-q', '-j', jobs], { stdio: 'pipe' });
    child.stdin.on('error', () => {});
    child.stdin.write(`{"text": "${SENTENCE}"}\n`.repeat(2));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
  });
});
