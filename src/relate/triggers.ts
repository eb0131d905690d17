import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { Condition, TriggerStart } from '../lexicon/triggers.ts';
import { NEGATION, nounBits, QUESTION, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { phraseAt } from '../model/pattern.ts';
import { CAPITAL, DIGIT, NUMBER, PUNCTUATION } from '../model/tokens.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import type { MentionMap } from './mention-map.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { antecedentOf } from './subjects.ts';

/** A trigger found in a sentence, with the grammar around it. */
export interface TriggerFound {
  readonly start: TriggerStart;
  /** The tokens `[from, to)` that are the trigger. */
  readonly from: number;
  readonly to: number;
  /** The verb or noun that carries it. */
  readonly anchor: number;
  readonly clause: number;
  readonly grammar: Grammar;
  /** The token of the negation that is part of the meaning ("niet mogelijk"), or -1. */
  readonly negation: number;
}

const MONEY = nounBits('money');
const PAST_OR_PARTICIPLE = wordBits('past', 'participle');
/** How far behind a verb its fixed words may stand where they follow it. */
const GAP = 7;

/** Find the triggers of a sentence: every rule is tried only where its word stands; one trigger a token. */
export function findTriggers(
  document: Document,
  sentence: Sentence,
  map: MentionMap,
  language: CompiledLanguage,
): TriggerFound[] {
  const { tokens } = document;
  const { starts } = language.triggers;
  const { grammar: built, compounds } = language.source;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const found: TriggerFound[] = [];
  const tagAt = (i: number) => (i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from]);
  const clauseAt = (i: number): number => sentence.clauseOf[i - sentence.from] ?? -1;

  for (let i = sentence.from; i < sentence.to; i += 1) {
    const id = tokens.id[i] ?? 0;
    const head = document.heads[i] ?? 0;
    const own = id === 0 ? undefined : starts.get(id);
    const compound =
      head === id ? undefined : starts.get(head)?.filter(start => start.by === 'noun' && start.fixed.length === 0);
    if (own === undefined && compound === undefined) continue;
    const inName = map.nameAt[i] !== undefined;
    if (inName && !(own?.some(start => start.by === 'phrase') ?? false)) continue;
    const candidates = [...(own ?? []), ...(compound ?? [])].flatMap(start => attempt(start, i) ?? []);
    const best = candidates.toSorted(
      (a, b) =>
        b.to - b.from - (a.to - a.from) ||
        weight(b) - weight(a) ||
        (a.start.rule.rule.id < b.start.rule.rule.id ? -1 : 1),
    )[0];
    if (best !== undefined) found.push(best);
  }
  return withoutOverlaps(found);

  function weight(one: TriggerFound): number {
    return one.start.rule.weight + (one.start.fixed.length > 0 ? 1 : 0) + (one.start.particle !== 0 ? 1 : 0);
  }

  function attempt(start: TriggerStart, i: number): TriggerFound | null {
    const place =
      start.by === 'verb' ? verbAt(start, i) : start.by === 'noun' ? nounAt(start, i) : phraseFound(start, i);
    if (place === null) return null;
    const { rule } = start.rule;
    const clause = clauseAt(place.anchor) < 0 ? nearestClause(place.anchor) : clauseAt(place.anchor);
    const governing =
      sentence.clauses[clause]?.opening === 'infinitive' ? (sentence.clauses[clause]?.parent ?? -1) : -1;
    const holder = sentence.clauses[clause];
    const described = holder?.opening === 'relative' ? antecedentOf(sentence, holder) : null;
    const inClause = (k: number): boolean => {
      if (k >= place.from && k < place.to) return false;
      const own = sentence.clauseOf[k - sentence.from] ?? -1;
      if (own === clause || (own >= 0 && own === governing)) return true;
      // The word that opens the content, "find out WHO", "claims TO have"; all of it where no word does: "learned it had been hacked".
      const other = sentence.clauses[own];
      if (other === undefined || other.parent !== clause) return false;
      return other.from === k || (other.opening === 'subordinate' && tagAt(other.from) !== 'subordinator');
    };
    // "the DATA that the gang stole"
    const inDescribed = (k: number): boolean => described !== null && k >= described.from && k < described.to;
    if (start.rule.with !== null && !stands(start.rule.with, k => inClause(k) || inDescribed(k))) return null;
    if (start.rule.without !== null && stands(start.rule.without, inClause)) return null;
    const grammar = grammarOf(document, sentence, language, start, place, clause);
    if (start.rule.light !== null && start.by === 'noun' && grammar.light < 0) return null;
    if (
      start.rule.object !== null &&
      !grammar.objects.some(phrase => fits(start.rule.object, phrase)) &&
      !compoundFits(start.rule.object, start, i)
    )
      return null;
    if (start.rule.notObject !== null && grammar.objects.some(phrase => fits(start.rule.notObject, phrase)))
      return null;
    if (
      start.rule.subject !== null &&
      grammar.subject !== null &&
      !grammar.subject.pronoun &&
      !fits(start.rule.subject, grammar.subject)
    )
      return null;
    if (start.rule.notSubject !== null && grammar.subject !== null && fits(start.rule.notSubject, grammar.subject))
      return null;
    let negation = -1;
    if (rule.negated === true) {
      negation = negationFor(place, clause);
      if (negation < 0) return null;
    }
    return { start, from: place.from, to: place.to, anchor: place.anchor, clause, grammar, negation };
  }

  function nearestClause(i: number): number {
    for (let k = i - 1; k >= sentence.from; k -= 1) if (clauseAt(k) >= 0) return clauseAt(k);
    return 0;
  }

  function negationFor(place: { from: number; to: number }, clause: number): number {
    for (let k = place.from; k < place.to; k += 1) if ((document.words[k] ?? 0) & NEGATION) return k;
    for (let k = sentence.from; k < sentence.to; k += 1) {
      if (sentence.clauseOf[k - sentence.from] === clause && (document.words[k] ?? 0) & NEGATION) return k;
    }
    return -1;
  }

  function verbAt(start: TriggerStart, i: number): { from: number; to: number; anchor: number } | null {
    const tag = tagAt(i);
    const banned = start.rule.rule.not ?? [];
    const verbal =
      tag === 'finite' ||
      tag === 'participle' ||
      tag === 'infinitive' ||
      tag === 'gerund' ||
      tag === 'attributive' ||
      tag === 'auxiliary';
    if (!verbal) return null;
    if (tag === 'attributive') {
      if (start.is !== 'participle' || banned.includes('attributive') || start.particle !== 0) return null;
      if (start.fixed.length > 0) return null;
      return { from: i, to: i + 1, anchor: i };
    }
    if (start.is !== null && banned.includes(start.is)) return null;
    if (tag === 'participle' && start.is !== 'participle') return null;
    const plural = built.pluralIsInfinitive && tag === 'finite' && start.is === 'infinitive';
    if ((tag === 'infinitive') !== (start.is === 'infinitive') && !plural) return null;
    if (tag === 'finite' && start.is === 'participle') return null;
    if (start.particle !== 0) {
      if (start.is === 'participle') return null;
      if (start.is === 'infinitive') {
        const split = tagAt(i - 1) === 'to' && tokens.id[i - 2] === start.particle;
        return split ? withFixed(start, i - 2, i + 1, i) : null;
      }
      const particle = particleAfter(start.particle, i);
      return particle < 0 ? null : withFixed(start, i, i + 1, i);
    }
    return withFixed(start, i, i + 1, i);
  }

  function particleAfter(particle: number, i: number): number {
    const clause = clauseAt(i);
    for (let k = i + 1; k < sentence.to; k += 1) {
      const own = clauseAt(k);
      if (tokens.id[k] === particle && (own === clause || own === -1)) {
        const next = tagAt(k + 1);
        const governs = next === 'determiner' || next === 'name' || next === 'pronoun' || isPlainNoun(k + 1);
        // "roept klanten op hun wachtwoord te wijzigen": the particle stands before what is asked.
        if (!governs || tagAt(k) === 'particle' || ((document.words[k + 1] ?? 0) & QUESTION) !== 0) return k;
      }
      if (tagAt(k) === 'break' && own === -1) return -1;
    }
    return -1;
  }

  /** "roept bedrijven in Nederland", "in overleg": what a preposition governs without an article. */
  function isPlainNoun(i: number): boolean {
    return tagAt(i) === 'noun' && ((document.nouns[i] ?? 0) !== 0 || ((tokens.shape[i] ?? 0) & CAPITAL) !== 0);
  }

  function withFixed(
    start: TriggerStart,
    from: number,
    to: number,
    anchor: number,
  ): { from: number; to: number; anchor: number } | null {
    if (start.fixed.length === 0) return { from, to, anchor };
    const clause = clauseAt(anchor);
    if (!built.verbFinal) {
      for (let k = anchor + 1; k <= anchor + GAP && k < sentence.to; k += 1) {
        if (phraseAt(tokens, start.fixed, k))
          return { from, to: k === anchor + 1 ? k + start.fixed.length : to, anchor };
        if (tagAt(k) === 'break' || tagAt(k) === 'comma' || tagAt(k) === 'finite') return null;
      }
      return null;
    }
    for (let k = sentence.from; k < sentence.to; k += 1) {
      const own = clauseAt(k);
      if (own !== clause && own !== -1) continue;
      if (phraseAt(tokens, start.fixed, k)) return { from: k, to: k + start.fixed.length, anchor };
    }
    return null;
  }

  function nounAt(start: TriggerStart, i: number): { from: number; to: number; anchor: number } | null {
    let to = i + 1;
    if (start.fixed.length > 0) {
      if (!phraseAt(tokens, start.fixed, i)) return null;
      to = i + start.fixed.length;
    }
    const tag = tagAt(to - 1);
    if (tag !== 'noun' && tag !== 'name' && tag !== 'infinitive' && tag !== 'gerund') return null;
    if (tag === 'infinitive' && tagAt(to - 2) === 'to') return null;
    if (tag === 'gerund' && start.fixed.length === 0 && tagAt(i - 1) === 'auxiliary') return null;
    if (start.fixed.length === 0 && (tokens.shape[i] ?? 0) & CAPITAL && i > sentence.from && tagAt(i - 1) === 'name')
      return null;
    // The first part of a compound that is written apart is no event of its own: "attack surface", "breach notification".
    if (!compounds && tagAt(to) === 'noun' && modifies(to)) return null;
    if (start.rule.rule.anaphoric === true && pointsBack(i)) return null;
    return { from: i, to, anchor: to - 1 };
  }

  function modifies(next: number): boolean {
    const bits = document.words[next] ?? 0;
    return (document.nouns[next] ?? 0) !== 0 && (bits & PAST_OR_PARTICIPLE) === 0;
  }

  /** "de aanval", "this breach": definite and bare, so it only points back. */
  function pointsBack(i: number): boolean {
    const before = i - 1;
    if (tagAt(before) !== 'determiner') return false;
    if (is(before, 'pointing')) return true;
    return is(before, 'articles') && (!is(i + 1, 'complementing') || i + 1 >= sentence.to);
  }

  function phraseFound(start: TriggerStart, i: number): { from: number; to: number; anchor: number } | null {
    return phraseAt(tokens, start.fixed, i) && i + start.fixed.length <= sentence.to
      ? { from: i, to: i + start.fixed.length, anchor: i }
      : null;
  }

  /** Whether what a condition asks for stands among some tokens. */
  function stands(condition: Condition, among: (token: number) => boolean): boolean {
    for (let k = sentence.from; k < sentence.to; k += 1) {
      if (!among(k)) continue;
      if (tokenFits(condition, k)) return true;
      if (condition.phrases.some(phrase => phraseAt(tokens, phrase, k))) return true;
    }
    return false;
  }

  function tokenFits(condition: Condition, k: number): boolean {
    if (
      condition.words.has(tokens.id[k] ?? -1) ||
      (condition.words.size > 0 &&
        condition.words.has(document.heads[k] ?? -1) &&
        (tokens.id[k] ?? 0) !== (document.heads[k] ?? 0))
    )
      return true;
    if (((document.nouns[k] ?? 0) & condition.nouns) !== 0 && tagAt(k) !== 'finite') return true;
    if ((condition.nouns & MONEY) !== 0 && tokens.kind[k] === PUNCTUATION && '€$£'.includes(tokenText(document, k)))
      return true;
    if (condition.mentions.size === 0) return false;
    const name = map.nameAt[k];
    if (name !== undefined) {
      if (condition.mentions.has(name.of)) return true;
      if (name.kind === 'threat-group' && condition.mentions.has('actor')) return true;
      if (name.kind === 'police-justice' && condition.mentions.has('police')) return true;
    }
    if (map.personAt[k] === 1 && condition.mentions.has('person')) return true;
    return (
      ((tokens.shape[k] ?? 0) & DIGIT) !== 0 &&
      (tokens.kind[k] === NUMBER || /^\d/.test(tokenText(document, k))) &&
      condition.mentions.has('number')
    );
  }

  function fits(condition: Condition | null, phrase: Phrase): boolean {
    if (condition === null) return true;
    for (let k = phrase.from; k < phrase.to; k += 1) if (tokenFits(condition, k)) return true;
    for (let k = phrase.core; k < phrase.to; k += 1)
      if (condition.phrases.some(words => phraseAt(tokens, words, k))) return true;
    const behind = sentence.phrases.find(other => other.of >= 0 && sentence.phrases[other.of] === phrase);
    return behind !== undefined && behind !== phrase && is(phrase.head, 'quantifiers') && fits(condition, behind);
  }

  /** The first part of a Dutch compound is what the noun is of: "datalek", "Citrix-lek". */
  function compoundFits(condition: Condition, start: TriggerStart, i: number): boolean {
    return (
      start.by === 'noun' && tokenText(document, i - 1) === '-' && i - 2 >= sentence.from && tokenFits(condition, i - 2)
    );
  }
}

function withoutOverlaps(found: readonly TriggerFound[]): TriggerFound[] {
  const kept: TriggerFound[] = [];
  for (const one of found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (!kept.some(other => (one.from < other.to && other.from < one.to) || one.anchor === other.anchor))
      kept.push(one);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}
