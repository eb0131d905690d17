import type { Problem } from './decode.ts';
import { beyond, type Limits } from './limits.ts';

/** A paragraph, heading or item of a page. */
export interface Block {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell';
  /** How many of its characters are links. */
  readonly linked: number;
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set([
  ...HEADINGS,
  ...['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'ul', 'ol', 'dl', 'dt', 'dd', 'li'],
  ...[
    'table',
    'tr',
    'td',
    'th',
    'caption',
    'blockquote',
    'figure',
    'figcaption',
    'pre',
    'hr',
    'address',
    'form',
    'body',
  ],
]);
/** What holds no words of the page. */
const SILENT = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'math',
    'iframe',
    'object',
    'select',
    'button',
    'head',
    'title',
  ],
  ...['textarea', 'canvas', 'audio', 'video'],
]);

/**
 * Cut markup into blocks of text, in one pass and without building a tree: its nesting costs nothing.
 *
 * Blanks are evened out as a browser shows them; `<br>` is a line break.
 */
export async function blocksOf(html: string): Promise<readonly Block[]> {
  const { Parser } = await import('htmlparser2');
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linked = 0;
  let silent = 0;
  let links = 0;
  let kind: Block['kind'] = 'paragraph';

  function close(next: Block['kind']): void {
    const text = parts
      .join('')
      .replaceAll(/[^\S\n\u00a0]+/gu, ' ')
      .replaceAll(/ ?\n ?/gu, '\n')
      .trim();
    if (text !== '') blocks.push({ text, kind, linked: Math.min(linked, text.length) });
    parts = [];
    linked = 0;
    kind = next;
  }

  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1;
      else if (name === 'a') links += 1;
      else if (name === 'br') parts.push('\n');
      else if (BLOCKS.has(name)) {
        close(
          HEADINGS.has(name)
            ? 'heading'
            : name === 'li'
              ? 'item'
              : name === 'td' || name === 'th'
                ? 'cell'
                : 'paragraph',
        );
      }
    },
    ontext(text) {
      if (silent > 0) return;
      const flat = text.replaceAll(/[\n\r\t\f]/gu, ' ');
      parts.push(flat);
      if (links > 0) linked += flat.trim().length;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (name === 'a') links = Math.max(0, links - 1);
      else if (BLOCKS.has(name)) close('paragraph');
    },
  });
  parser.write(html);
  parser.end();
  close('paragraph');
  return blocks;
}

/** Put blocks together: items and cells on lines of their own, paragraphs with an empty line between. */
export function textOf(blocks: readonly Block[]): string {
  let text = '';
  let before: Block | null = null;
  for (const block of blocks) {
    if (before !== null)
      text += (block.kind === 'item' || block.kind === 'cell') && before.kind === block.kind ? '\n' : '\n\n';
    text += block.text;
    before = block;
  }
  return text;
}

/**
 * What speaks against building a tree of markup: it is nested so deep that it would break what walks over the tree, or has
 * so many parts that they would fill the memory, for each takes a hundred times its bytes there. Null if nothing does.
 *
 * @param most the limit of parts that applies
 */
export async function treeProblem(
  markup: string,
  limits: Limits,
  most: 'pageParts' | 'documentParts',
): Promise<Problem | null> {
  const { Parser } = await import('htmlparser2');
  let depth = 0;
  let parts = 0;
  let found: Problem | null = null;
  const count = (): void => {
    parts += 1;
    if (parts > limits[most]) found ??= { code: 'read/too-large', detail: beyond(limits, most) };
    if (depth > limits.markupDepth) found ??= { code: 'read/too-deep', detail: beyond(limits, 'markupDepth') };
    if (found !== null) parser.reset();
  };
  const parser = new Parser(
    {
      onopentag() {
        depth += 1;
        count();
      },
      onclosetag() {
        depth -= 1;
      },
      onattribute: count,
      ontext: count,
      oncomment: count,
    },
    { xmlMode: most === 'documentParts' },
  );
  for (let at = 0; at < markup.length && found === null; at += 65_536) parser.write(markup.slice(at, at + 65_536));
  return found;
}
