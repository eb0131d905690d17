import type { Named } from '../model/mention.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../model/name.ts';
import type { ActionType } from '../model/trigger.ts';
import { type Argument, argumentOf, flawArgument, lastFlaw } from './arguments.ts';
import type { Context } from './context.ts';
import type { Factuality } from './factuality.ts';
import { addresseeOf, type Roles } from './roles.ts';
import type { Sentence } from './sentence.ts';
import type { CitedSource } from './sources.ts';
import type { TriggerFound } from './triggers.ts';

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
  'remediate',
  'notify',
  'press-charges',
  'pay-ransom',
  'consult',
  'detect',
]);
/** What befalls somebody: the one at whom it happened, if the sentence names nobody. */
const BEFALLS_OWNER: ReadonlySet<ActionType> = new Set<ActionType>([
  'attack',
  'intrude',
  'infect',
  'flood',
  'extort',
  'disrupt',
]);
/** What is done to a flaw, which the sentence may leave out. */
const FLAW_OF: ReadonlySet<ActionType> = new Set<ActionType>(['exploit', 'remediate']);
/** Kinds of organisations that are told of as victims when nothing else is said. */
const OWNERS: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'municipality',
  'company',
  'health',
  'education',
  'finance',
  'utility',
  'transport',
  'government',
  'ministry',
  'ngo',
  'parliament',
  'vendor',
]);
/** How often an organisation is named that an article is about. */
const OFTEN = 3;

/** The organisation that an article is about: of those that can be a victim the one named most; null if none stands out. */
export function mainOrganisation(organisations: readonly Named[]): Named | null {
  const [first, second] = organisations
    .filter(one => OWNERS.has(kindOf(one)))
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  if (first === undefined || first.mentions.length < OFTEN) return null;
  return second !== undefined && second.mentions.length === first.mentions.length ? null : first;
}

/** Whether what befell an organisation is told of itself: of a maker of software mostly the flaws are, not what befell it. */
export function wasHit(type: ActionType, victim: Named): boolean {
  return kindOf(victim) !== 'vendor' || BEFALLS_OWNER.has(type);
}

/** Whom an action shows as the victim of the incident: who was hit, or who took measures at home; null if nobody. */
export function victimOf({ mentions }: Context, type: ActionType, roles: Roles, facts: Factuality): Named | null {
  if (facts.polarity === 'negated' || (facts.status !== 'occurred' && facts.status !== 'ongoing')) return null;
  const shown = BEFALLS_OWNER.has(type)
    ? [...roles.target, ...roles.affected]
    : OWNERS_ACT.has(type) && type !== 'consult' && type !== 'detect'
      ? roles.actor
      : [];
  for (const one of shown) {
    if (one.kind !== 'organisation' || one.how === 'inferred') continue;
    const named = mentions.organisations.find(organisation => organisation.id === one.ref);
    if (named !== undefined && OWNERS.has(kindOf(named))) return named;
  }
  return null;
}

/** Add what the sentence leaves out and the article tells: the owner who acted, the victim that was hit. */
export function withInferred(
  context: Context,
  sentence: Sentence,
  trigger: TriggerFound,
  roles: Roles,
  facts: Factuality,
  cited: readonly CitedSource[],
  container: TriggerFound | null,
): Roles {
  const { type } = trigger.start.rule.rule;
  const { document, discourse } = context;
  if (roles.actor.length === 0 && OWNERS_ACT.has(type)) {
    const actor = ownerWhoActs();
    const told = [...roles.target, ...roles.recipient].some(one => one.name === actor?.name);
    return actor === null || told ? roles : { ...roles, actor: [actor] };
  }
  // "X said it was behind the attack": to say so is to claim it.
  if (type === 'claim' && roles.actor.length === 0 && cited.length > 0)
    return { ...roles, actor: cited.slice(0, 1).map(asInferred) };
  if (roles.target.length === 0 && BEFALLS_OWNER.has(type) && facts.status !== 'advised') {
    const hit =
      roles.affected.find(one => one.kind === 'organisation') ?? (context.discourse.hit ? fromVictim() : null);
    const taken =
      hit === null ||
      roles.actor.some(one => one.name === hit.name) ||
      roles.recipient.some(one => one.name === hit.name);
    return taken ? roles : { ...roles, target: [{ ...hit, how: 'inferred' }] };
  }
  // "…, maar van misbruik is niets bekend": the flaw that was told last.
  if (roles.target.length === 0 && FLAW_OF.has(type)) {
    const flaw = lastFlaw(document, sentence, discourse, document.tokens.start[trigger.from] ?? 0);
    const { start, end } = flaw?.span ?? { start: 0, end: 0 };
    if (flaw !== null)
      return {
        ...roles,
        target: [flawArgument(flaw, { start, end, text: document.text.slice(start, end) }, 'inferred')],
      };
  }
  return roles;

  function ownerWhoActs(): Argument | null {
    const { map, language } = context;
    const reported = roles.affected[0] ?? cited.find(one => one.kind === 'organisation') ?? null;
    if (container !== null && facts.status === 'advised') {
      const addressee = addresseeOf(document, container);
      return addressee === null
        ? null
        : argumentOf(document, sentence, map, language, addressee, discourse, 'ellipsis');
    }
    if (reported !== null) return asInferred(reported);
    const speaks = cited.find(one => one.for !== null);
    const named = context.mentions.organisations.find(one => one.id === speaks?.for);
    return mentionOf(named) ?? (facts.status === 'advised' ? null : fromVictim());
  }

  function fromVictim(): Argument | null {
    return mentionOf(context.discourse.victim ?? undefined);
  }

  /** An organisation as an argument, with the mention told last before the end of the sentence. */
  function mentionOf(named: Named | undefined): Argument | null {
    const end = context.document.tokens.end[sentence.to - 1] ?? 0;
    const mention = named?.mentions.findLast(one => one.end <= end) ?? named?.mentions[0];
    if (named === undefined || mention === undefined) return null;
    return {
      start: mention.start,
      end: mention.end,
      text: context.document.text.slice(mention.start, mention.end),
      name: named.name,
      kind: 'organisation',
      ref: named.id,
      how: 'inferred',
    };
  }
}

function asInferred({ start, end, text, name, kind, ref }: Argument): Argument {
  return { start, end, text, name, kind, ref, how: 'inferred' };
}

function kindOf(named: Named): OrganisationKind {
  return ORGANISATION_KINDS.find(kind => kind === named.kind) ?? 'other';
}
