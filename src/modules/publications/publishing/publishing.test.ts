import { createHash } from 'node:crypto';
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

  describe('publishing', () => {
    it('gives a permanent number, freezes the form, tells history, log and the modules above, all at once', async () => {
      const { service, people } = door;
      const content = notice({ title: '关于招生的公告', text: '今年的招生办法如下。', fields: { note: '内部说明' } });
      const { id, number } = await publish(door, content);
      const item = await service.open.item(number);
      expect(item).toMatchObject({
        publicationId: id,
        status: 'public',
        ordinal: 1,
        title: '关于招生的公告',
        columns: ['policy'],
        datedOn: '2026-02-27',
      });
      expect(item?.bodyHtml).toContain('今年的招生办法如下。');
      expect(item?.fields).not.toHaveProperty('note');
      const record = await service.open.record(number);
      expect(
        createHash('sha256')
          .update(record?.bytes ?? '')
          .digest('hex'),
      ).toBe(item?.recordHash);
      expect((await service.open.history(number)).map((event) => event.what)).toEqual(['published']);
      const detail = await service.view.get(people.officer, id);
      expect(detail).toMatchObject({ life: 'public', open: null, number });
      expect((await service.view.history(people.officer, id)).map((event) => event.kind)).toContain('published');
    });

    it('is proved by a leaf whose salted hashes fit the bytes that are served', async () => {
      const { service } = door;
      const { number } = await publish(door);
      await door.transparency.sequence();
      const proof = await service.open.proof(number);
      const record = await service.open.record(number);
      const item = await service.open.item(number);
      const leaf = JSON.parse(proof?.leaf ?? '{}');
      const salted = (bytes: Uint8Array | string) =>
        createHash('sha256')
          .update(Buffer.from(proof?.salt ?? '', 'hex'))
          .update(bytes)
          .digest('hex');
      expect(leaf).toMatchObject({ schema: 1, event: 'published', number, ordinal: 1 });
      expect(leaf.manifest).toEqual([
        { path: 'record.json', hash: salted(record?.bytes ?? '') },
        { path: 'text', hash: salted(item?.bodyHtml ?? '') },
      ]);
      expect(proof?.placed?.checkpoint).toContain('/log');
    });

    it('is refused with every reason at once, and nothing of it happens', async () => {
      const { service, people } = door;
      const id = await draft(door, notice(), { determined: false });
      const { draft: open } = await service.view.get(people.officer, id);
      await expect(service.publishing.publish(people.first, id, open?.contentHash ?? '')).rejects.toMatchObject({
        status: 403,
      });
      await expect(service.publishing.publish(people.officer, id, open?.contentHash ?? '')).rejects.toMatchObject({
        code: 'blocked',
        reasons: expect.arrayContaining([
          { field: 'determination', message: '还没有认定公开属性，请本单位联络员认定。' },
          { field: 'state', message: '还没有提交审核。' },
          { field: 'review:first', message: '“初审”还没有通过。' },
        ]),
      });
      expect(await service.open.itemOf(id)).toBeUndefined();
    });

    it('publishes what was seen, not what it has become', async () => {
      const { service, people } = door;
      const id = await draft(door);
      await approve(door, id);
      await expect(service.publishing.publish(people.officer, id, 'f'.repeat(64))).rejects.toMatchObject({
        code: 'stale',
        status: 409,
      });
    });

    it('an amendment keeps the address, counts the form and leaves the old one readable', async () => {
      const { service, people } = door;
      const { id, number } = await publish(door, notice({ text: '期限为二十日。' }));
      const before = await service.open.record(number);
      await service.drafting.amend(people.officer, id, (await service.view.get(people.officer, id)).version);
      const { draft: open } = await service.view.get(people.officer, id);
      if (!open) throw new Error('no draft');
      await service.drafting.edit(people.officer, id, {
        edit: open.edit,
        content: { ...open.content, body: body('期限为十五日。') },
        changeKind: 'major',
        changeNote: '缩短期限',
      });
      expect((await service.open.item(number))?.bodyText).toBe('期限为二十日。');
      await service.publishing.publish(people.officer, id, await approve(door, id));
      expect(await service.open.item(number)).toMatchObject({ ordinal: 2, bodyText: '期限为十五日。' });
      expect(await service.open.record(number, 1)).toEqual(before);
      expect(await service.open.history(number)).toMatchObject([
        { what: 'published', ordinal: 1, note: null },
        { what: 'amended', ordinal: 2, changeKind: 'major', note: '缩短期限' },
      ]);
      expect((await service.view.versions(people.officer, id)).map((one) => one.state)).toEqual([
        'published',
        'superseded',
      ]);
    });

    it('a version that was public refuses every rewriting, even by hand in the database', async () => {
      const { id } = await publish(door);
      const { current } = await door.service.view.get(door.people.officer, id);
      const { pool } = door.platform.database;
      await expect(
        pool.query(`update publications.version set content = '{"title":"x"}' where id = $1`, [current?.id]),
      ).rejects.toThrow('never changes');
      await expect(pool.query('delete from publications.version where id = $1', [current?.id])).rejects.toThrow('kept');
    });
  });

  describe('a number stands for one public document', () => {
    const numbered = (documentNumber: string, title: string) => notice({ title, fields: { documentNumber } });
    const taken = async (id: string, by = door.people.office) =>
      (await door.service.view.get(by, id)).reasons.filter((one) => one.code === 'unique-number');
    const byStranger = (content: ReturnType<typeof notice>) =>
      door.service.drafting.create(door.people.stranger, {
        kind: 'notice',
        unitId: door.units.lakeside.id,
        content,
      });

    it('another unit’s draft neither keeps the number nor tells that it exists', async () => {
      await byStranger(numbered('明教〔2026〕901号', '抢注的公告'));
      const { number } = await publish(door, numbered('明教〔2026〕901号', '真正的公告'));
      expect(number).toBeGreaterThan(0);
      const squatted = await byStranger(numbered('明教〔2026〕902号', '抢注的公告二'));
      const own = await draft(door, numbered('明教〔2026〕902号', '自己的公告'));
      expect(await taken(own)).toEqual([]);
      expect(await taken(squatted.id)).toEqual([]);
    });

    it('a public one of whichever unit keeps it, by its title, and so does the unit’s own draft', async () => {
      const { id } = await publish(door, numbered('明教〔2026〕903号', '先公开的公告'));
      const foreign = await byStranger(numbered('明教〔2026〕903号', '后来的公告'));
      expect(await taken(foreign.id, door.people.stranger)).toMatchObject([
        { place: 'field:documentNumber', severity: 'blocks', message: expect.stringContaining('《先公开的公告》') },
      ]);
      const { version } = await door.service.view.get(door.people.office, id);
      await door.service.ends.withdraw(door.people.officer, id, { version, reason: '发布时尚未审定，予以更正' });
      expect(await taken(foreign.id)).toHaveLength(1);
      await draft(door, numbered('明教〔2026〕904号', '本单位的草稿'));
      const again = await draft(door, numbered('明教〔2026〕904号', '本单位的另一份'));
      expect((await taken(again))[0]?.message).toContain('《本单位的草稿》');
    });

    it('a public one keeps its number while a new version of it is drafted with another', async () => {
      const { service, people } = door;
      const { id } = await publish(door, numbered('明教〔2026〕905号', '将改号的公告'));
      await service.drafting.amend(people.officer, id, (await service.view.get(people.officer, id)).version);
      const { draft: open } = await service.view.get(people.officer, id);
      if (!open) throw new Error('no draft');
      const fields = { ...open.content.fields, documentNumber: '明教〔2026〕906号' };
      await service.drafting.edit(people.officer, id, { edit: open.edit, content: { ...open.content, fields } });
      expect(await taken(id)).toEqual([]);
      expect(await taken((await byStranger(numbered('明教〔2026〕905号', '甲'))).id)).toHaveLength(1);
      expect(await taken((await byStranger(numbered('明教〔2026〕906号', '乙'))).id)).toEqual([]);
    });

    it('of two published at the same moment one is told, and stays as it was', async () => {
      const { service, people } = door;
      const twins = [notice({ title: '孪生一' }), notice({ title: '孪生二' })];
      const ids: [string, string][] = [];
      for (const content of twins) {
        const id = await draft(door, content);
        ids.push([id, await approve(door, id)]);
      }
      // As if both had become ready under one number before either was public.
      const number = JSON.stringify('明教〔2026〕907号');
      await door.platform.database.pool.query(
        `update publications.version set content = jsonb_set(content, '{fields,documentNumber}', $1::jsonb)
         where publication_id = any($2)`,
        [number, ids.map(([id]) => id)],
      );
      const done = await Promise.allSettled(
        ids.map(([id, hash]) => service.publishing.publish(people.officer, id, hash)),
      );
      expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(done.find((one) => one.status === 'rejected')).toMatchObject({
        reason: { code: 'blocked', reasons: [{ field: 'field:documentNumber' }] },
      });
      const { items } = await service.open.items({
        kinds: ['notice'],
        fields: { documentNumber: '明教〔2026〕907号' },
        page: 1,
        pageSize: 5,
      });
      expect(items).toHaveLength(1);
    });
  });
});
