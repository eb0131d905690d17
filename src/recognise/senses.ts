import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import { TITLE } from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { WordGroup } from '../model/language.ts';
import { CAPITAL, NEWLINE, NUMBER, SPACED, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';
import { cuesAt } from './cues.ts';
import type { Surroundings } from './evidence.ts';

/** How many towns in a row are told of as councils, not as places. */
const TOWNS = 3;
/** How many sentences back a vendor makes its products likely. */
const NEARBY = 2;

function put(index: Map<number, Candidate[]>, key: number, one: Candidate): void {
  const held = index.get(key);
  if (held) held.push(one);
  else index.set(key, [one]);
}

/**
 * Make the judge of an article's candidates: whether there is enough evidence for one, and which of its senses is meant
 * (a gang or its software, a vendor or its product, a town or its council).
 *
 * @param candidates all candidates of the article, for they are evidence for each other
 * @param isProven whether the article names elsewhere, beyond doubt, what a candidate names
 * @param look the words around a candidate
 */
export function evidenceFor(
  document: Document,
  language: CompiledLanguage,
  candidates: readonly Candidate[],
  isProven: (candidate: Candidate) => boolean,
  look: (candidate: Candidate) => Surroundings,
): (candidate: Candidate) => boolean {
  const { tokens } = document;
  const { grammar } = language.source;
  const is = (token: number, group: WordGroup): boolean => isOf(document, language.groups, token, group);
  const townTalk = municipalTalk();
  const atToken = new Map<number, Candidate[]>();
  const endingAt = new Map<number, Candidate[]>();
  const sureInSentence = new Map<number, Candidate[]>();
  for (const one of candidates) {
    put(atToken, one.from, one);
    put(endingAt, one.to, one);
    if (one.sure) put(sureInSentence, document.sentenceOf[one.from] ?? 0, one);
  }
  return isFounded;

  /** Other readings of the same words. */
  function rivalsOf(candidate: Candidate): readonly Candidate[] {
    return (atToken.get(candidate.from) ?? []).filter(other => other.to === candidate.to);
  }

  /** Whether a vendor, or another product of it, is named for sure in the sentences just before. */
  function vendorNear(candidate: Candidate, vendor: string): boolean {
    const sentence = document.sentenceOf[candidate.from] ?? 0;
    for (let s = sentence; s >= sentence - NEARBY; s -= 1) {
      const named = (sureInSentence.get(s) ?? []).some(
        other =>
          other.from < candidate.from &&
          (other.name.toLowerCase() === vendor || other.entry?.vendor?.toLowerCase() === vendor),
      );
      if (named) return true;
    }
    return false;
  }

  /** "Teams van Microsoft" */
  function vendorBehind({ to }: Candidate, vendor: string): boolean {
    return is(to, 'of') && (atToken.get(to + 1) ?? []).some(other => other.sure && other.name.toLowerCase() === vendor);
  }

  /** Whether the article gives enough evidence for a candidate. */
  function isFounded(candidate: Candidate): boolean {
    if (candidate.of === 'product' || candidate.of === 'malware') {
      const rivals = rivalsOf(candidate).filter(
        other => other.of === 'organisation' && (other.sure || isProven(other)),
      );
      if (candidate.sure && rivals.length > 0)
        return candidate.of === 'malware' ? !groupSense(candidate) : productSense(candidate);
      if (candidate.sure) return true;
      if (isProven(candidate)) return true;
      if (candidate.of === 'product' && candidate.weight >= 2 && isProductByContext(candidate)) return true;
      const vendor = candidate.entry?.vendor?.toLowerCase();
      if (vendor === undefined) return false;
      return !sentenceInitial(candidate) && (vendorNear(candidate, vendor) || vendorBehind(candidate, vendor));
    }
    if (candidate.of !== 'organisation') return candidate.sure || isProven(candidate);
    if (!candidate.sure && isInsideName(candidate)) return false;
    const near = look(candidate);
    if (candidate.kind === 'municipality' && candidate.entry !== null && !candidate.sure)
      return townSense(candidate, near);
    const rivals = rivalsOf(candidate).filter(
      other => (other.of === 'product' || other.of === 'malware') && other.sure,
    );
    if (candidate.sure && rivals.length > 0 && !near.dateline)
      return rivals.some(other => (other.of === 'malware' ? groupSense(candidate) : !productSense(other)));
    if (candidate.sure) return true;
    if (near.dateline) return candidate.kind === 'media' && isProven(candidate);
    if (isProven(candidate)) return true;
    if (candidate.entry !== null && candidate.weight < 2) return false;
    if (grammar.bareHeads && isPublic(candidate) && (isCapitalised(candidate) || isDescribed(candidate))) return true;
    if (candidate.kind === 'parliament' && isAssembly(candidate, near)) return true;
    if (candidate.kind === 'ministry') return ministrySense(candidate, near);
    const country = candidate.entry?.country ?? null;
    const foreign = country !== null && language.source.home !== null && country !== language.source.home;
    const acronym = /^[A-Z0-9&-]{2,6}$/.test(tokensText(document, candidate.from, candidate.to));
    if (acronym) return (near.acts || near.introduced) && !foreign;
    return near.introduced || (near.acts && !near.placed) || isThing(candidate);
  }

  /** "Flikken Rotterdam", "Isabella van Henegouwen", "Greenland Square Tower": part of a longer name. */
  function isInsideName({ from, to, entry, kind, weight }: Candidate): boolean {
    if (entry === null || to - from > 1 || weight > 2) return false;
    const isCapital = (token: number): boolean =>
      tokens.kind[token] === WORD &&
      document.sentenceOf[token] === document.sentenceOf[from] &&
      ((tokens.shape[token] ?? 0) & (CAPITAL | UPPER)) === CAPITAL;
    const isNext = (token: number): boolean =>
      isCapital(token) &&
      document.sentences[document.sentenceOf[token] ?? 0] !== token &&
      document.words[token] === 0 &&
      document.nouns[token] === 0;
    const isSpaced = (token: number): boolean => ((tokens.shape[token] ?? 0) & (SPACED | NEWLINE)) === SPACED;
    if (is(from - 1, 'of') && language.proper.givenNames.has(tokens.id[from - 2] ?? 0)) return true;
    // "United Kingdom"
    if (kind !== 'municipality' && isSpaced(to) && isCapital(to)) return true;
    return isNext(from - 1) && isSpaced(from) && !language.nameHeads.first.has(tokens.id[from - 1] ?? 0);
  }

  /** "Target, which also pays": a name of which a clause goes on as of a thing. */
  function isThing({ from, to }: Candidate): boolean {
    return (
      tokens.count > to + 1 &&
      tokenText(document, to) === ',' &&
      is(to + 1, 'thingRelatives') &&
      document.sentenceOf[to + 1] === document.sentenceOf[from]
    );
  }

  /** A group of people rather than its software: "LockBit eiste", "de groep Hive". */
  function groupSense(candidate: Candidate): boolean {
    const near = look(candidate);
    if (is(candidate.to, 'malwareNouns')) return false;
    const glued = candidate.to < tokens.count && tokenText(document, candidate.to) === '-';
    const behind = glued ? tokenText(document, candidate.to + 1).toLowerCase() : '';
    if (glued && language.source.groups.malwareNouns.some(noun => behind.startsWith(noun))) return false;
    return near.acts || near.introduced || !near.used;
  }

  function productSense(candidate: Candidate): boolean {
    const near = look(candidate);
    if (is(candidate.from - 1, 'inUse')) return true;
    const told = cuesAt(document, language, candidate.from, candidate.to)[0]?.tells;
    if (told !== undefined && !is(candidate.to, 'genitives')) return told === 'product';
    if (near.acts && !near.used) return false;
    if (near.introduced) return false;
    return near.used || !near.acts;
  }

  /** A town that stands for its council: it acts, or municipalities are told of near it. */
  function townSense(candidate: Candidate, near: Surroundings): boolean {
    if (near.dateline || candidate.weight < 2) return false;
    const inTalk = townTalk.has(document.sentenceOf[candidate.from] ?? -1);
    if (isProven(candidate)) return !near.placed || inTalk;
    if ((near.acts && !near.placed) || near.owns) return true;
    if (is(candidate.from - 1, 'of') && ((document.words[candidate.from - 2] ?? 0) & TITLE) !== 0) return false;
    if (is(candidate.from - 1, 'comesFrom')) return false;
    return (inTalk && grammar.townsAct) || (townTalk.size > 0 && !grammar.townsAct && inTownList(candidate));
  }

  /** Three towns or more in a row, near words of municipalities: "in Ede, Tiel and Elst people queued". */
  function inTownList(candidate: Candidate): boolean {
    let count = 1;
    for (let at = candidate.to; count < TOWNS; count += 1) {
      const next = townBehind(at);
      if (next === undefined) break;
      at = next.to;
    }
    for (let at = candidate.from; count < TOWNS; count += 1) {
      const next = townBefore(at);
      if (next === undefined) break;
      at = next.from;
    }
    return count >= TOWNS;
  }

  function townBehind(at: number): Candidate | undefined {
    if (!isJoint(at)) return undefined;
    return (atToken.get(at + 1) ?? []).find(isTown);
  }

  function townBefore(at: number): Candidate | undefined {
    if (!isJoint(at - 1)) return undefined;
    return (endingAt.get(at - 1) ?? []).find(isTown);
  }

  function isTown({ kind, weight }: Candidate): boolean {
    return kind === 'municipality' && weight >= 2;
  }

  function isJoint(token: number): boolean {
    return token > 0 && token < tokens.count && (tokenText(document, token) === ',' || is(token, 'and'));
  }

  /** A bare ministry name counts behind a preposition, an article or before a verb; not behind the title of its minister. */
  function ministrySense(candidate: Candidate, near: Surroundings): boolean {
    const before = candidate.from - 1;
    if (is(before - 1, 'ministers')) return false;
    const comma = before >= 0 && tokenText(document, before) === ',';
    return near.acts || near.introduced || comma || is(before, 'ministryBefore');
  }

  function isPublic({ kind, weight }: Candidate): boolean {
    return (
      weight >= 2 && (kind === 'agency' || kind === 'parliament' || kind === 'police-justice' || kind === 'government')
    );
  }

  /** A common noun that has a capital behind an article is a name where nouns have none: "De Kustwacht". */
  function isCapitalised({ from }: Candidate): boolean {
    return (
      isOf(document, language.groups, from - 1, 'articles') &&
      /^\p{Lu}\p{Ll}/u.test(tokensText(document, from, from + 1))
    );
  }

  /** Words that only stand beside a product, or the number of an edition: "wrote on X", "Fedora 40". */
  function isProductByContext({ from, to }: Candidate): boolean {
    // "op X": a single letter is the platform.
    if (tokens.end[from] === (tokens.start[from] ?? 0) + 1 && is(from - 1, 'inUse')) return true;
    if (cuesAt(document, language, from, to).some(cue => cue.tells === 'product' && cue.weight >= 2)) return true;
    return (
      tokens.kind[to] === NUMBER &&
      document.sentenceOf[to] === document.sentenceOf[from] &&
      ((tokens.shape[to] ?? 0) & (SPACED | NEWLINE)) === SPACED &&
      /^\d{1,2}(?:\.\d+)*$/.test(tokenText(document, to)) &&
      (document.nouns[to + 1] ?? 0) === 0 &&
      document.sentences[document.sentenceOf[from] ?? 0] !== from
    );
  }

  /** "told the Senate", "Parliament wants": with a capital that no sentence gave it, or as one that acts. */
  function isAssembly(candidate: Candidate, near: Surroundings): boolean {
    if (grammar.bareHeads || !/^\p{Lu}/u.test(tokensText(document, candidate.from, candidate.to))) return false;
    return sentenceInitial(candidate) ? near.acts : !near.placed;
  }

  /** "de federale politie": several plain words behind an article that name one body of the language's own countries. */
  function isDescribed({ from, to, entry }: Candidate): boolean {
    const country = entry?.country ?? null;
    return (
      to - from >= 2 && country !== null && language.source.countries.includes(country) && is(from - 1, 'articles')
    );
  }

  function sentenceInitial(candidate: Candidate): boolean {
    return document.sentences[document.sentenceOf[candidate.from] ?? 0] === candidate.from;
  }

  /** Sentences near which municipalities are told of, so that a bare town stands for one. */
  function municipalTalk(): ReadonlySet<number> {
    const sentences = new Set<number>();
    for (let i = 0; i < tokens.count; i += 1) {
      if (!is(i, 'municipal')) continue;
      const sentence = document.sentenceOf[i] ?? 0;
      for (let s = sentence - 2; s <= sentence + 2; s += 1) sentences.add(s);
    }
    return sentences;
  }
}
