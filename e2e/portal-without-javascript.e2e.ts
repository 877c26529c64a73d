import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';

let program: Program;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

/** Presses Tab until the focus stands on a link, button or field with that text or name. */
async function tabTo(name: string, limit = 200): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const [text, field] = await Promise.all([focused.textContent().catch(() => ''), focused.getAttribute('name')]);
    if (text?.includes(name) || field === name) return;
  }
  throw new Error(`the keyboard does not reach “${name}”`);
}

describe('without JavaScript, by keyboard alone', () => {
  it('the first stop leads past the navigation', async () => {
    await page.goto(`${program.origin}/`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toContain('跳到主要内容');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
  });

  it('one goes from the home page to the plan, filters it, and opens a task', async () => {
    await page.goto(`${program.origin}/`);
    await tabTo('工作要点');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plans$/);
    await tabTo('2026年');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plans\/2026$/);
    await tabTo('state');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('select[name=state]').inputValue()).toBe('accepted');
    await tabTo('筛选');
    await page.keyboard.press('Enter');
    await page.waitForURL(/state=accepted/);
    const states = await page.locator('table .tag').allInnerTexts();
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['已完成']));
    await page.locator('table a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks\/\d+$/);
    expect(await page.locator('h1').count()).toBe(1);
  });

  it('large type is switched on, stays on the next page, and is switched off', async () => {
    await page.goto(`${program.origin}/plans`);
    const before = await bodySize();
    await tabTo('大字版');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plans$/);
    expect(await page.locator('html').getAttribute('data-type')).toBe('large');
    expect(await bodySize()).toBeGreaterThanOrEqual(24);
    await page.goto(`${program.origin}/units`);
    expect(await page.locator('html').getAttribute('data-type')).toBe('large');
    await tabTo('标准字号');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/units$/);
    expect(await bodySize()).toBe(before);
  });

  it('every stop of the keyboard shows where it is', async () => {
    await page.goto(`${program.origin}/plans/2026`);
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const look = await focused.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { outlineStyle, width: Number.parseFloat(outlineWidth), text: element.textContent };
      });
      expect(look).toMatchObject({ outlineStyle: 'solid', width: 3 });
    }
  });
});

describe('without JavaScript', () => {
  it('the pages on paper leave out what only a screen can do', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${program.origin}/plans/2026`);
    for (const selector of ['.site-nav', '.filter', '.display-links', '.pagination']) {
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    }
    expect(await page.locator('table').first().isVisible()).toBe(true);
  });
});

async function bodySize(): Promise<number> {
  return page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
}
