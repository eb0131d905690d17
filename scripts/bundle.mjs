/**
 * Bundle the command into three files of dist/: command.cjs (the command line), work.cjs (what the commands load) and
 * franc.cjs; and write beside the first two what V8 makes of them (`bin/start.js` loads them). Rules and gazetteers stay
 * apart, for only few runs need them from their sources, and packages that read formats are loaded from where they are.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Modules that are loaded as they are: they hold or import the sources of all rules and names. */
const APART = new Set(['compile.js', 'names.js']);
/** What the bundled packages are; all others are installed beside the program. */
const BUNDLED = /^(?:commander|zod|chalk|csv-stringify|node:)/;

/** Replace what must stand in a text. */
function replaced(text, from, to, file) {
  const made = text.replaceAll(from, to);
  if (made === text) throw new Error(`${file} has changed: ${from} is not in it, so it cannot be bundled`);
  return made;
}

/** How a bundle takes the modules of dist/. */
function modules(out, asked) {
  const named = file => path.relative(out, file).replaceAll(path.sep, '/');
  return {
    name: 'modules',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.\.?\// }, ({ path: to, resolveDir, importer }) => {
        const name = named(path.resolve(resolveDir, to));
        if (!APART.has(name)) return undefined;
        if (importer === '') throw new Error(`${name} is no part of a bundle`);
        return { path: `./${name}`, external: true };
      });
      bundle.onResolve({ filter: /^[a-z@]/ }, ({ path: to, importer }) =>
        BUNDLED.test(to) || importer.includes('node_modules') ? undefined : { path: to, external: true },
      );
      bundle.onLoad({ filter: /\.js$/ }, ({ path: file }) => {
        if (file.includes('node_modules')) return undefined;
        const name = named(file);
        let contents = fs
          .readFileSync(file, 'utf8')
          .replaceAll('import.meta.url', `require('node:url').pathToFileURL(dist + '/${name}').href`);
        // Each command is loaded when it is called, and loads its work then: from the other bundle.
        if (asked !== undefined)
          contents = contents.replaceAll(/import\(['"](\.\.?\/[\w./-]+)['"]\)/g, (_whole, to) => {
            const part = named(path.resolve(path.dirname(file), to));
            if (APART.has(part)) return `bring('./${part}')`;
            asked.add(part);
            return `part('${part}')`;
          });
        // Without tables that fit the bundles are not run at all, so rules never have to be compiled at their start.
        if (name === 'engine.js')
          contents = replaced(
            contents,
            /\?\?\s*\(await \(await import\(['"]\.\/compile\.js['"]\)\)\.compile\(\)\)/g,
            '',
            name,
          );
        // franc unpacks its models while it is loaded, and few articles need it: it is loaded when it is first called.
        if (name === 'detect/detect.js')
          contents = replaced(
            contents,
            "import { francAll } from 'franc';",
            "const francAll = (...given) => require(dist + '/franc.cjs').francAll(...given);",
            name,
          );
        return { contents, resolveDir: path.dirname(file) };
      });
    },
  };
}

const HEAD = { js: '(function(exports,require,dist,part,bring){const module={exports};' };
const FOOT = { js: 'Object.assign(exports,module.exports)})' };

/** Write the bundles of a build. */
export async function bundle(out) {
  const asked = new Set();
  const options = {
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
  };
  const own = { ...options, banner: HEAD, footer: FOOT };
  const source = (contents, outfile) => ({
    stdin: { contents, resolveDir: out },
    outfile: path.join(out, outfile),
  });
  await build({
    ...own,
    ...source("export { main } from './cli.js';\nexport { isFitting } from './tables.js';", 'command.cjs'),
    plugins: [modules(out, asked)],
  });
  const parts = [...asked].toSorted().map(part => `'${part}': () => require('./${part}'),`);
  await build({
    ...own,
    ...source(`export const parts = {\n${parts.join('\n')}\n};`, 'work.cjs'),
    plugins: [modules(out)],
  });
  await build({
    ...options,
    stdin: { contents: "export { francAll } from 'franc';", resolveDir: root },
    outfile: path.join(out, 'franc.cjs'),
  });
  for (const name of ['command.cjs', 'work.cjs']) {
    const file = path.join(out, name);
    // Scripts cannot import by themselves in every Node: what loads the bundles does it for them.
    const text = fs.readFileSync(file, 'utf8').replaceAll(/\bimport\((?=")/g, 'bring(');
    // In patterns esbuild leaves letters beyond ASCII as they are; a file of ASCII alone is read in the least time.
    const plain = text.replaceAll(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    fs.writeFileSync(file, plain);
  }
  // In a process of its own, for what V8 makes hangs on the flags that it runs with.
  for (const args of [['--version'], ['extract', '-q', ...WARMING]])
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), out, ...args], { cwd: root, stdio: 'ignore' });
}

/** Articles, one of each language, of which V8 learns what a run needs. */
const WARMING = ['nl-gorinchem-ziekenhuis', 'en-edgelink-directive'].map(
  name => `fixtures/articles/${name}/article.txt`,
);

/** Run the program, and write what V8 made of its bundles until then. */
async function warm(out, args) {
  const { bundles } = createRequire(import.meta.url)('../bin/start.js');
  // What V8 makes is refused under other flags, and a run that is under way may change them.
  createRequire(import.meta.url)('node:v8').setFlagsFromString = () => {};
  const { load, loaded } = bundles(out);
  await load('command.cjs').exports.main(args);
  for (const [name, { script }] of loaded) {
    const cache = path.join(out, `${name}.cache`);
    if (!fs.existsSync(cache)) fs.writeFileSync(cache, script.createCachedData());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, ...args] = process.argv.slice(2);
  await warm(out, args);
}
