import { endsLike, isOf } from '../lexicon/groups.ts';
import { BE, BECOME, HAVE, PARTICIPANT, POSSESSIVE, SPEECH } from '../model/bits.ts';
import { tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import type { Named, NameFound } from '../model/mention.ts';
import type { OrganisationKind } from '../model/name.ts';
import { kindsMeantBy } from './arguments.ts';
import type { Context } from './context.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { subjectOf } from './subjects.ts';

/** A place that points back to an organisation: "the company", "its". */
export interface Reference {
  /** Id of the organisation. */
  readonly to: string;
  readonly mention: NameFound;
}

/** What the references of a sentence are, and whom the next sentence can go on about. */
interface SentenceReferences {
  readonly found: readonly Reference[];
  /** The organisation that is the subject of the sentence; null if that is somebody or something else. */
  readonly topic: Named | null;
}

/** How many organisations back a noun may point. */
const REACH = 40;
/** How many clauses up the subject is looked for whom a pronoun repeats. */
const DEPTH = 4;
const PRONOUN_RULE = 'names/reference/pronoun';
const NOUN_RULE = 'names/reference/noun-phrase';

/**
 * The places of a sentence that point back to an organisation which the article named before.
 *
 * A definite noun ("the agency") points to the nearest organisation of a kind that fits. A pronoun or possessive ("it",
 * "its") repeats a subject: of its own clause, of the clauses above, or of the sentence before. What fits nobody, or
 * two equally well, is left alone; nobody becomes an organisation by being pointed at.
 *
 * @param topic the subject of the sentence before, if it is an organisation
 */
export function referencesIn(context: Context, sentence: Sentence, topic: Named | null): SentenceReferences {
  const { document, language, map, discourse } = context;
  const { tokens } = document;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const tagAt = (token: number) => sentence.tags[token - sentence.from];
  const found: Reference[] = [];
  /** Whom the phrases that point back stand for, by the token of their head. */
  const meant = new Map<number, Named>();
  const subjects = sentence.clauses.map(({ id, finite }) =>
    finite < 0
      ? null
      : subjectOf(document, sentence, language, id, { from: finite, to: finite, anchor: finite }).phrase,
  );
  for (const phrase of sentence.phrases) {
    if (phrase.pronoun) {
      const named = pronounMeans(phrase);
      if (named !== null) note(named, phrase.head, phrase.head + 1, phrase.head, 'pronoun');
      continue;
    }
    if (isOwn(phrase.from)) {
      const named = ownerOf(phrase);
      if (named !== null) note(named, phrase.from, phrase.from + 1, phrase.from, 'pronoun');
    }
    const named = nounMeans(phrase);
    if (named !== null) note(named, phrase.from, phrase.to, phrase.head, 'noun-phrase');
  }
  const main = sentence.clauses.find(({ opening, finite }) => opening === 'main' && finite >= 0);
  return { found, topic: main === undefined ? null : organisationOf(subjects[main.id] ?? null) };

  function note(named: Named, from: number, to: number, head: number, how: 'pronoun' | 'noun-phrase'): void {
    meant.set(head, named);
    const start = tokens.start[from] ?? 0;
    const end = tokens.end[to - 1] ?? start;
    const rule = how === 'pronoun' ? PRONOUN_RULE : NOUN_RULE;
    found.push({ to: named.id, mention: { from, to, start, end, rule, how } });
  }

  /** The organisation that a phrase names or points to. */
  function organisationOf(phrase: Phrase | null): Named | null {
    if (phrase === null) return null;
    const named = map.nameAt[phrase.head] ?? meant.get(phrase.head);
    return named?.of === 'organisation' && !phrase.person ? named : null;
  }

  /** A possessive of a thing or an organisation before a noun: "its servers". */
  function isOwn(token: number): boolean {
    return (
      tagAt(token) === 'determiner' && ((document.words[token] ?? 0) & POSSESSIVE) !== 0 && is(token, 'ownedByOne')
    );
  }

  /** Whose a phrase is that begins with a possessive: the subject's of its clause, or if it is that itself, of those above. */
  function ownerOf(phrase: Phrase): Named | null {
    const subject = subjects[phrase.clause] ?? null;
    const joined = is(phrase.from - 1, 'and') ? map.nameAt[phrase.from - 2] : undefined;
    if (joined?.of === 'organisation') return joined;
    // "De directeur prees hem en noemde zijn inzet groot": a person was told of since.
    const isHis = is(phrase.from, 'ownedByPersons');
    if (isHis && sentence.phrases.some(one => one.pronoun && one.to <= phrase.from && is(one.head, 'personPronouns')))
      return null;
    if (subject === null || subject.from === phrase.from || isPeople(subject)) return above(phrase.clause);
    return phrase.from >= subject.to ? organisationOf(subject) : null;
  }

  /** Unnamed people, of whom nothing is told in the singular: "the intruders". */
  function isPeople(phrase: Phrase): boolean {
    return (
      !phrase.pronoun &&
      !phrase.person &&
      phrase.named.length === 0 &&
      ((document.nouns[phrase.head] ?? 0) & PARTICIPANT) !== 0 &&
      endsLike(language.source, 'pluralNounEndings', tokenText(document, phrase.head))
    );
  }

  /** The subject of the clauses that govern one, else of the sentence before. */
  function above(clause: number): Named | null {
    let own = sentence.clauses[clause];
    for (let depth = 0; depth < DEPTH && own !== undefined; depth += 1) {
      if (own.parent < 0) return before(own.from);
      const subject = subjects[own.parent] ?? null;
      if (subject !== null && !isPeople(subject)) return organisationOf(subject);
      own = sentence.clauses[own.parent];
    }
    return null;
  }

  /** The subject of the clause that goes on before a semicolon or colon, else of the sentence before. */
  function before(start: number): Named | null {
    const last = sentence.clauses.findLast(one => one.opening === 'main' && one.finite >= 0 && one.finite < start);
    return last === undefined ? topic : organisationOf(subjects[last.id] ?? null);
  }

  /** Whom "it" or "zij" stands for: only as a subject that does something, for "it rains" and "it is unclear" point to nobody. */
  function pronounMeans(phrase: Phrase): Named | null {
    const isOne = is(phrase.head, 'neuterPronouns') || is(phrase.head, 'feminineOrganisations');
    if (!isOne || phrase.preposition >= 0 || subjects[phrase.clause]?.from !== phrase.from) return null;
    const clause = sentence.clauses[phrase.clause];
    if (clause === undefined || clause.finite < 0) return null;
    if (phrase.head > clause.finite && !language.source.grammar.inversion) return null;
    if (is(phrase.head, 'feminineOrganisations')) {
      if (clause.opening === 'relative') return null;
      if (endsLike(language.source, 'infinitiveEndings', verb(clause.finite))) return null;
    }
    const words = document.words[clause.finite] ?? 0;
    if (!doesSomething(clause.finite, clause.from, clause.to)) return null;
    const parent = sentence.clauses[clause.parent];
    const isTold = parent !== undefined && parent.finite >= 0 && ((document.words[parent.finite] ?? 0) & SPEECH) !== 0;
    if (!isTold && !is(clause.finite, 'acts') && (words & (SPEECH | HAVE | BE)) === 0) return null;
    return above(phrase.clause);
  }

  function verb(token: number): string {
    return tokenText(document, token).toLowerCase();
  }

  /** Whether a clause is active and no copula: "it was working on it", not "it was exploited" and not "it is unclear". */
  function doesSomething(finite: number, from: number, to: number): boolean {
    const words = document.words[finite] ?? 0;
    let isProgressive = false;
    let isPassive = (words & BECOME) !== 0;
    for (let i = from; i < to; i += 1) {
      if (tagAt(i) === 'gerund') isProgressive = true;
      if (i !== finite && tagAt(i) === 'auxiliary' && ((document.words[i] ?? 0) & (BE | BECOME)) !== 0)
        isPassive = true;
    }
    return isProgressive || (!isPassive && (words & BE) === 0);
  }

  /** The organisation for which a definite noun stands: the nearest of a kind that fits; nobody where two are told together. */
  function nounMeans(phrase: Phrase): Named | null {
    if (!phrase.definite || isRestricted(phrase)) return null;
    const kinds = kindsMeantBy(document, language, phrase);
    if (kinds === null) return null;
    // A newspaper is mostly the one that tells of the company.
    const others = kinds.filter(kind => kind !== 'media');
    return nearestOf(phrase, others) ?? (others.length < kinds.length ? nearestOf(phrase, kinds) : null);
  }

  function nearestOf(phrase: Phrase, kinds: readonly OrganisationKind[]): Named | null {
    const start = tokens.start[phrase.from] ?? 0;
    let nearest: Named | null = null;
    let place = -1;
    let isSubject = false;
    const { organisations } = discourse;
    for (let k = organisations.length - 1; k >= Math.max(0, organisations.length - REACH); k -= 1) {
      const one = organisations[k];
      if (one === undefined || one.span.end > start || !kinds.some(kind => kind === one.named.kind)) continue;
      const at = document.sentenceOf[one.span.from] ?? 0;
      if (nearest === null) {
        nearest = one.named;
        place = at;
        isSubject = one.subject;
      } else if (at !== place) break;
      else if (one.named !== nearest && one.subject) {
        if (isSubject) return null;
        nearest = one.named;
        isSubject = true;
      }
    }
    return nearest;
  }

  /** "The company on the corner", "the company that …" is told apart by what follows and points to nobody. */
  function isRestricted(phrase: Phrase): boolean {
    const next = phrase.to;
    if (next >= sentence.to) return false;
    if (tagAt(next) === 'relative') return true;
    if (tagAt(next) !== 'preposition') return false;
    const finite = sentence.clauses[phrase.clause]?.finite ?? -1;
    // Behind its verb what follows can hang on the verb: "heeft het bedrijf in mei gesloten".
    if (language.source.grammar.inversion && finite >= 0 && phrase.from > finite) return is(next, 'of');
    return tagAt(next + 1) !== 'date';
  }
}

/** The organisations of an article with the places that point back to them, all in text order. */
export function withReferences(organisations: readonly Named[], references: readonly Reference[]): readonly Named[] {
  const byId = new Map<string, NameFound[]>();
  for (const { to, mention } of references) {
    const held = byId.get(to);
    if (held) held.push(mention);
    else byId.set(to, [mention]);
  }
  return organisations.map(one => {
    const more = byId.get(one.id);
    return more === undefined
      ? one
      : { ...one, mentions: [...one.mentions, ...more].toSorted((a, b) => a.start - b.start || a.end - b.end) };
  });
}
