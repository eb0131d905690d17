import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const BIN = resolve('bin/incident-corpus.js');
const ARTICLES = 'fixtures/articles/*/article.*';
const ESCAPE = '\u001b';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  return spawn(process.execPath, [BIN, ...args], { env: { ...rest, ...env }, stdio: 'pipe' });
}

async function text(stream: AsyncIterable<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream ?? []) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Run the command to its end. */
async function run(args: readonly string[], { input = '', env = {} }: Setting = {}): Promise<Ended> {
  const child = start(args, env);
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

/** Run a line of shell, in which `incident-corpus` is the command. */
async function shell(line: string): Promise<Ended> {
  const command = `incident-corpus() { '${process.execPath}' '${BIN}' "$@"; }; set -o pipefail; ${line}`;
  const child = spawn('bash', ['-c', command], { stdio: 'pipe' });
  child.stdin.end();
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1);
const paths = (text: string): readonly unknown[] => lines(text).map(line => JSON.parse(line).source.path);

const SENTENCE = 'De gemeente Delfzijl meldt dat het netwerk van de haven op 3 mei 2024 weer werkt.';

let root = '';
let many = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'incident-corpus-cli-'));
  many = join(root, 'many.jsonl');
  writeFileSync(
    many,
    Array.from({ length: 2000 }, (_, id) => `${JSON.stringify({ id, text: `${SENTENCE} ${id}` })}\n`).join(''),
  );
});

