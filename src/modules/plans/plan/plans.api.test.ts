import { randomUUID } from 'node:crypto';
import { createServer as createWebServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import { csrfToken, SESSION_COOKIE } from '../../../platform/http/csrf.ts';
import { createServer, type HttpServer, type RegisteredRoute } from '../../../platform/http/server.ts';
import { importRoutes } from '../import/import-routes.contract.ts';
import { meetingRoutes } from '../meetings/meeting-routes.contract.ts';
import { addPlan, ledgerMigrations, openTestLedger, shareOf, type TestLedger, taskInput } from '../plans.fixtures.ts';
import { openRoutes, reminderRoutes } from '../reminders/reminder-routes.contract.ts';
import { assignmentRoutes, taskRoutes } from '../tasks/task-routes.contract.ts';
import { planRoutes } from './plan-routes.contract.ts';

let ledger: TestLedger;
let app: HttpServer;
let registered: readonly RegisteredRoute[];
let site: Server;
let calls = 0;
let planId: string;
let shareId: string;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  const database = await openTestDatabase('embedded', ledgerMigrations);
  ledger = await openTestLedger(database, { env: { MINGCHUANG_CHECK_NETWORKS: '127.0.0.1/32' } });
  for (const [name, { actor }] of Object.entries(ledger.people)) actors.set(name, actor);
  const identify = async (request: { cookies: Record<string, string | undefined> }): Promise<Actor> =>
    actors.get(request.cookies[SESSION_COOKIE] ?? '') ?? { type: 'visitor' };
  const server = await createServer({ platform: ledger.platform, identify });
  app = server.app;
  registered = server.routes;
  ledger.plans.routes?.(app);
  await app.ready();
  const { plan, tasks } = await addPlan(ledger, [taskInput(1), taskInput(2)]);
  planId = plan.id;
  if (!tasks[0]) throw new Error('no task');
  shareId = shareOf(tasks[0], ledger.units.education.id).assignmentId;
  site = createWebServer((_request, response) => {
    calls += 1;
    response.end('ok');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  site.close();
  await app.close();
  await ledger.platform.close();
  await ledger.platform.database.close();
});

function ask(who: string | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const headers = who
    ? { cookie: `${SESSION_COOKIE}=${who}`, 'x-csrf-token': csrfToken(ledger.platform.secrets, who) }
    : {};
  return app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

function upload(who: string, url: string, name: string, content: string) {
  const body = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--b--\r\n`;
  return app.inject({
    method: 'POST',
    url,
    headers: {
      cookie: `${SESSION_COOKIE}=${who}`,
      'x-csrf-token': csrfToken(ledger.platform.secrets, who),
      'content-type': 'multipart/form-data; boundary=b',
    },
    payload: body,
  });
}

it('serves every route of the contracts, with the access the contract names', () => {
  const tables = [planRoutes, importRoutes, taskRoutes, assignmentRoutes, reminderRoutes, meetingRoutes, openRoutes];
  for (const route of tables.flatMap((table) => Object.values(table))) {
    const found = registered.find((one) => one.method === route.method && one.url === route.url);
    expect(found?.access, `${route.method} ${route.url}`).toEqual(route.access);
  }
});

it('lets visitors read what is published and nothing else', async () => {
  expect((await ask(null, 'GET', '/api/open/plans')).json().items).toMatchObject([{ year: 2026 }]);
  expect((await ask(null, 'GET', `/api/open/plans/${planId}/tasks/1`)).json()).toMatchObject({
    number: 1,
    reports: [],
  });
  expect((await ask(null, 'GET', `/api/open/plans/${randomUUID()}`)).statusCode).toBe(404);
  for (const url of ['/api/tasks', '/api/assignments', '/api/my-day', '/api/meetings', '/api/reminders']) {
    expect((await ask(null, 'GET', url)).statusCode, url).toBe(401);
  }
  for (const view of ['', '/overview', '/timeline', '/calendar?month=2026-03', '/subplans']) {
    expect((await ask(null, 'GET', `/api/plans/${planId}${view}`)).statusCode, view).toBe(401);
    expect((await ask('lakeside', 'GET', `/api/plans/${planId}${view}`)).statusCode, view).toBe(200);
  }
  expect((await ask('lakeside', 'POST', '/api/plans', {})).statusCode).toBe(400);
  expect((await ask('auditor', 'POST', '/api/plan-imports')).statusCode).toBe(403);
});

it('answers a month at the end of the calendar, and text no database can hold, with a sentence', async () => {
  const endless = await ask('lakeside', 'GET', `/api/plans/${planId}/calendar?month=9999-12`);
  expect(endless.json()).toMatchObject({ status: 400, code: 'date-invalid' });
  const zero = await ask('lakeside', 'GET', '/api/plans?q=%00');
  expect(zero.json()).toMatchObject({ status: 400, code: 'text-unstorable' });
});

it('reports with a file and an address, checks the address, and gives the file to those who may read it', async () => {
  const uploaded = await upload('education', '/api/evidence-files', '目录.txt', '公开目录');
  expect(uploaded.json()).toMatchObject({ name: '目录.txt', mediaType: 'text/plain' });
  const seen = (await ask('education', 'GET', `/api/assignments/${shareId}`)).json();
  const { port } = site.address() as AddressInfo;
  const report = {
    formId: randomUUID(),
    version: seen.version,
    kind: 'completion',
    text: '已公开。',
    percent: 100,
    evidence: [
      { kind: 'file', uploadId: uploaded.json().id },
      { kind: 'address', title: '目录页', address: `http://127.0.0.1:${port}/` },
      { kind: 'address', title: '内网', address: 'http://169.254.169.254/' },
      { kind: 'record', title: '协调会纪要', recordRef: 'meeting:1' },
    ],
  };
  expect((await ask('lakeside', 'POST', `/api/assignments/${shareId}/reports`, report)).statusCode).toBe(403);
  const stolen = { ...report, formId: randomUUID() };
  actors.set('colleague', {
    ...(actors.get('education') as Extract<Actor, { type: 'person' }>),
    personId: randomUUID(),
  });
  expect((await ask('colleague', 'POST', `/api/assignments/${shareId}/reports`, stolen)).statusCode).toBe(422);
  const reported = (await ask('education', 'POST', `/api/assignments/${shareId}/reports`, report)).json();
  expect(reported).toMatchObject({ state: 'reported', evidenceCount: 4 });
  await ledger.service.evidence.checkDue(new AbortController().signal);
  const after = (await ask('office', 'GET', `/api/assignments/${shareId}`)).json();
  const states = after.reports[0].evidence.map((item: { addressState: string | null }) => item.addressState);
  expect(states).toEqual([null, 'reachable', 'refused', null]);
  expect(after.brokenEvidenceCount).toBe(1);
  const called = calls;
  for (const onlooker of ['auditor', 'evaluator', 'lakeside']) {
    const refused = await ask(onlooker, 'POST', `/api/evidence/${after.reports[0].evidence[1].id}/recheck`, {});
    expect(refused.statusCode, onlooker).toBe(403);
  }
  const seenByAuditor = (await ask('auditor', 'GET', `/api/assignments/${shareId}`)).json();
  expect([seenByAuditor.reports.length, seenByAuditor.allowed]).toEqual([1, ['readReports']]);
  const rechecked = await ask('office', 'POST', `/api/evidence/${after.reports[0].evidence[1].id}/recheck`, {});
  expect([rechecked.json().addressState, calls]).toEqual(['reachable', called]);
  const { url } = after.reports[0].evidence[0].file;
  const file = await ask('office', 'GET', url);
  expect([file.statusCode, file.body]).toEqual([200, '公开目录']);
  expect(file.headers['content-disposition']).toContain("filename*=UTF-8''%E7%9B%AE%E5%BD%95.txt");
  expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect((await ask('lakeside', 'GET', url)).statusCode).toBe(403);

  const accepted = await ask('office', 'POST', `/api/assignments/${shareId}/accept`, { version: after.version });
  expect(accepted.json().state).toBe('accepted');
  const open = (await ask(null, 'GET', `/api/open/plans/${planId}/tasks/1`)).json();
  expect(open.reports).toMatchObject([{ text: '已公开。', evidence: [{ title: '目录页' }] }]);
  const again = await ask('office', 'POST', `/api/assignments/${shareId}/accept`, { version: after.version });
  expect(again.statusCode).toBe(409);
  expect(again.json()).toMatchObject({ code: 'stale', details: { by: '周宁' } });
});

