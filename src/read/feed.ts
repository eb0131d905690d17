import { blocksOf, textOf, treeProblem } from './blocks.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { declaredEncoding } from './html.ts';
import { addressOf } from './metadata.ts';
import { wholeText } from './plain.ts';
import { isoOf } from './published.ts';
import { type Context, damage, type Input, notesOf, type Piece, wrong } from './reader.ts';

type Entry = ReadonlyMap<string, unknown>;

function entryOf(value: unknown): Entry {
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text that stands by itself, or as the value of an element with attributes. */
function stringOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value : entryOf(value).get('value');
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}

/** The address of an item: its link, or the one of an Atom entry that leads to the page. */
function linkOf(item: Entry): string | null {
  const links = listOf(item.get('links')).map(entryOf);
  const best =
    links.find(link => [undefined, 'alternate'].includes(stringOf(link.get('rel')) ?? undefined)) ?? links[0];
  return addressOf(item.get('link')) ?? addressOf(best?.get('href')) ?? addressOf(stringOf(item.get('guid')));
}

/** Read a feed, RSS or Atom: one article an item. */
export async function* readFeed(input: Input, context: Context): AsyncGenerator<Piece> {
  const { path } = input;
  const { limits } = context;
  const whole = await wholeText(input, context, 'markupBytes', declaredEncoding);
  if ('problem' in whole) {
    yield wrong(whole.problem, path);
    return;
  }
  if (!/<(?:rss|feed|rdf:rdf)[\s>]/iu.test(whole.text.slice(0, 65_536))) {
    yield wrong({ code: 'read/unknown-format', detail: 'the XML is no RSS or Atom feed' }, path);
    return;
  }
  const unfit = await treeProblem(whole.text, limits, 'documentParts');
  if (unfit !== null) {
    yield wrong(unfit, path);
    return;
  }
  let feed: Entry;
  try {
    const { parseFeed } = await import('feedsmith');
    feed = entryOf(parseFeed(whole.text).feed);
  } catch (error) {
    yield wrong(damage(error), path);
    return;
  }
  const items = [...listOf(feed.get('items')), ...listOf(feed.get('entries'))];
  if (items.length === 0) yield wrong({ code: 'read/no-articles', detail: 'the feed has no items' }, path);
  const publisher = stringOf(feed.get('title'))?.trim() ?? null;
  const rest = {
    path,
    line: null,
    mediaType: 'application/xml',
    encoding: whole.encoding,
    bytes: whole.bytes,
    notes: notesOf(whole),
  };
  for (const [index, value] of items.entries()) {
    const item = entryOf(value);
    const markup =
      stringOf(entryOf(item.get('content')).get('encoded')) ??
      stringOf(item.get('content')) ??
      stringOf(item.get('description')) ??
      stringOf(item.get('summary')) ??
      '';
    const heading = stringOf(item.get('title'));
    const title = heading === null ? null : textOf(await blocksOf(heading)).replaceAll(/\s+/gu, ' ') || null;
    const body = textOf(withoutBoilerplate(await blocksOf(markup)));
    if (body === '') {
      yield wrong({ code: 'read/no-text', detail: `item ${index + 1} of ${items.length}` }, path);
      continue;
    }
    const dates = ['pubDate', 'published', 'updated'].map(name => item.get(name));
    const dublin = entryOf(item.get('dc'));
    const published = [...dates, dublin.get('date'), ...listOf(dublin.get('dates'))]
      .map(date => (typeof date === 'string' ? isoOf(date) : null))
      .find(date => date !== null);
    yield {
      draft: {
        text: title === null ? body : `${title}\n\n${body}`,
        key: stringOf(item.get('guid')) ?? stringOf(item.get('id')),
        title,
        published: published ?? null,
        url: linkOf(item),
        publisher,
        language: null,
        ...rest,
        index,
        reader: 'feed',
      },
    };
  }
}
