import type { Browser, Page } from 'playwright-core';

const PASSWORD = 'Mingchuang-2026';
/** For one thing to be seen; long, for a machine that has much else to do. */
const PATIENCE_MS = 60_000;

/** A page of the workbench with somebody of the demonstration district signed in, in a browser profile of its own. */
export async function signIn(
  browser: Browser,
  origin: string,
  account: string,
  viewport = { width: 1280, height: 900 },
): Promise<Page> {
  // Nothing moves while it is clicked.
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(`${origin}/workbench/sign-in`);
  await fillSignIn(page, account);
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await settled(page);
  return page;
}

export async function fillSignIn(page: Page, account: string): Promise<void> {
  const form = page.locator('form', { has: page.getByLabel('密码', { exact: true }) });
  await form.getByLabel('账号').fill(account);
  await form.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await form.getByRole('button', { name: '登录' }).click();
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/workbench${path}`);
  await settled(page);
}

/** Nothing is being fetched and no skeleton stands in for content. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
}

/** Asks the API as the person on the page. */
export function ask<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => (await fetch(address)).json(), path) as Promise<T>;
}
