import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import { auditRoutes } from './audit.api.ts';
import { AuditService } from './audit.service.ts';
import { GrantsService } from './grants.service.ts';
import { GroupsService } from './groups.service.ts';
import { handOverRoutes } from './hand-over.api.ts';
import { HandOverService } from './hand-over.service.ts';
import { handOver } from './migrations/hand-over.ts';
import { organisations } from './migrations/organisations.ts';
import { OpenWork } from './open-work.ts';
import { peopleRoutes } from './people.api.ts';
import { PeopleService } from './people.service.ts';
import { unitRoutes } from './units.api.ts';
import { UnitsService } from './units.service.ts';

export type { OpenWork, OpenWorkItem, OpenWorkProvider } from './open-work.ts';
export type { Correspondent } from './people.service.ts';
export type { Person } from './people.store.ts';
export { existsOn, type Unit, type UnitGroup } from './unit.ts';
export type { NameMatch, UnitCandidate, UnitRegister } from './unit-register.ts';
export type { Section } from './units.store.ts';

/** What other modules ask of the organisations. */
export interface Organisations {
  readonly units: UnitsService;
  readonly groups: GroupsService;
  readonly people: PeopleService;
  readonly grants: GrantsService;
  readonly handOvers: HandOverService;
  /** Where modules register what a leaving person would leave behind. */
  readonly openWork: OpenWork;
}

export const organisationsMigrations = [organisations, handOver];

export function organisationsModule(platform: Platform): Module & { readonly service: Organisations } {
  const units = new UnitsService(platform);
  const groups = new GroupsService(platform, units);
  const people = new PeopleService(platform);
  const grants = new GrantsService(platform);
  const openWork = new OpenWork();
  const handOvers = new HandOverService(platform, openWork);
  return {
    name: 'organisations',
    migrations: organisationsMigrations,
    service: { units, groups, people, grants, handOvers, openWork },
    routes: (app) => {
      unitRoutes(app, units, groups);
      peopleRoutes(app, people, grants);
      handOverRoutes(app, handOvers, people, openWork);
      auditRoutes(app, new AuditService(platform, people));
    },
  };
}
