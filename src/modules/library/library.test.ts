import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/local-date.ts';
import { openTestLibrary, SYSTEM, type TestLibrary } from './library.fixtures.ts';

describe('the library over the one door', () => {
  let library: TestLibrary;
  let platform: TestLibrary['platform'];
  let modules: TestLibrary['modules'];
  let office: TestLibrary['office'];
  let officeUnitId: string;
  let adopt: TestLibrary['adopt'];
  let idOf: TestLibrary['idOf'];
  let settled: TestLibrary['settled'];
  let get: TestLibrary['get'];
  let numbers: TestLibrary['numbers'];

  beforeAll(async () => {
    library = await openTestLibrary();
    ({ platform, modules, office, officeUnitId, numbers, adopt, idOf, settled, get } = library);
  });
  afterAll(() => library?.close());

  it('shows a document with its validity, metadata, official tags and its frozen text (LIB-4, LIB-5)', async () => {
    const { body, statusCode } = await get(`/documents/${numbers.get('明教规〔2021〕1号')}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('有效期至 2026年4月30日');
    expect(body).toContain('<div id="text" class="text"><p>免试就近入学。</p></div><!--/text-->');
    expect(body).toContain('<meta name="ArticleTitle" content="明湖区教育局关于印发《转学办法》的通知"/>');
    expect(body).toContain('<meta name="PubDate" content="2021-05-01 10:00"/>');
    expect(body).toContain('<meta name="ContentSource" content="明湖区教育局"/>');
  });

  it('lets a document lapse on its day without anybody doing anything', async () => {
    const { shelf, open } = modules.library.service;
    const states = async () =>
      Object.fromEntries((await open.list({ list: 'normative' })).facets.validity.map((one) => [one.value, one.count]));
    expect(await states()).toEqual({ inForce: 1 });
    expect((await get('/library/normative')).body).toContain('现行 1 件，截至');
    platform.clock.set(new Date('2026-05-01T00:30:00+08:00'));
    await shelf.catchUp();
    expect(await states()).toEqual({ expired: 1 });
  });

  it('tells what a later document repealed, on both pages (LIB-7)', async () => {
    const old = await adopt('明教规〔2025〕3号', '2025-01-10');
    const target = await idOf(old);
    const by = await adopt('明教规〔2026〕4号', '2026-04-10', {
      fields: { takesEffectOn: '2026-04-20' },
      relations: [{ type: 'repeals', publicationId: target, address: null, title: null, on: null }],
    });
    await settled();
    const oldPage = (await get(`/documents/${old}`)).body;
    expect(oldPage).toContain('自2026年4月20日起被《');
    expect(oldPage).toContain(`href="/documents/${by}"`);
    expect((await get(`/documents/${by}`)).body).toContain(`href="/documents/${old}"`);
    const { version } = await modules.publications.service.view.get(SYSTEM, await idOf(by));
    await modules.publications.service.ends.withdraw(office, await idOf(by), {
      version,
      reason: '依据尚未生效，暂予撤回',
    });
    await modules.library.service.shelf.catchUp();
    await settled();
    expect((await get(`/documents/${old}`)).body).not.toContain('起被《');
    expect((await get('/library')).body).not.toContain('明教规〔2026〕4号');
    const withdrawn = await get(`/documents/${by}`);
    expect(withdrawn.statusCode).toBe(200);
    expect(withdrawn.body).toContain('依据尚未生效，暂予撤回');
    expect(withdrawn.body).not.toContain('有效性：');
    const text = (await get(`/documents/${by}/text.txt`)).body;
    expect(text).toContain('状态：已撤回');
    expect(text).not.toContain('有效性：');
  });

  it('finds what holds today, as issued or as amended, by one choice; what is still to come is counted apart', async () => {
    const { open } = modules.library.service;
    const old = await adopt('明教规〔2025〕6号', '2025-02-10');
    await adopt('明教规〔2026〕6号', '2026-04-10', {
      fields: { takesEffectOn: '2026-06-01' },
      relations: [
        { type: 'amends', publicationId: await idOf(old), address: null, title: null, on: '2026-04-20' as LocalDate },
      ],
    });
    await settled();
    const numbersOf = async (validity: 'amended' | 'current' | 'inForce' | 'notRepealed') =>
      (await open.list({ validity })).items.map((one) => one.number);
    expect(await numbersOf('amended')).toEqual([old]);
    const current = await numbersOf('current');
    expect(current).toContain(old);
    const holding = [...(await numbersOf('inForce')), ...(await numbersOf('notRepealed'))];
    expect(current.length).toBe(holding.length + 1);
    const { body } = await get('/library?validity=current');
    expect(body).toContain('现行（有效、已修改、未截止、未废止）');
    expect((await get('/library/normative')).body).toMatch(/现行 \d+ 件，尚未施行 1 件，截至/);
  });

  it('never calls a notice valid: a call closes on its last day, others are said not to be repealed', async () => {
    const call = await adopt('明教〔2026〕31号', '2026-04-12', {
      fields: { normative: false, takesEffectOn: null, closesOn: '2026-05-01' },
    });
    await settled();
    const { shelf, open } = modules.library.service;
    const tag = async () => /class="tag tag-\w+">.*?<\/svg>([^<]+)</.exec((await get(`/documents/${call}`)).body)?.[1];
    expect(await tag()).toBe('未截止');
    expect((await open.list({ validity: 'current' })).items.map((one) => one.number)).toContain(call);
    platform.clock.set(new Date('2026-05-02T00:30:00+08:00'));
    await shelf.catchUp();
    expect((await open.list({ validity: 'closed' })).items.map((one) => one.number)).toEqual([call]);
    expect((await open.list({ validity: 'current' })).items.map((one) => one.number)).not.toContain(call);
    expect((await get('/library?list=other')).body).toMatch(/validity=closed[^<]*><span>已截止/);
    expect((await open.list({ list: 'other', validity: 'inForce' })).total).toBe(0);
    platform.clock.set(new Date('2026-05-01T00:30:00+08:00'));
  });

  it('filters by plain links whose counts are right (LIB-2, LIB-3)', async () => {
    const { body } = await get('/library?list=other');
    expect(body).toContain('明教〔2026〕2号');
    expect(body).not.toContain('明教规〔2021〕1号');
    expect((await get('/library?issuer=%E6%97%A0')).body).toContain('没有符合条件的文件');
    const searched = await get('/library?q=%E8%BD%AC%E5%AD%A6');
    expect(searched.body).toContain('《转学办法》');
    expect(searched.body).toMatch(/找到 <strong>1<\/strong> 件文件/);
  });

  it('keeps what a visitor typed out of the page’s code', async () => {
    const { body } = await get(
      `/library?q=${encodeURIComponent('"><script>alert(1)</script>')}&issuer=${encodeURIComponent('<b>')}`,
    );
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<b>');
  });

  it('takes removed documents from lists, feeds, sitemap and downloads, and answers 410 with the reason', async () => {
    const number = await adopt('明教〔2026〕9号', '2026-03-20', { title: '误发的秘密通知', text: '绝密内容' });
    await settled();
    expect((await get('/library/feed.rss')).body).toContain('误发的秘密通知');
    const id = await idOf(number);
    const { version } = await modules.publications.service.view.get(SYSTEM, id);
    await modules.publications.service.ends.remove(office, id, { version, reason: '错误发布，已核实处理' });
    await settled();
    for (const url of ['/library', '/library/feed.rss', '/library/feed.atom', '/topics/school', '/openness', '/']) {
      expect((await get(url)).body, url).not.toContain('误发的秘密通知');
    }
    const sitemap = (await get('/sitemap.xml')).body;
    expect(sitemap).not.toContain(`/documents/${number}<`);
    for (const path of ['/topics/school<', `/documents/${numbers.get('明教规〔2021〕1号')}<`, '/openness/'])
      expect(sitemap, path).toContain(path);
    for (const path of ['', '/text.txt', '/history']) {
      const gone = await get(`/documents/${number}${path}`);
      expect(gone.statusCode, path).toBe(410);
      expect(gone.body).not.toContain('绝密内容');
    }
    expect((await get(`/documents/${number}`)).body).toContain('错误发布，已核实处理');
  });

  it('leads from a merged address to where the text is now', async () => {
    const [one, other] = [await adopt('明教〔2026〕11号', '2026-03-21'), await adopt('明教〔2026〕12号', '2026-03-22')];
    const id = await idOf(one);
    const { version } = await modules.publications.service.view.get(SYSTEM, id);
    await modules.publications.service.ends.merge(office, id, {
      version,
      reason: '重复登记，合并到一处',
      intoNumber: other,
    });
    const moved = await get(`/documents/${one}`);
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `/documents/${other}`]);
  });

  it('answers 404 for what was never public and for units that are not there', async () => {
    for (const url of ['/documents/99999', '/documents/99999/text.txt', '/topics/none', '/openness/none'])
      expect((await get(url)).statusCode, url).toBe(404);
  });

  it('counts a day once and tells the day that was missed', async () => {
    const { countDay } = await import('./shelf/daily-figures.store.ts');
    const db = platform.database.kysely;
    for (const day of ['2026-04-27', '2026-04-27', '2026-04-29'])
      await countDay(db, day as LocalDate, platform.clock.now());
    await settled();
    const { body } = await get('/library/figures');
    expect(body).toContain('缺少 2 天的数据：2026年4月28日、2026年4月30日');
  });

  describe('bringing in an existing library', () => {
    const CSV = `标题,文号,公开单位,成文日期,主题,标签,正文,附件,备注
明湖区教育局关于招生的通知,明教[2019]7号,明湖区教育局,2019/4/1,教育,入学,第一段,名单.txt,旧
明湖区教育局关于学籍的通知,明教〔2020〕08号,明湖区教育局,2020年3月1日,教育,入学,=第二段,名单.txt、说明.txt,旧
没有日期的通知,明教〔2020〕9号,明湖区教育局,,教育,入学,第三段,,旧
`;
    const upload = async (name: string, bytes: Uint8Array) => {
      const { Readable } = await import('node:stream');
      const stored = await platform.files.put(Readable.from([bytes]), { maxBytes: 1_000_000 });
      return { ...stored, field: 'table', name };
    };

    it('tells everything in the dry run and writes nothing', async () => {
      const before = (await modules.library.service.open.list({})).total;
      const table = await upload('旧库.csv', new TextEncoder().encode(CSV));
      const archive = await upload(
        '附件.zip',
        zipSync({ '2019/名单.txt': strToU8('名单'), '说明.txt': strToU8('说明') }),
      );
      const made = await modules.library.service.imports.start(office, table, archive, '原网站');
      expect(made).toMatchObject({
        state: 'checked',
        unused: ['备注'],
        files: 2,
        counts: { total: 3, ready: 2, faulty: 1 },
      });
      expect(await modules.library.service.imports.errors(office, made.id)).toContain(
        '"4","没有日期的通知","明教〔2020〕9号","成文日期","须改正"',
      );
      expect((await modules.library.service.open.list({})).total).toBe(before);
    });

    it('brings in the rows that are right, with their files, and never twice', async () => {
      const { imports, open } = modules.library.service;
      const [made] = await imports.list(office);
      await imports.run(office, made?.id ?? '');
      await imports.work(made?.id ?? '');
      for (let tries = 0; tries < 200 && (await imports.get(office, made?.id ?? '')).state !== 'done'; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await imports.get(office, made?.id ?? '')).counts).toMatchObject({ imported: 2, faulty: 1, failed: 0 });
      const found = (await open.list({ year: 2019 })).items[0];
      const item = await modules.publications.service.open.item(found?.number ?? 0);
      expect(item?.attachments.map((file) => file.sha256)).toEqual([createHash('sha256').update('名单').digest('hex')]);
      expect(item?.firstPublishedAt.toISOString()).toBe('2019-03-31T16:00:00.000Z');
      const second = (await open.list({ year: 2020 })).items[0];
      const both = await modules.publications.service.open.item(second?.number ?? 0);
      expect(both?.attachments.map((file) => file.name)).toEqual(['名单.txt', '说明.txt']);
      const again = await imports.start(
        office,
        await upload('旧库.csv', new TextEncoder().encode(CSV)),
        undefined,
        '原网站',
      );
      expect(again.counts).toMatchObject({ ready: 0, faulty: 3 });
    });

    it('refuses tables without the columns that matter, and files that are none', async () => {
      const { imports } = modules.library.service;
      const wrong = await upload('表.csv', new TextEncoder().encode('甲,乙\n1,2\n'));
      await expect(imports.start(office, wrong, undefined, '原网站')).rejects.toMatchObject({
        code: 'import-columns-missing',
      });
      const broken = await upload('表.xlsx', new TextEncoder().encode('not a workbook'));
      await expect(imports.start(office, broken, undefined, '原网站')).rejects.toMatchObject({
        code: 'import-unreadable',
      });
    });
  });

  describe('the openness columns', () => {
    const adoptRule = (title: string, indexNumber: string) =>
      modules.publications.service.adopting.adopt(SYSTEM, {
        kind: 'opennessRules',
        unitId: officeUnitId,
        content: {
          schema: 1,
          title,
          fields: {
            indexNumber,
            issuedOn: '2026-02-01',
            summary: '国务院令第711号',
            ruleKind: 'nationalRegulations',
          },
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: '第一条' }] }],
          },
          attachments: [],
          relations: [],
        },
        files: [],
        determination: { attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1', reason: '应当主动公开' },
        from: '原网站',
        publishedAt: new Date('2026-02-01T10:00:00+08:00'),
      });

    it('list every unit with its guide and catalogue on one page (GIP-3)', async () => {
      const { body } = await get('/openness');
      for (const unit of await modules.library.service.open.units()) expect(body, unit.name).toContain(unit.name);
      expect(body).toMatch(
        /<details class="openness-group" open><summary class="openness-group-head"><h2>政府部门（\d+ 个）/,
      );
      expect(body).toMatch(
        /<details class="openness-group"><summary class="openness-group-head"><h2>街道和镇（\d+ 个）/,
      );
    });

    it('show what the office stored once in the column of every unit (GIP-6)', async () => {
      const { number, reasons } = await adoptRule('中华人民共和国政府信息公开条例', 'MH0002/2026-00001');
      expect(reasons).toEqual([]);
      await settled();
      const units = (await modules.library.service.open.units()).filter((unit) => unit.id !== officeUnitId);
      for (const { code } of units.slice(0, 3))
        expect((await get(`/openness/${code}`)).body, code).toContain(`/documents/${number}`);
    });

    it('count under the statutory content what a unit published elsewhere under a class of the law', async () => {
      const { open } = modules.library.service;
      const normative = (await open.list({ list: 'normative' })).items[0];
      const unit = (await open.units()).find((one) => one.id === normative?.unitId);
      const { total } = await open.statutory(normative?.unitId ?? '', 6);
      const { body } = await get(`/openness/${unit?.code}`);
      expect(total).toBeGreaterThan(0);
      expect(body).toMatch(new RegExp(`href="#statutory">\\s*法定主动公开内容 <span class="count">${total}</span>`));
      expect(await open.catalogue(unit?.id ?? '', 'cat20.1')).toHaveLength(total);
    });

    it('let nothing but the three kinds of text into the rules column (GIP-4)', async () => {
      const { number, reasons } = await adoptRule('明湖区教育局政务公开工作制度', 'MH0002/2026-00002');
      expect(number).toBeNull();
      expect(reasons.map((one) => one.code)).toEqual(['rules-white-list']);
    });
  });

  describe('topics and labels', () => {
    it('a collection shows the documents of its labels under its lead unit, beside the classes of the library (TOP-4, TOP-5)', async () => {
      const list = (await get('/topics')).body;
      expect(list).toContain('入学升学');
      const shown = (await get('/topics/school')).body;
      expect(shown).toContain('明湖区教育局');
      expect(shown).toContain('明教〔2026〕2号');
    });

    it('who looks for a wider audience finds what is for its kinds, counted once, with the kinds below it (TOP-3)', async () => {
      const { open, audiences, topics } = modules.library.service;
      const [firm, shop, both] = [
        await adopt('明教〔2026〕41号', '2026-04-13', { fields: { audiences: ['企业'] } }),
        await adopt('明教〔2026〕42号', '2026-04-14', { fields: { audiences: ['个体工商户'] } }),
        await adopt('明教〔2026〕43号', '2026-04-15', { fields: { audiences: ['中小微企业', '个体工商户'] } }),
      ];
      await settled();
      const numbersFor = async (audience: string) => (await open.list({ audience })).items.map((one) => one.number);
      expect(await numbersFor('企业')).toEqual([both, shop, firm]);
      expect(await numbersFor('个体工商户')).toEqual([both, shop]);
      const facet = (await open.list({})).facets.audience;
      expect(facet.find((one) => one.value === '企业')).toEqual({ value: '企业', count: 3, parent: null });
      expect(facet.find((one) => one.value === '个体工商户')).toMatchObject({ count: 2, parent: '企业' });
      const { body } = await get(`/library?audience=${encodeURIComponent('个体工商户')}`);
      expect(body).toMatch(/<details class="facet-kinds" open>.*?企业细分 2 类/);

      await audiences.put(office, { name: '托育机构', parent: '企业' });
      const kept = await adopt('明教〔2026〕44号', '2026-04-16', { fields: { audiences: ['托育机构'] } });
      await settled();
      expect(await numbersFor('企业')).toEqual([kept, both, shop, firm]);
      const choices = (await topics.choices('audiences')).items.map((one) => one.value);
      expect(choices.indexOf('托育机构')).toBeGreaterThan(choices.indexOf('企业'));
      await expect(audiences.put(office, { name: '企业', parent: '托育机构' })).rejects.toMatchObject({ status: 409 });
    });

    it('a label belongs to the people it is for, is retired and never deleted, and then chosen no more (TOP-1, TOP-3)', async () => {
      const { topics } = modules.library.service;
      const chosen = async () => (await topics.choices('tags')).items.map((item) => item.value);
      const tag = (await topics.tags()).find((one) => one.name === '入学');
      expect(tag?.audiences).toEqual(['学生家长']);
      expect(await chosen()).toContain('入学');
      const { id = '', version = 0 } = tag ?? {};
      const retired = {
        name: '入学',
        family: '教育',
        audiences: ['学生家长'],
        since: '2020-01-01' as LocalDate,
        retiredOn: '2026-03-01' as LocalDate,
        replacedBy: null,
      };
      await topics.editTag(office, id, { ...retired, version });
      expect(await chosen()).not.toContain('入学');
      expect((await topics.tags()).map((one) => one.name)).toContain('入学');
      await expect(topics.editTag(office, id, { ...retired, version })).rejects.toMatchObject({ status: 409 });
    });
  });
});
