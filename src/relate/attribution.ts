import { isOf } from '../lexicon/groups.ts';
import { HAVE } from '../model/bits.ts';
import { tokenText } from '../model/document.ts';
import type { Named } from '../model/mention.ts';
import type { ActionType } from '../model/trigger.ts';
import type { Argument } from './arguments.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';
import { type CitedSource, isContent, type SourceFound } from './sources.ts';
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

/** How far before a verb the word stands at most that shows that another verb governs it. */
const GOVERNED = 14;

/** Who is cited around a sentence: in one shortly before it, and in the next. */
export interface Speakers {
  readonly last: readonly SourceFound[];
  readonly next: readonly SourceFound[];
}

/**
 * Who is cited for a trigger: in whose words it stands, or whose quote.
 *
 * @param speakers for a quote that names nobody, and for what the next sentence attributes
 */
export function citedFor(
  context: Context,
  sentence: Sentence,
  sources: readonly SourceFound[],
  trigger: TriggerFound,
  speakers: Speakers,
): CitedSource[] {
  const { document } = context;
  const seen = new Map<string, CitedSource>();
  for (const one of sources) {
    const inside =
      one.source.start >= (document.tokens.start[trigger.from] ?? 0) &&
      one.source.end <= (document.tokens.end[trigger.to - 1] ?? 0);
    if (!inside && covers(context, sentence, one, trigger)) seen.set(one.source.name, one.source);
  }
  if (seen.size === 0 && sources.length === 0) {
    const quoted = sentence.clauses[trigger.clause]?.quoted === true;
    const back = speakers.next.filter(one => one.back);
    const carried = back.length > 0 ? back : quoted && speakers.last.length === 0 ? speakers.next : [];
    for (const { source } of carried.length > 0 ? carried : quoted ? speakers.last : []) seen.set(source.name, source);
  }
  return [...seen.values()];
}

/** Who tells, advises or publishes is no source for that very act. */
export function withoutTellers(
  type: ActionType,
  cited: readonly CitedSource[],
  actors: readonly Argument[],
): readonly CitedSource[] {
  if (!TELLING.has(type)) return cited;
  const tells = actors.filter(actor => (actor.how !== 'inferred' || type === 'claim') && actor.how !== 'pronoun');
  return cited.filter(
    one => !tells.some(actor => actor.name === one.name || (one.for !== null && actor.ref === one.for)),
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

/** Verbs of saying whose object is what is said: "bevestigt een inbraak", "spoke of an outage". */
const NOMINAL = ['claims', 'denies', 'confirms', 'speaksOf'] as const;

function covers(
  { document, language }: Context,
  sentence: Sentence,
  source: SourceFound,
  trigger: TriggerFound,
): boolean {
  if (source.clause < 0) return true;
  if (source.clause === trigger.clause)
    return (
      trigger.from > source.verb &&
      (trigger.start.by === 'verb'
        ? nonFinite(sentence, source, trigger)
        : trigger.start.by === 'noun' && NOMINAL.some(group => isOf(document, language.groups, source.verb, group)))
    );
  let below = sentence.clauses[trigger.clause];
  for (let depth = 0; below !== undefined && depth < DEPTH; depth += 1) {
    if (below.parent === source.clause) {
      if (isContent(document, sentence, language, below)) return below.from > source.verb || below.quoted;
      break;
    }
    below = sentence.clauses[below.parent];
  }
  const own = sentence.clauses[source.clause];
  const other = sentence.clauses[trigger.clause];
  if (own === undefined || other === undefined) return false;
  return (
    other.quoted ||
    (other.from < own.from &&
      (own.opening === 'main' || own.opening === 'coordinate') &&
      (own.finite === source.verb || (own.auxiliaries & HAVE) !== 0) &&
      followsBreak(sentence, own.from) &&
      tokenText(document, own.from - 1) !== ';')
  );
}

/** "beweert bestanden TE HEBBEN GESTOLEN", "denies BEING HACKED": what the finite verb of saying governs. */
function nonFinite(sentence: Sentence, source: SourceFound, trigger: TriggerFound): boolean {
  if (sentence.clauses[source.clause]?.finite !== source.verb) return false;
  for (let i = trigger.anchor; i > source.verb && i > trigger.anchor - GOVERNED; i -= 1) {
    const tag = sentence.tags[i - sentence.from];
    if (tag === 'to' || tag === 'gerund') return true;
    if (tag === 'comma' || tag === 'coordinator' || tag === 'break') return false;
  }
  return false;
}

/** "…, zegt X": the clause of saying stands behind a comma or quote. */
function followsBreak(sentence: Sentence, from: number): boolean {
  const before = sentence.tags[from - 1 - sentence.from];
  return before === 'comma' || before === 'quote' || before === 'break';
}
