import type { Diagnostic } from '../model/diagnostic.ts';
import { type Painted, painted } from '../model/painted.ts';

/**
 * A diagnostic as it is printed: the place, how bad it is and the code; below, what is wrong and what to do.
 */
export function message({ path, line, severity, code, message: wrong, advice }: Diagnostic): readonly Painted[] {
  const place = `${path ?? 'incident-corpus'}${line === null ? '' : `:${line}`}`.replaceAll(/\s+/gu, ' ');
  return [
    painted(place, 'heading'),
    painted('  '),
    painted(severity, severity),
    painted('  '),
    painted(code, 'dim'),
    painted(`\n  ${wrong} ${advice}\n`),
  ];
}
