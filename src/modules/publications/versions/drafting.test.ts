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
  const get = (id: string, who = door.people.officer) => door.service.view.get(who, id);

  describe('two editors', () => {
    it('the second is told what changed, by whom, and loses nothing', async () => {
      const { service, people } = door;
      const id = await draft(door);
      const seen = (await get(id)).draft;
      if (!seen) throw new Error('no draft');
      const ours = { ...seen.content, title: '甲拟的标题' };
      const theirs = { ...seen.content, body: body('乙写的正文。') };
      await service.drafting.autosave(people.handler, id, { edit: seen.edit, content: theirs });
      await service.drafting.edit(people.officer, id, { edit: seen.edit, content: ours });
      const refusal = service.drafting.edit(people.handler, id, { edit: seen.edit, content: theirs });
      await expect(refusal).rejects.toMatchObject({
        code: 'stale',
        status: 409,
        details: { by: '李明', changed: ['title', 'body'], current: { edit: seen.edit + 1, content: ours } },
      });
      expect((await get(id)).draft?.content.title).toBe('甲拟的标题');
      expect((await get(id, people.handler)).autosave).toMatchObject({ edit: seen.edit, content: theirs });
      expect((await get(id)).autosave).toBeNull();
    });

    it('what was typed and not saved is forgotten once it is saved or given up', async () => {
      const { service, people } = door;
      const id = await draft(door);
      const { draft: open } = await get(id);
      if (!open) throw new Error('no draft');
      await service.drafting.autosave(people.officer, id, {
        edit: open.edit,
        content: { ...open.content, title: '半截' },
      });
      await service.drafting.edit(people.officer, id, { edit: open.edit, content: open.content });
      expect((await get(id)).autosave).toBeNull();
    });
  });

  describe('a draft in the register (DOC-1; REV-6: of any kind, not of documents alone)', () => {
    it('is refused nonsense, may be incomplete, and names only files uploaded to it', async () => {
      const { service, people, units } = door;
      const create = (content: ReturnType<typeof notice>) =>
        service.drafting.create(people.officer, { kind: 'notice', unitId: units.education.id, content });
      await expect(create(notice({ fields: { secret: 'x' } }))).rejects.toMatchObject({ code: 'content-invalid' });
      const strange = { sha256: 'a'.repeat(64), name: '他人的附件.pdf', mediaType: 'application/pdf', size: 3 };
      await expect(create(notice({ attachments: [strange] }))).rejects.toMatchObject({ code: 'file-not-uploaded' });
      await expect(create(notice({ title: '', fields: { issuer: '' } }))).resolves.toMatchObject({ edit: 1 });
    });

    it('is read and edited in its own unit alone; to others it does not exist', async () => {
      const { service, people } = door;
      const id = await draft(door);
      await expect(get(id, people.stranger)).rejects.toMatchObject({ status: 404 });
      const { draft: open } = await get(id);
      if (!open) throw new Error('no draft');
      const input = { edit: open.edit, content: open.content };
      await expect(service.drafting.edit(people.stranger, id, input)).rejects.toMatchObject({ status: 404 });
      await expect(service.drafting.edit(people.office, id, input)).rejects.toMatchObject({ status: 403 });
      await expect(service.drafting.edit(people.stranger, id, { ...input, edit: 99 })).rejects.toMatchObject({
        status: 404,
      });
    });

    it('points to nothing that its writer may not read, not even to learn that it exists', async () => {
      const { service, people, units } = door;
      const target = await draft(door);
      const content = notice({ relations: [{ type: 'basis', publicationId: target }] });
      const create = (unitId: string, who: typeof people.officer, of = content) =>
        service.drafting.create(who, { kind: 'notice', unitId, content: of });
      await expect(create(units.lakeside.id, people.stranger)).rejects.toMatchObject({ code: 'content-invalid' });
      await expect(create(units.education.id, people.officer)).resolves.toMatchObject({ edit: 1 });
      const nothing = notice({ relations: [{ type: 'basis', publicationId: '00000000-0000-4000-8000-000000000000' }] });
      await expect(create(units.education.id, people.officer, nothing)).rejects.toMatchObject({
        code: 'content-invalid',
      });
    });

    it('ends no document of another unit; that unit itself and the office may', async () => {
      const { service, people, units } = door;
      const { id: target } = await publish(door);
      const repealing = (unitId: string, who: typeof people.officer) =>
        service.drafting.create(who, {
          kind: 'notice',
          unitId,
          content: notice({ relations: [{ type: 'repeals', publicationId: target }] }),
        });
      await expect(repealing(units.lakeside.id, people.stranger)).rejects.toMatchObject({ code: 'content-invalid' });
      await expect(repealing(units.education.id, people.handler)).resolves.toMatchObject({ edit: 1 });
      await expect(repealing(units.office.id, people.office)).resolves.toMatchObject({ edit: 1 });
    });

    it('is refused while a link of it leads to nothing on this site', async () => {
      const { number } = await publish(door);
      const linked = (href: string) => {
        const text = { type: 'text' as const, text: '另见', marks: [{ type: 'link' as const, attrs: { href } }] };
        const paragraph = { type: 'paragraph' as const, attrs: { id: 'p1' }, content: [text] };
        return { ...notice(), body: { type: 'doc' as const, content: [paragraph] } };
      };
      const dead = await draft(door, linked('/documents/987654'));
      expect((await get(dead)).reasons).toContainEqual(
        expect.objectContaining({ code: 'internal-links', place: 'block:p1' }),
      );
      const alive = await draft(door, linked(`/documents/${number}`));
      expect((await get(alive)).reasons.map((reason) => reason.code)).not.toContain('internal-links');
    });

    it('is refused under a number that another has', async () => {
      const content = notice();
      await draft(door, content);
      const id = await draft(door, { ...notice(), fields: content.fields });
      expect((await get(id)).reasons.map((reason) => reason.code)).toContain('unique-number');
    });

    it('is one at a time: an amendment is not begun twice, and ends with its discarding', async () => {
      const { service, people } = door;
      const { id } = await publish(door);
      await service.drafting.amend(people.officer, id, (await get(id)).version);
      await expect(service.drafting.amend(people.officer, id, (await get(id)).version)).rejects.toMatchObject({
        code: 'already-open',
      });
      await service.drafting.discard(people.officer, id, (await get(id)).draft?.edit ?? 0);
      expect(await get(id)).toMatchObject({ draft: null, life: 'public', open: null });
      await service.drafting.amend(people.officer, id, (await get(id)).version);
      expect((await get(id)).draft?.content).toEqual((await get(id)).current?.content);
    });

    it('what reviewers read cannot be edited under their eyes', async () => {
      const { service, people } = door;
      const id = await draft(door);
      const { draft: open } = await get(id);
      await service.reviews.submit(people.officer, id, open?.edit ?? 0);
      if (!open) throw new Error('no draft');
      const edit = service.drafting.edit(people.officer, id, { edit: open.edit, content: open.content });
      await expect(edit).rejects.toMatchObject({ code: 'version-state', status: 409 });
    });

    it('shows each reviewer the difference to what is public', async () => {
      const { service, people } = door;
      const { id } = await publish(door, notice({ text: '期限为二十日。' }));
      await service.drafting.amend(people.officer, id, (await get(id)).version);
      const { draft: open } = await get(id);
      if (!open) throw new Error('no draft');
      await service.drafting.edit(people.officer, id, {
        edit: open.edit,
        content: { ...open.content, body: body('期限为十五日。') },
      });
      const difference = await service.view.difference(people.first, id, {});
      expect(difference.from?.ordinal).toBe(1);
      expect(difference.parts.map((part) => `${part.change} ${part.place}`)).toEqual(['changed block:p1']);
      await approve(door, id);
    });
  });
});
