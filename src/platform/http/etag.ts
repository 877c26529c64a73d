import { createHash } from 'node:crypto';
import type { HttpServer } from './http-server.ts';

/** Lets browsers and data users ask "has it changed?" for whole answers that are small enough to hash. */
export function addEtags(app: HttpServer): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      // What a signed-in person saw must not lie on the disk of a shared machine.
      reply.header('cache-control', request.actor?.type === 'person' ? 'no-store' : 'no-cache');
    }
    if (request.method !== 'GET' || reply.statusCode !== 200 || reply.hasHeader('etag')) return payload;
    if (reply.getHeader('cache-control') === 'no-store') return payload;
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    const etag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', etag);
    if (!request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return payload;
    reply.code(304);
    return '';
  });
}
