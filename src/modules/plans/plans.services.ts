import { AssignmentListService } from './assignments/assignment-list.service.ts';
import { AssignmentsService } from './assignments/assignments.service.ts';
import { BulkService } from './assignments/bulk.service.ts';
import { EvidenceService } from './assignments/evidence.service.ts';
import { ImportsService } from './import/imports.service.ts';
import { LedgerService } from './ledger/ledger.service.ts';
import { LedgerExportService } from './ledger/ledger-export.service.ts';
import { MyDayService } from './ledger/my-day.service.ts';
import { ProgressImportService } from './ledger/progress-import.service.ts';
import { LookBackService } from './look-back/look-back.service.ts';
import { IssuesService } from './meetings/issues.service.ts';
import { KeyFieldsService } from './meetings/key-fields.service.ts';
import { MeetingsService } from './meetings/meetings.service.ts';
import { ParametersService } from './plan/parameters.service.ts';
import { PlanViewsService } from './plan/plan-views.service.ts';
import { PlansService } from './plan/plans.service.ts';
import type { PlansContext } from './plans.context.ts';
import { OpenPlansService } from './public/open-plans.service.ts';
import { CalendarFeedsService } from './reminders/calendar-feeds.service.ts';
import { DutiesService } from './reminders/duties.service.ts';
import { RemindersService } from './reminders/reminders.service.ts';
import { TasksService } from './tasks/tasks.service.ts';

export type PlansServices = ReturnType<typeof plansServices>;

/** Every service of this module, each handed what it needs. */
export function plansServices(context: PlansContext) {
  const ledger = new LedgerService(context);
  const assignmentList = new AssignmentListService(context);
  const plans = new PlansService(context);
  const tasks = new TasksService(context, ledger);
  const assignments = new AssignmentsService(context, assignmentList);
  const imports = new ImportsService(context, plans);
  const reminders = new RemindersService(context);
  return {
    plans,
    views: new PlanViewsService(context),
    ledger,
    tasks,
    assignmentList,
    assignments,
    bulk: new BulkService(context, tasks, assignments),
    evidence: new EvidenceService(context, context.platform.config.checkNetworks),
    imports,
    exports: new LedgerExportService(context),
    progress: new ProgressImportService(context, assignments),
    reminders,
    duties: new DutiesService(context),
    myDay: new MyDayService(context, assignmentList, imports, reminders),
    feeds: new CalendarFeedsService(context),
    meetings: new MeetingsService(context),
    issues: new IssuesService(context),
    keyFields: new KeyFieldsService(context),
    lookBack: new LookBackService(context),
    parameters: new ParametersService(context),
    open: new OpenPlansService(context),
  };
}
