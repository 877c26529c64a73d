import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import type { HttpServer } from '../../../platform/http/http-server.ts';
import type { WitnessService } from './witness.service.ts';

const tags = ['公开存证'];
const TEXT = 'text/plain; charset=utf-8';
const read = { access: { kind: 'log', action: 'read' }, anonymous: true } as const;
const LONGEST_REQUEST = 65_536;

/** C2SP tlog-witness: other logs ask for cosignatures here; their signature is their only credential. */
export function witnessRoutes(app: HttpServer, witness: WitnessService): void {
  app.get(
    '/log/witness/key',
    { config: read, schema: { summary: '见证方公钥（C2SP vkey）', tags } },
    async (_request, reply) => {
      const key = await witness.verifierKey();
      if (key === undefined) throw absent();
      return reply.header('cache-control', 'public, max-age=300').type(TEXT).send(`${key}\n`);
    },
  );

  app.get(
    '/log/witness/:originHash/checkpoint',
    {
      config: read,
      schema: { summary: '最近见证的检查点', tags, params: z.object({ originHash: z.string().max(64) }) },
    },
    async (request, reply) => {
      const note = await witness.witnessed(request.params.originHash);
      if (note === undefined) throw absent();
      return reply.header('cache-control', 'public, max-age=60').type(TEXT).send(note);
    },
  );

  app.register(async (scope) => {
    // The protocol names no content type, so the body is text whatever it is called.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LONGEST_REQUEST }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(
      '/log/witness/add-checkpoint',
      {
        config: {
          access: { kind: 'log', action: 'witness' },
          anonymous: true,
          rateLimit: { max: 120, timeWindow: 60_000 },
        },
        schema: { summary: '请求见证（C2SP tlog-witness）', tags },
      },
      async (request, reply) => {
        const answer = await witness.addCheckpoint(typeof request.body === 'string' ? request.body : '');
        reply.header('cache-control', 'no-store').code(answer.status);
        if (answer.status === 200) return reply.type(TEXT).send(answer.lines);
        if (answer.status === 409) return reply.type('text/x.tlog.size').send(`${answer.size}\n`);
        return reply.type(TEXT).send('');
      },
    );
  });
}

function absent(): AppError {
  return new AppError('log-absent', 404, '这里没有见证过这份日志。');
}
