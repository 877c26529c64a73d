import { PERMISSION_TABLE } from '../../kernel/permission-table.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { checkAssignmentMoves } from './assignments/assignment.ts';
import { recomputeDueDates } from './due-dates/due-dates.service.ts';
import { heldByPlans } from './held-files.store.ts';
import { serveImports } from './import/imports.api.ts';
import { serveExports } from './ledger/exports.api.ts';
import { serveMeetings } from './meetings/meetings.api.ts';
import { planMigrations } from './migrations/index.ts';
import { plansOpenWork } from './open-work.ts';
import { OrganisationsDirectory } from './organisations-directory.ts';
import { servePlans } from './plan/plans.api.ts';
import type { PlansContext } from './plans.context.ts';
import { planJobs } from './plans.jobs.ts';
import { type PlansServices, plansServices } from './plans.services.ts';
import { plansPortal } from './public/plans.portal.tsx';
import { serveOpenPlans, serveReminders } from './reminders/reminders.api.ts';
import { serveAssignments, serveTasks } from './tasks/tasks.api.ts';

export { OPEN_TASK_STATE_WORDS, UNIT_ROLE_WORDS } from './plan-words.ts';
export type { PlansServices } from './plans.services.ts';
export { planAddresses } from './public/plan-addresses.ts';
export { planMigrations };

/** The year's plan from the document to the live ledger (PLAN-1..11). */
export function plansModule(
  platform: Platform,
  below: { readonly organisations: Organisations; readonly calendar: CalendarService },
): Module & { readonly service: PlansServices; readonly portal: PortalPart } {
  checkAssignmentMoves(PERMISSION_TABLE);
  const context: PlansContext = {
    platform,
    directory: new OrganisationsDirectory(below.organisations, platform),
    calendar: below.calendar,
  };
  const service = plansServices(context);
  below.organisations.openWork.register(plansOpenWork);
  return {
    name: 'plans',
    migrations: planMigrations,
    service,
    portal: plansPortal(service.open, platform.clock),
    routes: (app) => {
      servePlans(app, service);
      serveMeetings(app, service);
      serveReminders(app, service);
      serveOpenPlans(app, service);
      serveTasks(app, service);
      serveAssignments(app, service, platform.files);
      serveImports(app, service, platform);
      serveExports(app, service, platform);
    },
    files: { held: heldByPlans },
    jobs: planJobs(context, service),
    onEvent: {
      'calendar.changed': async () => {
        await recomputeDueDates(context);
      },
    },
  };
}
