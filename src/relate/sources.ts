import { endsLike, isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { BE, BECOME, HAVE, nounBits, PARTICIPANT, SPEECH, TITLE } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { phraseAt } from '../model/pattern.ts';
import { type Argument, argumentOf, type Discourse, withCoordinated } from './arguments.ts';
import type { MentionMap } from './mention-map.ts';
import type { Clause, Phrase, Sentence } from './sentence.ts';
import { subjectOf } from './subjects.ts';

/** Letters and reports can say something as well. */
const MESSAGE = nounBits('message');

/** How far behind its verb the particle of a verb of saying stands at most. */
const PARTICLE_REACH = 14;

/** Who is cited for an action, and how. */
export interface CitedSource extends Argument {
  readonly stance: 'states' | 'claims' | 'denies' | 'confirms';
  readonly for: string | null;
}

/** A source of a sentence: which clauses it is cited for. */
export interface SourceFound {
  readonly source: CitedSource;
  /** The clause of the verb of saying; what it says stands in the others. -1 for "volgens X": all clauses. */
  readonly clause: number;
  readonly verb: number;
  /** What is said stands in the sentence before: "Dat zegt …". */
  readonly back: boolean;
}

/** Whether a clause says what is said or known: "dat …", "whether …", an infinitive, or content that no word opens. */
export function isContent(document: Document, sentence: Sentence, language: CompiledLanguage, clause: Clause): boolean {
  if (clause.opening === 'infinitive') return true;
  if (clause.opening !== 'subordinate') return false;
  return (
    sentence.tags[clause.from - sentence.from] !== 'subordinator' ||
    isOf(document, language.groups, clause.from, 'contentOpeners')
  );
}

/** "…, zegt X": whether a clause that begins at a token stands behind a comma or quote. */
export function followsBreak(sentence: Sentence, from: number): boolean {
  const before = sentence.tags[from - 1 - sentence.from];
  return before === 'comma' || before === 'quote' || before === 'break';
}

/** The sources that a sentence cites: "volgens X", "X zegt dat …", "…, aldus X", "according to X". */
export function findSources(
  document: Document,
  sentence: Sentence,
  map: MentionMap,
  language: CompiledLanguage,
  discourse: Discourse,
): SourceFound[] {
  const found: SourceFound[] = [];
  const is = (i: number, group: WordGroup): boolean =>
    i >= sentence.from && i < sentence.to && isOf(document, language.groups, i, group);
  const tagAt = (i: number) => (i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from]);
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const at = afterCiting(i);
    if (at > i) {
      const phrase = sentence.phrases.find(one => one.from >= at && one.from <= at + 1);
      if (phrase !== undefined) cite(phrase, 'states', -1, i);
      continue;
    }
    if (i > sentence.from && tokenText(document, i) === ':') {
      // "CISA: patch this now": who is named before a colon says what follows.
      const phrase = sentence.phrases[0];
      if (phrase !== undefined && phrase.from === sentence.from && phrase.to === i && speaks(phrase))
        cite(phrase, 'states', -1, i);
      continue;
    }
    const clause = sentence.clauseOf[i - sentence.from] ?? -1;
    if (is(i, 'ownSaying') && is(i - 1, 'own')) {
      const own = subjectOf(document, sentence, language, clause, { from: i, to: i + 1, anchor: i }).phrase;
      if (own !== null && speaks(own)) cite(own, 'states', -1, i);
      continue;
    }
    // "cannot RULE OUT that", "kan niet BEVESTIGEN dat": who is not able to say more says this much; who does not want to says nothing.
    const infinitive = tagAt(i) === 'infinitive';
    if (infinitive && ((document.words[i] ?? 0) & SPEECH) === 0) continue;
    if (!infinitive && tagAt(i) !== 'finite' && tagAt(i) !== 'participle' && tagAt(i) !== 'auxiliary') continue;
    if (infinitive && !is(i, 'know') && !asks(clause, i)) continue;
    const split = splitSpeech(clause, i);
    if (split === null && ((document.words[i] ?? 0) & SPEECH) === 0) continue;
    if (split === null && is(i, 'lets') && !letsKnow(i)) continue;
    if (!infinitive && (split !== null || is(i, 'weakSpeech')) && !hasContent(clause, i) && !opensWithThus(clause))
      continue;
    const speaker = speakerOf(clause, i);
    if (speaker !== null) cite(speaker, stanceOf(i, split), clause, i);
  }
  return found;

  /** Where the words before who is cited end that begin at a token; the token itself if none do. */
  function afterCiting(i: number): number {
    if (is(i, 'citing')) return i + 1;
    const phrase = language.citingPhrases.find(words => phraseAt(document.tokens, words, i));
    return phrase === undefined ? i : i + phrase.length;
  }

  /** "GAF donderdag TOE dat …": the verb of saying that stands in two parts; null if none does. */
  function splitSpeech(clause: number, i: number): string | null {
    if (tagAt(i) !== 'finite') return null;
    for (let k = i + 1; k < sentence.to && k < i + PARTICLE_REACH; k += 1) {
      if (sentence.clauseOf[k - sentence.from] !== clause) continue;
      const particle = tokenText(document, k).toLowerCase();
      const forms = language.verbs.forms.get(document.tokens.id[i] ?? 0) ?? [];
      const verb = forms.find(form => language.source.groups.splitSpeech.includes(particle + form.lemma));
      if (verb !== undefined) return particle + verb.lemma;
    }
    return null;
  }

  /** What an infinitive of saying leaves open: "whether …", "of …", or what stands before: "Dat …, kan X niet uitsluiten". */
  function asks(clause: number, verb: number): boolean {
    if (!is(sentence.clauses[clause]?.finite ?? -1, 'canModals')) return false;
    return sentence.clauses.some(
      other =>
        other.opening === 'subordinate' &&
        isContent(document, sentence, language, other) &&
        (other.from > verb ? other.parent === clause : followsBreak(sentence, sentence.clauses[clause]?.from ?? 0)),
    );
  }

  /** "…, ZO heeft Ede bekendgemaakt": a clause that only says who says so. */
  function opensWithThus(clause: number): boolean {
    const own = sentence.clauses[clause];
    return own !== undefined && is(own.from, 'thus') && followsBreak(sentence, own.from);
  }

  function letsKnow(i: number): boolean {
    for (let k = i + 1; k < sentence.to && k < i + 14; k += 1) if (is(k, 'know')) return true;
    return is(i - 1, 'know');
  }

  /** A clause that says what is said: dat …, that …, or a quote. */
  function hasContent(clause: number, verb: number): boolean {
    if (is(verb + 1, 'that') || closes(clause, verb)) return true;
    return sentence.clauses.some(
      other =>
        other.id !== clause &&
        (other.quoted || (other.parent === clause && isContent(document, sentence, language, other))),
    );
  }

  /** "…, SCHAT Google.", "…, the regulator FOUND.": a short clause behind a comma that only says who says so. */
  function closes(clause: number, verb: number): boolean {
    const own = sentence.clauses[clause];
    if (own === undefined || own.finite !== verb) return false;
    if (!language.source.grammar.inversion) {
      const [first, second] = sentence.inClause[clause] ?? [];
      const alone = first !== undefined && first.to === verb && (second === undefined || second.preposition > verb);
      const next = tagAt(verb + 1);
      const last = next === undefined || next === 'break' || next === 'glue' || second?.preposition === verb + 1;
      return alone && last && speaks(first) && tagAt(own.from - 1) === 'comma' && tellsBefore(clause, verb);
    }
    if (tagAt(verb - 1) !== 'comma') return false;
    const next = sentence.inClause[clause]?.find(phrase => phrase.from === verb + 1);
    return next !== undefined && speaks(next) && tellsBefore(clause, verb);
  }

  function tellsBefore(clause: number, verb: number): boolean {
    return sentence.clauses.some(other => other.id !== clause && other.finite >= 0 && other.finite < verb);
  }

  function stanceOf(verb: number, split: string | null): CitedSource['stance'] {
    const { groups } = language.source;
    const of = (group: 'claims' | 'denies' | 'confirms'): boolean =>
      split === null ? is(verb, group) : groups[group].includes(split);
    if (of('claims')) return 'claims';
    if (of('denies')) return 'denies';
    return of('confirms') ? 'confirms' : 'states';
  }

  /** The subject of a verb of saying or, where it is inverted, who stands behind the verb; nobody where others were told. */
  function speakerOf(clause: number, verb: number): Phrase | null {
    const own = sentence.clauses[clause];
    const place = { from: verb, to: verb + 1, anchor: verb };
    const passive =
      tagAt(verb) === 'participle' &&
      own !== undefined &&
      (own.auxiliaries & (BE | BECOME)) !== 0 &&
      (own.auxiliaries & HAVE) === 0;
    if (passive) {
      const by = sentence.inClause[clause]?.find(phrase => is(phrase.preposition, 'agent')) ?? null;
      return by !== null && speaks(by) ? by : null;
    }
    const behind = sentence.inClause[clause]?.find(phrase => phrase.preposition < 0 && phrase.from === verb + 1);
    const before = sentence.inClause[clause]?.some(phrase => phrase.preposition < 0 && phrase.to <= verb) === true;
    if (behind !== undefined && speaks(behind) && !before && own?.opening !== 'coordinate') return behind;
    const subject = subjectOf(document, sentence, language, clause, place).phrase;
    return subject !== null && speaks(subject) ? subject : null;
  }

  function speaks(phrase: Phrase): boolean {
    if (phrase.person) return true;
    if (phrase.pronoun)
      return is(phrase.head, 'speakerPronouns') && (discourse.voice !== null || !is(phrase.head, 'wePronouns'));
    return (
      phrase.named.some(one => one.of === 'organisation') ||
      ((document.words[phrase.head] ?? 0) & TITLE) !== 0 ||
      ((document.nouns[phrase.head] ?? 0) & (PARTICIPANT | MESSAGE)) !== 0 ||
      endsLike(language.source, 'speakers', tokenText(document, phrase.head).toLowerCase())
    );
  }

  /** "DAT zegt een woordvoerder": what is said stands in the sentence before. */
  function opensWithPointer(own: Clause): boolean {
    return is(own.from, 'pointing') && tagAt(own.from) === 'pronoun' && own.finite === own.from + 1;
  }

  function cite(phrase: Phrase, stance: CitedSource['stance'], clause: number, verb: number): void {
    for (const one of withCoordinated(document, sentence, language, phrase)) {
      const argument = argumentOf(document, sentence, map, language, one, discourse);
      if (argument === null) continue;
      if (argument.kind === 'product' || argument.kind === 'vulnerability' || argument.kind === 'malware') continue;
      const own = sentence.clauses[clause];
      found.push({
        back: own !== undefined && opensWithPointer(own) && !hasContent(clause, verb),
        source: { ...argument, stance, for: argument.kind === 'organisation' ? null : speaksFor(one) },
        clause,
        verb,
      });
    }
  }

  /** "een woordvoerder van Ede", "spokesperson for Kaseya", "Cisco-woordvoerder": for whom a person speaks. */
  function speaksFor(phrase: Phrase): string | null {
    const own = phrase.named.find(one => one.of === 'organisation');
    if (own !== undefined) return own.id;
    const behind = sentence.phrases.find(
      other => other.preposition === phrase.to && is(other.preposition, 'representing'),
    );
    return behind?.named.find(one => one.of === 'organisation')?.id ?? null;
  }
}
