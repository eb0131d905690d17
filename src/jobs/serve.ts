import type { MessagePort } from 'node:worker_threads';
import { articleOf } from '../read/article.ts';
import { loadReader } from '../read/read.ts';
import { type FromWorker, PHASE, STATE, type Start, type ToWorker } from './messages.ts';
import { type Item, isFile, type Unit } from './order.ts';
import { type Mark, worker } from './work.ts';

/** Articles that load what all others need, one in each language. */
const WARMING: readonly Item[] = [
  { article: articleOf('De gemeente Texel zette gisteren haar mailserver uit.') },
  { article: articleOf('The council of York shut its mail server down yesterday.') },
];

/**
 * Work on the units that come through a port, one after the other, and send back their parts. Behind each part but the
 * last of a unit it waits until it is told to go on: more than one part is never on its way.
 *
 * @param makeWorker what does the work
 */
export async function serve(port: MessagePort, start: Start, makeWorker: typeof worker = worker): Promise<void> {
  const { order, state, isTimed } = start;
  const units: Unit[] = [];
  let goOn = (): void => {};
  let isWorking = false;

  const tell = (message: FromWorker, shared: readonly ArrayBufferLike[] = []): void =>
    port.postMessage(
      message,
      shared.filter(one => one instanceof ArrayBuffer),
    );
  const mark: Mark = ({ item, reading }, isReading) => {
    Atomics.store(state, STATE.item, item);
    Atomics.store(state, STATE.reading, reading);
    Atomics.store(state, STATE.phase, isReading ? PHASE.reading : PHASE.analysing);
    if (isReading) Atomics.add(state, STATE.beat, 1);
  };

  const work = await makeWorker(order);
  if (isTimed) {
    // What is loaded once is not counted against the article that needs it first.
    for await (const _ of work({ items: WARMING, from: { item: 0, reading: 0 }, blames: [], isSingle: false }));
  }

  async function workOn(unit: Unit): Promise<void> {
    if (isTimed) for (const item of unit.items) if (isFile(item)) await loadReader(item.found.form);
    for await (const { outcomes, ...part } of work(unit, mark)) {
      const isLast = part.next.item === unit.items.length;
      const taken = new Promise<void>(resolve => {
        goOn = resolve;
      });
      Atomics.store(state, STATE.phase, PHASE.waiting);
      tell({ part, outcomes: JSON.stringify(outcomes), isLast }, [part.bytes.buffer]);
      if (!isLast) await taken;
    }
  }

  port.on('message', async (message: ToWorker) => {
    if ('go' in message) goOn();
    else units.push(message.unit);
    if (isWorking) return;
    isWorking = true;
    for (let unit = units.shift(); unit; unit = units.shift()) await workOn(unit);
    isWorking = false;
  });
  tell({ started: true });
}
