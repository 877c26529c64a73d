import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { serveRoute } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import { LARGEST_FILE } from '../../attachments/index.ts';
import { importingRoutes } from './importing.contract.ts';
import type { ImportingService } from './importing.service.ts';

export function registerImporting(app: HttpServer, files: FileStore, importing: ImportingService): void {
  serveRoute(app, '信息发布', importingRoutes.importDocument, async ({ actor, params, request }) => {
    await importing.demand(actor, params.id);
    const { files: received } = await receiveUploads(request, files, { maxBytes: LARGEST_FILE, maxFiles: 1 });
    const [file] = received;
    if (!file) throw new AppError('upload-expected', 415, '请选择要导入的文件。');
    return importing.read(actor, params.id, file);
  });
}
