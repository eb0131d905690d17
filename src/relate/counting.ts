import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { DETERMINER, POSSESSIVE, wordBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import type { QuantityFound } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { PUNCTUATION } from '../model/tokens.ts';
import type { ActionType, Role } from '../model/trigger.ts';
import type { Action } from './relate.ts';

/** The action of which a quantity counts an argument, and which one; neither where it counts something else. */
export interface Tie {
  readonly action: string | null;
  readonly role: Role | null;
}

const NONE: Tie = { action: null, role: null };
const ROLES = ['actor', 'target', 'recipient', 'instrument', 'affected'] as const;
const SPANS_OF = {
  actor: 'actors',
  target: 'targets',
  recipient: 'recipients',
  instrument: 'instruments',
  affected: 'affected',
} as const;
/** Types whose sum of money is what is paid, asked or imposed, though the phrase may name no other target. */
const OF_MONEY: ReadonlySet<ActionType> = new Set<ActionType>(['pay-ransom', 'extort', 'fine', 'sue']);
/** Words over which a sum does not belong to a trigger any more. */
const CLOSES = wordBits('past', 'present', 'infinitive', 'subordinator', 'relative', 'coordinator', 'subject');
/** How many words may stand between a trigger and its sum, or a number and the words that make it vague. */
const REACH = 7;

/**
 * Tie quantities to the actions whose arguments they count.
 *
 * A quantity counts an argument if it stands in its phrase ("40 servers"), behind it as that whose it is ("the data of
 * 12,000 people"), or directly before it as its measure ("600 gigabytes of files"); a sum of money also counts what is paid,
 * demanded or imposed in its clause. What merely stands in the same sentence counts nothing ("the clinic treats 40,000").
 *
 * @returns a tie for each quantity, in their order
 */
export function tieQuantities(
  document: Document,
  quantities: readonly QuantityFound[],
  actions: readonly Action[],
  language: CompiledLanguage,
): Tie[] {
  const { tokens } = document;
  const { owners, bounds } = language.quantities;
  const bySentence = new Map<number, Action[]>();
  for (const action of actions) {
    const held = bySentence.get(action.sentence.start);
    if (held) held.push(action);
    else bySentence.set(action.sentence.start, [action]);
  }
  const lowered = (token: number): string =>
    token < 0 || token >= tokens.count ? '' : tokenText(document, token).toLowerCase();
  const has = (token: number, bits: number): boolean => ((document.words[token] ?? 0) & bits) !== 0;

  const ties: Tie[] = [];
  quantities.forEach((quantity, i) => {
    const first = document.sentences[document.sentenceOf[quantity.from] ?? 0] ?? 0;
    const near = bySentence.get(tokens.start[first] ?? 0) ?? [];
    ties.push(near.length === 0 ? NONE : tieOf(quantity, first, near, quantities[i - 1], ties.at(-1)));
  });
  return ties;

  function tieOf(
    quantity: QuantityFound,
    first: number,
    near: readonly Action[],
    before: QuantityFound | undefined,
    tieBefore: Tie | undefined,
  ): Tie {
    const inside = argumentWhere(near, one => one.start < quantity.end && quantity.start < one.end);
    if (inside !== null) return inside;
    const owner = ownerEnd(quantity.from, first);
    if (owner >= first) {
      const end = tokens.end[owner] ?? 0;
      const whose = argumentWhere(near, one => one.end === end);
      if (whose !== null) return whose;
      if (before?.end === end && tieBefore !== undefined && tieBefore.action !== null) return tieBefore;
    }
    let next = quantity.to;
    if (language.quantities.of.has(lowered(next)) || owners.has(lowered(next))) next += 1;
    const measured = argumentWhere(near, one => one.start === tokens.start[next]);
    if (measured !== null && quantity.kind !== 'percentage') return measured;
    return quantity.kind === 'money' ? sumOf(quantity, near) : NONE;
  }

  function argumentWhere(near: readonly Action[], fits: (one: Span) => boolean): Tie | null {
    for (const action of near)
      for (const role of ROLES) if (action[SPANS_OF[role]].some(fits)) return { action: action.id, role };
    return null;
  }

  /** The last token of what belongs to those who are counted ("the data of some 12,000 people"), or -1. */
  function ownerEnd(from: number, first: number): number {
    let at = from - 1;
    for (let step = 0; step < REACH && at > first; step += 1) {
      if (owners.has(lowered(at))) return owners.has(lowered(at - 1)) ? at - 2 : at - 1;
      const before = bounds.get(lowered(at))?.find(({ words }) => words.every((word, k) => lowered(at - k) === word));
      if (before !== undefined) at -= before.words.length;
      else if (has(at, DETERMINER | POSSESSIVE)) at -= 1;
      else {
        // "belonging to 40,000 people": the owner is named by two words.
        return owners.has(`${lowered(at - 1)} ${lowered(at)}`) ? at - 2 : -1;
      }
    }
    return -1;
  }

  function sumOf(quantity: QuantityFound, near: readonly Action[]): Tie {
    let best: Tie = NONE;
    let nearest = Number.POSITIVE_INFINITY;
    for (const action of near) {
      if (!OF_MONEY.has(action.type)) continue;
      const distance =
        action.trigger.end <= quantity.start
          ? between(action.trigger.end, quantity.from, -1, quantity.from)
          : between(action.trigger.start, quantity.to - 1, 1, quantity.to);
      if (distance < nearest) {
        nearest = distance;
        best = { action: action.id, role: 'target' };
      }
    }
    return best;
  }

  /** How many tokens lie between a quantity and an offset on one side of it, if nothing between closes the clause. */
  function between(offset: number, edge: number, step: 1 | -1, from: number): number {
    let count = 0;
    for (let at = step < 0 ? edge - 1 : from; count <= REACH && at >= 0 && at < tokens.count; at += step, count += 1) {
      const reached = step < 0 ? (tokens.end[at] ?? 0) <= offset : (tokens.start[at] ?? 0) >= offset;
      if (reached) return count;
      // Behind a determiner even a word that is also a verb is a noun: "a ransom".
      const closes = has(at, CLOSES) && !has(at - 1, DETERMINER);
      if (closes || tokens.kind[at] === PUNCTUATION) break;
    }
    return Number.POSITIVE_INFINITY;
  }
}
