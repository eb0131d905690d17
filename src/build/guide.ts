import type { BuildSettings } from '../model/corpus.ts';
import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { COLUMNS } from './facts.ts';
import type { Pile } from './pile.ts';

/** What there is to say of a corpus. */
export interface Corpus {
  readonly articles: Pile<ArticleRecord>;
  readonly incidents: Pile<IncidentRecord>;
  /** How many lines errors.jsonl has. */
  readonly errors: number;
  readonly producer: ArticleRecord['producer'];
  readonly settings: BuildSettings;
}

const figures = (count: number): string => String(count).replace(/\d(?=(?:\d{3}){1,6}$)/gu, '$&,');

/** What is counted of the articles of a corpus. */
export interface Survey {
  /** Articles that tell of an incident. */
  readonly relevant: number;
  /** Actions, those of an article that was read twice once. */
  readonly facts: number;
  /** How many articles there are of each language, the most frequent first. */
  readonly languages: readonly (readonly [code: string, count: number])[];
  /** The first and the last day that publication dates reach to, or null where none is known. */
  readonly period: { readonly earliest: string; readonly latest: string } | null;
}

/** Count what there is to tell of the articles, in one go through them. */
export function survey(articles: Iterable<ArticleRecord>): Survey {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  let [relevant, facts] = [0, 0];
  let first: string | null = null;
  let last: string | null = null;
  for (const { id, language, relevance, published, actions } of articles) {
    counts.set(language.code, (counts.get(language.code) ?? 0) + 1);
    if (relevance.incident) relevant += 1;
    if (!seen.has(id)) facts += actions.length;
    seen.add(id);
    if (published === null) continue;
    if (first === null || published.earliest < first) first = published.earliest;
    if (last === null || published.latest > last) last = published.latest;
  }
  const languages = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const period = first === null || last === null ? null : { earliest: first, latest: last };
  return { relevant, facts, languages, period };
}

function wording({ text, maxQuote }: BuildSettings): string {
  const quotes =
    maxQuote === null
      ? 'Quotes are whole.'
      : maxQuote === 0
        ? 'Quotes are left out.'
        : `Quotes are cut to their first ${maxQuote} characters.`;
  const rehydrate = `Who has the articles can put them back: \`incident-corpus rehydrate FOLDER --articles ARTICLES\`.`;
  switch (text) {
    case 'all':
      return 'The corpus holds the text of the articles. Mind the rights on them before you share it.';
    case 'some':
      return `The corpus holds the text of some of the articles. In the others: ${quotes} ${rehydrate}`;
    case 'none':
      return `The corpus holds no text of the articles. ${quotes} Headlines and names stand as the articles have them. ${rehydrate}`;
  }
}

/** The README.md of a corpus, for who opens the folder and knows nothing of it. */
export function guide({ articles, incidents, errors, producer, settings }: Corpus, counted: Survey): string {
  const { relevant, facts, period } = counted;
  const languages = counted.languages.map(([code, count]) => `${figures(count)} ${code}`);
  const span = period === null ? 'unknown' : `${period.earliest} to ${period.latest}`;
  const maker = `${producer.name} ${producer.version}, rules ${producer.rules}`;
  return `# A corpus of IT-security incidents in the news

News articles as data, made by rules alone. Every value stands beside the words it was taken from.

| | |
| --- | --- |
| Articles | ${figures(articles.length)}${languages.length > 0 ? ` (${languages.join(', ')})` : ''} |
| Articles that tell of an incident | ${figures(relevant)} |
| Incidents | ${figures(incidents.length)} |
| Facts (actions) | ${figures(facts)} |
| Errors and warnings | ${figures(errors)} |
| Publication dates | ${span} |
| Made by | ${maker} |

${wording(settings)}

## Files

| File | What it holds |
| --- | --- |
| \`report.html\` | all of it to read in a browser; it needs no network |
| \`facts.csv\` | one row for each action: who did what to whom and when, whether it is affirmed, and who says so |
| \`incidents.jsonl\` | one record for each incident, with its timeline |
| \`articles.jsonl\` | one record for each article, with all that was found in it |
| \`errors.jsonl\` | what could not be read, or only with a warning |
| \`schemas/\` | JSON Schemas (2020-12) of both kinds of record, with every field described |
| \`datapackage.json\` | all files with size, SHA-256, row count and fields ([Data Package](https://datapackage.org), version 2) |

## How to read facts.csv

What did happen, as far as the articles say, is \`polarity\` affirmed with \`status\` occurred or ongoing. Never count rows
without looking at these two. A date that is known only in part has X for the rest, and \`earliest\` and \`latest\` say what
is known. Several names in one cell are separated by "; ". An apostrophe stands in front of a cell that a spreadsheet would
take for a formula.

\`\`\`r
facts <- read.csv("facts.csv", encoding = "UTF-8")
subset(facts, polarity == "affirmed" & status %in% c("occurred", "ongoing"))
\`\`\`

| Column | Meaning |
| --- | --- |
${COLUMNS.map(({ name, means }) => `| \`${name}\` | ${means} |`).join('\n')}

## How to cite

> A corpus of IT-security incidents in the news: ${figures(articles.length)} articles, ${figures(incidents.length)} incidents, ${span}. Made by ${maker}.
> SHA-256 of its files: see datapackage.json.

The rights on the articles stay with their publishers.
`;
}
