import type { CompiledLanguage } from '../lexicon/lexicon.ts';
import type { Document } from '../model/document.ts';
import type { Mentions } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { WORD } from '../model/tokens.ts';
import type { ActionType } from '../model/trigger.ts';
import type { Action } from './relate.ts';

/** How much an action of a type says that the article is about an IT-security incident. */
const WEIGHT: Readonly<Partial<Record<ActionType, number>>> = {
  intrude: 2,
  exploit: 2,
  infect: 2,
  flood: 2,
  phish: 1.5,
  'steal-data': 1.5,
  'leak-data': 1.5,
  extort: 1,
  'pay-ransom': 1,
  claim: 0.5,
  attack: 1.5,
  detect: 0.5,
  'take-offline': 1.2,
  'release-patch': 1.5,
  remediate: 1,
  disrupt: 0.8,
  discover: 0.7,
  restore: 0.5,
  block: 0.5,
  fine: 0.5,
  arrest: 1,
  sue: 1,
  'stop-use': 0.7,
};
/** Types that follow on an incident of any kind, with how many words they need beside them that mean an attack or a leak. */
const FOLLOWS: Readonly<Partial<Record<ActionType, number>>> = { arrest: 1, fine: 2, sue: 2 };
/** The highest score of an article none of whose actions is concrete: a film, an explanation. */
const GENERAL = 0.4;
/** Roles in which a name makes an action concrete. */
const ROLES = ['actors', 'targets', 'affected', 'recipients', 'instruments'] as const;
/** The sum of evidence at which an article counts as reporting an incident. */
const ENOUGH = 3;
/** Words of computing without which "attack", "leak" and "virus" mean something else. */
const FEWEST_IT_WORDS = 3;
/** What each different word adds that means nothing but an attack or a leak, and how many of them count. */
const PLAIN = 0.5;
const MOST_PLAIN = 3;
/** Words from which on an article is long enough for all of that; a quarter of it does for one of a quarter of the length or less. */
const WHOLE_LENGTH = 180;
const LEAST_SHARE = 0.25;

/** What is judged of an article. */
export interface Relevance {
  readonly incident: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
}

type Judged = Pick<Action, 'type' | 'rule' | 'date' | 'sentence' | (typeof ROLES)[number]>;

const round = (n: number): number => Math.round(n * 1000) / 1000;

/**
 * Whether an article reports a concrete IT-security incident, vulnerability, outage or measure: actions, names and
 * vulnerabilities add evidence; without words of computing nothing counts.
 *
 * @returns reasons: the rules that gave most evidence, the weightiest first
 */
export function judge(
  document: Document,
  mentions: Mentions,
  actions: readonly Judged[],
  { computing, security }: Pick<CompiledLanguage, 'computing' | 'security'>,
): Relevance {
  const evidence = new Map<string, number>();
  const add = (rule: string, weight: number): void => {
    evidence.set(rule, (evidence.get(rule) ?? 0) + weight);
  };
  for (const one of mentions.vulnerabilities) add(one.mentions[0]?.rule ?? '', 3);
  for (const one of mentions.malware) add(one.mentions[0]?.rule ?? '', 2);
  const gangs = mentions.organisations.filter(({ kind }) => kind === 'threat-group');
  for (const one of gangs) add(one.mentions[0]?.rule ?? '', 1.5);
  let words = mentions.products.length + (mentions.vulnerabilities.length + mentions.malware.length + gangs.length) * 2;
  let length = 0;
  const told = new Set<number>();
  for (let i = 0; i < document.tokens.count; i += 1) {
    if (document.tokens.kind[i] === WORD) length += 1;
    const [id, head] = [document.tokens.id[i] ?? 0, document.heads[i] ?? 0];
    if (computing.has(id) || computing.has(head)) words += 1;
    if (security.has(id) || security.has(head)) told.add(security.has(id) ? id : head);
  }
  let concrete = mentions.vulnerabilities.length > 0 || gangs.length > 0 || mentions.malware.length > 0;
  const plain = Math.min(told.size, MOST_PLAIN);
  const part = Math.max(LEAST_SHARE, Math.min(1, length / WHOLE_LENGTH));
  for (const action of actions) {
    const weight = WEIGHT[action.type];
    if (action.type in FOLLOWS) concrete = true;
    if (weight === undefined || plain < Math.ceil((FOLLOWS[action.type] ?? 0) * part)) continue;
    add(action.rule, weight);
    if (isConcrete(action) || names(action.sentence)) concrete = true;
  }
  words += plain;
  const sum = [...evidence.values()].reduce((total, weight) => total + weight, plain * PLAIN);
  const share = Math.min(1, words / (2 * FEWEST_IT_WORDS * part));
  const score = round(Math.min(concrete ? 1 : GENERAL, (sum * share) / (2 * ENOUGH * part)));
  const ranked = [...evidence].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule]) => rule);
  return {
    incident: concrete && words >= FEWEST_IT_WORDS * part && sum * share >= ENOUGH * part,
    score,
    reasons: ranked.filter(rule => rule !== '').slice(0, 8),
  };

  /** Whether a sentence names an organisation or a product. */
  function names({ start, end }: Span): boolean {
    return [...mentions.organisations, ...mentions.products].some(one =>
      one.mentions.some(mention => mention.start >= start && mention.end <= end),
    );
  }
}

/** "Hackers drongen binnen bij EDE", "op 3 MEI": an action of somebody or something that has a name, or of a day. */
function isConcrete(action: Judged): boolean {
  return (
    action.date !== null || ROLES.some(role => action[role].some(({ ref, kind }) => ref !== null || kind === 'person'))
  );
}
