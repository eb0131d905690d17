import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { allBytes, chunksOf } from '../read/bytes.ts';
import { LIMITS } from '../read/limits.ts';
import { isThere } from '../read/paths.ts';
import { type PackageFacts, readPackage } from './datapackage.ts';

/** What is known of the corpus in a folder. */
export interface Former {
  readonly facts: PackageFacts;
  /** Files whose bytes are not those that datapackage.json names, or that are missing. */
  readonly changed: readonly string[];
}

/** The files that are read again: by the next build, or by `rehydrate`. */
const READ_AGAIN = ['articles.jsonl', 'incidents.jsonl', 'errors.jsonl'];

function sha256Of(path: string): string {
  const digest = createHash('sha256');
  for (const chunk of chunksOf(path)) digest.update(chunk);
  return digest.digest('hex');
}

/** Look at the corpus in a folder; null if there is none. */
export async function formerIn(folder: string): Promise<Former | null> {
  const path = join(folder, 'datapackage.json');
  if (!isThere(path)) return null;
  const bytes = await allBytes(chunksOf(path), LIMITS.documentBytes);
  const facts = bytes === null ? null : readPackage(new TextDecoder().decode(bytes));
  if (facts === null) return null;
  const isWhole = (name: string): boolean =>
    isThere(join(folder, name)) && sha256Of(join(folder, name)) === facts.hashes.get(name);
  return { facts, changed: READ_AGAIN.filter(name => !isWhole(name)) };
}
