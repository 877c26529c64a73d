import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { CANARY_NUMBER, JOURNEY_NOTICE, MASKED_NUMBER, noticeFile } from './journey-notice.ts';
import { type Program, startProgram } from './program.ts';
import { type Auditor, auditor, loggedActs, placesOf, shown } from './public-places.ts';
import {
  approveAll,
  arrived,
  choose,
  determine,
  end,
  inBeijing,
  pickDay,
  publicNumber,
  save,
  submit,
  text,
} from './publication-acts.ts';
import { ask, signIn, visit } from './workbench.ts';

const CHANGE_NOTE = '补充咨询电话的查询办法。';
const REMARK = '请写明发放的截止日期。';
const EXPLAINED = '问答：临时救助怎么发';
const WORDS = '临时救助对象名单';
const EVERYWHERE = ['首页', '政策文件', '单位栏目', '主动公开目录', '检索', 'RSS', 'Atom', '站点地图'];

let program: Program;
let browser: Browser;
let drafter: Page;
let officer: Page;
let deputy: Page;
let head: Page;
let visitor: Page;
let outsider: Auditor;
let path = '';
let partner = '';
let number = 0;
let partnerNumber = 0;
let minute = 0;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  visitor = await browser.newPage();
  outsider = await auditor(program.origin);
  drafter = await signIn(browser, program.origin, 'handler.jiaoyu');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await outsider?.end();
  await program?.stop();
});

const sought = () => ({ number, unit: 'jiaoyu', words: WORDS });
const wordsOf = async (address: string) => (await shown(visitor, program.origin + address)).words;

