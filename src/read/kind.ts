import type { Form } from './names.ts';

/** How much of a file is looked at to tell what it is. */
export const HEAD = 4096;

const MAGIC: readonly (readonly [Form, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Bytes as characters, enough to see signs of ASCII: UTF-16 is recognised by its mark. */
function ascii(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('latin1', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

/** The beginning of markup behind what may stand before the first element. */
function firstElement(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const end = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : null;
    if (end === null) return rest.slice(0, 20).toLowerCase();
    const at = rest.indexOf(end);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}

const HEADERS = ['from', 'to', 'date', 'subject', 'received', 'message-id', 'mime-version', 'return-path'];
/** Headers that no text begins with by chance. */
const TECHNICAL = new Set(['received', 'message-id', 'mime-version', 'return-path']);

/** Whether a text begins with the headers of a mail. */
function isMail(text: string): boolean {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') break;
    if (/^[ \t]/u.test(line)) continue;
    const name = /^(?<name>[A-Za-z][A-Za-z0-9-]{0,60}):/u.exec(line)?.groups?.name?.toLowerCase();
    if (name === undefined) return false;
    if (HEADERS.includes(name)) found.add(name);
  }
  return found.size >= 2 && [...found].some(name => TECHNICAL.has(name));
}

/** A zip whose first entry is one of those that Word writes first. */
function isDocx(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  return /^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/)/u.test(text.slice(30, 60)) && text.includes('word/');
}

/**
 * Tell what a file is: by its first bytes if they leave no doubt, else by its name.
 *
 * @param named what the name says; `unknown` stays unknown where the bytes do not tell either
 */
export function kindOf(head: Uint8Array, named: Form): Form {
  const magic = MAGIC.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0];
  if (magic === 'zip') return named === 'docx' || isDocx(head) ? 'docx' : 'zip';
  if (magic !== undefined) return magic;
  if (named === 'lines' || named === 'json') return named;
  const text = ascii(head);
  if (/^WARC\/\d\.\d\r?\n/u.test(text)) return 'warc';
  if (/^From [^\r\n]{1,200}\d{4}\r?\n[A-Za-z-]{1,60}:/u.test(text)) return 'mbox';
  const element = firstElement(text);
  if (/^<(?:!doctype html|html[\s>])/u.test(element)) return 'html';
  if (/^<(?:rss|feed|rdf:rdf)[\s>]/u.test(element)) return 'feed';
  if (isMail(text)) return 'mail';
  return named;
}

/** Whether bytes can be nothing but JSON of one byte a character: first comes what opens an object or a list. */
export function beginsLikeJson(bytes: Uint8Array): boolean {
  for (const [i, byte] of bytes.entries()) {
    if (byte === 0x7b || byte === 0x5b) return (bytes[i + 1] ?? 0) !== 0;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return false;
}
