import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type ArticleRecord, type IncidentRecord, incidentRecord } from '../model/record.ts';
import { chunksOf, linesOf } from '../read/bytes.ts';
import { LIMITS } from '../read/limits.ts';
import type { Reading } from '../read/read.ts';
import type { Places } from '../write/folder.ts';
import { type Ending, isArticleRecord, writeCorpus } from './build.ts';
import type { Former } from './former.ts';
import { restoreEvidence, type Slice, slicer, withText } from './quotes.ts';

const decoder = new TextDecoder();

/** The lines of a file of the corpus. */
async function readLines(places: Places, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { bytes } of linesOf(chunksOf(join(places.target, name)), LIMITS.lineBytes)) {
    if (bytes !== null && bytes.length > 0) found.push(decoder.decode(bytes));
  }
  return found;
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
  const records: readonly unknown[] = (await readLines(places, 'articles.jsonl')).map(line => JSON.parse(line));
  const incidents: readonly unknown[] = (await readLines(places, 'incidents.jsonl')).map(line => JSON.parse(line));
  const articles = records.filter(isArticleRecord);
  const told = incidents.filter(isIncidentRecord);
  const [first] = articles;
  if (first === undefined || articles.length < records.length || told.length < incidents.length) return refusal;

  const wanted = new Set(articles.map(({ id }) => id));
  const texts = new Map<string, string>();
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
    if (wanted.has(id)) texts.set(id, text);
  }
  for (const { id, text, source } of articles) {
    if (text !== undefined) texts.set(id, text);
    else if (!texts.has(id)) tell(diagnostic('rehydrate/no-article', { path: source.path }, id));
  }
  const slices = new Map<string, Slice>([...texts].map(([id, text]) => [id, slicer(text)]));
  const restored = articles.map((record): ArticleRecord => {
    const text = texts.get(record.id);
    return text === undefined ? record : withText(record, text);
  });
  const { settings } = former.facts;
  const isWhole = [...wanted].every(id => texts.has(id));
  const errors = await readLines(places, 'errors.jsonl');
  const corpus = {
    articles: restored,
    incidents: told.map(incident => restoreEvidence(incident, article => slices.get(article))),
    errors: errors.length,
    producer: first.producer,
    settings: isWhole
      ? { ...settings, text: 'all' as const, maxQuote: null }
      : { ...settings, text: texts.size > 0 ? ('some' as const) : ('none' as const) },
  };
  const obstacle = writeCorpus(
    places,
    corpus,
    errors.map(line => `${line}\n`),
    isStopped,
  );
  if (obstacle === 'stopped') return { kind: 'stopped' };
  if (obstacle) return { kind: 'broken', obstacle };
  return { kind: 'built', corpus, reused: texts.size };
}
