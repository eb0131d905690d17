/**
 * Check every regular expression that the program ships: none may take more than linear time on any text. Those that
 * are written out are found in the sources; those that are put together are caught while the program reads the fixtures.
 *
 * usage: npm run patterns [-- FILE-PART]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import ts from 'typescript';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const only = process.argv[2] ?? '';

/** Places by pattern, as `/source/flags`. */
const patterns = new Map();
const add = (source, flags, place) => {
  const key = `/${source}/${flags.replaceAll(/[dgy]/g, '')}`;
  if (!patterns.has(key)) patterns.set(key, { source, flags: flags.replaceAll(/[dgy]/g, ''), places: [] });
  patterns.get(key).places.push(place);
};

for (const file of fs
  .readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .toSorted()) {
  const tree = ts.createSourceFile(file, fs.readFileSync(path.join('src', file), 'utf8'), ts.ScriptTarget.ESNext, true);
  const visit = node => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(
        node.text.slice(1, end),
        node.text.slice(end + 1),
        `src/${file}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

// Patterns that are put together are caught where they are made, if one of our files makes them.
const Original = RegExp;
const here = new URL('../dist/', import.meta.url).href;
globalThis.RegExp = new Proxy(Original, {
  construct(target, [pattern, flags]) {
    const made = new target(pattern, flags);
    const caller = new Error().stack.split('\n').find(line => line.includes(here));
    const frame = new Error().stack.split('\n')[2] ?? '';
    if (caller !== undefined && frame.includes(here))
      add(made.source, made.flags, `put together in ${frame.replace(/.*dist\//, 'dist/').replace(/[:)].*/, '')}`);
    return made;
  },
});
const { readArticles } = await import('../dist/read/read.js');
const [{ analyse }, { allRules }] = await Promise.all([import('../dist/pipeline.js'), import('../dist/compile.js')]);
for await (const reading of readArticles(['fixtures/articles/*/article.*', 'fixtures/formats'])) {
  if ('article' in reading) analyse(reading.article);
}
allRules();
for (const file of fs.readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js') && !file.endsWith('grammar.js') && !file.startsWith('page'))
    await import(new URL(file, here).href);
}
globalThis.RegExp = Original;

const waiting = [...patterns.values()].filter(({ places }) => places.some(place => place.includes(only)));
const found = { safe: 0, vulnerable: [], unknown: [] };
async function work() {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { status, complexity, attack, error } = await check(next.source, next.flags, { timeout: 30_000 });
    if (status === 'safe') found.safe += 1;
    else found[status].push({ ...next, complexity: complexity?.summary, attack: attack?.pattern, error: error?.kind });
  }
}
await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));
const name = ({ source, flags, places, complexity, attack, error }) =>
  `${places.join(', ')}\n  /${source}/${flags}\n  ${[complexity, attack, error].filter(Boolean).join(' · ')}\n`;
for (const one of [...found.vulnerable, ...found.unknown]) console.log(name(one));
console.log(
  `${patterns.size} patterns: ${found.safe} safe, ${found.vulnerable.length} vulnerable, ${found.unknown.length} not decided`,
);
if (found.vulnerable.length > 0) process.exitCode = 1;
