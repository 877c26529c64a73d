import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../src/platform/db/database.fixtures.ts';
import { launchBrowser } from './browser.ts';
import { JOURNEY_PLAN, printedPlan } from './journey-plan.ts';
import { type Program, startProgram } from './program.ts';
import { shown } from './public-places.ts';
import { remindByMail } from './reminder-mails.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const REPORT = '招生政策5月12日公布，38所学校服务范围同步公开，配发图解。';

const kinds = process.env.MINGCHUANG_TEST_POSTGRES ? (['embedded', 'postgresql'] as const) : (['embedded'] as const);

describe.each(kinds)('a plan from document to public page, on %s', (kind) => {
  let database: URL | undefined;
  let program: Program;
  let browser: Browser;
  let office: Page;
  let officer: Page;
  let visitor: Page;

  beforeAll(async () => {
    if (kind === 'postgresql') database = await createDatabase();
    const env = database ? { DATABASE_URL: database.href } : {};
    [program, browser] = await Promise.all([startProgram(env), launchBrowser()]);
    visitor = await browser.newPage();
    office = await signIn(browser, program.origin, 'office');
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    if (database) await dropDatabase(database);
  });

  const shareOf = async (task: number, unit: string) => {
    const { items } = await ask<{
      items: { id: string; taskNumber: number; planTitle: string; unit: { code: string } }[];
    }>(office, '/api/assignments?year=2024&pageSize=50');
    const found = items.find((share) => share.taskNumber === task && share.unit.code === unit);
    return found?.id ?? `no share of ${unit} in task ${task}`;
  };

  it('reads the printed plan and shows what it is not sure of', async () => {
    await visit(office, '/imports');
    const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: await printedPlan(browser) };
    await office.locator('input[type=file]').setInputFiles(file);
    await office.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await settled(office);
    await office.getByRole('heading', { name: JOURNEY_PLAN.title }).waitFor();
    await office.getByText('2 个单位名称没有对应到登记的单位').waitFor();
    expect(await office.getByText(/处疑问待核对/).count()).toBeGreaterThan(0);
  });

  it('enters nothing until every doubt is settled', async () => {
    await office.getByRole('button', { name: '确认入账…' }).click();
    const dialog = office.getByRole('dialog', { name: '确认入账' });
    await dialog.getByText(/必须先处理/).waitFor();
    expect(await dialog.getByRole('button', { name: '入账', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '再看看' }).click();
    expect((await visitor.goto(`${program.origin}/plans/2024`))?.status()).toBe(404);
  });

  it('lets the office name the units and look at the doubts', async () => {
    await office.getByRole('button', { name: '逐个对应' }).click();
    await mapTo(office, '区委网信办', ['区政府新闻办']);
    await mapTo(office, '各相关单位', ['区司法局', '区数据局']);
    const doubtful = office.getByRole('article').filter({ hasText: '完成时限“待定”无法识别' });
    await doubtful.getByRole('button', { name: /核对/ }).click();
    await office.getByRole('button', { name: '没有问题' }).click();
    await office.getByText('没有待核对的疑问').waitFor();
  });

  it('enters and publishes the plan', async () => {
    await office.getByRole('button', { name: '确认入账…' }).click();
    const dialog = office.getByRole('dialog', { name: '确认入账' });
    await dialog.getByRole('checkbox', { name: '同时印发并向社会公开' }).check();
    await dialog.getByRole('button', { name: '入账并印发公开' }).click();
    await office.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await expect
      .poll(() => shown(visitor, `${program.origin}/plans/2024`))
      .toMatchObject({ status: 200, words: expect.stringContaining('招生信息公开') });
    await visitor.goto(`${program.origin}/plans/2024/tasks/1`);
    expect(await visitor.getByRole('main').innerText()).toContain('逾期');
  });

  it('gives a task to one more unit', async () => {
    const { items } = await ask<{ items: { id: string; number: number }[] }>(
      office,
      '/api/tasks?year=2024&pageSize=50',
    );
    await visit(office, `/tasks/${items.find((task) => task.number === 5)?.id}`);
    await office.getByRole('button', { name: '调整责任单位' }).click();
    const dialog = office.getByRole('dialog', { name: '调整责任单位' });
    await dialog.getByRole('button', { name: '增加单位' }).click();
    await choose(office, '新单位对应的单位', '湖滨街道');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await shareOf(5, 'hubin')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes the report of the unit with its evidence', async () => {
    officer = await signIn(browser, program.origin, 'officer.jiaoyu');
    await visit(officer, `/shares/${await shareOf(1, 'jiaoyu')}/report`);
    await officer.getByText('已经办结（请主管部门核验）').click();
    await officer.getByRole('textbox', { name: '进展情况' }).fill(REPORT);
    const evidence = { name: '招生政策公布截图.txt', mimeType: 'text/plain', buffer: Buffer.from('公布页面截图说明') };
    await officer.locator('input[type=file]').setInputFiles(evidence);
    await officer.getByText(/招生政策公布截图\.txt（/).waitFor();
    await officer.getByRole('button', { name: '报送办结' }).click();
    await officer.waitForURL((url) => !url.pathname.endsWith('report'));
    const reports = officer.getByRole('region', { name: /^进展与佐证/ });
    await reports.getByText(REPORT).waitFor();
    await reports.getByText('招生政策公布截图.txt').first().waitFor();
  });

  it('lets the office accept, and the public page says so', async () => {
    await visit(office, `/shares/${await shareOf(1, 'jiaoyu')}`);
    await office.getByRole('button', { name: '核验通过' }).click();
    await office.getByRole('dialog', { name: '核验通过' }).getByRole('button', { name: '核验通过' }).click();
    await office.getByText('已核验通过。').waitFor();
    const task = async () => (await shown(visitor, `${program.origin}/plans/2024/tasks/1`)).words;
    await expect.poll(task).toContain('已完成');
    const page = await task();
    expect(page).not.toContain('逾期');
    expect(page).toContain(REPORT);
  });

  it('mails the overdue reminder to the unit that has not reported', async () => {
    await program.end();
    const letters = await remindByMail({
      MINGCHUANG_DATA: program.dataFolder,
      ...(database ? { DATABASE_URL: database.href } : {}),
    });
    const [letter] = letters.filter(({ to }) => to.includes('officer.xinwen@minghu.example'));
    expect(letter?.mail.text).toContain('政务新媒体安全检查');
    expect(letter?.mail.text).toContain('逾期');
    // Who has reported in time is left alone about it.
    const educated = letters.filter(({ to }) => to.includes('officer.jiaoyu@minghu.example'));
    for (const { mail } of educated) expect(mail.text).not.toContain('招生信息公开');
    for (const { to } of letters) expect(to).toHaveLength(1);
  });
});

async function mapTo(page: Page, name: string, units: readonly string[]): Promise<void> {
  for (const unit of units) await choose(page, `${name}对应的单位`, unit);
  await page.keyboard.press('Escape');
  const row = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await row
    .getByRole('button', { name: /^应用到/ })
    .first()
    .click();
  await page.getByText(new RegExp(`“${name}”已在`)).waitFor();
  await settled(page);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await page.locator('.ant-select-item-option').getByText(option, { exact: true }).last().click();
}
