import { FAILED, type Manners, misuse, obstacleCode, type Surroundings, WELL } from './manners.ts';

export interface NamesOptions extends Manners {
  readonly kind?: string;
  readonly format: 'jsonl' | 'json' | 'table';
}

export async function names(query: string | undefined, options: NamesOptions, around: Surroundings): Promise<number> {
  const [{ knownNames, namedKinds }, { table }] = await Promise.all([
    import('../names.ts'),
    import('../write/table.ts'),
  ]);
  const { kind, format } = options;
  if (kind !== undefined && !namedKinds().includes(kind)) {
    return misuse(`there is no kind of names "${kind}"`, `Kinds are: ${namedKinds().join(', ')}.`);
  }
  const found = knownNames(query, kind);
  if (format === 'json') await around.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (format === 'jsonl') {
    for (const one of found) if (!(await around.stdout.write(`${JSON.stringify(one)}\n`))) break;
  } else if (found.length > 0) {
    const rows = found.map(one => [one.name, one.of, one.kind, one.country ?? '', one.aliases.slice(0, 4).join(', ')]);
    await around.stdout.write(table(['name', 'of', 'kind', 'country', 'aliases'], rows));
  }
  const obstacle = await obstacleCode(await around.stdout.finish(), null, options);
  return obstacle ?? (found.length > 0 ? WELL : FAILED);
}
