import type { Document } from '../model/document.ts';
import type { Mentions, Named, TokenSpan } from '../model/mention.ts';

/** What stands where among the mentions of an article, by token. */
export interface MentionMap {
  readonly nameAt: readonly (Named | undefined)[];
  readonly nameSpanAt: readonly (TokenSpan | undefined)[];
  readonly personAt: Uint8Array;
  readonly dateAt: Int32Array;
}

/** Index the mentions of an article by token. */
export function mapMentions(document: Document, mentions: Mentions): MentionMap {
  const count = document.tokens.count;
  const nameAt = new Array<Named | undefined>(count).fill(undefined);
  const nameSpanAt = new Array<TokenSpan | undefined>(count).fill(undefined);
  const personAt = new Uint8Array(count);
  const dateAt = new Int32Array(count).fill(-1);
  for (const one of [
    ...mentions.organisations,
    ...mentions.products,
    ...mentions.vulnerabilities,
    ...mentions.malware,
  ]) {
    for (const mention of one.mentions) {
      nameAt.fill(one, mention.from, mention.to);
      nameSpanAt.fill(mention, mention.from, mention.to);
    }
  }
  for (const person of mentions.persons) personAt.fill(1, person.from, person.to);
  mentions.dates.forEach((date, index) => {
    dateAt.fill(index, date.from, date.to);
  });
  return { nameAt, nameSpanAt, personAt, dateAt };
}
