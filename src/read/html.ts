import { blocksOf, textOf, treeProblem } from './blocks.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import type { Problem } from './decode.ts';
import { splitExport } from './exports.ts';
import type { Limits } from './limits.ts';
import { metadataOf, type Tree } from './metadata.ts';
import { bareFields, wholeText } from './plain.ts';
import { type Context, damage, type Fields, type Input, notesOf, type Piece, wrong } from './reader.ts';

/** The encoding that a page declares in its first bytes, as browsers look for it; null if it does not. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'](?<label>[^"'>]{1,40})/iu.exec(head)?.groups?.label;
  const meta = /<meta\s[^<>]{0,300}?charset\s*=\s*(?:["']\s*)?(?<label>[^\s"'/>;]{1,40})/iu.exec(head)?.groups?.label;
  return xml ?? meta ?? null;
}

/** What the article of a page is, and what its page says of it. */
export async function pageArticle(html: string, limits: Limits): Promise<Fields | { readonly problem: Problem }> {
  const unfit = await treeProblem(html, limits, 'pageParts');
  if (unfit !== null) return { problem: unfit };
  try {
    const { parseHTML } = await import('linkedom');
    const tree: Tree = parseHTML(
      /<html[\s>]/iu.test(html.slice(0, 4096)) ? html : `<html><body>${html}</body></html>`,
    ).document;
    const facts = metadataOf(tree, limits);
    // The extractor takes a short paragraph with a date below a heading for a byline: in news that is the lead.
    if (facts.title !== null) for (const heading of tree.querySelectorAll('h1')) heading.remove();
    const content = await mainContent(tree);
    const blocks = withoutBoilerplate(await blocksOf(content)).filter(({ text }) => text !== facts.title);
    const body = textOf(blocks);
    if (body.trim() === '') return { problem: { code: 'read/empty', detail: 'the page has no text of an article' } };
    return { ...bareFields(''), ...facts, text: facts.title === null ? body : `${facts.title}\n\n${body}` };
  } catch (error) {
    return { problem: damage(error) };
  }
}

/** The markup of a page's article; of the whole page where none stands out. */
async function mainContent(tree: Tree): Promise<string> {
  const whole = tree.querySelector('body')?.innerHTML ?? '';
  const { default: Defuddle } = await import('defuddle');
  // Its types do not say so, but what it exports is the extractor itself.
  const content = isExtractor(Defuddle)
    ? quietly(() => new Defuddle(tree, { url: 'about:blank', useAsync: false, removeImages: true }).parse().content)
    : null;
  return content === null || content.replaceAll(/<[^<>]*>/gu, '').trim() === '' ? whole : content;
}

type Extractor = new (
  tree: Tree,
  options: { readonly url: string; readonly useAsync: boolean; readonly removeImages: boolean },
) => { readonly parse: () => { readonly content: string } };

const isExtractor = (value: unknown): value is Extractor => typeof value === 'function';

/** Run something that complains on the console about what it is given; a page must not write to the terminal. */
function quietly<T>(act: () => T): T | null {
  const { error, warn, log } = console;
  const silence = (): void => {};
  Object.assign(console, { error: silence, warn: silence, log: silence });
  try {
    return act();
  } catch {
    return null;
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

/** Read a web page, or the export of a news archive as a page. */
export async function* readHtml(input: Input, context: Context): AsyncGenerator<Piece> {
  const whole = await wholeText(input, context, 'markupBytes', declaredEncoding);
  if ('problem' in whole) {
    yield wrong(whole.problem, input.path);
    return;
  }
  const rest = {
    path: input.path,
    line: null,
    mediaType: 'text/html',
    encoding: whole.encoding,
    bytes: whole.bytes,
    notes: notesOf(whole),
  };
  const found = looksExported(whole.text) ? splitExport(textOf(await blocksOf(whole.text))) : null;
  if (found !== null) {
    for (const problem of found.problems) yield wrong(problem, input.path);
    for (const [index, fields] of found.articles.entries())
      yield { draft: { ...fields, ...rest, index, reader: found.reader } };
    return;
  }
  const page = await pageArticle(whole.text, context.limits);
  if ('problem' in page) yield wrong(page.problem, input.path);
  else yield { draft: { ...page, ...rest, index: null, reader: 'html' } };
}

/** Whether a page has the marks of an export, which are only then looked for in earnest. */
const looksExported = (html: string): boolean =>
  /end of document|einde (?:van (?:het )?)?document|\d (?:of|van) \d+ documen|document [a-z0-9]{4,12}\d{8}[a-z0-9]{6,16}/iu.test(
    html,
  );
