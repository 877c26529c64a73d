import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSite, SITE_FILE } from './site.ts';

describe('readSite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingchuang-site-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is unset, not invented, when there is no file', async () => {
    const site = await readSite(folder);
    expect(site.sponsor).toBeUndefined();
    expect(site.siteCode).toBeUndefined();
  });

  it('reads what the office wrote', async () => {
    await writeFile(join(folder, SITE_FILE), JSON.stringify({ name: '明湖区政务公开', siteCode: '1304000009' }));
    expect(await readSite(folder)).toMatchObject({ name: '明湖区政务公开', siteCode: '1304000009' });
  });

  it('names every wrong field at once', async () => {
    await writeFile(join(folder, SITE_FILE), JSON.stringify({ siteCode: '12', errorReportUrl: 'javascript:alert(1)' }));
    await expect(readSite(folder)).rejects.toMatchObject({
      code: 'site-invalid',
      reasons: [{ field: 'siteCode' }, { field: 'errorReportUrl' }],
    });
  });

  it('refuses a file that is not JSON', async () => {
    await writeFile(join(folder, SITE_FILE), '{name: 明湖区}');
    await expect(readSite(folder)).rejects.toMatchObject({ code: 'site-invalid' });
  });
});
