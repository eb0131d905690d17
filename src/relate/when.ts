import { isOf } from '../lexicon/groups.ts';
import { nounBits, SPEECH } from '../model/bits.ts';
import { parseIsoDay } from '../model/calendar.ts';
import type { WordGroup } from '../model/language.ts';
import type { DateFound } from '../model/mention.ts';
import type { Context } from './context.ts';
import type { Clause, Sentence, Tag } from './sentence.ts';
import { isContent } from './sources.ts';
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

const VERBS: ReadonlySet<Tag> = new Set<Tag>(['finite', 'auxiliary', 'participle', 'infinitive', 'gerund']);
const ATTACK = nounBits('attack');
/** How many clauses up a date is looked for that governs an action. */
const DEPTH = 6;
/** How far before "since" the words stand at most that make it the measure of a record: "the WORST since 2017". */
const MEASURED = 5;

/**
 * The date that tells when an action happened: the nearest in its clause, else one that governs its clause from above
 * (all of a coordination's, those in front of the sentence for what hangs on it), else none. When something was said,
 * advised or planned is not when it happened, and a date that hangs on a noun ("the attack of Friday") dates that noun.
 *
 * @param container the advice, order or plan whose content the trigger is, or null
 * @param ahead whether the action is still to come, as planned, advised or only possible
 */
