import type { RuleBase } from './rule.ts';

/** The action types with the phase that groups them (ACTIONS.md). */
export const PHASE_OF = {
  discover: 'discovery',
  disclose: 'discovery',
  detect: 'discovery',
  warn: 'warning',
  advise: 'warning',
  order: 'warning',
  attack: 'attack',
  intrude: 'attack',
  exploit: 'attack',
  infect: 'attack',
  flood: 'attack',
  phish: 'attack',
  'steal-data': 'attack',
  'leak-data': 'exposure',
  extort: 'extortion',
  'pay-ransom': 'extortion',
  claim: 'attribution',
  attribute: 'attribution',
  'take-offline': 'containment',
  block: 'containment',
  mitigate: 'mitigation',
  monitor: 'mitigation',
  'release-patch': 'mitigation',
  remediate: 'mitigation',
  investigate: 'investigation',
  notify: 'notification',
  'press-charges': 'notification',
  'activate-crisis': 'coordination',
  consult: 'coordination',
  'continue-use': 'decision',
  'stop-use': 'decision',
  restore: 'recovery',
  'fall-back': 'recovery',
  disrupt: 'impact',
  arrest: 'follow-up',
  fine: 'follow-up',
  sue: 'follow-up',
  criticise: 'follow-up',
} as const;

export type ActionType = keyof typeof PHASE_OF;
export type Phase = (typeof PHASE_OF)[ActionType];

/** The part an argument plays. */
export type Role = 'actor' | 'target' | 'recipient' | 'instrument' | 'affected';

/**
 * A rule of triggers: the words that tell of an action, and what must stand around them.
 *
 * Conditions are lists of words, phrases or `<classes>` (noun classes, mention kinds `<product>`, `<organisation>`,
 * `<vulnerability>`, `<malware>`, `<actor>`); one of a list is enough.
 */
export interface TriggerRule extends RuleBase {
  readonly type: ActionType;
  /** Lemmas. `uit|schakelen`: Dutch separable; `shut down`: English with its particle. */
  readonly verbs?: readonly string[];
  /** Nouns, singular and plural; in Dutch also as the last part of a compound. */
  readonly nouns?: readonly string[];
  /** Fixed words, told with a form of `be`, `go`, or alone: "uit de lucht", "out of service". */
  readonly phrases?: readonly string[];
  /** Must stand in the same clause. */
  readonly with?: readonly string[];
  /** Must not stand in the same clause. */
  readonly without?: readonly string[];
  /** The object (in the passive the subject; of a noun what it is of) must be of these. */
  readonly object?: readonly string[];
  /** The object must not be of these. */
  readonly notObject?: readonly string[];
  /** The subject (in the passive the agent) must be of these, if there is one. */
  readonly subject?: readonly string[];
  readonly notSubject?: readonly string[];
  /** A noun that tells only with one of these verbs (light verbs): maatregelen NEMEN. */
  readonly light?: readonly string[];
  /** A noun that only points back when it is definite: "de aanval". */
  readonly anaphoric?: boolean;
  /** The clause must be negated, and the negation is part of the meaning: "niet mogelijk" is an affirmed disruption. */
  readonly negated?: boolean;
  /** The action is told as not done: "weigeren te betalen". */
  readonly polarity?: 'negated';
  /** Verb forms that do not count. */
  readonly not?: readonly ('participle' | 'infinitive' | 'present' | 'past' | 'gerund' | 'attributive')[];
  /** Which role the grammatical places fill, where it is not actor and target. */
  readonly roles?: Readonly<Partial<Record<'subject' | 'object' | 'agent' | 'of' | 'to' | 'with', Role | 'none'>>>;
  /** A rule that a user brought: at the same words it goes before all others. */
  readonly isOwn?: true;
  /** What the action's content (om … te, to …, dat …) becomes. */
  readonly content?: 'advised' | 'planned' | 'possible' | 'unknown' | 'negated' | 'occurred';
}
