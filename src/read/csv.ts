import { pipeline } from 'node:stream';
import { type Chunks, peek } from './bytes.ts';
import type { Problem } from './decode.ts';
import { decodeText, transcoded } from './encoding.ts';
import { readable } from './inflate.ts';
import { languageCode } from './json.ts';
import { beyond, type Limits } from './limits.ts';
import { isoOf } from './published.ts';
import {
  type Context,
  type Fields,
  failure,
  hintsOf,
  type Input,
  notesOf,
  type Piece,
  problemOf,
  wrong,
} from './reader.ts';

type Field = keyof Fields;

/** Names that columns have, in Dutch and English, by the field that they hold; the first that is there counts. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'fulltext',
    'articletext',
    'articlebody',
    'tekst',
    'inhoud',
    'volledigetekst',
    'artikel',
    'bericht',
    'article',
    'maintext',
  ],
  title: ['title', 'headline', 'titel', 'kop', 'head', 'onderwerp', 'subject'],
  published: [
    'published',
    'publicationdate',
    'publishedat',
    'datepublished',
    'pubdate',
    'publicatiedatum',
    'gepubliceerd',
    'date',
    'datum',
    'day',
    'dag',
    'timestamp',
  ],
  url: ['url', 'link', 'uri', 'address', 'adres', 'webadres'],
  publisher: [
    'publisher',
    'source',
    'outlet',
    'medium',
    'bron',
    'krant',
    'newspaper',
    'site',
    'website',
    'domain',
    'uitgever',
    'publicatie',
    'sourcename',
  ],
  key: ['id', 'key', 'guid', 'articleid', 'docid', 'nummer'],
  language: ['language', 'lang', 'taal'],
};

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');

/** Which column holds which field, or null if none holds the text. */
function columnsOf(head: readonly string[], given: ReadonlyMap<string, string>): ReadonlyMap<Field, number> | null {
  const names = head.map(bare);
  const found = new Map<Field, number>();
  const fields: readonly Field[] = ['text', 'title', 'published', 'url', 'publisher', 'key', 'language'];
  for (const field of fields) {
    const asked = given.get(field === 'key' ? 'id' : field)?.trim();
    const named = head.findIndex(name => name.trim() === asked);
    const at = named >= 0 ? named : NAMES[field].map(name => names.indexOf(name)).find(i => i >= 0);
    if (at !== undefined && at >= 0) found.set(field, at);
  }
  return found.has('text') ? found : null;
}

/** What stands between the columns: the sign of which the first line has most, outside of quotes. */
function delimiterOf(head: string): string {
  const said = /^sep=(?<sign>.)\r?\n/iu.exec(head)?.groups?.sign;
  if (said !== undefined) return said;
  const first = (/^(?:"[^"]*"|[^"\r\n])*/u.exec(head)?.[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** More cells than any line has: each takes a hundred times its bytes in memory. */
const CELLS = 250_000;

/** The bytes of a table as they are; they end with a failure at a line of too many cells, whether in quotes or not. */
async function* narrow(chunks: Chunks, delimiter: string): AsyncGenerator<Uint8Array> {
  const sign = delimiter.charCodeAt(0);
  let cells = 0;
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte === sign) cells += 1;
      else if (byte === 0x0a || byte === 0x0d) cells = 0;
      if (cells > CELLS) throw failure({ code: 'read/too-large', detail: `a row has more than ${CELLS} columns` });
    }
    yield chunk;
  }
}

