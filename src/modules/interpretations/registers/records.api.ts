import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import { serveRoute as serve } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { receiveUploads } from '../../../platform/http/uploads.ts';
import type { CoachingFilesService } from './coaching-files.service.ts';
import type { PublicChoices } from './public-choices.service.ts';
import type { RecordExport } from './record-export.service.ts';
import { recordRoutes as routes } from './records.contract.ts';
import type { RecordsService } from './records.service.ts';
import { registerOf } from './registers.contract.ts';

const TAG = '政策解读';
const LARGEST = 200 * 1_048_576;

export function serveRecords(
  app: HttpServer,
  {
    records,
    files,
    choices,
    exports,
  }: {
    readonly records: RecordsService;
    readonly files: CoachingFilesService;
    readonly choices: PublicChoices;
    readonly exports: RecordExport;
  },
  store: FileStore,
): void {
  serve(app, TAG, routes.list, async ({ actor, query }) => {
    const page = await records.list(actor, query);
    return { ...page, items: [...page.items] };
  });
  serve(app, TAG, routes.sums, ({ actor, query }) => records.sums(actor, query.register, query.year));
  serve(app, TAG, routes.export, async ({ actor, query, reply }) => {
    const name = encodeURIComponent(`${registerOf(query.register).name}.csv`);
    const file = await exports.export(actor, query);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(file);
  });
  serve(app, TAG, routes.choices, async ({ query }) => ({ items: await choices.find(query.of, query.text) }));
  serve(app, TAG, routes.upload, async ({ actor, request }) => {
    const { files: received } = await receiveUploads(request, store, { maxBytes: LARGEST, maxFiles: 1 });
    const [file] = received;
    if (!file) throw new AppError('upload-expected', 415, '请选择要上传的课件。');
    return files.add(actor, file);
  });
  serve(app, TAG, routes.file, async ({ actor, params, reply }) => {
    const file = await files.find(actor, params.id);
    reply.header('cache-control', 'no-store');
    return sendFile(reply, store, file, 'attachment');
  });
  serve(app, TAG, routes.one, ({ actor, params }) => records.get(actor, params.id));
  serve(app, TAG, routes.create, ({ actor, body }) => records.create(actor, body));
  serve(app, TAG, routes.edit, ({ actor, params, body }) => records.edit(actor, params.id, body));
  serve(app, TAG, routes.remove, ({ actor, params }) => records.remove(actor, params.id));
  serve(app, TAG, routes.confirm, ({ actor, params, body }) => records.confirm(actor, params.id, body.version));
}
