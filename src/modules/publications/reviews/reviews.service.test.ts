import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { PublicationQuery } from '../publications.contract.ts';
import {
  approve,
  body,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  type TestDoor,
} from '../publications.fixtures.ts';

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });
  afterAll(() => door.platform.close());
  const get = (id: string, who = door.people.officer) => door.service.view.get(who, id);

  async function submitted(content = notice()) {
    const id = await draft(door, content);
    const { draft: open } = await get(id);
    await door.service.reviews.submit(door.people.officer, id, open?.edit ?? 0);
    return { id, hash: open?.contentHash ?? '' };
  }
  const decide = (
    who: Actor,
    id: string,
    step: string,
    contentHash: string,
    decision: 'approved' | 'returned' = 'approved',
  ) =>
    door.service.reviews.review(who, id, {
      step,
      decision,
      contentHash,
      comment: decision === 'returned' ? '请核对日期' : null,
      remarks: decision === 'returned' ? [{ place: 'block:p1', text: '日期与附件不一致' }] : [],
    });

  describe('one matter, one review (REV-2, REV-11)', () => {
    it('is by distinct people, none of whom wrote it; the last approval makes it ready (REV-7, REV-12)', async () => {
      const { people } = door;
      const { id, hash } = await submitted();
      await expect(decide(people.officer, id, 'first', hash)).rejects.toMatchObject({
        code: 'review-refused',
        status: 403,
      });
      await expect(decide(people.second, id, 'second', hash)).rejects.toMatchObject({ code: 'review-refused' });
      await decide(people.first, id, 'first', hash);
      await expect(decide(people.first, id, 'second', hash)).rejects.toThrow('须由另一人办理');
      await decide(people.second, id, 'second', hash);
      await decide(people.head, id, 'final', hash);
      expect(await get(id)).toMatchObject({ open: 'approved', reasons: [] });
    });

    it('is in the list of those who may do the step that is open, and of nobody else', async () => {
      const { service, people } = door;
      const { id, hash } = await submitted();
      const query = PublicationQuery.parse({ waitingForMe: 'true', pageSize: 200 });
      const waits = async (who: Actor) => (await service.list.list(who, query)).items.some((item) => item.id === id);
      expect([await waits(people.first), await waits(people.head), await waits(people.officer)]).toEqual([
        true,
        true,
        false,
      ]);
      await decide(people.first, id, 'first', hash);
      await decide(people.second, id, 'second', hash);
      expect([await waits(people.first), await waits(people.head)]).toEqual([false, true]);
      await decide(people.head, id, 'final', hash);
      expect(await waits(people.head)).toBe(false);
    });

    it('by nobody of another unit, to whom it does not exist', async () => {
      const { id, hash } = await submitted();
      await expect(decide(door.people.stranger, id, 'first', hash)).rejects.toMatchObject({ status: 404 });
    });

    it('sent back with a remark at its place: the drafter mends and resolves; the mended text needs every review anew', async () => {
      const { service, people } = door;
      const { id, hash } = await submitted(notice({ text: '办理期限为二十日。' }));
      await decide(people.first, id, 'first', hash);
      await decide(people.second, id, 'second', hash, 'returned');
      const returned = await get(id);
      expect(returned).toMatchObject({ open: 'draft', remarks: [{ place: 'block:p1', resolvedAt: null }] });
      const edit = returned.draft?.edit ?? 0;
      await expect(service.reviews.submit(people.officer, id, edit)).rejects.toMatchObject({ code: 'blocked' });
      await service.reviews.resolve(people.officer, id, returned.remarks[0]?.id ?? '', '已核对并改正');
      await service.drafting.edit(people.officer, id, {
        edit,
        content: { ...(returned.draft?.content ?? notice()), body: body('办理期限为十五日。') },
      });
      const mended = await get(id);
      expect(mended.reviews.every((review) => review.voidReason === '内容已修改')).toBe(true);
      expect(mended.steps.map((step) => step.state)).toEqual(['open', 'waiting', 'waiting']);
      await approve(door, id);
      expect((await get(id)).open).toBe('approved');
    });

    it('covers what the public history will say of the change', async () => {
      const { service, people } = door;
      const { id, hash } = await submitted();
      await decide(people.first, id, 'first', hash);
      await service.reviews.recall(people.officer, id, (await get(id)).draft?.edit ?? 0);
      const { draft: open } = await get(id);
      const note = {
        edit: open?.edit ?? 0,
        content: open?.content ?? notice(),
        changeNote: '身份证号110101199003074450',
      };
      await service.drafting.edit(people.officer, id, note);
      const changed = await get(id);
      expect(changed.steps[0]?.state).toBe('open');
      expect(changed.findings).toMatchObject([{ place: 'changeNote', state: 'open' }]);
    });

    it('counts for the words that were seen: others than those that stand there are refused', async () => {
      const { id } = await submitted();
      await expect(decide(door.people.first, id, 'first', 'f'.repeat(64))).rejects.toMatchObject({
        code: 'stale',
        status: 409,
      });
    });

    it('an approval stands when the drafter takes the text back and changes nothing', async () => {
      const { service, people } = door;
      const { id, hash } = await submitted();
      await decide(people.first, id, 'first', hash);
      await service.reviews.recall(people.officer, id, (await get(id)).draft?.edit ?? 0);
      await service.reviews.submit(people.officer, id, (await get(id)).draft?.edit ?? 0);
      expect((await get(id)).steps.map((step) => step.state)).toEqual(['approved', 'open', 'waiting']);
    });

    it('sent back and submitted again without a change: the step that sent it back decides again', async () => {
      const { service, people } = door;
      const { id, hash } = await submitted();
      await decide(people.first, id, 'first', hash, 'returned');
      const remark = (await get(id)).remarks[0];
      await service.reviews.resolve(people.officer, id, remark?.id ?? '', '经核对无误');
      await service.reviews.submit(people.officer, id, (await get(id)).draft?.edit ?? 0);
      expect((await get(id)).steps[0]?.state).toBe('open');
    });

    it('is asked for only when the drafter’s own part is done', async () => {
      const id = await draft(door, notice({ text: '身份证号：110101199003074450。', fields: { issuer: '' } }), {
        determined: false,
      });
      const submit = door.service.reviews.submit(door.people.officer, id, 1);
      await expect(submit).rejects.toMatchObject({
        code: 'blocked',
        details: { reasons: [{ code: 'element-missing' }, { code: 'personal-data' }, { code: 'not-determined' }] },
      });
    });

    it('follows the steps of the unit once the office has set them', async () => {
      const { service, people, units } = door;
      const steps = [
        { code: 'only', name: '审核', group: 'review' as const, roles: ['head' as const], unit: 'owner' as const },
      ];
      await expect(
        service.rules.set(people.officer, { kind: 'notice', unitId: units.education.id, steps, version: 0 }),
      ).rejects.toMatchObject({ status: 403 });
      await service.rules.set(people.office, { kind: 'notice', unitId: units.education.id, steps, version: 0 });
      const { id, hash } = await submitted();
      expect((await get(id)).steps.map((step) => step.code)).toEqual(['only']);
      await decide(people.head, id, 'only', hash);
      expect((await get(id)).open).toBe('approved');
      await expect(
        service.rules.set(people.office, { kind: 'notice', unitId: units.education.id, steps: null, version: 0 }),
      ).rejects.toMatchObject({ code: 'stale' });
      await service.rules.set(people.office, { kind: 'notice', unitId: units.education.id, steps: null, version: 1 });
      expect((await get(id)).steps.map((step) => step.code)).toEqual(['first', 'second', 'final']);
    });
  });

  describe('who can do a step', () => {
    it('is told by name on the publication, without those who wrote it or did another step', async () => {
      const { id, hash } = await submitted();
      const who = async () =>
        (await get(id)).steps.map((step) => `${step.code} ${step.people.map((one) => one.name).join('、')}`);
      expect(await who()).toEqual(['first 王芳、吴敏、郑浩', 'second 王芳、吴敏、郑浩', 'final 王芳']);
      await decide(door.people.first, id, 'first', hash);
      expect(await who()).toEqual(['first ', 'second 王芳、郑浩', 'final 王芳']);
      expect((await get(id)).steps.every((step) => step.lack === null)).toBe(true);
    });

    it('is told with the rule, for one unit or all; a unit without anybody is named before it submits', async () => {
      const { service, units } = door;
      const { steps } = await service.reviewers.ofRule({ kind: 'notice', unitId: units.education.id });
      expect(steps.map((step) => [step.code, step.people.length, step.lack])).toEqual([
        ['first', 3, null],
        ['second', 3, null],
        ['final', 1, null],
        ['legality', 1, null],
      ]);
      const all = (await service.reviewers.ofRule({ kind: 'notice' })).steps;
      expect(all.find((step) => step.code === 'final')?.unitsWithout.map((unit) => unit.id)).toEqual([
        units.lakeside.id,
      ]);
      expect(all.find((step) => step.code === 'legality')?.people.map((one) => one.name)).toEqual(['周宁']);
    });
  });
});
