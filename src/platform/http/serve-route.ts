import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../../kernel/permissions.ts';
import type { Route } from '../../kernel/route.contract.ts';
import type { HttpServer } from './server.ts';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Answer<S> = S extends z.ZodType ? z.input<S> | z.output<S> : unknown;

export interface Asked<R extends Route> {
  readonly actor: Actor;
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Registers a route of the contract's table, so that server, API description and workbench can never differ.
 * @param tag Chinese heading under which the API description lists it
 */
export function serveRoute<R extends Route>(
  app: HttpServer,
  tag: string,
  route: R,
  answer: (asked: Asked<R>) => Promise<Answer<R['response']>>,
): void {
  app.route({
    method: route.method,
    url: route.url,
    config: { access: route.access },
    schema: {
      summary: route.summary,
      tags: [tag],
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      ...(route.upload ? { consumes: ['multipart/form-data'] } : {}),
      ...(route.response ? { response: { 200: route.response } } : {}),
    },
    handler: async (request, reply) =>
      answer({
        actor: request.actor,
        params: request.params as Parsed<R['params']>,
        query: request.query as Parsed<R['query']>,
        body: request.body as Parsed<R['body']>,
        request,
        reply,
      }),
  });
}
