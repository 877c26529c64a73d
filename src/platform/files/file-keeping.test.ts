import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { describeDatabases } from '../db/database.fixtures.ts';
import type { Module } from '../module.ts';
import { useTestPlatform } from '../platform.fixtures.ts';
import { holdFiles } from './file-holder.ts';
import { FileKeeping, releaseFiles } from './file-keeping.ts';

const NEVER = new AbortController().signal;
const DAY = 86_400_000;

describeDatabases([], (database) => {
  const platform = useTestPlatform(() => ({ database: database() }));
  const named = new Set<string>();
  const forgotten: string[] = [];
  const holder: Module = {
    name: 'sample',
    migrations: [],
    files: {
      held: async (_, hashes) => hashes.filter((hash) => named.has(hash)),
      forget: async (_, hash) => void forgotten.push(hash),
    },
  };
  const keeping = () => new FileKeeping(platform(), [holder]);
  const put = async (text: string) =>
    (await platform().files.put(Readable.from([Buffer.from(text)]), { maxBytes: 1000 })).hash;
  const release = (...hashes: string[]) =>
    platform().changes.run({ type: 'system' }, (change) => releaseFiles(change, hashes));
  const pass = (days: number) => platform().clock.set(new Date(platform().clock.now().getTime() + days * DAY));

  it('deletes released bytes that nothing names, and what was read of them; twice does no harm', async () => {
    const [gone, kept] = [await put('released'), await put('released but named elsewhere')];
    named.add(kept);
    await release(gone, kept);
    await keeping().deleteReleased(NEVER);
    expect([await platform().files.has(gone), await platform().files.has(kept)]).toEqual([false, true]);
    expect(forgotten).toEqual([gone]);
    await release(gone);
    await keeping().deleteReleased(NEVER);
    expect(await platform().files.has(kept)).toBe(true);
  });

  it('goes on where it died: the row stays until the bytes are gone', async () => {
    const hash = await put('dies in the middle');
    await release(hash);
    const { files } = platform();
    const dying = { ...platform(), files: { ...files, delete: () => Promise.reject(new Error('died')) } as never };
    await expect(new FileKeeping(dying, [holder]).deleteReleased(NEVER)).rejects.toThrow('died');
    expect(await files.has(hash)).toBe(true);
    await keeping().deleteReleased(NEVER);
    expect(await files.has(hash)).toBe(false);
  });

  it('leaves no row without bytes when the same content comes again meanwhile', async () => {
    const hash = await put('uploaded again');
    await release(hash);
    const naming = platform().changes.run({ type: 'system' }, async (change) => {
      await holdFiles(change.tx, platform().files, [hash]);
      named.add(hash);
    });
    await Promise.all([
      naming.catch((error) => expect(error.code).toBe('file-swept')),
      keeping().deleteReleased(NEVER),
    ]);
    expect(await platform().files.has(hash)).toBe(named.has(hash));
    const swept = await put('deleted before it is named');
    await release(swept);
    await keeping().deleteReleased(NEVER);
    const late = platform().changes.run({ type: 'system' }, (change) =>
      holdFiles(change.tx, platform().files, [swept]),
    );
    await expect(late).rejects.toMatchObject({ code: 'file-swept', status: 409 });
  });

  it('sweeps abandoned uploads after a week, unless they are named by then', async () => {
    const [gone, saved] = [await put('never saved'), await put('saved on the third day')];
    await keeping().findAbandoned(NEVER);
    named.add(saved);
    pass(6);
    await keeping().findAbandoned(NEVER);
    await keeping().deleteReleased(NEVER);
    expect(await platform().files.has(gone)).toBe(true);
    pass(1.1);
    await keeping().deleteReleased(NEVER);
    expect([await platform().files.has(gone), await platform().files.has(saved)]).toEqual([false, true]);
  });

  it('touches nothing when most files are named by no row: the database is another one', async () => {
    const hashes = await Promise.all(Array.from({ length: 60 }, (_, at) => put(`strange ${at}`)));
    await keeping().findAbandoned(NEVER);
    pass(30);
    await keeping().deleteReleased(NEVER);
    for (const hash of hashes) expect(await platform().files.has(hash)).toBe(true);
  });
});
