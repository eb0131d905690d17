/** The form of a file's content; `unknown` is found out by looking at its first characters. */
export type Form =
  | 'text'
  | 'markdown'
  | 'lines'
  | 'json'
  | 'html'
  | 'pdf'
  | 'docx'
  | 'csv'
  | 'mail'
  | 'mbox'
  | 'feed'
  | 'warc'
  | 'gzip'
  | 'zstd'
  | 'zip'
  | 'unknown';

const FORMS: Readonly<Record<string, Form>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.eml': 'mail',
  '.mbox': 'mbox',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.xml': 'feed',
  '.warc': 'warc',
  '.gz': 'gzip',
  '.zst': 'zstd',
  '.zip': 'zip',
};

/** The endings of the files that are read, as messages and the help name them. */
export const ENDINGS: readonly string[] = Object.keys(FORMS);

/** The form that a file's name tells of: null if it is one that we do not read. */
export function formOf(name: string): Form | null {
  const dot = name.lastIndexOf('.');
  const ending = dot <= 0 ? '' : name.slice(dot).toLowerCase();
  return Object.hasOwn(FORMS, ending) ? (FORMS[ending] ?? null) : null;
}
