import type { Gold } from '../model/gold.ts';
import type { DateMention } from '../model/record.ts';
import type { Ledger } from './ledger.ts';
import { placeOf, shared } from './places.ts';

/**
 * Compare dates: one is found if it shares a character with a marked one; of several the one it shares most with.
 *
 * A value is right if it is the marked one or an alternative; of a marked value with a masked part also if the bounds
 * are right.
 */
export function compareDates(text: string, gold: Gold, found: readonly DateMention[], ledger: Ledger): void {
  const marked = gold.dates.flatMap(date => {
    const place = placeOf(text, date.text, date.nth);
    return place === null ? [] : [{ ...date, ...place }];
  });
  const taken = new Set<(typeof marked)[number]>();
  for (const date of found) {
    const free = marked.filter(one => !taken.has(one) && shared(one, date) > 0);
    const [hit] = free.toSorted((a, b) => shared(b, date) - shared(a, date));
    if (hit === undefined) {
      if (marked.some(one => one.optional && taken.has(one) && shared(one, date) > 0)) continue;
      ledger.count('dates', 'extra');
      ledger.count('dateValue', 'extra');
      ledger.fault('dates', `extra "${date.text}" ${date.value}`);
      continue;
    }
    taken.add(hit);
    if (hit.optional) continue;
    ledger.count('dates', 'found');
    const isBounded = date.earliest === (hit.earliest ?? null) && date.latest === (hit.latest ?? null);
    if ((hit.type === 'DATE' || hit.type === 'TIME') && !hit.value.endsWith('_REF')) {
      const bounds = ({ earliest, latest }: typeof hit | DateMention): string => `${earliest}..${latest}`;
      ledger.judge('dateBounds', isBounded, () => `"${date.text}" ${bounds(date)} for ${bounds(hit)}`);
    }
    const isMasked = hit.value.includes('X') && Boolean(hit.earliest) && isBounded;
    const isRight = [hit.value, ...(hit.valueAlt ?? [])].includes(date.value) || isMasked;
    ledger.judge('dateValue', isRight, () => `"${date.text}" ${date.value} for ${hit.value}`);
  }
  for (const date of marked) {
    if (taken.has(date) || date.optional) continue;
    ledger.count('dates', 'missed');
    ledger.count('dateValue', 'missed');
    ledger.fault('dates', `missed "${date.text}" ${date.value}`);
  }
}
