import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { press } from './message-acts.ts';
import { type Program, startProgram } from './program.ts';
import { approveAll, arrived, determine, publicNumber, submit } from './publication-acts.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const QUESTION = '转学以后学籍由谁转';
const ANSWER = '转入学校同意接收后，由转入、转出学校通过学籍系统办理，家长不用来回跑。';

let program: Program;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

async function askPolicy(page: Page, question: string): Promise<number> {
  await page.goto(`${program.origin}/ask-policy`);
  await page.getByLabel('您的问题').fill(question);
  return press(page, '提问');
}

describe.each([
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
])('a citizen with a $name, without JavaScript', ({ viewport }) => {
  let citizen: Page;
  beforeAll(async () => {
    citizen = await (await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'zh-CN' })).newPage();
  });
  afterAll(() => citizen?.context().close());

  it('asks in own words and reads the words of the document, with the way to them (SRCH-1)', async () => {
    expect(await askPolicy(citizen, '六层楼加装电梯政府补贴多少钱')).toBe(200);
    const answer = citizen.getByRole('region', { name: '文件原文这样说' });
    expect(await answer.innerText()).toContain('六层；每台补贴上限（万元）：28');
    expect(citizen.url()).toBe(`${program.origin}/ask-policy`);
    expect(await overflow(citizen)).toBe(0);
    await answer
      .getByRole('link', { name: /加装电梯管理办法/ })
      .first()
      .click();
    await citizen.getByRole('heading', { level: 1, name: /加装电梯管理办法/ }).waitFor();
  });

  it('is told when it is not known, and what is wrong with a question', async () => {
    await askPolicy(citizen, '护照到期了怎么换');
    expect(await citizen.getByRole('main').innerText()).toContain('不知道：已公开的文件里没有找到答案');
    expect(await overflow(citizen)).toBe(0);
    // Blanks pass the browser's own check, which wants something to be written.
    expect(await askPolicy(citizen, '   ')).toBe(422);
    expect(await citizen.getByRole('main').innerText()).toContain('请写出您的问题');
  });

  it('finds a frequent question by topic and by other words, opens it, and sees it with its policy (KB-1, KB-5)', async () => {
    await citizen.goto(`${program.origin}/faq`);
    await citizen.getByRole('navigation', { name: '主题' }).getByRole('link', { name: /教育/ }).click();
    await citizen.locator('summary', { hasText: '什么时候可以申请转学？' }).click();
    expect(await citizen.getByRole('main').innerText()).toContain('每学期开学前两周');
    await citizen.goto(`${program.origin}/faq?q=${encodeURIComponent('搬家了孩子能转学吗')}`);
    await citizen.locator('summary', { hasText: '什么时候可以申请转学？' }).click();
    await citizen
      .getByRole('link', { name: /依据和详情/ })
      .first()
      .click();
    await citizen
      .getByRole('region', { name: '依据', exact: true })
      .getByRole('link', { name: /转学管理办法/ })
      .click();
    const list = citizen.getByRole('region', { name: '关于这份文件的常见问题' });
    expect(await list.innerText()).toContain('毕业年级的学生可以转学吗？');
    expect(await overflow(citizen)).toBe(0);
  });
});

