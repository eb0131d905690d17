import { linesOf } from './bytes.ts';
import { beyond } from './limits.ts';
import { mailArticle } from './mail.ts';
import { type Context, type Input, type Piece, wrong } from './reader.ts';

const SEPARATOR = /^From \S.{0,300}\d{4}\s*$/u;
const LINE_BREAK = Buffer.from('\n');

/** Read a mailbox: mails one after the other, each behind a line that begins "From ". One mail is in memory at a time. */
export async function* readMbox(input: Input, context: Context): AsyncGenerator<Piece> {
  const { limits } = context;
  let parts: Uint8Array[] | null = null;
  let size = 0;
  let start = 1;
  let index = 0;
  let wasBlank = true;

  async function* close(): AsyncGenerator<Piece> {
    if (parts === null) return;
    const place = { path: input.path, line: start };
    if (size > limits.documentBytes)
      yield wrong({ code: 'read/too-large', detail: beyond(limits, 'documentBytes') }, place.path, place.line);
    else {
      const bytes = Buffer.concat(parts);
      const mail = await mailArticle(bytes, limits);
      if ('problem' in mail) yield wrong(mail.problem, place.path, place.line);
      else
        yield { draft: { ...mail, ...place, index, mediaType: 'application/mbox', reader: 'mail', bytes, notes: [] } };
    }
    index += 1;
  }

  for await (const { number, bytes } of linesOf(input.chunks, limits.lineBytes)) {
    const line = bytes ?? new Uint8Array(0);
    if (bytes === null) size = limits.documentBytes + 1;
    if (wasBlank && line[0] === 0x46 && line.length < 400 && SEPARATOR.test(Buffer.from(line).toString('latin1'))) {
      yield* close();
      parts = [];
      size = 0;
      start = number;
    } else if (parts !== null) {
      size += line.length + 1;
      // ">From " stands for "From " at the beginning of a line.
      const isQuoted = line[0] === 0x3e && /^>+From /u.test(Buffer.from(line.subarray(0, 40)).toString('latin1'));
      if (size <= limits.documentBytes) parts.push(Uint8Array.from(isQuoted ? line.subarray(1) : line), LINE_BREAK);
      else parts = [];
    }
    wasBlank = line.length === 0;
  }
  yield* close();
  if (index === 0) yield wrong({ code: 'read/empty', detail: 'the mailbox holds no mail' }, input.path);
}
