import type { Readiness } from '../db/readiness.ts';
import type { Access } from './access.ts';
import type { HttpServer } from './http-server.ts';

const access: Access = { kind: 'portal', action: 'read' };

/** What load balancers, supervisors and programmers ask; none of it asks who is asking, so it answers when the database does not. */
export function addMachineRoutes(
  app: HttpServer,
  ready: () => Promise<Readiness>,
  warnings: () => Promise<readonly string[]> = async () => [],
): void {
  const config = { access, anonymous: true, rateLimit: false } as const;
  app.get('/healthz', { config, schema: { summary: '进程是否存活', tags: ['运行'] } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', { config, schema: { summary: '能否办理业务', tags: ['运行'] } }, async (_request, reply) => {
    const readiness = await ready();
    // Work can be done all the same, but somebody must look; never waited for when the database is away.
    const notes = readiness.ready ? await warnings() : [];
    return reply
      .code(readiness.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: readiness.ready ? 'ready' : 'unready',
        reasons: readiness.reasons,
        ...(notes.length > 0 ? { warnings: notes } : {}),
      });
  });
  app.get(
    '/api/openapi.json',
    { config: { access, anonymous: true }, schema: { summary: '接口说明（OpenAPI 3.1）', tags: ['运行'] } },
    async (_request, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
}