it('says so to everybody: no fault of accessibility on the pages of questions', async () => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${program.origin}/faq`);
  expect(await axeFindings(page)).toEqual([]);
  for (const question of ['公租房租金怎么定', '护照到期了怎么换']) {
    await askPolicy(page, question);
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.context().close();
});

describe('what a counter reports (KB-4)', () => {
  let key = '';
  let path = '';
  const pull = async (address: string) =>
    (await fetch(`${program.origin}${address}`, { headers: { authorization: `Bearer ${key}` } })).json();

  it('is taken over by a key that the office hands out once', async () => {
    const office = await signIn(browser, program.origin, 'office');
    await visit(office, '/knowledge/sharing');
    const counter = office.getByRole('region', { name: '区政务服务中心综合窗口' });
    await counter.getByRole('button', { name: '再生成一个密钥' }).click();
    key = await office.getByText(/^mckb_/).innerText();
    expect(await pull('/knowledge/v1/gaps/ZC-2026-1117')).toMatchObject({ state: 'open' });
    expect(await axeFindings(office)).toEqual([]);
    await office.context().close();
  });

  it('stands on the handler’s home page, becomes an entry, and is answered once that is public', async () => {
    const handler = await signIn(browser, program.origin, 'handler.jiaoyu');
    await handler.getByRole('region', { name: '待答复的知识库缺口' }).getByRole('link', { name: QUESTION }).click();
    await settled(handler);
    await handler.getByRole('button', { name: '起草条目' }).click();
    await handler.getByLabel('答案').fill(ANSWER);
    await handler.getByRole('combobox', { name: '主题分类' }).click();
    await handler.locator('.ant-select-item-option').getByText('教育', { exact: true }).click();
    await handler.getByRole('combobox', { name: '依据的政策' }).fill('转学管理办法');
    await handler
      .locator('.ant-select-item-option')
      .getByText(/学生转学管理办法/)
      .first()
      .click();
    await handler.getByRole('combobox', { name: '从原文里选一段' }).click();
    await handler
      .locator('.ant-select-item-option')
      .getByText(/转出学校收到转学联系单后/)
      .first()
      .click();
    expect(await handler.getByLabel('依据的原文').inputValue()).toContain('转出学校收到转学联系单后');
    await handler.getByRole('button', { name: '登记条目' }).click();
    path = await arrived(handler);
    expect(await pull('/knowledge/v1/gaps/ZC-2026-1117')).toMatchObject({ state: 'drafting', entryNumber: null });

    const officer = await signIn(browser, program.origin, 'officer.jiaoyu');
    await visit(officer, path);
    await determine(officer);
    await visit(handler, path);
    await submit(handler);
    await approveAll(officer, path);
    await approveAll(await signIn(browser, program.origin, 'head.jiaoyu'), path);
    await visit(officer, path);
    await officer.getByRole('button', { name: '立即公开' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: '立即公开' }).click();
    await expect.poll(() => publicNumber(officer, path)).toBeGreaterThan(0);
    const number = await publicNumber(officer, path);
    await expect
      .poll(() => pull('/knowledge/v1/gaps/ZC-2026-1117'))
      .toMatchObject({ state: 'answered', entryNumber: number });
    expect((await pull(`/knowledge/v1/entries/${number}`)).answersGaps).toEqual(['ZC-2026-1117']);
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await expect
      .poll(async () => {
        await visitor.goto(`${program.origin}/faq?topic=${encodeURIComponent('教育')}`);
        return visitor.getByRole('main').innerText();
      })
      .toContain(QUESTION);
    for (const page of [handler, officer, visitor]) await page.context().close();
  });
});

describe.each([
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
])('the office with a $name', ({ name, viewport }) => {
  let office: Page;
  beforeAll(async () => {
    office = await signIn(browser, program.origin, 'office', viewport);
  });
  afterAll(() => office?.context().close());

  it('sees what is asked again and again, with the evidence, and may leave it out with a reason (KB-C4)', async () => {
    const state = name === 'desktop' ? 'open' : 'dismissed';
    await visit(office, `/knowledge/clusters?state=${state}`);
    await office
      .getByRole('link', { name: /狂犬疫苗/ })
      .first()
      .click();
    await office
      .getByRole('region', { name: '依据', exact: true })
      .getByText(/狂犬疫苗/)
      .first()
      .waitFor();
    expect(await axeFindings(office)).toEqual([]);
    expect(await overflow(office)).toBe(0);
    if (state === 'dismissed') return office.getByText(/不列入：由市疾控部门统一公布/).waitFor();
    await office.getByRole('button', { name: '不列入' }).click();
    await office.getByRole('dialog').getByLabel('理由').fill('由市疾控部门统一公布接种点');
    await office.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await office.getByText(/不列入：由市疾控部门统一公布/).waitFor();
  });

  it('looks behind each figure, and sets the trigger (KB-C1)', async () => {
    await visit(office, '/knowledge/figures');
    const figure = office.getByRole('region', { name: '涉及群众、企业的政策有常见问题并推送到四个渠道' });
    await figure.getByRole('button', { name: '查看记录' }).click();
    await figure
      .getByText(/未推送到社区事务受理服务中心|还没有常见问题/)
      .first()
      .waitFor();
    await settled(office);
    expect(await axeFindings(office)).toEqual([]);
    expect(await overflow(office)).toBe(0);
  });

  it('looks through entries, gaps and deliveries', async () => {
    for (const path of ['/knowledge', '/knowledge/gaps?open=all', '/knowledge/sharing', '/knowledge/new']) {
      await visit(office, path);
      expect(await axeFindings(office), path).toEqual([]);
      expect(await overflow(office), path).toBe(0);
    }
    const { items } = await ask<{ items: unknown[] }>(office, '/api/knowledge/deliveries');
    expect(items.length).toBeGreaterThan(0);
  });
});
