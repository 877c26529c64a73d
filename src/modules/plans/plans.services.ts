import { AssignmentListService } from './assignment-list.service.ts';
import { AssignmentsService } from './assignments.service.ts';
import { BulkService } from './bulk.service.ts';
import { CalendarFeedsService } from './calendar-feeds.service.ts';
import { EvidenceService } from './evidence.service.ts';
import { ImportsService } from './imports.service.ts';
import { IssuesService } from './issues.service.ts';
import { KeyFieldsService } from './key-fields.service.ts';
import { LedgerService } from './ledger.service.ts';
import { LedgerExportService } from './ledger-export.service.ts';
import { LookBackService } from './look-back.service.ts';
import { MeetingsService } from './meetings.service.ts';
import { MyDayService } from './my-day.service.ts';
import { OpenPlansService } from './open-plans.service.ts';
import { ParametersService } from './parameters.service.ts';
import { PlanViewsService } from './plan-views.service.ts';
import type { PlansContext } from './plans.context.ts';
import { PlansService } from './plans.service.ts';
import { ProgressImportService } from './progress-import.service.ts';
import { RemindersService } from './reminders.service.ts';
import { TasksService } from './tasks.service.ts';

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
