import { endsLike, isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { SPEECH, TITLE } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { phraseAt } from '../model/pattern.ts';
import { type Argument, argumentOf, type Discourse, withCoordinated } from './arguments.ts';
import type { MentionMap } from './mention-map.ts';
import type { Phrase, Sentence } from './sentence.ts';

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
    if (
      ((document.words[i] ?? 0) & SPEECH) === 0 ||
      (tagAt(i) !== 'finite' && tagAt(i) !== 'participle' && tagAt(i) !== 'auxiliary')
    )
      continue;
    if (is(i, 'lets') && !letsKnow(i)) continue;
    const clause = sentence.clauseOf[i - sentence.from] ?? -1;
    if (is(i, 'weakSpeech') && !hasContent(clause, i)) continue;
    const speaker = speakerOf(clause, i);
    if (speaker !== null) cite(speaker, stanceOf(i), clause, i);
  }
  return found;

  /** Where the words before who is cited end that begin at a token; the token itself if none do. */
  function afterCiting(i: number): number {
    if (is(i, 'citing')) return i + 1;
    const phrase = language.citingPhrases.find(words => phraseAt(document.tokens, words, i));
    return phrase === undefined ? i : i + phrase.length;
  }

  function letsKnow(i: number): boolean {
    for (let k = i + 1; k < sentence.to && k < i + 14; k += 1) if (is(k, 'know')) return true;
    return is(i - 1, 'know');
  }

  /** A clause that says what is said: dat …, that …, or a quote. */
  function hasContent(clause: number, verb: number): boolean {
    if (is(verb + 1, 'that')) return true;
    return sentence.clauses.some(
      other =>
        other.id !== clause &&
        (other.quoted ||
          (other.parent === clause && other.opening === 'subordinate' && is(other.from, 'contentOpeners'))),
    );
  }

  function stanceOf(verb: number): CitedSource['stance'] {
    if (is(verb, 'claims')) return 'claims';
    if (is(verb, 'denies')) return 'denies';
    return is(verb, 'confirms') ? 'confirms' : 'states';
  }

  /** The subject of a verb of saying: a name, a person or "een woordvoerder", beside the verb. */
  function speakerOf(clause: number, verb: number): Phrase | null {
    const near = sentence.phrases.filter(
      phrase => phrase.preposition < 0 && (phrase.clause === clause || sentence.clauses[phrase.clause]?.id === clause),
    );
    const before = near.filter(phrase => phrase.to <= verb).at(-1);
    const behind = near.find(phrase => phrase.from > verb);
    const speaks = (phrase: Phrase | undefined): phrase is Phrase =>
      phrase !== undefined &&
      (phrase.person || phrase.pronoun
        ? is(phrase.head, 'speakerPronouns') || phrase.person
        : phrase.named.length > 0 || isSpeaker(phrase));
    if (language.source.grammar.inversion) {
      if (
        speaks(behind) &&
        behind.from <= verb + 3 &&
        (before === undefined || sentence.clauses[clause]?.finite === verb)
      ) {
        if (before === undefined || !speaks(before)) return behind;
      }
      return speaks(before) ? before : speaks(behind) ? behind : null;
    }
    if (speaks(before) && verb - before.to <= 4) return before;
    return speaks(behind) && behind.from === verb + 1 ? behind : speaks(before) ? before : null;
  }

  function isSpeaker(phrase: Phrase): boolean {
    return (
      ((document.words[phrase.head] ?? 0) & TITLE) !== 0 ||
      endsLike(language.source, 'speakers', tokenText(document, phrase.head).toLowerCase())
    );
  }

  function cite(phrase: Phrase, stance: CitedSource['stance'], clause: number, verb: number): void {
    for (const one of withCoordinated(document, sentence, language, phrase)) {
      const argument = argumentOf(document, sentence, map, language, one, discourse);
      if (argument === null) continue;
      if (argument.kind === 'product' || argument.kind === 'vulnerability' || argument.kind === 'malware') continue;
      found.push({
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
