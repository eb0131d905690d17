import { isOf } from '../lexicon/groups.ts';
import { NEGATION, nounBits, wordBits } from '../model/bits.ts';
import { tokenText } from '../model/document.ts';
import type { ActionType, Role } from '../model/trigger.ts';
import { type Argument, argumentOf, flawArgument, lastFlaw, withCoordinated } from './arguments.ts';
import type { Context } from './context.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import type { Phrase, Sentence } from './sentence.ts';
import { isAgentive } from './subjects.ts';
import type { TriggerFound } from './triggers.ts';

/** Who and what takes part in an action, by role. */
export type Roles = Readonly<Record<Role, readonly Argument[]>>;

type Filled = Record<Role, Argument[]>;

const BECOME_OR_BE = wordBits('be', 'become');
const MALWARE = nounBits('malware');
const PATCH = nounBits('patch');

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
  'fine',
]);
/** Types of which a fixed phrase tells the state of its subject: "the site is back online". */
const STATES: ReadonlySet<ActionType> = new Set<ActionType>(['take-offline', 'restore', 'disrupt', 'block']);
/** Types that befall their subject when nobody is told to do them: "het systeem haperde". */
const BEFALLS: ReadonlySet<ActionType> = new Set<ActionType>(['restore', 'disrupt', 'infect', 'leak-data']);
/** Types that befall a thing when nobody is told to do them: "gegevens verdwenen", "the patch is out". */
const BEFALLS_THINGS: ReadonlySet<ActionType> = new Set<ActionType>([
  'steal-data',
  'take-offline',
  'block',
  'release-patch',
  'remediate',
  'disclose',
  'continue-use',
]);
/** Types whose recipient is the one who is told. */
const TELLS: ReadonlySet<ActionType> = new Set<ActionType>(['warn', 'advise', 'order', 'notify', 'press-charges']);
/** Types of which who "gets" them is the target: "kreeg een boete". */
const SUFFERED: ReadonlySet<ActionType> = new Set<ActionType>([
  'fine',
  'extort',
  'sue',
  'criticise',
  'phish',
  'attack',
  'intrude',
  'infect',
  'flood',
  'leak-data',
  'disrupt',
]);
/** Types of which a phrase of place names who is told: "gemeld bij de toezichthouder". */
const REPORTS: ReadonlySet<ActionType> = new Set<ActionType>(['notify', 'press-charges']);
/** Types of which a pronoun that is acted upon is the flaw told last: "it was exploited". */
const TAKES_FLAWS: ReadonlySet<ActionType> = new Set<ActionType>(['discover', 'exploit', 'remediate', 'release-patch']);
/** Attacks: where they happened is what they were aimed at. */
const ATTACKS: ReadonlySet<ActionType> = new Set<ActionType>([
  'attack',
  'intrude',
  'infect',
  'flood',
  'extort',
  'exploit',
  'disrupt',
]);
/** Types of which what is brought in by a preposition is the target, if nothing else is: "broke in through", "stapte over op". */
const BY_PREPOSITION: ReadonlySet<ActionType> = new Set<ActionType>([
  'attack',
  'intrude',
  'exploit',
  'flood',
  'infect',
  'fall-back',
  'investigate',
  'monitor',
  'consult',
  'stop-use',
  'detect',
  'discover',
  'sue',
  'warn',
  'claim',
  'criticise',
  'continue-use',
  'restore',
  'activate-crisis',
]);

/**
 * Who does what to whom, from the grammar around a trigger.
 *
 * @param container the advice, order or plan whose content the trigger is, or null
 */
