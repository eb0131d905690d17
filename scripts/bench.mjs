/**
 * Measure the program beside others on the same articles, which are made of the sentences of the fixtures (seeded, four of
 * five Dutch, about 3 KB each). What is compared runs in turns, again and again; medians and their ratios are printed.
 *
 * usage: node scripts/bench.mjs [--quick] [--json] [--articles N] [--rounds N] [--starts N] [--files N,N] [--records N,N]
 *                               [--seed N] [--skip PART,PART]
 * Parts: speed, stages, growth, names, start, jobs, link. Build first.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detect } from '../dist/detect/detect.js';
import { engine } from '../dist/engine.js';
import { tokenise } from '../dist/model/tokens.js';
import { analyse, engineWith } from '../dist/pipeline.js';
import { articles } from './bench/corpus.mjs';
import { measured, measureLink } from './bench/link.mjs';
import { manyNames } from './bench/names.mjs';
import { RIVALS } from './bench/rivals.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    articles: { type: 'string' },
    rounds: { type: 'string' },
    starts: { type: 'string' },
    files: { type: 'string' },
    records: { type: 'string' },
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '' },
  },
});
const { quick } = given;
const number = (flag, normal, short) => Number(flag ?? (quick ? short : normal));
const numbers = (flag, normal, short) => flag?.split(',').map(Number) ?? (quick ? short : normal);
const count = number(given.articles, 60, 10);
const rounds = number(given.rounds, 9, 2);
const starts = number(given.starts, 21, 3);
const files = numbers(given.files, [20_000, 100_000], [40]);
const records = numbers(given.records, [50_000, 100_000], [200]);
const seed = Number(given.seed);
const skipped = new Set(given.skip.split(','));

const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const texts = [...articles(count, { seed })];
const all = texts.map(text => new TextEncoder().encode(text));
const megabytes = all.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;
const articleOf = text => ({
  source: {
    path: 'x.txt',
    index: null,
    key: null,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    bytes: text.length,
    sha256: '0'.repeat(64),
    reader: 'text',
  },
  text,
  title: null,
  publisher: null,
  url: null,
  published: null,
  language: null,
});
const decoder = new TextDecoder();

/** Run works in turns; gives the median milliseconds of processor time that each takes for all articles. */
function inTurns(works, times) {
  const taken = Object.fromEntries(Object.keys(works).map(name => [name, []]));
  for (let round = 0; round <= times; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const from = process.cpuUsage().user;
      for (const bytes of all) work(bytes);
      // The first round is for V8 to get warm.
      if (round > 0) taken[name].push((process.cpuUsage().user - from) / 1000);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, median(list)]));
}

const found = {};
const say = text => given.json || process.stdout.write(`${text}\n`);
const rate = ms => `${(megabytes / (ms / 1000)).toFixed(2)} MB/s`;

async function speed() {
  const load = async name => RIVALS[name]();
  const fast = {
    words: await load('words'),
    analysis: bytes => analyse(articleOf(decoder.decode(bytes))).record.actions.length,
    extraction: bytes => JSON.stringify(analyse(articleOf(decoder.decode(bytes))).record).length,
    wink: await load('wink'),
    chrono: await load('chrono'),
    franc: await load('franc'),
    detect: bytes => {
      const text = decoder.decode(bytes);
      return detect(text, tokenise(text, engine.lexicon.vocabulary), engine.votes).code.length;
    },
  };
  const ms = inTurns(fast, rounds);
  const slow = inTurns({ compromise: await load('compromise') }, quick ? 1 : 2);
  Object.assign(ms, slow);
  const actions = texts.reduce((sum, text) => sum + analyse(articleOf(text)).record.actions.length, 0);
  found.speed = { megabytes, actionsPerKB: actions / (megabytes * 1000), ms };
  say(`${count} articles, ${megabytes.toFixed(2)} MB, ${found.speed.actionsPerKB.toFixed(1)} actions per KB`);
  for (const [name, time] of Object.entries(ms)) say(`  ${name.padEnd(12)} ${rate(time).padStart(12)}`);
  const ratios = {
    'analysis of reading words': ms.words / ms.analysis,
    'extraction of reading words': ms.words / ms.extraction,
    'analysis against compromise': ms.compromise / ms.analysis,
    'analysis against wink-nlp': ms.wink / ms.analysis,
    'analysis against chrono-node': ms.chrono / ms.analysis,
    'language against franc': ms.franc / ms.detect,
  };
  found.ratios = ratios;
  for (const [name, ratio] of Object.entries(ratios)) say(`  ${name.padEnd(32)} ${ratio.toFixed(3)}x`);
}

/** Milliseconds of processor time in each stage, for some texts. */
function stagesOf(list) {
  const taken = {};
  const watch = (stage, work) => {
    const from = process.cpuUsage().user;
    const result = work();
    taken[stage] = (taken[stage] ?? 0) + (process.cpuUsage().user - from) / 1000;
    return result;
  };
  for (const text of list) {
    const { record } = analyse(articleOf(text), { watch });
    watch('serialise', () => JSON.stringify(record));
  }
  return taken;
}

function medians(lists) {
  return Object.fromEntries(Object.keys(lists[0]).map(name => [name, median(lists.map(one => one[name] ?? 0))]));
}

