import { serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { CasesDoor } from '../cases/index.ts';
import { answeredRoutes } from './answered/answered.contract.ts';
import type { MessagesServices } from './messages.services.ts';
import { registeringRoutes } from './registering/registering.contract.ts';
import { selectionRoutes } from './selected/selection.contract.ts';

const TAG = '互动交流';

export function serveMessages(
  app: HttpServer,
  { answered, selections }: MessagesServices,
  cases: Pick<CasesDoor, 'receiving'>,
): void {
  serveRoute(app, TAG, answeredRoutes.like, async ({ body }) => ({ items: await answered.like(body.text) }));
  serveRoute(app, TAG, registeringRoutes.register, async ({ actor, body, reply }) => {
    const { channel, ...input } = body;
    reply.header('cache-control', 'no-store');
    return cases.receiving.receive(actor, input, { channel, form: null, files: [] });
  });
  serveRoute(app, TAG, selectionRoutes.get, ({ actor, params }) => selections.get(actor, params.id));
  serveRoute(app, TAG, selectionRoutes.select, ({ actor, params }) => selections.select(actor, params.id));
}
