/**
 * A worker thread that dies as its articles ask: what a bug, or an article that eats all memory, would do.
 */
import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { analyser } from '../../dist/jobs/analyser.js';
import { serve } from '../../dist/jobs/serve.js';
import { worker } from '../../dist/jobs/work.js';

async function dying(includeText, engine) {
  const outcomeOf = await analyser(includeText, engine);
  return article => {
    const [, mark] = /SPARE (\S+)/u.exec(article.text) ?? [];
    if (mark !== undefined && !fs.existsSync(mark)) {
      fs.writeFileSync(mark, '');
      process.exit(3);
    }
    if (article.text.includes('KILL')) process.exit(3);
    while (article.text.includes('HANG'));
    return outcomeOf(article);
  };
}

/** A file whose name says so hangs while it is read. */
function hanging(work) {
  return async function* (unit, mark) {
    for (const [item, { found }] of unit.items.entries()) {
      if (!found?.path.includes('unreadable') || unit.blames.some(blame => blame.item === item)) continue;
      mark({ item, reading: 0 }, true);
      for (;;);
    }
    yield* work(unit, mark);
  };
}

await serve(parentPort, workerData, async order => hanging(await worker(order, dying)));
