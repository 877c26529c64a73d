import type { Route } from '../../kernel/route.contract.ts';
import { type Asked, serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';

/** Registers a route of this module's tables. */
export function serve<R extends Route>(
  app: HttpServer,
  route: R,
  answer: (asked: Asked<R>) => ReturnType<Parameters<typeof serveRoute<R>>[3]>,
): void {
  serveRoute(app, '信息公开', route, answer);
}
