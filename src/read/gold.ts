import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { SourceArticle } from '../model/article.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type Gold, type GoldArticle, gold as goldSchema } from '../model/gold.ts';
import { decode } from './decode.ts';
import { parseJson, placeOf } from './json.ts';
import { byCodePoint } from './paths.ts';
import { readArticles } from './read.ts';
import { failureOf } from './reader.ts';

/** What reading gold gives: an article with what was marked in it, or what is wrong with one. */
export type GoldReading =
  | { readonly article: SourceArticle; readonly marked: GoldArticle }
  | { readonly diagnostic: Diagnostic };

/** Whether a file is one of gold, by its name. */
export function isGold(path: string): boolean {
  return /(?:^|[./])gold\.json$/u.test(path);
}

/** The names under which the article of a file of gold can stand beside it; none for a file that is no gold. */
function besides(file: string): readonly string[] {
  if (!isGold(file)) return [];
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = file.slice(folder.length, -'.gold.json'.length);
  return ['.txt', '.md', '.json', '.jsonl'].map(ending => `${folder}${name === '' ? 'article' : name}${ending}`);
}

/**
 * Read the gold of a folder and all below it: each NAME.gold.json with the article NAME.txt (or of another format) beside
 * it, each gold.json with article.txt. In the order of their paths; what is wrong with one does not stop the others.
 */
export async function* readGold(folder: string): AsyncGenerator<GoldReading> {
  const root = folder.length > 1 ? folder.replace(/(?<!\/)\/+$/u, '') : folder;
  let files: readonly string[];
  try {
    files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'));
  } catch (error) {
    const { code, detail } = failureOf(error);
    const isFile = existsSync(root) && statSync(root).isFile();
    yield { diagnostic: diagnostic(isFile ? 'evaluate/no-gold' : code, { path: folder }, detail) };
    return;
  }
  const marks = files.filter(file => besides(file).length > 0).toSorted(byCodePoint);
  if (marks.length === 0) yield { diagnostic: diagnostic('evaluate/no-gold', { path: folder }) };
  const known = new Set(files);
  for (const file of marks) {
    yield* readOne(
      root,
      file,
      besides(file).find(name => known.has(name)),
    );
  }
}

async function* readOne(root: string, file: string, beside: string | undefined): AsyncGenerator<GoldReading> {
  const path = `${root}/${file}`;
  if (beside === undefined) {
    yield { diagnostic: diagnostic('evaluate/no-article', { path }) };
    return;
  }
  const marked = goldOf(path);
  if ('code' in marked) {
    yield { diagnostic: marked };
    return;
  }
  for await (const reading of readArticles([`${root}/${beside}`])) {
    if ('diagnostic' in reading) {
      yield reading;
      continue;
    }
    const { article } = reading;
    const absent = absentFrom(article.text, marked);
    if (absent === null) yield { article, marked: { name: beside, text: article.text, gold: marked } };
    else yield { diagnostic: diagnostic('evaluate/not-in-article', { path }, absent) };
  }
}

/** The marks of a file, or what is wrong with it. */
function goldOf(path: string): Gold | Diagnostic {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code, detail } = failureOf(error);
    return diagnostic(code, { path }, detail);
  }
  const decoded = decode(bytes);
  if ('problem' in decoded) return diagnostic(decoded.problem.code, { path }, decoded.problem.detail);
  const json = parseJson(decoded.text);
  if ('problem' in json) {
    const { line } = placeOf(decoded.text, json.at);
    return diagnostic('evaluate/bad-gold', { path, line }, json.problem.detail);
  }
  const parsed = goldSchema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = (issue?.path ?? []).map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return diagnostic('evaluate/bad-gold', { path }, `${field === '' ? 'the file' : field}: ${issue?.message ?? ''}`);
}

/** The first words that were marked but do not stand in the text, or null. */
function absentFrom(text: string, gold: Gold): string | null {
  for (const { text: words, nth = 1 } of gold.dates) {
    if (text.split(words).length <= nth) return `date "${words}"${nth > 1 ? `, for the ${nth}th time` : ''}`;
  }
  for (const { quote, trigger } of gold.actions) {
    if (!text.includes(quote)) return `quote "${quote}"`;
    if (!quote.includes(trigger)) return `trigger "${trigger}" in the quote "${quote}"`;
  }
  return null;
}