/** Read a table, one article a row; the first row names the columns. One row is in memory at a time. */
export async function* readCsv(input: Input, context: Context): AsyncGenerator<Piece> {
  const { path } = input;
  const { limits } = context;
  const { parse } = await import('csv-parse');
  const recoded = await transcoded(input.chunks, hintsOf(context));
  const { head, chunks } = await peek(recoded.chunks, 65_536);
  const begin = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .slice(0, 60_000);
  if (head.includes(0)) {
    yield wrong({ code: 'read/binary' }, path);
    return;
  }
  const delimiter = delimiterOf(begin);
  const parser = parse({
    bom: true,
    delimiter,
    encoding: null,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.lineBytes,
    from_line: /^sep=.\r?\n/iu.test(begin) ? 2 : 1,
  });
  pipeline(readable(narrow(chunks, delimiter)), parser, () => {});
  let columns: ReadonlyMap<Field, number> | null = null;
  let index = 0;
  let guessed: string | null = null;
  try {
    for await (const row of parser) {
      const { cells, raw } = rowOf(row);
      const texts: string[] = [];
      const notes: ReturnType<typeof notesOf>[number][] = [];
      let encoding = recoded.encoding ?? 'utf-8';
      for (const cell of cells) {
        const decoded = await decodeText(
          cell,
          guessed === null ? hintsOf({ ...context, encoding: null }) : { option: null, declared: guessed },
        );
        if ('problem' in decoded) {
          texts.push('');
          notes.push(decoded.problem);
          continue;
        }
        if (decoded.isGuess) guessed ??= decoded.encoding;
        const isGuess = decoded.encoding === guessed;
        if (decoded.encoding !== 'utf-8') encoding = decoded.encoding;
        texts.push(decoded.text);
        for (const note of notesOf({ ...decoded, isGuess }))
          if (!notes.some(({ code }) => code === note.code)) notes.push(note);
      }
      if (columns === null) {
        columns = columnsOf(texts, context.columns);
        if (columns !== null) continue;
        const named = texts
          .slice(0, 20)
          .map(name => name.slice(0, 30))
          .join(', ');
        yield wrong({ code: 'read/no-text-column', detail: `its columns are ${named}` }, path);
        return;
      }
      const broken = notes.find(({ code }) => code === 'read/binary');
      const fields = fieldsOf(texts, columns);
      const position = index;
      index += 1;
      const where = { detail: `row ${index} below the names of the columns` };
      if (broken) yield wrong({ ...broken, ...where }, path);
      else if (fields.text.trim() === '') yield wrong({ code: 'read/empty', ...where }, path);
      else {
        const from = {
          path,
          index: position,
          line: null,
          mediaType: 'text/csv',
          reader: 'csv',
          encoding,
          bytes: raw,
          notes,
        };
        yield { draft: { ...fields, ...from } };
      }
    }
  } catch (error) {
    yield wrong(tableProblem(error, limits), path);
    return;
  } finally {
    parser.destroy();
  }
  if (columns === null) yield wrong({ code: 'read/empty' }, path);
  else if (index === 0)
    yield wrong({ code: 'read/no-articles', detail: 'there is no row below the names of the columns' }, path);
}

/** What is wrong with a table. The library cannot say what it found where it reads bytes, and fails on that instead. */
function tableProblem(error: unknown, limits: Limits): Problem {
  const problem = problemOf(error);
  const detail = problem.detail ?? '';
  if (detail.startsWith('Max Record Size')) return { code: 'read/too-large', detail: beyond(limits, 'lineBytes') };
  if (!/^(?:Unknown encoding|Quote Not Closed)/u.test(detail)) return problem;
  return { code: 'read/damaged', detail: `a cell in quotes is not closed, or has ${beyond(limits, 'lineBytes')}` };
}

interface Row {
  readonly cells: readonly Uint8Array[];
  readonly raw: Uint8Array;
}

const bytesOf = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : Buffer.from(typeof value === 'string' ? value : '');

/** A row as the library gives it. */
function rowOf(value: unknown): Row {
  const entry = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const record = entry.get('record');
  return {
    cells: Array.isArray(record) ? record.map(bytesOf) : [],
    raw: bytesOf(entry.get('raw')),
  };
}

function fieldsOf(cells: readonly string[], columns: ReadonlyMap<Field, number>): Fields {
  const of = (field: Field): string | null => {
    const at = columns.get(field);
    const cell = at === undefined ? '' : (cells[at] ?? '');
    return cell.trim() === '' ? null : cell.trim();
  };
  const published = of('published');
  return {
    text: cells[columns.get('text') ?? -1] ?? '',
    key: of('key'),
    title: of('title'),
    published: published === null ? null : (isoOf(published) ?? published),
    url: of('url'),
    publisher: of('publisher'),
    language: languageCode(of('language')),
  };
}
