import type { Additions } from '../compile.ts';
import type { WorkOptions } from '../jobs/jobs.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ColourChoice } from '../write/colour.ts';
import type { Obstacle, Output } from '../write/output.ts';

/** Exit codes, as RECORDS.md has them. */
export const WELL = 0;

export const FAILED = 1;

export const WRONG_USE = 2;

export const STRICT = 65;

export const NOT_WRITTEN = 74;

export const RESUMABLE = 75;

/** What every command knows of its surroundings. */
export interface Surroundings {
  readonly stdout: Output;
  /** Resolves with an exit code when a signal asks to stop. */
  readonly stopped: Promise<number>;
  /** The exit code of the signal that came, or null. */
  readonly signalled: () => number | null;
}

export interface Manners {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: ColourChoice;
}

/** How the work is shared out, as it was given. */
export interface LabourOptions {
  readonly jobs: string;
  readonly timeoutPerArticle?: string;
}

export type Labour = Pick<WorkOptions, 'jobs' | 'timeout'>;

export function say(text: string): void {
  process.stderr.write(text);
}

/** Wrong use of the command line: one line on what is wrong, one on what to do. */
export function misuse(wrong: string, hint: string): number {
  say(`error: ${wrong}\n${hint}\n`);
  return WRONG_USE;
}

/** Something that prints messages in the colours of standard error. */
export async function messenger({ color }: Manners): Promise<(found: Diagnostic) => void> {
  const [{ colourLevel, paint }, { message }] = await Promise.all([
    import('../write/colour.ts'),
    import('../write/messages.ts'),
  ]);
  const level = colourLevel(color, process.stderr.isTTY === true, process.env);
  return found => say(paint(message(found), level));
}

export async function obstacleCode(
  obstacle: Obstacle | null,
  path: string | null,
  manners: Manners,
): Promise<number | null> {
  if (obstacle === null) return null;
  if (obstacle.kind === 'closed') return WELL;
  const { diagnostic } = await import('../model/diagnostic.ts');
  (await messenger(manners))(diagnostic('write/failed', { path: path ?? 'standard output' }, obstacle.detail));
  return NOT_WRITTEN;
}

/** Whether standard input would have to be typed by hand. */
export function waitsForTyping(paths: readonly string[]): boolean {
  return paths.length === 0 && process.stdin.isTTY === true;
}

/** What a user's files add to the rules; null without such files, undefined if what is wrong with them was told. */
export async function additionsOf(
  { triggers, gazetteer = [] }: { readonly triggers?: string; readonly gazetteer?: readonly string[] },
  manners: Manners,
): Promise<Additions | null | undefined> {
  if (triggers === undefined && gazetteer.length === 0) return null;
  const [{ readOwnTriggers }, { readOwnNames }] = await Promise.all([
    import('../read/own-triggers.ts'),
    import('../read/own-names.ts'),
  ]);
  const own = triggers === undefined ? { triggers: [] } : readOwnTriggers(triggers);
  const names = gazetteer.map(file => readOwnNames(file));
  const wrong = [own, ...names].flatMap(read => ('diagnostics' in read ? read.diagnostics : []));
  const print = await messenger(manners);
  for (const found of wrong) print(found);
  if (wrong.length > 0) return undefined;
  const listed = names.flatMap((read, i) => ('lines' in read ? [{ path: gazetteer[i] ?? '', lines: read.lines }] : []));
  if (listed.length > 0) {
    const { doubtsOf } = await import('../doubts.ts');
    for (const found of doubtsOf(listed)) print(found);
  }
  return {
    triggers: 'triggers' in own ? own.triggers : [],
    entries: listed.flatMap(({ lines }) => [...lines.keys()]),
  };
}

/** How many workers --jobs asks for, and how long an article may take; or what is wrong with that. */
export function labourOf({
  jobs,
  timeoutPerArticle,
}: LabourOptions): Labour | { readonly wrong: string; readonly hint: string } {
  if (jobs !== 'auto' && !/^[1-9]\d{0,2}$/u.test(jobs)) {
    return { wrong: `"${jobs}" is no number of workers`, hint: 'Give --jobs a whole number from 1 to 999, or auto.' };
  }
  if (timeoutPerArticle !== undefined && !/^[1-9]\d{0,8}$/u.test(timeoutPerArticle)) {
    const wrong = `"${timeoutPerArticle}" is no number of milliseconds`;
    return { wrong, hint: 'Give --timeout-per-article a whole number, for example 10000.' };
  }
  return {
    jobs: jobs === 'auto' ? jobs : Number(jobs),
    timeout: timeoutPerArticle === undefined ? null : Number(timeoutPerArticle),
  };
}
