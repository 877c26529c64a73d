import type { HttpServer } from '../../../platform/http/server.ts';
import { serveRoute } from '../serve-route.ts';
import { termRoutes } from './terms.contract.ts';
import type { TermsService } from './terms.service.ts';

export function serveTerms(app: HttpServer, terms: TermsService): void {
  serveRoute(app, termRoutes.termRules, async () => ({ items: await terms.list() }));
  serveRoute(app, termRoutes.createTermRule, ({ actor, body }) => terms.create(actor, body));
  serveRoute(app, termRoutes.editTermRule, ({ actor, params, body }) => terms.edit(actor, params.id, body));
  serveRoute(app, termRoutes.previewTermRule, ({ body }) => terms.preview(body));
}
