import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';

let program: Program;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Every request of the page after it was opened. */
let asked: { readonly method: string; readonly url: string; readonly body: string | null; readonly cookie: string }[];
let complaints: string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  asked = [];
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${program.origin}/search`);
  page.on('request', (request) => {
    if (!request.url().includes('/api/')) return;
    const cookie = request.headers().cookie ?? '';
    asked.push({ method: request.method(), url: request.url(), body: request.postData(), cookie });
  });
});

const box = () => page.getByRole('combobox', { name: /^检索/ });
const options = () => page.getByRole('option');
const chosen = () => page.locator('[role=option][aria-selected=true]');

async function type(text: string): Promise<void> {
  await box().pressSequentially(text);
  await options().first().waitFor();
}

describe('suggestions while typing', () => {
  it('come below the box, are told to screen readers, and break no rule of accessibility', async () => {
    expect(await box().getAttribute('aria-expanded')).toBe('false');
    await type('公租');
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    expect(await box().getAttribute('aria-controls')).toBe(await page.getByRole('listbox').getAttribute('id'));
    expect(await page.getByRole('status').textContent()).toMatch(/^有 \d+ 条联想/);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('are walked through by the arrows, the text staying as it was typed, and taken by Enter', async () => {
    await type('公租');
    await page.keyboard.press('ArrowDown');
    expect(await chosen().getAttribute('id')).toBe(await box().getAttribute('aria-activedescendant'));
    await page.keyboard.press('ArrowUp');
    expect(await chosen().count()).toBe(0);
    await page.keyboard.press('ArrowUp');
    expect(await chosen().textContent()).toBe(await options().last().textContent());
    expect(await box().inputValue()).toBe('公租');
    await page.keyboard.press('ArrowLeft');
    expect(await chosen().count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    const taken = (await chosen().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === taken);
    expect(await page.locator('#found').textContent()).toContain(taken);
  });

  it('go away with Escape, keep what was typed, and come back with the arrow', async () => {
    await type('公租');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await box().inputValue()).toBe('公租');
    expect(await box().getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await options().first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('listbox').count()).toBe(0);
  });

  it('leave the search of what was typed alone when nothing is chosen', async () => {
    await type('公租');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === '公租');
  });

  it('are taken by a click', async () => {
    await type('公租');
    const taken = (await options().first().textContent()) ?? '';
    await options().first().click();
    await page.waitForURL((url) => url.searchParams.get('q') === taken);
  });

  it('are asked for once people pause, without cookies and without the words in any address', async () => {
    await context.addCookies([{ name: 'mingchuang_session', value: 'somebody', url: program.origin }]);
    // Three keys in a row, however slow the machine is.
    await box().evaluate((field: HTMLInputElement) => {
      field.focus();
      for (const text of ['公', '公租', '公租房']) {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await options().first().waitFor();
    expect(asked.length).toBe(1);
    for (const { method, url, body, cookie } of asked) {
      expect(method).toBe('POST');
      expect(new URL(url).search).toBe('');
      expect(body).toContain('公租房');
      expect(cookie).toBe('');
    }
  });

  it('are not asked for when somebody types the number of an identity card or a telephone', async () => {
    for (const text of ['11010519491231002X', '138 0000 0000']) {
      await box().fill('');
      await box().pressSequentially(text);
      await page.waitForTimeout(600);
    }
    expect(asked.filter((one) => /\d{6}/.test(one.body?.replaceAll(' ', '') ?? ''))).toEqual([]);
    expect(await page.getByRole('listbox').count()).toBe(0);
  });

  it('help in the library’s own box with what the library finds', async () => {
    await page.goto(`${program.origin}/library`);
    await type('公租');
    expect(await axeFindings(page)).toEqual([]);
    const titles = await options().allTextContents();
    await options().last().click();
    await page.waitForURL((url) => url.pathname === '/library' && url.searchParams.get('q') === titles.at(-1));
    expect(await page.locator('#found').textContent()).toMatch(/找到 [1-9]\d* 件文件/);
    expect(asked.every((one) => one.body?.includes('"kind":"policyDocument"'))).toBe(true);
  });

  it('stand on the home page too, and there is no script where there is no search box', async () => {
    await page.goto(`${program.origin}/`);
    await type('公租');
    await page.goto(`${program.origin}/about`);
    expect(await page.locator('script').count()).toBe(0);
  });
});
