import type { Report } from './report.ts';

/** Report the ids that an earlier item of the list has already. */
export function checkUnique(items: readonly { readonly id: string }[], at: string, report: Report): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id)) report('validate/duplicate-id', `${at}[${i}].id`, `is ${id} again`);
    seen.add(id);
  });
}

/** Report an id that is none of those listed in the record. */
export function checkKnown(id: string, at: string, known: ReadonlySet<string>, report: Report): void {
  if (!known.has(id)) report('validate/reference', at, `is ${id}, which the record does not list`);
}
