import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { ledgerMigrations, openTestLedger, type TestLedger } from '../plans.fixtures.ts';
import type { ImportDraft } from './imports.contract.ts';

const HEAD = '序号,任务名称,任务内容,责任单位,时间节点';
const csv = (rows: string[]) => `2026年明湖区政务公开工作要点任务分解表\n${HEAD}\n${rows.join('\n')}\n`;
const ROWS = [
  '1,公文公开,全面公开主动公开公文，12月底前完成全部历史公文的清理。,区教育局牵头，各街镇配合,全年',
  '2,开放月,组织政府开放月活动，邀请市民代表走进政府机关。,各相关单位,8月',
  '3,工作要点,制定本单位工作要点并向社会公开。,区教育局、临湖街道,本文印发30日内',
  '4,培训,举办政务公开业务培训。,区政府办公室,4月、10月',
];

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await openTestLedger(database());
  });
  afterAll(() => ledger.platform.close());

  async function start(text: string, by = ledger.people.office.actor): Promise<ImportDraft> {
    const stored = await ledger.platform.files.put(Readable.from([Buffer.from(text)]), { maxBytes: 1e6 });
    return ledger.service.imports.start(by, { ...stored, name: 'plan.csv' });
  }
  const head = (draft: ImportDraft, more: Partial<ImportDraft['head']> = {}) => ({
    version: draft.version,
    head: {
      ...draft.head,
      title: '2026年明湖区政务公开工作要点',
      year: 2026,
      level: 'district' as const,
      issuedOn: '2026-03-20' as LocalDate,
      ...more,
    },
  });

  it('reads, matches units, computes days, and stores nothing in the ledger until confirmed', async () => {
    const { service, people } = ledger;
    const started = await start(csv(ROWS));
    const draft = await service.imports.editHead(people.office.actor, started.id, head(started));
    expect(draft.rows.map((row) => row.number)).toEqual([1, 2, 3, 4]);
    expect(draft.rows[0]?.units.map((unit) => [unit.role, unit.match.kind, unit.match.groupSize])).toEqual([
      ['lead', 'exact', null],
      ['support', 'group', 2],
    ]);
    expect(draft.rows[1]?.units[0]?.match.kind).toBe('openGroup');
    expect(draft.rows[2]?.dueOn).toBe('2026-04-20');
    expect((await service.plans.list(people.office.actor, listAll)).total).toBe(0);
    expect((await service.imports.list(people.office.actor)).items.map((item) => item.id)).toContain(draft.id);

    const plan = await service.imports.confirm(people.office.actor, draft.id, confirm(draft));
    expect(plan).toMatchObject({ taskCount: 4, state: 'draft', originalFile: { name: 'plan.csv' } });
    const tasks = await service.ledger.list(people.office.actor, { ...listTasks, planId: plan.id });
    expect(tasks.items.map((task) => task.unitCount)).toEqual([3, 0, 2, 1]);
    await expect(service.imports.confirm(people.office.actor, draft.id, confirm(draft))).rejects.toMatchObject({
      code: 'import-closed',
      details: { planId: plan.id },
    });
    await expect(service.plans.publish(people.office.actor, plan.id, plan.version)).rejects.toMatchObject({
      reasons: [{ field: 'tasks.2.units' }],
    });
  });

  it('resumes: the same file opens the same draft with what was edited', async () => {
    const { service, people } = ledger;
    const draft = await start(csv(ROWS.slice(0, 2)));
    const [row] = draft.rows;
    if (!row) throw new Error('no row');
    const { units, ...rest } = row;
    const edited = await service.imports.editRow(people.office.actor, draft.id, row.id, {
      version: row.version,
      row: { ...rest, content: '改过的内容', units: units.map(({ name, role }) => ({ name, role })) },
    });
    expect(edited).toMatchObject({ content: '改过的内容', edited: true, version: 2 });
    const again = await start(csv(ROWS.slice(0, 2)));
    expect(again.id).toBe(draft.id);
    expect(again.rows[0]?.content).toBe('改过的内容');
    await expect(
      service.imports.editRow(people.office.actor, draft.id, row.id, {
        version: row.version,
        row: { ...rest, content: '另一人的内容', units: [] },
      }),
    ).rejects.toMatchObject({ code: 'stale', details: { changed: expect.arrayContaining(['content']) } });
  });

  it('says all obstacles at once', async () => {
    const { service, people } = ledger;
    const draft = await start(
      csv(['1,甲,内容甲。,区教育局,6月底前', '1,乙,内容乙。,区教育局,6月底前', '2,丙,内容丙。,区教育局,随时']),
    );
    const bare = await service.imports.editHead(
      people.office.actor,
      draft.id,
      head(draft, { title: null, year: null }),
    );
    const messages = bare.obstacles.map((obstacle) => obstacle.message).join('；');
    expect(messages).toContain('请填写标题');
    expect(messages).toContain('请填写年度');
    expect(messages).toContain('重复');
    await expect(service.imports.confirm(people.office.actor, draft.id, confirm(bare))).rejects.toMatchObject({
      status: 422,
    });
  });

  it('gives an officer a draft of his own unit that no other unit sees', async () => {
    const { service, people, units } = ledger;
    const draft = await start(csv(['1,本单位公开,做好本单位信息公开。,区教育局,6月底前']), people.education.actor);
    expect(draft.head).toMatchObject({ level: 'unit', unitId: units.education.id });
    await expect(service.imports.get(people.lakeside.actor, draft.id)).rejects.toMatchObject({ status: 404 });
    const stillOwn = await service.imports.editHead(
      people.education.actor,
      draft.id,
      head(draft, { unitId: units.lakeside.id }),
    );
    expect(stillOwn.head).toMatchObject({ level: 'unit', unitId: units.education.id });
    await expect(
      service.imports.start(people.auditor.actor, { hash: 'x', size: 1, mediaType: 'text/csv', name: 'x' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('refuses what is no plan with one sentence', async () => {
    await expect(start('今天天气很好。')).rejects.toMatchObject({ code: 'plan-unreadable', status: 422 });
  });

  const confirm = (draft: ImportDraft) => ({ version: draft.version, publish: false, settleAll: true });
});

const listAll = { page: 1, pageSize: 50, sort: '-year' } as const;
const listTasks = { page: 1, pageSize: 50, sort: 'number' } as const;
