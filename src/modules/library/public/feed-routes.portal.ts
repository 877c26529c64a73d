import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { type FileRoute, fileRoute } from '../../../portal/index.ts';
import { atom, type Feed, rss } from '../feeds/feed.ts';
import { ADDRESSES_A_SITEMAP, type SitemapEntry, sitemap, sitemapFiles, sitemapIndex } from '../feeds/sitemap.ts';
import { demandItem, NumberParams, validityOf } from './document-routes.portal.tsx';
import { documentText } from './document-text.ts';
import type { PortalContext } from './portal-context.ts';

const access = { kind: 'portal', action: 'read' };
const IN_FEED = 50;
/** Pages that are always there. */
const PAGES = ['/', '/library', '/library/normative', '/topics', '/openness', '/plans', '/units', '/about'];

/** Feeds, sitemap, text downloads. */
export function feedFiles(context: PortalContext): FileRoute[] {
  const { open, origin } = context;
  return [
    fileRoute({
      url: '/library/feed.rss',
      access,
      summary: '最新政策文件（RSS 2.0）',
      make: async () => ({
        type: 'application/rss+xml; charset=utf-8',
        text: rss(await feed(context, '/library/feed.rss')),
      }),
    }),
    fileRoute({
      url: '/library/feed.atom',
      access,
      summary: '最新政策文件（Atom）',
      make: async () => ({
        type: 'application/atom+xml; charset=utf-8',
        text: atom(await feed(context, '/library/feed.atom')),
      }),
    }),
    fileRoute({
      url: '/sitemap.xml',
      access,
      summary: '站点地图',
      make: async () => {
        const files = sitemapFiles((await open.count()) + (await pagesOf(context)).length);
        const paths = Array.from({ length: files }, (_, at) => `/sitemap/${at + 1}.xml`);
        return {
          type: 'application/xml; charset=utf-8',
          text: files === 1 ? await part(context, 1) : sitemapIndex(origin, paths),
        };
      },
    }),
    fileRoute({
      url: '/sitemap/:part',
      access,
      summary: '站点地图的一部分',
      params: z.object({ part: z.string().regex(/^\d{1,6}\.xml$/) }),
      make: async ({ params }) => {
        const number = Number.parseInt(params.part, 10);
        if (number < 1 || number > sitemapFiles((await open.count()) + (await pagesOf(context)).length))
          throw new AppError('not-found', 404, '没有这一部分站点地图，请从 /sitemap.xml 重新读取。');
        return { type: 'application/xml; charset=utf-8', text: await part(context, number) };
      },
    }),
    fileRoute({
      url: '/documents/:number/text.txt',
      access,
      summary: '文件正文（纯文本）',
      params: NumberParams,
      make: async ({ params }) => {
        const item = await demandItem(open, params.number);
        const address = `${origin}/documents/${item.number}`;
        const known = await validityOf(open, item);
        const text = documentText(item, known?.validity ?? null, address, open.today);
        return { type: 'text/plain; charset=utf-8', text, fileName: `${item.title}.txt` };
      },
    }),
  ];
}

async function feed({ open, origin }: PortalContext, path: string): Promise<Feed> {
  const entries = (await open.newest(IN_FEED)).map((one) => ({
    path: `/documents/${one.number}`,
    title: one.title,
    summary: one.summary,
    author: one.issuer ?? '',
    topics: one.topic ? [one.topic] : [],
    publishedAt: one.firstPublishedAt,
    changedAt: one.changedAt,
  }));
  return { title: '最新政策文件', description: '最近主动公开的政策文件', origin, path, entries };
}

/** What is no document of the library: its own pages and what the modules above have; before the documents in the sitemap. */
async function pagesOf({ open, sitemapShares }: PortalContext): Promise<SitemapEntry[]> {
  const topics = (await open.topics.topics()).filter((topic) => topic.retiredOn === null);
  const units = await open.units();
  const own = [
    ...PAGES,
    ...topics.map((topic) => `/topics/${encodeURIComponent(topic.code)}`),
    ...units.map((unit) => `/openness/${encodeURIComponent(unit.code)}`),
  ];
  return [...own.map((path) => ({ path, changedAt: null })), ...(await sitemapShares.entries())];
}

async function part(context: PortalContext, number: number): Promise<string> {
  const { open, origin } = context;
  const offset = (number - 1) * ADDRESSES_A_SITEMAP;
  const all = await pagesOf(context);
  const pages = all.slice(offset, offset + ADDRESSES_A_SITEMAP);
  const from = Math.max(0, offset - all.length);
  const documents = await open.addresses(from, ADDRESSES_A_SITEMAP - pages.length);
  return sitemap(origin, [
    ...pages,
    ...documents.map((one) => ({ path: `/documents/${one.number}`, changedAt: one.changedAt })),
  ]);
}
