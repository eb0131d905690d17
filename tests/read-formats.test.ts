import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { layoutText } from './layouts.ts';
import { read, readBytes, workshop } from './reading.ts';

const FOLDER = 'fixtures/formats';
const columns = new Map([
  ['text', 'full'],
  ['published', 'when'],
  ['publisher', 'where'],
]);
const golden = readFileSync('fixtures/formats.jsonl', 'utf8').trimEnd().split('\n');
const { folder, clear } = workshop('formats');

afterAll(clear);

describe('every format', () => {
  test('gives, byte for byte, the golden records (npm run golden writes them anew; read the diff)', async () => {
    const { articles } = await read([FOLDER], { columns });
    const records = articles.map(article => {
      const { producer: _, ...record } = analyse(article, { includeText: true }).record;
      return JSON.stringify(record);
    });
    expect(records).toEqual(golden);
  });

  test('has a fixture, and each gives an article with a title and a day of publication', () => {
    const records = golden.map(line => JSON.parse(line));
    expect(new Set(records.map(({ source }) => source.path.replace(/!.*/, '')))).toEqual(
      new Set(readdirSync(FOLDER).map(name => `${FOLDER}/${name}`)),
    );
    expect(new Set(records.map(({ source }) => source.reader))).toEqual(
      new Set(['text', 'markdown', 'json', 'html', 'pdf', 'docx', 'nexis', 'factiva', 'csv', 'mail', 'feed']),
    );
    expect(records.filter(({ published }) => published?.precision !== 'day').map(({ source }) => source)).toEqual([]);
    const untitled = records.filter(({ title, source }) => title === null && !/lines|columns/.test(source.path));
    expect(untitled).toEqual([]);
    for (const { text } of records) expect(text).not.toMatch(/cookie|Lees ook|Meest gelezen|newsletter|niet lezen|©/i);
  });

  test('is told by its content, where the name says nothing', async () => {
    for (const name of readdirSync(FOLDER).filter(name => !/\.(?:csv|tsv|md)$/.test(name))) {
      const bytes = readFileSync(`${FOLDER}/${name}`);
      const named = await read([`${FOLDER}/${name}`]);
      const bare = await readBytes(bytes);
      const facts = (outcome: typeof bare) => outcome.articles.map(({ text, title, url }) => [text, title, url]);
      expect(facts(bare), name).toEqual(facts(named));
    }
  });

  test('is read in one run with all that is broken: a record of each article, a message for each broken file', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bin/incident-corpus.js', 'extract', FOLDER, 'fixtures/broken', '--map', 'text=full', '--include-text'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    const texts = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).text);
    for (const line of golden) expect(texts).toContain(JSON.parse(line).text);
    const expected: Readonly<Record<string, string>> = JSON.parse(
      readFileSync('fixtures/broken/expected.json', 'utf8'),
    );
    for (const [file, code] of Object.entries(expected)) {
      // An empty folder is only a fault where it is named.
      if (file === 'no-articles' || file === 'unknown-format.rtf') continue;
      expect(stderr).toMatch(new RegExp(`fixtures/broken/${file.replaceAll('.', '\\.')}\\S*  \\w+  ${code}\\n`));
    }
  });
});

