import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { CANARY_NUMBER, JOURNEY_NOTICE, MASKED_NUMBER, noticeFile } from './journey-notice.ts';
import { type Program, startProgram } from './program.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const CHANGE_NOTE = '补充咨询电话的查询办法。';
const REMARK = '请写明发放的截止日期。';

let program: Program;
let browser: Browser;
let drafter: Page;
let officer: Page;
let deputy: Page;
let head: Page;
let visitor: Page;
let path = '';
let number = 0;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  visitor = await browser.newPage();
  drafter = await signIn(browser, program.origin, 'handler.jiaoyu');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe('a document from Word to the public page', () => {
  it('is imported with its head in the fields and its table in the text', async () => {
    await visit(drafter, '/publications/new');
    await drafter.getByRole('radio', { name: '政策文件', exact: true }).check();
    const file = { name: '通知.docx', mimeType: 'application/octet-stream', buffer: await noticeFile() };
    await drafter.locator('input[type=file]').setInputFiles(file);
    await drafter.getByRole('button', { name: '导入并登记' }).click();
    await drafter.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
    path = new URL(drafter.url()).pathname.replace('/workbench', '');
    await settled(drafter);
    await drafter.getByRole('heading', { level: 1, name: JOURNEY_NOTICE.title }).waitFor();
    expect(await drafter.getByRole('textbox', { name: /^发文字号/ }).inputValue()).toBe(JOURNEY_NOTICE.documentNumber);
    await text(drafter).getByText('身份证号', { exact: true }).waitFor();
    expect(await axeFindings(drafter)).toEqual([]);
  });

  it('is stopped by the citizen’s number, with everything else that is missing, all at once', async () => {
    await drafter
      .getByRole('region', { name: /公开前还差什么/ })
      .getByText(/身份证/)
      .first()
      .waitFor();
    await drafter.getByRole('button', { name: '提交审核' }).click();
    const dialog = drafter.getByRole('dialog', { name: /请先处理下列/ });
    await dialog
      .getByText(/身份证/)
      .first()
      .waitFor();
    await dialog
      .getByText(/公开属性/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: '知道了，去处理' }).click();
  });

  it('is masked at its place, and the number is gone', async () => {
    await drafter.getByRole('list', { name: '正文旁注' }).getByRole('button', { name: /^脱敏/ }).first().click();
    await drafter
      .getByText(/已脱敏/)
      .first()
      .waitFor();
    expect(await text(drafter).innerText()).toMatch(MASKED_NUMBER);
    expect(await text(drafter).innerText()).not.toContain(CANARY_NUMBER);
  });

  it('gets its elements and is submitted once the office has determined that it is public', async () => {
    await fillElements(drafter);
    await drafter.getByRole('button', { name: '保存', exact: true }).click();
    await drafter.getByText('已保存。', { exact: true }).first().waitFor();
    officer = await signIn(browser, program.origin, 'officer.jiaoyu');
    await visit(officer, path);
    await determine(officer);
    await visit(drafter, path);
    await drafter.getByRole('button', { name: '提交审核' }).click();
    await drafter.getByText('已提交审核。').waitFor();
  });

  it('cannot be reviewed by who wrote it', async () => {
    await visit(drafter, `${path}?view=review`);
    expect(await drafter.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  });

  it('comes back from the deputy with a remark at its place', async () => {
    await approveAll(officer);
    deputy = await signIn(browser, program.origin, 'deputy.jiaoyu');
    await visit(deputy, `${path}?view=review`);
    await text(deputy).getByText('发放情况于月底前报送。').click();
    await deputy.getByRole('region', { name: '标注意见' }).getByRole('textbox').fill(REMARK);
    await deputy.getByRole('button', { name: '标注意见' }).click();
    await deputy.getByText('意见已标注。').waitFor();
    await deputy.getByRole('button', { name: '退回修改' }).click();
    await deputy.getByText('已退回起草人。').waitFor();
  });

  it('is mended where the remark stands, which voids what was approved', async () => {
    await visit(drafter, path);
    const note = drafter.getByRole('list', { name: '正文旁注' }).getByRole('listitem').filter({ hasText: REMARK });
    await text(drafter).getByText('发放情况于月底前报送。').click();
    await drafter.keyboard.press('End');
    await drafter.keyboard.type('发放截止日期为12月15日。');
    await drafter.keyboard.press('Control+s');
    await drafter.getByText('已保存。', { exact: true }).first().waitFor();
    await note.getByRole('button', { name: /^处理意见/ }).click();
    const dialog = drafter.getByRole('dialog', { name: '处理审核意见' });
    await dialog.getByRole('textbox').fill('已补充截止日期。');
    await dialog.getByRole('button', { name: '记录处理情况' }).click();
    await drafter.getByText('意见已处理。').waitFor();
    await drafter.getByRole('button', { name: '提交审核' }).click();
    await drafter.getByText('已提交审核。').waitFor();
    const { reviews } = await ask<{ reviews: { voidAt: string | null }[] }>(drafter, `/api${path}`);
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.every((review) => review.voidAt !== null)).toBe(true);
  });

  it('is approved by three different people', async () => {
    await approveAll(officer);
    await approveAll(deputy);
    head = await signIn(browser, program.origin, 'head.jiaoyu');
    await approveAll(head);
    await visit(officer, path);
    await officer.getByText('公开的条件都已具备。').waitFor();
  });

  it('appears at the minute for which it was scheduled, and not before', async () => {
    await officer.getByRole('button', { name: '定时公开' }).click();
    const dialog = officer.getByRole('dialog', { name: '定时公开' });
    await dialog.getByRole('textbox', { name: /公开时间/ }).fill(inBeijing(Date.now() + 60_000));
    await officer.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '定时', exact: true }).click();
    await officer.getByText(/（北京时间）自动公开/).waitFor();
    expect(await published(officer)).toBe(0);
    await expect.poll(() => published(officer), { timeout: 150_000, interval: 3000 }).toBeGreaterThan(0);
    number = await published(officer);
    const page = await visitor.goto(`${program.origin}/documents/${number}`);
    expect(page?.status()).toBe(200);
    const shown = await visitor.getByRole('main').innerText();
    expect(shown).toContain('发放截止日期为12月15日。');
    expect(shown).toMatch(MASKED_NUMBER);
    expect(await visitor.content()).not.toContain(CANARY_NUMBER);
  }, 200_000);

  it('is amended by the same way, and readers are told what changed', async () => {
    await visit(drafter, path);
    await drafter.getByRole('button', { name: '起草新版本' }).click();
    await drafter.getByText(/已起草新版本/).waitFor();
    await text(drafter).getByText('经审核，现将', { exact: false }).click();
    await drafter.keyboard.press('End');
    await drafter.keyboard.type('咨询电话见附注。');
    await drafter.getByRole('radio', { name: /内容有变更/ }).check();
    await drafter.getByRole('textbox', { name: /变更说明/ }).fill(CHANGE_NOTE);
    await drafter.keyboard.press('Control+s');
    await drafter.getByText('已保存。', { exact: true }).first().waitFor();
    await drafter.getByRole('button', { name: '提交审核' }).click();
    await drafter.getByText('已提交审核。').waitFor();
    await visit(officer, `${path}?view=review`);
    await officer.getByRole('list', { name: '差别' }).getByText('咨询电话见附注。').waitFor();
    for (const reviewer of [officer, deputy, head]) await approveAll(reviewer);
    await visit(officer, path);
    await officer.getByRole('button', { name: '立即公开' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: '立即公开' }).click();
    await officer.getByText('已公开。', { exact: true }).waitFor();
    await visitor.goto(`${program.origin}/documents/${number}`);
    expect(await visitor.getByRole('main').innerText()).toContain('咨询电话见附注。');
    expect((await visitor.goto(`${program.origin}/documents/${number}/record.json`))?.status()).toBe(200);
    expect(await visitor.content()).not.toContain(CANARY_NUMBER);
  }, 120_000);

  it('is withdrawn with a reason that readers see', async () => {
    await visit(officer, path);
    await officer.getByRole('button', { name: '更多' }).click();
    await officer.getByRole('menuitem', { name: '撤回' }).click();
    const dialog = officer.getByRole('dialog', { name: '撤回' });
    await dialog.getByRole('textbox', { name: /理由/ }).fill('名单有误，核实后重新公布。');
    await dialog.getByRole('button', { name: '撤回' }).click();
    await officer.getByText('已撤回。').waitFor();
    await visitor.goto(`${program.origin}/documents/${number}`);
    expect(await visitor.getByRole('main').innerText()).toContain('名单有误，核实后重新公布。');
  });
});

