import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { LocalFileStore } from './local-file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchuang-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!mounted)(
  'a full disk refuses the file aloud, keeps no half of it, and what fits is kept afterwards (needs the right to mount)',
  async () => {
    const store = new LocalFileStore(join(folder, 'files'));
    const put = (bytes: number) => store.put(Readable.from([Buffer.alloc(bytes, 'x')]), { maxBytes: 10_000_000 });
    await expect(put(3_000_000)).rejects.toMatchObject({ code: 'storage-full', status: 503 });
    expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([]);
    expect((await put(300_000)).size).toBe(300_000);
  },
);
