import { describe, expect, test } from 'vitest';
import { analyse, articleOf, gather } from '../src/index.ts';
import { intersection } from '../src/link/dates.ts';
import { parseIsoDay } from '../src/model/calendar.ts';
import type { ActionRecord, ArticleRecord, IncidentRecord } from '../src/model/record.ts';

/** Articles on one attack, with one action each, so that what is merged is seen at once. */
function told(
  place: number,
  action: Partial<ActionRecord>,
  quantities: readonly Partial<ArticleRecord['quantities'][number]>[] = [],
): ArticleRecord {
  const text = `Artikel ${place}. De gemeente Texel is getroffen door de gijzelsoftware LockBit; hackers stalen gegevens van burgers.`;
  const { record } = analyse(articleOf(text, { published: '2024-05-14', path: `${place}.txt` }));
  const [first] = record.actions;
  if (first === undefined) throw new Error('the article tells of nothing');
  const texel = {
    start: 11,
    end: 26,
    text: 'De gemeente Texel',
    name: 'gemeente Texel',
    kind: 'organisation',
    ref: 'o1',
    how: 'explicit',
  } as const;
  return {
    ...record,
    relevance: { incident: true, score: 1, reasons: [] },
    fingerprint: '',
    quantities: quantities.map((one, i) => ({
      id: `q${i + 1}`,
      start: 0,
      end: 7,
      text: 'Artikel',
      kind: 'people',
      min: null,
      max: null,
      unit: 'inwoner',
      approximate: false,
      action: 'e1',
      role: 'target',
      rule: 'nl/quantity/people',
      ...one,
    })),
    actions: [
      {
        ...first,
        id: 'e1',
        type: 'steal-data',
        phase: 'attack',
        actors: [],
        targets: [texel],
        recipients: [],
        instruments: [],
        affected: [],
        date: null,
        polarity: 'affirmed',
        certainty: 'certain',
        status: 'occurred',
        sources: [],
        contentOf: null,
        ...action,
      },
    ],
  };
}

const on = (value: string, earliest: string, latest: string): ActionRecord['date'] => ({
  ref: 'd1',
  value,
  relation: 'at',
  earliest,
  latest,
});
const FRIDAY = on('XXXX-WXX-5', '2024-04-26', '2024-05-31');

function only(records: readonly ArticleRecord[]): IncidentRecord {
  const incidents = gather(records);
  expect(incidents.length).toBe(1);
  const [incident] = incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
}

describe('a timeline', () => {
  test('narrows a masked date by another article that dates the same action, and names it', () => {
    const [masked, dated] = [
      told(1, { date: FRIDAY }),
      told(2, { date: on('2024-05-10', '2024-05-10', '2024-05-10') }),
    ];
    const { timeline } = only([masked, dated]);
    expect(timeline.length).toBe(1);
    expect(timeline[0]).toMatchObject({
      date: '2024-05-10',
      earliest: '2024-05-10',
      latest: '2024-05-10',
      articles: 2,
    });
    expect(timeline[0]?.evidence.map(({ article }) => article)).toEqual([dated.id, masked.id]);
  });

  test('draws the bounds in to the days that all datings allow', () => {
    const { timeline } = only([
      told(1, { date: FRIDAY }),
      told(2, { date: on('2024-W19', '2024-05-06', '2024-05-12') }),
    ]);
    expect(timeline[0]).toMatchObject({ earliest: '2024-05-10', latest: '2024-05-10' });
  });

  test('does not merge what cannot both be true: a Friday and a Saturday', () => {
    const { timeline, conflicts } = only([
      told(1, { date: FRIDAY }),
      told(2, { date: on('2024-05-11', '2024-05-11', '2024-05-11') }),
    ]);
    expect(timeline.length).toBe(2);
    expect(conflicts).toEqual([]);
  });

  test('narrows nothing where two days would do', () => {
    const { timeline } = only([
      told(1, { date: FRIDAY }),
      told(2, { date: on('2024-05-10', '2024-05-10', '2024-05-10') }),
      told(3, { date: on('2024-05-17', '2024-05-17', '2024-05-17') }),
    ]);
    expect(timeline.map(({ earliest, latest }) => `${earliest} ${latest}`)).toContain('2024-04-26 2024-05-31');
  });

  test('is sorted by the first day, and ends with what cannot be dated', () => {
    const { timeline } = only([
      told(1, { type: 'restore', phase: 'recovery' }),
      told(2, { date: on('2024-05-12', '2024-05-12', '2024-05-12') }),
      told(3, { type: 'intrude', date: on('2024-05-09', '2024-05-09', '2024-05-09') }),
    ]);
    expect(timeline.map(({ earliest }) => earliest)).toEqual(['2024-05-09', '2024-05-12', null]);
  });
});

describe('conflicts', () => {
  const conflictsOf = (records: readonly ArticleRecord[]): readonly string[] =>
    only(records).conflicts.map(({ on }) => on);

  test('keep both sides of a denial', () => {
    expect(conflictsOf([told(1, {}), told(2, { polarity: 'negated' })])).toEqual(['polarity']);
  });

  test('keep two days for what happens once', () => {
    const day = (value: string): ActionRecord['date'] => on(value, value, value);
    expect(conflictsOf([told(1, { date: day('2024-05-09') }), told(2, { date: day('2024-05-10') })])).toEqual(['date']);
  });

  test('keep two numbers, unless they may be the same', () => {
    const counts = (n: number) => [{ min: n, max: n }];
    const about = (n: number) => [{ min: n, max: n, approximate: true }];
    expect(conflictsOf([told(1, {}, counts(400)), told(2, {}, counts(900))])).toEqual(['quantity']);
    expect(conflictsOf([told(1, {}, about(400)), told(2, {}, counts(410))])).toEqual([]);
  });

  test('keep two attackers', () => {
    const group = (name: string): ActionRecord['actors'] => [
      { start: 0, end: 7, text: name, name, kind: 'organisation', ref: null, how: 'explicit' },
    ];
    expect(conflictsOf([told(1, { actors: group('Clop') }), told(2, { actors: group('Akira') })])).toContain(
      'attribution',
    );
  });
});

describe('datings', () => {
  const when = (value: string, first: string, last: string) => ({
    values: [value],
    first: parseIsoDay(first) ?? 0,
    last: parseIsoDay(last) ?? 0,
  });

  test('meet in the days that both allow, the finer value first', () => {
    const met = intersection(
      when('2024-05-XX', '2024-05-01', '2024-05-31'),
      when('XXXX-WXX-5', '2024-05-25', '2024-06-01'),
    );
    expect(met).toEqual({ ...when('XXXX-WXX-5', '2024-05-31', '2024-05-31'), values: ['XXXX-WXX-5', '2024-05-XX'] });
  });

  test('do not meet where they exclude each other', () => {
    expect(
      intersection(when('2024-05-10', '2024-05-10', '2024-05-10'), when('2024-05-11', '2024-05-11', '2024-05-11')),
    ).toBe(null);
  });
});
