import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { linesOf } from '../src/read/bytes.ts';
import { decode } from '../src/read/decode.ts';
import { parseJson } from '../src/read/json.ts';
import { byCodePoint } from '../src/read/paths.ts';
import { datelineOf, fileNameDate, parsePublished, publishedOf } from '../src/read/published.ts';
import { readRecords } from '../src/read/records.ts';
import { titleOf } from '../src/read/text.ts';
import { type Outcome, read, readBytes, workshop } from './reading.ts';

/** Read what stands on standard input, in pieces of a few bytes. */
const readStdin = (text: string, size = 7): Promise<Outcome> => readBytes(Buffer.from(text), {}, size);

const { root, folder, clear } = workshop('read');

afterAll(clear);

const names = (outcome: Outcome, below: string): readonly string[] =>
  outcome.articles.map(({ source }) => source.path.replace(`${below}/`, ''));

describe('broken inputs', () => {
  const expected: Readonly<Record<string, string>> = JSON.parse(readFileSync('fixtures/broken/expected.json', 'utf8'));

  for (const [file, code] of Object.entries(expected)) {
    test(`${file} ends in ${code}`, async () => {
      const { faults } = await read([`fixtures/broken/${file}`]);
      expect(faults.map(fault => fault.replace(/:\d+$/, ''))).toEqual([code]);
    });
  }

  test('the articles beside a broken one still come out', async () => {
    const { articles, faults, messages } = await read(['fixtures/broken/bad-json.jsonl']);
    expect(articles.map(article => article.source.index)).toEqual([0, 2]);
    expect(faults).toEqual(['read/bad-json:2']);
    expect(messages[0]).toContain('it ends where a comma or } should stand, column 35');
  });

  test('an invalid byte is named with its place', async () => {
    const { articles, messages } = await read(['fixtures/broken/invalid-utf8.txt']);
    expect(messages).toEqual(['The text is UTF-8 with broken bytes in it, which became U+FFFD: byte 54 is 0xE9.']);
    expect(articles[0]?.text).toContain('één mede\ufffdwerker');
  });

  test('a broken document is told with line and column', async () => {
    const { faults, messages } = await read(['fixtures/broken/bad-json.json']);
    expect(faults).toEqual(['read/bad-json:4']);
    expect(messages[0]).toContain('"}" stands where a key in double quotes should, column 1');
  });

  test('an article with a wrong date comes out with the next source of a date', async () => {
    const { articles, faults } = await readStdin(
      '{"text": "LONDON, June 4, 2024 - All is well.", "published": "2024-13"}',
    );
    expect(faults).toEqual(['read/bad-published:1']);
    expect(articles[0]?.published?.value).toBe('2024-06-04');
  });

  test('a path that is not there, and a pattern that matches nothing, are told', async () => {
    expect((await read([join(root, 'nowhere')])).faults).toEqual(['read/no-such-path']);
    expect((await read([join(root, 'nowhere', '*.txt')])).faults).toEqual(['read/no-articles']);
    expect((await read([''])).faults).toEqual(['read/no-such-path']);
  });

  test('links in a circle are unreadable', async () => {
    symlinkSync('circle.txt', join(root, 'circle.txt'));
    expect((await read([join(root, 'circle.txt')])).faults).toEqual(['read/unreadable']);
  });

  test('the first invalid byte is found wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (a, b) => {
          const before = Buffer.from(a.replaceAll('\0', ''));
          const result = decode(
            Buffer.concat([Buffer.from('.'), before, Buffer.from([0xff]), Buffer.from(b.replaceAll('\0', ''))]),
          );
          expect(result).toEqual({
            problem: { code: 'read/invalid-utf8', detail: `byte ${before.length + 1} is 0xFF` },
          });
        },
      ),
    );
  });
});