export function fillRoles(
  context: Context,
  sentence: Sentence,
  trigger: TriggerFound,
  container: TriggerFound | null,
): Roles {
  const { document, language, map, discourse } = context;
  const filled: Filled = { actor: [], target: [], recipient: [], instrument: [], affected: [] };
  const { start } = trigger;
  const { rule } = start.rule;
  const grammar = governedGrammar(context, sentence, trigger, container);
  const agentive = (phrase: Phrase): boolean => isAgentive(document, phrase);
  const put = (
    role: Role | 'none',
    phrase: Phrase | null,
    how: Argument['how'] = 'explicit',
    coordinated = true,
  ): void => {
    if (phrase === null || role === 'none') return;
    // "Kijkers merkten NIETS": nothing takes part in nothing.
    if (role !== 'actor' && phrase.pronoun && isNothing(phrase.head)) return;
    if (role === 'target' && phrase.pronoun && TAKES_FLAWS.has(rule.type) && isThing(phrase.head)) {
      const place = { start: document.tokens.start[phrase.head] ?? 0, end: document.tokens.end[phrase.head] ?? 0 };
      const flaw = lastFlaw(document, sentence, discourse, place.start);
      if (flaw !== null) {
        filled.target.push(flawArgument(flaw, { ...place, text: tokenText(document, phrase.head) }, 'pronoun'));
        return;
      }
    }
    for (const one of coordinated ? withCoordinated(document, sentence, language, phrase) : [phrase]) {
      const argument = argumentOf(document, sentence, map, language, one, discourse, how);
      if (argument === null || holds(filled, argument, role)) continue;
      // "demanded it": who acts is not meant by a pronoun that is acted upon.
      if (role === 'target' && argument.how === 'pronoun' && filled.actor.some(actor => actor.name === argument.name))
        continue;
      filled[role].push(argument);
    }
  };
  const how = grammar.subjectFrom === 'ellipsis' || grammar.subjectFrom === 'control' ? 'ellipsis' : 'explicit';
  if (start.by === 'noun') ofNoun();
  else if (start.by === 'phrase') ofPhrase();
  else ofVerb();
  settle(context, rule.type, filled, grammar.objects.length > 0);
  complete();
  for (const phrase of grammar.at)
    if (isOrganisation(phrase)) put(REPORTS.has(rule.type) ? 'recipient' : 'affected', phrase);
  for (const thing of [grammar.objects[0], ...filled.target.map(phraseOf)]) {
    const owner = ownerOf(context, sentence, thing);
    if (owner !== null) put('affected', owner);
    else if (thing !== undefined && isOwn(thing)) putOwner();
  }
  return filled;

  /** The phrase of which an argument was made. */
  function phraseOf({ start, end }: Argument): Phrase | undefined {
    return sentence.phrases.find(
      one => (document.tokens.start[one.core] ?? -1) <= start && (document.tokens.end[one.to - 1] ?? 0) >= end,
    );
  }

  /** "haalde HAAR website offline": of an organisation that acts on what is its own. */
  function isOwn({ from }: Phrase): boolean {
    return isOf(document, language.groups, from, 'ownedByOne');
  }

  function putOwner(): void {
    const actor = filled.actor.find(one => one.kind === 'organisation');
    if (actor !== undefined && filled.affected.length === 0) filled.affected.push({ ...actor, how: 'pronoun' });
  }

  function ofNoun(): void {
    const receives = grammar.light >= 0 && grammar.receiving;
    if (grammar.sufferer !== null && SUFFERED.has(rule.type)) {
      put('target', grammar.sufferer);
      put('actor', grammar.agent);
      return;
    }
    if (receives) {
      const suffers = SUFFERED.has(rule.type) && start.rule.light === null;
      put(rule.roles?.subject ?? (TELLS.has(rule.type) ? 'recipient' : suffers ? 'target' : 'actor'), grammar.subject);
      if (TELLS.has(rule.type) || suffers) put('actor', grammar.giver);
    } else put(rule.roles?.subject ?? 'actor', grammar.subject, how);
    const [of, ...others] = grammar.objects;
    const direct =
      of !== undefined && of.preposition === trigger.to && isOf(document, language.groups, of.preposition, 'of');
    if (direct && of !== undefined) {
      put(rule.roles?.of ?? (OF_IS_ACTOR.has(rule.type) && agentive(of) ? 'actor' : 'target'), of);
      for (const other of others) put(TELLS.has(rule.type) && agentive(other) ? 'recipient' : 'target', other);
    } else
      for (const object of grammar.objects)
        put(
          rule.roles?.object ?? (TELLS.has(rule.type) && agentive(object) ? 'recipient' : 'target'),
          object,
          'explicit',
          object.preposition >= 0,
        );
    put(rule.roles?.to ?? 'recipient', grammar.recipient);
    put(rule.roles?.with ?? (rule.type === 'consult' ? 'target' : 'none'), grammar.instrument);
  }

  function ofPhrase(): void {
    const { subject } = grammar;
    const acts =
      subject !== null &&
      agentive(subject) &&
      (!STATES.has(rule.type) || grammar.objects.length > 0 || grammar.complement !== null);
    put(
      rule.roles?.subject ?? (!acts || isPassivePhrase(context, sentence, trigger) ? 'target' : 'actor'),
      subject,
      how,
    );
    // "uit onderzoek VAN FOX-IT": whose act a noun in the phrase is.
    const by = OF_IS_ACTOR.has(rule.type)
      ? sentence.inClause[trigger.clause]?.find(
          one => one.preposition === trigger.to && isOf(document, language.groups, trigger.to, 'of'),
        )
      : undefined;
    if (by !== undefined && isOrganisation(by)) {
      filled.target = [];
      filled.actor = [];
      put('actor', by);
      return;
    }
    for (const object of grammar.objects) put(rule.roles?.object ?? 'target', object);
    if (grammar.objects.length === 0 && filled.target.length === 0)
      put(rule.roles?.object ?? 'target', grammar.complement);
  }

  /** Whose something is or comes from: "een brief VAN HET ZIEKENHUIS", "demanded money FROM THE BUILDER". */
  function origin(): Phrase | null {
    const brings = (phrase: Phrase): boolean =>
      isOf(document, language.groups, phrase.preposition, 'origin') ||
      (language.source.grammar.verbFinal && isOf(document, language.groups, phrase.preposition, 'of'));
    return (
      sentence.inClause[trigger.clause]?.find(
        phrase => brings(phrase) && phrase.preposition >= trigger.to && (agentive(phrase) || phrase.definite),
      ) ?? null
    );
  }

  function ofVerb(): void {
    // "patients received a letter": who gets something is told.
    if (TELLS.has(rule.type) && !grammar.passive && isOf(document, language.groups, trigger.anchor, 'receives')) {
      put('recipient', grammar.subject, how);
      put('actor', origin());
      return;
    }
    if (!grammar.passive) put(rule.roles?.subject ?? 'actor', grammar.subject, how);
    else put(rule.roles?.agent ?? 'actor', grammar.agent !== null && agentive(grammar.agent) ? grammar.agent : null);
    const carried = grammar.objects.length === 1 ? grammar.objects[0] : undefined;
    const placed =
      rule.type === 'infect' && carried !== undefined && isMalware(carried) && grammar.complement !== null
        ? grammar.complement
        : null;
    // "planted malware on a server": the server is infected, with the malware.
    if (placed !== null && carried !== undefined) {
      put('target', placed);
      put('instrument', carried);
    } else for (const object of grammar.objects) put(rule.roles?.object ?? 'target', object);
    if (TELLS.has(rule.type) || rule.roles?.to !== undefined || grammar.indirect)
      put(rule.roles?.to ?? 'recipient', grammar.recipient);
    put(
      rule.roles?.with ?? (rule.type === 'consult' && grammar.objects.length === 0 ? 'target' : 'instrument'),
      grammar.instrument !== null && (map.dateAt[grammar.instrument.head] ?? -1) < 0 ? grammar.instrument : null,
    );
  }

  /** What the grammar leaves open and the place of the action or its kind tells. */
  function complete(): void {
    // "trok de stekker UIT DE SERVERS": an idiom has its target behind a preposition.
    const idiom = start.by === 'verb' && start.fixed.length > 0 && !TELLS.has(rule.type);
    if (filled.target.length === 0 && (BY_PREPOSITION.has(rule.type) || idiom)) put('target', grammar.complement);
    if (filled.target.length === 0 && ATTACKS.has(rule.type))
      for (const phrase of grammar.at)
        if (isOrganisation(phrase) || (start.by === 'noun' && isHost(phrase))) put('target', phrase);
    if (filled.target.length === 0 && rule.type === 'extort' && start.by === 'verb') put('target', origin());
    if (rule.type === 'fine' && start.by === 'noun' && grammar.light >= 0 && !grammar.receiving) put('target', fined());
    if (filled.target.length === 0 && rule.type === 'release-patch')
      put(
        'target',
        sentence.inClause[trigger.clause]?.find(one => ((document.nouns[one.head] ?? 0) & PATCH) !== 0) ?? null,
      );
    if (filled.target.length === 0 && (rule.type === 'investigate' || rule.type === 'disclose'))
      put('target', contentSubject());
  }

  /** "legde DE BANK een boete op", "handed THE BANK a fine": who stands beside a fine without a preposition gets it. */
  function fined(): Phrase | null {
    const beside = sentence.inClause[trigger.clause]?.find(
      one =>
        one.preposition < 0 &&
        one.from !== grammar.subject?.from &&
        !(one.from <= trigger.from && trigger.to <= one.to) &&
        agentive(one),
    );
    return beside ?? null;
  }

  /** "onderzoekt of CONTANT GELD …": what the question is about. */
  function contentSubject(): Phrase | null {
    const content = sentence.clauses.find(
      one => one.opening === 'subordinate' && one.parent === trigger.clause && one.from >= trigger.to,
    );
    if (content === undefined || !isOf(document, language.groups, content.from, 'contentOpeners')) return null;
    const first = sentence.inClause[content.id]?.find(one => one.preposition < 0);
    return first === undefined || agentive(first) ? null : first;
  }

  function isThing(token: number): boolean {
    return (
      isOf(document, language.groups, token, 'neuterPronouns') ||
      isOf(document, language.groups, token, 'pluralPronouns')
    );
  }

  function isNothing(token: number): boolean {
    return (
      ((document.words[token] ?? 0) & NEGATION) !== 0 && isOf(document, language.groups, token, 'indefiniteThings')
    );
  }

  /** "de inbraak bij DE TICKETVERKOPER": an unnamed organisation or people, told directly behind the noun. */
  function isHost(phrase: Phrase): boolean {
    return phrase.preposition === trigger.to && !phrase.pronoun && agentive(phrase);
  }

  function isMalware(phrase: Phrase): boolean {
    return ((document.nouns[phrase.head] ?? 0) & MALWARE) !== 0 || phrase.named.some(one => one.of === 'malware');
  }
}

