import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDistrict, policyContent, type TestDistrict } from '../../district.fixtures.ts';
import type { AppError } from '../../kernel/app-error.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import type { CaseView, ReceiveInput } from '../cases/index.ts';
import { addPerson } from '../organisations/organisations.fixtures.ts';

const NAME = '慕容知秋';
const PHONE = '13900007531';
const SYSTEM: Actor = { type: 'system' };

const refusal = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: AppError) => error,
  );

describeDatabases([], (database) => {
  let district: TestDistrict;
  let people: Record<'handler' | 'deputy' | 'officer' | 'stranger', Actor>;
  let policy: { id: string; number: number };

  beforeAll(async () => {
    district = await openTestDistrict({ database: database(), now: '2026-03-02T09:00:00+08:00' });
    const { education, lakeside } = district.units;
    const add = async (...of: Parameters<typeof addPerson> extends [unknown, ...infer Rest] ? Rest : never) =>
      (await addPerson(district.modules.organisations.service, ...of)).actor;
    people = {
      handler: await add(education, 'handler.jiaoyu', '何静', 'handler'),
      deputy: await add(education, 'deputy.jiaoyu', '吴敏', 'deputyHead'),
      officer: await add(education, 'officer.jiaoyu', '李明', 'officer'),
      stranger: await add(lakeside, 'officer.linhu', '赵强', 'officer'),
    };
    policy = await district.takeIn(policyContent({ title: '明湖区教育局关于招生入学工作的通知' }));
  });
  afterAll(() => district.close());

  const cases = () => district.modules.cases.service;
  const selections = () => district.modules.messages.service.selections;

  async function asked(more: Partial<ReceiveInput> = {}): Promise<{ id: string; number: string; secret: string }> {
    return cases().receiving.receive(
      people.handler,
      {
        kind: 'policyMessage',
        title: '怎样报名',
        text: `我叫${NAME}，电话${PHONE}，没有户口，孩子可以报名吗？`,
        unitId: district.units.education.id,
        publicationNumber: policy.number,
        applicant: { kind: 'person', name: NAME, phone: PHONE, email: null, address: null, identityNumber: null },
        mayPublish: true,
        ...more,
      },
      { channel: 'phone', form: null, files: [] },
    );
  }

  async function answered(id: string, text = '凭居住证报名。'): Promise<CaseView> {
    const view = () => cases().view.get(SYSTEM, id);
    await cases().routing.accept(people.handler, id, (await view()).version);
    await cases().replies.draft(people.handler, id, { edit: 0, text, findingsReason: null });
    const edit = (await view()).replies.at(-1)?.edit ?? 0;
    await cases().replies.submit(people.handler, id, { version: (await view()).version, edit });
    await cases().replies.review(people.deputy, id, {
      version: (await view()).version,
      step: 'answer',
      edit,
      decision: 'approved',
      comment: null,
    });
    await cases().replies.send(people.handler, id, { version: (await view()).version, edit });
    return view();
  }

  describe('selecting a message (MSG-7)', () => {
    it('drafts it for the one door without what its sender gave, tied to the policy (MSG-6)', async () => {
      const { id } = await asked();
      await answered(id);
      const { publicationId } = await selections().select(people.handler, id);
      const detail = await district.modules.publications.service.view.get(people.handler, publicationId ?? '');
      const content = JSON.stringify(detail.draft?.content);
      for (const value of [NAME, NAME.slice(1), PHONE]) expect(content).not.toContain(value);
      expect(detail.draft?.content.fields).toMatchObject({ sender: '慕**', answeringUnit: '明湖区教育局' });
      expect(detail.draft?.content.relations).toMatchObject([{ type: 'asksAbout', publicationId: policy.id }]);
      expect(detail.life).toBe('none');
      expect(await selections().get(people.handler, id)).toEqual({ publicationId });
      const opened = (await cases().view.get(SYSTEM, id)).history.filter((line) => line.event === 'openApplicant');
      expect(opened).toHaveLength(1);
    });

    it('happens once, however many select it at the same moment', async () => {
      const { id } = await asked({ text: '同一件被几个人同时选登，会怎样？' });
      await answered(id);
      const results = await Promise.allSettled(
        Array.from({ length: 4 }, () => selections().select(people.handler, id)),
      );
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const list = await district.modules.publications.service.list.list(people.handler, {
        kind: 'selectedReply',
        text: '怎样报名',
        page: 1,
        pageSize: 50,
        sort: '-updatedAt',
      });
      expect(list.items.filter((item) => item.kind === 'selectedReply')).toHaveLength(2);
    });

    it('is refused without the sender’s word, before there is an answer, and to other units', async () => {
      const unwilling = await asked({ text: '我不愿意公开这个问题，请只答复我本人。', mayPublish: false });
      await answered(unwilling.id);
      expect(await refusal(selections().select(people.handler, unwilling.id))).toMatchObject({
        code: 'not-selectable',
        message: '不能选登：来信人没有同意公开。',
      });
      const open = await asked({ text: '还没有答复的问题，能先公开吗？' });
      expect(await refusal(selections().select(people.handler, open.id))).toMatchObject({ status: 403 });
      expect(await refusal(selections().select(people.stranger, unwilling.id))).toMatchObject({
        code: 'case-missing',
      });
    });

    it('lets no name through the door, whoever typed it there', async () => {
      const { id } = await asked({ text: '选登以后有人把名字写了回去，会怎样？' });
      await answered(id);
      const { publicationId } = await selections().select(people.handler, id);
      const { drafting, view } = district.modules.publications.service;
      const detail = await view.get(people.handler, publicationId ?? '');
      const { content, edit } = detail.draft ?? expect.fail('no draft');
      await drafting.edit(people.handler, detail.id, {
        edit,
        content: { ...content, fields: { ...content.fields, sender: NAME } },
      });
      const { reasons } = await view.get(people.handler, detail.id);
      expect(reasons.map((reason) => reason.message).join()).toContain('留言人须隐去名字');
    });
  });

  describe('figures for everybody', () => {
    it('count messages and say nothing of anybody', async () => {
      const figures = await district.modules.messages.service.figures.current();
      expect(figures.whole.received).toBeGreaterThanOrEqual(4);
      expect(figures.whole.answered).toBeGreaterThanOrEqual(3);
      expect(JSON.stringify(figures)).not.toContain(NAME);
    });
  });

  describe('what staff takes down', () => {
    it('has number and secret, a clock, and its channel', async () => {
      const receipt = await asked({ text: '电话里问：周六报名窗口开不开？' });
      const seen = await cases().lookUp.view(receipt, { connection: '203.0.113.9', browser: null });
      expect(seen.state).toBe('received');
      expect((await cases().view.get(SYSTEM, receipt.id)).channel).toBe('phone');
    });
  });
});
