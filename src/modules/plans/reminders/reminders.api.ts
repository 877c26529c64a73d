import { AppError } from '../../../kernel/app-error.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import type { PlansServices } from '../plans.services.ts';
import { serveRoute } from '../serve-route.ts';
import { openRoutes, reminderRoutes } from './reminder-routes.contract.ts';

export function serveReminders(app: HttpServer, { myDay, reminders, feeds }: PlansServices): void {
  serveRoute(app, reminderRoutes.myDay, ({ actor }) => myDay.of(actor));
  serveRoute(app, reminderRoutes.listReminders, ({ actor, query }) => reminders.list(actor, query));
  serveRoute(app, reminderRoutes.readReminder, async ({ actor, params }) => {
    await reminders.read(actor, params.id);
    return {};
  });
  serveRoute(app, reminderRoutes.readAllReminders, async ({ actor }) => {
    await reminders.read(actor);
    return {};
  });
  serveRoute(app, reminderRoutes.listFeeds, ({ actor }) => feeds.list(actor));
  serveRoute(app, reminderRoutes.createFeed, ({ actor }) => feeds.create(actor));
  serveRoute(app, reminderRoutes.revokeFeed, async ({ actor, params }) => {
    await feeds.revoke(actor, params.id);
    return {};
  });
  serveRoute(app, reminderRoutes.readFeed, async ({ params, reply }) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('referrer-policy', 'no-referrer')
      .send(await feeds.read(params.token)),
  );
}

export function serveOpenPlans(app: HttpServer, { open }: PlansServices): void {
  serveRoute(app, openRoutes.openPlans, async () => ({ items: await open.list() }));
  serveRoute(app, openRoutes.openPlan, async ({ params }) => (await open.byId(params.id)) ?? missing());
  serveRoute(app, openRoutes.openTask, async ({ params }) => (await open.task(params.id, params.number)) ?? missing());
  serveRoute(
    app,
    openRoutes.openUnit,
    async ({ params, query }) => (await open.unit(params.code, query.year)) ?? missing(),
  );
  serveRoute(app, openRoutes.openComing, ({ query }) => open.coming(query.months));
}

function missing(): never {
  throw new AppError('not-found', 404, '没有找到这一公开内容，它可能尚未公开。');
}
