import { Readable } from 'node:stream';
import { begun } from '../../../platform/http/begun.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import type { ReconciliationsService } from '../reconciling/reconciliations.service.ts';
import { serveRoute } from '../serve-route.ts';
import type { DeliveriesService } from './deliveries.service.ts';
import { exchangeRoutes } from './exchange.contract.ts';

export function serveExchangeOffice(
  app: HttpServer,
  { deliveries, reconciliations }: { deliveries: DeliveriesService; reconciliations: ReconciliationsService },
): void {
  serveRoute(app, exchangeRoutes.overview, ({ actor }) => deliveries.overview(actor));
  serveRoute(app, exchangeRoutes.deliveries, async ({ actor, query }) => {
    const page = await deliveries.list(actor, query);
    return { ...page, items: [...page.items] };
  });
  serveRoute(app, exchangeRoutes.push, ({ actor, body }) => deliveries.push(actor, body.peerId));
  serveRoute(app, exchangeRoutes.retry, ({ actor, params }) => deliveries.retry(actor, params.id));
  serveRoute(app, exchangeRoutes.filings, async ({ actor, query }) => {
    const page = await deliveries.received(actor, query);
    return { ...page, items: [...page.items] };
  });
  serveRoute(app, exchangeRoutes.reconciliations, ({ actor }) => reconciliations.list(actor));
  serveRoute(app, exchangeRoutes.reconcile, ({ actor, body }) => reconciliations.reconcile(actor, body.peerId));
  serveRoute(app, exchangeRoutes.differences, async ({ actor, params, query }) => {
    const page = await reconciliations.differences(actor, params.id, query);
    return { ...page, items: [...page.items] };
  });
  serveRoute(app, exchangeRoutes.differencesFile, async ({ actor, params, reply }) => {
    // Refused before the first byte, not in the middle of the file.
    const lines = await begun(reconciliations.differencesFile(actor, params.id));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('对账差异.csv')}`)
      .send(Readable.from(lines));
  });
  serveRoute(app, exchangeRoutes.refile, ({ actor, params, body }) =>
    reconciliations.refile(actor, params.id, body.position),
  );
}
