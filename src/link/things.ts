import type {
  ActionRecord,
  ArticleRecord,
  MentionRecord,
  OrganisationRecord,
  QuantityRecord,
} from '../model/record.ts';
import { PHASE_OF } from '../model/trigger.ts';
import { sketchOf } from './copies.ts';
import { daysOf, whenOf, widthOf } from './dates.ts';
import {
  type Days,
  EVIDENCE_KINDS,
  type Event,
  type Evidence,
  type EvidenceKind,
  type Interner,
  type Thing,
} from './evidence.ts';
import { core, folded, isTelling } from './forms.ts';
import { AUTHORITIES, isDone, isHarm } from './involvement.ts';
import {
  COURSE_PRIOR,
  DEED_PRIOR,
  FIGURE_PRIOR,
  FREQUENT,
  MALWARE_PRIOR,
  ORGANISATION_PRIOR,
  PERSON_PRIOR,
  PRODUCT_PRIOR,
  VICTIM_PRIOR,
  VULNERABILITY_PRIOR,
  WORD_PRIOR,
} from './rarity.ts';
import { salienceOf, victimsOf } from './victims.ts';

/** Days before publication within which something is news; what lies before is recalled. */
const NEWS = 30;
/** Widest bounds, in days, that still date an event. */
const WIDEST = 31;
/** Most events and words that are kept of an article. */
const MOST_EVENTS = 8;
const MOST_WORDS = 24;
/** Salience of what the record gives no mentions of. */
const HALF = 0.6;
/** Salience from which on the foremost organisation or product is what the article is about. */
const FOREMOST = 0.65;
/** How much more that counts than what else is named. */
const SUBJECT = 1.2;
/** Salience of the one organisation that an article is about, and below which another does not compete with it. */
const FOCUS = 0.8;
const LESSER = 0.75;
/** An article that names more organisations than these goes round them, and is about none. */
const FEW = 3;
/** How near to the most salient vulnerability another must come to be what the article is about. */
const NEARLY = 0.85;
/** A capitalised word inside a sentence. */
const CAPITALISED = /(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}\p{N}]{3,}/gu;

/** The things of one article while they are gathered. */
interface Gathering {
  readonly things: Thing[];
  readonly keys: Map<number, { readonly owner: number; readonly prior: number }>;
  /** Add a thing with its forms, each with its prior; gives its position. */
  readonly add: (thing: Thing, forms: Iterable<readonly [form: string, prior: number]>) => number;
}

function gathering(numbers: Interner): Gathering {
  const things: Thing[] = [];
  const keys: Gathering['keys'] = new Map();
  return {
    things,
    keys,
    add(thing, forms) {
      const owner = things.push(thing) - 1;
      for (const [form, prior] of forms) {
        const id = numbers.id(form);
        const known = things[keys.get(id)?.owner ?? -1];
        if (known === undefined || isMoreTelling(thing, known)) keys.set(id, { owner, prior });
      }
      return owner;
    },
  };
}

/** Of two things with the same name (a product and its maker), the one that says more. */
function isMoreTelling(one: Thing, other: Thing): boolean {
  const [a, b] = [EVIDENCE_KINDS.indexOf(one.kind), EVIDENCE_KINDS.indexOf(other.kind)];
  return a === b ? one.salience > other.salience : a < b;
}

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly mentions: readonly MentionRecord[];
}

/** The folded forms under which a thing is named, and what is left of them without the words for its kind. */
function formsOf({ name, aliases = [], mentions }: Named, plain: ReadonlySet<string>): ReadonlySet<string> {
  const named = mentions.filter(({ how }) => how === 'name' || how === 'alias').map(({ text }) => text);
  const forms = new Set<string>();
  for (const one of [name, ...aliases, ...named]) {
    const form = folded(one);
    // A canonical name is one thing even if it is short; another short form may be many things.
    if (isTelling(form) || (one === name && form !== '')) forms.add(`n ${form}`);
    // "Bakery Holland Foods": the first word may only tell what it is.
    const tail = form.slice(form.indexOf(' ') + 1);
    if (tail.includes(' ') && isTelling(tail)) forms.add(`n ${tail}`);
    const bare = core(form, plain);
    if (bare !== form && isTelling(bare)) {
      forms.add(`c ${bare}`);
      forms.add(`n ${bare}`);
    }
  }
  return forms;
}

function kindOf(one: OrganisationRecord, isVictim: boolean): EvidenceKind {
  if (one.kind === 'threat-group') return 'group';
  if (isVictim) return 'victim';
  if (one.kind === 'vendor') return 'vendor';
  return AUTHORITIES.has(one.kind) || one.kind === 'media' ? 'authority' : 'organisation';
}

