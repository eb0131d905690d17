import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type ArticleRecord, type IncidentRecord, incidentRecord } from '../model/record.ts';
import { chunksOf, linesOf } from '../read/bytes.ts';
import { LIMITS } from '../read/limits.ts';
import type { Reading } from '../read/read.ts';
import type { Places } from '../write/folder.ts';
import { openSpool, type Spool } from '../write/spool.ts';
import { type Ending, isArticleRecord, writeCorpus } from './build.ts';
import type { Former } from './former.ts';
import { changed, pile } from './pile.ts';
import { restoreEvidence, type Slice, slicer, withText } from './quotes.ts';

const decoder = new TextDecoder();

/** The lines of a file of the corpus. */
async function* linesIn(places: Places, name: string): AsyncGenerator<string> {
  for await (const { bytes } of linesOf(chunksOf(join(places.target, name)), LIMITS.lineBytes)) {
    if (bytes !== null && bytes.length > 0) yield decoder.decode(bytes);
  }
}

const isIncidentRecord = (value: unknown): value is IncidentRecord => incidentRecord.safeParse(value).success;

/**
 * Put the texts and quotes of articles back into a corpus that was built without them: an article is known by the hash of
 * its text, a quote by its offsets. If all are found, the folder has the bytes that a build with texts gives.
 *
 * @param tell told of articles that cannot be read, and of those of the corpus that are not among them
 */
export async function rehydrate(
  places: Places,
  former: Former | null,
  readings: AsyncIterable<Reading>,
  tell: (found: Diagnostic) => void,
  isStopped: () => boolean,
): Promise<Ending> {
  const refusal = { kind: 'refused', diagnostic: diagnostic('rehydrate/no-corpus', { path: places.target }) } as const;
  if (former === null || former.changed.length > 0) return refusal;
  const spool = openSpool();
  try {
    return (await rehydrateWith(spool, places, former, readings, tell, isStopped)) ?? refusal;
  } finally {
    spool.close();
  }
}

/** Ids of the articles whose text is at hand, with the number of the text in the spool. */
type Texts = Map<string, number>;

/** The same; null if the corpus holds what is no record of ours. */
async function rehydrateWith(
  spool: Spool,
  places: Places,
  former: Former,
  readings: AsyncIterable<Reading>,
  tell: (found: Diagnostic) => void,
  isStopped: () => boolean,
): Promise<Ending | null> {
  const articles = pile<ArticleRecord>(spool, line => JSON.parse(line));
  const incidents = pile<IncidentRecord>(spool, line => JSON.parse(line));
  const texts: Texts = new Map();
  const wanted = new Map<string, string>();
  let producer: ArticleRecord['producer'] | null = null;
  for await (const line of linesIn(places, 'articles.jsonl')) {
    const record: unknown = JSON.parse(line);
    if (!isArticleRecord(record)) return null;
    producer ??= record.producer;
    articles.add(record);
    wanted.set(record.id, record.source.path);
    if (record.text !== undefined) texts.set(record.id, spool.add(record.text));
  }
  for await (const line of linesIn(places, 'incidents.jsonl')) {
    const record: unknown = JSON.parse(line);
    if (!isIncidentRecord(record)) return null;
    incidents.add(record);
  }
  if (producer === null) return null;

  let turn = 0;
  for await (const reading of readings) {
    turn += 1;
    if (turn % 8 === 0) await setImmediate();
    if (isStopped()) return { kind: 'stopped' };
    if ('diagnostic' in reading) {
      tell(reading.diagnostic);
      continue;
    }
    const { text } = reading.article;
    const id = `a-${hash('sha256', text, 'hex').slice(0, 16)}`;
    if (wanted.has(id) && !texts.has(id)) texts.set(id, spool.add(text));
  }
  for (const [id, path] of wanted) if (!texts.has(id)) tell(diagnostic('rehydrate/no-article', { path }, id));
  const textOf = (id: string): string | undefined => {
    const number = texts.get(id);
    return number === undefined ? undefined : spool.get(number);
  };
  const restored = changed(articles, record => {
    const text = textOf(record.id);
    return text === undefined ? record : withText(record, text);
  });
  const told = changed(incidents, incident => {
    const slices = new Map<string, Slice | undefined>();
    return restoreEvidence(incident, id => {
      if (!slices.has(id)) {
        const text = textOf(id);
        slices.set(id, text === undefined ? undefined : slicer(text));
      }
      return slices.get(id);
    });
  });
  const { settings } = former.facts;
  const isWhole = texts.size === wanted.size;
  const errors: string[] = [];
  for await (const line of linesIn(places, 'errors.jsonl')) errors.push(`${line}\n`);
  const corpus = {
    articles: restored,
    incidents: told,
    errors: errors.length,
    producer,
    settings: isWhole
      ? { ...settings, text: 'all' as const, maxQuote: null }
      : { ...settings, text: texts.size > 0 ? ('some' as const) : ('none' as const) },
  };
  const obstacle = writeCorpus(places, corpus, errors, isStopped);
  if (obstacle === 'stopped') return { kind: 'stopped' };
  if (obstacle) return { kind: 'broken', obstacle };
  return { kind: 'built', corpus, reused: texts.size };
}