function isOrganisation(phrase: Phrase): boolean {
  return phrase.named.some(one => one.of === 'organisation');
}

/** Whether an argument has its place already; whose something is can also be what was hit. */
function holds(filled: Filled, argument: Argument, role: Role): boolean {
  const lists = role === 'affected' ? [filled.affected, filled.actor, filled.recipient] : Object.values(filled);
  return lists.some(list => list.some(held => held.start === argument.start && held.end === argument.end));
}

/** Who is to do what is advised or ordered is the one addressed, never the adviser. */
function governedGrammar(
  { document, language }: Context,
  sentence: Sentence,
  trigger: TriggerFound,
  container: TriggerFound | null,
): Grammar {
  const own = trigger.grammar;
  if (container?.start.rule.rule.content !== 'advised' || trigger.start.by !== 'verb' || own.passive) return own;
  if (sentence.clauses[trigger.clause]?.opening === 'subordinate') return own;
  const addressee = addresseeOf(document, container);
  if (addressee !== null)
    return grammarOf(document, sentence, language, trigger.start, trigger, trigger.clause, addressee);
  return own.subject?.from === container.grammar.subject?.from ? { ...own, subject: null } : own;
}

/** Whom an advice or order addresses: the one who is to do what it says. */
export function addresseeOf(document: Context['document'], { grammar }: TriggerFound): Phrase | null {
  return grammar.recipient ?? grammar.objects.find(phrase => isAgentive(document, phrase)) ?? null;
}

