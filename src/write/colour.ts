import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import type { Painted, Style } from '../model/painted.ts';
import { printable } from './printable.ts';

/** What `--color` can say. */
export type ColourChoice = 'auto' | 'always' | 'never';

/** How many colours a terminal of this environment shows. */
function terminalLevel(env: Readonly<Record<string, string | undefined>>): ColorSupportLevel {
  if (/^(?:truecolor|24bit)$/u.test(env.COLORTERM ?? '')) return 3;
  return /256/u.test(env.TERM ?? '') ? 2 : 1;
}

/**
 * Whether to colour, and how richly: `--color` first, then FORCE_COLOR, then NO_COLOR, then whether a terminal reads it.
 *
 * Chalk knows nothing of NO_COLOR, and looks at standard output even for what goes to standard error.
 */
export function colourLevel(
  choice: ColourChoice,
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): ColorSupportLevel {
  if (choice === 'never') return 0;
  if (choice === 'always') return terminalLevel(env);
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) {
    if (forced === '0' || forced === 'false') return 0;
    return forced === '2' ? 2 : forced === '3' ? 3 : 1;
  }
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 0;
  return isTerminal && env.TERM !== 'dumb' ? terminalLevel(env) : 0;
}

const LOOKS: Readonly<Record<Style, (chalk: ChalkInstance) => (text: string) => string>> = {
  plain: () => text => text,
  heading: chalk => chalk.bold,
  dim: chalk => chalk.dim,
  error: chalk => chalk.red.bold,
  warning: chalk => chalk.yellow,
  info: chalk => chalk.cyan,
  date: chalk => chalk.cyan,
  organisation: chalk => chalk.green,
  product: chalk => chalk.blue,
  vulnerability: chalk => chalk.red,
  malware: chalk => chalk.magenta,
  quantity: chalk => chalk.yellow,
  argument: chalk => chalk.green.underline,
  action: chalk => chalk.bold.underline,
};

/** Print pieces of text in the colours of a level; what could drive a terminal is taken out. */
export function paint(pieces: readonly Painted[], level: ColorSupportLevel): string {
  const chalk = new Chalk({ level });
  return pieces.map(({ text, style }) => LOOKS[style](chalk)(printable(text))).join('');
}
