import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { nounBits, PARTICIPANT, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { DateFound, Mentions, Named } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { type ActionType, PHASE_OF, type Phase, type Role } from '../model/trigger.ts';
import { type Argument, argumentOf, type Discourse, withCoordinated } from './arguments.ts';
import { type Factuality, factualityOf, findCues } from './factuality.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { mapMentions } from './mention-map.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { type CitedSource, findSources, type SourceFound } from './sources.ts';
import { parseSentence } from './syntax.ts';
import { findTriggers, type TriggerFound } from './triggers.ts';

/** How an action lies to its date. */
export type Relation = 'at' | 'since' | 'until' | 'before' | 'after';

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
  /** Index of the date among the article's dates, and how the action lies to it. */
  readonly date: { readonly index: number; readonly relation: Relation } | null;
  readonly sources: readonly CitedSource[];
  readonly contentOf: string | null;
  readonly sentence: Span;
  readonly rule: string;
}

/** Nouns of several people, for whom "they" can stand. */
const PEOPLE = nounBits('people', 'attacker', 'expert', 'suspect');
const BECOME_OR_BE = wordBits('be', 'become');

/** Types of which the "van/of" phrase is who does it; of the others it is what it is done to. */
const OF_IS_ACTOR: ReadonlySet<ActionType> = new Set<ActionType>([
  'warn',
  'advise',
  'order',
  'investigate',
  'notify',
  'criticise',
  'claim',
  'release-patch',
  'consult',
  'extort',
  'monitor',
  'attribute',
  'press-charges',
]);
/** Agentless acts of an owner: whoever reports it, or at whom it happened, did it. */
const OWNERS_ACT: ReadonlySet<ActionType> = new Set<ActionType>([
  'take-offline',
  'block',
  'restore',
  'mitigate',
  'fall-back',
  'activate-crisis',
  'stop-use',
  'continue-use',
]);
/** Types whose actor is the source of what is advised. */
const ADVISES: ReadonlySet<ActionType> = new Set<ActionType>(['advise', 'order', 'warn']);
/** Types of which a fixed phrase tells the state of its subject: "the site is back online". */
const STATES: ReadonlySet<ActionType> = new Set<ActionType>(['take-offline', 'restore', 'disrupt', 'block']);
/** Types that befall their subject when nobody is told to do them: "het systeem haperde". */
const BEFALLS: ReadonlySet<ActionType> = new Set<ActionType>(['restore', 'disrupt', 'infect', 'leak-data']);
/** Types whose recipient is the one who is told. */
const TELLS: ReadonlySet<ActionType> = new Set<ActionType>(['warn', 'advise', 'order', 'notify', 'press-charges']);

/**
 * Relate what was found: actions with arguments, date, factuality and sources.
 *
 * @returns actions in text order, with ids e1, e2 …
 */
