import { printable } from './printable.ts';

/** How many cells of a terminal a text takes: wide characters of East Asia two, combining marks none. */
function width(text: string): number {
  let cells = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    cells +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return cells;
}

/** The most characters that a cell shows. */
const WIDEST = 60;

/** A text cut to what a cell shows, with a sign that there is more; of a first column, the paths, the end is kept. */
function cut(text: string, column: number): string {
  const chars = [...text];
  if (chars.length <= WIDEST) return text;
  return column === 0
    ? `…${chars.slice(1 - WIDEST).join('')}`
    : `${chars
        .slice(0, WIDEST - 1)
        .join('')
        .trimEnd()}…`;
}

/** Lay rows out in columns under their heads; columns of figures stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map(row =>
    row.map((cell, column) => cut(printable(cell).replaceAll(/\s+/gu, ' '), column)),
  );
  const widths = head.map((_, column) => Math.max(...cells.map(row => width(row[column] ?? ''))));
  const isFigures = head.map((_, column) => {
    const own = cells.slice(1).map(row => row[column] ?? '');
    return own.some(cell => cell !== '') && own.every(cell => /^(?:\d+(?:\.\d+)?)?$/u.test(cell));
  });
  const lines = cells.map(row =>
    row
      .map((cell, column) => {
        const blank = ' '.repeat((widths[column] ?? 0) - width(cell));
        return isFigures[column] ? blank + cell : cell + blank;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.map(line => `${line}\n`).join('');
}
