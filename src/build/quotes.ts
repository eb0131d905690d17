import type { ArticleRecord, IncidentRecord } from '../model/record.ts';

/** Cuts a text by offsets that count Unicode code points. */
export type Slice = (start: number, end: number) => string;

/** Make the function that cuts a text by code points; where there are no astral characters they are UTF-16 units. */
export function slicer(text: string): Slice {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join('');
}

/** Words of an article with their place in its text; a quote may be cut, so it is no longer than its place. */
interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The record with every quote of it put through a function; names, values and places stay. */
function withQuotes(record: ArticleRecord, change: (quote: Quote) => string): ArticleRecord {
  const over = <T extends Quote>(quote: T): T => ({ ...quote, text: change(quote) });
  const all = <T extends Quote>(quotes: readonly T[]): readonly T[] => quotes.map(over);
  const named = <T extends { readonly mentions: readonly Quote[] }>(entries: readonly T[]): readonly T[] =>
    entries.map(entry => ({ ...entry, mentions: all(entry.mentions) }));
  return {
    ...record,
    dates: all(record.dates),
    organisations: named(record.organisations),
    products: named(record.products),
    vulnerabilities: named(record.vulnerabilities),
    malware: named(record.malware),
    quantities: all(record.quantities),
    actions: record.actions.map(action => ({
      ...action,
      trigger: over(action.trigger),
      actors: all(action.actors),
      targets: all(action.targets),
      recipients: all(action.recipients),
      instruments: all(action.instruments),
      affected: all(action.affected),
      sources: all(action.sources),
      sentence: over(action.sentence),
    })),
  };
}

/** The first characters (code points) of a text. */
function beginning(text: string, length: number): string {
  return text.length <= length
    ? text
    : Array.from(text.slice(0, 2 * length))
        .slice(0, length)
        .join('');
}

/**
 * The record without its text, and with quotes cut to their first characters.
 *
 * @param maxQuote the most code points of a quote, or null to leave quotes whole
 */
export function withoutText(record: ArticleRecord, maxQuote: number | null): ArticleRecord {
  const { text: _, ...rest } = record;
  return maxQuote === null ? rest : withQuotes(rest, ({ text }) => beginning(text, maxQuote));
}

/** The record with its text, and with every quote whole again: cut out of the text by its offsets. */
export function withText(record: ArticleRecord, text: string): ArticleRecord {
  const slice = slicer(text);
  return { ...withQuotes(record, ({ start, end }) => slice(start, end)), text };
}

/** The incident with the quotes of its evidence put through a function. */
function withEvidence(
  incident: IncidentRecord,
  change: (evidence: IncidentRecord['timeline'][number]['evidence'][number]) => string,
): IncidentRecord {
  const over = <T extends { readonly evidence: IncidentRecord['timeline'][number]['evidence'] }>(one: T): T => ({
    ...one,
    evidence: one.evidence.map(place => ({ ...place, quote: change(place) })),
  });
  return {
    ...incident,
    timeline: incident.timeline.map(over),
    impact: { ...incident.impact, quantities: incident.impact.quantities.map(over) },
  };
}

/** The incident with the quotes of its evidence cut to their first characters. */
export function cutEvidence(incident: IncidentRecord, maxQuote: number): IncidentRecord {
  return withEvidence(incident, ({ quote }) => beginning(quote, maxQuote));
}

/**
 * The incident with the quotes of its evidence whole again.
 *
 * @param sliceOf the text of an article by its id; undefined where it is not at hand, and then its quotes stay cut
 */
export function restoreEvidence(
  incident: IncidentRecord,
  sliceOf: (article: string) => Slice | undefined,
): IncidentRecord {
  return withEvidence(incident, ({ article, start, end, quote }) => sliceOf(article)?.(start, end) ?? quote);
}
