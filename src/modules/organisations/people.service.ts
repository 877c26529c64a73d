import { AppError } from '../../kernel/app-error.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import type { Page } from '../../kernel/page.ts';
import { type Actor, can, demand } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import { staleError } from '../../kernel/stale.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { findPersonWithRoles } from './actors.store.ts';
import { grantsInForce, holdersOf } from './grants.store.ts';
import { personMissing, refuseTaken, sectionMissing, unitMissing } from './organisations.errors.ts';
import type { PersonEdit, PersonInput, PersonListQuery, PersonView } from './people.contract.ts';
import {
  findPeople,
  findPerson,
  insertPerson,
  listPeople,
  lockPerson,
  markAccessChanged,
  type Person,
  updatePerson,
} from './people.store.ts';
import { findSection, findUnit } from './units.store.ts';

/** Whom mail about the work of units reaches. */
export interface Correspondent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Units whose officer the person is. */
  readonly unitIds: readonly string[];
  /** Of the supervising office, to which every unit's matters are told. */
  readonly isSupervisor: boolean;
}

/** Register of staff and officers (TEAM-5): who works where, and what they may do today. */
export class PeopleService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Who this is to the permission table, with the roles in force now; undefined when unknown or no longer active. */
  async actorOf(personId: string): Promise<Actor | undefined> {
    return (await this.withActor(personId))?.actor;
  }

  /** The same with the person's row; undefined when unknown, without an actor when no longer active. */
  async withActor(personId: string): Promise<{ person: Person; actor: Actor | undefined } | undefined> {
    const found = await findPersonWithRoles(this.#db, personId, localDateAt(this.#platform.clock.now()));
    if (!found) return undefined;
    const { person, roles } = found;
    const actor: Actor = { type: 'person', personId, name: person.name, grants: roles };
    return { person, actor: person.active ? actor : undefined };
  }

  /** For other modules; asks no permission. @throws AppError `person-missing` (404) */
  async get(id: string, db: Queryable = this.#db): Promise<Person> {
    return orMissing(await findPerson(db, { id }));
  }

  /** For other modules; asks no permission. Unknown ids are left out. */
  getMany(ids: readonly string[], db: Queryable = this.#db): Promise<readonly Person[]> {
    return findPeople(db, [...new Set(ids)]);
  }

  /** For other modules: who holds one of the roles today, acting ones included. */
  holders(roles: readonly Role[], db: Queryable = this.#db) {
    return holdersOf(db, roles, localDateAt(this.#platform.clock.now()));
  }

  /** For other modules: active officers and people of the supervising office who have a mail address, each once. */
  async correspondents(): Promise<readonly Correspondent[]> {
    const holders = await this.holders(['officer', 'supervisor']);
    const people = await this.getMany(holders.map((one) => one.personId));
    return people.flatMap(({ id, name, email, active }) => {
      if (!active || !email) return [];
      const own = holders.filter((one) => one.personId === id);
      const unitIds = own.filter((one) => one.role === 'officer').map((one) => one.unitId);
      return [{ id, name, email, unitIds, isSupervisor: own.some((one) => one.role === 'supervisor') }];
    });
  }

  /** For signing in; asks no permission. */
  byAccount(account: string): Promise<Person | undefined> {
    return findPerson(this.#db, { account });
  }

  /** The people the actor may see: all, or those of the units where a role allows it. */
  async list(actor: Actor, query: PersonListQuery): Promise<Page<PersonView>> {
    const unitIds = can(actor, 'read', { kind: 'person' }) ? null : unitsWhere(actor, 'read');
    const today = localDateAt(this.#platform.clock.now());
    const { items, total } = await listPeople(this.#db, query, unitIds, today);
    return { items: await this.#withRoles(items), total, page: query.page, pageSize: query.pageSize };
  }

  /** @throws AppError `person-missing` (404), `forbidden` (403) */
  async find(actor: Actor, id: string): Promise<PersonView> {
    const person = orMissing(await findPerson(this.#db, { id }));
    demand(actor, 'read', { kind: 'person', unitIds: [person.unitId], personId: person.id });
    return this.#view(person);
  }

  async create(actor: Actor, input: PersonInput): Promise<PersonView> {
    const person = await this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'person', unitIds: [input.unitId] });
      await checkPlace(change.tx, input);
      const id = await refuseTaken(() => insertPerson(change.tx, input, change.at));
      change.record({ action: 'create', kind: 'person', subjectId: id, unitId: input.unitId });
      await change.emit('person.created', { personId: id });
      return orMissing(await findPerson(change.tx, { id }));
    });
    return this.#view(person);
  }

  /** @throws AppError `stale` (409) when somebody else was first */
  async edit(actor: Actor, id: string, input: PersonEdit): Promise<PersonView> {
    const person = await this.#platform.changes.run(actor, async (change) => {
      const current = orMissing(await lockPerson(change.tx, id));
      demand(actor, 'edit', { kind: 'person', unitIds: [current.unitId], personId: id });
      demand(actor, 'edit', { kind: 'person', unitIds: [input.unitId], personId: id });
      await this.#demandAccount(actor, current, input, change.tx);
      if (current.version !== input.version) throw staleError(current, input);
      await checkPlace(change.tx, input);
      await refuseTaken(() => updatePerson(change.tx, id, input));
      change.record({ action: 'edit', kind: 'person', subjectId: id, unitId: input.unitId });
      await change.emit('person.edited', { personId: id });
      return orMissing(await findPerson(change.tx, { id }));
    });
    return this.#view(person);
  }

  /** Inside another change: sessions opened before it are over. */
  async endSessions(change: Change, personId: string): Promise<void> {
    await markAccessChanged(change.tx, personId, change.at);
  }

  /** What somebody signs in with is changed by himself or by those who could give him his roles: nobody locks out the people above him. */
  async #demandAccount(actor: Actor, current: Person, input: PersonEdit, db: Queryable): Promise<void> {
    if (current.account === input.account && current.email === input.email) return;
    if (actor.type === 'person' && actor.personId === current.id) return;
    for (const { role, unitId } of await grantsInForce(db, [current.id], this.#platform.clock.now())) {
      demand(actor, 'give', { kind: 'grant', state: role, unitIds: [unitId], personId: current.id });
    }
  }

  async #view(person: Person): Promise<PersonView> {
    const [view] = await this.#withRoles([person]);
    if (!view) throw personMissing();
    return view;
  }

  async #withRoles(people: readonly Person[]): Promise<PersonView[]> {
    const ids = people.map((person) => person.id);
    const grants = await grantsInForce(this.#db, ids, this.#platform.clock.now());
    return people.map(({ accessChangedAt: _, ...person }) => ({
      ...person,
      roles: grants
        .filter((grant) => grant.personId === person.id)
        .map((grant) => ({ role: grant.role, unitId: grant.unitId, acting: grant.actingFor !== null })),
    }));
  }

  get #db(): Queryable {
    return this.#platform.database.kysely;
  }
}

async function checkPlace(db: Queryable, input: PersonInput): Promise<void> {
  if (!(await findUnit(db, { id: input.unitId }))) throw unitMissing();
  if (input.sectionId === null) return;
  const section = await findSection(db, input.sectionId);
  if (!section) throw sectionMissing();
  if (section.unitId !== input.unitId) {
    const message = '所选科室不属于所选单位，请重新选择';
    throw new AppError('section-of-other-unit', 422, `${message}。`, { reasons: [{ field: 'sectionId', message }] });
  }
}

function unitsWhere(actor: Actor, action: string): readonly string[] {
  if (actor.type !== 'person') return [];
  const units = new Set(actor.grants.map((grant) => grant.unitId));
  return [...units].filter((unitId) => can(actor, action, { kind: 'person', unitIds: [unitId] }));
}

function orMissing(person: Person | undefined): Person {
  if (!person) throw personMissing();
  return person;
}
