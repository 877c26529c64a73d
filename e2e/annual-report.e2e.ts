import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const PHONE = { width: 390, height: 844 };
/** Has written no report of 2025 in the demonstration's story. */
const UNIT = 'keji';
const TITLE = '2025年政府信息公开工作年度报告';

let program: Program;
let browser: Browser;
let officer: Page;
let office: Page;
let visitor: Page;
let path = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  officer = await signIn(browser, program.origin, `officer.${UNIT}`);
  office = await signIn(browser, program.origin, 'office');
  visitor = await browser.newPage();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const pathOf = (page: Page) => new URL(page.url()).pathname.replace('/workbench', '');
const see = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

async function state(page: Page, label: RegExp, amount: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('数字', { exact: true }).fill(amount);
  await drawer.getByLabel('来源').fill('行政执法统计年报');
  await drawer.getByRole('button', { name: /^保\s*存$/ }).click();
  await see(page, '已保存。');
  await drawer.getByText('来源：行政执法统计年报').first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

describe('the annual report of a unit', () => {
  it('is begun from the list, which tells who owes one', async () => {
    await visit(officer, '/annual-reports?year=2025');
    await officer.getByRole('button', { name: /^开始编制/ }).click();
    await officer.getByRole('heading', { level: 1, name: new RegExp(TITLE) }).waitFor();
    await settled(officer);
    path = pathOf(officer);
    expect(path).toMatch(/^\/annual-reports\/[0-9a-f-]{36}$/);
    expect(await axeFindings(officer)).toEqual([]);
  });

  it('says all at once what is missing, and is not submitted before', async () => {
    await visit(officer, `${path}?view=checks`);
    await see(officer, /“规章 · 本年制发件数”.*还没有填报/);
    await see(officer, /“主动公开”.*还没有填写/);
    await officer.getByRole('button', { name: '提交审核' }).click();
    await see(officer, /还有 2 项需要处理/);
    expect(await axeFindings(officer)).toEqual([]);
  });

  it('takes the figures that the platform cannot know, each with its source', async () => {
    await visit(officer, path);
    const labels = [/^规章 · 本年制发/, /^规章 · 本年废止/, /^规章 · 现行有效/, /^行政许可/, /^行政处罚/, /^行政强制/];
    for (const label of labels) await state(officer, label, '0');
    await state(officer, /^行政事业性收费/, '12.5');
    await officer.getByRole('button', { name: /^行政事业性收费.*：12.5，由单位填报/ }).waitFor();
  });

  it('opens the records behind a figure', async () => {
    await officer.getByRole('button', { name: /^一、本年新收政府信息公开申请数量 · 总计/ }).click();
    await officer.getByRole('dialog').getByText('报告中的数字是').waitFor();
    expect(await axeFindings(officer)).toEqual([]);
    await officer.keyboard.press('Escape');
  });

  it('is written head by head, beside last year’s', async () => {
    await visit(officer, `${path}?view=texts`);
    const heads = [
      '主动公开',
      '依申请公开',
      '政府信息管理',
      '政府信息公开平台建设',
      '监督保障',
      '存在的主要问题',
      '改进情况',
    ];
    for (const head of heads) {
      await officer.getByRole('button', { name: `编辑${head}`, exact: true }).click();
      const dialog = officer.getByRole('dialog', { name: head });
      await dialog.getByLabel('本年度').fill(`${head}：本年度按工作要点完成各项任务。`);
      await dialog.getByRole('button', { name: /^保\s*存$/ }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await see(officer, '改进情况：本年度按工作要点完成各项任务。');
    expect(await axeFindings(officer)).toEqual([]);
  });

  it('stands still once it is submitted', async () => {
    await visit(officer, `${path}?view=checks`);
    await officer.getByRole('button', { name: '提交审核' }).click();
    await see(officer, '现在的记录与报告中的数字一致。');
    await see(officer, '待审核');
  });

  it('is accepted by the office, and merged into the district’s', async () => {
    await visit(office, path);
    await office.getByRole('button', { name: '审核通过' }).click();
    await see(office, '已审核通过。');
    await visit(office, '/annual-reports?year=2025');
    await office.getByRole('link', { name: '全区报告（汇总）' }).click();
    await settled(office);
    await office.getByRole('link', { name: '各单位', exact: true }).click();
    await see(office, '汇总的单位');
    expect(await axeFindings(office)).toEqual([]);
  });

  it('becomes a draft of the door out, with its tables', async () => {
    await visit(officer, path);
    await officer.getByRole('button', { name: '生成公开信息稿' }).click();
    await officer.getByRole('link', { name: /到公开信息中填写索引号/ }).click();
    await officer.waitForURL(/\/publications\//);
    await settled(officer);
    await see(officer, '三、收到和处理政府信息公开申请情况');
  });

  it.each(['docx', 'pdf', 'xlsx'])('can be downloaded as %s', async (format) => {
    await visit(officer, path);
    await officer.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([
      officer.waitForEvent('download'),
      officer
        .getByRole('menuitem', { name: new RegExp(format, 'i') })
        .getByRole('link')
        .click(),
    ]);
    expect(await file.failure()).toBeNull();
  });
});

describe('on a telephone', () => {
  it('the list and a report can be read and used', async () => {
    const phone = await signIn(browser, program.origin, `officer.${UNIT}`, PHONE);
    await visit(phone, '/annual-reports?year=2025');
    expect(await axeFindings(phone)).toEqual([]);
    await visit(phone, path);
    const wide = await phone.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBe(0);
    expect(await axeFindings(phone)).toEqual([]);
  });
});

describe('for everybody', () => {
  it.each([
    ['desktop', { width: 1280, height: 900 }],
    ['telephone', PHONE],
  ])('a published report stands in its unit’s column with the printed tables: %s', async (_name, viewport) => {
    const { units } = await ask<{ units: { unit: { code: string }; publicationNumber: number | null }[] }>(
      office,
      '/api/annual-reports?year=2025',
    );
    const number = units.find(({ unit }) => unit.code === 'caizheng')?.publicationNumber;
    await visitor.setViewportSize(viewport);
    await visitor.goto(`${program.origin}/documents/${number}`);
    await visitor.getByRole('heading', { level: 1, name: new RegExp(TITLE) }).waitFor();
    await visitor.getByRole('cell', { name: '36.5' }).waitFor();
    await visitor.getByRole('rowheader', { name: '三、本年度办理结果' }).waitFor();
    expect(await visitor.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await axeFindings(visitor)).toEqual([]);
  });
});
