import { hash } from 'node:crypto';
import type { ArgumentRecord, ArticleRecord, IncidentRecord } from '../src/model/record.ts';

/** An article of our own with an astral character, so that code points and UTF-16 code units differ. */
const sampleText = [
  'Oudewaal council 🔒 locked out',
  '',
  '4 March 2024 - The municipality of Oudewaal shut down about 40 servers on Sunday, mayor Els Brand says. ',
  'Attackers used LockBit after abusing CVE-2024-21762 in FortiOS. Brand urges residents to wait. ',
  'The outage lasted two days.',
].join('\n');

/** The quote as a record has it: its words with their offsets in code points. */
export function quoted(text: string, nth = 1): { start: number; end: number; text: string } {
  let unit = -1;
  for (let i = 0; i < nth; i += 1) unit = sampleText.indexOf(text, unit + 1);
  if (unit < 0) throw new Error(`not in the sample: ${text}`);
  const start = Array.from(sampleText.slice(0, unit)).length;
  return { start, end: start + Array.from(text).length, text };
}

const sha256 = hash('sha256', sampleText, 'hex');

const municipality: ArgumentRecord = {
  ...quoted('municipality of Oudewaal'),
  name: 'gemeente Oudewaal',
  kind: 'organisation',
  ref: 'o1',
  how: 'explicit',
};
const flaw: ArgumentRecord = {
  ...quoted('CVE-2024-21762'),
  name: 'CVE-2024-21762',
  kind: 'vulnerability',
  ref: 'v1',
  how: 'explicit',
};
const servers: ArgumentRecord = { ...quoted('servers'), name: 'servers', kind: 'other', ref: null, how: 'explicit' };
const residents: ArgumentRecord = {
  ...quoted('residents'),
  name: 'residents',
  kind: 'group',
  ref: null,
  how: 'explicit',
};
const mayor: ArgumentRecord = { ...quoted('Els Brand'), name: 'Els Brand', kind: 'person', ref: null, how: 'explicit' };
const product: ArgumentRecord = { ...quoted('FortiOS'), name: 'FortiOS', kind: 'product', ref: 'p1', how: 'explicit' };
const lockbit: ArgumentRecord = { ...quoted('LockBit'), name: 'LockBit', kind: 'malware', ref: 'm1', how: 'explicit' };

const firstSentence = quoted(
  'The municipality of Oudewaal shut down about 40 servers on Sunday, mayor Els Brand says.',
);
const secondSentence = quoted('Attackers used LockBit after abusing CVE-2024-21762 in FortiOS.');
const thirdSentence = quoted('Brand urges residents to wait.');

