import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { press, type Receipt } from './message-acts.ts';
import { type Program, startProgram } from './program.ts';
import { CONTRACT, type Handlers, requestSteps } from './request-steps.ts';
import { signIn } from './workbench.ts';

const NAME = '慕容知秋';
const PHONE = '13900007531';
const IDENTITY = '11010519491231002X';
const UNIT = '明湖区教育局';
const THIRD_PARTY = '明湖建设工程有限公司';

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function handlersAt(width: number): Promise<Handlers> {
  const of = (account: string) => signIn(browser, program.origin, account, { width, height: 900 });
  return { handler: await of('handler.jiaoyu'), deputy: await of('deputy.jiaoyu'), head: await of('head.jiaoyu') };
}

const main = (page: Page) => page.getByRole('main');
const words = (page: Page) => main(page).innerText();

/** Nothing sticks out. Rules of accessibility are tried with scripts on: axe waits by timers, which a page without scripts never runs. */
async function sound(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
}

async function lookUp(page: Page, { number, secret }: Receipt): Promise<number> {
  await page.goto(`${program.origin}/disclosure-requests/look-up`);
  await page.getByLabel('编号').fill(number);
  await page.getByLabel('查询码').fill(secret);
  return press(page, '查看');
}

describe.each([
  { name: 'desktop', width: 1280, display: '' },
  { name: 'phone', width: 390, display: 'large' },
])('a citizen with a $name, without an account and without JavaScript', ({ name, width, display }) => {
  const title = `实验小学改扩建工程中标合同（${name}）`;
  let context: BrowserContext;
  let citizen: Page;
  let handlers: Handlers;
  let receipt: Receipt;
  let steps: ReturnType<typeof requestSteps>;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: false, locale: 'zh-CN' });
    await context.addCookies([{ name: 'mingchuang_display', value: display, url: program.origin }]);
    citizen = await context.newPage();
    handlers = await handlersAt(width);
  }, 120_000);
  afterAll(async () => {
    await context?.close();
    for (const page of Object.values(handlers ?? {})) await page.context().close();
  });

  it('reads how to ask, from which day the term runs, and is led to the form', async () => {
    await citizen.goto(program.origin);
    await citizen.getByRole('contentinfo').getByRole('link', { name: '依申请公开' }).click();
    await citizen.getByRole('heading', { level: 1, name: '依申请公开' }).waitFor();
    for (const said of ['双方确认之日', '20 个工作日内答复', '信息处理费'])
      expect(await words(citizen)).toContain(said);
    await sound(citizen);
    await main(citizen).getByRole('link', { name: '网上申请' }).first().click();
  });

  it('looks first whether it is public already, with everything kept', async () => {
    await citizen.getByLabel('信息的名称').fill('2026年义务教育阶段学校招生入学工作');
    await citizen.getByLabel('内容描述').fill('2026年义务教育阶段学校招生入学工作的通知。');
    expect(await press(citizen, '先看看是否已经公开')).toBe(200);
    const found = citizen.getByRole('region', { name: '可能已经公开，不用申请' });
    expect(await found.getByRole('link').first().innerText()).toContain('2026年义务教育阶段学校招生入学');
    expect(await citizen.getByLabel('内容描述').inputValue()).toContain('招生入学工作的通知');
    await sound(citizen);
  });

  it('is told everything that is wrong at once, and keeps what was typed', async () => {
    await citizen.getByLabel('信息的名称').fill(title);
    await citizen.getByLabel('内容描述').fill('2025年实验小学改扩建工程的中标合同全文。');
    await citizen.getByLabel('向哪个机关申请').selectOption({ label: UNIT });
    await citizen.getByLabel('申请人类别').selectOption('natural');
    await citizen.getByLabel('姓名或者名称').fill(NAME);
    await citizen.getByLabel('证件种类').selectOption('resident');
    await citizen.getByLabel('证件号码').fill('110105194912310021');
    await citizen.getByLabel('联系电话').fill(PHONE);
    await citizen.getByLabel('信息的形式').selectOption('paper');
    await citizen.getByLabel('获取信息的方式').selectOption('online');
    expect(await press(citizen, '提交申请')).toBe(422);
    const told = await citizen.getByRole('alert').innerText();
    for (const said of ['居民身份证号码不对', '纸质的信息请选择邮寄或者当面领取']) expect(told).toContain(said);
    expect(await citizen.getByLabel('姓名或者名称').inputValue()).toBe(NAME);
    await sound(citizen);
  });

  it('gets number and secret, and the day of the call instead of a day of answer', async () => {
    await citizen.getByLabel('证件号码').fill(IDENTITY);
    await citizen.getByLabel('信息的形式').selectOption('electronic');
    // A form that comes back within three seconds is asked for once more.
    await expect.poll(() => press(citizen, '提交申请'), { interval: 4_000, timeout: 60_000 }).toBe(200);
    const [number = '', secret = ''] = await citizen.locator('.receipt dd').allInnerTexts();
    receipt = { number, secret };
    expect(number).toMatch(/^YS[2-9A-HJ-NP-Z]{11}$/);
    expect(await words(citizen)).toContain('双方确认之日为收到申请之日');
    expect(citizen.url()).not.toContain(number);
    await sound(citizen);
    await press(citizen, '查看办理进度');
    expect(await words(citizen)).toContain('待与您确认收到');
    steps = requestSteps(handlers, number);
    await steps.open();
  });

  it('sees the day of answer and why, once both sides confirmed, and corrects what was asked', async () => {
    await steps.confirm();
    await steps.askCorrection('请写明需要的是哪一份合同：施工合同还是监理合同。');
    expect(await lookUp(citizen, receipt)).toBe(200);
    await citizen.getByRole('heading', { name: '请您补正' }).waitFor();
    await sound(citizen);
    await citizen.getByLabel('补正内容').fill('施工合同。');
    await press(citizen, '提交补正');
    expect(await words(citizen)).toContain('补正内容已经收到');
    await citizen.getByText('期限是怎样计算的').click();
    expect(await words(citizen)).toMatch(/收到补正，期限重新计算 20 个工作日/);
    await sound(citizen);
  });

  it('sees that others are asked and the term extended, and not who they are', async () => {
    await steps.consult(THIRD_PARTY);
    await lookUp(citizen, receipt);
    expect(await words(citizen)).toMatch(/征求第三方意见\s.*尚未结束，所需时间不计入期限/);
    await steps.takeObjection();
    await steps.extend();
    await lookUp(citizen, receipt);
    const told = await words(citizen);
    expect(told).toContain('同意延长 20 个工作日');
    expect(told).not.toContain(THIRD_PARTY);
    await sound(citizen);
  });

  it('reads the letter with the own name in it, which is its delivery, and takes it along', async () => {
    await steps.disclosePart();
    await lookUp(citizen, receipt);
    const letter = await words(citizen);
    for (const said of ['部分公开', `${NAME}：`, '施工合同中的单价构成', '行政复议']) expect(letter).toContain(said);
    for (const sealed of [PHONE, IDENTITY, '【申请人】']) expect(letter).not.toContain(sealed);
    await sound(citizen);
    expect(await steps.deliveries()).toMatchObject([{ way: 'online', proof: '网上查阅' }]);
    const [download] = await Promise.all([
      citizen.waitForEvent('download'),
      citizen.getByRole('button', { name: /^下载 PDF/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const [file] = await Promise.all([
      citizen.waitForEvent('download'),
      citizen.getByRole('button', { name: `下载 ${CONTRACT.name}` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(CONTRACT.name);
    expect((await readFile(await file.path())).equals(CONTRACT.buffer)).toBe(true);
  });

  it('wins the reconsideration, and reads the new letter beside the first', async () => {
    await steps.loseReconsideration(title, `明府复〔2026〕${width}号`);
    await lookUp(citizen, receipt);
    expect(await words(citizen)).toMatch(/办理中[\s\S]*最迟 .* 答复/);
    await steps.discloseAll();
    await lookUp(citizen, receipt);
    const second = citizen.getByRole('region', { name: '第 2 份告知书' });
    expect(await second.innerText()).toMatch(/予以公开[\s\S]*复议决定认定单价构成不属于商业秘密/);
    const first = citizen.getByRole('region', { name: '第 1 份告知书' });
    expect(await first.innerText()).toMatch(/部分公开[\s\S]*单价构成/);
    expect(await steps.deliveries()).toHaveLength(2);
    await sound(citizen);
  });

  it('keeps it all to himself', async () => {
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const told: string[] = [];
    for (const guess of [
      { number: receipt.number, secret: '22222222' },
      { number: 'YS22222222222', secret: receipt.secret },
    ]) {
      expect(await lookUp(stranger, guess)).toBe(404);
      told.push(await stranger.getByRole('alert').innerText());
      expect(await words(stranger)).not.toContain('实验小学');
    }
    expect(told[0]).toBe(told[1]);
    await stranger.context().close();
  });
});

describe('taking a request back', () => {
  it('needs to be confirmed, and tells the officer', async () => {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await page.goto(`${program.origin}/disclosure-requests/new`);
    await page.getByLabel('向哪个机关申请').selectOption({ label: UNIT });
    await page.getByLabel('信息的名称').fill('校车采购合同');
    await page.getByLabel('内容描述').fill('2025年校车采购合同。');
    await page.getByLabel('申请人类别').selectOption('natural');
    await page.getByLabel('姓名或者名称').fill(NAME);
    await page.getByLabel('证件种类').selectOption('resident');
    await page.getByLabel('证件号码').fill(IDENTITY);
    await page.getByLabel('联系电话').fill(PHONE);
    await page.getByLabel('信息的形式').selectOption('electronic');
    await page.getByLabel('获取信息的方式').selectOption('online');
    await expect.poll(() => press(page, '提交申请'), { interval: 4_000, timeout: 60_000 }).toBe(200);
    const [number = ''] = await page.locator('.receipt dd').allInnerTexts();
    await press(page, '查看办理进度');
    await page.getByText('撤回申请', { exact: true }).click();
    await page.getByLabel('确认撤回').check();
    await press(page, '提交撤回');
    expect(await words(page)).toContain('撤回申请已经收到');
    const handlers = await handlersAt(1280);
    const steps = requestSteps(handlers, number);
    await steps.open();
    expect(await steps.contacts()).toMatchObject([{ topic: 'withdrawal', by: '申请人' }]);
    await page.context().close();
  });
});
