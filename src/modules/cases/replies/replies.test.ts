import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { addPerson } from '../../organisations/organisations.fixtures.ts';
import { CaseQuery } from '../cases.contract.ts';
import {
  accepted,
  approved,
  caseTestMigrations,
  drafted,
  openTestCases,
  receive,
  replied,
  type TestCases,
} from '../cases.fixtures.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());
  const view = (id: string, actor = door.people.office) => door.service.view.get(actor, id);
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const review = async (actor: typeof door.people.head, id: string, step: string, more: object = {}) => {
    const { version, replies } = await view(id);
    const edit = replies.at(-1)?.edit ?? 0;
    return refusal(door.service.replies.review(actor, id, { version, step, edit, decision: 'approved', ...more }));
  };

  describe('a reply', () => {
    it('is approved by others than those who wrote it, each step by another person, in their order', async () => {
      const { service, people } = door;
      const { id } = await accepted(door);
      await service.replies.draft(people.handler, id, { edit: 0, text: '您好。', findingsReason: null });
      await service.replies.draft(people.officer, id, { edit: 1, text: '您好，请到窗口办理。', findingsReason: null });
      const { version } = await view(id);
      await service.replies.submit(people.handler, id, { version, edit: 2 });
      expect(await review(people.officer, id, 'first')).toBe('forbidden');
      expect(await review(people.head, id, 'final')).toBe('review-refused');
      expect(await review(people.reviewer, id, 'first')).toBe('done');
      expect(await review(people.reviewer, id, 'final')).toBe('review-refused');
      expect((await view(id, people.deputy)).allowed.review).toBe(true);
      expect(await review(people.deputy, id, 'final')).toBe('done');
      expect(await view(id, people.handler)).toMatchObject({ state: 'replyApproved', allowed: { sendReply: true } });
    });

    it('that a leader wrote is not approved by himself', async () => {
      const { people, service } = door;
      const { grants } = people.head.type === 'person' ? people.head : { grants: [] };
      const [unit] = grants;
      const both = {
        ...people.head,
        grants: [...grants, { role: 'officer' as const, unitId: unit?.unitId ?? '' }],
      } as typeof people.head;
      const { id } = await accepted(door);
      await service.replies.draft(both, id, { edit: 0, text: '您好。', findingsReason: null });
      await service.replies.submit(both, id, { version: (await view(id)).version, edit: 1 });
      expect(await review(both, id, 'first')).toBe('review-refused');
    });

    it('comes back with the reason, and goes on only after it was changed', async () => {
      const { service, people } = door;
      const { id } = await drafted(door);
      expect(await review(people.reviewer, id, 'first', { decision: 'returned' })).toBe('reason-missing');
      expect(await review(people.reviewer, id, 'first', { decision: 'returned', comment: '请写明依据' })).toBe('done');
      const back = await view(id, people.handler);
      expect(back).toMatchObject({ state: 'assigned', allowed: { submitReply: '答复被退回，请修改后再提交。' } });
      expect(await refusal(service.replies.submit(people.handler, id, { version: back.version, edit: 1 }))).toBe(
        'returned',
      );
      await service.replies.draft(people.handler, id, {
        edit: 1,
        text: '依据《条例》，请到窗口办理。',
        findingsReason: null,
      });
      expect(await refusal(service.replies.submit(people.handler, id, { version: back.version, edit: 2 }))).toBe(
        'done',
      );
      expect(await review(people.reviewer, id, 'first')).toBe('done');
    });

    it('is sent only as the words that were approved', async () => {
      const { service, people } = door;
      const ready = await approved(door);
      await service.replies.recall(people.handler, ready.id, ready.version);
      await service.replies.draft(people.handler, ready.id, { edit: 1, text: '改过的答复。', findingsReason: null });
      const { version } = await view(ready.id);
      expect(await refusal(service.replies.send(people.officer, ready.id, { version, edit: 2 }))).toBe('case-state');
      await service.replies.submit(people.handler, ready.id, { version, edit: 2 });
      expect((await view(ready.id)).replies.at(-1)?.steps.map((step) => step.state)).toEqual(['open', 'waiting']);
    });

    it('is saved again by who saved it last, in another tab or by pressing twice, and by nobody else unseen', async () => {
      const { service, people } = door;
      const { id } = await accepted(door);
      const save = (actor: Actor, edit: number, text: string) =>
        refusal(service.replies.draft(actor, id, { edit, text, findingsReason: null }));
      const twice = await Promise.all([save(people.handler, 0, '您好。'), save(people.handler, 0, '您好。')]);
      expect(twice).toEqual(['done', 'done']);
      expect((await view(id)).replies.at(-1)).toMatchObject({ text: '您好。', edit: 1 });
      expect(await save(people.handler, 1, '您好，请到窗口。')).toBe('done');
      // The other tab still shows the first words.
      expect(await save(people.handler, 1, '您好，请到一号窗口。')).toBe('done');
      expect((await view(id)).replies.at(-1)).toMatchObject({ text: '您好，请到一号窗口。', edit: 3 });
      expect(await save(people.officer, 2, '我来写。')).toBe('stale');
      expect(await save(people.officer, 3, '我来写。')).toBe('done');
      const late = service.replies.draft(people.handler, id, { edit: 3, text: '您好。', findingsReason: null });
      await expect(late).rejects.toMatchObject({
        code: 'stale',
        details: { current: { edit: 4, text: '我来写。', by: '李明' } },
      });
      expect(await save(people.handler, 99, '没有见过的。')).toBe('stale');
      const kept = await sql<{ text: string }>`select v.text from cases.reply_version as v
        join cases.reply as r on r.id = v.reply_id where r.case_id = ${id} order by v.edit`.execute(database().kysely);
      expect(kept.rows.map(({ text }) => text)).toEqual([
        '您好。',
        '您好，请到窗口。',
        '您好，请到一号窗口。',
        '我来写。',
      ]);
    });

    it('never changes once it is sent: a correction is a second reply', async () => {
      const { service, people } = door;
      const { id } = await replied(door, '第一次答复。');
      const change = sql`update cases.reply set text = '改了' where case_id = ${id}`.execute(database().kysely);
      await expect(change).rejects.toThrow('never changes');
      await expect(sql`delete from cases.reply where case_id = ${id}`.execute(database().kysely)).rejects.toThrow();
      await service.handling.reopen(people.officer, id, { version: (await view(id)).version, reason: '需要更正电话' });
      await replied(door, '更正：请拨打咨询电话。', id);
      const { replies, state, answeredOn } = await view(id);
      expect(replies.map(({ ordinal, text }) => [ordinal, text])).toEqual([
        [1, '第一次答复。'],
        [2, '更正：请拨打咨询电话。'],
      ]);
      expect([state, answeredOn]).toEqual(['replied', '2026-03-02']);
    });

    it('with somebody’s personal data waits until it is said why that may stand', async () => {
      const { service, people } = door;
      const { id, version } = await accepted(door);
      const text = '请联系当事人身份证号：110101199003074450。';
      await service.replies.draft(people.handler, id, { edit: 0, text, findingsReason: null });
      const submit = (edit: number) => refusal(service.replies.submit(people.handler, id, { version, edit }));
      expect(await submit(1)).toBe('findings-open');
      const [finding] = (await view(id)).replies.at(-1)?.findings ?? [];
      expect(finding).toMatchObject({ type: 'identityNumber', typeLabel: '身份证号' });
      await service.replies.draft(people.handler, id, { edit: 1, text, findingsReason: '来信人本人的号码，已核对' });
      expect(await submit(2)).toBe('done');
    });

    it('of two who save at once keeps both: the second sees the first', async () => {
      const { service, people } = door;
      const { id } = await accepted(door);
      await service.replies.draft(people.handler, id, { edit: 0, text: '第一稿', findingsReason: null });
      const late = service.replies.draft(people.officer, id, { edit: 0, text: '另一稿', findingsReason: null });
      await expect(late).rejects.toMatchObject({ code: 'stale', details: { current: { edit: 1, text: '第一稿' } } });
    });
  });

  it('of a kind that the office approves waits for the office, which sees it and nothing else changes hands', async () => {
    const { service, people } = door;
    const { id } = await receive(door, {
      kind: 'letter',
      title: '来信',
      applicant: { name: '张三', phone: '13900000000' },
    });
    await service.routing.accept(people.officer, id, 1);
    await drafted(door, '您好。', id);
    expect(await review(people.head, id, 'office')).toBe('review-refused');
    const waiting = await service.view.list(people.office, {
      page: 1,
      pageSize: 10,
      sort: 'urgentOn',
      waitingForMe: 'true',
    });
    expect(waiting.items.map((item) => item.id)).toContain(id);
    expect(await review(people.office, id, 'office')).toBe('done');
    expect((await view(id)).unit.code).toBe('jiaoyu');
    expect(await refusal(service.replies.send(people.office, id, { version: (await view(id)).version, edit: 1 }))).toBe(
      'forbidden',
    );
  });

  it('waits for those alone who may review it: not for who wrote it, nor for who approved a step before', async () => {
    const { service, people } = door;
    const { id } = await accepted(door);
    const waits = async (actor: Actor) => {
      const { items } = await service.view.list(actor, CaseQuery.parse({ waitingForMe: 'true', pageSize: 100 }));
      return items.some((item) => item.id === id);
    };
    const both = await addPerson(
      door.modules.organisations.service,
      door.units.education,
      'both',
      '周两',
      'handler',
      'head',
    );
    await service.replies.draft(both.actor, id, { edit: 0, text: '您好。', findingsReason: null });
    await service.replies.submit(both.actor, id, { version: (await view(id)).version, edit: 1 });
    expect(
      await Promise.all([both.actor, people.reviewer, people.head, people.deputy, people.officer].map(waits)),
    ).toEqual([false, true, true, false, false]);
    expect(await review(people.head, id, 'first')).toBe('done');
    expect(await Promise.all([both.actor, people.reviewer, people.head, people.deputy].map(waits))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('of a kind that nobody reviews goes out as soon as it is ready', async () => {
    const { service, people } = door;
    const { id } = await receive(door, { kind: 'report' });
    await service.routing.accept(people.handler, id, 1);
    await service.replies.draft(people.handler, id, { edit: 0, text: '链接已修复。', findingsReason: null });
    await service.replies.submit(people.handler, id, { version: 2, edit: 1 });
    await service.replies.send(people.handler, id, { version: 3, edit: 1 });
    expect(await view(id)).toMatchObject({ state: 'replied', isOnTime: true });
  });
});
