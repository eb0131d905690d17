import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIMITS, limitNames, parseLimits } from '../src/read/limits.ts';
import { ENDINGS } from '../src/read/names.ts';
import { parseReadOptions } from '../src/read/options.ts';
import { readBytes } from './reading.ts';

const bin = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['bin/incident-corpus.js', ...args], { encoding: 'utf8', input: '' });

describe('limits', () => {
  test.each([
    ['article-bytes=2MiB', { articleBytes: 2_097_152 }],
    ['article-bytes=2m', { articleBytes: 2_097_152 }],
    ['line-bytes=10kb', { lineBytes: 10_240 }],
    ['ratio=1000', { ratio: 1000 }],
    ['Archive-Depth=7', { archiveDepth: 7 }],
  ])('%s is one', (given, changed) => {
    expect(parseLimits([given])).toEqual({ ...LIMITS, ...changed });
  });

  test.each([
    'ratio',
    'ratio=',
    'ratio=0',
    'ratio=-1',
    'ratio=1e3',
    'speed=3',
    '__proto__=3',
    'ratio=99999999999999999',
  ])('%s is none', given => {
    expect(parseLimits([given])).toEqual({ wrong: given });
  });

  test('are all named in the help of extract, and so are the kinds of files', () => {
    const { stdout } = bin('extract', '--help');
    for (const name of limitNames) expect(stdout).toMatch(new RegExp(`\\s${name}=\\d`));
    const readme = readFileSync('README.md', 'utf8');
    for (const name of limitNames) expect(readme).toContain(`\`${name}\``);
    for (const ending of ENDINGS) expect(readme).toContain(`\`${ending}\``);
  });

  test('what is wrong with an option is told before anything is read', async () => {
    expect(await parseReadOptions({ encoding: 'utf7' })).toMatchObject({ code: 'read/bad-option-encoding' });
    expect(await parseReadOptions({ encoding: 'base64' })).toMatchObject({ code: 'read/bad-option-encoding' });
    expect(await parseReadOptions({ map: 'body' })).toMatchObject({ code: 'read/bad-option-map' });
    expect(await parseReadOptions({ map: 'body=text' })).toMatchObject({ code: 'read/bad-option-map' });
    for (const flags of [
      ['--encoding', 'none'],
      ['--map', 'x=y'],
      ['--limit', 'ratio'],
    ]) {
      const { status, stdout, stderr } = bin('extract', '-', ...flags);
      expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 3]);
    }
  });

  test.each([
    ['articleBytes', 'text longer than that', 'read/too-large'],
    ['documentBytes', 'text longer than that', 'read/too-large'],
    ['markupBytes', '<!doctype html><p>text', 'read/too-large'],
    ['lineBytes', '{"text": "longer than that"}\n', 'read/too-large:1'],
    ['jsonDepth', `{"text": ${'['.repeat(20)}${']'.repeat(20)}}`, 'read/too-deep:1'],
    ['markupDepth', `<!doctype html>${'<p><b><i>'.repeat(20)}text`, 'read/too-deep'],
    ['articles', `${'{"text": "een"}\n'.repeat(11)}`, 'read/too-many'],
  ] as const)('%s holds, and its message names it', async (name, text, code) => {
    const limits = { ...LIMITS, [name]: 10 };
    const { faults, messages } = await readBytes(Buffer.from(text), { limits });
    expect(faults.at(-1)).toBe(code);
    expect(messages.at(-1)).toContain(`more than 10 (--limit ${limitNames[Object.keys(LIMITS).indexOf(name)]})`);
    expect((await readBytes(Buffer.from(text))).faults).not.toContain(code);
  });
});
