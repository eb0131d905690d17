import type { TriggerRule } from '../../model/trigger.ts';

/** Triggers. */
export const responseTriggers: readonly TriggerRule[] = [];