afterAll(() => rmSync(root, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(root, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('extract', () => {
  test('writes a line per article, and a summary to standard error', async () => {
    const { code, stdout, stderr } = await run(['extract', ARTICLES]);
    expect(code).toBe(0);
    expect(paths(stdout)).toEqual(paths(stdout).toSorted());
    expect(paths(stdout).length).toBeGreaterThanOrEqual(10);
    expect(lines(stderr).at(-1)).toMatch(
      /^\d+ articles, \d+ \w\w, \d+ \w\w · \d+ about incidents · \d+ organisations · /,
    );
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  test('two runs give the same bytes, and the order of the paths does not matter', async () => {
    const folders = readdirSync('fixtures/articles')
      .map(name => `fixtures/articles/${name}/article.txt`)
      .filter(path => existsSync(path));
    const [once, again] = await Promise.all([
      run(['extract', ...folders, '--quiet']),
      run(['extract', '--quiet', ...folders.toReversed(), folders[0] ?? '']),
    ]);
    expect(again).toEqual(once);
    expect(once.stderr).toBe('');
  });

  test('reads standard input without a path and as "-"', async () => {
    for (const args of [['extract'], ['extract', '-']]) {
      const { code, stdout } = await run(args, { input: SENTENCE });
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ recordType: 'article', source: { path: '-', index: null } });
    }
  });

  test('what it writes passes validate, with and without text', async () => {
    for (const flags of [[], ['--include-text']]) {
      const { stdout } = await run(['extract', ARTICLES, ...flags]);
      const { code, stderr } = await run(['validate'], { input: stdout });
      expect(stderr).toBe(`${lines(stdout).length} records are valid\n`);
      expect(code).toBe(0);
    }
  });

  test('--include-text puts the text last', async () => {
    const { stdout } = await run(['extract', '-', '--include-text'], { input: SENTENCE });
    expect(Object.entries(JSON.parse(stdout)).at(-1)).toEqual(['text', SENTENCE]);
    expect(JSON.parse((await run(['extract', '-'], { input: SENTENCE })).stdout)).not.toHaveProperty('text');
  });

  test('half a character is written whole', async () => {
    const { stdout } = await run(['extract', '-', '--include-text'], { input: `{"text": "\\ud83d ${SENTENCE}"}` });
    expect(JSON.parse(stdout).text).toBe(`\ufffd ${SENTENCE}`);
  });

  test('--published and --language come before what the article says', async () => {
    const input = JSON.stringify({ text: SENTENCE, published: '2024-05-04', language: 'en' });
    const { stdout } = await run(['extract', '--published', '2023-02', '--language', 'nl'], { input });
    expect(JSON.parse(stdout)).toMatchObject({
      published: { value: '2023-02', precision: 'month', from: 'option' },
      language: { code: 'nl' },
    });
  });

  test('one bad article does not stop the others, and gives exit code 1', async () => {
    const { code, stdout, stderr } = await run([
      'extract',
      'fixtures/broken/bad-json.jsonl',
      join(root, 'nowhere.txt'),
    ]);
    expect(code).toBe(1);
    expect(lines(stdout)).toHaveLength(2);
    expect(stderr).toContain('fixtures/broken/bad-json.jsonl:2  error  read/bad-json\n  This is not valid JSON: ');
    expect(stderr).toContain('nowhere.txt  error  read/no-such-path\n');
    expect(lines(stderr).at(-1)).toMatch(/2 failed$/);
  });

  test('--strict stops at the first article that fails', async () => {
    const { code, stdout, stderr } = await run(['extract', 'fixtures/broken/bad-json.jsonl', '--strict']);
    expect(code).toBe(65);
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).toContain('--strict');
  });

  test('a folder without articles is told, and its files are counted', async () => {
    const { code, stderr } = await run(['extract', 'fixtures/broken/no-articles', '--verbose']);
    expect(code).toBe(1);
    expect(stderr).toContain('fixtures/broken/no-articles  error  read/no-articles');
    expect(stderr).toContain('skipped fixtures/broken/no-articles/notes.rst');
    expect(lines(stderr).at(-1)).toBe('0 articles · 1 failed · 1 file skipped');
  });

  test('--quiet leaves the errors only', async () => {
    expect((await run(['extract', '-', '--quiet'], { input: SENTENCE })).stderr).toBe('');
    expect((await run(['extract', join(root, 'nowhere'), '--quiet'])).stderr.split('\n')).toHaveLength(3);
  });

  test('--format writes a list, indented records, or a table', async () => {
    const [list, none, pretty, table] = await Promise.all([
      run(['extract', ARTICLES, '--format', 'json']),
      run(['extract', 'fixtures/broken/empty.txt', '--format', 'json']),
      run(['extract', '-', '--format', 'pretty'], { input: SENTENCE }),
      run(['extract', '-', '--format', 'table'], { input: `Haven \u202eopen${ESCAPE}[31m\n\n${SENTENCE}` }),
    ]);
    expect(JSON.parse(list.stdout).length).toBeGreaterThanOrEqual(10);
    expect(JSON.parse(none.stdout)).toEqual([]);
    expect(pretty.stdout).toMatch(/^\{\n {2}"recordType": "article",\n/);
    expect(lines(table.stdout)).toHaveLength(2);
    expect(table.stdout).toMatch(/^article +published +language +incident /);
    expect(table.stdout).toContain('Haven open[31m');
  });

  test('--output writes the same, and nothing is left beside it', async () => {
    const out = join(root, 'out', 'records.jsonl');
    mkdirSync(join(root, 'out'));
    const { code, stdout } = await run(['extract', ARTICLES, '--output', out]);
    expect([code, stdout]).toEqual([0, '']);
    const expected = (await run(['extract', ARTICLES])).stdout;
    expect(readFileSync(out, 'utf8')).toBe(expected);
    await run(['extract', join(root, 'out'), ARTICLES, '-o', out]);
    expect(readFileSync(out, 'utf8')).toBe(expected);
    expect(readdirSync(join(root, 'out'))).toEqual(['records.jsonl']);
  });

  test('--output keeps the old file if the run is cut short, or cannot begin', async () => {
    const out = file('strict/records.jsonl', 'old\n');
    expect((await run(['extract', 'fixtures/broken/bad-json.jsonl', '--strict', '-o', out])).code).toBe(65);
    expect(readFileSync(out, 'utf8')).toBe('old\n');
    expect(readdirSync(join(root, 'strict'))).toEqual(['records.jsonl']);
    const { code, stderr } = await run(['extract', '-', '-o', join(root, 'no', 'such', 'folder.jsonl')], {
      input: SENTENCE,
    });
    expect([code, lines(stderr).length]).toEqual([74, 2]);
    expect(stderr).toContain('write/failed');
  });

  test('a reader that goes away ends the run quietly', async () => {
    const child = start(['extract', many]);
    child.stdin?.end();
    const stderr = text(child.stderr);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = await once(child, 'close');
    expect([code, await stderr]).toEqual([0, '']);
  });

  test.runIf(process.platform !== 'win32')('| head -1 gives one line and exit code 0', async () => {
    const { code, stdout, stderr } = await shell(`incident-corpus extract '${many}' | head -1`);
    expect([code, lines(stdout).length, stderr]).toEqual([0, 1, '']);
    const input = await shell(
      `yes '{"text": "${SENTENCE}"}' | (incident-corpus extract - ; echo "code $?" >&2) | head -1`,
    );
    expect(input.stderr).toContain('code 0');
  });

  test.runIf(existsSync('/dev/full'))('a full disk gives exit code 74', async () => {
    for (const line of [
      `extract '${many}' > /dev/full`,
      `extract '${many}' -o /dev/full`,
      'schema article > /dev/full',
    ]) {
      const { code, stderr } = await shell(`incident-corpus ${line}`);
      expect([code, stderr]).toEqual([74, expect.stringContaining('ENOSPC')]);
    }
  });

  test.runIf(process.platform !== 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with exit code %i', async (signal, expected) => {
    const out = join(root, `${signal}.jsonl`);
    for (const flags of [[], ['-o', out]]) {
      const child = start(['extract', '-', ...flags]);
      const ended = once(child, 'close');
      child.stdin?.on('error', () => {});
      child.stdin?.write(`${JSON.stringify({ text: SENTENCE })}\n${JSON.stringify({ text: SENTENCE })}\n`);
      if (flags.length === 0) await once(child.stdout ?? child, 'data');
      else
        while (!readdirSync(root).some(name => name.endsWith('.part')))
          await new Promise(resolve => setTimeout(resolve, 20));
      child.kill(signal);
      expect((await ended)[0]).toBe(expected);
    }
    expect(readdirSync(root).filter(name => name.includes(signal))).toEqual([]);
  });
});

describe('validate', () => {
  test('prints every finding with its line', async () => {
    const { stdout } = await run(['extract', '-'], { input: SENTENCE });
    const record = JSON.parse(stdout);
    const records = file('records.jsonl', `${stdout}${JSON.stringify({ ...record, id: 'b', url: 3 })}\n{\n`);
    const { code, stdout: out, stderr } = await run(['validate', records]);
    expect([code, out]).toEqual([1, '']);
    expect(stderr).toContain(`${records}:2  error  validate/schema`);
    expect(stderr).toContain(`${records}:3  error  validate/bad-json`);
    expect(lines(stderr).at(-1)).toBe('3 findings in 2 of 3 records');
  });

  test('reads what --format json writes', async () => {
    const { stdout } = await run(['extract', ARTICLES, '--format', 'json']);
    expect(await run(['validate', '-'], { input: stdout })).toMatchObject({ code: 0 });
  });

  test('nothing to check is a finding', async () => {
    expect(await run(['validate'])).toMatchObject({ code: 1, stderr: expect.stringContaining('read/no-records') });
    expect((await run(['validate', join(root, 'nowhere')])).code).toBe(1);
  });
});

describe('explain', () => {
  test('shows an article with all that was found and by which rule', async () => {
    const { code, stdout } = await run(['explain', '-'], { input: SENTENCE });
    expect(code).toBe(0);
    expect(stdout).toContain(SENTENCE);
    expect(stdout).toMatch(/\nDates \(1\)\n {2}3 mei 2024 +2024-05-03 .*nl\/date\//);
    expect(stdout).not.toContain(ESCAPE);
  });

  test('shows a rule, and lists all of them', async () => {
    const { stdout } = await run(['explain', '--rules']);
    const ids = lines(stdout);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toContain('nl/date/full');
    const rule = await run(['explain', 'nl/date/full']);
    expect(rule).toMatchObject({ code: 0, stderr: '' });
    expect(rule.stdout).toMatch(/^nl\/date\/full\n {2}\w/);
    expect(rule.stdout).toMatch(/\npatterns\n[\s\S]*\nexamples: .*\n[\s\S]*\nnear misses: /);
  });

  test('suggests rules for one that does not exist', async () => {
    const { code, stdout, stderr } = await run(['explain', 'nl/date/ful']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Did you mean: .*nl\/date\/full/);
    expect(await run(['explain', 'xx/yy/zz'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--rules') });
  });

  test('a file that is not there is a missing path', async () => {
    expect(await run(['explain', 'nowhere.txt'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('read/no-such-path'),
    });
  });
});

describe('schema', () => {
  test('prints the schemas', async () => {
    for (const kind of ['article', 'incident']) {
      const { code, stdout } = await run(['schema', kind]);
      expect(code).toBe(0);
      expect(stdout).toBe(readFileSync(`schemas/${kind}.schema.json`, 'utf8'));
    }
  });
});

describe('colours', () => {
  const asked = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
    run(['explain', 'nl/date/full', ...args], { env });

  test.each([
    [[], {}, false],
    [['--color', 'always'], {}, true],
    [['--color', 'always'], { NO_COLOR: '1' }, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { NO_COLOR: '1' }, false],
  ] as const)('%j and %j', async (args, env, isColoured) => {
    expect((await asked(args, env)).stdout.includes(ESCAPE)).toBe(isColoured);
  });

  test('messages are coloured too, data never', async () => {
    const flags = ['--color', 'always'];
    const { stdout, stderr } = await run(['extract', 'fixtures/broken/bad-json.jsonl', ...flags]);
    expect(stderr).toContain(`${ESCAPE}[`);
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe('the command line', () => {
  test('tells its version, and helps with examples', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    for (const args of [
      ['--help'],
      ['help'],
      ...['extract', 'validate', 'explain', 'schema'].map(name => [name, '--help']),
    ]) {
      const { code, stdout, stderr } = await run(args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/\nExamples:\n {2}incident-corpus /);
    }
  });

  test.each([
    [['extrac'], 'Did you mean extract?'],
    [['help', 'extrac'], 'Did you mean extract?'],
    [['extract', '--formt', 'json'], 'Did you mean --format?'],
    [['extract', '--format', 'xml'], 'jsonl, json, pretty, table'],
    [['extract', '--language', 'de'], 'nl, en'],
    [['extract', '--published', 'May'], 'Write it as YYYY, YYYY-MM or YYYY-MM-DD.'],
    [['extract', '--color', 'blue'], 'auto, always, never'],
    [['schema'], "missing required argument 'record'"],
    [['schema', 'articles'], 'article, incident'],
    [['explain', 'a', 'b'], 'too many arguments'],
    [[], 'Usage: incident-corpus'],
  ])('%j is wrong use', async (args, hint) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });
});
