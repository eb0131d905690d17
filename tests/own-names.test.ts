import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doubtsOf } from '../src/doubts.ts';
import type { Entry } from '../src/model/name.ts';
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

/** What is read from a file with a text. */
function readText(text: string, name = 'names.csv'): ReturnType<typeof readOwnNames> {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return readOwnNames(file);
}

/** What is said of a file with a text. */
function faults(text: string): string[] {
  const read = readText(text);
  return 'diagnostics' in read ? read.diagnostics.map(({ line, message }) => `${line} ${message}`) : [];
}

const entriesOf = (read: ReturnType<typeof readOwnNames>): Entry[] => ('lines' in read ? [...read.lines.keys()] : []);

/** What should be looked at in a file with a text: code, line and the name. */
function doubts(text: string): string[] {
  const read = readText(text);
  const found = 'lines' in read ? doubtsOf([{ path: 'own.csv', lines: read.lines }]) : [];
  return found.map(({ code, line, message }) => `${code} ${line} ${/"([^"]+)"/.exec(message)?.[1]}`);
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
    expect(entriesOf(csv)).toHaveLength(5);
    expect(entriesOf(own)[0]).toEqual(entriesOf(csv)[0]);
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
    const engine = await engineWith({ entries: entriesOf(read) });
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

describe('flags of own names', () => {
  const HEAD = 'name,kind,aliases,caseSensitive,needsContext,needsHead\n';

  test('hold for all forms of a row or for those that are named, in CSV and in JSON', () => {
    const csv = entriesOf(readText(`${HEAD}Zilverdok,company,Dok|Zilver Dok,Zilver Dok,Dok,\nPlank,software,,,,yes\n`));
    expect(csv).toMatchObject([
      {
        name: 'Zilverdok',
        aliases: ['Zilver Dok'],
        caseSensitive: ['Zilver Dok'],
        needsContext: ['Dok'],
        needsHead: [],
      },
      { name: 'Plank', aliases: [], caseSensitive: [], needsContext: [], needsHead: ['Plank'] },
    ]);
    const json = JSON.stringify([
      {
        name: 'Zilverdok',
        kind: 'company',
        aliases: ['Dok', 'Zilver Dok'],
        caseSensitive: ['Zilver Dok'],
        needsContext: 'Dok',
      },
      { name: 'Plank', kind: 'software', needsHead: true, needsContext: false },
    ]);
    expect(entriesOf(readText(json, 'names.json'))).toEqual(csv);
  });

  test('are refused where they name no form of the row', () => {
    const [first, second] = faults(`${HEAD}Zilverdok,company,,Dok,,\nPlank,software,,,yes,Plank\n`);
    expect(first).toContain('2 This row cannot be used: "caseSensitive" must be yes or names of the row, and "Dok"');
    expect(second).toContain('3 This row cannot be used: "Plank" cannot stand in needsContext and in needsHead');
  });

  test('keep a name out where only the words are meant', async () => {
    const engine = await engineWith({
      entries: entriesOf(readText(`${HEAD}Plank,company,,,yes,\nGouden Rand,company,,yes,,\n`)),
    });
    const named = (text: string): string[] =>
      analyse(article(text, { language: 'nl' }), { engine }).record.organisations.map(({ name }) => name);
    expect(named('De vloer is oud. Plank na plank is los. Gouden rand van het bord is af.')).toEqual([]);
    expect(named('Softwarebedrijf Plank is gehackt. Gouden Rand ook.')).toEqual(['Plank', 'Gouden Rand']);
  });
});

describe('what is doubtful in own names', () => {
  test('is told by line: names that are known, and names that read as words', () => {
    const rows = 'Plonsberg,company,\nRode Vos,company,\nFoxgroep,vendor,Fox-IT\nKadeblik,software,Fox-IT\n';
    expect(doubts(`name,kind,aliases\n${rows}`)).toEqual(['own/ordinary-word 3 Rode Vos', 'own/known-name 4 Fox-IT']);
  });

  test('is nothing where a flag settles it, or the row has the name of what is known', () => {
    const rows = 'Horizon,company,,yes,\nRode Vos,company,,,yes\nFox-IT,vendor,Fox,yes,\n';
    expect(doubts(`name,kind,aliases,needsContext,caseSensitive\n${rows}`)).toEqual([]);
    expect(doubts('name,kind\nHorizon,company\n')).toEqual(['own/ordinary-word 2 Horizon']);
  });

  test('is decided for the own name: it takes over a form, or the whole of what is known by its name', async () => {
    const engine = await engineWith({
      entries: entriesOf(
        readText('name,kind,aliases,country\nFoxgroep,company,Fox-IT,BE\nNorthwave,company,Noordgolf,BE\n'),
      ),
    });
    const text = 'Fox-IT onderzoekt het lek bij Noordgolf. Northwave Cyber Security bevestigt dat.';
    const { organisations } = analyse(article(text, { language: 'nl' }), { engine }).record;
    expect(organisations.map(({ name, country, mentions }) => [name, country, mentions.length])).toEqual([
      ['Foxgroep', 'BE', 1],
      ['Northwave', 'BE', 2],
    ]);
  });
});

describe('extract --gazetteer', () => {
  test('warns of names that are doubtful, and goes on', () => {
    const own = path.join(folder, 'doubtful.csv');
    fs.writeFileSync(own, 'name,kind\nHorizon,company\n');
    const { status, stdout, stderr } = run('extract', 'fixtures/articles/en-hexham-flu/article.txt', '-g', own);
    expect(status).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toContain('doubtful.csv:2');
    expect(stderr).toContain('own/ordinary-word');
  });

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
