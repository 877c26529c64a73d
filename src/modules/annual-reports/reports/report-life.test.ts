import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { deliverEvents } from '../../../platform/change/deliver-events.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  filledReport,
  type MadeRequest,
  openTestReports,
  putRequests,
  type TestReports,
} from '../annual-reports.fixtures.ts';
import { cellOf } from '../form/cells.ts';
import type { ReportView } from './reports.contract.ts';

describeDatabases([], (database) => {
  let test: TestReports;
  let report: ReportView;
  let serial = 0;

  const made = (more: Partial<MadeRequest> = {}): MadeRequest => ({
    unitId: test.units.education.id,
    category: 'natural',
    receivedOn: localDate('2025-05-06'),
    decidedOn: localDate('2025-06-03'),
    result: 'open',
    ...more,
  });
  const put = (...requests: MadeRequest[]) => {
    serial += 1;
    return putRequests(database(), requests, `YS-L${serial}-`);
  };
  const NEW = cellOf('p3', '1', 'natural');
  const value = (view: ReportView, cell: string) => view.figures[cell]?.value;

  beforeAll(async () => {
    test = await openTestReports(database());
    await put(made(), made({ category: 'company', result: 'partial' }), made({ unitId: test.units.lakeside.id }));
  });
  beforeEach(async () => {
    await sql`delete from reports.frozen`.execute(database().kysely);
    await sql`delete from reports.statement`.execute(database().kysely);
    await sql`delete from reports.event`.execute(database().kysely);
    await sql`delete from reports.report`.execute(database().kysely);
    report = await filledReport(test);
  });

  describe('a report', () => {
    it('counts its unit’s records and says at once what is missing', async () => {
      const { service, people, units } = test;
      expect(report.title).toBe('明湖区教育局2025年政府信息公开工作年度报告');
      expect(report.faults.filter(({ severity }) => severity === 'blocks')).toEqual([]);
      const bare = await service.reports.create(people.stranger, {
        unitId: units.lakeside.id,
        year: 2025,
        scope: 'unit',
      });
      const { faults } = await service.views.get(people.stranger, bare.id);
      expect(faults.map(({ code }) => code)).toEqual(['unstated', 'text-missing', 'plan-missing']);
    });

    it('is not submitted while something stands in the way, and every reason is told', async () => {
      const { service, people, units } = test;
      const { id } = await service.reports.create(people.stranger, {
        unitId: units.lakeside.id,
        year: 2025,
        scope: 'unit',
      });
      const refused = await service.reports.submit(people.stranger, id, 1).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'report-blocked', status: 409, reasons: [{}, {}] });
    });

    it('stands still from its submission on: later records show as differences, never in it', async () => {
      const { service, people } = test;
      const before = value(report, NEW) ?? 0;
      const submitted = await service.reports.submit(people.officer, report.id, report.version);
      expect(submitted).toMatchObject({ state: 'submitted', isFrozen: true, differences: [] });
      await put(made({ result: 'notHeld' }));
      const after = await service.views.get(people.officer, report.id);
      expect(value(after, NEW)).toBe(before);
      expect(after.differences.map(({ cell, stood, now }) => [cell, stood, now])).toContainEqual([
        NEW,
        before,
        before + 1,
      ]);
      const { total } = await service.records.of(people.officer, report.id, NEW, { page: 1, pageSize: 50 });
      expect(total).toBe(before);
      const returned = await service.reports.return(people.office, report.id, {
        version: after.version,
        reason: '补登后重新提交',
      });
      expect(returned).toMatchObject({ state: 'returned', isFrozen: false, returnedBecause: '补登后重新提交' });
      expect(value(returned, NEW)).toBe(before + 1);
    });

    it('is made once for a unit and year, also by many at once', async () => {
      const { service, people, units } = test;
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () =>
          service.reports.create(people.stranger, { unitId: units.lakeside.id, year: 2024, scope: 'unit' }),
        ),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of tries)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'report-exists' });
    });

    it('is submitted once when many press at once, and the others learn how it stands', async () => {
      const { service, people } = test;
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () => service.reports.submit(people.officer, report.id, report.version)),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'stale' });
    });

    it('keeps what two people wrote apart: the second sees what stands there', async () => {
      const { service, people } = test;
      await service.reports.setText(people.handler, report.id, {
        version: report.version,
        head: 'problems',
        text: '问题一',
      });
      const second = { version: report.version, head: 'problems', text: '问题二' } as const;
      await expect(service.reports.setText(people.officer, report.id, second)).rejects.toMatchObject({ code: 'stale' });
    });

    it('is refused for years and units that have none', async () => {
      const { service, people, units } = test;
      const create = (unitId: string, year: number, scope: 'unit' | 'district' = 'unit') =>
        service.reports.create(people.office, { unitId, year, scope }).catch((error: { code: string }) => error.code);
      expect(await create(units.office.id, 2020)).toBe('cell-refused');
      expect(await create(units.office.id, 2027)).toBe('cell-refused');
      const officer = await service.reports
        .create(people.officer, { unitId: units.education.id, year: 2025, scope: 'district' })
        .catch((error: { code: string }) => error.code);
      expect(officer).toBe('cell-refused');
    });

    it('of a year that is running can be prepared, not submitted', async () => {
      const { service, people, units } = test;
      const { id } = await service.reports.create(people.officer, {
        unitId: units.education.id,
        year: 2026,
        scope: 'unit',
      });
      const { faults } = await service.views.get(people.officer, id);
      expect(faults[0]).toMatchObject({ code: 'year-running', severity: 'blocks' });
    });
  });

  describe('a stated figure', () => {
    const state = (cell: string, amount: number | null) =>
      test.service.views
        .get(test.people.officer, report.id)
        .then(({ version }) =>
          test.service.reports.state(test.people.officer, report.id, { version, cell, amount, source: '纸质台账' }),
        );

    it('is added to the count, told with its source, and can be taken back', async () => {
      const counted = value(report, NEW) ?? 0;
      const added = await state(NEW, 4);
      expect(added.figures[NEW]).toEqual({ counted, declared: 4, value: counted + 4 });
      // Four more at the top, none below: the balance shows it at once.
      expect(added.faults.map(({ code }) => code)).toContain('balance');
      const behind = await test.service.records.of(test.people.officer, report.id, NEW, { page: 1, pageSize: 10 });
      expect(behind.statements).toMatchObject([{ amount: 4, source: '纸质台账', by: '李明', stands: true }]);
      const back = await state(NEW, null);
      expect(value(back, NEW)).toBe(counted);
      expect(back.statements.slice(0, 2).map(({ amount, stands }) => [amount, stands])).toEqual([
        [null, false],
        [4, false],
      ]);
    });

    it('is never a total, a broken number of cases, or less than nothing where nothing is counted', async () => {
      await expect(state(cellOf('p3', '3.7', 'natural'), 1)).rejects.toMatchObject({ code: 'cell-refused' });
      await expect(state(cellOf('p3', '1', 'total'), 1)).rejects.toMatchObject({ code: 'cell-refused' });
      await expect(state(NEW, 1.5)).rejects.toMatchObject({ code: 'cell-refused' });
      await expect(state(cellOf('p2', 'penalty', 'decided'), -1)).rejects.toMatchObject({ code: 'cell-refused' });
      await expect(state(cellOf('p3', '9', 'natural'), 1)).rejects.toMatchObject({ code: 'cell-refused' });
      const money = await state(cellOf('p2', 'charge', 'yuan10000'), 12.34);
      expect(value(money, cellOf('p2', 'charge', 'yuan10000'))).toBe(12.34);
    });
  });

  describe('other people', () => {
    it('of another unit do not find it; evaluators read and change nothing', async () => {
      const { service, people } = test;
      await expect(service.views.get(people.stranger, report.id)).rejects.toMatchObject({ status: 404 });
      await expect(
        service.records.of(people.stranger, report.id, NEW, { page: 1, pageSize: 10 }),
      ).rejects.toMatchObject({ status: 404 });
      await expect(service.exports.file(people.stranger, report.id, 'docx')).rejects.toMatchObject({ status: 404 });
      const seen = await service.views.get(people.evaluator, report.id);
      expect(value(seen, NEW)).toBe(value(report, NEW));
      expect(seen.allowed).toEqual([]);
      await expect(service.reports.submit(people.evaluator, report.id, report.version)).rejects.toMatchObject({
        status: 403,
      });
      await expect(service.reports.accept(people.officer, report.id, report.version)).rejects.toMatchObject({
        status: 403,
      });
    });

    it('see in the list what they may read', async () => {
      const { service, people } = test;
      const names = async (actor: typeof people.office) =>
        (await service.list.list(actor, 2025)).units.map(({ unit }) => unit.shortName);
      expect(await names(people.office)).toEqual(['临湖街道', '区教育局', '区政府办公室']);
      expect(await names(people.stranger)).toEqual(['临湖街道']);
      expect((await service.list.list(people.stranger, 2025)).district).toBeNull();
    });
  });

  describe('the way to the public', () => {
    it('leads through the door out into the statutory column, and the list tells whether it was in time (RPT-C1)', async () => {
      const { service, people, modules, platform } = test;
      const publications = modules.publications.service;
      const submitted = await service.reports.submit(people.officer, report.id, report.version);
      const accepted = await service.reports.accept(people.office, report.id, submitted.version);
      const drafted = await service.publishing.draft(people.officer, report.id, accepted.version);
      const id = drafted.publicationId ?? '';
      const detail = await publications.view.get(people.officer, id);
      expect(detail).toMatchObject({ kind: 'opennessReport', title: report.title, life: 'none' });
      expect(detail.draft?.content.fields).toMatchObject({ reportYear: 2025, issuedOn: '2026-02-02' });
      const fields = { ...detail.draft?.content.fields, indexNumber: 'MH0001/2026-00001' };
      const content = { ...detail.draft?.content, fields } as NonNullable<typeof detail.draft>['content'];
      await publications.drafting.edit(people.officer, id, { edit: detail.draft?.edit ?? 0, content });
      await publications.determinations.determine(people.head, id, {
        attribute: 'proactive',
        manner: 'open',
        legalBasis: 'cat20.15',
        reason: '依法主动公开年度报告',
      });
      const ready = await publications.view.get(people.officer, id);
      await publications.reviews.submit(people.officer, id, ready.draft?.edit ?? 0);
      const reviewers = [people.reviewer, people.head, people.office];
      for (const step of ready.steps) {
        for (const reviewer of reviewers) {
          const now = await publications.view.get(reviewer, id);
          if (!now.steps.find(({ code }) => code === step.code)?.mine) continue;
          await publications.reviews.review(reviewer, id, {
            step: step.code,
            decision: 'approved',
            contentHash: now.draft?.contentHash ?? '',
            remarks: [],
          });
          break;
        }
      }
      const approved = await publications.view.get(people.officer, id);
      expect(approved.reasons.filter(({ severity }) => severity === 'blocks')).toEqual([]);
      await publications.publishing.publish(people.officer, id, approved.draft?.contentHash ?? '');
      await deliverEvents(platform, [modules.annualReports], new AbortController().signal);

      const done = await service.views.get(people.officer, report.id);
      expect(done).toMatchObject({ state: 'published', publishedOn: '2026-02-02', isFrozen: true });
      const open = await publications.open.item(done.publicationNumber ?? 0);
      expect(open).toMatchObject({ kind: 'opennessReport', columns: ['annualReport'], status: 'public' });
      expect(open?.bodyHtml).toContain('rowspan="22"');
      expect(open?.bodyText).toContain('一、本年新收政府信息公开申请数量');
      const line = (await service.list.list(people.office, 2025)).units.find(
        ({ unit }) => unit.shortName === '区教育局',
      );
      expect(line).toMatchObject({ punctuality: 'publishedLate' });
      await service.due.set(
        people.office,
        { scope: 'unit', year: 2025 },
        { version: null, dueOn: localDate('2026-02-20'), basis: '2026年工作要点' },
      );
      const again = (await service.list.list(people.office, 2025)).units.find(
        ({ unit }) => unit.shortName === '区教育局',
      );
      expect(again).toMatchObject({ punctuality: 'published', dueOn: '2026-02-20' });

      // Corrected: the public form stays as it was until the amended one is published.
      const back = await service.reports.return(people.office, report.id, {
        version: done.version,
        reason: '更正数字',
      });
      await put(made({ result: 'petition' }));
      const filled = await service.reports.submit(people.officer, report.id, back.version);
      const fine = await service.reports.accept(people.office, report.id, filled.version);
      const renewed = await service.publishing.draft(people.officer, report.id, fine.version);
      expect(renewed.publicationId).toBe(id);
      const amending = await publications.view.get(people.officer, id);
      expect(amending.draft?.content.fields.indexNumber).toBe('MH0001/2026-00001');
      expect((await publications.open.item(done.publicationNumber ?? 0))?.bodyHtml).toBe(open?.bodyHtml);
    });

    it('begins anew when its draft was thrown away', async () => {
      const { service, people, modules } = test;
      const submitted = await service.reports.submit(people.officer, report.id, report.version);
      const accepted = await service.reports.accept(people.office, report.id, submitted.version);
      const drafted = await service.publishing.draft(people.officer, report.id, accepted.version);
      const id = drafted.publicationId ?? '';
      const { draft } = await modules.publications.service.view.get(people.officer, id);
      await modules.publications.service.drafting.discard(people.officer, id, draft?.edit ?? 0);
      const again = await service.publishing.draft(people.officer, report.id, drafted.version);
      expect(again.publicationId).not.toBe(id);
    });
  });

  describe('the district’s report', () => {
    it('is the sum of what units submitted, of the records of all others, and of its own', async () => {
      const { service, people, units } = test;
      const own = await filledReport(test, { by: people.office, unitId: units.office.id, scope: 'district' });
      expect(own.title).toBe('明湖区人民政府2025年政府信息公开工作年度报告');
      const educations = value(report, NEW) ?? 0;
      // 临湖街道 has one request and no report.
      expect(value(own, NEW)).toBe(educations + 1);
      const licences = cellOf('p2', 'licence', 'decided');
      expect([value(report, licences), value(own, licences)]).toEqual([3, 6]);
      expect(own.members.map(({ unit, state }) => [unit.shortName, state])).toContainEqual(['区教育局', 'draft']);
      expect(own.faults.find(({ code }) => code === 'members-waiting')?.message).toContain('区教育局');
      await service.reports.submit(people.officer, report.id, report.version);
      await put(made());
      const after = await service.views.get(people.office, own.id);
      expect(value(after, NEW)).toBe(educations + 1);
      const { units: shares } = await service.records.of(people.office, own.id, licences, { page: 1, pageSize: 10 });
      expect(shares.map(({ unit, declared }) => [unit.shortName, declared])).toEqual([
        ['区教育局', 3],
        ['区政府办公室', 3],
      ]);
    });

    it('counts a request once that went from a unit with a submitted report to another', async () => {
      const { service, people, units } = test;
      const own = await filledReport(test, { by: people.office, unitId: units.office.id, scope: 'district' });
      await service.reports.submit(people.officer, report.id, report.version);
      const before = await service.views.get(people.office, own.id);
      await sql`update cases."case" set unit_id = ${units.lakeside.id} where unit_id = ${units.education.id}`.execute(
        database().kysely,
      );
      const after = await service.views.get(people.office, own.id);
      await sql`update cases."case" set unit_id = ${units.education.id}
        where unit_id = ${units.lakeside.id} and number not like 'YS-L1-00002'`.execute(database().kysely);
      expect(value(after, NEW)).toBe(value(before, NEW));
      expect(after.faults.map(({ code }) => code)).not.toContain('balance');
    });
  });
});