/** "Bonnen worden met de hand geschreven": the subject of a passive is what it is done to. */
function isPassivePhrase({ document }: Context, sentence: Sentence, trigger: TriggerFound): boolean {
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
function settle(context: Context, type: ActionType, filled: Filled, hasObject: boolean): void {
  if (BEFALLS.has(type) && filled.target.length === 0 && !hasObject) filled.target.push(...filled.actor.splice(0));
  if (BEFALLS_THINGS.has(type) && filled.target.length === 0 && !hasObject) {
    filled.target.push(...filled.actor.filter(one => one.kind === 'other'));
    filled.actor = filled.actor.filter(one => one.kind !== 'other');
  }
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
  // "fined Thames Water £2m": of two objects side by side the one who gets the fine is its target.
  if (type === 'fine' && filled.target.every(one => isMoney(context, one)))
    filled.target.push(...filled.recipient.splice(0));
  if (type === 'extort' || type === 'fine') filled.target = filled.target.filter(one => !isMoney(context, one));
}

function isMoney({ mentions, language }: Context, argument: Argument): boolean {
  return (
    mentions.quantities.some(one => one.kind === 'money' && one.start < argument.end && argument.start < one.end) ||
    language.source.groups.ransom.some(word => argument.text.toLowerCase().includes(word))
  );
}

/** "de servers van X", "X's network": whose the object is. */
function ownerOf({ document, language }: Context, sentence: Sentence, object: Phrase | undefined): Phrase | null {
  if (object === undefined) return null;
  const behind = sentence.phrases.find(
    phrase => phrase.of >= 0 && sentence.phrases[phrase.of]?.from === object.from && isOrganisation(phrase),
  );
  if (behind !== undefined) return behind;
  if (!isOf(document, language.groups, object.from, 'genitives')) return null;
  return sentence.phrases.find(phrase => phrase.to === object.from && isOrganisation(phrase)) ?? null;
}
