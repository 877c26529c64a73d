import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { settled, signIn, visit } from './workbench.ts';

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
});
