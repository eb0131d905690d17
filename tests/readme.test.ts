import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/*
 * Every example of the README is run, in a copy of what a reader has after the first command. A `text` or `json` block
 * directly behind an example is what it prints on standard output. `UPDATE_README=1 npx vitest run tests/readme.test.ts`
 * writes what is printed now into the README, to be reviewed in the diff.
 */

const readme = readFileSync('README.md', 'utf8');
const isUpdating = process.env.UPDATE_README === '1';
const { NO_COLOR: _, FORCE_COLOR: __, ...surroundings } = process.env;
const hasJq = spawnSync('jq', ['--version']).status === 0;

/** An example of the README, and what it is said to print. */
interface Block {
  readonly language: 'sh' | 'js';
  readonly code: string;
  /** The commands of a block of shell. */
  readonly commands: readonly string[];
  readonly line: number;
  /** Where the output stands in the README, if it is given. */
  readonly output: { readonly start: number; readonly end: number } | null;
}

function blocksOf(markdown: string): readonly Block[] {
  const fence = /^```(?<language>sh|js)\n(?<code>.*?)^```\n(?:\n```(?:text|json)\n(?<output>.*?)^```\n)?/dgms;
  return [...markdown.matchAll(fence)].map(({ groups, indices, index }) => {
    const [start, end] = indices?.groups?.output ?? [];
    return {
      language: groups?.language === 'js' ? 'js' : 'sh',
      code: groups?.code ?? '',
      commands: groups?.language === 'sh' ? commandsOf(groups.code ?? '') : [],
      line: markdown.slice(0, index).split('\n').length,
      output: start === undefined || end === undefined ? null : { start, end },
    };
  });
}

/** Cut a block into commands: a line, or several where the shell says that one is not finished. */
function commandsOf(code: string): readonly string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of code.trimEnd().split('\n')) {
    open += `${line}\n`;
    if (line.endsWith('\\')) continue;
    const { status, stderr } = spawnSync('bash', ['-n', '-c', open], { encoding: 'utf8' });
    if (status !== 0 || stderr !== '') continue;
    if (open.trim() !== '' && !open.startsWith('#')) commands.push(open.trimEnd());
    open = '';
  }
  if (open !== '') throw new Error(`A block of the README ends in the middle of a command:\n${open}`);
  return commands;
}

/** The exit code that a command's own comment states: `# exit code 1`. */
const statedCode = (command: string): number => Number(/# exit code (?<code>\d+)$/u.exec(command)?.groups?.code ?? 0);

let root = '';
let work = '';

function run(program: string, args: readonly string[]) {
  const env = { ...surroundings, PATH: `${join(root, 'path')}${delimiter}${surroundings.PATH}` };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: work,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { code: status, stdout, stderr };
}

function runCommand(command: string) {
  return run('bash', ['-c', `set -o pipefail; ${command}`]);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'incident-corpus-readme-'));
  work = join(root, 'work');
  mkdirSync(join(root, 'path'));
  for (const name of ['bin', 'dist', 'fixtures', 'scripts', 'schemas', 'package.json']) {
    cpSync(name, join(work, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(work, 'node_modules'));
  writeFileSync(
    join(root, 'path', 'incident-corpus'),
    `#!/bin/sh\nexec '${process.execPath}' '${join(work, 'bin/incident-corpus.js')}' "$@"\n`,
    { mode: 0o755 },
  );
  const demo = run(process.execPath, ['scripts/demo.mjs']);
  expect(demo.code, demo.stderr).toBe(0);
});

afterAll(() => {
  if (isUpdating) writeFileSync('README.md', updated());
  rmSync(root, { recursive: true });
});

const blocks = blocksOf(readme);
const isNpm = (command: string): boolean => command.startsWith('npm ');
const npmCommands = blocks.flatMap(block => block.commands).filter(isNpm);
const printed = new Map<Block, string>();

