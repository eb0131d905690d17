import type { VerbForm } from '../../model/language.ts';
import { presents, separableStrongVerbs, strongVerbs, weakVerbs } from './verbs.ts';

const VOWEL = /[aeiouyáéíóúëïöü]/;
const VOICELESS = /(?:[tkfsxp]|ch|sh|c)$/;
/** Prefixes that carry no stress: the participle takes no ge-. */
const UNSTRESSED =
  /^(?:be|ge|her|er|ont|ver|onder(?!titel)|over(?!nacht)|mis(?!s)|door(?=gron)|achterhaal|weer(?!spieg))(?=..)/;
const INSEPARABLE = /^(?:be|ge|her|er|ont|ver)(?=.{2,})/;

/** Stems of a weak verb as they are written without an ending: maken -> maak, zetten -> zet, reizen -> reis. */
function stems(infinitive: string): string[] {
  if (!infinitive.endsWith('en')) return [infinitive.replace(/n$/, '')];
  const stem = infinitive.slice(0, -2);
  const harden = (word: string): string => word.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([bcdfghklmnprstvz])\1$/.test(stem)) return [harden(stem.slice(0, -1))];
  const open = /^(.*?)([aeou])([bcdfgklmnprstvz])$/.exec(stem);
  if (open && !VOWEL.test((open[1] ?? '').slice(-1))) {
    const doubled = harden(`${open[1]}${open[2]}${open[2]}${open[3]}`);
    // "schakel", "verander": an unstressed e is not doubled; "opereer" is. The spelling does not tell, so both are made.
    const syllables = (open[1] ?? '').match(/[aeiouy]+/g)?.length ?? 0;
    return open[2] === 'e' && syllables > 0 ? [harden(stem), doubled] : [doubled];
  }
  return [harden(stem)];
}

/** Put ge- before a stem; two vowels that would be read as one get a diaeresis: geïnformeerd, geëist. */
function withGe(word: string): string {
  if (/^i/.test(word)) return `geï${word.slice(1)}`;
  if (/^e(?!u)/.test(word)) return `geë${word.slice(1)}`;
  if (/^u(?!i)/.test(word)) return `geü${word.slice(1)}`;
  return `ge${word}`;
}

/** Spelling rules of the ending -e: gezet -> gezette, besteed -> bestede, gehackt -> gehackte. */
function beforeNoun(participle: string): string {
  const long = /^(.*)([aeou])\2([dt])$/.exec(participle);
  if (long) return `${long[1]}${long[2]}${long[3]}e`;
  const short = /[^aeiouëïü][aeiou]([dt])$/.exec(participle);
  return short ? `${participle}${short[1]}e` : `${participle}e`;
}

/** A participle and its form before a noun: gehackt, gehackte. */
function participles(participle: string, lemma: string): VerbForm[] {
  if (participle === '') return [];
  const attributive = participle.endsWith('en') ? [] : [beforeNoun(participle)];
  return [participle, ...attributive].map(form => ({ form, lemma, is: 'participle' }));
}

/** Present forms of verbs that are nearly always another word: "in" of innen, "weer" of weren. */
const OTHER_WORDS = new Set([
  'server',
  'deel',
  'aan',
  'af',
  'bewijs',
  'daar',
  'door',
  'in',
  'kaart',
  'lek',
  'meer',
  'mijn',
  'minder',
  'naar',
  'na',
  'nodig',
  'om',
  'op',
  'openbaar',
  'over',
  'schaal',
  'toe',
  'uit',
  'voor',
  'vrij',
  'waar',
  'weer',
  'zes',
  'week',
  'bank',
  'straf',
  'dag',
  'nog',
  'half',
  'hand',
  'maar',
  'zo',
  'wijs',
  'grond',
  'stad',
]);

function presentForms(infinitive: string, lemma: string): VerbForm[] {
  const irregular = presents[infinitive];
  const forms = irregular
    ? [...irregular]
    : stems(infinitive).flatMap(stem => [stem, stem.endsWith('t') ? stem : `${stem}t`]);
  return [...forms, infinitive].map(form => ({ form, lemma, is: 'present' }));
}

function weakForms(infinitive: string, lemma: string, prefixed: boolean): VerbForm[] {
  const raw = infinitive.replace(/e?n$/, '').replace(/(.)\1$/, '$1');
  const ending = VOICELESS.test(raw) ? 't' : 'd';
  return stems(infinitive).flatMap(stem => {
    const past = `${stem}${ending}e`;
    const bare = stem.endsWith(ending) ? stem : `${stem}${ending}`;
    const participle = prefixed || UNSTRESSED.test(infinitive) ? bare : withGe(bare);
    const both = /^(?:onder|over|door|voor|mis|weer)/.test(infinitive) && !prefixed ? participles(bare, lemma) : [];
    return [
      { form: past, lemma, is: 'past' },
      { form: `${past}n`, lemma, is: 'past' },
      ...participles(participle, lemma),
      ...both,
    ] satisfies VerbForm[];
  });
}

