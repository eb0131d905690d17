import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { AUXILIARY, PRONOUN, SPEECH, SUBJECT } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { Clause, Opening, Tag } from './sentence.ts';

/** What stands between two marks or openers; clauses are made of it. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly opening: Opening | null;
  readonly finite: number;
  readonly verbal: boolean;
  readonly quoted: boolean;
}

/** A clause to which segments can still be added. */
type Growing = { -readonly [key in keyof Clause]: Clause[key] };

/** Cut a tagged sentence into clauses; a clause that another interrupts goes on behind it. */
export function findClauses(
  document: Document,
  language: CompiledLanguage,
  tags: readonly Tag[],
  from: number,
  to: number,
): { clauseOf: number[]; clauses: Clause[] } {
  const { grammar } = language.source;
  const segments: Segment[] = [];
  let start = from;
  let opening: Opening | null = 'main';
  let quoted = false;
  let segmentQuoted = false;
  const close = (end: number, next: Opening | null): void => {
    if (end > start) {
      let finite = -1;
      let verbal = false;
      for (let i = start; i < end; i += 1) {
        const tag = tags[i - from];
        if ((tag === 'finite' || tag === 'auxiliary') && finite < 0) finite = i;
        if (tag === 'finite' || tag === 'auxiliary' || tag === 'participle' || tag === 'infinitive' || tag === 'gerund')
          verbal = true;
      }
      segments.push({ from: start, to: end, opening, finite, verbal, quoted: segmentQuoted });
    }
    start = end;
    opening = next;
    segmentQuoted = quoted;
  };
  const opened = (): Opening | null => opening;
  for (let i = from; i < to; i += 1) {
    const tag = tags[i - from];
    if (tag === 'quote' || tag === 'break') {
      if (tag === 'quote') {
        const mark = tokenText(document, i);
        if (mark === '“' || mark === '‘' || mark === '«' || mark === '„') quoted = true;
        else if (mark === '”' || mark === '»') quoted = false;
        else if (mark === '"') quoted = !quoted;
        else if (mark === '’') quoted = false;
      }
      const mark = tokenText(document, i);
      close(i, tag === 'quote' || mark === ')' || mark === ']' ? null : 'main');
      start = i + 1;
      segmentQuoted = quoted;
    } else if (tag === 'comma') {
      close(i, null);
      start = i + 1;
    } else if (tag === 'subordinator') close(i, 'subordinate');
    else if (tag === 'relative') close(i, 'relative');
    else if (tag === 'coordinator') close(i, 'coordinate');
    else if (tag === 'preposition' && isOf(document, language.groups, i, 'infinitiveOpeners') && infinitiveFollows(i))
      close(i, 'infinitive');
    // "Om dit te voorkomen sloot de school …": the group is over, the clause that it opens begins with its verb.
    else if (
      grammar.verbFinal &&
      opened() === 'infinitive' &&
      (tag === 'finite' || tag === 'auxiliary') &&
      tags[i - 1 - from] === 'infinitive'
    )
      close(i, 'main');
    else if (grammar.infinitiveClauses && tag === 'to') close(i, 'infinitive');
    else if (
      grammar.bareContent &&
      i > from &&
      tags[i - 1 - from] === 'finite' &&
      ((document.words[i - 1] ?? 0) & SPEECH) !== 0 &&
      bareContent(i)
    )
      close(i, 'subordinate');
    else if (grammar.bareContent && lateContent(i)) close(i, 'subordinate');
    else if (grammar.bareContent && i > from && tags[i - 1 - from] === 'noun' && bareRelative(i)) close(i, 'relative');
  }
  close(to, null);

  /** "said on Friday IT HAD CLOSED", "said in a statement THE ATTACKERS HAD": content behind more words of saying. */
  function lateContent(i: number): boolean {
    const before = tags[i - 1 - from];
    if (i - 1 < start || (before !== 'noun' && before !== 'name' && before !== 'date')) return false;
    const tag = tags[i - from];
    const opens = tag === 'determiner' || (tag === 'pronoun' && ((document.words[i] ?? 0) & SUBJECT) !== 0);
    if (!opens && !(before === 'date' && (tag === 'name' || tag === 'noun'))) return false;
    for (let k = i - 2; k >= start; k -= 1) {
      const said = tags[k - from];
      if (said === 'finite' || said === 'auxiliary')
        return said === 'finite' && ((document.words[k] ?? 0) & SPEECH) !== 0 && bareContent(i);
    }
    return false;
  }

  /** "the data IT SAYS was taken": a subject pronoun directly behind a noun opens a clause that describes it. */
  function bareRelative(i: number): boolean {
    const bits = document.words[i] ?? 0;
    // "With a leaked password they …": behind what opens the sentence stands its subject.
    const first = tags[start - from];
    if (first === 'preposition' || first === 'subordinator' || first === 'adverb') return false;
    return tags[i - from] === 'pronoun' && (bits & PRONOUN) !== 0 && (bits & SUBJECT) !== 0 && bareContent(i);
  }

  /** "The firm said it had closed": content that no word opens. */
  function bareContent(i: number): boolean {
    const opener = tags[i - from];
    if (
      opener !== 'determiner' &&
      opener !== 'pronoun' &&
      opener !== 'name' &&
      opener !== 'noun' &&
      opener !== 'number'
    )
      return false;
    for (let k = i; k < to && k < i + 20; k += 1) {
      const tag = tags[k - from];
      // "warned customers and blocked the account": what is coordinated is no content.
      if (tag === 'finite' || tag === 'auxiliary') return tags[k - 1 - from] !== 'coordinator';
      if (
        tag === 'break' ||
        tag === 'comma' ||
        tag === 'subordinator' ||
        tag === 'relative' ||
        tag === 'quote' ||
        tag === 'to'
      )
        return false;
    }
    return false;
  }

  function infinitiveFollows(i: number): boolean {
    for (let k = i + 1; k < to && k < i + 25; k += 1) {
      const tag = tags[k - from];
      if (tag === 'to') return true;
      if (tag === 'break' || tag === 'finite' || tag === 'auxiliary') return false;
    }
    return false;
  }

  const clauseOf = new Array<number>(to - from).fill(-1);
  const clauses: Growing[] = [];
  /** The clause that was opened or continued last. */
  let current: Growing | undefined;
  const join = (segment: Segment, clause: Growing): void => {
    clause.from = Math.min(clause.from, segment.from);
    clause.to = Math.max(clause.to, segment.to);
    if (clause.finite < 0) clause.finite = segment.finite;
    for (let i = segment.from; i < segment.to; i += 1) clauseOf[i - from] = clause.id;
    current = clause;
  };
  const open = (segment: Segment, how: Opening, parent: number): void => {
    const clause = {
      id: clauses.length,
      opening: how,
      parent,
      from: segment.from,
      to: segment.to,
      finite: segment.finite,
      auxiliaries: 0,
      verbFinal: false,
      quoted: segment.quoted,
    };
    clauses.push(clause);
    join(segment, clause);
  };
  for (const segment of segments) place(segment);
  for (const clause of clauses) describe(clause);
  return { clauseOf, clauses };

  /** Give a segment its clause: a new one, or one that it continues. */
  function place(segment: Segment): void {
    const last = current;
    if (last === undefined) {
      open(segment, segment.opening ?? 'main', -1);
      return;
    }
    if (segment.opening === 'subordinate' || segment.opening === 'relative' || segment.opening === 'infinitive') {
      open(segment, segment.opening, last.id);
      return;
    }
    // A few quoted words inside a clause belong to it: "dat hun systeem 'gecompromitteerd' is".
    if (segment.quoted && segment.finite < 0 && segment.opening === null) {
      join(segment, last);
      return;
    }
    if (!segment.verbal) {
      if (isNameAside(segment)) return;
      if (segment.opening === 'main' && document.text.charAt((document.tokens.start[segment.from] ?? 1) - 1) !== '(')
        open(segment, 'main', -1);
      else join(segment, last);
      return;
    }
    if (segment.opening === 'main') open(segment, 'main', -1);
    else if (segment.opening === 'coordinate' && last.finite < 0 && !hasVerb(last)) join(segment, last);
    else if (segment.opening === 'coordinate') open(segment, 'coordinate', coordinatedWith(segment, last).id);
    else if (segment.finite >= 0) {
      const headless = clauses.findLast(
        clause =>
          clause.finite < 0 &&
          (clause.opening === 'main' || clause.opening === 'coordinate' || clause.opening === 'subordinate') &&
          (clause.quoted === segment.quoted || last.id === clause.id),
      );
      const waits =
        headless !== undefined &&
        (!hasVerb(headless) || (grammar.verbFinal && segment.finite === segment.from && headless.opening === 'main'));
      if (headless !== undefined && waits) join(segment, headless);
      else open(segment, 'main', last.id);
    } else if (!grammar.verbFinal)
      join(
        segment,
        last.opening === 'relative'
          ? (clauses.findLast(clause => clause.finite >= 0 && clause.opening !== 'relative') ?? last)
          : last,
      );
    else join(segment, clauses.findLast(clause => clause.finite >= 0) ?? last);
  }

  /** "the Centre (NCSC) advises": a name in brackets behind another is no part of the clause, but the same once more. */
  function isNameAside(segment: Segment): boolean {
    if (document.text.charAt((document.tokens.start[segment.from] ?? 1) - 1) !== '(') return false;
    const before = tags[segment.from - 2 - from];
    if (before !== 'name' && before !== 'noun') return false;
    let named = false;
    for (let i = segment.from; i < segment.to; i += 1) {
      const tag = tags[i - from];
      if (tag === 'name') named = true;
      else if (tag !== 'determiner' && tag !== 'glue' && tag !== 'preposition' && tag !== 'attributive') return false;
    }
    return named;
  }

  /** The clause that a coordinated one goes on with: by its verb it can share a subject, an auxiliary, or "to" with it. */
  function coordinatedWith(segment: Segment, last: Growing): Growing {
    const above = (fits: (clause: Growing) => boolean): Growing => {
      for (let clause: Growing | undefined = last; clause !== undefined; clause = clauses[clause.parent])
        if (fits(clause)) return clause;
      return clauses.findLast(fits) ?? last;
    };
    if (segment.finite >= 0) {
      if (!grammar.verbFinal) return above(clause => clause.finite >= 0);
      return closesWithVerb(segment.finite, segment.to)
        ? last
        : above(
            clause =>
              clause.finite >= 0 &&
              (clause.opening === 'main' || (clause.opening === 'coordinate' && !isFinal(clause))),
          );
    }
    const form = lastVerb(segment);
    if (form === 'participle') return above(clause => holds(clause, 'auxiliary') || holds(clause, 'participle'));
    if (form === 'infinitive') return above(clause => holds(clause, 'infinitive'));
    return last;
  }

  /** A clause with its verb last, itself or by the one that it is coordinated with. */
  function isFinal(clause: Growing): boolean {
    return closesWithVerb(clause.finite, clause.to);
  }

  /** Whether nothing but other verbs stands behind a finite verb, and something before it. */
  function closesWithVerb(finite: number, end: number): boolean {
    const clause = clauseOf[finite - from] ?? -1;
    for (let i = finite + 1; i < end; i += 1) {
      const tag = tags[i - from];
      if (clause >= 0 && clauseOf[i - from] !== clause) continue;
      if (
        tag !== 'participle' &&
        tag !== 'infinitive' &&
        tag !== 'finite' &&
        tag !== 'auxiliary' &&
        tag !== 'to' &&
        tag !== 'glue' &&
        tag !== 'break' &&
        tag !== 'quote'
      )
        return false;
    }
    const before = tags[finite - 1 - from];
    return before !== 'coordinator' && before !== undefined;
  }

  function lastVerb(segment: Segment): Tag | undefined {
    for (let i = segment.to - 1; i >= segment.from; i -= 1) {
      const tag = tags[i - from];
      if (tag === 'participle' || tag === 'infinitive' || tag === 'gerund') return tag;
    }
    return undefined;
  }

  function holds(clause: Growing, wanted: Tag): boolean {
    for (let i = clause.from; i < clause.to; i += 1)
      if (clauseOf[i - from] === clause.id && tags[i - from] === wanted) return true;
    return false;
  }

  /** What is told of a clause once all its words are known. */
  function describe(clause: Growing): void {
    for (let i = clause.from; i < clause.to; i += 1)
      if (clauseOf[i - from] === clause.id && tags[i - from] === 'auxiliary')
        clause.auxiliaries |= (document.words[i] ?? 0) & AUXILIARY;
    if (clause.auxiliaries === 0 && clause.finite < 0 && clause.opening === 'coordinate')
      clause.auxiliaries = clauses[clause.parent]?.auxiliaries ?? 0;
    clause.verbFinal = grammar.verbFinal && clause.finite >= 0 && closesWithVerb(clause.finite, clause.to);
  }

  function hasVerb(clause: Growing): boolean {
    return holds(clause, 'participle') || holds(clause, 'infinitive') || holds(clause, 'gerund');
  }
}
