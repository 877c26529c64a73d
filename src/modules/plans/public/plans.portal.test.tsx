import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettableClock } from '../../../kernel/clock.ts';
import { openTestServer, type TestServer } from '../../../platform/http/server.fixtures.ts';
import { Portal, Site } from '../../../portal/index.ts';
import type { OpenPlans } from './open-plans.contract.ts';
import { fixtureOpenPlans, fixturePlan } from './open-plans.fixtures.ts';
import { plansPortal } from './plans.portal.tsx';

const clock = new SettableClock('2026-11-21T02:00:00Z');
const plan = fixturePlan();

async function serve(open: OpenPlans): Promise<TestServer> {
  const parts = [plansPortal(open, clock)];
  const portal = new Portal({ site: Site.parse({}), clock, dataVersion: open.dataVersion, parts });
  return openTestServer((app) => portal.routes(app), { errorPage: portal.errorPage });
}

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixtureOpenPlans(plan));
});
afterAll(() => server.close());

async function text(url: string): Promise<string> {
  const answer = await server.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
  expect(answer.statusCode, url).toBe(200);
  return answer.body;
}

const PAGES = [
  '/',
  '/plans',
  '/plans/2026',
  '/plans/2026/tasks/3',
  '/units',
  '/units/data',
  '/about',
  '/accessibility',
];

