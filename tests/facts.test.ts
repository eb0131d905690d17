import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ActionRecord, ArticleRecord } from '../src/model/record.ts';
import { analyse } from '../src/pipeline.ts';
import { article } from './articles.ts';

/** A sentence and what it tells of some of its actions, or does not tell; other actions of it are not looked at. */
interface FactCase {
  readonly text: string;
  readonly published?: string;
  /** Why we miss it; the day that it works the suite says so, and the mark comes off. */
  readonly gap?: string;
  readonly facts?: readonly Fact[];
  /** Types of actions that its words might be taken for, and which it does not tell. */
  readonly absent?: readonly string[];
}

/** What is expected of one action, which is known by its type and a word of its trigger. */
interface Fact {
  readonly trigger: string;
  readonly type: string;
  readonly certainty?: string;
  readonly polarity?: string;
  readonly status?: string;
  /** Names or phrases of who takes part. */
  readonly actors?: readonly string[];
  readonly targets?: readonly string[];
  readonly recipients?: readonly string[];
  readonly affected?: readonly string[];
  /** A word of the trigger of the advice, order or claim that it is the content of. */
  readonly contentOf?: string | null;
  readonly sources?: readonly { readonly name: string; readonly stance: string; readonly for?: string }[];
  readonly date?: { readonly value: string; readonly relation: string } | null;
}

const PARTS = ['actors', 'targets', 'recipients', 'affected'] as const;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const shareWord = (a: string, b: string): boolean => {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some(word => words.has(word));
};

/** The expected name that is meant: its words stand in a row in one of the forms of what was found. */
function meant(names: readonly string[], forms: readonly string[]): string | undefined {
  return names.find(name =>
    forms.some(form => ` ${wordsOf(form).join(' ')} `.includes(` ${wordsOf(name).join(' ')} `)),
  );
}

/** An action told in the words of what is expected of it; what is not expected is left out. */
function told(action: ActionRecord | undefined, expected: Fact, record: ArticleRecord): Fact | null {
  if (action === undefined) return null;
  const container = record.actions.find(({ id }) => id === action.contentOf);
  const formsOf = (id: string | null): string[] =>
    record.organisations
      .filter(one => one.id === id)
      .flatMap(({ name, mentions }) => [name, ...mentions.map(({ text }) => text)]);
  return {
    trigger: expected.trigger,
    type: action.type,
    ...(expected.certainty !== undefined && { certainty: action.certainty }),
    ...(expected.polarity !== undefined && { polarity: action.polarity }),
    ...(expected.status !== undefined && { status: action.status }),
    ...Object.fromEntries(
      PARTS.flatMap(part => {
        const wanted = expected[part];
        if (wanted === undefined) return [];
        return [[part, action[part].map(({ name, text }) => meant(wanted, [name, text]) ?? name)]];
      }),
    ),
    ...(expected.contentOf !== undefined && {
      contentOf:
        container === undefined
          ? null
          : expected.contentOf !== null && shareWord(container.trigger.text, expected.contentOf)
            ? expected.contentOf
            : container.trigger.text,
    }),
    ...(expected.sources !== undefined && {
      sources: action.sources.map(source => {
        const wanted = expected.sources?.find(({ name }) => meant([name], [source.name, source.text]));
        const speaksFor = formsOf(source.for);
        return {
          name: wanted?.name ?? source.name,
          stance: source.stance,
          ...(wanted?.for !== undefined && { for: meant([wanted.for], speaksFor) ?? speaksFor[0] }),
        };
      }),
    }),
    ...(expected.date !== undefined && {
      date: action.date === null ? null : { value: action.date.value, relation: action.date.relation },
    }),
  };
}

const SUBJECTS = ['types', 'roles', 'senses', 'certainty', 'affected', 'content-of', 'stance', 'relation'];
const files = ['nl', 'en'].flatMap(language =>
  SUBJECTS.map(subject => [`fixtures/cases/${language}/${subject}.jsonl`, language] as const),
);

describe.each(files)('%s', (path, language) => {
  const lines = fs.readFileSync(path, 'utf8').trimEnd().split('\n');
  const cases = lines.map((line): FactCase => JSON.parse(line));

  for (const { text, published, gap, facts = [], absent = [] } of cases) {
    const run = gap === undefined ? test : test.fails;
    run(gap === undefined ? text : `${text} (gap: ${gap})`, () => {
      const { record } = analyse(article(text, { language, published }));
      const found = facts.map(fact => {
        const { type, trigger } = fact;
        const action = record.actions.find(one => one.type === type && shareWord(one.trigger.text, trigger));
        return told(action, fact, record);
      });
      expect(found).toEqual(facts);
      expect(record.actions.map(({ type }) => type).filter(type => absent.includes(type))).toEqual([]);
    });
  }

  test('has enough cases, and none twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
    expect(cases.filter(({ facts = [], absent = [] }) => facts.length + absent.length === 0)).toEqual([]);
  });
});
