import type { Named } from '../model/mention.ts';

/** What a token is in its sentence, once words that could be noun or verb are decided. */
export type Tag =
  | 'finite'
  | 'participle'
  | 'infinitive'
  | 'gerund'
  | 'attributive'
  | 'auxiliary'
  | 'determiner'
  | 'pronoun'
  | 'preposition'
  | 'coordinator'
  | 'subordinator'
  | 'relative'
  | 'negation'
  | 'adverb'
  | 'to'
  | 'noun'
  | 'name'
  | 'number'
  | 'date'
  | 'comma'
  | 'quote'
  | 'break'
  | 'glue'
  | 'particle';

/** A noun phrase: the tokens `[from, to)`, its head, and the preposition that governs it. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** First token without determiners. */
  readonly core: number;
  readonly head: number;
  /** The preposition's token, or -1. */
  readonly preposition: number;
  readonly pronoun: boolean;
  readonly definite: boolean;
  readonly named: readonly Named[];
  readonly person: boolean;
  readonly clause: number;
  /** The phrase that this one completes ("de servers VAN DE GEMEENTE"), by its place in the list, or -1. */
  readonly of: number;
}

/** How a clause begins. */
export type Opening = 'main' | 'subordinate' | 'relative' | 'infinitive' | 'coordinate';

/** A clause; its tokens are those with its number in `clauseOf`, for a relative clause may stand inside it. */
export interface Clause {
  readonly id: number;
  readonly opening: Opening;
  /** The clause in which or after which it stands, or -1. */
  readonly parent: number;
  readonly from: number;
  readonly to: number;
  /** The first finite verb or auxiliary, or -1. */
  readonly finite: number;
  /** Word classes of its auxiliaries, as bits; of a coordinated clause without any those that it shares. */
  readonly auxiliaries: number;
  /** Whether its finite verb closes it. */
  readonly verbFinal: boolean;
  readonly quoted: boolean;
}

/** A sentence taken apart. Token numbers are those of the document. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly tags: readonly Tag[];
  readonly clauseOf: readonly number[];
  readonly clauses: readonly Clause[];
  readonly phrases: readonly Phrase[];
  /** The phrases of each clause. */
  readonly inClause: readonly (readonly Phrase[])[];
}
