import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Modules } from '../../app.ts';
import { openTestDistrict, type TestDistrict } from '../../district.fixtures.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { TestPlatform } from '../../platform/platform.fixtures.ts';
import { staff } from '../organisations/organisations.fixtures.ts';

const SYSTEM: Actor = { type: 'system' };

describe('search, readers and interpretations over the one door', () => {
  let district: TestDistrict;
  let platform: TestPlatform;
  let modules: Modules;
  let app: App;
  let office: Actor;
  let officer: Actor;
  let educationId: string;
  let documents = 0;

  async function adopt(kind: string, title: string, text: string, fields: object = {}, relations: object[] = []) {
    documents += 1;
    const document = {
      documentNumber: `明教〔2026〕${documents}号`,
      issuer: '明湖区教育局',
      documentType: '通知',
      interpretation: 'earlier',
      normative: false,
      topic: '教育',
      tags: ['入学'],
      issuedOn: '2026-02-02',
      indexNumber: `MH0001/2026-${String(documents).padStart(5, '0')}`,
    };
    const { number, reasons } = await modules.publications.service.adopting.adopt(SYSTEM, {
      kind,
      unitId: educationId,
      content: {
        schema: 1,
        title,
        fields: { ...(kind === 'policyDocument' ? document : {}), summary: '工作安排。', ...fields },
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text }] }],
        },
        attachments: [],
        relations: relations as never,
      },
      files: [],
      determination: { attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1', reason: '应当主动公开' },
      from: '原网站',
      publishedAt: new Date('2026-02-02T10:00:00+08:00'),
    });
    expect(reasons).toEqual([]);
    return number ?? 0;
  }

  const page = (url: string) => district.look(url);
  const unmarked = async (url: string) => (await page(url)).replaceAll(/<\/?mark>/g, '');

  beforeAll(async () => {
    district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00' });
    ({ platform, modules, app } = district);
    const { units } = district;
    educationId = units.education.id;
    ({ office, officer } = await staff(modules.organisations.service, {
      office: [units.office, 'office', '周宁', 'supervisor'],
      officer: [units.education, 'officer', '林静', 'officer'],
    }));
  });
  afterAll(() => district?.close());

  describe('one index of what is public (SRCH-1, SRCH-2)', () => {
    it('finds a document as soon as it is public, by words, by number, with marks and facets', async () => {
      await adopt('policyDocument', '关于做好义务教育招生工作的通知', '随迁子女凭居住证登记入学。');
      await district.settled();
      const found = await page('/search?q=随迁子女');
      expect(found).toContain('<mark>随迁子女</mark>');
      expect(found).toContain('关于做好义务教育招生工作的通知');
      expect(found).toContain('明湖区教育局');
      expect(await unmarked('/search?q=明教[2026]1号')).toContain('关于做好义务教育招生工作的通知');
      expect(await page('/search?q=招生&year=2025')).toContain('没有找到');
    });

    it('suggests to a box that finds one kind alone nothing of the others, nor what is longer than the box', async () => {
      const of = await adopt('policyDocument', '关于貉群观察的通知', '观察貉群的活动。');
      await adopt('policyDocument', `关于貉群${'以及更多动物'.repeat(12)}的通知`, '名称很长。');
      const related = { publicationId: (await modules.publications.service.open.item(of))?.publicationId ?? null };
      await adopt(
        'interpretation',
        '貉群观察通知解读',
        '在哪里可以看到貉群。',
        { form: 'text', stage: 'release', interpreter: 'drafter', points: ['benefits'] },
        [{ type: 'interprets', address: null, title: null, on: null, ...related }],
      );
      await district.settled();
      expect(await unmarked('/search?q=貉群')).toContain('貉群观察通知解读');
      const suggested = async (kind?: string) => {
        const payload = { q: '貉群', ...(kind ? { kind } : {}) };
        const answer = await app.server.inject({ method: 'POST', url: '/api/search/suggestions', payload });
        return answer.json<{ items: string[] }>().items;
      };
      expect(await suggested('policyDocument')).toEqual(['关于貉群观察的通知']);
      expect(await page('/library')).toContain(
        'data-suggest="/api/search/suggestions" data-suggest-kind="policyDocument"',
      );
    });

    it('never finds what is not public', async () => {
      await modules.publications.service.drafting.create(officer, {
        kind: 'policyDocument',
        unitId: educationId,
        content: { schema: 1, title: '尚未公开的鹦鹉计划', fields: {}, body: null, attachments: [], relations: [] },
      });
      await district.settled();
      expect(await unmarked('/search?q=鹦鹉')).not.toContain('鹦鹉计划');
    });

    it('forgets what was removed', async () => {
      const number = await adopt('policyDocument', '关于水獭保护的通知', '水獭保护区禁止垂钓。');
      await district.settled();
      expect(await unmarked('/search?q=水獭')).toContain('关于水獭保护的通知');
      const id = (await modules.publications.service.open.item(number))?.publicationId ?? '';
      const { version } = await modules.publications.service.view.get(office, id);
      await modules.publications.service.ends.remove(office, id, { version, reason: '发布有误' });
      await district.settled();
      expect(await unmarked('/search?q=水獭')).not.toContain('关于水獭保护的通知');
    });

    it('leads on from a quoted sentence that stands nowhere: without its marks, or to the library', async () => {
      const nothing = await page('/search?q=“随迁子女乘坐火箭”');
      expect(nothing).toContain(`href="/search?q=${encodeURIComponent('随迁子女乘坐火箭')}">去掉引号再找</a>`);
      expect(nothing).toContain('<a href="/library">政策文件库</a>');
      expect(nothing).not.toContain('您要找的是不是');
      expect(await page('/search?q=火箭鹦鹉')).not.toContain('去掉引号');
    });

    it('puts what a visitor typed on the page as text, never as code', async () => {
      expect(await page('/search?q=<script>alert(1)</script>')).not.toContain('<script>alert');
    });
  });

  describe('words kept by the office', () => {
    it('lead from one word to another, at once', async () => {
      const { office: words } = modules.search.service;
      expect(await unmarked('/search?q=报名上学')).not.toContain('义务教育招生');
      await words.addSynonyms(office, { words: ['报名上学', '招生'] });
      await district.settled();
      expect(await unmarked('/search?q=报名上学')).toContain('义务教育招生');
      await expect(words.addSynonyms(officer, { words: ['甲乙', '丙丁'] })).rejects.toMatchObject({ status: 403 });
    });

    it('changed by two people: the second is told', async () => {
      const { office: words } = modules.search.service;
      const group = await words.addSynonyms(office, { words: ['幼升小', '小学入学'] });
      await words.editSynonyms(office, group.id, { words: ['幼升小', '一年级入学'], version: group.version });
      const late = words.editSynonyms(office, group.id, { words: ['幼升小', '新生入学'], version: group.version });
      await expect(late).rejects.toMatchObject({ status: 409, details: { changed: ['words'] } });
    });

    it('put an answer first, and refuse one that is not public', async () => {
      const { office: words } = modules.search.service;
      const number = await adopt('policyDocument', '关于校车管理的通知', '校车线路每学期公布。');
      await modules.search.service.follower.catchUp();
      await words.addBestAnswer(office, { query: '接送', number, note: '校车线路见附件' });
      await district.settled();
      expect(await page('/search?q=接送')).toContain('校车线路见附件');
      await expect(words.addBestAnswer(office, { query: '接送', number: 9999, note: null })).rejects.toMatchObject({
        status: 422,
      });
    });

    it('count what was looked for without numbers of persons', async () => {
      const { office: words } = modules.search.service;
      await words.count('11010519491231002X', 0);
      await words.count('宠物医院', 0);
      await words.count('宠物医院', 0);
      const { items } = await words.queries({ found: 'nothing', page: 1, pageSize: 50 });
      expect(items.find((item) => item.query === '宠物医院')?.times).toBe(2);
      expect(JSON.stringify(items)).not.toMatch(/11010519491231002x/i);
    });

    it('keep nothing of what may name a person before three days have seen it, and no word of it anywhere', async () => {
      const { office: words } = modules.search.service;
      const listed = async () => {
        const { items } = await words.queries({ found: 'nothing', page: 1, pageSize: 50 });
        return items.find((item) => item.query === '王芳低保')?.times ?? 0;
      };
      const counts = [];
      for (let day = 0; day < 4; day += 1) {
        for (let time = 0; time < 5; time += 1) await words.count('王芳低保', 0);
        counts.push(await listed());
        if (day === 0) {
          const { rows } = await platform.database.pool.query(
            'select query from search.query_count union all select digest::text from search.unclear_query',
          );
          expect(JSON.stringify(rows)).not.toContain('王芳');
        }
        platform.clock.set(new Date(platform.clock.now().getTime() + 86_400_000));
      }
      expect(counts).toEqual([0, 0, 5, 10]);
    });

    it('show a name that public documents have', async () => {
      const { office: words } = modules.search.service;
      await adopt('policyDocument', '关于金山大道改造的通知', '金山大道分段施工。');
      await modules.search.service.follower.catchUp();
      await words.count('金山改造', 0);
      const { items } = await words.queries({ found: 'nothing', page: 1, pageSize: 50 });
      expect(items.map((item) => item.query)).toContain('金山改造');
    });
  });

  describe('interpretations', () => {
    let number: number;

    it('stand on a page of their own and beside their document, both ways (ITP-8, ITP-10)', async () => {
      const of = await adopt('policyDocument', '关于托育补助的通知', '按月补助。');
      const publicationId = (await modules.publications.service.open.item(of))?.publicationId ?? '';
      number = await adopt(
        'interpretation',
        '一图看懂托育补助',
        '每月补助多少、怎样申请。',
        { form: 'infographic', stage: 'release', interpreter: 'drafter', points: ['benefits', 'applying'] },
        [{ type: 'interprets', publicationId, address: null, title: null, on: null }],
      );
      await district.settled();
      expect(await page('/interpretations?form=infographic')).toContain('一图看懂托育补助');
      expect(await page('/interpretations?form=video')).not.toContain('一图看懂托育补助');
      const home = await page('/');
      expect(home).toContain('>关于托育补助的通知</a>');
      expect(home).toContain(`解读：<a href="/documents/${number}">一图看懂托育补助</a>`);
      expect(home).toContain('<form class="home-search" action="/search"');
      expect(await page(`/documents/${of}`)).toContain(`/documents/${number}`);
      expect(await page(`/documents/${number}`)).toContain(`/documents/${of}`);
    });

    it('are rated by a plain form, once a day from one connection (ITP-11)', async () => {
      const rate = (stars: string, remoteAddress: string) =>
        app.server.inject({
          method: 'POST',
          url: `/interpretations/${number}/rating`,
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:8080' },
          payload: `stars=${stars}`,
          remoteAddress,
        });
      expect((await rate('2', '198.51.100.1')).statusCode).toBe(303);
      expect((await rate('5', '198.51.100.1')).statusCode).toBe(303);
      expect((await rate('4', '198.51.100.2')).statusCode).toBe(303);
      expect((await rate('9', '198.51.100.3')).statusCode).toBe(400);
      const figures = await modules.interpretations.service.ratings.figures([number]);
      expect(figures.get(number)).toMatchObject({ total: 2, mean: 4.5 });
      await expect(modules.interpretations.service.ratings.rate(999_999, 5, 'x')).rejects.toMatchObject({
        status: 404,
      });
    });
  });
});
