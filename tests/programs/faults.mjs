/**
 * Run a command again and again; in the n-th run the n-th thing that it asks of the file system, below one folder, fails.
 * After each run the same command is run once more without a fault. What became of its output is told as JSON.
 *
 * usage: node tests/programs/faults.mjs '{"args": [...], "root": "...", "target": "...", "former": "...", "code": "EIO", "step": 1}'
 *
 * `root` is a folder, `target` the path in it that the command writes, `former` a copy of what stands there before, or
 * null; `step` is 1 where every call is to fail once, 2 where every other is.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const { args, root, target, former, code, step } = JSON.parse(process.argv[2]);
const original = { ...fs };

/** The number of the call that fails, counted down; below zero nothing fails. */
let left = -1;
let failed = null;
/** Paths by descriptor. */
const descriptors = new Map();

/** The path that a call is about, if it lies in the folder. */
function placeOf(where) {
  const place = typeof where === 'number' ? descriptors.get(where) : `${where}`;
  return place?.startsWith(`${root}/`) ? path.relative(root, place) : null;
}

function fails(name, where) {
  const place = left < 0 ? null : placeOf(where);
  if (place === null) return false;
  left -= 1;
  if (left >= 0) return false;
  failed = `${name} ${place}`;
  return true;
}

const fault = name =>
  Object.assign(new Error(`${code}: a fault of the test, ${name}`), {
    code,
    errno: -5,
    syscall: name.replace(/Sync$/, ''),
  });

const NAMES = [
  'openSync',
  'closeSync',
  'readSync',
  'writeSync',
  'fsyncSync',
  'fstatSync',
  'statSync',
  'lstatSync',
  'realpathSync',
  'readdirSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
  'appendFileSync',
  'readFileSync',
  'writeFileSync',
  'linkSync',
  'utimesSync',
  'ftruncateSync',
];
for (const name of NAMES) {
  fs[name] = (...given) => {
    const isFault = fails(name, given[0]);
    // A descriptor that could not be closed in order is closed all the same.
    if (isFault && name === 'closeSync') original.closeSync(given[0]);
    if (isFault) throw fault(name);
    const result = original[name](...given);
    if (name === 'openSync') descriptors.set(result, `${given[0]}`);
    if (name === 'closeSync') descriptors.delete(given[0]);
    return result;
  };
}
fs.existsSync = where => (fails('existsSync', where) ? false : original.existsSync(where));
syncBuiltinESMExports();

/** What stands at a path: a digest of all names and bytes; null where there is nothing. */
function digestOf(place) {
  const stats = original.statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  const digest = createHash('sha256');
  const names = stats.isDirectory() ? original.readdirSync(place, { recursive: true }).toSorted() : [''];
  for (const name of names) {
    const file = path.join(place, name);
    digest.update(`${name}\n`);
    if (original.statSync(file).isFile()) digest.update(original.readFileSync(file));
  }
  return digest.digest('hex');
}

const beside = () =>
  original.readdirSync(path.dirname(target)).filter(name => name.startsWith(`.${path.basename(target)}`));

function reset() {
  for (const name of [path.basename(target), ...beside()])
    original.rmSync(path.join(path.dirname(target), name), { recursive: true, force: true });
  if (former !== null) original.cpSync(former, target, { recursive: true });
}

const { main } = await import('../../dist/cli.js');
process.setMaxListeners(0);
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
process.stderr.write = () => true;

async function run(at) {
  left = at;
  failed = null;
  try {
    return await main(args);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    left = -1;
  }
}

reset();
const old = digestOf(target);
const first = await run(-1);
const whole = digestOf(target);
const runs = [];
for (let at = 0; ; at += step) {
  reset();
  const exit = await run(at);
  const fell = failed;
  const state = digestOf(target);
  const again = await run(-1);
  runs.push({
    fault: fell,
    exit,
    state: state === whole ? 'new' : state === old ? 'old' : state === null ? 'none' : 'other',
    again: again === first && digestOf(target) === whole ? 'well' : `${again}`,
    beside: beside(),
  });
  if (fell === null) break;
}
process.stdout.write(JSON.stringify({ first, runs }));
