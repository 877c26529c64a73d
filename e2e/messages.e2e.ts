import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { act, handIn, lookUp, openCase, press, type Receipt, sendReply, writeReply } from './message-acts.ts';
import { type Program, startProgram } from './program.ts';
import { approveAll, arrived, determine, publicNumber, submit } from './publication-acts.ts';
import { ask, signIn, visit } from './workbench.ts';

const POLICY = '2026年义务教育阶段学校招生入学';
const ANSWER = '可以。已交房而产权证在办的，凭购房合同和入住证明报名。';
const NAME = '慕容知秋';
const PHONE = '13900007531';

let program: Program;
let browser: Browser;
let handler: Page;
let deputy: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  handler = await signIn(browser, program.origin, 'handler.jiaoyu');
  deputy = await signIn(browser, program.origin, 'deputy.jiaoyu');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

async function policyPage(page: Page): Promise<string> {
  await page.goto(`${program.origin}/search?q=${encodeURIComponent(POLICY)}`);
  const link = page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(POLICY) })
    .first();
  return `${program.origin}${await link.getAttribute('href')}`;
}

describe.each([
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
])('a citizen with a $name, without an account and without JavaScript', ({ name, viewport }) => {
  const question = `我家去年交的房，房产证还没有办下来，孩子怎样报名？（${name}）`;
  let citizen: Page;
  let receipt: Receipt;
  let path = '';
  beforeAll(async () => {
    const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'zh-CN' });
    citizen = await context.newPage();
  });
  afterAll(() => citizen?.context().close());

  it('asks on the page of a policy, and is shown everything again when something is missing', async () => {
    await citizen.goto(await policyPage(citizen));
    await citizen.getByRole('link', { name: '我要留言' }).click();
    await citizen.getByRole('heading', { level: 1, name: '政策留言' }).waitFor();
    await citizen.getByLabel('您想问什么').fill(question);
    await citizen.getByLabel('联系电话').fill('不是号码');
    await citizen.getByRole('checkbox', { name: /同意隐去姓名/ }).check();
    expect(await press(citizen, '提交')).toBe(422);
    expect(await citizen.getByRole('alert').innerText()).toContain('联系电话请填写数字');
    expect(await citizen.getByLabel('您想问什么').inputValue()).toBe(question);
    expect(await citizen.getByRole('checkbox', { name: /同意隐去姓名/ }).isChecked()).toBe(true);
    expect(await overflow(citizen)).toBe(0);
  });

  it('gets a number and a secret, once', async () => {
    await citizen.getByRole('textbox', { name: /^姓名/ }).fill(NAME);
    await citizen.getByLabel('联系电话').fill(PHONE);
    receipt = await handIn(citizen);
    expect(receipt.number).toMatch(/^LY[2-9A-HJ-NP-Z]{11}$/);
    expect(receipt.secret.length).toBeGreaterThanOrEqual(8);
    expect(await overflow(citizen)).toBe(0);
    expect(citizen.url()).not.toContain(receipt.number);
    expect(await lookUp(citizen, program.origin, receipt)).toBe(200);
    expect(await citizen.getByRole('main').innerText()).toContain('待受理');
  });

  it('is answered the same day as a simple question: written by one, read by another', async () => {
    path = await openCase(handler, receipt.number);
    await handler.getByText(question).first().waitFor();
    const words = await handler.getByRole('main').innerText();
    for (const sealed of [NAME.slice(2), PHONE]) expect(words).not.toContain(sealed);
    await act(handler, '受理', '已受理，由您办理。');
    await handler.getByText('简单问题', { exact: true }).first().click();
    await handler.getByText('已分类，期限已重算。').waitFor();
    await handler.getByText('为什么是这一天').click();
    await handler
      .getByText(/简单问题1个工作日内答复/)
      .first()
      .waitFor();
    await writeReply(handler, `${ANSWER}（${name}）`);
    expect(await handler.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    await visit(deputy, path);
    await act(deputy, '审核通过', '审核通过。');
    await visit(handler, path);
    await sendReply(handler);
    expect(await handler.getByRole('main').innerText()).toContain('按期答复');
  });

  it('reads the answer by number and secret, and says once whether it helped', async () => {
    await lookUp(citizen, program.origin, receipt);
    const words = await citizen.getByRole('main').innerText();
    expect(words).toContain(ANSWER);
    for (const inner of ['内部备注', '区教育局经办']) expect(words).not.toContain(inner);
    await citizen.getByRole('radio', { name: '很满意', exact: true }).check();
    await press(citizen, '提交评价');
    expect(await citizen.getByRole('main').innerText()).toContain('感谢您的评价');
    expect(await citizen.getByRole('button', { name: '提交评价' }).count()).toBe(0);
  });

  it('keeps his matter to himself: whoever lacks the secret reads the same words as for a number that never was', async () => {
    const stranger = await (await browser.newContext({ viewport, javaScriptEnabled: false })).newPage();
    const told: string[] = [];
    for (const guess of [
      { number: receipt.number, secret: '22222222' },
      { number: 'LY22222222222', secret: receipt.secret },
    ]) {
      expect(await lookUp(stranger, program.origin, guess)).toBe(404);
      told.push(await stranger.getByRole('alert').innerText());
      expect(await stranger.getByRole('main').innerText()).not.toContain('房产证');
    }
    expect(told[0]).toBe(told[1]);
    await stranger.context().close();
  });
});

