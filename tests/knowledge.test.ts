import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gazetteerSchemas, readGazetteers } from '../src/knowledge/knowledge.ts';
import { type Misreading, misreadingOf, ordinaryWords } from '../src/languages/ordinary.ts';
import type { Entry } from '../src/model/name.ts';
import { SECTORS } from '../src/model/record.ts';

const folder = 'src/knowledge';
const files = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.json'))
  .map(name => name.replaceAll(path.sep, '/'))
  .toSorted();
const entries = readGazetteers();

/** Different things that really go by one name. */
const NAMESAKES: ReadonlySet<string> = new Set([
  'organisation BRF', // the Belgian broadcaster and the Brazilian food company
  'organisation Everest', // the Dutch software maker and the extortionists
  'organisation Indra', // the Spanish company and the hackers
  'organisation Nationaal Crisiscentrum', // of the Netherlands and of Belgium
  'organisation Play', // the Polish carrier and the extortionists
  'organisation Vox', // the American site and the magazine of Radboud University
]);

interface Known {
  readonly of: string;
  readonly country: string | null;
  readonly kind?: string;
  readonly names: readonly string[];
}

/** Names that an article about an incident is bound to bring up, whatever else the gazetteers hold. */
const mustKnow: readonly Known[] = JSON.parse(fs.readFileSync('tests/must-know.json', 'utf8'));

/** Kinds of organisations that sell something. */
const COMPANIES: readonly string[] = ['company', 'finance', 'utility', 'transport', 'media'];

/** Names that are the same where an article leaves the capitals out, though words are what they are made of. */
const SAME_IN_LOWER_CASE: ReadonlySet<string> = new Set([
  ...['Active Directory', 'Algemeen Belgisch Vakverbond', 'Algemeen Christelijk Vakverbond'],
  ...['Amerikaans Congres', 'Amerikaans Hooggerechtshof', 'Basisregistratie Personen', 'Belgian Red Cross'],
  ...['Brits Hooggerechtshof', 'Centraal Administratie Kantoor', 'Centraal Justitieel Incassobureau'],
  ...['Centraal Meldpunt Identiteitsfraude', 'Centraal Meldpunt Identiteitsfraude en fouten'],
  ...['Centraal Planbureau', 'Christelijk Nationaal Vakverbond', 'Europees Ruimteagentschap'],
  ...['Immigratie en Naturalisatiedienst', 'Internationaal Strafhof', 'Koninklijk Concertgebouworkest'],
  ...['Koninklijk Conservatorium', 'Meldpunt Identiteitsfraude', 'Nationaal Archief', 'Nationaal Crisiscentrum'],
  ...['Nederlands Genootschap van Burgemeesters', 'Nederlands Huisartsen Genootschap', 'Nederlands Rode Kruis'],
  ...[
    'Planbureau voor de Leefomgeving',
    'Flash Player',
    'Play Store',
    'Print Nightmare',
    'Secure Boot',
    'Rode Halve Maan',
    'Rode Kruis',
  ],
  ...['Sociaal Cultureel Planbureau', 'Sociaal en Cultureel Planbureau', 'Verbond van Verzekeraars'],
  ...['Vlaams Economisch Verbond', 'Vlaams Gewest', 'Wereld Economisch Forum', 'Witte Huis'],
  ...['World Economic Forum'],
]);

/** Forms that need no evidence beside them, the canonical name among them. */
function freeForms(entry: Entry): string[] {
  const held = new Set([...entry.needsContext, ...entry.needsHead]);
  return [...new Set([entry.name, ...entry.aliases])].filter(form => !held.has(form));
}

/** Forms that need no evidence and can be misread in a way, and with which thing. */
function misread(how: Misreading, isFlagged: (entry: Entry, form: string) => boolean): string[] {
  const words = ordinaryWords();
  return entries.flatMap(entry =>
    freeForms(entry)
      .filter(form => misreadingOf(form, words) === how && !isFlagged(entry, form))
      .map(form => `${entry.of} ${form} (${entry.name})`),
  );
}

