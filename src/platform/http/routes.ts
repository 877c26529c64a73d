import type { Access } from './access.ts';
import type { HttpServer } from './http-server.ts';

export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/**
 * Lists every route for the authorisation matrix, and answers OPTIONS with what an address takes.
 * @throws Error at registration when a route names no access: a route that is not in the permission table does not start.
 */
export function collectRoutes(app: HttpServer): readonly RegisteredRoute[] {
  const routes: RegisteredRoute[] = [];
  app.addHook('onRoute', function (route) {
    const access = route.config?.access;
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      if (!access) throw new Error(`route without access: ${method} ${route.url}`);
      const isNew = !routes.some(({ url }) => url === route.url);
      routes.push({ method, url: route.url, access });
      if (!isNew) continue;
      this.options(
        route.routePath,
        { config: { access, anonymous: true }, schema: { hide: true } },
        (_request, reply) => reply.header('allow', allowed(routes, route.url)).code(204).send(),
      );
    }
  });
  return routes;
}

function allowed(routes: readonly RegisteredRoute[], url: string): string {
  const methods = routes.filter((route) => route.url === url).map(({ method }) => method);
  return [...new Set(['OPTIONS', ...(methods.includes('GET') ? ['HEAD'] : []), ...methods])].sort().join(', ');
}
