import { isUtf8 } from 'node:buffer';
import { openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Entry } from 'yauzl';
import { allBytes } from './bytes.ts';
import type { Problem } from './decode.ts';
import { counted, packedContext } from './inflate.ts';
import { beyond } from './limits.ts';
import { formOf } from './names.ts';
import { byCodePoint } from './paths.ts';
import { type Context, failure, type Input, type Piece, problemOf, wrong } from './reader.ts';

/** Something packed in a zip. */
export interface Packed {
  /** Its path there, made harmless: with `/`, without `..`, drive letters and control characters. */
  readonly name: string;
  /** Why it cannot be read, or null. */
  readonly problem: Problem | null;
  readonly open: () => Promise<Readable>;
}

/** What is packed in a zip, by name, and how to let go of it. */
export interface Zip {
  readonly entries: readonly Packed[];
  readonly close: () => void;
}

/** The name of an entry as a path that leads nowhere but into the archive. */
async function nameOf(raw: Uint8Array): Promise<string> {
  const text = isUtf8(raw)
    ? Buffer.from(raw).toString('utf8')
    : (await import('iconv-lite')).default.decode(Buffer.from(raw), 'cp437');
  return text
    .replaceAll(/\p{Cc}/gu, '_')
    .split(/[\\/]/u)
    .filter(part => part !== '' && part !== '.')
    .map((part, i) => (part === '..' || (i === 0 && /^[A-Za-z]:$/u.test(part)) ? '_' : part))
    .join('/');
}

/** Whether an entry is a symbolic link of Unix. */
const isLink = ({ versionMadeBy, externalFileAttributes }: Entry): boolean =>
  versionMadeBy >> 8 === 3 && ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;

/** Open a zip: the file itself where there is one, else all of it in memory. What is wrong with it is thrown. */
export async function openZip(input: Input, { limits }: Context): Promise<Zip> {
  const { fromBufferPromise, fromFdPromise } = await import('yauzl');
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  const bytes = input.file === null ? await allBytes(input.chunks, limits.documentBytes) : null;
  if (input.file === null && bytes === null) {
    throw failure({ code: 'read/too-large', detail: beyond(limits, 'documentBytes') });
  }
  const zip =
    input.file === null
      ? await fromBufferPromise(Buffer.from(bytes ?? []), options)
      : await fromFdPromise(openSync(input.file, 'r'), options);
  try {
    if (zip.entryCount > limits.articles) throw failure({ code: 'read/too-many', detail: beyond(limits, 'articles') });
    const entries: Packed[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = await nameOf(entry.fileNameRaw);
      if (name === '' || /[\\/]$/u.test(Buffer.from(entry.fileNameRaw).toString('latin1')) || isLink(entry)) continue;
      const problem: Problem | null = entry.isEncrypted()
        ? { code: 'read/encrypted' }
        : entry.canDecodeFileData()
          ? null
          : { code: 'read/damaged', detail: `method ${entry.compressionMethod} of compression is not known` };
      entries.push({ name, problem, open: () => zip.openReadStreamPromise(entry) });
    }
    return { entries: entries.toSorted((a, b) => byCodePoint(a.name, b.name)), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Read all that is packed in a zip, as a folder is read: files of known kinds, hidden ones left out. */
export async function* readZip(input: Input, context: Context): AsyncGenerator<Piece> {
  const inner = packedContext(context);
  if (inner === null) {
    yield wrong({ code: 'read/nested', detail: beyond(context.limits, 'archiveDepth') }, input.path);
    return;
  }
  const zip = await openZip(input, context);
  let known = 0;
  try {
    for (const { name, problem, open } of zip.entries) {
      const path = `${input.path}!/${name}`;
      const form = formOf(name);
      if (form === null || /(?:^|\/)(?:\.|__MACOSX\/|node_modules\/)/u.test(name)) {
        context.onSkipped(path);
        continue;
      }
      known += 1;
      if (problem !== null) {
        yield wrong(problem, path);
        continue;
      }
      try {
        const chunks = counted(await open(), inner);
        const part = { path, name: name.slice(name.lastIndexOf('/') + 1), form, chunks, file: null };
        for await (const piece of context.unpacked(part, inner)) {
          // A bomb is the whole archive's affair: what follows would only go on inflating.
          if ('problem' in piece && piece.problem.code === 'read/bomb') throw failure(piece.problem);
          yield piece;
        }
      } catch (error) {
        const found = problemOf(error);
        if (found.code === 'read/bomb') throw failure(found);
        yield wrong(found, path);
      }
    }
  } finally {
    zip.close();
  }
  if (known === 0) yield wrong({ code: 'read/no-articles' }, input.path);
}
