import { obstacleCode, type Surroundings, WELL } from './manners.ts';

export async function schema(kind: string, around: Surroundings): Promise<number> {
  const { schemaFiles } = await import('../model/schema.ts');
  await around.stdout.write(schemaFiles()[kind === 'incident' ? 'incident.schema.json' : 'article.schema.json']);
  return (await obstacleCode(await around.stdout.finish(), null, { color: 'auto' })) ?? WELL;
}
