import { hash } from 'node:crypto';
import type { ArticleRecord } from '../model/record.ts';
import { distinct } from './facts.ts';
import type { Corpus } from './guide.ts';
import { pageArticle, pageIncident, pageIndex } from './page.ts';

/** What of the page is not data. */
interface Assets {
  readonly script: string;
  readonly style: string;
}

/** JSON that cannot end the element it stands in: no `<` is left in it. Line separators are safe in JSON of today. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const sum = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

/**
 * The pieces of report.html: a page that loads nothing, and in which nothing runs but our own script.
 *
 * What articles say stands in it as JSON only, in elements that no browser runs; the script puts it on the page as text,
 * never as HTML. The policy names the script and the style by their hashes and forbids all else.
 *
 * @param facts how many actions there are
 */
export function* reportHtml(corpus: Corpus, facts: number, { script, style }: Assets): Generator<string> {
  const policy = `default-src 'none'; script-src ${sum(script)}; style-src ${sum(style)}; base-uri 'none'; form-action 'none'`;
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Incident corpus</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<p class="brand">Incident corpus</p>
<nav aria-label="Pages" id="pages"></nav>
</header>
<main id="main" tabindex="-1"><p>This report needs JavaScript, which it carries with it. The same data stand in the files beside it.</p></main>
<footer class="site" id="foot"></footer>
<script type="application/json" id="index">${embedded(pageIndex(corpus, facts))}</script>
<script type="application/x-ndjson" id="incidents">`;
  let end = '';
  for (const incident of corpus.incidents.records()) {
    yield end + embedded(pageIncident(incident));
    end = '\n';
  }
  yield '</script>\n<script type="application/x-ndjson" id="articles">';
  end = '';
  for (const article of distinct(corpus.articles.records())) {
    yield end + embedded(pageArticle(article));
    end = '\n';
  }
  yield `</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The incident of each article, by the article's id. */
export function incidentsByArticle({ incidents }: Corpus): (article: ArticleRecord['id']) => string | null {
  const known = new Map<string, string>();
  for (const { id, articles } of incidents.records()) for (const article of articles) known.set(article.id, id);
  return article => known.get(article) ?? null;
}
