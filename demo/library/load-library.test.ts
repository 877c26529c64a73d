import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeModules, type Modules, migrateApp } from '../../src/app.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { openTestPlatform, type TestPlatform } from '../../src/platform/platform.fixtures.ts';
import { loadRegister } from '../load/register.ts';
import { Timeline } from '../load/timeline.ts';
import { LIBRARY_DOCUMENTS } from './all-documents.ts';
import { tellLibrary } from './load-library.ts';

describe('loading the demonstration’s library', () => {
  let platform: TestPlatform;
  let modules: Modules;

  beforeAll(async () => {
    platform = await openTestPlatform({ now: '2025-01-06T09:00:00+08:00' });
    modules = composeModules(platform);
    await migrateApp(platform, modules);
    const organisations = modules.organisations.service;
    const register = await loadRegister(organisations, '2025-01-06' as LocalDate);
    const started = performance.now();
    const timeline = new Timeline();
    const { publications, library } = modules;
    const { files, clock } = platform;
    tellLibrary({ publications: publications.service, library: library.service, files, register, timeline, clock });
    await timeline.run(clock, new Date('2026-11-20T23:59:00+08:00'));
    if (process.env.SHOW_TIME) console.log(`loaded in ${Math.round(performance.now() - started)} ms`);
    platform.clock.set(new Date('2026-11-21T09:00:00+08:00'));
  }, 180_000);
  afterAll(() => platform.close());

  it('puts every document on the shelf, public on its day', async () => {
    const { open } = modules.library.service;
    const withdrawn = 1;
    expect((await open.list({})).total).toBe(LIBRARY_DOCUMENTS.length - withdrawn);
    const [newest] = await open.newest(1);
    expect(newest?.firstPublishedAt.toISOString().slice(0, 7)).toBe('2026-11');
  });

  it('derives the validity of all five states', async () => {
    const { facets } = await modules.library.service.open.list({ list: 'normative' });
    const counts = Object.fromEntries(facets.validity.map((one) => [one.value, one.count]));
    expect(counts.expired).toBeGreaterThanOrEqual(8);
    expect(counts.repealed).toBeGreaterThanOrEqual(4);
    expect(counts.amended).toBe(2);
    expect(counts.notYetInForce).toBe(1);
    expect(counts.inForce).toBeGreaterThanOrEqual(15);
  });
});
