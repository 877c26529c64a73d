import type { HttpServer } from '../../platform/http/server.ts';
import { planRoutes } from './plan-routes.contract.ts';
import type { PlansServices } from './plans.services.ts';
import { serveRoute } from './serve-route.ts';

export function servePlans(app: HttpServer, services: PlansServices): void {
  const { plans } = services;
  serveRoute(app, planRoutes.listPlans, ({ actor, query }) => plans.list(actor, query));
  serveRoute(app, planRoutes.createPlan, ({ actor, body }) => plans.create(actor, body));
  serveRoute(app, planRoutes.getPlan, ({ actor, params }) => plans.get(actor, params.id));
  serveRoute(app, planRoutes.editPlan, ({ actor, params, body }) => plans.edit(actor, params.id, body));
  serveRoute(app, planRoutes.publishPlan, ({ actor, params, body }) => plans.publish(actor, params.id, body.version));
  serveRoute(app, planRoutes.closePlan, ({ actor, params, body }) => plans.close(actor, params.id, body.version));
  serveRoute(app, planRoutes.addTask, ({ actor, params, body }) => services.tasks.add(actor, params.id, body));
}
