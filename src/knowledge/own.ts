import type { Entry } from '../model/name.ts';

/** A form of an own name that the gazetteers know already, with the entry that they know by it. */
export interface KnownForm {
  readonly own: Entry;
  readonly form: string;
  readonly known: Entry;
}

const formsOf = ({ name, aliases, needsContext, needsHead }: Entry): readonly string[] => [
  ...new Set([name, ...aliases, ...needsContext, ...needsHead]),
];

/** What can be taken for one another: those who attack are organisations too. */
const worldOf = ({ of }: Entry): string => (of === 'actor' ? 'organisation' : of);

const keyOf = (entry: Entry, form: string): string => `${worldOf(entry)} ${form}`;

/** Whether two entries are one: what an own row says of a known name stands in place of what was known. */
const isSame = (own: Entry, known: Entry): boolean => worldOf(own) === worldOf(known) && own.name === known.name;

/** An own entry with the forms that were known beside those that own names have, as they were known. */
function joined(own: Entry, known: Entry, isFree: (form: string) => boolean): Entry {
  return {
    ...own,
    identifiers: known.identifiers,
    aliases: [...own.aliases, ...known.aliases.filter(isFree)],
    needsContext: [...own.needsContext, ...known.needsContext.filter(isFree)],
    needsHead: [...own.needsHead, ...known.needsHead.filter(isFree)],
    caseSensitive: [...own.caseSensitive, ...known.caseSensitive.filter(isFree)],
  };
}

/**
 * Put a user's own names beside the known ones. A form that both have means the user's; a row that has the name of a known
 * entry takes its place and keeps its other forms.
 *
 * @param known the gazetteers
 * @param own a user's entries; where two have the same name, the last one counts
 */
export function withOwnNames(known: readonly Entry[], own: readonly Entry[]): readonly Entry[] {
  if (own.length === 0) return known;
  const rows = [...new Map(own.map(entry => [keyOf(entry, entry.name), entry])).values()];
  const taken = new Map(rows.flatMap(entry => formsOf(entry).map(form => [keyOf(entry, form), entry] as const)));
  const replaced = new Map<Entry, Entry>();
  const rest: Entry[] = [];
  for (const entry of known) {
    const isFree = (form: string): boolean => !taken.has(keyOf(entry, form));
    const owner = taken.get(keyOf(entry, entry.name));
    if (formsOf(entry).every(isFree)) rest.push(entry);
    else if (owner !== undefined && isSame(owner, entry)) replaced.set(owner, joined(owner, entry, isFree));
    else {
      rest.push({
        ...entry,
        aliases: entry.aliases.filter(isFree),
        needsContext: entry.needsContext.filter(isFree),
        // Its own name finds it no more, but where a head stands before it.
        needsHead: [...entry.needsHead.filter(isFree), ...(isFree(entry.name) ? [] : [entry.name])],
      });
    }
  }
  return [...rest, ...rows.map(entry => replaced.get(entry) ?? entry)];
}

/** Forms of own names that already stand for something, in the order of the own names. */
export function knownForms(known: readonly Entry[], own: readonly Entry[]): readonly KnownForm[] {
  const index = new Map<string, Entry>();
  for (const entry of known)
    for (const form of formsOf(entry))
      if (!index.has(keyOf(entry, form)) || form === entry.name) index.set(keyOf(entry, form), entry);
  return own.flatMap(entry =>
    formsOf(entry).flatMap(form => {
      const held = index.get(keyOf(entry, form));
      return held === undefined ? [] : [{ own: entry, form, known: held }];
    }),
  );
}
