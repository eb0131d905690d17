import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const MINUTES = 60_000;
const ARTICLE =
  'Haven weer open\n\n3 mei 2024\n\nDe gemeente Delfzijl meldt dat het netwerk van de haven vrijdag is hersteld.\n';

const USE = `
import { analyse } from 'incident-corpus';
const { record, diagnostics } = analyse({
  source: { path: 'a.txt', index: null, key: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: 1, sha256: '${'0'.repeat(64)}', reader: 'text' },
  text: ${JSON.stringify(ARTICLE)},
  title: null, publisher: null, url: null, published: null, language: 'nl',
});
console.log(JSON.stringify([record.recordType, record.language.code, diagnostics.length]));
`;

let root = '';
let packed: readonly string[] = [];

function npm(...args: readonly string[]): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { encoding: 'utf8' });
}

/** Run a program of the new user, in a folder of its own. */
function run(command: string, args: readonly string[], folder: string): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'incident-corpus-pack-'));
  for (const name of ['user', 'empty']) mkdirSync(join(root, name));
  const [{ filename, files }] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', root));
  packed = files.map((file: { readonly path: string }) => file.path);
  writeFileSync(join(root, 'user', 'package.json'), '{"name": "user", "type": "module", "private": true}\n');
  npm('install', '--prefix', join(root, 'user'), '--ignore-scripts', join(root, filename));
}, 5 * MINUTES);

afterAll(() => rmSync(root, { recursive: true }));

describe('the package', () => {
  test('holds what is needed to run, and nothing of the workshop', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'bin/incident-corpus.js',
        'bin/start.js',
        'bin/package.json',
        'dist/command.cjs',
        'dist/cli.js',
        'dist/index.js',
        'dist/index.d.ts',
      ]),
    );
    expect(packed).toEqual(
      expect.arrayContaining(['schemas/article.schema.json', 'schemas/incident.schema.json', 'README.md']),
    );
    expect(packed.filter(path => /^(?:src|tests|fixtures|scripts)\//.test(path))).toEqual([]);
  });

  test('runs as a command in an empty folder', () => {
    const bin = join(root, 'user', 'node_modules', '.bin', 'incident-corpus');
    const folder = join(root, 'empty');
    writeFileSync(join(folder, 'a.txt'), ARTICLE);
    const record = JSON.parse(run(bin, ['extract', '.'], folder));
    expect(record).toMatchObject({
      source: { path: 'a.txt' },
      title: 'Haven weer open',
      published: { value: '2024-05-03', from: 'dateline' },
      language: { code: 'nl', supported: true },
    });
    expect(run(bin, ['explain', 'nl/date/full'], folder)).toContain('nl/date/full');
    expect(run(bin, ['schema', 'article'], folder)).toContain('https://json-schema.org/draft/2020-12/schema');
  });

  test(
    'is a library with types',
    () => {
      const folder = join(root, 'user');
      writeFileSync(join(folder, 'use.mjs'), USE);
      expect(run(process.execPath, ['use.mjs'], folder)).toBe('["article","nl",0]\n');
      writeFileSync(
        join(folder, 'use.ts'),
        `${USE}const kinds: readonly string[] = record.organisations.map(({ kind }) => kind);\nconsole.log(kinds);\n`,
      );
      const tsc = resolve('node_modules/typescript/bin/tsc');
      const types = ['--typeRoots', resolve('node_modules/@types'), '--types', 'node'];
      run(
        process.execPath,
        [tsc, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', ...types, 'use.ts'],
        folder,
      );
      expect(existsSync(join(folder, 'node_modules', 'incident-corpus', 'dist', 'index.d.ts'))).toBe(true);
    },
    MINUTES,
  );
});
