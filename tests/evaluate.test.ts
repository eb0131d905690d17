import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate, scoreArticle } from '../src/evaluate/evaluate.ts';
import { minimumsOf, shortfalls } from '../src/evaluate/minimum.ts';
import { type GoldArticle, gold } from '../src/model/gold.ts';
import { readGold } from '../src/read/gold.ts';
import { articleSample } from './records.ts';

/** What a reader might mark in the sample article; it differs from the sample record in every way that is counted. */
const marked: GoldArticle = {
  name: 'oudewaal/article.txt',
  text: articleSample.text ?? '',
  gold: gold.parse({
    language: 'en',
    incident: true,
    dates: [
      { text: '4 March 2024', type: 'DATE', value: '2024-03-04', earliest: '2024-03-04', latest: '2024-03-04' },
      { text: 'Sunday', type: 'DATE', value: '2024-03-10', earliest: '2024-03-10', latest: '2024-03-10' },
      { text: 'two days', type: 'DURATION', value: 'P48H', optional: true },
    ],
    organisations: [
      { names: ['Oudewaal', 'gemeente Oudewaal'], kind: 'municipality' },
      { names: ['LockBit'], kind: 'threat-group' },
    ],
    vulnerabilities: ['cve-2024-21762', 'Log4Shell'],
    actions: [
      {
        type: 'take-offline',
        trigger: 'shut down',
        quote: 'shut down about 40 servers',
        actor: ['Oudewaal'],
        target: ['the servers'],
        source: ['mayor Els Brand'],
        polarity: 'affirmed',
        status: 'ongoing',
      },
      {
        type: 'exploit',
        trigger: 'abusing',
        quote: 'abusing CVE-2024-21762',
        actor: ['Attackers'],
        target: ['FortiOS'],
        polarity: 'affirmed',
        status: 'occurred',
      },
      {
        type: 'advise',
        trigger: 'urges',
        quote: 'urges residents',
        polarity: 'negated',
        status: 'unknown',
        optional: true,
      },
      {
        type: 'consult',
        typeAlt: ['mitigate'],
        trigger: 'to wait',
        quote: 'residents to wait',
        polarity: 'negated',
        polarityAlt: ['affirmed'],
        status: 'advised',
      },
      { type: 'disrupt', trigger: 'outage', quote: 'The outage lasted', polarity: 'affirmed', status: 'occurred' },
    ],
  }),
};

const figuresOf = (evaluation: ReturnType<typeof evaluate>, kind: string): unknown[] => {
  const { interval: _, ...figure } = Object.entries(evaluation.figures).find(([name]) => name === kind)?.[1] ?? {};
  return Object.values(figure);
};

