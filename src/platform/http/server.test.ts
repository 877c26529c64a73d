import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import { OFFICER_ID, officerHeaders, openTestServer, type TestServer } from './server.fixtures.ts';

const Unit = z.object({
  name: z.string().min(1).max(20).meta({ title: '单位名称' }),
  email: z.email().optional().meta({ title: '邮箱' }),
  members: z.array(z.object({ name: z.string().meta({ title: '成员' }) })).default([]),
});

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(
    (app) => {
      const read = { access: { kind: 'unit', action: 'read' } };
      app.get('/api/units/:id', { config: read }, async () => ({ name: '明湖区政府办公室'.repeat(200) }));
      app.get('/', { config: { access: { kind: 'portal', action: 'read' } } }, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').send(`<p>${'门户'.repeat(2000)}</p>`),
      );
      app.post(
        '/api/plans/:id',
        { config: { access: { kind: 'plan', action: 'import' } }, schema: { body: Unit } },
        () => ({
          done: true,
        }),
      );
      app.post(
        '/api/units',
        { config: { access: { kind: 'unit', action: 'create' } }, schema: { body: Unit } },
        () => ({
          done: true,
        }),
      );
      app.get('/fails', { config: { access: { kind: 'portal', action: 'read' } } }, async () => {
        throw new Error('password of 李明 is 123');
      });
      app.get('/locked', { config: { access: { kind: 'portal', action: 'read' } } }, async () => {
        throw new AppError('locked', 423, '已锁定。');
      });
      app.get('/crowded', { config: { access: { kind: 'portal', action: 'read' } } }, async () => {
        throw new Error('timeout exceeded when trying to connect');
      });
    },
    { errorPage: (problem) => `<h1>${problem.title}</h1>` },
  );
});
afterAll(() => server.close());

it('tells whoever found no free connection to come back, and when', async () => {
  const answer = await server.app.inject('/crowded');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  expect(answer.json()).toMatchObject({ code: 'crowded', detail: expect.stringContaining('稍候') });
});

describe('addresses that nobody can read', () => {
  const bad = ['/%ED%A0%80', '/100%', '/%ff', '/fails/%80', `/${'%E6'.repeat(200)}`, `/${'x'.repeat(3000)}`];

  it('are answered with the page in Chinese, behind the same headers as every other', async () => {
    for (const url of bad) {
      const { statusCode, headers, body } = await server.app.inject({ url, headers: { accept: 'text/html' } });
      expect([statusCode, headers['content-type'], body]).toEqual([
        404,
        'text/html; charset=utf-8',
        '<h1>没有找到</h1>',
      ]);
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-request-id']).toBeTruthy();
    }
  });

  it('are answered to programs with the problem in Chinese', async () => {
    for (const url of bad) {
      const answer = await server.app.inject({ url: `/api${url}`, headers: { accept: 'text/html' } });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ status: 404, code: 'not-found', title: '没有找到' });
    }
  });

  it('reach a route with what stands for them, never as they were', async () => {
    const { status, detail } = (await server.app.inject('/api/units/%ED%A0%80')).json();
    expect([status, /[a-z]{4}/i.test(detail)]).toEqual([401, false]);
    const long = await server.app.inject({ url: `/api/units/${'x'.repeat(3000)}`, headers: officerHeaders(server) });
    expect(long.statusCode).toBe(200);
  });
});

