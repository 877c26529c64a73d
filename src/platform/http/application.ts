import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Access } from './access.ts';
import type { HttpServer } from './http-server.ts';

export interface Application {
  /** Without a trailing slash, for example `/workbench`. */
  readonly prefix: string;
  /** Folder with index.html and assets/ as the bundler leaves them. */
  readonly folder: string;
  readonly access: Access;
}

/**
 * Serves a browser application: files whose names hold their hash for ever, everything else as its index page, whose style elements carry a
 * nonce that is new in each answer (the component library writes styles while it runs; scripts never need one).
 */
export async function serveApplication(app: HttpServer, { prefix, folder, access }: Application): Promise<void> {
  const index = join(folder, 'index.html');
  const html = existsSync(index) ? readFileSync(index, 'utf8') : undefined;
  await app.register(fastifyStatic, { root: folder, serve: false, decorateReply: true });

  app.get(prefix, { config: { access }, schema: { hide: true } }, (_request, reply) => reply.redirect(`${prefix}/`));
  app.get(`${prefix}/*`, { config: { access }, schema: { hide: true } }, (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (/^[\w-]+(\/[\w.-]+)*\.\w+$|^[\w.-]+\.\w+$/.test(path)) {
      const forEver = path.startsWith('assets/');
      return reply.sendFile(path, forEver ? { maxAge: '365d', immutable: true } : { maxAge: '1h' });
    }
    if (html === undefined) throw Object.assign(new Error(`${prefix} is not built`), { statusCode: 503 });
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll('__CSP_NONCE__', nonce));
  });
}

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
