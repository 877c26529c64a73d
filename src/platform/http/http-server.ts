import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor } from '../../kernel/permissions.ts';
import type { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}

/** The server as modules see it: schemas are zod's, and every request knows its actor. */
export type HttpServer = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Renders an error for a person; undefined: problem+json. */
export type ErrorPage = (problem: Problem, request: FastifyRequest) => string | undefined;
