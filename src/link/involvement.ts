import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { type ActionType, PHASE_OF, type Role } from '../model/trigger.ts';

type Involvement = IncidentRecord['organisations'][number]['involvement'][number];

/** A line of the table: whoever plays one of the roles in a fact of one of the types is involved so. */
interface Line {
  readonly involvement: Involvement;
  readonly types: readonly ActionType[];
  readonly roles: readonly (Role | 'source')[];
}

const ATTACKS: readonly ActionType[] = [
  'attack',
  'intrude',
  'exploit',
  'infect',
  'flood',
  'phish',
  'steal-data',
  'extort',
];

/**
 * How an organisation is involved in an incident, by its role in facts that are affirmed and occurred or are ongoing.
 * The README prints this table. What no line names is a source if it is cited, else only mentioned.
 */
export const INVOLVEMENT: readonly Line[] = [
  { involvement: 'affected', types: [...ATTACKS, 'leak-data', 'disrupt'], roles: ['target', 'affected'] },
  { involvement: 'affected', types: ['disrupt', 'leak-data', 'pay-ransom', 'press-charges'], roles: ['actor'] },
  {
    involvement: 'affected',
    types: ['take-offline', 'restore', 'fall-back', 'activate-crisis', 'stop-use'],
    roles: ['actor', 'affected'],
  },
  { involvement: 'attacker', types: [...ATTACKS, 'claim'], roles: ['actor'] },
  { involvement: 'attacker', types: ['attribute'], roles: ['target'] },
  { involvement: 'attacker', types: ['pay-ransom'], roles: ['recipient'] },
  { involvement: 'vendor', types: ['release-patch'], roles: ['actor'] },
  {
    involvement: 'authority',
    types: ['warn', 'advise', 'order', 'investigate', 'monitor', 'arrest', 'fine', 'sue', 'attribute'],
    roles: ['actor'],
  },
  { involvement: 'authority', types: ['notify', 'press-charges'], roles: ['recipient'] },
];

/** Kinds of organisations that can be authorities: a company that warns is none. */
export const AUTHORITIES: ReadonlySet<string> = new Set([
  'agency',
  'ministry',
  'government',
  'parliament',
  'police-justice',
]);
/** The order in which a record lists them. */
export const INVOLVEMENTS: readonly Involvement[] = [
  'affected',
  'attacker',
  'vendor',
  'authority',
  'source',
  'mentioned',
];

const byRole = new Map<string, Set<Involvement>>();
for (const { involvement, types, roles } of INVOLVEMENT) {
  for (const type of types) {
    for (const role of roles) {
      const key = `${role}/${type}`;
      byRole.set(key, (byRole.get(key) ?? new Set()).add(involvement));
    }
  }
}

const NONE: ReadonlySet<Involvement> = new Set();

/** How a role in facts of a type involves an organisation. */
export function involvedBy(role: Role | 'source', type: ActionType): ReadonlySet<Involvement> {
  return byRole.get(`${role}/${type}`) ?? NONE;
}

type Told = Pick<ArticleRecord['actions'][number], 'polarity' | 'status'>;

/** Whether something is told as done: affirmed, and it occurred or goes on. */
export function isDone({ polarity, status }: Told): boolean {
  return polarity === 'affirmed' && (status === 'occurred' || status === 'ongoing');
}

/** Whether a type of action is harm that befalls somebody. */
export function isHarm(type: ActionType): boolean {
  const phase = PHASE_OF[type];
  return phase === 'attack' || phase === 'exposure' || phase === 'extortion' || phase === 'impact';
}
