import type { Gold, GoldName } from '../model/gold.ts';
import type { OrganisationRecord, ProductRecord, VulnerabilityRecord } from '../model/record.ts';
import type { Ledger } from './ledger.ts';
import { sameName, sameSpelling } from './names.ts';

type Entry = OrganisationRecord | ProductRecord;

/** All names under which an entry is found in its article. */
function formsOf(entry: Entry): readonly string[] {
  const aliases = 'aliases' in entry ? entry.aliases : [];
  return [entry.name, ...aliases, ...entry.mentions.map(({ text }) => text)].filter(form => form !== '');
}

/** Compare organisations or products: one is found if any of its forms is one of the marked names. */
export function compareEntries(
  measure: 'organisations' | 'products',
  marked: readonly GoldName[],
  found: readonly Entry[],
  ledger: Ledger,
): void {
  const taken = new Set<GoldName>();
  for (const entry of found) {
    const forms = formsOf(entry);
    const hit = marked.find(({ names }) => names.some(name => forms.some(form => sameName(name, form))));
    if (hit === undefined) {
      ledger.count(measure, 'extra');
      ledger.fault(measure, `extra "${entry.name}" (${forms.slice(1, 4).join(' | ')})`);
    } else if (taken.has(hit)) {
      if (hit.optional) continue;
      ledger.count(measure, 'extra');
      ledger.fault(measure, `split "${entry.name}" of "${hit.names[0]}"`);
    } else {
      taken.add(hit);
      if (hit.optional) continue;
      ledger.count(measure, 'found');
      if (measure === 'organisations')
        ledger.judge('kind', entry.kind === hit.kind, () => `${entry.name} ${entry.kind} for ${hit.kind}`);
    }
  }
  for (const one of marked) {
    if (taken.has(one) || one.optional) continue;
    ledger.count(measure, 'missed');
    ledger.fault(measure, `missed "${one.names[0]}"`);
  }
}

/** Compare vulnerabilities by number or nickname. */
export function compareVulnerabilities(gold: Gold, found: readonly VulnerabilityRecord[], ledger: Ledger): void {
  const formsOf = ({ id, name, cve, aliases }: VulnerabilityRecord): string[] =>
    [id, name, ...(cve === null ? [] : [cve]), ...aliases].filter(form => form !== '');
  const means = (name: string, one: VulnerabilityRecord): boolean =>
    formsOf(one).some(form => sameSpelling(name, form));
  const marked = gold.vulnerabilities.filter(
    (name, index, all) => all.findIndex(other => sameSpelling(name, other)) === index,
  );
  for (const name of marked) {
    if (found.some(one => means(name, one))) ledger.count('vulnerabilities', 'found');
    else {
      ledger.count('vulnerabilities', 'missed');
      ledger.fault('vulnerabilities', `missed "${name}"`);
    }
  }
  for (const one of found) {
    if (marked.some(name => means(name, one))) continue;
    ledger.count('vulnerabilities', 'extra');
    ledger.fault('vulnerabilities', `extra "${one.name}"`);
  }
}
