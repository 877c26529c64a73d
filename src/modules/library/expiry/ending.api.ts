import type { HttpServer } from '../../../platform/http/server.ts';
import { serveRoute } from '../serve-route.ts';
import { endingRoutes } from './ending.contract.ts';
import type { Reminders } from './reminders.service.ts';

export function serveEnding(app: HttpServer, reminders: Reminders): void {
  serveRoute(app, endingRoutes.ending, async () => ({ items: await reminders.duties() }));
}
