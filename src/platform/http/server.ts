import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { type Actor, couldEver, refusal } from '../../kernel/permissions.ts';
import type { Access } from './access.ts';
import { expected, problemOf } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}

export type HttpServer = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface ServerOptions {
  readonly logger: FastifyBaseLogger;
  /** Finds who asks, from the session cookie. */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  /** Renders an error for a person; absent or undefined: problem+json. */
  readonly errorPage?: (problem: import('./problem.ts').Problem, request: FastifyRequest) => string | undefined;
}

export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/** Bare server with gates; the modules add their routes. `routes` lists every route for the authorisation matrix. */
export async function createServer(
  options: ServerOptions,
): Promise<{ app: HttpServer; routes: readonly RegisteredRoute[] }> {
  const app = Fastify({ loggerInstance: options.logger }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes = collectRoutes(app as HttpServer);

  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);
  await app.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: '明窗 Mingchuang', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  });

  app.decorateRequest('actor');
  app.addHook('onRequest', async (request) => {
    request.actor = await options.identify(request);
  });
  app.addHook('preValidation', async (request) => {
    const access = request.routeOptions.config.access;
    if (access && !couldEver(request.actor, access.action, access.kind)) throw refusal(request.actor);
  });

  app.setNotFoundHandler(() => {
    throw Object.assign(new Error('no such route'), { statusCode: 404 });
  });
  app.setErrorHandler(async (error, request, reply) => {
    const shown = expected(error);
    if (shown.status >= 500) request.log.error({ err: error }, 'request failed');
    const problem = problemOf(shown, request.id);
    const page = request.headers.accept?.includes('text/html') ? options.errorPage?.(problem, request) : undefined;
    reply.code(problem.status);
    if (page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
    return reply.type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem);
  });
  return { app: app as HttpServer, routes };
}

/** @throws Error at registration when a route names no access: a route that is not in the permission table does not start. */
function collectRoutes(app: HttpServer): readonly RegisteredRoute[] {
  const routes: RegisteredRoute[] = [];
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      if (!access) throw new Error(`route without access: ${method} ${route.url}`);
      routes.push({ method, url: route.url, access });
    }
  });
  return routes;
}
