import { headerOf, isLoneDateline } from './published.ts';

const CREDIT =
  /^(?:beeld|foto|fotograaf|illustratie|bron|photo|photograph|picture|image|illustration|source)(?:'s|s)?(?: by| door)?\s*[:|/©]?\s/iu;

/** Whether a line holds a full stop that ends a sentence; "St. Anna" and "4.2" do not. */
function hasFullStop(line: string): boolean {
  return /(?<!\.)\.["”’»)]*$/u.test(line) || /\p{L}{4}[.!?]\s+\p{Lu}/u.test(line);
}

/**
 * The title of a plain text: its short first line without a full stop, when more text follows below.
 *
 * A header before it is no part of it; a line that holds only a date, a place or a picture's credit is no title.
 */
export function titleOf(text: string): string | null {
  const [first, rest] = firstLine(text.slice(headerOf(text)?.length ?? 0).trimStart());
  if (first.length > 500) return null;
  const line = first
    .replace(/^#{1,6}\s+/u, '')
    .replace(/(?<!\s)\s+#+$/u, '')
    .trim();
  if (line === '' || [...line].length > 120 || !/\p{L}/u.test(line) || rest.trim() === '') return null;
  if (hasFullStop(line) || CREDIT.test(line) || isLoneDateline(line)) return null;
  return line;
}

function firstLine(text: string): readonly [string, string] {
  const end = /\r\n|[\n\r\u2028\u2029]/u.exec(text);
  return end ? [text.slice(0, end.index), text.slice(end.index)] : [text, ''];
}