/** The README with what its examples print now. */
function updated(): string {
  let text = '';
  let at = 0;
  for (const [block, output] of printed) {
    if (block.output === null) continue;
    text += readme.slice(at, block.output.start) + output;
    at = block.output.end;
  }
  return text + readme.slice(at);
}

describe('every example of the README runs', () => {
  for (const block of blocks) {
    const own = block.commands.filter(command => !isNpm(command));
    if (block.language === 'sh' && own.length === 0) continue;
    const isRunnable = hasJq || !/\bjq\b/u.test(block.code);
    test.runIf(isRunnable)(`line ${block.line}: ${block.code.split('\n')[0]}`, () => {
      let stdout = '';
      if (block.language === 'js') {
        writeFileSync(join(work, 'example.mjs'), block.code);
        const ended = run(process.execPath, ['example.mjs']);
        expect(ended.code, ended.stderr).toBe(0);
        stdout = ended.stdout;
      }
      for (const command of own) {
        const ended = runCommand(command);
        expect(ended.code, `${command}\n${ended.stderr}`).toBe(statedCode(command));
        expect(ended.stderr, command).not.toMatch(/^jq: error/mu);
        stdout += ended.stdout;
      }
      printed.set(block, stdout);
      if (block.output === null || isUpdating) return;
      expect(stdout).toBe(readme.slice(block.output.start, block.output.end));
    });
  }
});

describe('the README is true and whole', () => {
  test('a fresh machine needs one command to see it work and one to test it', () => {
    expect(npmCommands.filter(command => command.includes('npm ci'))).toEqual([
      'npm ci && npm run demo',
      'npm ci && npm test',
    ]);
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^\(npm ci && npm test\)$/mu);
  });

  test('npm scripts that it names exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const part of npmCommands.flatMap(command => command.split(' && '))) {
      expect(part).toMatch(/^npm (?:ci|pack|test|run \S+|install (?:-g )?\.\/incident-corpus-\S+\.tgz)$/u);
      const script = /^npm (?:run )?(?<script>test|(?<=run )\S+)$/u.exec(part)?.groups?.script;
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
    }
  });

  test('the demo writes a record of every article and says where', () => {
    const { code, stdout, stderr } = run(process.execPath, ['scripts/demo.mjs']);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('demo-output/articles.jsonl');
    expect(stdout).not.toContain('\u001b');
    const records = readFileSync(join(work, 'demo-output/articles.jsonl'), 'utf8').trimEnd().split('\n');
    expect(records.length).toBeGreaterThanOrEqual(10);
    for (const record of records) expect(stdout).toContain(JSON.parse(record).source.path);
  });

  test('every command and every flag is named in it, and no other', () => {
    const help = run('incident-corpus', ['--help']).stdout;
    const list = help.slice(help.indexOf('Commands:'), help.indexOf('Examples:'));
    const names = [...list.matchAll(/^ {2}(?<name>[a-z]+)/gmu)].map(({ groups }) => groups?.name ?? '');
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const name of names) expect(readme).toContain(`incident-corpus ${name}`);

    const helps = [
      help,
      ...names.filter(name => name !== 'help').map(name => run('incident-corpus', [name, '--help']).stdout),
    ];
    const flagsOf = (text: string): readonly string[] =>
      [...text.matchAll(/(?<![\w-])--[a-z]+(?:-[a-z]+)*/gu)].map(([flag]) => flag);
    const flags = [...new Set(helps.flatMap(flagsOf))].toSorted();
    const ours = blocks.reduce((text, { code }) => text.replace(code, ''), readme);
    expect([...new Set(flagsOf(ours))].toSorted()).toEqual(flags);
  });

  test('every file that it links to exists', () => {
    const links = [...readme.matchAll(/\]\((?<path>[^)#]+)[^)]*\)/gu)].map(({ groups }) => groups?.path ?? '');
    for (const link of links.filter(link => !link.startsWith('https:'))) expect(existsSync(link), link).toBe(true);
  });
});
