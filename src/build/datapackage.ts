import type { BuildSettings } from '../model/corpus.ts';
import type { ArticleRecord } from '../model/record.ts';
import { COLUMNS } from './facts.ts';

/** What is known of a file of the corpus once it was written. */
export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Rows of a table, without its head; null for what is no table. */
  readonly rows: number | null;
}

/** A table's field. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: { readonly required: true };
}

const PROFILES = 'https://datapackage.org/profiles/2.0';

const TITLES: Readonly<Record<string, { readonly title: string; readonly description: string }>> = {
  'articles.jsonl': {
    title: 'Articles',
    description: 'One record for each article that was read, with all that was found in it; a line of JSON each.',
  },
  'incidents.jsonl': {
    title: 'Incidents',
    description:
      'One record for each incident, made from the records of the articles that tell of it; a line of JSON each.',
  },
  'facts.csv': {
    title: 'Facts',
    description:
      'One row for each action of each article, for a spreadsheet or R. Count only what is affirmed and occurred or is ongoing. A cell that begins like a formula has an apostrophe in front.',
  },
  'errors.jsonl': {
    title: 'Errors',
    description: 'What could not be read or was read with a warning; a line of JSON each.',
  },
  'report.html': { title: 'Report', description: 'All of it to read in a browser, in one file that needs no network.' },
};

const ERROR_FIELDS: readonly Field[] = [
  ['code', 'string', 'What it is about.', true],
  ['severity', 'string', 'How bad it is: an error lost an article, a warning changed it.', true],
  ['message', 'string', 'What is wrong.', true],
  ['path', 'string', 'Path of the file.', false],
  ['line', 'integer', 'Line of the file, from 1.', false],
  ['start', 'integer', 'Where it begins in the text, in code points.', false],
  ['end', 'integer', 'Where it ends in the text, in code points, exclusive.', false],
  ['advice', 'string', 'What to do.', true],
].map(([name, type, description, always]) => ({
  name: String(name),
  type: String(type),
  description: String(description),
  ...(always ? { constraints: { required: true } as const } : {}),
}));

/** A JSON value looked into without knowing what it is. */
const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined;

/** The fields of records, out of their JSON Schema. */
function schemaFields(schema: string, withText: boolean): readonly Field[] {
  const properties = part(JSON.parse(schema), 'properties');
  const known = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object']);
  return Object.entries(typeof properties === 'object' && properties !== null ? properties : {})
    .filter(([name]) => name !== 'text' || withText)
    .map(([name, property]) => {
      const choices = part(property, 'anyOf');
      const kinds = (Array.isArray(choices) ? choices : [property]).map(one => part(one, 'type'));
      const kind = kinds.find(one => typeof one === 'string' && known.has(one));
      return {
        name,
        type: typeof kind === 'string' ? kind : 'object',
        description: String(part(property, 'description') ?? ''),
      };
    });
}

const FACT_FIELDS: readonly Field[] = COLUMNS.map(({ name, type, means, always }) => ({
  name,
  type,
  description: means,
  ...(always ? { constraints: { required: true } as const } : {}),
}));

function fieldsOf(
  name: string,
  schemas: Readonly<Record<string, string>>,
  settings: BuildSettings,
): readonly Field[] | null {
  switch (name) {
    case 'facts.csv':
      return FACT_FIELDS;
    case 'errors.jsonl':
      return ERROR_FIELDS;
    case 'articles.jsonl':
      return schemaFields(schemas['article.schema.json'] ?? '{}', settings.text !== 'none');
    case 'incidents.jsonl':
      return schemaFields(schemas['incident.schema.json'] ?? '{}', true);
    default:
      return null;
  }
}

const MEDIA: Readonly<Record<string, readonly [format: string, mediatype: string]>> = {
  csv: ['csv', 'text/csv'],
  jsonl: ['jsonl', 'application/x-ndjson'],
  json: ['json', 'application/schema+json'],
  html: ['html', 'text/html'],
  md: ['md', 'text/markdown'],
};

function resource(file: FileFacts, schemas: Readonly<Record<string, string>>, settings: BuildSettings): unknown {
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1);
  const [format, mediatype] = MEDIA[ending] ?? [ending, 'application/octet-stream'];
  const fields = fieldsOf(file.name, schemas, settings);
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: file.name
      .replace(/^schemas\//u, 'schema-')
      .replace(/\..*/su, '')
      .toLowerCase(),
    ...(fields ? { type: 'table' } : {}),
    path: file.name,
    ...TITLES[file.name],
    format,
    mediatype,
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(file.rows === null ? {} : { rows: file.rows }),
    ...(file.name === 'facts.csv'
      ? { dialect: { header: true, delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true } }
      : {}),
    ...(fields
      ? {
          schema: {
            $schema: `${PROFILES}/tableschema.json`,
            fields,
            missingValues: [''],
            ...(file.name === 'facts.csv' ? { primaryKey: ['article', 'action'] } : {}),
            ...(file.name === 'incidents.jsonl' ? { primaryKey: ['id'] } : {}),
          },
        }
      : {}),
  };
}

/**
 * The text of datapackage.json: a Data Package (version 2) that names every other file with its size, hash, row count and
 * fields. It says nothing of the day it was made: the same articles and rules give the same bytes.
 *
 * @param files all other files, in the order in which they are to be named
 * @param schemas the JSON Schemas of the records, by file name
 */
export function dataPackage(
  files: readonly FileFacts[],
  schemas: Readonly<Record<string, string>>,
  producer: ArticleRecord['producer'],
  settings: BuildSettings,
): string {
  const content = {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'incident-corpus',
    title: 'A corpus of IT-security incidents in the news',
    description:
      'News articles in Dutch and English as data: dates, organisations, products and actions with their quotes, and the incidents that they tell of. See README.md.',
    keywords: ['cybersecurity', 'incidents', 'news', 'corpus'],
    producer,
    settings,
    resources: files.map(file => resource(file, schemas, settings)),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What a datapackage.json of ours says of its folder. */
export interface PackageFacts {
  readonly settings: BuildSettings;
  /** SHA-256 of each file, in hex, by its path. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Read a datapackage.json; null if it is none of ours. */
export function readPackage(text: string): PackageFacts | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const settings = part(value, 'settings');
  const resources = part(value, 'resources');
  if (part(part(value, 'producer'), 'name') !== 'incident-corpus' || !Array.isArray(resources)) return null;
  const wording = part(settings, 'text');
  const maxQuote = part(settings, 'maxQuote');
  const language = part(settings, 'language');
  const map = part(settings, 'map');
  if (wording !== 'all' && wording !== 'some' && wording !== 'none') return null;
  return {
    settings: {
      text: wording,
      maxQuote: typeof maxQuote === 'number' ? maxQuote : null,
      language: typeof language === 'string' ? language : null,
      map: typeof map === 'string' ? map : null,
    },
    hashes: new Map(
      resources.map((one: unknown) => [String(part(one, 'path')), String(part(one, 'hash')).replace(/^sha256:/u, '')]),
    ),
  };
}
