import type { SourceArticle } from './model/article.ts';
import { nearestWords } from './model/nearest.ts';
import { type Painted, painted, type Style } from './model/painted.ts';
import type { ArticleRecord } from './model/record.ts';
import type { RuleBase } from './model/rule.ts';

/** What an article's colours mean, from the one that gives way to the one that stays on top. */
const LEGEND = ['action', 'quantity', 'date', 'malware', 'vulnerability', 'product', 'organisation'] as const;
type Kind = (typeof LEGEND)[number];

interface Mark {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

function marksOf(record: ArticleRecord): readonly Mark[] {
  const mark = (kind: Kind, span: { readonly start: number; readonly end: number }): Mark => ({
    kind,
    start: span.start,
    end: span.end,
  });
  const ofAll = (kind: Kind, entries: readonly { readonly mentions: readonly Span[] }[]): readonly Mark[] =>
    entries.flatMap(entry => entry.mentions.map(mention => mark(kind, mention)));
  return [
    ...record.actions.map(action => mark('action', action.trigger)),
    ...record.quantities.map(quantity => mark('quantity', quantity)),
    ...record.dates.map(date => mark('date', date)),
    ...ofAll('malware', record.malware),
    ...ofAll('vulnerability', record.vulnerabilities),
    ...ofAll('product', record.products),
    ...ofAll('organisation', record.organisations),
  ];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text in pieces, each in the style of what was found there; where finds overlap the later kind of the legend wins. */
function paintText(text: string, record: ArticleRecord): readonly Painted[] {
  // Offsets of a record count code points.
  const chars = [...text];
  const styles = new Array<Style>(chars.length).fill('plain');
  for (const { kind, start, end } of marksOf(record)) styles.fill(kind, start, end);
  const pieces: Painted[] = [];
  for (let from = 0; from < chars.length; ) {
    let to = from + 1;
    while (to < chars.length && styles[to] === styles[from]) to += 1;
    pieces.push(painted(chars.slice(from, to).join(''), styles[from]));
    from = to;
  }
  return pieces;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** A list under its heading: columns of equal width, the rule at the end. */
function list(heading: string, style: Style, rows: readonly (readonly string[])[]): readonly Painted[] {
  if (rows.length === 0) return [];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(...rows.map(row => [...(row[column] ?? '')].length))),
  );
  return [
    painted(`\n${heading} (${rows.length})\n`, 'heading'),
    ...rows.flatMap(row =>
      row.map((cell, column) => {
        const isLast = column === row.length - 1;
        const text = `  ${isLast ? cell : cell.padEnd(widths[column] ?? 0)}${isLast ? '\n' : ''}`;
        return painted(text, column === 0 ? style : isLast ? 'dim' : 'plain');
      }),
    ),
  ];
}

type Action = ArticleRecord['actions'][number];

function actionRow(action: Action): readonly string[] {
  const names = (list: Action['actors']): string => list.map(argument => argument.name).join(', ');
  const roles = [
    ['by', names(action.actors)],
    ['what', names(action.targets)],
    ['to', names(action.recipients)],
    ['with', names(action.instruments)],
    ['at', names(action.affected)],
    ['when', action.date?.value ?? ''],
    ['says', action.sources.map(source => `${source.name} (${source.stance})`).join(', ')],
    ['in', action.contentOf ?? ''],
  ].flatMap(([role, value]) => (value ? [`${role}: ${oneLine(value)}`] : []));
  return [
    oneLine(action.trigger.text),
    `${action.id} ${action.type}`,
    `${action.polarity}, ${action.status}`,
    roles.join('; '),
    action.rule,
  ];
}

/**
 * An article as a person reads it: its text with what was found in it in colours, then a list of each kind.
 *
 * @param coloured whether the colours will be seen: without them a legend says nothing
 */
export function explainArticle(article: SourceArticle, record: ArticleRecord, coloured: boolean): readonly Painted[] {
  const { path, index } = article.source;
  const published = record.published ? `${record.published.value} (${record.published.from})` : 'unknown';
  const named = (entries: ArticleRecord['organisations'], about: (entry: (typeof entries)[number]) => string) =>
    entries.flatMap(entry => entry.mentions.map(mention => [oneLine(mention.text), about(entry), mention.rule]));
  return [
    painted(`${index === null ? path : `${path}:${index}`}\n`, 'heading'),
    painted(`published ${published} · language ${record.language.code} · `, 'dim'),
    painted(`incident: ${record.relevance.incident ? 'yes' : 'no'} (${record.relevance.score})\n`, 'dim'),
    ...(coloured ? [...LEGEND.toReversed().flatMap(kind => [painted(kind, kind), painted(' ')]), painted('\n')] : []),
    painted('\n'),
    ...paintText(article.text.trimEnd(), record),
    painted('\n'),
    ...list(
      'Dates',
      'date',
      record.dates.map(date => [
        oneLine(date.text),
        `${date.value}${date.modifier ? ` ${date.modifier}` : ''}`,
        date.earliest === null
          ? ''
          : date.earliest === date.latest
            ? date.earliest
            : `${date.earliest} .. ${date.latest}`,
        date.rule,
      ]),
    ),
    ...list(
      'Organisations',
      'organisation',
      named(
        record.organisations,
        ({ id, name, kind, country }) => `${id} ${name} (${kind}${country ? `, ${country}` : ''})`,
      ),
    ),
    ...list(
      'Products',
      'product',
      record.products.flatMap(({ id, name, vendor, kind, mentions }) =>
        mentions.map(({ text, rule }) => [
          oneLine(text),
          `${id} ${name} (${kind}${vendor ? `, ${vendor}` : ''})`,
          rule,
        ]),
      ),
    ),
    ...list(
      'Vulnerabilities',
      'vulnerability',
      record.vulnerabilities.flatMap(({ id, name, cve, mentions }) =>
        mentions.map(({ text, rule }) => [
          oneLine(text),
          `${id} ${name}${cve && cve !== name ? ` (${cve})` : ''}`,
          rule,
        ]),
      ),
    ),
    ...list(
      'Malware',
      'malware',
      record.malware.flatMap(({ id, name, kind, mentions }) =>
        mentions.map(({ text, rule }) => [oneLine(text), `${id} ${name} (${kind})`, rule]),
      ),
    ),
    ...list(
      'Quantities',
      'quantity',
      record.quantities.map(({ text, kind, min, max, unit, approximate, rule }) => [
        oneLine(text),
        `${kind}: ${approximate ? 'about ' : ''}${min === max ? min : `${min ?? ''} .. ${max ?? ''}`}${unit ? ` ${unit}` : ''}`,
        rule,
      ]),
    ),
    ...list('Actions', 'action', record.actions.map(actionRow)),
  ];
}

/** Whether a word has the form of a rule's id, `language/kind/what-it-finds`. */
export function looksLikeRule(word: string): boolean {
  return /^[a-z]+(?:\/[A-Za-z0-9_-]+)+$/u.test(word);
}

/** A value of a rule's own data, on one line. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) {
    const isFlat = value.every(item => typeof item === 'string');
    return value.map(item => (isFlat ? String(item) : `\n    ${inWords(item)}`)).join(isFlat ? ', ' : '');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, item]) => `${key} ${inWords(item)}`)
      .join(', ');
  }
  return String(value);
}

/** A rule as a person reads it: what it means, what it looks for, what it must find, and where it must stay silent. */
export function explainRule(rule: RuleBase): readonly Painted[] {
  const { id, means, examples, rejects, ...rest } = rule;
  return [
    painted(`${id}\n`, 'heading'),
    painted(`  ${means}\n`),
    ...Object.entries(rest).flatMap(([key, value]) => [
      painted(`\n${key}\n`, 'heading'),
      ...(Array.isArray(value) && key === 'patterns' ? value.map(inWords) : [inWords(value)]).map(text =>
        painted(`  ${text.trimStart()}\n`),
      ),
    ]),
    ...(examples.length > 0 ? [painted('\nexamples: here it must fire\n', 'heading')] : []),
    ...examples.flatMap(({ text, finds, value, published }) => {
      const at = text.indexOf(finds);
      return [
        painted(`  ${text.slice(0, Math.max(at, 0))}`),
        painted(at < 0 ? '' : finds, 'action'),
        painted(at < 0 ? text : text.slice(at + finds.length)),
        painted(
          `  ${value === undefined ? '' : `= ${value}`}${published === undefined ? '' : `, published ${published}`}\n`,
          'dim',
        ),
      ];
    }),
    ...(rejects.length > 0 ? [painted('\nnear misses: here it must stay silent\n', 'heading')] : []),
    ...rejects.map(text => painted(`  ${text}\n`)),
  ];
}

/** The rules' ids that come nearest to a word, at most five. */
export function nearestRules(rules: readonly RuleBase[], word: string): readonly string[] {
  return nearestWords(
    rules.map(({ id }) => id),
    word,
  );
}
