import { describe, expect, test } from 'vitest';
import { DIAGNOSTICS, type Diagnostic, diagnostic } from '../src/model/diagnostic.ts';
import { validateLine, validateRecord } from '../src/validate/validate.ts';
import { altered, articleSample, incidentSample, quoted } from './records.ts';

const place = { path: 'records.jsonl', line: 3 };

function codes(findings: readonly Diagnostic[]): string[] {
  return findings.map(finding => finding.code);
}

/** The sample with several values changed. */
function changed(sample: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(changes).reduce((record, [path, value]) => altered(record, path, value), sample);
}

/** The article sample whose first date is another: an unbound mention that no action uses. */
function withDate(date: Readonly<Record<string, unknown>>): unknown {
  return changed(
    articleSample,
    Object.fromEntries(Object.entries(date).map(([key, value]) => [`dates.0.${key}`, value])),
  );
}

describe('a valid record', () => {
  test('passes with its text', () => {
    expect(validateRecord(articleSample, place)).toEqual([]);
  });

  test('passes without its text', () => {
    expect(validateRecord(altered(articleSample, 'text', undefined), place)).toEqual([]);
  });

  test('passes when it is an incident', () => {
    expect(validateRecord(incidentSample, place)).toEqual([]);
  });

  test('passes as a line', () => {
    expect(validateLine(JSON.stringify(articleSample), 'records.jsonl', 1)).toEqual([]);
  });
});

describe('a finding', () => {
  test('names file, line, path in the record, what is wrong and what to do', () => {
    const [finding] = validateLine(JSON.stringify(altered(articleSample, 'dates.0.start', -1)), 'records.jsonl', 7);
    expect(finding).toEqual({
      code: 'validate/schema',
      severity: 'error',
      message: 'The record does not fit its schema: .dates[0].start Too small: expected number to be >=0.',
      path: 'records.jsonl',
      line: 7,
      start: null,
      end: null,
      advice: expect.stringContaining('incident-corpus schema article'),
    });
  });

  test('about a quote has its offsets', () => {
    const { start, end } = quoted('LockBit');
    const [finding] = validateRecord(altered(articleSample, 'malware.0.mentions.0.text', 'Lockbit'), place);
    expect(finding).toMatchObject({ code: 'validate/offset', start, end });
    expect(finding?.message).toContain('.malware[0].mentions[0] quotes "Lockbit", but the text has "LockBit"');
  });

  test('says which key is missing and which is unknown', () => {
    const messages = [
      validateRecord(altered(articleSample, 'source.key', undefined), place),
      validateRecord(altered(articleSample, 'source.size', 12), place),
    ].map(findings => findings[0]?.message);
    expect(messages[0]).toContain('.source.key expected string, but it is missing');
    expect(messages[1]).toContain('.source has unknown keys: "size"');
  });

  test('is given for each thing that is wrong', () => {
    const record = changed(articleSample, { title: 1, 'dates.0.type': 'DAY', 'actions.1.rule': '' });
    expect(codes(validateRecord(record, place))).toEqual(['validate/schema', 'validate/schema', 'validate/schema']);
  });
});

