import { describe, expect, test } from 'vitest';
import { analyse } from '../src/pipeline.ts';
import { article } from './articles.ts';

const record = (text: string, language: string) => analyse(article(text, { language })).record;

describe('versions of a product', () => {
  test.each([
    ['nl', 'Het lek zit in Ivanti Connect Secure 9.1R14, 22.4 en 22.5.', ['9.1R14', '22.4', '22.5']],
    ['nl', 'Ook versies 8.1 tot 9.2 van Ivanti Connect Secure zijn kwetsbaar.', ['8.1', '9.2']],
    ['nl', 'Ivanti Connect Secure draait op 20 servers.', []],
    ['en', 'Citrix Gateway versions 13.1, 14 and 12.1-65.25 are affected.', ['13.1', '14', '12.1-65.25']],
    ['en', 'The bug is in QuibbleDesk 4.2.1, said Kestrel Labs.', ['4.2.1']],
    ['en', 'Citrix Gateway costs 4.5 million a year.', []],
  ])('%s: %s', (language, text, versions) => {
    expect(record(text, language).products.flatMap(product => product.versions)).toEqual(versions);
  });
});

describe('names of one organisation', () => {
  test.each([
    ['nl', 'Het Openbaar Ministerie vervolgt hem. Het OM eist drie jaar.', 1],
    ['nl', 'Het waterschap Lage Vliet ligt plat. Lage Vliet herstelt de site.', 1],
    ['en', 'The Public Prosecution Service charged him. The Openbaar Ministerie asked for three years.', 1],
    ['en', 'The council of Farnley lost its files. Farnley Council said so.', 1],
    ['en', 'The Dutch NCSC warned. The British National Cyber Security Centre agreed.', 2],
  ])('%s: %s', (language, text, entries) => {
    expect(record(text, language).organisations).toHaveLength(entries);
  });

  test('keep their proof: a name that was proven once counts wherever it stands', () => {
    const { organisations } = record(
      'Brindlecote was quiet. On Friday Brindlecote, a software maker from Leeds, went offline. Few knew Brindlecote.',
      'en',
    );
    expect(organisations.map(({ name, kind, mentions }) => [name, kind, mentions.length])).toEqual([
      ['Brindlecote', 'vendor', 3],
    ]);
  });

  test('are not made of what a reference points at', () => {
    const { organisations } = record('De gemeente Oosterlo werd gehackt. De gemeente betaalde niet.', 'nl');
    expect(organisations.map(({ name }) => name)).toEqual(['gemeente Oosterlo']);
  });
});
