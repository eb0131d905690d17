/**
 * Make many article records for measuring: the records of a file are recombined, with other names, numbers and dates, so
 * that incidents of one to six articles come out. The same seed gives the same bytes.
 *
 * usage: node scripts/make-records.mjs COUNT [SEED] < records.jsonl > many.jsonl
 */
import { hash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';

const [count = 1000, seed = 1] = process.argv.slice(2).map(Number);
const templates = fs
  .readFileSync(0, 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line))
  .filter(record => record.relevance.incident);

let state = seed >>> 0;
/** A number from 0 up to, but not including, `limit` (mulberry32). */
function chance(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
}

const SYLLABLES =
  'ba be bo da de do fa fe ga go ha he ka ke la le lo ma me mi na ne no pa po ra re ro sa se so ta te to va ve wa we za zo'.split(
    ' ',
  );
const word = () => {
  const letters = Array.from({ length: 3 + chance(2) }, () => SYLLABLES[chance(SYLLABLES.length)]).join('');
  return letters[0].toUpperCase() + letters.slice(1);
};

/** Kinds whose names stay: they are the same in all incidents, as in life. */
const COMMON = new Set([
  'agency',
  'ministry',
  'government',
  'parliament',
  'police-justice',
  'media',
  'vendor',
  'threat-group',
]);
const DAY = 86_400_000;
const EPOCH = Date.UTC(2015, 0, 1);
const iso = day => new Date(EPOCH + day * DAY).toISOString().slice(0, 10);

/** The names of an incident: each name of a template gets one new name for all articles of the incident. */
function renamer() {
  const names = new Map();
  return name => {
    if (!names.has(name)) names.set(name, `${word()} ${word()}`);
    return names.get(name);
  };
}

function renameAll(list, rename, keep) {
  return list.map(one =>
    keep(one)
      ? one
      : {
          ...one,
          name: rename(one.name),
          aliases: [],
          mentions: one.mentions.map(mention => ({ ...mention, how: 'alias' })),
        },
  );
}

let made = 0;
const sketch = Buffer.alloc(512);
function variant(template, { rename, cve, day, number, isFollower }) {
  made += 1;
  const organisations = renameAll(template.organisations, rename, ({ kind }) => COMMON.has(kind));
  const vulnerabilities = template.vulnerabilities.map((one, i) => ({
    ...one,
    name: `CVE-${cve.year}-${cve.number + i}`,
    cve: `CVE-${cve.year}-${cve.number + i}`,
    aliases: [],
  }));
  const entries = [...organisations, ...template.products, ...vulnerabilities, ...template.malware];
  const nameOf = new Map(entries.map(({ id, name }) => [id, name]));
  // What the program finds by the words of a mention must be renamed too.
  for (const one of [...organisations, ...vulnerabilities]) {
    one.mentions = one.mentions.map(mention => ({ ...mention, text: one.name }));
  }
  const argument = one => (one.ref === null ? one : { ...one, name: nameOf.get(one.ref) ?? one.name });
  const value = iso(day);
  // One article in ten is a copy: it has the sketch of the one before it.
  if (!isFollower || chance(10) > 0) {
    for (let i = 0; i < 128; i += 1) sketch.writeUInt32LE((chance(2 ** 25) + i * 2 ** 25) >>> 0, i * 4);
  }
  const { text: _, ...rest } = template;
  return {
    ...rest,
    id: `a-${hash('sha256', `${seed} ${made}`, 'hex').slice(0, 16)}`,
    source: { ...template.source, path: `made/${String(made).padStart(7, '0')}.txt`, index: null },
    published: { value, precision: 'day', earliest: value, latest: value, from: 'header' },
    fingerprint: sketch.toString('base64'),
    dates: [],
    organisations,
    vulnerabilities,
    quantities: template.quantities.map(one =>
      one.min !== null && one.min === one.max ? { ...one, min: one.min + number, max: one.max + number } : one,
    ),
    actions: template.actions.map(action => ({
      ...action,
      date: null,
      actors: action.actors.map(argument),
      targets: action.targets.map(argument),
      recipients: action.recipients.map(argument),
      instruments: action.instruments.map(argument),
      affected: action.affected.map(argument),
      sources: action.sources.map(argument),
    })),
  };
}

while (made < count) {
  const first = chance(templates.length);
  const year = 2015 + chance(10);
  const incident = {
    rename: renamer(),
    cve: { year, number: 10_000 + chance(80_000) },
    day: (year - 2015) * 365 + chance(360),
    number: chance(5000),
  };
  const size = 1 + chance(6);
  for (let i = 0; i < size && made < count; i += 1) {
    const record = variant(templates[(first + (chance(4) === 0 ? 1 : 0)) % templates.length], {
      ...incident,
      day: incident.day + chance(10),
      isFollower: i > 0,
    });
    if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, 'drain');
  }
}
