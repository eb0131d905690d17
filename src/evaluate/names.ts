/** A name without what does not tell names apart: case, quotes, hyphens and stops, a determiner in front. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[‘’'“”"«»„]/g, '')
    .replaceAll(/[-–—_/.,]+/g, ' ')
    .replace(/^(?:de|het|een|the|an?|zijn|haar|its|hun|their|our|onze)\s+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The same without the common noun of municipalities and ministries, and without a plural's s. */
function core(name: string): string {
  return plain(name)
    .replace(/^(?:gemeenten?|ministeries?|ministry|department|municipality|city)\s+(?:(?:van|of|for|voor)\s*)?/, '')
    .replace(/s$/, '')
    .trim();
}

/** Whether two names are the same but for spelling and common nouns. */
export function sameName(a: string, b: string): boolean {
  return plain(a) === plain(b) || (core(a) !== '' && core(a) === core(b));
}

/** How many words an argument may have more than the name that was marked. */
const MORE_WORDS = 4;

/** Whether an argument means a marked one: the same name, or one holds the other without being much longer than it. */
export function meansName(marked: string, found: string): boolean {
  if (sameName(marked, found)) return true;
  const [a, b] = [plain(marked), plain(found)];
  if (a.length <= 2 || b.length <= 2 || !(a.includes(b) || b.includes(a))) return false;
  return b.split(' ').length <= a.split(' ').length + MORE_WORDS;
}

/** Whether two identifiers are spelled alike. */
export function sameSpelling(a: string, b: string): boolean {
  return plain(a) === plain(b);
}
