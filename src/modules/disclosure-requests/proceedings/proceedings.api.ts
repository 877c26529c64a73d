import type { Actor } from '../../../kernel/permissions.ts';
import { serveRoute } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import type { ProceedingViewsService } from './proceeding-views.service.ts';
import { proceedingRoutes as routes } from './proceedings.contract.ts';
import type { ProceedingsService } from './proceedings.service.ts';

const TAG = '行政复议和行政诉讼';

export function serveProceedings(
  app: HttpServer,
  {
    proceedings,
    proceedingViews: views,
  }: { readonly proceedings: ProceedingsService; readonly proceedingViews: ProceedingViewsService },
): void {
  const after = async (actor: Actor, id: string, done: Promise<void>) => {
    await done;
    return views.get(actor, id);
  };
  /** Says what was in the way of opening the request anew. */
  const afterResult = async (actor: Actor, id: string, done: Promise<string | null>) =>
    views.get(actor, id, await done);
  serveRoute(app, TAG, routes.list, ({ actor, query }) => views.list(actor, query));
  serveRoute(app, TAG, routes.figures, ({ actor, query }) => views.figures(actor, query.year));
  serveRoute(app, TAG, routes.setting, () => views.setting());
  serveRoute(app, TAG, routes.set, ({ actor, body }) => views.set(actor, body));
  serveRoute(app, TAG, routes.get, ({ actor, params }) => views.get(actor, params.id));
  serveRoute(app, TAG, routes.register, async ({ actor, body }) =>
    views.get(actor, await proceedings.register(actor, body)),
  );
  serveRoute(app, TAG, routes.edit, ({ actor, params: { id }, body }) =>
    after(actor, id, proceedings.edit(actor, id, body)),
  );
  serveRoute(app, TAG, routes.answer, ({ actor, params: { id }, body }) =>
    after(actor, id, proceedings.answer(actor, id, body)),
  );
  serveRoute(app, TAG, routes.hear, ({ actor, params: { id }, body }) =>
    after(actor, id, proceedings.hear(actor, id, body)),
  );
  serveRoute(app, TAG, routes.close, ({ actor, params: { id }, body }) =>
    afterResult(actor, id, proceedings.close(actor, id, body)),
  );
  serveRoute(app, TAG, routes.correct, ({ actor, params: { id }, body }) =>
    afterResult(actor, id, proceedings.correct(actor, id, body)),
  );
  serveRoute(app, TAG, routes.learn, ({ actor, params: { id }, body }) =>
    after(actor, id, proceedings.learn(actor, id, body)),
  );
  serveRoute(app, TAG, routes.rectified, ({ actor, params: { id }, body }) =>
    after(actor, id, proceedings.rectified(actor, id, body)),
  );
  serveRoute(app, TAG, routes.reopen, ({ actor, params: { id }, body }) =>
    afterResult(actor, id, proceedings.reopen(actor, id, body.version)),
  );
}
