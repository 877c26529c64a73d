import type { FastifyReply } from 'fastify';
import { AppError } from '../../../kernel/app-error.ts';
import { contentDisposition } from '../../../platform/http/send-file.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import type { Platform } from '../../../platform/platform.ts';
import { planRoutes } from '../plan/plan-routes.contract.ts';
import type { PlansServices } from '../plans.services.ts';
import { serveRoute } from '../serve-route.ts';
import type { ExportedFile } from './ledger-export.service.ts';
import { PROGRESS_BYTES } from './progress-import.service.ts';

export function serveExports(app: HttpServer, { exports, progress }: PlansServices, platform: Platform): void {
  serveRoute(app, planRoutes.exportXlsx, async ({ actor, params, query, reply }) =>
    send(reply, await exports.xlsx(actor, params.id, query)),
  );
  serveRoute(app, planRoutes.exportDocx, async ({ actor, params, query, reply }) =>
    send(reply, await exports.docx(actor, params.id, query)),
  );
  serveRoute(app, planRoutes.readProgress, async ({ actor, params, request }) => {
    const { files } = await receiveUploads(request, platform.files, { maxBytes: PROGRESS_BYTES, maxFiles: 1 });
    const [file] = files;
    if (!file) throw new AppError('upload-expected', 415, '请选择填好的进展表。');
    return progress.read(actor, params.id, file);
  });
  serveRoute(app, planRoutes.applyProgress, ({ actor, params, body }) => progress.apply(actor, params.id, body));
}

function send(reply: FastifyReply, file: ExportedFile): FastifyReply {
  return reply
    .type(file.mediaType)
    .header('content-disposition', contentDisposition('attachment', file.name))
    .header('x-content-type-options', 'nosniff')
    .send(file.bytes);
}
