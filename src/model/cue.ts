import type { RuleBase } from './rule.ts';

/** What a cue does to the factuality of the actions in its clause (FactBank's dimensions; ACTIONS.md §3). */
export type CueEffect =
  | 'negates'
  | 'keeps' // looks like a negation and is none: "niet alleen", "not only"
  | 'hardly' // negates, but only probably
  | 'possible'
  | 'probable'
  | 'certain'
  | 'unknown'
  | 'planned'
  | 'advised'
  | 'hypothetical'
  | 'ongoing'
  | 'attempt';

/** Words that change how true an action is told to be. */
export interface Cue extends RuleBase {
  readonly effect: CueEffect;
  /** Phrases, words joined by a blank; any of them is the cue. */
  readonly phrases: readonly string[];
  /** The cue works on what follows it only, on what precedes it only, or on its whole clause. */
  readonly reach: 'after' | 'before' | 'clause';
}
