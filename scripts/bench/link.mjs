/**
 * Measure `link` on many article records: how long it takes, how much memory it needs at its peak, and what both grow by.
 * The records are those of the fixture corpora, recombined (`scripts/make-records.mjs`). Build first.
 *
 * usage: node scripts/bench/link.mjs [COUNT...]   (50000 100000 if none is named)
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(root, 'bin/incident-corpus.js');
/** Told to a child before its work: to say at its end, on its third pipe, what it used. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  `import fs from 'node:fs';
   process.on('exit', () => {
     const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
     fs.writeSync(3, JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
   });`,
)}`;

/** Run a command of ours to its end; gives its exit code, the SHA-256 of its output, and what it used. */
export async function measured(args, { input = 'ignore', output = null } = {}) {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', WATCH, BIN, ...args], {
    cwd: root,
    stdio: [input, 'pipe', 'inherit', 'pipe'],
  });
  const digest = createHash('sha256');
  let lines = 0;
  child.stdout.on('data', chunk => {
    digest.update(chunk);
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (output !== null) fs.writeSync(output, chunk);
  });
  let used = '';
  child.stdio[3].on('data', chunk => {
    used += chunk;
  });
  const [code] = await once(child, 'close');
  const { maxRSS, cpu } = JSON.parse(used);
  return {
    code,
    lines,
    sha256: digest.digest('hex'),
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: cpu,
    peakMiB: maxRSS / 1024,
  };
}

/** Write `count` article records, recombined from the fixture corpora, to a file; the same count gives the same bytes. */
async function makeRecords(count, folder) {
  const records = join(folder, 'records.jsonl');
  if (!fs.existsSync(records)) {
    const output = fs.openSync(records, 'w');
    await measured(['extract', 'fixtures/corpora/*/articles.jsonl', '--quiet'], { output });
    fs.closeSync(output);
  }
  const path = join(folder, `${count}.jsonl`);
  const [from, to] = [fs.openSync(records, 'r'), fs.openSync(path, 'w')];
  const child = spawn(process.execPath, [join(root, 'scripts/make-records.mjs'), String(count)], {
    stdio: [from, to, 'inherit'],
  });
  await once(child, 'close');
  fs.closeSync(from);
  fs.closeSync(to);
  return path;
}

/**
 * Measure `link` on so many articles.
 *
 * @param counts numbers of article records
 * @param each told of every measurement when it is there
 */
export async function measureLink(counts = [50_000, 100_000], each = () => {}) {
  const folder = fs.mkdtempSync(join(tmpdir(), 'incident-corpus-bench-'));
  try {
    const found = [];
    for (const articles of counts) {
      const path = await makeRecords(articles, folder);
      const { lines, ...used } = await measured(['link', path, '--quiet']);
      fs.rmSync(path);
      found.push({ articles, incidents: lines, ...used });
      each(found.at(-1));
    }
    return found;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2).map(Number);
  if (given.some(count => !Number.isSafeInteger(count) || count < 1)) {
    process.stderr.write('usage: node scripts/bench/link.mjs [COUNT...]\n');
    process.exitCode = 2;
  } else {
    await measureLink(given.length > 0 ? given : undefined, one => {
      const { articles, incidents, seconds, cpuSeconds, peakMiB, sha256 } = one;
      process.stdout.write(
        `${articles} articles, ${incidents} incidents: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), ${Math.round(peakMiB)} MiB at most, ${sha256.slice(0, 12)}\n`,
      );
    });
  }
}
