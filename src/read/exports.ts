import type { Problem } from './decode.ts';
import { factivaArticles } from './factiva.ts';
import { nexisArticles } from './nexis.ts';
import type { Fields } from './reader.ts';

/** The articles of an export, and what is wrong with it. */
export interface Export {
  readonly reader: 'nexis' | 'factiva';
  readonly articles: readonly Fields[];
  readonly problems: readonly Problem[];
}

/**
 * Split the export of a news archive (Nexis, Factiva) into its articles.
 *
 * @returns null if the text is no such export
 */
export function splitExport(text: string): Export | null {
  const nexis = nexisArticles(text);
  const found = nexis ?? factivaArticles(text);
  if (found === null) return null;
  const { announced, articles } = found;
  const problems: Problem[] = [];
  if (announced !== null && announced !== articles.length) {
    problems.push({ code: 'read/count-mismatch', detail: `it announces ${announced}, and holds ${articles.length}` });
  }
  return { reader: nexis === null ? 'factiva' : 'nexis', articles, problems };
}