/** When what the article tells of was done: its dated facts, news before what it recalls, the best dated first. */
function eventsOf(actions: readonly ActionRecord[], published: Days | null): readonly Event[] {
  const events = new Map<string, Event>();
  for (const action of actions) {
    const when = isDone(action) ? whenOf(action) : null;
    if (when === null || widthOf(when) > WIDEST) continue;
    const phase = PHASE_OF[action.type];
    events.set(`${phase} ${when.first} ${when.last}`, { phase, first: when.first, last: when.last });
  }
  const all = [...events.values()];
  const news = published === null ? [] : all.filter(({ last }) => last >= published.first - NEWS);
  return (news.length > 0 ? news : all)
    .toSorted((a, b) => widthOf(a) - widthOf(b) || a.first - b.first || (a.phase < b.phase ? -1 : 1))
    .slice(0, MOST_EVENTS);
}

/** Names that no list knows: capitalised words inside sentences, outside of all that was recognised. */
function wordsOf(record: ArticleRecord): ReadonlySet<string> {
  const known = [...record.organisations, ...record.products, ...record.vulnerabilities, ...record.malware];
  const covered = [...record.dates, ...known.flatMap(({ mentions }) => mentions)];
  const words = new Set<string>();
  const seen = new Set<number>();
  for (const { sentence } of record.actions) {
    if (seen.has(sentence.start)) continue;
    seen.add(sentence.start);
    const within = covered.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    for (const { 0: found, index } of sentence.text.matchAll(CAPITALISED)) {
      const at = sentence.start + index;
      const word = folded(found);
      if (isTelling(word) && !within.some(({ start, end }) => start <= at && at < end)) words.add(word);
      if (words.size >= MOST_WORDS) return words;
    }
  }
  return words;
}

/** A figure that two articles hardly ever share by chance has more than two digits that say something. */
function figureForm({ kind, min, max, unit }: QuantityRecord): readonly [form: string, prior: number] | null {
  if (min === null || min !== max || kind === 'duration' || kind === 'percentage' || min < 20) return null;
  const digits = String(min)
    .replace('.', '')
    .replace(/(?<!0)0+$/u, '').length;
  const isMeasured = kind === 'money' || kind === 'data-volume';
  return [
    `q ${kind} ${isMeasured ? `${unit ?? ''} ` : ''}${min}`,
    digits > 2 || (digits > 1 && min >= 1000) ? FIGURE_PRIOR.exact : FIGURE_PRIOR.round,
  ];
}

/** Whether a CVE number is of the year of publication or the year before, so that it can be news. */
function isFresh(cve: string | null, record: ArticleRecord): boolean {
  const year = Number(record.published?.earliest.slice(0, 4) ?? Number.NaN);
  return cve === null || Number.isNaN(year) || Number(cve.slice(4, 8)) >= year - 1;
}

function personsOf(record: ArticleRecord): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { actors, targets, recipients, sources } of record.actions) {
    for (const { kind, name } of [...actors, ...targets, ...recipients, ...sources]) {
      const last = kind === 'person' && !name.startsWith('[') ? (folded(name).split(' ').at(-1) ?? '') : '';
      if (isTelling(last)) names.add(last);
    }
  }
  return names;
}

/**
 * What was done to or by something known: two articles on one product seldom tell the same deeds of it by chance. Harm of
 * which no victim is told befell the one organisation that the article is about.
 */
function addDeeds(record: ArticleRecord, about: string | null, to: Gathering): void {
  const names = new Map<string, string>();
  // What a group or its malware does is alike in all that it does; what the law does to a group is not.
  const others = record.organisations.filter(({ kind }) => kind !== 'threat-group');
  const groups = new Map(
    record.organisations.filter(({ kind }) => kind === 'threat-group').map(({ id, name }) => [id, name]),
  );
  for (const one of [...others, ...record.products, ...record.vulnerabilities]) {
    if (!FREQUENT.has(one.name)) names.set(one.id, one.name);
  }
  const deeds = new Map<string, string>();
  const types = new Set<string>();
  for (const { type, polarity, actors, targets, affected, instruments } of record.actions) {
    if (polarity === 'negated') continue;
    types.add(type);
    const told = [...actors, ...targets, ...affected, ...instruments].flatMap(({ ref }) => names.get(ref ?? '') ?? []);
    const pursued = PHASE_OF[type] === 'follow-up' ? [...targets, ...affected] : [];
    const whom = [...told, ...pursued.flatMap(({ ref }) => groups.get(ref ?? '') ?? [])];
    const hasVictim = [...targets, ...affected].some(({ ref }) => ref?.startsWith('o'));
    if (about !== null && isHarm(type) && !hasVictim) whom.push(about);
    for (const name of whom) deeds.set(`d ${type} ${folded(name)}`, `${type} ${name}`);
  }
  for (const [form, name] of deeds) to.add({ kind: 'deed', name, salience: 1 }, [[form, DEED_PRIOR]]);
  for (const type of types) to.add({ kind: 'course', name: type, salience: HALF }, [[`d ${type}`, COURSE_PRIOR]]);
}

