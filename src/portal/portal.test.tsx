import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../kernel/app-error.ts';
import { SettableClock } from '../kernel/clock.ts';
import { openTestServer, type TestServer } from '../platform/http/server.fixtures.ts';
import { fileRoute, type LivePage, Portal, pageRoute, Site } from './index.ts';

const access = { kind: 'plan', action: 'read' };
const site = Site.parse({ name: '明湖区政务公开', sponsor: '明湖区人民政府办公室', siteCode: '1304000009' });

let forms = 0;
const live: LivePage[] = [
  {
    method: 'GET',
    url: '/ask',
    access,
    make: async () => {
      forms += 1;
      const body = (
        <form method="post" action="/ask">
          <h1>提问 {forms}</h1>
          <div data-answered="/api/answered" />
        </form>
      );
      return { head: { title: '提问', trail: [], unlisted: true }, body };
    },
  },
  {
    method: 'POST',
    url: '/ask',
    access,
    make: async (request) => {
      const { words } = request.body as { words: string };
      if (words === 'elsewhere') return { goTo: '/things' };
      return { head: { title: '收到' }, body: <h1>{words}</h1>, status: 422, path: '/ask?kind=1' };
    },
  },
];

let server: TestServer;
let version = '1';
let rendered = 0;

beforeAll(async () => {
  const clock = new SettableClock('2026-11-21T02:00:00Z');
  const part = {
    navigation: [{ href: '/things', label: '事项' }],
    home: async () => ({
      entrance: <p>检索框</p>,
      entries: [{ href: '/things', label: '全部事项', note: '共 9 件' }],
      sections: <p>首页内容</p>,
      feeds: [{ href: '/things.rss', type: 'application/rss+xml', title: '新事项' }],
    }),
    about: () => <p>怎样算</p>,
    foot: [{ href: '/errors', label: '我为政府网站找错' }],
    live,
    pages: [
      pageRoute({
        url: '/things',
        access,
        query: z.object({ q: z.string().max(20).optional().catch(undefined) }),
        make: async ({ query }) => {
          rendered += 1;
          const head = { title: '事项', trail: [], column: { name: '事项', description: '说明', keywords: '词' } };
          return { head, body: <h1>找到 {query.q ?? '全部'}</h1> };
        },
      }),
      pageRoute({
        url: '/things/find',
        access,
        make: async () => ({
          head: { title: '查找事项', trail: [] },
          body: (
            <form action="/things" method="get">
              <h1>查找事项</h1>
              <input name="q" type="search" aria-label="查找事项" data-suggest="/api/words" />
            </form>
          ),
        }),
      }),
      pageRoute({
        url: '/things/:number',
        access,
        params: z.object({ number: z.coerce.number().int() }),
        make: async ({ params }) => {
          if (params.number > 9) throw new AppError('not-found', 404, '没有这件事项，请检查编号。');
          const article = { title: `事项 ${params.number}`, publishedAt: '2026-03-16 10:30', source: '区政府办' };
          return {
            head: { title: article.title, trail: [{ href: '/things', label: '事项' }], article },
            body: <h1>{article.title}</h1>,
          };
        },
      }),
    ],
    files: [
      fileRoute({
        url: '/things.csv',
        access,
        summary: 'things',
        make: async () => ({ type: 'text/csv; charset=utf-8', text: '序号\r\n', fileName: '事项.csv' }),
      }),
    ],
  };
  const portal = new Portal({ site, clock, dataVersion: async () => version, parts: [part] });
  server = await openTestServer((app) => portal.routes(app), { errorPage: portal.errorPage });
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });

