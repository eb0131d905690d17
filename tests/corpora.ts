import { spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const BIN = resolve('bin/incident-corpus.js');
const { NO_COLOR: _, FORCE_COLOR: __, ...surroundings } = process.env;

/** How a run of the command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run the command to its end. */
export function run(args: readonly string[], { cwd = '.', input = '' } = {}): Ended {
  const options = { cwd, input, env: surroundings, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], options);
  return { code: status, stdout, stderr };
}

/** Run the command and send it a signal after some milliseconds; gives how it ended, and whether the signal came in time. */
export async function runAndKill(
  args: readonly string[],
  after: number,
  signal: 'SIGKILL' | 'SIGTERM',
): Promise<{ readonly code: number | null; readonly killed: boolean }> {
  const child = spawn(process.execPath, [BIN, ...args], { env: surroundings, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill(signal), after);
  const [code, ended] = await once(child, 'exit');
  clearTimeout(timer);
  return { code: typeof code === 'number' ? code : null, killed: ended !== null || code === 75 };
}

/** All files below a folder with their content, by path, sorted. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(paths.map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** One SHA-256 over the names and contents of all files of a folder. */
export function digestOf(folder: string): string {
  return hash('sha256', JSON.stringify([...filesOf(folder)]), 'hex');
}

/** The values of a file of JSON Lines. */
export function jsonLines(text: string): readonly Readonly<Record<string, never>>[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}

/** Write files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

const TOWNS = ['Delfzijl', 'Oudewaal', 'Texel', 'Gorinchem', 'Zaltbommel', 'Deventer', 'Hengelo'];
const FLAWS = ['CVE-2023-4966', 'CVE-2024-21762', 'CVE-2024-3400'];

/** Articles of our own making, as many as are asked for; each differs from all others. */
export function inventedArticles(count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i += 1) {
    const town = TOWNS[i % TOWNS.length];
    const flaw = FLAWS[i % FLAWS.length];
    const day = `${2020 + (i % 5)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    files[`article-${String(i).padStart(5, '0')}.txt`] =
      i % 2 === 0
        ? ` date ${day} De gemeente ${town} zette vrijdag ${i + 20} servers uit vanwege ${flaw}.\n\nVolgens de woordvoerder zijn geen gegevens gestolen. Maandag waren de systemen weer hersteld. Het gaat om melding ${i}.\n`
        : `Attack in ${town}, report ${i}\n\n${day} - Attackers abused ${flaw} on Sunday to break into ${i + 10} servers of the municipality of ${town}. The council shut down its network. The National Cyber Security Centre advises to install the update.\n`;
  }
  return files;
}
