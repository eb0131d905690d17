import type { Published, SourceArticle } from '../src/model/article.ts';
import { daysInMonth } from '../src/model/calendar.ts';

/** A publication date as a test writes it: 2020, 2020-01 or 2020-01-17. */
function publishedOn(value: string): Published {
  const [year = '', month, day] = value.split('-');
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const earliest = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = month ?? '12';
  const latest = `${year}-${lastMonth}-${day ?? String(daysInMonth(Number(year), Number(lastMonth))).padStart(2, '0')}`;
  return { value, precision, earliest, latest, from: 'field' };
}

/** An article of a test: a text, and what else matters. */
export function article(
  text: string,
  more: { readonly published?: string | undefined; readonly language?: string; readonly path?: string } = {},
): SourceArticle {
  return {
    source: {
      path: more.path ?? 'test.txt',
      index: null,
      key: null,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: Buffer.byteLength(text),
      sha256: '0'.repeat(64),
      reader: 'text',
    },
    text,
    title: null,
    publisher: null,
    url: null,
    published: more.published === undefined ? null : publishedOn(more.published),
    language: more.language ?? null,
  };
}
