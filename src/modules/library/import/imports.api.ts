import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import { serveRoute } from '../serve-route.ts';
import { importRoutes } from './imports.contract.ts';
import type { ImportsService } from './imports.service.ts';

const LARGEST_UPLOAD = 1_000_000_000;

export function serveImports(app: HttpServer, imports: ImportsService, store: FileStore): void {
  serveRoute(app, importRoutes.imports, async ({ actor }) => ({ items: await imports.list(actor) }));
  serveRoute(app, importRoutes.startImport, async ({ actor, request }) => {
    const { files, fields } = await receiveUploads(request, store, { maxBytes: LARGEST_UPLOAD, maxFiles: 2 });
    const isArchive = (name: string) => /\.zip$/i.test(name);
    const table = files.find((file) => !isArchive(file.name));
    if (!table)
      throw new AppError('upload-expected', 415, '请选择 CSV、XLSX 或 JSON 表格，附件可另选一个 ZIP 压缩包。');
    const source = fields.source?.trim().slice(0, 100) || '原网站';
    return imports.start(
      actor,
      table,
      files.find((file) => isArchive(file.name)),
      source,
    );
  });
  serveRoute(app, importRoutes.import, ({ actor, params }) => imports.get(actor, params.id));
  serveRoute(app, importRoutes.importRows, async ({ actor, params, query }) => {
    const page = await imports.rows(actor, params.id, query);
    return { ...page, items: [...page.items] };
  });
  serveRoute(app, importRoutes.runImport, ({ actor, params }) => imports.run(actor, params.id));
  serveRoute(app, importRoutes.pauseImport, ({ actor, params }) => imports.pause(actor, params.id));
  serveRoute(app, importRoutes.importErrors, async ({ actor, params, reply }) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', "attachment; filename*=UTF-8''%E9%94%99%E8%AF%AF%E6%B8%85%E5%8D%95.csv")
      .send(await imports.errors(actor, params.id)),
  );
}
