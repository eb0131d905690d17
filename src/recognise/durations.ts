import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { DateFound, QuantityFound } from '../model/mention.ts';

/**
 * Durations of which the length is known, as quantities: what was found among the dates is counted here as well.
 *
 * @param dates the dates of the article; of a rule's words the keys are TIMEX3 units (`PT` before those of the clock)
 * @param quantities those that are found already: directly behind one a duration tells how often ("$3 million a year")
 */
export function countedDurations(
  dates: readonly DateFound[],
  language: CompiledLanguage,
  quantities: readonly QuantityFound[],
): QuantityFound[] {
  const rule = language.source.quantities.units.find(({ kind }) => kind === 'duration');
  if (rule === undefined) return [];
  const touched = new Set(
    quantities.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)),
  );
  return dates.flatMap(date => {
    const [, clock = '', figures = '', letter = ''] = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(date.value) ?? [];
    const unit = rule.words[`P${clock}${letter}`];
    if (date.type !== 'DURATION' || unit === undefined || touched.has(date.from)) return [];
    const count = Number(figures);
    const { from, to, start, end, modifier } = date;
    const isLess = modifier === 'LESS_THAN' || modifier === 'EQUAL_OR_LESS';
    const isMore = modifier === 'MORE_THAN' || modifier === 'EQUAL_OR_MORE';
    return [
      {
        ...{ from, to, start, end, rule: rule.id, kind: rule.kind, unit },
        min: isLess ? null : count,
        max: isMore ? null : count,
        approximate: modifier !== null,
      },
    ];
  });
}
