import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse, articleOf, gather } from '../src/index.ts';
import { containment, sketchOf } from '../src/link/copies.ts';
import { INVOLVEMENT } from '../src/link/involvement.ts';
import type { ArticleRecord } from '../src/model/record.ts';
import { validateRecord } from '../src/validate/validate.ts';

const recordOf = (text: string, published: string, path: string): ArticleRecord =>
  analyse(articleOf(text, { published, path })).record;

const WIRE = [
  'Ransomware legt de systemen van de gemeente Texel plat.',
  'De gemeente Texel is zondag getroffen door een aanval met de gijzelsoftware LockBit. Criminelen braken in via een',
  'lek in FortiOS en versleutelden de bestanden van het gemeentehuis. De gemeente heeft maandag al haar servers',
  'uitgeschakeld en aangifte gedaan bij de politie. Burgers kunnen deze week geen paspoort aanvragen. De gemeente Texel',
  'heeft het beveiligingsbedrijf Fox-IT ingeschakeld, dat onderzoekt of er gegevens zijn gestolen. Volgens een',
  'woordvoerder is er geen losgeld betaald. Het herstel van de systemen duurt naar verwachting twee weken.',
].join('\n');

const COPY = `${WIRE.slice(WIRE.indexOf('\n') + 1)}\n(Foto: archief van de krant)`;

const ENGLISH = [
  'Texel council shuts down its servers after ransomware attack',
  'The municipality of Texel was hit by LockBit ransomware on Sunday. The attackers broke in through a flaw in FortiOS',
  'and encrypted files. On Monday the council shut down all servers.',
].join('\n');

/** The gang comes back to the same councils six weeks later; and a late look back at its first visit. */
const WAVE = [
  'Sites van Texel, Goes en Borsele onbereikbaar door ddos-aanval',
  'De websites van de gemeenten Texel, Goes en Borsele lagen op 14 mei 2024 urenlang plat door een ddos-aanval.',
  'De groep NoName057(16) eiste de aanval op. De gemeente Texel doet aangifte.',
].join('\n');
const WAVE_AGAIN = [
  'Opnieuw ddos-aanval op Texel, Goes en Borsele',
  'De websites van de gemeenten Texel, Goes en Borsele werden op 2 juli 2024 platgelegd met een ddos-aanval.',
  'NoName057(16) zegt dat het erachter zit. De gemeente Goes houdt haar site in de lucht.',
].join('\n');
const LOOKING_BACK = [
  'Hoe Texel, Goes en Borsele de aanval doorstonden',
  'De websites van de gemeenten Texel, Goes en Borsele werden op 14 mei 2024 platgelegd met een ddos-aanval.',
  'NoName057(16) zat erachter. De gemeente Texel heeft haar sites sindsdien beter beveiligd.',
].join('\n');

const OTHER = [
  'Hackers stelen gegevens bij ziekenhuis in Goes',
  'Bij ziekenhuis Adrz in Goes zijn hackers de computers binnengedrongen. Zij hebben gegevens van patiënten gestolen',
  'en dreigen die te publiceren. Het ziekenhuis heeft aangifte gedaan bij de',
  'politie en het lek is gedicht. De systemen van het ziekenhuis werden uitgeschakeld.',
].join('\n');

