import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
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
  type TestCases,
} from '../cases.fixtures.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const idOf = (actor: Actor) => (actor.type === 'person' ? actor.personId : '');
  const view = (id: string, actor: Actor = door.people.office) => door.service.view.get(actor, id);
  /** What of a case somebody comes to see, by every way there is. */
  const ways = async (actor: Actor, id: string, title: string) => {
    const { view: views, applicants, attachments } = door.service;
    const page = (query: object) => views.list(actor, CaseQuery.parse({ pageSize: 100, ...query }));
    const has = async (query: object) => (await page(query)).items.some((one) => one.id === id);
    return {
      page: await refusal(views.get(actor, id)),
      list: await has({}),
      search: await has({ text: title }),
      applicant: await refusal(applicants.open(actor, id, '核对情况')),
      file: await refusal(attachments.open(actor, id, id)),
    };
  };
  const NOTHING = {
    page: 'case-missing',
    list: false,
    search: false,
    applicant: 'case-missing',
    file: 'case-missing',
  };
  const recuse = (id: string, actor: Actor, by: Actor = door.people.office) =>
    door.service.recusals.recuse(by, id, { personId: idOf(actor), reason: '来信反映其本人' });
  const letter = (text: string, title = '一封信') =>
    receive(door, { kind: 'confidential', title, text, applicant: { name: '张三' } });

  describe('a letter that only those named for it read', () => {
    it('is seen by the office and the heads of its unit, by nobody else in any way', async () => {
      const { people } = door;
      const { id } = await letter('食堂关得太早。', '食堂时间');
      for (const actor of [people.office, people.head, people.deputy])
        expect(await ways(actor, id, '食堂时间')).toMatchObject({ page: 'done', list: true, search: true });
      for (const actor of [people.officer, people.handler, people.reviewer, people.stranger, people.auditor])
        expect(await ways(actor, id, '食堂时间')).toEqual(NOTHING);
    });

    it('is counted for those alone who see it', async () => {
      const { people, service } = door;
      const counted = async (actor: Actor) => {
        const range = { from: '2026-03-01', to: '2026-03-31', kind: 'confidential' };
        const figures = await service.figures.list(actor, range as Parameters<typeof service.figures.list>[1]);
        const { total } = await service.view.list(actor, CaseQuery.parse({ kind: 'confidential', pageSize: 1 }));
        return [figures.reduce((sum, row) => sum + row.received, 0), total];
      };
      const [all, listed] = await counted(people.office);
      expect(all).toBe(listed);
      expect(all).toBeGreaterThan(0);
      expect(await counted(people.officer)).toEqual([0, 0]);
      expect(await counted(people.auditor)).toEqual([0, 0]);
    });

    it('is opened by giving it to somebody, and shut again by giving it to another', async () => {
      const { people, service } = door;
      const { id } = await letter('请修路灯。');
      const give = async (to: Actor) => {
        const { version, unit } = await view(id);
        await service.routing.assign(people.head, id, { version, unitId: unit.id, personId: idOf(to) });
      };
      await give(people.handler);
      expect(await refusal(view(id, people.handler))).toBe('done');
      expect(await refusal(view(id, people.officer))).toBe('case-missing');
      await give(people.officer);
      expect(await refusal(view(id, people.officer))).toBe('done');
      const stale = service.handling.askSender(people.handler, id, { version: 1, question: '在哪里？' });
      expect(await refusal(stale)).toBe('stale');
      expect(await refusal(view(id, people.handler))).toBe('case-missing');
    });

    it('is no question that is asked often, nor is one from which somebody stands aside', async () => {
      const { service, people } = door;
      const kinds = ['confidential', 'question'];
      const asked = async (ids: readonly string[]) => {
        const since = { kinds, from: '2026-03-01' as LocalDate, after: null, limit: 1000 };
        const all = (await service.questions.since(since)).map((one) => one.id);
        const some = (await service.questions.of(ids)).map((one) => one.id);
        return ids.map((id) => [all.includes(id), some.includes(id)]);
      };
      const [first, second, third] = [await letter('请修栏杆。'), await accepted(door), await accepted(door)];
      await recuse(third.id, people.handler);
      expect(await asked([first.id, second.id, third.id])).toEqual([
        [false, false],
        [true, true],
        [false, false],
      ]);
    });

    it('is seen by a reviewer while his step is open', async () => {
      const { people, service } = door;
      const { id } = await letter('请修长椅。');
      await service.routing.assign(people.head, id, {
        version: 1,
        unitId: door.units.education.id,
        personId: idOf(people.handler),
      });
      expect(await refusal(view(id, people.reviewer))).toBe('case-missing');
      await drafted(door, '已安排维修。', id);
      expect(await refusal(view(id, people.reviewer))).toBe('done');
      const { version } = await view(id);
      await service.replies.review(people.reviewer, id, { version, step: 'first', edit: 1, decision: 'approved' });
      expect(await refusal(view(id, people.reviewer))).toBe('case-missing');
    });

    it('goes to the office from a unit that nobody leads', async () => {
      const { unit } = await receive(door, {
        kind: 'confidential',
        text: '请看一看这件事。',
        unitId: door.units.lakeside.id,
      });
      expect(unit.id).toBe(door.units.office.id);
    });
  });

  describe('whom a letter names', () => {
    it('does not see it until the office says so', async () => {
      const { people, service } = door;
      const { id } = await letter('王 芳让我跑了三趟。', '窗口的事');
      expect(await ways(people.head, id, '窗口的事')).toEqual(NOTHING);
      expect(await ways(people.deputy, id, '窗口的事')).toMatchObject({ page: 'done', list: true });
      const { recusals, history } = await view(id);
      expect(recusals).toMatchObject([{ person: { name: '王芳' }, by: '系统' }]);
      expect(history.map((line) => line.text)).toContain(
        '来信中出现王芳的姓名，先行回避；不需要回避的，由主管部门解除。',
      );
      const lift = (by: Actor) => service.recusals.lift(by, id, recusals[0]?.id ?? '', { reason: '同名，不是此人' });
      expect(await refusal(lift(people.head))).toBe('case-missing');
      expect(await refusal(lift(people.deputy))).toBe('forbidden');
      await lift(people.office);
      expect(await refusal(lift(people.office))).toBe('recusal-missing');
      expect(await ways(people.head, id, '窗口的事')).toMatchObject({ page: 'done', list: true });
    });

    it('is no reason in a question that the whole unit reads', async () => {
      const { id } = await receive(door, { text: '王芳老师的课表在哪里查？' });
      expect(await refusal(view(id, door.people.head))).toBe('done');
    });
  });

  describe('standing aside', () => {
    it('is decided by the office, for another, once', async () => {
      const { people } = door;
      const { id } = await accepted(door);
      expect(await refusal(recuse(id, people.handler, people.officer))).toBe('forbidden');
      expect(await refusal(recuse(id, people.handler, people.head))).toBe('forbidden');
      expect(await refusal(recuse(id, people.handler, people.stranger))).toBe('case-missing');
      expect(await refusal(recuse(id, people.office))).toBe('recuse-self');
      const nobody: Actor = { type: 'person', personId: id, name: '', grants: [] };
      expect(await refusal(recuse(id, nobody))).toBe('person-missing');
      expect(await refusal(recuse(id, people.handler))).toBe('done');
      expect(await refusal(recuse(id, people.handler))).toBe('already-recused');
      expect((await view(id, people.officer)).recusals).toEqual([]);
    });

    it('takes a case in hand away, and whatever he wrote of the answer', async () => {
      const { people, service } = door;
      const before = await drafted(door);
      const { id } = before;
      await recuse(id, people.handler);
      const after = await view(id);
      expect(after).toMatchObject({ state: 'assigned', version: before.version + 1, replies: [] });
      const { version } = after;
      const give = (to: Actor) =>
        service.routing.assign(people.officer, id, { version, unitId: after.unit.id, personId: idOf(to) });
      expect(await refusal(give(people.handler))).toBe('person-recused');
      const acts = [
        service.routing.accept(people.handler, id, version),
        service.handling.note(people.handler, id, { text: '我来办' }),
        service.replies.draft(people.handler, id, { edit: 0, text: '您好。', findingsReason: null }),
        service.replies.send(people.handler, id, { version, edit: 1 }),
      ];
      expect(await Promise.all(acts.map(refusal))).toEqual(Array(4).fill('case-missing'));
      expect(await ways(people.handler, id, before.title)).toEqual(NOTHING);
      expect(await refusal(give(people.second))).toBe('done');
    });

    it('takes the person off who has it, and leaves it with the unit', async () => {
      const { people } = door;
      const { id } = await accepted(door);
      await recuse(id, people.officer);
      const after = await view(id);
      expect(after.person).toBeNull();
      expect(after.holdings.at(-1)).toMatchObject({ person: null, to: null, reason: '回避' });
      expect((await view(id, people.second)).allowed.assign).toBe(true);
    });

    it('makes what he approved count no more', async () => {
      const { people, service } = door;
      const { id, replies } = await approved(door);
      await recuse(id, people.head);
      const after = await view(id);
      expect(after).toMatchObject({ state: 'assigned', replies: [{ text: replies[0]?.text, edit: 2 }] });
      expect(after.replies[0]?.steps.map((step) => step.state)).toEqual(['open', 'waiting']);
      await service.replies.submit(people.handler, id, { version: after.version, edit: 2 });
      const review = async (actor: Actor, step: string) =>
        refusal(
          service.replies.review(actor, id, { version: (await view(id)).version, step, edit: 2, decision: 'approved' }),
        );
      expect(await review(people.head, 'first')).toBe('case-missing');
      expect(await review(people.reviewer, 'first')).toBe('done');
      expect(await review(people.deputy, 'final')).toBe('done');
      expect((await view(id)).state).toBe('replyApproved');
    });

    it('holds of the case into which it is merged: one reply answers both', async () => {
      const { people, service } = door;
      const child = await accepted(door);
      const target = await accepted(door);
      await recuse(child.id, people.head);
      await service.merging.merge(people.officer, child.id, {
        version: (await view(child.id)).version,
        intoId: target.id,
      });
      expect(await ways(people.head, target.id, target.title)).toEqual(NOTHING);
      expect((await view(target.id, people.officer)).merged).toHaveLength(1);
      await service.merging.separate(people.officer, child.id, {
        version: (await view(child.id)).version,
        reason: '不是同一件事',
      });
      expect(await refusal(view(target.id, people.head))).toBe('done');
    });

    it('is kept by a hand-over: the successor may not be one who stands aside', async () => {
      const { people, service, platform, modules } = door;
      const { id } = await accepted(door);
      await recuse(id, people.second);
      const provider = modules.organisations.service.openWork.providers.find(({ name }) => name === 'cases');
      const move = platform.changes.run({ type: 'system' }, async (change) =>
        provider?.move(change, idOf(people.officer), [{ id, toPersonId: idOf(people.second) }]),
      );
      expect(await refusal(move)).toBe('person-recused');
      const { id: letterId } = await letter('请修窗户。', '窗户的事');
      await service.routing.assign(people.head, letterId, {
        version: 1,
        unitId: door.units.education.id,
        personId: idOf(people.officer),
      });
      const listed = (await provider?.list(platform.database.kysely, idOf(people.officer))) ?? [];
      expect(listed.find((one) => one.id === letterId)?.title).toMatch(/^负责人信箱 MX/);
    });

    it('can be two at once: both stand aside, whoever comes first', async () => {
      const { people } = door;
      const { id } = await accepted(door);
      const other = await addPerson(
        door.modules.organisations.service,
        door.units.office,
        'office2',
        '陈林',
        'supervisor',
      );
      const done = await Promise.all([
        refusal(recuse(id, people.handler)),
        refusal(recuse(id, people.handler, other.actor)),
        refusal(recuse(id, people.reviewer, other.actor)),
      ]);
      expect(done.sort()).toEqual(['already-recused', 'done', 'done']);
      expect((await view(id)).recusals).toHaveLength(2);
    });
  });
});
