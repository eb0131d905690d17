/** The files of a corpus folder, as `build` writes them; all else in it is somebody else's. */
export const CORPUS_FILES = [
  'README.md',
  'articles.jsonl',
  'datapackage.json',
  'errors.jsonl',
  'facts.csv',
  'incidents.jsonl',
  'report.html',
  'schemas',
] as const;

/** How much of the articles' own words a corpus holds. */
export interface Wording {
  /** Whether records hold the whole text of their article: all of them, some (after `rehydrate`), or none. */
  readonly text: 'all' | 'some' | 'none';
  /** The most characters (code points) that a quote has, or null where quotes are whole. */
  readonly maxQuote: number | null;
}

/** What a build was asked for, as far as its bytes depend on it; it stands in datapackage.json. */
export interface BuildSettings extends Wording {
  /** Language that was named for all articles, or null where it was detected. */
  readonly language: string | null;
  /** Which column or key held what, as it was named; null where nothing was. */
  readonly map: string | null;
}
