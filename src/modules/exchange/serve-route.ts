import type { Route } from '../../kernel/route.contract.ts';
import { serveRoute as serve } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';

/** Registers a route of this module's tables. */
export function serveRoute<R extends Route>(app: HttpServer, route: R, answer: Parameters<typeof serve<R>>[3]): void {
  serve(app, '报送与对账', route, answer);
}
