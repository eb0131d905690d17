import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { phrasesAt } from '../lexicon/trie.ts';
import { BE, BECOME, FUTURE, HAVE, NEGATION, nounBits, PAST, PRESENT, wordBits } from '../model/bits.ts';
import type { CueEffect } from '../model/cue.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { PARAGRAPH } from '../model/tokens.ts';
import type { ActionType } from '../model/trigger.ts';
import type { Clause, Sentence } from './sentence.ts';
import type { TriggerFound } from './triggers.ts';

export type Status = 'occurred' | 'ongoing' | 'planned' | 'advised' | 'possible' | 'unknown';
export type Certainty = 'certain' | 'probable' | 'possible' | 'unknown';

/** How true an action is told to be (FactBank's polarity and certainty, beside its status). */
export interface Factuality {
  readonly polarity: 'affirmed' | 'negated';
  readonly certainty: Certainty;
  readonly status: Status;
}

/** A cue where it stands. */
interface CueFound {
  readonly from: number;
  readonly to: number;
  readonly effect: CueEffect;
  readonly reach: 'after' | 'before' | 'clause';
}

/** Acts of telling are over when they are told of, also in the present tense: "the agency advises". */
const TELLING: ReadonlySet<ActionType> = new Set<ActionType>([
  'warn',
  'advise',
  'order',
  'criticise',
  'attribute',
  'claim',
  'disclose',
  'press-charges',
]);

/** Acts and states that go on while they are told of in the present tense, also in a headline or as a noun. */
const LASTING: ReadonlySet<ActionType> = new Set<ActionType>([
  'investigate',
  'consult',
  'monitor',
  'fall-back',
  'continue-use',
  'disrupt',
  'restore',
]);
const MODAL = wordBits('modal');
const REMEDY = nounBits('patch', 'measure', 'software');

/** The cues of a sentence; of overlapping ones the longest. */
export function findCues(document: Document, sentence: Sentence, language: CompiledLanguage): CueFound[] {
  const inDate = (i: number): boolean => sentence.tags[i - sentence.from] === 'date';
  const found: CueFound[] = [];
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const id = document.tokens.id[i] ?? 0;
    // "14 May" holds no modal verb.
    if (id === 0 || !language.cues.first.has(id) || inDate(i)) continue;
    const best = phrasesAt(language.cues, document.tokens.id, i, sentence.to)[0];
    if (best === undefined) continue;
    for (const cue of best.values) found.push({ from: i, to: best.to, effect: cue.effect, reach: cue.reach });
    i = best.to - 1;
  }
  return found;
}

/**
 * How true the action of a trigger is told to be, from the cues of its clause, its verb group, and what governs it.
 *
 * @param governed what the governing action makes of its content ("adviseerde … te"), or null
 */
