import ExcelJS from 'exceljs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const TITLE = '2028年明湖区政务公开工作要点';
const ORDER = '补齐目录并更新链接，报送截图。';
const PROGRESS = '已完成目录更新，新增公开信息21条。';

let program: Program;
let browser: Browser;
let office: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  office = await signIn(browser, program.origin, 'office');
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe('a plan that the office types', () => {
  const publish = async () => {
    await office.getByRole('button', { name: '印发并公开…' }).click();
    const dialog = office.getByRole('dialog', { name: '印发并公开' });
    await dialog.getByRole('button', { name: '印发并公开' }).click();
    return dialog;
  };
  const publicPage = async () => (await fetch(`${program.origin}/plans/2028`)).status;

  it('is a draft, and is told what is missing before it can be published', async () => {
    await visit(office, '/plans');
    await office.getByRole('button', { name: '手工新建' }).click();
    const dialog = office.getByRole('dialog', { name: '新建工作要点' });
    await dialog.getByLabel('标题').first().fill(TITLE);
    await dialog.getByLabel('年度').fill('2028');
    await choose(dialog, '单位', '区政府办公室');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await visit(office, `/plans/${await planOf(2028)}`);
    await (await publish()).waitFor();
    await office.getByText(/还不能印发公开.*请填写成文日期；还没有任务/).waitFor();
    expect(await publicPage()).toBe(404);
  });

  it('is published with its task and reaches unit and public', async () => {
    const planId = await planOf(2028);
    await visit(office, `/plans/${planId}`);
    await office.getByRole('button', { name: '修改' }).click();
    const edit = office.getByRole('dialog', { name: '修改工作要点' });
    await pickDay(edit, '成文日期', '2026-11-20');
    await edit.getByRole('button', { name: '保存' }).click();
    await edit.waitFor({ state: 'detached' });
    await office.getByRole('button', { name: '新增任务' }).click();
    const add = office.getByRole('dialog', { name: '新增任务' });
    await add.getByLabel('任务名称').fill('招生信息公开');
    await add.getByLabel('任务内容').fill('公开招生政策和服务范围。');
    await choose(add, '牵头单位', '区教育局');
    await office.keyboard.press('Escape');
    await add.getByRole('button', { name: '新增' }).click();
    await office.waitForURL(/\/tasks\//);
    await visit(office, `/plans/${planId}`);
    await (await publish()).waitFor({ state: 'detached' });
    await office.getByText('已印发并公开。').waitFor();
    await expect.poll(publicPage).toBe(200);
    const shares = await ask<Shares>(office, '/api/assignments?year=2028');
    expect(shares.items.map((share) => [share.unit.code, share.taskNumber])).toEqual([['jiaoyu', 1]]);
  });
});

describe('acts on many rows', () => {
  it('accepts what waits, and tells of each row that could not be done', async () => {
    const waiting = await ask<Shares>(office, '/api/assignments?state=reported&pageSize=50');
    await visit(office, '/shares?state=reported');
    await tick(office, 2);
    await office.getByRole('button', { name: '核验通过' }).click();
    const dialog = office.getByRole('dialog', { name: '核验通过 2 项' });
    await dialog.getByLabel('核验意见').fill('材料齐全。');
    await dialog.getByRole('button', { name: '核验通过' }).click();
    await office.getByText('2 项已办理。').waitFor();
    expect((await ask<Shares>(office, '/api/assignments?state=reported&pageSize=50')).total).toBe(waiting.total - 2);
  });

  it('reminds late units once a day', async () => {
    const remind = async () => {
      await visit(office, '/shares?state=overdue');
      await tick(office, 2);
      await office.getByRole('button', { name: '发提醒' }).click();
      const dialog = office.getByRole('dialog', { name: /提醒 2 个单位任务/ });
      await dialog.getByLabel('提醒内容').fill('请本周内报送。');
      await dialog.getByRole('button', { name: '发送提醒' }).click();
    };
    await remind();
    await office.getByText('2 项已办理。').waitFor();
    await remind();
    await office.getByText('0 项已办理，2 项没有办成。').waitFor();
    expect(await office.getByText(/今天已经提醒过这个单位/).count()).toBe(2);
  });

  it('offers a box only on rows where the person may do something', async () => {
    const officer = await signIn(browser, program.origin, 'officer.hubin');
    await visit(officer, '/shares?scope=all&finished=all');
    const table = officer.getByRole('table', { name: '单位任务' });
    const rows = table.locator('tbody tr.ant-table-row');
    const own = rows.filter({ hasText: '湖滨街道' });
    expect(await rows.getByRole('checkbox').count()).toBe(await own.getByRole('checkbox').count());
    expect(await rows.count()).toBeGreaterThan(await rows.getByRole('checkbox').count());
    await officer.context().close();
  });
});

describe('progress in a sheet', () => {
  it('goes out with the ledger and comes back as reports, after the differences were looked at', async () => {
    const officer = await signIn(browser, program.origin, 'officer.hubin');
    const planId = await planOf(2026, officer);
    const open = await ask<Shares>(officer, `/api/assignments?mine=true&planId=${planId}&state=inProgress&pageSize=50`);
    const share = open.items[0];
    const sheet = await filled(officer, planId, share?.taskNumber ?? 0);
    await visit(officer, `/ledger?planId=${planId}`);
    await officer.getByRole('button', { name: '导入进展' }).click();
    const dialog = officer.getByRole('dialog', { name: '从电子表格导入进展' });
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await dialog.locator('input[type=file]').setInputFiles({ name: '进展.xlsx', mimeType, buffer: sheet });
    await dialog.getByText('有改动 1 项').waitFor();
    await dialog.getByText(PROGRESS).waitFor();
    await dialog.getByRole('button', { name: '更新选中的 1 项' }).click();
    await dialog.getByText('1 项已更新。').waitFor();
    await visit(officer, `/shares/${share?.id}`);
    await officer
      .getByRole('region', { name: /^进展与佐证/ })
      .getByText(PROGRESS)
      .waitFor();
    await officer.context().close();
  });
});

describe('an order of the look-back', () => {
  it('is given by the office and stands on the unit’s home page until it is carried out', async () => {
    const planId = await planOf(2025);
    const decide = async (act: (dialog: Locator) => Promise<void>) => {
      await visit(office, `/look-back?planId=${planId}`);
      await office
        .getByRole('row')
        .filter({ hasText: '湖滨街道' })
        .first()
        .getByRole('button', { name: '修改' })
        .click();
      const dialog = office.getByRole('dialog', { name: /核查结论/ });
      await act(dialog);
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await decide(async (dialog) => void (await dialog.getByText('待核查').click()));
    const reopened = office.getByRole('row').filter({ hasText: '湖滨街道' }).filter({ hasText: '待核查' }).first();
    await reopened.getByRole('button', { name: '核查' }).click();
    const dialog = office.getByRole('dialog', { name: /核查结论/ });
    await dialog.getByText('未完成，责令整改').click();
    await dialog.getByLabel('核查情况').fill('目录链接失效。');
    await dialog.getByLabel('整改要求').fill(ORDER);
    await pickDay(dialog, '整改期限', '2027-01-15');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const officer = await signIn(browser, program.origin, 'officer.hubin');
    const duties = officer.getByRole('region', { name: /^整改、议定和决定事项/ });
    await duties.getByRole('link', { name: ORDER }).click();
    await officer.waitForURL(/\/look-back\?planId=/);
    await settled(officer);
    await officer.getByText(ORDER).first().waitFor();
    expect(await officer.getByRole('button', { name: '修改' }).count()).toBe(0);
    await officer.context().close();
  });
});

interface Shares {
  readonly total: number;
  readonly items: readonly { id: string; taskNumber: number; unit: { code: string } }[];
}

async function planOf(year: number, page = office): Promise<string> {
  const { items } = await ask<{ items: { id: string; year: number; level: string }[] }>(
    page,
    '/api/plans?pageSize=200',
  );
  return items.find((plan) => plan.year === year && plan.level === 'district')?.id ?? `no plan of ${year}`;
}

/** The exported ledger with progress written into one row. */
async function filled(page: Page, planId: string, taskNumber: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())],
    `/api/plans/${planId}/ledger.xlsx`,
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const sheet = workbook.getWorksheet('进展填报');
  if (!sheet) throw new Error('no sheet 进展填报');
  let columns: string[] = [];
  sheet.eachRow((row) => {
    const cells = (row.values as unknown[]).map((value) => String(value ?? ''));
    if (cells.includes('进展情况')) columns = cells;
    else if (cells[columns.indexOf('序号')] === String(taskNumber)) {
      row.getCell(columns.indexOf('进展情况')).value = PROGRESS;
      row.getCell(columns.indexOf('进度（%）')).value = 90;
    }
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function tick(page: Page, count: number): Promise<void> {
  const boxes = page.getByRole('table', { name: '单位任务' }).locator('tbody').getByRole('checkbox');
  for (let at = 0; at < count; at += 1) await boxes.nth(at).check();
}

async function choose(within: Locator, label: string, option: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(option);
  await within.page().locator('.ant-select-item-option').getByText(option, { exact: true }).last().click();
}

async function pickDay(within: Locator, label: string, day: string): Promise<void> {
  const field = within.getByLabel(label);
  await field.fill(day);
  await field.press('Enter');
}
