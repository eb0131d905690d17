import type { Fault, Measure } from '../model/evaluation.ts';

/** How many were found, found though not there, and missed. Of an accuracy: right, and wrong as both others. */
export interface Tally {
  readonly found: number;
  readonly extra: number;
  readonly missed: number;
}

/** What one article adds to the figures. */
export interface Score {
  readonly tallies: Readonly<Partial<Record<Measure, Tally>>>;
  /** Of actions, by type. */
  readonly types: Readonly<Record<string, Tally>>;
  readonly faults: readonly Fault[];
}

type Column = 'found' | 'extra' | 'missed';

/** Where the comparison of one article is written down, while it goes on. */
export interface Ledger {
  readonly count: (measure: Measure, column: Column, times?: number) => void;
  /** Count one case of an accuracy. */
  readonly judge: (measure: Measure, isRight: boolean, message: () => string) => void;
  readonly countType: (type: string, column: Column) => void;
  readonly fault: (measure: Measure, message: string) => void;
  readonly score: () => Score;
}

/** A ledger with nothing in it. */
export function openLedger(article: string): Ledger {
  const tallies = new Map<Measure, Record<Column, number>>();
  const types = new Map<string, Record<Column, number>>();
  const faults: Fault[] = [];
  const add = <K>(to: Map<K, Record<Column, number>>, key: K, column: Column, times: number): void => {
    const held = to.get(key) ?? { found: 0, extra: 0, missed: 0 };
    held[column] += times;
    to.set(key, held);
  };
  const count = (measure: Measure, column: Column, times = 1): void => add(tallies, measure, column, times);
  const fault = (measure: Measure, message: string): void => {
    faults.push({ measure, article, message });
  };
  return {
    count,
    judge(measure, isRight, message) {
      if (isRight) count(measure, 'found');
      else {
        count(measure, 'extra');
        count(measure, 'missed');
        fault(measure, message());
      }
    },
    countType: (type, column) => add(types, type, column, 1),
    fault,
    score: () => ({ tallies: Object.fromEntries(tallies), types: Object.fromEntries(types), faults }),
  };
}
