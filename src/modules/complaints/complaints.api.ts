import type { Actor } from '../../kernel/permissions.ts';
import type { Route } from '../../kernel/route.contract.ts';
import { type Asked, serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { complaintRoutes as routes } from './complaints.contract.ts';
import type { ComplaintsServices } from './complaints.services.ts';

/** Registers the routes of complaints, each step answering the complaint as it stands after it. */
export function serveComplaints(app: HttpServer, { view, complained, accounts, findings }: ComplaintsServices): void {
  const after = async (actor: Actor, id: string, done: Promise<void>) => {
    await done;
    return view.get(actor, id);
  };
  serve(app, routes.get, ({ actor, params: { id } }) => view.get(actor, id));
  serve(app, routes.complained, ({ actor, params: { id }, body }) => after(actor, id, complained.set(actor, id, body)));
  serve(app, routes.ask, ({ actor, params: { id }, body }) => after(actor, id, accounts.ask(actor, id, body)));
  serve(app, routes.answer, ({ actor, params: { id, accountId }, body }) =>
    after(actor, id, accounts.answer(actor, id, accountId, body)),
  );
  serve(app, routes.draft, ({ actor, params: { id }, body }) => after(actor, id, findings.draft(actor, id, body)));
  serve(app, routes.submit, ({ actor, params: { id }, body }) => after(actor, id, findings.submit(actor, id, body)));
  serve(app, routes.send, ({ actor, params: { id }, body }) => after(actor, id, findings.send(actor, id, body)));
}

function serve<R extends Route>(
  app: HttpServer,
  route: R,
  answer: (asked: Asked<R>) => ReturnType<Parameters<typeof serveRoute<R>>[3]>,
): void {
  serveRoute(app, '公开工作投诉举报', route, answer);
}
