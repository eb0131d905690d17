import type { SourceArticle } from '../model/article.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { ArticleRecord } from '../model/record.ts';
import { type Reading, type ReadOptions, readFound } from '../read/read.ts';
import { ARTICLE_COLUMNS, bodyOf, FRAMES, type Frame } from '../write/format.ts';
import { NOTHING, type Tally, tallied } from '../write/summary.ts';
import { analyser, engineOf } from './analyser.ts';
import {
  type Blame,
  type Item,
  isFile,
  type Order,
  type Part,
  type Position,
  type RecordOutcome,
  type Unit,
} from './order.ts';

/** When a part has so many bytes, it is delivered. */
const ENOUGH = 1024 * 1024;
/** How many times as long as its text a record is, about. */
const SWELLING = 10;

/** Told what is about to happen: an item is read further, or the article that came of it is analysed. */
export type Mark = (at: Position, isReading: boolean) => void;

/** What stands around what an order writes. */
export function frameOf({ form }: Order): Frame {
  if (form === 'text') return { first: '', between: '\n', last: '', none: '' };
  return FRAMES[form === 'records' ? 'jsonl' : form];
}

/** The text that a reader made of a file, below the path of the article. */
function textBlock({ source, text }: SourceArticle): string {
  const place = source.index === null ? source.path : `${source.path}:${source.index}`;
  return `==> ${place.replaceAll(/\s+/gu, ' ')} <==\n${text}${text.endsWith('\n') ? '' : '\n'}`;
}

/** A part that grows. */
function basket(order: Order) {
  const { between } = frameOf(order);
  const rows: (readonly string[])[] = [];
  const outcomes: RecordOutcome[] = [];
  const diagnostics: Diagnostic[] = [];
  const skipped: string[] = [];
  const texts: string[] = [];
  let length = 0;
  let tally: Tally = NOTHING;
  let size = 0;
  let failed = 0;
  let warned = 0;
  let isWell = true;
  let path: string | null = null;

  function write(text: string): void {
    texts.push(between, text);
    length += text.length;
  }

  return {
    skip: (passed: string) => skipped.push(passed),
    /** What reading has to say. */
    tell(found: Diagnostic): void {
      const { code, severity } = found;
      if (severity === 'error') failed += 1;
      else if (severity === 'warning') warned += 1;
      if (severity === 'error' || (code.startsWith('read/') && severity !== 'info')) isWell = false;
      diagnostics.push(found);
      if (order.form === 'records') outcomes.push({ record: null, diagnostics: [found] });
    },
    addText(article: SourceArticle): void {
      write(textBlock(article));
      path = article.source.path;
    },
    /** What the analysis of an article gave. */
    add({ text, source }: SourceArticle, record: ArticleRecord | null, found: readonly Diagnostic[]): void {
      diagnostics.push(...found);
      path = source.path;
      size += Buffer.byteLength(text);
      if (record === null) {
        failed += 1;
        isWell = false;
      } else tally = tallied(tally, record);
      if (order.form === 'records') {
        length += text.length * SWELLING;
        outcomes.push({ record, diagnostics: found });
      } else if (record === null || order.form === 'text') return;
      else if (order.form === 'table') rows.push(ARTICLE_COLUMNS.row(record));
      else write(bodyOf(order.form, record));
    },
    isFull: () => length >= ENOUGH,
    isWell: () => isWell,
    part: (next: Position): Part => ({
      // Not Buffer.from: what is small would lie in memory that others use, too, and be sent away with it.
      bytes: new TextEncoder().encode(texts.join('')),
      rows,
      outcomes,
      diagnostics,
      tally,
      size,
      failed,
      warned,
      isWell,
      skipped,
      path,
      next,
    }),
  };
}

/** Something that works on units as an order asks. */
export type Worker = (unit: Unit, mark?: Mark) => AsyncGenerator<Part>;

/** The path of what is read. */
function pathOf(item: Item): string | null {
  if (isFile(item)) return item.found.path;
  if ('skipped' in item) return item.skipped;
  return 'article' in item ? item.article.source.path : item.diagnostic.path;
}

/** Where the article of a reading stands. */
const placeOf = ({ path, index }: SourceArticle['source']) => ({ path, line: index === null ? null : index + 1 });

async function* only(reading: Reading): AsyncGenerator<Reading> {
  yield reading;
}

/**
 * Get ready to work on units: rules and names are loaded, or compiled with those of a user.
 *
 * Each reading gives what becomes of it in the part in which it is; the last part says that the unit is done. With
 * `isStrict` a unit ends behind the first part that is not well.
 */
export async function worker(order: Order, analyseWith = analyser): Promise<Worker> {
  const outcomeOf =
    order.form === 'text' ? null : await analyseWith(order.includeText, await engineOf(order.additions));

  return async function* work({ items, from, blames, isSingle }, mark = () => {}) {
    let held = basket(order);
    const options: ReadOptions = { ...order.reading, onSkipped: path => held.skip(path) };

    function take(reading: Reading, blame: Blame | undefined): void {
      if ('diagnostic' in reading) held.tell(reading.diagnostic);
      else if (blame)
        held.add(reading.article, null, [diagnostic(blame.code, placeOf(reading.article.source), blame.detail)]);
      else if (outcomeOf === null) held.addText(reading.article);
      else {
        const { record, diagnostics } = outcomeOf(reading.article);
        held.add(reading.article, record, diagnostics);
      }
    }

    for (let item = from.item; item < items.length; item += 1) {
      const thing = items[item];
      if (thing === undefined) break;
      if ('skipped' in thing) {
        held.skip(thing.skipped);
        continue;
      }
      const known = item === from.item ? from.reading : 0;
      const readings = isFile(thing) ? readFound(thing.found, options) : only(thing);
      try {
        for (let reading = 0; ; reading += 1) {
          const blame = blames.find(one => one.item === item && one.reading === reading);
          if (blame?.isReading) {
            held.tell(diagnostic(blame.code, { path: pathOf(thing) }, blame.detail));
            break;
          }
          mark({ item, reading }, true);
          const next = await readings.next();
          if (next.done) break;
          if (reading < known) continue;
          mark({ item, reading }, false);
          take(next.value, blame);
          const isOver = order.isStrict && !held.isWell();
          if (!isSingle && !isOver && !held.isFull()) continue;
          yield held.part({ item, reading: reading + 1 });
          if (isOver) return;
          held = basket(order);
        }
      } finally {
        await readings.return(undefined);
      }
    }
    yield held.part({ item: items.length, reading: 0 });
  };
}