describe('paths', () => {
  const text = 'De brug is weer open.';

  test('a folder is read with all below it, without dot-files and node_modules; other files are counted', async () => {
    const path = folder('tree', {
      'b.txt': text,
      'a/z.MD': text,
      'a/.hidden.txt': text,
      '.git/x.txt': text,
      'node_modules/x.txt': text,
      'a/picture.png': text,
      README: text,
    });
    const outcome = await read([path]);
    expect(names(outcome, path)).toEqual(['a/z.MD', 'b.txt']);
    expect(outcome.skipped.map(file => file.replace(`${path}/`, ''))).toEqual(['README', 'a/picture.png']);
    expect(outcome.faults).toEqual([]);
    expect((await read([`${path}/`])).articles).toEqual(outcome.articles);
  });

  test('a path that exists is itself, even where it could be a pattern', async () => {
    const path = folder('literal', { '[x].txt': text, 'x.txt': text });
    expect(names(await read([join(path, '[x].txt')]), path)).toEqual(['[x].txt']);
    expect(names(await read([join(path, '[xy].txt')]), path)).toEqual(['x.txt']);
  });

  test('patterns match files, and folders that are then read', async () => {
    const path = folder('pattern', { 'one/a.txt': text, 'one/b.jsonl': `{"text":"${text}"}`, 'two/a.txt': text });
    expect(names(await read([join(path, '**', '*.txt')]), path)).toEqual(['one/a.txt', 'two/a.txt']);
    expect(names(await read([join(path, '*')]), path)).toEqual(['one/a.txt', 'one/b.jsonl', 'two/a.txt']);
  });

  test('a file that is named twice is read once, and the order of the paths does not matter', async () => {
    const path = folder('twice', { 'a.txt': text, 'b.txt': text, 'link.txt': '' });
    rmSync(join(path, 'link.txt'));
    symlinkSync('a.txt', join(path, 'link.txt'));
    symlinkSync('.', join(path, 'circle'));
    const once = await read([path]);
    expect(names(once, path)).toEqual(['a.txt', 'b.txt']);
    const file = join(path, 'b.txt');
    const again = await read([file, path, join(path, '*.txt'), path, file]);
    expect(again.articles).toEqual(once.articles);
    expect(again.faults).toEqual([]);
    expect((await read([path, file])).articles).toEqual(once.articles);
  });

  test('the file that is being written is not read', async () => {
    const path = folder('exclude', { 'a.txt': text, 'out.jsonl': '{}' });
    expect((await read([path], { exclude: join(path, 'out.jsonl') })).faults).toEqual([]);
  });

  test('a file without an ending is read by what it holds', async () => {
    const path = folder('plain', { article: text, list: `[{"text": "${text}"}]` });
    expect(
      (await read([join(path, 'article'), join(path, 'list')])).articles.map(({ source }) => source.mediaType),
    ).toEqual(['text/plain', 'application/json']);
  });

  test('paths are sorted by code point, not by UTF-16', () => {
    expect(['\u{1f534}', '\uff5e', 'b', 'B', 'é', ''].toSorted(byCodePoint)).toEqual([
      '',
      'B',
      'b',
      'é',
      '\uff5e',
      '\u{1f534}',
    ]);
  });
});

describe('sources', () => {
  test('a text file is kept as it is, but for the byte-order mark', async () => {
    const path = folder('mark', { 'a.txt': '\ufeffBrug open\r\n\r\nDe brug is weer open. \ufeff' });
    const [article] = (await read([join(path, 'a.txt')])).articles;
    expect(article?.text).toBe('Brug open\r\n\r\nDe brug is weer open. \ufeff');
    expect(article?.title).toBe('Brug open');
    expect(article?.source).toEqual({
      path: join(path, 'a.txt'),
      index: null,
      key: null,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: 41,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      reader: 'text',
    });
  });

  test('a line of JSON Lines is a source of its own', async () => {
    const lines = '\ufeff{"text": "Een.", "id": 7}\r\n\n  \n{"text": "Twee.", "id": "t"}';
    const path = folder('lines', { 'a.ndjson': lines });
    const { articles, faults } = await read([path]);
    expect(faults).toEqual([]);
    expect(articles.map(({ source: { index, key, mediaType, bytes } }) => [index, key, mediaType, bytes])).toEqual([
      [0, '7', 'application/x-ndjson', 25],
      [1, 't', 'application/x-ndjson', 28],
    ]);
  });

  test('a JSON file holds one article or a list', async () => {
    const path = folder('json', {
      'a.json': '{"text": "Een."}',
      'b.json': '[{"text": "Een."}, {"text": ""}, 4, {"text": "Twee."}]',
      'c.json': '[]',
    });
    const { articles, faults, messages } = await read([path]);
    expect(articles.map(({ source }) => source.index)).toEqual([null, 0, 3]);
    expect(faults).toEqual(['read/empty', 'read/not-an-object', 'read/no-articles']);
    expect(messages[1]).toContain('article 3 of 4');
  });

  test('the fields of an article are taken, others are not', async () => {
    const line = JSON.stringify({
      text: 'De brug is weer open.',
      title: 'Brug',
      url: 'https://example.org/',
      publisher: '',
      language: 'nl-BE',
      published: '2024-05-23T09:00:00+02:00',
      id: null,
      author: { name: 'x' },
    });
    const [article] = (await readStdin(line.replace('{', '{"__proto__": {"title": "no", "text": ""}, '))).articles;
    expect(article).toMatchObject({ title: 'Brug', url: 'https://example.org/', publisher: null, language: 'nl' });
    expect(article?.published).toMatchObject({ value: '2024-05-23', precision: 'day', from: 'field' });
    expect(article?.source.key).toBeNull();
  });

  test('half a character becomes U+FFFD, and is told', async () => {
    const { articles, faults } = await readStdin(
      '{"text": "\\ud83d open", "title": "\\udd34", "id": "\\ud83d\\udd34"}',
    );
    expect(articles[0]).toMatchObject({ text: '\ufffd open', title: '\ufffd', source: { key: '\u{1f534}' } });
    expect(faults).toEqual(['record/lone-surrogate:1']);
  });

  test('the options of the caller come before the fields of the article', async () => {
    const published = parsePublished('2020', 'option');
    const line = '{"text": "De brug is open.", "published": "2024-05-23", "language": "en"}';
    const [article] = (await read(['-'], { stdin: [Buffer.from(line)], published, language: 'nl' })).articles;
    expect(article).toMatchObject({
      language: 'nl',
      published: { value: '2020', earliest: '2020-01-01', latest: '2020-12-31' },
    });
  });
});

