import { randomBytes } from 'node:crypto';
import type { HttpServer } from './http-server.ts';

/** Ours, never the client's: an operator must be able to trust that it names one request. */
export function requestId(): string {
  return randomBytes(9).toString('base64url');
}

/** One line per answer, with the route's pattern instead of the address: addresses hold search words, names and tokens. */
export function writeRequestLog(app: HttpServer): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
