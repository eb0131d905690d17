import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedArticles, jsonLines, run, writeFiles } from '../corpora.ts';

/** The browser of this machine: what CHROMIUM names, or the first that is on the path. */
function browserPath(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // The next may be there.
      }
    }
  }
  throw new Error(
    'No browser was found. Install Chromium (Debian: apt-get install chromium), or name one in CHROMIUM.',
  );
}

const HOSTILE = [
  '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>',
  '</script><script>window.hacked=3</script><!--<script>',
  '" onmouseover="window.hacked=4" x="',
  'javascript:window.hacked=5',
  '<svg onload=window.hacked=6></svg><style>*{display:none}</style><iframe src="https://example.com"></iframe>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it stands
  '\u2028\u2029 {{constructor}} ${window.hacked=7} \\u003cscript\\u003e',
].join('\n');

let root = '';
let browser: Browser;

function corpus(name: string, articles: readonly string[], flags: readonly string[] = []): string {
  const out = join(root, name);
  const { code, stderr } = run(['build', ...articles, '-o', out, '--quiet', ...flags]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return out;
}

/** What a page did that it should not: messages of the console, errors, requests for anything but the file itself. */
interface Watch {
  readonly page: Page;
  readonly troubles: string[];
}

interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

async function open(folder: string, place = '#/', { width = 1280, colorScheme = 'light' }: Look = {}): Promise<Watch> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  const troubles: string[] = [];
  const url = pathToFileURL(join(folder, 'report.html')).href;
  page.on('console', message => troubles.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', error => troubles.push(`error: ${error.message}`));
  page.on('request', request => {
    if (request.url().split('#')[0] !== url) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(url + place);
  await page.waitForSelector('h1');
  return { page, troubles };
}

/** Go to another page of the report that is open. */
async function go(page: Page, place: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash;
  }, place);
  await page.waitForTimeout(30);
}

const records = (folder: string, name: string): readonly Readonly<Record<string, never>>[] =>
  jsonLines(readFileSync(join(folder, name), 'utf8'));

let fixtures = '';
let hostile = '';
let without = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'incident-corpus-report-'));
  browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  fixtures = corpus('fixtures', ['fixtures/articles/*/article.*']);
  without = corpus('without', ['fixtures/articles/*/article.*'], ['--max-quote', '20']);
  const lines = Array.from({ length: 4 }, (_, id) =>
    JSON.stringify({
      id: HOSTILE,
      text: `De gemeente ${HOSTILE} Texel zette vrijdag ${id} servers uit vanwege CVE-2024-21762. ${HOSTILE} De gemeente Texel meldt dat aanvallers "${HOSTILE}" gegevens stalen.`,
      title: `${HOSTILE} ${id}`,
      publisher: HOSTILE,
      url: 'javascript:window.hacked=8',
      published: '2024-05-14',
      language: 'nl',
    }),
  );
  hostile = corpus('hostile', [
    join(writeFiles(join(root, 'hostile-articles'), { 'a.jsonl': lines.join('\n') }), 'a.jsonl'),
  ]);
});

afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true });
});

/** All pages of a report: overview, lists, and each incident and article. */
function placesOf(folder: string): readonly string[] {
  return [
    '#/',
    '#/incidents',
    '#/articles',
    ...records(folder, 'incidents.jsonl').map(({ id }) => `#/incident/${id}`),
    ...records(folder, 'articles.jsonl').map(({ id }) => `#/article/${id}`),
  ];
}

describe('the report', () => {
  test('is valid HTML, as written and as shown', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
    const results = [await validator.validateFile(join(fixtures, 'report.html'))];
    const { page } = await open(fixtures);
    // The widths of bars are set by the script, as the policy allows; a browser writes them down as attributes.
    const rules = { 'no-inline-style': 'off', 'doctype-style': 'off' } as const;
    const shown = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:browser'],
      rules: { ...rules },
    });
    for (const place of placesOf(fixtures).slice(0, 12)) {
      await go(page, place);
      results.push(await shown.validateString(await page.content()));
    }
    const found = results.flatMap(({ results }) => results.flatMap(({ messages }) => messages));
    expect([...new Set(found.map(({ ruleId, message }) => `${ruleId}: ${message}`))]).toEqual([]);
  });

  test.each(['fixtures', 'without', 'hostile'])(
    'shows every page of %s without an error, and nothing leaves',
    async name => {
      const folder = join(root, name);
      const { page, troubles } = await open(folder);
      for (const place of placesOf(folder)) {
        await go(page, place);
        expect(await page.textContent('h1'), place).not.toMatch(/^There is no such|^$/);
      }
      expect(troubles).toEqual([]);
    },
  );

  test('does nothing of what an article full of HTML and script asks for', async () => {
    const { page, troubles } = await open(hostile);
    for (const place of placesOf(hostile)) {
      await go(page, place);
      for (const mark of await page.locator('mark[tabindex]').all()) await mark.hover();
      expect(await page.evaluate(() => Reflect.get(window, 'hacked')), place).toBeUndefined();
      expect(await page.locator('img, iframe, main script, main style, a[href^="javascript"]').count()).toBe(0);
    }
    expect(await page.textContent('.text')).toContain(HOSTILE.split('\n')[0]);
    expect(troubles).toEqual([]);
  });

  test('stops a script that got in all the same: its policy names its own only', async () => {
    const { page } = await open(fixtures);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 9';
      document.body.append(script);
    });
    expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
    const fetched = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'left',
        () => 'stopped',
      ),
    );
    expect(fetched).toBe('stopped');
  });
});

