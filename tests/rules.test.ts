import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRules } from '../src/compile.ts';
import { languages } from '../src/languages/languages.ts';
import { compileLexicon } from '../src/lexicon/lexicon.ts';
import { phrasesAt } from '../src/lexicon/trie.ts';
import type { ArticleRecord } from '../src/model/record.ts';
import type { Example, RuleBase } from '../src/model/rule.ts';
import { tokenise } from '../src/model/tokens.ts';
import { PHASE_OF } from '../src/model/trigger.ts';
import { analyse } from '../src/pipeline.ts';
import { article } from './articles.ts';

interface Firing {
  readonly rule: string;
  readonly text: string;
  readonly values: readonly string[];
}

/** Everything that a record says was found by a rule. */
function firings(record: ArticleRecord): Firing[] {
  const named = [...record.organisations, ...record.products, ...record.vulnerabilities, ...record.malware];
  return [
    ...record.dates.map(date => ({ rule: date.rule, text: date.text, values: [date.value] })),
    ...named.flatMap(one =>
      one.mentions.map(mention => ({ rule: mention.rule, text: mention.text, values: [one.name] })),
    ),
    ...record.quantities.map(one => ({ rule: one.rule, text: one.text, values: [one.kind] })),
    ...record.actions.map(action => ({
      rule: action.rule,
      text: action.trigger.text,
      values: [action.type, action.trigger.lemma],
    })),
  ];
}

const languageOf = (rule: RuleBase, text: string): string =>
  /^(?:nl|en)\//.exec(rule.id)?.[0].slice(0, 2) ?? (/\b(?:de|het|een|niet)\b/i.test(text) ? 'nl' : 'en');

function run(rule: RuleBase, text: string, published?: string): Firing[] {
  return firings(analyse(article(text, { language: languageOf(rule, text), published })).record);
}

const straight = (text: string): string => text.replaceAll(/[’‘]/g, "'");

const isCue = (rule: RuleBase): boolean => /\/cue\//.test(rule.id);
const rules = allRules();

describe('every rule', () => {
  test('has an id of its own', () => {
    const ids = rules.map(rule => rule.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('that a golden record names is one that explain can show', () => {
    const known = new Set(rules.map(rule => rule.id));
    const named = fs
      .readdirSync('fixtures/articles')
      .flatMap(slug => [
        ...fs.readFileSync(`fixtures/articles/${slug}/record.json`, 'utf8').matchAll(/"rule": "([^"]+)"/g),
      ])
      .map(found => found[1] ?? '');
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter(id => !known.has(id))).toEqual([]);
  });

  test('has a meaning, examples and near misses', () => {
    expect(
      rules
        .filter(rule => rule.means.length < 10 || rule.examples.length === 0 || rule.rejects.length === 0)
        .map(rule => rule.id),
    ).toEqual([]);
  });
});

describe.each(Object.values(languages).map(language => [language.code, language.triggers] as const))(
  'every type of action in %s',
  (_, triggers) => {
    test.each(Object.keys(PHASE_OF))('%s has eight examples and four near misses', type => {
      const own = triggers.filter(rule => rule.type === type);
      const texts = new Set(own.flatMap(rule => rule.examples.map(example => example.text)));
      const nearMisses = new Set(own.flatMap(rule => rule.rejects));
      expect(texts.size).toBeGreaterThanOrEqual(8);
      expect(nearMisses.size).toBeGreaterThanOrEqual(4);
    });
  },
);

describe.each(rules.filter(rule => !isCue(rule)).map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.examples.map((example): [string, Example] => [example.text, example]))(
    'finds its words in: %s',
    (_text, example) => {
      const own = run(rule, example.text, example.published).filter(firing => firing.rule === rule.id);
      expect(own.map(firing => straight(firing.text))).toContain(straight(example.finds));
      if (example.value !== undefined)
        expect(
          own.filter(firing => straight(firing.text) === straight(example.finds)).flatMap(firing => firing.values),
        ).toContain(example.value);
    },
  );

  test.each([...rule.rejects])('keeps silent in: %s', text => {
    expect(run(rule, text).filter(firing => firing.rule === rule.id)).toEqual([]);
  });
});

const lexicon = compileLexicon(languages, [], []);

/** The words of a text that a cue finds; of overlapping cues the longest counts, as in factuality. */
function cueWords(id: string, text: string): string[] {
  const { cues } = lexicon.languages[id.startsWith('nl/') ? 'nl' : 'en'];
  const tokens = tokenise(text, lexicon.vocabulary);
  const found: string[] = [];
  for (let i = 0; i < tokens.count; i += 1) {
    const longest = phrasesAt(cues, tokens.id, i, tokens.count)[0];
    if (longest === undefined) continue;
    if (longest.values.some(cue => cue.id === id)) found.push(text.slice(tokens.start[i], tokens.end[longest.to - 1]));
    i = longest.to - 1;
  }
  return found.map(words => straight(words.toLowerCase()));
}

describe.each(rules.filter(isCue).map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.map((example): [string, Example] => [example.text, example]))(
    'turns: %s',
    (text, { finds }) => {
      expect(cueWords(id, text)).toContain(straight(finds.toLowerCase()));
    },
  );

  test.each([...rule.rejects])('keeps silent in: %s', text => {
    expect(cueWords(id, text)).toEqual([]);
  });
});
