import { type Painted, painted, type Style } from './model/painted.ts';
import type { ActionRecord, ArgumentRecord, ArticleRecord } from './model/record.ts';
import type { ActionType } from './model/trigger.ts';

/**
 * What was done, as infinitive and past tense. `…` is where the targets stand and `@` where the recipients do; what is in
 * brackets falls away with them.
 */
const DEEDS: Readonly<Record<ActionType, readonly [infinitive: string, past: string]>> = {
  discover: ['find …', 'found …'],
  disclose: ['make … public', 'made … public'],
  detect: ['see signs of …', 'saw signs of …'],
  warn: ['warn( @)( of …)', 'warned( @)( of …)'],
  advise: ['advise( @)( about …)', 'advised( @)( about …)'],
  order: ['order( @)( about …)', 'ordered( @)( about …)'],
  attack: ['attack …', 'attacked …'],
  intrude: ['break into …', 'broke into …'],
  exploit: ['exploit …', 'exploited …'],
  infect: ['infect …', 'infected …'],
  flood: ['flood … with traffic', 'flooded … with traffic'],
  phish: ['deceive …', 'deceived …'],
  'steal-data': ['steal …', 'stole …'],
  'leak-data': ['expose …', 'exposed …'],
  extort: ['extort …', 'extorted …'],
  'pay-ransom': ['pay a ransom( to …)', 'paid a ransom( to …)'],
  claim: ['claim an attack( on …)', 'claimed an attack( on …)'],
  attribute: ['blame …', 'blamed …'],
  'take-offline': ['take … offline', 'took … offline'],
  block: ['block …', 'blocked …'],
  mitigate: ['take measures( for …)', 'took measures( for …)'],
  monitor: ['watch …', 'watched …'],
  'release-patch': ['release …', 'released …'],
  remediate: ['fix or update …', 'fixed or updated …'],
  investigate: ['investigate …', 'investigated …'],
  notify: ['inform( @)( of …)', 'informed( @)( of …)'],
  'press-charges': ['go to the police( @)( about …)', 'went to the police( @)( about …)'],
  'activate-crisis': ['start crisis mode( for …)', 'started crisis mode( for …)'],
  consult: ['confer with …', 'conferred with …'],
  'continue-use': ['keep using …', 'kept using …'],
  'stop-use': ['stop using …', 'stopped using …'],
  restore: ['restore …', 'restored …'],
  'fall-back': ['fall back on another way( for …)', 'fell back on another way( for …)'],
  disrupt: ['disrupt …( for @)', 'disrupted …( for @)'],
  arrest: ['arrest …', 'arrested …'],
  fine: ['fine …', 'fined …'],
  sue: ['take … to court', 'took … to court'],
  criticise: ['criticise …', 'criticised …'],
};

type Status = ActionRecord['status'];

/** How the deed is told by its status: before the infinitive or the past tense, affirmed and negated. */
const MOODS: Readonly<Record<Status, readonly [affirmed: string, negated: string]>> = {
  occurred: ['', 'did not '],
  ongoing: ['', 'did not '],
  planned: ['will ', 'will not '],
  advised: ['should ', 'should not '],
  possible: ['may ', 'may not '],
  unknown: ['perhaps ', 'as far as is known did not '],
};

const CERTAINTIES: Readonly<Record<ActionRecord['certainty'], string>> = {
  certain: 'certain',
  probable: 'probable',
  possible: 'no more than possible',
  unknown: 'how sure is unknown',
};

const STATES: Readonly<Record<Status, readonly [affirmed: string, negated: string]>> = {
  occurred: ['it happened', 'it did not happen'],
  ongoing: ['it goes on', 'it does not go on'],
  planned: ['it is planned', 'it is planned that it is not done'],
  advised: ['it is advised or ordered', 'it is advised or ordered not to'],
  possible: ['it is possible', 'it is possible that it is not so'],
  unknown: ['whether it happened is not known', 'nothing shows that it happened'],
};

