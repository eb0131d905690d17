import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { SPEECH } from '../model/bits.ts';
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
    else if (grammar.infinitiveClauses && tag === 'to') close(i, 'infinitive');
    else if (
      grammar.bareContent &&
      i > from &&
      tags[i - 1 - from] === 'finite' &&
      ((document.words[i - 1] ?? 0) & SPEECH) !== 0 &&
      bareContent(i)
    )
      close(i, 'subordinate');
  }
  close(to, null);

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
      if (tag === 'finite' || tag === 'auxiliary') return true;
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
  const join = (segment: Segment, clause: { id: number; from: number; to: number; finite: number }): void => {
    clause.from = Math.min(clause.from, segment.from);
    clause.to = Math.max(clause.to, segment.to);
    if (clause.finite < 0) clause.finite = segment.finite;
    for (let i = segment.from; i < segment.to; i += 1) clauseOf[i - from] = clause.id;
  };
  const open = (segment: Segment, how: Opening, parent: number): void => {
    const clause = {
      id: clauses.length,
      opening: how,
      parent,
      from: segment.from,
      to: segment.to,
      finite: segment.finite,
      quoted: segment.quoted,
    };
    clauses.push(clause);
    join(segment, clause);
  };
  for (const segment of segments) {
    const last = clauses.at(-1);
    if (last === undefined) {
      open(segment, segment.opening ?? 'main', -1);
      continue;
    }
    if (segment.opening === 'subordinate' || segment.opening === 'relative' || segment.opening === 'infinitive') {
      open(segment, segment.opening, last.id);
      continue;
    }
    const headless = clauses.findLast(
      clause =>
        clause.finite < 0 &&
        (clause.opening === 'main' || clause.opening === 'coordinate' || clause.opening === 'subordinate') &&
        (clause.quoted === segment.quoted || last.id === clause.id),
    );
    // A few quoted words inside a clause belong to it: "dat hun systeem 'gecompromitteerd' is".
    if (segment.quoted && segment.finite < 0 && segment.opening === null) {
      join(segment, last);
      continue;
    }
    if (!segment.verbal) {
      if (segment.opening === 'main' && document.text.charAt((document.tokens.start[segment.from] ?? 1) - 1) !== '(')
        open(segment, 'main', -1);
      else join(segment, last);
      continue;
    }
    if (segment.opening === 'main') open(segment, 'main', -1);
    else if (segment.finite >= 0) {
      if (headless !== undefined && !hasVerb(headless)) join(segment, headless);
      else if (segment.opening === 'coordinate') open(segment, 'coordinate', last.id);
      else open(segment, 'main', last.id);
    } else if (!grammar.verbFinal) {
      if (segment.opening === 'coordinate') open(segment, 'coordinate', last.id);
      else
        join(
          segment,
          last.opening === 'relative'
            ? (clauses.findLast(clause => clause.finite >= 0 && clause.opening !== 'relative') ?? last)
            : last,
        );
    } else {
      const waiting = clauses.findLast(clause => clause.finite >= 0);
      if (segment.opening === 'coordinate') open(segment, 'coordinate', last.id);
      else join(segment, waiting ?? last);
    }
  }
  return { clauseOf, clauses };

  function hasVerb(clause: { id: number; from: number; to: number }): boolean {
    for (let i = clause.from; i < clause.to; i += 1) {
      if (clauseOf[i - from] !== clause.id) continue;
      const tag = tags[i - from];
      if (tag === 'participle' || tag === 'infinitive' || tag === 'gerund') return true;
    }
    return false;
  }
}
