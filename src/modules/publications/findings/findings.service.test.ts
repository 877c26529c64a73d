import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  approve,
  body,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  type TestDoor,
} from '../publications.fixtures.ts';

const NUMBER = '110101199003074450';
const TEXT = `申请人身份证号：${NUMBER}，经审核符合条件。`;

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });
  afterAll(() => door.platform.close());
  const get = (id: string, who = door.people.officer) => door.service.view.get(who, id);
  const codes = async (id: string) => (await get(id)).reasons.map((reason) => reason.code);

  describe('personal data in a draft (REV-8)', () => {
    it('blocks until it is masked by the official pattern; what stood there is for entitled people alone', async () => {
      const { service, people } = door;
      const id = await draft(door, notice({ text: TEXT }));
      expect(await codes(id)).toContain('personal-data');
      const found = await get(id);
      const [finding] = found.findings;
      expect(finding).toMatchObject({ type: 'identityNumber', place: 'block:p1', text: NUMBER, state: 'open' });
      await service.findings.mask(people.officer, id, {
        edit: found.draft?.edit ?? 0,
        findingIds: [finding?.id ?? ''],
      });
      const masked = await get(id);
      expect(JSON.stringify(masked.draft?.content)).not.toContain(NUMBER);
      expect(JSON.stringify(masked.draft?.content)).toContain(finding?.masked);
      expect(masked.findings).toMatchObject([{ state: 'masked', text: NUMBER, decidedBy: { name: '李明' } }]);
      expect(await codes(id)).not.toContain('personal-data');
      await service.publishing.publish(people.officer, id, await approve(door, id));
      expect(JSON.stringify(await service.open.itemOf(id))).not.toContain(NUMBER);
    });

    it('or is let through by somebody entitled, with a reason that is kept with the words and goes on into later forms', async () => {
      const { service, people } = door;
      const id = await draft(door, notice({ text: TEXT }));
      const [finding] = (await get(id)).findings;
      const reason = '当事人书面同意公开';
      await expect(service.findings.override(people.handler, id, finding?.id ?? '', reason)).rejects.toMatchObject({
        status: 403,
      });
      await expect(service.findings.override(people.stranger, id, finding?.id ?? '', reason)).rejects.toMatchObject({
        status: 404,
      });
      await service.findings.override(people.head, id, finding?.id ?? '', reason);
      expect(await codes(id)).not.toContain('personal-data');
      await service.publishing.publish(people.officer, id, await approve(door, id));
      await service.drafting.amend(people.officer, id, (await get(id)).version);
      expect((await get(id)).findings).toMatchObject([{ state: 'overridden', reason, decidedBy: { name: '王芳' } }]);
      const { draft: open } = await get(id);
      const content = { ...(open?.content ?? notice()), body: body(TEXT, `另一申请人身份证号：${NUMBER}。`) };
      await service.drafting.edit(people.officer, id, { edit: open?.edit ?? 0, content });
      expect((await get(id)).findings.map((one) => one.state).sort()).toEqual(['open', 'overridden']);
    });

    it('is searched anew with every change of the words', async () => {
      const { service, people } = door;
      const id = await draft(door, notice({ text: '没有个人信息。' }));
      expect((await get(id)).findings).toEqual([]);
      const { draft: open } = await get(id);
      const content = { ...(open?.content ?? notice()), title: `关于${NUMBER}的公告`, body: body('没有。') };
      await service.drafting.edit(people.officer, id, {
        edit: open?.edit ?? 0,
        content: { ...content, title: `身份证号${NUMBER}的公告` },
      });
      expect((await get(id)).findings).toMatchObject([{ place: 'title', state: 'open' }]);
      const again = (await get(id)).draft;
      await service.drafting.edit(people.officer, id, {
        edit: again?.edit ?? 0,
        content: { ...content, title: '普通公告' },
      });
      expect((await get(id)).findings).toEqual([]);
    });
  });
});
