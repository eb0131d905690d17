import { describe, expect, test } from 'vitest';
import { languages } from '../src/languages/languages.ts';
import { compileLexicon } from '../src/lexicon/lexicon.ts';
import type { LanguageCode } from '../src/model/language.ts';
import { tokenise } from '../src/model/tokens.ts';
import { createVocabulary } from '../src/model/vocabulary.ts';
import { segment } from '../src/segment/segment.ts';
import { article } from './articles.ts';

const lexicon = compileLexicon(languages, [], []);

/** The sentences of a text, as they stand in it. */
function sentences(text: string, code: LanguageCode): string[] {
  const document = segment(article(text), tokenise(text, lexicon.vocabulary), lexicon.languages[code]);
  const { tokens } = document;
  return document.sentences
    .slice(0, -1)
    .map((from, s) => text.slice(tokens.start[from], tokens.end[(document.sentences[s + 1] ?? 1) - 1]));
}

function tokensOf(text: string): string[] {
  const tokens = tokenise(text, createVocabulary());
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
}

describe('tokens', () => {
  test.each([
    ['Citrix-servers van Fox-IT', ['Citrix', '-', 'servers', 'van', 'Fox', '-', 'IT']],
    ["de NCSC's brief, foto's en zo'n", ['de', 'NCSC', "'s", 'brief', ',', 'foto', "'s", 'en', "zo'n"]],
    ["'s avonds bij 's-Hertogenbosch", ["'s", 'avonds', 'bij', "'s", '-', 'Hertogenbosch']],
    [
      "They don’t, can't and won't; it’s O'Brien’s",
      ['They', 'do', 'n’t', ',', 'ca', "n't", 'and', 'wo', "n't", ';', 'it', '’s', "O'Brien", '’s'],
    ],
    ['1.500,75 euro of $1,500.75', ['1.500,75', 'euro', 'of', '$', '1,500.75']],
    ['om 16:48 of 14.30 uur, 9.1.2 en 9th', ['om', '16:48', 'of', '14.30', 'uur', ',', '9.1.2', 'en', '9th']],
    [
      'zie https://example.org/a?b=c, of www.example.nl.',
      ['zie', 'https://example.org/a?b=c', ',', 'of', 'www.example.nl', '.'],
    ],
    ['CVE-2021-44228', ['CVE', '-', '2021', '-', '44228']],
    ['tweeëntwintig mensen 😀 klaar', ['tweeëntwintig', 'mensen', '😀', 'klaar']],
  ])('of %s', (text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });
});

describe('Dutch sentences', () => {
  test.each([
    ['Het lek is dicht. De gemeente is blij.', ['Het lek is dicht.', 'De gemeente is blij.']],
    [
      'Volgens drs. A. de Vries o.a. van Nu.nl is het klaar. Mooi.',
      ['Volgens drs. A. de Vries o.a. van Nu.nl is het klaar.', 'Mooi.'],
    ],
    ['“We zijn offline.” Meer zegt hij niet.', ['“We zijn offline.”', 'Meer zegt hij niet.']],
    ['‘Is het veilig?’ vroeg zij. Nee.', ['‘Is het veilig?’ vroeg zij.', 'Nee.']],
    ['Servers weer aan\n\nDe gemeente werkt weer.', ['Servers weer aan', 'De gemeente werkt weer.']],
    [
      'Wat er speelt:\n• De mail ligt plat\n• De telefoon werkt',
      ['Wat er speelt:', '• De mail ligt plat', '• De telefoon werkt'],
    ],
    ['EDE, 3 mei 2021 – Het netwerk ligt plat.', ['EDE, 3 mei 2021 –', 'Het netwerk ligt plat.']],
    ['De schade is 1.500 euro. 12 mensen zijn geraakt.', ['De schade is 1.500 euro.', '12 mensen zijn geraakt.']],
    [
      'Jansen B.V. sloot de servers. Het was 9 jan. 2020 laat.',
      ['Jansen B.V. sloot de servers.', 'Het was 9 jan. 2020 laat.'],
    ],
    [
      'Deze regel is door een mailprogramma afgebroken, zodat de zin pas op de\nvolgende regel ophoudt. Dan komt er nog een.',
      [
        'Deze regel is door een mailprogramma afgebroken, zodat de zin pas op de\nvolgende regel ophoudt.',
        'Dan komt er nog een.',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(sentences(text, 'nl')).toEqual(expected);
  });
});

describe('English sentences', () => {
  test.each([
    ['The hole is closed. The council is glad.', ['The hole is closed.', 'The council is glad.']],
    ['The U.S. Treasury and Dr. J. Smith agreed. Good.', ['The U.S. Treasury and Dr. J. Smith agreed.', 'Good.']],
    ['It was back at 5 p.m. The firm was glad.', ['It was back at 5 p.m.', 'The firm was glad.']],
    ['“We are offline,” he said. “For now.”', ['“We are offline,” he said.', '“For now.”']],
    ['What happened?\nNobody knows.', ['What happened?', 'Nobody knows.']],
    ['Acme Inc. paid on Jan. 9, 2020. It hurt.', ['Acme Inc. paid on Jan. 9, 2020.', 'It hurt.']],
    ['LONDON, June 4, 2024 - Hospitals are down.', ['LONDON, June 4, 2024 -', 'Hospitals are down.']],
    ['The ferry - a small one - Ann said - is late.', ['The ferry - a small one - Ann said - is late.']],
  ])('%s', (text, expected) => {
    expect(sentences(text, 'en')).toEqual(expected);
  });
});
