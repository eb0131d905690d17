import type { BuildSettings } from '../model/corpus.ts';
import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { COLUMNS, factCount } from './facts.ts';

/** What there is to say of a corpus. */
export interface Corpus {
  readonly articles: readonly ArticleRecord[];
  readonly incidents: readonly IncidentRecord[];
  /** How many lines errors.jsonl has. */
  readonly errors: number;
  readonly producer: ArticleRecord['producer'];
  readonly settings: BuildSettings;
}

const figures = (count: number): string => String(count).replace(/\d(?=(?:\d{3})+$)/gu, '$&,');

/** The first and the last day that publication dates reach to, or null where none is known. */
function periodOf(articles: readonly ArticleRecord[]): { readonly earliest: string; readonly latest: string } | null {
  const known = articles.flatMap(({ published }) => published ?? []);
  const earliest = known.map(published => published.earliest).toSorted()[0];
  const latest = known
    .map(published => published.latest)
    .toSorted()
    .at(-1);
  return earliest === undefined || latest === undefined ? null : { earliest, latest };
}

/** How many articles there are of each language, the most frequent first. */
function languagesOf(articles: readonly ArticleRecord[]): readonly (readonly [code: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { language } of articles) counts.set(language.code, (counts.get(language.code) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
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
export function guide({ articles, incidents, errors, producer, settings }: Corpus): string {
  const period = periodOf(articles);
  const languages = languagesOf(articles).map(([code, count]) => `${figures(count)} ${code}`);
  const span = period === null ? 'unknown' : `${period.earliest} to ${period.latest}`;
  const maker = `${producer.name} ${producer.version}, rules ${producer.rules}`;
  return `# A corpus of IT-security incidents in the news

News articles as data, made by rules alone. Every value stands beside the words it was taken from.

| | |
| --- | --- |
| Articles | ${figures(articles.length)}${languages.length > 0 ? ` (${languages.join(', ')})` : ''} |
| Articles that tell of an incident | ${figures(articles.filter(({ relevance }) => relevance.incident).length)} |
| Incidents | ${figures(incidents.length)} |
| Facts (actions) | ${figures(factCount(articles))} |
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
