import type { Named } from '../model/mention.ts';
import type { ActionType } from '../model/trigger.ts';
import type { Argument } from './arguments.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';
import type { CitedSource, SourceFound } from './sources.ts';
import type { TriggerFound } from './triggers.ts';

/** Types that are themselves acts of telling: who tells is their actor, not a source that is cited for them. */
const TELLING: ReadonlySet<ActionType> = new Set<ActionType>([
  'warn',
  'advise',
  'order',
  'disclose',
  'claim',
  'attribute',
  'criticise',
  'notify',
  'press-charges',
  'release-patch',
]);
/** How far up a trigger's clauses are followed to the one that says it. */
const DEPTH = 8;

/**
 * Who is cited for a trigger: in whose words it stands, or whose quote.
 *
 * @param speaker who was quoted last, for a quote that names nobody
 */
export function citedFor(
  { document }: Context,
  sentence: Sentence,
  sources: readonly SourceFound[],
  trigger: TriggerFound,
  speaker: readonly CitedSource[],
): CitedSource[] {
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

/** Who tells, advises or publishes is no source for that very act. */
export function withoutTellers(
  type: ActionType,
  cited: readonly CitedSource[],
  actors: readonly Argument[],
): readonly CitedSource[] {
  if (!TELLING.has(type)) return cited;
  return cited.filter(
    one => !actors.some(actor => actor.name === one.name || (one.for !== null && actor.ref === one.for)),
  );
}

/** The organisation that the first of those cited is, or speaks for. */
export function voiceOf({ mentions }: Context, cited: readonly CitedSource[]): Named | null {
  for (const one of cited) {
    const id = one.for ?? (one.kind === 'organisation' ? one.ref : null);
    const named = mentions.organisations.find(organisation => organisation.id === id);
    if (named !== undefined) return named;
  }
  return null;
}

function covers(sentence: Sentence, source: SourceFound, trigger: TriggerFound): boolean {
  if (source.clause < 0) return true;
  if (source.clause === trigger.clause) return false;
  for (let id = trigger.clause, depth = 0; id >= 0 && depth < DEPTH; depth += 1) {
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
