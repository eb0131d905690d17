import { languageCode } from './json.ts';
import { bareFields, wholeText } from './plain.ts';
import { isoOf } from './published.ts';
import { type Context, type Fields, type Input, notesOf, type Piece, wrong } from './reader.ts';
import { titleOf } from './text.ts';

const KEYS: Readonly<Record<string, 'title' | 'published' | 'url' | 'publisher' | 'language'>> = {
  title: 'title',
  titel: 'title',
  date: 'published',
  datum: 'published',
  published: 'published',
  url: 'url',
  link: 'url',
  source: 'url',
  publisher: 'publisher',
  site: 'publisher',
  lang: 'language',
  language: 'language',
};

/** Read Markdown: one article a file. What stands between two lines of dashes at its top says what is known of it. */
export async function* readMarkdown(input: Input, context: Context): AsyncGenerator<Piece> {
  const whole = await wholeText(input, context, 'documentBytes');
  if ('problem' in whole) {
    yield wrong(whole.problem, input.path);
    return;
  }
  const { text, encoding, bytes } = whole;
  yield {
    draft: {
      ...bareFields(text),
      title: titleOf(text),
      ...frontMatter(text),
      path: input.path,
      index: null,
      line: null,
      mediaType: 'text/markdown',
      reader: 'markdown',
      encoding,
      bytes,
      notes: notesOf(whole),
    },
  };
}

/** The fields of a front matter: lines `key: value`, plain or in quotes; what is nested is passed over. */
function frontMatter(text: string): Partial<Fields> {
  if (!/^---[ \t]*\r?\n/u.test(text)) return {};
  const head = text.slice(0, 8192);
  const end = /\r?\n---[ \t]*(?:\r?\n|$)/u.exec(head.slice(3));
  if (end === null) return {};
  const fields: { -readonly [K in keyof Fields]?: Fields[K] } = {
    title: titleOf(text.slice(3 + end.index + end[0].length)),
  };
  for (const line of head.slice(3, 3 + end.index).split(/\r?\n/u)) {
    const groups = /^(?<key>[A-Za-z_-]{1,40}):[ \t]+(?<value>\S.*)$/u.exec(line)?.groups;
    const key = KEYS[groups?.key?.toLowerCase() ?? ''];
    const value = (groups?.value ?? '').trim().replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/u, '$<inner>');
    if (key === undefined || value === '') continue;
    if (key === 'published') fields.published = isoOf(value);
    else if (key === 'language') fields.language = languageCode(value);
    else if (key !== 'url' || /^https?:\/\//iu.test(value)) fields[key] = value;
  }
  return fields;
}
