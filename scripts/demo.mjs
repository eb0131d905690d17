/**
 * Run the program on the articles of fixtures/, as a user would, and print what it found in each.
 *
 * The records go to demo-output/articles.jsonl, with the text of the articles, so that the recipes of the README can be
 * tried on them.
 *
 * usage: node scripts/demo.mjs
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const articles = 'fixtures/articles/*/article.*';
const output = 'demo-output/articles.jsonl';
const args = ['extract', articles, '--include-text', '--output', output];

/** Actions shown of each article; the rest are counted. */
const SHOWN = 6;
const WIDTH = 110;
const LABEL = 18;

const hasColours = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
const style = code => text => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = style(1);
const dim = style(2);

/** Lay a list out behind its label, over as many lines as it takes. */
function row(label, items, separator = ', ') {
  const lines = [];
  let line = '';
  for (const [index, item] of (items.length > 0 ? items : ['none']).entries()) {
    const piece = index < items.length - 1 ? `${item}${separator.trimEnd()}` : item;
    if (line !== '' && LABEL + line.length + piece.length >= WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? piece : ` ${piece}`;
  }
  lines.push(line);
  return lines.map((text, index) => `${dim((index === 0 ? `  ${label}` : '').padEnd(LABEL))}${text}`);
}

const oneLine = text => text.replaceAll(/\s+/gu, ' ').trim();

function headline({ title, text }) {
  const words = oneLine(text).split(' ');
  return title ?? `${words.slice(0, 12).join(' ')}${words.length > 12 ? ' …' : ''}`;
}

/** A date with the words of the article and what they mean there. */
function dateInWords({ text, value, earliest, latest }) {
  const isKnown = oneLine(text) === value;
  const bounds = value.includes('X') && earliest !== null ? `${earliest} .. ${latest}` : value;
  return isKnown ? value : `${oneLine(text)} = ${bounds}`;
}

/** An action in a line: what, by whom, to what, when, and how true it is told to be. */
function actionInWords({ type, trigger, actors, targets, date, polarity, certainty, status, sources }) {
  const names = list => list.map(({ name }) => oneLine(name)).join(' + ');
  const roles = [
    ['by', names(actors)],
    ['what', names(targets)],
    ['when', date?.value ?? ''],
    ['says', names(sources)],
  ].flatMap(([role, value]) => (value ? [`${role} ${value}`] : []));
  const plain = ['affirmed', 'certain', 'occurred'];
  const truth = [...new Set([polarity, certainty, status])].filter(word => !plain.includes(word));
  return [
    `${type} "${oneLine(trigger.text)}"`,
    ...(truth.length > 0 ? [`(${truth.join(', ')})`] : []),
    ...(roles.length > 0 ? [`- ${roles.join('; ')}`] : []),
  ].join(' ');
}

function summary(record) {
  const { source, language, published, relevance, dates, organisations, products, vulnerabilities, actions } = record;
  const about = relevance.incident ? 'about an incident' : 'not about an incident';
  const rest = actions.length - SHOWN;
  return [
    bold(headline(record)),
    dim(`  ${source.path} · ${language.code} · published ${published?.value ?? 'unknown'} · ${about}`),
    ...row('dates', dates.map(dateInWords), ';'),
    ...row(
      'organisations',
      organisations.map(({ name, kind }) => `${name} (${kind})`),
    ),
    ...row(
      'products',
      products.map(({ name }) => name),
    ),
    ...(vulnerabilities.length > 0
      ? row(
          'vulnerabilities',
          vulnerabilities.map(({ name }) => name),
        )
      : []),
    ...(actions.length > 0 ? actions.slice(0, SHOWN) : [null]).flatMap((action, index) =>
      row(index === 0 ? 'actions' : '', action === null ? [] : [actionInWords(action)]),
    ),
    ...(rest > 0 ? [`${' '.repeat(LABEL)}${dim(`and ${rest} more`)}`] : []),
    '',
  ].join('\n');
}

process.stdout.on('error', () => {});
fs.mkdirSync(path.join(root, path.dirname(output)), { recursive: true });
process.stdout.write(
  `${dim(`$ incident-corpus ${args.map(arg => (arg.includes('*') ? `'${arg}'` : arg)).join(' ')}`)}\n`,
);
const { status } = spawnSync(process.execPath, ['bin/incident-corpus.js', ...args], { cwd: root, stdio: 'inherit' });
if (status === 0) {
  const lines = fs.readFileSync(path.join(root, output), 'utf8').trimEnd().split('\n');
  const found = lines.map(line => summary(JSON.parse(line)));
  process.stdout.write(
    `\n${found.join('\n')}\nThe records, one per line, are in ${bold(output)}. Recipes for them are in README.md.\n`,
  );
} else process.exitCode = status ?? 1;