const text = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true });

async function published(page: Page): Promise<number> {
  const { number: known, life } = await ask<{ number: number | null; life: string }>(page, `/api${path}`);
  return life === 'public' ? (known ?? 0) : 0;
}

async function fillElements(page: Page): Promise<void> {
  const field = (name: RegExp) => page.getByRole('textbox', { name });
  await field(/^索引号/).fill('113301060025600000/2026-00037');
  await field(/^发文机关/).fill(JOURNEY_NOTICE.issuer);
  await field(/^内容概述/).fill('公布第三批临时救助对象名单和发放要求。');
  await page.locator('#place-field-normative').getByText('否', { exact: true }).click();
  await pickDay(page, '成文日期', JOURNEY_NOTICE.issuedOn);
  for (const [code, option] of [
    ['documentType', '通知'],
    ['topic', '教育'],
    ['tags', '公共交通'],
  ] as const) {
    const box = page.locator(`#place-field-${code}`).getByRole('combobox');
    await box.click();
    await box.fill(option);
    await page.locator('.ant-select-item-option-active').getByText(option, { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.locator(`#place-field-${code}`).getByTitle(option, { exact: true }).waitFor();
  }
}

async function pickDay(page: Page, label: string, day: string): Promise<void> {
  const input = page.getByRole('textbox', { name: new RegExp(`^${label}`) });
  await input.fill(day);
  await page.keyboard.press('Enter');
}

async function determine(page: Page): Promise<void> {
  await page.getByRole('button', { name: '认定公开属性' }).click();
  const dialog = page.getByRole('dialog', { name: '认定公开属性' });
  await dialog.getByRole('combobox', { name: '依据' }).click();
  await dialog.getByRole('combobox', { name: '依据' }).fill('（十一）');
  await page.locator('.ant-select-item-option').filter({ hasText: '第二十条第（十一）项' }).click();
  await dialog.getByRole('textbox', { name: '理由' }).fill('属于社会救助政策实施情况。');
  await dialog.getByRole('button', { name: '认定', exact: true }).click();
  await page.getByText('已认定公开属性。').waitFor();
}

/** Does every step that is open to this person, one after the other. */
async function approveAll(page: Page): Promise<void> {
  for (let step = 0; step < 6; step += 1) {
    const { steps } = await ask<{ steps: { mine: boolean }[] }>(page, `/api${path}`);
    if (!steps.some((one) => one.mine)) return expect(step).toBeGreaterThan(0);
    await visit(page, `${path}?view=review`);
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.getByText('审核通过。', { exact: true }).waitFor();
  }
}

function inBeijing(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
