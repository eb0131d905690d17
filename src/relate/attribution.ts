import { isOf } from '../lexicon/groups.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Named } from '../model/mention.ts';
import type { ActionType } from '../model/trigger.ts';
import type { Argument } from './arguments.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';
import { type CitedSource, followsBreak, isContent, type SourceFound } from './sources.ts';
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

/** Whether a semicolon parts two places of a sentence: who is cited on one side does not speak on the other. */
function isSplit({ document, sentence }: { document: Document; sentence: Sentence }, a: number, b: number): boolean {
  for (let i = Math.min(a, b); i < Math.max(a, b); i += 1)
    if (sentence.tags[i - sentence.from] === 'break' && tokenText(document, i) === ';') return true;
  return false;
}

/** "maar kon VOLGENS KPN niet": in the middle of a clause who is cited says that clause and what hangs on it, else all. */
function reaches(sentence: Sentence, source: SourceFound, trigger: TriggerFound): boolean {
  const clause = sentence.clauseOf[source.verb - sentence.from] ?? -1;
  const own = sentence.clauses[clause];
  if (own === undefined || own.opening !== 'coordinate' || followsBreak(sentence, source.verb)) return true;
  let below = sentence.clauses[trigger.clause];
  for (let depth = 0; below !== undefined && depth < DEPTH; depth += 1) {
    if (below.id === clause) return true;
    below = sentence.clauses[below.parent];
  }
  return false;
}

/** "…, and X said THAT …": a clause with content of its own, or joined to the one before, says nothing of what stands before it. */
function saysMore(
  { document, language }: Pick<Context, 'document' | 'language'>,
  sentence: Sentence,
  source: SourceFound,
): boolean {
  const own = sentence.clauses[source.clause];
  if (own === undefined || sentence.tags[own.from - sentence.from] === 'coordinator') return true;
  return sentence.clauses.some(
    one =>
      one.parent === source.clause &&
      one.from > source.verb &&
      !one.quoted &&
      isContent(document, sentence, language, one),
  );
}

function covers(
  { document, language }: Context,
  sentence: Sentence,
  source: SourceFound,
  trigger: TriggerFound,
): boolean {
  if (isSplit({ document, sentence }, source.verb, trigger.anchor)) return false;
  if (source.clause < 0) return reaches(sentence, source, trigger);
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
      (own.finite === source.verb || own.auxiliaries !== 0) &&
      followsBreak(sentence, own.from) &&
      !saysMore({ document, language }, sentence, source))
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
