import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knownNames } from '../src/names.ts';
import { analyse, engineWith } from '../src/pipeline.ts';
import { readOwnNames } from '../src/read/own-names.ts';
import { article } from './articles.ts';

const FILE = 'fixtures/own/names.csv';
let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'names-'));
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

/** What is said of a file with a text. */
function faults(text: string, name = 'names.csv'): string[] {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  const read = readOwnNames(file);
  return 'diagnostics' in read ? read.diagnostics.map(({ line, message }) => `${line} ${message}`) : [];
}

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['bin/incident-corpus.js', ...args], { encoding: 'utf8', maxBuffer: 2 ** 27 });

describe('a file of own names', () => {
  test('is read from CSV and from JSON alike', () => {
    const csv = readOwnNames(FILE);
    const json = path.join(folder, 'names.json');
    fs.writeFileSync(
      json,
      JSON.stringify([
        { name: 'Stichting Havenlicht', kind: 'health', aliases: ['Havenlicht', 'Havenlicht Zorg'], country: 'NL' },
      ]),
    );
    const own = readOwnNames(json);
    expect('entries' in csv && csv.entries.length).toBe(5);
    expect('entries' in own && own.entries[0]).toEqual('entries' in csv && csv.entries[0]);
  });

  test('is refused with every fault, its line and what would be right', () => {
    const found = faults(
      'name,kind,country\nHavenlicht,helth,\n,bank,\nKadeblik,software,nl\nPlons,worm,\nPlons,worm,\n',
    );
    expect(found.map(one => one.slice(0, 2))).toEqual(['2 ', '3 ', '4 ', '6 ']);
    expect(found[0]).toContain('there is no kind "helth"; the nearest to it is health');
    expect(found[1]).toContain('"name" is missing');
    expect(found[2]).toContain('two capitals');
    expect(found[3]).toContain('stands on line 5 already');
  });

  test('gives names of every sort to the analysis, and other rules to the record', async () => {
    const read = readOwnNames(FILE);
    const engine = await engineWith({ entries: 'entries' in read ? read.entries : [] });
    const text =
      'Havenlicht Zorg is besmet met Zeegrendel via Kadeblik Suite. De fout heet SluisBleed, zegt Grauwe Meeuw.';
    const { record } = analyse(article(text, { language: 'nl' }), { engine });
    expect(record.organisations.map(({ name }) => name)).toEqual(['Stichting Havenlicht', 'Grauwe Meeuw']);
    expect(record.organisations[0]).toMatchObject({ kind: 'health', country: 'NL' });
    expect(record.products).toMatchObject([{ name: 'Kadeblik Suite', vendor: 'Kadeblik' }]);
    expect(record.malware).toMatchObject([{ name: 'Zeegrendel', kind: 'ransomware' }]);
    expect(record.vulnerabilities).toMatchObject([{ name: 'SluisBleed' }]);
    expect(record.producer.rules).not.toBe(analyse(article(text, { language: 'nl' })).record.producer.rules);
  });
});

describe('extract --gazetteer', () => {
  test('can be given more than once, and ends with exit code 2 at a file that is wrong', () => {
    const input = 'fixtures/articles/en-hexham-flu/article.txt';
    expect(run('extract', '-q', input, '-g', FILE, '-g', FILE).status).toBe(0);
    const bad = path.join(folder, 'bad.csv');
    fs.writeFileSync(bad, 'name,kind\nX1,nothing\n');
    const { status, stdout, stderr } = run('extract', '-q', input, '--gazetteer', bad);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('bad.csv:2');
  });
});

describe('names', () => {
  test('searches names in all their forms, whatever their case', () => {
    expect(knownNames('netscaler', 'product').map(({ name }) => name)).toContain('Citrix ADC');
  });

  test('prints a name a line for programs, a table for people', () => {
    const { status, stdout } = run('names', '--kind', 'actor');
    const lines = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(lines.length).toBeGreaterThanOrEqual(250);
    expect(lines.every(line => JSON.parse(line).of === 'actor')).toBe(true);
    expect(run('names', 'fox-it', '--format', 'table').stdout).toMatch(/^name +of +kind/);
  });

  test('ends with 1 if nothing is known by that name, with 2 if there is no such kind', () => {
    expect(run('names', 'qqqzzzqqq')).toMatchObject({ status: 1, stdout: '' });
    expect(run('names', '--kind', 'vendors')).toMatchObject({ status: 2, stdout: '' });
  });
});
