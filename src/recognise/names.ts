import type { CompiledLanguage, Lexicon } from '../lexicon/lexicon.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { Named, NameFound, PersonFound } from '../model/mention.ts';
import { CAPITAL, MIXED, NUMBER, SPACED, UPPER, WORD } from '../model/tokens.ts';
import type { Candidate } from './candidate.ts';
import { type Surroundings, surroundings } from './evidence.ts';
import { listedNames } from './gazetteer.ts';
import { ruledNames } from './name-rules.ts';
import { personNames } from './persons.ts';
import { vulnerabilityNames } from './vulnerabilities.ts';

/** Everything that an article names. */
export interface NamesFound {
  readonly organisations: readonly Named[];
  readonly products: readonly Named[];
  readonly vulnerabilities: readonly Named[];
  readonly malware: readonly Named[];
  readonly persons: readonly PersonFound[];
}

/** Words of municipalities: near them a bare town stands for its council. */
const MUNICIPAL = new Set([
  'gemeente',
  'gemeenten',
  'gemeentelijke',
  'ambtenaren',
  'ambtenaar',
  'council',
  'councils',
  'municipality',
  'municipalities',
  'stadhuis',
  'raadhuis',
  'gemeentehuis',
  'burgemeester',
  'wethouder',
  'gemeenteraad',
]);
/** Words directly before a name that make it a product in use. */
const IN_USE = /^(?:via|op|met|through|on|using|with)$/;
const NEARBY = 2;
const keyOf = (candidate: Candidate): string => `${candidate.of}/${candidate.name.toLowerCase()}`;

/**
 * Find, disambiguate and merge the names of an article.
 *
 * Candidates come from the gazetteers and from rules; what needs evidence must find it (a head noun, a verb of an
 * organisation, the full name elsewhere in the article); of overlapping names the longest wins; one entry per name.
 */
