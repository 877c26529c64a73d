import { AssignmentListService } from './assignment-list.service.ts';
import { AssignmentsService } from './assignments.service.ts';
import { ImportsService } from './imports.service.ts';
import { LedgerService } from './ledger.service.ts';
import { OpenPlansService } from './open-plans.service.ts';
import type { PlansContext } from './plans.context.ts';
import { PlansService } from './plans.service.ts';
import { TasksService } from './tasks.service.ts';

export type PlansServices = ReturnType<typeof plansServices>;

/** Every service of this module, each handed what it needs. */
export function plansServices(context: PlansContext) {
  const ledger = new LedgerService(context);
  const assignmentList = new AssignmentListService(context);
  const plans = new PlansService(context);
  return {
    ledger,
    assignmentList,
    plans,
    imports: new ImportsService(context, plans),
    tasks: new TasksService(context, ledger),
    assignments: new AssignmentsService(context, assignmentList),
    open: new OpenPlansService(context),
  };
}
