import { isOf } from '../lexicon/groups.ts';
import type { CompiledLanguage, Lexicon } from '../lexicon/lexicon.ts';
import { DETERMINER, TITLE, wordBits } from '../model/bits.ts';
import { type Document, tokensText, tokenText } from '../model/document.ts';
import type { Named, PersonFound } from '../model/mention.ts';
import { CAPITAL, NEWLINE, SPACED, UPPER, WORD } from '../model/tokens.ts';
import { type Candidate, keyOf } from './candidate.ts';
import { type Surroundings, surroundings } from './evidence.ts';
import { listedNames } from './gazetteer.ts';
import { malwareNames, withoutHeads } from './malware.ts';
import { ruledNames } from './name-rules.ts';
import { merged, personsFound } from './named.ts';
import { personNames } from './persons.ts';
import { sceneOf } from './scene.ts';
import { evidenceFor } from './senses.ts';
import { unlistedNames } from './unlisted.ts';
import { flawNames, vulnerabilityNames } from './vulnerabilities.ts';

const ADJECTIVE = wordBits('adjective', 'participle');
/** Kinds of organisations that give their name to a team. */
const SPONSORS: ReadonlySet<Candidate['kind']> = new Set(['company', 'finance', 'vendor', 'transport', 'utility']);

/** Public bodies, whose names many countries share. */
const PUBLIC: ReadonlySet<Candidate['kind']> = new Set([
  'agency',
  'ministry',
  'parliament',
  'police-justice',
  'government',
]);

/** Everything that an article names. */
export interface NamesFound {
  readonly organisations: readonly Named[];
  readonly products: readonly Named[];
  readonly vulnerabilities: readonly Named[];
  readonly malware: readonly Named[];
  readonly persons: readonly PersonFound[];
}

/**
 * Find, disambiguate and merge the names of an article.
 *
 * Candidates come from the gazetteers and from rules; what needs evidence must find it (a head noun, a verb of an
 * organisation, the full name elsewhere in the article); of overlapping names the longest wins; one entry per name.
 */
