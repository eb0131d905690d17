/** Shortest name, in letters and digits, that tells one thing from another: "AP" and "OM" are many things. */
const FEWEST = 4;

/** A name as it is compared: lower case, no accents, words of letters and digits with one space between. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a folded form is long enough to tell one thing from another. */
export function isTelling(form: string): boolean {
  return form.length >= FEWEST;
}

/**
 * What is left of a folded name without the words that only say what kind of thing it is: "gemeente Ede" and "Ede
 * council" are both "ede".
 *
 * @param plain folded words that tell a kind, or join it to a name
 */
export function core(form: string, plain: ReadonlySet<string>): string {
  return form
    .split(' ')
    .filter(word => !plain.has(word))
    .join(' ');
}
