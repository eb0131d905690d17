import type { MalwareKind, OrganisationKind, ProductKind, QuantityKind } from './name.ts';
import type { Span } from './span.ts';
import type { TimeModifier } from './time.ts';

/** How precisely a date is known; null for durations, sets and vague references. */
export type Precision =
  | 'century'
  | 'decade'
  | 'year'
  | 'season'
  | 'half'
  | 'quarter'
  | 'month'
  | 'week'
  | 'weekend'
  | 'day'
  | 'part-of-day'
  | 'minute';

/** Tokens `[from, to)` of a mention, beside its span in the text. */
export interface TokenSpan extends Span {
  readonly from: number;
  readonly to: number;
}

/** A temporal expression with its value (TIMEX3) and its bounds as day numbers. */
export interface DateFound extends TokenSpan {
  readonly rule: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly modifier: TimeModifier | null;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: Precision | null;
  readonly anchor: 'explicit' | 'published' | 'text' | 'none';
}

/** How a mention names its organisation or product. */
export type How = 'name' | 'alias' | 'pronoun' | 'noun-phrase';

/** One place where something is named. */
export interface NameFound extends TokenSpan {
  readonly rule: string;
  readonly how: How;
}

/** Something that the article names, with all its mentions in text order. */
export interface Named {
  readonly id: string;
  readonly of: 'organisation' | 'product' | 'vulnerability' | 'malware';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: OrganisationKind | ProductKind | MalwareKind | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly vendor: string | null;
  readonly versions: readonly string[];
  readonly cve: string | null;
  readonly cvss: number | null;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly mentions: readonly NameFound[];
}

/** A person who is named; persons are no entries of the record, only sources and arguments. */
export interface PersonFound extends TokenSpan {
  readonly name: string;
  /** The organisation that the person speaks for, by its id. */
  readonly speaksFor: string | null;
}

/** A number with what it counts. */
export interface QuantityFound extends TokenSpan {
  readonly rule: string;
  readonly kind: QuantityKind;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly approximate: boolean;
}

/** All that was found in an article before it is related. */
export interface Mentions {
  readonly dates: readonly DateFound[];
  readonly organisations: readonly Named[];
  readonly products: readonly Named[];
  readonly vulnerabilities: readonly Named[];
  readonly malware: readonly Named[];
  readonly persons: readonly PersonFound[];
  readonly quantities: readonly QuantityFound[];
}
