import type { Gold, GoldAction } from '../model/gold.ts';
import type { ActionRecord, ArgumentRecord } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { Ledger } from './ledger.ts';
import { meansName, sameName } from './names.ts';
import { placeOf, shared } from './places.ts';

/** A marked action with where its quote stands, and its trigger in that. */
interface Marked {
  readonly action: GoldAction;
  readonly quote: Span;
  readonly trigger: Span;
}

const typesOf = ({ action }: Marked): readonly string[] => [action.type, ...(action.typeAlt ?? [])];

function placed(text: string, gold: Gold): Marked[] {
  return gold.actions.flatMap(action => {
    const quote = placeOf(text, action.quote);
    const inside = placeOf(action.quote, action.trigger);
    if (quote === null || inside === null) return [];
    return [{ action, quote, trigger: { start: quote.start + inside.start, end: quote.start + inside.end } }];
  });
}

/**
 * Compare actions: one is found if it is of a marked type and its trigger overlaps the marked trigger or, where none is
 * left that does, the marked quote. Of found ones polarity, status and arguments are compared.
 */
export function compareActions(text: string, gold: Gold, found: readonly ActionRecord[], ledger: Ledger): void {
  const marked = placed(text, gold);
  const free = new Set(marked);
  const left = new Set(found);
  for (const place of ['trigger', 'quote'] as const) {
    for (const action of found) {
      if (!left.has(action)) continue;
      const hit = [...free].find(one => typesOf(one).includes(action.type) && shared(one[place], action.trigger) > 0);
      if (hit === undefined) continue;
      free.delete(hit);
      left.delete(action);
      if (!hit.action.optional) comparePair(gold, hit.action, action, ledger);
    }
  }
  for (const action of left) {
    if (marked.some(one => one.action.optional && shared(one.quote, action.trigger) > 0)) continue;
    ledger.count('actions', 'extra');
    ledger.countType(action.type, 'extra');
    ledger.fault('actions', `extra ${action.type} "${action.trigger.text}"`);
  }
  for (const { action } of free) {
    if (action.optional) continue;
    ledger.count('actions', 'missed');
    ledger.countType(action.type, 'missed');
    ledger.fault('actions', `missed ${action.type} "${action.quote}"`);
  }
  comparePresence(marked, found, ledger);
}

/** Whether a type of action occurs in the article at all. */
function comparePresence(marked: readonly Marked[], found: readonly ActionRecord[], ledger: Ledger): void {
  const told = new Set<string>(found.map(({ type }) => type));
  const allowed = new Set(marked.flatMap(typesOf));
  const asked = new Set(marked.filter(({ action }) => !action.optional).map(({ action }) => action.type));
  for (const type of asked) ledger.count('actionPresence', told.has(type) ? 'found' : 'missed');
  for (const type of told) if (!allowed.has(type)) ledger.count('actionPresence', 'extra');
}

function comparePair(gold: Gold, marked: GoldAction, found: ActionRecord, ledger: Ledger): void {
  ledger.count('actions', 'found');
  ledger.countType(marked.type, 'found');
  const about = `${found.type} "${marked.quote}"`;
  const isPolarity = [marked.polarity, ...(marked.polarityAlt ?? [])].includes(found.polarity);
  ledger.judge('polarity', isPolarity, () => `${about} ${found.polarity} for ${marked.polarity}`);
  const isStatus = [marked.status, ...(marked.statusAlt ?? [])].includes(found.status);
  ledger.judge('status', isStatus, () => `${about} ${found.status} for ${marked.status}`);
  compareRole('actor', gold, marked.actor ?? [], found.actors, about, ledger);
  compareRole('target', gold, marked.target ?? [], [...found.targets, ...found.recipients], about, ledger);
  compareRole('source', gold, marked.source ?? [], found.sources, about, ledger);
}

/** The most arguments of a role that can count against it. */
const MOST_STRAYS = 2;

/**
 * Compare the arguments of a role. One that means a marked name, or another name of the same entry, fills the role;
 * those that mean none count against it, but one is free beside one that does. What was inferred counts only where
 * something is marked.
 */
function compareRole(
  role: 'actor' | 'target' | 'source',
  gold: Gold,
  marked: readonly string[],
  found: readonly ArgumentRecord[],
  about: string,
  ledger: Ledger,
): void {
  const entries = [...gold.organisations, ...gold.products];
  const wanted = marked.flatMap(name => [
    name,
    ...entries.filter(({ names }) => names.some(one => sameName(one, name))).flatMap(({ names }) => names),
  ]);
  const args = found.filter(({ how }) => wanted.length > 0 || how !== 'inferred');
  const isWanted = ({ name, text }: ArgumentRecord): boolean =>
    [name, text].some(form => form !== '' && wanted.some(one => meansName(one, form)));
  const isFilled = args.some(isWanted);
  const strays = args.filter(argument => !isWanted(argument)).length - (isFilled ? 1 : 0);
  if (isFilled) ledger.count(role, 'found');
  else if (wanted.length > 0) ledger.count(role, 'missed');
  if (strays > 0) ledger.count(role, 'extra', Math.min(strays, MOST_STRAYS));
  if (!isFilled && (wanted.length > 0 || strays > 0))
    ledger.fault(role, `${about} [${args.map(({ name }) => name).join(' | ')}] for [${marked.join(' | ')}]`);
}
