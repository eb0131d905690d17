import type { BuildSettings } from './corpus.ts';
import type { ActionRecord, IncidentRecord } from './record.ts';

/*
 * What report.html holds as data: an index that is read when it is opened, and a line of JSON for each article and each
 * incident, which is read when it is looked at. Keys are short, for there are thousands of each.
 */

/** An article in a list. */
export interface PageArticleRow {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  /** Publication date as far as it is known, or null. */
  readonly published: string | null;
  readonly language: string;
  /** Whether it tells of an incident. */
  readonly relevant: boolean;
  /** Position of its incident in the list of incidents, or null. */
  readonly incident: number | null;
  /** How often each phase occurs among its actions. */
  readonly phases: Readonly<Record<string, number>>;
}

/** An incident in a list, with what it can be filtered by. */
export interface PageIncidentRow {
  readonly id: string;
  readonly label: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly languages: readonly string[];
  readonly products: readonly string[];
  readonly organisations: readonly string[];
  readonly types: readonly string[];
  readonly articles: number;
  readonly independent: number;
}

/** What is read when the report is opened. */
export interface PageIndex {
  readonly producer: string;
  readonly settings: BuildSettings;
  readonly errors: number;
  readonly facts: number;
  readonly articles: readonly PageArticleRow[];
  readonly incidents: readonly PageIncidentRow[];
}

export const MARK_KINDS = [
  'date',
  'organisation',
  'product',
  'vulnerability',
  'malware',
  'quantity',
  'action',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Words of an article that mean something. */
export interface PageMark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** The words, where the corpus holds no text. */
  readonly quote?: string;
  /** What they mean: a value or a name. */
  readonly says: string;
  readonly rule: string;
  /** Id of the action that they are the trigger of. */
  readonly action?: string;
}

/** An action of an article. */
export interface PageAction {
  readonly id: string;
  readonly type: ActionRecord['type'];
  readonly phase: ActionRecord['phase'];
  readonly polarity: ActionRecord['polarity'];
  readonly certainty: ActionRecord['certainty'];
  readonly status: ActionRecord['status'];
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly recipients: readonly string[];
  readonly instruments: readonly string[];
  readonly affected: readonly string[];
  readonly sources: readonly string[];
  readonly date: string | null;
  /** The sentence, where the corpus holds no text. */
  readonly quote?: string;
  readonly rule: string;
}

/** An article as its own page shows it. */
export interface PageArticle {
  readonly path: string;
  readonly url: string | null;
  /** Null where the corpus holds no text. */
  readonly text: string | null;
  readonly marks: readonly PageMark[];
  readonly actions: readonly PageAction[];
}

/** An incident as its own page shows it. */
export type PageIncident = Pick<
  IncidentRecord,
  | 'articles'
  | 'independentArticles'
  | 'vendors'
  | 'products'
  | 'vulnerabilities'
  | 'malware'
  | 'organisations'
  | 'timeline'
  | 'impact'
  | 'conflicts'
  | 'linkEvidence'
>;