describe('a line that is no record', () => {
  test.each([
    ['{"recordType":', 'validate/bad-json'],
    ['', 'validate/bad-json'],
    ['null', 'validate/schema'],
    ['[]', 'validate/schema'],
    ['{"recordType":"story"}', 'validate/schema'],
    [`{"recordType":"article","dates":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'validate/schema'],
  ])('is refused: %.40s', (line, code) => {
    expect(new Set(codes(validateLine(line, 'records.jsonl', 1)))).toEqual(new Set([code]));
  });
});

const copyOfFirstDate = { ...articleSample.dates[0], ...quoted('two days'), id: 'd1' };

describe('an article record', () => {
  test.each([
    ['an id that is not the hash of the text', { id: 'a-0123456789abcdef' }, 'validate/text-id'],
    ['a date that its offsets do not cut out', { 'dates.0.start': 33 }, 'validate/offset'],
    ['a mention in code units', { 'organisations.0.mentions.1.start': 60 }, 'validate/offset'],
    ['a quantity that its offsets do not cut out', { 'quantities.0.text': 'about 41 servers' }, 'validate/offset'],
    ['a trigger that its offsets do not cut out', { 'actions.0.trigger.text': 'shuts down' }, 'validate/offset'],
    ['a sentence that its offsets do not cut out', { 'actions.0.sentence.end': 9999 }, 'validate/offset'],
    ['an argument that its offsets do not cut out', { 'actions.0.targets.0.text': 'Servers' }, 'validate/offset'],
    ['a source that its offsets do not cut out', { 'actions.0.sources.0.text': 'Brand' }, 'validate/offset'],
    ['an empty quote', { 'dates.2.end': quoted('two days').start }, 'validate/offset'],
    [
      'a diagnostic that ends before it begins',
      { 'diagnostics.0.start': 5, 'diagnostics.0.end': 4 },
      'validate/offset',
    ],
    ['an argument of an entry that is missing', { 'actions.0.actors.0.ref': 'o9' }, 'validate/reference'],
    ['an argument of an entry of another kind', { 'actions.0.actors.0.ref': 'p1' }, 'validate/reference'],
    ['a group with a reference', { 'actions.1.actors.0.ref': 'o1' }, 'validate/reference'],
    ['a cited source of an entry that is missing', { 'actions.0.sources.0.ref': 'o9' }, 'validate/reference'],
    ['a speaker for an organisation that is missing', { 'actions.0.sources.0.for': 'o9' }, 'validate/reference'],
    ['an action at a date that is missing', { 'actions.0.date.ref': 'd9' }, 'validate/reference'],
    ['the content of an action that is missing', { 'actions.3.contentOf': 'e9' }, 'validate/reference'],
    ['an action that is its own content', { 'actions.3.contentOf': 'e4' }, 'validate/reference'],
    ['a quantity of an action that is missing', { 'quantities.0.action': 'e9' }, 'validate/reference'],
    ['an argument with another name than its entry', { 'actions.0.actors.0.name': 'Oudewaal' }, 'validate/value'],
    ['a phase that is not that of the type', { 'actions.0.phase': 'attack' }, 'validate/value'],
    ['an action with another value than its date', { 'actions.0.date.value': '2024-03' }, 'validate/value'],
    ['an action with other bounds than its date', { 'actions.0.date.latest': '2024-03-04' }, 'validate/bounds'],
    ['a quantity with a role and no action', { 'quantities.0.action': null }, 'validate/value'],
    ['a quantity with an empty range', { 'quantities.0.min': 41 }, 'validate/value'],
    ['an unsupported language and all the same malware', { 'language.supported': false }, 'validate/value'],
    ['a publication date of another precision', { 'published.precision': 'month' }, 'validate/value'],
    ['a publication date that no calendar has', { 'published.value': '2024-02-30' }, 'validate/value'],
    ['a publication date with other bounds', { 'published.latest': '2024-03-31' }, 'validate/bounds'],
    ['two dates with one id', { 'dates.2': { ...articleSample.dates[2], id: 'd1' } }, 'validate/duplicate-id'],
    ['two actions with one id', { 'actions.1.id': 'e1' }, 'validate/duplicate-id'],
    ['dates out of order', { dates: [...articleSample.dates].reverse() }, 'validate/order'],
    ['actions out of order', { actions: [...articleSample.actions].reverse() }, 'validate/order'],
    [
      'mentions out of order',
      { 'organisations.0.mentions': [...(articleSample.organisations[0]?.mentions ?? [])].reverse() },
      'validate/order',
    ],
  ])('with %s gets just that code', (_, changes, code) => {
    expect(new Set(codes(validateRecord(changed(articleSample, changes), place)))).toEqual(new Set([code]));
  });

  test('without its text is not asked for its id and quotes', () => {
    const record = changed(articleSample, { text: undefined, id: 'a-0123456789abcdef', 'dates.0.text': 'once' });
    expect(validateRecord(record, place)).toEqual([]);
  });

  test('with organisations out of order gets just that code', () => {
    const [municipality] = articleSample.organisations;
    const later = { ...municipality, id: 'o2', mentions: municipality?.mentions.slice(1) };
    const earlier = { ...municipality, mentions: municipality?.mentions.slice(0, 1) };
    expect(validateRecord(altered(articleSample, 'organisations', [earlier, later]), place)).toEqual([]);
    expect(codes(validateRecord(altered(articleSample, 'organisations', [later, earlier]), place))).toEqual([
      'validate/order',
    ]);
  });

  test('finds what stands twice once per time', () => {
    const dates = [articleSample.dates[0], articleSample.dates[1], copyOfFirstDate];
    expect(codes(validateRecord(altered(articleSample, 'dates', dates), place))).toContain('validate/duplicate-id');
  });
});

describe('a date', () => {
  const bounds = (earliest: string | null, latest: string | null) => ({ earliest, latest });

  test.each([
    ['2024-03-04', 'day', '2024-03-04', '2024-03-04'],
    ['2024-03-04TNI', 'part-of-day', '2024-03-04', '2024-03-05'],
    ['2024-03-04TNI', 'part-of-day', '2024-03-04', '2024-03-04'],
    ['2024-03-04T07:00', 'minute', '2024-03-04', '2024-03-04'],
    ['2024-W10', 'week', '2024-03-04', '2024-03-10'],
    ['2024-W10', 'week', '2024-03-04', '2024-03-07'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2024-W10-WE', 'weekend', '2024-03-09', '2024-03-10'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2024-02', 'month', '2024-02-21', '2024-02-29'],
    ['2024-02', 'month', null, null],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-H2', 'half', '2024-07-01', '2024-12-31'],
    ['2023-WI', 'season', '2023-12-01', '2024-02-29'],
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['199', 'decade', '1990-01-01', '1999-12-31'],
    ['19', 'century', '1900-01-01', '1999-12-31'],
    ['2024-03-XX', 'day', '2024-03-01', '2024-03-31'],
    ['XXXX-WXX-5', 'day', '2019-12-27', '2020-01-31'],
    ['XXXX-WXX-5TEV', 'part-of-day', '2019-12-27', '2020-01-31'],
    ['XXXX-WXX-WE', 'weekend', '2021-11-27', '2021-12-26'],
    ['XXXX-XX-XX', 'day', '2019-12-31', '2020-01-30'],
    ['XXXX-02-29', 'day', '2024-01-01', '2025-12-31'],
    ['XXXX-05-28', 'day', null, null],
    ['T17:00', 'minute', null, null],
  ])('may be %s, a %s, from %s to %s', (value, precision, earliest, latest) => {
    const type = value.includes('T') ? 'TIME' : 'DATE';
    expect(validateRecord(withDate({ type, value, precision, earliest, latest }), place)).toEqual([]);
  });

  test.each(['PAST_REF', 'PRESENT_REF', 'FUTURE_REF'])('may be %s without bounds', value => {
    expect(validateRecord(withDate({ value, precision: null, ...bounds(null, null) }), place)).toEqual([]);
  });

  test('may be a repeated time without bounds', () => {
    const set = { type: 'SET', value: 'XXXX-WXX-5', precision: null, ...bounds(null, null) };
    expect(validateRecord(withDate(set), place)).toEqual([]);
  });

  test.each([
    ['ends before it begins', { value: '2024-03', precision: 'month', ...bounds('2024-03-31', '2024-03-01') }],
    ['has one bound only', { value: '2024-03', precision: 'month', ...bounds('2024-03-01', null) }],
    ['is a day and has no bounds', bounds(null, null)],
    ['is a day and is bounded by another', bounds('2024-03-03', '2024-03-04')],
    [
      'is a night of three days',
      { type: 'TIME', value: '2024-03-04TNI', precision: 'part-of-day', ...bounds('2024-03-04', '2024-03-06') },
    ],
    ['is a week and is longer', { value: '2024-W10', precision: 'week', ...bounds('2024-03-03', '2024-03-10') }],
    [
      'is a month and lies in the next',
      { value: '2024-02', precision: 'month', ...bounds('2024-02-28', '2024-03-01') },
    ],
    ['is a year and lies in another', { value: '2023', precision: 'year' }],
    [
      'is a winter and lies in summer',
      { value: '2023-WI', precision: 'season', ...bounds('2023-07-01', '2023-07-31') },
    ],
    ['is a Friday and has none', { value: 'XXXX-WXX-5', ...bounds('2024-03-04', '2024-03-07') }],
    ['is a day in May and lies in March', { value: 'XXXX-05-28', ...bounds('2024-03-01', '2024-03-31') }],
    ['is some day of March and lies in April', { value: '2024-03-XX', ...bounds('2024-04-02', '2024-04-30') }],
    ['is a duration with bounds', { type: 'DURATION', value: 'P2D', precision: null }],
    ['is a repeated time with bounds', { type: 'SET', value: 'P1D', precision: null }],
    ['is a reference with bounds', { value: 'PAST_REF', precision: null }],
  ])('that %s has wrong bounds', (_, date) => {
    expect(codes(validateRecord(withDate(date), place))).toEqual(['validate/bounds']);
  });

  test.each([
    ['is a duration of type DATE', { value: 'P2D', precision: null, ...bounds(null, null) }],
    ['is a time of type DATE', { value: '2024-03-04TMO', precision: 'part-of-day' }],
    ['is a day of type DURATION', { type: 'DURATION', precision: null, ...bounds(null, null) }],
    ['is a month with the precision of a day', { value: '2024-03', ...bounds('2024-03-01', '2024-03-31') }],
    ['has no precision', { precision: null }],
    ['is a duration with a precision', { type: 'DURATION', value: 'P2D', ...bounds(null, null) }],
    ['is no day of the calendar', { value: '2024-02-30' }],
    ['is no month of the calendar', { value: '2024-13', precision: 'month' }],
    ['is no week of the calendar', { value: '2024-W53', precision: 'week' }],
  ])('that %s contradicts itself', (_, date) => {
    expect(codes(validateRecord(withDate(date), place))).toEqual(['validate/value']);
  });
});

describe('an incident record', () => {
  const [first, second] = incidentSample.timeline;

  test.each([
    ['harm that is not in the timeline', { 'impact.facts.0': 't9' }, 'validate/reference'],
    ['a conflict with a fact that is missing', { 'conflicts.0.facts.1': 't9' }, 'validate/reference'],
    ['a conflict of a fact with itself', { 'conflicts.0.facts.1': 't1' }, 'validate/value'],
    [
      'evidence from an article that is missing',
      { 'timeline.0.evidence.0.article': 'a-0000000000000000' },
      'validate/reference',
    ],
    [
      'a number from an article that is missing',
      { 'impact.quantities.0.evidence.0.article': 'a-0000000000000000' },
      'validate/reference',
    ],
    ['an empty quote', { 'timeline.0.evidence.0.end': 0 }, 'validate/offset'],
    ['a copy of an article that is missing', { 'articles.1.copyOf': 'a-0000000000000000' }, 'validate/reference'],
    ['a copy of nothing', { 'articles.1.copyOf': null }, 'validate/value'],
    ['an original that is a copy', { 'articles.0.copyOf': 'a-00000000000000ff' }, 'validate/value'],
    ['a link to an article that is missing', { 'linkEvidence.0.b': 'a-0000000000000000' }, 'validate/reference'],
    ['a wrong number of independent articles', { independentArticles: 2 }, 'validate/value'],
    ['a phase that is not that of the type', { 'timeline.0.phase': 'attack' }, 'validate/value'],
    ['a number with an empty range', { 'impact.quantities.0.min': 41 }, 'validate/value'],
    ['a fact that ends before it begins', { 'timeline.0.latest': '2024-03-02' }, 'validate/bounds'],
    ['a fact with one bound only', { 'timeline.0.latest': null }, 'validate/bounds'],
    ['a period that ends before it begins', { 'period.latest': '2024-03-02' }, 'validate/bounds'],
    ['what cannot be dated first', { timeline: [second, first] }, 'validate/order'],
    [
      'facts out of order',
      { 'timeline.1.earliest': '2024-03-01', 'timeline.1.latest': '2024-03-01' },
      'validate/order',
    ],
    [
      'two facts with one id',
      { 'timeline.1': { ...second, id: 't1' }, impact: { facts: [], quantities: [] }, conflicts: [] },
      'validate/duplicate-id',
    ],
    [
      'an article that stands twice',
      { 'articles.1.id': incidentSample.articles[0]?.id, linkEvidence: [] },
      'validate/duplicate-id',
    ],
  ])('with %s gets just that code', (_, changes, code) => {
    expect(new Set(codes(validateRecord(changed(incidentSample, changes), place)))).toEqual(new Set([code]));
  });
});

describe('the table of diagnostics', () => {
  test.each(Object.entries(DIAGNOSTICS))('has for %s what is wrong and what to do', (code, { wrong, advice }) => {
    expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    expect(wrong).toMatch(/^[A-Z].*[^.]$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
  });

  test('gives a message with and without a detail', () => {
    expect(diagnostic('read/empty', { path: 'a.txt' })).toMatchObject({ message: 'The article is empty.', line: null });
    expect(diagnostic('read/bad-published', { line: 2 }, '"soon"').message).toBe(
      'The publication date "published" is no date: "soon".',
    );
  });
});
