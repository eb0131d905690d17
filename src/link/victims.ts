import type { ArticleRecord, MentionRecord, OrganisationRecord } from '../model/record.ts';
import type { ActionType, Role } from '../model/trigger.ts';
import { folded } from './forms.ts';
import { AUTHORITIES, involvedBy, isDone, isHarm } from './involvement.ts';

/** The lowest score of a victim, and the share of the highest score that one must have to be another. */
const LOWEST = 1.5;
const SHARE = 1 / 3;
/** What is left of the score of those who are told to act more often than to suffer. */
const UNLIKELY = 0.5;

/**
 * How much an article is about what it names, from 0 to 1: early, often, and in its title.
 *
 * @param length how far the text reaches, as far as the record knows
 */
export function salienceOf(mentions: readonly MentionRecord[], length: number, title: string): number {
  const first = mentions[0];
  if (first === undefined) return 0;
  const early = 1 - first.start / Math.max(1, length);
  const often = Math.min(mentions.length - 1, 3) / 3;
  const titled = title !== '' && mentions.some(mention => title.includes(mention.text)) ? 0.3 : 0;
  return Math.min(1, 0.3 + 0.4 * early + 0.25 * often + titled);
}

const ROLE_LISTS = [
  ['targets', 'target'],
  ['affected', 'affected'],
  ['actors', 'actor'],
] as const satisfies readonly (readonly [string, Role])[];

/**
 * How much of what is told concerns each organisation.
 *
 * @param weigh what an action of a type adds for those whom it befell
 */
function scoresOf(record: ArticleRecord, weigh: (type: ActionType) => number): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const action of record.actions) {
    if (!isDone(action)) continue;
    const harm = weigh(action.type);
    const counted = new Set<string>();
    for (const [list, role] of ROLE_LISTS) {
      if (!involvedBy(role, action.type).has('affected')) continue;
      for (const { ref } of action[list]) {
        if (!ref?.startsWith('o') || counted.has(ref)) continue;
        counted.add(ref);
        scores.set(ref, (scores.get(ref) ?? 0) + (role === 'actor' ? Math.min(harm, 1.5) : harm));
      }
    }
  }
  return scores;
}

/** Organisations that an article is about as those who were hit, by their ids. */
export interface Victims {
  /** Whom an attack befell. */
  readonly harmed: ReadonlySet<string>;
  /** These, and who had an outage or took measures. */
  readonly concerned: ReadonlySet<string>;
}

const byAttack = (type: ActionType): number => (isHarm(type) && type !== 'disrupt' ? 3 : 0);
const byAnything = (type: ActionType): number => byAttack(type) || (type === 'disrupt' ? 1.5 : 1);

/** The one organisation whose name begins or ends with the whole name of another ("GGD", "GGD Texel"): that is meant. */
function inFull(id: string, all: readonly OrganisationRecord[]): readonly string[] {
  const short = folded(all.find(one => one.id === id)?.name ?? '');
  const longer = all.filter(({ name }) => folded(name).startsWith(`${short} `) || folded(name).endsWith(` ${short}`));
  return longer.length === 1 ? longer.map(one => one.id) : [];
}

/** Find the organisations that were hit, as far as the article is about them. */
export function victimsOf(record: ArticleRecord, length: number): Victims {
  // Whose product was attacked is no victim of it.
  const makers = new Set(record.products.map(({ vendor }) => vendor));
  const able = record.organisations.filter(
    ({ kind, name }) => kind !== 'threat-group' && kind !== 'media' && !makers.has(name),
  );
  const highest = (weigh: (type: ActionType) => number): ReadonlySet<string> => {
    const scores = scoresOf(record, weigh);
    const judged = able.map(({ id, kind, mentions }) => {
      const weight = kind === 'vendor' || AUTHORITIES.has(kind) ? UNLIKELY : 1;
      return { id, score: weight * (scores.get(id) ?? 0) * salienceOf(mentions, length, record.title ?? '') };
    });
    const most = judged.reduce((best, { score }) => Math.max(best, score), 0);
    const hit = judged.filter(({ score }) => score >= Math.max(LOWEST, most * SHARE)).map(({ id }) => id);
    return new Set([...hit, ...hit.flatMap(id => inFull(id, able))]);
  };
  return { harmed: highest(byAttack), concerned: highest(byAnything) };
}
