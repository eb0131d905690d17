import { conjugateEnglish } from './grammar.ts';
import { triggers } from './triggers.ts';
import { verbLemmas } from './verbs.ts';
import { speechVerbs } from './words.ts';

/** Verbs of security news that the frequency list lacks. */
const MORE = [
  'siphon',
  'scam',
  'tally',
  'last',
  'crow',
  'gloat',
  'cough',
  'hammer',
  'con',
  'hoover',
  'trojanise',
  'cryptolock',
  'geofence',
  'sideload',
  'dox',
  'swat',
  'brick',
  'exfil',
  'pwn',
];

/** The text of forms.ts: "past participle present gerund" of every verb that the lists and triggers know. */
export function englishFormsFile(): string {
  const verbs = triggers.flatMap(rule =>
    [...(rule.verbs ?? []), ...(rule.light ?? [])].map(verb => verb.split(' ')[0] ?? ''),
  );
  const lemmas = [...new Set([...verbLemmas, ...speechVerbs, ...verbs, ...MORE])]
    .filter(lemma => /^[a-z]{3,}$|^(?:be|do|go)$/.test(lemma))
    .toSorted();
  const rows = lemmas.map(lemma => {
    const { past, participle, present, gerund } = conjugateEnglish(lemma);
    return `  ${lemma}: '${past} ${participle} ${present} ${gerund}',`;
  });
  return `// Written by scripts/write-forms.mjs; do not edit.

/** Forms of English verbs by infinitive: past tense, past participle, third person singular, gerund. */
export const forms: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`;
}