it('refuses programs and scripts as evidence, whatever they are called', async () => {
  const disguised = await upload('education', '/api/evidence-files', '截图.txt', '#!/bin/sh\nrm -rf /\n');
  expect(disguised.json()).toMatchObject({ status: 415, code: 'media-type-refused' });
  expect(disguised.json().detail).toContain('“截图.txt”是程序或脚本');
  const script = await upload('education', '/api/evidence-files', '清理.bat', 'del /q *');
  expect(script.json().detail).toContain('扩展名不符');
  const page = await upload('education', '/api/evidence-files', '页面.html', '<html><script>alert(1)</script></html>');
  expect(page.json().detail).toContain('请直接填写网址');
});

it('downloads the ledger under its Chinese name', async () => {
  const xlsx = await ask('office', 'GET', `/api/plans/${planId}/ledger.xlsx`);
  expect(xlsx.statusCode).toBe(200);
  expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  expect(decodeURIComponent(String(xlsx.headers['content-disposition']))).toContain(
    '2026年明湖区政务公开工作要点台账.xlsx',
  );
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

it('refuses unknown sort columns, pages out of range and days that do not exist, in Chinese', async () => {
  for (const query of ['sort=password', 'page=0', 'pageSize=100000', 'dueFrom=2026-02-30', 'state=none']) {
    const answer = await ask('office', 'GET', `/api/tasks?${query}`);
    expect([answer.statusCode, answer.json().code], query).toEqual([400, 'input-invalid']);
  }
});

it('imports a plan over HTTP and shows the original', async () => {
  const csv =
    '2027年明湖区政务公开工作要点任务分解表\n序号,任务名称,任务内容,责任单位,时间节点\n1,公文公开,公开公文。,区教育局,6月底前\n2,解读,加强政策解读。,各街镇,全年\n3,培训,开展培训。,区教育局,10月\n';
  const draft = (await upload('office', '/api/plan-imports', 'plan.csv', csv)).json();
  expect(draft).toMatchObject({ fileName: 'plan.csv', taskCount: 3 });
  expect((await ask('office', 'GET', `/api/plan-imports/${draft.id}/original`)).body).toBe(csv);
  expect((await ask('office', 'GET', `/api/plan-imports/${draft.id}/source`)).json().blocks.length).toBeGreaterThan(0);
  expect((await ask('office', 'DELETE', `/api/plan-imports/${draft.id}`)).statusCode).toBe(200);
  expect((await ask('office', 'POST', `/api/plan-imports/${draft.id}/confirm`, { version: 1 })).json().code).toBe(
    'import-closed',
  );
});

it('serves the calendar to whoever holds the secret', async () => {
  const feed = (await ask('lakeside', 'POST', '/api/calendar-feeds', {})).json();
  const answer = await ask(null, 'GET', new URL(feed.url).pathname);
  expect(answer.headers['content-type']).toContain('text/calendar');
  expect(answer.body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect((await ask(null, 'GET', '/calendar/guess.ics')).statusCode).toBe(404);
});
