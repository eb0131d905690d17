import { availableParallelism } from 'node:os';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { SourceArticle } from '../model/article.ts';
import type { Form } from '../read/names.ts';
import { type Found, type Listing, STDIN } from '../read/paths.ts';
import { readFound } from '../read/read.ts';
import type { Item, Order, Part, RecordOutcome, Unit } from './order.ts';
import { type Batch, type Delivery, type PoolOptions, pooled } from './pool.ts';
import { type Worker, worker } from './work.ts';

/** How work is done. */
export interface WorkOptions extends Pick<PoolOptions, 'timeout' | 'stopped' | 'script'> {
  /** Worker threads; 1 is none, unless the time of an article is limited: only what runs in a thread can be ended. */
  readonly jobs: number | 'auto';
}

/**
 * Articles from which workers pay. Each has to load the rules and warm up: 100 articles of 3 KB took 4.2 s of processor
 * time on one thread and 5.8 s on two together, 400 took 8.9 and 12.8 s. Below a few hundred they save a second or two at
 * best, for twice the memory.
 */
const WORTHWHILE = 300;
/** More threads than this only wait for the one that writes. */
const MOST = 8;
/** Items of a batch, and bytes of its texts from which it is full. */
const BATCH = 16;
const BATCH_SIZE = 256 * 1024;
/** Milliseconds that a batch waits for more: who writes articles into a pipe one by one is not kept waiting. */
const PATIENCE = 20;

/**
 * By how much memory in use may grow until old objects are cleared away. Records are garbage as soon as they are written;
 * left to itself, V8 lets four times of what lives pile up on each thread before it looks. Costs some 3 % of the time.
 */
const GROWTH = '--heap-growing-percent=40';

/** Forms of files that hold one article, as a rule; they are read by the workers. */
const SINGLE = new Set<Form>(['text', 'markdown', 'html', 'pdf', 'docx', 'mail', 'unknown']);

/** An item and how far through all inputs one is behind it. */
interface Supplied {
  readonly item: Item;
  readonly share: number;
}

const START = { item: 0, reading: 0 } as const;
const unitOf = (items: readonly Item[]): Unit => ({ items, from: START, blames: [], isSingle: false });

/** What there is to work on, in order; files of which `isWhole` is true as they are, the articles of all others. */
async function* supply(
  listing: Listing,
  { reading }: Order,
  isWhole: (found: Found) => boolean,
): AsyncGenerator<Supplied> {
  const { inputs, diagnostics } = listing;
  for (const found of diagnostics) yield { item: { diagnostic: found }, share: 0 };
  for (const [i, found] of inputs.entries()) {
    const share = (i + 1) / inputs.length;
    if (found.path !== STDIN && isWhole(found)) {
      yield { item: { found }, share };
      continue;
    }
    let within = 0;
    const skipped: string[] = [];
    const options = {
      ...reading,
      onSkipped: (path: string) => skipped.push(path),
      onShare: (read: number) => {
        within = read;
      },
    };
    for await (const one of readFound(found, options)) {
      for (const path of skipped.splice(0)) yield { item: { skipped: path }, share };
      yield { item: one, share: (i + within) / inputs.length };
    }
    for (const path of skipped) yield { item: { skipped: path }, share };
  }
}

/** Put items together to batches; `isPatient` where nobody may be waiting for what comes out of a few. */
async function* batched(items: AsyncIterator<Supplied>, isPatient: boolean): AsyncGenerator<Batch> {
  let batch: Item[] = [];
  let size = 0;
  let share = 0;
  let pending: Promise<IteratorResult<Supplied>> | null = null;
  for (;;) {
    pending ??= items.next();
    const isAwaited = isPatient || batch.length === 0;
    const next = isAwaited ? await pending : await Promise.race([pending, setTimeout(PATIENCE, null)]);
    if (next !== null) {
      pending = null;
      if (next.done) break;
      const { item } = next.value;
      batch.push(item);
      share = next.value.share;
      size += 'article' in item ? item.article.text.length : 0;
      if (batch.length < BATCH && size < BATCH_SIZE) continue;
    }
    yield { items: batch, share };
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield { items: batch, share };
}

/** What is common to all work that is shared out. */
interface Shares extends WorkOptions {
  readonly order: Order;
  readonly workers: number;
  /** Whether to begin on this thread, and go on in workers when there turns out to be more. */
  readonly beginsHere: boolean;
  readonly isPatient: boolean;
  /** Told that from now on workers do the work. */
  readonly onWorkers: () => void;
}

const workersOf = (jobs: number | 'auto'): number => (jobs === 'auto' ? Math.min(availableParallelism(), MOST) : jobs);

async function* shareOut(items: AsyncGenerator<Supplied>, shares: Shares): AsyncGenerator<Delivery> {
  const { order, workers, beginsHere, isPatient, onWorkers } = shares;
  setFlagsFromString(GROWTH);
  let here: Worker | null = null;
  const byHand = async function* (unit: Unit): AsyncGenerator<Part> {
    here ??= await worker(order);
    yield* here(unit);
  };
  try {
    let count = 0;
    while (beginsHere && (workers === 1 || count < WORTHWHILE)) {
      const next = await items.next();
      if (next.done) return;
      const { item, share } = next.value;
      for await (const part of byHand(unitOf([item]))) yield { part, share };
      if ('article' in item) count += 1;
      // Signals are only heard between turns of the event loop.
      if (count % 8 === 0) await setImmediate();
    }
    onWorkers();
    yield* pooled(batched(items, isPatient), shares, byHand);
  } finally {
    void Promise.allSettled([items.return(undefined)]);
  }
}

/**
 * Read and analyse all inputs of a listing as an order asks, on this thread or in workers. What comes out is the same to
 * the byte for any number of them, and in the order of the inputs; it comes as it is made, and no more is made than
 * somebody takes.
 */
export async function* workOn(listing: Listing, order: Order, options: WorkOptions): AsyncGenerator<Delivery> {
  const { jobs, timeout } = options;
  const workers = workersOf(jobs);
  const isTimed = timeout !== null;
  const isSmall = workers === 1 || (jobs === 'auto' && listing.inputs.length < WORTHWHILE);
  const beginsHere = isSmall && !isTimed;
  let isHere = beginsHere;
  const isWhole = ({ form }: Found): boolean => !isHere && (isTimed || SINGLE.has(form));
  yield* shareOut(supply(listing, order, isWhole), {
    ...options,
    order,
    workers,
    beginsHere,
    isPatient: !listing.inputs.some(({ path }) => path === STDIN),
    onWorkers() {
      isHere = false;
    },
  });
}

async function* supplyOf(articles: AsyncIterable<SourceArticle>): AsyncGenerator<Supplied> {
  for await (const article of articles) yield { item: { article }, share: 0 };
}

/** Analyse articles that were read, on this thread or in workers; what becomes of each comes in their order. */
export async function* analyseAll(
  articles: AsyncGenerator<SourceArticle>,
  order: Order,
  options: WorkOptions,
): AsyncGenerator<RecordOutcome> {
  const { jobs, timeout } = options;
  const workers = workersOf(jobs);
  const beginsHere = timeout === null && (workers === 1 || jobs === 'auto');
  const shares = { ...options, order, workers, beginsHere, isPatient: false, onWorkers: () => {} };
  for await (const { part } of shareOut(supplyOf(articles), shares)) yield* part.outcomes;
}