describe('the overview', () => {
  test('counts what is there and leads to it', async () => {
    const { page } = await open(fixtures);
    const tiles = await page.locator('.tiles li').allTextContents();
    expect(tiles.slice(0, 2)).toEqual([
      `${records(fixtures, 'incidents.jsonl').length}incidents`,
      `${records(fixtures, 'articles.jsonl').length}articles`,
    ]);
    expect(await page.locator('svg.columns rect').count()).toBeGreaterThan(3);
    await page.click('.tiles a');
    await page.waitForSelector('.entries');
    expect(page.url()).toContain('#/incidents');
  });
});

describe('the list of incidents', () => {
  const all = (): readonly { readonly label: string; readonly products: readonly { readonly name: string }[] }[] =>
    JSON.parse(JSON.stringify(records(fixtures, 'incidents.jsonl')));
  const entries = (page: Page): Promise<readonly string[]> => page.locator('.entries li > a').allTextContents();

  test('is filtered by period, product, organisation, type and language, and keeps that in its address', async () => {
    const incidents = JSON.parse(JSON.stringify(records(fixtures, 'incidents.jsonl')));
    const { page } = await open(fixtures, '#/incidents');
    expect((await entries(page)).length).toBe(incidents.length);

    const check = async (field: string, value: string, fits: (one: never) => boolean): Promise<void> => {
      const control = page.locator(`#filter-${field}`);
      if ((await control.evaluate(one => one.tagName)) === 'SELECT') await control.selectOption(value);
      else await control.fill(value);
      const expected = incidents.filter(fits).map(({ label }: { label: string }) => label);
      expect((await entries(page)).toSorted(), field).toEqual(expected.toSorted());
      expect(expected.length, field).toBeGreaterThan(0);
      expect(expected.length, field).toBeLessThan(incidents.length);
      expect(new URLSearchParams(page.url().split('?')[1]).get(field)).toBe(value);
      await page.click('button[type=reset]');
      expect((await entries(page)).length).toBe(incidents.length);
    };
    type One = {
      readonly period: { readonly earliest: string | null; readonly latest: string | null };
      readonly organisations: readonly { readonly name: string }[];
      readonly products: readonly { readonly name: string }[];
      readonly vulnerabilities: readonly { readonly name: string }[];
      readonly malware: readonly { readonly name: string }[];
      readonly timeline: readonly { readonly type: string }[];
      readonly articles: readonly { readonly language: string }[];
    };
    const holds = (names: readonly { readonly name: string }[], word: string): boolean =>
      names.some(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
    const product = incidents.flatMap((one: One) => one.products)[0].name;
    const organisation = incidents.flatMap((one: One) => one.organisations)[0].name;
    await check('from', '2025-01-01', (one: One) => (one.period.latest ?? '') >= '2025-01-01');
    await check('to', '2024-06-30', (one: One) => one.period.earliest !== null && one.period.earliest <= '2024-06-30');
    await check('product', product, (one: One) =>
      holds([...one.products, ...one.vulnerabilities, ...one.malware], product),
    );
    await check('organisation', organisation, (one: One) => holds(one.organisations, organisation));
    await check('type', 'pay-ransom', (one: One) => one.timeline.some(({ type }) => type === 'pay-ransom'));
    await check('language', 'nl', (one: One) => one.articles.some(({ language }) => language === 'nl'));
  });

  test('opened by an address with filters shows them', async () => {
    const [first] = all();
    const name = all().flatMap(({ products }) => products)[0]?.name ?? '';
    const { page } = await open(fixtures, `#/incidents?product=${encodeURIComponent(name)}`);
    expect(await page.inputValue('#filter-product')).toBe(name);
    expect(await page.textContent('[role=status]')).toMatch(/^\d+ of \d+ incidents$/);
    await page.fill('#filter-words', 'nothing is called so');
    expect(await page.textContent('#results')).toContain('Nothing fits these filters.');
    expect(first).toBeDefined();
  });
});

describe('the page of an incident', () => {
  const withDates = (): {
    readonly id: string;
    readonly timeline: readonly {
      readonly id: string;
      readonly earliest: string | null;
      readonly latest: string | null;
    }[];
  } => {
    const incidents = JSON.parse(JSON.stringify(records(fixtures, 'incidents.jsonl')));
    return incidents.toSorted(
      (a: { timeline: readonly unknown[] }, b: { timeline: readonly unknown[] }) =>
        b.timeline.length - a.timeline.length,
    )[0];
  };

  test('draws every dated fact once: a point where the day is known, a bar where it is not', async () => {
    const incident = withDates();
    const { page } = await open(fixtures, `#/incident/${incident.id}`);
    const widen = page.locator('#picture button', { hasText: 'Show all dates' });
    if ((await widen.count()) > 0) await widen.click();
    const drawn = await page
      .locator('#picture .fact')
      .evaluateAll(facts => facts.map(fact => [fact.getAttribute('data-fact'), fact.querySelector('rect') === null]));
    const dated = incident.timeline.filter(({ earliest }) => earliest !== null);
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn.toSorted()).toEqual(dated.map(({ id, earliest, latest }) => [id, earliest === latest]).toSorted());
    expect(await page.locator('table tbody tr').count()).toBeGreaterThanOrEqual(incident.timeline.length);
  });

  test('leads from a fact of the picture to its row by keyboard, and back to the article', async () => {
    const incident = withDates();
    const { page } = await open(fixtures, `#/incident/${incident.id}`);
    const fact = page.locator('#picture .fact').first();
    await fact.focus();
    expect(await page.textContent('[role=tooltip]')).toContain(String(await fact.getAttribute('data-fact')));
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=tooltip]').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`fact-${await fact.getAttribute('data-fact')}`);
    await page.locator('details summary').first().click();
    await page.locator('details[open] a').first().click();
    await page.waitForSelector('.text');
    expect(page.url()).toContain('#/article/');
  });
});

