import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import type { Mentions } from '../model/mention.ts';
import type { Discourse } from './arguments.ts';
import type { MentionMap } from './mention-map.ts';

/** What every part of relating an article looks at. */
export interface Context {
  readonly document: Document;
  readonly language: CompiledLanguage;
  readonly map: MentionMap;
  readonly mentions: Mentions;
  /** Who was told of so far; it grows sentence by sentence. */
  readonly discourse: Discourse;
}
