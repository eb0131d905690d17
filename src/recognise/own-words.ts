import { TITLE, wordBits } from '../model/bits.ts';
import { MIXED, UPPER } from '../model/tokens.ts';
import type { Reader, Run } from './reader.ts';
import { type Verdict, vote } from './verdict.ts';

const GIVES_WAY = wordBits('adverb', 'adjective', 'participle', 'past', 'present', 'infinitive', 'gerund', 'noun');

/**
 * Let the words of a name vote: given names, places, ordinary nouns.
 *
 * @param surnames of the persons of the article
 */
export function voteByOwnWords(
  { language, is, idOf, shapeOf, wordsOf, nounsOf, textOf, glued, ordinary, namelike }: Reader,
  surnames: ReadonlySet<string>,
  { from, to }: Run,
  name: string,
  verdict: Verdict,
): void {
  const { proper } = language;
  const last = to - 1;
  const single = to - from === 1;
  for (let i = from; i < Math.max(last, from + 1); i += 1) {
    if (proper.givenNames.has(idOf(i)) && (shapeOf(i) & UPPER) === 0)
      vote(verdict, 'person', single ? 2.8 : 3.5, 'given-name');
    if (!single && (wordsOf(i) & TITLE) !== 0) vote(verdict, 'person', 2.5, 'title-inside');
  }
  if (!single && proper.peoples.has(idOf(from))) vote(verdict, 'organisation', 0.8, 'names/organisation/acts');
  if (single && surnames.has(name)) vote(verdict, 'person', 3, 'surname');
  if (!single && /^\p{Lu}$/u.test(textOf(from)) && textOf(from + 1) === '.') vote(verdict, 'person', 2, 'initial');
  let places = 0;
  for (let i = from; i < to; i += 1) {
    if (proper.places.has(idOf(i))) places += 1;
    if (is(i, 'nameParticles') && !namelike(i)) vote(verdict, 'person', 1, 'particle');
  }
  // "Oakman & Witt", but no "Command & Control" and no "B&S"
  for (let i = from + 1; i < last; i += 1)
    if (textOf(i) === '&' && !glued(i) && !ordinary(i - 1) && !ordinary(i + 1) && textOf(i - 1).length > 2)
      vote(verdict, 'organisation', 1.6, 'names/organisation/joined');
  if (isWithPlace({ from, to })) vote(verdict, 'organisation', 2, 'names/organisation/of-place', 'other');
  else if (places > 0 && proper.places.has(idOf(last)))
    vote(verdict, 'place', single ? 3 : places === to - from ? 2 : 0.8, 'place');
  if (proper.peoples.has(idOf(last))) vote(verdict, 'other', 3, 'people');
  if (is(last, 'noOrganisations') || is(from, 'noOrganisations')) vote(verdict, 'other', 3, 'no-organisation');
  if (is(last, 'placeWords') || is(from, 'placeWords')) vote(verdict, 'place', 2.5, 'place-word');
  let plain = 0;
  for (let i = from; i < to; i += 1) if (nounsOf(i) !== 0 || (wordsOf(i) & GIVES_WAY) !== 0) plain += 1;
  if (plain === to - from && (shapeOf(from) & (UPPER | MIXED)) === 0)
    vote(verdict, 'other', single ? 2.2 : 1, 'ordinary');
  if (
    places > 0 &&
    !single &&
    !proper.places.has(idOf(last)) &&
    /s$/.test(textOf(last)) &&
    !ordinary(last) &&
    textOf(from - 1) !== ':'
  )
    vote(verdict, 'organisation', 2, 'names/organisation/team', 'other');

  /** Plain words with capitals before the place where an organisation is: "Victim Support Finland". */
  function isWithPlace({ from, to }: Run): boolean {
    const last = to - 1;
    if (to - from < 3 || !proper.places.has(idOf(last))) return false;
    let plain = 0;
    for (let i = from; i < last; i += 1) {
      const id = idOf(i);
      if (proper.places.has(id) || proper.peoples.has(id) || proper.givenNames.has(id)) return false;
      if (is(i, 'placeWords') || is(i, 'noOrganisations') || (wordsOf(i) & TITLE) !== 0) return false;
      if (ordinary(i)) plain += 1;
    }
    return plain === last - from;
  }
}
