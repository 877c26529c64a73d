import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask, settled, visit } from './workbench.ts';

export interface Receipt {
  readonly number: string;
  readonly secret: string;
}

/** Presses the form's button and waits for the page that answers it. */
export async function press(page: Page, name: string): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST' && one.request().isNavigationRequest()),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  await answer.finished();
  await page.waitForLoadState();
  return answer.status();
}

/** Hands a form in. One that comes back within three seconds is shown again with everything kept, so it is sent until it is taken. */
export async function handIn(page: Page): Promise<Receipt> {
  // Each showing counts anew, so people are no faster than this.
  await expect.poll(() => press(page, '提交'), { interval: 4_000 }).toBe(200);
  await page.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
  const [number = '', secret = ''] = await page.locator('.receipt dd').allInnerTexts();
  return { number, secret };
}

export async function lookUp(page: Page, origin: string, { number, secret }: Receipt): Promise<number> {
  await page.goto(`${origin}/messages/look-up`);
  await page.getByLabel('编号').fill(number);
  await page.getByLabel('查询码').fill(secret);
  return press(page, '查看');
}

/** Path of the case in the workbench, found by its number as an officer finds it. */
export async function openCase(page: Page, number: string): Promise<string> {
  const found = await ask<{ items: { id: string }[] }>(page, `/api/cases?text=${number}`);
  const path = `/cases/${found.items[0]?.id}`;
  await visit(page, path);
  return path;
}

/** Presses a button of the case and waits for what the server says of it. */
export async function act(page: Page, name: string, done: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(done, { exact: true }).first().waitFor();
  await settled(page);
}

export async function writeReply(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '答复内容' }).fill(text);
  await act(page, '提交审核', '已提交审核。');
}

export async function sendReply(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发送答复' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^发\s*送$/ })
    .click();
  await page.getByText('答复已发出。').waitFor();
  await settled(page);
}
