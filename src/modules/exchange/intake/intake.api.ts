import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../../../kernel/route.contract.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { askedByKey } from '../../../platform/http/asked-by-key.ts';
import { serveRoute } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import type { IntakeFolderService } from './folder/intake-folder.service.ts';
import { intakeOfficeRoutes as office, intakeRoutes as outside } from './intake.contract.ts';
import type { IntakeService } from './intake.service.ts';
import type { IntakeLogService } from './intake-log.service.ts';
import { receiveDelivery } from './receive-delivery.ts';
import type { SourcesService } from './sources.service.ts';

export interface IntakeServices {
  readonly intake: IntakeService;
  readonly sources: SourcesService;
  readonly log: IntakeLogService;
  readonly folder: IntakeFolderService;
}

/** What office systems call; who they are is told by their key alone, never by a session. */
export function serveIntake(app: HttpServer, { intake, sources }: IntakeServices, files: FileStore): void {
  const source = (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    return askedByKey(request, reply, (authorization) => sources.authenticate(authorization));
  };
  serve(app, outside.deliver, async ({ request, reply }) => {
    const from = await source(request, reply);
    const { outcome, state } = await intake.deliver({ source: from, ...(await receiveDelivery(request, files)) });
    reply.code(outcome === 'registered' ? 201 : 200);
    return state;
  });
  serve(app, outside.state, async ({ request, params, reply }) =>
    intake.state(await source(request, reply), params.sourceId),
  );
}

export function serveIntakeOffice(app: HttpServer, { sources, log, folder }: IntakeServices): void {
  serve(app, office.sources, async ({ actor }) => ({ items: await sources.list(actor) }));
  serve(app, office.createSource, ({ actor, body, reply }) => {
    reply.header('cache-control', 'no-store');
    return sources.create(actor, body);
  });
  serve(app, office.issueKey, ({ actor, params, reply }) => {
    reply.header('cache-control', 'no-store');
    return sources.issueKey(actor, params.id);
  });
  serve(app, office.revokeKey, async ({ actor, params }) => {
    await sources.revokeKey(actor, params.id);
    return {};
  });
  serve(app, office.log, async ({ actor, query }) => {
    const page = await log.list(actor, query);
    return { ...page, items: [...page.items] };
  });
  serve(app, office.folder, ({ actor }) => folder.view(actor));
}

function serve<R extends Route>(app: HttpServer, route: R, answer: Parameters<typeof serveRoute<R>>[3]): void {
  serveRoute(app, '公文接入', route, answer);
}
