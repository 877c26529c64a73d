import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Modules } from '../../../app.ts';
import { openTestDistrict, type TestDistrict } from '../../../district.fixtures.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { TestPlatform } from '../../../platform/platform.fixtures.ts';
import { staff } from '../../organisations/organisations.fixtures.ts';
import { adoptPublic } from '../interpretations.fixtures.ts';

describe('what the public sees of interpretation work', () => {
  let district: TestDistrict;
  let platform: TestPlatform;
  let modules: Modules;
  let app: App;
  let officer: Actor;
  let head: Actor;
  let unitId: string;
  const numbers: number[] = [];
  let contest: number;

  const get = (url: string) => district.look(url);
  const vote = (candidates: readonly number[]) =>
    app.server.inject({
      method: 'POST',
      url: `/interpretation-contests/${contest}/vote`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: candidates.map((number) => `candidates=${number}`).join('&'),
    });

  beforeAll(async () => {
    district = await openTestDistrict({ now: '2026-06-15T09:00:00+08:00' });
    ({ platform, modules, app } = district);
    const { units } = district;
    unitId = units.education.id;
    ({ officer, head } = await staff(modules.organisations.service, {
      officer: [units.education, 'officer.jiaoyu', '李明', 'officer'],
      head: [units.education, 'head.jiaoyu', '王芳', 'head'],
    }));
    const door = { service: modules.publications.service, units };
    const ids: string[] = [];
    for (const title of ['甲解读', '乙解读', '丙解读']) {
      const made = await adoptPublic(door, {
        kind: 'interpretation',
        title,
        fields: { mediaAddress: 'javascript:alert(1)' },
      });
      numbers.push(made.number);
      ids.push(made.id);
    }
    const relations = ids.map((publicationId) => ({ type: 'candidate', publicationId }));
    contest = (await adoptPublic(door, { kind: 'interpretationContest', title: '2026年评选', relations })).number;
    await adoptPublic(door, {
      kind: 'liveSession',
      title: '入学政策直播',
      fields: { liveAddress: 'https://live.example/1', questions: '不公开的征集问题' },
    });
    await adoptPublic(door, {
      kind: 'liveSession',
      title: '低保政策直播',
      fields: { state: 'held', heldOn: '2026-05-20', replay: 'https://live.example/0' },
    });
  });
  afterAll(() => district.close());

  it('is the programme of the live room: what comes, what can be watched again (ITP-13)', async () => {
    const page = await get('/live-room');
    const [coming = '', over = ''] = page.split('往期直播');
    expect(coming).toContain('入学政策直播');
    expect(coming).toContain('href="https://live.example/1"');
    expect(over).toContain('低保政策直播');
    expect(over).toContain('href="https://live.example/0"');
    expect(page).not.toContain('不公开的征集问题');
  });

  it('stands in the sitemap', async () => {
    const sitemap = await get('/sitemap.xml');
    for (const path of [
      '/interpretations',
      '/live-room',
      `/documents/${numbers[0]}`,
      `/interpretation-contests/${contest}`,
    ])
      expect(sitemap, path).toMatch(new RegExp(`${path}</loc>`));
    expect(sitemap).not.toContain(`/documents/${contest}<`);
  });

  it('never links to a script', async () => {
    expect(await get(`/documents/${numbers[0]}`)).not.toContain('javascript:');
  });

  it('is a ballot of boxes that needs no script, and no result before the end (ITP-12)', async () => {
    const page = await get(`/interpretation-contests/${contest}`);
    expect(page).toContain(`name="candidates" value="${numbers[1]}"`);
    expect(page).not.toContain('投票结果');
    expect((await get('/interpretations')).includes('正在投票：2026年评选')).toBe(true);
    const one = await vote([numbers[1] ?? 0]);
    expect([one.statusCode, one.headers.location]).toEqual([303, `/interpretation-contests/${contest}/thanks`]);
    expect(await get(one.headers.location as string)).toContain('感谢您投票');
    expect((await vote(numbers.slice(0, 2))).statusCode).toBe(303);
    const tooMany = await vote(numbers);
    expect(tooMany.statusCode).toBe(303);
    const again = await get(tooMany.headers.location as string);
    expect(again).toContain('最多选 2 件');
    expect(again.match(/ checked/g)).toHaveLength(numbers.length);
  });

  it('is shown again with what to do beside it, when nothing was chosen', async () => {
    const none = await vote([]);
    expect(none.statusCode).toBe(303);
    const again = await get(none.headers.location as string);
    expect(again).toMatch(/role="alert"[^>]*>没有投上：请至少选一件/);
    expect(again).toContain(`name="candidates" value="${numbers[1]}"`);
    expect(await get(`/interpretation-contests/${contest}?chosen=%3Cb%3E`)).not.toContain('role="alert"');
  });

  it('is the result, once voting is over', async () => {
    platform.clock.set('2026-06-21T09:00:00+08:00');
    await district.settled();
    const page = await get(`/interpretation-contests/${contest}`);
    expect(page).toContain('共收到 <strong>2</strong> 票');
    expect(page).not.toContain('name="candidates"');
    const late = await vote([numbers[0] ?? 0]);
    expect(await get(late.headers.location as string)).toContain('投票已经截止');
  });

  it('is a reprint when a second person has looked at it, and no word of it before (ITP-18)', async () => {
    const { records } = modules.interpretations.service;
    const made = await records.create(officer, {
      register: 'reprint',
      unitId,
      values: {
        interpretation: numbers[0],
        medium: '川上早报',
        mediumKind: 'main',
        day: '2026-06-01',
        address: 'https://news.example/1',
      },
    });
    const url = `/documents/${numbers[0]}`;
    expect(await get(url)).not.toContain('川上早报');
    await records.confirm(head, made.id, made.version);
    await district.settled();
    expect(await get(url)).toContain('川上早报');
    await records.remove(officer, made.id);
    await district.settled();
    expect(await get(url)).not.toContain('川上早报');
  });

  it('tells no date of forming where nothing was formed', async () => {
    expect(await get(`/documents/${contest}`)).not.toContain('成文日期');
  });
});
