import type { HttpServer } from '../../platform/http/server.ts';
import type { PlansServices } from './plans.services.ts';
import { serveRoute } from './serve-route.ts';
import { assignmentRoutes, taskRoutes } from './task-routes.contract.ts';

export function serveTasks(app: HttpServer, { tasks, ledger }: PlansServices): void {
  serveRoute(app, taskRoutes.listTasks, ({ actor, query }) => ledger.list(actor, query));
  serveRoute(app, taskRoutes.getTask, ({ actor, params }) => ledger.get(actor, params.id));
  serveRoute(app, taskRoutes.editTask, ({ actor, params, body }) => tasks.edit(actor, params.id, body));
  serveRoute(app, taskRoutes.removeTask, async ({ actor, params }) => {
    await tasks.remove(actor, params.id);
    return {};
  });
  serveRoute(app, taskRoutes.markPriority, async ({ actor, params, body }) => {
    await tasks.markPriority(actor, params.id, body.priority, body.note, body.version);
    return ledger.get(actor, params.id);
  });
  serveRoute(app, taskRoutes.linkTask, ({ actor, params, body }) => tasks.link(actor, params.id, body));
  serveRoute(app, taskRoutes.suggestLinks, ({ actor, params }) => tasks.suggestLinks(actor, params.id));
}

export function serveAssignments(app: HttpServer, { assignments, assignmentList }: PlansServices): void {
  serveRoute(app, assignmentRoutes.listAssignments, ({ actor, query }) => assignmentList.list(actor, query));
  serveRoute(app, assignmentRoutes.getAssignment, ({ actor, params }) => assignmentList.get(actor, params.id));
  serveRoute(app, assignmentRoutes.split, ({ actor, params, body }) => assignments.split(actor, params.id, body));
  serveRoute(app, assignmentRoutes.report, ({ actor, params, body }) => assignments.report(actor, params.id, body));
  serveRoute(app, assignmentRoutes.withdraw, ({ actor, params, body }) =>
    assignments.withdraw(actor, params.id, body.version),
  );
  serveRoute(app, assignmentRoutes.accept, ({ actor, params, body }) =>
    assignments.accept(actor, params.id, body.version, body.comment ?? null),
  );
  serveRoute(app, assignmentRoutes.return, ({ actor, params, body }) => assignments.return(actor, params.id, body));
  serveRoute(app, assignmentRoutes.reopen, ({ actor, params, body }) =>
    assignments.reopen(actor, params.id, body.version, body.reason),
  );
}
