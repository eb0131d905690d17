import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { VoteTable } from './detect/detect.ts';
import type { CompiledLexicon, Lexicon } from './lexicon/lexicon.ts';
import type { Take } from './lexicon/shelf.ts';
import { type LoadPart, loadLexicon, storeLexicon } from './lexicon/store.ts';
import { version } from './version.ts';

/** Rules and gazetteers, ready to be used. */
export interface Engine {
  readonly lexicon: Lexicon;
  readonly votes: VoteTable;
  /** 12 hex digits that change with any rule or name. */
  readonly rules: string;
  /** Words of names that only tell what kind of thing it is, or join such a word to the name. */
  readonly plainWords: readonly string[];
}

/** To be raised with any change of what the tables hold; the version of the program stands beside it. */
const FORMAT = 2;
/** Bytes of the head: a line of JSON, filled up with blanks. */
const HEAD = 512;

interface Head {
  /** What must be equal here and where the file was written. */
  readonly fits: string;
  readonly rules: string;
  /** Where each part begins and how many bytes it has. */
  readonly parts: Readonly<Record<string, readonly [number, number]>>;
  /** Where the shelves begin: values that are read one by one. */
  readonly shelves: number;
  readonly bytes: number;
  /** Hash of all bytes behind the head: whether a file is as the build wrote it (it is not asked at every start). */
  readonly sha256: string;
}

/** What the bytes hang on: our format and version, and how this Node serialises and orders bytes. */
function fits(): string {
  const [, serialisation] = serialize(null);
  const [first] = new Uint8Array(new Uint16Array([1]).buffer);
  return `incident-corpus ${version} tables ${FORMAT} v8 ${serialisation} ${first === 1 ? 'le' : 'be'}`;
}

/** Blocks of bytes one behind the other, and where the next one goes. */
function pile(): { readonly add: (bytes: Uint8Array) => number; readonly all: () => Uint8Array } {
  const blocks: Uint8Array[] = [];
  let size = 0;
  return {
    add: bytes => {
      blocks.push(bytes);
      size += bytes.length;
      return size - bytes.length;
    },
    all: () => Buffer.concat(blocks),
  };
}

/** All tables as the bytes of one file, which `readTables` reads by parts. */
export function tablesOf(engine: Engine & { readonly lexicon: CompiledLexicon }): Uint8Array {
  const { lexicon, votes, rules, plainWords } = engine;
  const parts: Record<string, readonly [number, number]> = {};
  const body = pile();
  const shelves = pile();
  for (const [name, value] of Object.entries({ ...storeLexicon(lexicon, shelves.add), votes, plainWords })) {
    const bytes = serialize(value);
    parts[name] = [HEAD + body.add(bytes), bytes.length];
  }
  const begin = HEAD + body.add(shelves.all());
  const all = body.all();
  const sha256 = hash('sha256', all, 'hex');
  const head: Head = { fits: fits(), rules, parts, shelves: begin, bytes: HEAD + all.length, sha256 };
  const line = Buffer.from(JSON.stringify(head));
  if (line.length > HEAD) throw new RangeError('the head of the tables is too long');
  return new Uint8Array(Buffer.concat([line, Buffer.alloc(HEAD - line.length, ' '), all]));
}

/** A file of tables that fits, and something that reads bytes of it; null if it does not fit. */
function openTables(file: URL): { readonly head: Head; readonly bytesAt: Take; readonly close: () => void } | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return null;
  }
  const bytesAt: Take = (at, length) => {
    const bytes = new Uint8Array(length);
    const read = readSync(handle, bytes, 0, length, at);
    if (read !== length) throw new RangeError(`the tables end at ${at + read}`);
    return bytes;
  };
  try {
    const head: Head = JSON.parse(new TextDecoder().decode(bytesAt(0, HEAD)));
    if (head.fits === fits() && head.bytes === fstatSync(handle).size)
      return { head, bytesAt, close: () => closeSync(handle) };
  } catch {
    // What is no head fits nothing.
  }
  closeSync(handle);
  return null;
}

/**
 * Open the tables that the build made; each part is read when it is first asked for, and what lies on shelves one by one.
 * The file stays open, so that nobody gets parts of two builds.
 *
 * @returns null where there is no such file, or one of another version, another Node or another size than was written
 */
export function readTables(file: URL): Engine | null {
  const opened = openTables(file);
  if (opened === null) return null;
  const { head, bytesAt } = opened;
  const part = (name: string) => {
    const [at = 0, length = 0] = head.parts[name] ?? [];
    return deserialize(bytesAt(at, length));
  };
  const load: LoadPart = name => part(name);
  let lexicon: Lexicon | undefined;
  let votes: VoteTable | undefined;
  return {
    rules: head.rules,
    get lexicon() {
      lexicon ??= loadLexicon(load, (at, length) => bytesAt(head.shelves + at, length));
      return lexicon;
    },
    get votes() {
      const held: VoteTable = votes ?? part('votes');
      votes = held;
      return held;
    },
    get plainWords() {
      return part('plainWords');
    },
  };
}

/** Whether the tables beside this program can be used. */
export function isFitting(): boolean {
  const opened = openTables(new URL('tables.bin', import.meta.url));
  opened?.close();
  return opened !== null;
}

/** Whether a file of tables is to the byte what a build wrote, by the hash in its head. */
export function isWhole(file: URL): boolean {
  const opened = openTables(file);
  if (opened === null) return false;
  const { head, bytesAt } = opened;
  return hash('sha256', bytesAt(HEAD, head.bytes - HEAD), 'hex') === head.sha256;
}
