/**
 * Bring gazetteer files into their one form: an entry a line, sorted by name in code-point order, keys in a fixed
 * order, lists sorted and without doubles. Names what is wrong and exits 1 when an entry cannot be kept as it is.
 *
 * usage: node scripts/format-knowledge.mjs FILE...
 */
import fs from 'node:fs';

const KEYS = [
  'name',
  'kind',
  'vendor',
  'country',
  'sector',
  'aliases',
  'needsContext',
  'needsHead',
  'caseSensitive',
  'cpe',
  'cve',
  'product',
  'mitre',
  'wikidata',
  'ror',
];
const LISTS = new Set(['aliases', 'needsContext', 'needsHead', 'caseSensitive', 'cve']);
const byCodePoint = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
let problems = 0;
const complain = (file, message) => {
  problems += 1;
  console.error(`${file}: ${message}`);
};

for (const file of process.argv.slice(2)) {
  const entries = JSON.parse(fs.readFileSync(file, 'utf8'));
  const seen = new Map();
  const lines = [];
  for (const entry of entries.toSorted((a, b) => byCodePoint(a.name, b.name))) {
    for (const key of Object.keys(entry)) if (!KEYS.includes(key)) complain(file, `${entry.name}: unknown key ${key}`);
    const clean = {};
    for (const key of KEYS) {
      if (!(key in entry)) continue;
      if (!LISTS.has(key)) clean[key] = entry[key];
      else {
        const own = new Set(
          key === 'aliases' ? [entry.name, ...(entry.needsContext ?? []), ...(entry.needsHead ?? [])] : [],
        );
        const list = [...new Set(entry[key])].filter(item => !own.has(item)).sort(byCodePoint);
        if (list.length) clean[key] = list;
      }
    }
    for (const name of new Set([clean.name, ...(clean.aliases ?? []), ...(clean.needsContext ?? [])])) {
      if (name !== name.trim() || /\s\s/.test(name) || name === '')
        complain(file, `${entry.name}: odd spaces in "${name}"`);
      const other = seen.get(name);
      if (other !== undefined && !(clean.needsContext ?? []).includes(name))
        complain(file, `"${name}" stands for both ${other} and ${entry.name}`);
      seen.set(name, entry.name);
    }
    lines.push(JSON.stringify(clean));
  }
  fs.writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  console.error(`${file}: ${lines.length} entries`);
}
process.exitCode = problems ? 1 : 0;
