import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { VoteTable } from './detect/detect.ts';
import type { CompiledLexicon, Lexicon } from './lexicon/lexicon.ts';
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
const FORMAT = 1;
/** Bytes of the head: a line of JSON, filled up with blanks. */
const HEAD = 512;

interface Head {
  /** What must be equal here and where the file was written. */
  readonly fits: string;
  readonly rules: string;
  /** Where each part begins and how many bytes it has. */
  readonly parts: Readonly<Record<string, readonly [number, number]>>;
  readonly bytes: number;
}

/** What the bytes hang on: our format and version, and how this Node serialises and orders bytes. */
function fits(): string {
  const [, serialisation] = serialize(null);
  const [first] = new Uint8Array(new Uint16Array([1]).buffer);
  return `incident-corpus ${version} tables ${FORMAT} v8 ${serialisation} ${first === 1 ? 'le' : 'be'}`;
}

/** All tables as the bytes of one file, which `readTables` reads by parts. */
export function tablesOf(engine: Engine & { readonly lexicon: CompiledLexicon }): Uint8Array {
  const { lexicon, votes, rules, plainWords } = engine;
  const parts: Record<string, readonly [number, number]> = {};
  const blocks: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let at = HEAD;
  for (const [name, value] of Object.entries({ ...storeLexicon(lexicon), votes, plainWords })) {
    const bytes = serialize(value);
    parts[name] = [at, bytes.length];
    blocks.push({ at, bytes });
    at += bytes.length;
  }
  const head: Head = { fits: fits(), rules, parts, bytes: at };
  const all = new Uint8Array(at).fill(32, 0, HEAD);
  const line = new TextEncoder().encode(JSON.stringify(head));
  if (line.length > HEAD) throw new RangeError('the head of the tables is too long');
  all.set(line);
  for (const { at: begin, bytes } of blocks) all.set(bytes, begin);
  return all;
}

/** Bytes of a file; null if it does not hold them. */
function bytesAt(file: URL, at: number, length: number): Uint8Array | null {
  const handle = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(length);
    return readSync(handle, bytes, 0, length, at) === length ? bytes : null;
  } finally {
    closeSync(handle);
  }
}

function headOf(file: URL): Head | null {
  try {
    const head: Head = JSON.parse(new TextDecoder().decode(bytesAt(file, 0, HEAD) ?? new Uint8Array()));
    return head.fits === fits() && head.bytes === statSync(file).size ? head : null;
  } catch {
    return null;
  }
}

/**
 * Open the tables that the build made; each part is read when it is first asked for.
 *
 * @returns null where there is no such file, or one of another version, another Node or another size than was written
 */
export function readTables(file: URL): Engine | null {
  const head = headOf(file);
  if (head === null) return null;
  const part = (name: string) => {
    const [at = 0, length = 0] = head.parts[name] ?? [];
    return deserialize(bytesAt(file, at, length) ?? new Uint8Array());
  };
  const load: LoadPart = name => part(name);
  let lexicon: Lexicon | undefined;
  let votes: VoteTable | undefined;
  return {
    rules: head.rules,
    get lexicon() {
      lexicon ??= loadLexicon(load);
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
