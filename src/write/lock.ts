import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Places } from './folder.ts';
import { type Obstacle, obstacleOf } from './output.ts';

/** The right to write a folder, until it is given back. */
export interface Lock {
  readonly release: () => void;
}

/** Who holds that right, where somebody does. */
export interface Holder {
  readonly pid: number;
  /** Path of the file that says so. */
  readonly path: string;
}

/** A process that lays claim to a folder, by the name and content of its file. */
interface Claim {
  readonly name: string;
  readonly pid: number;
  /** When it began, in ticks since the machine did; 0 where the system does not tell. */
  readonly start: number;
  readonly home: Home;
}

/** Where a process runs; empty where that is not known. */
interface Home {
  readonly machine: string;
  /** Which start of the machine it is. */
  readonly boot: string;
  /** The space in which its number holds: each container has its own. */
  readonly space: string;
}

/** How long one waits for others that came at the same moment to see that they came later, in steps of milliseconds. */
const STEPS = 40;
const STEP = 25;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The moment at which a process began, in ticks; 0 if it is not there or the system does not tell. */
function startOf(pid: number): number {
  // The name of the program stands in parentheses, and may hold any character; the fields behind it count from 3.
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[22 - 3] ?? 0) || 0;
}

function spaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What a file of a claim says; of one that was not written to its end, nothing. */
function homeIn(text: string): Home {
  const [machine = '', boot = '', space = ''] = text.endsWith('\n') ? text.split('\n') : [];
  return { machine, boot, space };
}

/**
 * Whether the process behind a claim may still be at work. The numbers of processes are given again, so its beginning
 * must be the same; a process of another machine or container cannot be looked at, and is taken to be at work.
 */
function isHeld(claim: Claim, own: Claim): boolean {
  const { machine, boot, space } = claim.home;
  if (machine !== '') {
    if (machine !== own.home.machine) return true;
    if (boot !== own.home.boot) return false;
    if (space !== own.home.space) return true;
  }
  if (claim.pid === own.pid || !isRunning(claim.pid)) return false;
  return claim.start === 0 || startOf(claim.pid) === claim.start;
}

const isBefore = (a: Claim, b: Claim): boolean => (a.start !== b.start ? a.start < b.start : a.pid < b.pid);

/**
 * Take the right to write a folder.
 *
 * Each process lays down a file of its own beside the folder and then looks for those of others: so of two that come
 * together at least one sees the other. Who finds another at work goes away; of several that came at the same moment the
 * one that began first waits for the others to go. Files of processes that are no more are removed: nobody can use their
 * names again, since they hold when the process began.
 *
 * @returns the lock; who else is writing there; or why there can be no lock
 */
export async function lockFolder({ target }: Places): Promise<Lock | Holder | Obstacle> {
  const parent = dirname(target);
  const prefix = `.${basename(target)}.`;
  const { pid } = process;
  const start = startOf(pid);
  const own: Claim = {
    name: `${prefix}${pid}-${start}.lock`,
    pid,
    start,
    home: { machine: hostname(), boot: read('/proc/sys/kernel/random/boot_id').trim(), space: spaceOf() },
  };
  const path = join(parent, own.name);
  const release = (): void => {
    try {
      rmSync(path, { force: true });
    } catch {
      // What cannot be removed is removed by the next run: this process is no more then.
    }
  };

  /** Claims of others that may be at work. */
  function others(): readonly Claim[] {
    return readdirSync(parent).flatMap((name): readonly Claim[] => {
      if (!name.startsWith(prefix) || name === own.name) return [];
      const found = /^(?<pid>\d+)-(?<start>\d+)\.lock$/.exec(name.slice(prefix.length))?.groups;
      if (found === undefined) return [];
      const claim = {
        name,
        pid: Number(found.pid),
        start: Number(found.start),
        home: homeIn(read(join(parent, name))),
      };
      if (isHeld(claim, own)) return [claim];
      rmSync(join(parent, name), { force: true });
      return [];
    });
  }

  try {
    mkdirSync(parent, { recursive: true });
    // One of this name was laid down by a process that had our number, and so is no more.
    const file = openSync(path, 'w', 0o644);
    try {
      writeSync(file, `${own.home.machine}\n${own.home.boot}\n${own.home.space}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    for (let step = 0; ; step += 1) {
      const [first, ...more] = others();
      if (first === undefined) return { release };
      if (step === STEPS || [first, ...more].some(other => isBefore(other, own))) {
        release();
        return { pid: first.pid, path: join(parent, first.name) };
      }
      await setTimeout(STEP);
    }
  } catch (error) {
    release();
    return obstacleOf(error);
  }
}
