// The page for teachers and students, as a browser shows it.
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExample } from '../examples/runExample.ts';
import { readText } from '../project.ts';
import { launch, PAGE, screenshotAt } from './chromium.ts';

const url = pathToFileURL(PAGE).href;
const axe = readText('node_modules/axe-core/axe.min.js');
let browser: Browser;

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

/** Opens the page and notes what it asks for and complains about. */
async function open(options: BrowserContextOptions): Promise<Opened> {
  const page = await (await browser.newContext(options)).newPage();
  const [requests, errors]: string[][] = [[], []];
  page.on('request', (request) => requests!.push(request.url()));
  page.on('pageerror', (error) => errors!.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors!.push(message.text());
  });
  await page.goto(url);
  return { page, requests: requests!, errors: errors! };
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds wrong, in words. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as Violation[];
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 80)).join(', ')})`,
  );
}

beforeAll(async () => {
  await runExample('01-from-answers-to-plan'); // a page left from earlier may be stale
  browser = await launch();
});
afterAll(() => browser?.close());

const SETTINGS: [string, BrowserContextOptions][] = [
  ['desktop', { viewport: { width: 1280, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 320, height: 640 } }],
  ['phone dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
];

describe.each(SETTINGS)('the page on %s', (name, options) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(options);
    await opened.page.screenshot({ path: screenshotAt(name.replace(' ', '-')), fullPage: true });
  });

  it('asks for nothing but itself and complains about nothing', () => {
    expect(opened.requests).toEqual([url]);
    expect(opened.errors).toEqual([]);
  });

  it('names its language, has a title and one h1', async () => {
    const { page } = opened;
    expect(await page.getAttribute('html', 'lang')).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/);
    expect(await page.title()).not.toBe('');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate('document.body.innerText.length')).toBeGreaterThan(500);
  });

  it('does not scroll sideways', async () => {
    const [content, window] = (await opened.page.evaluate(
      '[document.documentElement.scrollWidth, window.innerWidth]',
    )) as [number, number];
    expect(content).toBeLessThanOrEqual(window);
  });

  it('has no accessibility violation that axe-core finds', async () => {
    expect(await violations(opened.page)).toEqual([]);
  });
});

describe('the page in the dark, and its checker', () => {
  it('is light on dark when the reader asks for it', async () => {
    const brightness = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open({ colorScheme });
      const backgrounds =
        '[document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor)';
      const papers = (await page.evaluate(backgrounds)) as string[];
      const ink = (await page.evaluate('getComputedStyle(document.body).color')) as string;
      const colours = [ink, papers.find((paper) => paper !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)'];
      return colours.map((colour) =>
        colour
          .match(/[\d.]+/g)!
          .slice(0, 3)
          .reduce((sum, part) => sum + Number(part), 0),
      );
    };
    const [[ink, paper], [darkInk, darkPaper]] = [await brightness('light'), await brightness('dark')];
    expect(paper! - ink!).toBeGreaterThan(300);
    expect(darkInk! - darkPaper!).toBeGreaterThan(300);
  });

  it('axe-core would find a violation', async () => {
    const { page } = await open({});
    await page.evaluate('document.body.append(document.createElement("button"), new Image())');
    expect((await violations(page)).length).toBeGreaterThan(0);
  });
});
