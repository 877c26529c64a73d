import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import { serveRoute } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import { requestDecisionRoutes as routes } from '../disclosure-requests.contract.ts';
import type { DisclosureRequestsServices } from '../disclosure-requests.services.ts';
import { LARGEST_SUPPLIED } from './supplied-files.service.ts';

const TAG = '依申请公开';

/** Brings the files of a decision, and gives them to whoever may read its case. */
export function serveSuppliedFiles(app: HttpServer, { supplied }: DisclosureRequestsServices, files: FileStore): void {
  serveRoute(app, TAG, routes.bringFile, async ({ actor, params, request }) => {
    await supplied.demandAdd(actor, params.id);
    const { files: received } = await receiveUploads(request, files, { maxBytes: LARGEST_SUPPLIED, maxFiles: 1 });
    const [file] = received;
    if (!file) throw new AppError('upload-expected', 415, '请选择要提供的文件。');
    return supplied.add(actor, params.id, file);
  });
  serveRoute(app, TAG, routes.openFile, async ({ actor, params, reply }) => {
    const { sha256, name, media_type: mediaType } = await supplied.open(actor, params.id, params.fileId);
    reply.header('cache-control', 'no-store');
    return sendFile(reply, files, { hash: sha256, name, mediaType }, 'attachment');
  });
}