/** The one organisation that an article is plainly about, although no attack on it is told: none if there are several. */
function fociOf(things: readonly Thing[]): readonly number[] {
  const ranked = things
    .map(({ kind, salience }, position) => ({ kind, salience, position }))
    .filter(({ kind }) => kind === 'organisation' || kind === 'victim')
    .toSorted((a, b) => b.salience - a.salience);
  const [first, second] = ranked;
  const isAlone = ranked.length <= FEW && (second?.salience ?? 0) < LESSER;
  return first !== undefined && first.salience >= FOCUS && isAlone ? [first.position] : [];
}

/**
 * What links an article to others: the things that it names, how much it is about them, and its days.
 *
 * @param plain folded words of names that only tell what kind of thing it is
 * @param numbers numbers of forms, shared by all articles of the corpus
 */
export function evidenceOf(record: ArticleRecord, plain: ReadonlySet<string>, numbers: Interner): Evidence {
  const named = [...record.organisations, ...record.products, ...record.vulnerabilities, ...record.malware];
  const length = Math.max(
    1,
    ...named.map(({ mentions }) => mentions.at(-1)?.end ?? 0),
    record.actions.at(-1)?.sentence.end ?? 0,
    record.dates.at(-1)?.end ?? 0,
  );
  const salience = ({ mentions }: Named): number => salienceOf(mentions, length, record.title ?? '');
  const withPrior = (one: Named, prior: number): (readonly [string, number])[] =>
    [...formsOf(one, plain)].map(form => [form, prior]);
  // What an article is about in the first place counts whole, wherever it stands.
  const among = (list: readonly Named[]): ((one: Named) => number) => {
    const foremost = Math.max(FOREMOST, ...list.map(salience));
    return one => (salience(one) >= foremost ? SUBJECT : salience(one) / foremost);
  };
  const to = gathering(numbers);

  const { harmed, concerned } = victimsOf(record, length);
  const victims: number[] = [];
  const inSubjects = among(record.organisations.filter(one => kindOf(one, false) === 'organisation'));
  for (const one of record.organisations) {
    const prior = FREQUENT.get(one.name) ?? ORGANISATION_PRIOR[one.kind];
    const forms = withPrior(one, prior);
    const kind = kindOf(one, concerned.has(one.id));
    const salient = kindOf(one, false) === 'organisation' ? inSubjects(one) : salience(one);
    if (!concerned.has(one.id)) {
      to.add({ kind, name: one.name, salience: salient }, forms);
      continue;
    }
    const asVictim = forms.map(([form]) => [`v${form}`, Math.min(prior, VICTIM_PRIOR)] as const);
    const thing = { kind, name: one.name, salience: Math.min(SUBJECT, salient + 0.2) };
    const at = to.add(thing, [...forms, ...asVictim]);
    if (harmed.has(one.id)) victims.push(at);
  }
  const inProducts = among(record.products);
  for (const one of record.products) {
    const prior = FREQUENT.get(one.name) ?? PRODUCT_PRIOR[one.kind];
    to.add({ kind: 'product', name: one.name, salience: inProducts(one) }, withPrior(one, prior));
  }
  const flaws: (readonly [position: number, salience: number])[] = [];
  for (const one of record.vulnerabilities) {
    const prior = isFresh(one.cve, record) ? VULNERABILITY_PRIOR.fresh : VULNERABILITY_PRIOR.old;
    const thing = { kind: 'vulnerability', name: one.name, salience: salience(one) } as const;
    const forms = withPrior(one, prior);
    if (one.cve !== null) forms.push([`n ${folded(one.cve)}`, prior]);
    flaws.push([to.add(thing, forms), thing.salience]);
  }
  for (const one of record.malware) {
    to.add({ kind: 'malware', name: one.name, salience: salience(one) }, withPrior(one, MALWARE_PRIOR[one.kind]));
  }
  for (const name of personsOf(record)) to.add({ kind: 'person', name, salience: HALF }, [[`n ${name}`, PERSON_PRIOR]]);
  for (const one of record.quantities) {
    const form = figureForm(one);
    if (form !== null) to.add({ kind: 'figure', name: one.text, salience: HALF + 0.2 }, [form]);
  }
  for (const word of wordsOf(record)) to.add({ kind: 'word', name: word, salience: HALF }, [[`n ${word}`, WORD_PRIOR]]);

  const foci = victims.length > 0 ? [] : fociOf(to.things);
  addDeeds(record, to.things[foci[0] ?? -1]?.name ?? null, to);
  const published = record.published === null ? null : daysOf(record.published);
  const highest = Math.max(0, ...flaws.map(([, salient]) => salient));
  const keys = [...to.keys].toSorted(([a], [b]) => a - b);
  return {
    published,
    events: eventsOf(record.actions, published),
    things: to.things,
    keys: keys.map(([id]) => id),
    owners: keys.map(([, { owner }]) => owner),
    priors: keys.map(([, { prior }]) => prior),
    victims,
    foci,
    flaws: flaws.filter(([, salient]) => salient >= highest * NEARLY).map(([position]) => position),
    sketch: sketchOf(record.fingerprint),
  };
}
