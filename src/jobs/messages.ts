import type { Order, Part, Unit } from './order.ts';

/** What a worker is started with. */
export interface Start {
  readonly order: Order;
  /** Numbers that both sides see: where the worker stands. */
  readonly state: Int32Array;
  /** Whether the time of each article is limited. */
  readonly isTimed: boolean;
}

/** Places in the numbers that both sides see. */
export const STATE = { beat: 0, phase: 1, item: 2, reading: 3 } as const;
export const STATE_BYTES = 4 * Int32Array.BYTES_PER_ELEMENT;

/** What a worker is doing. */
export const PHASE = { waiting: 0, reading: 1, analysing: 2 } as const;

/** What a worker is told: a unit to work on after those that it has, or that a part was taken and it may go on. */
export type ToWorker = { readonly unit: Unit } | { readonly go: true };

/**
 * What a worker tells: that it has started, or a part of the unit it works on. Records go as JSON, which is read faster
 * than objects are copied.
 */
export type FromWorker =
  | { readonly started: true }
  | { readonly part: Omit<Part, 'outcomes'>; readonly outcomes: string; readonly isLast: boolean };
