import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

describe('the bench', () => {
  test('runs, and gives a figure for all that it measures', () => {
    const printed = execFileSync(process.execPath, ['scripts/bench.mjs', '--quick', '--json', '--articles', '5'], {
      encoding: 'utf8',
    });
    const found = JSON.parse(printed);
    expect(Object.keys(found)).toEqual(['speed', 'ratios', 'stages', 'growth', 'names', 'start', 'jobs', 'link']);
    expect(Object.values(found.ratios).every(ratio => Number.isFinite(ratio))).toBe(true);
    expect(found.jobs.every(({ same }: { readonly same: boolean }) => same)).toBe(true);
  }, 300_000);
});
