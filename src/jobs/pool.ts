import { Worker as Thread } from 'node:worker_threads';
import type { DiagnosticCode } from '../model/diagnostic.ts';
import { type FromWorker, PHASE, STATE, STATE_BYTES, type Start, type ToWorker } from './messages.ts';
import type { Blame, Item, Order, Part, Position, Unit } from './order.ts';

/** Units that a worker has at a time: one in work, and one so that it need not wait. */
const AT_HAND = 2;
/** Units for each worker that are in work or wait to be written. */
const IN_FLIGHT = 4;
/** How often in the time of an article it is looked whether the worker went on. */
const LOOKS = 8;
/** How often a place for a worker is filled anew without that it began to work, before it is given up. */
const TRIES = 3;

/** How a pool works. */
export interface PoolOptions {
  readonly order: Order;
  readonly workers: number;
  /** Milliseconds that an article may take, or null. */
  readonly timeout: number | null;
  /** Resolves when the work must end. */
  readonly stopped?: Promise<unknown>;
  /** What the threads run, where it is not the program's own. */
  readonly script?: URL;
}

/** Some items, and how far through all of them one is behind it, from 0 to 1. */
export interface Batch {
  readonly items: readonly Item[];
  readonly share: number;
}

/** A part of what came out, in the order of what went in. */
export interface Delivery {
  readonly part: Part;
  readonly share: number | null;
}

/** A batch on its way through the pool. */
interface Ticket {
  readonly batch: Batch;
  next: Position;
  readonly blames: Blame[];
  isSingle: boolean;
  /** What came back and was not delivered yet. */
  readonly parts: Part[];
  isDone: boolean;
  seat: Seat | null;
  /** No thread can be started for it. */
  isLost: boolean;
}

/** A place for a worker thread, which is filled again when it dies. */
interface Seat {
  thread: Thread | null;
  readonly state: Int32Array;
  /** What the thread has been given, the first in work. */
  readonly tickets: Ticket[];
  /** Why it is being ended, if it is. */
  fate: { readonly code: DiagnosticCode; readonly detail: string } | null;
  /** What it said last. */
  failure: string;
  hasWorked: boolean;
  fails: number;
  beat: number;
  looks: number;
}

/** Something to wait for: a ring wakes who waits. */
function bell() {
  let wake = (): void => {};
  let next = new Promise<void>(resolve => {
    wake = resolve;
  });
  return {
    rung: () => next,
    ring(): void {
      wake();
      next = new Promise<void>(resolve => {
        wake = resolve;
      });
    },
  };
}

/** A new thread, or null if the system has none to give. */
function threadOf(script: URL, start: Start): Thread | null {
  try {
    return new Thread(script, { workerData: start });
  } catch {
    return null;
  }
}

/**
 * Work on batches in worker threads; what comes out keeps their order, and no more than a few batches for each thread are
 * in flight.
 *
 * A thread that dies loses nothing: what it had is given to a new one, the batch in work reading by reading. What kills
 * that one too, or takes longer than `timeout`, is not tried again: it gives a diagnostic, and the others come out.
 *
 * @param fallback works on a batch where no thread can be started
 */
