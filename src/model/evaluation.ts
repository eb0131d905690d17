/** What is measured, in the order in which it is told. */
export const MEASURES = [
  'dates',
  'dateValue',
  'dateBounds',
  'organisations',
  'kind',
  'products',
  'vulnerabilities',
  'actions',
  'actionPresence',
  'polarity',
  'status',
  'actor',
  'target',
  'source',
  'language',
  'incident',
  'offsets',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures of which every case is right or wrong: they have an accuracy, the others precision and recall. */
const ACCURACIES: readonly Measure[] = ['dateBounds', 'kind', 'polarity', 'status', 'language', 'incident', 'offsets'];

/** Whether a measure is an accuracy. */
export function isAccuracy(measure: string): boolean {
  return ACCURACIES.some(one => one === measure);
}

/** Something that was not as marked. */
export interface Fault {
  readonly measure: Measure;
  /** The article's path below the folder of the gold. */
  readonly article: string;
  readonly message: string;
}

/** A figure with its 95 % bootstrap interval; null where there is nothing to divide by. */
export type Figure =
  | {
      readonly precision: number | null;
      readonly recall: number | null;
      readonly f1: number | null;
      readonly n: number;
      readonly interval: readonly [number, number] | null;
    }
  | {
      readonly accuracy: number | null;
      readonly n: number;
      readonly interval: readonly [number, number] | null;
    };

/** How good records are, against what was marked by hand. */
export interface Evaluation {
  readonly documents: number;
  readonly figures: Readonly<Record<Measure, Figure>>;
  /** Of actions, by type, in the order of the alphabet. */
  readonly types: Readonly<Record<string, Figure>>;
  readonly faults: readonly Fault[];
}

/** The number that stands for a figure as a whole: its accuracy, or else F1. */
export function mainFigure(figure: Figure): number | null {
  return 'accuracy' in figure ? figure.accuracy : figure.f1;
}
