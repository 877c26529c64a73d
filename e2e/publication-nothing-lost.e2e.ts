import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { choose, determine, pickDay } from './publication-acts.ts';
import { ask, fillSignIn, settled, signIn, visit } from './workbench.ts';

const MINE = '区教育局招生咨询安排';
const THEIRS = '咨询时间为每个工作日。';
const UNSAVED = '咨询地点另行公布。';

let program: Program;
let browser: Browser;
let officer: Page;
let handler: Page;
let path = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  officer = await signIn(browser, program.origin, 'officer.jiaoyu');
  handler = await signIn(browser, program.origin, 'handler.jiaoyu');
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const text = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true });
const title = (page: Page) => page.getByRole('textbox', { name: /^标题/ });
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();

describe('a draft that two people write', () => {
  it('is started empty', async () => {
    await visit(officer, '/publications/new');
    await officer.getByText('法定主动公开内容', { exact: true }).click();
    await officer.getByText('从空白开始', { exact: true }).click();
    await officer.getByRole('textbox', { name: '标题' }).fill('招生咨询安排');
    await officer.getByRole('button', { name: '登记', exact: true }).click();
    await officer.waitForURL(/publications\/[0-9a-f-]{36}$/);
    path = new URL(officer.url()).pathname.replace('/workbench', '');
    await settled(officer);
  });

  it('tells the second what the first changed, part by part, and keeps both', async () => {
    await visit(handler, path);
    await text(handler).click();
    await handler.keyboard.type(THEIRS);
    await title(officer).fill(MINE);
    await save(handler);
    await handler.getByText('已保存。', { exact: true }).first().waitFor();
    await save(officer);
    const dialog = officer.getByRole('dialog', { name: /已被他人更新/ });
    await dialog.getByText(THEIRS).waitFor();
    await dialog.getByText(MINE).first().waitFor();
    await dialog.getByRole('button', { name: '按选择保存' }).click();
    await officer.getByText('已保存。', { exact: true }).first().waitFor();
    expect(await title(officer).inputValue()).toBe(MINE);
    await text(officer).getByText(THEIRS).waitFor();
  });

  it('offers again what was typed and not saved when the window was closed', async () => {
    await text(officer).click();
    await officer.keyboard.press('Control+End');
    await officer.keyboard.type(UNSAVED);
    await officer.getByText(/已自动暂存/).waitFor();
    await visit(officer, '/publications');
    await visit(officer, path);
    expect(await text(officer).innerText()).not.toContain(UNSAVED);
    await officer.getByRole('button', { name: '恢复' }).click();
    await text(officer).getByText(UNSAVED).waitFor();
    await save(officer);
    await officer.getByText('已保存。', { exact: true }).first().waitFor();
    await visit(handler, path);
    await text(handler).getByText(UNSAVED).waitFor();
  });

  it('is undone with the keyboard, and what is pasted from Word comes without its styles', async () => {
    await visit(officer, path);
    await text(officer).getByText(UNSAVED).click();
    await officer.keyboard.press('Control+End');
    await officer.keyboard.type('多余');
    await officer.keyboard.press('Control+z');
    expect(await text(officer).innerText()).not.toContain('多余');
    await text(officer).evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<p class=MsoNormal style="color:red" onclick="x()">从 Word 粘贴<o:p></o:p></p><script>x()</script>',
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await text(officer).getByText('从 Word 粘贴').waitFor();
    expect(await text(officer).innerHTML()).not.toMatch(/style=|onclick|Mso|<script/);
  });

  it('outlives a cut of the network: it says so, tries by itself, and keeps what was typed meanwhile', async () => {
    await visit(officer, path);
    await officer.context().setOffline(true);
    await typeAtEnd('断网时写的一句。');
    await officer.getByText(/自动暂存没有成功/).waitFor();
    await officer.context().setOffline(false);
    await officer.getByText(/已自动暂存/).waitFor();
    await visit(officer, path);
    await officer.getByRole('button', { name: '恢复' }).click();
    await text(officer).getByText('断网时写的一句。').waitFor();
    await save(officer);
    await officer.getByText('已保存。', { exact: true }).first().waitFor();
  });

  it('outlives the session: signing in over the page goes on where it stood', async () => {
    await visit(officer, path);
    await officer.context().clearCookies();
    await typeAtEnd('登录过期后写的一句。');
    await officer.getByRole('dialog', { name: '登录已过期' }).waitFor();
    await fillSignIn(officer, 'officer.jiaoyu');
    await officer.getByRole('dialog', { name: '登录已过期' }).waitFor({ state: 'detached' });
    await text(officer).getByText('登录过期后写的一句。').waitFor();
    await save(officer);
    await officer.getByText('已保存。', { exact: true }).first().waitFor();
    await visit(handler, path);
    await text(handler).getByText('登录过期后写的一句。').waitFor();
  });

  it('is submitted once, however often the button is pressed, with what was typed last', async () => {
    await completed(officer);
    await typeAtEnd('提交前的最后一句。');
    let asked = 0;
    officer.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/submit')) asked += 1;
    });
    await officer.getByRole('button', { name: '提交审核' }).dblclick();
    await officer.getByText('已提交审核。').waitFor();
    expect(await officer.getByText(/已被他人更新|不能提交/).count()).toBe(0);
    expect(asked).toBe(1);
    const { open, draft } = await ask<{ open: string; draft: { content: unknown } }>(officer, `/api${path}`);
    expect(open).toBe('inReview');
    expect(JSON.stringify(draft.content)).toContain('提交前的最后一句。');
  });

  it('tells whoever still had it open that it is under review, and keeps what was typed there', async () => {
    await text(handler).click();
    await handler.keyboard.type('迟到的一句。');
    await save(handler);
    await handler
      .getByText(/这一版本现在是“审核中”/)
      .first()
      .waitFor();
    expect(await text(handler).innerText()).toContain('迟到的一句。');
  });
});

/** Writes at the end of the officer's text. */
async function typeAtEnd(words: string): Promise<void> {
  await text(officer).click();
  await officer.keyboard.press('Control+End');
  await officer.keyboard.type(words);
}

/** Everything that submitting asks for. */
async function completed(page: Page): Promise<void> {
  await visit(page, path);
  await page.getByRole('textbox', { name: /^索引号/ }).fill('113301060025600000/2026-00077');
  await page.getByRole('textbox', { name: /^内容概述/ }).fill('招生咨询的时间和地点。');
  await pickDay(page, '生成日期', '2026-11-20');
  await choose(page, 'statutoryClass', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况');
  await determine(page);
}
