import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { addPlan, ledgerMigrations, openTestLedger, shareOf, type TestLedger, taskInput } from '../plans.fixtures.ts';
import type { ExportedFile } from './ledger-export.service.ts';
import { PROGRESS_COLUMNS, PROGRESS_SHEET } from './progress-sheet.ts';

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let planId: string;
  let shareId: string;
  beforeAll(async () => {
    ledger = await openTestLedger(database());
    const { plan, tasks } = await addPlan(ledger, [
      taskInput(1, { name: '=HYPERLINK("http://evil","点我")' }),
      taskInput(2),
      taskInput(3, { units: [{ name: '区教育局', role: 'responsible' }] }),
    ]);
    planId = plan.id;
    if (!tasks[1]) throw new Error('no task');
    const share = shareOf(tasks[1], ledger.units.education.id);
    shareId = share.assignmentId;
    await ledger.service.assignments.report(ledger.people.education.actor, shareId, {
      formId: randomUUID(),
      version: share.version,
      kind: 'progress',
      text: '=1+1 目录已编制',
      percent: 40,
      evidence: [{ kind: 'address', title: '公开页面', address: 'https://www.example.org/a' }],
    });
  });
  afterAll(() => ledger.platform.close());

  const whole = async (file: Promise<ExportedFile>) => new Uint8Array(await buffer((await file).bytes));
  async function workbook(actor: Actor) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await whole(ledger.service.exports.xlsx(actor, planId, {}))) as never);
    return book;
  }
  const values = (sheet: ExcelJS.Worksheet | undefined, row: number) =>
    ((sheet?.getRow(row).values ?? []) as unknown[]).slice(1);

  it('prints the ledger in the shape offices know', async () => {
    const book = await workbook(ledger.people.office.actor);
    const sheet = book.getWorksheet('工作台账');
    expect(values(sheet, 1)[0]).toBe('2026年明湖区政务公开工作要点任务台账');
    expect(values(sheet, 3)).toEqual(['序号', '类别', '任务', '责任单位', '时间节点', '进展情况', '状态', '佐证材料']);
    expect(values(sheet, 5)).toEqual([
      2,
      '一、主动公开',
      '任务2\n第2项任务：公开相关信息，加强解读回应。',
      '区教育局牵头，各街镇配合',
      '6月底前',
      '区教育局（40%）：=1+1 目录已编制',
      '进行中',
      '公开页面 https://www.example.org/a',
    ]);
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, printTitlesRow: '3:3' });
  });

  it('never lets a cell become a formula', async () => {
    const book = await workbook(ledger.people.education.actor);
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          expect(String(cell.value)).not.toMatch(/^[=+@]/);
        }),
      );
    }
    expect(String(book.getWorksheet('工作台账')?.getCell('C4').value)).toMatch(/^'=HYPERLINK/);
  });

  it('leaves out what others wrote, and gives each unit only its own rows to fill in', async () => {
    const street = await workbook(ledger.people.lakeside.actor);
    expect(values(street.getWorksheet('工作台账'), 5)[5] ?? '').toBe('');
    const rows = street.getWorksheet(PROGRESS_SHEET);
    expect(rows?.rowCount).toBe(3);
    expect(new Set([2, 3].map((row) => values(rows, row)[2]))).toEqual(new Set(['临湖街道']));
    expect((await workbook(ledger.people.auditor.actor)).getWorksheet(PROGRESS_SHEET)?.rowCount).toBe(1);
  });

  it('writes a DOCX in A4 landscape with the heading row repeated', async () => {
    const parts = unzipSync(await whole(ledger.service.exports.docx(ledger.people.office.actor, planId, {})));
    const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
    expect(xml).toContain('w:tblHeader');
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    for (const text of ['序号', '责任单位', '佐证材料', '第3项任务：公开相关信息', '公开页面'])
      expect(xml).toContain(text);
    expect(xml.match(/<w:tr[ >]/g)).toHaveLength(4);
  });

  async function uploaded(change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
    const book = await workbook(ledger.people.education.actor);
    const sheet = book.getWorksheet(PROGRESS_SHEET);
    if (!sheet) throw new Error('no sheet');
    change(sheet, book);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const stored = await ledger.platform.files.put(Readable.from([bytes]), { maxBytes: 1e7 });
    return ledger.service.progress.read(ledger.people.education.actor, planId, { ...stored, name: '进展.xlsx' });
  }

  it('finds nothing to change in what it wrote itself', async () => {
    expect(await uploaded(() => undefined)).toMatchObject({ rows: [], errors: [], unchanged: 3 });
  });

  it('names the cell of every error and takes nothing from a damaged row', async () => {
    const read = await uploaded((sheet) => {
      sheet.getCell('F2').value = 140;
      sheet.getCell('H3').value = '也许';
      sheet.getCell('I4').value = 'abc';
    });
    expect(read.rows).toEqual([]);
    expect(read.errors.map((error) => error.cell)).toEqual(['F2', 'H3', 'I4']);
  });

  it('finds the columns wherever they were moved, and refuses a sheet without them', async () => {
    const read = await uploaded((sheet, book) => {
      const moved = book.addWorksheet('移动');
      sheet.eachRow((row, index) => {
        const [number, task, unit, deadline, dueOn, percent, text, done, key] = values(sheet, index);
        moved.getRow(index + 2).values = [
          '',
          key,
          '',
          text,
          done,
          percent,
          unit,
          number,
          task,
          deadline,
          dueOn,
        ] as never;
        if (index === 2) moved.getCell(index + 2, 6).value = 55;
        if (index === 2) moved.getCell(index + 2, 4).value = '新的进展';
        row.commit();
      });
      book.removeWorksheet(sheet.id);
    });
    expect(read.rows).toMatchObject([{ taskNumber: 1, percent: 55, text: '新的进展', completion: false }]);
    const without = await uploaded((sheet) => sheet.spliceColumns(6, 1));
    expect(without.errors[0]?.message).toContain(`“${PROGRESS_COLUMNS.percent}”`);
  });

  it('shows differences, stores them only when applied, once', async () => {
    const actor = ledger.people.education.actor;
    const read = await uploaded((sheet) => {
      sheet.getCell('F3').value = 80;
      sheet.getCell('G3').value = '已发布解读';
      sheet.getCell('G4').value = '已完成并公开';
      sheet.getCell('H4').value = '是';
    });
    expect(read.rows.map((row) => row.changes.map((change) => change.field))).toEqual([
      ['percent', 'text'],
      ['text', 'completion'],
    ]);
    expect((await ledger.service.assignmentList.get(actor, shareId)).percent).toBe(40);
    const form = { formId: randomUUID(), rows: read.rows };
    expect(await ledger.service.progress.apply(actor, planId, form)).toMatchObject({ done: 2, failed: 0 });
    expect(await ledger.service.progress.apply(actor, planId, form)).toMatchObject({ done: 2, failed: 0 });
    const share = await ledger.service.assignmentList.get(actor, shareId);
    expect(share).toMatchObject({ percent: 80, lastText: '已发布解读' });
    expect(share.reports).toHaveLength(2);
  });

  it('refuses rows of others and rows that have changed since', async () => {
    const actor = ledger.people.education.actor;
    const book = await workbook(actor);
    const other = (
      await ledger.service.assignmentList.list(ledger.people.lakeside.actor, {
        mine: 'true',
        page: 1,
        pageSize: 9,
        sort: 'number',
      })
    ).items[0];
    const share = await ledger.service.assignmentList.get(actor, shareId);
    await ledger.service.assignments.split(actor, shareId, {
      version: share.version,
      personId: ledger.people.education.person.id,
    });
    const sheet = book.getWorksheet(PROGRESS_SHEET);
    if (!sheet || !other) throw new Error('no sheet');
    sheet.getCell('G2').value = '别的单位';
    sheet.getCell('I2').value = `${other.id}:${other.version}`;
    sheet.getCell('G3').value = '已经过时';
    const stored = await ledger.platform.files.put(Readable.from([Buffer.from(await book.xlsx.writeBuffer())]), {
      maxBytes: 1e7,
    });
    const read = await ledger.service.progress.read(actor, planId, { ...stored, name: '进展.xlsx' });
    expect(read.rows).toEqual([]);
    expect(read.errors.map((error) => [error.cell, error.message.slice(0, 6)])).toEqual([
      ['G2', '这一项不属于'],
      ['G3', '这一项在导出'],
    ]);
  });

  it('exports an empty plan too', async () => {
    const { plan } = await addPlan(ledger, [], { year: 2031, draft: true });
    const actor = ledger.people.office.actor;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await whole(ledger.service.exports.xlsx(actor, plan.id, {}))) as never);
    expect(book.getWorksheet('工作台账')?.rowCount).toBe(3);
    expect((await whole(ledger.service.exports.docx(actor, plan.id, {}))).byteLength).toBeGreaterThan(1000);
    await expect(ledger.service.exports.xlsx(ledger.people.lakeside.actor, plan.id, {})).rejects.toMatchObject({
      status: 404,
    });
  });

  it('stores nothing of a row that belongs to another plan', async () => {
    const actor = ledger.people.education.actor;
    const { plan } = await addPlan(ledger, [taskInput(1)], { year: 2025 });
    const { version } = await ledger.service.assignmentList.get(actor, shareId);
    const row = { assignmentId: shareId, version, percent: 90, text: '写错了表', completion: false };
    const form = { formId: randomUUID(), rows: [row] };
    expect(await ledger.service.progress.apply(actor, plan.id, form)).toMatchObject({ done: 0, failed: 1 });
    expect(await ledger.service.assignmentList.get(actor, shareId)).toMatchObject({ version, percent: 80 });
  });
});
