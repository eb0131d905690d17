import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts up to this size in all, in bytes, are kept in memory. */
const IN_MEMORY = 64 * 1024 * 1024;

/** A place to put texts aside and get them back, in any number. */
export interface Spool {
  /** Put a text aside; gives its number, from 0. Throws where the disk is full. */
  readonly add: (text: string) => number;
  readonly get: (number: number) => string;
  readonly close: () => void;
}

/**
 * Open a spool. What does not fit into memory goes to a file in the folder for temporary files, which has no name any
 * more once it is open: whatever ends the program, nothing is left behind.
 */
export function openSpool(inMemory = IN_MEMORY): Spool {
  const kept: Buffer[] = [];
  const starts: number[] = [];
  const lengths: number[] = [];
  let held = 0;
  let file: number | null = null;
  let end = 0;

  function create(): number {
    const folder = mkdtempSync(join(tmpdir(), 'incident-corpus-'));
    try {
      return openSync(join(folder, 'spool'), 'wx+', 0o600);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  return {
    add(text) {
      const bytes = Buffer.from(text);
      if (held + bytes.length <= inMemory) {
        held += bytes.length;
        return kept.push(bytes) - 1;
      }
      file ??= create();
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(file, bytes, done, bytes.length - done, end + done);
      }
      starts.push(end);
      lengths.push(bytes.length);
      end += bytes.length;
      // From now on all goes to the file, so that the numbers stay in order.
      held = inMemory + 1;
      return kept.length + starts.length - 1;
    },
    get(number) {
      const known = kept[number];
      if (known !== undefined) return known.toString();
      const at = number - kept.length;
      const start = starts[at];
      if (file === null || start === undefined) throw new RangeError(`nothing was put aside as ${number}`);
      const bytes = Buffer.allocUnsafe(lengths[at] ?? 0);
      for (let done = 0; done < bytes.length; ) {
        const length = readSync(file, bytes, done, bytes.length - done, start + done);
        if (length === 0) throw new RangeError('the spool ends too soon');
        done += length;
      }
      return bytes.toString();
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
