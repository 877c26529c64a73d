import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import { ATTACHMENT_BYTES, type UploadsService } from '../content/uploads.service.ts';
import { serve } from '../serve-publications.api.ts';
import { importingRoutes } from './importing.contract.ts';
import type { ImportingService } from './importing.service.ts';

export function serveImporting(
  app: HttpServer,
  importing: ImportingService,
  uploads: UploadsService,
  files: FileStore,
): void {
  serve(app, importingRoutes.importDocument, async ({ actor, params, request }) => {
    await uploads.demandUpload(actor, params.id);
    const { files: received } = await receiveUploads(request, files, { maxBytes: ATTACHMENT_BYTES, maxFiles: 1 });
    const [file] = received;
    if (!file) throw new AppError('upload-expected', 415, '请选择要读入的文件。');
    return importing.read(actor, params.id, file);
  });
}
