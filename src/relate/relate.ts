import { endsLike, isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { nounBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Mentions, Named } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { type ActionType, PHASE_OF, type Phase } from '../model/trigger.ts';
import type { Argument, Discourse } from './arguments.ts';
import { citedFor, voiceOf, withoutTellers } from './attribution.ts';
import type { Context } from './context.ts';
import { type Factuality, factualityOf, findCues } from './factuality.ts';
import { mainOrganisation, victimOf, wasHit, withInferred } from './inferred.ts';
import { mapMentions } from './mention-map.ts';
import { type Reference, referencesIn } from './references.ts';
import { fillRoles } from './roles.ts';
import type { Sentence } from './sentence.ts';
import { type CitedSource, findSources, isContent, type SourceFound } from './sources.ts';
import { isApposed } from './subjects.ts';
import { parseSentence, sentenceBounds } from './syntax.ts';
import { findTriggers, type TriggerFound } from './triggers.ts';
import { dateFor, isAhead, type When } from './when.ts';

/** What the sentences of an article say about its mentions. */
export interface Related {
  /** In text order, with ids e1, e2 … */
  readonly actions: readonly Action[];
  /** Where an organisation is meant without its name. */
  readonly references: readonly Reference[];
}

/** An action with its arguments, date, factuality and sources; spans in UTF-16. */
export interface Action extends Factuality {
  readonly id: string;
  readonly type: ActionType;
  readonly phase: Phase;
  readonly trigger: Span & { readonly lemma: string };
  readonly actors: readonly Argument[];
  readonly targets: readonly Argument[];
  readonly recipients: readonly Argument[];
  readonly instruments: readonly Argument[];
  readonly affected: readonly Argument[];
  readonly date: When | null;
  readonly sources: readonly CitedSource[];
  readonly contentOf: string | null;
  readonly sentence: Span;
  readonly rule: string;
}

/** Nouns of several people, for whom "they" can stand. */
const PEOPLE = nounBits('people', 'attacker', 'expert', 'suspect');
const ORGANISATION = nounBits('organisation');
const FLAW = nounBits('flaw');
/** Types whose actor is the source of what is advised. */
const ADVISES: ReadonlySet<ActionType> = new Set<ActionType>(['advise', 'order', 'warn']);
/** Types whose actor is the source of what a clause behind them says: "zag dat …", "no evidence that …". */
const FINDS: ReadonlySet<ActionType> = new Set<ActionType>([
  'detect',
  'disclose',
  'warn',
  'notify',
  'claim',
  'criticise',
]);
/** For how many sentences a speaker is the one whose quote goes on. */
const CARRIED = 2;

/** A sentence that was read, with its triggers and sources. */
interface Read {
  readonly sentence: Sentence;
  readonly triggers: readonly TriggerFound[];
  readonly sources: readonly SourceFound[];
}

/** Relate what was found: actions with arguments, date, factuality and sources; nouns and pronouns that point back. */
export function relate(document: Document, mentions: Mentions, language: CompiledLanguage): Related {
  const map = mapMentions(document, mentions);
  const main = mainOrganisation(mentions.organisations);
  const discourse: Discourse = {
    organisations: [],
    persons: [],
    groups: [],
    flaws: [],
    voice: null,
    victim: main,
    hit: main !== null && wasHit('restore', main),
  };
  const context: Context = { document, language, map, mentions, discourse };
  const told = mentions.organisations
    .flatMap(named => named.mentions.map(span => ({ named, span, subject: false })))
    .toSorted((a, b) => a.span.start - b.span.start);
  const persons = mentions.persons.map(person => ({ person, span: person }));
  let nextTold = 0;
  let nextPerson = 0;
  const actions: Action[] = [];
  const references: Reference[] = [];
  /** The organisation that was the subject of the sentence before. */
  let topic: Named | null = null;
  /** The sentence that waits until it is known who is cited in the next. */
  let pending: Read | null = null;
  let last: readonly SourceFound[] = [];
  let since = 0;
  const bounds = sentenceBounds(document);
  for (let s = 0; s + 1 < bounds.length; s += 1) {
    const to = bounds[s + 1] ?? 1;
    const end = document.tokens.end[to - 1] ?? 0;
    const sentence = parseSentence(document, map, language, bounds[s] ?? 0, to);
    const subjects = subjectSpans(sentence);
    for (; nextTold < told.length && (told[nextTold]?.span.start ?? Number.POSITIVE_INFINITY) < end; nextTold += 1) {
      const one = told[nextTold];
      if (one !== undefined) discourse.organisations.push({ ...one, subject: subjects.has(one.span.from) });
    }
    for (
      ;
      nextPerson < persons.length && (persons[nextPerson]?.span.start ?? Number.POSITIVE_INFINITY) < end;
      nextPerson += 1
    ) {
      const one = persons[nextPerson];
      if (one !== undefined) discourse.persons.push(one);
    }
    for (const phrase of sentence.phrases) {
      const named = phrase.named.find(one => one.of === 'vulnerability') ?? null;
      if (
        !phrase.pronoun &&
        !isApposed(sentence, phrase) &&
        (named !== null || ((document.nouns[phrase.head] ?? 0) & FLAW) !== 0)
      ) {
        const start = document.tokens.start[phrase.core] ?? 0;
        const end = document.tokens.end[phrase.to - 1] ?? start;
        const name = named?.name ?? document.text.slice(start, end).replaceAll(/\s+/g, ' ');
        discourse.flaws.push({ name, named, span: { start, end } });
      }
      if (phrase.pronoun || phrase.person || phrase.named.length > 0) continue;
      const classes = document.nouns[phrase.head] ?? 0;
      const several = endsLike(language.source, 'pluralNounEndings', tokenText(document, phrase.head));
      if ((classes & PEOPLE) === 0 && ((classes & ORGANISATION) === 0 || !several)) continue;
      const span = { start: document.tokens.start[phrase.core] ?? 0, end: document.tokens.end[phrase.to - 1] ?? 0 };
      const name = document.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
      discourse.groups.push({ name, span, subject: subjects.has(phrase.head) });
    }
    const pointing = referencesIn(context, sentence, topic);
    for (const one of pointing.found) references.push(one);
    topic = pointing.topic;
    const triggers = findTriggers(document, sentence, map, language);
    const sources = findSources(document, sentence, map, language, discourse);
    if (pending !== null) relateSentence(pending, sources);
    pending = { sentence, triggers, sources };
  }
  if (pending !== null) relateSentence(pending, []);
  return { actions, references };

  /** First tokens of phrases that stand before their clause's finite verb. */
  function subjectSpans(sentence: Sentence): Set<number> {
    const found = new Set<number>();
    for (const phrase of sentence.phrases) {
      const finite = sentence.clauses[phrase.clause]?.finite ?? -1;
      if (phrase.preposition < 0 && finite >= 0 && phrase.head < finite)
        for (let i = phrase.from; i < phrase.to; i += 1) found.add(i);
    }
    return found;
  }

  function relateSentence({ sentence, triggers, sources }: Read, next: readonly SourceFound[]): void {
    const speakers = { last: since < CARRIED ? last : [], next };
    since += 1;
    if (sources.length > 0) {
      last = sources;
      since = 0;
    }
    if (triggers.length === 0) return;
    const cues = findCues(document, sentence, language);
    const first = actions.length;
    const span: Span = {
      start: document.tokens.start[sentence.from] ?? 0,
      end: document.tokens.end[sentence.to - 1] ?? 0,
    };
    const ids = new Map<TriggerFound, string>();
    triggers.forEach((trigger, index) => {
      ids.set(trigger, `e${first + index + 1}`);
    });
    const idOf = (one: TriggerFound | null): string | null => (one === null ? null : (ids.get(one) ?? null));
    for (const trigger of triggers) {
      const container = containerOf(sentence, triggers, trigger);
      const content = container?.start.rule.rule.content ?? null;
      const facts = underNoEvidence(
        sentence,
        trigger,
        factualityOf(document, sentence, language, trigger, cues, content),
        actions.slice(first),
      );
      const cited = citedFor(context, sentence, sources, trigger, speakers);
      const warner = warnerOf(triggers, trigger);
      if (warner !== null && cited.length === 0)
        for (const actor of actions.slice(first).find(action => action.id === ids.get(warner))?.actors ?? [])
          cited.push({ ...actor, stance: 'states', for: null });
      if (container !== null && ADVISES.has(container.start.rule.rule.type)) {
        const adviser = actions.slice(first).find(action => action.id === ids.get(container));
        for (const actor of adviser?.actors ?? [])
          if (!cited.some(one => one.name === actor.name))
            cited.push({ ...actor, how: actor.how, stance: 'states', for: null });
      }
      const teller = tellerOf(sentence, triggers, trigger);
      if (teller !== null && cited.length === 0)
        for (const actor of actions.slice(first).find(action => action.id === ids.get(teller))?.actors ?? [])
          if (actor.kind === 'organisation' || actor.kind === 'person' || actor.kind === 'group')
            cited.push({ ...actor, stance: 'states', for: null });
      const { rule } = trigger.start.rule;
      discourse.voice = voiceOf(context, cited);
      const roles = withInferred(
        context,
        sentence,
        trigger,
        fillRoles(context, sentence, trigger, container),
        facts,
        cited,
        container,
      );
      const date = dateFor(context, sentence, trigger, container, isOpen(facts));
      const victim = victimOf(context, rule.type, roles, facts);
      if (victim !== null) {
        discourse.hit = wasHit(rule.type, victim) || (discourse.hit && victim === discourse.victim);
        discourse.victim = victim;
      }
      actions.push({
        id: ids.get(trigger) ?? '',
        type: rule.type,
        phase: PHASE_OF[rule.type],
        trigger: {
          start: document.tokens.start[trigger.from] ?? 0,
          end: document.tokens.end[trigger.to - 1] ?? 0,
          lemma: lemmaOf(trigger),
        },
        actors: roles.actor,
        targets: roles.target,
        recipients: roles.recipient,
        instruments: roles.instrument,
        affected: roles.affected,
        date,
        ...(facts.status === 'ongoing' && isAhead(context, date)
          ? { ...facts, status: 'planned' as const, certainty: 'probable' as const }
          : facts),
        sources: withoutTellers(rule.type, cited, roles.actor),
        contentOf: idOf(container ?? claimOf(sentence, triggers, trigger)),
        sentence: span,
        rule: rule.id,
      });
    }
  }

  /** Whether something is told that has not happened, or not yet. */
  function isOpen({ status }: Factuality): boolean {
    return status === 'planned' || status === 'advised' || status === 'possible';
  }

  /** "Geen aanwijzingen dat …": what was not found out is told as not so, but nobody knows. */
  function underNoEvidence(
    sentence: Sentence,
    trigger: TriggerFound,
    facts: Factuality,
    own: readonly Action[],
  ): Factuality {
    const clause = sentence.clauses[trigger.clause];
    if (clause === undefined || (clause.opening !== 'subordinate' && clause.opening !== 'relative')) return facts;
    const sought = own.findLast(
      action =>
        action.type === 'detect' &&
        action.polarity === 'negated' &&
        action.trigger.end <= (document.tokens.start[clause.from] ?? 0) + 1,
    );
    return sought === undefined ? facts : { polarity: 'negated', certainty: 'probable', status: 'unknown' };
  }

  function lemmaOf(trigger: TriggerFound): string {
    const { start } = trigger;
    if (start.by !== 'verb')
      return document.text
        .slice(document.tokens.start[trigger.from], document.tokens.end[trigger.to - 1])
        .toLowerCase();
    const forms = language.verbs.forms.get(document.tokens.id[trigger.anchor] ?? 0) ?? [];
    const wanted = (start.rule.rule.verbs ?? []).map(verb => verb.replace('|', ''));
    const base =
      forms.find(form => wanted.some(verb => verb.endsWith(form.lemma) || verb.startsWith(form.lemma)))?.lemma ??
      tokenText(document, trigger.anchor).toLowerCase();
    return wanted.find(verb => verb.endsWith(base) || verb.startsWith(`${base} `)) ?? base;
  }

  /** Who found or told what the clause of a trigger says: "Proofpoint zag dat een groep …". */
  function tellerOf(sentence: Sentence, triggers: readonly TriggerFound[], trigger: TriggerFound): TriggerFound | null {
    for (let below = sentence.clauses[trigger.clause]; below !== undefined; below = sentence.clauses[below.parent]) {
      const { parent, from } = below;
      if (!isContent(document, sentence, language, below)) continue;
      const teller = triggers.findLast(
        other =>
          other.clause === parent &&
          other.anchor < from &&
          (FINDS.has(other.start.rule.rule.type) || shows(other, from)),
      );
      if (teller !== undefined) return teller;
    }
    return null;
  }

  /** "waarschuwt voor PHISHING": who warns says that what the warning names is so. */
  function warnerOf(triggers: readonly TriggerFound[], trigger: TriggerFound): TriggerFound | null {
    if (trigger.start.by !== 'noun') return null;
    return (
      triggers.findLast(
        other =>
          other.clause === trigger.clause && other.anchor < trigger.anchor && other.start.rule.rule.type === 'warn',
      ) ?? null
    );
  }

  /** "Uit ONDERZOEK van X blijkt DAT …": an investigation that found something out, not one that asks. */
  function shows({ start }: TriggerFound, from: number): boolean {
    return (
      start.by !== 'verb' && start.rule.rule.type === 'investigate' && isOf(document, language.groups, from, 'that')
    );
  }

  /** "ordered an INVESTIGATION", "maant tot het INSTALLEREN van …": a noun that is what somebody orders or urges to. */
  function isOrdered(sentence: Sentence, container: TriggerFound, trigger: TriggerFound, infinitive: boolean): boolean {
    const phrase = sentence.phrases.find(one => one.from <= trigger.anchor && trigger.anchor < one.to);
    if (phrase === undefined || phrase.from < container.anchor || (trigger.start.by === 'verb' && !infinitive))
      return false;
    if (phrase.preposition >= 0) return isOf(document, language.groups, phrase.preposition, 'towards');
    return container.start.rule.rule.type === 'order' && container.grammar.objects.includes(phrase);
  }

  /** The claim whose content a trigger is; what is claimed is told as true or not by its own words. */
  function claimOf(sentence: Sentence, triggers: readonly TriggerFound[], trigger: TriggerFound): TriggerFound | null {
    const isClaim = (other: TriggerFound, clause: number): boolean =>
      other !== trigger &&
      other.clause === clause &&
      other.start.rule.rule.type === 'claim' &&
      other.to <= trigger.anchor &&
      other.start.by === 'verb';
    if (trigger.start.by !== 'verb') return null;
    const own = triggers.findLast(other => isClaim(other, trigger.clause));
    if (own !== undefined) return own;
    for (let below = sentence.clauses[trigger.clause]; below !== undefined; below = sentence.clauses[below.parent]) {
      const { parent } = below;
      if (below.opening !== 'coordinate' && !isContent(document, sentence, language, below)) return null;
      const claim = triggers.findLast(other => isClaim(other, parent));
      if (claim !== undefined) return claim;
    }
    return null;
  }

  /** The action whose content a trigger is: an advice, order, plan or decision that governs it. */
  function containerOf(
    sentence: Sentence,
    triggers: readonly TriggerFound[],
    trigger: TriggerFound,
  ): TriggerFound | null {
    const clause = sentence.clauses[trigger.clause];
    if (clause === undefined) return null;
    const tag = sentence.tags[trigger.anchor - sentence.from];
    const infinitive = tag === 'infinitive';
    const candidates = triggers.filter(
      other => other !== trigger && other.start.rule.rule.content !== undefined && other.anchor < trigger.anchor,
    );
    const own = candidates.findLast(
      other =>
        other.clause === trigger.clause &&
        ((infinitive && sentence.tags[trigger.anchor - 1 - sentence.from] === 'to') ||
          sentence.tags[trigger.anchor - sentence.from] === 'gerund'),
    );
    if (own !== undefined) return own;
    const ordered = candidates.findLast(
      other =>
        other.clause === trigger.clause &&
        other.start.rule.rule.content === 'advised' &&
        isOrdered(sentence, other, trigger, infinitive),
    );
    if (ordered !== undefined) return ordered;
    // What is coordinated with content is content: "adviseert te patchen en te controleren".
    let content = clause;
    for (let up = clause; up.opening === 'coordinate' && up.parent >= 0; ) {
      const next = sentence.clauses[up.parent];
      if (next === undefined) break;
      content = next;
      up = next;
    }
    if (content !== clause && clause.finite < 0 && (infinitive || tag === 'gerund')) {
      const shared = candidates.findLast(other => other.clause === content.id);
      if (shared !== undefined) return shared;
    }
    if (content.opening !== 'infinitive' && content.opening !== 'subordinate') return null;
    let parent = content.parent;
    for (let depth = 0; parent >= 0 && depth < 4; depth += 1) {
      const governing = candidates.findLast(other => other.clause === parent);
      if (governing !== undefined) return governing;
      const up = sentence.clauses[parent];
      if (up === undefined || (up.opening !== 'infinitive' && up.opening !== 'coordinate' && up.opening !== 'relative'))
        break;
      parent = up.parent;
    }
    return null;
  }
}
