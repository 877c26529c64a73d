import { readFile } from 'node:fs/promises';
import { AppError } from '../../kernel/app-error.ts';
import type { HttpServer } from '../../platform/http/http-server.ts';
import type { LogService } from './log/log.service.ts';
import { TILE_WIDTH } from './tiles/tile-layout.ts';
import { parseTilePath } from './tiles/tile-path.ts';

const config = { access: { kind: 'log', action: 'read' }, anonymous: true } as const;
const tags = ['公开存证'];
const TEXT = 'text/plain; charset=utf-8';
const AUDIT_PROGRAM = new URL('./audit/log-audit.mjs', import.meta.url);

/** The log as C2SP tlog-tiles serves it: for anybody, from anywhere, kept by caches for as long as it holds. */
export function logRoutes(app: HttpServer, log: LogService): void {
  app.get(
    '/log/checkpoint',
    { config, schema: { summary: '最新检查点（C2SP tlog-checkpoint）', tags } },
    async (_request, reply) => {
      const note = await log.checkpoint();
      if (note === undefined) throw absent();
      // Seconds: whoever compares two checkpoints must not be handed an old one.
      return reply.headers(OPEN).header('cache-control', 'public, max-age=2').type(TEXT).send(note);
    },
  );

  app.get(
    '/log/tile/*',
    { config, schema: { summary: '哈希瓦片和存证条目（C2SP tlog-tiles）', tags } },
    async (request, reply) => {
      const tile = parseTilePath(`tile/${(request.params as { '*': string })['*']}`);
      const bytes = tile && (await log.tile(tile));
      if (!tile || !bytes) throw absent();
      // A partial tile never changes either, but nobody needs it once the full one is there.
      const age = tile.width === TILE_WIDTH ? 31_536_000 : 86_400;
      return reply
        .headers(OPEN)
        .header('cache-control', `public, max-age=${age}, immutable`)
        .type('application/octet-stream')
        .send(bytes);
    },
  );

  app.get('/log/key', { config, schema: { summary: '日志公钥（C2SP vkey）', tags } }, async (_request, reply) => {
    const key = await log.verifierKey();
    if (key === undefined) throw absent();
    return reply.headers(OPEN).header('cache-control', 'public, max-age=300').type(TEXT).send(`${key}\n`);
  });

  app.get(
    '/log/audit.mjs',
    { config, schema: { summary: '独立核验程序（Node 20 以上）', tags } },
    async (_request, reply) =>
      reply
        .header('content-disposition', 'attachment; filename="log-audit.mjs"')
        .header('cache-control', 'public, max-age=300')
        .type('text/javascript; charset=utf-8')
        .send(await readFile(AUDIT_PROGRAM)),
  );
}

/** Pages of other sites may read the log too; there is nothing in it that is not for all. */
const OPEN = { 'access-control-allow-origin': '*' };

function absent(): AppError {
  return new AppError('log-absent', 404, '公开存证日志中没有这一部分，它可能还没有签名。请先读取 /log/checkpoint。');
}