/** A valid article record with something in every list, and its text. */
export const articleSample: ArticleRecord = {
  recordType: 'article',
  schemaVersion: '1.0',
  id: `a-${sha256.slice(0, 16)}`,
  source: {
    path: 'fixtures/articles/oudewaal/article.txt',
    index: null,
    key: null,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(sampleText),
    sha256,
    reader: 'text',
  },
  title: 'Oudewaal council 🔒 locked out',
  publisher: null,
  url: null,
  published: {
    value: '2024-03-04',
    precision: 'day',
    earliest: '2024-03-04',
    latest: '2024-03-04',
    from: 'dateline',
  },
  language: { code: 'en', confidence: 0.98, supported: true },
  relevance: { incident: true, score: 0.9, reasons: ['en/relevance/attack'] },
  fingerprint: 'AAECAwQFBgc=',
  dates: [
    {
      id: 'd1',
      ...quoted('4 March 2024'),
      type: 'DATE',
      value: '2024-03-04',
      modifier: null,
      earliest: '2024-03-04',
      latest: '2024-03-04',
      precision: 'day',
      anchor: 'explicit',
      rule: 'en/date/day-month-year',
    },
    {
      id: 'd2',
      ...quoted('Sunday'),
      type: 'DATE',
      value: '2024-03-03',
      modifier: null,
      earliest: '2024-03-03',
      latest: '2024-03-03',
      precision: 'day',
      anchor: 'published',
      rule: 'en/date/weekday',
    },
    {
      id: 'd3',
      ...quoted('two days'),
      type: 'DURATION',
      value: 'P2D',
      modifier: null,
      earliest: null,
      latest: null,
      precision: null,
      anchor: 'none',
      rule: 'en/date/duration',
    },
  ],
  organisations: [
    {
      id: 'o1',
      name: 'gemeente Oudewaal',
      aliases: ['Oudewaal council', 'municipality of Oudewaal'],
      kind: 'municipality',
      country: 'NL',
      sector: 'public-administration',
      identifiers: { wikidata: 'Q123' },
      mentions: [
        { ...quoted('Oudewaal council'), how: 'alias', rule: 'en/organisation/council' },
        { ...quoted('municipality of Oudewaal'), how: 'alias', rule: 'en/organisation/municipality' },
      ],
    },
  ],
  products: [
    {
      id: 'p1',
      name: 'FortiOS',
      vendor: 'Fortinet',
      kind: 'operating-system',
      versions: [],
      identifiers: { cpe: 'fortinet:fortios' },
      mentions: [{ ...quoted('FortiOS'), how: 'name', rule: 'gazetteer/product' }],
    },
  ],
  vulnerabilities: [
    {
      id: 'v1',
      name: 'CVE-2024-21762',
      cve: 'CVE-2024-21762',
      aliases: [],
      cvss: null,
      mentions: [{ ...quoted('CVE-2024-21762'), how: 'name', rule: 'any/vulnerability/cve' }],
    },
  ],
  malware: [
    {
      id: 'm1',
      name: 'LockBit',
      kind: 'ransomware',
      mentions: [{ ...quoted('LockBit'), how: 'name', rule: 'gazetteer/malware' }],
    },
  ],
  quantities: [
    {
      id: 'q1',
      ...quoted('about 40 servers'),
      kind: 'systems',
      min: 40,
      max: 40,
      unit: 'server',
      approximate: true,
      action: 'e1',
      role: 'target',
      rule: 'en/quantity/systems',
    },
  ],
  actions: [
    {
      id: 'e1',
      type: 'take-offline',
      phase: 'containment',
      trigger: { ...quoted('shut down'), lemma: 'shut down' },
      actors: [municipality],
      targets: [servers],
      recipients: [],
      instruments: [],
      affected: [municipality],
      date: { ref: 'd2', value: '2024-03-03', relation: 'at', earliest: '2024-03-03', latest: '2024-03-03' },
      polarity: 'affirmed',
      certainty: 'certain',
      status: 'occurred',
      sources: [{ ...mayor, stance: 'states', for: 'o1' }],
      contentOf: null,
      sentence: firstSentence,
      rule: 'en/trigger/shut-down',
    },
    {
      id: 'e2',
      type: 'exploit',
      phase: 'attack',
      trigger: { ...quoted('abusing'), lemma: 'abuse' },
      actors: [{ ...quoted('Attackers'), name: 'Attackers', kind: 'group', ref: null, how: 'explicit' }],
      targets: [flaw, product],
      recipients: [],
      instruments: [lockbit],
      affected: [],
      date: null,
      polarity: 'affirmed',
      certainty: 'certain',
      status: 'occurred',
      sources: [],
      contentOf: null,
      sentence: secondSentence,
      rule: 'en/trigger/abuse',
    },
    {
      id: 'e3',
      type: 'advise',
      phase: 'warning',
      trigger: { ...quoted('urges'), lemma: 'urge' },
      actors: [mayor],
      targets: [],
      recipients: [residents],
      instruments: [],
      affected: [],
      date: null,
      polarity: 'affirmed',
      certainty: 'certain',
      status: 'occurred',
      sources: [],
      contentOf: null,
      sentence: thirdSentence,
      rule: 'en/trigger/urge',
    },
    {
      id: 'e4',
      type: 'mitigate',
      phase: 'mitigation',
      trigger: { ...quoted('wait'), lemma: 'wait' },
      actors: [residents],
      targets: [],
      recipients: [],
      instruments: [],
      affected: [],
      date: null,
      polarity: 'affirmed',
      certainty: 'unknown',
      status: 'advised',
      sources: [{ ...mayor, stance: 'states', for: null }],
      contentOf: 'e3',
      sentence: thirdSentence,
      rule: 'en/trigger/wait',
    },
  ],
  diagnostics: [
    {
      code: 'record/lone-surrogate',
      severity: 'warning',
      message: 'The text holds half a character.',
      start: null,
      end: null,
    },
  ],
  producer: { name: 'incident-corpus', version: '0.1.0', rules: '0123456789ab' },
  text: sampleText,
};

