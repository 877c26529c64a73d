import type { HttpServer } from '../../../platform/http/server.ts';
import { serveRoute } from '../serve-route.ts';
import { audienceRoutes } from './audiences.contract.ts';
import type { AudiencesService } from './audiences.service.ts';

export function serveAudiences(app: HttpServer, audiences: AudiencesService): void {
  serveRoute(app, audienceRoutes.audiences, async () => ({ items: await audiences.all() }));
  serveRoute(app, audienceRoutes.putAudience, async ({ actor, body }) => ({ items: await audiences.put(actor, body) }));
}
