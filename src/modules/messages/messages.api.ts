import type { FileStore } from '../../platform/files/file-store.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { receiveUploads } from '../../platform/http/uploads.ts';
import { type CasesDoor, RECEIVED_FILE_BYTES, RECEIVED_MEDIA_TYPES } from '../cases/index.ts';
import { answeredRoutes } from './answered/answered.contract.ts';
import { evaluationRoutes } from './evaluations/evaluations.contract.ts';
import type { MessagesServices } from './messages.services.ts';
import { readRegistering } from './registering/read-registering.ts';
import { registeringRoutes } from './registering/registering.contract.ts';
import { selectionRoutes } from './selected/selection.contract.ts';

const TAG = '互动交流';
/** More than any kind takes; the kind says how many. */
const MOST_FILES = 20;

export function serveMessages(
  app: HttpServer,
  { answered, evaluations, selections }: MessagesServices,
  cases: Pick<CasesDoor, 'receiving'>,
  files: FileStore,
): void {
  serveRoute(app, TAG, answeredRoutes.like, async ({ body }) => ({ items: await answered.like(body.text) }));
  serveRoute(app, TAG, evaluationRoutes.list, ({ actor, query }) => evaluations.list(actor, query));
  serveRoute(app, TAG, registeringRoutes.register, async ({ actor, body, reply }) => {
    const { channel, ...input } = body;
    reply.header('cache-control', 'no-store');
    return cases.receiving.receive(actor, input, { channel, form: null, files: [] });
  });
  serveRoute(app, TAG, registeringRoutes.registerWithFiles, async ({ actor, request, reply }) => {
    const limits = { maxBytes: RECEIVED_FILE_BYTES, maxFiles: MOST_FILES, allowed: RECEIVED_MEDIA_TYPES };
    const brought = await receiveUploads(request, files, limits);
    const { channel, ...input } = readRegistering(brought.fields.input);
    reply.header('cache-control', 'no-store');
    return cases.receiving.receive(actor, input, { channel, form: null, files: brought.files });
  });
  serveRoute(app, TAG, selectionRoutes.get, ({ actor, params }) => selections.get(actor, params.id));
  serveRoute(app, TAG, selectionRoutes.select, ({ actor, params }) => selections.select(actor, params.id));
}
