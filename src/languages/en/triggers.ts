import type { TriggerRule } from '../../model/trigger.ts';
import { attackTriggers } from './triggers-attack.ts';
import { responseTriggers } from './triggers-response.ts';

/** All English trigger rules. */
export const triggers: readonly TriggerRule[] = [...attackTriggers, ...responseTriggers];