describe('a document from Word to the public page', () => {
  it('is imported with its head in the fields and its table in the text', async () => {
    await visit(drafter, '/publications/new');
    await drafter.getByRole('radio', { name: '政策文件', exact: true }).check();
    const file = { name: '通知.docx', mimeType: 'application/octet-stream', buffer: await noticeFile() };
    await drafter.locator('input[type=file]').setInputFiles(file);
    await drafter.getByRole('button', { name: '导入并登记' }).click();
    path = await arrived(drafter);
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
    await dialog.getByRole('button', { name: '知道了' }).click();
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
    await save(drafter);
    officer = await signIn(browser, program.origin, 'officer.jiaoyu');
    await visit(officer, path);
    await determine(officer);
    await visit(drafter, path);
    await submit(drafter);
  });

  it('says that it waits for its interpretation, which is drafted from there', async () => {
    const lacking = drafter.getByRole('region', { name: /公开前还差什么/ });
    await lacking.getByText('这份文件要与解读同步发布，还没有解读。').waitFor();
    await lacking.getByRole('link', { name: '起草政策解读' }).click();
    await drafter.getByText(`为《${JOURNEY_NOTICE.title}》起草政策解读`).waitFor();
    await drafter.getByRole('textbox', { name: '标题' }).fill(EXPLAINED);
    await drafter.getByRole('button', { name: '登记', exact: true }).click();
    await drafter.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
    partner = await arrived(drafter);
    await drafter.getByText('与下列信息同步公开').waitFor();
    await drafter.locator('#place-field-stage').getByTitle('与文件同步', { exact: true }).waitFor();
    await fillInterpretation(drafter);
    await save(drafter);
    await visit(officer, partner);
    await determine(officer);
    await visit(drafter, partner);
    await submit(drafter);
  });

  it('cannot be reviewed by who wrote it', async () => {
    await visit(drafter, `${path}?view=review`);
    expect(await drafter.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  });

  it('comes back from the deputy with a remark at its place', async () => {
    await approveAll(officer, path);
    deputy = await signIn(browser, program.origin, 'deputy.jiaoyu');
    await visit(deputy, `${path}?view=review`);
    await text(deputy).getByText('发放情况于月底前报送。').click();
    const remark = deputy.getByRole('region', { name: '标注意见' });
    await remark.getByTitle(/发放情况于月底前报送/).waitFor();
    await remark.getByRole('textbox').fill(REMARK);
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
    await save(drafter);
    await note.getByRole('button', { name: /^处理意见/ }).click();
    const dialog = drafter.getByRole('dialog', { name: '处理审核意见' });
    await dialog.getByRole('textbox').fill('已补充截止日期。');
    await dialog.getByRole('button', { name: '记录处理情况' }).click();
    await drafter.getByText('意见已处理。').waitFor();
    await submit(drafter);
    const { reviews } = await ask<{ reviews: { voidAt: string | null }[] }>(drafter, `/api${path}`);
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.every((review) => review.voidAt !== null)).toBe(true);
  });

  it('is approved by three different people', async () => {
    await approveAll(officer, path);
    await approveAll(deputy, path);
    head = await signIn(browser, program.origin, 'head.jiaoyu');
    await approveAll(head, path);
    await visit(officer, path);
    await officer
      .getByText(/须与《问答：临时救助怎么发》同步发布/)
      .first()
      .waitFor();
    for (const reviewer of [officer, deputy, head]) await approveAll(reviewer, partner);
    await visit(officer, path);
    await officer.getByText('公开的条件都已具备。').waitFor();
  });

  it('is scheduled, and nobody outside finds it before its minute', async () => {
    // Far enough to be typed and looked for in vain on a slow machine.
    minute = Math.ceil((Date.now() + 30_000) / 60_000) * 60_000;
    await officer.getByRole('button', { name: '定时公开' }).click();
    const dialog = officer.getByRole('dialog', { name: '定时公开' });
    await dialog.getByRole('textbox', { name: /公开时间/ }).fill(inBeijing(minute));
    await officer.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '定时', exact: true }).click();
    await officer.getByText(/（北京时间）自动公开/).waitFor();
    expect(await publicNumber(officer, path)).toBe(0);
    await visitor.goto(`${program.origin}/search?q=${encodeURIComponent(WORDS)}`);
    expect(await visitor.getByRole('main').innerText()).not.toContain(JOURNEY_NOTICE.title);
  });

  it('appears at the minute together with its interpretation, in one instant, each leading to the other', async () => {
    await expect.poll(() => publicNumber(officer, path), { timeout: 200_000, interval: 2000 }).toBeGreaterThan(0);
    number = await publicNumber(officer, path);
    partnerNumber = await publicNumber(officer, partner);
    const at = await publishedAt(number);
    expect(await publishedAt(partnerNumber)).toBe(at);
    expect(Date.parse(at)).toBeGreaterThanOrEqual(minute);
    // Later than that, people are alarmed.
    expect(Date.parse(at)).toBeLessThan(minute + 5 * 60_000);
    await expect.poll(() => wordsOf(`/documents/${number}`)).toContain('发放截止日期为12月15日。');
    expect(await wordsOf(`/documents/${number}`)).toMatch(MASKED_NUMBER);
    expect(await visitor.content()).not.toContain(CANARY_NUMBER);
    await visitor.getByRole('link', { name: EXPLAINED }).first().click();
    await visitor.getByRole('heading', { level: 1, name: EXPLAINED }).waitFor();
    await visitor.getByRole('link', { name: JOURNEY_NOTICE.title }).first().waitFor();
  });

  it('stands on the home page with its interpretation, in its columns, in the library, the search, the feeds and the map', async () => {
    await expect.poll(() => placesOf(visitor, program.origin, sought())).toEqual(EVERYWHERE);
    await visitor.goto(`${program.origin}/`);
    const line = visitor.getByRole('listitem').filter({ hasText: JOURNEY_NOTICE.title });
    await line.getByRole('link', { name: EXPLAINED }).waitFor();
    await visitor.goto(`${program.origin}/interpretations`);
    await visitor.getByRole('link', { name: EXPLAINED }).waitFor();
    await visitor.goto(`${program.origin}/search?q=${encodeURIComponent(JOURNEY_NOTICE.documentNumber)}`);
    expect(await visitor.locator('.document-title').first().innerText()).toBe(JOURNEY_NOTICE.title);
  });

  it('is in the log, and outsiders with a program of their own find everything as it was logged', async () => {
    await expect.poll(() => loggedActs(visitor, program.origin, number)).toEqual(['发布']);
    expect(await outsider.run()).toMatchObject({ code: 0, said: expect.stringContaining('未发现问题') });
  });

  it('is amended by the same way, and readers are told what changed', async () => {
    await visit(drafter, path);
    await drafter.getByRole('button', { name: '起草新版本' }).click();
    await drafter.getByText(/已起草新版本/).waitFor();
    await text(drafter).getByText('经审核，现将', { exact: false }).click();
    await drafter.keyboard.press('End');
    await drafter.keyboard.type('咨询电话见附注。');
    await drafter.getByRole('radio', { name: /内容有变更/ }).check();
    await drafter.getByRole('textbox', { name: /变更说明/ }).fill(CHANGE_NOTE);
    await save(drafter);
    await submit(drafter);
    await visit(officer, `${path}?view=review`);
    await officer.getByRole('list', { name: '差别' }).getByText('咨询电话见附注。').waitFor();
    for (const reviewer of [officer, deputy, head]) await approveAll(reviewer, path);
    await visit(officer, path);
    await officer.getByRole('button', { name: '立即公开' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: '立即公开' }).click();
    await officer.getByText('已公开。', { exact: true }).waitFor();
    await expect.poll(() => wordsOf(`/documents/${number}`)).toContain('咨询电话见附注。');
    await expect.poll(() => wordsOf(`/documents/${number}/history`)).toContain(CHANGE_NOTE);
    await expect.poll(() => placesOf(visitor, program.origin, sought())).toEqual(EVERYWHERE);
  });

  it('is withdrawn with a reason that readers see', async () => {
    await visit(officer, path);
    await end(officer, '撤回', '名单有误，核实后重新公布。');
    await officer.getByText('已撤回。').waitFor();
    await expect.poll(() => wordsOf(`/documents/${number}`)).toContain('名单有误，核实后重新公布。');
    await expect.poll(() => placesOf(visitor, program.origin, sought())).toEqual([]);
  });

  it('leaves a history and a log that tell all of it, and outsiders find nothing wrong', async () => {
    await expect.poll(() => wordsOf(`/documents/${number}/history`)).toContain('名单有误，核实后重新公布。');
    expect(await wordsOf(`/documents/${number}/history`)).toContain(CHANGE_NOTE);
    await expect.poll(() => loggedActs(visitor, program.origin, number)).toEqual(['撤回', '修改', '发布']);
    expect(await outsider.run()).toMatchObject({ code: 0, said: expect.stringContaining('未发现问题') });
    for (const tail of ['', '/history', '/record.json', '/versions/1/record.json', '/versions/2/record.json']) {
      const answer = await fetch(`${program.origin}/documents/${number}${tail}`);
      expect(await answer.text(), tail).not.toContain(CANARY_NUMBER);
    }
  });
});