describe('standard input', () => {
  test('is plain text if it does not begin as JSON does', async () => {
    const { articles } = await readStdin('\n  Brug open\n\nDe brug is weer open.');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: 'Brug open',
      source: { path: '-', index: null, mediaType: 'text/plain' },
    });
  });

  test.each([
    ['JSON Lines', '{"text": "Een."}\n{"text": "Twee."}\n', [0, 1], []],
    ['JSON Lines without a last line break, behind a mark', '\ufeff \n{"text": "Een."}\n{"text": "Twee."}', [0, 1], []],
    ['a list', '\n[{"text": "Een."},\n{"text": "Twee."}]', [0, 1], []],
    ['an object over several lines', '{\n"text": "Een."\n}\n', [null], []],
    ['an object that opens another', '{"more": {\n"a": 1}, "text": "Een."\n}\n', [null], []],
    ['JSON Lines whose first is broken', '{"text": "Een"\n{"text": "Twee."}\n', [1], ['read/bad-json:1']],
    ['JSON Lines whose first is cut off', '{"text": "Een\n{"text": "Twee."}\n', [1], ['read/bad-json:1']],
    ['nothing', '', [], ['read/empty']],
    ['blanks', ' \n\n', [], ['read/empty']],
    ['an object without a text', '{}', [], ['read/no-text:1']],
  ])('reads %s', async (_, text, indices, codes) => {
    for (const size of [1, 5, 1000]) {
      const { articles, faults } = await readStdin(text, size);
      expect(articles.map(({ source }) => source.index)).toEqual(indices);
      expect(faults).toEqual(codes);
    }
  });

  test('lines are cut alike however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '')),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const bytes = Buffer.from(parts.join(''));
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, i * size + size),
          );
          const found: string[] = [];
          for await (const line of linesOf(pieces, 1024)) {
            expect(
              bytes
                .subarray(line.offset)
                .toString()
                .startsWith(Buffer.from(line.bytes ?? []).toString()),
            ).toBe(true);
            found.push(Buffer.from(line.bytes ?? []).toString());
          }
          const lines = parts
            .join('')
            .split('\n')
            .map(line => line.replace(/\r$/, ''));
          expect(found).toEqual(lines.at(-1) === '' ? lines.slice(0, -1) : lines);
        },
      ),
    );
  });
});