/** All forms of a verb without its particle; `strong` are the irregular ones by their infinitive. */
function simpleForms(
  infinitive: string,
  strong: ReadonlyMap<string, readonly [string, string, string, string]>,
  lemma = infinitive,
): VerbForm[] {
  const irregular = strong.get(infinitive) ?? prefixedStrong(infinitive, strong);
  const base: VerbForm[] = [{ form: infinitive, lemma, is: 'infinitive' }, ...presentForms(infinitive, lemma)];
  if (!irregular) return [...base, ...weakForms(infinitive, lemma, false)];
  return [
    ...base,
    { form: irregular[1], lemma, is: 'past' },
    { form: irregular[2], lemma, is: 'past' },
    ...participles(irregular[3], lemma),
  ];
}

/** "bevinden" goes like "vinden": an unstressed prefix before a strong verb. */
function prefixedStrong(
  infinitive: string,
  strong: ReadonlyMap<string, readonly [string, string, string, string]>,
): readonly [string, string, string, string] | undefined {
  const prefix = INSEPARABLE.exec(infinitive)?.[0];
  if (prefix === undefined) return undefined;
  const base = strong.get(infinitive.slice(prefix.length));
  return base && [infinitive, prefix + base[1], prefix + base[2], prefix + base[3].replace(/^ge/, '')];
}

/**
 * All forms of Dutch verbs from their infinitives; separable verbs are written `uit|schakelen`.
 *
 * For a separable verb the forms written as one word have the lemma "uitschakelen"; the forms of "schakelen", which stand
 * apart from their particle in main clauses, are those of the simple verb.
 */
export function conjugate(infinitives: readonly string[]): VerbForm[] {
  const strong = new Map(strongVerbs.map(row => [row[0], row]));
  const forms = new Map<string, VerbForm>();
  const add = (all: readonly VerbForm[]): void => {
    for (const form of all) forms.set(`${form.form}/${form.lemma}/${form.is}`, form);
  };
  for (const infinitive of infinitives) {
    const [particle, base] = infinitive.includes('|') ? infinitive.split('|') : ['', infinitive];
    if (particle === undefined || base === undefined) continue;
    const simple = simpleForms(base, strong);
    add(simple);
    if (particle !== '') {
      const lemma = particle + base;
      add(
        simple
          .filter(form => !(form.is === 'past' && form.form.endsWith('e'.repeat(2))))
          .map(form => ({ ...form, form: particle + form.form, lemma })),
      );
    }
  }
  return [...forms.values()].filter(form => form.is !== 'present' || !OTHER_WORDS.has(form.form));
}

/** Every verb that the lists of this language know. */
export function allVerbs(): VerbForm[] {
  return conjugate([...strongVerbs.map(row => row[0]), ...weakVerbs, ...separableStrongVerbs]);
}

/**
 * Plurals that a Dutch noun can have by its spelling. Which of two is right the spelling does not always tell
 * (advies, adviezen; eis, eisen), so both are made.
 */
export function plurals(noun: string): string[] {
  if (/[aiouy]$/.test(noun)) return [`${noun}'s`];
  if (/(?:ie|é)$/.test(noun)) return noun.endsWith('ie') ? [`${noun}s`, `${noun}ën`] : [`${noun}s`];
  if (/e$/.test(noun)) return [`${noun}s`, `${noun}n`];
  if (/heid$/.test(noun)) return [noun.replace(/heid$/, 'heden')];
  if (/[^aeiou](?:el|em|en|er)$/.test(noun) && noun.match(/[aeiouy]+/g)?.length !== 1) return [`${noun}s`, `${noun}en`];
  const long = /^(.*)([aeou])\2([bcdfgklmnprstvz])$/.exec(noun);
  const short = /^(?:.*[^aeiou])?[aeiou]([bdfgklmnprst])$/.exec(noun);
  const stems = long ? [`${long[1]}${long[2]}${long[3]}`] : short ? [`${noun}${short[1]}`, noun] : [noun];
  const soften = (stem: string): string => stem.replace(/([^f])f$/, '$1v').replace(/([^s])s$/, '$1z');
  return [...new Set(stems.flatMap(stem => [`${stem}en`, `${soften(stem)}en`]))];
}