export function findNames(document: Document, lexicon: Lexicon, language: CompiledLanguage): NamesFound {
  const { tokens } = document;
  const listed = listedNames(document, lexicon);
  const ruled = ruledNames(document, language).map(candidate => knownAs(candidate));
  const vulnerabilities = vulnerabilityNames(document);
  const candidates = [...listed, ...ruled, ...vulnerabilities, ...acting()];
  const proven = new Set(candidates.filter(one => one.sure && (one.entry !== null || one.weight >= 2)).map(keyOf));
  const around = new Map<Candidate, Surroundings>();
  const look = (candidate: Candidate): Surroundings => {
    const held = around.get(candidate) ?? surroundings(document, candidate);
    around.set(candidate, held);
    return held;
  };
  const townTalk = municipalTalk();
  const scene = commonCountry();
  let accepted = choose(withListed(candidates.filter(isFounded)));
  accepted = choose([...accepted, ...shortForms(accepted), ...acronyms(accepted)]);
  const inName = new Uint8Array(tokens.count);
  for (const one of accepted) inName.fill(1, one.from, one.to);
  const persons = choose(personNames(document, token => inName[token] === 1));
  return {
    organisations: merge(
      accepted.filter(one => one.of === 'organisation'),
      'o',
    ),
    products: merge(
      accepted.filter(one => one.of === 'product'),
      'p',
    ),
    vulnerabilities: merge(
      accepted.filter(one => one.of === 'vulnerability'),
      'v',
    ),
    malware: merge(
      accepted.filter(one => one.of === 'malware'),
      'm',
    ),
    persons: personsFound(persons),
  };

  /** In an enumeration one municipality shows what the others are: "Ede, Arnhem en Rheden schetsen". */
  function withListed(founded: readonly Candidate[]): Candidate[] {
    const towns = listed.filter(one => one.kind === 'municipality' && one.weight >= 2);
    const kept = new Set(founded);
    const has = (town: Candidate): boolean =>
      kept.has(town) || founded.some(one => one.kind === 'municipality' && one.to === town.to);
    for (let again = true; again; ) {
      again = false;
      for (let k = 0; k + 1 < towns.length; k += 1) {
        const [left, right] = [towns[k], towns[k + 1]];
        if (left === undefined || right === undefined || has(left) === has(right) || !enumerated(left, right)) continue;
        kept.add(has(left) ? right : left);
        again = true;
      }
    }
    return [...kept];
  }

  function enumerated(left: Candidate, right: Candidate): boolean {
    const between = right.from - left.to;
    return (
      between >= 1 &&
      between <= 2 &&
      document.sentenceOf[left.from] === document.sentenceOf[right.from] &&
      /^(?:,|en|and|of|or|, en|, and)$/.test(tokensText(document, left.to, right.from))
    );
  }

  /** A rule's name that the gazetteer knows under the same canonical name becomes that entry. */
  function knownAs(candidate: Candidate): Candidate {
    const same = listed.find(
      one =>
        one.of === candidate.of &&
        one.from >= candidate.from &&
        one.to === candidate.to &&
        (one.name.toLowerCase() === candidate.name.toLowerCase() ||
          (one.kind === candidate.kind && (one.kind === 'municipality' || one.kind === 'ministry'))),
    );
    return same === undefined
      ? candidate
      : { ...candidate, name: same.name, kind: same.kind, entry: same.entry, weight: candidate.weight + 2 };
  }

  /** The country of most organisations that are named for sure: where the article plays. */
  function commonCountry(): string | null {
    const counts = new Map<string, number>();
    for (const one of listed) {
      const country = one.entry?.country ?? null;
      if (one.sure && one.of === 'organisation' && country !== null)
        counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
  }

  /** Whether the article is about municipalities, so that a bare town stands for one. */
  function municipalTalk(): ReadonlySet<number> {
    const sentences = new Set<number>();
    for (let i = 0; i < tokens.count; i += 1) {
      const id = tokens.id[i] ?? 0;
      if (id === 0 || !MUNICIPAL.has(lexicon.vocabulary.words[id] ?? '')) continue;
      const sentence = document.sentenceOf[i] ?? 0;
      for (let s = sentence - 2; s <= sentence + 2; s += 1) sentences.add(s);
    }
    return sentences;
  }

  /** Whether the article gives enough evidence for a candidate. */
  function isFounded(candidate: Candidate): boolean {
    if (candidate.of === 'product' || candidate.of === 'malware') {
      const rivals = candidates.filter(
        other =>
          other.of === 'organisation' &&
          other.from === candidate.from &&
          other.to === candidate.to &&
          (other.sure || proven.has(keyOf(other))),
      );
      if (candidate.sure && rivals.length > 0)
        return candidate.of === 'malware' ? !groupSense(candidate) : productSense(candidate);
      if (candidate.sure) return true;
      if (proven.has(keyOf(candidate))) return true;
      const vendor = candidate.entry?.vendor?.toLowerCase();
      if (vendor === undefined) return false;
      const sentence = document.sentenceOf[candidate.from] ?? 0;
      const near = (other: Candidate): boolean =>
        other.from < candidate.from && sentence - (document.sentenceOf[other.from] ?? 0) <= NEARBY;
      if (sentenceInitial(candidate)) return false;
      return candidates.some(
        other =>
          other.sure &&
          near(other) &&
          (other.name.toLowerCase() === vendor || other.entry?.vendor?.toLowerCase() === vendor),
      );
    }
    if (candidate.of !== 'organisation') return candidate.sure || proven.has(keyOf(candidate));
    const near = look(candidate);
    if (candidate.kind === 'municipality' && candidate.entry !== null && !candidate.sure)
      return townSense(candidate, near);
    const rivals = candidates.filter(
      other =>
        (other.of === 'product' || other.of === 'malware') &&
        other.from === candidate.from &&
        other.to === candidate.to &&
        other.sure,
    );
    if (candidate.sure && rivals.length > 0 && !near.dateline)
      return rivals.some(other => (other.of === 'malware' ? groupSense(candidate) : !productSense(other)));
    if (candidate.sure) return true;
    if (near.dateline) return candidate.kind === 'media' && proven.has(keyOf(candidate));
    if (proven.has(keyOf(candidate))) return true;
    if (candidate.entry !== null && candidate.weight < 2) return false;
    if (candidate.kind === 'ministry') return ministrySense(candidate, near);
    const home = candidate.entry?.country;
    const foreign = home !== undefined && home !== null && home !== (document.language === 'nl' ? 'NL' : home);
    const acronym = /^[A-Z0-9&-]{2,6}$/.test(tokensText(document, candidate.from, candidate.to));
    if (acronym) return (near.acts || near.introduced) && !foreign;
    return near.introduced || (near.acts && !near.placed);
  }

  function sentenceInitial(candidate: Candidate): boolean {
    return document.sentences[document.sentenceOf[candidate.from] ?? 0] === candidate.from;
  }

  /** A group of people rather than its software: "LockBit eiste", "de groep Hive". */
  function groupSense(candidate: Candidate): boolean {
    const near = look(candidate);
    const next = candidate.to < tokens.count ? tokenText(document, candidate.to).toLowerCase() : '';
    if (/^(?:ransomware|malware|trojan|virus|botnet|gijzelsoftware)$/.test(next)) return false;
    if (
      next === '-' &&
      /^(?:ransomware|malware|trojan|virus|botnet)/.test(tokenText(document, candidate.to + 1).toLowerCase())
    )
      return false;
    return near.acts || near.introduced || !near.used;
  }

  function productSense(candidate: Candidate): boolean {
    const near = look(candidate);
    if (candidate.from > 0 && IN_USE.test(tokenText(document, candidate.from - 1).toLowerCase())) return true;
    if (near.acts && !near.used) return false;
    if (near.introduced) return false;
    return near.used || !near.acts;
  }

  function townSense(candidate: Candidate, near: Surroundings): boolean {
    if (near.dateline) return false;
    if (candidate.weight < 2) return false;
    if (proven.has(keyOf(candidate))) return !near.placed || townTalk.has(document.sentenceOf[candidate.from] ?? -1);
    if (near.placed)
      return (
        townTalk.has(document.sentenceOf[candidate.from] ?? -1) && document.language === 'nl' && !fromHome(candidate)
      );
    return (
      near.acts ||
      (townTalk.has(document.sentenceOf[candidate.from] ?? -1) && document.language === 'nl' && !fromHome(candidate))
    );
  }

  /** "uit Tiel", "near Ede": where somebody comes from. */
  function fromHome(candidate: Candidate): boolean {
    const before = candidate.from > 0 ? tokenText(document, candidate.from - 1).toLowerCase() : '';
    return /^(?:uit|naar|nabij|te|from|near|richting|regio)$/.test(before);
  }

  /** A bare ministry name counts behind a preposition, an article or before a verb; not behind "minister van". */
  function ministrySense(candidate: Candidate, near: Surroundings): boolean {
    const before = candidate.from > 0 ? tokenText(document, candidate.from - 1).toLowerCase() : '';
    const title = candidate.from > 1 ? tokenText(document, candidate.from - 2).toLowerCase() : '';
    if (/^(?:minister|staatssecretaris|secretary)$/.test(title)) return false;
    return near.acts || near.introduced || /^(?:bij|op|van|door|aan|en|,|with|at|and|the)$/.test(before);
  }

  /** Unlisted names of unusual shape (LeakIX, UTA0218, BARIN) that act or speak. */
  function acting(): Candidate[] {
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.count; i += 1) {
      const shape = tokens.shape[i] ?? 0;
      if ((tokens.id[i] ?? 0) !== 0 || tokens.kind[i] !== WORD || (shape & (UPPER | MIXED)) === 0) continue;
      if ((tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) < 3) continue;
      const candidate: Candidate = {
        from: i,
        to: i + 1,
        of: 'organisation',
        name: tokenText(document, i),
        kind: 'other',
        entry: null,
        rule: 'names/organisation/acts',
        sure: true,
        weight: 1,
      };
      const near = surroundings(document, candidate);
      if ((near.acts || near.introduced) && !near.used && !near.dateline) found.push(candidate);
    }
    return found;
  }

  /** Later short forms of a name that a rule found: "Elmquist" for Elmquist Networks. */
  function shortForms(all: readonly Candidate[]): Candidate[] {
    const byFirst = new Map<string, Candidate>();
    for (const one of all) {
      if (one.entry !== null || one.to - one.from < 2 || one.of !== 'organisation') continue;
      if (one.kind === 'municipality' || one.kind === 'ministry') continue;
      const first = tokenText(document, one.from);
      if (first.length > 3 && ((tokens.shape[one.from] ?? 0) & CAPITAL) !== 0 && (tokens.id[one.from] ?? 0) === 0)
        byFirst.set(first, one);
    }
    if (byFirst.size === 0) return [];
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.count; i += 1) {
      if (tokens.kind[i] !== WORD || (tokens.id[i] ?? 0) !== 0) continue;
      const full = byFirst.get(tokenText(document, i));
      if (full !== undefined)
        found.push({ ...full, from: i, to: i + 1, rule: 'names/organisation/short-form', weight: 1 });
    }
    return found;
  }

  /** An acronym that the article defines: "Elmquist Cyber Agency (ECA)", and its later uses. */
  function acronyms(all: readonly Candidate[]): Candidate[] {
    const defined = new Map<string, Candidate>();
    for (const one of all) {
      if (one.of !== 'organisation') continue;
      const inside = one.to + 1;
      if (inside + 1 >= tokens.count || tokenText(document, one.to) !== '(' || tokenText(document, inside + 1) !== ')')
        continue;
      if (((tokens.shape[inside] ?? 0) & UPPER) !== 0) defined.set(tokenText(document, inside), one);
    }
    if (defined.size === 0) return [];
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.count; i += 1) {
      if (((tokens.shape[i] ?? 0) & UPPER) === 0) continue;
      const full = defined.get(tokenText(document, i));
      if (full !== undefined)
        found.push({ ...full, from: i, to: i + 1, rule: 'names/organisation/acronym', weight: 2.5 });
    }
    return found;
  }

  function choose(all: readonly Candidate[]): Candidate[] {
    const nations = document.language === 'nl' ? ['NL', 'BE'] : ['GB', 'US'];
    const home = (one: Candidate): number => {
      const country = one.entry?.country ?? null;
      if (country === null) return 0;
      return (country === nations[0] ? 0.4 : country === nations[1] ? 0.3 : 0) + (country === scene ? 0.3 : 0);
    };
    const rank = (one: Candidate): number => one.weight + (proven.has(keyOf(one)) ? 0.5 : 0) + home(one);
    const ordered = all.toSorted(
      (a, b) =>
        b.to - b.from - (a.to - a.from) ||
        rank(b) - rank(a) ||
        a.from - b.from ||
        (a.of < b.of ? -1 : a.of > b.of ? 1 : a.name < b.name ? -1 : 1),
    );
    const taken = new Uint8Array(tokens.count);
    const kept: Candidate[] = [];
    for (const one of ordered) {
      let free = true;
      for (let i = one.from; i < one.to; i += 1) if (taken[i] === 1) free = false;
      if (!free) continue;
      taken.fill(1, one.from, one.to);
      kept.push(one);
    }
    return kept.toSorted((a, b) => a.from - b.from);
  }

  function mentionOf(one: Candidate): NameFound {
    const text = tokensText(document, one.from, one.to);
    return {
      from: one.from,
      to: one.to,
      start: tokens.start[one.from] ?? 0,
      end: tokens.end[one.to - 1] ?? 0,
      rule: one.rule,
      how: text.toLowerCase() === one.name.toLowerCase() ? 'name' : 'alias',
    };
  }

  function merge(all: readonly Candidate[], letter: string): Named[] {
    const groups = new Map<string, Candidate[]>();
    for (const one of all) {
      const key = keyOf(one);
      const held = groups.get(key);
      if (held) held.push(one);
      else groups.set(key, [one]);
    }
    return [...groups.values()].map((group, index) => {
      const known = group.find(one => one.entry !== null) ?? group[0];
      const mentions = group.map(mentionOf);
      const name = known?.name ?? '';
      const of = known?.of === 'person' || known?.of === undefined ? 'organisation' : known.of;
      const texts = new Set(
        mentions.map(mention => document.text.slice(mention.start, mention.end).replaceAll(/\s+/g, ' ')),
      );
      texts.delete(name);
      return {
        id: `${letter}${index + 1}`,
        of,
        name,
        aliases: [...texts].toSorted(),
        kind: known?.kind === 'person' || known === undefined ? null : known.kind,
        country: known?.entry?.country ?? null,
        sector: known?.entry?.sector ?? null,
        vendor: known?.entry?.vendor ?? null,
        versions: of === 'product' ? versions(group) : [],
        cve: of === 'vulnerability' ? (/^CVE-/.test(name) ? name : null) : null,
        cvss: of === 'vulnerability' ? score(group) : null,
        identifiers: known?.entry?.identifiers ?? {},
        mentions,
      };
    });
  }

  /** Version numbers directly behind a product: "Ivanti Connect Secure 22.4". */
  function versions(group: readonly Candidate[]): string[] {
    const found = new Set<string>();
    for (const { to } of group) {
      let at = to;
      const word = at < tokens.count ? tokenText(document, at).toLowerCase() : '';
      if (/^(?:versie|version|versies|versions|release|v)$/.test(word)) at += 1;
      if (
        at < tokens.count &&
        tokens.kind[at] === NUMBER &&
        document.sentenceOf[at] === document.sentenceOf[to - 1] &&
        (at > to || tokenText(document, at).includes('.')) &&
        ((tokens.shape[at] ?? 0) & SPACED) !== 0
      )
        found.add(tokenText(document, at));
    }
    return [...found];
  }

  /** A CVSS score in the sentence of a vulnerability. */
  function score(group: readonly Candidate[]): number | null {
    for (const { from } of group) {
      const sentence = document.sentenceOf[from] ?? 0;
      for (let i = document.sentences[sentence] ?? 0; i < (document.sentences[sentence + 1] ?? 0); i += 1) {
        if (tokenText(document, i).toLowerCase() !== 'cvss') continue;
        for (let k = i + 1; k < i + 8 && k < tokens.count; k += 1) {
          const value = Number(tokenText(document, k).replace(',', '.'));
          if (tokens.kind[k] === NUMBER && value >= 0 && value <= 10 && /[.,]/.test(tokenText(document, k)))
            return value;
        }
      }
    }
    return null;
  }

  function personsFound(all: readonly Candidate[]): PersonFound[] {
    return all.map(one => ({
      from: one.from,
      to: one.to,
      start: tokens.start[one.from] ?? 0,
      end: tokens.end[one.to - 1] ?? 0,
      name: tokensText(document, one.from, one.to).replaceAll(/\s+/g, ' '),
      speaksFor: null,
    }));
  }
}
