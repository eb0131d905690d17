import { printable } from './printable.ts';
import { figures } from './summary.ts';

/** How far long work is. */
export interface Advance {
  readonly articles: number;
  /** Bytes of their texts. */
  readonly bytes: number;
  /** How much of all that is to be read was read, from 0 to 1; null where nobody knows how much there is. */
  readonly share: number | null;
  /** What was read last. */
  readonly path: string | null;
}

/** A line that tells how far long work is; it stands on a terminal only, and goes when other text comes. */
export interface Progress {
  readonly show: (advance: Advance) => void;
  readonly clear: () => void;
  /** How much was read in what time, for the line that ends a run; empty where nobody sits at a terminal. */
  readonly total: (bytes: number) => string;
}

const PATIENCE = 1000;
const PAUSE = 100;
const MEGABYTE = 1e6;
/** Below this nobody can tell how much time is left. */
const LITTLE = 0.001;

const speed = (bytes: number, milliseconds: number): string =>
  `${(bytes / MEGABYTE / Math.max(milliseconds / 1000, 0.001)).toFixed(2)} MB/s`;

/** A time for people: "45 s", "3 min 20 s", "2 h 5 min". */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The line itself: "1,200 articles · 0.35 MB/s · 3 min 20 s left · news/harbour.txt". */
export function advanceLine({ articles, bytes, share, path }: Advance, elapsed: number, columns: number): string {
  const isKnown = share !== null && share > LITTLE;
  const parts = [
    `${figures(articles)} ${articles === 1 ? 'article' : 'articles'}`,
    speed(bytes, elapsed),
    ...(isKnown ? [`${duration((elapsed * (1 - share)) / share)} left`] : []),
    ...(path === null ? [] : [printable(path).replaceAll(/\s+/gu, ' ')]),
  ];
  return [...parts.join(' · ')].slice(0, Math.max(20, columns - 1)).join('');
}

/** Make a progress line; `isShown` is false where nobody sits at a terminal. It appears after a second of work. */
export function progressLine(isShown: boolean, columns: number): Progress {
  const begin = performance.now();
  let next = begin + PATIENCE;
  let stands = false;
  return {
    show(advance) {
      const now = performance.now();
      if (!isShown || now < next) return;
      next = now + PAUSE;
      stands = true;
      process.stderr.write(`\r\u001b[2K${advanceLine(advance, now - begin, columns)}`);
    },
    clear() {
      if (stands) process.stderr.write('\r\u001b[2K');
      stands = false;
    },
    total(bytes) {
      const elapsed = performance.now() - begin;
      if (!isShown) return '';
      return ` · ${(bytes / MEGABYTE).toFixed(1)} MB in ${duration(elapsed)} (${speed(bytes, elapsed)})`;
    },
  };
}
