/**
 * Measure how much slower extraction becomes with many more names: the same articles with the program's own gazetteers and
 * with invented names added. Rounds alternate, and the fastest of each counts, so that other work on the machine matters less.
 *
 * usage: node scripts/bench-names.mjs [NAMES] [ROUNDS]   (after npm run build)
 */
import fs from 'node:fs';
import { analyse, engineWith } from '../dist/pipeline.js';

const [count = 10_000, rounds = 9] = process.argv.slice(2).map(Number);
const ONSETS = 'b br d dr f fl g gr h k kl kr l m n p pl r s sl sn st t tr v w z'.split(' ');
const RIMES = 'aak aal ab and ark ek el end er ig im in ok ol ond or uk un us ym'.split(' ');
const ENDS = ['', ' Systems', ' Group', ' Zorg', ' Logistics', ' B.V.'];

/** Invented names, each another, in a fixed order. */
function invented(index) {
  const at = (list, n) => list[n % list.length];
  const a = at(ONSETS, index) + at(RIMES, Math.floor(index / ONSETS.length));
  const b = at(ONSETS, Math.floor(index / 7)) + at(RIMES, Math.floor(index / 3));
  const name = `${a.charAt(0).toUpperCase()}${a.slice(1)}${b}${index % 97}${at(ENDS, index)}`;
  const about = { vendor: null, country: null, sector: null, identifiers: {}, cve: [], aliases: [] };
  return { ...about, name, kind: 'company', of: 'organisation', needsContext: [], needsHead: [], caseSensitive: [] };
}

const root = new URL('../fixtures/articles/', import.meta.url);
const texts = fs.readdirSync(root).flatMap(slug => {
  const file = new URL(`${slug}/article.txt`, root);
  return fs.existsSync(file) ? [fs.readFileSync(file, 'utf8')] : [];
});
const source = { path: 'x', index: null, key: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: 1, sha256: '' };
const articles = texts.map(text => ({
  source,
  text,
  title: null,
  publisher: null,
  url: null,
  published: null,
  language: null,
}));
const engines = [
  await engineWith({}),
  await engineWith({ entries: Array.from({ length: count }, (_, i) => invented(i)) }),
];
const fastest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < rounds; round += 1) {
  for (const [i, engine] of engines.entries()) {
    const from = process.cpuUsage().user;
    for (let k = 0; k < 5; k += 1) for (const one of articles) analyse(one, { engine });
    fastest[i] = Math.min(fastest[i], process.cpuUsage().user - from);
  }
}
const [bare, full] = fastest.map(time => time / 1000);
console.log(
  JSON.stringify({ names: count, articles: articles.length * 5, bareMs: bare, fullMs: full, slower: full / bare - 1 }),
);