describe('the page of an article', () => {
  test('highlights exactly what the record names, in colour and in shape, and leaves the text as it is', async () => {
    for (const record of JSON.parse(JSON.stringify(records(fixtures, 'articles.jsonl'))).slice(0, 6)) {
      const { page } = await open(fixtures, `#/article/${record.id}`);
      const kinds = await page.locator('.text mark.first').evaluateAll(marks => marks.map(mark => mark.classList[0]));
      const expected = {
        date: record.dates.length,
        action: record.actions.length,
        quantity: record.quantities.length,
        organisation: record.organisations.flatMap((one: { mentions: readonly unknown[] }) => one.mentions).length,
        product: record.products.flatMap((one: { mentions: readonly unknown[] }) => one.mentions).length,
      };
      for (const [kind, count] of Object.entries(expected)) {
        expect(kinds.filter(one => one === kind).length, `${record.source.path} ${kind}`).toBe(count);
      }
      const text = await page.locator('.text').evaluate(element => {
        const copy = element.cloneNode(true);
        if (copy instanceof Element) for (const hidden of copy.querySelectorAll('.unseen')) hidden.remove();
        return copy.textContent;
      });
      expect(text).toBe(record.text);
      const looks = await page
        .locator('.legend.marks mark')
        .evaluateAll(marks =>
          marks.map(mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark, '::before').content]),
        );
      expect(new Set(looks.map(([colour]) => colour)).size).toBe(7);
      expect(new Set(looks.map(([, sign]) => sign)).size).toBe(7);
      await page.context().close();
    }
  });

  test('tells rule and factuality of a mark, by pointer and by keyboard', async () => {
    const [record] = JSON.parse(JSON.stringify(records(fixtures, 'articles.jsonl')));
    const { page } = await open(fixtures, `#/article/${record.id}`);
    const mark = page.locator('.text mark.action.first').first();
    for (const reach of [() => mark.hover(), () => mark.focus()]) {
      await reach();
      const lines = await page.locator('[role=tooltip] p').allTextContents();
      expect(lines).toContain(`action: ${record.actions[0].type}`);
      expect(lines).toContain(`rule: ${record.actions[0].rule}`);
      expect(lines.join('\n')).toMatch(/affirmed, happened|negated|planned|advised|possible|ongoing/);
      expect(await mark.getAttribute('aria-describedby')).toBe('tooltip');
      await page.keyboard.press('Escape');
      await page.mouse.move(0, 0);
    }
  });

  test('without text shows quotes', async () => {
    const [record] = JSON.parse(JSON.stringify(records(without, 'articles.jsonl')));
    const { page } = await open(without, `#/article/${record.id}`);
    expect(await page.textContent('main')).toContain('This corpus holds no text of the article.');
    expect(await page.locator('q').count()).toBeGreaterThan(3);
  });
});