export function findNames(document: Document, lexicon: Lexicon, language: CompiledLanguage): NamesFound {
  const { tokens } = document;
  const allListed = withoutHeads(document, language, listedNames(document, lexicon));
  const malware = malwareNames(document, language, allListed);
  const listed = withVendors(outside(allListed, malware).filter(one => !isOfPerson(one)));
  const [first, second] = language.source.countries;
  const scene = sceneOf(document, language, listed);
  const listedTo = grouped(listed, one => one.to);
  const listedFrom = grouped(listed, one => one.from);
  const ruled = sameTowns(outside(ruledNames(document, language), malware))
    .filter(candidate => !holdsListed(candidate) && !introduces(candidate))
    .map(candidate => asListed(knownAs(asProduct(candidate))));
  const vulnerabilities = [...vulnerabilityNames(document, language), ...flawNames(document, listed)];
  const candidates = [...listed, ...ruled, ...vulnerabilities, ...malware];
  const proven = new Set(candidates.filter(one => one.sure && (one.entry !== null || one.weight >= 2)).map(keyOf));
  const around = new Map<Candidate, Surroundings>();
  const look = (candidate: Candidate): Surroundings => {
    const held = around.get(candidate) ?? surroundings(document, language, candidate);
    around.set(candidate, held);
    return held;
  };
  const isProven = (candidate: Candidate): boolean => proven.has(keyOf(candidate));
  const isFounded = evidenceFor(document, language, candidates, isProven, look);
  let accepted = choose(withListed(candidates.filter(one => isHere(one) && isFounded(one))))
    .flatMap(asModel)
    .map(ofScene);
  accepted = choose([...accepted, ...hyphenated(accepted)]);
  const unlisted = unlistedNames(document, language, accepted, personsBeside(accepted));
  accepted = choose([...accepted, ...unlisted.map(asListed)]);
  accepted = choose([...withShortForms(accepted), ...acronyms(accepted)]);
  const persons = personsBeside(accepted);
  const mergedOf = (of: Candidate['of'], letter: string): Named[] =>
    merged(
      document,
      language,
      accepted.filter(one => one.of === of),
      letter,
    );
  return {
    organisations: mergedOf('organisation', 'o'),
    products: mergedOf('product', 'p'),
    vulnerabilities: mergedOf('vulnerability', 'v'),
    malware: mergedOf('malware', 'm'),
    persons: personsFound(document, persons),
  };

  /** Persons in what is no other name. */
  function personsBeside(names: readonly Candidate[]): Candidate[] {
    const inName = new Uint8Array(tokens.count);
    for (const one of names) inName.fill(1, one.from, one.to);
    return choose(personNames(document, language, token => inName[token] === 1));
  }

  /** Whether a listed name is a person's: "Michael Bloomberg", "Ben Affleck". */
  function isOfPerson({ from, to, of }: Candidate): boolean {
    if (to - from !== 1 || of === 'vulnerability') return false;
    const { givenNames } = language.proper;
    const isNext = (token: number): boolean =>
      ((tokens.shape[token] ?? 0) & (SPACED | CAPITAL | UPPER)) === (SPACED | CAPITAL) && tokens.kind[token] === WORD;
    const isGiven = (token: number): boolean => givenNames.has(tokens.id[token] ?? 0) && isNext(token);
    if (isNext(from) && from > 0 && givenNames.has(tokens.id[from - 1] ?? 0) && tokens.kind[from - 1] === WORD)
      return ((tokens.shape[from - 1] ?? 0) & CAPITAL) !== 0;
    return (
      isGiven(from) &&
      isNext(to) &&
      document.sentenceOf[from] === document.sentenceOf[to] &&
      (document.words[to] === 0 || ((document.words[from - 1] ?? 0) & TITLE) !== 0)
    );
  }

  /** A product that is called like its maker can be its maker: "1Password saw", "Ticketcounter meldt". */
  function withVendors(all: readonly Candidate[]): readonly Candidate[] {
    const organisations = new Set(all.filter(one => one.of === 'organisation').map(one => `${one.from}-${one.to}`));
    const makers = all.filter(
      one =>
        one.of === 'product' &&
        one.sure &&
        one.entry?.vendor?.toLowerCase() === one.name.toLowerCase() &&
        !organisations.has(`${one.from}-${one.to}`),
    );
    return [...all, ...makers.map((one): Candidate => ({ ...one, of: 'organisation', kind: 'vendor' }))];
  }

  /** In an enumeration one municipality shows what the others are: "Ede, Arnhem en Rheden schetsen". */
  function withListed(founded: readonly Candidate[]): Candidate[] {
    const isTown = (one: Candidate): boolean => one.kind === 'municipality' || one.kind === 'government';
    const towns = listed.filter(one => isTown(one) && one.weight >= 2);
    const kept = new Set(founded);
    const ends = new Set(founded.filter(isTown).map(one => one.to));
    const has = (town: Candidate): boolean => kept.has(town) || ends.has(town.to);
    for (let again = true; again; ) {
      again = false;
      for (let k = 0; k + 1 < towns.length; k += 1) {
        const [left, right] = [towns[k], towns[k + 1]];
        if (left === undefined || right === undefined || has(left) === has(right) || !enumerated(left, right)) continue;
        kept.add(has(left) ? right : left);
        again = true;
      }
    }
    return [...kept, ...enumeratedBeside([...kept])];
  }

  /** A name that lacked evidence, beside one of its sort in an enumeration: "Southwest, United and Alaska Airlines". */
  function enumeratedBeside(kept: readonly Candidate[]): Candidate[] {
    const has = new Set(kept);
    const waits = (one: Candidate): boolean => one.weight >= 2 && one.kind !== 'municipality' && !has.has(one);
    const found = kept.filter(one => one.of === 'organisation' || one.of === 'product');
    const start = found.length;
    for (let k = 0; k < found.length; k += 1) {
      const known = found[k];
      if (known === undefined || known.kind === 'municipality') continue;
      const behind = [1, 2].flatMap(gap => listedFrom.get(known.to + gap) ?? []);
      const before = [1, 2].flatMap(gap => listedTo.get(known.from - gap) ?? []);
      for (const next of [
        ...behind.filter(other => enumerated(known, other)),
        ...before.filter(other => enumerated(other, known)),
      ]) {
        if (next.of !== known.of || !waits(next)) continue;
        if (next.of === 'organisation' && next.kind !== known.kind) continue;
        has.add(next);
        found.push(next);
      }
    }
    return found.slice(start);
  }

  function enumerated(left: Candidate, right: Candidate): boolean {
    const between = right.from - left.to;
    return (
      between >= 1 &&
      between <= 2 &&
      document.sentenceOf[left.from] === document.sentenceOf[right.from] &&
      joins(left.to, between)
    );
  }

  /** ",", "and", "or" or ", and" between two names. */
  function joins(at: number, count: number): boolean {
    const comma = tokenText(document, at) === ',';
    const and = isOf(document, language.groups, at + count - 1, 'and');
    if (count === 2) return comma && and;
    return comma || and || isOf(document, language.groups, at, 'or');
  }

  /** "The council of Farnley" and "Farnley Council" are one: the town's name decides. */
  function sameTowns(all: readonly Candidate[]): readonly Candidate[] {
    const named = new Map<string, string>();
    return all.map(one => {
      if (one.kind !== 'municipality') return one;
      let town = '';
      for (let i = one.from; i < one.to; i += 1)
        if (!language.nameHeads.first.has(tokens.id[i] ?? 0) && ((tokens.shape[i] ?? 0) & CAPITAL) !== 0)
          town += ` ${tokenText(document, i)}`;
      const name = named.get(town) ?? one.name;
      named.set(town, name);
      return town === '' ? one : { ...one, name };
    });
  }

  /** What begins with a listed product is an edition of it, not a firm: "TeamCity Cloud". */
  function asProduct(candidate: Candidate): Candidate {
    if (candidate.kind !== 'vendor' || candidate.of !== 'organisation') return candidate;
    const edition = (listedFrom.get(candidate.from) ?? []).find(
      one => one.of === 'product' && one.sure && one.to < candidate.to,
    );
    if (edition === undefined || (listedFrom.get(candidate.from) ?? []).some(one => one.of === 'organisation'))
      return candidate;
    return { ...candidate, of: 'product', kind: edition.kind };
  }

  /** Whether a listed organisation is inside: joined to something else, or behind the adjective of its people. */
  function holdsListed({ from, to, of, kind }: Candidate): boolean {
    if (of !== 'organisation' || kind === 'ministry') return false;
    const isCapital = (token: number): boolean => ((tokens.shape[token] ?? 0) & CAPITAL) !== 0;
    const isOfPeople = language.proper.peoples.has(tokens.id[from] ?? 0) && isCapital(from + 1);
    const behind = listedFrom.get(from + 1) ?? [];
    if (isOfPeople && behind.some(one => one.to === to && one.sure && one.of === 'organisation')) return true;
    for (let i = from + 1; i < to - 1; i += 1)
      if (
        isOf(document, language.groups, i, 'and') &&
        (listedTo.get(i) ?? []).some(one => one.sure && one.of === 'organisation' && one.from >= from)
      )
        return true;
    return false;
  }

  /** "De Noorse toezichthouder NKOM": what stands before a listed name says what that is. */
  function introduces({ from, to, of }: Candidate): boolean {
    if (of !== 'organisation' || !language.proper.peoples.has(tokens.id[from] ?? 0)) return false;
    if (((tokens.shape[to - 1] ?? 0) & CAPITAL) !== 0) return false;
    return (listedFrom.get(to) ?? []).some(one => one.of === 'organisation' && one.sure);
  }

  /** A rule's name that the gazetteer knows under the same canonical name becomes that entry. */
  function knownAs(candidate: Candidate): Candidate {
    const all = (listedTo.get(candidate.to) ?? []).filter(
      one =>
        one.of === candidate.of &&
        one.from >= candidate.from &&
        (one.name.toLowerCase() === candidate.name.toLowerCase() ||
          (one.kind === candidate.kind && (one.kind === 'municipality' || one.kind === 'ministry'))),
    );
    const same = all.find(one => gang(one) === 1) ?? all.find(isHere);
    return same === undefined
      ? candidate
      : { ...candidate, name: same.name, kind: same.kind, entry: same.entry, weight: candidate.weight + 2 };
  }

  /** A maker behind an article and before another name is the maker of that thing: "een Opel Senator", "de Apple Remote". */
  function asModel(one: Candidate): Candidate[] {
    const { from, to, of, entry, kind } = one;
    const isMaker =
      of === 'organisation' && entry !== null && to - from === 1 && (kind === 'company' || kind === 'vendor');
    if (!isMaker || !language.source.grammar.bareHeads) return [one];
    let before = from - 1;
    while (before > from - 3 && ((document.words[before] ?? 0) & ADJECTIVE) !== 0) before -= 1;
    const isNamed =
      ((document.words[before] ?? 0) & DETERMINER) !== 0 &&
      tokens.kind[to] === WORD &&
      ((tokens.shape[to] ?? 0) & (SPACED | NEWLINE | CAPITAL | UPPER)) === (SPACED | CAPITAL) &&
      document.sentenceOf[to] === document.sentenceOf[from] &&
      !language.nameHeads.first.has(tokens.id[to] ?? 0) &&
      !language.proper.places.has(tokens.id[to] ?? 0) &&
      !language.proper.givenNames.has(tokens.id[to] ?? 0);
    if (!isNamed) return [one];
    if (kind !== 'vendor') return [];
    const name = tokensText(document, from, to + 1);
    return [
      { ...one, of: 'product', to: to + 1, name, kind: 'other', entry: null, rule: 'names/product/model', weight: 2 },
    ];
  }

  /** A name that was judged without its entry, but has one that only lacked evidence, is that entry: "NRC let know". */
  function asListed(candidate: Candidate): Candidate {
    if (candidate.entry !== null) return candidate;
    const same = (listedFrom.get(candidate.from) ?? []).filter(
      one => one.to === candidate.to && one.of === candidate.of && one.weight >= 2,
    );
    // Of several of one name only the one from where the article plays is meant: there is an NCSC in many countries.
    const near = same.length > 1 ? same.filter(one => one.entry?.country === scene) : same.filter(isHere);
    const [best] = near;
    if (best !== undefined && near.length === 1)
      return { ...best, rule: candidate.rule, weight: candidate.weight, sure: true };
    // Whichever is meant, it is what they all are.
    const kinds = new Set(same.map(({ kind }) => kind));
    const [kind] = kinds;
    return kinds.size === 1 && kind !== undefined ? { ...candidate, kind } : candidate;
  }

  /** "The National Cyber Security Centre" is most often the British one, but not in an article about Breda, or behind "Irish". */
  function ofScene(candidate: Candidate): Candidate {
    const { from, to, entry, kind } = candidate;
    const country = language.proper.countries.get(tokens.id[from - 1] ?? 0) ?? scene;
    if (entry === null || !PUBLIC.has(kind) || country === null || entry.country === country) return candidate;
    const there = (listedFrom.get(from) ?? []).find(
      one => one.to === to && one.kind === kind && one.entry?.country === country,
    );
    return there === undefined ? candidate : { ...there, weight: candidate.weight, sure: true };
  }

  /** "Lidl-Trek": a listed name and another one joined by a hyphen are a team, not the sponsor. */
  function hyphenated(all: readonly Candidate[]): Candidate[] {
    const { places, peoples, givenNames } = language.proper;
    const isName = (token: number): boolean => {
      const id = tokens.id[token] ?? 0;
      const shape = tokens.shape[token] ?? 0;
      return (
        tokens.kind[token] === WORD &&
        (shape & (CAPITAL | UPPER)) === CAPITAL &&
        document.words[token] === 0 &&
        document.nouns[token] === 0 &&
        (document.heads[token] ?? 0) === id &&
        !places.has(id) &&
        !peoples.has(id) &&
        !givenNames.has(id)
      );
    };
    const isGlue = (token: number): boolean =>
      tokens.kind[token] !== undefined &&
      token > 0 &&
      token + 1 < tokens.count &&
      tokenText(document, token) === '-' &&
      ((tokens.shape[token] ?? 0) & SPACED) === 0 &&
      ((tokens.shape[token + 1] ?? 0) & SPACED) === 0;
    return all.flatMap(one => {
      if (one.of !== 'organisation' || one.entry === null || one.to - one.from !== 1) return [];
      if (!SPONSORS.has(one.kind)) return [];
      const [from, to] =
        isGlue(one.to) && isName(one.to + 1)
          ? [one.from, one.to + 2]
          : isGlue(one.from - 1) && isName(one.from - 2)
            ? [one.from - 2, one.to]
            : [0, 0];
      if (to === 0 || isGlue(to) || isGlue(from - 1)) return [];
      const name = tokensText(document, from, to);
      return [
        {
          ...one,
          from,
          to,
          name,
          kind: 'other' as const,
          entry: null,
          rule: 'names/organisation/hyphenated',
          sure: true,
          weight: 2,
        },
      ];
    });
  }

  /** Names of several words that a rule found, by their first word, if that is no word that is known. */
  function byFirstWord(all: readonly Candidate[]): ReadonlyMap<string, Candidate> {
    const byFirst = new Map<string, Candidate>();
    for (const one of all) {
      if (one.entry !== null || one.to - one.from < 2 || one.of !== 'organisation') continue;
      if (one.kind === 'municipality' || one.kind === 'ministry') continue;
      const first = tokenText(document, one.from);
      if (first.length > 3 && ((tokens.shape[one.from] ?? 0) & CAPITAL) !== 0 && (tokens.id[one.from] ?? 0) === 0)
        byFirst.set(first, one);
    }
    return byFirst;
  }

  /** Short forms of a name that a rule found are that name, found by rules or not: "Elmquist" for Elmquist Networks. */
  function withShortForms(all: readonly Candidate[]): Candidate[] {
    const byFirst = byFirstWord(all);
    if (byFirst.size === 0) return [...all];
    const named = all.map((one): Candidate => {
      const full = one.entry === null && one.of === 'organisation' && one.to - one.from === 1;
      const { name, kind } = (full ? byFirst.get(tokenText(document, one.from)) : undefined) ?? one;
      return { ...one, name, kind };
    });
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.count; i += 1) {
      if (tokens.kind[i] !== WORD || (tokens.id[i] ?? 0) !== 0) continue;
      const full = byFirst.get(tokenText(document, i));
      if (full !== undefined)
        found.push({ ...full, from: i, to: i + 1, rule: 'names/organisation/short-form', weight: 1 });
    }
    return [...named, ...found];
  }

  /** An acronym that the article defines: "Elmquist Cyber Agency (ECA)", and its later uses. */
  function acronyms(all: readonly Candidate[]): Candidate[] {
    const defined = new Map<string, Candidate>();
    for (const one of all) {
      if (one.of !== 'organisation' && one.of !== 'product') continue;
      if (abbreviates(one.to, one)) defined.set(tokenText(document, one.to), one);
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
        found.push({ ...full, from: i, to: i + 1, rule: 'names/organisation/acronym', weight: 5 });
    }
    return found;
  }

  /** Whether an acronym directly behind a name that a rule found has its initials: "the Norwegian tide centre NTC". */
  function abbreviates(token: number, { from, entry }: Candidate): boolean {
    if (entry !== null || ((tokens.shape[token] ?? 0) & UPPER) === 0 || tokens.kind[token] !== WORD) return false;
    if (document.sentenceOf[token] !== document.sentenceOf[from]) return false;
    const letters = tokenText(document, token).toLowerCase();
    let initials = '';
    for (let i = from; i < token; i += 1)
      if (tokens.kind[i] === WORD) initials += tokenText(document, i).charAt(0).toLowerCase();
    return letters.length >= 3 && (initials === letters || initials.slice(1) === letters);
  }

  function home(one: Candidate): number {
    const country = one.entry?.country ?? null;
    if (country === null) return 0;
    const near = country === first ? 0.4 : country === second ? 0.3 : 0;
    // "the Senate" is that of the country of the article, or of none in particular.
    const own = one.kind === 'parliament' && !one.sure ? 0.5 : 0;
    return near + (country === scene ? 0.3 + own : 0) - own;
  }

  /**
   * Whether a public body that many countries have ("the Ministry of Defence", "NCSC") can be the one of an entry: by the
   * country where the article plays, or else by that of the language.
   */
  function isHere({ of, kind, entry, sure }: Candidate): boolean {
    const country = entry?.country ?? null;
    if (of !== 'organisation' || sure || country === null || !PUBLIC.has(kind)) return true;
    const { home, countries } = language.source;
    return country === scene || country === home || (scene === null && home !== null && countries.includes(country));
  }

  /** Of a gang and a firm of the same name the gang is meant behind a word for it, "de groep Play", and else if nothing speaks for the firm. */
  function gang({ from, of, kind, entry }: Candidate): number {
    if (of !== 'organisation' || kind !== 'threat-group' || entry === null) return 0;
    return language.standsFor.get(document.heads[from - 1] ?? 0)?.includes(kind) ? 1 : 0.1;
  }

  function choose(all: readonly Candidate[]): Candidate[] {
    const rank = (one: Candidate): number => one.weight + (isProven(one) ? 0.5 : 0) + home(one) + gang(one);
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
}

/** Candidates that share no token with those that are decided already. */
function outside(all: readonly Candidate[], decided: readonly Candidate[]): Candidate[] {
  const taken = new Set(decided.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)));
  return all.filter(({ from, to }) => {
    for (let at = from; at < to; at += 1) if (taken.has(at)) return false;
    return true;
  });
}

function grouped(
  all: readonly Candidate[],
  key: (one: Candidate) => number,
): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const one of all) {
    const held = groups.get(key(one));
    if (held) held.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
