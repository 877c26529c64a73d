import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSite, SITE_FILE } from '../src/portal/index.ts';
import { DEMO_SITE, writeDemoSite } from './site.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-demo-site-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('gives the demonstration a site that the portal accepts', async () => {
  await writeDemoSite(folder);
  expect(await readSite(folder)).toEqual(DEMO_SITE);
});

it('leaves the operator’s own settings alone', async () => {
  await writeFile(join(folder, SITE_FILE), '{"name":"某区政务公开"}');
  await writeDemoSite(folder);
  expect((await readSite(folder)).name).toBe('某区政务公开');
});