describe('reading it', () => {
  test.each([1280, 390])('nothing is wider than a window of %d pixels', async width => {
    const { page } = await open(fixtures, '#/', { width });
    for (const place of placesOf(fixtures)) {
      await go(page, place);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, place).toBeLessThanOrEqual(0);
    }
  });

  test.each([1280, 390])('no label of a timeline lies on another or is cut at %d pixels', async width => {
    const { page } = await open(fixtures, '#/', { width });
    for (const { id } of records(fixtures, 'incidents.jsonl')) {
      await go(page, `#/incident/${id}`);
      const faults = await page.evaluate(() => {
        const frame = document.querySelector('#picture svg.timeline')?.getBoundingClientRect();
        if (!frame) return [];
        const boxes = [
          ...document.querySelectorAll('#picture .timeline:not(.sign) text, #picture .fact > :not(text)'),
        ].map(one => ({
          words: one.textContent || one.tagName,
          box: one.getBoundingClientRect(),
        }));
        const cut = boxes
          .filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1)
          .map(({ words }) => `cut: ${words}`);
        const meets = boxes.flatMap(({ words, box: a }, i) =>
          boxes
            .slice(i + 1)
            .filter(
              ({ box: b }) =>
                a.left + 1 < b.right && b.left + 1 < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom,
            )
            .map(other => `overlap: ${words}, ${other.words}`),
        );
        return [...cut, ...meets];
      });
      expect(faults, `${id}`).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)('all text has the contrast of WCAG AA in the %s scheme', async colorScheme => {
    const { page } = await open(fixtures, '#/', { colorScheme });
    for (const place of [
      '#/',
      '#/incidents',
      '#/articles',
      ...placesOf(fixtures).slice(3, 5),
      ...placesOf(fixtures).slice(-2),
    ]) {
      await go(page, place);
      const faults = await page.evaluate(() => {
        const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
        const light = (colour: string): number => {
          const [r = 0, g = 0, b = 0] = channels(colour).map(value => {
            const share = value / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (element: Element): string => {
          for (let at: Element | null = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (colour !== 'rgba(0, 0, 0, 0)') return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        const faults = new Set<string>();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node.parentElement;
          if (!element || !node.textContent?.trim() || element.matches('script, option')) continue;
          const style = getComputedStyle(element);
          const ink = element instanceof SVGElement ? style.fill : style.color;
          const [a, b] = [light(ink), light(behind(element))].toSorted((x, y) => y - x);
          const ratio = ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
          if (ratio < 4.5) faults.add(`${element.tagName}.${element.getAttribute('class')} ${ratio.toFixed(2)}`);
        }
        return [...faults];
      });
      expect(faults, place).toEqual([]);
    }
  });

  test('everything can be reached by keyboard, and the focus can be seen', async () => {
    const { page } = await open(fixtures, '#/incidents');
    const reached: string[] = [];
    for (let i = 0; i < 16; i += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || ''));
      expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
        'solid',
      );
    }
    expect(reached.slice(0, 4)).toEqual(['Skip to the content', 'Overview', 'Incidents', 'Articles']);
    expect(reached).toContain('filter-organisation');
  });

  test('on paper there are no controls, and quotes stand open', async () => {
    const { page } = await open(fixtures, placesOf(fixtures)[3]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#pages').isVisible()).toBe(false);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(5000);
  });
});

describe('a large corpus', () => {
  test('of 5,000 articles opens, is filtered and turned over quickly', async () => {
    const articles = writeFiles(join(root, 'large-articles'), inventedArticles(5000));
    const folder = corpus('large', [articles]);
    const { page, troubles } = await open(folder);
    const ready = await page.evaluate(() => performance.now());
    await go(page, '#/articles');
    expect(await page.locator('.entries li').count()).toBe(50);
    const begun = performance.now();
    await page.fill('#filter-words', 'report 4321');
    expect(await page.textContent('[role=status]')).toBe('1 of 5,000 articles');
    const filtering = performance.now() - begun;
    await page.fill('#filter-words', '');
    await page.click('.paging a:has-text("Last")');
    await page.waitForSelector('text=Page 100 of 100');
    await page.click('.entries a');
    await page.waitForSelector('.text');
    expect(troubles).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(5000);
    // Generous bounds: the machine may have other work.
    expect(ready).toBeLessThan(20_000);
    expect(filtering).toBeLessThan(5000);
  });
});