describe('every page', () => {
  it.each(PAGES)('%s goes down the headings without a leap and repeats no id', async (url) => {
    const html = await text(url);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) {
      if (index > 0) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/<script|<style| style=|undefined|NaN|\[object/);
  });

  it.each(PAGES)('%s leads only to addresses that answer', async (url) => {
    const html = await text(url);
    const hrefs = new Set(
      [...html.matchAll(/ href="(\/[^"#]*)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&')),
    );
    hrefs.delete('/api/openapi.json');
    hrefs.delete('/plans/2026/city/tasks/12');
    for (const href of hrefs) {
      const answer = await server.app.inject({ method: 'GET', url: href });
      expect([200, 303], `${url} → ${href}`).toContain(answer.statusCode);
    }
  });
});

describe('home', () => {
  it('says what was promised, what is done and what is late', async () => {
    const html = await text('/');
    expect(html).toContain(`承诺公开的 ${plan.tasks.total} 件事`);
    expect(html).toContain(`<span class="hero-number">${plan.tasks.accepted}</span>`);
    expect(html).toContain(`有 ${plan.tasks.overdue} 项超过时限`);
  });

  it('tells that no plan is published yet instead of failing', async () => {
    const empty = await serve({ ...fixtureOpenPlans(plan), newestYear: async () => null, list: async () => [] });
    for (const url of ['/', '/plans', '/units']) {
      const answer = await empty.app.inject({ method: 'GET', url });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('class="empty"');
    }
    await empty.close();
  });
});

describe('units', () => {
  it('stand by kind, departments first, kinds without a unit left out', async () => {
    const html = await text('/units');
    const titles = [...html.matchAll(/<h2 id="units-\w+">([^<]+)</g)].map(([, title]) => title);
    expect(titles).toEqual(['政府部门（6 个）', '街道和镇（2 个）']);
    expect(html.indexOf('柳影街道办事处')).toBeGreaterThan(html.indexOf('街道和镇（2 个）'));
    expect(html.match(/<table/g)).toHaveLength(2);
  });
});

describe('plan', () => {
  it('pages its tasks and keeps the conditions in the address', async () => {
    const html = await text('/plans/2026?state=accepted');
    const accepted = plan.tasks.accepted;
    expect(html).toContain(`符合条件共 ${accepted} 项任务，本页为第 1 至 20 项`);
    expect(html).toContain('/plans/2026?state=accepted&amp;page=2#tasks');
    expect(await text('/plans/2026?state=accepted&page=2')).toContain(`本页为第 21 至 40 项`);
  });

  it('says so when nothing meets the conditions, and shows the last page for one too far', async () => {
    expect(await text('/plans/2026?q=没有这样的词')).toContain('没有符合条件的任务');
    expect(await text('/plans/2026?page=900')).toContain(`至 ${plan.tasks.total} 项`);
  });

  it('escapes what a visitor searched for', async () => {
    const html = await text(`/plans/2026?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(html).not.toContain('<img');
  });

  it('escapes what stands in the plan', async () => {
    const hostile = fixturePlan(1);
    const [task] = hostile.taskList;
    const open = fixtureOpenPlans({
      ...hostile,
      title: '<b>要点</b>',
      taskList: task ? [{ ...task, name: '<img src=x>' }] : [],
    });
    const other = await serve(open);
    for (const url of ['/', '/plans', '/plans/2026', '/plans/2026/tasks/1']) {
      const { body } = await other.app.inject({ method: 'GET', url });
      expect(body).not.toMatch(/<b>|<img/);
    }
    await other.close();
  });
});

describe('task', () => {
  it('tells content, deadline and why, units, accepted results and where it comes from', async () => {
    const html = await text('/plans/2026/tasks/3');
    const [task] = plan.taskList.filter((one) => one.number === 3);
    for (const part of [
      task?.content,
      '时限是怎样定的',
      '公文库检索页面',
      '落实的上级任务',
      'href="/plans/2026/city/tasks/12"',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).toContain('rel="noopener noreferrer"');
    expect(html).toContain('name="PubDate" content="2026-03-16 10:30"');
  });

  it('says where results will appear while there are none', async () => {
    const open = plan.taskList.find((task) => task.state === 'notStarted');
    expect(await text(`/plans/2026/tasks/${open?.number}`)).toContain('还没有通过核验的办理结果');
  });
});

it.each([
  '/plans/2025',
  '/plans/2026/city',
  '/plans/2026/units/data',
  '/plans/2026/tasks/999',
  '/units/nobody',
  '/plans/2025/tasks.csv',
])('%s is not found: only what is published has an address', async (url) => {
  const answer = await server.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
  expect(answer.statusCode).toBe(404);
  expect(answer.body).toContain('可能尚未公布');
});

describe('a unit', () => {
  it('is shown with its own share, not with what others left undone', async () => {
    const mixed = fixturePlan(1);
    const [task] = mixed.taskList;
    if (!task) throw new Error('no task');
    const [own, other] = task.units;
    if (!own || !other) throw new Error('no shares');
    const units = [
      { ...own, state: 'accepted' as const, percent: 100 },
      { ...other, state: 'overdue' as const, percent: 10 },
    ];
    const open = fixtureOpenPlans({ ...mixed, taskList: [{ ...task, units, state: 'overdue', percent: 55 }] });
    const another = await serve(open);
    const { body } = await another.app.inject({ method: 'GET', url: `/units/${own.unit.code}` });
    const table = body.slice(body.indexOf('<tbody'));
    expect(table).toContain('已完成');
    expect(table).toContain('100%');
    expect(table).not.toContain('逾期');
    await another.close();
  });
});

describe('the city’s plan', () => {
  it('lists tasks without judging progress that is not ours to tell', async () => {
    const city = { ...fixturePlan(14), level: 'city' as const, unit: null };
    const other = await serve(fixtureOpenPlans(city));
    const bodies = await Promise.all(
      ['/plans/2026/city', '/plans/2026/city/tasks/13', '/plans', '/plans/2026/city/tasks.csv'].map(
        async (url) => (await other.app.inject({ method: 'GET', url })).body,
      ),
    );
    for (const body of bodies.slice(0, 2)) expect(body).not.toMatch(/class="tag|class="ring|share-bar|class="pane/);
    expect(bodies[2]).toContain('进展由市政府公布');
    expect(bodies[3]).not.toContain('逾期');
    await other.close();
  });
});

describe('a task of many units', () => {
  it('sums them up first and opens the list on demand, without a script', async () => {
    const [task] = plan.taskList;
    if (!task) throw new Error('no task');
    const units = Array.from({ length: 30 }, (_, index) => ({
      unit: { code: `u${index}`, name: `单位${index}`, shortName: `单位${index}` },
      role: 'responsible' as const,
      state: index < 20 ? ('accepted' as const) : ('inProgress' as const),
      percent: 50,
    }));
    const other = await serve(fixtureOpenPlans({ ...plan, taskList: [{ ...task, units }] }));
    const { body } = await other.app.inject({ method: 'GET', url: '/plans/2026/tasks/1' });
    expect(body).toContain('30 个单位：已完成 20 项，进行中 10 项。');
    expect(body).toContain('<summary>逐个单位查看</summary>');
    await other.close();
  });
});