describe('broken JSON', () => {
  test.each([
    ['', 0, 'it ends where a value should stand'],
    ['{"a": b}', 6, '"b" stands where a value should'],
    ['{"a": 1,}', 8, '"}" stands where a key in double quotes should'],
    ["{'a': 1}", 1, `"'" stands where a key in double quotes should`],
    ['{"a" 1}', 5, '"1" stands where a colon should'],
    ['[1 2]', 3, '"2" stands where a comma or ] should'],
    ['[1,]', 3, '"]" stands where a value should'],
    ['{} {}', 3, '"{" stands where the end should'],
    ['{"a": "b\nc"}', 8, 'a line break stands in a string, where it must be escaped'],
    ['{"a": "b', 6, 'a string is not closed'],
    ['{"a": "\\x"}', 7, 'a bad escape stands in a string'],
    ['[NaN]', 1, '"N" stands where a value should'],
    [
      '{"a": "\\u0041\\"", "b": [{}, [], -1.5e3, true, null, "\u2028"], c}',
      58,
      '"c" stands where a key in double quotes should',
    ],
  ])('%j is told at %i', (text, at, detail) => {
    expect(parseJson(text)).toEqual({ at, problem: { code: 'read/bad-json', detail } });
  });

  test('whatever JSON.parse refuses has a place, and what it takes is taken', () => {
    const json = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', 'a', '1', ':', ',', ' ', '\\', '-', '.'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(json, text => {
        const result = parseJson(text);
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          expect(result).toMatchObject({ problem: { code: 'read/bad-json' } });
          return;
        }
        expect(result).toEqual({ value });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('publication dates', () => {
  test.each([
    ['2020', '2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02-28', '2021-02-28', '2021-02-28', '2021-02-28'],
    [' 2021-02-28T23:59:59Z ', '2021-02-28', '2021-02-28', '2021-02-28'],
    ['2021-02-28 23:59', '2021-02-28', '2021-02-28', '2021-02-28'],
  ])('%j is a date', (text, value, earliest, latest) => {
    expect(parsePublished(text, 'field')).toMatchObject({ value, earliest, latest });
  });

  test.each([
    '',
    '20',
    '2020-13',
    '2020-00',
    '2021-02-29',
    '2021-2-3',
    '03-11-2023',
    'May 2021',
    '2021-02-28x',
    '20210228',
  ])('%j is no date', text => {
    expect(parsePublished(text, 'field')).toBeNull();
  });

  test.each([
    ['2021-12-13-haven.txt', '2021-12-13'],
    ['nieuws/haven-2021-12.txt', '2021-12'],
    ['2021_12_13_haven.txt', '2021-12-13'],
    ['2021-12-13T0900.txt', '2021-12-13'],
    ['2021-12-13/haven.txt', null],
    ['20211213.txt', null],
    ['CVE-2021-12.txt', null],
    ['cve-2021-12345.txt', null],
    ['2021-13-01.txt', null],
    ['seizoen-2021-22.txt', null],
    ['tel-010-2021-12-13.txt', null],
    ['2021.txt', null],
  ])('the file name %s says %s', (path, value) => {
    expect(fileNameDate(path)?.value ?? null).toBe(value);
  });

  test.each([
    ['13 december 2021 14:05', '2021-12-13'],
    ['vrijdag 3 mei 2024', '2024-05-03'],
    ['Vrijdag 3 mei 2024, 9.15 uur', '2024-05-03'],
    ['LONDON, June 4, 2024 -', '2024-06-04'],
    [
      'LONDON, June 4, 2024 - The harbour of Whitby was quiet again, the port authority said after a week of trouble with its cranes.',
      '2024-06-04',
    ],
    [
      'DELFZIJL, 3 mei 2024 – De haven was een week lang stil, en dat kostte de stad volgens de wethouder meer dan een miljoen euro.',
      '2024-05-03',
    ],
    ['DELFZIJL (ANP) – 3 mei 2024, 10.20 uur', '2024-05-03'],
    ['BERGEN OP ZOOM, 3 mei 2024 (eigen bericht) – De haven was stil.', '2024-05-03'],
    ["'s-Hertogenbosch, 3 mei 2024 - De markt was leeg.", '2024-05-03'],
    ['WHITBY, Yorks. | Feb. 9, 2021 8:05 AM', '2021-02-09'],
    ['3 mei 2024 16:48 | Economie | Foto: Anna de Boer', '2024-05-03'],
    ['Thursday 29 June 2017', '2017-06-29'],
    ['5 July 2021, updated 14:30 UTC', '2021-07-05'],
    ['Published 5 July 2021 | Updated 8 July 2021', '2021-07-05'],
    ['Updated: 8 July 2021 | Published: 5 July 2021', '2021-07-05'],
    ['Last updated on 8 July 2021 at 9am', '2021-07-08'],
    ['Feb. 9, 2024', '2024-02-09'],
    ['Gepubliceerd op 03-11-2023 14:12', '2023-11-03'],
    ['Gepubliceerd: 3.11.2023', '2023-11-03'],
    ['Datum: 7 oktober 2021', '2021-10-07'],
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12T08:00:00Z', '2024-03-12'],
    ['By Mary Hart | 5 November 2024, 18:40 GMT', '2024-11-05'],
    ['Door Anna de Boer, 5 november 2024', '2024-11-05'],
    ['5 november 2024 door Anna de Boer', '2024-11-05'],
    ['1st of March 2023', '2023-03-01'],
    ['March 1st, 2023', '2023-03-01'],
    ['Week in bridges · 17 oktober 2025', '2025-10-17'],
    ['Maart 2023', '2023-03'],
    ['Whitby, May 2023', '2023-05'],
    ['11/23/2023', '2023-11-23'],
    ['23/11/2023', '2023-11-23'],
    ['3/11/2023 6:40 p.m. ET', '2023-03-11'],
    ['3/11/2023 18:40 GMT', '2023-11-03'],
    ['3/11/2023', '2023'],
    ['4-jun-2024', '2024-06-04'],
    ['2024/06/04', '2024-06-04'],
    ['June 4, 2024 / 3:00 PM / Harbour News', '2024-06-04'],
    ['Geplaatst door de redactie op 4 juni 2024', '2024-06-04'],
    ['Gepubliceerd: 4 juni 2024 14:05 Laatste update: 5 juni 2024 09:00', '2024-06-04'],
    [
      'WHITBY, June 4, 2024 /Harbour Wire/ -- The cranes of Whitby turn again, said the port authority that owns them and the quay below.',
      '2024-06-04',
    ],
    [
      'WHITBY--(HARBOUR WIRE)--June 4, 2024--The cranes of Whitby turn again, said the port authority that owns them and the quay below.',
      '2024-06-04',
    ],
    [
      'Delfzijl, 4 juni 2024. De kranen van de haven draaien weer, zegt de gemeente, die er een week op had moeten wachten.',
      '2024-06-04',
    ],
    [
      '**Delfzijl, 4 juni 2024** – De kranen van de haven draaien weer, zegt de gemeente, die er een week op had moeten wachten.',
      '2024-06-04',
    ],
    ['_Published: 4 June 2024_', '2024-06-04'],
    ['WHITBY (June 4, 2024) -- The cranes of Whitby turn again, said the port authority that owns them.', '2024-06-04'],
    ['DELFZIJL (4 juni 2024) - De kranen draaien weer.', '2024-06-04'],
    ['By Ann Marsh on June 4, 2024', '2024-06-04'],
    ['Door Jan de Boer op 4 juni 2024 om 12:00 uur', '2024-06-04'],
    ['Published 9:02 a.m. ET June 4, 2024', '2024-06-04'],
    ['UPDATED: June 5, 2024 at 9:00 p.m. PUBLISHED: June 4, 2024 at 8:00 p.m.', '2024-06-04'],
    ['Bijgewerkt: 5 juni 2024, 11:20  Gepubliceerd: 4 juni 2024, 10:00', '2024-06-04'],
  ])('%j is a dateline', (line, value) => {
    expect(datelineOf(`Haven weer open\n\n${line}\n\nHarbour works again.`)).toMatchObject({ value, from: 'dateline' });
  });

  test.each([
    'On 5 July 2021 the cranes of Whitby stood still for an hour.',
    'On Monday, 5 July 2021, the cranes stood still.',
    'Op maandag 5 juli 2021 - een warme dag - stonden de kranen stil.',
    '5 July 2021 - a warm day - was the day on which the cranes of Whitby stood still for more than an hour, and nobody could say why that was.',
    'The cranes stood still on 5 July 2021',
    'De storing duurde tot 5 juli 2021',
    'De vergadering was in Assen, 5 juli 2021, zei de wethouder.',
    'The conference, 3 - 5 July 2021, takes place in York',
    'The fleet of 5 July 2021 boats sailed',
    'Version 2021-07-05b of the program',
    '31 februari 2021',
    'Op 4 juni 2024',
    'Door een lek in de kade op 4 juni 2024',
    'The storm (June 4, 2024) was the worst ever.',
    'Storm of Whitby (June 2024) shook the quay.',
    'Door Jan de Boer op 4 juni 2024 gered.',
    'Harbour Office, Whitby, 1 May 1943 -- 8 March 1954.',
    '1 May 1943 - 8 March 1954',
    'Deadline: 4 June 2024',
    'CVE-2021-07-05',
  ])('%j is no dateline', line => {
    expect(datelineOf(line)).toBeNull();
  });

  test('a dateline stands within the first five lines', () => {
    expect(datelineOf('\nA\n\nB\n\nC\n\nD\n\n5 July 2021\n')?.value).toBe('2021-07-05');
    expect(datelineOf('A\nB\nC\nD\nE\n5 July 2021\n')).toBeNull();
  });

  test('Dutch figures with slashes give the day first', () => {
    expect(datelineOf('3/11/2023\nDe haven van Delfzijl is weer open.')?.value).toBe('2023-11-03');
  });

  test('the first source that knows the date wins', () => {
    const option = parsePublished('2001', 'option');
    const field = parsePublished('2002', 'field');
    const text = ' date 2003-01 De haven is open.\n5 July 2004\n';
    const path = '2005-01-01.txt';
    expect(publishedOf({ option, field, text, path })).toMatchObject({ value: '2001', from: 'option' });
    expect(publishedOf({ option: null, field, text, path })).toMatchObject({ value: '2002', from: 'field' });
    expect(publishedOf({ option: null, field: null, text, path })).toMatchObject({ value: '2003-01', from: 'header' });
    const rest = text.slice(text.indexOf('\n'));
    expect(publishedOf({ option: null, field: null, text: rest, path })).toMatchObject({
      value: '2004-07-05',
      from: 'dateline',
    });
    expect(publishedOf({ option: null, field: null, text: 'De haven is open.', path })).toMatchObject({
      from: 'filename',
    });
    expect(publishedOf({ option: null, field: null, text: 'De haven is open.', path: '-' })).toBeNull();
  });

  test('dates are looked for in any text without harm', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void [datelineOf(text), titleOf(text)]));
  });
});

