import type { TriggerRule } from '../../model/trigger.ts';

/** English rules for what is done about an incident, and what it costs. */
export const responseTriggers: readonly TriggerRule[] = [];