export function factualityOf(
  document: Document,
  sentence: Sentence,
  language: CompiledLanguage,
  trigger: TriggerFound,
  cues: readonly CueFound[],
  governed: Status | 'negated' | null,
): Factuality {
  const { rule } = trigger.start.rule;
  const { pluralIsInfinitive, imperativeIsInfinitive } = language.source.grammar;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const clause = sentence.clauses[trigger.clause];
  const tagAt = (i: number) => sentence.tags[i - sentence.from];
  const own = (i: number): boolean => sentence.clauseOf[i - sentence.from] === trigger.clause;
  // "nog NIET BEREIKBAAR": the negation in a trigger is its own, also where its cue begins before it.
  const inside = (cue: CueFound): boolean =>
    (cue.from >= trigger.from && cue.to <= trigger.to) ||
    (cue.effect === 'negates' &&
      cue.from < trigger.from &&
      cue.to > trigger.from &&
      ((document.words[trigger.from] ?? 0) & NEGATION) !== 0);
  const near = cues.filter(cue => !inside(cue) && reaches(cue) && !belongsToContent(cue) && !besideDescription(cue));
  const has = (...effects: CueEffect[]): boolean => near.some(cue => effects.includes(cue.effect));

  const kept = has('keeps');
  const consumed = trigger.negation;
  const negations = near.filter(
    cue => cue.effect === 'negates' && !(consumed >= cue.from && consumed < cue.to) && !ownedByOther(cue),
  );
  let negated = rule.polarity === 'negated' || (!kept && negations.length % 2 === 1) || governed === 'negated';
  if (rule.negated === true && consumed >= 0) negated = false;
  let certainty: Certainty = 'certain';
  let status: Status = baseStatus();
  if (has('hardly')) {
    negated = true;
    certainty = 'probable';
  }
  if (has('certain') && status === 'planned' && !has('planned') && tagAt(trigger.anchor) === 'infinitive')
    status = 'occurred';
  const lasts = trigger.start.by !== 'verb' || tagAt(trigger.anchor) === 'infinitive';
  if (has('ongoing') && status === 'occurred' && (lasts || staysSo())) status = 'ongoing';
  if (has('probable')) certainty = 'probable';
  // "zouden zijn aangeboden": told by hearsay.
  if (near.some(cue => cue.effect === 'probable' && is(cue.from, 'hearsay'))) status = 'possible';
  if (has('planned')) status = 'planned';
  if (has('advised')) status = mustHelp() ? 'planned' : 'advised';
  if (has('possible', 'attempt', 'hypothetical')) {
    if (rule.negated !== true || !has('possible')) {
      status = 'possible';
      certainty = 'possible';
    }
  }
  if (has('unknown')) {
    status = 'unknown';
    certainty = 'unknown';
  }
  if ((status === 'planned' || status === 'ongoing') && isConsequence()) {
    status = 'possible';
    certainty = 'possible';
  }
  if (status === 'occurred' && isOwed()) status = 'advised';
  if (status === 'planned' && certainty === 'certain') certainty = 'probable';
  if (asksWhether()) {
    status = 'unknown';
    certainty = 'unknown';
  }
  if (asksFirst()) {
    status = 'possible';
    certainty = 'possible';
  }
  if (status === 'ongoing' && (TELLING.has(rule.type) || (isHeadline() && !LASTING.has(rule.type))))
    status = 'occurred';
  if (governed !== null && governed !== 'negated') {
    status = governed;
    certainty = governed === 'possible' ? 'possible' : governed === 'unknown' ? 'unknown' : certainty;
  }
  if (rule.negated === true && status === 'possible' && !has('attempt', 'hypothetical')) status = 'ongoing';
  if (rule.negated === true && status === 'occurred' && governed === null && isPresentModal()) status = 'ongoing';
  if (status === 'ongoing' && isImpossible() && !has('ongoing')) status = 'occurred';
  if (negated && status === 'ongoing') status = 'occurred';
  return { polarity: negated ? 'negated' : 'affirmed', certainty, status };

  /** "Of er gegevens zijn gestolen, is niet duidelijk": an indirect question. */
  function asksWhether(): boolean {
    if (clause === undefined || clause.opening !== 'subordinate' || clause.finite < 0) return false;
    return is(clause.from, 'whether') && tagAt(clause.from) === 'subordinator';
  }

  /** "Thuiswerken is NIET MOGELIJK", "heeft GEEN TOEGANG": told as what came of it, without a word of how long it lasts. */
  function isImpossible(): boolean {
    if (rule.type !== 'disrupt' || isPresentModal()) return false;
    if (consumed >= 0) return true;
    for (let i = trigger.from; i < trigger.to; i += 1) if ((document.words[i] ?? 0) & NEGATION) return true;
    return false;
  }

  /** "Een update moet het lek DICHTEN": what a remedy has to do is its aim, nobody's duty. */
  function mustHelp(): boolean {
    const { subject } = trigger.grammar;
    if (subject === null || trigger.grammar.passive) return false;
    return (
      ((document.nouns[subject.head] ?? 0) & REMEDY) !== 0 || (subject.pronoun && is(subject.head, 'thingPronouns'))
    );
  }

  /** "BLIJFT gesloten": a state that somebody made and that goes on. */
  function staysSo(): boolean {
    if (tagAt(trigger.anchor) !== 'participle') return false;
    for (let i = sentence.from; i < sentence.to; i += 1) if (own(i) && is(i, 'stays')) return true;
    return false;
  }

  /** "ALS de leverancier niets doet, gaat het systeem uit": what only follows if a condition is met. */
  function isConsequence(): boolean {
    if (clause === undefined || clause.opening !== 'main' || rule.content !== undefined) return false;
    if (TELLING.has(rule.type)) return false;
    return sentence.clauses.some(
      one =>
        (one.parent === clause.id || one.id === clause.parent) &&
        (one.opening === 'subordinate' || one.opening === 'main') &&
        one.finite >= 0 &&
        is(one.from, one.opening === 'subordinate' ? 'conditions' : 'invertedConditions'),
    );
  }

  /** "zei dat klanten hun wachtwoord MOESTEN wijzigen": a duty that was told of. */
  function isOwed(): boolean {
    if (clause === undefined || tagAt(trigger.anchor) !== 'infinitive') return false;
    // "that it HAD TO close": the duty stands before the clause of its infinitive.
    const split = clause.opening === 'infinitive' && is(clause.from - 1, 'pastDuties');
    const content = split ? sentence.clauses[clause.parent] : clause;
    if (content?.opening !== 'subordinate' || !isOf(document, language.groups, content.from, 'that')) return false;
    if (split || !pluralIsInfinitive) return split;
    for (let i = clause.from; i < clause.to; i += 1) if (own(i) && is(i, 'pastDuties')) return true;
    return false;
  }

  /** "adviseert klanten zo snel mogelijk te patchen": what stands behind a governing verb is about its content. */
  function belongsToContent(cue: CueFound): boolean {
    return (
      rule.content !== undefined &&
      trigger.start.by === 'verb' &&
      cue.from > trigger.anchor &&
      (cue.effect === 'planned' || cue.effect === 'possible' || cue.effect === 'advised' || cue.effect === 'ongoing')
    );
  }

  /** "threatened to publish STOLEN files": what only describes a noun is told of as such, unless a cue stands beside it. */
  function besideDescription(cue: CueFound): boolean {
    return tagAt(trigger.anchor) === 'attributive' && cue.to !== trigger.from && cue.from !== trigger.to;
  }

  /** "Wordt er niet betaald, dan …": a clause that begins with its verb and on which another follows is a condition. */
  function asksFirst(): boolean {
    if (!language.source.grammar.verbFinal || clause === undefined || clause.opening !== 'main') return false;
    if (clause.finite !== sentence.from || clause.finite !== clause.from) return false;
    const next = sentence.clauses.find(one => one.opening === 'main' && one.from >= clause.to);
    return next !== undefined && tagAt(next.from - 1) === 'comma' && next.finite >= 0;
  }

  /** "can no longer log in": a modal of the present in the clause. */
  function isPresentModal(): boolean {
    let present = false;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      if (!own(i) || tagAt(i) !== 'auxiliary') continue;
      if (is(i, 'pastAuxiliaries') || is(i, 'pastModals')) return false;
      if ((document.words[i] ?? 0) & MODAL) present = true;
    }
    return present;
  }

  /** A headline tells what was done in the present tense. */
  function isHeadline(): boolean {
    const last = sentence.to - 1;
    const next = document.tokens.shape[sentence.to] ?? 0;
    return (
      tagAt(last) !== 'break' && tagAt(last) !== 'quote' && (next & PARAGRAPH) !== 0 && sentence.to - sentence.from < 16
    );
  }

  /** A negation between two triggers of one clause belongs to the nearer. */
  function ownedByOther(cue: CueFound): boolean {
    if (!is(cue.from, 'negativeDeterminers')) return false;
    const phrase = sentence.phrases.find(one => one.from <= cue.from && cue.from < one.to);
    if (phrase === undefined) return false;
    if (trigger.start.by === 'noun')
      return !(phrase.from <= trigger.anchor && trigger.anchor < phrase.to) && phrase.clause !== trigger.clause;
    return false;
  }

  function reaches(cue: CueFound): boolean {
    // "het (MOGELIJK) lekken van gegevens": a word in brackets is about the next one.
    if (isBracketed(cue)) return trigger.from === cue.to + 1;
    // "wil DAT": a wish that ends with the word which opens what is wished.
    const opens = cue.effect === 'unknown' || (cue.effect === 'advised' && is(cue.to - 1, 'that'));
    if (own(cue.from) || (opens && own(cue.to - 1))) {
      if (cue.reach === 'after') return cue.to <= trigger.anchor || cue.from < trigger.anchor;
      if (cue.reach === 'before') return trigger.anchor < cue.from;
      return !blocked(cue);
    }
    // "too early to say IF": what leaves a question open can reach into the clauses of its last words.
    const places = cue.effect === 'unknown' ? [cue.from, cue.to - 1] : [cue.from];
    const cueClauses = places.map(i => sentence.clauseOf[i - sentence.from] ?? -1);
    if (clause === undefined) return false;
    // "Na weken van ONTKENNEN gaf de school toe dat …": a noun says nothing of what the verb behind it governs.
    if (cue.effect === 'negates' && tagAt(cue.from) === 'infinitive' && tagAt(cue.from - 1) === 'preposition')
      return false;
    // "WIE de bestanden lekte, is een raadsel": a question that stands before the clause which leaves it open.
    if (
      cue.effect === 'unknown' &&
      cue.from > trigger.to &&
      cueClauses.some(id => sentence.clauses[id]?.parent === trigger.clause)
    )
      return asksWho();
    // A governing clause's hedge, plan or question reaches into its content.
    // What is coordinated with content without a verb of its own shares what governs it.
    const content =
      clause.opening === 'coordinate' && clause.finite < 0 ? (sentence.clauses[clause.parent] ?? clause) : clause;
    if (
      cueClauses.includes(content.parent) &&
      (content.opening === 'subordinate' || content.opening === 'infinitive') &&
      cue.from < trigger.from
    ) {
      return (
        cue.reach === 'after' ||
        (cue.effect === 'attempt' && content.opening === 'infinitive') ||
        (cue.effect === 'unknown' && !asksHow()) ||
        cue.effect === 'probable' ||
        (cue.effect === 'possible' &&
          (content.opening === 'infinitive' ||
            (!isReason(content) && (takesContent(cue) || isImpersonal(content.parent)))))
      );
    }
    return (
      clause.opening === 'coordinate' &&
      cueClauses.includes(clause.parent) &&
      clause.finite < 0 &&
      cue.from < trigger.from
    );
  }

  /** "…, OMDAT de servers zijn uitgeschakeld": a clause that another word opens than what is said or asked. */
  function isReason({ from }: Clause): boolean {
    return tagAt(from) === 'subordinator' && !is(from, 'contentOpeners');
  }

  function isBracketed({ from, to }: CueFound): boolean {
    return from > sentence.from && tokenText(document, from - 1) === '(' && tokenText(document, to) === ')';
  }

  /** "onduidelijk HOE ze binnenkwamen": only the manner is open, not whether it happened. */
  function asksHow(): boolean {
    return clause !== undefined && is(clause.from, 'manner') && !is(clause.from + 1, 'amounts');
  }

  function asksWho(): boolean {
    return clause !== undefined && clause.from === sentence.from && is(clause.from, 'contentOpeners') && !asksHow();
  }

  /** "kan niet uitsluiten dat", "houdt er rekening mee dat": more than a modal verb of the governing clause. */
  function takesContent(cue: CueFound): boolean {
    return cue.to - cue.from > 1 || tagAt(cue.from) !== 'auxiliary';
  }

  /** "Het zou kunnen dat …", "it is possible that …": nobody does what the governing clause tells. */
  function isImpersonal(id: number): boolean {
    return (sentence.inClause[id] ?? []).every(phrase => phrase.pronoun && is(phrase.head, 'neuterPronouns'));
  }

  /** A noun phrase's own negation ("geen enkele server") reaches its verb; a trigger noun's modal does not need its verb. */
  function blocked(cue: CueFound): boolean {
    if (cue.effect === 'negates' && cue.from > trigger.anchor && (contrasts(cue.from) || negatesContent(cue.from)))
      return true;
    if (cue.effect === 'negates' && trigger.start.by === 'noun') {
      const bits = document.words[cue.from] ?? 0;
      if (bits & NEGATION && is(cue.from, 'verbalNegations') && clause !== undefined && clause.finite >= 0)
        return definite() && trigger.grammar.light < 0 && !isSubject();
    }
    return false;
  }

  /** "wat hinderen, maar niet ernstig": what stands behind "maar" does not reach back. */
  function contrasts(at: number): boolean {
    return at > sentence.from && tagAt(at - 1) === 'coordinator' && is(at - 1, 'but');
  }

  /** "raadt aan niet te klikken": the negation belongs to the infinitive that follows. */
  function negatesContent(at: number): boolean {
    if (tagAt(trigger.anchor) === 'infinitive' && rule.content === undefined) return false;
    for (let i = at + 1; i < sentence.to; i += 1) {
      if (!own(i)) continue;
      if (tagAt(i) === 'to') return true;
      if (tagAt(i) === 'finite' || tagAt(i) === 'auxiliary') return false;
    }
    return false;
  }

  function definite(): boolean {
    return is(Math.max(sentence.from, trigger.from - 1), 'definiteNouns');
  }

  function isSubject(): boolean {
    return clause !== undefined && trigger.from < clause.finite;
  }

  function baseStatus(): Status {
    const anchor = trigger.anchor;
    const tag = tagAt(anchor);
    let future = false;
    let past = false;
    let present = false;
    let perfect = false;
    let become = false;
    let progressive = false;
    // A coordinated verb without an auxiliary shares that of the clause before: "heeft X gedaan en Y ingelicht".
    const verbs =
      clause !== undefined && clause.finite < 0 && clause.opening === 'coordinate' ? clause.parent : trigger.clause;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      if (sentence.clauseOf[i - sentence.from] !== verbs) continue;
      const here = tagAt(i);
      if (here !== 'auxiliary' && here !== 'finite') continue;
      const bits = document.words[i] ?? 0;
      if (bits & FUTURE && !is(i, 'weakFuture') && tag !== 'finite') future = true;
      if (bits & PAST && !(bits & PRESENT)) past = true;
      if (here === 'finite' && bits & PAST) past = true;
      if (here === 'finite' && bits & PRESENT && !(bits & PAST)) present = true;
      if (bits & (HAVE | BE) && is(i, 'pastAuxiliaries')) perfect = true;
      if (bits & (BECOME | BE) && is(i, 'becoming')) become = true;
      if (here === 'auxiliary' && is(i, 'progressives') && tagAt(i + 1) === 'gerund') progressive = true;
    }
    if (future) return 'planned';
    if (trigger.start.by === 'verb') {
      if (tag === 'attributive') return 'occurred';
      if (tag === 'participle') return become && !past ? 'ongoing' : 'occurred';
      if (tag === 'finite') {
        const bits = document.words[anchor] ?? 0;
        return bits & PAST ? 'occurred' : isImperative() ? 'advised' : 'ongoing';
      }
      if (tag === 'gerund') return isProgressive() ? 'ongoing' : 'occurred';
      if (tag === 'infinitive') return infinitiveStatus();
      // "gaat na": a verb that is also an auxiliary, with its particle.
      if (tag === 'auxiliary') return past ? 'occurred' : 'ongoing';
      return 'occurred';
    }
    if (LASTING.has(rule.type) && !past && (progressive || (become && !perfect))) return 'ongoing';
    if (trigger.start.by === 'phrase' && !past && (standsNow() || become)) return 'ongoing';
    if (past || perfect) return 'occurred';
    if (trigger.start.by === 'phrase' && present) return 'ongoing';
    return 'occurred';
  }

  /** "The portal is down": a state told with a present form of to be. */
  function standsNow(): boolean {
    let now = false;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      if (!own(i)) continue;
      if (tagAt(i) === 'participle') return false;
      if (tagAt(i) === 'auxiliary' && is(i, 'progressives')) now = true;
    }
    return now;
  }

  /** A purpose of something that was done was reached; of something that is being done it is planned; a bare one is an order. */
  function infinitiveStatus(): Status {
    if (clause?.opening === 'infinitive') return governorIsPast(clause.parent) ? 'occurred' : 'planned';
    // "Met de AIVD bekijken de diensten …": the only verb of its clause, in the plural.
    if (
      pluralIsInfinitive &&
      clause !== undefined &&
      clause.finite < 0 &&
      tagAt(trigger.anchor - 1) !== 'to' &&
      clause.opening !== 'coordinate'
    )
      return tagAt(trigger.anchor - 1) === 'determiner' || tagAt(trigger.anchor - 1) === 'preposition'
        ? 'occurred'
        : 'ongoing';
    const first = sentence.phrases.some(phrase => phrase.clause === trigger.clause && phrase.to <= trigger.from);
    return imperativeIsInfinitive && !first && tagAt(trigger.anchor - 1) !== 'to' && clause?.finite === -1
      ? 'advised'
      : 'occurred';
  }

  function governorIsPast(parent: number): boolean {
    for (let id = parent, depth = 0; id >= 0 && depth < 6; depth += 1) {
      for (let i = sentence.from; i < sentence.to; i += 1) {
        if (sentence.clauseOf[i - sentence.from] !== id) continue;
        const here = tagAt(i);
        if (here !== 'finite' && here !== 'auxiliary') continue;
        const bits = document.words[i] ?? 0;
        if (bits & PAST && !(bits & PRESENT && here === 'finite' && pluralIsInfinitive)) return true;
        if (is(i, 'pastAuxiliaries')) return true;
        return false;
      }
      id = sentence.clauses[id]?.parent ?? -1;
    }
    return false;
  }

  /** A finite imperative: the verb opens its clause and has no subject: "Blokkeer dan het verkeer". */
  function isImperative(): boolean {
    return (
      !imperativeIsInfinitive &&
      clause !== undefined &&
      trigger.anchor === clause.from &&
      clause.opening === 'main' &&
      trigger.grammar.subject === null
    );
  }

  /** "is investigating": the auxiliary before a gerund makes it go on. */
  function isProgressive(): boolean {
    for (let i = trigger.anchor - 1; i >= sentence.from && i > trigger.anchor - 4; i -= 1)
      if (tagAt(i) === 'auxiliary') return is(i, 'progressives');
    return false;
  }
}
