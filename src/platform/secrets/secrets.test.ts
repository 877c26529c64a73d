import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSecrets } from './secrets.ts';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-secret-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

it('makes one key for all that start at once, readable by its owner only', async () => {
  const opened = await Promise.all(
    Array.from({ length: 10 }, () => openSecrets({ dataFolder, secretFile: undefined })),
  );
  expect(new Set(opened.map((secrets) => secrets.key('csrf').toString('hex'))).size).toBe(1);
  expect(await readdir(dataFolder)).toEqual(['secret']);
  expect((await stat(join(dataFolder, 'secret'))).mode & 0o777).toBe(0o600);
});

it('gives each purpose its own key and each installation its own', async () => {
  const secrets = await openSecrets({ dataFolder, secretFile: undefined });
  expect(secrets.key('csrf')).toHaveLength(32);
  expect(secrets.key('csrf').equals(secrets.key('csrf'))).toBe(true);
  expect(secrets.key('csrf').equals(secrets.key('identity fields'))).toBe(false);
  const other = await openSecrets({ dataFolder: join(dataFolder, 'other'), secretFile: undefined });
  expect(other.key('csrf').equals(secrets.key('csrf'))).toBe(false);
});

it('refuses a key that is missing, short, or open to others', async () => {
  const secretFile = join(dataFolder, 'given');
  await expect(openSecrets({ dataFolder, secretFile })).rejects.toMatchObject({ code: 'secret-invalid' });
  await writeFile(secretFile, 'short');
  await expect(openSecrets({ dataFolder, secretFile })).rejects.toThrow('过短');
  await openSecrets({ dataFolder, secretFile: undefined });
  await chmod(join(dataFolder, 'secret'), 0o644);
  await expect(openSecrets({ dataFolder, secretFile: undefined })).rejects.toThrow('chmod 600');
});
