/**
 * Compare our date stage with chrono-node, on the cases in fixtures/cases, and the speed of both on the
 * texts of fixtures/articles, read by both in turn.
 *
 * The date stage is all that dates need: tokens, sentences, word classes, finding, resolving. chrono-node is asked for
 * strict expressions in the language of the case, counted from its publication day; a range counts as two. Cases without
 * a publication day are left out of the comparison: chrono-node has no way to say that only a month is known.
 *
 * usage: npm run compare:dates [-- --json]
 */
import fs from 'node:fs';
import { en, nl } from 'chrono-node';
import { votingWords } from '../dist/detect/detect.js';
import { readGazetteers } from '../dist/knowledge/knowledge.js';
import { languages } from '../dist/languages/languages.js';
import { compileLexicon } from '../dist/lexicon/lexicon.js';
import { tokenise } from '../dist/model/tokens.js';
import { findTimes } from '../dist/recognise/dates.js';
import { resolveTimes } from '../dist/recognise/resolve.js';
import { segment } from '../dist/segment/segment.js';

/** How many characters of fixture articles speed is measured on, one article after the other; and how often. */
const TEXT_LENGTH = 200_000;
const ROUNDS = 11;
/** Rounds that are not counted: both are compiled while they run. */
const WARM_UP = 4;

const parsers = { nl, en };
const lexicon = compileLexicon(languages, readGazetteers(), votingWords);
const two = n => String(n).padStart(2, '0');

/** Our mentions of a text. */
function ours(text, language, day) {
  const compiled = lexicon.languages[language];
  const published = day === null ? null : { value: day, precision: 'day', earliest: day, latest: day, from: 'field' };
  const document = segment({ text, published }, tokenise(text, lexicon.vocabulary), compiled);
  return resolveTimes(document, compiled, findTimes(document, compiled, []));
}

/** What chrono-node calls a moment, as TIMEX3: no finer than the components of which it is certain. */
function timexOf(moment) {
  const [year, month, day] = [moment.get('year'), moment.get('month'), moment.get('day')];
  if (!moment.isCertain('day') && !moment.isCertain('weekday')) {
    if (moment.isCertain('month')) return `${year}-${two(month)}`;
    if (moment.isCertain('year') && !moment.isCertain('hour')) return `${year}`;
  }
  const date = `${year}-${two(month)}-${two(day)}`;
  return moment.isCertain('hour') ? `${date}T${two(moment.get('hour'))}:${two(moment.get('minute') ?? 0)}` : date;
}

/** What chrono-node finds in a text. */
function theirs(text, language, day) {
  const reference = day === null ? undefined : new Date(`${day}T12:00:00`);
  return parsers[language].parse(text, reference).flatMap(result => {
    const first = { start: result.index, end: result.index + result.text.length, value: timexOf(result.start) };
    return result.end === null ? [first] : [first, { ...first, value: timexOf(result.end) }];
  });
}

/** Where the expected mentions of a case stand; each is looked for behind the one before. */
function placed({ text, dates }) {
  let from = 0;
  return dates.map(({ text: words, value }) => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return { start, end: from, value };
  });
}

const score = () => ({ gold: 0, found: 0, strict: 0, relaxed: 0, value: 0 });

/** Count what was found of what was expected; each mention meets at most one. */
function count(into, gold, found) {
  into.gold += gold.length;
  into.found += found.length;
  const free = new Set(found);
  for (const one of gold) {
    const touching = [...free].filter(other => other.start < one.end && one.start < other.end);
    const hit = touching.find(other => other.start === one.start && other.end === one.end) ?? touching[0];
    if (hit === undefined) continue;
    free.delete(hit);
    into.relaxed += 1;
    if (hit.start === one.start && hit.end === one.end) into.strict += 1;
    if (hit.value === one.value) into.value += 1;
  }
}

const f1 = (hits, { gold, found }) => (gold + found === 0 ? 0 : Math.round((2000 * hits) / (gold + found)) / 1000);
const figures = counted => ({
  strict: f1(counted.strict, counted),
  relaxed: f1(counted.relaxed, counted),
  value: f1(counted.value, counted),
});
const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds of processor time that each of two ways takes for some texts, in turn; the medians. */
function timed(texts, language, day) {
  const times = { ours: [], theirs: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries({ ours, theirs })) {
      const start = process.cpuUsage().user;
      for (const text of texts) way(text, language, day);
      if (round >= 0) times[name].push((process.cpuUsage().user - start) / 1000);
    }
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

/** The texts of the fixture articles of a language, as they stand in their files. */
function articlesIn(language) {
  const folders = fs
    .readdirSync('fixtures/articles')
    .filter(name => name.startsWith(`${language}-`))
    .toSorted();
  return folders
    .flatMap(name => ['txt', 'json'].map(ending => `fixtures/articles/${name}/article.${ending}`))
    .filter(file => fs.existsSync(file))
    .map(file =>
      file.endsWith('.json') ? JSON.parse(fs.readFileSync(file, 'utf8')).text : fs.readFileSync(file, 'utf8'),
    );
}

const report = {};
for (const language of ['nl', 'en']) {
  const cases = fs
    .readFileSync(`fixtures/cases/${language}/dates.jsonl`, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
    .filter(({ published }) => /^\d{4}-\d\d-\d\d$/.test(published ?? ''));
  const scores = { ours: score(), theirs: score() };
  for (const one of cases) {
    count(scores.ours, placed(one), ours(one.text, language, one.published));
    count(scores.theirs, placed(one), theirs(one.text, language, one.published));
  }
  const articles = articlesIn(language);
  const texts = [];
  let length = 0;
  for (let i = 0; length < TEXT_LENGTH; i += 1) {
    texts.push(articles[i % articles.length]);
    length += texts[i].length;
  }
  const ms = timed(texts, language, '2024-05-16');
  const speed = time => Math.round((length / time / 1000) * 100) / 100;
  report[language] = {
    cases: cases.length,
    'incident-corpus': { ...figures(scores.ours), 'MB/s': speed(ms.ours) },
    'chrono-node': { ...figures(scores.theirs), 'MB/s': speed(ms.theirs) },
    'times as fast': Math.round((ms.theirs / ms.ours) * 10) / 10,
  };
}

if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else
  for (const [language, { cases, 'times as fast': ratio, ...tools }] of Object.entries(report)) {
    console.log(`${language}: ${cases} cases; the date stage is ${ratio} times as fast as chrono-node`);
    console.table(tools);
  }
