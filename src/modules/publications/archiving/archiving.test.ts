import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { draft, notice, openTestDoor, publicationTestMigrations, type TestDoor } from '../publications.fixtures.ts';
import { whyNotArchived } from './why-not-archived.ts';

const on = (day: string) => day as LocalDate;
const DAY = on('2026-03-01');

it('the day of a transfer is neither before the document nor after today (DOC-8)', () => {
  const today = on('2026-03-02');
  expect(whyNotArchived(on('2026-03-02'), on('2020-01-05'), today)).toBeNull();
  expect(whyNotArchived(on('2026-03-02'), null, today)).toBeNull();
  expect(whyNotArchived(on('2026-03-03'), null, today)).toContain('不能晚于今天');
  expect(whyNotArchived(on('2020-01-04'), on('2020-01-05'), today)).toContain('不能早于成文日期（2020-01-05）');
});

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  const ids: string[] = [];
  beforeAll(async () => {
    door = await openTestDoor(database());
    for (const issuedOn of ['2019-05-06', '2020-05-06', '2025-12-27', '2026-02-27'])
      ids.push(await draft(door, notice({ fields: { issuedOn } }), { determined: false }));
  });
  afterAll(() => door?.platform.close());

  const query = { page: 1, pageSize: 50 };
  const entries = async () => (await door.service.archiving.list(door.people.officer, query)).items;
  const items = async (wanted: readonly string[]) =>
    (await entries()).filter((entry) => wanted.includes(entry.id)).map(({ id, version }) => ({ id, version }));

  describe('the transfer to the national archives (DOC-8)', () => {
    it('lists the unit’s documents of earlier years, oldest first, by year', async () => {
      expect((await entries()).map((entry) => entry.formedOn)).toEqual(['2019-05-06', '2020-05-06', '2025-12-27']);
      expect((await entries())[0]).toMatchObject({ attribute: null, life: 'none' });
      const old = await door.service.archiving.list(door.people.officer, { ...query, upToYear: 2020 });
      expect(old.total).toBe(2);
      expect((await door.service.archiving.list(door.people.stranger, query)).total).toBe(0);
    });

    it('is marked for a batch with day and note, and everybody on the staff reads it in the history', async () => {
      const batch = await items(ids.slice(0, 2));
      const result = await door.service.archiving.transfer(door.people.officer, {
        items: batch,
        archivedOn: DAY,
        note: '第一批',
      });
      expect(result).toEqual({ done: 2, left: [] });
      const [event] = await door.service.view.history(door.people.head, ids[0] ?? '');
      expect(event).toMatchObject({ by: '李明', text: '登记于 2026-03-01 移交国家档案馆。说明：第一批' });
      expect((await door.service.archiving.list(door.people.officer, { ...query, archived: 'true' })).total).toBe(2);
      expect((await door.service.list.figures(door.people.officer, {})).oldUndetermined).toBe(1);
    });

    it('marks what can be marked, and says of each other why not', async () => {
      const batch = [...(await items([ids[2] ?? ''])), { id: ids[0] ?? '', version: 1 }];
      const early = await door.service.archiving.transfer(door.people.officer, {
        items: batch,
        archivedOn: on('2025-12-26'),
      });
      expect(early.done).toBe(0);
      expect(early.left.map((one) => one.reason)).toEqual([
        '移交日期不能早于成文日期（2025-12-27），请核对。',
        '这份文件刚刚有改动，没有登记。请刷新后再试。',
      ]);
      const later = await door.service.archiving.transfer(door.people.officer, { items: batch, archivedOn: DAY });
      expect(later).toMatchObject({ done: 1, left: [{ id: ids[0] }] });
    });

    it('leaves out what bears no number of issue, unless it is marked', async () => {
      const { kysely } = door.platform.database;
      const [, , third = ''] = ids;
      const set = (kind: string, archivedOn: string | null) =>
        sql`update publications.publication set kind = ${kind}, archived_on = ${archivedOn}::date where id = ${third}::uuid`.execute(
          kysely,
        );
      const shown = async () => (await entries()).map((entry) => entry.id);
      await set('leaflet', null);
      expect(await shown()).not.toContain(third);
      await set('notice', null);
      expect(await shown()).toContain(third);
    });

    it('is taken back singly, by the unit and the office alone, and others learn nothing', async () => {
      const [one] = await items([ids[0] ?? '']);
      const input = { items: [one ?? { id: '', version: 0 }], archivedOn: null };
      await expect(door.service.archiving.transfer(door.people.first, input)).rejects.toMatchObject({ status: 403 });
      await expect(door.service.archiving.transfer(door.people.stranger, input)).rejects.toMatchObject({ status: 404 });
      const both = { ...input, items: [...input.items, ...(await items([ids[1] ?? '']))] };
      expect(
        (await door.service.archiving.transfer(door.people.stranger, both)).left.map((left) => left.title),
      ).toEqual(['', '']);
      expect(await door.service.archiving.transfer(door.people.office, input)).toEqual({ done: 1, left: [] });
      expect((await entries())[0]?.archivedOn).toBeNull();
    });
  });

  it('issuers’ codes are added and removed one by one, so that two people never overwrite each other', async () => {
    const { rules } = door.service;
    const entry = { code: '明教', issuer: '明湖区教育局', unitId: door.units.education.id };
    expect(await rules.addIssuerCode(door.people.office, entry)).toEqual([entry]);
    await expect(rules.addIssuerCode(door.people.office, entry)).rejects.toMatchObject({ code: 'issuer-code-taken' });
    await expect(rules.addIssuerCode(door.people.officer, { ...entry, code: '明' })).rejects.toMatchObject({
      status: 403,
    });
    const street = { ...entry, unitId: door.units.lakeside.id };
    expect(await rules.addIssuerCode(door.people.office, street)).toHaveLength(2);
    expect(await rules.removeIssuerCode(door.people.office, street)).toEqual([entry]);
    const other = { code: '明府办', issuer: '明湖区人民政府办公室', unitId: null };
    expect(await rules.addIssuerCode(door.people.office, other)).toHaveLength(2);
    expect(await rules.removeIssuerCode(door.people.office, { code: '明教', issuer: '明湖区教育局' })).toEqual([other]);
    await expect(rules.removeIssuerCode(door.people.officer, other)).rejects.toMatchObject({ status: 403 });
  });
});
