import { type Painted, painted } from '../model/painted.ts';
import type { Gathered } from './gather.ts';
import { ENOUGH, type Score } from './score.ts';

/** The article that a person means: its id, its path, or the end of its path; null if it is none or more than one. */
export function findArticle({ entries, pathsOf }: Gathered, what: string): number | null {
  const isNamed = entries.findIndex(({ id }) => id === what);
  if (isNamed >= 0) return isNamed;
  const all = entries.map((_, at) => pathsOf(at));
  const tests: readonly ((paths: readonly string[]) => boolean)[] = [
    paths => paths.includes(what),
    paths => paths.some(path => path.endsWith(`/${what}`)),
    paths => paths.some(path => path.includes(what)),
  ];
  for (const test of tests) {
    const found = all.flatMap((paths, at) => (test(paths) ? [at] : []));
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

/** Weights below this are summed up in one line. */
const LEAST = 0.3;

const figure = (n: number): string => n.toFixed(1).padStart(6);

function scoreLines({ total, links, shared, near, gap }: Score): readonly Painted[] {
  const rows = shared.filter(({ weight }) => Math.abs(weight) >= LEAST);
  const rest = shared.filter(({ weight }) => Math.abs(weight) < LEAST);
  const sum = rest.reduce((all, { weight }) => all + weight, 0);
  const distance = gap === null ? 'it is not known how far apart' : `${gap} days apart`;
  return [
    ...rows.flatMap(({ kind, name, weight }) => [
      painted(`${figure(weight)}  ${kind.padEnd(13)}  ${name}\n`, weight < 0 ? 'error' : 'plain'),
    ]),
    ...(rest.length > 0 ? [painted(`${figure(sum)}  ${rest.length} more\n`, 'dim')] : []),
    painted(
      `${figure(total)}  in all; ${ENOUGH} are enough${total >= ENOUGH && !links ? ', but not of one kind alone' : ''}\n`,
      'heading',
    ),
    painted(`        time: ${distance}, which leaves ${Math.round(near * 100)} % of what is shared\n`, 'dim'),
  ];
}

/** The ties that lead from one article of an incident to another, or null. */
function way(
  from: number,
  to: number,
  ties: readonly { readonly a: number; readonly b: number }[],
): readonly number[] | null {
  const waiting: (readonly number[])[] = [[from]];
  const seen = new Set([from]);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const last = path.at(-1) ?? from;
    if (last === to) return path;
    for (const { a, b } of ties) {
      const next = a === last ? b : b === last ? a : null;
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      waiting.push([...path, next]);
    }
  }
  return null;
}

/** Tell why two articles stand in one incident, or why not. */
export function explainPair(gathered: Gathered, a: number, b: number): readonly Painted[] {
  const { entries, linking, pathsOf } = gathered;
  const nameOf = (at: number): string => pathsOf(at)[0] ?? '';
  const score = gathered.judge(Math.min(a, b), Math.max(a, b));
  const lines: Painted[] = [];
  for (const at of [a, b]) {
    const copying = linking.copyings[at];
    lines.push(painted(`${nameOf(at)}`, 'heading'), painted(`  ${entries[at]?.id ?? ''}`, 'dim'));
    if (copying?.of !== undefined && copying.of !== null) {
      const what = copying.role === 'copy' ? 'a copy of' : 'builds upon';
      lines.push(painted(`  ${what} ${nameOf(copying.of)} (${copying.similarity})`));
    }
    lines.push(painted('\n'));
  }
  const group = linking.groups.find(members => members.includes(a));
  const together = group?.includes(b) === true;
  lines.push(painted('\n'), ...scoreLines(score), painted('\n'));
  const path = together ? way(a, b, linking.tiesOf(group)) : null;
  const verdict = !together
    ? 'They are not in one incident.'
    : path !== null && path.length > 2
      ? `They are in one incident, held together by: ${path.map(nameOf).join(' - ')}.`
      : 'They are in one incident.';
  lines.push(painted(`${verdict}\n`, 'heading'));
  if (!together && score.links) {
    lines.push(painted('The two would do, but the articles that stand with each of them have too little in common.\n'));
  }
  return lines;
}
