import type { LocalDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Organisations, Person, Unit } from './index.ts';
import { PersonInput } from './people.contract.ts';
import { UnitInput, type UnitKind } from './units.contract.ts';

const system: Actor = { type: 'system' };

/** A small district: 区政府办公室 supervises, 教育局 and 临湖街道 do the work. */
export async function smallDistrict(organisations: Organisations) {
  const government = await addUnit(organisations, 'minghu', '明湖区人民政府', '区政府', 'government');
  const office = await addUnit(organisations, 'office', '明湖区人民政府办公室', '区政府办公室', 'department', true);
  const education = await addUnit(organisations, 'jiaoyu', '明湖区教育局', '区教育局', 'department');
  const lakeside = await addUnit(organisations, 'linhu', '临湖街道办事处', '临湖街道', 'street');
  return { government, office, education, lakeside };
}

export function addUnit(
  organisations: Organisations,
  code: string,
  name: string,
  shortName: string,
  kind: UnitKind,
  isOffice = false,
): Promise<Unit> {
  return organisations.units.create(system, UnitInput.parse({ code, name, shortName, kind, isOffice }));
}

/** A person of the unit who holds the roles there from the first of the year on. */
export async function addPerson(
  organisations: Organisations,
  unit: Pick<Unit, 'id'>,
  account: string,
  name: string,
  ...roles: readonly Role[]
): Promise<{ person: Person; actor: Actor }> {
  const { id } = await organisations.people.create(system, PersonInput.parse({ account, name, unitId: unit.id }));
  for (const role of roles) {
    await organisations.grants.give(system, id, {
      unitId: unit.id,
      role,
      fromOn: '2026-01-01' as LocalDate,
      toOn: null,
      actingFor: null,
    });
  }
  return { person: await organisations.people.get(id), actor: await actorNow(organisations, id) };
}

/** Several people by the names the test calls them: unit, account, name and roles there. */
export async function staff<K extends string>(
  organisations: Organisations,
  people: Readonly<Record<K, readonly [unit: Pick<Unit, 'id'>, account: string, name: string, ...roles: Role[]]>>,
): Promise<Record<K, Actor>> {
  const actors: Partial<Record<K, Actor>> = {};
  for (const [key, [unit, account, name, ...roles]] of Object.entries(people) as [K, (typeof people)[K]][])
    actors[key] = (await addPerson(organisations, unit, account, name, ...roles)).actor;
  return actors as Record<K, Actor>;
}

/** Where mail reaches a person. */
export async function giveAddress({ people }: Organisations, actor: Actor, email: string): Promise<void> {
  if (actor.type !== 'person') throw new Error('people have addresses');
  const { id, ...person } = await people.get(actor.personId);
  await people.edit(system, id, { ...person, email });
}

export async function actorNow(organisations: Organisations, personId: string): Promise<Actor> {
  const actor = await organisations.people.actorOf(personId);
  if (!actor) throw new Error('not an active person');
  return actor;
}
