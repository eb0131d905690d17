import { readGazetteers } from './knowledge/knowledge.ts';
import { type Entry, OF_NAMES } from './model/name.ts';

/** What is known of a name, as `names` prints it. */
export interface KnownName {
  readonly name: string;
  readonly of: Entry['of'];
  readonly kind: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly vendor: string | null;
  readonly cve: readonly string[];
  readonly aliases: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
}

/**
 * Names of the gazetteers, by code point.
 *
 * @param query words that a name or an alias must hold, whatever their case; without it all
 * @param kind a kind of organisations, products or malware, or what is named: product, malware, vulnerability …
 */
export function knownNames(query: string | undefined, kind: string | undefined): KnownName[] {
  const wanted = query?.toLowerCase();
  return readGazetteers()
    .filter(entry => kind === undefined || entry.kind === kind || entry.of === kind)
    .map(({ name, of, kind: own, country, sector, vendor, cve, aliases, needsContext, needsHead, identifiers }) => ({
      ...{ name, of, kind: own, country, sector, vendor, cve, identifiers },
      aliases: [...new Set([...aliases, ...needsContext, ...needsHead])].filter(one => one !== name),
    }))
    .filter(({ name, aliases }) =>
      wanted === undefined ? true : [name, ...aliases].some(one => one.toLowerCase().includes(wanted)),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.of < b.of ? -1 : 1));
}

/** Every word that `--kind` takes. */
export function namedKinds(): readonly string[] {
  return [...new Set([...OF_NAMES, ...readGazetteers().map(({ kind }) => kind)])].toSorted();
}