describe('gather', () => {
  const records = [
    recordOf(WIRE, '2024-05-14', 'wire.txt'),
    recordOf(COPY, '2024-05-14', 'copy.txt'),
    recordOf(ENGLISH, '2024-05-15', 'english.txt'),
    recordOf(OTHER, '2024-05-15', 'other.txt'),
  ];
  const incidents = gather(records);

  test('makes valid records, the same for any order', () => {
    expect(incidents.flatMap(one => validateRecord(one, {}))).toEqual([]);
    expect(gather(records.toReversed())).toEqual(incidents);
  });

  test('puts articles on one incident together, in both languages, and others not', () => {
    expect(incidents.map(({ articles }) => articles.map(({ path }) => path).toSorted())).toEqual([
      ['copy.txt', 'english.txt', 'wire.txt'],
      ['other.txt'],
    ]);
  });

  test('knows the copy, which is a source but no evidence', () => {
    const [first] = incidents;
    expect(Object.fromEntries(first?.articles.map(({ path, role }) => [path, role]) ?? [])).toEqual({
      'copy.txt': 'copy',
      'wire.txt': 'original',
      'english.txt': 'original',
    });
    expect(first?.independentArticles).toBe(2);
    const cited = new Set(first?.timeline.flatMap(({ evidence }) => evidence.map(({ article }) => article)));
    expect(cited.has(records[1]?.id ?? '')).toBe(false);
  });

  test('takes a gang that comes back for another attack, and a late report of the first for the same', () => {
    const apart = gather([recordOf(WAVE, '2024-05-15', 'wave.txt'), recordOf(WAVE_AGAIN, '2024-07-03', 'again.txt')]);
    expect(apart).toHaveLength(2);
    const same = gather([recordOf(WAVE, '2024-05-15', 'wave.txt'), recordOf(LOOKING_BACK, '2024-07-03', 'back.txt')]);
    expect(same).toHaveLength(1);
  });

  test('brings reports of one outage together though everybody names its maker, and lists each organisation once', () => {
    const [first, ...more] = gather([
      recordOf(
        'Wereldwijde storing door update CrowdStrike\nVliegvelden en banken over de hele wereld hadden vrijdag last van een storing door een update van CrowdStrike. Schiphol schrapte vluchten. Microsoft werkt aan herstel.',
        '2024-07-19',
        'nl.txt',
      ),
      recordOf(
        'CrowdStrike update crashes Windows computers worldwide\nA faulty update of CrowdStrike Falcon crashed millions of Windows computers on Friday. Airlines grounded flights. CrowdStrike withdrew the update and apologised.',
        '2024-07-19',
        'en.txt',
      ),
    ]);
    expect(more).toEqual([]);
    const names = first?.organisations.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
  });

  test('knows what the law did to a gang in both languages, and tells its deeds apart', () => {
    const taken = recordOf(
      'Police take down LockBit\nAn international police operation seized servers of the ransomware group LockBit on Monday. The National Crime Agency arrested two people, Europol said.',
      '2024-02-20',
      'en.txt',
    );
    const offline = recordOf(
      'Politie haalt LockBit offline\nDe politie heeft met Europol servers van ransomwaregroep LockBit in beslag genomen. Twee verdachten zijn aangehouden.',
      '2024-02-20',
      'nl.txt',
    );
    expect(gather([taken, offline])).toHaveLength(1);
    const wave = gather([recordOf(WIRE, '2024-02-20', 'wire.txt'), taken, offline]);
    expect(wave).toHaveLength(2);
    expect(wave.find(({ articles }) => articles.length === 1)?.label).not.toMatch(/·[^·]*·.*LockBit/);
  });

  test('is told of nothing by nothing', () => {
    expect(gather([])).toEqual([]);
  });
});

describe('copies', () => {
  test('are told by the share of their word runs', () => {
    const sketch = (text: string): Uint32Array => sketchOf(recordOf(text, '2024-05-14', 'a').fingerprint);
    expect(containment(sketch(COPY), sketch(WIRE))).toBeGreaterThan(0.7);
    expect(containment(sketch(OTHER), sketch(WIRE))).toBeLessThan(0.1);
    expect(containment(sketch(WIRE), sketch(WIRE))).toBe(1);
  });
});

test('the README prints the table of involvement as it is in force', () => {
  const rows = INVOLVEMENT.map(
    ({ involvement, roles, types }) => `| ${involvement} | ${roles.join(', ')} | ${types.join(', ')} |`,
  );
  expect(readFileSync('README.md', 'utf8')).toContain(`${rows.join('\n')}\n`);
});
