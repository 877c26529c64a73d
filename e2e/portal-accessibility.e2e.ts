import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { PORTAL_PAGES } from './portal-pages.ts';
import { type Program, startProgram } from './program.ts';

const LOOKS = [
  { name: 'wide', width: 1280, display: '' },
  { name: 'phone', width: 390, display: '' },
  { name: 'phone, large type', width: 390, display: 'large' },
  { name: 'large type', width: 1280, display: 'large' },
  { name: 'high contrast', width: 1280, display: 'high' },
];

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe.each(LOOKS)('$name', ({ width, display }) => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'mingchuang_display', value: display, url: program.origin }]);
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  });
  afterAll(() => context.close());

  it.each(PORTAL_PAGES)(
    'axe finds nothing on %s, nothing sticks out, the browser complains of nothing',
    async (path) => {
      complaints.length = 0;
      await page.goto(program.origin + path);
      expect(await axeFindings(page)).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    },
  );
});

it('keeps the months on one line on a desk, those of the next year that the plan reaches too', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(program.origin);
  const tops = await page.locator('.month').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThanOrEqual(12);
  expect(new Set(tops).size).toBe(1);
  await page.close();
});
