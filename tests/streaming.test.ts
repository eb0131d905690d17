import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 180_000 });

const BIN = resolve('bin/incident-corpus.js');
const MEBIBYTE = 1024 * 1024;
const SENTENCE = 'De gemeente Delfzijl meldt dat het netwerk van de haven op 3 mei 2024 weer werkt.';

/** Tells at the end how much memory the process had at most, in KiB. */
const TELLING = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));",
)}`;

function start(args: readonly string[], flags: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...flags, BIN, 'extract', '--quiet', ...args], { stdio: 'pipe' });
}

/** JSON Lines of about so many bytes, most of them in a key that is no part of the article. */
function* articles(size: number): Generator<string> {
  const rest = 'niet van belang '.repeat(4000);
  for (let written = 0, id = 0; written < size; id += 1) {
    const line = `${JSON.stringify({ id, text: `${SENTENCE} ${id}`, rest })}\n`;
    written += line.length;
    yield line;
  }
}

async function peakOf(size: number, jobs: string): Promise<number> {
  const child = start(['--jobs', jobs], ['--import', TELLING]);
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('the command was not started');
  stdout.resume();
  let told = '';
  stderr.on('data', text => {
    told += text;
  });
  await Promise.all([pipeline(Readable.from(articles(size)), stdin), once(child, 'close')]);
  return Number(/peak (?<kib>\d+)/u.exec(told)?.groups?.kib) / 1024;
}

describe('memory', () => {
  test.each(['1', '2'])('is the same for standard input of any size, with --jobs %s', async jobs => {
    // Below that the heap is still growing to the size that it keeps.
    const small = await peakOf(48 * MEBIBYTE, jobs);
    const large = await peakOf(144 * MEBIBYTE, jobs);
    expect(small).toBeGreaterThan(50);
    expect(large).toBeLessThan(small * 1.25);
  });

  test.each(['1', '2'])('does not fill up when nobody reads what comes out, with --jobs %s', async jobs => {
    const child = start(['--jobs', jobs]);
    const { stdin, stdout } = child;
    if (!stdin || !stdout) throw new Error('the command was not started');
    let taken = 0;
    let id = 0;
    const offer = (): void => {
      while (taken < 64 * MEBIBYTE) {
        const line = `${JSON.stringify({ id, text: `${SENTENCE.repeat(10)} ${id}` })}\n`;
        id += 1;
        taken += line.length;
        if (!stdin.write(line)) return void stdin.once('drain', offer);
      }
    };
    stdin.on('error', () => {});
    offer();
    await once(stdout, 'readable');
    // Until nothing more is taken for some time.
    for (let before = -1; before !== taken; await setTimeout(1500)) before = taken;
    expect(taken).toBeLessThan(8 * MEBIBYTE);
    const standing = taken;
    stdout.resume();
    while (taken < standing + MEBIBYTE / 4) await setTimeout(50);
    child.kill('SIGKILL');
    await once(child, 'close');
  });
});
