import type { Entry, MalwareKind, OrganisationKind, ProductKind } from '../model/name.ts';

/** A possible name: the tokens `[from, to)`, what it would be, and how well founded that is. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly of: 'organisation' | 'product' | 'malware' | 'vulnerability' | 'person';
  readonly name: string;
  readonly kind: OrganisationKind | ProductKind | MalwareKind | 'person' | null;
  readonly entry: Entry | null;
  readonly rule: string;
  /** Whether the words alone are enough. */
  readonly sure: boolean;
  /** Of candidates for the same words the highest wins. */
  readonly weight: number;
}

/** What a candidate names: candidates with the same key become one entry. */
export function keyOf(candidate: Candidate): string {
  // A nickname and its CVE number are one vulnerability, where the nickname has just one.
  const cve =
    candidate.of === 'vulnerability' && candidate.entry?.cve.length === 1 ? candidate.entry.cve[0] : undefined;
  return `${candidate.of}/${(cve ?? candidate.name).toLowerCase()}`;
}
