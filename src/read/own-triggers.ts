import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { LanguageCode } from '../model/language.ts';
import { nearestWords } from '../model/nearest.ts';
import type { OwnTrigger } from '../model/own-trigger.ts';
import { type ActionType, PHASE_OF, type Role } from '../model/trigger.ts';
import { type Row, readRows } from './rows.ts';

const COLUMNS = ['type', 'language', 'lemma', 'roles'];
const LANGUAGES: readonly LanguageCode[] = ['nl', 'en'];
const PLACES = ['subject', 'object', 'agent', 'of', 'to', 'with'] as const;
const ROLES: readonly (Role | 'none')[] = ['actor', 'target', 'recipient', 'instrument', 'affected', 'none'];
const CLASSES: Readonly<Record<string, OwnTrigger['is']>> = { n: 'noun', p: 'phrase' };

/**
 * Read a user's own triggers: rows of `type`, `language`, `lemma` and, if the places of the sentence fill other roles than
 * subject actor and object target, `roles`.
 *
 * @returns the triggers, or everything that is wrong with the file
 */
export function readOwnTriggers(
  path: string,
): { readonly triggers: readonly OwnTrigger[] } | { readonly diagnostics: readonly Diagnostic[] } {
  const read = readRows(path);
  if ('diagnostics' in read) return read;
  const triggers: OwnTrigger[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines = new Map<string, number>();
  const strange = new Set<string>();
  for (const row of read.rows) {
    const wrong = (detail: string): void => {
      diagnostics.push(diagnostic('own/bad-row', { path, line: row.line }, detail));
    };
    for (const column of Object.keys(row.values)) {
      if (COLUMNS.includes(column) || strange.has(column)) continue;
      strange.add(column);
      wrong(`there is no column "${column}"; columns are ${listed(COLUMNS)}`);
    }
    const found = triggerOf(row);
    if (typeof found === 'string') {
      wrong(found);
      continue;
    }
    const key = `${found.language} ${found.is} ${found.words.replace('|', '')}`;
    const before = lines.get(key);
    if (before !== undefined) wrong(`"${found.lemma}" stands on line ${before} already`);
    else {
      lines.set(key, row.line);
      triggers.push(found);
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { triggers };
}

const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/u, ' or $1');

/** A value of a row that must be a string; null if it is something else, empty if it is not there. */
function textOf({ values }: Row, column: string): string | null {
  const value = values[column] ?? '';
  return typeof value === 'string' ? value.normalize('NFC').trim() : null;
}

/** The trigger of a row, or what is wrong with it and what would be right. */
function triggerOf(row: Row): OwnTrigger | string {
  const [type, code, lemma] = [textOf(row, 'type'), textOf(row, 'language'), textOf(row, 'lemma')];
  for (const [column, value] of Object.entries({ type, language: code, lemma })) {
    if (value === null) return `"${column}" must be a text`;
    if (value === '') return `"${column}" is missing`;
  }
  const known = Object.keys(PHASE_OF);
  if (!isType(type)) {
    const near = nearestWords(known, type ?? '');
    return `there is no type of action "${type}"; ${near.length > 0 ? `the nearest to it is ${listed(near)}` : `types are ${listed(known)}`}`;
  }
  const language = LANGUAGES.find(one => one === code);
  if (language === undefined) return `the language "${code}" is not ${listed(LANGUAGES)}`;
  const [, mark, words = ''] = /^(?:(\w):\s*)?(.*)$/su.exec((lemma ?? '').replaceAll(/\s+/gu, ' ')) ?? [];
  const is = mark === undefined ? 'verb' : CLASSES[mark];
  if (is === undefined)
    return `"${mark}:" is no class of words; write n: for a noun, p: for a fixed phrase, and a verb bare`;
  const wrong = wrongLemma(words, is, language);
  if (wrong !== null) return wrong;
  const roles = rolesOf(row.values.roles);
  return typeof roles === 'string' ? roles : { type, language, lemma: lemma ?? '', is, words, roles };
}

function isType(type: string | null): type is ActionType {
  return type !== null && Object.hasOwn(PHASE_OF, type);
}

/** What is wrong with a lemma, or null. */
function wrongLemma(words: string, is: OwnTrigger['is'], language: LanguageCode): string | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}' |-]*$/u.test(words))
    return `"${words}" is no lemma; write letters, digits, blanks, hyphens and apostrophes only`;
  const bars = words.split('|').length - 1;
  if (bars > 0 && (is !== 'verb' || language !== 'nl' || bars > 1 || !/[\p{L}]\|[\p{L}]/u.test(words)))
    return `"${words}" has a bar in it; one stands in a Dutch verb between particle and stem, as in uit|zetten`;
  if (is !== 'verb') return null;
  if (language === 'nl' && !/\p{L}n$/u.test(words))
    return `"${words}" is no Dutch infinitive; write one that ends in -n, or n: before a noun`;
  if (language === 'en' && !/^[a-z]{2,}(?: |$)/u.test(words))
    return `"${words}" is no English infinitive; write the bare verb first, as in shut down`;
  return null;
}

/** Roles by the places of the sentence: an object, or a text such as "subject=target with=actor". */
function rolesOf(value: unknown): OwnTrigger['roles'] | string {
  if (value === undefined || value === null || value === '') return {};
  const pairs =
    typeof value === 'string'
      ? value.split(/[\s,;]+/u).map((pair): unknown[] => pair.split('='))
      : typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value)
        : null;
  if (pairs === null) return '"roles" must be an object, or a text such as subject=target';
  const roles: { -readonly [K in keyof OwnTrigger['roles']]: OwnTrigger['roles'][K] } = {};
  for (const [place, role] of pairs) {
    const where = PLACES.find(one => one === place);
    const what = ROLES.find(one => one === role);
    if (where === undefined) return `"${String(place)}" is no place of a sentence; places are ${listed(PLACES)}`;
    if (what === undefined) return `"${String(role ?? '')}" is no role for the ${where}; roles are ${listed(ROLES)}`;
    roles[where] = what;
  }
  return roles;
}
