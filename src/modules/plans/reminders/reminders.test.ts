import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { addPlan, ledgerMigrations, openTestLedger, shareOf, type TestLedger, taskInput } from '../plans.fixtures.ts';

const on = (text: string) => text as LocalDate;
const never = new AbortController().signal;
const page = { page: 1, pageSize: 50 };

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let receiver: MailReceiver;
  let shareId: string;
  beforeAll(async () => {
    receiver = await openMailReceiver();
    ledger = await openTestLedger(database(), { smtp: receiver.address });
    const { organisations, people } = ledger;
    const officer = await organisations.people.find({ type: 'system' }, people.education.person.id);
    const email = 'liming@example.org';
    await organisations.people.edit({ type: 'system' }, officer.id, { ...officer, email } as Parameters<
      typeof organisations.people.edit
    >[2]);
    // 2026-06-30 is a Tuesday; 1, 3 and 7 working days before are 29, 25 and 18 June (19 to 21 June are 端午节).
    const { tasks } = await addPlan(ledger, [
      taskInput(1),
      taskInput(2, { deadlineText: '实时', deadline: { kind: 'realtime', from: null, to: null, note: null } }),
    ]);
    if (!tasks[0]) throw new Error('no task');
    shareId = shareOf(tasks[0], ledger.units.education.id).assignmentId;
  });
  afterAll(async () => {
    await ledger.platform.close();
    await receiver.close();
  });

  const unread = async () => ledger.service.reminders.list(ledger.people.education.actor, { unread: 'true', ...page });
  const at = (instant: string) => ledger.platform.clock.set(instant);

  it('makes each reminder once, however often and in parallel the job runs', async () => {
    at('2026-06-17T09:00:00+08:00');
    expect(await ledger.service.reminders.makeDue(never)).toBe(0);
    at('2026-06-18T09:00:00+08:00');
    const made = await Promise.all([1, 2, 3].map(() => ledger.service.reminders.makeDue(never)));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await ledger.service.reminders.makeDue(never)).toBe(0);
    const { items } = await unread();
    expect(items).toMatchObject([
      { kind: 'before', forDay: '2026-06-18', dueOn: '2026-06-30', path: `/shares/${shareId}` },
    ]);
    expect(items[0]?.text).toContain('将于 2026-06-30 到期');
  });

  it('after a pause gives only the newest, then one at overdue and one a week', async () => {
    at('2026-07-01T09:00:00+08:00');
    await ledger.service.reminders.makeDue(never);
    at('2026-07-05T09:00:00+08:00');
    await ledger.service.reminders.makeDue(never);
    at('2026-07-08T09:00:00+08:00');
    await ledger.service.reminders.makeDue(never);
    const { items } = await unread();
    expect(items.map((item) => [item.kind, item.forDay])).toEqual([
      ['overdue', '2026-07-08'],
      ['overdue', '2026-07-01'],
      ['before', '2026-06-18'],
    ]);
  });

  it('mails one digest a day over SMTP and no second one', async () => {
    at('2026-07-08T09:10:00+08:00');
    expect(await ledger.service.reminders.mailDigests(never)).toBe(1);
    expect(await ledger.service.reminders.mailDigests(never)).toBe(0);
    expect(receiver.mails).toHaveLength(1);
    expect(receiver.mails[0]).toMatchObject({ to: 'liming@example.org' });
    expect(receiver.mails[0]?.subject).toContain('1 项任务需要办理（2026-07-08）');
    expect(receiver.mails[0]?.text).toContain('【已逾期】第 1 项“任务1”已于 2026-06-30 到期');
  });

  it('marks reminders read for the person alone', async () => {
    const { items } = await unread();
    await ledger.service.reminders.read(ledger.people.education.actor, items[0]?.id);
    expect((await unread()).unread).toBe(2);
    await ledger.service.reminders.read(ledger.people.education.actor);
    expect((await unread()).unread).toBe(0);
    const head = await ledger.service.reminders.list(ledger.people.educationHead.actor, page);
    expect(head.unread).toBe(3);
  });

  it('stops reminding once the unit has reported', async () => {
    const share = await ledger.service.assignmentList.get(ledger.people.education.actor, shareId);
    await ledger.service.assignments.report(ledger.people.education.actor, shareId, {
      formId: randomUUID(),
      version: share.version,
      kind: 'completion',
      text: '完成。',
      percent: 100,
      evidence: [],
    });
    at('2026-07-15T09:00:00+08:00');
    await ledger.service.reminders.makeDue(never);
    expect((await unread()).unread).toBe(0);
  });

  it('shows each role its day', async () => {
    const { service, people } = ledger;
    const office = await service.myDay.of(people.office.actor);
    expect(office).toMatchObject({ view: 'office', counts: { waiting: 1, overdue: 2 } });
    expect(office.waiting.map((row) => row.id)).toEqual([shareId]);
    expect(office.lateUnits.map((unit) => unit.overdue)).toEqual([1, 1]);
    const street = await service.myDay.of(people.lakeside.actor);
    expect(street).toMatchObject({ view: 'unit', counts: { overdue: 1, waiting: 0 } });
    expect(street.overdue[0]).toMatchObject({ lateDays: 15, unit: { shortName: '临湖街道' } });
  });

  it('feeds a calendar by a secret that can be taken back', async () => {
    const { service, people } = ledger;
    const feed = await service.feeds.create(people.lakeside.actor);
    const token = feed.url.split('/').at(-1) ?? '';
    const ics = await service.feeds.read(token);
    expect(ics).toContain('DTSTART;VALUE=DATE:20260630');
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    await expect(service.feeds.read('wrong')).rejects.toMatchObject({ status: 404 });
    await expect(service.feeds.revoke(people.education.actor, feed.id)).rejects.toMatchObject({ status: 404 });
    await service.feeds.revoke(people.lakeside.actor, feed.id);
    await expect(service.feeds.read(token)).rejects.toMatchObject({ status: 404 });
  });

  it('reminds by hand once a day, row by row', async () => {
    const { service, people } = ledger;
    at('2026-07-16T09:00:00+08:00');
    const shares = (await service.assignmentList.list(people.office.actor, { ...page, sort: 'number' })).items.map(
      (row) => row.id,
    );
    const first = await service.bulk.run(people.office.actor, {
      action: 'remind',
      assignmentIds: shares,
      text: '请加快。',
    });
    expect(first).toMatchObject({ done: shares.length, failed: 0 });
    const second = await service.bulk.run(people.office.actor, {
      action: 'remind',
      assignmentIds: [...shares, randomUUID()],
    });
    expect(second).toMatchObject({ done: 0, failed: shares.length + 1 });
    expect(second.items.at(-1)?.code).toBe('assignment-not-found');
    const refused = await service.bulk.run(people.lakeside.actor, { action: 'remind', assignmentIds: shares });
    expect(refused.items.every((item) => item.code === 'forbidden')).toBe(true);
  });

  it('moves days when a holiday notice comes in, and keeps old and new', async () => {
    const { service, calendar, people } = ledger;
    const { tasks } = await addPlan(
      ledger,
      [
        taskInput(1, {
          deadlineText: '本文印发15个工作日内',
          deadline: { kind: 'relative', from: null, to: null, note: null },
        }),
      ],
      { year: 2027, issuedOn: on('2027-01-25') },
    );
    const task = tasks[0];
    if (!task) throw new Error('no task');
    expect(task.due.provisional).toBe(true);
    const days = ['2027-02-04', '2027-02-15', '2027-02-16'].map((date) => ({
      date: on(date),
      kind: 'off' as const,
      name: '春节',
    }));
    await importNotice(calendar, days);
    await ledger.plans.onEvent?.['calendar.changed']?.({ year: 2027 });
    await ledger.plans.onEvent?.['calendar.changed']?.({ year: 2027 });
    const moved = await service.ledger.get(people.office.actor, task.id);
    expect(moved.due.provisional).toBe(false);
    expect(moved.history.filter((entry) => entry.kind === 'recompute')).toHaveLength(1);
    expect(moved.history[0]?.changes[0]).toMatchObject({ label: '到期日', from: task.dueOn, to: moved.dueOn });
    expect(shareOf(moved, ledger.units.education.id).dueOn).toBe(moved.dueOn);
  });
});

async function importNotice(
  calendar: TestLedger['calendar'],
  days: { date: LocalDate; kind: 'off'; name: string }[],
): Promise<void> {
  await calendar.import({ type: 'system' }, 2027, {
    documentNumber: '国办发明电〔2026〕1号',
    source: '国务院办公厅通知',
    days,
    replaces: null,
  } as never);
}
