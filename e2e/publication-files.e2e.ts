import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import {
  documentWithComment,
  type MadeFile,
  pdfWithNumber,
  picture,
  wordsOfPdf,
  workbookWithHiddenSheet,
} from './journey-files.ts';
import { CANARY_NUMBER } from './journey-notice.ts';
import { type Program, startProgram } from './program.ts';
import { arrived, save, text } from './publication-acts.ts';
import { ask, signIn, visit } from './workbench.ts';

interface Detail {
  readonly draft: { readonly content: { readonly attachments: readonly { name: string; sha256: string }[] } };
  readonly reasons: readonly { code: string; place: string }[];
}

let program: Program;
let browser: Browser;
let officer: Page;
let path = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  officer = await signIn(browser, program.origin, 'officer.jiaoyu');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const detail = () => ask<Detail>(officer, `/api${path}`);
const line = (name: string) =>
  officer
    .getByRole('list', { name: '附件' })
    .getByRole('listitem')
    .filter({ has: officer.locator(`input[value="${name}"]`) })
    .first();

async function attach(file: MadeFile): Promise<void> {
  const known = officer.getByRole('region', { name: /^附件/ });
  await known.locator('input[type=file]').setInputFiles(file);
  await officer.getByText(`“${file.name}”已上传，保存后生效。`).waitFor();
  await save(officer);
}

async function bytesOf(name: string): Promise<Uint8Array> {
  const { sha256 } = (await detail()).draft.content.attachments.find((one) => one.name === name) ?? { sha256: '' };
  const bytes = await officer.evaluate(
    async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())],
    `/api${path}/attachments/${sha256}`,
  );
  return Uint8Array.from(bytes);
}

describe('files of a document', () => {
  it('a picture is not taken without words for those who do not see it, and then stands in the text', async () => {
    await visit(officer, '/publications/new');
    await officer.getByText('法定主动公开内容', { exact: true }).click();
    await officer.getByText('从空白开始', { exact: true }).click();
    await officer.getByRole('textbox', { name: '标题' }).fill('临时救助办理流程');
    await officer.getByRole('button', { name: '登记', exact: true }).click();
    path = await arrived(officer);
    await text(officer).click();
    await officer.getByRole('button', { name: '插入图片' }).click();
    const dialog = officer.getByRole('dialog', { name: '插入图片' });
    await dialog.locator('input[type=file]').setInputFiles(picture());
    await dialog.getByRole('button', { name: '上传并插入' }).click();
    await dialog.getByText('请填写图片说明。').waitFor();
    await dialog.getByRole('textbox', { name: '图片说明' }).fill('申请、核对、发放三步，共五个工作日');
    await dialog.getByRole('button', { name: '上传并插入' }).click();
    await text(officer).getByRole('img', { name: '申请、核对、发放三步，共五个工作日' }).waitFor();
    await save(officer);
  });

  it('a workbook with a hidden sheet stands in the way: its author goes with one click, the sheet is for people to decide', async () => {
    const file = await workbookWithHiddenSheet();
    await attach(file);
    await line(file.name)
      .getByText(/发现 \d+ 处隐藏内容，公开前须去除/)
      .waitFor();
    await line(file.name).getByText(/底稿/).first().waitFor();
    const { reasons, draft } = await detail();
    const place = `attachment:${draft.content.attachments[0]?.sha256}`;
    expect(reasons.map((reason) => reason.place)).toContain(place);
    expect(await axeFindings(officer)).toEqual([]);
    await line(file.name).getByRole('button', { name: '去除隐藏内容' }).click();
    await officer.getByText('能自动去除的已经去除，其余请按提示处理后重新上传。').waitFor();
    await line(file.name).getByText('发现 1 处隐藏内容，公开前须去除').waitFor();
    expect(await line(file.name).getByRole('button', { name: '去除隐藏内容' }).count()).toBe(0);
    await line(file.name).getByRole('button', { name: '移除' }).click();
    await save(officer);
    expect((await detail()).reasons.filter((reason) => reason.place.startsWith('attachment:'))).toEqual([]);
  });

  it('a comment left in a Word file goes the same way', async () => {
    const file = await documentWithComment();
    await attach(file);
    await line(file.name).getByText(/批注/).first().waitFor();
    await line(file.name).getByRole('button', { name: '去除隐藏内容' }).click();
    await line(file.name).getByText('未发现隐藏内容').waitFor();
    expect(Buffer.from(await bytesOf(file.name)).includes('word/comments.xml')).toBe(false);
  });

  it('a number in a PDF is masked, and no layer of the new file has it', async () => {
    const file = await pdfWithNumber();
    expect(await wordsOfPdf(new Uint8Array(file.buffer))).toContain(CANARY_NUMBER);
    await attach(file);
    await line(file.name)
      .getByRole('button', { name: /^脱敏 身份证号/ })
      .click();
    await officer
      .getByText(/已脱敏/)
      .first()
      .waitFor();
    await line(file.name).getByRole('button', { name: /^脱敏/ }).waitFor({ state: 'detached' });
    const masked = await bytesOf(file.name);
    expect(masked.length).toBeGreaterThan(0);
    expect(Buffer.from(masked).includes(CANARY_NUMBER)).toBe(false);
    expect(await wordsOfPdf(masked)).not.toContain(CANARY_NUMBER);
    expect(JSON.stringify((await detail()).reasons)).not.toContain('personal-data');
  });
});
