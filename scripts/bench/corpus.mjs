import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Of five articles this many are Dutch. */
const DUTCH = 4;

/** Numbers that look like chance and are the same for the same seed (mulberry32): `chance(n)` is from 0 up to n - 1. */
function dice(seed) {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** The paragraphs' sentences of the marked articles, by language. */
function sentences() {
  const found = { nl: [], en: [] };
  const folder = `${root}/fixtures/articles`;
  for (const slug of fs.readdirSync(folder).toSorted()) {
    const file = `${folder}/${slug}/article.txt`;
    const list = found[slug.slice(0, 2)];
    if (!list || !fs.existsSync(file)) continue;
    for (const paragraph of fs
      .readFileSync(file, 'utf8')
      .split(/\n\s*\n/u)
      .slice(1))
      list.push(
        ...paragraph
          .replaceAll(/\s+/gu, ' ')
          .trim()
          .split(/(?<=[.!?]["”’]?) (?=["“‘]?\p{Lu})/u),
      );
  }
  return Object.fromEntries(Object.entries(found).map(([code, list]) => [code, list.filter(one => one.length > 30)]));
}

/**
 * Articles of the sentences of the fixtures, recombined: no two are the same, and the same seed gives the same bytes.
 *
 * @param count how many; of five, four are Dutch
 * @param size about how many characters each has
 */
export function* articles(count, { seed = 1, size = 3000 } = {}) {
  const known = sentences();
  const chance = dice(seed);
  const seen = new Set();
  for (let made = 0; made < count; ) {
    const list = known[made % 5 < DUTCH ? 'nl' : 'en'];
    let text = `${list[chance(list.length)].slice(0, 60)}\n\n${1 + chance(28)}-${1 + chance(12)}-${2015 + chance(10)}\n\n`;
    for (let i = 1; text.length < size; i += 1)
      text += `${list[chance(list.length)]}${i % (3 + chance(3)) === 0 ? '\n\n' : ' '}`;
    if (seen.has(text)) continue;
    seen.add(text);
    made += 1;
    yield `${text.trim()}\n`;
  }
}
