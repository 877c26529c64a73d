import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../cases.contract.ts';
import { caseTestMigrations, openTestCases, receive, type TestCases } from '../cases.fixtures.ts';

const TITLES = ['加装电梯的补贴', '电梯坏了', '公交线路调整', '50%_off 是什么', 'WiFi 覆盖', '灯'];

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
    for (const title of TITLES) await receive(door, { title });
  });
  afterAll(() => door.platform.close());
  const page = (query: object) => door.service.view.list(door.people.office, CaseQuery.parse(query));
  const titles = async (query: object) => (await page(query)).items.map(({ title }) => title).sort();

  it('finds words anywhere in a title, whatever their case, and takes no sign for a pattern', async () => {
    expect(await titles({ text: '电梯' })).toEqual(['加装电梯的补贴', '电梯坏了'].sort());
    expect(await titles({ text: '梯' })).toEqual(['加装电梯的补贴', '电梯坏了'].sort());
    expect(await titles({ text: 'wifi' })).toEqual(['WiFi 覆盖']);
    expect(await titles({ text: '灯' })).toEqual(['灯']);
    expect(await titles({ text: '50%_OFF' })).toEqual(['50%_off 是什么']);
    expect(await titles({ text: '5%o' })).toEqual([]);
    // Every two letters of it stand in a title, and yet not together.
    expect(await titles({ text: '电梯的补贴电梯' })).toEqual([]);
    expect(await page({ text: '电梯', open: 'true' })).toMatchObject({ total: 2, isCapped: false });
  });

  it('finds one case by its number', async () => {
    const [one] = (await page({ text: '公交' })).items;
    expect(await titles({ text: one?.number })).toEqual(['公交线路调整']);
  });

  it('shows each case once over its pages, in every order', async () => {
    for (const sort of ['urgentOn', '-urgentOn', 'receivedAt', '-receivedAt']) {
      const whole = (await page({ sort })).items.map(({ id }) => id);
      const parts = await Promise.all([1, 2, 3].map((number) => page({ sort, pageSize: 2, page: number })));
      expect(parts.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(whole);
    }
    expect(await page({ pageSize: 2, page: 9 })).toMatchObject({ items: [], total: TITLES.length });
  });

  it('counts words of one unit as it lists them', async () => {
    await receive(door, { title: '别处的电梯', unitId: door.units.lakeside.id });
    for (const text of ['电', '电梯', '加装电梯', '装电梯的补', '公交', 'wifi']) {
      const { items, total } = await door.service.view.list(door.people.officer, CaseQuery.parse({ text }));
      const wanted = TITLES.filter((title) => title.toLowerCase().includes(text));
      expect(items.map(({ title }) => title).sort()).toEqual(wanted.sort());
      expect(total).toBe(wanted.length);
    }
  });
});
