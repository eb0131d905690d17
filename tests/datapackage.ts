/*
 * All that the profile of Data Package 2.0 (https://datapackage.org/profiles/2.0/datapackage.json) demands of a descriptor,
 * as a JSON Schema: of the package, its resources, the dialect and schema of tables, and each of the fifteen types of
 * field. What the profile only tells (titles, defaults, examples) is left out.
 */

/** A JSON Schema. */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const yesOrNo: Schema = { type: 'boolean' };
const of = (...values: readonly string[]): Schema => ({ enum: values });
const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', ...more, items });
const object = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  type: 'object',
  ...more,
  properties,
});
const someOf = (items: Schema): Schema => list(items, { minItems: 1 });
const setOf = (items: Schema): Schema => list(items, { minItems: 1, uniqueItems: true });
const either = (...choices: readonly Schema[]): Schema => ({ oneOf: choices });

/** No absolute path, no home, no way up, no protocol but those of the web and FTP. */
const path: Schema = {
  type: 'string',
  pattern: '^((?=[^./~])(?!file:)((?!\\/\\.\\.\\/)(?!\\\\)(?!:\\/\\/).)*|(http|ftp)s?:\\/\\/.*)$',
};

/** Values of a kind, plain or with what they stand for. */
const labelled = (value: Schema): Schema => ({
  anyOf: [list(value), list(object({ value, label: text }, { required: ['value'] }))],
});
const missingValues = labelled(text);

const always = { required: yesOrNo } as const;
const single = { ...always, unique: yesOrNo } as const;
const lengths = { minLength: whole, maxLength: whole } as const;
/** Bounds as words, or as values of the field as well. */
const bounds = (bound: Schema) => ({
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
});
const wordBounds = { ...single, enum: setOf(text), ...bounds(text) } as const;
const numberBounds = (value: Schema) => ({
  ...single,
  enum: either(setOf(text), setOf(value)),
  ...bounds(either(text, value)),
});
const onlyDefault = { format: of('default') } as const;
/** The choices of a field are words or values of another type. */
const choices = (...types: readonly string[]): Schema => either(...['string', ...types].map(type => setOf({ type })));

/** A type of field: what may be said of it, and what of its values. */
function field(
  type: string,
  constraints: Readonly<Record<string, Schema>>,
  more: Readonly<Record<string, Schema>>,
  required: readonly string[] = ['name', 'type'],
): Schema {
  return object(
    {
      name: text,
      title: text,
      description: text,
      example: text,
      missingValues,
      type: of(type),
      constraints: object(constraints),
      rdfType: text,
      ...more,
    },
    { required },
  );
}

const FIELDS: readonly Schema[] = [
  // A field that names no type is one of strings.
  field(
    'string',
    { ...single, pattern: text, enum: setOf(text), ...lengths },
    { categories: labelled(text), categoriesOrdered: yesOrNo, format: of('default', 'email', 'uri', 'binary', 'uuid') },
    ['name'],
  ),
  field('number', numberBounds({ type: 'number' }), {
    ...onlyDefault,
    bareNumber: yesOrNo,
    groupChar: text,
    decimalChar: text,
  }),
  field('integer', numberBounds(whole), {
    ...onlyDefault,
    categories: labelled(whole),
    categoriesOrdered: yesOrNo,
    bareNumber: yesOrNo,
    groupChar: text,
  }),
  field('date', wordBounds, {}),
  field('time', wordBounds, {}),
  field('datetime', wordBounds, {}),
  field('year', numberBounds(whole), onlyDefault),
  field('yearmonth', wordBounds, onlyDefault),
  field(
    'boolean',
    { ...always, enum: setOf(yesOrNo) },
    { ...onlyDefault, trueValues: someOf(text), falseValues: someOf(text) },
  ),
  field('object', { ...single, enum: choices('object'), ...lengths, jsonSchema: { type: 'object' } }, onlyDefault),
  field('geopoint', { ...single, enum: choices('array', 'object') }, { format: of('default', 'array', 'object') }),
  field('geojson', { ...single, enum: choices('object'), ...lengths }, { format: of('default', 'topojson') }),
  field('array', { ...single, enum: choices('array'), ...lengths, jsonSchema: { type: 'object' } }, onlyDefault),
  field('duration', wordBounds, onlyDefault),
  field('any', { ...single, enum: { type: 'array', minItems: 1, uniqueItems: true } }, {}),
];

const reference = (fields: Schema): Schema => object({ resource: text, fields }, { required: ['fields'] });

const tableSchema: Schema = object(
  {
    $schema: text,
    fields: someOf({ type: 'object', oneOf: FIELDS }),
    fieldsMatch: { type: 'array' },
    primaryKey: either(setOf(text), text),
    uniqueKeys: setOf(setOf(text)),
    foreignKeys: someOf({
      type: 'object',
      required: ['fields', 'reference'],
      oneOf: [
        { properties: { fields: list(text), reference: reference(setOf(text)) } },
        { properties: { fields: text, reference: reference(text) } },
      ],
    }),
    missingValues,
  },
  { required: ['fields'] },
);

const rowNumbers = list({ type: 'integer', minimum: 1 });

const dialect: Schema = object({
  $schema: text,
  header: yesOrNo,
  headerRows: rowNumbers,
  headerJoin: text,
  commentRows: rowNumbers,
  commentChar: text,
  delimiter: text,
  lineTerminator: text,
  quoteChar: text,
  doubleQuote: yesOrNo,
  escapeChar: text,
  nullSequence: text,
  skipInitialSpace: yesOrNo,
  property: text,
  itemType: of('array', 'object'),
  itemKeys: list(text),
  sheetNumber: { type: 'integer', minimum: 1 },
  sheetName: text,
  table: text,
});

const email: Schema = { type: 'string', format: 'email' };
const uri: Schema = { type: 'string', format: 'uri' };

const sources = list(object({ title: text, path, email, version: text }, { minProperties: 1 }));

const licenses = someOf(
  object(
    { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text },
    { anyOf: [{ required: ['name'] }, { required: ['path'] }] },
  ),
);

const resource: Schema = object(
  {
    $schema: text,
    name: text,
    path: either(path, someOf(path)),
    type: of('table'),
    title: text,
    description: text,
    homepage: uri,
    sources,
    licenses,
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    bytes: whole,
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
    dialect,
    schema: { anyOf: [text, tableSchema] },
  },
  { oneOf: [{ required: ['name', 'data'] }, { required: ['name', 'path'] }] },
);

/** The profile as a JSON Schema. */
export const dataPackageProfile: Schema = object(
  {
    $schema: text,
    name: text,
    id: text,
    title: text,
    description: text,
    homepage: uri,
    version: text,
    created: { type: 'string', format: 'date-time' },
    contributors: someOf({
      minProperties: 1,
      properties: {
        title: text,
        path,
        email,
        givenName: text,
        familyName: text,
        organization: text,
        roles: someOf(text),
      },
    }),
    keywords: someOf(text),
    image: text,
    licenses,
    resources: someOf(resource),
    sources,
  },
  { required: ['resources'] },
);
