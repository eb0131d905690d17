import { type Engine, readTables } from './tables.ts';

/** The tables that the build made; run from its sources, the program compiles its rules while it is loaded. */
export const engine: Engine =
  readTables(new URL('tables.bin', import.meta.url)) ?? (await (await import('./compile.ts')).compile());