export function dateFor(
  context: Context,
  sentence: Sentence,
  trigger: TriggerFound,
  container: TriggerFound | null,
  ahead: boolean,
): When | null {
  const { document, language, map, mentions } = context;
  const is = (token: number, group: WordGroup): boolean =>
    token >= sentence.from && token < sentence.to && isOf(document, language.groups, token, group);
  const tagAt = (i: number) => (i < sentence.from || i >= sentence.to ? undefined : sentence.tags[i - sentence.from]);
  const dates = datesOf();
  if (dates.length === 0) return null;
  const clause = sentence.clauses[trigger.clause];
  if (clause === undefined) return null;
  const found = ownDate(clause) ?? governing(clause);
  return found === null ? null : { index: map.dateAt[found.from] ?? -1, relation: relationOf(found) };

  /** The points in time of the sentence. */
  function datesOf(): DateFound[] {
    const found: DateFound[] = [];
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const date = mentions.dates[map.dateAt[i] ?? -1];
      if (date === undefined) continue;
      i = date.to - 1;
      if (date.type === 'DURATION' || date.type === 'SET' || date.value.endsWith('_REF') || measures(date)) continue;
      found.push(date);
    }
    return found;
  }

  function ownDate(clause: Clause): DateFound | null {
    let best: DateFound | null = null;
    let distance = Number.POSITIVE_INFINITY;
    // "confirmed an outage on Monday": what is said has no date from when it was said.
    const saidHere = trigger.start.by === 'noun' && speaks(clause);
    for (const date of dates) {
      if (clauseWith(date) !== clause.id) continue;
      const noun = nounOf(date);
      const attached = noun >= trigger.from && noun < trigger.to;
      if (noun >= 0 && !attached && timeOfNoun(noun) === null && !isRepelled(noun)) continue;
      if (saidHere && !attached) continue;
      if (container !== null && container.clause === clause.id && belongsTo(container, date)) continue;
      const away = attached ? 0 : Math.abs(date.from - trigger.anchor);
      if (away < distance) {
        distance = away;
        best = date;
      }
    }
    return best;
  }

  /** The clause of a date; of "BEFORE 10 May", which has no verb, the one it stands in. */
  function clauseWith(date: DateFound): number {
    const clause = sentence.clauses[sentence.clauseOf[date.from - sentence.from] ?? -1];
    if (clause === undefined || clause.opening !== 'subordinate' || clause.parent < 0 || date.from - clause.from > 2)
      return clause?.id ?? -1;
    for (let i = clause.from; i < clause.to; i += 1) {
      const tag = tagAt(i);
      if (sentence.clauseOf[i - sentence.from] === clause.id && tag !== undefined && VERBS.has(tag)) return clause.id;
    }
    return clause.parent;
  }

  /** What is repelled is repelled when it comes: "LAST SUNDAY's attack was repelled". */
  function isRepelled(noun: number): boolean {
    return trigger.start.rule.rule.type === 'block' && ((document.nouns[noun] ?? 0) & ATTACK) !== 0;
  }

  /** "adviseerde MAANDAG de server uit te zetten": a date before what is advised, nearer to who advises. */
  function belongsTo(container: TriggerFound, date: DateFound): boolean {
    return date.from <= container.anchor || date.from - container.to < 1 || date.to < trigger.anchor - 4;
  }

  function governing(clause: Clause): DateFound | null {
    for (let below = clause, depth = 0; depth < DEPTH; depth += 1) {
      const above = sentence.clauses[below.parent];
      if (above === undefined || (speaks(above) && below.opening !== 'coordinate')) return null;
      const date = governedBy(above, below);
      if (date !== null) return date;
      if (below.opening === 'main' || barred(below)) return null;
      below = above;
    }
    return null;
  }

  /** Whether a clause takes no date from above: what is found or decided, and what lies at another time. */
  function barred(below: Clause): boolean {
    if (below.opening === 'infinitive') return ahead || container !== null;
    if (below.opening === 'subordinate')
      return isContent(document, sentence, language, below) || is(below.from, 'otherTime');
    return below.opening === 'relative' && !is(below.from, 'resultRelatives');
  }

  function governedBy(above: Clause, below: Clause): DateFound | null {
    const open = barred(below);
    if (open && below.opening !== 'infinitive') return null;
    // "Toen MAANDAG de servers uitvielen, sloot …"
    const sameTime = below.opening === 'main' && above.opening === 'subordinate' && is(above.from, 'sameTime');
    if (below.opening === 'main' && !sameTime) return null;
    // What shares its verb with the clause before shares its dates; of others only those in front reach so far.
    const all = sameTime || (below.opening === 'coordinate' && below.finite < 0) || below.opening === 'infinitive';
    return (
      dates.find(
        date =>
          clauseWith(date) === above.id &&
          (all || inFront(date, above)) &&
          // "have UNTIL NOON to disconnect it": of what is still to come only a last day reaches so far.
          (!open || isDeadline(date)) &&
          nounOf(date) < 0,
      ) ?? null
    );
  }

  function isDeadline({ modifier }: DateFound): boolean {
    return modifier === 'ON_OR_BEFORE' || modifier === 'BEFORE';
  }

  function inFront(date: DateFound, { finite, from }: Clause): boolean {
    return date.from < finite && date.from - from < 4;
  }

  /** A clause of saying: what it dates is when something was said. */
  function speaks(clause: Clause): boolean {
    for (let i = clause.from; i < clause.to; i += 1) {
      if (sentence.clauseOf[i - sentence.from] !== clause.id) continue;
      const tag = tagAt(i);
      if (tag !== 'finite' && tag !== 'participle') continue;
      if (((document.words[i] ?? 0) & SPEECH) !== 0) return !is(i, 'lets') || letsKnow(i);
    }
    return false;
  }

  function letsKnow(from: number): boolean {
    for (let i = from + 1; i < sentence.to; i += 1) if (is(i, 'know')) return true;
    return false;
  }

  /** The noun that a date describes, "de aanval van VRIJDAG", "FRIDAY's attack", "its MONDAY update"; -1 if none. */
  function nounOf(date: DateFound): number {
    const before = date.from - 1;
    if (is(before, 'of') && tagAt(before - 1) === 'noun' && !is(date.to, 'until')) return before - 1;
    const described = is(date.to, 'genitives') || tagAt(before) === 'determiner';
    if (!described) return -1;
    const at = is(date.to, 'genitives') ? date.to + 1 : date.to;
    for (let i = at; i < at + 3; i += 1) {
      if (tagAt(i) === 'noun' && tagAt(i + 1) !== 'noun') return i;
      if (tagAt(i) !== 'noun' && tagAt(i) !== 'attributive') break;
    }
    return -1;
  }

  /** "SINDS de aanval van vrijdag": how a noun's date reaches beyond the noun. */
  function timeOfNoun(noun: number): Relation | null {
    const { preposition = -1 } = sentence.phrases.find(one => one.from <= noun && noun < one.to) ?? {};
    if (is(preposition, 'since')) return 'since';
    if (is(preposition, 'until')) return 'until';
    if (is(preposition, 'timeAfter')) return 'after';
    return is(preposition, 'timeBefore') ? 'before' : null;
  }

  /** "voor het EERST sinds 2017": a date that only says how rare something is. */
  function measures(date: DateFound): boolean {
    if (!is(date.from - 1, 'since')) return false;
    for (let i = date.from - 2; i >= sentence.from && i > date.from - 2 - MEASURED; i -= 1)
      if (is(i, 'superlatives')) return true;
    return false;
  }

  function relationOf(date: DateFound): Relation {
    const noun = nounOf(date);
    if (noun >= 0 && (noun < trigger.from || noun >= trigger.to)) return timeOfNoun(noun) ?? 'at';
    switch (date.modifier) {
      case 'ON_OR_AFTER':
        return 'since';
      case 'AFTER':
        return 'after';
      case 'ON_OR_BEFORE':
        return 'until';
      case 'BEFORE':
        return is(date.from - 1, 'until') ? 'until' : 'before';
      default:
        return 'at';
    }
  }
}
