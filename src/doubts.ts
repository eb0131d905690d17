import { readGazetteers } from './knowledge/knowledge.ts';
import { knownForms } from './knowledge/own.ts';
import { misreadingOf, ordinaryWords } from './languages/ordinary.ts';
import { type Diagnostic, diagnostic } from './model/diagnostic.ts';
import type { Entry } from './model/name.ts';

/** A user's file of names: its entries, each with its line. */
export interface OwnNames {
  readonly path: string;
  readonly lines: ReadonlyMap<Entry, number>;
}

/** What is known of an entry, in few words. */
function told({ name, kind, country }: Entry): string {
  return `"${name}" (${country === null ? kind : `${kind}, ${country}`})`;
}

/**
 * What should be looked at in files of own names, though they can be used: names that already mean something else, and
 * names that read as ordinary words and carry no flag.
 *
 * @returns warnings, in the order of the files and their lines
 */
export function doubtsOf(files: readonly OwnNames[]): readonly Diagnostic[] {
  const known = readGazetteers();
  const words = ordinaryWords();
  return files.flatMap(({ path, lines }) => {
    const entries = [...lines.keys()];
    const at = (entry: Entry) => ({ path, line: lines.get(entry) ?? null });
    const clashes = knownForms(known, entries)
      .filter(({ own, known: other }) => own.name !== other.name)
      .map(({ own, form, known: other }) =>
        diagnostic('own/known-name', at(own), `"${form}" is known as a name of ${told(other)}`),
      );
    const ordinary = entries.flatMap(entry => {
      const held = new Set([...entry.needsContext, ...entry.needsHead]);
      const exact = new Set(entry.caseSensitive);
      return [entry.name, ...entry.aliases]
        .filter(form => !held.has(form))
        .filter(form => {
          const misread = misreadingOf(form, words);
          return misread === 'word' || (misread === 'spelling' && !exact.has(form));
        })
        .map(form => diagnostic('own/ordinary-word', at(entry), `"${form}"`));
    });
    return [...clashes, ...ordinary].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  });
}
