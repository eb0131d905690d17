import { describe, expect, test } from 'vitest';
import { analyse, articleOf, articleRecord } from '../src/index.ts';

describe('the library', () => {
  test('makes an article of a text and a record of the article', () => {
    const article = articleOf('Storing bij Texel\nDe gemeente Texel zette gisteren haar mailserver uit.', {
      published: '2024-05-14',
      path: 'texel',
    });
    expect(article.title).toBe('Storing bij Texel');
    expect(article.published).toMatchObject({ value: '2024-05-14', from: 'field' });
    const { record, diagnostics } = analyse(article);
    expect(diagnostics).toEqual([]);
    expect(articleRecord.safeParse(record).success).toBe(true);
    expect(record.source.path).toBe('texel');
    expect(record.dates.map(date => date.value)).toEqual(['2024-05-13']);
    expect(record.actions.map(action => action.type)).toContain('take-offline');
  });

  test('takes the text itself for the date when the caller has none', () => {
    expect(articleOf(' date 2023-05 Het netwerk ligt plat.').published).toMatchObject({
      value: '2023-05',
      from: 'header',
    });
    expect(articleOf('Het netwerk ligt plat.', { published: 'May' }).published).toBeNull();
  });

  test('follows the language that the caller names', () => {
    const { record } = analyse(articleOf('Server down.', { language: 'en' }));
    expect(record.language).toEqual({ code: 'en', confidence: 1, supported: true });
  });
});
