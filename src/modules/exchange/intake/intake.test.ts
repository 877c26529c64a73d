import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { fileKeepingModule } from '../../../platform/files/file-keeping.ts';
import { createServer } from '../../../platform/http/server.ts';
import { jpegFile } from '../../attachments/image.fixtures.ts';
import { docxFile, paragraph, rels } from '../../attachments/office.fixtures.ts';
import type { IntakeState } from './intake.contract.ts';
import {
  docx,
  intakeTestMigrations,
  json,
  messages,
  metadata,
  never,
  officialDocx,
  openTestIntake,
  type Part,
  SYSTEM,
  send,
  type TestIntake,
} from './intake.fixtures.ts';

describeDatabases(intakeTestMigrations, (database) => {
  let test: TestIntake;
  beforeAll(async () => {
    test = await openTestIntake(database());
  });
  afterAll(() => test?.close());

  const bearer = (key = test.key) => ({ authorization: `Bearer ${key}` });
  const hand = (parts: readonly Part[]) => send(test, parts);
  const count = async () => (await test.modules.publications.service.list.figures(test.people.office, {})).registered;
  const detail = (id: string) => test.modules.publications.service.view.get(test.people.officer, id);

  describe('a document handed in (IX-3, DOC-1, DOC-4)', () => {
    let first: IntakeState;

    it('is registered with a draft under its unit, its text read, its files inspected, and nothing of it public', async () => {
      const { status, state } = await hand([
        json(metadata()),
        docx(),
        { name: 'attachments', file: '名单.txt', bytes: '第一小学' },
      ]);
      expect(status).toBe(201);
      first = state;
      expect(state).toMatchObject({
        state: 'draft',
        stateText: '草稿',
        address: null,
        sourceId: 'OA-2026-0001',
        attribute: null,
      });
      expect(state.missing.join()).toContain('缺少内容概述');
      expect(state.missing.join()).toContain('还没有认定公开属性');
      expect(state.doubts).toEqual([
        '发文字号由“明教[2026]12号”改写为“明教〔2026〕12号”（年份括号改为六角括号〔〕）。',
      ]);
      const found = await detail(state.id);
      expect(found.unit.code).toBe('jiaoyu');
      expect(found.draft?.content?.fields).toMatchObject({
        documentNumber: '明教〔2026〕12号',
        issuedOn: '2026-02-27',
        documentType: '通知',
        normative: false,
        topic: '教育',
        tags: ['入学'],
      });
      expect(JSON.stringify(found.draft?.content?.body)).toContain('免试就近入学');
      // The head only repeats what the fields show.
      expect(JSON.stringify(found.draft?.content?.body)).not.toContain('明湖区教育局文件');
      expect(found.draft?.content?.attachments).toMatchObject([{ name: '名单.txt', mediaType: 'text/plain' }]);
      expect(JSON.stringify(found.draft?.content)).not.toContain('王芳');
      expect(found.life).toBe('none');
      expect((await test.modules.publications.service.open.items({ page: 1, pageSize: 10 })).total).toBe(0);
    });

    it('keeps the pictures of its text, and of a web page the words', async () => {
      const drawing = '<w:drawing><wp:inline><wp:docPr descr="流程图"/><a:blip r:embed="p"/></wp:inline></w:drawing>';
      const bytes = docxFile(`<w:p><w:r>${drawing}</w:r></w:p>${paragraph('见上图。')}`, {
        'word/media/image1.jpeg': jpegFile(),
        'word/_rels/document.xml.rels': rels([{ id: 'p', type: 'image', target: 'media/image1.jpeg' }]),
      });
      const { status, state } = await hand([json({ sourceId: 'with-picture', title: '流程图' }), docx(bytes)]);
      expect(status).toBe(201);
      expect((await detail(state.id)).draft?.content?.body?.content.map((block) => block.type)).toEqual([
        'image',
        'paragraph',
      ]);
      const page: Part = {
        name: 'text',
        file: '页面.html',
        bytes: '<html><body><p>网页正文。</p><script>x</script></body></html>',
      };
      const words = await hand([json({ sourceId: 'web-page', title: '网页' }), page]);
      expect(JSON.stringify((await detail(words.state.id)).draft?.content?.body)).toContain('网页正文。');
    });

    it('tells staff where it came from, what it proposes and what to look at', async () => {
      const history = await test.modules.publications.service.view.history(test.people.officer, first.id);
      expect(history.map((entry) => entry.text).join()).toContain(
        '由“明湖区教育局OA”报送（编号 OA-2026-0001）。建议公开属性：主动公开（涉及公众利益）',
      );
      const entry = (await test.intake.log.list(test.people.officer, { page: 1, pageSize: 10 })).items.at(-1);
      expect(entry).toMatchObject({
        outcome: 'registered',
        signer: '王芳',
        stateText: '草稿',
        publicationId: first.id,
      });
      expect((await test.intake.log.list(test.people.stranger, { page: 1, pageSize: 10 })).total).toBe(0);
    });

    it('gets the same answer when it comes again, also twice at once, and stays one document', async () => {
      const before = await count();
      const again = await hand([
        json(metadata()),
        docx(),
        { name: 'attachments', file: '名单.txt', bytes: '第一小学' },
      ]);
      expect(again).toMatchObject({ status: 200, state: first });
      const twin = metadata({ sourceId: 'OA-2026-twins', documentNumber: '明教〔2026〕13号' });
      const answers = await Promise.all([hand([json(twin)]), hand([json(twin)]), hand([json(twin)])]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 201]);
      expect(new Set(answers.map((answer) => answer.state.id)).size).toBe(1);
      expect(await count()).toBe(before + 1);
    });

    it('with other content replaces a draft that nobody touched', async () => {
      const { status, state } = await hand([json(metadata()), docx(officialDocx({ text: '坚持阳光招生。' }))]);
      expect(status).toBe(200);
      expect(state.id).toBe(first.id);
      const { draft } = await detail(first.id);
      expect(JSON.stringify(draft?.content?.body)).toContain('阳光招生');
      expect(draft?.content?.attachments).toEqual([]);
    });

    it('never overwrites what somebody has worked on', async () => {
      const { draft } = await detail(first.id);
      const content = { ...(draft?.content ?? never()), title: '由联络员修改的标题' };
      await test.modules.publications.service.drafting.edit(test.people.officer, first.id, {
        edit: draft?.edit ?? 0,
        content,
      });
      const { status, problem } = await hand([json(metadata()), docx(officialDocx({ text: '第三稿。' }))]);
      expect(status).toBe(409);
      expect(problem).toMatchObject({ code: 'received-in-work' });
      expect(problem.detail).toContain('李明已在修改这份公文');
      expect((await detail(first.id)).title).toBe('由联络员修改的标题');
    });

    it('is asked for by the number of the other system', async () => {
      const ask = (id: string, key?: string) =>
        test.app.inject({ url: `/intake/v1/documents/${encodeURIComponent(id)}`, headers: bearer(key) });
      expect((await ask('OA-2026-0001')).json()).toMatchObject({
        id: first.id,
        title: '由联络员修改的标题',
        state: 'draft',
      });
      expect((await ask('没有')).statusCode).toBe(404);
      const other = await test.intake.sources.create(test.people.office, {
        name: '别的系统',
        unitIds: [test.units.education.id],
      });
      expect((await ask('OA-2026-0001', other.key)).statusCode).toBe(404);
    });

    it('tells its public address once it is public, and a further delivery drafts a new version beside it', async () => {
      const adopted = metadata({ sourceId: 'OA-public', documentNumber: '明教〔2026〕20号' });
      const { state } = await hand([json(adopted), docx(officialDocx({ number: '明教〔2026〕20号' }))]);
      await publishAll(state.id);
      const shown = await test.intake.intake.state(await sourceRow(), 'OA-public');
      expect(shown).toMatchObject({
        state: 'public',
        stateText: '已公开',
        revision: null,
        attribute: '主动公开',
        missing: [],
      });
      expect(shown.address).toMatch(/^http:\/\/localhost:8080\/documents\/\d+$/);
      const changed = await hand([json({ ...adopted, recipients: '各学校' })]);
      expect(changed).toMatchObject({
        status: 200,
        state: { state: 'public', revision: 'draft', stateText: '已公开（新版本草稿）' },
      });
      const { draft, current } = await detail(state.id);
      expect(draft?.content?.fields).toMatchObject({ recipients: '各学校', summary: '由联络员补写。' });
      expect(current?.content?.fields.recipients).toBeUndefined();
    });
  });

  describe('a faulty delivery', () => {
    it('is refused with every fault at once, and nothing of it is kept but the entry in the log', async () => {
      const before = await count();
      const faulty = {
        ...metadata({ issuedOn: '昨天', documentType: '短信', normative: '也许', tags: [1], note: 'x' }),
        sourceId: undefined,
      };
      const { status, problem } = await hand([json(faulty), { name: 'text', file: '通知.docx', bytes: 'PK 不是文件' }]);
      expect(status).toBe(422);
      expect(problem.code).toBe('intake-refused');
      expect(problem.reasons.map((reason) => reason.field).sort()).toEqual([
        'documentType',
        'issuedOn',
        'normative',
        'note',
        'sourceId',
        'tags',
        'text',
      ]);
      expect(messages(problem)).toContain('“昨天”不是日期，请写作 2026-03-05');
      expect(await count()).toBe(before);
      const [entry] = (await test.intake.log.list(test.people.officer, { page: 1, pageSize: 1 })).items;
      expect(entry).toMatchObject({ outcome: 'refused', publicationId: null, stateText: null });
      expect(entry?.notes).toHaveLength(problem.reasons.length);
    });

    it.each([
      ['no JSON', [{ name: 'metadata', bytes: '{' }], '不是有效的 JSON'],
      ['broken JSON of its type', [{ name: 'metadata', bytes: '{', type: 'application/json' }], '不是有效的 JSON'],
      ['a list', [{ name: 'metadata', bytes: '[]' }], '应为一个 JSON 对象'],
      ['no metadata', [{ name: 'text', file: 'a.txt', bytes: '文字' }], '缺少元数据'],
      ['an unknown part', [{ name: 'body', bytes: 'x' }], '不认识“body”'],
      [
        'a number with a slash',
        [{ name: 'metadata', bytes: JSON.stringify(metadata({ sourceId: '../../etc' })) }],
        '不能含有斜杠',
      ],
      [
        'a nested proposal',
        [{ name: 'metadata', bytes: JSON.stringify(metadata({ disclosure: { attribute: '主动公开', x: [[[]]] } })) }],
        '只有 attribute 和 reason',
      ],
      [
        'no title anywhere',
        [{ name: 'metadata', bytes: JSON.stringify({ sourceId: 'no-title', text: '一行。' }) }],
        '缺少标题',
      ],
    ] as const)('of the kind “%s” says so', async (_kind, parts, words) => {
      const { status, problem } = await hand(parts);
      expect(status).toBe(422);
      expect(messages(problem)).toContain(words);
    });

    it('with a macro or a broken file names the file', async () => {
      const { status, problem } = await hand([
        json(metadata({ sourceId: 'bad-files' })),
        docx(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), '正文.docx'),
        { name: 'attachments', file: '表.bin', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]) },
      ]);
      expect(status).toBe(422);
      expect(messages(problem)).toContain('正文文件“正文.docx”');
      expect(messages(problem)).toContain('“表.bin”');
    });

    it.each([
      ['title', 'a\ud800'],
      ['sourceId', 'a\ud800'],
      ['text', '\udc00'],
    ])('with half a character in %s is refused, by form and as JSON alone', async (key, value) => {
      expect((await hand([json(metadata({ sourceId: 'half', [key]: value }))])).status).toBe(422);
      const plain = await test.app.inject({
        method: 'POST',
        url: '/intake/v1/documents',
        payload: JSON.stringify(metadata({ sourceId: 'half', [key]: value })),
        headers: { ...bearer(), 'content-type': 'application/json' },
      });
      expect([plain.statusCode, plain.json<{ detail: string }>().detail]).toEqual([
        422,
        expect.stringContaining('不完整的字符'),
      ]);
    });

    it('of a secret document leaves no word of it behind', async () => {
      const secret = officialDocx({ head: '机密★1年', text: '绝不可见之词' });
      const marked = await hand([json(metadata({ sourceId: 'secret-1' })), docx(secret)]);
      expect(marked.status).toBe(422);
      expect(messages(marked.problem)).toContain('涉密公文不得');
      await fileKeepingModule(test.platform, Object.values(test.modules)).service.deleteReleased(
        new AbortController().signal,
      );
      const hash = createHash('sha256').update(secret).digest('hex');
      expect(await test.platform.files.has(hash)).toBe(false);
      const told = await hand([json(metadata({ sourceId: 'secret-2', secrecy: '秘密', title: '绝不可见之题' }))]);
      expect(told.status).toBe(422);
      const { items } = await test.intake.log.list(test.people.office, { page: 1, pageSize: 2 });
      expect(items.map((item) => [item.title, item.fileNames])).toEqual([
        [null, []],
        [null, []],
      ]);
    });

    it('is answered 415 when it is no form, 413 when metadata is too large or files are too many', async () => {
      const post = (headers: object, payload: string | Buffer) =>
        test.app.inject({ method: 'POST', url: '/intake/v1/documents', headers: { ...headers, ...bearer() }, payload });
      expect((await post({ 'content-type': 'text/plain' }, 'x')).statusCode).toBe(415);
      expect((await hand([{ name: 'metadata', file: 'm.json', bytes: ' '.repeat(1_100_000) }])).status).toBe(413);
      const many = Array.from(
        { length: 21 },
        (_, at): Part => ({ name: 'attachments', file: `${at}.txt`, bytes: `${at}` }),
      );
      expect((await hand([json(metadata()), ...many])).status).toBe(413);
    });
  });

  it('that comes too often is told to wait', async () => {
    const { app } = await createServer({
      platform: { ...test.platform, config: { ...test.platform.config, rateLimit: 10 } },
      identify: async () => ({ type: 'visitor' }),
    });
    test.modules.exchange.routes?.(app);
    const url = '/intake/v1/documents/OA-2026-0001';
    for (let count = 0; count < 10; count += 1)
      expect((await app.inject({ url, headers: bearer() })).statusCode).toBe(200);
    const answer = await app.inject({ url, headers: bearer() });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await app.close();
  });

  async function sourceRow() {
    return test.intake.sources.authenticate(`Bearer ${test.key}`);
  }

  /** By the system, for what is under test is not the reviews. */
  async function publishAll(id: string): Promise<void> {
    const { drafting, determinations, rules, reviews, publishing, view } = test.modules.publications.service;
    await rules.set(test.people.office, {
      kind: 'policyDocument',
      unitId: null,
      version: 0,
      steps: [{ code: 'only', name: '审核', group: 'review', roles: ['supervisor'], unit: 'office' }],
    });
    const { draft } = await view.get(test.people.officer, id);
    const content = draft?.content ?? never();
    await drafting.edit(test.people.officer, id, {
      edit: draft?.edit ?? 0,
      content: {
        ...content,
        fields: { ...content.fields, indexNumber: 'MJ-1', summary: '由联络员补写。', interpretation: 'none' },
      },
    });
    await determinations.determine(test.people.office, id, {
      attribute: 'proactive',
      manner: 'open',
      legalBasis: 'cat20.1',
      reason: '应当公开',
    });
    const ready = await view.get(test.people.officer, id);
    const contentHash = ready.draft?.contentHash ?? '';
    await reviews.submit(test.people.officer, id, ready.draft?.edit ?? 0);
    await reviews.review(test.people.office, id, { step: 'only', decision: 'approved', contentHash, remarks: [] });
    await publishing.publish(SYSTEM, id, contentHash);
  }
});
