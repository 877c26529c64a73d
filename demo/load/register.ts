import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import type { Organisations } from '../../src/modules/organisations/index.ts';
import { DEMO_PEOPLE, type DemoPerson, LAST_ACCOUNT, MAIL_DOMAIN } from '../people.ts';
import { CITY_CODE, DEMO_GROUPS, DEMO_UNITS, DISTRICT_CODE, OFFICE_CODE } from '../units.ts';

const SYSTEM: Actor = { type: 'system' };

/** The district's register as stored: ids by code and account, and everybody as an actor. */
export interface Register {
  readonly unitIds: ReadonlyMap<string, string>;
  readonly sectionIds: ReadonlyMap<string, readonly string[]>;
  readonly people: Map<string, RegisteredPerson>;
  unitId(code: string): string;
  person(account: string): RegisteredPerson;
  actor(account: string): Actor;
}

export interface RegisteredPerson extends DemoPerson {
  readonly id: string;
  readonly sectionId: string | null;
}

/** Enters units, groups, sections, people and their roles. @param from first day of the roles */
export async function loadRegister(organisations: Organisations, from: LocalDate): Promise<Register> {
  const unitIds = await loadUnits(organisations);
  await loadGroups(organisations, unitIds);
  const sectionIds = new Map<string, readonly string[]>();
  for (const unit of DEMO_UNITS) {
    const ids: string[] = [];
    for (const name of unit.sections)
      ids.push((await organisations.groups.addSection(SYSTEM, idOf(unitIds, unit.code), name)).id);
    sectionIds.set(unit.code, ids);
  }
  const people = new Map<string, RegisteredPerson>();
  const done = register(unitIds, sectionIds, people);
  for (const person of DEMO_PEOPLE)
    if (person.account !== LAST_ACCOUNT) await enterPerson(organisations, done, person, from);
  return done;
}

/** Enters a person with the role; @param from first day of the role */
export async function enterPerson(
  organisations: Organisations,
  { unitId: unitIdOf, sectionIds, people }: Register,
  person: DemoPerson,
  from: LocalDate,
): Promise<void> {
  const unitId = unitIdOf(person.unitCode);
  const sectionId = (person.section === null ? null : sectionIds.get(person.unitCode)?.[person.section]) ?? null;
  const created = await organisations.people.create(SYSTEM, {
    account: person.account,
    name: person.name,
    email: `${person.account}@${MAIL_DOMAIN}`,
    phone: person.phone,
    unitId,
    sectionId,
    position: person.position,
    skills: null,
    reserve: false,
  });
  await organisations.grants.give(SYSTEM, created.id, {
    unitId,
    role: person.role,
    fromOn: from,
    toOn: null,
    actingFor: null,
  });
  people.set(person.account, { ...person, id: created.id, sectionId });
}

async function loadUnits({ units }: Organisations): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [place, unit] of DEMO_UNITS.entries()) {
    const parent = unit.code === CITY_CODE ? null : unit.code === DISTRICT_CODE ? CITY_CODE : DISTRICT_CODE;
    const created = await units.create(SYSTEM, {
      code: unit.code,
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      parentId: parent ? idOf(ids, parent) : null,
      isOffice: unit.code === OFFICE_CODE,
      sort: (place + 1) * 10,
      fromOn: null,
      toOn: null,
      aliases: [...unit.aliases],
    });
    ids.set(unit.code, created.id);
  }
  return ids;
}

async function loadGroups({ groups }: Organisations, unitIds: ReadonlyMap<string, string>): Promise<void> {
  const present = new Set((await groups.list()).map((group) => group.name));
  for (const group of DEMO_GROUPS) {
    if (present.has(group.name)) continue;
    await groups.create(SYSTEM, {
      name: group.name,
      aliases: [],
      rule: group.codes.length > 0 ? 'list' : group.kinds.length > 0 ? 'kinds' : 'open',
      kinds: [...group.kinds],
      unitIds: group.codes.map((code) => idOf(unitIds, code)),
      note: group.note,
    });
  }
}

function register(
  unitIds: ReadonlyMap<string, string>,
  sectionIds: ReadonlyMap<string, readonly string[]>,
  people: Map<string, RegisteredPerson>,
): Register {
  const person = (account: string): RegisteredPerson => {
    const found = people.get(account);
    if (!found) throw new Error(`The demonstration has no account ${account}.`);
    return found;
  };
  return {
    unitIds,
    sectionIds,
    people,
    unitId: (code) => idOf(unitIds, code),
    person,
    actor: (account) => {
      const { id, name, role, unitCode } = person(account);
      return { type: 'person', personId: id, name, grants: [{ role, unitId: idOf(unitIds, unitCode) }] };
    },
  };
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`The demonstration has no unit ${code}.`);
  return id;
}
