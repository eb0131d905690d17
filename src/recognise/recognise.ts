import type { CompiledLanguage, Lexicon } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import type { Mentions } from '../model/mention.ts';
import { findTimes } from './dates.ts';
import { countedDurations } from './durations.ts';
import { findNames } from './names.ts';
import { findQuantities } from './quantities.ts';
import { resolveTimes } from './resolve.ts';

/** Find everything that an article names, dates and counts. */
export function recognise(document: Document, lexicon: Lexicon, language: CompiledLanguage): Mentions {
  const names = findNames(document, lexicon, language);
  const named = [names.organisations, names.products, names.vulnerabilities, names.malware]
    .flat()
    .flatMap(one => one.mentions);
  const dates = resolveTimes(document, language, findTimes(document, language, named));
  const counted = findQuantities(document, language, [...named, ...dates]);
  const quantities = [...counted, ...countedDurations(dates, language, counted)];
  return { dates, ...names, quantities: quantities.toSorted((a, b) => a.start - b.start) };
}
