/**
 * Build the package into dist/: compile, copy the gazetteers beside the code that reads them, write the tables of rules
 * and names from which the program starts, bundle the script and the looks of the report, which `build` puts into
 * report.html, and bundle the command.
 *
 * usage: node scripts/build.mjs [OUT_DIR]
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { bundle } from './bundle.mjs';

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
const load = file => import(pathToFileURL(path.join(out, file)).href);
const [{ compile }, { tablesOf }] = await Promise.all([load('compile.js'), load('tables.js')]);
fs.writeFileSync(path.join(out, 'tables.bin'), tablesOf(await compile()));
buildSync({
  entryPoints: { report: path.join(root, 'page/report.ts'), looks: path.join(root, 'page/report.css') },
  outdir: path.join(out, 'page'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  format: 'iife',
  target: ['es2022', 'chrome107', 'firefox104', 'safari16'],
});
fs.renameSync(path.join(out, 'page/looks.css'), path.join(out, 'page/report.css'));
await bundle(out);
