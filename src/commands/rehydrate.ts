import type { Places } from '../write/folder.ts';
import { inFolder } from './folder.ts';
import { FAILED, type Manners, messenger, NOT_WRITTEN, obstacleCode, type Surroundings, say, WELL } from './manners.ts';

export async function rehydrate(
  path: string,
  options: Manners & { readonly articles: readonly string[] },
  around: Surroundings,
): Promise<number> {
  return inFolder(path, options, places => rehydrateIn(places, path, options, around));
}

async function rehydrateIn(
  places: Places,
  path: string,
  options: Manners & { readonly articles: readonly string[] },
  around: Surroundings,
): Promise<number> {
  const [{ readArticles }, { formerIn }, rehydrator, print] = await Promise.all([
    import('../read/read.ts'),
    import('../build/former.ts'),
    import('../build/rehydrate.ts'),
    messenger(options),
  ]);
  let failed = 0;
  const ending = await rehydrator.rehydrate(
    places,
    await formerIn(places.target),
    readArticles(options.articles, { exclude: places.target }),
    found => {
      if (found.severity === 'error') failed += 1;
      if (found.severity !== 'info') print(found);
    },
    () => around.signalled() !== null,
  );
  switch (ending.kind) {
    case 'broken':
      return (await obstacleCode(ending.obstacle, path, options)) ?? NOT_WRITTEN;
    case 'refused':
      print({ ...ending.diagnostic, path });
      return FAILED;
    case 'stopped':
      if (!options.quiet) say('Stopped. The folder is as it was.\n');
      return around.signalled() ?? FAILED;
    case 'built':
      if (!options.quiet) say(`${ending.reused} of ${ending.corpus.articles.length} articles have their text\n`);
      return failed === 0 ? WELL : FAILED;
  }
}
