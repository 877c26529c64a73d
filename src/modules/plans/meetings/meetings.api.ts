import type { HttpServer } from '../../../platform/http/server.ts';
import type { PlansServices } from '../plans.services.ts';
import { serveRoute } from '../serve-route.ts';
import { meetingRoutes } from './meeting-routes.contract.ts';

export function serveMeetings(app: HttpServer, { meetings, issues, keyFields }: PlansServices): void {
  serveRoute(app, meetingRoutes.listMeetings, ({ actor, query }) => meetings.list(actor, query));
  serveRoute(app, meetingRoutes.createMeeting, ({ actor, body }) => meetings.create(actor, body));
  serveRoute(app, meetingRoutes.getMeeting, ({ actor, params }) => meetings.get(actor, params.id));
  serveRoute(app, meetingRoutes.editMeeting, ({ actor, params, body }) => meetings.edit(actor, params.id, body));
  serveRoute(app, meetingRoutes.finishActionItem, ({ actor, params, body }) => meetings.finish(actor, params.id, body));
  serveRoute(app, meetingRoutes.listIssues, ({ actor, query }) => issues.list(actor, query));
  serveRoute(app, meetingRoutes.createIssue, ({ actor, body }) => issues.create(actor, body));
  serveRoute(app, meetingRoutes.editIssue, ({ actor, params, body }) => issues.edit(actor, params.id, body));
  serveRoute(app, meetingRoutes.decideIssue, ({ actor, params, body }) => issues.decide(actor, params.id, body));
  serveRoute(app, meetingRoutes.listKeyFields, ({ actor, query }) => keyFields.list(actor, query));
  serveRoute(app, meetingRoutes.declareKeyField, ({ actor, body }) => keyFields.declare(actor, body));
  serveRoute(app, meetingRoutes.editKeyField, ({ actor, params, body }) => keyFields.edit(actor, params.id, body));
  serveRoute(app, meetingRoutes.decideKeyField, ({ actor, params, body }) => keyFields.decide(actor, params.id, body));
}
