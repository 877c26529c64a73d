import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import type { HandOverInput } from './hand-over.contract.ts';
import {
  type OpenWorkProvider,
  type Organisations,
  organisationsMigrations,
  organisationsModule,
  type Person,
} from './index.ts';
import { actorNow, addPerson, smallDistrict } from './organisations.fixtures.ts';

/** Work kept in a table of its own, as a module above would keep it. */
const letters: OpenWorkProvider = {
  name: 'letters',
  title: '信箱来信',
  list: async (db, personId) => {
    const { rows } = await sql<{ id: string; title: string }>`
      select id, title from letter where person_id = ${personId} and not done order by id`.execute(db);
    return rows.map((row) => ({ ...row, detail: null, unitId: null, dueOn: localDate('2026-03-20') }));
  },
  move: async (change, from, items) => {
    for (const item of items) {
      if (item.id === 'unmovable') throw new Error('the module fails');
      await sql`update letter set person_id = ${item.toPersonId} where id = ${item.id} and person_id = ${from}`.execute(
        change.tx,
      );
    }
  },
};

describeDatabases(organisationsMigrations, (database) => {
  let platform: TestPlatform;
  let organisations: Organisations;
  let district: Awaited<ReturnType<typeof smallDistrict>>;
  let office: { person: Person; actor: Actor };
  let leaving: { person: Person; actor: Actor };
  let successor: { person: Person; actor: Actor };
  let count = 0;

  beforeAll(async () => {
    platform = await openTestPlatform({ database: database() });
    organisations = organisationsModule(platform).service;
    organisations.openWork.register(letters);
    await sql`create table letter (id text primary key, person_id uuid not null, title text not null,
      done boolean not null default false)`.execute(database().kysely);
    district = await smallDistrict(organisations);
    office = await addPerson(organisations, district.office, 'office', '周敏', 'supervisor');
  });
  beforeEach(async () => {
    count += 1;
    await sql`delete from letter`.execute(database().kysely);
    leaving = await addPerson(organisations, district.education, `leaving${count}`, '林晓', 'officer', 'reviewer');
    successor = await addPerson(organisations, district.education, `next${count}`, '何静', 'handler');
    for (const id of ['a', 'b']) await letter(database().kysely, id, leaving.person.id);
  });

  const input = (more: Partial<HandOverInput> = {}): HandOverInput => ({
    personId: leaving.person.id,
    successorId: successor.person.id,
    reason: 'left',
    changedOn: localDate('2026-03-01'),
    note: null,
    ...more,
  });
  const tickAll = async (actor: Actor, id: string) => {
    for (const item of (await organisations.handOvers.find(actor, id)).items) {
      await organisations.handOvers.editItem(actor, id, item.id, { ticked: true, toPersonId: item.to_person_id });
    }
  };
  const version = async (id: string) => (await organisations.handOvers.find(office.actor, id)).handOver.version;
  const file = async (id: string, giveRoles = true) =>
    organisations.handOvers.file(office.actor, id, { version: await version(id), giveRoles });
  const ownerOf = async (id: string) =>
    (await sql<{ person_id: string }>`select person_id from letter where id = ${id}`.execute(database().kysely)).rows[0]
      ?.person_id;

  it('lists everything open, moves it as one act, ends access and files it with number and date (TEAM-6)', async () => {
    const helper = await addPerson(organisations, district.education, `helper${count}`, '苏航', 'handler');
    const id = await organisations.handOvers.start(office.actor, input());
    const { items } = await organisations.handOvers.find(office.actor, id);
    expect(items.map((item) => item.provider)).toEqual(['letters', 'letters', ...Array(5).fill('checklist')]);
    await tickAll(office.actor, id);
    const second = items.find((item) => item.subject_id === 'b');
    await organisations.handOvers.editItem(office.actor, id, second?.id ?? '', {
      ticked: true,
      toPersonId: helper.person.id,
    });

    platform.clock.set('2026-03-02T10:00:00+08:00');
    await file(id);
    expect(await ownerOf('a')).toBe(successor.person.id);
    expect(await ownerOf('b')).toBe(helper.person.id);
    const { handOver } = await organisations.handOvers.find(office.actor, id);
    expect(handOver).toMatchObject({ state: 'filed', filing_year: 2026, item_count: 7, ticked_count: 7 });
    expect(handOver.roles_ended.map((held) => held.role).sort()).toEqual(['officer', 'reviewer']);
    expect(handOver.roles_given.map((held) => held.role).sort()).toEqual(['officer', 'reviewer']);
    expect(await organisations.people.actorOf(leaving.person.id)).toBeUndefined();
    expect(await organisations.people.get(leaving.person.id)).toMatchObject({
      active: false,
      leftOn: '2026-03-01',
      accessChangedAt: platform.clock.now(),
    });
    const now = await actorNow(organisations, successor.person.id);
    expect(now.type === 'person' && now.grants.map((grant) => grant.role).sort()).toEqual([
      'handler',
      'officer',
      'reviewer',
    ]);
    await expect(
      organisations.handOvers.addLine(office.actor, id, { title: '补充', detail: null }),
    ).rejects.toMatchObject({
      code: 'hand-over-closed',
    });
  });

  it('moves nothing while an item is not ticked, and says which', async () => {
    const id = await organisations.handOvers.start(office.actor, input());
    await expect(file(id)).rejects.toMatchObject({
      code: 'hand-over-incomplete',
      reasons: expect.arrayContaining([{ field: 'items', message: '未确认：来信 a' }]),
    });
    expect(await ownerOf('a')).toBe(leaving.person.id);
  });

  it('puts work that came meanwhile on the list before anything moves, and takes finished work off', async () => {
    const id = await organisations.handOvers.start(office.actor, input());
    await sql`update letter set done = true where id = 'b'`.execute(database().kysely);
    await organisations.handOvers.refresh(office.actor, id);
    await tickAll(office.actor, id);
    await letter(database().kysely, 'c', leaving.person.id);
    await expect(file(id)).rejects.toMatchObject({ code: 'hand-over-changed', reasons: [{ message: '新增：来信 c' }] });
    const { items } = await organisations.handOvers.find(office.actor, id);
    expect(items.filter((item) => item.provider === 'letters').map((item) => item.subject_id)).toEqual(['a', 'c']);
    await tickAll(office.actor, id);
    await file(id);
    expect(await ownerOf('c')).toBe(successor.person.id);
  });

  it('rolls everything back when one module cannot move its part', async () => {
    await letter(database().kysely, 'unmovable', leaving.person.id);
    const id = await organisations.handOvers.start(office.actor, input());
    await tickAll(office.actor, id);
    await expect(file(id)).rejects.toThrow('the module fails');
    expect(await ownerOf('a')).toBe(leaving.person.id);
    expect((await organisations.people.get(leaving.person.id)).active).toBe(true);
    expect((await organisations.handOvers.find(office.actor, id)).handOver.state).toBe('draft');
  });

  it('numbers filings of a year without gaps, also when several are filed at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const one = await addPerson(organisations, district.lakeside, `n${count}-${i}`, '轮岗人', 'handler');
      const id = await organisations.handOvers.start(
        office.actor,
        input({ personId: one.person.id, reason: 'changed' }),
      );
      await tickAll(office.actor, id);
      ids.push(id);
    }
    await Promise.all(ids.map((id) => file(id, false)));
    const { items } = await organisations.handOvers.list(office.actor, { page: 1, pageSize: 100, state: 'filed' });
    const numbers = items.map((row) => row.filing_number).sort((a, b) => (a ?? 0) - (b ?? 0));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
    await expect(file(ids[0] ?? '')).rejects.toMatchObject({ code: 'hand-over-closed' });
  });

  describe('who may', () => {
    it('an officer hands over in the own unit only, and cannot give away what he may not give', async () => {
      await expect(
        organisations.handOvers.start(leaving.actor, input({ personId: office.person.id })),
      ).rejects.toMatchObject({ code: 'forbidden' });
      const id = await organisations.handOvers.start(leaving.actor, input());
      await tickAll(leaving.actor, id);
      await organisations.handOvers.file(leaving.actor, id, { version: await version(id), giveRoles: true });
      const { handOver } = await organisations.handOvers.find(office.actor, id);
      expect(handOver.roles_given).toEqual([]);
      const query = { page: 1, pageSize: 10 };
      expect((await organisations.handOvers.list(successor.actor, query)).total).toBe(0);
    });

    it('one at a time, and not to oneself or to somebody who left', async () => {
      await organisations.handOvers.start(office.actor, input());
      await expect(organisations.handOvers.start(office.actor, input())).rejects.toMatchObject({
        code: 'hand-over-under-way',
      });
      const other = input({ personId: successor.person.id });
      await expect(organisations.handOvers.start(office.actor, other)).rejects.toMatchObject({
        code: 'successor-unfit',
      });
    });

    it('the last administrator cannot leave', async () => {
      const admin = await addPerson(organisations, district.office, `admin${count}`, '高原', 'administrator');
      const id = await organisations.handOvers.start(office.actor, input({ personId: admin.person.id }));
      await tickAll(office.actor, id);
      await expect(file(id)).rejects.toMatchObject({ code: 'last-administrator' });
      await organisations.handOvers.cancel(office.actor, id);
      await organisations.handOvers.start(office.actor, input({ personId: admin.person.id }));
    });
  });
});

async function letter(db: Queryable, id: string, personId: string): Promise<void> {
  await sql`insert into letter (id, person_id, title) values (${id}, ${personId}, ${`来信 ${id}`})`.execute(db);
}