export async function* pooled(
  batches: AsyncGenerator<Batch>,
  { order, workers, timeout, stopped, script = new URL('thread.js', import.meta.url) }: PoolOptions,
  fallback: (unit: Unit) => AsyncIterable<Part>,
): AsyncGenerator<Delivery> {
  const { rung, ring } = bell();
  const queue: Ticket[] = [];
  const seats: Seat[] = Array.from({ length: workers }, () => ({
    thread: null,
    state: new Int32Array(new SharedArrayBuffer(STATE_BYTES)),
    tickets: [],
    fate: null,
    failure: '',
    hasWorked: false,
    fails: 0,
    beat: 0,
    looks: 0,
  }));
  let isOver = false;
  let isFed = false;
  const broken: unknown[] = [];

  const unitOf = ({ batch, next, blames, isSingle }: Ticket): Unit => ({
    items: batch.items,
    from: next,
    blames: [...blames],
    isSingle,
  });
  const send = (seat: Seat, message: ToWorker): void => seat.thread?.postMessage(message);
  const isUsable = (seat: Seat): boolean => seat.fails < TRIES;

  function give(seat: Seat | undefined, ticket: Ticket): void {
    if (seat && seat.thread === null && isUsable(seat)) fill(seat);
    if (seat?.thread) {
      ticket.seat = seat;
      seat.tickets.push(ticket);
      send(seat, { unit: unitOf(ticket) });
    } else {
      ticket.seat = null;
      ticket.isLost = true;
    }
  }

  function fill(seat: Seat): void {
    Atomics.store(seat.state, STATE.phase, PHASE.waiting);
    seat.hasWorked = false;
    seat.fate = null;
    const start: Start = { order, state: seat.state, isTimed: timeout !== null };
    const thread = threadOf(script, start);
    seat.thread = thread;
    if (thread === null) {
      seat.fails = TRIES;
      return;
    }
    thread.on('message', (message: FromWorker) => {
      seat.hasWorked = true;
      if ('started' in message) return;
      const [ticket] = seat.tickets;
      if (ticket === undefined) return;
      ticket.parts.push({ ...message.part, outcomes: JSON.parse(message.outcomes) });
      ticket.next = message.part.next;
      if (message.isLast) {
        ticket.isDone = true;
        seat.fails = 0;
        seat.tickets.shift();
      }
      ring();
    });
    thread.on('error', error => {
      seat.failure = 'code' in error ? String(error.code) : error.message;
    });
    thread.on('exit', code => {
      if (seat.thread === thread) bury(seat, seat.failure || `exit code ${code}`);
    });
  }

  /** A thread is gone: find out what it died of, and go on without that. */
  function bury(seat: Seat, failure: string): void {
    seat.thread = null;
    seat.failure = '';
    if (isOver) return;
    const phase = Atomics.load(seat.state, STATE.phase);
    const [ticket] = seat.tickets;
    if (ticket && phase !== PHASE.waiting) {
      const { fate } = seat;
      const cause = fate ?? (ticket.isSingle ? { code: 'analyse/crash' as const, detail: failure } : null);
      if (cause) {
        const at = { item: Atomics.load(seat.state, STATE.item), reading: Atomics.load(seat.state, STATE.reading) };
        ticket.blames.push({ ...at, isReading: phase === PHASE.reading, ...cause });
      }
      ticket.isSingle ||= fate === null;
    } else if (!seat.hasWorked || ticket) seat.fails += 1;
    const waiting = seat.tickets.splice(0);
    for (const one of waiting) give(seat, one);
    ring();
  }

  /** End threads that have been at one article for too long. No clock is asked: a machine that slept is no fault of it. */
  function look(): void {
    for (const seat of seats) {
      const beat = Atomics.load(seat.state, STATE.beat);
      const isAtWork = Atomics.load(seat.state, STATE.phase) !== PHASE.waiting;
      seat.looks = isAtWork && beat === seat.beat ? seat.looks + 1 : 0;
      seat.beat = beat;
      if (seat.looks <= LOOKS || seat.fate || !seat.thread) continue;
      seat.fate = { code: 'analyse/timeout', detail: `more than ${timeout} ms (--timeout-per-article)` };
      void seat.thread.terminate();
    }
  }

  /** The seat with the least to do; undefined if there is none left. */
  const idlest = (): Seat | undefined =>
    seats.filter(isUsable).toSorted((a, b) => a.tickets.length - b.tickets.length)[0];

  /** Hand out batches while there is room for them. */
  async function feed(): Promise<void> {
    for (;;) {
      while (queue.length >= workers * IN_FLIGHT && !isOver) await rung();
      const next = isOver ? null : await batches.next();
      if (next === null || next.done) break;
      const ticket: Ticket = {
        batch: next.value,
        next: { item: 0, reading: 0 },
        blames: [],
        isSingle: false,
        parts: [],
        isDone: false,
        seat: null,
        isLost: false,
      };
      queue.push(ticket);
      let seat = idlest();
      while (seat && seat.tickets.length >= AT_HAND && !isOver) {
        await rung();
        seat = idlest();
      }
      if (!isOver) give(seat, ticket);
      ring();
    }
    isFed = true;
    ring();
  }

  void stopped?.then(() => {
    isOver = true;
    ring();
  });
  const watch = timeout === null ? null : setInterval(look, Math.max(1, timeout / LOOKS));
  feed().catch(error => {
    broken.push(error);
    ring();
  });
  try {
    while (!isOver) {
      if (broken.length > 0) throw broken[0];
      const [ticket] = queue;
      if (ticket === undefined) {
        if (isFed) return;
        await rung();
        continue;
      }
      const part = ticket.parts.shift();
      if (part) {
        const isLast = ticket.isDone && ticket.parts.length === 0;
        if (!isLast && ticket.seat) send(ticket.seat, { go: true });
        yield { part, share: isLast ? ticket.batch.share : null };
      } else if (ticket.isDone) {
        queue.shift();
        ring();
      } else if (ticket.isLost) {
        for await (const made of fallback(unitOf(ticket))) yield { part: made, share: null };
        ticket.isDone = true;
      } else await rung();
    }
  } finally {
    isOver = true;
    ring();
    if (watch) clearInterval(watch);
    await Promise.all(seats.map(seat => seat.thread?.terminate()));
    // Who waits for standard input may wait for long.
    void Promise.allSettled([batches.return(undefined)]);
  }
}
