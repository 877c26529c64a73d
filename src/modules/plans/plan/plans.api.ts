import type { HttpServer } from '../../../platform/http/server.ts';
import type { PlansServices } from '../plans.services.ts';
import { serveRoute } from '../serve-route.ts';
import { planRoutes } from './plan-routes.contract.ts';

export function servePlans(app: HttpServer, { plans, views, tasks, lookBack, parameters }: PlansServices): void {
  serveRoute(app, planRoutes.listPlans, ({ actor, query }) => plans.list(actor, query));
  serveRoute(app, planRoutes.createPlan, ({ actor, body }) => plans.create(actor, body));
  serveRoute(app, planRoutes.getPlan, ({ actor, params }) => plans.get(actor, params.id));
  serveRoute(app, planRoutes.editPlan, ({ actor, params, body }) => plans.edit(actor, params.id, body));
  serveRoute(app, planRoutes.publishPlan, ({ actor, params, body }) => plans.publish(actor, params.id, body.version));
  serveRoute(app, planRoutes.closePlan, ({ actor, params, body }) => plans.close(actor, params.id, body.version));
  serveRoute(app, planRoutes.planOverview, ({ actor, params }) => views.overview(actor, params.id));
  serveRoute(app, planRoutes.planTimeline, ({ actor, params }) => views.timeline(actor, params.id));
  serveRoute(app, planRoutes.planCalendar, ({ actor, params, query }) => views.calendar(actor, params.id, query));
  serveRoute(app, planRoutes.subplans, ({ actor, params }) => views.subplans(actor, params.id));
  serveRoute(app, planRoutes.submitBreakdown, ({ actor, params, body }) =>
    views.submitBreakdown(actor, params.id, body.unitId),
  );
  serveRoute(app, planRoutes.addTask, ({ actor, params, body }) => tasks.add(actor, params.id, body));
  serveRoute(app, planRoutes.openLookBack, ({ actor, params }) => lookBack.open(actor, params.id));
  serveRoute(app, planRoutes.getLookBack, ({ actor, params }) => lookBack.get(actor, params.id));
  serveRoute(app, planRoutes.decideLookBack, ({ actor, params, body }) => lookBack.decide(actor, params.id, body));
  serveRoute(app, planRoutes.listParameters, () => parameters.list());
  serveRoute(app, planRoutes.setParameter, ({ actor, body }) => parameters.set(actor, body));
  serveRoute(app, planRoutes.deleteParameter, ({ actor, params }) => parameters.remove(actor, params.id));
}
