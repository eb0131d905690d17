/** How many letters must be put in, left out or changed to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The words that come nearest to a word, at most five: those that hold it, then those that are spelled like it. */
export function nearestWords(known: readonly string[], word: string): readonly string[] {
  return known
    .map(one => ({ one, far: one.includes(word) ? 0 : distance(one, word) }))
    .filter(({ far }) => far <= Math.max(3, word.length / 3))
    .toSorted((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
    .slice(0, 5)
    .map(({ one }) => one);
}
