import { inflateSync } from 'node:zlib';
import { allBytes } from './bytes.ts';
import type { Problem } from './decode.ts';
import { type Piece as Glyphs, joined, linesOfPage, type PageLine } from './layout.ts';
import { beyond, HARMLESS } from './limits.ts';
import { bareFields } from './plain.ts';
import { type Context, damage, type Input, type Piece, wrong } from './reader.ts';
import { titleOf } from './text.ts';

/** More pages than any article has: a book, or a file that is made to keep us busy. */
const PAGES = 2000;

/** Read a PDF: one article. Columns are read one after the other, words broken at the end of a line are joined. */
export async function* readPdf(input: Input, context: Context): AsyncGenerator<Piece> {
  const { limits } = context;
  const bytes = await allBytes(input.chunks, limits.documentBytes);
  if (bytes === null) {
    yield wrong({ code: 'read/too-large', detail: beyond(limits, 'documentBytes') }, input.path);
    return;
  }
  const bomb = bombIn(bytes, context);
  const found = bomb ? { problem: bomb } : await pdfText(bytes);
  if ('problem' in found) {
    yield wrong(found.problem, input.path);
    return;
  }
  const { text } = found;
  if (text.trim() === '') {
    yield wrong({ code: 'read/empty', detail: 'its pages are pictures without text' }, input.path);
    return;
  }
  yield {
    draft: {
      ...bareFields(text),
      title: titleOf(text),
      path: input.path,
      index: null,
      line: null,
      mediaType: 'application/pdf',
      reader: 'pdf',
      encoding: 'binary',
      bytes,
      notes: [],
    },
  };
}

/**
 * Count what the compressed streams of a PDF inflate to, before a library unfolds them: each by itself, and one within
 * another as far as that goes.
 */
function bombIn(bytes: Uint8Array, { limits }: Context): Problem | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const most = Math.min(
    limits.inflatedBytes,
    Math.max(HARMLESS * 4, bytes.length * limits.ratio),
    limits.documentBytes,
  );
  let left = most;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    let start = at + 6;
    if (file[start] === 0x0d) start += 1;
    if (file[start] === 0x0a) start += 1;
    let data = file.subarray(start);
    for (let level = 0; level < 4; level += 1) {
      if (((data[0] ?? 0) & 0x0f) !== 8 || (((data[0] ?? 0) << 8) | (data[1] ?? 0)) % 31 !== 0) break;
      const inflated = inflatedUpTo(data, left);
      if (inflated === 'broken') break;
      if (inflated === 'too-much') return { code: 'read/bomb', detail: beyond(limits, 'documentBytes') };
      left -= inflated.length;
      data = inflated;
    }
  }
  return null;
}

function inflatedUpTo(data: Buffer, most: number): Buffer | 'broken' | 'too-much' {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : 'broken';
  }
}

async function pdfText(bytes: Uint8Array): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The library takes what it is given for itself: it gets a copy. It must not speak, and must fetch nothing.
    const document = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
    });
    try {
      if (document.numPages > PAGES)
        return { problem: { code: 'read/too-large', detail: `it has more than ${PAGES} pages` } };
      const pages: (readonly PageLine[])[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        pages.push(linesOfPage(items.flatMap(glyphs)));
        page.cleanup();
      }
      return { text: joined(withoutMargins(pages).flat()) };
    } finally {
      await document.destroy();
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { problem: isLocked ? { code: 'read/encrypted' } : damage(error) };
  }
}

/** An item of the library as a piece of a page, or nothing where it only marks a place. */
function glyphs(item: object): readonly Glyphs[] {
  const entry = new Map<string, unknown>(Object.entries(item));
  const [text, width, transform] = [entry.get('str'), entry.get('width'), entry.get('transform')];
  if (typeof text !== 'string' || typeof width !== 'number' || !Array.isArray(transform)) return [];
  const [, , c, d, x, y] = transform.map(Number);
  if (c === undefined || d === undefined || x === undefined || y === undefined) return [];
  const size = Math.hypot(c, d);
  return [x, y, width, size].every(Number.isFinite) && size > 0 ? [{ text, x, y, width, size }] : [];
}

/** Leave out page numbers, and what stands at the top or bottom of nearly every page. */
function withoutMargins(pages: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  const shape = (line: PageLine | undefined): string => (line?.text ?? '').replaceAll(/\d+/gu, '0').toLowerCase();
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set([shape(page[0]), shape(page.at(-1))])) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isMargin = (line: PageLine | undefined): boolean => {
    const key = shape(line);
    if (/^(?:[-–—|]? ?(?:pagina|page|blz\.?|p\.)? ?0(?: ?(?:\/|van|of) ?0)? ?[-–—|]?)$/u.test(key)) return true;
    return key !== '' && pages.length >= 3 && (counts.get(key) ?? 0) >= pages.length * 0.6;
  };
  return pages.map(page => {
    const from = isMargin(page[0]) ? 1 : 0;
    const to = page.length > from && isMargin(page.at(-1)) ? -1 : page.length;
    return page.slice(from, to);
  });
}
