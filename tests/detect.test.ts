import { describe, expect, test } from 'vitest';
import { detect, voteTable, votingWords } from '../src/detect/detect.ts';
import { languages } from '../src/languages/languages.ts';
import { compileLexicon } from '../src/lexicon/lexicon.ts';
import type { LanguageCode } from '../src/model/language.ts';
import { tokenise } from '../src/model/tokens.ts';

const { vocabulary, languages: compiled } = compileLexicon(languages, [], votingWords);
const lists = (code: LanguageCode) => (id: number) => compiled[code].words[id] !== 0 || compiled[code].nouns[id] !== 0;
const table = voteTable(vocabulary, { nl: lists('nl'), en: lists('en') });
const told = (text: string) => detect(text, tokenise(text, vocabulary), table);

describe('the language of a text', () => {
  test.each([
    ['nl', 'De gemeente heeft maandag alle servers uitgezet, omdat er een lek in het systeem zat.'],
    ['nl', 'Het ziekenhuis meldt dat de storing voorbij is en dat patiënten weer terechtkunnen.'],
    ['nl', 'De gemeente Ede sloot gisteren de servers af.'],
    ['nl', 'Storing bij gemeente'],
    ['en', 'The server is down.'],
    ['nl', 'Software van het bedrijf Microsoft bevat een fout.'],
    ['en', 'The council switched off all of its servers on Monday because of a hole in the system.'],
    ['en', 'Hospitals were hit by ransomware and had to cancel appointments.'],
    ['en', 'Microsoft has released an update for Exchange Server.'],
    [
      'de',
      'Die Stadt hat am Montag alle Server abgeschaltet, weil es eine Lücke im System gab und nicht klar war, wer sie kannte.',
    ],
    [
      'fr',
      'La ville a éteint tous ses serveurs lundi parce que le système avait une faille qui était connue des pirates.',
    ],
    [
      'es',
      'El ayuntamiento apagó todos sus servidores el lunes porque había un fallo en el sistema que los piratas conocían.',
    ],
    [
      'af',
      'Die stad het Maandag al sy bedieners afgeskakel omdat daar ’n fout in die stelsel was wat nie gou herstel kon word nie.',
    ],
    [
      'it',
      'Il comune ha spento tutti i suoi server lunedì perché nel sistema era stata trovata una falla molto grave.',
    ],
    ['und', ''],
    ['und', '12345 67890 🎉🎉🎉'],
    ['und', 'x'],
  ])('is %s: %s', (code, text) => {
    expect(told(text).code).toBe(code);
  });

  test('comes with a confidence between 0 and 1 that grows with the text', () => {
    const short = told('De server is uit en het lek is dicht.');
    const long = told('De server is uit en het lek is dicht. '.repeat(10));
    expect(short.confidence).toBeGreaterThan(0.3);
    expect(long.confidence).toBeGreaterThanOrEqual(short.confidence);
    expect(long.confidence).toBeLessThanOrEqual(1);
  });

  test('is supported for Dutch and English only', () => {
    expect(told('De gemeente heeft alle servers uitgezet en meldt dat het werkt.').supported).toBe(true);
    expect(told('Die Stadt hat alle Server abgeschaltet und meldet, dass es nicht mehr geht.').supported).toBe(false);
  });
});
