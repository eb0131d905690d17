import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The newest change among the files of a folder, in milliseconds. */
function newest(folder: string): number {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0);
}

/** Build once before the tests that run the program as users do; not when dist/ is newer than its sources. */
export default function setup(): void {
  const built = path.resolve('dist/cli.js');
  if (fs.existsSync(built) && fs.statSync(built).mtimeMs > newest('src')) return;
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
