import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../src/languages/en/en.ts';
import { englishFormsFile } from '../src/languages/en/forms-file.ts';
import { languages } from '../src/languages/languages.ts';
import { conjugate } from '../src/languages/nl/morphology.ts';

import type { Language, VerbForm } from '../src/model/language.ts';

describe('the table of English verb forms', () => {
  test('is what npm run forms writes', () => {
    expect(fs.readFileSync('src/languages/en/forms.ts', 'utf8')).toBe(englishFormsFile());
  });
});

/** The word of a trigger's verb that is inflected: "aan de bel trekken", "shut down". */
function lemmaOf(language: Language, verb: string): string {
  const words = verb.split(' ');
  return (language.code === 'nl' ? words.at(-1) : words[0])?.replace('|', '') ?? '';
}

describe.each(Object.values(languages).map(language => [language.code, language] as const))('%s', (_, language) => {
  const known = new Map<string, Set<VerbForm['is']>>();
  for (const { lemma, is } of language.verbs) known.set(lemma, (known.get(lemma) ?? new Set()).add(is));

  test('has present, past and participle of every verb of a trigger', () => {
    const verbs = language.triggers.flatMap(rule => [...(rule.verbs ?? []), ...(rule.light ?? [])]);
    const asked = ['infinitive', 'present', 'past', 'participle'] as const;
    const missing = [...new Set(verbs)].flatMap(verb => {
      const forms = known.get(lemmaOf(language, verb));
      return asked.filter(is => !forms?.has(is)).map(is => `${verb}: no ${is}`);
    });
    // Verbs that have no participle of their own.
    expect(missing.filter(one => !/^(?:can|must|may|will): no participle$/.test(one))).toEqual([]);
  });

  test('has forms of every verb with which somebody speaks', () => {
    expect(language.speechVerbs.filter(lemma => !known.has(lemma))).toEqual([]);
  });

  test('writes every form as one word', () => {
    expect(language.verbs.filter(({ form }) => !/^[\p{L}'’-]+$/u.test(form)).map(({ form }) => form)).toEqual([]);
  });
});

/** All forms of a lemma, by what they are. */
function formsOf(verbs: readonly VerbForm[], lemma: string, is: VerbForm['is']): string[] {
  return verbs.filter(form => form.lemma === lemma && form.is === is).map(({ form }) => form);
}

const past = { is: 'past' } as const;
const participle = { is: 'participle' } as const;
const present = { is: 'present' } as const;

describe('Dutch verbs', () => {
  test.each([
    // Strong and irregular.
    ['stelen', past, ['stal', 'stalen']],
    ['stelen', participle, ['gestolen']],
    ['dringen', past, ['drong', 'drongen']],
    ['breken', past, ['brak', 'braken']],
    ['vinden', past, ['vond', 'vonden']],
    ['bevinden', participle, ['bevonden']],
    ['ontbreken', past, ['ontbrak', 'ontbraken']],
    ['onderzoeken', past, ['onderzocht', 'onderzochten']],
    ['onderzoeken', participle, ['onderzocht']],
    ['begrijpen', participle, ['begrepen']],
    ['zijn', past, ['was', 'waren']],
    ['doen', present, ['doe', 'doet']],
    // Weak: 't kofschip, v and z, doubled letters.
    ['hacken', past, ['hackte', 'hackten']],
    ['hacken', participle, ['gehackt', 'gehackte']],
    ['waarschuwen', past, ['waarschuwde', 'waarschuwden']],
    ['waarschuwen', participle, ['gewaarschuwd', 'gewaarschuwde']],
    ['besmetten', past, ['besmette', 'besmetten']],
    ['besmetten', participle, ['besmet', 'besmette']],
    ['dreigen', past, ['dreigde', 'dreigden']],
    ['reizen', participle, ['gereisd', 'gereisde']],
    ['beloven', past, ['beloofde', 'beloofden']],
    ['melden', present, ['meld', 'meldt']],
    ['meten', present, ['meet']],
    ['versleutelen', participle, ['versleuteld', 'versleutelde']],
    ['informeren', participle, ['geïnformeerd', 'geïnformeerde']],
    ['eisen', participle, ['geëist', 'geëiste']],
    ['misbruiken', participle, ['misbruikt', 'misbruikte']],
    ['kopiëren', past, ['kopieerde', 'kopieerden']],
    ['kopiëren', participle, ['gekopieerd', 'gekopieerde']],
    // Loan verbs.
    ['updaten', past, ['updatete', 'updateten']],
    ['updaten', participle, ['geüpdatet']],
    ['patchen', past, ['patchte', 'patchten']],
    ['patchen', participle, ['gepatcht', 'gepatchte']],
    ['downloaden', past, ['downloadde', 'downloadden']],
    ['downloaden', participle, ['gedownload', 'gedownloade']],
    ['scannen', past, ['scande', 'scanden']],
    ['crashen', past, ['crashte', 'crashten']],
    ['resetten', participle, ['gereset', 'geresette']],
  ])('%s, %j: %j', (infinitive, { is }, expected) => {
    expect(formsOf(conjugate([infinitive]), infinitive, is)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['uit|schakelen', past, ['uitschakelde', 'uitschakelden']],
    ['uit|schakelen', participle, ['uitgeschakeld', 'uitgeschakelde']],
    ['uit|zetten', past, ['uitzette', 'uitzetten']],
    ['uit|zetten', participle, ['uitgezet', 'uitgezette']],
    ['binnen|dringen', past, ['binnendrong', 'binnendrongen']],
    ['binnen|dringen', participle, ['binnengedrongen']],
    ['aan|vallen', past, ['aanviel', 'aanvielen']],
    ['aan|vallen', participle, ['aangevallen']],
    ['buit|maken', participle, ['buitgemaakt', 'buitgemaakte']],
    ['af|sluiten', present, ['afsluit']],
    ['in|breken', past, ['inbrak', 'inbraken']],
    ['los|koppelen', participle, ['losgekoppeld', 'losgekoppelde']],
    ['over|nemen', participle, ['overgenomen']],
  ])('%s, whose parts come together, %j: %j', (infinitive, { is }, expected) => {
    const lemma = infinitive.replace('|', '');
    expect(formsOf(conjugate([infinitive]), lemma, is)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['uit|schakelen', 'schakelen', past, ['schakelde', 'schakelden']],
    ['af|sluiten', 'sluiten', past, ['sloot', 'sloten']],
    ['aan|vallen', 'vallen', present, ['val', 'valt']],
  ])('%s has those of %s too, for when its parts stand apart', (infinitive, lemma, { is }, expected) => {
    expect(formsOf(conjugate([infinitive]), lemma, is)).toEqual(expect.arrayContaining(expected));
  });
});

/** English verbs whose past tense, and participle, is the infinitive again. */
const INVARIABLE: ReadonlySet<string> = new Set([
  ...['beat', 'beset', 'bet', 'bid', 'broadcast', 'burst', 'cast', 'cost', 'cut', 'fit', 'forecast', 'hit', 'hurt'],
  ...['input', 'let', 'misread', 'offset', 'outbid', 'output', 'podcast', 'proofread', 'put', 'quit', 'read', 'recast'],
  ...['reset', 'retrofit', 'rid', 'set', 'shed', 'shut', 'slit', 'split', 'spread', 'sublet', 'sunset', 'thrust'],
  ...['undercut', 'upset', 'webcast', 'wed', 'wet'],
]);

describe('English verbs', () => {
  const lemmas = [...new Set(en.verbs.map(({ lemma }) => lemma))];
  const changed = (lemma: string, is: VerbForm['is']): boolean =>
    INVARIABLE.has(lemma) || formsOf(en.verbs, lemma, is).every(form => form !== lemma);

  test('differ from their infinitive in the past, but for those that never change', () => {
    expect(lemmas.filter(lemma => !changed(lemma, 'past'))).toEqual([]);
    const become = new Set(['become', 'come', 'overcome', 'run', 'outrun', 'overrun', 'rerun']);
    expect(lemmas.filter(lemma => !changed(lemma, 'participle') && !become.has(lemma))).toEqual([]);
  });

  test('end in -ing and -s where they should', () => {
    const wrong = en.verbs.filter(
      ({ form, lemma, is }) =>
        (is === 'gerund' && !form.endsWith('ing')) || (is === 'present' && form !== lemma && !form.endsWith('s')),
    );
    expect(wrong.map(({ form, lemma, is }) => `${lemma}: ${is} ${form}`)).toEqual([]);
  });

  test.each([
    ['steal', past, 'stole'],
    ['steal', participle, 'stolen'],
    ['break', participle, 'broken'],
    ['shut', past, 'shut'],
    ['take', past, 'took'],
    ['find', participle, 'found'],
    ['hack', past, 'hacked'],
    ['patch', present, 'patches'],
    ['plug', past, 'plugged'],
    ['deny', present, 'denies'],
    ['deny', past, 'denied'],
    ['pay', past, 'paid'],
    ['steal', { is: 'gerund' } as const, 'stealing'],
    ['notify', { is: 'gerund' } as const, 'notifying'],
    ['ban', participle, 'banned'],
    ['siphon', past, 'siphoned'],
    ['loot', past, 'looted'],
    ['scam', participle, 'scammed'],
    ['spam', { is: 'gerund' } as const, 'spamming'],
    ['tweet', past, 'tweeted'],
    ['quiz', present, 'quizzes'],
    ['program', { is: 'gerund' } as const, 'programming'],
  ])('%s, %j: %s', (lemma, { is }, expected) => {
    expect(formsOf(en.verbs, lemma, is)).toContain(expected);
  });
});