describe('gates', () => {
  it('does not start with a route that names no access', async () => {
    await expect(openTestServer((app) => app.get('/open', async () => 1))).rejects.toThrow(
      'route without access: GET /open',
    );
  });

  it('asks visitors to sign in and refuses what no role of a person allows, which it files once', async () => {
    expect((await server.app.inject('/api/units/1')).statusCode).toBe(401);
    for (let tried = 0; tried < 3; tried += 1) {
      const refused = await server.app.inject({
        method: 'POST',
        url: '/api/units',
        headers: officerHeaders(server),
        payload: { name: '镇' },
      });
      expect(refused.json()).toMatchObject({ status: 403, code: 'forbidden' });
    }
    const { rows } = await server.platform.database.pool.query("select * from audit.entry where outcome = 'refused'");
    expect(rows).toMatchObject([{ actor_id: OFFICER_ID, action: 'create', kind: 'unit', outcome: 'refused' }]);
  });

  it('lists every route once, for the matrix', () => {
    expect(server.routes.map((route) => `${route.method} ${route.url}`)).toEqual([
      'GET /healthz',
      'GET /readyz',
      'GET /api/openapi.json',
      'GET /api/jobs',
      'GET /api/units/:id',
      'GET /',
      'POST /api/plans/:id',
      'POST /api/units',
      'GET /fails',
      'GET /locked',
      'GET /crowded',
    ]);
  });
});