const copyId = 'a-00000000000000ff';
const evidence = {
  article: articleSample.id,
  action: 'e1',
  start: firstSentence.start,
  end: firstSentence.end,
  quote: firstSentence.text,
};

/** A valid incident record with something in every list. */
export const incidentSample: IncidentRecord = {
  recordType: 'incident',
  schemaVersion: '1.0',
  id: 'i-0123456789abcdef',
  label: 'FortiOS · 2024-03 · 1 organisation affected',
  period: { earliest: '2024-03-03', latest: '2024-03-03' },
  articles: [
    {
      id: articleSample.id,
      path: articleSample.source.path,
      alsoAt: ['elsewhere/article.txt'],
      published: '2024-03-04',
      language: 'en',
      role: 'original',
      copyOf: null,
      similarity: null,
    },
    {
      id: copyId,
      path: 'fixtures/articles/oudewaal-copy/article.txt',
      alsoAt: [],
      published: null,
      language: 'en',
      role: 'copy',
      copyOf: articleSample.id,
      similarity: 0.97,
    },
  ],
  independentArticles: 1,
  vendors: [{ name: 'Fortinet', articles: 1 }],
  products: [{ name: 'FortiOS', articles: 1 }],
  vulnerabilities: [{ name: 'CVE-2024-21762', articles: 1 }],
  malware: [{ name: 'LockBit', articles: 1 }],
  organisations: [
    {
      name: 'gemeente Oudewaal',
      kind: 'municipality',
      country: 'NL',
      involvement: ['affected'],
      roles: [
        {
          role: 'actor',
          type: 'take-offline',
          polarity: 'affirmed',
          status: 'occurred',
          count: 1,
          earliest: '2024-03-03',
        },
      ],
      articles: 1,
    },
  ],
  timeline: [
    {
      id: 't1',
      type: 'take-offline',
      phase: 'containment',
      date: '2024-03-03',
      earliest: '2024-03-03',
      latest: '2024-03-03',
      actors: [{ name: 'gemeente Oudewaal', kind: 'organisation' }],
      targets: [{ name: 'servers', kind: 'other' }],
      recipients: [],
      affected: [{ name: 'gemeente Oudewaal', kind: 'organisation' }],
      polarity: 'affirmed',
      certainty: 'certain',
      status: 'occurred',
      sources: [{ name: 'Els Brand', kind: 'person', stance: 'states', for: 'gemeente Oudewaal' }],
      articles: 1,
      evidence: [evidence],
    },
    {
      id: 't2',
      type: 'disrupt',
      phase: 'impact',
      date: null,
      earliest: null,
      latest: null,
      actors: [],
      targets: [],
      recipients: [],
      affected: [],
      polarity: 'affirmed',
      certainty: 'certain',
      status: 'occurred',
      sources: [],
      articles: 1,
      evidence: [evidence],
    },
  ],
  impact: {
    facts: ['t2'],
    quantities: [{ kind: 'systems', min: 40, max: 40, unit: 'server', evidence: [evidence] }],
  },
  conflicts: [{ on: 'date', facts: ['t1', 't2'], articles: 1 }],
  linkEvidence: [
    {
      a: articleSample.id,
      b: copyId,
      score: 2.5,
      shared: [{ kind: 'vulnerability', name: 'CVE-2024-21762', weight: 2.5 }],
    },
  ],
  producer: articleSample.producer,
};

/**
 * A copy of a record in which one value is another.
 *
 * @param path keys and positions, joined by dots: `actions.0.trigger.start`
 * @param value the new value; `undefined` removes the key
 */
export function altered(record: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const inner = (old: unknown): unknown => (rest.length === 0 ? value : altered(old, rest.join('.'), value));
  if (Array.isArray(record)) return record.map((item: unknown, i) => (String(i) === key ? inner(item) : item));
  if (typeof record !== 'object' || record === null) throw new Error(`no such place: ${path}`);
  const old: unknown = Reflect.get(record, key);
  const changed = inner(old);
  return changed === undefined
    ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
    : { ...record, [key]: changed };
}
