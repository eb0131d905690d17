import { defineConfig } from 'vitest/config';

/** The tests that judge mutants of reading and of dates (`npm run mutation`): quick ones, which start no program. */
export default defineConfig({
  test: {
    include: ['tests/{read,read-formats,read-limits,rules,cases,facts,properties}.test.ts'],
    testTimeout: 60_000,
  },
});
