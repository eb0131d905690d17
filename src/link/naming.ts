import type { ArticleRecord, OrganisationRecord } from '../model/record.ts';
import { core, folded, isTelling } from './forms.ts';

/** An organisation as an incident knows it. */
export interface Naming {
  readonly name: string;
  readonly kind: OrganisationRecord['kind'];
  readonly country: string | null;
  /** Positions of the articles that name it. */
  readonly places: ReadonlySet<number>;
}

/**
 * Find which organisations of several articles are the same: by name, by a name that is another's alias, or by what is
 * left of the name without the words for its kind ("gemeente Ede", "Ede council").
 *
 * @param plain folded words of names that only tell what kind of thing it is
 * @returns the organisation of a name, its canonical name being that of most articles
 */
export function organisationsOf(
  articles: readonly ArticleRecord[],
  plain: ReadonlySet<string>,
): ReadonlyMap<string, Naming> {
  const heads = new Map<string, string>();
  const root = (form: string): string => {
    let top = form;
    for (let up = heads.get(top); up !== undefined && up !== top; up = heads.get(top)) top = up;
    return top;
  };
  const join = (a: string, b: string): void => {
    const [x = '', y = ''] = [root(a), root(b)].toSorted();
    if (x !== y) heads.set(y, x);
  };
  const named = new Map<string, { readonly one: OrganisationRecord; readonly places: Set<number> }>();
  articles.forEach((article, place) => {
    for (const one of article.organisations) {
      const known = named.get(one.name);
      if (known === undefined) named.set(one.name, { one, places: new Set([place]) });
      else known.places.add(place);
    }
  });
  const byName = new Map([...named.keys()].map(name => [`${folded(name)}`, name]));
  for (const { organisations } of articles) {
    for (const { name, kind, aliases } of organisations) {
      for (const alias of aliases) {
        const form = folded(alias);
        const other = byName.get(form);
        if (other !== undefined && isTelling(form) && named.get(other)?.one.kind === kind)
          join(`n ${name}`, `n ${other}`);
      }
      const bare = core(folded(name), plain);
      if (isTelling(bare)) join(`n ${name}`, `${kind} ${bare}`);
    }
  }
  const families = new Map<string, string[]>();
  for (const name of named.keys()) {
    const top = root(`n ${name}`);
    const family = families.get(top);
    if (family === undefined) families.set(top, [name]);
    else family.push(name);
  }
  const found = new Map<string, Naming>();
  for (const family of families.values()) {
    const ranked = family.toSorted(
      (a, b) => (named.get(b)?.places.size ?? 0) - (named.get(a)?.places.size ?? 0) || (a < b ? -1 : 1),
    );
    const first = named.get(ranked[0] ?? '')?.one;
    if (first === undefined) continue;
    const places = new Set(family.flatMap(name => [...(named.get(name)?.places ?? [])]));
    const country = ranked.reduce<string | null>((known, name) => known ?? named.get(name)?.one.country ?? null, null);
    // One object for all names of a family: who lists the organisations tells them apart by it.
    const naming = { name: first.name, kind: first.kind, country, places };
    for (const name of family) found.set(name, naming);
  }
  return found;
}
