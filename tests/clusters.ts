/** How well groups agree with those that were marked by hand. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

type Groups = readonly (readonly string[])[];

const rounded = (n: number): number => Math.round(n * 1000) / 1000;

function agreement(precision: number, recall: number): Agreement {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
}

const groupOf = (groups: Groups, name: string): readonly string[] =>
  groups.find(group => group.includes(name)) ?? [name];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** B-cubed (Bagga and Baldwin 1998): of each article the share of its group that belongs there, and of those that do. */
export function bCubed(marked: Groups, found: Groups): Agreement {
  const shares = marked.flat().map(name => {
    const [own, right] = [groupOf(found, name), groupOf(marked, name)];
    const both = own.filter(other => right.includes(other)).length;
    return { precision: both / own.length, recall: both / right.length };
  });
  return agreement(mean(shares.map(one => one.precision)), mean(shares.map(one => one.recall)));
}

const links = (size: number): number => (size * (size - 1)) / 2;

/** Of each group, by its size, the share of its links that the other grouping has; a lone article has one to itself. */
function resolved(groups: Groups, others: Groups): number {
  let sum = 0;
  for (const group of groups) {
    if (group.length === 1) sum += groupOf(others, group[0] ?? '').length === 1 ? 1 : 0;
    else {
      const kept = others.reduce((all, other) => all + links(other.filter(name => group.includes(name)).length), 0);
      sum += (group.length * kept) / links(group.length);
    }
  }
  return sum / groups.flat().length;
}

/** LEA (Moosavi and Strube 2016): how much of each group, by its links, is found, weighted by its size. */
export function lea(marked: Groups, found: Groups): Agreement {
  return agreement(resolved(found, marked), resolved(marked, found));
}
