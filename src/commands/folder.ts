import { CORPUS_FILES } from '../model/corpus.ts';
import type { Places } from '../write/folder.ts';
import { FAILED, type Manners, messenger, NOT_WRITTEN, obstacleCode, WRONG_USE } from './manners.ts';

/**
 * Do work on a corpus folder that nobody else is writing meanwhile, put in order first what a run that was killed left.
 *
 * @returns the exit code of the work, or of what stands against it
 */
export async function inFolder(
  path: string,
  manners: Manners,
  work: (places: Places) => Promise<number>,
): Promise<number> {
  const [folder, { lockFolder }, { diagnostic }, print] = await Promise.all([
    import('../write/folder.ts'),
    import('../write/lock.ts'),
    import('../model/diagnostic.ts'),
    messenger(manners),
  ]);
  const places = folder.placesOf(path);
  if (folder.holdsCurrent(places)) {
    print(diagnostic('build/current-folder', { path }));
    return WRONG_USE;
  }
  const obstacle = folder.obstacleIn(places);
  const lock = obstacle ?? (await lockFolder(places));
  if ('kind' in lock) return (await obstacleCode(lock, path, manners)) ?? NOT_WRITTEN;
  if ('pid' in lock) {
    print(diagnostic('build/locked', { path }, `process ${lock.pid}, as ${lock.path} says`));
    return FAILED;
  }
  try {
    const broken = folder.settle(places, CORPUS_FILES);
    return (await obstacleCode(broken, path, manners)) ?? (await work(places));
  } finally {
    lock.release();
  }
}