export function relate(document: Document, mentions: Mentions, language: CompiledLanguage): Action[] {
  const map = mapMentions(document, mentions);
  const discourse: Discourse = { organisations: [], persons: [], groups: [], voice: null };
  const told = mentions.organisations
    .flatMap(named => named.mentions.map(span => ({ named, span, subject: false })))
    .toSorted((a, b) => a.span.start - b.span.start);
  const persons = mentions.persons.map(person => ({ person, span: person }));
  let nextTold = 0;
  let nextPerson = 0;
  const actions: Action[] = [];
  let speaker: CitedSource[] = [];
  for (let s = 0; s + 1 < document.sentences.length; s += 1) {
    const end = document.tokens.end[(document.sentences[s + 1] ?? 1) - 1] ?? 0;
    const sentence = parseSentence(document, map, language, s);
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
      if (phrase.pronoun || phrase.person || phrase.named.length > 0) continue;
      if (((document.nouns[phrase.head] ?? 0) & PEOPLE) === 0) continue;
      const span = { start: document.tokens.start[phrase.core] ?? 0, end: document.tokens.end[phrase.to - 1] ?? 0 };
      const name = document.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
      discourse.groups.push({ name, span, subject: subjects.has(phrase.head) });
    }
    const triggers = findTriggers(document, sentence, map, language);
    const sources = findSources(document, sentence, map, language, discourse);
    if (triggers.length > 0) relateSentence(sentence, triggers, sources);
    if (sources.length > 0) speaker = sources.map(one => one.source);
  }
  return actions;

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

  function relateSentence(
    sentence: Sentence,
    triggers: readonly TriggerFound[],
    sources: readonly SourceFound[],
  ): void {
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
    for (const trigger of triggers) {
      const container = containerOf(sentence, triggers, trigger);
      const content = container?.start.rule.rule.content ?? null;
      const facts = underNoEvidence(
        sentence,
        trigger,
        factualityOf(document, sentence, language, trigger, cues, content),
        actions.slice(first),
      );
      const cited = citedFor(sentence, sources, trigger);
      if (container !== null && ADVISES.has(container.start.rule.rule.type)) {
        const adviser = actions.slice(first).find(action => action.id === ids.get(container));
        for (const actor of adviser?.actors ?? [])
          if (!cited.some(one => one.name === actor.name))
            cited.push({ ...actor, how: actor.how, stance: 'states', for: null });
      }
      discourse.voice = voiceOf(cited);
      const roles = fillRoles(sentence, trigger, cited, container);
      const { rule } = trigger.start.rule;
      actions.push({
        id: ids.get(trigger) ?? '',
        type: rule.type,
        phase: PHASE_OF[rule.type],
        trigger: {
          start: document.tokens.start[trigger.from] ?? 0,
          end: document.tokens.end[trigger.to - 1] ?? 0,
          lemma: lemmaOf(trigger),
        },
        ...roles,
        date: dateFor(sentence, trigger),
        ...facts,
        sources: cited,
        contentOf: container === null || content === null ? null : (ids.get(container) ?? null),
        sentence: span,
        rule: rule.id,
      });
    }
  }

  /** The organisation that the first of those cited is, or speaks for. */
  function voiceOf(cited: readonly CitedSource[]): Named | null {
    for (const one of cited) {
      const id = one.for ?? (one.kind === 'organisation' ? one.ref : null);
      const named = mentions.organisations.find(organisation => organisation.id === id);
      if (named !== undefined) return named;
    }
    return null;
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
    return sought === undefined || facts.polarity === 'negated'
      ? facts
      : { polarity: 'negated', certainty: 'probable', status: 'unknown' };
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

  /** The action whose content a trigger is: an advice, order, plan or decision that governs it. */
  function containerOf(
    sentence: Sentence,
    triggers: readonly TriggerFound[],
    trigger: TriggerFound,
  ): TriggerFound | null {
    const clause = sentence.clauses[trigger.clause];
    if (clause === undefined) return null;
    const infinitive = sentence.tags[trigger.anchor - sentence.from] === 'infinitive';
    const candidates = triggers.filter(
      other => other !== trigger && other.start.rule.rule.content !== undefined && other.anchor < trigger.anchor,
    );
    const own = candidates.findLast(
      other =>
        other.clause === trigger.clause && infinitive && sentence.tags[trigger.anchor - 1 - sentence.from] === 'to',
    );
    if (own !== undefined) return own;
    // What is coordinated with content is content: "adviseert te patchen en te controleren".
    let content = clause;
    for (let up = clause; up.opening === 'coordinate' && up.parent >= 0; ) {
      const next = sentence.clauses[up.parent];
      if (next === undefined) break;
      content = next;
      up = next;
    }
    if (content.opening !== 'infinitive' && content.opening !== 'subordinate') return null;
    let parent = content.parent;
    for (let depth = 0; parent >= 0 && depth < 4; depth += 1) {
      const governing = candidates.findLast(other => other.clause === parent);
      if (governing !== undefined) return governing;
      const up = sentence.clauses[parent];
      if (up === undefined || (up.opening !== 'infinitive' && up.opening !== 'coordinate')) break;
      parent = up.parent;
    }
    return null;
  }

  /** The sources of a sentence that are cited for a trigger: it stands in what they say, or in a quote. */
  function citedFor(sentence: Sentence, sources: readonly SourceFound[], trigger: TriggerFound): CitedSource[] {
    const seen = new Map<string, CitedSource>();
    for (const one of sources) {
      const inside =
        one.source.start >= (document.tokens.start[trigger.from] ?? 0) &&
        one.source.end <= (document.tokens.end[trigger.to - 1] ?? 0);
      if (!inside && covers(sentence, one, trigger)) seen.set(one.source.name, one.source);
    }
    if (seen.size === 0 && sentence.clauses[trigger.clause]?.quoted === true && sources.length === 0)
      for (const one of speaker) seen.set(one.name, one);
    return [...seen.values()];
  }

  function covers(sentence: Sentence, source: SourceFound, trigger: TriggerFound): boolean {
    if (source.clause < 0) return true;
    if (source.clause === trigger.clause) return false;
    for (let id = trigger.clause, depth = 0; id >= 0 && depth < 8; depth += 1) {
      if (id === source.clause) return true;
      id = sentence.clauses[id]?.parent ?? -1;
    }
    const own = sentence.clauses[source.clause];
    const other = sentence.clauses[trigger.clause];
    if (own === undefined || other === undefined) return false;
    return (
      other.quoted ||
      (other.from < own.from &&
        (own.opening === 'main' || own.opening === 'coordinate') &&
        followsBreak(sentence, own.from))
    );
  }

  /** "…, zegt X": the clause of saying stands behind a comma or quote. */
  function followsBreak(sentence: Sentence, from: number): boolean {
    const before = sentence.tags[from - 1 - sentence.from];
    return before === 'comma' || before === 'quote' || before === 'break';
  }

  function fillRoles(
    sentence: Sentence,
    trigger: TriggerFound,
    cited: readonly CitedSource[],
    container: TriggerFound | null,
  ): Pick<Action, 'actors' | 'targets' | 'recipients' | 'instruments' | 'affected'> {
    const filled: Record<Role, Argument[]> = { actor: [], target: [], recipient: [], instrument: [], affected: [] };
    const { start } = trigger;
    const { rule } = start.rule;
    const grammar = governedGrammar(sentence, trigger, container);
    const put = (
      role: Role | 'none',
      phrase: Phrase | null,
      how: Argument['how'] = 'explicit',
      coordinated = true,
    ): void => {
      if (phrase === null || role === 'none') return;
      for (const one of coordinated ? withCoordinated(document, sentence, language, phrase) : [phrase]) {
        const argument = argumentOf(document, sentence, map, language, one, discourse, how);
        if (
          argument !== null &&
          !Object.values(filled).some(list =>
            list.some(held => held.start === argument.start && held.end === argument.end),
          )
        )
          filled[role].push(argument);
      }
    };
    const how = grammar.subjectFrom === 'ellipsis' || grammar.subjectFrom === 'control' ? 'ellipsis' : 'explicit';
    if (start.by === 'noun') {
      const [of, ...others] = grammar.objects;
      const direct =
        of !== undefined && of.preposition === trigger.to && isOf(document, language.groups, of.preposition, 'of');
      if (grammar.light >= 0 && grammar.receiving)
        put(rule.roles?.subject ?? (TELLS.has(rule.type) ? 'recipient' : 'actor'), grammar.subject);
      else put(rule.roles?.subject ?? 'actor', grammar.subject, how);
      if (direct && of !== undefined) {
        const person =
          of.person ||
          of.named.some(one => one.of === 'organisation') ||
          ((document.nouns[of.head] ?? 0) & PARTICIPANT) !== 0;
        const role = rule.roles?.of ?? (OF_IS_ACTOR.has(rule.type) && person ? 'actor' : 'target');
        put(role, of);
        for (const other of others) put(TELLS.has(rule.type) && isAgent(other) ? 'recipient' : 'target', other);
      } else
        for (const object of grammar.objects)
          put(
            rule.roles?.object ?? (TELLS.has(rule.type) && isAgent(object) ? 'recipient' : 'target'),
            object,
            'explicit',
            object.preposition >= 0,
          );
      put(rule.roles?.to ?? 'recipient', grammar.recipient);
      put(rule.roles?.with ?? (rule.type === 'consult' ? 'target' : 'none'), grammar.instrument);
    } else if (start.by === 'phrase') {
      put(
        rule.roles?.subject ?? (STATES.has(rule.type) || passivePhrase(sentence, trigger) ? 'target' : 'actor'),
        grammar.subject,
        how,
      );
      for (const object of grammar.objects) put(rule.roles?.object ?? 'target', object);
    } else {
      if (!grammar.passive) put(rule.roles?.subject ?? 'actor', grammar.subject, how);
      else put(rule.roles?.agent ?? 'actor', grammar.agent !== null && isAgent(grammar.agent) ? grammar.agent : null);
      for (const object of grammar.objects) put(rule.roles?.object ?? 'target', object);
      if (TELLS.has(rule.type) || rule.roles?.to !== undefined) put(rule.roles?.to ?? 'recipient', grammar.recipient);
      put(
        rule.roles?.with ?? 'instrument',
        grammar.instrument !== null && !isTime(grammar.instrument) ? grammar.instrument : null,
      );
    }
    settle(rule.type, filled, grammar.objects.length > 0);
    for (const phrase of grammar.at) {
      if (phrase.named.some(one => one.of === 'organisation')) put('affected', phrase);
    }
    const owner = ownerOf(sentence, grammar.objects[0]);
    if (owner !== null) put('affected', owner);
    if (filled.actor.length === 0 && OWNERS_ACT.has(rule.type)) {
      const done = filled.affected[0] ?? cited.find(one => one.kind === 'organisation') ?? null;
      const speaks = cited.find(one => one.for !== null);
      if (done !== null) filled.actor.push(inferred(done));
      else if (speaks !== undefined) {
        const named = mentions.organisations.find(one => one.id === speaks.for);
        const mention = named?.mentions[0];
        if (named !== undefined && mention !== undefined)
          filled.actor.push({
            start: mention.start,
            end: mention.end,
            text: document.text.slice(mention.start, mention.end),
            name: named.name,
            kind: 'organisation',
            ref: named.id,
            how: 'inferred',
          });
      } else if (container !== null) {
        const advised = argumentsOf(sentence, container);
        if (advised !== null) filled.actor.push(advised);
      }
    }
    return {
      actors: filled.actor,
      targets: filled.target,
      recipients: filled.recipient,
      instruments: filled.instrument,
      affected: filled.affected,
    };
  }

  /** Who is to do what is advised or ordered is the one addressed, never the adviser. */
  function governedGrammar(sentence: Sentence, trigger: TriggerFound, container: TriggerFound | null): Grammar {
    const own = trigger.grammar;
    if (container?.start.rule.rule.content !== 'advised' || trigger.start.by !== 'verb' || own.passive) return own;
    if (sentence.clauses[trigger.clause]?.opening === 'subordinate') return own;
    const addressee = container.grammar.recipient ?? container.grammar.objects.find(isAgent) ?? null;
    if (addressee !== null)
      return grammarOf(document, sentence, language, trigger.start, trigger, trigger.clause, addressee);
    return own.subject?.from === container.grammar.subject?.from ? { ...own, subject: null } : own;
  }

  /** "Bonnen worden met de hand geschreven": the subject of a passive is what it is done to. */
  function passivePhrase(sentence: Sentence, trigger: TriggerFound): boolean {
    let participle = false;
    let become = false;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      if (sentence.clauseOf[i - sentence.from] !== trigger.clause) continue;
      const tag = sentence.tags[i - sentence.from];
      if (tag === 'participle') participle = true;
      if (tag === 'auxiliary' && ((document.words[i] ?? 0) & BECOME_OR_BE) !== 0) become = true;
    }
    return participle && become;
  }

  /** Grammar gives places; the type says what they are: who suffers a disruption, what is no target of a demand. */
  function settle(type: ActionType, filled: Record<Role, Argument[]>, hasObject: boolean): void {
    if (BEFALLS.has(type) && filled.target.length === 0 && !hasObject) filled.target.push(...filled.actor.splice(0));
    if (type === 'disrupt') {
      const suffering = filled.target.filter(
        one => (one.kind === 'group' || one.kind === 'person') && filled.target.length > 1,
      );
      filled.target = filled.target.filter(one => !suffering.includes(one));
      filled.recipient.push(...suffering);
      const causes = filled.actor.filter(one => one.kind === 'other');
      filled.actor = filled.actor.filter(one => one.kind !== 'other');
      if (filled.target.length > 0) filled.instrument.push(...causes);
    }
    if (type === 'extort' || type === 'pay-ransom') filled.target = filled.target.filter(one => !isMoney(one));
  }

  function isMoney(argument: Argument): boolean {
    return (
      mentions.quantities.some(one => one.kind === 'money' && one.start < argument.end && argument.start < one.end) ||
      language.source.groups.ransom.some(word => argument.text.toLowerCase().includes(word))
    );
  }

  /** Whom an advice or order addresses: the one who is to do what it says. */
  function argumentsOf(sentence: Sentence, container: TriggerFound): Argument | null {
    const phrase = container.grammar.recipient ?? container.grammar.objects.find(isAgent) ?? null;
    const argument =
      phrase === null ? null : argumentOf(document, sentence, map, language, phrase, discourse, 'ellipsis');
    return argument;
  }

  function inferred(argument: Argument): Argument {
    return {
      start: argument.start,
      end: argument.end,
      text: argument.text,
      name: argument.name,
      kind: argument.kind,
      ref: argument.ref,
      how: 'inferred',
    };
  }

  function isAgent(phrase: Phrase): boolean {
    return (
      phrase.person ||
      phrase.pronoun ||
      phrase.named.some(one => one.of === 'organisation') ||
      ((document.nouns[phrase.head] ?? 0) & PARTICIPANT) !== 0
    );
  }

  function isTime(phrase: Phrase): boolean {
    return (map.dateAt[phrase.head] ?? -1) >= 0;
  }

  /** "de servers van X", "X's network": whose the object is. */
  function ownerOf(sentence: Sentence, object: Phrase | undefined): Phrase | null {
    if (object === undefined) return null;
    const behind = sentence.phrases.find(
      phrase =>
        phrase.of >= 0 &&
        sentence.phrases[phrase.of]?.from === object.from &&
        phrase.named.some(one => one.of === 'organisation'),
    );
    if (behind !== undefined) return behind;
    if (!isOf(document, language.groups, object.from, 'genitives')) return null;
    return (
      sentence.phrases.find(
        phrase => phrase.to === object.from && phrase.named.some(one => one.of === 'organisation'),
      ) ?? null
    );
  }

  /** The date of the clause, else the nearest of the sentence. */
  function dateFor(sentence: Sentence, trigger: TriggerFound): Action['date'] {
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const index = map.dateAt[i] ?? -1;
      const date = mentions.dates[index];
      if (date === undefined || date.type === 'DURATION' || date.type === 'SET' || date.value.endsWith('_REF'))
        continue;
      const far = sentence.clauseOf[i - sentence.from] === trigger.clause ? 0 : 1000;
      const away = far + Math.abs(i - trigger.anchor);
      if (away < distance) {
        distance = away;
        best = index;
      }
    }
    const date = mentions.dates[best];
    return date === undefined ? null : { index: best, relation: relationOf(date) };
  }

  function relationOf(date: DateFound): Relation {
    switch (date.modifier) {
      case 'ON_OR_AFTER':
        return 'since';
      case 'AFTER':
        return 'after';
      case 'ON_OR_BEFORE':
        return 'until';
      case 'BEFORE':
        return isOf(document, language.groups, date.from - 1, 'until') ? 'until' : 'before';
      default:
        return 'at';
    }
  }
}
