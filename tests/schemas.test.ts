import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { articleRecord, incidentRecord } from '../src/model/record.ts';
import { schemaFiles } from '../src/model/schema.ts';
import { altered, articleSample, incidentSample } from './records.ts';

const files = schemaFiles();

const kinds = [
  { kind: 'article', file: 'article.schema.json', zod: articleRecord, sample: articleSample },
  { kind: 'incident', file: 'incident.schema.json', zod: incidentRecord, sample: incidentSample },
] as const;

function validator(schema: string): (record: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default(ajv);
  const check = ajv.compile(JSON.parse(schema));
  return record => check(record);
}

/** Paths of all properties, at any depth, that have no description of their own. */
function undescribed(node: unknown, at: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = `${at}/${key}`;
    const inner = undescribed(value, here);
    if (key !== 'properties' || typeof value !== 'object' || value === null) return inner;
    const silent = Object.entries(value).filter(([, property]) => !Reflect.get(property, 'description'));
    return [...silent.map(([name]) => `${here}/${name}`), ...inner];
  });
}

const wrong: Readonly<Record<'article' | 'incident', readonly (readonly [string, unknown])[]>> = {
  article: [
    ['schemaVersion', '2.0'],
    ['id', 'a-XYZ'],
    ['title', undefined],
    ['extra', 1],
    ['source.extra', 1],
    ['source.bytes', -1],
    ['published.earliest', '2024-02-30'],
    ['language.confidence', 1.5],
    ['fingerprint', 'not base64!'],
    ['dates.0.start', 1.5],
    ['dates.0.value', 'yesterday'],
    ['dates.0.value', 'P'],
    ['dates.0.modifier', 'SOON'],
    ['organisations.0.mentions', []],
    ['organisations.0.country', 'nl'],
    ['organisations.0.sector', 'gardening'],
    ['organisations.0.identifiers.isin', 'x'],
    ['products.0.identifiers.cpe', 'fortios'],
    ['vulnerabilities.0.cve', 'cve-2024-21762'],
    ['actions.0.type', 'dance'],
    ['actions.0.trigger.lemma', undefined],
    ['actions.0.actors.0.ref', 'd1'],
    ['actions.0.sources.0.stance', 'shouts'],
    ['actions.0.date.relation', 'near'],
    ['diagnostics.0.severity', 'fatal'],
    ['producer.rules', ''],
    ['text', null],
  ],
  incident: [
    ['id', 'a-0123456789abcdef'],
    ['label', ''],
    ['period.earliest', '2024'],
    ['articles', []],
    ['articles.0.role', 'twin'],
    ['organisations.0.involvement.0', 'bystander'],
    ['timeline.0.evidence', []],
    ['timeline.0.articles', undefined],
    ['conflicts.0.facts', ['t1']],
    ['conflicts.0.on', 'taste'],
    ['linkEvidence.0.shared.0.weight', 'much'],
  ],
};

describe.each(kinds)('the schema of the $kind record', ({ kind, file, zod, sample }) => {
  const isValid = validator(files[file]);

  test('stands in schemas/ as the code makes it', () => {
    const onDisk = readFileSync(new URL(`../schemas/${file}`, import.meta.url), 'utf8');
    expect(onDisk, 'run: npm run build && node scripts/write-schemas.mjs').toBe(files[file]);
  });

  test('describes every property at every depth', () => {
    expect(undescribed(JSON.parse(files[file]), '')).toEqual([]);
  });

  test('accepts the sample in both forms', () => {
    expect(isValid(sample)).toBe(true);
    expect(zod.safeParse(sample).error?.issues).toBeUndefined();
  });

  test('keeps the keys of the contract in their order', () => {
    expect(Object.keys(zod.parse(sample))).toEqual(Object.keys(sample));
  });

  test.each(wrong[kind])('refuses a record in which %s is %j, in both forms', (path, value) => {
    const broken = altered(sample, path, value);
    expect(isValid(broken)).toBe(false);
    expect(zod.safeParse(broken).success).toBe(false);
  });
});

describe('the values of dates', () => {
  const isValid = validator(files['article.schema.json']);

  test.each([
    ...[
      '2020',
      '2020-01',
      '2020-01-17',
      '199',
      '19',
      '2020-W03',
      '2020-W03-WE',
      '2020-Q1',
      '2020-H1',
      '2020-SP',
      '2020-WI',
    ],
    ...['2020-01-17TMO', '2020-01-17TDT', '2020-01-17T07:00', 'T17:00', 'P2D', 'P1.5W', 'PT36H', 'PXM', 'PXX', 'PTXH'],
    ...[
      'XXXX-WXX-5',
      'XXXX-WXX-5TEV',
      'XXXX-WXX',
      'XXXX-WXX-WE',
      'XXXX-XX-XX',
      'XXXX-05-28',
      '2020-01-XX',
      '2020-01-XXT07:00',
    ],
    ...['XXXX-XX-XXTNI', 'PAST_REF', 'PRESENT_REF', 'FUTURE_REF'],
  ])('may be %s', value => {
    expect(isValid(altered(articleSample, 'dates.0.value', value))).toBe(true);
  });

  test.each(['', '2020-1', '2020-01-17T7:00', '2020-W3', 'P2', 'PT', '17-01-2020', 'SOON_REF', 'X'])(
    'may not be %j',
    value => {
      expect(isValid(altered(articleSample, 'dates.0.value', value))).toBe(false);
    },
  );
});