describe('requests that another site made a browser send', () => {
  const post = (headers: Record<string, string>, payload: object = { name: '计划' }) =>
    server.app.inject({ method: 'POST', url: '/api/plans/1', headers, payload });

  it('takes the session’s own token and nothing else', async () => {
    const good = officerHeaders(server);
    expect((await post(good)).statusCode).toBe(200);
    expect((await post({ cookie: good.cookie ?? '' })).json()).toMatchObject({ code: 'csrf', status: 403 });
    expect((await post({ ...good, 'x-csrf-token': 'x'.repeat(43) })).json()).toMatchObject({ code: 'csrf' });
  });

  it('takes the token from a form’s field', async () => {
    const { cookie = '', 'x-csrf-token': token = '' } = officerHeaders(server);
    const form = (body: Record<string, string>) =>
      server.app.inject({
        method: 'POST',
        url: '/api/plans/1',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(body).toString(),
      });
    expect((await form({ name: '计划', _csrf: token })).statusCode).toBe(200);
    expect((await form({ name: '计划' })).json()).toMatchObject({ code: 'csrf' });
  });

  it('refuses by origin even before it looks at tokens', async () => {
    const good = officerHeaders(server);
    expect((await post({ ...good, 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'csrf' });
    expect((await post({ ...good, origin: 'https://evil.example' })).json()).toMatchObject({ code: 'csrf' });
    expect((await post({ ...good, origin: 'http://localhost:8080' })).statusCode).toBe(200);
    expect((await post({ ...good, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });
});

describe('answers', () => {
  it('names the field in Chinese and gives all reasons at once', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/plans/1',
      headers: officerHeaders(server),
      payload: { name: '', email: 'x', members: [{}] },
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      title: '填写的内容有误',
      reasons: [
        { field: 'name', message: '“单位名称”不能为空。' },
        { field: 'email', message: '“邮箱”不是有效的邮箱地址。' },
        { field: 'members.0.name', message: '“成员”没有填写。' },
      ],
    });
  });

  it('refuses half a character, which nothing could store', async () => {
    const payload = { name: 'a\ud800' };
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/units',
      headers: await officerHeaders(server),
      payload,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'text-broken']);
  });

  it('refuses the zero character, which no column holds, in queries and bodies before anything is answered', async () => {
    const asked = await server.app.inject('/?q=a%00b');
    const said = await server.app.inject({
      method: 'POST',
      url: '/api/plans/1',
      headers: officerHeaders(server),
      payload: { name: 'a\0b' },
    });
    for (const answer of [asked, said])
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'text-unstorable']);
  });

  it('shows nothing of the inside of a defect', async () => {
    const answer = await server.app.inject('/fails');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('123');
    expect(answer.json().instance).toBe(answer.headers['x-request-id']);
  });

  it('makes a page for people and problem+json for programs', async () => {
    const accept = 'text/html,application/xhtml+xml';
    expect((await server.app.inject({ url: '/nowhere', headers: { accept } })).body).toBe('<h1>没有找到</h1>');
    expect((await server.app.inject({ url: '/api/nowhere', headers: { accept } })).json()).toMatchObject({
      status: 404,
    });
    expect((await server.app.inject('/locked')).json()).toMatchObject({ code: 'locked', detail: '已锁定。' });
  });

  it('compresses, and answers 304 to who has it already', async () => {
    const headers = { 'accept-encoding': 'br' };
    const first = await server.app.inject({ url: '/', headers });
    expect(first.headers['content-encoding']).toBe('br');
    const etag = String(first.headers.etag);
    const again = await server.app.inject({ url: '/', headers: { ...headers, 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('leaves nothing personal on a shared machine’s disk', async () => {
    const answer = await server.app.inject({ url: '/api/units/1', headers: officerHeaders(server) });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('answers HEAD and OPTIONS', async () => {
    const head = await server.app.inject({ method: 'HEAD', url: '/' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    const options = await server.app.inject({ method: 'OPTIONS', url: '/' });
    expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it('carries a strict policy without inline code', async () => {
    const { headers } = await server.app.inject('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('describes itself as OpenAPI 3.1 to anybody', async () => {
    const description = (await server.app.inject('/api/openapi.json')).json();
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/api/units/{id}');
  });

  it('is alive and ready', async () => {
    expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await server.app.inject('/readyz')).json()).toEqual({ status: 'ready', reasons: [] });
  });
});

describe('limits', () => {
  it('counts by connection whatever a header claims', async () => {
    const limited = await openTestServer(
      (app) => app.get('/', { config: { access: { kind: 'portal', action: 'read' } } }, async () => 'x'),
      { env: { MINGCHUANG_RATE_LIMIT: '10' } },
    );
    const ask = (address: string, claimed: string) =>
      limited.app.inject({ url: '/', remoteAddress: address, headers: { 'x-forwarded-for': claimed } });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await ask('10.0.0.1', `1.1.1.${n}`)).statusCode);
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    expect((await ask('10.0.0.2', '1.1.1.1')).statusCode).toBe(200);
    expect((await limited.app.inject({ url: '/healthz', remoteAddress: '10.0.0.1' })).statusCode).toBe(200);
    await limited.close();
  });

  it('counts by what a trusted proxy says, once one is configured', async () => {
    const limited = await openTestServer(
      (app) => app.get('/', { config: { access: { kind: 'portal', action: 'read' } } }, async () => 'x'),
      { env: { MINGCHUANG_RATE_LIMIT: '10', MINGCHUANG_TRUST_PROXY: '10.0.0.9' } },
    );
    const statuses = new Set<number>();
    for (let n = 0; n < 12; n += 1) {
      const headers = { 'x-forwarded-for': `1.1.1.${n}` };
      statuses.add((await limited.app.inject({ url: '/', remoteAddress: '10.0.0.9', headers })).statusCode);
    }
    expect([...statuses]).toEqual([200]);
    await limited.close();
  });

  it('refuses bodies that are too large', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/plans/1',
      headers: officerHeaders(server),
      payload: { name: 'x'.repeat(2_000_000) },
    });
    expect(answer.json()).toMatchObject({ status: 413, code: 'too-large' });
  });
});

it('finishes requests in flight before it closes, and takes no more', async () => {
  const entered = Promise.withResolvers<void>();
  const closing = await openTestServer((app) => {
    app.get('/slow', { config: { access: { kind: 'portal', action: 'read' } } }, async () => {
      entered.resolve();
      await new Promise((done) => setTimeout(done, 400));
      return 'finished';
    });
  });
  const origin = await closing.app.listen({ port: 0, host: '127.0.0.1' });
  const answer = fetch(`${origin}/slow`).then((response) => response.text());
  await entered.promise;
  const closed = closing.close();
  expect(await answer).toBe('finished');
  await closed;
  await expect(fetch(`${origin}/slow`)).rejects.toThrow();
});
