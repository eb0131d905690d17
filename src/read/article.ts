import { hash } from 'node:crypto';
import type { SourceArticle } from '../model/article.ts';
import { parsePublished, publishedOf } from './published.ts';
import { titleOf } from './text.ts';

/** What a caller knows of an article beside its text. */
export interface ArticleFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; without it, or if it is none of these, the text's own header or dateline counts. */
  readonly published?: string;
  /** ISO 639-1 code; without it the language is detected. */
  readonly language?: string;
  /** A name for the article, put into `source.path`; "-" without it. */
  readonly path?: string;
}

/**
 * Make an article of a text, for callers of the library that have no file.
 *
 * @param text the whole article; offsets in the record refer to it
 */
export function articleOf(text: string, facts: ArticleFacts = {}): SourceArticle {
  const path = facts.path ?? '-';
  return {
    source: {
      path,
      index: null,
      key: null,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: Buffer.byteLength(text),
      sha256: hash('sha256', text, 'hex'),
      reader: 'text',
    },
    text,
    title: facts.title ?? titleOf(text),
    publisher: facts.publisher ?? null,
    url: facts.url ?? null,
    published: publishedOf({
      option: null,
      field: facts.published === undefined ? null : parsePublished(facts.published, 'field'),
      text,
      path,
    }),
    language: facts.language ?? null,
  };
}