describe('home', () => {
  it('puts together what the parts give: a way to search, ways in, news and feeds', async () => {
    const { body } = await get('/');
    expect(body).toContain('<h1>明湖区政务公开</h1>');
    const order = ['<h1', '检索框', 'href="/things"><span class="entries-label">全部事项', '首页内容'];
    const places = order.map((piece) => body.lastIndexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(body).toContain('type="application/rss+xml"');
  });
});

describe('frame', () => {
  it('names its language, landmarks, one h1 and a way past the navigation', async () => {
    const { body } = await get('/things');
    expect(body).toContain('<html lang="zh-CN"');
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    for (const landmark of ['<header', '<main id="content"', '<footer', 'aria-label="主导航"'])
      expect(body).toContain(landmark);
    expect(body.indexOf('href="#content"')).toBeLessThan(body.indexOf('<header'));
  });

  it('runs nothing and styles nothing inside the page', async () => {
    for (const url of ['/', '/things', '/about', '/accessibility', '/nowhere']) {
      const { body } = await get(url);
      expect(body).not.toMatch(/<script|<style| style=| on[a-z]+=|javascript:/);
    }
  });

  it('loads one file of our own where there is a search box, which works without it', async () => {
    const { body, headers } = await get('/things/find');
    const [script, ...others] = body.match(/<script[^>]*>.*?<\/script>/g) ?? [];
    expect(others).toEqual([]);
    const path = /^<script src="(\/assets\/suggest-[0-9a-f]{12}\.js)" defer><\/script>$/.exec(script ?? '')?.[1] ?? '';
    expect(body).toContain('<form action="/things" method="get">');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    const file = await get(path);
    expect(file.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const again = await server.app.inject({ url: '/things/find', headers: { 'if-none-match': String(headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  it('carries the official tags of the site, the column and the article', async () => {
    const column = (await get('/things')).body;
    for (const tag of [
      'name="SiteName" content="明湖区政务公开"',
      'name="SiteIDCode" content="1304000009"',
      'name="ColumnName"',
    ]) {
      expect(column).toContain(tag);
    }
    expect(column).not.toContain('SiteDomain');
    const article = (await get('/things/3')).body;
    expect(article).toContain('name="ArticleTitle" content="事项 3"');
    expect(article).toContain('name="PubDate" content="2026-03-16 10:30"');
    expect(article).toContain('name="ContentSource" content="区政府办"');
  });

  it('shows in the foot what the office set, and says what it did not', async () => {
    const { body } = await get('/');
    expect(body).toContain('明湖区人民政府办公室');
    expect(body).toContain('<dt>ICP备案号</dt><dd>待设置</dd>');
  });

  it('marks where the visitor is', async () => {
    expect((await get('/things')).body).toContain('<a href="/things" aria-current="page">');
    expect((await get('/things/3')).body).toContain('<a href="/things" aria-current="true">');
    expect((await get('/things/3')).body).toContain('<li aria-current="page">事项 3</li>');
  });
});

describe('cache', () => {
  it('renders again only when the data changed', async () => {
    await get('/things?q=甲');
    const before = rendered;
    await get('/things?q=甲');
    expect(rendered).toBe(before);
    version = '2';
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await get('/things?q=甲');
    expect(rendered).toBe(before + 1);
  });

  it('answers 304 to a browser that holds the page', async () => {
    const first = await get('/things');
    const again = await get('/things', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers.vary).toBe('accept-encoding, cookie');
  });

  it('sends the bytes compressed as the browser takes them', async () => {
    const plain = await get('/things');
    const packed = await get('/things', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
  });

  it('lets no unknown input into a page that others are shown', async () => {
    const before = rendered;
    const attacked = await get('/things?utm=evil&back=//evil');
    expect(attacked.body).not.toContain('evil');
    expect((await get('/things')).body).toBe(attacked.body);
    expect(rendered).toBeLessThanOrEqual(before + 1);
  });

  it('keeps each display apart', async () => {
    const large = await get('/things', { cookie: 'mingchuang_display=large.high' });
    expect(large.body).toContain('data-type="large" data-contrast="high"');
    expect((await get('/things')).body).toContain('data-type="standard" data-contrast="standard"');
  });
});

describe('display switch', () => {
  it('remembers the choice and comes back', async () => {
    const page = await get('/things?q=甲');
    const href = /href="(\/display\?type=large[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const answer = await get(href);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/things?q=%E7%94%B2');
    expect(answer.headers['set-cookie']).toMatch(/^mingchuang_display=large;.*HttpOnly; SameSite=Lax$/);
  });

  it('never leads to another site', async () => {
    expect((await get('/display?type=large&back=//evil.example')).headers.location).toBe('/');
  });
});

describe('errors', () => {
  it('are pages of the site with something to do', async () => {
    const answer = await get('/things/10');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('没有这件事项，请检查编号。');
    expect(answer.body).toContain('您可以这样做');
    expect(answer.body).toContain('name="robots" content="noindex"');
    expect(answer.headers.etag).toBeUndefined();
  });

  it('are problem+json for programs', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/things/10' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('escape the address that was asked for', async () => {
    expect((await get('/nowhere"><script>alert(1)</script>')).body).not.toContain('<script');
  });
});

describe('files', () => {
  it('give the stylesheet for ever and under the name in the page', async () => {
    const path = /href="(\/assets\/[^"]+\.css)"/.exec((await get('/')).body)?.[1] ?? '';
    const sheet = await get(path);
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers['cache-control']).toContain('immutable');
  });

  it('give icons and robots.txt', async () => {
    expect((await get('/favicon.svg')).headers['content-type']).toBe('image/svg+xml');
    expect((await get('/favicon.ico')).rawPayload.readUInt16LE(2)).toBe(1);
    expect((await get('/robots.txt')).body).toContain('Disallow: /workbench/');
  });

  it('name a download in UTF-8', async () => {
    const answer = await get('/things.csv');
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E4%BA%8B%E9%A1%B9.csv");
  });
});

describe('live pages', () => {
  const post = (words: string) =>
    server.app.inject({
      method: 'POST',
      url: '/ask',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ words }).toString(),
    });

  it('are made anew for each request and kept by nobody', async () => {
    const [first, second] = [await get('/ask'), await get('/ask')];
    expect(first.body).not.toBe(second.body);
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.body).toMatch(/<script src="\/assets\/answered-[0-9a-f]{12}\.js" defer><\/script><\/head>/);
    expect(first.body).not.toContain('/assets/suggest-');
  });

  it('answer a form in the frame with their own status, lead elsewhere, and let the display be switched', async () => {
    const answer = await post('<b>说</b>');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('<h1>&lt;b>说&lt;/b></h1>');
    expect(answer.body).toContain(encodeURIComponent('/ask?kind=1'));
    expect(answer.headers['cache-control']).toBe('no-store');
    const gone = await post('elsewhere');
    expect([gone.statusCode, gone.headers.location]).toEqual([303, '/things']);
  });
});

it('has links of the parts in the foot, and the office’s own place for error reports instead, where it has one', async () => {
  expect((await get('/')).body).toContain('<a href="/errors" rel="noopener">我为政府网站找错</a>');
  const errorReportUrl = 'https://errors.example/report';
  const part = { navigation: [], pages: [], files: [], foot: [{ href: '/errors', label: '我为政府网站找错' }] };
  const clock = new SettableClock('2026-11-21T02:00:00Z');
  const own = { ...site, errorReportUrl };
  const portal = new Portal({ site: own, clock, dataVersion: async () => '1', parts: [part] });
  const other = await openTestServer((app) => portal.routes(app), { errorPage: portal.errorPage });
  const { body } = await other.app.inject({ url: '/', headers: { accept: 'text/html' } });
  await other.close();
  expect(body).toContain(errorReportUrl);
  expect(body).not.toContain('href="/errors"');
});
