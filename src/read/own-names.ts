import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type Entry, MALWARE_KINDS, OF_NAMES, ORGANISATION_KINDS, PRODUCT_KINDS } from '../model/name.ts';
import { nearestWords } from '../model/nearest.ts';
import { type Row, readRows } from './rows.ts';

const FLAGS = ['caseSensitive', 'needsContext', 'needsHead'] as const;
const LISTS: readonly string[] = ['aliases', ...FLAGS];
const COLUMNS = ['name', 'kind', 'of', 'aliases', 'country', 'sector', 'vendor', 'cve', ...FLAGS];
/** What a flag says that holds for all forms of its row. */
const ALL: readonly string[] = ['yes', 'true'];
const KINDS_OF: Readonly<Record<Entry['of'], readonly string[]>> = {
  organisation: ORGANISATION_KINDS,
  product: PRODUCT_KINDS,
  malware: MALWARE_KINDS,
  actor: ['threat-group'],
  vulnerability: ['vulnerability'],
};
const LONGEST = 200;

/** The column that a head means, whatever its case: those of CSV arrive in lower case. */
function columnOf(head: string): string | undefined {
  return COLUMNS.find(column => column.toLowerCase() === head.toLowerCase());
}

/**
 * Read a user's own names: rows of `name`, `kind` and, where they matter, `of` (what is named, if the kind does not tell),
 * `aliases` (separated by `|` in CSV, a list in JSON), `country`, `sector`, `vendor` and `cve`, and the flags `caseSensitive`,
 * `needsContext` and `needsHead`: the forms for which they hold, or `yes` for all forms of the row.
 *
 * @returns entries of a gazetteer with the line on which each stands, or everything that is wrong with the file
 */
export function readOwnNames(
  path: string,
): { readonly lines: ReadonlyMap<Entry, number> } | { readonly diagnostics: readonly Diagnostic[] } {
  const read = readRows(path);
  if ('diagnostics' in read) return read;
  const entries = new Map<Entry, number>();
  const diagnostics: Diagnostic[] = [];
  const lines = new Map<string, number>();
  const strange = new Set<string>();
  for (const row of read.rows) {
    const wrong = (detail: string): void => {
      diagnostics.push(diagnostic('own/bad-row', { path, line: row.line }, detail));
    };
    for (const column of Object.keys(row.values)) {
      if (columnOf(column) !== undefined || strange.has(column)) continue;
      strange.add(column);
      wrong(`there is no column "${column}"; columns are ${COLUMNS.join(', ')}`);
    }
    const entry = entryOf(row);
    if (typeof entry === 'string') {
      wrong(entry);
      continue;
    }
    const key = `${entry.of} ${entry.name}`;
    const before = lines.get(key);
    if (before !== undefined) wrong(`"${entry.name}" stands on line ${before} already`);
    else {
      lines.set(key, row.line);
      entries.set(entry, row.line);
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { lines: entries };
}

/** The values of a row by column, or what is wrong: every value is a text, but lists may be lists, and flags true or false. */
function textsOf({ values }: Row): Readonly<Record<string, string>> | string {
  const texts: Record<string, string> = {};
  for (const [head, value] of Object.entries(values)) {
    const column = columnOf(head) ?? head;
    if (typeof value === 'string') texts[column] = value.normalize('NFC').trim();
    else if (value === null || value === undefined) texts[column] = '';
    else if (Array.isArray(value) && LISTS.includes(column) && value.every(one => typeof one === 'string'))
      texts[column] = value.join('|').normalize('NFC');
    else if (typeof value === 'boolean' && LISTS.includes(column) && column !== 'aliases')
      texts[column] = value ? 'yes' : '';
    else return `"${column}" must be a text${LISTS.includes(column) ? ' or a list of texts' : ''}`;
  }
  return texts;
}

/** The forms that a cell lists. */
function listed(cell = ''): readonly string[] {
  return [...new Set(cell.split('|').map(one => one.trim()))].filter(one => one !== '');
}

/** The flags of a row, or what is wrong with one: a flag can only hold for a form of the row. */
function flagsOf(
  texts: Readonly<Record<string, string>>,
  forms: readonly string[],
): Pick<Entry, (typeof FLAGS)[number]> | string {
  const flags = { caseSensitive: forms, needsContext: forms, needsHead: forms };
  for (const flag of FLAGS) {
    const cell = (texts[flag] ?? '').trim();
    const of = ALL.includes(cell.toLowerCase()) ? forms : cell.toLowerCase() === 'no' ? [] : listed(cell);
    const strange = of.find(one => !forms.includes(one));
    if (strange !== undefined)
      return `"${flag}" must be yes or names of the row, and "${strange.slice(0, 40)}" is neither its name nor an alias`;
    flags[flag] = of;
  }
  const both = flags.needsContext.find(one => flags.needsHead.includes(one));
  return both === undefined ? flags : `"${both}" cannot stand in needsContext and in needsHead`;
}

/** The entry of a row, or what is wrong with it and what would be right. */
function entryOf(row: Row): Entry | string {
  const texts = textsOf(row);
  if (typeof texts === 'string') return texts;
  const { name = '', kind = '', of = '', country = '', sector = '', vendor = '', cve = '' } = texts;
  if (name === '') return '"name" is missing';
  if (kind === '') return '"kind" is missing';
  const aliases = listed(texts.aliases);
  const odd = [name, ...aliases].find(one => one.length > LONGEST || !/[\p{L}\p{N}]/u.test(one));
  if (odd !== undefined) return `"${odd.slice(0, 40)}" is no name; write at least one letter and at most ${LONGEST}`;
  const known = OF_NAMES.filter(one => KINDS_OF[one].includes(kind));
  if (known.length === 0) {
    const all = [...new Set(OF_NAMES.flatMap(one => KINDS_OF[one]))];
    const near = nearestWords(all, kind);
    return `there is no kind "${kind}"; ${near.length > 0 ? `the nearest to it is ${near.join(', ')}` : `kinds are ${all.join(', ')}`}`;
  }
  const what = of === '' ? known[0] : known.find(one => one === of);
  if (what === undefined) return `"${of}" has no kind "${kind}"; "of" must be ${known.join(' or ')}, or be left out`;
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) return `the country "${country}" is not two capitals, such as NL`;
  if (cve !== '' && !/^CVE-\d{4}-\d{4,}$/.test(cve)) return `"${cve}" is no CVE number, such as CVE-2021-44228`;
  const flags = flagsOf(texts, [...new Set([name, ...aliases])]);
  if (typeof flags === 'string') return flags;
  const held = new Set([...flags.needsContext, ...flags.needsHead]);
  return {
    name,
    kind: what === 'vulnerability' ? 'other' : kind,
    of: what,
    vendor: vendor === '' ? null : vendor,
    country: country === '' ? null : country,
    sector: sector === '' ? null : sector,
    identifiers: {},
    cve: cve === '' ? [] : [cve],
    aliases: aliases.filter(one => !held.has(one)),
    ...flags,
  };
}
