import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceArticle } from '../src/model/article.ts';
import { type ReadOptions, readArticles } from '../src/read/read.ts';

/** What reading gave. */
export interface Outcome {
  readonly articles: readonly SourceArticle[];
  /** Code, and line where there is one. */
  readonly faults: readonly string[];
  readonly messages: readonly string[];
  readonly skipped: readonly string[];
}

/** Read to the end. */
export async function read(paths: readonly string[], options: ReadOptions = {}): Promise<Outcome> {
  const articles: SourceArticle[] = [];
  const faults: string[] = [];
  const messages: string[] = [];
  const skipped: string[] = [];
  for await (const reading of readArticles(paths, { ...options, onSkipped: path => skipped.push(path) })) {
    if ('article' in reading) articles.push(reading.article);
    else {
      const { code, line, message } = reading.diagnostic;
      faults.push(line === null ? code : `${code}:${line}`);
      messages.push(message);
    }
  }
  return { articles, faults, messages, skipped };
}

/** Read bytes as what standard input gives, in pieces. */
export function readBytes(bytes: Uint8Array, options: ReadOptions = {}, size = 4096): Promise<Outcome> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  return read(['-'], { ...options, stdin: pieces });
}

/** A folder for the time of a test file. */
export interface Workshop {
  readonly root: string;
  /** Make a folder with files in it. */
  readonly folder: (name: string, files: Readonly<Record<string, string | Uint8Array>>) => string;
  readonly clear: () => void;
}

/** Make a folder in which a test may write. */
export function workshop(name: string): Workshop {
  const root = mkdtempSync(join(tmpdir(), `incident-corpus-${name}-`));
  return {
    root,
    folder(below, files) {
      const path = join(root, below);
      mkdirSync(path, { recursive: true });
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(join(path, file, '..'), { recursive: true });
        writeFileSync(join(path, file), content);
      }
      return path;
    },
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}