const folder = fs.mkdtempSync(join(tmpdir(), 'incident-corpus-evaluate-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function command(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/incident-corpus.js', 'evaluate', '--gold', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('an evaluation', () => {
  const evaluation = evaluate([scoreArticle(marked, articleSample)], 1);

  test.each<[string, unknown[]]>([
    ['dates', [1, 1, 1, 2]],
    ['dateValue', [0.5, 0.5, 0.5, 2]],
    ['dateBounds', [0.5, 2]],
    ['organisations', [1, 0.5, 0.667, 2]],
    ['kind', [1, 1]],
    ['products', [0, null, 0, 0]],
    ['vulnerabilities', [1, 0.5, 0.667, 2]],
    ['actions', [1, 0.75, 0.857, 4]],
    ['actionPresence', [1, 0.5, 0.667, 4]],
    ['polarity', [1, 3]],
    ['status', [0.667, 3]],
    ['actor', [0.667, 1, 0.8, 2]],
    ['target', [1, 1, 1, 2]],
    ['source', [0.5, 1, 0.667, 1]],
    ['language', [1, 1]],
    ['incident', [1, 1]],
    ['offsets', [1, 10]],
  ])('of the sample counts the %s as a person does', (kind, figures) => {
    expect(figuresOf(evaluation, kind)).toEqual(figures);
  });

  test('counts an action for the type that was marked, also if it is of the other that is allowed', () => {
    expect(Object.keys(evaluation.types)).toEqual(['consult', 'disrupt', 'exploit', 'take-offline']);
    expect(evaluation.types.consult).toMatchObject({ precision: 1, recall: 1, n: 1 });
    expect(evaluation.types.disrupt).toMatchObject({ precision: null, recall: 0, f1: 0, n: 1 });
  });

  test('names what is not as marked', () => {
    expect(evaluation.faults.filter(({ measure }) => measure === 'status' || measure === 'organisations')).toEqual([
      { measure: 'organisations', article: 'oudewaal/article.txt', message: 'missed "LockBit"' },
      {
        measure: 'status',
        article: 'oudewaal/article.txt',
        message: 'take-offline "shut down about 40 servers" occurred for ongoing',
      },
    ]);
  });

  test('counts all as missed where there is no record', () => {
    const none = evaluate([scoreArticle(marked, null)], 1);
    expect(figuresOf(none, 'actions')).toEqual([null, 0, 0, 4]);
    expect(figuresOf(none, 'language')).toEqual([0, 1]);
    expect(figuresOf(none, 'polarity')).toEqual([null, 0]);
  });

  test('has intervals around its figures that depend on the seed alone, and none where there is no figure', () => {
    const scores = [
      scoreArticle(marked, articleSample),
      scoreArticle(marked, null),
      scoreArticle(marked, articleSample),
    ];
    const { actions, products } = evaluate(scores, 1).figures;
    const [low = 1, high = 0] = actions.interval ?? [];
    expect(low).toBeLessThan('f1' in actions ? (actions.f1 ?? 0) : 0);
    expect(high).toBeGreaterThan('f1' in actions ? (actions.f1 ?? 1) : 1);
    expect(evaluate(scores, 1)).toEqual(evaluate(scores, 1));
    expect(products.interval).toEqual([0, 0]);
    expect(evaluate([scoreArticle(marked, null)], 1).figures.polarity).toMatchObject({
      accuracy: null,
      interval: null,
    });
  });
});

describe('minimums', () => {
  test('are read from one or several values', () => {
    expect(minimumsOf(['actions=0.75,status=.9', 'disrupt=1'])).toEqual([
      { what: 'actions', atLeast: 0.75 },
      { what: 'status', atLeast: 0.9 },
      { what: 'disrupt', atLeast: 1 },
    ]);
  });

  test.each([
    ['actions', '"actions" is no minimum: write it as actions=0.75, from 0 to 1'],
    ['actions=75', '"actions=75" is no minimum: write it as actions=0.75, from 0 to 1'],
    ['actions=1.5', '"actions=1.5" is no minimum: write it as actions=0.75, from 0 to 1'],
    ['verbs=0.5', 'there is no figure "verbs"'],
  ])('%s is none', (given, wrong) => {
    expect(minimumsOf([given])).toBe(wrong);
  });

  test('that are not reached are told, also of what cannot be told', () => {
    const evaluation = evaluate([scoreArticle(marked, articleSample)], 1);
    const asked = [
      { what: 'actions', atLeast: 0.8 },
      { what: 'status', atLeast: 0.7 },
      { what: 'flood', atLeast: 0.1 },
    ];
    expect(shortfalls(evaluation, asked)).toEqual([
      { what: 'status', atLeast: 0.7, reached: 0.667 },
      { what: 'flood', atLeast: 0.1, reached: null },
    ]);
  });
});

describe('files of gold', () => {
  test('that are broken are told, each with its code', async () => {
    const folder = 'fixtures/broken/gold';
    const expected: unknown = JSON.parse(fs.readFileSync(`${folder}/expected.json`, 'utf8'));
    const found: [string, string][] = [];
    for await (const reading of readGold(folder)) {
      if ('diagnostic' in reading)
        found.push([(reading.diagnostic.path ?? '').slice(folder.length + 1), reading.diagnostic.code]);
    }
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('stand beside their articles, in the folder or below it', async () => {
    const names: string[] = [];
    for await (const reading of readGold('fixtures/articles/'))
      if ('marked' in reading) names.push(reading.marked.name);
    expect(names.length).toBe(fs.readdirSync('fixtures/articles').length);
    expect(names).toContain('nl-helpdeskfraude-twente/article.json');
    expect(names.toSorted()).toEqual(names);
  });
});

describe('the command', () => {
  test('gives the same figures for records as for the articles that they are made from', () => {
    const records = spawnSync(
      process.execPath,
      ['bin/incident-corpus.js', 'extract', '--quiet', 'fixtures/articles/*/article.*'],
      { encoding: 'utf8' },
    ).stdout;
    const fromRecords = spawnSync(
      process.execPath,
      ['bin/incident-corpus.js', 'evaluate', '--gold', 'fixtures/articles', '-', '--format', 'json'],
      { encoding: 'utf8', input: records },
    );
    const fromArticles = command('fixtures/articles', '--format', 'json');
    expect(fromArticles.status).toBe(0);
    expect(fromRecords.stdout).toBe(fromArticles.stdout);
    expect(JSON.parse(fromArticles.stdout)).toMatchObject({ documents: 14, figures: { offsets: { accuracy: 1 } } });
  });

  test('takes a folder of gold for the articles as well, and records as one list of JSON', () => {
    const records = join(folder, 'records.json');
    const extracted = spawnSync(
      process.execPath,
      ['bin/incident-corpus.js', 'extract', '-q', '-f', 'json', '-o', records, 'fixtures/articles/*/article.*'],
      { encoding: 'utf8' },
    );
    expect(extracted.status).toBe(0);
    const { stdout } = command('fixtures/articles', '--format', 'json');
    expect(command('fixtures/articles', records, '--format', 'json').stdout).toBe(stdout);
    const few = join(folder, 'gold');
    fs.cpSync('fixtures/articles/en-hexham-flu', join(few, 'flu'), { recursive: true });
    fs.rmSync(join(few, 'flu', 'record.json'));
    expect(command(few, few)).toEqual(command(few));
    expect(command(few).status).toBe(0);
  });

  test('prints a table, and what is not as marked if it is asked to', () => {
    const { status, stdout } = command('fixtures/articles', '--errors', 'incident');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^14 articles +precision +recall +F1 or accuracy +n +low +high\ndates +\d\.\d{3} /u);
    expect(stdout).toMatch(/^take-offline +\d\.\d{3} /mu);
    expect(stdout.split('\n').filter(line => /^\w+ {2}\S+: /u.test(line) && !line.startsWith('incident'))).toEqual([]);
  });

  test('fails where a figure falls short, and tells which', () => {
    const { status, stderr } = command('fixtures/articles', '--min', 'offsets=1', '--min', 'actions=1,pay-ransom=0');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^actions is 0\.\d{3}, less than 1\n$/mu);
    expect(stderr).not.toContain('offsets');
  });

  test.each([
    [['fixtures/broken/gold'], 1, 'evaluate/no-article'],
    [['fixtures/cases'], 1, 'evaluate/no-gold'],
    [['no-such-folder'], 1, 'read/no-such-path'],
    [['fixtures/articles/en-hexham-flu/gold.json'], 1, 'evaluate/no-gold'],
    [['fixtures/articles', 'fixtures/articles/en-hexham-flu/article.txt'], 0, '12 more of the 14 have none'],
    [['fixtures/articles', 'fixtures/broken/not-an-object.jsonl'], 1, 'read/no-article-record'],
    [['fixtures/articles', '--min', 'verbs=1'], 2, 'there is no figure "verbs"'],
    [['fixtures/articles', '--errors', 'verbs'], 2, 'there are no errors of "verbs"'],
    [['fixtures/articles', '--seed', 'now'], 2, '"now" is no seed'],
  ])('with %j ends with exit code %d', (args, code, message) => {
    const { status, stderr } = command(...args);
    expect(stderr).toContain(message);
    expect(status).toBe(code);
  });
});
