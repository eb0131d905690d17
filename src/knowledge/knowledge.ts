import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Entry, MALWARE_KINDS, ORGANISATION_KINDS, PRODUCT_KINDS } from '../model/name.ts';

const forms = z.array(z.string().min(1)).optional();
const common = { name: z.string().min(1), aliases: forms, needsContext: forms, needsHead: forms, caseSensitive: forms };
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable();

/** One line of a gazetteer of each kind; a file is an array of them. */
export const gazetteerSchemas = {
  organisations: z.array(
    z.strictObject({
      ...common,
      kind: z.enum(ORGANISATION_KINDS),
      country,
      sector: z.string().nullable(),
      wikidata: z.string().optional(),
      ror: z.string().optional(),
    }),
  ),
  products: z.array(
    z.strictObject({
      ...common,
      kind: z.enum(PRODUCT_KINDS),
      vendor: z.string().nullable(),
      cpe: z.string().optional(),
    }),
  ),
  malware: z.array(z.strictObject({ ...common, kind: z.enum(MALWARE_KINDS) })),
  actors: z.array(z.strictObject({ ...common, country, mitre: z.string().optional() })),
  vulnerabilities: z.array(
    z.strictObject({
      ...common,
      cve: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/)).optional(),
      product: z.string().nullable().optional(),
    }),
  ),
} as const;

const folder = new URL('.', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

interface Line {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly needsContext?: readonly string[] | undefined;
  readonly needsHead?: readonly string[] | undefined;
  readonly caseSensitive?: readonly string[] | undefined;
}

function entry(line: Line, of: Entry['of'], kind: string, more: Partial<Entry>): Entry {
  return {
    name: line.name,
    kind,
    of,
    vendor: null,
    country: null,
    sector: null,
    identifiers: {},
    cve: [],
    aliases: line.aliases ?? [],
    needsContext: line.needsContext ?? [],
    needsHead: line.needsHead ?? [],
    caseSensitive: line.caseSensitive ?? [],
    ...more,
  };
}

const ids = (pairs: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

/** The names of the files with organisations, in code-point order. */
function organisationFiles(): string[] {
  return readdirSync(new URL('organisations/', folder))
    .filter(name => name.endsWith('.json'))
    .toSorted();
}

/**
 * Read every gazetteer and check it.
 *
 * @throws ZodError if a file is not of its schema: a bug in the project, not in an article
 */
export function readGazetteers(): Entry[] {
  const organisations = organisationFiles().flatMap(name =>
    gazetteerSchemas.organisations.parse(read(`organisations/${name}`)).map(line =>
      entry(line, 'organisation', line.kind, {
        country: line.country,
        sector: line.sector,
        identifiers: ids({ wikidata: line.wikidata, ror: line.ror }),
      }),
    ),
  );
  const products = gazetteerSchemas.products
    .parse(read('products.json'))
    .map(line => entry(line, 'product', line.kind, { vendor: line.vendor, identifiers: ids({ cpe: line.cpe }) }));
  const malware = gazetteerSchemas.malware
    .parse(read('malware.json'))
    .map(line => entry(line, 'malware', line.kind, {}));
  const actors = gazetteerSchemas.actors
    .parse(read('actors.json'))
    .map(line =>
      entry(line, 'actor', 'threat-group', { country: line.country, identifiers: ids({ mitre: line.mitre }) }),
    );
  const vulnerabilities = gazetteerSchemas.vulnerabilities
    .parse(read('vulnerabilities.json'))
    .map(line => entry(line, 'vulnerability', 'other', { cve: line.cve ?? [], vendor: line.product ?? null }));
  return [...organisations, ...products, ...malware, ...actors, ...vulnerabilities];
}
