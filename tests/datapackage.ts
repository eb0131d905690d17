/*
 * What the profile of Data Package, version 2, demands of a descriptor, written down as a JSON Schema of our own: the
 * package, its resources, and the schema and dialect of those that are tables.
 */

const text = { type: 'string' } as const;
const url = { type: 'string', pattern: '^https://datapackage\\.org/profiles/2\\.\\d/' } as const;
const relativePath = {
  type: 'string',
  // No absolute path, no way up, no protocol but that of the web.
  pattern: '^(?:(?=[^./~])(?!file:)(?:(?!/\\.\\./)(?!\\\\)(?!:\\/\\/).)*|(?:http|ftp)s?://.*)$',
} as const;

const FIELD_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'datetime',
  'date',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
] as const;

const field = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    type: { enum: FIELD_TYPES },
    title: text,
    description: text,
    constraints: { type: 'object', properties: { required: { type: 'boolean' }, unique: { type: 'boolean' } } },
  },
} as const;

const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: url,
    fields: { type: 'array', minItems: 1, items: field },
    primaryKey: { type: 'array', minItems: 1, uniqueItems: true, items: text },
    missingValues: { type: 'array', items: text },
  },
} as const;

const dialect = {
  type: 'object',
  properties: {
    header: { type: 'boolean' },
    delimiter: text,
    lineTerminator: text,
    quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
    doubleQuote: { type: 'boolean' },
  },
} as const;

const resource = {
  type: 'object',
  required: ['name', 'path'],
  not: { required: ['data'] },
  properties: {
    $schema: url,
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    path: relativePath,
    type: { enum: ['table'] },
    title: text,
    description: text,
    format: text,
    mediatype: { type: 'string', pattern: '^.+/.+$' },
    encoding: text,
    bytes: { type: 'integer' },
    hash: { type: 'string', pattern: '^(?:[^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
    schema: tableSchema,
    dialect,
  },
} as const;

/** The profile as a JSON Schema. */
export const dataPackageProfile = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: url,
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: text,
    description: text,
    keywords: { type: 'array', minItems: 1, items: text },
    licenses: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', anyOf: [{ required: ['name'] }, { required: ['path'] }] },
    },
    resources: { type: 'array', minItems: 1, items: resource },
  },
} as const;
