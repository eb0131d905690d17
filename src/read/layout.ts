/** A piece of text on a page: where it stands, in points, from the lower left. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Pieces side by side without a gap that is wider than between words. */
interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Put pieces that stand on one line together, cut where a wide gap tells of another column. */
function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) <= 0.4 * Math.min(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(row => {
    const segments: Segment[] = [];
    for (const { text, x, y, width, size } of row.toSorted((a, b) => a.x - b.x)) {
      const last = segments.at(-1);
      const gap = last === undefined ? 0 : x - last.right;
      if (last !== undefined && gap < 1.2 * size) {
        const blank = gap > 0.15 * size && !last.text.endsWith(' ') && !text.startsWith(' ') ? ' ' : '';
        segments[segments.length - 1] = {
          ...last,
          text: last.text + blank + text,
          right: Math.max(last.right, x + width),
        };
      } else if (text.trim() !== '') segments.push({ text, left: x, right: x + width, y, size });
    }
    return segments;
  });
}

/** The place of a gutter: where most rows have a gap between two columns. Null if there is one column. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < 8) return null;
  const left = segments.reduce((least, one) => Math.min(least, one.left), Number.POSITIVE_INFINITY);
  const right = segments.reduce((most, one) => Math.max(most, one.right), Number.NEGATIVE_INFINITY);
  const STEPS = 200;
  const step = (right - left) / STEPS;
  if (!(step > 0)) return null;
  const crossed = new Float64Array(STEPS + 2);
  for (const one of segments) {
    const from = Math.max(0, Math.floor((one.left - left) / step));
    const to = Math.min(STEPS, Math.ceil((one.right - left) / step));
    crossed[from] = (crossed[from] ?? 0) + 1;
    crossed[to] = (crossed[to] ?? 0) - 1;
  }
  let best: { at: number; count: number; width: number } | null = null;
  let count = 0;
  let run = 0;
  for (let i = 0; i <= STEPS; i += 1) {
    const before = count;
    count += crossed[i] ?? 0;
    run = count === before ? run + 1 : 1;
    const at = left + (i + 0.5) * step;
    if (i < STEPS * 0.15 || i > STEPS * 0.85) continue;
    if (best === null || count < best.count || (count === best.count && run > best.width))
      best = { at: at - (run - 1) * step * 0.5, count, width: run };
  }
  if (best === null || best.count > segments.length * 0.15) return null;
  const { at } = best;
  const leftOnes = segments.filter(one => one.right <= at + step).length;
  const rightOnes = segments.filter(one => one.left >= at - step).length;
  return leftOnes >= 4 && rightOnes >= 4 ? at : null;
}

/** Put segments in the order in which they are read: column by column between what spans the whole width. */
function ordered(segments: readonly Segment[], depth: number): readonly Segment[] {
  const gutter = depth >= 3 ? null : gutterOf(segments);
  if (gutter === null) return segments;
  const result: Segment[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  const flush = (): void => {
    for (const one of ordered(left, depth + 1)) result.push(one);
    for (const one of ordered(right, depth + 1)) result.push(one);
    left = [];
    right = [];
  };
  for (const one of segments) {
    if (one.right <= gutter + 2) left.push(one);
    else if (one.left >= gutter - 2) right.push(one);
    else {
      flush();
      result.push(one);
    }
  }
  flush();
  return result;
}

/** The lines of a page in the order in which they are read. */
export interface PageLine {
  readonly text: string;
  /** Whether a paragraph ends above it. */
  readonly begins: boolean;
}

/** Find the lines of a page, and where its paragraphs begin: at a wider gap, an indent, or another size of type. */
export function linesOfPage(pieces: readonly Piece[]): readonly PageLine[] {
  const segments = ordered(segmentsOf(pieces), 0);
  const gaps = segments
    .slice(1)
    .map((one, i) => (segments[i]?.y ?? 0) - one.y)
    .filter(gap => gap > 0)
    .toSorted((a, b) => a - b);
  const usual = gaps[gaps.length >> 1] ?? 0;
  let left = Number.NaN;
  return segments.map((one, i) => {
    const before = segments[i - 1];
    const text = one.text.replaceAll(/\s+/gu, ' ').trim();
    if (before === undefined) {
      left = one.left;
      return { text, begins: true };
    }
    const gap = before.y - one.y;
    const isNext = gap > 0 && Math.abs(one.left - before.left) < 4 * one.size;
    const indent = isNext && one.left - left > 0.7 * one.size && one.left - before.left > 0.7 * one.size;
    const begins = isNext
      ? gap > 1.35 * Math.max(usual, one.size) || indent || Math.abs(one.size - before.size) > 0.15 * before.size
      : // At the top of a column the sentence goes on, unless the size of the type is another.
        Math.abs(one.size - before.size) > 0.15 * before.size;
    if (!isNext || (begins && !indent)) left = one.left;
    return { text, begins };
  });
}

/** Join lines to paragraphs; a word that was broken at the end of a line becomes whole again. */
export function joined(lines: readonly PageLine[]): string {
  let text = '';
  for (const line of lines) {
    if (line.text === '') continue;
    if (text === '') text = line.text;
    else if (line.begins) text += `\n\n${line.text}`;
    else text = join(text, line.text);
  }
  return text;
}

/** Join a line to the text before it. A hyphen behind capitals or figures, or before a capital, belongs to the word. */
function join(text: string, line: string): string {
  const end = text.slice(-40);
  if (end.endsWith('\u00ad')) return text.slice(0, -1) + line;
  const broken = /(?<![\p{L}\d])(?<word>[\p{L}\d]+)[-\u2010]$/u.exec(end)?.groups?.word;
  if (broken === undefined || !/^\p{L}/u.test(line))
    return /[-\u2010]$/u.test(end) && /\p{L}[-\u2010]$/u.test(end) ? text + line : `${text} ${line}`;
  const isKept = /^\p{Lu}/u.test(line) || /^[\p{Lu}\d]+$/u.test(broken) || /^(?:en|of|and|or)(?!\p{L})/u.test(line);
  if (!isKept) return text.slice(0, -1) + line;
  return /^(?:en|of|and|or)(?!\p{L})/u.test(line) ? `${text} ${line}` : text + line;
}
