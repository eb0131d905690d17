import { hash } from 'node:crypto';
import type { ArticleRecord, IncidentRecord } from '../model/record.ts';
import { textContainment } from './copies.ts';
import { type Days, type Evidence, interner } from './evidence.ts';
import { type Member, toIncidentRecord } from './incident.ts';
import { type Linking, link } from './link.ts';
import type { Score } from './score.ts';
import { shelf } from './shelf.ts';
import { evidenceOf } from './things.ts';

/** An article of a corpus that was gathered. */
export interface Entry {
  readonly id: string;
  /** What the caller finds the record by. */
  readonly handle: number;
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
  /** All paths of an article, by its position, in code-point order. */
  readonly pathsOf: (at: number) => readonly string[];
  /** What two articles share, with the names of things. */
  readonly judge: (a: number, b: number) => Score;
  /** The record of each incident, made when it is asked for, in the order of their first articles. */
  readonly incidents: () => Iterable<IncidentRecord>;
}

/** A corpus that is being gathered. */
export interface Gatherer {
  /** @param keep puts the record aside if it counts; gives the number by which it is found again */
  readonly add: (record: ArticleRecord, keep: () => number) => Added;
  /** Link what was added. */
  readonly finish: () => Gathered;
}

/** The record that counts of all that say alike of one id. */
interface Kept {
  readonly row: number;
  readonly handle: number;
  readonly hasText: boolean;
}

/** Records with one id of which there are several: those that say alike, with their paths. */
interface Variant {
  readonly content: string;
  readonly paths: Set<string>;
  kept: Kept;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What two records with one id must agree on: all but where they were read, and whether they hold the text. */
function contentOf(record: ArticleRecord): string {
  const { source: _source, title: _title, publisher: _publisher, url: _url, text: _text, ...content } = record;
  return hash('sha256', JSON.stringify(content), 'base64');
}

/** Of records that say alike the least of these counts, so that the order in which they come makes no difference. */
function orderOf({ text, source, title, publisher, url }: ArticleRecord): string {
  return JSON.stringify([text === undefined ? 1 : 0, source.path, source.index, title, publisher, url]);
}

const pathsIn = ({ paths }: Variant): readonly string[] => [...paths].toSorted(byText);

/** In the order in which articles appeared, then of their ids; what has no date stands last. */
function byAppearance(a: Days | null, b: Days | null): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a?.first ?? last) - (b?.first ?? last) || (a?.last ?? last) - (b?.last ?? last);
}

/**
 * Begin a corpus. Of every article only numbers are kept that linking needs; the records stay with the caller.
 *
 * @param plain folded words of names that only tell what kind of thing it is
 * @param producer what the incident records are signed with
 * @param load gives back the record of a handle
 */
export function gatherer(
  plain: ReadonlySet<string>,
  producer: IncidentRecord['producer'],
  load: (handle: number) => ArticleRecord,
): Gatherer {
  const numbers = interner();
  const stored = shelf();
  const single = new Map<string, Kept>();
  /** Ids that came more than once. */
  const several = new Map<string, Variant[]>();

  function keep(record: ArticleRecord, aside: () => number): Kept {
    const row = stored.add(evidenceOf(record, plain, numbers));
    return { row, handle: aside(), hasText: record.text !== undefined };
  }

  function variantsOf(id: string, kept: Kept): Variant[] {
    const known = several.get(id);
    if (known !== undefined) return known;
    const record = load(kept.handle);
    const variants = [{ content: contentOf(record), paths: new Set([record.source.path]), kept }];
    several.set(id, variants);
    return variants;
  }

  return {
    add(record, aside) {
      if (!record.relevance.incident) return 'irrelevant';
      const first = single.get(record.id);
      if (first === undefined) {
        single.set(record.id, keep(record, aside));
        return 'new';
      }
      const variants = variantsOf(record.id, first);
      const content = contentOf(record);
      const known = variants.find(variant => variant.content === content);
      if (known === undefined) {
        variants.push({ content, paths: new Set([record.source.path]), kept: keep(record, aside) });
        return 'differs';
      }
      known.paths.add(record.source.path);
      if (orderOf(record) < orderOf(load(known.kept.handle))) known.kept = keep(record, aside);
      return 'same';
    },
    finish() {
      const counting = [...single].map(([id, kept]) => {
        const [variant] = (several.get(id) ?? []).toSorted(
          (a, b) => byText(pathsIn(a)[0] ?? '', pathsIn(b)[0] ?? '') || byText(a.content, b.content),
        );
        return { id, ...(variant?.kept ?? kept), paths: variant === undefined ? null : pathsIn(variant) };
      });
      single.clear();
      const entries = counting.sort(
        (a, b) => byAppearance(stored.published(a.row), stored.published(b.row)) || byText(a.id, b.id),
      );
      const row = (at: number): number => entries[at]?.row ?? 0;
      const record = (at: number): ArticleRecord => load(entries[at]?.handle ?? 0);
      const named = (at: number): Evidence => evidenceOf(record(at), plain, numbers);
      const pathsOf = (at: number): readonly string[] => entries[at]?.paths ?? [record(at).source.path];
      const verify = (part: number, whole: number): number | null => {
        if (!entries[part]?.hasText || !entries[whole]?.hasText) return null;
        const [text, other] = [record(part).text, record(whole).text];
        return text === undefined || other === undefined ? null : textContainment(text, other);
      };
      const linking = link(
        {
          length: entries.length,
          evidence: at => stored.evidence(row(at)),
          sketch: at => stored.sketch(row(at)),
          published: at => stored.published(row(at)),
          forms: numbers.size(),
        },
        verify,
      );
      const judge = (a: number, b: number): Score => linking.judge(a, b, named);

      function incidentOf(group: readonly number[]): IncidentRecord {
        const within = new Set(group);
        const idOf = (at: number): string => entries[at]?.id ?? '';
        const members = group.map((at): Member => {
          const { role, of, similarity } = linking.copyings[at] ?? { role: 'original', of: null, similarity: null };
          const loaded = record(at);
          const [path = '', ...alsoAt] = entries[at]?.paths ?? [loaded.source.path];
          // What builds upon an article of another incident is an original here.
          return of !== null && within.has(of)
            ? { record: loaded, path, alsoAt, role, copyOf: idOf(of), similarity }
            : { record: loaded, path, alsoAt, role: 'original', copyOf: null, similarity: null };
        });
        const known = new Map<number, Evidence>();
        const nameOf = (at: number): Evidence => {
          const found = known.get(at) ?? evidenceOf(members[group.indexOf(at)]?.record ?? record(at), plain, numbers);
          known.set(at, found);
          return found;
        };
        const links = linking
          .tiesOf(group)
          .map(({ a, b }) => ({ a: idOf(a), b: idOf(b), score: linking.judge(a, b, nameOf) }));
        return toIncidentRecord(members, links, plain, producer);
      }

      return {
        entries,
        linking,
        pathsOf,
        judge,
        *incidents() {
          for (const group of linking.groups) yield incidentOf(group);
        },
      };
    },
  };
}
