import { type Block, blocksOf, textOf, treeProblem } from './blocks.ts';
import { allBytes } from './bytes.ts';
import type { Problem } from './decode.ts';
import { splitExport } from './exports.ts';
import { counted, packedContext } from './inflate.ts';
import { beyond } from './limits.ts';
import { bareFields } from './plain.ts';
import { type Context, type Input, type Piece, problemOf, wrong } from './reader.ts';
import { titleOf } from './text.ts';
import { openZip } from './zip.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Read a Word document: one article, or the many of an export of a news archive. */
export async function* readDocx(input: Input, context: Context): AsyncGenerator<Piece> {
  const { limits } = context;
  const bytes = await allBytes(input.chunks, limits.documentBytes);
  if (bytes === null) {
    yield wrong({ code: 'read/too-large', detail: beyond(limits, 'documentBytes') }, input.path);
    return;
  }
  const inside = packedContext({ ...context, size: bytes.length, depth: 0, inflate: context.inflate });
  const found = (inside && (await faultIn(bytes, inside))) ?? (await documentBlocks(bytes));
  if ('code' in found) {
    yield wrong(found, input.path);
    return;
  }
  const text = textOf(found);
  if (text.trim() === '') {
    yield wrong({ code: 'read/empty' }, input.path);
    return;
  }
  const rest = { path: input.path, line: null, mediaType: MEDIA_TYPE, encoding: 'utf-8', bytes, notes: [] };
  const parts = splitExport(text);
  if (parts === null) {
    const heading = found.slice(0, 3).find(({ kind }) => kind === 'heading')?.text;
    yield { draft: { ...bareFields(text), title: heading ?? titleOf(text), ...rest, index: null, reader: 'docx' } };
    return;
  }
  for (const problem of parts.problems) yield wrong(problem, input.path);
  for (const [index, fields] of parts.articles.entries())
    yield { draft: { ...fields, ...rest, index, reader: parts.reader } };
}

/** Look at what is packed in a document before a library unfolds it: how large it is, and how deep. */
async function faultIn(bytes: Uint8Array, context: Context): Promise<Problem | null> {
  const { limits } = context;
  try {
    const zip = await openZip({ path: '', name: '', form: 'zip', chunks: [bytes], file: null }, context);
    try {
      for (const { name, problem, open } of zip.entries) {
        if (problem !== null) return problem;
        if (/\.(?:xml|rels)$/iu.test(name)) {
          const part = await allBytes(counted(await open(), context), limits.markupBytes);
          if (part === null) return { code: 'read/too-large', detail: beyond(limits, 'markupBytes') };
          const found = await treeProblem(Buffer.from(part).toString('utf8'), limits, 'documentParts');
          if (found !== null) return found;
        } else for await (const _ of counted(await open(), context));
      }
      return null;
    } finally {
      zip.close();
    }
  } catch (error) {
    return problemOf(error);
  }
}

async function documentBlocks(bytes: Uint8Array): Promise<readonly Block[] | Problem> {
  try {
    const { default: mammoth } = await import('mammoth');
    // Pictures are left out, and no other file is ever opened for a document.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, externalFileAccess: false },
    );
    return await blocksOf(value);
  } catch (error) {
    return problemOf(error);
  }
}
