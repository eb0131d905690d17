import { defineConfig } from 'vitest/config';

/** The tests that need a browser; they are not among those of `npm test`, for not every machine has one. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
