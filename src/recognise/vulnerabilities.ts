import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { nounBits } from '../model/bits.ts';
import { type Document, tokenText } from '../model/document.ts';
import { NUMBER, SPACED, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';

const TELLS_OF_FLAWS = nounBits('flaw', 'patch');
const DASH = /^[-–‑_]$/;
/** What may stand between the numbers of a list beside "and" and "or". */
const LIST = /^[,/&;]$/;
const YEAR = /^(?:19|20)\d\d$/;
const SERIAL = /^\d{4,7}$/;

/**
 * CVE numbers in their spellings, "CVE-2019-19781", "CVE 2019 19781", "CVE2021-26855", and the further numbers of a list
 * that share the head: "CVE-2021-34473, -34523 and -31207", "CVEs 2021-26855 and 2021-27065".
 *
 * A number without a year is of the year before it; the list ends at the first word that is neither number nor joint.
 */
export function vulnerabilityNames(document: Document, language: CompiledLanguage): Candidate[] {
  const { tokens } = document;
  const found: Candidate[] = [];
  const text = (token: number): string => (token < tokens.count ? tokenText(document, token) : '');
  const is = (token: number, pattern: RegExp): boolean => tokens.kind[token] === NUMBER && pattern.test(text(token));
  const isGlued = (token: number): boolean => ((tokens.shape[token] ?? 0) & SPACED) === 0;

  for (let i = 0; i + 2 < tokens.count; i += 1) {
    const head = tokens.kind[i] === WORD ? /^cve(s|\d{4})?$/i.exec(text(i)) : null;
    if (head === null) continue;
    let at = list(i, head[1] ?? '');
    if (at > i) i = at - 1;
    // A plural may be written with an apostrophe: "CVE's 2021-26855 en 2021-27065".
    else if (/^['’]?s$/i.test(text(i + 1)) && isGlued(i + 1)) {
      at = list(i + 1, 's');
      if (at > i + 1) i = at - 1;
    }
  }
  return found;

  /** Read the numbers behind a head; returns where they end, or where they would have begun. */
  function list(head: number, ending: string): number {
    const isPlural = ending.toLowerCase() === 's';
    const first = YEAR.test(ending)
      ? serialAt(head + 1, ending)
      : numberAt(DASH.test(text(head + 1)) ? head + 2 : head + 1);
    if (first === null) return head;
    add(isPlural ? first.from : head, first);
    let last = first;
    for (;;) {
      const next = joined(last.to);
      if (next === last.to) return last.to;
      const further = numberAt(next) ?? shortAt(next, last.year);
      if (further === null) return last.to;
      add(further.from, further);
      last = further;
    }
  }

  /** Behind a comma, a slash, "and", or a comma and "and"; the same token where nothing joins. */
  function joined(at: number): number {
    let next = at;
    if (LIST.test(text(next))) next += 1;
    if (isOf(document, language.groups, next, 'and') || isOf(document, language.groups, next, 'or')) next += 1;
    return next;
  }

  /** A year and a serial number: "2021-34473", "2021 34473". */
  function numberAt(at: number): Serial | null {
    if (!is(at, YEAR)) return null;
    const serial = serialAt(at + 1, text(at));
    return serial === null ? null : { ...serial, from: at };
  }

  function serialAt(at: number, year: string): Serial | null {
    const isJoined = DASH.test(text(at)) && isGlued(at) && isGlued(at + 1);
    const serial = isJoined ? at + 1 : at;
    if (!is(serial, SERIAL) || (!isJoined && isGlued(at))) return null;
    return { from: serial, to: serial + 1, year, serial: text(serial) };
  }

  /** A serial number alone, which takes the year of the one before it: "-34523", "34523". */
  function shortAt(at: number, year: string): Serial | null {
    const serial = DASH.test(text(at)) && isGlued(at + 1) ? at + 1 : at;
    // Bare numbers of four digits are more often years or amounts.
    const isBare = serial === at && !/^\d{5,7}$/.test(text(serial));
    if (!is(serial, SERIAL) || isBare) return null;
    return { from: serial, to: serial + 1, year, serial: text(serial) };
  }

  function add(from: number, { to, year, serial }: Serial): void {
    found.push({
      from,
      to,
      of: 'vulnerability',
      name: `CVE-${year}-${serial}`,
      kind: null,
      entry: null,
      rule: 'names/vulnerability/cve',
      sure: true,
      weight: 5,
    });
  }
}

/** A serial number of a year, where it stands. */
interface Serial {
  readonly from: number;
  readonly to: number;
  readonly year: string;
  readonly serial: string;
}

/** Listed nicknames that are also something else ("Spectre"), where the sentence tells of flaws or patches. */
export function flawNames(document: Document, listed: readonly Candidate[]): Candidate[] {
  const doubtful = listed.filter(one => one.of === 'vulnerability' && !one.sure);
  if (doubtful.length === 0) return [];
  const telling = new Set<number>();
  document.nouns.forEach((bits, at) => {
    if ((bits & TELLS_OF_FLAWS) !== 0) telling.add(document.sentenceOf[at] ?? 0);
  });
  return doubtful
    .filter(one => telling.has(document.sentenceOf[one.from] ?? 0))
    .map(one => ({ ...one, sure: true, weight: 5 }));
}
