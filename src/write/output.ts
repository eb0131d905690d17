import { once } from 'node:events';
import { closeSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** Why nothing more can be written: the reader went away, or the output is broken. */
export type Obstacle = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly detail: string };

/** A place to write to. */
export interface Output {
  /** Write text, or bytes of it, and wait until there is room for more. Gives false if there is no use in going on. */
  readonly write: (text: string | Uint8Array) => Promise<boolean>;
  /** All was written: make it last. */
  readonly finish: () => Promise<Obstacle | null>;
  /** Give up: leave nothing half-written behind. */
  readonly discard: () => void;
}

/** What an error of the file system means for who writes. */
export function obstacleOf(error: unknown): Obstacle {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_DESTROYED') return { kind: 'closed' };
  return { kind: 'failed', detail: code || (error instanceof Error ? error.message : 'unknown') };
}

/**
 * Standard output. Its errors come as events, late; so it is watched from the start, before anything is written.
 *
 * @param stopped resolves when waiting for a slow reader must end
 */
export function openStdout(stopped: Promise<unknown> = new Promise(() => {})): Output {
  let obstacle: Obstacle | null = null;
  const broken = new Promise<void>(resolve => {
    process.stdout.on('error', error => {
      obstacle ??= obstacleOf(error);
      resolve();
    });
  });
  return {
    async write(text) {
      if (obstacle) return false;
      if (!process.stdout.write(text))
        await Promise.race([once(process.stdout, 'drain').catch(() => {}), broken, stopped]);
      return obstacle === null;
    },
    async finish() {
      if (!obstacle) {
        const flushed = new Promise<void>(resolve => process.stdout.write('', () => resolve()));
        await Promise.race([flushed, broken, stopped]);
        await setImmediate();
      }
      return obstacle;
    },
    discard() {},
  };
}

/**
 * A file. It is written beside its place and renamed in the end, so that no reader ever sees half of it; what is no
 * regular file, such as a device or a named pipe, is written to as it is.
 */
export function openFile(path: string): Output | Obstacle {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    const target = known ? realpathSync(path) : path;
    if (known?.isDirectory()) return { kind: 'failed', detail: 'it is a folder' };
    const isPlain = !known || known.isFile();
    const beside = isPlain ? join(dirname(target), `.${basename(target)}.${process.pid}.part`) : target;
    const file = openSync(beside, isPlain ? 'wx' : 'w', known?.mode ?? 0o666);
    return fileOutput(file, beside, isPlain ? target : null);
  } catch (error) {
    return obstacleOf(error);
  }
}

function fileOutput(file: number, beside: string, target: string | null): Output {
  let obstacle: Obstacle | null = null;
  let open = true;

  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      obstacle ??= obstacleOf(error);
    }
  }

  function close(): void {
    if (open) closeSync(file);
    open = false;
  }

  function discard(): void {
    attempt(close);
    if (target !== null) attempt(() => unlinkSync(beside));
  }

  return {
    async write(text) {
      attempt(() => {
        const bytes = typeof text === 'string' ? Buffer.from(text) : text;
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      });
      return obstacle === null;
    },
    async finish() {
      attempt(close);
      if (target !== null && !obstacle) attempt(() => renameSync(beside, target));
      if (obstacle) discard();
      return obstacle;
    },
    discard,
  };
}
