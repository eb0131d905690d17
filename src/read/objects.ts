import { allBytes, linesOf } from './bytes.ts';
import { decode, markLength, type Problem } from './decode.ts';
import { decodeText, transcoded } from './encoding.ts';
import { fieldsOf, parseJson, placeOf } from './json.ts';
import { beyond } from './limits.ts';
import { type Context, hintsOf, type Input, notesOf, type Piece, wrong } from './reader.ts';

/** Read a JSON document: one article, or a list of them. */
export async function* readJson(input: Input, context: Context): AsyncGenerator<Piece> {
  const { path } = input;
  const { limits, columns } = context;
  const bytes = await allBytes(input.chunks, limits.documentBytes);
  if (bytes === null) {
    yield wrong({ code: 'read/too-large', detail: beyond(limits, 'documentBytes') }, path);
    return;
  }
  const decoded = await decodeText(bytes, hintsOf(context));
  if ('problem' in decoded) yield wrong(decoded.problem, path);
  else if (decoded.text.trim() === '') yield wrong({ code: 'read/empty' }, path);
  else {
    const json = parseJson(decoded.text, limits);
    if ('problem' in json) {
      const { line } = placeOf(decoded.text, json.at);
      yield wrong(placed(json.problem, decoded.text, json.at), path, line);
      return;
    }
    const isList = Array.isArray(json.value);
    const values: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
    if (values.length === 0) yield wrong({ code: 'read/no-articles', detail: 'the list is empty' }, path);
    const rest = {
      path,
      line: null,
      mediaType: 'application/json',
      reader: 'json',
      encoding: decoded.encoding,
      bytes,
      notes: notesOf(decoded),
    };
    for (const [index, value] of values.entries()) {
      const fields = fieldsOf(value, columns);
      const where = isList ? `article ${index + 1} of ${values.length}` : undefined;
      const detail = 'code' in fields && fields.detail ? [fields.detail, where].filter(Boolean).join(', ') : where;
      if ('code' in fields) yield wrong({ code: fields.code, ...(detail !== undefined && { detail }) }, path);
      else yield { draft: { ...fields, ...rest, index: isList ? index : null } };
    }
  }
}

/** A fault of JSON with the column where it stands. */
function placed(problem: Problem, text: string, at: number): Problem {
  const detail = problem.detail === undefined ? '' : `${problem.detail}, `;
  return { code: problem.code, detail: `${detail}column ${placeOf(text, at).column}` };
}

/** Read JSON Lines; lines without anything on them are passed over. One line is in memory at a time. */
export async function* readLines(input: Input, context: Context): AsyncGenerator<Piece> {
  const { path } = input;
  const { limits, columns } = context;
  const whole = await transcoded(input.chunks, hintsOf(context));
  let index = 0;
  for await (const { number, offset, bytes } of linesOf(whole.chunks, limits.lineBytes)) {
    if (bytes === null) {
      yield wrong({ code: 'read/too-large', detail: beyond(limits, 'lineBytes') }, path, number);
      index += 1;
      continue;
    }
    const line = number === 1 ? bytes.subarray(markLength(bytes)) : bytes;
    const plain = decode(line, offset + bytes.length - line.length);
    if (number === 1 && 'problem' in plain && plain.problem.code === 'read/binary') {
      yield wrong(plain.problem, path);
      return;
    }
    if ('text' in plain && plain.text.trim() === '') continue;
    const decoded =
      'text' in plain
        ? { text: plain.text, encoding: whole.encoding ?? 'utf-8', isGuess: whole.isGuess, broken: null }
        : await decodeText(line, hintsOf(context), offset);
    const position = index;
    index += 1;
    if ('problem' in decoded) {
      yield wrong(decoded.problem, path, number);
      continue;
    }
    const json = parseJson(decoded.text, limits);
    const fields = 'problem' in json ? placed(json.problem, decoded.text, json.at) : fieldsOf(json.value, columns);
    if ('code' in fields) yield wrong(fields, path, number);
    else {
      const { encoding } = decoded;
      const from = { path, index: position, line: number, mediaType: 'application/x-ndjson', reader: 'json' };
      yield { draft: { ...fields, ...from, encoding, bytes: line, notes: notesOf(decoded) } };
    }
  }
  if (index === 0) yield wrong({ code: 'read/empty' }, path);
}
