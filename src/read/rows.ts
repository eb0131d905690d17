import { readFileSync } from 'node:fs';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { decode } from './decode.ts';
import { parseJson, placeOf } from './json.ts';
import { failureOf } from './reader.ts';

/** A row of a file of the user's own: the line on which it begins, and its values by their column. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The rows of a file, or what is wrong with it. */
export type Rows = { readonly rows: readonly Row[] } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Read a file of rows that a user wrote: CSV whose first line names the columns, or a JSON list of objects, or one object
 * a line. What the file is its first character tells. Empty lines and cells are passed over.
 */
export function readRows(path: string): Rows {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code, detail } = failureOf(error);
    return { diagnostics: [diagnostic(code, { path }, detail)] };
  }
  const decoded = decode(bytes);
  if ('problem' in decoded)
    return { diagnostics: [diagnostic(decoded.problem.code, { path }, decoded.problem.detail)] };
  const { text } = decoded;
  const wrong = (line: number | null, detail: string): Rows => ({
    diagnostics: [diagnostic('own/bad-file', { path, line }, detail)],
  });
  const first = text.trimStart().charAt(0);
  const read = first === '[' || first === '{' ? jsonRows(text) : csvRows(text);
  if ('wrong' in read) return wrong(read.line, read.wrong);
  return read.rows.length === 0 ? wrong(null, 'it has no rows') : read;
}

type Read = { readonly rows: readonly Row[] } | { readonly wrong: string; readonly line: number };

const lineAt = (text: string, at: number): number => placeOf(text, at).line;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows of a JSON list, of one object, or of an object on each line. */
function jsonRows(text: string): Read {
  const whole = parseJson(text);
  const isLines = 'problem' in whole && text.trimStart().startsWith('{');
  if ('problem' in whole && !isLines)
    return { wrong: whole.problem.detail ?? 'it is no JSON', line: lineAt(text, whole.at) };
  const rows: Row[] = [];
  const enter = (value: unknown, line: number): boolean => isObject(value) && rows.push({ line, values: value }) > 0;
  const noObject = (line: number): Read => ({ wrong: 'an object is expected here, {"…": "…"}', line });
  if ('value' in whole) {
    const { value } = whole;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const starts = Array.isArray(value) ? elementStarts(text) : [text.indexOf('{')];
    for (const [index, one] of list.entries()) {
      const line = lineAt(text, starts[index] ?? 0);
      if (!enter(one, line)) return noObject(line);
    }
    return { rows };
  }
  for (const [index, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue;
    const json = parseJson(source);
    if ('problem' in json) return { wrong: json.problem.detail ?? 'it is no JSON', line: index + 1 };
    if (!enter(json.value, index + 1)) return noObject(index + 1);
  }
  return { rows };
}

/** Where the elements of a JSON list begin; the text is known to be one. */
function elementStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let depth = 0;
  let isNew = false;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"]/gs)) {
    if (isNew && token !== ']') {
      starts.push(index);
      isNew = false;
    }
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth === 1 && (token === ',' || (token === '[' && starts.length === 0))) isNew = true;
  }
  return starts;
}

/** Rows of CSV: cells with commas or semicolons between them, in double quotes where they hold such. */
function csvRows(text: string): Read {
  const separator = /^[^\n]*;/.test(text.trimStart()) && !/^[^\n]*,/.test(text.trimStart()) ? ';' : ',';
  const lines = csvLines(text, separator);
  if ('wrong' in lines) return lines;
  const [head, ...others] = lines.lines;
  if (head === undefined) return { rows: [] };
  const columns = head.cells.map(cell => cell.trim().toLowerCase());
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) return { wrong: `the column "${twice}" stands twice in the first line`, line: head.line };
  const rows: Row[] = [];
  for (const { cells, line } of others) {
    if (cells.length > columns.length)
      return { wrong: `there are ${cells.length} cells for ${columns.length} columns`, line };
    const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [[columns[index] ?? '', cell.trim()]]));
    rows.push({ line, values: Object.fromEntries(filled) });
  }
  return { rows };
}

interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines of CSV (RFC 4180), without empty ones; a quoted cell may go over several lines of the file. */
function csvLines(
  text: string,
  separator: string,
): { readonly lines: readonly CsvLine[] } | { readonly wrong: string; readonly line: number } {
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let begun = 1;
  let quoted = 0;
  const endLine = (): void => {
    cells.push(cell);
    if (cells.some(one => one.trim() !== '')) lines.push({ line: begun, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\n') line += 1;
    if (quoted > 0) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = 0;
    } else if (char === '"' && cell.trim() === '') {
      quoted = line;
      cell = '';
    } else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      endLine();
      begun = line;
    } else cell += char;
  }
  if (quoted > 0) return { wrong: 'a quotation mark is opened here and never closed', line: quoted };
  endLine();
  return { lines };
}