const STANCES: Readonly<Record<ActionRecord['sources'][number]['stance'], string>> = {
  states: 'according to',
  claims: 'claimed by',
  denies: 'denied by',
  confirms: 'confirmed by',
};

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const joined = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]*)$/u, ' and $1');

/** Arguments by name; how they were found is told of those that their words do not name. */
function named(list: readonly ArgumentRecord[]): string {
  return joined(list.map(({ name, how }) => oneLine(name) + (how === 'explicit' ? '' : ` (${how})`)));
}

/** Put targets and recipients into a deed; bracketed parts without any fall away. */
function filled(deed: string, targets: string, recipients: string): string {
  const into = (text: string): string => text.replace('…', targets || 'something').replace('@', recipients);
  return into(
    deed.replaceAll(/\(([^()]*)\)/gu, (_, part: string) =>
      (part.includes('…') ? targets : recipients) === '' ? '' : part,
    ),
  );
}

function statement(action: ActionRecord): string {
  const { type, status, polarity } = action;
  const [infinitive, past] = DEEDS[type];
  const mood = MOODS[status][polarity === 'affirmed' ? 0 : 1];
  const isPast = polarity === 'affirmed' && (mood === '' || status === 'unknown');
  const deed = isPast ? past : infinitive;
  const recipients = named(action.recipients);
  const parts = [
    named(action.actors) || (type === 'disrupt' ? 'something' : 'somebody'),
    `${mood}${filled(deed, named(action.targets), recipients)}`,
    ...(recipients !== '' && !deed.includes('@') ? [`to ${recipients}`] : []),
    ...(action.instruments.length > 0 ? [`with ${named(action.instruments)}`] : []),
    ...(action.affected.length > 0 ? [`at ${named(action.affected)}`] : []),
    ...(action.date === null ? [] : [when(action.date)]),
  ];
  return parts.join(' ');
}

/** The date of an action; of a value that is masked or coarse its bounds too. */
function when({ value, relation, earliest, latest }: NonNullable<ActionRecord['date']>): string {
  const isDay = earliest !== null && earliest === latest;
  const preposition = relation === 'at' ? (isDay ? 'on' : 'in') : relation;
  if (isDay) return `${preposition} ${earliest}${value === earliest ? '' : ` (${value})`}`;
  if (earliest === null || latest === null) return `${preposition} ${value}`;
  const bounds = `${earliest} .. ${latest}`;
  return value.includes('X') ? `${preposition} ${bounds} (${value})` : `${preposition} ${value} (${bounds})`;
}

function voices({ sources }: ActionRecord, { organisations }: ArticleRecord): string {
  if (sources.length === 0) return 'the article itself says so';
  const told = sources.map(source => {
    const speaksFor = organisations.find(({ id }) => id === source.for)?.name;
    return `${STANCES[source.stance]} ${named([source])}${speaksFor === undefined ? '' : ` for ${speaksFor}`}`;
  });
  return joined(told);
}

/** A stretch of the sentence that takes part in the action, from the one that gives way to the one that stays on top. */
interface Part {
  readonly style: Style;
  readonly sign: '-' | '~' | '^';
  readonly start: number;
  readonly end: number;
}

function partsOf(action: ActionRecord, record: ArticleRecord): readonly Part[] {
  const date = record.dates.find(({ id }) => id === action.date?.ref);
  const args = [action.actors, action.targets, action.recipients, action.instruments, action.affected, action.sources];
  return [
    ...args.flat().map(({ start, end }): Part => ({ style: 'argument', sign: '-', start, end })),
    ...(date === undefined ? [] : [{ style: 'date', sign: '~', start: date.start, end: date.end } as const]),
    { style: 'action', sign: '^', start: action.trigger.start, end: action.trigger.end },
  ];
}

/** How many characters of a sentence stand on one line. */
const WIDTH = 96;
const INDENT = '    ';

/** Cut a text into lines at its blanks; each is where it begins and ends. */
function lineSpans(characters: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let from = 0; from < characters.length; ) {
    let to = Math.min(from + WIDTH, characters.length);
    if (to < characters.length) {
      const blank = characters.lastIndexOf(' ', to);
      if (blank > from) to = blank;
    }
    spans.push([from, to]);
    from = characters[to] === ' ' ? to + 1 : to;
  }
  return spans;
}

