import { allBytes } from './bytes.ts';
import type { Problem } from './decode.ts';
import { type Decoded, decodeText } from './encoding.ts';
import { splitExport } from './exports.ts';
import { beyond } from './limits.ts';
import { type Context, type Fields, hintsOf, type Input, notesOf, type Piece, wrong } from './reader.ts';
import { titleOf } from './text.ts';

/** A file in memory, decoded. */
export interface Whole extends Decoded {
  readonly bytes: Uint8Array;
}

/**
 * Read a file as a whole and decode it.
 *
 * @param most the limit that applies to it
 * @param declares finds what the file says of its encoding
 */
export async function wholeText(
  input: Input,
  context: Context,
  most: 'documentBytes' | 'markupBytes' | 'articleBytes',
  declares: (bytes: Uint8Array) => string | null = () => null,
): Promise<Whole | { readonly problem: Problem }> {
  const bytes = await allBytes(input.chunks, context.limits[most]);
  if (bytes === null) return { problem: { code: 'read/too-large', detail: beyond(context.limits, most) } };
  const decoded = await decodeText(bytes, hintsOf(context, declares(bytes)));
  if ('problem' in decoded) return decoded;
  return decoded.text.trim() === '' ? { problem: { code: 'read/empty' } } : { ...decoded, bytes };
}

/** Fields of an article of which nothing is known but its text. */
export const bareFields = (text: string): Fields => ({
  text,
  key: null,
  title: null,
  published: null,
  url: null,
  publisher: null,
  language: null,
});

/** Read plain text: one article, or the many of an export of a news archive. */
export async function* readText(input: Input, context: Context): AsyncGenerator<Piece> {
  const whole = await wholeText(input, context, 'documentBytes');
  if ('problem' in whole) {
    yield wrong(whole.problem, input.path);
    return;
  }
  const rest = {
    path: input.path,
    line: null,
    mediaType: 'text/plain',
    encoding: whole.encoding,
    bytes: whole.bytes,
    notes: notesOf(whole),
  };
  const found = splitExport(whole.text);
  if (found === null) {
    const { text } = whole;
    yield { draft: { ...bareFields(text), ...rest, title: titleOf(text), index: null, reader: 'text' } };
    return;
  }
  for (const problem of found.problems) yield wrong(problem, input.path);
  for (const [index, fields] of found.articles.entries()) {
    yield { draft: { ...fields, ...rest, index, reader: found.reader } };
  }
}
