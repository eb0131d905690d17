import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gazetteerSchemas, readGazetteers } from '../src/knowledge/knowledge.ts';
import { languages } from '../src/languages/languages.ts';
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
  'organisation Nationaal Crisiscentrum', // of the Netherlands and of Belgium
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

/** Words that the language files know because they are the name, or that nobody writes with a capital. */
const NAMES_FIRST: ReadonlySet<string> = new Set([
  ...['belastingdienst', 'politie', 'police', 'rijksoverheid', 'europol', 'interpol'],
  ...['google', 'twitter', 'skype', 'whatsapp', 'digid', 'iphone', 'iphones', 'cryptolocker'],
  'blokker', // would be "ik blokker" if "blokkeren" had its stress elsewhere
]);

/** Forms that need no evidence beside them, the canonical name among them. */
function freeForms(entry: Entry): string[] {
  const held = new Set([...entry.needsContext, ...entry.needsHead]);
  return [...new Set([entry.name, ...entry.aliases])].filter(form => !held.has(form));
}

/** Lower-case words of both languages: every class of words and nouns, all verb forms, the words of dates. */
function commonWords(): Set<string> {
  const words = Object.values(languages).flatMap(({ words, nouns, verbs, dates }) => [
    ...Object.entries(words).flatMap(([kind, list]) => (kind === 'firstName' ? [] : list)),
    ...Object.values(nouns).flat(),
    ...verbs.map(verb => verb.form),
    ...Object.values(dates.words).flatMap(values => Object.keys(values)),
  ]);
  return new Set(words.map(word => word.toLowerCase()));
}

/**
 * Whether a text can show this form where it only means the word: at the beginning of a sentence "Target" looks like
 * "target". Acronyms ("WHO") and names like "iDEAL" must agree with the text to the letter, so they are told apart.
 */
function looksLikeAWord(form: string): boolean {
  return /^[\p{L}'’]+$/u.test(form) && !/^[A-Z]{2,6}$/.test(form) && !/^\p{Ll}.*\p{Lu}/u.test(form);
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
        const key = `${entry.of} ${form}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(entry));
      }
    }
    const shared = [...owners].filter(([, held]) => held.size > 1).map(([key]) => key);
    expect(shared.filter(key => !NAMESAKES.has(key))).toEqual([]);
    expect([...NAMESAKES].filter(key => !shared.includes(key))).toEqual([]);
  });

  test('let no common word of either language be a name without other evidence', () => {
    const words = commonWords();
    const offenders = entries.flatMap(entry =>
      freeForms(entry)
        .filter(form => looksLikeAWord(form) && words.has(form.toLowerCase()) && !NAMES_FIRST.has(form.toLowerCase()))
        .map(form => `${entry.of} ${form} (${entry.name})`),
    );
    expect(offenders).toEqual([]);
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
