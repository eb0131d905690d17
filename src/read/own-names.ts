import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type Entry, MALWARE_KINDS, OF_NAMES, ORGANISATION_KINDS, PRODUCT_KINDS } from '../model/name.ts';
import { nearestWords } from '../model/nearest.ts';
import { type Row, readRows } from './rows.ts';

const COLUMNS = ['name', 'kind', 'of', 'aliases', 'country', 'sector', 'vendor', 'cve'];
const KINDS_OF: Readonly<Record<Entry['of'], readonly string[]>> = {
  organisation: ORGANISATION_KINDS,
  product: PRODUCT_KINDS,
  malware: MALWARE_KINDS,
  actor: ['threat-group'],
  vulnerability: ['vulnerability'],
};
const LONGEST = 200;

/**
 * Read a user's own names: rows of `name`, `kind` and, where they matter, `of` (what is named, if the kind does not tell),
 * `aliases` (separated by `|` in CSV, a list in JSON), `country`, `sector`, `vendor` and `cve`.
 *
 * @returns entries of a gazetteer, or everything that is wrong with the file
 */
export function readOwnNames(
  path: string,
): { readonly entries: readonly Entry[] } | { readonly diagnostics: readonly Diagnostic[] } {
  const read = readRows(path);
  if ('diagnostics' in read) return read;
  const entries: Entry[] = [];
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
      entries.push(entry);
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { entries };
}

/** The values of a row by column, or what is wrong: every value is a text, but lists may be lists. */
function textsOf({ values }: Row): Readonly<Record<string, string>> | string {
  const texts: Record<string, string> = {};
  for (const [column, value] of Object.entries(values)) {
    if (typeof value === 'string') texts[column] = value.normalize('NFC').trim();
    else if (value === null || value === undefined) texts[column] = '';
    else if (Array.isArray(value) && column === 'aliases' && value.every(one => typeof one === 'string'))
      texts[column] = value.join('|').normalize('NFC');
    else return `"${column}" must be a text${column === 'aliases' ? ' or a list of texts' : ''}`;
  }
  return texts;
}

/** The entry of a row, or what is wrong with it and what would be right. */
function entryOf(row: Row): Entry | string {
  const texts = textsOf(row);
  if (typeof texts === 'string') return texts;
  const { name = '', kind = '', of = '', country = '', sector = '', vendor = '', cve = '' } = texts;
  if (name === '') return '"name" is missing';
  if (kind === '') return '"kind" is missing';
  const aliases = [...new Set((texts.aliases ?? '').split('|').map(one => one.trim()))].filter(one => one !== '');
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
  return {
    name,
    kind: what === 'vulnerability' ? 'other' : kind,
    of: what,
    vendor: vendor === '' ? null : vendor,
    country: country === '' ? null : country,
    sector: sector === '' ? null : sector,
    identifiers: {},
    cve: cve === '' ? [] : [cve],
    aliases,
    needsContext: [],
    needsHead: [],
  };
}