describe('titles', () => {
  test.each([
    ['Haven weer open\n\nDe kranen draaien.', 'Haven weer open'],
    ['\n\n  Haven weer open  \nDe kranen draaien.', 'Haven weer open'],
    ['# Haven weer open\n\nDe kranen draaien.', 'Haven weer open'],
    ['‘Wij wisten van niets’ – wat nu?\nDe kranen draaien.', '‘Wij wisten van niets’ – wat nu?'],
    ['St. Anna heropent\nDe kranen draaien.', 'St. Anna heropent'],
    ['Versie 4.2 is er\nDe kranen draaien.', 'Versie 4.2 is er'],
    [' date 2020-01 Haven weer open\n\nDe kranen draaien.', 'Haven weer open'],
    ['Nieuws uit de haven, 3 mei 2024\nDe kranen draaien.', 'Nieuws uit de haven, 3 mei 2024'],
    ['De haven is weer open.\nDe kranen draaien.', null],
    ['De haven is open. De kranen draaien weer\nZo is dat.', null],
    ['Haven weer open', null],
    ['Haven weer open\n', null],
    ['13 december 2021 14:05\nDe kranen draaien.', null],
    ['LONDON, June 4, 2024\nDe kranen draaien.', null],
    ['Datum: 7 oktober 2021\nDe kranen draaien.', null],
    [' date 2020-01 Foto: Anna de Boer\n\nDe kranen draaien.', null],
    [' date 2020-01\n\nDe kranen draaien.', null],
    ['---\nDe kranen draaien.', null],
    [`${'Haven '.repeat(21)}\nDe kranen draaien.`, null],
  ])('%j has the title %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});

describe('records', () => {
  test('are read from lines and from lists, and an empty file is told', async () => {
    const path = folder('records', { 'a.jsonl': '{"a": 1}\n\n{"b"', 'b.json': '[{"a": 1}, 2]', 'c.jsonl': '\n' });
    const found: unknown[] = [];
    for await (const reading of readRecords([path])) found.push(reading);
    expect(found).toMatchObject([
      { line: 1, text: '{"a": 1}' },
      { line: 3, text: '{"b"' },
      { value: { a: 1 } },
      { value: 2 },
      { diagnostic: { code: 'read/no-records' } },
    ]);
  });
});
