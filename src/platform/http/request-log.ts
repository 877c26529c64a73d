import { randomBytes } from 'node:crypto';
import type { HttpServer } from './http-server.ts';

const PROCESS = randomBytes(6).toString('base64url');
let requests = 0;

/** Ours, never the client's: an operator must be able to trust that it names one request. It opens nothing, so it may be counted. */
export function requestId(): string {
  requests += 1;
  return `${PROCESS}-${requests.toString(36)}`;
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