describe('what the sender sealed', () => {
  it('is opened with a reason, and the history tells that it was', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${program.origin}/messages/new?channel=enquiry`);
    await page.getByLabel('您想问什么').fill('请问寒假里图书馆开放吗？想带孩子去。');
    await page.getByLabel('请哪个单位答复').selectOption({ label: '明湖区教育局' });
    await page.getByRole('textbox', { name: /^姓名/ }).fill(NAME);
    await page.getByLabel('联系电话').fill(PHONE);
    const { number } = await handIn(page);
    await page.context().close();
    await openCase(handler, number);
    await handler.getByRole('button', { name: '查看联系方式' }).click();
    const dialog = handler.getByRole('dialog', { name: '查看联系方式' });
    await dialog.getByLabel('查看的理由').fill('电话核实所问的图书馆');
    await dialog.getByRole('button', { name: /^查\s*看$/ }).click();
    await handler.getByText(PHONE).waitFor();
    await handler.reload();
    await handler
      .getByText(/查看来信人联系方式/)
      .first()
      .waitFor();
    expect(await handler.getByRole('main').innerText()).not.toContain(PHONE);
  });
});

describe('messages of the demonstration', () => {
  const titled = async (page: Page, title: string) => {
    const found = await ask<{ items: { id: string }[] }>(page, `/api/cases?text=${encodeURIComponent(title)}`);
    return `/cases/${found.items[0]?.id}`;
  };

  it('tell of one that was handed on twice and answered on the fifth day, the clock running all the while', async () => {
    const office = await signIn(browser, program.origin, 'office');
    await visit(office, await titled(office, '小区里的共用车位适用这个办法吗'));
    const holdings = office.getByRole('region', { name: '经办单位' });
    for (const unit of ['区政府办公室', '区交通运输局', '区发展改革局'])
      await holdings.getByText(unit).first().waitFor();
    const due = office.getByRole('region', { name: '答复期限' });
    await due.getByText('2026年11月16日', { exact: true }).waitFor();
    await due.getByText('为什么是这一天').click();
    await due.getByRole('table').waitFor();
    await office.getByText('按期答复').first().waitFor();
    expect(await axeFindings(office)).toEqual([]);
    await office.context().close();
  });

  it('tell of one that is late, which stands first and has been told upward', async () => {
    const office = await signIn(browser, program.origin, 'office');
    await visit(office, '/cases?urgency=late');
    await office.getByRole('link', { name: '寒假托管怎样报名' }).click();
    await office
      .getByText(/逾期 \d+ 个工作日/)
      .first()
      .waitFor();
    await office.context().close();
  });
});

describe('a selected message', () => {
  let publication = '';
  let number = 0;

  it('loses what its sender gave, on the way to the one door', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(await policyPage(page));
    await page.getByRole('link', { name: '我要留言' }).click();
    await page.getByLabel('标题').fill('没有户口怎样报名入学');
    await page.getByLabel('您想问什么').fill(`我叫${NAME}，电话${PHONE}，住在本区三年，没有本市户口，孩子可以报名吗？`);
    await page.getByRole('textbox', { name: /^姓名/ }).fill(NAME);
    await page.getByLabel('联系电话').fill(PHONE);
    await page.getByRole('checkbox', { name: /同意隐去姓名/ }).check();
    const receipt = await handIn(page);
    await page.context().close();
    const path = await openCase(handler, receipt.number);
    await act(handler, '受理', '已受理，由您办理。');
    await writeReply(handler, '持居住证的，可以凭居住证和就业证明报名，由教育局统筹安排。');
    await visit(deputy, path);
    await act(deputy, '审核通过', '审核通过。');
    await visit(handler, path);
    await sendReply(handler);
    await handler.getByRole('button', { name: '选登这件来件' }).click();
    publication = await arrived(handler);
    const draft = JSON.stringify(await ask(handler, `/api${publication}`));
    for (const value of [NAME, NAME.slice(1), PHONE]) expect(draft).not.toContain(value);
  });

  it('is reviewed like everything else, and stands on the page of the policy with its four fields', async () => {
    const officer = await signIn(browser, program.origin, 'officer.jiaoyu');
    await visit(officer, publication);
    await determine(officer);
    await visit(handler, publication);
    await submit(handler);
    await approveAll(officer, publication);
    await approveAll(await signIn(browser, program.origin, 'head.jiaoyu'), publication);
    await visit(officer, publication);
    await officer.getByRole('button', { name: '立即公开' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: '立即公开' }).click();
    await expect.poll(() => publicNumber(officer, publication)).toBeGreaterThan(0);
    number = await publicNumber(officer, publication);
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const address = await policyPage(visitor);
    await expect
      .poll(async () => {
        await visitor.goto(address);
        return visitor.getByRole('region', { name: '对这份文件有疑问？' }).innerText();
      })
      .toContain('没有户口怎样报名入学');
    await visitor.goto(`${program.origin}/documents/${number}`);
    const words = await visitor.getByRole('main').innerText();
    for (const field of ['留言时间', '答复时间', '答复单位', '答复内容', '慕**']) expect(words).toContain(field);
    for (const value of [NAME.slice(1), PHONE]) expect(await visitor.content()).not.toContain(value);
    expect(await overflow(visitor)).toBe(0);
    await visitor.context().close();
    await officer.context().close();
  });

  it('is found by whoever asks the like, while typing and by the button without scripts', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${program.origin}/messages/new?channel=enquiry`);
    await page.getByLabel('您想问什么').pressSequentially('孩子没有本地户口能报名入学吗');
    await page.getByRole('link', { name: /没有户口怎样报名入学/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${program.origin}/messages/new?channel=enquiry`);
    await plain.getByLabel('您想问什么').fill('孩子没有本地户口能报名入学吗');
    await plain.getByRole('button', { name: '先看看别人问过的' }).click();
    await plain.getByRole('link', { name: /没有户口怎样报名入学/ }).waitFor();
    expect(await plain.getByLabel('您想问什么').inputValue()).toBe('孩子没有本地户口能报名入学吗');
  });
});
