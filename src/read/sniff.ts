import { type Chunks, chain, iteratorOf } from './bytes.ts';
import { markLength } from './decode.ts';
import { openAtEnd } from './json.ts';
import type { Form } from './names.ts';

const NEWLINE = 0x0a;
const BRACE = 0x7b;
const BRACKET = 0x5b;

/** What input without a telling name holds, with all of its bytes. */
export interface Sniffed {
  readonly form: Form;
  readonly chunks: Chunks;
}

/**
 * Look at the beginning of input without a telling name.
 *
 * It is JSON if its first character that is not blank is `{` or `[`, else plain text. JSON is one document if it begins
 * with `[` or with an object that goes on below its first line; else it is JSON Lines.
 */
export async function sniff(chunks: Chunks): Promise<Sniffed> {
  const pieces = iteratorOf(chunks);
  const begin: Uint8Array[] = [];
  let first: number | null = null;
  let newlines = 0;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    const piece = Uint8Array.from(next.value);
    begin.push(piece);
    if (first === null) first = firstByte(begin);
    if (first !== null) newlines += piece.reduce((sum, byte) => sum + (byte === NEWLINE ? 1 : 0), 0);
    if (first !== null && (first !== BRACE || newlines >= 2)) break;
  }
  const form = first === BRACKET ? 'json' : first === BRACE ? formOfObject(Buffer.concat(begin)) : 'text';
  return { form, chunks: chain(begin, pieces) };
}

function firstByte(begin: readonly Uint8Array[]): number | null {
  const bytes = begin.length === 1 && begin[0] ? begin[0] : Buffer.concat(begin);
  if (bytes[0] === 0xef && bytes.length < 3) return null;
  return bytes.subarray(markLength(bytes)).find(byte => byte > 0x20) ?? null;
}

/** An object whose first line is open goes on below, unless there the next object begins: then the line is broken. */
function formOfObject(bytes: Buffer): Form {
  const [line = '', below = ''] = bytes.toString('latin1', markLength(bytes)).trimStart().split('\n');
  if (openAtEnd(line) <= 0) return 'lines';
  return below.startsWith('{') && !/[[:]\s*$/u.test(line) ? 'lines' : 'json';
}
