import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import { EVIDENCE_BYTES } from '../assignments/evidence.service.ts';
import type { PlansServices } from '../plans.services.ts';
import { serveRoute } from '../serve-route.ts';
import { assignmentRoutes, taskRoutes } from './task-routes.contract.ts';

export function serveTasks(app: HttpServer, { tasks, ledger, bulk }: PlansServices): void {
  serveRoute(app, taskRoutes.bulk, ({ actor, body }) => bulk.run(actor, body));
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

export function serveAssignments(app: HttpServer, services: PlansServices, files: FileStore): void {
  const { assignments, assignmentList, evidence } = services;
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
  serveRoute(app, assignmentRoutes.uploadEvidence, async ({ actor, request }) => {
    const uploaded = await receiveUploads(request, files, { maxBytes: EVIDENCE_BYTES, maxFiles: 1 });
    const [file] = uploaded.files;
    if (!file) throw new AppError('upload-expected', 415, '请选择要上传的佐证附件。');
    return evidence.upload(actor, file);
  });
  serveRoute(app, assignmentRoutes.evidenceFile, async ({ actor, params, reply }) =>
    sendFile(reply, files, await evidence.file(actor, params.id), 'inline'),
  );
  serveRoute(app, assignmentRoutes.recheckEvidence, ({ actor, params }) => evidence.recheck(actor, params.id));
}
