import type { LanguageCode } from './language.ts';
import type { ActionType, TriggerRule } from './trigger.ts';

/** A trigger that a user brings: a word that tells of a type of action. */
export interface OwnTrigger {
  readonly type: ActionType;
  readonly language: LanguageCode;
  /** The lemma as it was written: `droog|leggen`, `n:kabelbreuk`, `p:uit de running`. */
  readonly lemma: string;
  readonly is: 'verb' | 'noun' | 'phrase';
  /** The lemma without what tells its class. */
  readonly words: string;
  readonly roles: NonNullable<TriggerRule['roles']>;
}
