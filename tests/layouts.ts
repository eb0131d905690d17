import { joined, linesOfPage, type Piece } from '../src/read/layout.ts';

/** Lines of type from the top of a page, at a place from the left. */
const column = (lines: readonly string[], x: number): readonly Piece[] =>
  lines.map((text, i) => ({ text, x, y: 700 - i * 12, width: text.length * 5, size: 10 }));

/** The text of a page of two columns, whose lines come row by row. */
export function layoutText(left: readonly string[], right: readonly string[]): string {
  const pieces = [...column(left, 50), ...column(right, 300)].toSorted((a, b) => b.y - a.y || a.x - b.x);
  return joined(linesOfPage(pieces));
}