describe('encodings', () => {
  const text = 'Zoë: de coöperatie betaalt € 5, ‘niet meer’.';
  const encoded: readonly (readonly [string, string, Uint8Array, string])[] = [
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${text}`), text],
    ['UTF-16LE with a mark', 'utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le'), text],
    ['UTF-16BE with a mark', 'utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), text],
    ['UTF-16LE without a mark', 'utf-16le', Buffer.from(text, 'utf16le'), text],
    ['UTF-16BE without a mark', 'utf-16be', Buffer.from(text, 'utf16le').swap16(), text],
    [
      'windows-1252',
      'windows-1252',
      Buffer.from('Zo\xeb: de co\xf6peratie betaalt \x80 5, \x91niet meer\x92.', 'latin1'),
      text,
    ],
    [
      'ISO-8859-15',
      'iso-8859-15',
      Buffer.from('De co\xf6peratie betaalt \xa4 5.', 'latin1'),
      'De coöperatie betaalt € 5.',
    ],
    ['ISO-8859-1', 'windows-1252', Buffer.from('De co\xf6peratie betaalt.', 'latin1'), 'De coöperatie betaalt.'],
  ];

  test.each(encoded)('%s is found out', async (name, encoding, bytes, expected) => {
    const { articles, faults } = await readBytes(bytes);
    expect(articles.map(article => [article.text, article.source.encoding])).toEqual([[expected, encoding]]);
    const isGuess = !/mark$/.test(name) || /without/.test(name);
    expect(faults).toEqual(isGuess ? ['read/encoding-guessed'] : []);
    expect(articles[0]?.notes?.map(({ code }) => code) ?? []).toEqual(faults);
  });

  test('the user knows better, but for a byte-order mark', async () => {
    const bytes = Buffer.from('De co\xf6peratie', 'latin1');
    const { articles, faults } = await readBytes(bytes, { encoding: 'iso-8859-2' });
    expect([articles[0]?.source.encoding, articles[0]?.text, faults]).toEqual(['iso-8859-2', 'De coöperatie', []]);
    const marked = await readBytes(Buffer.from('\ufeffDe coöperatie'), { encoding: 'iso-8859-2' });
    expect(marked.articles[0]?.text).toBe('De coöperatie');
  });

  test('JSON Lines and tables are read in any of them', async () => {
    const line = `{"text": "${text}"}\n`;
    for (const bytes of [Buffer.from(`\ufeff${line}${line}`, 'utf16le'), Buffer.from(`${line}${line}`, 'utf16le')]) {
      const path = folder('utf16', { 'a.jsonl': bytes });
      expect((await read([path])).articles.map(article => article.text)).toEqual([text, text]);
    }
    const rows = folder('rows', { 'a.csv': Buffer.from(`\ufefftekst;datum\r\n${text};2024-01-02\r\n`, 'utf16le') });
    expect((await read([rows])).articles.map(article => article.text)).toEqual([text]);
  });

  test('offsets hold in the text, whatever the bytes were', async () => {
    for (const [, , bytes] of encoded) {
      const { articles } = await readBytes(bytes, { language: 'nl' });
      for (const article of articles) {
        const { record, diagnostics } = analyse(article, { includeText: true });
        expect(diagnostics).toEqual([]);
        const points = [...(record.text ?? '')];
        for (const { start, end, text: quote } of record.quantities)
          expect(points.slice(start, end).join('')).toBe(quote);
      }
    }
  });
});

describe('tables', () => {
  test.each([
    ['tekst;datum;bron', 'a;2023-06-12;b', '2023-06-12', 'b'],
    ['Title,Body,Publication Date', 'x,a,12 June 2023', '2023-06-12', null],
    ['"id"\t"content"\t"published_at"', '"1"\t"a"\t"2023-06-12T10:00:00Z"', '2023-06-12', null],
    ['text|date', 'a|12-06-2023', '2023-06-12', null],
    ['sep=;\ntext;date', 'a;2023', '2023', null],
  ])('%j names its columns', async (head, row, published, publisher) => {
    const path = folder('table', { 'a.csv': `${head}\n${row}\n` });
    const { articles, faults } = await read([path]);
    expect(faults).toEqual([]);
    expect(articles.map(article => [article.text, article.published?.value, article.publisher])).toEqual([
      ['a', published, publisher],
    ]);
  });

  test('a row is an article, with line breaks and quotes as they are', async () => {
    const path = folder('quotes', { 'a.csv': 'id,text\n1,"Een\r\n""twee"""\n2,\n3,Drie\n' });
    const { articles, faults } = await read([path]);
    expect(articles.map(({ source, text }) => [source.index, source.key, text])).toEqual([
      [0, '1', 'Een\r\n"twee"'],
      [2, '3', 'Drie'],
    ]);
    expect(faults).toEqual(['read/empty']);
  });

  test('--map names columns and keys; where they are missing the usual names count', async () => {
    const path = folder('map', {
      'a.csv': 'full,text\nright,wrong\n',
      'b.jsonl': '{"full": "right", "text": "wrong"}\n{"text": "right"}\n',
    });
    const { articles } = await read([path], { columns: new Map([['text', 'full']]) });
    expect(articles.map(({ text }) => text)).toEqual(['right', 'right', 'right']);
  });
});

describe('the layout of a page', () => {
  const left = ['Een trein stond maan-', 'dag stil bij het IT-', 'bedrijf, de zee- en', 'luchthaven en het'];
  const right = ['station van Assen. Er', 'was geen stroom in', 'de kabel, meldde Pro-', 'Rail later.'];

  test('columns are read one after the other, broken words joined', () => {
    expect(layoutText(left, right)).toBe(
      'Een trein stond maandag stil bij het IT-bedrijf, de zee- en luchthaven en het station van Assen. Er was geen stroom in de kabel, meldde Pro-Rail later.',
    );
  });

  test('one column stays one', () => {
    expect(layoutText([...left, ...right], [])).toContain('maandag stil bij het IT-bedrijf, de zee- en luchthaven');
  });
});

describe('exports', () => {
  const dutch = readFileSync(`${FOLDER}/nexis-dutch.txt`, 'utf8');

  test('a count that does not hold is told, and the articles come out', async () => {
    const { articles, messages } = await readBytes(Buffer.from(dutch.replaceAll('van 2', 'van 5')));
    expect(articles).toHaveLength(2);
    expect(messages).toEqual(['The export does not hold as many articles as it says: it announces 5, and holds 2.']);
  });

  test('a page that Nexis or Factiva exports is split alike', async () => {
    for (const name of ['nexis-dutch.txt', 'factiva.txt']) {
      const plain = await read([`${FOLDER}/${name}`]);
      const lines = readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n');
      const page = `<!doctype html><html><body>${lines.map(line => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('')}</body></html>`;
      const marked = await readBytes(Buffer.from(page));
      const facts = (outcome: typeof plain) =>
        outcome.articles.map(({ title, publisher, published }) => [title, publisher, published?.value]);
      expect(facts(marked), name).toEqual(facts(plain));
    }
  });

  test.each([
    'The first 1 of 3 documents was found in the harbour.\nLength: 3 words\n\nAll is well in it.',
    'Length: 300 metres. That is the new quay of Delfzijl.\n\nBody\n\nEnd.',
    'Document 7 van de gemeente is zoek.\n\nDe wethouder zoekt het nog.',
  ])('%j is no export', async text => {
    expect((await readBytes(Buffer.from(text))).articles.map(({ source }) => source.reader)).toEqual(['text']);
  });
});

test('packed names are shown, and lead nowhere', async () => {
  const { articles, skipped } = await read([`${FOLDER}/bundle.zip`]);
  expect(articles.map(({ source }) => basename(source.path))).toEqual(['duinrand.md', 'oakhaven.txt', 'page.html.gz']);
  expect(articles[0]?.source.path).toBe(`${FOLDER}/bundle.zip!/_/_/uit/duinrand.md`);
  expect(skipped).toEqual([`${FOLDER}/bundle.zip!/nieuws/plaatje.png`.replace('nieuws/', '')]);
});
