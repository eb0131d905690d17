/**
 * Take out what could drive a terminal or turn its text around: control characters, bidirectional controls and other
 * invisible format characters. Line breaks and tabs stay.
 *
 * For people only: in JSON nothing is ever changed.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '');
}
