import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  approve,
  body,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  publish,
  type TestDoor,
} from '../publications.fixtures.ts';

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });
  afterAll(() => door.platform.close());

  describe('ends', () => {
    const end = async (id: string, reason = '发布时尚未审定，予以更正') => ({
      version: (await door.service.view.get(door.people.office, id)).version,
      reason,
    });

    it('withdrawn: the text stays with the reason; restored: it stands again', async () => {
      const { service, people } = door;
      const { id, number } = await publish(door, notice({ text: '已不再执行的办法。' }));
      await service.ends.withdraw(people.officer, id, await end(id));
      expect(await service.open.item(number)).toMatchObject({
        status: 'withdrawn',
        reason: '发布时尚未审定，予以更正',
        bodyText: '已不再执行的办法。',
      });
      expect((await service.open.items({ page: 1, pageSize: 100 })).items.map((one) => one.number)).not.toContain(
        number,
      );
      await service.ends.restore(people.officer, id, await end(id, '经核实可以继续公开'));
      expect(await service.open.item(number)).toMatchObject({ status: 'public', reason: null });
      expect((await service.open.history(number)).map((event) => event.what)).toEqual([
        'published',
        'withdrawn',
        'restored',
      ]);
    });

    it('removed in error: title, text, files, forms and notes are gone, the reason stands; only the office brings it back, byte for byte', async () => {
      const { service, people } = door;
      const { id, number } = await publish(door, notice({ title: '误发的公告', text: '误发的内容。' }));
      const before = await service.open.record(number);
      await service.ends.remove(people.officer, id, await end(id, '误将内部材料发布'));
      expect(await service.open.item(number)).toMatchObject({
        status: 'removed',
        title: '',
        bodyHtml: '',
        bodyText: '',
        fields: {},
        reason: '误将内部材料发布',
      });
      expect(await service.open.record(number)).toBeUndefined();
      expect(await service.open.proof(number)).toBeUndefined();
      expect(await service.open.versions(number)).toEqual([]);
      await expect(service.ends.restore(people.officer, id, await end(id, '可以继续公开'))).rejects.toMatchObject({
        status: 403,
      });
      await service.ends.restore(people.office, id, await end(id, '经核实可以公开'));
      expect(await service.open.record(number)).toEqual(before);
      expect(await service.open.item(number)).toMatchObject({
        status: 'public',
        title: '误发的公告',
        bodyText: '误发的内容。',
      });
    });

    it('merged: the address leads on, further merges lead straight to the last, and no circle can come about', async () => {
      const { service, people } = door;
      const [a, b, c] = [await publish(door), await publish(door), await publish(door)];
      const into = async (id: string, intoNumber: number) => ({ ...(await end(id)), intoNumber });
      await service.ends.merge(people.officer, a.id, await into(a.id, b.number));
      expect(await service.open.item(a.number)).toMatchObject({ status: 'merged', mergedInto: b.number });
      await expect(service.ends.merge(people.officer, b.id, await into(b.id, a.number))).rejects.toMatchObject({
        code: 'merge-target',
      });
      await expect(service.ends.merge(people.officer, b.id, await into(b.id, b.number))).rejects.toMatchObject({
        code: 'merge-target',
      });
      await service.ends.merge(people.officer, b.id, await into(b.id, c.number));
      expect(await service.open.item(a.number)).toMatchObject({ mergedInto: c.number });
    });

    it('of two that are merged into each other at the same moment, one is refused', async () => {
      const { service, people } = door;
      const [a, b] = [await publish(door), await publish(door)];
      const [intoB, intoA] = [
        { ...(await end(a.id)), intoNumber: b.number },
        { ...(await end(b.id)), intoNumber: a.number },
      ];
      const both = await Promise.allSettled([
        service.ends.merge(people.officer, a.id, intoB),
        service.ends.merge(people.officer, b.id, intoA),
      ]);
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = both.find((one) => one.status === 'rejected');
      expect(refused?.reason).toMatchObject({ code: 'merge-target' });
    });

    it('each is possible from the lives where it has sense, and from no other', async () => {
      const { service, people } = door;
      const { office } = people;
      const target = await publish(door);
      const acts = {
        withdraw: async (id: string) => service.ends.withdraw(office, id, await end(id)),
        remove: async (id: string) => service.ends.remove(office, id, await end(id)),
        merge: async (id: string) => service.ends.merge(office, id, { ...(await end(id)), intoNumber: target.number }),
        restore: async (id: string) => service.ends.restore(office, id, await end(id)),
        erase: async (id: string) => service.ends.erase(office, id, await end(id)),
      };
      const possible: Record<string, string[]> = {};
      for (const before of ['none', 'public', 'withdraw', 'remove', 'merge'] as const) {
        possible[before] = [];
        for (const [name, act] of Object.entries(acts)) {
          const id = before === 'none' ? await draft(door) : (await publish(door)).id;
          if (before !== 'none' && before !== 'public') await acts[before](id);
          const refusal = await act(id).then(
            () => undefined,
            (error) => error.status,
          );
          if (refusal === undefined) possible[before].push(name);
          else expect([403, 409]).toContain(refusal);
        }
      }
      expect(possible).toEqual({
        none: [],
        public: ['withdraw', 'remove', 'merge'],
        withdraw: ['remove', 'merge', 'restore', 'erase'],
        remove: ['restore', 'erase'],
        merge: [],
      });
    });

    it('what is withdrawn for a mistake is corrected by a new version, and the mistaken one is not public in between', async () => {
      const { service, people } = door;
      const { id, number } = await publish(door);
      await service.ends.withdraw(people.officer, id, await end(id));
      await service.drafting.amend(people.officer, id, (await service.view.get(people.officer, id)).version);
      const { reasons } = await service.view.get(people.officer, id);
      expect(reasons).toContainEqual(expect.objectContaining({ code: 'life', severity: 'warns' }));
      const { draft: open } = await service.view.get(people.officer, id);
      if (!open) throw new Error('no draft');
      const content = { ...open.content, body: body('更正后的文本。') };
      await service.drafting.edit(people.officer, id, { edit: open.edit, content, changeNote: '更正错误' });
      await service.publishing.publish(people.officer, id, await approve(door, id));
      expect(await service.open.item(number)).toMatchObject({
        status: 'public',
        reason: null,
        bodyText: '更正后的文本。',
      });
      expect((await service.open.history(number)).map((event) => event.what)).toEqual([
        'published',
        'withdrawn',
        'amended',
      ]);
      expect(await service.view.get(people.officer, id)).toMatchObject({ life: 'public', endReason: null });
    });

    it('what was removed in error must stand again before it gets a new version', async () => {
      const { service, people } = door;
      const { id } = await publish(door);
      await service.drafting.amend(people.officer, id, (await service.view.get(people.officer, id)).version);
      await service.ends.remove(people.officer, id, await end(id));
      expect((await service.view.get(people.officer, id)).reasons).toContainEqual(
        expect.objectContaining({ code: 'life', severity: 'blocks' }),
      );
    });

    it('erased by law: no word and no salt is left, the log still holds its leaves', async () => {
      const { service, people, platform } = door;
      const { id, number } = await publish(door, notice({ title: '含有隐私的公告', text: '隐私内容某甲。' }));
      await service.ends.withdraw(people.office, id, await end(id));
      await service.ends.erase(people.office, id, await end(id, '当事人依法要求删除'));
      const tables = [
        'version',
        'frozen_form',
        'public_item',
        'public_version',
        'finding',
        'upload',
        'autosave',
        'event',
        'publication',
      ];
      for (const table of tables) {
        const { rows } = await platform.database.pool.query(
          `select to_jsonb(t)::text as row from publications.${table} t`,
        );
        expect(
          rows.filter((row) => row.row.includes('隐私内容某甲') || row.row.includes('含有隐私')),
          table,
        ).toEqual([]);
      }
      expect(await service.open.item(number)).toMatchObject({ status: 'removed', reason: '当事人依法要求删除' });
      await expect(service.ends.restore(people.office, id, await end(id, '恢复公开试试'))).rejects.toMatchObject({
        code: 'content-erased',
      });
      expect((await service.open.history(number)).map((event) => event.what)).toEqual([
        'published',
        'withdrawn',
        'erased',
      ]);
    });

    it('the reason is public at once: it is refused with personal data in it', async () => {
      const { id } = await publish(door);
      const input = await end(id, '应当事人（身份证号110101199003074450）要求撤回');
      await expect(door.service.ends.withdraw(door.people.officer, id, input)).rejects.toMatchObject({
        code: 'content-invalid',
      });
    });

    it('the second of two people who end it learns what the first did', async () => {
      const { service, people } = door;
      const { id } = await publish(door);
      const input = await end(id);
      await service.ends.withdraw(people.officer, id, input);
      await expect(service.ends.remove(people.office, id, input)).rejects.toMatchObject({ code: 'stale', status: 409 });
    });
  });
});