/** What stands at every document and can be read by anybody: the shown times are those of the public record. */
async function publishedAt(of: number): Promise<string> {
  const record = await fetch(`${program.origin}/documents/${of}/record.json`);
  return ((await record.json()) as { publishedAt: string }).publishedAt;
}

async function fillElements(page: Page): Promise<void> {
  const field = (name: RegExp) => page.getByRole('textbox', { name });
  await field(/^索引号/).fill('113301060025600000/2026-00037');
  await field(/^发文机关/).fill(JOURNEY_NOTICE.issuer);
  await field(/^内容概述/).fill('公布第三批临时救助对象名单和发放要求。');
  await page.locator('#place-field-normative').getByText('否', { exact: true }).click();
  await pickDay(page, '成文日期', JOURNEY_NOTICE.issuedOn);
  await choose(page, 'documentType', '通知');
  await choose(page, 'topic', '教育');
  await choose(page, 'tags', '公共交通');
  await choose(page, 'interpretation', '与文件同步解读');
}

async function fillInterpretation(page: Page): Promise<void> {
  await choose(page, 'form', '问答');
  await choose(page, 'stage', '与文件同步');
  await choose(page, 'interpreter', '起草单位');
  await choose(page, 'points', '怎样申请、怎样办理');
  await page.getByRole('textbox', { name: /^一句话解读/ }).fill('谁能领、领多少、什么时候到账。');
  await text(page).click();
  await page.keyboard.type('名单上的对象无需申请，救助金直接打入社会保障卡。');
}
