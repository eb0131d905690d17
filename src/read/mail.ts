import { blocksOf, textOf } from './blocks.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { allBytes } from './bytes.ts';
import type { Problem } from './decode.ts';
import { encodingOf } from './encoding.ts';
import { beyond, type Limits } from './limits.ts';
import { isoOf } from './published.ts';
import { type Context, damage, type Fields, type Input, type Piece, wrong } from './reader.ts';

/** A mail as an article: its subject is the title, its sender the publisher. What is attached is not read. */
export async function mailArticle(
  bytes: Uint8Array,
  limits: Limits,
): Promise<(Fields & { readonly encoding: string }) | { readonly problem: Problem }> {
  if (boundariesIn(bytes, limits.pageParts) > limits.pageParts)
    return { problem: { code: 'read/too-large', detail: beyond(limits, 'pageParts') } };
  try {
    const { default: PostalMime } = await import('postal-mime');
    const mail = await PostalMime.parse(Uint8Array.from(bytes), {
      maxNestingDepth: 32,
      maxHeadersSize: 2 * 1024 * 1024,
      rfc822Attachments: true,
    });
    const header = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? '';
    const plain = mail.text?.trim() ? mail.text : null;
    const html = mail.html ?? '';
    if (html.length > limits.markupBytes)
      return { problem: { code: 'read/too-large', detail: beyond(limits, 'markupBytes') } };
    const text = repaired(plain ?? textOf(withoutBoilerplate(await blocksOf(html))))
      .replaceAll('\r\n', '\n')
      .trim();
    if (text === '') return { problem: { code: 'read/empty', detail: 'the mail has no text' } };
    const label = /charset\s*=\s*"?(?<label>[^\s";]{1,40})/iu.exec(header('content-type'))?.groups?.label;
    return {
      text,
      key: mail.messageId?.replaceAll(/^<|>$/gu, '') || null,
      title: mail.subject?.trim() || null,
      published: isoOf(header('date').replaceAll(/\([^()]*\)/gu, '')),
      url: null,
      publisher: mail.from?.name?.trim() || mail.from?.address?.trim() || null,
      language: null,
      encoding: (label === undefined ? null : await encodingOf(label)) ?? 'utf-8',
    };
  } catch (error) {
    return { problem: damage(error) };
  }
}

/** How many lines of a mail can divide its parts; not counted further than one too many. */
function boundariesIn(bytes: Uint8Array, most: number): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = file.indexOf('\n--'); at >= 0 && count <= most; at = file.indexOf('\n--', at + 3)) count += 1;
  return count;
}

/** What windows-1252 has where Unicode has control characters: Node decodes it as if it were ISO-8859-1. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const repaired = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/gu, char => C1[char.charCodeAt(0) - 0x80] ?? char);

/** Read a mail. */
export async function* readMail(input: Input, context: Context): AsyncGenerator<Piece> {
  const bytes = await allBytes(input.chunks, context.limits.documentBytes);
  if (bytes === null) {
    yield wrong({ code: 'read/too-large', detail: beyond(context.limits, 'documentBytes') }, input.path);
    return;
  }
  const mail = await mailArticle(bytes, context.limits);
  if ('problem' in mail) yield wrong(mail.problem, input.path);
  else {
    const from = {
      path: input.path,
      index: null,
      line: null,
      mediaType: 'message/rfc822',
      reader: 'mail',
      bytes,
      notes: [],
    };
    yield { draft: { ...mail, ...from } };
  }
}
