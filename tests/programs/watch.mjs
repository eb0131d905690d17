/**
 * Loaded before the program (`node --import`): notes in the file $WATCH_LOG, a line each, what the program changes in the
 * file system, to whom it speaks over the network, which programs it starts, and at its end how much memory it took.
 */
import child_process from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

const append = fs.appendFileSync.bind(fs);
const log = process.env.WATCH_LOG;
let isNoting = false;

function note(kind, what) {
  if (isNoting) return;
  isNoting = true;
  append(log, `${JSON.stringify([kind, String(what)])}\n`);
  isNoting = false;
}

/** Note calls of a function, if its arguments say that something will change. */
function watch(object, name, kind, what = args => args[0]) {
  const original = object[name];
  if (typeof original !== 'function') return;
  object[name] = function watched(...args) {
    const found = what(args);
    if (found !== null) note(`${kind}:${name}`, found);
    return original.apply(this, args);
  };
}

const isWritten = flags =>
  typeof flags === 'string' ? /[wa+]/.test(flags) : typeof flags === 'number' && (flags & 3) !== 0;
const opened = ([path, flags]) => (isWritten(flags) ? path : null);
const CHANGES = [
  'writeFile',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'rename',
  'rm',
  'rmdir',
  'unlink',
  'symlink',
  'link',
  'truncate',
  'chmod',
  'chown',
  'utimes',
  'copyFile',
  'cp',
];
for (const name of CHANGES) {
  for (const one of [name, `${name}Sync`]) watch(fs, one, 'file');
  watch(fs.promises, name, 'file');
}
watch(fs, 'createWriteStream', 'file');
for (const [object, name] of [
  [fs, 'open'],
  [fs, 'openSync'],
  [fs.promises, 'open'],
])
  watch(object, name, 'file', opened);
watch(net.Socket.prototype, 'connect', 'network', ([to]) => JSON.stringify(to));
watch(dgram.Socket.prototype, 'send', 'network');
for (const name of ['lookup', 'resolve']) watch(dns, name, 'network');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  watch(child_process, name, 'process');
syncBuiltinESMExports();
if (isMainThread) {
  process.on('exit', () => {
    if (globalThis.polluted === true || {}.polluted === true) note('polluted', '');
    note('memory', process.resourceUsage().maxRSS);
  });
}
