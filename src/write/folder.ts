import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Obstacle, obstacleOf } from './output.ts';

/** What is known of a file that was written. */
export interface Written {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder that is being written beside its place. */
export interface Part {
  /** Write one file of it; gives null once anything could not be written. */
  readonly write: (name: string, pieces: Iterable<string>) => Written | null;
  /** Put the folder in its place; the former one goes. */
  readonly finish: () => Obstacle | null;
  /** Give up; the former folder stays as it is. */
  readonly discard: () => void;
}

/** The names that a folder has while it is made, all of them beside it. */
export interface Places {
  readonly target: string;
  /** Where the former folder is for a moment, while the new one takes its place. */
  readonly former: string;
  /** Finished work of a run that did not come to its end. */
  readonly journal: string;
  readonly part: string;
}

const CHUNK = 1 << 20;

/** Where a folder and what is made beside it are; a link to a folder stands for that folder. */
export function placesOf(path: string): Places {
  const target = existsSync(path) ? realpathSync(path) : resolve(path);
  const beside = join(dirname(target), `.${basename(target)}`);
  return {
    target,
    former: `${beside}.former`,
    journal: `${beside}.journal`,
    part: `${beside}.${process.pid}.part`,
  };
}

/** Whether a folder is the current folder, or one that holds it: it must not be moved away under the user's feet. */
export function holdsCurrent({ target }: Places): boolean {
  const current = realpathSync('.');
  return current === target || current.startsWith(target.endsWith(sep) ? target : target + sep);
}

/** Move what is not ours out of the former folder into the new one, then remove the former. */
function retire({ target, former }: Places, own: readonly string[]): void {
  for (const name of readdirSync(former)) {
    if (!own.includes(name) && !existsSync(join(target, name))) renameSync(join(former, name), join(target, name));
  }
  rmSync(former, { recursive: true, force: true });
}

/**
 * Put in order what a run that was killed left beside a folder: a former folder goes back if it was on its way out, and
 * halves of folders go. The journal stays: it is what the next run goes on from. Whoever calls this holds the lock of the
 * folder, so nobody is at work on what lies there.
 */
export function settle(places: Places, own: readonly string[]): Obstacle | null {
  const { target, former } = places;
  try {
    if (existsSync(former)) {
      if (existsSync(target)) retire(places, own);
      else renameSync(former, target);
    }
    const parent = dirname(target);
    const prefix = `.${basename(target)}.`;
    for (const name of existsSync(parent) ? readdirSync(parent) : []) {
      if (name.startsWith(prefix) && /^\d+\.part$/.test(name.slice(prefix.length)))
        rmSync(join(parent, name), { recursive: true, force: true });
    }
    return null;
  } catch (error) {
    return obstacleOf(error);
  }
}

/** Why there can be no folder at a place: something else stands there, or above it. */
export function obstacleIn({ target }: Places): Obstacle | null {
  try {
    const stats = statSync(target, { throwIfNoEntry: false });
    return stats === undefined || stats.isDirectory() ? null : { kind: 'failed', detail: 'it is no folder' };
  } catch (error) {
    return obstacleOf(error);
  }
}

/** The names in a folder that are not among its own; none where there is no folder. */
export function foreignIn({ target }: Places, own: readonly string[]): readonly string[] {
  if (!existsSync(target)) return [];
  return readdirSync(target)
    .filter(name => !own.includes(name))
    .toSorted();
}

/**
 * Begin a folder beside its place. It is put there by two renames, one behind the other, so that no reader ever sees half
 * of it; if the program is killed between the two, `settle` puts the former one back.
 *
 * @param own names of the files that belong to such a folder; others of the former folder are carried over
 */
export function openFolder(places: Places, own: readonly string[]): Part | Obstacle {
  const { target, former, part } = places;
  let obstacle: Obstacle | null = null;

  function attempt<T>(act: () => T): T | null {
    if (obstacle) return null;
    try {
      return act();
    } catch (error) {
      obstacle = obstacleOf(error);
      return null;
    }
  }

  function discard(): void {
    try {
      rmSync(part, { recursive: true, force: true });
    } catch {
      // What cannot be removed now is removed by the next run.
    }
  }

  attempt(() => {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
  });
  if (obstacle) return obstacle;

  return {
    write: (name, pieces) => attempt(() => writeFile(part, name, pieces)),
    finish() {
      attempt(() => {
        if (existsSync(target)) {
          renameSync(target, former);
          try {
            renameSync(part, target);
          } catch (error) {
            renameSync(former, target);
            throw error;
          }
          retire(places, own);
        } else renameSync(part, target);
      });
      if (obstacle) discard();
      return obstacle;
    },
    discard,
  };
}

/** Write a file below a folder, in large pieces, and make it last. */
function writeFile(folder: string, name: string, pieces: Iterable<string>): Written {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  const digest = createHash('sha256');
  let size = 0;
  let waiting = '';
  const flush = (): void => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    digest.update(bytes);
    size += bytes.length;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  };
  try {
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length >= CHUNK) flush();
    }
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { name, bytes: size, sha256: digest.digest('hex') };
}

/** Add a line to a journal; a line that a kill cut in two is no JSON, and so is passed over by who reads it. */
export function addLine(path: string, line: string): Obstacle | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `\n${line}\n`);
    return null;
  } catch (error) {
    return obstacleOf(error);
  }
}

/** Remove a journal that is no longer needed. */
export function dropJournal({ journal }: Places): void {
  try {
    rmSync(journal, { force: true });
  } catch {
    // It does no harm: the next run finds the same records in it and in the folder.
  }
}
