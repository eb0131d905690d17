import { type Diagnostic, type DiagnosticCode, diagnostic, type Place } from '../model/diagnostic.ts';

/** Notes a finding: its code, where in the record (as jq writes a path), what is wrong there, and the place in the text. */
export type Report = (
  code: DiagnosticCode,
  at: string,
  detail: string,
  span?: { readonly start: number; readonly end: number },
) => void;

/** A list of findings and the function that adds to it. */
export function findingsAt(place: Place): { readonly findings: readonly Diagnostic[]; readonly report: Report } {
  const findings: Diagnostic[] = [];
  const report: Report = (code, at, detail, span) => {
    findings.push(diagnostic(code, span ? { ...place, start: span.start, end: span.end } : place, `${at} ${detail}`));
  };
  return { findings, report };
}
