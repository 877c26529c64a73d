import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import { localDateAt } from '../kernel/local-date.ts';
import { chooseEncoding } from '../platform/http/encoding.ts';
import type { Problem } from '../platform/http/problem.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { type Asset, buildScripts, buildStylesheet, type ScriptAsset } from './assets.ts';
import type { NavigationLink, PageContext } from './context.ts';
import { DISPLAY_COOKIE, type Display, readDisplay, writeDisplay } from './display.ts';
import { ErrorBody } from './error-page.tsx';
import { Freshness } from './freshness.ts';
import type { LivePage } from './live-page.ts';
import { page } from './page.tsx';
import { type MadePage, PageCache } from './page-cache.ts';
import type { FileRoute, PageRoute } from './page-route.ts';
import type { PortalPart } from './portal-part.ts';
import { shellPages } from './shell-pages.tsx';
import { addShellRoutes } from './shell-routes.ts';
import type { Site } from './site.ts';

export interface PortalOptions {
  readonly site: Site;
  readonly clock: Clock;
  /** Changes whenever anything that a public page shows may have changed; asked at most once a second. */
  readonly dataVersion: () => Promise<string>;
  readonly parts: readonly PortalPart[];
  /** Whole address of the sitemap, for robots.txt. */
  readonly sitemap?: string;
}

const ERROR_REPORTS = '我为政府网站找错';

/** The public site: pages of the parts in one frame, whole pages kept until the data or the day changes. */
export class Portal {
  readonly #options: PortalOptions;
  readonly #stylesheet: Asset = buildStylesheet();
  readonly #scripts: readonly ScriptAsset[] = buildScripts();
  readonly #navigation: readonly NavigationLink[];
  readonly #foot: readonly NavigationLink[];
  readonly #cache = new PageCache();
  readonly #freshness: Freshness;

  constructor(options: PortalOptions) {
    this.#options = options;
    this.#navigation = [{ href: '/', label: '首页' }, ...options.parts.flatMap((part) => part.navigation)];
    // Some offices have one place for reports about all their sites.
    const { errorReportUrl } = options.site;
    const own = options.parts.flatMap((part) => part.foot ?? []);
    this.#foot = errorReportUrl
      ? [{ href: errorReportUrl, label: ERROR_REPORTS }, ...own.filter((link) => link.label !== ERROR_REPORTS)]
      : own;
    // Overdue and "the next three months" change at midnight without any change of the data.
    this.#freshness = new Freshness(async () => `${await options.dataVersion()} ${localDateAt(options.clock.now())}`);
  }

  routes(app: HttpServer): void {
    addShellRoutes(app, [this.#stylesheet, ...this.#scripts], this.#options.sitemap);
    const pages = [...shellPages(this.#options), ...this.#options.parts.flatMap((part) => part.pages)];
    for (const route of pages) this.#addPage(app, route);
    for (const route of this.#options.parts.flatMap((part) => part.files)) this.#addFile(app, route);
    for (const route of this.#options.parts.flatMap((part) => part.live ?? [])) this.#addLive(app, route);
  }

  /** An error as a page of the site; made from the problem alone, so it works when nothing else does. */
  errorPage = (problem: Problem, request: FastifyRequest): string => {
    const context = this.#context(request.url, displayOf(request));
    return page({ title: problem.title, unlisted: true }, context, <ErrorBody problem={problem} />);
  };

  #addPage(app: HttpServer, route: PageRoute): void {
    app.get(
      route.url,
      { config: { access: route.access, anonymous: true }, schema: schemaOf(route) },
      async (request, reply) => {
        const display = displayOf(request);
        const { params, query } = request;
        const path = canonicalPath(request);
        await this.#send(request, reply, `${writeDisplay(display)} ${path}`, async (version) => {
          const content = await route.make({ params, query, version });
          if ('movedTo' in content) return { type: 'text/plain; charset=utf-8', text: '', movedTo: content.movedTo };
          const text = page(content.head, this.#context(path, display), content.body);
          return { type: 'text/html; charset=utf-8', text };
        });
        return reply;
      },
    );
  }

  #addFile(app: HttpServer, route: FileRoute): void {
    const schema = { ...(route.params && { params: route.params }), summary: route.summary, tags: ['open data'] };
    app.get(route.url, { config: { access: route.access, anonymous: true }, schema }, async (request, reply) => {
      await this.#send(request, reply, `file ${pathOf(request)}`, async (version) => {
        const file = await route.make({ params: request.params, version });
        const name = file.fileName && `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`;
        return { type: file.type, text: file.text, headers: name ? { 'content-disposition': name } : {} };
      });
      return reply;
    });
  }

  #addLive(app: HttpServer, route: LivePage): void {
    const { method, url, access, perMinute, tooMany } = route;
    const limit = perMinute === undefined ? undefined : { max: perMinute, timeWindow: 60_000 };
    const rateLimit = limit && !tooMany ? { rateLimit: limit } : {};
    const count = limit && tooMany ? app.createRateLimit(limit) : undefined;
    app.route({
      method,
      url,
      config: { access, anonymous: true, ...rateLimit },
      schema: { hide: true },
      handler: async (request, reply) => {
        const counted = await count?.(request);
        const wait = counted && !counted.isAllowed && counted.isExceeded ? counted.ttlInSeconds : null;
        if (wait !== null) reply.header('retry-after', wait);
        const content =
          wait !== null && tooMany ? await tooMany(request, reply, wait) : await route.make(request, reply);
        reply.header('cache-control', 'no-store');
        if ('goTo' in content) return reply.redirect(content.goTo, 303);
        if (content.retryAfter !== undefined) reply.header('retry-after', content.retryAfter);
        const context = this.#context(content.path ?? request.url, displayOf(request));
        return reply
          .code(content.status ?? 200)
          .type('text/html; charset=utf-8')
          .send(page(content.head, context, content.body));
      },
    });
  }

  async #send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: (version: string) => Promise<MadePage>,
  ): Promise<void> {
    const version = await this.#freshness.current();
    const kept = await this.#cache.get(key, version, () => make(version));
    reply.header('etag', kept.etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding, cookie');
    reply.headers(kept.headers);
    if (kept.movedTo !== undefined) {
      await reply.redirect(kept.movedTo, 301);
      return;
    }
    if (request.headers['if-none-match']?.includes(kept.etag)) {
      await reply.code(304).send();
      return;
    }
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    // An address with inputs that the page does not know would be kept beside the page itself, without end.
    if (key.endsWith(` ${request.url}`)) reply.keptWhile = () => this.#freshness.is(version);
    await reply.type(kept.type).send(await kept.body(encoding));
  }

  #context(path: string, display: Display): PageContext {
    return {
      site: this.#options.site,
      navigation: this.#navigation,
      foot: this.#foot,
      display,
      path,
      stylesheet: this.#stylesheet.path,
      scripts: this.#scripts,
    };
  }
}

/** Pages are for people: they stay out of the API description. */
function schemaOf(route: PageRoute) {
  return { ...(route.params && { params: route.params }), querystring: route.query ?? z.object({}), hide: true };
}

function displayOf(request: FastifyRequest): Display {
  return readDisplay(request.cookies?.[DISPLAY_COOKIE]);
}

/**
 * The address as the page understood it: inputs it does not know are left out, so that they can neither fill the cache nor
 * enter a page that others will be shown.
 */
function canonicalPath(request: FastifyRequest): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? pathOf(request) : `${pathOf(request)}?${query}`;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}
