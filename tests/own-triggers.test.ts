import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plurals } from '../src/languages/nl/morphology.ts';
import { ownWords } from '../src/languages/own.ts';
import { analyse, engineWith } from '../src/pipeline.ts';
import { readOwnTriggers } from '../src/read/own-triggers.ts';
import { article } from './articles.ts';

const folder = fs.mkdtempSync(join(tmpdir(), 'incident-corpus-own-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function readText(text: string) {
  const path = join(folder, 'own');
  fs.writeFileSync(path, text);
  return readOwnTriggers(path);
}

/** Line and detail of everything that is wrong with a file. */
function faults(text: string): unknown[] {
  const read = readText(text);
  if ('triggers' in read) return [];
  return read.diagnostics.map(({ code, line, message }) => [code, line, message.replace(/^[^:]*: /u, '')]);
}

const HEAD = 'type,language,lemma,roles\n';

describe('a file of own triggers', () => {
  test('says the same as CSV, JSON and JSON Lines', () => {
    const csv = readOwnTriggers('fixtures/own/triggers.csv');
    const json = fs.readFileSync('fixtures/own/triggers.json', 'utf8');
    expect('triggers' in csv && csv.triggers.length).toBe(7);
    expect(readOwnTriggers('fixtures/own/triggers.json')).toEqual(csv);
    const objects: unknown[] = JSON.parse(json);
    expect(readText(objects.map(one => JSON.stringify(one)).join('\n'))).toEqual(csv);
    expect(readText(fs.readFileSync('fixtures/own/triggers.csv', 'utf8').replaceAll(',', ';'))).toEqual(csv);
  });

  const broken: Readonly<Record<string, readonly unknown[]>> = JSON.parse(
    fs.readFileSync('fixtures/broken/own/expected.json', 'utf8'),
  );
  test.each(Object.entries(broken))('that is broken is told with its line: %s', (file, [code, line]) => {
    const read = readOwnTriggers(`fixtures/broken/own/${file}`);
    expect('diagnostics' in read && read.diagnostics.map(one => [one.code, one.line])).toEqual([[code, line]]);
  });

  test.each([
    ['take-ofline,nl,uit|doen', 'there is no type of action "take-ofline"; the nearest to it is take-offline.'],
    ['block,de,sperren', 'the language "de" is not nl or en.'],
    ['block,en,', '"lemma" is missing.'],
    ['block,nl,muur', '"muur" is no Dutch infinitive; write one that ends in -n, or n: before a noun.'],
    ['block,en,Wall', '"Wall" is no English infinitive; write the bare verb first, as in shut down.'],
    [
      'block,en,shut|off',
      '"shut|off" has a bar in it; one stands in a Dutch verb between particle and stem, as in uit|zetten.',
    ],
    ['block,en,x:wall', '"x:" is no class of words; write n: for a noun, p: for a fixed phrase, and a verb bare.'],
    [
      'block,en,wall,subject=victim',
      '"victim" is no role for the subject; roles are actor, target, recipient, instrument, affected or none.',
    ],
    [
      'block,en,wall,left=actor',
      '"left" is no place of a sentence; places are subject, object, agent, of, to or with.',
    ],
  ])('tells what is wrong with the row %s', (row, detail) => {
    expect(faults(`${HEAD}block,en,stonewall,\n\n${row}\n`)).toEqual([['own/bad-row', 4, detail]]);
  });

  test('names a lemma that stands twice, a column that is none, and cells without a column', () => {
    expect(faults(`${HEAD}block,en,wall,\ndisrupt,en,wall,\n`)).toEqual([
      ['own/bad-row', 3, '"wall" stands on line 2 already.'],
    ]);
    expect(faults('type,language,lemma,role\nblock,en,wall,a\nblock,en,fence,b\n')).toEqual([
      ['own/bad-row', 2, 'there is no column "role"; columns are type, language, lemma or roles.'],
    ]);
    expect(faults(`${HEAD}block,en,wall,,,\n`)).toEqual([['own/bad-file', 2, 'there are 6 cells for 4 columns.']]);
    expect(faults('[\n{"type": "block",\n "language": "en", "lemma": "wall"},\n"wall"]')).toEqual([
      ['own/bad-file', 4, 'an object is expected here, {"…": "…"}.'],
    ]);
  });

  test('counts the lines of quoted cells, and knows a doubled quotation mark', () => {
    const read = readText(
      `${HEAD}"block","en","wall","subject=actor\nobject=target"\r\nblock,en,fence,\r\nblock,en,"a""b",`,
    );
    expect('diagnostics' in read && read.diagnostics.map(({ line }) => line)).toEqual([5]);
  });
});

describe('own triggers', async () => {
  const read = readOwnTriggers('fixtures/own/triggers.csv');
  const engine = await engineWith({ triggers: 'triggers' in read ? read.triggers : [] });
  const told = (language: string, text: string): unknown[] =>
    analyse(article(text, { language }), { engine }).record.actions.map(action => [
      action.type,
      action.trigger.text,
      action.actors.map(({ name }) => name).join(),
      action.targets.map(({ name }) => name).join(),
      action.rule,
    ]);

  test.each([
    ['De gemeente Hulst legde haar servers droog.', 'legde', 'gemeente Hulst', 'servers'],
    ['De servers zijn drooggelegd.', 'drooggelegd', '', 'servers'],
  ])('are found in their Dutch forms: %s', (text, ...found) => {
    expect(told('nl', text)).toEqual([['take-offline', ...found, 'own/trigger/nl-take-offline-droogleggen']]);
  });

  test('may be nouns, also in compounds and in the plural, and fixed phrases', () => {
    expect(told('nl', 'Twee gegevensspatten volgden. De planning liep in de soep.')).toEqual([
      ['leak-data', 'gegevensspatten', '', '', 'own/trigger/nl-leak-data-noun-gegevensspat'],
      ['disrupt', 'in de soep', '', 'planning', 'own/trigger/nl-disrupt-phrase-in-de-soep'],
    ]);
    expect(told('en', 'Two firebreaks were set up.').map(one => one)).toEqual([
      ['mitigate', 'firebreaks', '', '', 'own/trigger/en-mitigate-noun-firebreak'],
    ]);
  });

  test('are found in their English forms, also of verbs that no list knows', () => {
    expect(told('en', 'The council stonewalled the attackers.')).toEqual([
      ['block', 'stonewalled', 'council', 'attackers', 'own/trigger/en-block-stonewall'],
    ]);
    expect(told('en', 'The mail server fritzed out on Monday.')).toEqual([
      ['disrupt', 'fritzed out', '', 'mail server', 'own/trigger/en-disrupt-fritz-out'],
    ]);
  });

  test('go before the rules of the program at the same words', async () => {
    const text = 'De politie waarschuwde het bedrijf.';
    const own = readText(`${HEAD}notify,nl,waarschuwen,object=recipient\n`);
    const other = await engineWith({ triggers: 'triggers' in own ? own.triggers : [] });
    const types = (more: object) =>
      analyse(article(text, { language: 'nl' }), more).record.actions.map(({ type }) => type);
    expect(types({})).toEqual(['warn']);
    expect(types({ engine: other })).toEqual(['notify']);
  });

  test('change nothing in articles that do not hold them but the hash of the rules', () => {
    const text = 'Hackers vielen de gemeente Hulst aan.';
    const plain = analyse(article(text, { language: 'nl' })).record;
    const { producer, ...rest } = analyse(article(text, { language: 'nl' }), { engine }).record;
    expect(producer.rules).not.toBe(plain.producer.rules);
    expect({ ...rest, producer: plain.producer }).toEqual(plain);
  });

  test('have the forms that their language gives them', async () => {
    const { nl, en } = await ownWords('triggers' in read ? read.triggers : []);
    const forms = (verbs: typeof nl.verbs, is: string) => verbs.filter(one => one.is === is).map(({ form }) => form);
    expect(forms(nl.verbs, 'past')).toEqual(expect.arrayContaining(['legde', 'drooglegde', 'verpestte', 'verpestten']));
    expect(forms(nl.verbs, 'participle')).toEqual(expect.arrayContaining(['drooggelegd', 'verpest']));
    expect(forms(en.verbs, 'gerund')).toEqual(['stonewalling', 'fritzing']);
  });

  test.each([
    ['advies', 'adviezen'],
    ['aanval', 'aanvallen'],
    ['lek', 'lekken'],
    ['storing', 'storingen'],
    ['virus', 'virussen'],
    ['server', 'servers'],
    ['mogelijkheid', 'mogelijkheden'],
    ['maatregel', 'maatregelen'],
    ['brief', 'brieven'],
    ['eis', 'eisen'],
    ['foto', "foto's"],
    ['bende', 'bendes'],
  ])('of the plural of %s is %s', (noun, plural) => {
    expect(plurals(noun)).toContain(plural);
  });
});

describe('extract --triggers', () => {
  const extract = (file: string) =>
    spawnSync(process.execPath, ['bin/incident-corpus.js', 'extract', '--quiet', '--triggers', file], {
      input: 'De gemeente Hulst legde maandag haar servers droog.\n',
      encoding: 'utf8',
    });

  test('adds the words of a file', () => {
    const { status, stdout } = extract('fixtures/own/triggers.json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).actions).toMatchObject([{ type: 'take-offline', trigger: { lemma: 'droogleggen' } }]);
  });

  test('with a file that cannot be used ends with exit code 2, and names the line', () => {
    const { status, stdout, stderr } = extract('fixtures/broken/own/bad-type.csv');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('fixtures/broken/own/bad-type.csv:3  error  own/bad-row\n');
    expect(extract('no-such-file.csv').status).toBe(2);
  });
});
