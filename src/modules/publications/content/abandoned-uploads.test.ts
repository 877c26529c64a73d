import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { FileKeeping } from '../../../platform/files/file-keeping.ts';
import { draft, notice, openTestDoor, publicationTestMigrations, type TestDoor } from '../publications.fixtures.ts';

const NEVER = new AbortController().signal;

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });

  it('sweeps uploads that no text names after a week; what is named, unsaved or the original of a copy stays', async () => {
    const { service, people, platform } = door;
    const id = await draft(door);
    const upload = async (text: string, original: string | null = null) => {
      const bytes = Readable.from([Buffer.from(text)]);
      const file = { ...(await platform.files.put(bytes, { maxBytes: 1000 })), name: `${text}.txt` };
      const { sha256, size, mediaType, name } = await service.uploads.add(people.officer, id, file, original);
      return { sha256, size, mediaType, name };
    };
    const forgotten = await upload('再没有用到的附件');
    const original = await upload('遮盖前的原件');
    const named = await upload('遮盖后的副本', original.sha256);
    const unsaved = await upload('还没有保存的附件');
    const { draft: open } = await service.view.get(people.officer, id);
    const content = notice({ attachments: [named] });
    await service.drafting.edit(people.officer, id, { edit: open?.edit ?? 0, content });
    const typing = { ...content, attachments: [named, unsaved] };
    await service.drafting.autosave(people.officer, id, { edit: (open?.edit ?? 0) + 1, content: typing });

    const sweep = async () => {
      await service.abandonedUploads.run(NEVER);
      await new FileKeeping(platform, Object.values(door.modules)).deleteReleased(NEVER);
      const all = [forgotten, original, named, unsaved];
      return Promise.all(all.map(({ sha256 }) => platform.files.has(sha256)));
    };
    expect(await sweep()).toEqual([true, true, true, true]);
    platform.clock.set(new Date(platform.clock.now().getTime() + 7.1 * 86_400_000));
    expect(await sweep()).toEqual([false, true, true, true]);
    await expect(service.uploads.find(people.officer, id, forgotten.sha256)).rejects.toMatchObject({
      code: 'publication-not-found',
    });
  });
});
