import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { caseTestMigrations, openTestCases, replied, type TestCases } from '../cases.fixtures.ts';
import type { ImportedCase } from './importing.contract.ts';
import type { SourceRow } from './sources.store.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  let hotline: SourceRow;
  let key: string;
  beforeAll(async () => {
    door = await openTestCases(database());
    const made = await door.service.sources.create(door.people.office, { name: '12345', channel: 'hotline12345' });
    key = made.key;
    hotline = await door.service.sources.authenticate(`Bearer ${key}`);
  });
  afterAll(() => door.platform.close());
  const item = (more: Partial<ImportedCase> = {}): ImportedCase => ({
    externalNumber: 'SH2026-0001',
    kind: 'question',
    text: '市民来电咨询入学材料。',
    receivedOn: '2026-02-27',
    unit: '区教育局',
    ...more,
  });
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );

  it('keeps the other system’s number, receipt and date, says who gave it, and watches it (MSG-13)', async () => {
    const { state } = await door.service.importing.deliver(
      hotline,
      item({ dueOn: '2026-03-04', applicant: { name: '张三', phone: '13912345678' } }),
    );
    expect(state).toMatchObject({
      externalNumber: 'SH2026-0001',
      state: 'received',
      receivedOn: '2026-02-27',
      dueOn: '2026-03-04',
    });
    const page = await door.service.view.list(door.people.officer, {
      page: 1,
      pageSize: 10,
      sort: 'urgentOn',
      text: 'SH2026-0001',
    });
    expect(page.items[0]).toMatchObject({
      external: { system: '12345', number: 'SH2026-0001' },
      applicant: '张**',
      channel: 'hotline12345',
    });
    const view = await door.service.view.get(door.people.officer, page.items[0]?.id ?? '');
    expect(view.due.sentences.join()).toContain('按12345给定的时限办理');
    expect(view.number).toMatch(/^ZX/);
    const own = await door.service.importing.deliver(hotline, item({ externalNumber: 'SH2026-0002' }));
    // 28 February 2026, a Saturday, is worked for the spring festival.
    expect(own.state.dueOn).toBe('2026-03-05');
  });

  it('goes to the supervising office when nobody works in the unit that was named', async () => {
    const sent = item({ externalNumber: 'SH2026-0099', unit: '区政府' });
    expect((await door.service.importing.deliver(hotline, sent)).state.unit.code).toBe('office');
  });

  it('takes the same number once, however often and how many times at once it is sent', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, () =>
        door.service.importing.deliver(hotline, item({ externalNumber: 'SH2026-0003' })),
      ),
    );
    expect(sent.filter((one) => one.isNew)).toHaveLength(1);
    expect(new Set(sent.map((one) => one.state.number)).size).toBe(1);
  });

  it('says everything that is wrong at once', async () => {
    const wrong = item({ kind: 'nothing', unit: '没有的局', receivedOn: '2026-03-03', dueOn: '2026-03-01' });
    const error = await door.service.importing.deliver(hotline, wrong).catch((one) => one);
    expect(error.reasons.map((one: { field: string }) => one.field).sort()).toEqual([
      'dueOn',
      'kind',
      'receivedOn',
      'unit',
    ]);
    expect(
      await refusal(door.service.importing.deliver(hotline, item({ kind: 'letter', externalNumber: 'x', text: '' }))),
    ).toBe('import-refused');
  });

  it('gives the answer back by the other number, and to no other system', async () => {
    const { state } = await door.service.importing.deliver(hotline, item({ externalNumber: 'SH2026-0004' }));
    const page = await door.service.view.list(door.people.officer, {
      page: 1,
      pageSize: 10,
      sort: 'urgentOn',
      text: state.externalNumber,
    });
    const id = page.items[0]?.id ?? '';
    await door.service.routing.accept(door.people.officer, id, 1);
    await replied(door, '请带户口簿到学校登记。', id);
    expect(await door.service.importing.state(hotline, 'SH2026-0004')).toMatchObject({
      state: 'replied',
      answeredOn: '2026-03-02',
      replies: [{ text: '请带户口簿到学校登记。' }],
    });
    const other = await door.service.sources.create(door.people.office, { name: '别的平台', channel: 'govCn' });
    const stranger = await door.service.sources.authenticate(`Bearer ${other.key}`);
    expect(await refusal(door.service.importing.state(stranger, 'SH2026-0004'))).toBe('case-missing');
  });

  it('opens for its key alone, until it is revoked', async () => {
    const { sources } = door.service;
    expect(await refusal(sources.authenticate(undefined))).toBe('key-missing');
    expect(await refusal(sources.authenticate('Bearer mcoc_wrong'))).toBe('key-invalid');
    const made = await sources.create(door.people.office, { name: '临时', channel: 'board' });
    await sources.revokeKey(door.people.office, made.source.keys[0]?.id ?? '');
    expect(await refusal(sources.authenticate(`Bearer ${made.key}`))).toBe('key-invalid');
    expect(await refusal(sources.create(door.people.officer, { name: '再来', channel: 'board' }))).toBe('forbidden');
    expect(JSON.stringify(await sources.list(door.people.office))).not.toContain(made.key);
  });

  it('tries a table first, tells each faulty row, brings the others in, and again changes nothing', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('工单').addRows([
      ['来件编号*', '类型', '标题', '内容', '收到日期', '办理期限', '承办单位', '姓名', '联系电话'],
      ['T-1', '网上咨询', '入学', '咨询入学材料。', '2026年2月27日', '2026/3/6', '区教育局', '李四', '13900000000'],
      ['T-2', 'question', '', '咨询转学办法。', new Date('2026-02-26T00:00:00Z'), '', 'jiaoyu', '', ''],
      ['T-3', '没有的类型', '', '咨询。。。', '2026-02-27', '', '', '', ''],
      ['T-4', 'question', '', '=HYPERLINK("x")', '二月', '', '', '', '一三九'],
      ['T-1', 'question', '', '编号相同的一行。', '2026-02-27', '', '', '', ''],
    ]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const file = () => ({ size: bytes.length, stream: Readable.from([bytes]) });
    const trial = await door.service.tables.try(hotline, file(), '工单.xlsx');
    expect(trial).toMatchObject({ rows: 5, taken: 2, known: 0 });
    expect(trial.faults.map(({ row, number }) => [row, number])).toEqual([
      [4, 'T-3'],
      [5, 'T-4'],
      [6, 'T-1'],
    ]);
    expect(await refusal(door.service.importing.state(hotline, 'T-1'))).toBe('case-missing');
    const faults = await door.service.tables.faults(hotline, file(), '工单.xlsx');
    expect(faults).toContain(`"'=HYPERLINK(""x"")"`);
    expect(faults).toContain('原因');
    expect(await door.service.tables.bring(hotline, file(), '工单.xlsx')).toMatchObject({ taken: 2 });
    expect(await door.service.importing.state(hotline, 'T-1')).toMatchObject({
      dueOn: '2026-03-06',
      receivedOn: '2026-02-27',
    });
    expect(await door.service.importing.state(hotline, 'T-2')).toMatchObject({
      receivedOn: '2026-02-26',
      dueOn: '2026-03-04',
    });
    expect(await door.service.tables.bring(hotline, file(), '工单.xlsx')).toMatchObject({ taken: 0, known: 2 });
    const csv = Buffer.from('编号,类型\n1,question\n');
    const bad = { size: csv.length, stream: Readable.from([csv]) };
    expect(await refusal(door.service.tables.try(hotline, bad, 'x.csv'))).toBe('heading-missing');
  });
});