/** The sentence of an action with its words in colours, or with a line of signs under them. */
function shown(action: ActionRecord, record: ArticleRecord, coloured: boolean): readonly Painted[] {
  const { start, text } = action.sentence;
  const characters = [...text].map(char => (/\s/u.test(char) ? ' ' : char));
  const styles = new Array<Style>(characters.length).fill('plain');
  const signs = new Array<string>(characters.length).fill(' ');
  for (const part of partsOf(action, record)) {
    // What stands in another sentence is not shown here.
    if (part.start < start || part.end > start + characters.length) continue;
    styles.fill(part.style, part.start - start, part.end - start);
    signs.fill(part.sign, part.start - start, part.end - start);
  }
  return lineSpans(characters).flatMap(([from, to]) => {
    const line = characters.slice(from, to);
    const pieces = coloured
      ? line.map((char, i) => painted(char, styles[from + i] ?? 'plain'))
      : [painted(line.join(''))];
    // A combining mark takes no place of its own.
    const marks = line.map((char, i) => (/\p{M}/u.test(char) ? '' : (signs[from + i] ?? ' '))).join('');
    return [
      painted(INDENT),
      ...merged(pieces),
      painted('\n'),
      ...(coloured || marks.trim() === '' ? [] : [painted(`${INDENT}${marks.trimEnd()}\n`)]),
    ];
  });
}

/** Neighbours of one style as one piece. */
function merged(pieces: readonly Painted[]): readonly Painted[] {
  const all: Painted[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.style === piece.style) all[all.length - 1] = painted(last.text + piece.text, piece.style);
    else all.push(piece);
  }
  return all;
}

/** The rules behind an action: of its trigger, its date, and the names that are its arguments. */
function rulesOf(action: ActionRecord, record: ArticleRecord): readonly string[] {
  const date = record.dates.find(({ id }) => id === action.date?.ref);
  const entries = [...record.organisations, ...record.products, ...record.vulnerabilities, ...record.malware];
  const args = [action.actors, action.targets, action.recipients, action.instruments, action.affected, action.sources];
  const names = args.flat().flatMap(({ ref, start }) =>
    entries
      .filter(({ id }) => id === ref)
      .flatMap(({ mentions }) => mentions.filter(mention => mention.start === start))
      .map(({ rule, text }) => `${rule} (${oneLine(text)})`),
  );
  return [
    ...new Set([
      `${action.rule} (${oneLine(action.trigger.text)})`,
      ...(date === undefined ? [] : [`${date.rule} (${oneLine(date.text)})`]),
      ...names,
    ]),
  ];
}

/**
 * The actions of an article, each as a sentence that can be checked against the words: who did what to what, when, how
 * sure that is, who says so, and by which rules.
 *
 * @param coloured whether the words are told by colours; if not, by a line under them
 */
export function explainActions(record: ArticleRecord, coloured: boolean): readonly Painted[] {
  const { path, index } = record.source;
  const count = record.actions.length;
  return [
    painted(`${index === null ? path : `${path}:${index}`}`, 'heading'),
    painted(` · ${count} ${count === 1 ? 'action' : 'actions'}\n`, 'dim'),
    ...(coloured || count === 0 ? [] : [painted('^ what tells of it  - who and what  ~ when\n', 'dim')]),
    ...record.actions.flatMap(action => {
      const { id, type, polarity, status, certainty, contentOf } = action;
      const state = STATES[status][polarity === 'affirmed' ? 0 : 1];
      return [
        painted('\n'),
        painted(`${id} ${type}: `, 'heading'),
        painted(`${statement(action)}.\n`),
        ...shown(action, record, coloured),
        painted(`${INDENT}${state} (${CERTAINTIES[certainty]}); ${voices(action, record)}`),
        painted(`${contentOf === null ? '' : `; it is the content of ${contentOf}`}\n`),
        painted(`${INDENT}${rulesOf(action, record).join(', ')}\n`, 'dim'),
      ];
    }),
  ];
}
