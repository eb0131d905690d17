/** A sentence that a rule must fire on. The text and what it must find there are run as a test. */
export interface Example {
  readonly text: string;
  /** The exact words that the rule finds. */
  readonly finds: string;
  /** The value that they mean: a TIMEX3 value, a canonical name, an action type … */
  readonly value?: string;
  /** Publication date of the example, where the value needs one. */
  readonly published?: string;
}

/** What all rules have in common: an id for ever, what it means, and the proof. */
export interface RuleBase {
  /** `language/kind/what-it-finds`. */
  readonly id: string;
  /** One sentence on what the rule finds. */
  readonly means: string;
  readonly examples: readonly Example[];
  /** Near misses: sentences in which the rule must stay silent. */
  readonly rejects: readonly string[];
}
