import type { Problem } from './decode.ts';
import { beyond, LIMITS, type Limits } from './limits.ts';
import type { Fields } from './reader.ts';

/** A JSON value, or what is wrong with it and at which character. */
export type Json = { readonly value: unknown } | { readonly problem: Problem; readonly at: number };

/** Read JSON that is nested no deeper than is allowed: an article is flat, and what is deep breaks other programs. */
export function parseJson(text: string, limits: Limits = LIMITS): Json {
  const deep = tooDeepAt(text, limits.jsonDepth);
  if (deep !== null) return { problem: { code: 'read/too-deep', detail: beyond(limits, 'jsonDepth') }, at: deep };
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    const { at, what } = firstFault(text);
    return { problem: { code: 'read/bad-json', detail: what }, at };
  }
}

/** The character at which the nesting goes too deep, or null. */
function tooDeepAt(text: string, deepest: number): number | null {
  const bracket = /["[\]{}]/g;
  let depth = 0;
  for (let found = bracket.exec(text); found; found = bracket.exec(text)) {
    if (found[0] === '"') {
      const after = afterString(text, found.index);
      if (after < 0) return null;
      bracket.lastIndex = after;
    } else depth += found[0] === '[' || found[0] === '{' ? 1 : -1;
    if (depth > deepest) return found.index;
  }
  return null;
}

/** Where a string that begins at a quotation mark is over, or -1 if it is not closed. */
function afterString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return -1;
}

/** How many brackets are still open at the end of a text, or -1 if a string is. */
export function openAtEnd(text: string): number {
  const bracket = /["[\]{}]/g;
  let depth = 0;
  for (let found = bracket.exec(text); found; found = bracket.exec(text)) {
    if (found[0] === '"') {
      const after = afterString(text, found.index);
      if (after < 0) return -1;
      bracket.lastIndex = after;
    } else depth += found[0] === '[' || found[0] === '{' ? 1 : -1;
  }
  return depth;
}

const SPACE = /[ \t\n\r]*/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value or ]' | 'key or }' | 'key' | 'colon' | 'comma or end';

const expecting = (what: Expected): Expected => what;

interface Fault {
  readonly at: number;
  readonly what: string;
}

/**
 * The place of the first fault in text that is not JSON.
 *
 * JSON.parse says no place, or another one in each version of Node; so the text is read once more, by hand.
 */
function firstFault(text: string): Fault {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let next = expecting('value');

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  }

  function fault(expected: string): Fault {
    if (at >= text.length) return { at: text.length, what: `it ends where ${expected} should stand` };
    return { at, what: `${printable(text, at)} stands where ${expected} should` };
  }

  for (;;) {
    take(SPACE);
    const char = text[at];
    if (char === '"' && next !== 'colon' && next !== 'comma or end') {
      const string = readString(text, at);
      if ('at' in string) return string;
      at = string.end;
      next = next === 'key' || next === 'key or }' ? 'colon' : 'comma or end';
      continue;
    }
    switch (next) {
      case 'comma or end': {
        const top = open.at(-1);
        if (top === undefined) return fault('the end');
        if (char === ',') next = top === '{' ? 'key' : 'value';
        else if (char === (top === '{' ? '}' : ']')) open.pop();
        else return fault(top === '{' ? 'a comma or }' : 'a comma or ]');
        at += 1;
        break;
      }
      case 'colon':
        if (char !== ':') return fault('a colon');
        at += 1;
        next = 'value';
        break;
      case 'key':
      case 'key or }':
        if (char !== '}' || next === 'key') return fault('a key in double quotes');
        at += 1;
        open.pop();
        next = 'comma or end';
        break;
      default:
        if (char === '{' || char === '[') {
          open.push(char);
          at += 1;
          next = char === '{' ? 'key or }' : 'value or ]';
        } else if (char === ']' && next === 'value or ]') {
          at += 1;
          open.pop();
          next = 'comma or end';
        } else if (take(PLAIN)) next = 'comma or end';
        else return fault('a value');
    }
  }
}

/** Read a string that begins at a quotation mark: where it is over, or what is wrong in it. */
function readString(text: string, start: number): { readonly end: number } | Fault {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') return { end: at + 1 };
    if (char < ' ') return { at, what: `${printable(text, at)} stands in a string, where it must be escaped` };
    if (char === '\\') {
      const escaped = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/u.exec(text.slice(at, at + 6));
      if (!escaped) return { at, what: 'a bad escape stands in a string' };
      at += escaped[0].length - 1;
    }
  }
  return { at: start, what: 'a string is not closed' };
}

function printable(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  if (code === 0x0a || code === 0x0d) return 'a line break';
  if (code === 0x09) return 'a tab';
  return code < 0x21 || (code >= 0x7f && code < 0xa1)
    ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${String.fromCodePoint(code)}"`;
}

/** Line and column, both from 1, of a character. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

/**
 * Take the fields of an article from a JSON value; keys that are not known are passed over. Of a key that stands twice
 * the last counts.
 *
 * @param columns the key that holds a field, where there is such a key; else it is the field's own name
 */
export function fieldsOf(value: unknown, columns: ReadonlyMap<string, string> = NO_COLUMNS): Fields | Problem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: 'read/not-an-object' };
  // Object.entries sees own keys only: a key "__proto__" is a key like any other.
  const own = new Map<string, unknown>(Object.entries(value));
  const field = (name: string): unknown => {
    const column = columns.get(name);
    return own.get(column !== undefined && own.has(column) ? column : name);
  };
  const text = field('text');
  if (typeof text !== 'string')
    return {
      code: 'read/no-text',
      ...(text !== undefined && { detail: `its "${columns.get('text') ?? 'text'}" is no string` }),
    };
  if (text.trim() === '') return { code: 'read/empty' };
  const id = field('id');
  const published = field('published');
  return {
    text,
    key: typeof id === 'number' ? String(id) : stringOrNull(id),
    title: stringOrNull(field('title')),
    published: typeof published === 'number' ? String(published) : dateText(published),
    url: stringOrNull(field('url')),
    publisher: stringOrNull(field('publisher')),
    language: languageCode(field('language')),
  };
}

const NO_COLUMNS: ReadonlyMap<string, string> = new Map();

const stringOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

function dateText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? stringOrNull(value) : JSON.stringify(value);
}

const THREE_LETTERS: Readonly<Record<string, string>> = { nld: 'nl', dut: 'nl', eng: 'en' };

/** "NL", "nl-BE", "nld" as the two letters of ISO 639-1; what is no language code is null. */
export function languageCode(value: unknown): string | null {
  const code =
    typeof value === 'string' ? (/^([a-z]{2,3})(?:[-_]|$)/u.exec(value.trim().toLowerCase())?.[1] ?? null) : null;
  return code === null || code.length === 2 ? code : (THREE_LETTERS[code] ?? null);
}
