import { isUtf8 } from 'node:buffer';
import { type Chunks, peek } from './bytes.ts';
import { decode, type Problem } from './decode.ts';
import { beginsLikeJson } from './kind.ts';

/** A text, and how its bytes were read. */
export interface Decoded {
  readonly text: string;
  /** In lower case, as the WHATWG names it. */
  readonly encoding: string;
  /** Nothing said what the encoding is: it was told from the bytes. */
  readonly isGuess: boolean;
  /** It is UTF-8 with broken bytes in it, which became U+FFFD: which, and where. */
  readonly broken: string | null;
}

/** What is known of an encoding before the bytes are looked at. */
export interface Hints {
  /** What the user says of all files. */
  readonly option: string | null;
  /** What the file says of itself, in a header or a declaration. */
  readonly declared: string | null;
}

/** How much of a text is looked at to tell its encoding. */
const SAMPLE = 64 * 1024;

const iconv = async () => (await import('iconv-lite')).default;

/** Labels of encodings that the web reads as windows-1252, of which they are a part. */
const WESTERN = new Set([
  'iso-8859-1',
  'iso8859-1',
  'latin1',
  'l1',
  'us-ascii',
  'ascii',
  'cp1252',
  'windows-1252',
  'win1252',
]);
const UTF8 = new Set(['utf-8', 'utf8', 'unicode-1-1-utf-8']);

/** The name of an encoding as we write it, or null if it is none that we know. */
export async function encodingOf(label: string): Promise<string | null> {
  const name = label.trim().toLowerCase();
  if (UTF8.has(name)) return 'utf-8';
  if (WESTERN.has(name)) return 'windows-1252';
  if (!/^[a-z0-9][a-z0-9_:.-]{0,39}$/u.test(name) || NO_TEXT.has(name.replaceAll('-', ''))) return null;
  return (await iconv()).encodingExists(name) ? name : null;
}

/** What iconv-lite takes for an encoding and we do not: they turn text into something else. */
const NO_TEXT = new Set(['base64', 'hex', 'binary', 'internal', 'utf7', 'utf7imap']);

/** The encoding that a byte-order mark tells of, and the length of the mark. */
function markOf(bytes: Uint8Array): { readonly encoding: string; readonly length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Whether bytes are UTF-16 without a mark: in our languages nearly every second byte is zero, the others never are. */
function bareUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  const pairs = sample.length >> 1;
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even += 1;
    if (sample[i + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.7 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

/** Whether bytes are no text in any encoding of one byte: zeros, or many control characters. */
function isNoText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  return bytes.includes(0) || controls > Math.max(1, sample.length / 100);
}

/** Whether bytes are UTF-8 that was damaged: most of what is not ASCII is well formed. Broken bytes in a row are one damage. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  let wasBad = false;
  for (let i = 0; i < bytes.length && i < 16 * SAMPLE; ) {
    const byte = bytes[i] ?? 0;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (length > 1 && byte >= 0xc2 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length))) {
      good += 1;
      i += length;
      wasBad = false;
    } else {
      if (length > 1 && !wasBad) bad += 1;
      wasBad = length > 1;
      i += 1;
    }
  }
  return good >= 2 * bad;
}

/** Of the encodings of western Europe the one that bytes are in: they differ in a few signs. */
function western(bytes: Uint8Array): string {
  if (bytes.some(byte => byte >= 0x80 && byte < 0xa0)) return 'windows-1252';
  // The euro sign of ISO-8859-15 is the general sign for currency in ISO-8859-1, which nobody writes.
  return bytes.includes(0xa4) ? 'iso-8859-15' : 'windows-1252';
}

/** Tell the encoding of a text by its letters: western Europe, unless most letters are not ASCII. */
async function guess(bytes: Uint8Array): Promise<string> {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (high * 4 > sample.length) {
    const { analyse } = (await import('chardet')).default;
    for (const { name, confidence } of analyse(sample)) {
      if (confidence < 40 || /^(?:UTF|ISO-8859-1$|windows-1252|ASCII)/iu.test(name)) continue;
      const known = await encodingOf(name);
      if (known !== null) return known;
    }
  }
  return western(bytes);
}

/**
 * Decode a text: by its byte-order mark, by what the user says, as UTF-8 if it is, by what it declares, or by a guess.
 * The mark is left out; nothing else is changed.
 *
 * @param offset where the bytes begin in their file, for the message
 */
export async function decodeText(
  bytes: Uint8Array,
  hints: Hints,
  offset = 0,
): Promise<Decoded | { readonly problem: Problem }> {
  const mark = markOf(bytes);
  const said = mark?.encoding ?? hints.option;
  if (said === null || said === 'utf-8') {
    const decoded = decode(bytes, offset);
    if ('text' in decoded) return { text: decoded.text, encoding: 'utf-8', isGuess: false, broken: null };
    if (said === 'utf-8' && decoded.problem.code === 'read/invalid-utf8') return repaired(bytes, decoded.problem);
    if (said === 'utf-8') return decoded;
    const utf16 = bareUtf16(bytes);
    if (utf16 !== null) return other(bytes, utf16, true);
    if (decoded.problem.code === 'read/binary' || isNoText(bytes)) return { problem: { code: 'read/binary' } };
    const declared = hints.declared === null ? null : await encodingOf(hints.declared);
    if (declared !== null && declared !== 'utf-8' && !declared.startsWith('utf')) return other(bytes, declared, false);
    if (isMostlyUtf8(bytes)) return repaired(bytes, decoded.problem);
    return other(bytes, await guess(bytes), true);
  }
  return other(bytes.subarray(mark?.length ?? 0), said, false);
}

async function other(
  bytes: Uint8Array,
  encoding: string,
  isGuess: boolean,
): Promise<Decoded | { readonly problem: Problem }> {
  const text = (await iconv()).decode(bytes, encoding, { stripBOM: false });
  if (text.includes('\0')) return { problem: { code: 'read/binary' } };
  return { text, encoding, isGuess, broken: null };
}

function repaired(bytes: Uint8Array, { detail }: Problem): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  return { text, encoding: 'utf-8', isGuess: false, broken: detail ?? '' };
}

/** A stream in UTF-8, and what it was before. */
export interface Transcoded {
  readonly chunks: Chunks;
  /** Null where the stream was left as it is. */
  readonly encoding: string | null;
  readonly isGuess: boolean;
}

/** Turn a stream whose lines cannot be found byte by byte, or whose encoding the user names, into UTF-8. */
export async function transcoded(chunks: Chunks, hints: Hints): Promise<Transcoded> {
  const { head, chunks: all } = await peek(chunks, 4096, beginsLikeJson);
  const mark = markOf(head);
  const bare = mark === null && hints.option === null ? bareUtf16(head) : null;
  const encoding = mark?.encoding ?? hints.option ?? bare;
  if (encoding === null || encoding === 'utf-8') return { chunks: all, encoding: null, isGuess: false };
  return { chunks: recode(all, encoding), encoding, isGuess: bare !== null };
}

async function* recode(chunks: Chunks, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = (await iconv()).getDecoder(encoding, { stripBOM: true });
  for await (const chunk of chunks) {
    const text = decoder.write(Buffer.from(chunk));
    if (text !== '') yield Buffer.from(text);
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield Buffer.from(rest);
}
