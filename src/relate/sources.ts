import { wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import { type Argument, argumentOf, type Discourse, withCoordinated } from './arguments.ts';
import type { MentionMap, Phrase, Sentence } from './syntax.ts';

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

const SPEECH = wordBits('speech');
const BEFORE = /^(?:volgens|aldus|per|blijkens)$/;
const CLAIMS = /^(?:claim|bewe|alleg|beroep|boast|pretend)/;
const DENIES = /^(?:ontken|spreek|spra|den|tegen|weerspr)/;
const CONFIRMS = /^(?:bevestig|erken|confirm|acknowledg|admit|toege|geeft toe|gaf toe|concede)/;
/** Verbs that speak only with a content clause or a quote beside them. */
const WEAK =
  /^(?:vind|vond|find|found|show|call|noem|laat|liet|laten|lieten|besluit|besloot|besloten|post|posts|posted|find|finds|expect|hope|hoop|verwacht|think|denk|dacht|reveal|describe|spreek|spreekt|sprak|add|note)/;

/** The sources that a sentence cites: "volgens X", "X zegt dat …", "…, aldus X", "according to X". */
export function findSources(
  document: Document,
  sentence: Sentence,
  map: MentionMap,
  discourse: Discourse,
): SourceFound[] {
  const found: SourceFound[] = [];
  const word = (i: number): string =>
    i < sentence.from || i >= sentence.to ? '' : tokenText(document, i).toLowerCase();
  const tagAt = (i: number) => (i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from]);
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const text = word(i);
    if (BEFORE.test(text) || (text === 'according' && word(i + 1) === 'to')) {
      const at = text === 'according' ? i + 2 : i + 1;
      const phrase = sentence.phrases.find(one => one.from >= at && one.from <= at + 1);
      if (phrase !== undefined) cite(phrase, 'states', -1, i);
      continue;
    }
    if (
      ((document.words[i] ?? 0) & SPEECH) === 0 ||
      (tagAt(i) !== 'finite' && tagAt(i) !== 'participle' && tagAt(i) !== 'auxiliary')
    )
      continue;
    if (/^(?:laat|liet|laten|lieten)$/.test(text) && !letsKnow(i)) continue;
    const clause = sentence.clauseOf[i - sentence.from] ?? -1;
    if (WEAK.test(text) && !/^(?:laat|liet|laten|lieten)$/.test(text) && !hasContent(clause, i)) continue;
    const speaker = speakerOf(clause, i);
    if (speaker !== null) cite(speaker, stanceOf(text), clause, i);
  }
  return found;

  function letsKnow(i: number): boolean {
    for (let k = i + 1; k < sentence.to && k < i + 14; k += 1) if (word(k) === 'weten') return true;
    return word(i - 1) === 'weten';
  }

  /** A clause that says what is said: dat …, that …, or a quote. */
  function hasContent(clause: number, verb: number): boolean {
    const next = word(verb + 1);
    if (next === 'dat' || next === 'that') return true;
    return sentence.clauses.some(
      other =>
        other.id !== clause &&
        (other.quoted ||
          (other.parent === clause &&
            other.opening === 'subordinate' &&
            /^(?:dat|that|of|whether)$/.test(word(other.from)))),
    );
  }

  function stanceOf(text: string): CitedSource['stance'] {
    return CLAIMS.test(text) ? 'claims' : DENIES.test(text) ? 'denies' : CONFIRMS.test(text) ? 'confirms' : 'states';
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
        ? /^(?:hij|zij|ze|he|she|they|het|it|we|wij)$/i.test(tokenText(document, phrase.head)) || phrase.person
        : phrase.named.length > 0 || isSpeaker(phrase));
    if (document.language === 'nl') {
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
    const bits = document.words[phrase.head] ?? 0;
    if (bits & wordBits('title')) return true;
    return /(?:woordvoerders?|woordvoerster|spokesperson|spokesman|spokeswoman|bronnen|sources|source|experts?|deskundigen?|onderzoekers?|researchers?|officials?|bedrijf|company|firm|gemeente|council|ministerie|ministry|ziekenhuis|hospital|politie|police|universiteit|university|toezichthouder|regulator|agency|dienst|leverancier|vendor|ingewijden|slachtoffers?|verkoper|prosecutors|authorities|autoriteiten|investigators|hackers|groep|group|gang|bende|kabinet|analysts?|organisatie|organisation|staatssecretaris|minister)$/i.test(
      tokenText(document, phrase.head),
    );
  }

  function cite(phrase: Phrase, stance: CitedSource['stance'], clause: number, verb: number): void {
    for (const one of withCoordinated(document, sentence, phrase)) {
      const argument = argumentOf(document, sentence, map, one, discourse);
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
      other => other.preposition === phrase.to && /^(?:van|of|for|at|bij|namens)$/.test(word(other.preposition)),
    );
    return behind?.named.find(one => one.of === 'organisation')?.id ?? null;
  }
}
