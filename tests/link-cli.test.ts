import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSpool } from '../src/write/spool.ts';
import { articleSample, incidentSample } from './records.ts';

const BIN = resolve('bin/incident-corpus.js');
const { NO_COLOR: _, FORCE_COLOR: __, ...surroundings } = process.env;

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    input,
    encoding: 'utf8',
    env: surroundings,
  });
  return { code: status, stdout, stderr };
}

const line = (record: unknown): string => `${JSON.stringify(record)}\n`;
const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1);
const extracted = run(['extract', 'fixtures/corpora/delta/articles.jsonl', '--quiet']).stdout;

let root = '';
beforeAll(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'incident-corpus-link-'));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

describe('link', () => {
  test('writes valid incidents from a file, from standard input and in any order, the same bytes', () => {
    const path = join(root, 'records.jsonl');
    fs.writeFileSync(path, extracted);
    const fromFile = run(['link', path]);
    expect(fromFile.code).toBe(0);
    expect(fromFile.stderr).toMatch(/^\d+ records · \d+ about incidents · \d+ incidents · /);
    const reversed = lines(extracted).toReversed().join('\n');
    expect(run(['link'], reversed).stdout).toBe(fromFile.stdout);
    expect(run(['link', '-'], `[${lines(extracted).join(',')}]`).stdout).toBe(fromFile.stdout);
    expect(run(['validate'], fromFile.stdout)).toMatchObject({ code: 0 });
  });

  test('writes to a file, and tables and indented records for people', () => {
    const path = join(root, 'incidents.jsonl');
    expect(run(['link', '-o', path, '--quiet'], extracted)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(lines(fs.readFileSync(path, 'utf8')).length).toBeGreaterThan(5);
    expect(run(['link', '-f', 'table'], extracted).stdout).toMatch(/^incident +earliest +latest +articles/);
    expect(run(['link', '-f', 'pretty'], extracted).stdout).toMatch(/^\{\n {2}"recordType": "incident"/);
  });

  test('takes records with the same id for one article, and keeps all paths', () => {
    const elsewhere = { ...articleSample, source: { ...articleSample.source, path: 'a/first.txt' } };
    const { code, stdout } = run(['link'], line(articleSample) + line(elsewhere));
    expect(code).toBe(0);
    expect(JSON.parse(stdout).articles).toMatchObject([{ path: 'a/first.txt', alsoAt: [articleSample.source.path] }]);
  });

  test('names every bad record with its line and a code, goes on with the others, and exits with 1', () => {
    const other = { ...articleSample, published: null };
    const input = [
      line(articleSample),
      line({ ...articleSample, schemaVersion: '2.0' }),
      line({ ...articleSample, language: 'nl' }),
      line(other),
      line(incidentSample),
      '{"recordType":"article","schemaVersion":"1.0","id":"a-00',
    ].join('');
    const { code, stdout, stderr } = run(['link'], input);
    expect(code).toBe(1);
    expect(lines(stdout).length).toBe(1);
    const named = lines(stderr).filter(text => /^-:\d/u.test(text));
    expect(named.map(text => text.split(/\s+/u).filter(part => part !== 'error'))).toEqual([
      ['-:2', 'validate/schema-version'],
      ['-:3', 'validate/schema'],
      ['-:4', 'link/other-content'],
      ['-:5', 'link/no-article'],
      ['-:6', 'validate/bad-json'],
    ]);
    const turned = run(['link'], line(other) + line(articleSample));
    expect(turned.code).toBe(1);
    expect(turned.stdout).toBe(stdout);
  });

  test('gives nothing for nothing that reports an incident', () => {
    const calm = { ...articleSample, relevance: { ...articleSample.relevance, incident: false } };
    expect(run(['link'], line(calm))).toMatchObject({ code: 0, stdout: '' });
    expect(run(['link', 'no-such-file.jsonl'])).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('link --explain', () => {
  const ids = lines(extracted).map(text => JSON.parse(text).id);

  test('tells what two articles share, and whether they are in one incident', () => {
    const together = run(['link', '--explain', ids[0] ?? '', ids[3] ?? ''], extracted);
    expect(together.stdout).toContain('They are in one incident');
    expect(together.stdout).toMatch(/\d\.\d {2}(?:victim|organisation) +gemeente Hulst/);
    const apart = run(['link', '-', '--explain', ids[0] ?? '', ids[4] ?? ''], extracted);
    expect(apart.stdout).toContain('They are not in one incident.');
  });

  test('needs two articles that are there', () => {
    expect(run(['link', '--explain', 'one'], extracted)).toMatchObject({ code: 2 });
    expect(run(['link', '--explain', ids[0] ?? '', 'nowhere'], extracted).stderr).toContain('no single article');
    expect(run(['link', '--explain', ids[0] ?? '', ids.at(-1) ?? ''], extracted).stderr).toContain(
      'reports no incident',
    );
  });
});

test('a spool gives back what was put aside, from memory and from its file', () => {
  const spool = openSpool(10);
  const texts = ['één', 'two words', 'a longer text than fits', '', 'three'];
  const numbers = texts.map(text => spool.add(text));
  expect(numbers.map(number => spool.get(number))).toEqual(texts);
  expect(() => spool.get(texts.length)).toThrow(RangeError);
  spool.close();
});
