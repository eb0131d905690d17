/**
 * Start the program from its bundles, with what V8 made of them when they were built: one file that need not be compiled
 * is ready ten times sooner than two hundred modules. Another Node than the one of the build refuses what V8 made, and
 * compiles the bundles by itself; where there is no bundle, or tables that do not fit, the modules are loaded as they are.
 *
 * This is CommonJS, for Node needs less to run it.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');

/** The bundles in a folder; each is loaded when it is first asked for. */
function bundles(dist) {
  const loaded = new Map();
  /** A module that the work is bundled of. */
  const part = async name => load('work.cjs').exports.parts[name]();
  /** A module or package that is not bundled. */
  const bring = name => import(name.startsWith('./') ? pathToFileURL(join(dist, name)).href : name);
  const load = name => {
    const held = loaded.get(name);
    if (held) return held;
    const filename = join(dist, name);
    const cache = `${filename}.cache`;
    const script = new vm.Script(readFileSync(filename, 'latin1'), {
      filename,
      cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
    });
    const own = { script, exports: {} };
    loaded.set(name, own);
    script.runInThisContext()(own.exports, require, dist, part, bring);
    return own;
  };
  return { load, loaded };
}

/**
 * Run the program.
 *
 * @param args the arguments behind its name
 * @param dist the folder of the build
 * @returns its exit code
 */
async function start(args, dist = join(__dirname, '../dist')) {
  const file = join(dist, 'command.cjs');
  if (existsSync(file)) {
    const { isFitting, main } = bundles(dist).load('command.cjs').exports;
    if (isFitting()) return main(args);
  }
  const { main } = await import('../dist/cli.js');
  return main(args);
}

module.exports = { bundles, start };
