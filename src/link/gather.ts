import { hash } from 'node:crypto';
import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { textContainment } from './copies.ts';
import { type Evidence, interner } from './evidence.ts';
import { type Member, toIncidentRecord } from './incident.ts';
import { byAppearance, type Group, type Linking, link } from './link.ts';
import { evidenceOf } from './things.ts';

/** What is kept of an article while a corpus is gathered. */
export interface Entry {
  readonly evidence: Evidence;
  /** What the caller finds the record by. */
  readonly handle: number;
  readonly hasText: boolean;
  /** All paths of the article, in code-point order. */
  readonly paths: readonly string[];
}

/** What became of a record that was added. */
export type Added =
  /** It tells of no incident. */
  | 'irrelevant'
  /** It is the first with this id. */
  | 'new'
  /** It says what another with this id says. */
  | 'same'
  /** It says something else than another with this id; only one of them will count. */
  | 'differs';

/** The incidents of a corpus, once all articles are there. */
export interface Gathered {
  /** Articles about incidents, in the order in which they appeared. */
  readonly entries: readonly Entry[];
  readonly linking: Linking;
  /** The record of each incident, made when it is asked for, in the order of their first articles. */
  readonly incidents: () => Iterable<IncidentRecord>;
}

/** A corpus that is being gathered. */
export interface Gatherer {
  /** @param keep puts the record aside if it counts; gives the number by which `load` finds it again */
  readonly add: (record: ArticleRecord, keep: () => number) => Added;
  /**
   * Link what was added.
   *
   * @param load gives back the record of a handle
   */
  readonly finish: (load: (handle: number) => ArticleRecord) => Gathered;
}

/** What two or more records with one id say alike. */
interface Variant {
  readonly content: string;
  readonly paths: Set<string>;
  kept: Kept;
}

/** The one of them that counts. */
interface Kept {
  readonly evidence: Evidence;
  readonly handle: number;
  readonly hasText: boolean;
  /** The least of these counts, so that the order in which records come makes no difference. */
  readonly order: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What two records with one id must agree on: all but where they were read, and whether they hold the text. */
function contentOf(record: ArticleRecord): string {
  const { source: _source, title: _title, publisher: _publisher, url: _url, text: _text, ...content } = record;
  return hash('sha256', JSON.stringify(content), 'base64');
}

function orderOf({ text, source, title, publisher, url }: ArticleRecord): string {
  return JSON.stringify([text === undefined ? 1 : 0, source.path, source.index, title, publisher, url]);
}

const firstPath = ({ paths }: Variant): string => [...paths].toSorted(byText)[0] ?? '';

/**
 * Begin a corpus. Of every article only what linking needs is kept; the records themselves stay with the caller.
 *
 * @param plain folded words of names that only tell what kind of thing it is
 * @param producer what the incident records are signed with
 */
export function gatherer(plain: ReadonlySet<string>, producer: IncidentRecord['producer']): Gatherer {
  const numbers = interner();
  const articles = new Map<string, Variant[]>();
  return {
    add(record, keep) {
      if (!record.relevance.incident) return 'irrelevant';
      const variants = articles.get(record.id) ?? [];
      const content = contentOf(record);
      const order = orderOf(record);
      const known = variants.find(variant => variant.content === content);
      known?.paths.add(record.source.path);
      if (known !== undefined && known.kept.order <= order) return 'same';
      const evidence = evidenceOf(record, plain, numbers);
      const kept = { evidence, handle: keep(), hasText: record.text !== undefined, order };
      if (known !== undefined) {
        known.kept = kept;
        return 'same';
      }
      variants.push({ content, paths: new Set([record.source.path]), kept });
      articles.set(record.id, variants);
      return variants.length === 1 ? 'new' : 'differs';
    },
    finish(load) {
      const entries = [...articles.values()]
        .flatMap(variants => {
          const [first] = variants.toSorted(
            (a, b) => byText(firstPath(a), firstPath(b)) || byText(a.content, b.content),
          );
          return first === undefined ? [] : [{ ...first.kept, paths: [...first.paths].toSorted(byText) }];
        })
        .toSorted((a, b) => byAppearance(a.evidence, b.evidence));
      const verify = (part: number, whole: number): number | null => {
        const [a, b] = [entries[part], entries[whole]];
        if (!a?.hasText || !b?.hasText) return null;
        const [text, other] = [load(a.handle).text, load(b.handle).text];
        return text === undefined || other === undefined ? null : textContainment(text, other);
      };
      const linking = link(
        entries.map(({ evidence }) => evidence),
        verify,
      );
      return {
        entries,
        linking,
        *incidents() {
          for (const group of linking.groups) yield incidentOf(group, entries, linking, load, plain, producer);
        },
      };
    },
  };
}

function incidentOf(
  group: Group,
  entries: readonly Entry[],
  { copyings }: Linking,
  load: (handle: number) => ArticleRecord,
  plain: ReadonlySet<string>,
  producer: IncidentRecord['producer'],
): IncidentRecord {
  const within = new Set(group.members);
  const idOf = (at: number): string => entries[at]?.evidence.id ?? '';
  const members = group.members.flatMap((at): readonly Member[] => {
    const entry = entries[at];
    const copying = copyings[at];
    if (entry === undefined || copying === undefined) return [];
    const [path = '', ...alsoAt] = entry.paths;
    // What builds upon an article of another incident is an original here.
    const base = copying.of !== null && within.has(copying.of) ? copying.of : null;
    return [
      {
        record: load(entry.handle),
        path,
        alsoAt,
        role: base === null ? 'original' : copying.role,
        copyOf: base === null ? null : idOf(base),
        similarity: base === null ? null : copying.similarity,
      },
    ];
  });
  const links = group.ties.map(({ a, b, score }) => ({ a: idOf(a), b: idOf(b), score }));
  return toIncidentRecord(members, links, plain, producer);
}
