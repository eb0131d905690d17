/**
 * Build the package into dist/: compile, then copy the gazetteers beside the code that reads them.
 *
 * usage: node scripts/build.mjs [OUT_DIR]
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
fs.rmSync(out, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(root, 'tsconfig.build.json'), '--outDir', out],
  { stdio: 'inherit' },
);
fs.cpSync(path.join(root, 'src/knowledge'), path.join(out, 'knowledge'), {
  recursive: true,
  filter: source => !source.endsWith('.ts'),
});