function stages() {
  stagesOf(texts);
  found.stages = medians(Array.from({ length: rounds }, () => stagesOf(texts)));
  const sum = Object.values(found.stages).reduce((total, one) => total + one, 0);
  say('stages');
  for (const [name, time] of Object.entries(found.stages))
    say(
      `  ${name.padEnd(12)} ${time.toFixed(1).padStart(8)} ms ${((time / sum) * 100).toFixed(0).padStart(4)} % ${rate(time).padStart(12)}`,
    );
}

/** An article that is twice as long must take twice as long: in each stage. */
function growth() {
  const sizes = quick ? [3000, 6000] : [12_000, 24_000, 48_000, 96_000];
  const rows = sizes.map(size => {
    const list = [...articles(4, { seed, size })];
    stagesOf(list);
    return medians(Array.from({ length: quick ? 1 : 5 }, () => stagesOf(list)));
  });
  found.growth = sizes.slice(1).map((size, i) => ({
    from: sizes[i],
    to: size,
    times: Object.fromEntries(Object.keys(rows[0]).map(name => [name, rows[i + 1][name] / rows[i][name]])),
  }));
  say('time of an article of twice the length, by stage');
  for (const { from, to, times } of found.growth)
    say(
      `  ${from} to ${to}: ${Object.entries(times)
        .map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`)
        .join(', ')}`,
    );
}

async function names() {
  const many = quick ? 500 : 10_000;
  const engines = [await engineWith({}), await engineWith({ entries: manyNames(many) })];
  const works = Object.fromEntries(
    engines.map((one, i) => [['own', 'more'][i], bytes => analyse(articleOf(decoder.decode(bytes)), { engine: one })]),
  );
  const ms = inTurns(works, rounds);
  found.names = { names: many, ...ms, slower: ms.more / ms.own - 1 };
  say(`${many} names more: ${(found.names.slower * 100).toFixed(1)} % slower`);
}

/** Median milliseconds of processor time of processes, run in turns; each says itself at its end what it took. */
function processes(commands, times) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-corpus-bench-'));
  const watch = path.join(folder, 'watch.cjs');
  fs.writeFileSync(
    watch,
    "process.on('exit',()=>{const{user,system}=process.cpuUsage();require('node:fs').writeSync(3,String((user+system)/1000))})",
  );
  const empty = path.join(folder, 'empty.cjs');
  fs.writeFileSync(empty, '');
  const article = path.join(folder, 'article.txt');
  fs.writeFileSync(article, texts[0]);
  const taken = commands.map(() => []);
  for (let round = 0; round < times; round += 1) {
    commands.forEach((command, i) => {
      const args = command.map(one => ({ EMPTY: empty, ARTICLE: article })[one] ?? one);
      const { output } = spawnSync(process.execPath, ['-r', watch, ...args], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      taken[i].push(Number(output[3]));
    });
  }
  fs.rmSync(folder, { recursive: true });
  return taken.map(median);
}

function start() {
  const bin = path.join(root, 'bin/incident-corpus.js');
  const commands = {
    node: ['EMPTY'],
    version: [bin, '--version'],
    help: [bin, '--help'],
    article: [bin, 'extract', '-q', 'ARTICLE'],
  };
  const [bare, ...others] = processes(Object.values(commands), starts);
  found.start = { nodeMs: bare };
  say(`bare node ${bare.toFixed(1)} ms of processor`);
  Object.keys(commands)
    .slice(1)
    .forEach((name, i) => {
      found.start[name] = others[i] / bare;
      say(`  ${name.padEnd(8)} ${(others[i] / bare).toFixed(2)}x`);
    });
}

async function jobs() {
  found.jobs = [];
  for (const size of files) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-corpus-bench-'));
    let made = 0;
    for (const text of articles(size, { seed, size: 600 })) {
      const part = path.join(folder, String(Math.floor(made / 1000)));
      if (made % 1000 === 0) fs.mkdirSync(part);
      fs.writeFileSync(path.join(part, `${made}.txt`), text);
      made += 1;
    }
    const runs = [];
    for (const workers of [1, 2]) runs.push(await measured(['extract', folder, '-q', '--jobs', String(workers)]));
    fs.rmSync(folder, { recursive: true });
    const [single, double] = runs;
    const row = {
      files: size,
      seconds: single.seconds,
      faster: single.seconds / double.seconds,
      same: single.sha256 === double.sha256,
      peakMiB: [single.peakMiB, double.peakMiB],
    };
    found.jobs.push(row);
    say(
      `${size} files: ${row.seconds.toFixed(1)} s, with two workers ${row.faster.toFixed(2)}x as fast, ${row.same ? 'same bytes' : 'OTHER BYTES'}, ${row.peakMiB.map(one => one.toFixed(0)).join(' and ')} MiB at most`,
    );
  }
}

async function link() {
  found.link = await measureLink(records, one =>
    say(`link of ${one.articles} records: ${one.seconds.toFixed(1)} s, ${one.peakMiB.toFixed(0)} MiB at most`),
  );
}

for (const [name, part] of Object.entries({ speed, stages, growth, names, start, jobs, link }))
  if (!skipped.has(name)) await part();
if (given.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
