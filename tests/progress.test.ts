import { describe, expect, test } from 'vitest';
import { advanceLine, duration, progressLine } from '../src/write/progress.ts';

const ADVANCE = { articles: 1200, bytes: 3_500_000, share: 0.25, path: 'news/harbour.txt' };

describe('the progress line', () => {
  test('tells articles, speed, time left and the last file', () => {
    expect(advanceLine(ADVANCE, 10_000, 80)).toBe('1,200 articles · 0.35 MB/s · 30 s left · news/harbour.txt');
    expect(advanceLine({ ...ADVANCE, articles: 1, share: null, path: null }, 10_000, 80)).toBe('1 article · 0.35 MB/s');
  });

  test('fits the terminal, and takes out of names what could drive it', () => {
    const path = `a\u001b[2J\u202e\u0007${'b'.repeat(100)}\nc`;
    const line = advanceLine({ ...ADVANCE, path }, 10_000, 60);
    expect([...line].length).toBe(59);
    expect(line).toMatch(/ · a\[2Jb+$/u);
  });

  test('says times as people do', () => {
    expect([0, 59_400, 60_000, 200_000, 7_500_000].map(duration)).toEqual([
      '0 s',
      '59 s',
      '1 min 0 s',
      '3 min 20 s',
      '2 h 5 min',
    ]);
  });

  test('stands nowhere but on a terminal', () => {
    const progress = progressLine(false, 80);
    progress.show(ADVANCE);
    progress.clear();
    expect(progress.total(1_000_000)).toBe('');
    expect(progressLine(true, 80).total(1_000_000)).toMatch(/^ · 1\.0 MB in 0 s \(\d+\.\d\d MB\/s\)$/u);
  });
});
