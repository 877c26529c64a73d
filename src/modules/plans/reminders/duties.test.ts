import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { IssueInput, MeetingInput } from '../meetings/meetings.contract.ts';
import { addPlan, ledgerMigrations, openTestLedger, type TestLedger, taskInput } from '../plans.fixtures.ts';

const on = (text: string) => text as LocalDate;
const never = new AbortController().signal;
const page = { page: 1, pageSize: 50 };

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let receiver: MailReceiver;
  let planId: string;
  let orderId: string;
  beforeAll(async () => {
    receiver = await openMailReceiver();
    ledger = await openTestLedger(database(), { smtp: receiver.address, now: '2026-06-01T09:00:00+08:00' });
    for (const who of ['education', 'lakeside', 'office'] as const) {
      const person = await ledger.organisations.people.find({ type: 'system' }, ledger.people[who].person.id);
      const edit = { ...person, email: `${who}@example.org` };
      await ledger.organisations.people.edit({ type: 'system' }, person.id, edit as never);
    }
    const { service, units, people } = ledger;
    const office = people.office.actor;
    const last = await addPlan(ledger, [taskInput(1)], { year: 2025, title: '2025年要点', issuedOn: on('2025-03-20') });
    planId = last.plan.id;
    const lookBack = await service.lookBack.open(office, planId);
    orderId = lookBack.items[0]?.id ?? '';
    const unitIds = [units.education.id, units.lakeside.id];
    await service.lookBack.decide(office, orderId, {
      verdict: 'unfinished',
      version: 1,
      finding: '目录没有更新',
      order: { text: '补齐公开目录', dueOn: on('2026-06-30'), unitIds },
    });
    const { education } = units;
    const actionItems = [
      { text: '报送会议落实情况', unitId: education.id, dueOn: '2026-06-30' },
      { text: '汇总各单位情况', dueOn: '2026-06-30' },
      { text: '没有期限的事', unitId: education.id },
    ];
    const heldOn = '2026-06-01';
    const texts = { place: null, chairedBy: null, agenda: '', minutes: '', unitIds: [] };
    const meeting = { planId: null, kind: 'coordination', title: '六月协调会', heldOn, ...texts, actionItems };
    await service.meetings.create(office, MeetingInput.parse(meeting));
    const asked = { raisedOn: heldOn, title: '目录经费', question: '如何解决' };
    const issue = await service.issues.create(
      people.education.actor,
      IssueInput.parse({ planId: null, taskId: null, unitId: education.id, ...asked }),
    );
    const decision = { decision: '列入预算', decidedOn: on(heldOn), dueOn: on('2026-06-30') };
    await service.issues.decide(office, issue.id, { version: issue.version, ...decision });
  });
  afterAll(async () => {
    await ledger.platform.close();
    await receiver.close();
  });

  const at = (instant: string) => ledger.platform.clock.set(instant);
  const textsOf = async (actor: Actor) =>
    (await ledger.service.reminders.list(actor, { unread: 'true', ...page })).items.map(({ text, path }) => [
      text,
      path,
    ]);
  it('reminds of orders, action items and decisions before they are due, each unit and the office of its own, once', async () => {
    at('2026-06-29T09:00:00+08:00');
    const made = await Promise.all([1, 2].map(() => ledger.service.duties.makeDue(never)));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(5);
    const texts = await textsOf(ledger.people.education.actor);
    expect(texts).toHaveLength(3);
    expect(texts).toContainEqual([
      '回头看整改（〔2026〕回头看整改1号）“补齐公开目录”将于 2026-06-30 到期，请按时报送。',
      `/look-back?planId=${planId}`,
    ]);
    expect(texts.map(([, path]) => path?.split(/[/?]/)[1]).sort()).toEqual([
      'leading-group-issues',
      'look-back',
      'meetings',
    ]);
    expect(await textsOf(ledger.people.lakeside.actor)).toHaveLength(1);
    expect((await textsOf(ledger.people.office.actor))[0]?.[0]).toContain('汇总各单位情况');
  });

  it('mails them when they are overdue, to the officers of each unit and to the office', async () => {
    at('2026-07-01T09:00:00+08:00');
    await ledger.service.duties.makeDue(never);
    expect(await ledger.service.reminders.mailDigests(never)).toBe(3);
    const mailTo = (to: string) => receiver.mails.find((mail) => mail.to === to);
    expect(mailTo('education@example.org')?.text).toContain(
      '【已逾期】领导小组决定（目录经费）“列入预算”已于 2026-06-30 到期',
    );
    expect(mailTo('education@example.org')?.text).toContain('【已逾期】会议议定事项（六月协调会）“报送会议落实情况”');
    expect(mailTo('lakeside@example.org')?.text).toContain('补齐公开目录');
    expect(mailTo('office@example.org')?.text).toContain('汇总各单位情况');
    expect(mailTo('office@example.org')?.text).not.toContain('补齐公开目录');
  });

  it('shows them on the home page, late ones first, and in the calendar', async () => {
    const { service, people } = ledger;
    const day = await service.myDay.of(people.education.actor);
    expect(day.counts.openDuties).toBe(4);
    expect(day.duties.map((duty) => [duty.kind, duty.overdue])).toEqual([
      ['actionItem', true],
      ['issue', true],
      ['rectification', true],
      ['actionItem', false],
    ]);
    const feed = await service.feeds.create(people.education.actor);
    const ics = (await service.feeds.read(feed.url.split('/').at(-1) ?? '')).replaceAll('\r\n ', '');
    expect(ics).toContain('SUMMARY:回头看整改到期：补齐公开目录');
    expect(ics).toContain('DTSTART;VALUE=DATE:20260630');
    // Three duties and the task of last year's plan.
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    const office = await service.feeds.create(people.office.actor);
    expect(await service.feeds.read(office.url.split('/').at(-1) ?? '')).toContain('汇总各单位情况');
  });

  it('is silent once the order is carried out', async () => {
    const { service, people } = ledger;
    await service.lookBack.decide(people.office.actor, orderId, {
      verdict: 'rectified',
      version: 2,
      rectifiedOn: on('2026-07-01'),
      outcome: '目录已补齐',
    });
    at('2026-07-08T09:00:00+08:00');
    await ledger.service.duties.makeDue(never);
    receiver.mails.length = 0;
    await service.reminders.mailDigests(never);
    expect(receiver.mails.map((mail) => mail.to).sort()).toEqual(['education@example.org', 'office@example.org']);
    for (const mail of receiver.mails) expect(mail.text).not.toContain('补齐公开目录');
  });

  it('is part of the reminders’ job', async () => {
    at('2026-07-15T09:00:00+08:00');
    const job = ledger.plans.jobs?.find(({ name }) => name === 'plans-reminders');
    await job?.run(never);
    expect((await textsOf(ledger.people.office.actor)).some(([text]) => text?.includes('2026-06-30'))).toBe(true);
    expect(await ledger.service.duties.makeDue(never)).toBe(0);
  });
});
