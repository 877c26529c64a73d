import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { ask, fillSignIn, signIn, visit } from './workbench.ts';

const OFFICER = 'officer.jiaoyu';
const MINE = '已按退回意见补充材料，完成复核12件，转为主动公开3件。';
const THEIRS = '同事先报了一条：正在整理。';

let program: Program;
let browser: Browser;
let share: string;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  page = await signIn(browser, program.origin, OFFICER);
  const open = await ask<{ items: { id: string; storedState: string }[] }>(
    page,
    '/api/assignments?mine=true&unfinished=true&pageSize=50',
  );
  share = open.items.find((one) => one.storedState !== 'reported')?.id ?? '';
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const text = (on: Page) => on.getByRole('textbox', { name: '进展情况' });

describe('a report that is being written', () => {
  it('is asked about before the page is left, and comes back from the draft', async () => {
    await visit(page, `/shares/${share}/report`);
    await text(page).fill(MINE);
    await page.waitForFunction((words) => Object.values(localStorage).some((kept) => kept.includes(words)), MINE);
    await page.getByRole('link', { name: '任务台账' }).click();
    await page.getByRole('dialog', { name: '有内容还没有提交' }).getByRole('button', { name: '离开' }).click();
    await page.waitForURL(/ledger/);
    await visit(page, `/shares/${share}/report`);
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await text(page).inputValue()).toBe(MINE);
  });

  it('meets a colleague who was faster: both texts side by side, both kept', async () => {
    const other = await signIn(browser, program.origin, OFFICER);
    await visit(other, `/shares/${share}/report`);
    await text(other).fill(THEIRS);
    await other.getByRole('button', { name: '报送进展' }).click();
    await other.waitForURL((url) => !url.pathname.endsWith('report'));
    await other.context().close();

    await page.getByRole('button', { name: '报送进展' }).click();
    const dialog = page.getByRole('dialog', { name: '已被他人更新' });
    await dialog.getByText(THEIRS).waitFor();
    await dialog.getByText(MINE).waitFor();
    await dialog.getByRole('button', { name: '按选择保存' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('report'));
    const reports = page.getByRole('region', { name: /^进展与佐证/ });
    await reports.getByText(MINE).waitFor();
    await reports.getByText(THEIRS).waitFor();
  });

  it('outlives the session: signing in again over the page sends it', async () => {
    const late = `${MINE}（登录过期后）`;
    await visit(page, `/shares/${share}/report`);
    await text(page).fill(late);
    await page.context().clearCookies();
    await page.getByRole('button', { name: '报送进展' }).click();
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor();
    await fillSignIn(page, OFFICER);
    await page.waitForURL((url) => !url.pathname.endsWith('report'));
    await page
      .getByRole('region', { name: /^进展与佐证/ })
      .getByText(late)
      .waitFor();
  });
});
