import { type Document, tokenText } from '../model/document.ts';
import { NUMBER, SPACED } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

/**
 * CVE numbers in their spellings: CVE-2019-19781, CVE 2019 19781, and further numbers in a list that share the head
 * ("CVE-2023-46805 en -21887" is not resolved: the year is missing).
 */
export function vulnerabilityNames(document: Document): Candidate[] {
  const { tokens } = document;
  const found: Candidate[] = [];
  const digits = (token: number, pattern: RegExp): boolean =>
    tokens.kind[token] === NUMBER && pattern.test(tokenText(document, token));
  for (let i = 0; i + 2 < tokens.count; i += 1) {
    if (tokenText(document, i).length !== 3 || tokenText(document, i).toUpperCase() !== 'CVE') continue;
    let at = i + 1;
    if (/^[-–‑]$/.test(tokenText(document, at))) at += 1;
    if (!digits(at, /^(?:19|20)\d\d$/)) continue;
    const year = at;
    at += 1;
    const joined = /^[-–‑]$/.test(tokenText(document, at)) && ((tokens.shape[at] ?? 0) & SPACED) === 0;
    if (joined) at += 1;
    else if (((tokens.shape[at] ?? 0) & SPACED) === 0) continue;
    if (!digits(at, /^\d{4,7}$/)) continue;
    const name = `CVE-${tokenText(document, year)}-${tokenText(document, at)}`;
    found.push({
      from: i,
      to: at + 1,
      of: 'vulnerability',
      name,
      kind: null,
      entry: null,
      rule: 'names/vulnerability/cve',
      sure: true,
      weight: 5,
    });
  }
  return found;
}