describe('the gazetteers', () => {
  let copy = '';

  beforeAll(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'knowledge-'));
    fs.cpSync(folder, copy, { recursive: true });
  });

  afterAll(() => fs.rmSync(copy, { recursive: true }));

  test('are in the form that scripts/format-knowledge.mjs writes, and it complains of nothing', () => {
    const copies = files.map(file => path.join(copy, file));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/format-knowledge.mjs', ...copies], {
      encoding: 'utf8',
    });
    expect(stderr.split('\n').filter(line => line !== '' && !/: \d+ entries$/.test(line))).toEqual([]);
    expect(status).toBe(0);
    const changed = files.filter(
      file => fs.readFileSync(path.join(folder, file), 'utf8') !== fs.readFileSync(path.join(copy, file), 'utf8'),
    );
    expect(changed).toEqual([]);
  });

  test.each(files)('%s passes its schema', file => {
    const lines: unknown = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    const schemas: Readonly<Record<string, { readonly safeParse: (value: unknown) => { error?: unknown } }>> =
      gazetteerSchemas;
    const kind = file.startsWith('organisations/') ? 'organisations' : path.basename(file, '.json');
    expect(schemas[kind]?.safeParse(lines).error).toBeUndefined();
  });

  test('know only sectors that the record knows', () => {
    const known: readonly (string | null)[] = [...SECTORS, null];
    expect(
      entries.filter(entry => !known.includes(entry.sector)).map(entry => `${entry.name}: ${entry.sector}`),
    ).toEqual([]);
  });

  test('let no name stand for two things of one kind, but for known namesakes', () => {
    const owners = new Map<string, Set<Entry>>();
    for (const entry of entries) {
      for (const form of [entry.name, ...freeForms(entry)]) {
        const key = `${entry.of === 'actor' ? 'organisation' : entry.of} ${form}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(entry));
      }
    }
    const shared = [...owners].filter(([, held]) => held.size > 1).map(([key]) => key);
    expect(shared.filter(key => !NAMESAKES.has(key))).toEqual([]);
    expect([...NAMESAKES].filter(key => !shared.includes(key))).toEqual([]);
  });

  test('let no common word of either language be a name without other evidence', () => {
    expect(misread('word', () => false)).toEqual([]);
  });

  test('let no common words stand for a name that is spelled with other capitals', () => {
    const isFlagged = ({ caseSensitive }: Entry, form: string): boolean =>
      caseSensitive.includes(form) || SAME_IN_LOWER_CASE.has(form);
    expect(misread('spelling', isFlagged)).toEqual([]);
  });

  test('flag no form that the entry has not', () => {
    const strange = entries.flatMap(({ name, aliases, needsContext, needsHead, caseSensitive }) => {
      const forms = new Set([name, ...aliases, ...needsContext, ...needsHead]);
      return caseSensitive.filter(form => !forms.has(form)).map(form => `${form} (${name})`);
    });
    expect(strange).toEqual([]);
  });

  test.each([
    ['vendors with their country', 300, ({ kind, country }: Entry) => kind === 'vendor' && country !== null],
    ['products', 700, ({ of }: Entry) => of === 'product'],
    ['threat groups', 250, ({ of }: Entry) => of === 'actor'],
    ['malware', 250, ({ of }: Entry) => of === 'malware'],
    ['vulnerabilities with CVE numbers', 80, ({ of, cve }: Entry) => of === 'vulnerability' && cve.length > 0],
    ['Dutch companies', 60, ({ kind, country }: Entry) => COMPANIES.includes(kind) && country === 'NL'],
    ['foreign companies', 150, ({ kind, country }: Entry) => COMPANIES.includes(kind) && country !== 'NL'],
  ] as const)('know many %s', (_what, least, counts) => {
    expect(entries.filter(counts).length).toBeGreaterThanOrEqual(least);
  });

  test.each(mustKnow)('know the $of', ({ country, kind, names }) => {
    const forms = new Set(
      entries
        .filter(
          one => one.of === 'organisation' && one.country === country && (kind === undefined || one.kind === kind),
        )
        .flatMap(one => [one.name, ...one.aliases, ...one.needsContext, ...one.needsHead]),
    );
    expect(names.filter(name => !forms.has(name))).toEqual([]);
  });
});
