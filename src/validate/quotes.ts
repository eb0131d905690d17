/** Cuts a text by offsets that count Unicode code points. */
export type Cut = (start: number, end: number) => string;

const SURROGATE = /[\uD800-\uDFFF]/;

/**
 * Make the function that cuts a text as the readers of records do.
 *
 * Most texts have no astral characters, and then code points and UTF-16 code units are the same.
 */
export function cutter(text: string): Cut {
  if (!SURROGATE.test(text)) return (start, end) => text.slice(start, end);
  const units = new Uint32Array(text.length + 1);
  let points = 0;
  for (let unit = 0; unit < text.length; points += 1) {
    units[points] = unit;
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  units.fill(text.length, points);
  return (start, end) => text.slice(units[start] ?? text.length, units[end] ?? text.length);
}
