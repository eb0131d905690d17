import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { COLUMNS, factsCsv } from '../src/build/facts.ts';
import { withoutText, withText } from '../src/build/quotes.ts';
import { incidentRecord } from '../src/model/record.ts';
import { placesOf } from '../src/write/folder.ts';
import { lockFolder } from '../src/write/lock.ts';
import { digestOf, filesOf, inventedArticles, jsonLines, run, runAndKill, writeFiles } from './corpora.ts';
import { dataPackageProfile } from './datapackage.ts';
import { altered, articleSample } from './records.ts';

// A build takes a second, most of it for the rules; where the machine has other work the test with 41 of them takes minutes.
vi.setConfig({ testTimeout: 600_000 });

const FIXTURES = 'fixtures/articles/*/article.*';
let root = '';
let fixtures = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'incident-corpus-build-'));
  fixtures = join(root, 'fixtures');
  expect(run(['build', FIXTURES, '-o', fixtures, '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

afterAll(() => rmSync(root, { recursive: true }));

const ajv = new Ajv({ strictTypes: false, strictRequired: false });
addFormats.default(ajv);
const fitsProfile = ajv.compile(dataPackageProfile);

/** What the profile of Data Package has against a descriptor. */
function findings(content: unknown): readonly unknown[] {
  return fitsProfile(content) ? [] : (fitsProfile.errors ?? []);
}

const at = (name: string): string => join(root, name);
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const hidden = (folder: string): readonly string[] => readdirSync(folder).filter(name => name.startsWith('.'));

describe('a corpus folder', () => {
  test('holds its files and nothing else, and nothing is left beside it', () => {
    expect([...filesOf(fixtures).keys()]).toEqual([
      'README.md',
      'articles.jsonl',
      'datapackage.json',
      'errors.jsonl',
      'facts.csv',
      'incidents.jsonl',
      'report.html',
      'schemas/article.schema.json',
      'schemas/incident.schema.json',
    ]);
    expect(hidden(root)).toEqual([]);
  });

  test('has records that pass validate, those that extract gives', () => {
    const { code, stderr } = run(['validate', join(fixtures, 'articles.jsonl'), join(fixtures, 'incidents.jsonl')]);
    expect(stderr).toMatch(/^\d+ records are valid\n$/);
    expect(code).toBe(0);
    expect(read(fixtures, 'articles.jsonl')).toBe(run(['extract', FIXTURES, '--include-text', '--quiet']).stdout);
    for (const incident of jsonLines(read(fixtures, 'incidents.jsonl'))) incidentRecord.parse(incident);
  });

  test('has a datapackage.json that fits the profile and tells the truth about every file', () => {
    const content = JSON.parse(read(fixtures, 'datapackage.json'));
    expect(findings(content)).toEqual([]);
    const files = filesOf(fixtures);
    const named = content.resources.map((one: { path: string }) => one.path);
    expect(named.toSorted()).toEqual([...files.keys()].filter(name => name !== 'datapackage.json'));
    for (const { path, bytes, hash: sum, rows } of content.resources) {
      const text = files.get(path) ?? '';
      expect([bytes, sum]).toEqual([Buffer.byteLength(text), `sha256:${hash('sha256', text, 'hex')}`]);
      if (path.endsWith('.jsonl')) expect(rows).toBe(jsonLines(text).length);
    }
  });

  test('has a datapackage.json whose names are fit for addresses and whose keys are fields', () => {
    const { name, resources } = JSON.parse(read(fixtures, 'datapackage.json'));
    const names = resources.map((one: { name: string }) => one.name);
    for (const one of [name, ...names]) expect(one).toMatch(/^[a-z0-9._-]+$/);
    expect(new Set(names).size).toBe(names.length);
    for (const { schema } of resources) {
      const fields = schema?.fields.map((one: { name: string }) => one.name) ?? [];
      expect(new Set(fields).size).toBe(fields.length);
      for (const key of schema?.primaryKey ?? []) expect(fields).toContain(key);
    }
  });

  const inResource = (change: object) => ({ resources: [{ name: 'a', path: 'a.csv', ...change }] });
  const inSchema = (change: object) => inResource({ schema: { fields: [{ name: 'x' }], ...change } });

  test.each<{ what: string; change: object }>([
    { what: 'no resources', change: { resources: [] } },
    { what: 'keywords that are none', change: { keywords: [] } },
    { what: 'a licence without name and path', change: { licenses: [{ title: 'free' }] } },
    { what: 'a day that is no moment', change: { created: '2024-05-03' } },
    { what: 'a path that leads out', change: inResource({ path: '../a.csv' }) },
    { what: 'a path from the root', change: inResource({ path: '/a.csv' }) },
    { what: 'data and a path', change: inResource({ data: [] }) },
    { what: 'a resource without a name', change: { resources: [{ path: 'a.csv' }] } },
    { what: 'a hash that is none', change: inResource({ hash: 'sha256:xyz' }) },
    { what: 'a medium of one part', change: inResource({ mediatype: 'csv' }) },
    { what: 'a table of another kind', change: inResource({ type: 'list' }) },
    { what: 'a head that is no truth', change: inResource({ dialect: { header: 'yes' } }) },
    { what: 'no fields', change: inSchema({ fields: [] }) },
    { what: 'a field of an unknown type', change: inSchema({ fields: [{ name: 'x', type: 'text' }] }) },
    {
      what: 'a form that its type has not',
      change: inSchema({ fields: [{ name: 'x', type: 'number', format: 'any' }] }),
    },
    { what: 'a length as a word', change: inSchema({ fields: [{ name: 'x', constraints: { minLength: '1' } }] }) },
    { what: 'a key twice', change: inSchema({ primaryKey: ['x', 'x'] }) },
    { what: 'a missing value that is no word', change: inSchema({ missingValues: [0] }) },
  ])('the profile would refuse $what', ({ change }) => {
    const content = JSON.parse(read(fixtures, 'datapackage.json'));
    expect(findings({ ...content, ...change })).not.toEqual([]);
  });

  test('describes every field of its tables', () => {
    const { resources } = JSON.parse(read(fixtures, 'datapackage.json'));
    for (const { path, schema } of resources) {
      if (schema === undefined) continue;
      for (const field of schema.fields)
        expect(field.description, `${path} ${field.name}`).toMatch(/\.$|"text"|code points/);
      const names = schema.fields.map(({ name }: { name: string }) => name);
      if (path === 'facts.csv') expect(names).toEqual(read(fixtures, path).split('\r\n')[0]?.split(','));
      else for (const value of jsonLines(read(fixtures, path))) expect(Object.keys(value)).toEqual(names);
    }
  });

  test('has a README that counts what is in it', () => {
    const guide = read(fixtures, 'README.md');
    expect(guide).toContain(`| Articles | ${jsonLines(read(fixtures, 'articles.jsonl')).length} (`);
    expect(guide).toContain(`| Incidents | ${jsonLines(read(fixtures, 'incidents.jsonl')).length} |`);
    for (const { name } of COLUMNS) expect(guide).toContain(`| \`${name}\` |`);
  });
});

describe('facts.csv', () => {
  test('has a row for each action, in the form of RFC 4180', () => {
    const text = read(fixtures, 'facts.csv');
    const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, record_delimiter: '\r\n' });
    const actions = jsonLines(read(fixtures, 'articles.jsonl')).flatMap(record =>
      JSON.parse(JSON.stringify(record.actions)),
    );
    expect(rows.length).toBe(actions.length);
    expect(rows.map(({ action, type, rule }) => [action, type, rule])).toEqual(
      actions.map(({ id, type, rule }) => [id, type, rule]),
    );
    const incidents = new Set(jsonLines(read(fixtures, 'incidents.jsonl')).map(({ id }) => String(id)));
    const named = new Set(rows.flatMap(({ incident }) => incident || []));
    expect(named.size).toBeGreaterThan(0);
    expect([...named].filter(id => !incidents.has(id))).toEqual([]);
  });

  test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r\n+1', '﹣1'.replace('﹣', '－')])(
    'no cell that begins as %j does is a formula',
    begin => {
      const bad = `${begin}","\r\nx`;
      const record = { ...articleSample, publisher: bad, source: { ...articleSample.source, path: bad } };
      const text = [...factsCsv([record], () => null)].join('');
      const rows: readonly (readonly string[])[] = parse(text, { record_delimiter: '\r\n' });
      expect(new Set(rows.map(row => row.length))).toEqual(new Set([COLUMNS.length]));
      expect(rows.flat().filter(cell => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
      expect(rows[1]?.[COLUMNS.findIndex(({ name }) => name === 'publisher')]).toBe(`'${bad}`);
    },
  );

  test('counts an article that was read twice once', () => {
    const twice = [articleSample, { ...articleSample, source: { ...articleSample.source, path: 'b.txt' } }];
    expect([...factsCsv(twice, () => null)]).toEqual([...factsCsv([articleSample], () => null)]);
  });
});

describe('building again', () => {
  test('gives the same bytes, whatever the folder is called and the order of the paths', () => {
    const names = readdirSync('fixtures/articles').map(name => `fixtures/articles/${name}/article.*`);
    run(['build', ...names.toReversed(), '-o', at('reversed'), '--quiet']);
    expect(digestOf(at('reversed'))).toBe(digestOf(fixtures));
  });

  test('analyses only what changed, and gives what a build from nothing gives', () => {
    const articles = writeFiles(at('changing'), inventedArticles(12));
    expect(run(['build', articles, '-o', at('changed')]).stderr).not.toContain('known from before');
    expect(run(['build', articles, '-o', at('changed')]).stderr).toContain('12 articles known from before');
    writeFiles(articles, {
      'article-00003.txt': 'The town of Texel restored its servers on 3 May 2024.\n',
      'new/a.txt': 'Whitby Borough Council shut down its network on 4 May 2024.\n',
    });
    rmSync(join(articles, 'article-00005.txt'));
    expect(run(['build', articles, '-o', at('changed')]).stderr).toContain('10 articles known from before');
    run(['build', articles, '-o', at('anew'), '--quiet']);
    expect(digestOf(at('changed'))).toBe(digestOf(at('anew')));
  });

  test('with another date or language or with more words uses nothing that would be wrong', () => {
    const articles = writeFiles(at('settings'), { 'a.txt': 'De gemeente Texel zette vrijdag haar servers uit.\n' });
    const variants = [
      [],
      ['--published', '2024-05'],
      ['--published', '2024'],
      ['--language', 'en'],
      ['--max-quote', '5'],
      [],
    ];
    for (const flags of variants) {
      rmSync(at('from-nothing'), { recursive: true, force: true });
      run(['build', articles, '-o', at('variant'), '--quiet', ...flags]);
      run(['build', articles, '-o', at('from-nothing'), '--quiet', ...flags]);
      expect(digestOf(at('variant')), flags.join(' ')).toBe(digestOf(at('from-nothing')));
    }
  });

  test('takes nothing from a file that was changed by hand', () => {
    cpSync(fixtures, at('edited'), { recursive: true });
    writeFileSync(
      join(at('edited'), 'articles.jsonl'),
      read(fixtures, 'articles.jsonl').replaceAll('Nordsund', 'Nordsand'),
    );
    const { code, stderr } = run(['build', FIXTURES, '-o', at('edited')]);
    expect(stderr).toContain('build/changed');
    expect(stderr).not.toContain('known from before');
    expect(code).toBe(0);
    expect(digestOf(at('edited'))).toBe(digestOf(fixtures));
  });

  test('does not read the corpus itself, though it lies among the articles', () => {
    const folder = writeFiles(at('around'), inventedArticles(3));
    const out = join(folder, 'corpus');
    for (let i = 0; i < 2; i += 1) expect(run(['build', folder, '-o', out, '--quiet']).code).toBe(0);
    expect(jsonLines(read(out, 'articles.jsonl')).length).toBe(3);
  });
});

describe('what goes wrong', () => {
  /** A run over a copy of a folder of fixtures/broken/build, `@` in its arguments, and all that it has to say. */
  interface Case {
    readonly name: string;
    readonly args: readonly string[];
    readonly codes: readonly string[];
    readonly exit: number;
  }
  const cases: readonly Case[] = JSON.parse(readFileSync('fixtures/broken/build/expected.json', 'utf8'));

  test.each(cases)('$name: $args.0 ends in $codes', ({ name, args, codes, exit }) => {
    const folder = mkdtempSync(join(root, 'broken-'));
    cpSync(join('fixtures/broken/build', name), join(folder, name), { recursive: true });
    const { code, stderr } = run(args.map(arg => arg.replace('@', join(folder, name))));
    const told = [...stderr.matchAll(/^\S+ +(?:error|warning) +(\S+\/\S+)$/gmu)].map(([, found]) => found);
    expect([told, code]).toEqual([codes, exit]);
    expect(hidden(folder)).toEqual([]);
  });

  test('every broken folder has its case', () => {
    const folders = readdirSync('fixtures/broken/build', { withFileTypes: true }).filter(one => one.isDirectory());
    expect(folders.map(({ name }) => name)).toEqual([...new Set(cases.map(({ name }) => name))].toSorted());
  });

  test('a bad article is named in errors.jsonl, and the others are built', () => {
    const { code, stderr } = run([
      'build',
      'fixtures/broken/empty.txt',
      'fixtures/broken/no-text.jsonl',
      FIXTURES,
      '-o',
      at('errors'),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('read/empty');
    const errors = jsonLines(read(at('errors'), 'errors.jsonl'));
    expect(errors.map(({ code: what, path, line }) => [what, path, line])).toEqual([
      ['read/empty', 'fixtures/broken/empty.txt', null],
      ['read/no-text', 'fixtures/broken/no-text.jsonl', 2],
    ]);
    expect(read(at('errors'), 'articles.jsonl')).toContain(read(fixtures, 'articles.jsonl'));
  });

  test('if no article can be read, nothing is built and the former corpus stays', () => {
    cpSync(fixtures, at('kept'), { recursive: true });
    const { code, stderr } = run(['build', 'fixtures/articels', '-o', at('kept')]);
    expect([code, /read\/no-such-path[\s\S]*build\/nothing/.test(stderr)]).toEqual([1, true]);
    expect(digestOf(at('kept'))).toBe(digestOf(fixtures));
    expect(run(['build', 'fixtures/articels', '-o', at('never')]).code).toBe(1);
    expect(existsSync(at('never'))).toBe(false);
  });

  test('--strict stops at the first article that fails, with the former corpus whole', () => {
    cpSync(fixtures, at('strict'), { recursive: true });
    const { code } = run(['build', FIXTURES, 'fixtures/broken/empty.txt', '-o', at('strict'), '--strict']);
    expect(code).toBe(65);
    expect(digestOf(at('strict'))).toBe(digestOf(fixtures));
  });

  test('a folder with other files is refused; with --force they stay', () => {
    const folder = writeFiles(at('foreign'), { 'thesis.md': 'years of work', 'data/a.csv': '1' });
    const before = digestOf(folder);
    const { code, stderr } = run(['build', FIXTURES, '-o', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('build/foreign-files');
    expect(stderr).toContain('data, thesis.md');
    expect(digestOf(folder)).toBe(before);
    expect(run(['build', FIXTURES, '-o', folder, '--force', '--quiet']).code).toBe(0);
    const files = filesOf(folder);
    expect([files.get('thesis.md'), files.get('data/a.csv')]).toEqual(['years of work', '1']);
    expect(files.get('facts.csv')).toBe(read(fixtures, 'facts.csv'));
    // A corpus with something beside it is refused as well.
    expect(run(['build', FIXTURES, '-o', folder, '--quiet']).code).toBe(1);
    expect(hidden(root)).toEqual([]);
  });

  test('the current folder is not replaced under the feet of its user', () => {
    const folder = writeFiles(at('here'), inventedArticles(1));
    for (const out of ['.', '..', folder]) expect(run(['build', '.', '-o', out], { cwd: folder }).code).toBe(2);
    expect(readdirSync(folder)).toEqual(['article-00000.txt']);
  });

  test('a place that cannot be written ends in 74', () => {
    writeFileSync(at('file'), 'no folder');
    expect(run(['build', FIXTURES, '-o', at('file'), '--quiet']).code).toBe(74);
    expect(run(['build', FIXTURES, '-o', at('file/below'), '--quiet']).code).toBe(74);
    expect(readFileSync(at('file'), 'utf8')).toBe('no folder');
  });

  test('a link to a folder stays a link', () => {
    cpSync(fixtures, at('linked'), { recursive: true });
    symlinkSync(at('linked'), at('link'));
    expect(run(['build', FIXTURES, '-o', at('link'), '--quiet']).code).toBe(0);
    expect(digestOf(at('linked'))).toBe(digestOf(fixtures));
  });

  test.each([
    [['build', FIXTURES], 'no folder to write'],
    [['build', FIXTURES, '-o', 'x', '--max-quote', 'many'], 'no number of characters'],
    [['build', FIXTURES, '-o', 'x', '--published', 'soon'], 'no date'],
    [['rehydrate', '-a', 'x'], "missing required argument 'folder'"],
    [['rehydrate', 'x'], "required option '-a, --articles <paths...>' not specified"],
  ])('%j is wrong use', (args, words) => {
    const { code, stderr } = run(args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('words of a user', () => {
  test('are used, and are part of what makes an analysis', () => {
    const articles = writeFiles(at('own-articles'), {
      'a.txt':
        ' date 2024-05-03 Hackers verpestten vrijdag de servers van Havenlicht in Delfzijl. Zaterdag versleutelden ze de back-ups en eisten ze losgeld.\n',
    });
    const own = ['--gazetteer', 'fixtures/own/names.csv', '--triggers', 'fixtures/own/triggers.csv'];
    const variants = [[], own.slice(0, 2), own, own, []];
    const rules = variants.map(flags => {
      const { stderr } = run(['build', articles, '-o', at('own'), ...flags]);
      rmSync(at('own-anew'), { recursive: true, force: true });
      run(['build', articles, '-o', at('own-anew'), '--quiet', ...flags]);
      expect(digestOf(at('own')), flags.join(' ')).toBe(digestOf(at('own-anew')));
      const [record] = jsonLines(read(at('own'), 'articles.jsonl'));
      const names = JSON.parse(JSON.stringify(record?.organisations)).map((one: { name: string }) => one.name);
      expect(names.includes('Stichting Havenlicht')).toBe(flags.length > 0);
      const actions: readonly { trigger: { text: string } }[] = JSON.parse(JSON.stringify(record?.actions));
      expect(actions.some(({ trigger }) => trigger.text === 'verpestten')).toBe(flags.length > 2);
      const { producer } = JSON.parse(read(at('own'), 'datapackage.json'));
      expect(jsonLines(read(at('own'), 'incidents.jsonl'))[0]?.producer).toEqual(producer);
      return [producer.rules, stderr.includes('1 article known from before')];
    });
    const [plain, named, both] = rules.map(([hash]) => hash);
    expect(new Set([plain, named, both]).size).toBe(3);
    expect(rules).toEqual([
      [plain, false],
      [named, false],
      [both, false],
      [both, true],
      [plain, false],
    ]);
  });

  test('that are broken end the build before it begins', () => {
    const flags = ['--triggers', 'fixtures/broken/own/bad-type.csv'];
    expect(run(['build', FIXTURES, '-o', at('own-broken'), ...flags]).code).toBe(2);
    expect(existsSync(at('own-broken'))).toBe(false);
  });

  test('say which column holds what', () => {
    const articles = writeFiles(at('columns'), {
      'a.csv': 'body,day,tongue\n"De gemeente Texel zette vrijdag haar servers uit.",2024-05-03,en\n',
    });
    for (const map of ['text=body', 'text=body,published=day', 'text=body,published=day,language=tongue']) {
      rmSync(at('columns-anew'), { recursive: true, force: true });
      for (const out of ['columns-out', 'columns-anew'])
        expect(run(['build', articles, '-o', at(out), '--quiet', '--map', map]).code).toBe(0);
      expect(digestOf(at('columns-out')), map).toBe(digestOf(at('columns-anew')));
    }
  });
});

describe('a folder that another run is writing', () => {
  test('is refused, and left as it is', async () => {
    const places = placesOf(at('busy'));
    cpSync(fixtures, at('busy'), { recursive: true });
    const lock = await lockFolder(places);
    if (!('release' in lock)) throw new Error('there is no lock');
    const before = digestOf(at('busy'));
    for (const args of [
      ['build', FIXTURES, '-o', at('busy')],
      ['rehydrate', at('busy'), '-a', FIXTURES],
    ]) {
      const { code, stderr } = run(args);
      expect(code).toBe(1);
      expect(stderr).toContain('build/locked');
      expect(stderr).toContain(`process ${process.pid}`);
    }
    expect(digestOf(at('busy'))).toBe(before);
    lock.release();
    expect(run(['build', FIXTURES, '-o', at('busy'), '--quiet']).code).toBe(0);
    expect(hidden(root)).toEqual([]);
  });

  test('is whole after several runs that began together', async () => {
    const articles = writeFiles(at('contended-articles'), inventedArticles(30));
    const args = ['build', articles, '-o', at('contended'), '--quiet'];
    const codes = await Promise.all([1, 2, 3].map(() => runAndKill(args, 600_000, 'SIGKILL')));
    // One that begins when another has ended is not refused, so it may be more than one.
    expect(codes.map(({ code }) => code)).toContain(0);
    for (const { code } of codes) expect([0, 1]).toContain(code);
    run(['build', articles, '-o', at('uncontended'), '--quiet']);
    expect(digestOf(at('contended'))).toBe(digestOf(at('uncontended')));
    expect(hidden(root)).toEqual([]);
  });

  test('is taken over from a run that is no more', () => {
    const home = (machine: string, boot: string) => `${machine}\n${boot}\n\n`;
    writeFiles(root, {
      // A number that no process has.
      '.left.999999999-17.lock': '',
      // The number of a process that began at another moment.
      [`.left.${process.pid}-1.lock`]: '',
      // A number of this machine before it was started anew.
      [`.left.${process.pid}-2.lock`]: home(hostname(), 'another'),
      // Half a file.
      '.left.999999999-0.lock': hostname().slice(0, 1),
    });
    expect(run(['build', FIXTURES, '-o', at('left'), '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(hidden(root)).toEqual([]);
  });

  test('is refused as well if the other run is on another machine, where nobody can look', () => {
    writeFiles(root, { '.far.999999999-17.lock': `${hostname()}2\n\n\n` });
    const { code, stderr } = run(['build', FIXTURES, '-o', at('far')]);
    expect([code, stderr.includes('.far.999999999-17.lock')]).toEqual([1, true]);
    rmSync(at('.far.999999999-17.lock'));
    expect(run(['build', FIXTURES, '-o', at('far'), '--quiet']).code).toBe(0);
  });
});

describe('a corpus without texts', () => {
  const strings = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];

  test('--no-text leaves the texts out of every file', () => {
    run(['build', FIXTURES, '-o', at('no-text'), '--no-text', '--quiet']);
    const files = filesOf(at('no-text'));
    for (const record of jsonLines(read(fixtures, 'articles.jsonl'))) {
      const lines = String(record.text)
        .split('\n')
        .filter(line => line.length > 400);
      for (const [name, content] of files) for (const line of lines) expect(content.includes(line), name).toBe(false);
    }
    expect(run(['validate', join(at('no-text'), 'articles.jsonl')]).code).toBe(0);
  });

  test('--max-quote cuts every quote, in every file', () => {
    run(['build', FIXTURES, '-o', at('cut'), '--max-quote', '12', '--quiet']);
    const records = jsonLines(read(at('cut'), 'articles.jsonl'));
    const quotes = records.flatMap(({ dates, actions }) => JSON.parse(JSON.stringify([dates, actions])).flat());
    for (const { text, sentence } of quotes)
      for (const quote of [text, sentence?.text]) expect(Array.from(quote ?? '').length).toBeLessThanOrEqual(12);
    const sentences = jsonLines(read(fixtures, 'articles.jsonl')).flatMap(({ actions }) =>
      JSON.parse(JSON.stringify(actions)).map((one: { sentence: { text: string } }) => one.sentence.text),
    );
    // A headline is kept, and may be a sentence with an action.
    const titles = records.map(({ title }) => String(title));
    for (const [name, content] of filesOf(at('cut'))) {
      for (const sentence of sentences.filter(one => one.length > 60 && !titles.some(title => title.includes(one)))) {
        expect(content.includes(JSON.stringify(sentence).slice(1, -1)), name).toBe(false);
      }
    }
    expect(run(['validate', join(at('cut'), 'articles.jsonl'), join(at('cut'), 'incidents.jsonl')]).code).toBe(0);
    expect(strings(records).length).toBeGreaterThan(0);
  });

  test.each([['--no-text'], ['--max-quote', '0'], ['--max-quote', '30']])(
    'rehydrate undoes %s %s to the byte',
    (...flags) => {
      const folder = at(`shared${flags.join('')}`);
      run(['build', FIXTURES, '-o', folder, '--quiet', ...flags]);
      expect(digestOf(folder)).not.toBe(digestOf(fixtures));
      const { code, stderr } = run(['rehydrate', folder, '--articles', 'fixtures/articles']);
      expect(stderr).toContain('14 of 14 articles have their text');
      // The folder of fixtures holds files that are no articles; they are named.
      expect(code).toBe(1);
      expect(run(['rehydrate', folder, '--articles', FIXTURES]).code).toBe(0);
      expect(digestOf(folder)).toBe(digestOf(fixtures));
    },
  );

  test('rehydrate names articles that it does not find, and puts back the others', () => {
    run(['build', FIXTURES, '-o', at('some'), '--max-quote', '0', '--quiet']);
    const { code, stderr } = run(['rehydrate', at('some'), '-a', 'fixtures/articles/nl-*/article.*']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/en-hexham-flu\/article\.txt .*rehydrate\/no-article/);
    const texts = jsonLines(read(at('some'), 'articles.jsonl')).map(record => 'text' in record);
    expect([texts.filter(Boolean).length, texts.length]).toEqual([7, 14]);
    expect(JSON.parse(read(at('some'), 'datapackage.json')).settings).toMatchObject({ text: 'some', maxQuote: 0 });
    expect(run(['rehydrate', at('some'), '-a', 'fixtures/articles/en-*/article.*']).code).toBe(0);
    expect(digestOf(at('some'))).toBe(digestOf(fixtures));
  });

  test('rehydrate refuses what is no corpus, or was changed', () => {
    const folder = writeFiles(at('no-corpus'), { 'articles.jsonl': '' });
    expect(run(['rehydrate', folder, '-a', FIXTURES]).stderr).toContain('rehydrate/no-corpus');
    cpSync(fixtures, at('damaged'), { recursive: true });
    writeFileSync(join(at('damaged'), 'incidents.jsonl'), '{');
    expect(run(['rehydrate', at('damaged'), '-a', FIXTURES]).code).toBe(1);
    expect(read(at('damaged'), 'incidents.jsonl')).toBe('{');
  });

  test('quotes of any length are made whole again, beyond the basic plane too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), length => {
        const cut = withoutText(articleSample, length);
        expect('text' in cut).toBe(false);
        expect(withText(cut, articleSample.text ?? '')).toEqual(articleSample);
      }),
    );
    expect(altered(articleSample, 'text', undefined)).toEqual(withoutText(articleSample, null));
  });
});

describe('a build that is killed', () => {
  /** Numbers that look like chance, the same in every run (Lehmer). */
  function* seeded(seed: number): Generator<number> {
    for (let state = seed; ; ) {
      state = (state * 48_271) % 2_147_483_647;
      yield state / 2_147_483_647;
    }
  }

  test('at 20 moments goes on where it was, and ends with the bytes of a run that was not', async () => {
    const articles = writeFiles(at('many'), inventedArticles(60));
    const begun = performance.now();
    run(['build', articles, '-o', at('undisturbed'), '--quiet']);
    const lasts = performance.now() - begun;
    const whole = digestOf(at('undisturbed'));
    const former = digestOf(fixtures);
    const moments = seeded(20_240_614);
    const seen = { killed: 0, journals: 0 };
    for (let i = 0; i < 20; i += 1) {
      const out = at(`killed-${i}`);
      const journal = at(`.killed-${i}.journal`);
      // Every other run replaces a former corpus, which must be whole while the new one is not there.
      if (i % 2 === 0) cpSync(fixtures, out, { recursive: true });
      const moment = lasts * (0.2 + 0.8 * (moments.next().value ?? 0));
      const { code, killed } = await runAndKill(
        ['build', articles, '-o', out, '--quiet'],
        moment,
        i % 4 < 2 ? 'SIGKILL' : 'SIGTERM',
      );
      if (killed) seen.killed += 1;
      if (existsSync(journal)) seen.journals += 1;
      if (killed && code === 75 && i % 2 === 0) expect(digestOf(out)).toBe(former);
      else if (existsSync(out)) expect([former, whole]).toContain(digestOf(out));
      expect(run(['build', articles, '-o', out, '--quiet']), `killed after ${moment} ms`).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(digestOf(out)).toBe(whole);
      rmSync(out, { recursive: true });
    }
    expect(seen.killed).toBeGreaterThanOrEqual(15);
    expect(seen.journals).toBeGreaterThanOrEqual(3);
    expect(hidden(root)).toEqual([]);
  });

  test('between the two renames finds its former corpus again', () => {
    cpSync(fixtures, at('.lost.former'), { recursive: true });
    writeFiles(at('.lost.999999999.part'), { 'articles.jsonl': '{"half' });
    expect(run(['rehydrate', at('lost'), '-a', FIXTURES]).code).toBe(0);
    expect(digestOf(at('lost'))).toBe(digestOf(fixtures));
    expect(hidden(root)).toEqual([]);
  });

  test('is not led astray by a journal that was cut in the middle of a line', () => {
    const articles = writeFiles(at('torn-articles'), inventedArticles(4));
    writeFileSync(at('.torn.journal'), '\n{"key":"a","record":{"id"\n\nnull\n{"key":1}\n');
    expect(run(['build', articles, '-o', at('torn'), '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    run(['build', articles, '-o', at('not-torn'), '--quiet']);
    expect(digestOf(at('torn'))).toBe(digestOf(at('not-torn')));
  });

  test('for want of room leaves the former corpus whole', () => {
    cpSync(fixtures, at('full'), { recursive: true });
    const articles = writeFiles(at('large'), inventedArticles(40));
    const command = `ulimit -f 64; exec '${process.execPath}' bin/incident-corpus.js build '${articles}' -o '${at('full')}' --quiet`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr.includes('write/failed')]).toEqual([74, true]);
    expect(digestOf(at('full'))).toBe(digestOf(fixtures));
    expect(readdirSync(root).filter(name => name.endsWith('.part'))).toEqual([]);
    expect(run(['build', articles, '-o', at('full'), '--quiet']).code).toBe(0);
    expect(hidden(root)).toEqual([]);
  });
});
