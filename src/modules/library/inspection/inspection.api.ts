import type { HttpServer } from '../../../platform/http/server.ts';
import { serveRoute } from '../serve-route.ts';
import { inspectionRoutes } from './inspection.contract.ts';
import type { InspectionService } from './inspection.service.ts';

const NAME = encodeURIComponent('公开专栏检查.csv');

export function serveInspection(app: HttpServer, inspection: InspectionService, origin: string): void {
  serveRoute(app, inspectionRoutes.opennessReport, () => inspection.report());
  serveRoute(app, inspectionRoutes.opennessFindings, async ({ query }) => {
    const page = await inspection.findings(query);
    return { ...page, items: [...page.items] };
  });
  serveRoute(app, inspectionRoutes.opennessFile, async ({ reply }) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${NAME}`)
      .send(await inspection.file(origin)),
  );
}
