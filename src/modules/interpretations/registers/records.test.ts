import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../../kernel/app-error.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { databaseFault } from '../../../platform/db/database-fault.ts';
import { actorNow, addPerson } from '../../organisations/organisations.fixtures.ts';
import {
  adoptPublic,
  interpretationTestMigrations,
  openTestInterpretations,
  type TestInterpretations,
} from '../interpretations.fixtures.ts';

const refusal = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: AppError) => error,
  );

describeDatabases(interpretationTestMigrations, (database) => {
  let world: TestInterpretations;
  let reading: { number: number };
  let document: { id: string; number: number };
  beforeAll(async () => {
    world = await openTestInterpretations(database());
    document = await adoptPublic(world, { kind: 'policyDocument', title: '入学办法' });
    reading = await adoptPublic(world, {
      kind: 'interpretation',
      title: '一图看懂入学',
      relations: [{ type: 'interprets', publicationId: document.id }],
    });
  });
  afterAll(() => world.platform.close());

  const reprint = (more: object = {}) => ({
    register: 'reprint',
    unitId: world.units.education.id,
    values: {
      interpretation: reading.number,
      medium: '澄川日报',
      mediumKind: 'main',
      day: '2026-03-05',
      address: 'https://news.example/1',
      reach: 12_000,
      ...more,
    },
  });

  describe('registers', () => {
    it('file a row with readable texts, and find it by unit, year, words and what it is about', async () => {
      const { officer } = world.people;
      const made = await world.work.records.create(officer, reprint());
      expect(made.texts).toMatchObject({ interpretation: '一图看懂入学', mediumKind: '主流媒体', reach: '12000' });
      const page = { page: 1, pageSize: 10 };
      const find = async (more: object) =>
        (await world.work.records.list(officer, { register: 'reprint', ...page, ...more })).items.map((one) => one.id);
      expect(await find({ year: 2026, text: '日报', about: reading.number })).toContain(made.id);
      expect(await find({ year: 2025 })).toEqual([]);
      expect(await find({ text: '100%' })).toEqual([]);
      expect(await find({ unitId: world.units.lakeside.id })).toEqual([]);
      expect(await world.work.records.sums(officer, 'reprint', 2026)).toMatchObject({
        years: [2026],
        units: [{ count: 1, amount: 12_000 }],
      });
    });

    it('refuse what names nothing that is public, with every fault at once', async () => {
      const input = reprint({ interpretation: document.number, medium: '', address: 'javascript:alert(1)' });
      const { status, reasons } = await refusal(world.work.records.create(world.people.officer, input));
      expect(status).toBe(422);
      expect(reasons.map((reason) => reason.field).sort()).toEqual(['address', 'interpretation', 'medium']);
    });

    it('let units file for themselves alone, and everybody read', async () => {
      const { stranger } = world.people;
      expect((await refusal(world.work.records.create(stranger, reprint()))).code).toBe('forbidden');
      const query = { register: 'reprint', page: 1, pageSize: 10 };
      expect((await world.work.records.list(stranger, query)).items[0]?.allowed).toEqual([]);
    });

    it('lose nothing when two people edit one row', async () => {
      const { officer, handler } = world.people;
      const made = await world.work.records.create(officer, reprint({ medium: '明湖融媒' }));
      await world.work.records.edit(handler, made.id, { version: made.version, values: { ...made.values, reach: 5 } });
      const late = { version: made.version, values: { ...made.values, reach: 6 } };
      const stale = await refusal(world.work.records.edit(officer, made.id, late));
      expect(stale).toMatchObject({ code: 'stale', details: { current: { reach: 5 }, changed: ['reach'] } });
    });

    it('keep a row while others hang below it, and count them', async () => {
      const { officer } = world.people;
      const unitId = world.units.education.id;
      const speaker = await world.work.records.create(officer, {
        register: 'spokesperson',
        unitId,
        values: { name: '何静', kind: 'people', post: '科长', field: '入学', appointedOn: '2026-01-05' },
      });
      const activity = await world.work.records.create(officer, {
        register: 'spokespersonActivity',
        unitId,
        values: { spokesperson: speaker.id, topic: '进社区讲入学', form: 'talk', heldOn: '2026-05-06' },
      });
      expect(activity.texts.spokesperson).toBe('何静');
      expect((await world.work.records.get(officer, speaker.id)).below).toBe(1);
      expect((await refusal(world.work.records.remove(officer, speaker.id))).code).toBe('in-use');
      await world.work.records.remove(officer, activity.id);
      await world.work.records.remove(officer, speaker.id);
      expect((await refusal(world.work.records.get(officer, speaker.id))).status).toBe(404);
    });

    it('refuse a row of another register as its parent', async () => {
      const { officer } = world.people;
      const [other] = (await world.work.records.list(officer, { register: 'reprint', page: 1, pageSize: 1 })).items;
      const values = { spokesperson: other?.id, topic: '讲解', form: 'talk', heldOn: '2026-05-06' };
      const input = { register: 'spokespersonActivity', unitId: world.units.education.id, values };
      const { reasons } = await refusal(world.work.records.create(officer, input));
      expect(reasons.map((reason) => reason.field)).toEqual(['spokesperson']);
    });

    it('tell what goes wrong before the first row as an error, not as a table that breaks off', async () => {
      const unstorable = world.work.exports.export(world.people.officer, { register: 'reprint', text: '\0' });
      await expect(unstorable).rejects.toSatisfy((error) => databaseFault(error)?.code === 'text-unstorable');
    });

    it('leave as a table whose cells no spreadsheet takes for formulas', async () => {
      await world.work.records.create(world.people.officer, reprint({ medium: '=1+1' }));
      const csv = await text(await world.work.exports.export(world.people.officer, { register: 'reprint' }));
      const lines = csv.trim().split('\r\n');
      expect(lines[0]).toContain('"媒体、网站或账号"');
      const { total } = await world.work.records.list(world.people.officer, {
        register: 'reprint',
        page: 1,
        pageSize: 1,
      });
      expect(lines).toHaveLength(total + 1);
      expect(csv).toContain(`"'=1+1"`);
    });
  });

  describe('reprints before the public (ITP-18)', () => {
    it('show what a second person has confirmed, and nothing else', async () => {
      const { officer, first } = world.people;
      const before = await world.work.reprints.of(reading.number);
      const version = await world.work.dataVersion();
      expect(before.total).toBe(0);
      const made = await world.work.records.create(officer, reprint({ medium: '川上客户端' }));
      expect((await world.work.reprints.of(reading.number)).total).toBe(0);
      expect((await refusal(world.work.records.confirm(officer, made.id, made.version))).code).toBe('second-person');
      const confirmed = await world.work.records.confirm(first, made.id, made.version);
      expect(confirmed.confirmed?.byName).toBe('吴敏');
      expect((await world.work.reprints.of(reading.number)).shown).toMatchObject([{ medium: '川上客户端' }]);
      expect(await world.work.dataVersion()).not.toBe(version);
      await world.work.records.edit(officer, made.id, { version: confirmed.version, values: confirmed.values });
      expect((await world.work.reprints.of(reading.number)).total).toBe(0);
    });

    it('are confirmed by the interpretation’s own unit or the office, whoever entered them', async () => {
      const { stranger, first, office } = world.people;
      const { person } = await addPerson(world.organisations, world.units.lakeside, 'second.linhu', '孙倩', 'officer');
      const neighbour = await actorNow(world.organisations, person.id);
      const enter = (medium: string) =>
        world.work.records.create(stranger, { ...reprint({ medium }), unitId: world.units.lakeside.id });
      const made = await enter('冒名客户端');
      expect((await world.work.records.get(neighbour, made.id)).allowed).not.toContain('confirm');
      const refused = await refusal(world.work.records.confirm(neighbour, made.id, made.version));
      expect(refused.status).toBe(403);
      expect((await refusal(world.work.records.confirm(neighbour, made.id, made.version + 7))).status).toBe(403);
      expect((await world.work.reprints.of(reading.number)).total).toBe(0);
      expect((await world.work.records.get(first, made.id)).allowed).toEqual(['confirm']);
      await world.work.records.confirm(first, made.id, made.version);
      const other = await enter('区融媒体中心');
      await world.work.records.confirm(office, other.id, other.version);
      expect((await world.work.reprints.of(reading.number)).total).toBe(2);
      for (const one of [made, other]) await world.work.records.remove(stranger, one.id);
    });

    it('are taken from the page with the row', async () => {
      const { officer, first } = world.people;
      const made = await world.work.records.create(officer, reprint({ medium: '川上早报' }));
      await world.work.records.confirm(first, made.id, made.version);
      await world.work.records.remove(officer, made.id);
      expect((await world.work.reprints.of(reading.number)).total).toBe(0);
    });

    it('leave an entry in the audit chain for each act', async () => {
      const { rows } = await sql<{ action: string }>`
        select distinct action from audit.entry where kind = 'interpretationRecord' order by action`.execute(
        database().kysely,
      );
      expect(rows.map((row) => row.action)).toEqual(expect.arrayContaining(['confirm', 'create', 'delete', 'edit']));
    });
  });

  describe('coaching material (ITP-14)', () => {
    const store = async (content: string, name: string) => {
      const file = await world.platform.files.put(Readable.from([Buffer.from(content)]), { maxBytes: 100_000 });
      return { ...file, name };
    };
    const coaching = (file: object) => ({
      register: 'coaching',
      unitId: world.units.education.id,
      values: { title: '入学政策课件', topic: '教育', edition: '2026年第1版', madeOn: '2026-03-01', file },
    });

    it('is inspected before a row may name it, found by all units, and used is counted', async () => {
      const { officer, stranger } = world.people;
      const uploaded = await world.work.files.add(officer, await store('入学政策讲解提纲', '课件.txt'));
      const made = await world.work.records.create(officer, coaching({ sha256: uploaded.sha256, name: '课件.txt' }));
      expect(await world.work.files.find(stranger, made.id)).toMatchObject({ hash: uploaded.sha256, name: '课件.txt' });
      await world.work.records.create(stranger, {
        register: 'coachingUse',
        unitId: world.units.lakeside.id,
        values: { coaching: made.id, occasion: '街道干部培训', usedOn: '2026-04-01', participants: 40 },
      });
      expect((await world.work.records.get(stranger, made.id)).below).toBe(1);
    });

    it('is no way to any other stored file', async () => {
      const file = await store('未公开的草稿', '草稿.txt');
      const input = coaching({ sha256: file.hash, name: '草稿.txt' });
      const { reasons } = await refusal(world.work.records.create(world.people.officer, input));
      expect(reasons.map((reason) => reason.field)).toEqual(['file']);
    });

    it('goes a week after it was uploaded when no row names it', async () => {
      const { officer } = world.people;
      const named = await world.work.files.add(officer, await store('有人用的提纲', '在用.txt'));
      await world.work.records.create(officer, coaching({ sha256: named.sha256, name: '在用.txt' }));
      const left = await world.work.files.add(officer, await store('没人用的提纲', '没用.txt'));
      expect(await world.work.files.sweep()).toBe(0);
      world.platform.clock.set('2026-06-23T09:00:00+08:00');
      expect(await world.work.files.sweep()).toBe(1);
      const { reasons } = await refusal(
        world.work.records.create(officer, coaching({ sha256: left.sha256, name: '没用.txt' })),
      );
      expect(reasons.map((reason) => reason.field)).toEqual(['file']);
    });

    it('refuses programs', async () => {
      const file = await store('MZ\u0090\u0000 this program cannot be run in DOS mode', '课件.exe');
      expect((await refusal(world.work.files.add(world.people.officer, file))).code).toBe('file-refused');
    });
  });
});
