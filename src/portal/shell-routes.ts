import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Access } from '../platform/http/access.ts';
import { chooseEncoding } from '../platform/http/encoding.ts';
import type { HttpServer } from '../platform/http/server.ts';
import type { Asset } from './assets.ts';
import { DISPLAY_COOKIE, safeBack, writeDisplay } from './display.ts';
import { FAVICON_SVG } from './mark.tsx';

const access: Access = { kind: 'portal', action: 'read' };
const config = { access, anonymous: true };
const hidden = { config, schema: { hide: true } };
const A_YEAR = 31_536_000;
const A_DAY = 86_400;

const DisplayQuery = z.object({
  type: z.enum(['standard', 'large']).catch('standard'),
  contrast: z.enum(['standard', 'high']).catch('standard'),
  back: z.string().max(2_000).optional().catch(undefined),
});

/** Stylesheet, script, icons, robots.txt and the switch of the display. */
export function addShellRoutes(app: HttpServer, assets: readonly Asset[], sitemap: string | undefined): void {
  for (const asset of assets) addAsset(app, asset);
  const icon = readFileSync(new URL('./styles/favicon.ico', import.meta.url));
  addFile(app, '/favicon.svg', 'image/svg+xml', FAVICON_SVG);
  addFile(app, '/favicon.ico', 'image/vnd.microsoft.icon', icon);
  addFile(
    app,
    '/robots.txt',
    'text/plain; charset=utf-8',
    `User-agent: *\nDisallow: /workbench/\nDisallow: /api/\nDisallow: /display\n${sitemap ? `Sitemap: ${sitemap}\n` : ''}`,
  );
  addDisplaySwitch(app);
}

function addAsset(app: HttpServer, { path, type, body, brotli, gzip }: Asset): void {
  app.get(path, hidden, async (request, reply) => {
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.header('cache-control', `public, max-age=${A_YEAR}, immutable`).header('vary', 'accept-encoding');
    return reply.type(type).send({ br: brotli, gzip, identity: body }[encoding]);
  });
}

function addFile(app: HttpServer, url: string, type: string, body: string | Buffer): void {
  app.get(url, hidden, async (_request, reply) =>
    reply.header('cache-control', `public, max-age=${A_DAY}`).type(type).send(body),
  );
}

/** A link rather than a form: it keeps nothing but how this browser wants to see the pages. */
function addDisplaySwitch(app: HttpServer): void {
  app.get('/display', { config, schema: { querystring: DisplayQuery, hide: true } }, async (request, reply) => {
    const { type, contrast, back } = request.query;
    reply.setCookie(DISPLAY_COOKIE, writeDisplay({ type, contrast }), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: A_YEAR,
    });
    return reply.header('cache-control', 'no-store').redirect(safeBack(back), 303);
  });
}
