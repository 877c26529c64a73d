import { AppError } from '../../../kernel/app-error.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PlansServices } from '../plans.services.ts';
import { serveRoute } from '../serve-route.ts';
import { importRoutes } from './import-routes.contract.ts';
import { PLAN_FILE_BYTES } from './imports.service.ts';

export function serveImports(app: HttpServer, { imports }: PlansServices, platform: Platform): void {
  serveRoute(app, importRoutes.startImport, async ({ actor, request }) => {
    const { files } = await receiveUploads(request, platform.files, { maxBytes: PLAN_FILE_BYTES, maxFiles: 1 });
    const [file] = files;
    if (!file) throw new AppError('upload-expected', 415, '请选择要导入的工作要点文件。');
    return imports.start(actor, file);
  });
  serveRoute(app, importRoutes.listImports, ({ actor }) => imports.list(actor));
  serveRoute(app, importRoutes.getImport, ({ actor, params }) => imports.get(actor, params.id));
  serveRoute(app, importRoutes.importOriginal, async ({ actor, params, reply }) =>
    sendFile(reply, platform.files, await imports.original(actor, params.id), 'inline'),
  );
  serveRoute(app, importRoutes.importSource, ({ actor, params }) => imports.source(actor, params.id));
  serveRoute(app, importRoutes.editImportHead, ({ actor, params, body }) => imports.editHead(actor, params.id, body));
  serveRoute(app, importRoutes.addImportRow, ({ actor, params, body }) =>
    imports.addRow(actor, params.id, body.after, body.row),
  );
  serveRoute(app, importRoutes.editImportRow, ({ actor, params, body }) =>
    imports.editRow(actor, params.id, params.rowId, body),
  );
  serveRoute(app, importRoutes.confirmImport, ({ actor, params, body }) => imports.confirm(actor, params.id, body));
  serveRoute(app, importRoutes.discardImport, async ({ actor, params }) => {
    await imports.discard(actor, params.id);
    return {};
  });
}
