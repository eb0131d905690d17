import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../src/model/record.ts';
import { analyse } from '../src/pipeline.ts';
import { read, workshop } from './reading.ts';

const { folder, clear } = workshop('metamorphic');
afterAll(clear);

/** Every other of the articles that are plain text: long ones and short ones, in both languages. */
const articles = readdirSync('fixtures/articles')
  .map(name => join('fixtures/articles', name, 'article.txt'))
  .filter(path => existsSync(path))
  .filter((_, i) => i % 2 === 0)
  .map((path, i) => [`a${i}`, readFileSync(path, 'utf8').replace(/^\ufeff/u, '')] as const);

/**
 * What must not change with the way in which an article comes: all but its source, what is noted of its reading, and the
 * title, which only a text without fields has in its first line.
 */
function factsOf(record: ArticleRecord): unknown {
  const { source: _, producer: __, title: ___, diagnostics: ____, ...facts } = record;
  return facts;
}

/** The same without places: where line ends differ, they do. Blanks are evened out. */
function wordsOf(record: ArticleRecord): unknown {
  const PLACES = new Set(['id', 'start', 'end', 'sentence', 'paragraph', 'characters', 'text', 'fingerprint']);
  const strip = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(/\s+/gu, ' ');
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        PLACES.has(key) && typeof inner !== 'object' ? [] : [[key, strip(inner)]],
      ),
    );
  };
  return strip(factsOf(record));
}

type Way = (texts: typeof articles) => Readonly<Record<string, string | Uint8Array>>;

let count = 0;
async function recordsOf(way: Way): Promise<readonly ArticleRecord[]> {
  count += 1;
  const { articles: found } = await read([folder(`way-${count}`, way(articles))]);
  return found.map(article => analyse(article).record);
}

const plain: Way = texts => Object.fromEntries(texts.map(([name, text]) => [`${name}.txt`, text]));
const each =
  (ending: string, change: (text: string) => string | Uint8Array): Way =>
  texts =>
    Object.fromEntries(texts.map(([name, text]) => [`${name}.txt${ending}`, change(text)]));

/** A zip of texts, as the maker of the fixtures packs it. */
function zipOf(texts: typeof articles): Buffer {
  const program = `import { zip } from './scripts/containers.mjs'; import { readFileSync } from 'node:fs';
    process.stdout.write(zip(JSON.parse(readFileSync(0, 'utf8')).map(([name, data]) => ({ name: name + '.txt', data }))));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { input: JSON.stringify(texts) }).stdout;
}

const sorted = (facts: readonly unknown[]): readonly string[] => facts.map(one => JSON.stringify(one)).toSorted();

describe('the facts of an article are the same', () => {
  const ways: Readonly<Record<string, Way>> = {
    'behind a byte-order mark': each('', text => `\ufeff${text}`),
    'in UTF-16LE with a mark': each('', text => Buffer.from(`\ufeff${text}`, 'utf16le')),
    'in UTF-16BE without one': each('', text => Buffer.from(text, 'utf16le').swap16()),
    'in windows-1252, where it holds the text': each('', text => {
      const bytes = iconv.encode(text, 'windows-1252');
      return iconv.decode(bytes, 'windows-1252') === text ? bytes : text;
    }),
    'packed with gzip': each('.gz', text => gzipSync(text)),
    'as a line of JSON Lines': texts => ({
      'all.jsonl': texts.map(([, text]) => `${JSON.stringify({ text })}\n`).join(''),
    }),
    'as one of a list in JSON': texts => ({ 'all.json': JSON.stringify(texts.map(([, text]) => ({ text }))) }),
    'as a row of a table': texts => ({
      'all.csv': `text\n${texts.map(([, text]) => `"${text.replaceAll('"', '""')}"\n`).join('')}`,
    }),
    'in a zip': texts => ({ 'all.zip': zipOf(texts) }),
    'in a folder of a folder': texts => Object.fromEntries(texts.map(([name, text]) => [`x/${name}/y.txt`, text])),
  };

  test.each(Object.entries(ways))('%s', async (_, way) => {
    const expected = sorted((await recordsOf(plain)).map(factsOf));
    expect(sorted((await recordsOf(way)).map(factsOf))).toEqual(expected);
  });

  test('with the line ends of Windows, but for where they stand', async () => {
    const expected = (await recordsOf(plain)).map(wordsOf);
    expect((await recordsOf(each('', text => text.replaceAll('\n', '\r\n')))).map(wordsOf)).toEqual(expected);
  });

  test('in whatever order they are named', async () => {
    const path = folder('order', plain(articles));
    const names = articles.map(([name]) => join(path, `${name}.txt`));
    expect(await read(names.toReversed())).toEqual(await read(names));
  });
});
