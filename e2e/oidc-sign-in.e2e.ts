import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT, openProvider, type TestProvider } from '../src/modules/sign-in/oidc-provider.fixtures.ts';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const SUBJECT = 'zhang.san@gov';

let program: Program;
let browser: Browser;
let provider: TestProvider;
let page: Page;
beforeAll(async () => {
  // The provider must know where to send browsers back to before the program has a port.
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  provider = await openProvider(`${origin}/api/session/oidc/callback`);
  [program, browser] = await Promise.all([
    startProgram({
      PORT: String(port),
      MINGCHUANG_ORIGIN: origin,
      MINGCHUANG_OIDC_ISSUER: provider.issuer,
      MINGCHUANG_OIDC_CLIENT_ID: CLIENT.id,
      MINGCHUANG_OIDC_CLIENT_SECRET: CLIENT.secret,
      MINGCHUANG_OIDC_LABEL: '用区统一身份认证登录',
    }),
    launchBrowser(),
  ]);
  page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await provider?.close();
});

/** Presses the button and fills the provider's own pages. */
async function throughProvider(): Promise<void> {
  await page.goto(`${program.origin}/workbench/sign-in`);
  await page.getByRole('link', { name: '用区统一身份认证登录' }).click();
  // Who is signed in at the provider and has consented is sent back at once.
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  if ((await page.locator('input[name=login]').count()) > 0) {
    await page.locator('input[name=login]').fill(SUBJECT);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
  }
  await page.waitForLoadState('networkidle');
  if (page.url().startsWith(provider.issuer)) await page.locator('button[type=submit]').click();
  await page.waitForURL(`${program.origin}/**`);
}

it('tells a person whom nobody has linked yet what to do', async () => {
  await throughProvider();
  expect(await page.locator('body').innerText()).toContain('尚未与本系统的人员关联');
});

it('lets the administrator say who it is', async () => {
  const admin = await signIn(browser, program.origin, 'admin');
  const found = await ask<{ items: { id: string; account: string }[] }>(admin, '/api/people?search=officer.hubin');
  await visit(admin, `/people/${found.items.find((person) => person.account === 'officer.hubin')?.id}`);
  const select = admin.getByRole('combobox', { name: '待关联的统一身份' });
  await select.click();
  await admin.locator('.ant-select-item-option').filter({ hasText: SUBJECT }).click();
  await admin.getByRole('button', { name: '关联', exact: true }).click();
  await admin.getByText('统一身份已关联。').waitFor();
  await admin.context().close();
});

it('signs that person in by the button, without a password of ours', async () => {
  await throughProvider();
  await page.waitForURL(/\/workbench\//);
  await settled(page);
  const session = await ask<{ person: { account: string } }>(page, '/api/session');
  expect(session.person.account).toBe('officer.hubin');
  await page.getByText('湖滨街道').first().waitFor();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
