const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** How much is taken before the program says no: a file that somebody else made may be made to harm. */
export interface Limits {
  /** Bytes of one article's text, in UTF-8. */
  readonly articleBytes: number;
  /** Bytes of a file, or part of one, that must be in memory as a whole: a JSON document, a PDF, a mail. */
  readonly documentBytes: number;
  /** Bytes of HTML or XML that become a tree. */
  readonly markupBytes: number;
  /** Elements, attributes and pieces of text of HTML that becomes a tree, and parts of a mail. */
  readonly pageParts: number;
  /** Elements, attributes and pieces of text of a feed, or of a part of a Word document. */
  readonly documentParts: number;
  /** Bytes of a line. */
  readonly lineBytes: number;
  /** Articles of a file. */
  readonly articles: number;
  /** Levels of nesting in JSON. */
  readonly jsonDepth: number;
  /** Levels of nesting in HTML and XML. */
  readonly markupDepth: number;
  /** Bytes that come out of a compressed file, and all that is packed in it. */
  readonly inflatedBytes: number;
  /** How many times larger they may be than the file, once there are more than a few. */
  readonly ratio: number;
  /** Archives within archives. */
  readonly archiveDepth: number;
}

/** What applies where nobody says otherwise. */
export const LIMITS: Limits = {
  articleBytes: 16 * MIB,
  documentBytes: 256 * MIB,
  markupBytes: 16 * MIB,
  pageParts: 100_000,
  documentParts: 1_000_000,
  lineBytes: 64 * MIB,
  articles: 10_000_000,
  jsonDepth: 1000,
  markupDepth: 500,
  inflatedBytes: 64 * GIB,
  ratio: 250,
  archiveDepth: 3,
};

/** Inflating this much harms nobody, whatever the ratio. */
export const HARMLESS = 16 * MIB;

const camel = (name: string): string =>
  name.replaceAll(/-(?<letter>[a-z])/gu, (_, letter: string) => letter.toUpperCase());
const dashed = (name: string): string => name.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);
const isName = (name: string): name is keyof Limits => Object.hasOwn(LIMITS, name);

/** The limits as --limit takes them, each with what applies without it. */
export const limitNames: readonly string[] = Object.keys(LIMITS).map(dashed);

const UNITS: Readonly<Record<string, number>> = { '': 1, k: KIB, m: MIB, g: GIB };

/**
 * Read limits as they are named on the command line: `article-bytes=2MiB`, `ratio=1000`.
 *
 * @returns the limits, or the argument that is none
 */
export function parseLimits(given: readonly string[]): Limits | { readonly wrong: string } {
  let limits = LIMITS;
  for (const one of given) {
    const groups = /^(?<name>[a-z-]+)=(?<count>\d{1,15})(?<unit>[kmg]?)(?:i?b)?$/iu.exec(one.trim())?.groups;
    const name = camel(groups?.name?.toLowerCase() ?? '');
    const value = Number(groups?.count) * (UNITS[groups?.unit?.toLowerCase() ?? ''] ?? Number.NaN);
    if (!isName(name) || !Number.isSafeInteger(value) || value < 1) return { wrong: one };
    limits = { ...limits, [name]: value };
  }
  return limits;
}

const sized = (count: number): string => {
  for (const [unit, size] of [
    ['GiB', GIB],
    ['MiB', MIB],
    ['KiB', KIB],
  ] as const) {
    if (count >= size && count % size === 0) return `${count / size} ${unit}`;
  }
  return String(count);
};

/** How a message names the limit that was passed: "more than 16 MiB (--limit article-bytes)". */
export function beyond(limits: Limits, name: keyof Limits): string {
  const value = limits[name];
  return `more than ${/Bytes$/u.test(name) ? sized(value) : value} (--limit ${dashed(name)})`;
}
