import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ActionRecord, ArticleRecord } from '../src/model/record.ts';
import { analyse } from '../src/pipeline.ts';
import { article } from './articles.ts';

/**
 * A sentence, and all that must be found in it: nothing less, nothing more. A kind that is not named must not be found.
 * `gap` says why we miss it; the day that it is found the suite says so, and the mark comes off.
 */
interface Case {
  readonly text: string;
  readonly published?: string;
  readonly gap?: string;
  readonly dates?: readonly Found[];
  readonly organisations?: readonly Found[];
  readonly products?: readonly Found[];
  readonly vulnerabilities?: readonly Found[];
  readonly malware?: readonly Found[];
  readonly quantities?: readonly Found[];
  readonly actions?: readonly Found[];
  readonly references?: readonly Found[];
}
type Kind = Exclude<keyof Case, 'text' | 'published' | 'gap'>;
type Found = Readonly<Record<string, string | number | boolean | null>>;

interface Named {
  readonly name: string;
  readonly mentions: readonly { readonly start: number; readonly text: string; readonly how: string }[];
}

/** Where things are named by a name, in text order. */
function named(list: readonly Named[]): Found[] {
  return list
    .flatMap(({ name, mentions }) => mentions.map(mention => ({ ...mention, name })))
    .filter(({ how }) => how === 'name' || how === 'alias')
    .toSorted((a, b) => a.start - b.start)
    .map(({ name, text }) => ({ name, text }));
}

/** Where an organisation is meant without its name, in text order. */
const referencesOf = ({ organisations }: ArticleRecord): Found[] =>
  organisations
    .flatMap(({ name, mentions }) => mentions.map(mention => ({ ...mention, name })))
    .filter(({ how }) => how === 'pronoun' || how === 'noun-phrase')
    .toSorted((a, b) => a.start - b.start)
    .map(({ text, how, name }) => ({ text, how, name }));

/** Malware where it is named, with its kind. */
const malwareOf = ({ malware }: ArticleRecord): Found[] =>
  named(malware).map(one => ({ ...one, kind: malware.find(({ name }) => name === one.name)?.kind ?? null }));

/** Vulnerabilities where they are named, with their number and score. */
const vulnerabilitiesOf = ({ vulnerabilities }: ArticleRecord): Found[] =>
  named(vulnerabilities).map(one => {
    const { cve = null, cvss = null } = vulnerabilities.find(({ name }) => name === one.name) ?? {};
    return { ...one, cve, cvss };
  });

/** Quantities, with the type of the action whose argument they count. */
const quantitiesOf = ({ quantities, actions }: ArticleRecord): Found[] =>
  quantities.map(({ text, kind, min, max, unit, approximate, action, role }) => {
    const type = actions.find(({ id }) => id === action)?.type ?? null;
    return { text, kind, min, max, unit, approximate, action: type, role };
  });

const told = ({ type, trigger }: ActionRecord): Found => ({ trigger: trigger.text, type });

/** All that is named, each where it stands. */
const namesOf = ({
  organisations,
  products,
  vulnerabilities,
  malware,
}: ArticleRecord): Partial<Record<Kind, Found[]>> => ({
  organisations: named(organisations),
  products: named(products),
  vulnerabilities: named(vulnerabilities),
  malware: named(malware),
});

/** What a file of each subject compares. */
const SUBJECTS: Readonly<Record<string, (record: ArticleRecord) => Partial<Record<Kind, Found[]>>>> = {
  dates: ({ dates }) => ({ dates: dates.map(({ text, value }) => ({ text, value })) }),
  timex: ({ dates }) => ({
    dates: dates.map(({ text, value, earliest, latest }) => ({ text, value, earliest, latest })),
  }),
  names: namesOf,
  unlisted: namesOf,
  kinds: ({ organisations }) => ({ organisations: organisations.map(({ name, kind }) => ({ name, kind })) }),
  references: record => ({ references: referencesOf(record) }),
  quantities: record => ({ quantities: quantitiesOf(record) }),
  malware: record => ({ malware: malwareOf(record) }),
  vulnerabilities: record => ({ vulnerabilities: vulnerabilitiesOf(record) }),
  triggers: ({ actions }) => ({ actions: actions.map(told) }),
  factuality: ({ actions }) => ({
    actions: actions.map(action => ({ ...told(action), polarity: action.polarity, status: action.status })),
  }),
};

/** Of what was found only what a case speaks of: one may leave out a quantity's unit, another a vulnerability's score. */
function asFarAsTold(found: readonly Found[], expected: readonly Found[]): readonly Found[] {
  return found.map((one, i) => {
    const asked = expected[i];
    return asked === undefined ? one : Object.fromEntries(Object.keys(asked).map(key => [key, one[key] ?? null]));
  });
}

/** A case names the words that carry an action; a trigger may hold more, such as the two parts of a verb. */
function withTriggersOf(found: readonly Found[], expected: readonly Found[]): readonly Found[] {
  return found.map((one, i) => {
    const word = expected[i]?.trigger;
    const holds = typeof word === 'string' && ` ${one.trigger} `.includes(` ${word} `);
    return holds ? { ...one, trigger: word } : one;
  });
}

const files = ['nl', 'en'].flatMap(language =>
  Object.keys(SUBJECTS).map(subject => [`fixtures/cases/${language}/${subject}.jsonl`, language, subject] as const),
);

describe.each(files)('%s', (path, language, subject) => {
  const lines = fs.readFileSync(path, 'utf8').trimEnd().split('\n');
  const cases = lines.map((line): Case => JSON.parse(line));

  for (const { text, published, gap, ...expected } of cases) {
    const run = gap === undefined ? test : test.fails;
    run(gap === undefined ? text : `${text} (gap: ${gap})`, () => {
      const { record } = analyse(article(text, { language, published }));
      const found = SUBJECTS[subject]?.(record) ?? {};
      const wanted: Readonly<Partial<Record<string, readonly Found[]>>> = expected;
      const kinds = new Set([...Object.keys(found), ...Object.keys(expected)]);
      const nothing = Object.fromEntries([...kinds].map(kind => [kind, []]));
      const asked = Object.fromEntries(
        Object.entries(found).map(([kind, list]) => [
          kind,
          asFarAsTold(withTriggersOf(list, wanted[kind] ?? []), wanted[kind] ?? []),
        ]),
      );
      expect({ ...nothing, ...asked }).toEqual({ ...nothing, ...expected });
    });
  }

  test('has enough cases, also empty ones, and none twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    const empty = cases.filter(({ text: _, published: _published, gap: _gap, ...expected }) => {
      return Object.values(expected).every(list => list.length === 0);
    });
    expect(empty.length).toBeGreaterThanOrEqual(5);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });
});
