import { printable } from './printable.ts';

/** A line that tells how far long work is; it stands on a terminal only, and goes when other text comes. */
export interface Progress {
  readonly show: (done: number, of: number, path: string) => void;
  readonly clear: () => void;
}

const PATIENCE = 1000;
const PAUSE = 100;

/** Make a progress line; `isShown` is false where nobody sits at a terminal. It appears after a second of work. */
export function progressLine(isShown: boolean, columns: number): Progress {
  let next = performance.now() + PATIENCE;
  let stands = false;
  return {
    show(done, of, path) {
      if (!isShown || performance.now() < next) return;
      next = performance.now() + PAUSE;
      stands = true;
      const line = `${done} articles${of > 1 ? ` of ${of} files` : ''} · ${printable(path)}`;
      process.stderr.write(`\r\u001b[2K${[...line].slice(0, Math.max(20, columns - 1)).join('')}`);
    },
    clear() {
      if (stands) process.stderr.write('\r\u001b[2K');
      stands = false;
    },
  };
}
