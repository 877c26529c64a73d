import { beforeAll, describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import { AuditService } from './audit.service.ts';
import { type Organisations, organisationsMigrations, organisationsModule, type Person, type Unit } from './index.ts';
import { actorNow, addPerson, smallDistrict } from './organisations.fixtures.ts';
import { type PersonEdit, PersonInput } from './people.contract.ts';
import { GroupInput } from './units.contract.ts';

describeDatabases(organisationsMigrations, (database) => {
  let platform: TestPlatform;
  let organisations: Organisations;
  let district: Awaited<ReturnType<typeof smallDistrict>>;
  let office: { person: Person; actor: Actor };
  let officer: { person: Person; actor: Actor };
  let admin: { person: Person; actor: Actor };

  beforeAll(async () => {
    platform = await openTestPlatform({ database: database() });
    organisations = organisationsModule(platform).service;
    district = await smallDistrict(organisations);
    office = await addPerson(organisations, district.office, 'office', '周敏', 'supervisor');
    officer = await addPerson(organisations, district.education, 'officer.jiaoyu', '林晓', 'officer');
    admin = await addPerson(organisations, district.office, 'admin', '高原', 'administrator');
  });

  describe('register of units', () => {
    it('finds a unit by the names plans use', async () => {
      expect(await organisations.units.match('区府办')).toEqual({
        kind: 'unit',
        unitId: district.office.id,
        how: 'normalised',
      });
      expect(await organisations.units.expandGroup('各街镇')).toMatchObject({ unitIds: [district.lakeside.id] });
      expect((await organisations.units.findByCode('jiaoyu')).name).toBe('明湖区教育局');
    });

    it('tells the second of two editors what changed, and overwrites nothing', async () => {
      const seen = await organisations.units.find(district.lakeside.id);
      const first = await organisations.units.edit(
        office.actor,
        seen.id,
        edit(seen, { aliases: ['临湖街道社区中心'] }),
      );
      await expect(organisations.units.edit(office.actor, seen.id, edit(seen, { sort: 20 }))).rejects.toMatchObject({
        code: 'stale',
        status: 409,
        details: { changed: ['sort', 'aliases'], current: { version: first.version, aliases: ['临湖街道社区中心'] } },
      });
      expect(await organisations.units.match('临湖街道社区中心')).toMatchObject({ how: 'alias' });
    });

    it('lets one of two simultaneous editors through', async () => {
      const seen = await organisations.units.find(district.education.id);
      const edits = await Promise.allSettled(
        [11, 12, 13].map((sort) => organisations.units.edit(office.actor, seen.id, edit(seen, { sort }))),
      );
      expect(edits.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect((await organisations.units.find(seen.id)).version).toBe(seen.version + 1);
    });

    it('says at its field which name is taken', async () => {
      const { id: _, version: __, initials: ___, ...same } = district.education;
      await expect(
        organisations.units.create(office.actor, { ...same, code: 'other', aliases: [] }),
      ).rejects.toMatchObject({ code: 'already-exists', reasons: [{ field: 'name' }] });
    });

    it('refuses to let an officer change the register', async () => {
      await expect(
        organisations.units.edit(officer.actor, district.education.id, edit(district.education, {})),
      ).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('finds by pinyin initials and pages', async () => {
      const query = { page: 1, pageSize: 2, sort: 'name', former: false } as const;
      expect((await organisations.units.list({ ...query, search: 'qjyj' })).items.map((unit) => unit.code)).toEqual([
        'jiaoyu',
      ]);
      expect(await organisations.units.list(query)).toMatchObject({ total: 4, items: [{}, {}] });
      expect((await organisations.units.list({ ...query, search: '100%' })).total).toBe(0);
    });
  });

  describe('groups and sections', () => {
    it('expands a group of one’s own and shows what each stands for', async () => {
      const id = await organisations.groups.create(
        office.actor,
        GroupInput.parse({ name: '各试点单位', rule: 'list', unitIds: [district.education.id, district.lakeside.id] }),
      );
      const group = (await organisations.groups.list()).find((one) => one.id === id);
      expect(new Set(group?.expandsTo)).toEqual(new Set([district.education.id, district.lakeside.id]));
      await organisations.groups.edit(office.actor, id, {
        ...GroupInput.parse({ name: '各试点单位', rule: 'kinds', kinds: ['street'] }),
        version: 1,
      });
      expect(await organisations.units.expandGroup('各试点单位')).toMatchObject({ unitIds: [district.lakeside.id] });
      await expect(
        organisations.groups.edit(office.actor, id, {
          ...GroupInput.parse({ name: '各试点单位', rule: 'open' }),
          version: 1,
        }),
      ).rejects.toMatchObject({ code: 'stale' });
      await organisations.groups.remove(office.actor, id);
      expect(await organisations.units.match('各试点单位')).toMatchObject({ groupId: null, open: true });
    });

    it('lets an officer keep the sections of the own unit only', async () => {
      const section = await organisations.groups.addSection(officer.actor, district.education.id, '基础教育科');
      expect(await organisations.groups.sections(district.education.id)).toEqual([section]);
      await expect(
        organisations.groups.addSection(officer.actor, district.education.id, '基础教育科'),
      ).rejects.toMatchObject({ code: 'already-exists' });
      await expect(
        organisations.groups.addSection(officer.actor, district.lakeside.id, '党政办'),
      ).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  describe('people and their roles (TEAM-3, TEAM-5)', () => {
    it('shows an officer the own unit’s people only', async () => {
      const query = { page: 1, pageSize: 50, sort: 'name', former: false } as const;
      expect((await organisations.people.list(office.actor, query)).total).toBe(3);
      expect((await organisations.people.list(officer.actor, query)).items.map((one) => one.account)).toEqual([
        'officer.jiaoyu',
      ]);
      await expect(organisations.people.find(officer.actor, office.person.id)).rejects.toMatchObject({
        code: 'forbidden',
      });
    });

    it('gives a role for a time and takes it back when the time is over', async () => {
      const stand = await addPerson(organisations, district.education, 'standin', '何静');
      await organisations.grants.give(office.actor, stand.person.id, {
        unitId: district.education.id,
        role: 'officer',
        fromOn: localDate('2026-03-01'),
        toOn: localDate('2026-03-10'),
        actingFor: officer.person.id,
      });
      const during = await organisations.people.find(office.actor, stand.person.id);
      expect(during.roles).toEqual([{ role: 'officer', unitId: district.education.id, acting: true }]);
      platform.clock.set('2026-03-10T23:59:00+08:00');
      expect(grantsOf(await actorNow(organisations, stand.person.id))).toHaveLength(1);
      platform.clock.set('2026-03-11T00:00:00+08:00');
      expect(grantsOf(await actorNow(organisations, stand.person.id))).toEqual([]);
      platform.clock.set('2026-03-02T09:00:00+08:00');
    });

    it('lets nobody raise himself, and only administrators make administrators', async () => {
      const grant = grantOf(district.office, 'supervisor');
      await expect(organisations.grants.give(admin.actor, admin.person.id, grant)).rejects.toMatchObject({
        code: 'grant-to-self',
      });
      await expect(
        organisations.grants.give(office.actor, officer.person.id, grantOf(district.office, 'administrator')),
      ).rejects.toMatchObject({ code: 'forbidden' });
      await expect(
        organisations.grants.give(officer.actor, office.person.id, grantOf(district.education, 'reviewer')),
      ).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('keeps whoever looks over what others do apart from those who do it', async () => {
      await expect(
        organisations.grants.give(admin.actor, officer.person.id, grantOf(district.office, 'auditor')),
      ).rejects.toMatchObject({ code: 'auditor-alone', status: 422 });
      const auditor = await addPerson(organisations, district.office, 'auditor.apart', '方审计', 'auditor');
      await expect(
        organisations.grants.give(admin.actor, auditor.person.id, grantOf(district.office, 'supervisor')),
      ).rejects.toMatchObject({ code: 'auditor-alone' });
    });

    it('refuses the same role twice and the end of the last administrator', async () => {
      await expect(
        organisations.grants.give(admin.actor, officer.person.id, grantOf(district.education, 'officer')),
      ).rejects.toMatchObject({ code: 'grant-exists' });
      const [own] = await organisations.grants.list(admin.actor, admin.person.id);
      await expect(organisations.grants.end(admin.actor, own?.id ?? '', '轮岗')).rejects.toMatchObject({
        code: 'last-administrator',
      });
    });

    it('ends a role at once and reports who had access when', async () => {
      const leaving = await addPerson(organisations, district.lakeside, 'leaving', '苏航', 'officer');
      const before = platform.clock.now();
      platform.clock.set('2026-03-05T10:00:00+08:00');
      const [grant] = await organisations.grants.list(office.actor, leaving.person.id);
      await organisations.grants.end(office.actor, grant?.id ?? '', '调离');
      expect(grantsOf(await actorNow(organisations, leaving.person.id))).toEqual([]);
      const person = await organisations.people.get(leaving.person.id);
      expect(person.accessChangedAt).toEqual(platform.clock.now());
      const accounts = async (at: Date) =>
        (await organisations.grants.accessAt(office.actor, at, district.lakeside.id)).map((row) => row.account);
      expect(await accounts(before)).toEqual(['leaving']);
      expect(await accounts(platform.clock.now())).toEqual([]);
      await expect(organisations.grants.accessAt(officer.actor, before)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(organisations.grants.end(office.actor, grant?.id ?? '', '再次')).rejects.toMatchObject({
        code: 'grant-missing',
      });
    });
  });

  it('shows the auditor, and nobody else, who did what, newest first, by day and kind', async () => {
    const auditor = await addPerson(organisations, district.office, 'auditor', '方正', 'auditor');
    const audit = new AuditService(platform, organisations.people);
    const query = { page: 1, pageSize: 3 };
    const page = await audit.list(auditor.actor, query);
    expect(page.items.map((entry) => entry.seq)).toEqual([page.total, page.total - 1, page.total - 2]);
    const units = await audit.list(auditor.actor, { ...query, kind: 'unit', actorId: office.person.id });
    expect(units.items.every((entry) => entry.actorName === '周敏' && entry.kind === 'unit')).toBe(true);
    expect(units.total).toBeGreaterThan(0);
    const day = localDate('2026-03-05');
    const ended = await audit.list(auditor.actor, { ...query, from: day, to: day });
    expect(ended.items.map((entry) => entry.action)).toContain('end');
    expect((await audit.list(auditor.actor, { ...query, to: localDate('2026-03-01') })).total).toBe(0);
    await expect(audit.list(office.actor, query)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets an officer give roles to the own unit’s people only', async () => {
    const stranger = await addPerson(organisations, district.lakeside, 'stranger', '沈芷', 'officer');
    const own = await addPerson(organisations, district.education, 'newcomer', '许晴');
    const handler = { ...grantOf(district.education, 'officer'), role: 'handler' } as const;
    await expect(organisations.grants.give(officer.actor, stranger.person.id, handler)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await organisations.grants.give(officer.actor, own.person.id, handler)).toMatchObject({ role: 'handler' });
    expect(await organisations.grants.give(office.actor, stranger.person.id, handler)).toMatchObject({
      role: 'handler',
    });
  });

  it('lets nobody change what the people above sign in with', async () => {
    const head = await addPerson(organisations, district.education, 'chief', '邹明', 'head');
    const handler = await addPerson(organisations, district.education, 'clerk', '何青', 'handler');
    const changed = (person: Person, other: object) =>
      ({ ...PersonInput.parse(person), version: person.version, ...other }) as PersonEdit;
    for (const other of [{ account: 'stolen' }, { email: 'stranger@example.org' }]) {
      await expect(
        organisations.people.edit(officer.actor, head.person.id, changed(head.person, other)),
      ).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(
      organisations.people.edit(office.actor, admin.person.id, changed(admin.person, { account: 'stolen' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const moved = await organisations.people.edit(
      officer.actor,
      head.person.id,
      changed(head.person, { phone: '6020' }),
    );
    expect(moved).toMatchObject({ account: 'chief', phone: '6020' });
    const renamed = changed(handler.person, { account: 'clerk.two' });
    expect((await organisations.people.edit(officer.actor, handler.person.id, renamed)).account).toBe('clerk.two');
  });
});

function edit(unit: Unit, change: Partial<Unit>) {
  const { id: _, initials: __, ...fields } = { ...unit, ...change };
  return { ...fields, aliases: [...fields.aliases] };
}

function grantsOf(actor: Actor) {
  return actor.type === 'person' ? actor.grants : [];
}

function grantOf(unit: Unit, role: Role) {
  return { unitId: unit.id, role, fromOn: '2026-01-01' as LocalDate, toOn: null, actingFor: null };
}
