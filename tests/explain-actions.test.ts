import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { explainActions } from '../src/explain-actions.ts';
import type { ActionRecord, ArticleRecord } from '../src/model/record.ts';
import { PHASE_OF } from '../src/model/trigger.ts';
import { articleSample } from './records.ts';

const printed = (record: ArticleRecord): string =>
  explainActions(record, false)
    .map(({ text }) => text)
    .join('');

const [first, second] = articleSample.actions;

/** The statement that an action of the sample would give, were it a little different. */
function statement(action: ActionRecord | undefined, change: Partial<ActionRecord> = {}): string | undefined {
  if (action === undefined) return undefined;
  return /^e\d+ [\w-]+: (.*)\.$/mu.exec(printed({ ...articleSample, actions: [{ ...action, ...change }] }))?.[1];
}

describe('the actions of an article', () => {
  test('are sentences with their words underlined, how sure they are, who says so, and their rules', () => {
    expect(printed({ ...articleSample, actions: articleSample.actions.slice(0, 1) })).toBe(
      [
        'fixtures/articles/oudewaal/article.txt · 1 action',
        '^ what tells of it  - who and what  ~ when',
        '',
        'e1 take-offline: gemeente Oudewaal took servers offline at gemeente Oudewaal on 2024-03-03.',
        '    The municipality of Oudewaal shut down about 40 servers on Sunday, mayor Els Brand says.',
        '        ------------------------ ^^^^^^^^^          -------    ~~~~~~        ---------',
        '    it happened (certain); according to Els Brand for gemeente Oudewaal',
        '    en/trigger/shut-down (shut down), en/date/weekday (Sunday), en/organisation/municipality (municipality of Oudewaal)',
        '',
      ].join('\n'),
    );
  });

  test('tell by their mood whether they happened', () => {
    expect(statement(second)).toBe('Attackers exploited CVE-2024-21762 and FortiOS with LockBit');
    const told = (polarity: ActionRecord['polarity'], status: ActionRecord['status']) =>
      statement(second, { polarity, status, targets: [], instruments: [] });
    expect(told('negated', 'occurred')).toBe('Attackers did not exploit something');
    expect(told('affirmed', 'planned')).toBe('Attackers will exploit something');
    expect(told('negated', 'advised')).toBe('Attackers should not exploit something');
    expect(told('affirmed', 'possible')).toBe('Attackers may exploit something');
    expect(told('affirmed', 'unknown')).toBe('Attackers perhaps exploited something');
    expect(told('negated', 'unknown')).toBe('Attackers as far as is known did not exploit something');
  });

  test('tell how an argument was found that the words do not name, and who did it if nobody is named', () => {
    const actors = (first?.actors ?? []).map(actor => ({ ...actor, how: 'pronoun' as const }));
    expect(statement(first, { actors, affected: [], date: null })).toBe(
      'gemeente Oudewaal (pronoun) took servers offline',
    );
    expect(statement(first, { actors: [], affected: [], date: null })).toBe('somebody took servers offline');
  });

  test.each(['at', 'since', 'until', 'before', 'after'] as const)('have a date %s a day or longer', relation => {
    const date = { ref: 'd2', value: '2024-03', relation, earliest: '2024-03-01', latest: '2024-03-31' };
    const bare = { actors: [], targets: [], affected: [], recipients: [], instruments: [] };
    const preposition = relation === 'at' ? 'in' : relation;
    expect(statement(first, { ...bare, date })).toBe(
      `somebody took something offline ${preposition} 2024-03 (2024-03-01 .. 2024-03-31)`,
    );
  });

  test.each(Object.keys(PHASE_OF).map(type => [type]))(
    'of the type %s have a sentence with and without arguments',
    type => {
      const record = structuredClone(articleSample);
      const actions = record.actions
        .slice(0, 1)
        .map(action => ({ ...action, type: Object.keys(PHASE_OF).includes(type) ? type : action.type }));
      const text = printed(JSON.parse(JSON.stringify({ ...record, actions })));
      expect(text).toMatch(/^e1 [\w-]+: gemeente Oudewaal \w+.* servers/mu);
      const bare = actions.map(action => ({ ...action, actors: [], targets: [], recipients: [] }));
      expect(printed(JSON.parse(JSON.stringify({ ...record, actions: bare })))).toMatch(
        /^e1 [\w-]+: some(?:body|thing) \w+[^…@()]* at/mu,
      );
    },
  );

  test('wrap long sentences, and every sign stands under its word', () => {
    const text = `${'Lang geleden '.repeat(12)}viel de server uit.`;
    const start = text.indexOf('viel');
    const lines = printed({
      ...articleSample,
      actions: [first, second].slice(0, 1).flatMap(action =>
        action === undefined
          ? []
          : [
              {
                ...action,
                actors: [],
                targets: [],
                affected: [],
                sources: [],
                date: null,
                trigger: { ...action.trigger, start, end: start + 4, text: 'viel' },
                sentence: { start: 0, end: text.length, text },
              },
            ],
      ),
    }).split('\n');
    const marks = lines.findIndex(line => /^ +\^+$/u.test(line));
    const at = lines[marks]?.indexOf('^') ?? 0;
    expect(lines[marks - 1]?.slice(at, at + 4)).toBe('viel');
    expect(Math.max(...lines.slice(3, 6).map(line => line.length))).toBeLessThanOrEqual(100);
  });

  test('have colours instead of signs where those are seen', () => {
    const pieces = explainActions(articleSample, true);
    expect(pieces.filter(({ style }) => style === 'action').map(({ text }) => text)).toEqual([
      'shut down',
      'abusing',
      'urges',
      'wait',
    ]);
    expect(pieces.some(({ text }) => text.includes('^'))).toBe(false);
  });
});

describe('explain --actions', () => {
  const explain = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['bin/incident-corpus.js', 'explain', ...args], { encoding: 'utf8' });

  test('prints them, without colours where no terminal reads them', () => {
    const { status, stdout } = explain('fixtures/articles/nl-zaltbommel-fortigate/article.txt', '--actions');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^e1 [\w-]+: /mu);
    expect(stdout).not.toContain('\u001b');
    expect(explain('fixtures/articles/en-hexham-flu/article.txt', '-a', '--color', 'always').stdout).toContain(
      '\u001b',
    );
  });

  test('knows words of your own', () => {
    const { status, stderr } = explain('fixtures/articles/en-hexham-flu/article.txt', '-a', '-t', 'no-such.csv');
    expect(status).toBe(2);
    expect(stderr).toContain('read/no-such-path');
  });
});
