import { isOf } from '../lexicon/groups.ts';
import { parseIsoDay } from '../model/calendar.ts';
import type { DateFound } from '../model/mention.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';
import type { TriggerFound } from './triggers.ts';

/** How an action lies to its date. */
export type Relation = 'at' | 'since' | 'until' | 'before' | 'after';

/** The date of an action: its index among the article's dates, and how the action lies to it. */
export interface When {
  readonly index: number;
  readonly relation: Relation;
}

/** "Maandag worden ze voorgeleid": what is told in the present of a day that is still to come is planned. */
export function isAhead({ document, mentions }: Context, when: When | null): boolean {
  const date = when === null ? undefined : mentions.dates[when.index];
  const published = parseIsoDay(document.article.published?.latest ?? '');
  if (date === undefined || published === null || when === null || when.relation === 'since') return false;
  return date.earliest !== null && date.earliest > published;
}

/** How much farther away a date of another clause is than any of the own. */
const OTHER_CLAUSE = 1000;

/** The date that tells when an action happened: that of its clause, else the nearest of the sentence, else none. */
export function dateFor(
  { document, language, map, mentions }: Context,
  sentence: Sentence,
  trigger: TriggerFound,
): When | null {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const index = map.dateAt[i] ?? -1;
    const date = mentions.dates[index];
    if (date === undefined || date.type === 'DURATION' || date.type === 'SET' || date.value.endsWith('_REF')) continue;
    const far = sentence.clauseOf[i - sentence.from] === trigger.clause ? 0 : OTHER_CLAUSE;
    const away = far + Math.abs(i - trigger.anchor);
    if (away < distance) {
      distance = away;
      best = index;
    }
  }
  const date = mentions.dates[best];
  return date === undefined ? null : { index: best, relation: relationOf(date) };

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
