import type { HttpServer } from '../../../platform/http/server.ts';
import { serve } from '../serve-publications.api.ts';
import { archivingRoutes } from './archiving.contract.ts';
import type { ArchivingService } from './archiving.service.ts';

export function serveArchiving(app: HttpServer, archiving: ArchivingService): void {
  serve(app, archivingRoutes.list, async ({ actor, query }) => {
    const page = await archiving.list(actor, query);
    return { ...page, items: [...page.items] };
  });
  serve(app, archivingRoutes.transfer, ({ actor, body }) => archiving.transfer(actor, body));
}
