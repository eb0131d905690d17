import { hash } from 'node:crypto';
import type { SourceArticle } from '../model/article.ts';
import { isoDay } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DateFound, Mentions, Named } from '../model/mention.ts';
import {
  MALWARE_KINDS,
  type MalwareKind,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PRODUCT_KINDS,
  type ProductKind,
} from '../model/name.ts';
import type { ArticleRecord } from '../model/record.ts';
import { SECTORS } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { Argument } from './arguments.ts';
import type { Tie } from './counting.ts';
import type { Action } from './relate.ts';
import type { Relevance } from './relevance.ts';
import type { CitedSource } from './sources.ts';

/** What a record says beside what was found. */
export interface RecordFrame {
  readonly language: ArticleRecord['language'];
  readonly relevance: Relevance;
  readonly fingerprint: string;
  /** What each quantity counts. */
  readonly ties: readonly Tie[];
  readonly producer: ArticleRecord['producer'];
  readonly diagnostics: readonly Diagnostic[];
  readonly includeText: boolean;
}

/** A function from UTF-16 offsets of a text to code points; the identity where there are no astral characters. */
function codePoints(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return offset => offset;
  const map = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    map[i] = count;
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (!(code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff)) count += 1;
  }
  map[text.length] = count;
  return offset => map[offset] ?? count;
}

const day = (n: number | null): string | null => (n === null ? null : isoDay(n));

function member<T extends string>(list: readonly T[], value: string | null, otherwise: T): T {
  return list.find(one => one === value) ?? otherwise;
}

/**
 * Make an article's record: offsets become code points here, and nowhere else.
 *
 * @param mentions what was found, or null for an article in a language that is not analysed
 */
export function toArticleRecord(
  article: SourceArticle,
  mentions: Mentions | null,
  actions: readonly Action[],
  frame: RecordFrame,
): ArticleRecord {
  const { text } = article;
  const at = codePoints(text);
  const place = (span: Span) => ({ start: at(span.start), end: at(span.end), text: text.slice(span.start, span.end) });
  const dates = mentions?.dates ?? [];
  const mentionsOf = (named: Named) =>
    named.mentions.map(mention => ({ ...place(mention), how: mention.how, rule: mention.rule }));
  const argument = (one: Argument) => ({ ...place(one), name: one.name, kind: one.kind, ref: one.ref, how: one.how });
  const cited = (one: CitedSource) => ({ ...argument(one), stance: one.stance, for: one.for });
  const only = (from: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.flatMap(key => (from[key] === undefined ? [] : [[key, from[key]]])));
  const organisationKind = (named: Named): OrganisationKind => member(ORGANISATION_KINDS, named.kind, 'other');
  const productKind = (named: Named): ProductKind => member(PRODUCT_KINDS, named.kind, 'other');
  const malwareKind = (named: Named): MalwareKind => member(MALWARE_KINDS, named.kind, 'other');

  return {
    recordType: 'article',
    schemaVersion: '1.0',
    id: `a-${hash('sha256', text, 'hex').slice(0, 16)}`,
    source: article.source,
    title: article.title,
    publisher: article.publisher,
    url: article.url,
    published: article.published,
    language: frame.language,
    relevance: frame.relevance,
    fingerprint: frame.fingerprint,
    dates: dates.map((date, i) => ({
      id: `d${i + 1}`,
      ...place(date),
      type: date.type,
      value: date.value,
      modifier: date.modifier,
      earliest: day(date.earliest),
      latest: day(date.latest),
      precision: date.precision,
      anchor: date.anchor,
      rule: date.rule,
    })),
    organisations: (mentions?.organisations ?? []).map(named => ({
      id: named.id,
      name: named.name,
      aliases: named.aliases,
      kind: organisationKind(named),
      country: named.country,
      sector: SECTORS.find(sector => sector === named.sector) ?? null,
      identifiers: only(named.identifiers, ['wikidata', 'ror', 'mitre']),
      mentions: mentionsOf(named),
    })),
    products: (mentions?.products ?? []).map(named => ({
      id: named.id,
      name: named.name,
      vendor: named.vendor,
      kind: productKind(named),
      versions: named.versions,
      identifiers: only(named.identifiers, ['cpe']),
      mentions: mentionsOf(named),
    })),
    vulnerabilities: (mentions?.vulnerabilities ?? []).map(named => ({
      id: named.id,
      name: named.name,
      cve: named.cve,
      aliases: named.aliases,
      cvss: named.cvss,
      mentions: mentionsOf(named),
    })),
    malware: (mentions?.malware ?? []).map(named => ({
      id: named.id,
      name: named.name,
      kind: malwareKind(named),
      mentions: mentionsOf(named),
    })),
    quantities: (mentions?.quantities ?? []).map((quantity, i) => ({
      id: `q${i + 1}`,
      ...place(quantity),
      kind: quantity.kind,
      min: quantity.min,
      max: quantity.max,
      unit: quantity.unit,
      approximate: quantity.approximate,
      ...(frame.ties[i] ?? { action: null, role: null }),
      rule: quantity.rule,
    })),
    actions: actions.map(action => ({
      id: action.id,
      type: action.type,
      phase: action.phase,
      trigger: { ...place(action.trigger), lemma: action.trigger.lemma },
      actors: action.actors.map(argument),
      targets: action.targets.map(argument),
      recipients: action.recipients.map(argument),
      instruments: action.instruments.map(argument),
      affected: action.affected.map(argument),
      date: dateOf(action, dates),
      polarity: action.polarity,
      certainty: action.certainty,
      status: action.status,
      sources: action.sources.map(cited),
      contentOf: action.contentOf,
      sentence: place(action.sentence),
      rule: action.rule,
    })),
    diagnostics: frame.diagnostics.map(one => ({
      code: one.code,
      severity: one.severity,
      message: one.message,
      start: one.start === null ? null : at(one.start),
      end: one.end === null ? null : at(one.end),
    })),
    producer: frame.producer,
    ...(frame.includeText ? { text } : {}),
  };
}

function dateOf(action: Action, dates: readonly DateFound[]): ArticleRecord['actions'][number]['date'] {
  const date = action.date === null ? undefined : dates[action.date.index];
  if (action.date === null || date === undefined) return null;
  return {
    ref: `d${action.date.index + 1}`,
    value: date.value,
    relation: action.date.relation,
    earliest: day(date.earliest),
    latest: day(date.latest),
  };
}
