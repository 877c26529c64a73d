import { contentDisposition } from '../../platform/http/send-file.ts';
import { serveRoute as serve } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { AnnualReportsServices } from './annual-reports.services.ts';
import { reportRoutes as routes } from './reports/reports.contract.ts';

const TAG = '年度报告';

export function serveAnnualReports(app: HttpServer, services: AnnualReportsServices): void {
  const { list, views, reports, records, publishing, exports, due } = services;
  serve(app, TAG, routes.list, ({ actor, query }) => list.list(actor, query.year));
  serve(app, TAG, routes.create, ({ actor, body }) => reports.create(actor, body));
  serve(app, TAG, routes.get, ({ actor, params }) => views.get(actor, params.id));
  serve(app, TAG, routes.records, ({ actor, params, query }) => records.of(actor, params.id, params.cell, query));
  serve(app, TAG, routes.setText, ({ actor, params, body }) => reports.setText(actor, params.id, body));
  serve(app, TAG, routes.state, ({ actor, params, body }) => reports.state(actor, params.id, body));
  serve(app, TAG, routes.submit, ({ actor, params, body }) => reports.submit(actor, params.id, body.version));
  serve(app, TAG, routes.return, ({ actor, params, body }) => reports.return(actor, params.id, body));
  serve(app, TAG, routes.accept, ({ actor, params, body }) => reports.accept(actor, params.id, body.version));
  serve(app, TAG, routes.publish, ({ actor, params, body }) => publishing.draft(actor, params.id, body.version));
  serve(app, TAG, routes.setDue, ({ actor, params, body }) => due.set(actor, params, body));
  serve(app, TAG, routes.export, async ({ actor, params, reply }) => {
    const file = await exports.file(actor, params.id, params.format);
    return reply
      .type(file.mediaType)
      .header('content-disposition', contentDisposition('attachment', file.name))
      .header('x-content-type-options', 'nosniff')
      .send(file.bytes);
  });
}
