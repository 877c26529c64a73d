import { mkdir, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../../../platform/db/database.fixtures.ts';
import { pdfFile } from '../../../attachments/pdf.fixtures.ts';
import { IntakeEraseService } from '../erase.service.ts';
import { intakeTestMigrations, metadata, officialDocx, openTestIntake, type TestIntake } from '../intake.fixtures.ts';
import { lookInto, SETTLE } from './folder-files.ts';
import { IntakeFolderService } from './intake-folder.service.ts';
import { putDone, sweep } from './put-away.ts';

const AT_ONCE = { withSidecarMs: 0, aloneMs: 0, orphanMs: 0 };

describeDatabases(intakeTestMigrations, (database) => {
  let test: TestIntake;
  let folder: string;
  let watched: IntakeFolderService;
  beforeAll(async () => {
    test = await openTestIntake(database());
    watched = service();
    folder = join(test.platform.config.intakeFolder, 'jiaoyu');
    await mkdir(folder, { recursive: true });
  });
  afterAll(() => test?.close());

  function service(settle = AT_ONCE) {
    const context = {
      platform: test.platform,
      organisations: test.modules.organisations.service,
      publications: test.modules.publications.service,
      attachments: test.modules.attachments.service,
      library: test.modules.library.service,
    };
    return new IntakeFolderService(context, test.intake, settle);
  }
  const run = () => watched.run(new AbortController().signal);
  const lay = (name: string, bytes: string | Buffer) => writeFile(join(folder, name), bytes);
  const names = async (inside = '') => (await readdir(join(folder, inside)).catch(() => [])).sort();
  /** Names and words of everything below the folder, a line each. */
  const everything = async () => {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const lines = [];
    for (const one of found.filter((entry) => entry.isFile()))
      lines.push(one.name, ...(await readFile(join(one.parentPath, one.name), 'utf8')).split(/\r?\n/));
    return lines.join('\n');
  };
  const registered = async () =>
    (await test.modules.publications.service.list.figures(test.people.office, {})).registered;
  const lastEntry = async () => (await test.intake.log.list(test.people.officer, { page: 1, pageSize: 1 })).items[0];

  it('takes a document with its description, registers it for the unit of the folder and leaves a receipt (IX-3, DOC-3)', async () => {
    await lay('入学通知.docx', officialDocx());
    await lay('入学通知.json', JSON.stringify(metadata({ sourceId: 'F-1' })));
    expect(await run()).toBe(1);
    expect(await names()).toEqual(['.taken', 'done']);
    expect(await names('done')).toEqual(['20260302-090000-入学通知.docx.回执.txt']);
    expect(await names('.taken')).toEqual([]);
    const receipt = await readFile(join(folder, 'done', '20260302-090000-入学通知.docx.回执.txt'), 'utf8');
    expect(receipt).toContain('文件：入学通知.docx\r\n编号：F-1');
    expect(receipt).not.toContain('王芳');
    expect(await lastEntry()).toMatchObject({
      outcome: 'registered',
      externalId: 'F-1',
      unit: { code: 'jiaoyu' },
      source: { way: 'folder', name: '区教育局接入文件夹' },
    });
  });

  it('takes a document alone, with title and number read from its head, and says so', async () => {
    await lay('独行.docx', officialDocx({ title: '关于开展校园安全检查的通知', number: '明教〔2026〕15号' }));
    expect(await run()).toBe(1);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      externalId: '独行.docx',
      title: '关于开展校园安全检查的通知',
      outcome: 'registered',
    });
    expect(entry?.notes.join()).toContain('发文字号“明教〔2026〕15号”是从正文首部读出的，请核对');
  });

  it('keeps no name of a file whose document is erased, and still knows it when it comes again', async () => {
    await lay('隐情之名.docx', officialDocx({ title: '关于隐情之事的通知', number: '明教〔2026〕27号' }));
    await run();
    const id = (await lastEntry())?.publicationId ?? '';
    await new IntakeEraseService({ platform: test.platform }).forget(id);
    await new IntakeEraseService({ platform: test.platform }).forget(id);
    const { pool } = test.platform.database;
    const kept = async () =>
      (
        await pool.query(
          `select d::text as row from exchange.intake_delivery d where publication_id = $1
           union all select d::text from exchange.intake_document d where publication_id = $1`,
          [id],
        )
      ).rows.map(({ row }: { row: string }) => row);
    expect(await kept()).toHaveLength(2);
    expect((await kept()).join()).not.toContain('隐情');
    const before = await registered();
    await lay(
      '隐情之名.docx',
      officialDocx({ title: '关于隐情之事的通知', number: '明教〔2026〕27号', text: '又来。' }),
    );
    await run();
    expect(await registered()).toBe(before);
    expect(await everything()).not.toContain('隐情');
  });

  it('leaves nothing of an erased document in its folder: no receipt, no refused version, under whatever name it was laid', async () => {
    const told = metadata({ sourceId: '隐秘-7', documentNumber: '明教〔2026〕28号', title: '关于密语之事的通知' });
    await lay('密语.docx', officialDocx({ number: '明教〔2026〕28号' }));
    await lay('密语.json', JSON.stringify(told));
    await run();
    const id = (await lastEntry())?.publicationId ?? '';
    await lay('密语改.docx', 'PK 不是文件');
    await lay('密语改.json', JSON.stringify({ ...told, issuedOn: '明天' }));
    await lay('无关.docx', 'PK 不是文件');
    await run();
    const of = (every: string) => every.split('\n').filter((name) => /密语|隐秘/.test(name)).length;
    expect(of(await everything())).toBeGreaterThanOrEqual(5);
    await new IntakeEraseService({ platform: test.platform }).forget(id);
    await run();
    expect(of(await everything())).toBe(0);
    expect(await everything()).toContain('无关');
    await rm(join(folder, 'failed'), { recursive: true });
  });

  it('keeps neither bytes nor name of a document that bears a mark of secrecy, and says why', async () => {
    await lay('机要之事.txt', '机密★1年\n关于机要之事的通知\n正文。');
    await run();
    expect(await everything()).not.toContain('机要');
    const [reasons = ''] = await names('failed');
    expect(await readFile(join(folder, 'failed', reasons), 'utf8')).toMatch(/密级|涉密|保密/);
    await rm(join(folder, 'failed'), { recursive: true });
  });

  it('makes receipts of what an older version left in done', async () => {
    await mkdir(join(folder, 'done', 'own'), { recursive: true });
    await writeFile(join(folder, 'done', '20250102-080000-旧文.docx'), officialDocx());
    await writeFile(join(folder, 'done', '20250102-080000-旧文.docx.json'), JSON.stringify({ sourceId: 'OLD-1' }));
    await run();
    const left = (await names('done')).filter((name) => name.includes('旧文'));
    expect(left).toEqual(['20250102-080000-旧文.docx.回执.txt']);
    expect(await readFile(join(folder, 'done', left[0] ?? ''), 'utf8')).toContain('编号：OLD-1');
    expect(await names('done')).toContain('own');
    await rm(join(folder, 'done', 'own'), { recursive: true });
  });

  it('deletes receipts and refused documents after thirty days', async () => {
    const kept = join(folder, 'kept');
    await mkdir(join(kept, 'done'), { recursive: true });
    await mkdir(join(kept, 'failed'));
    await writeFile(join(kept, 'done', '20260101-080000-甲.docx.回执.txt'), '编号：A');
    for (const name of ['20260101-080000-乙.docx', '20260101-080000-乙.docx.json', '20260101-080000-乙.docx.txt'])
      await writeFile(join(kept, 'failed', name), 'x');
    const isErased = () => false;
    expect(await sweep(kept, { isOld: async () => false, isErased })).toBe(0);
    expect(await sweep(kept, { isOld: async (path) => path.includes('乙'), isErased })).toBe(1);
    expect(await readdir(join(kept, 'failed'))).toEqual([]);
    expect(await sweep(kept, { isOld: async () => true, isErased })).toBe(1);
    expect(await readdir(join(kept, 'done'))).toEqual([]);
    await rm(kept, { recursive: true });
  });

  it('keeps a fixed-layout document as an attachment and asks for the text', async () => {
    await lay('版式.pdf', pdfFile());
    await lay('版式.json', JSON.stringify({ title: '关于调整窗口服务时间的通告' }));
    expect(await run()).toBe(1);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ outcome: 'registered', externalId: '版式.pdf' });
    expect(entry?.notes.join()).toContain('“版式.pdf”是版式文件，已作为附件收下');
    const { draft } = await test.modules.publications.service.view.get(test.people.officer, entry?.publicationId ?? '');
    expect(draft?.content).toMatchObject({
      body: null,
      attachments: [{ name: '版式.pdf', mediaType: 'application/pdf' }],
    });
  });

  it('does nothing twice when it is stopped between the register and the move, whenever that is', async () => {
    await lay('断电.docx', officialDocx({ number: '明教〔2026〕16号' }));
    await lay('断电.json', JSON.stringify(metadata({ documentNumber: '明教〔2026〕16号', sourceId: 'F-2' })));
    const before = await registered();
    await run();
    expect(await registered()).toBe(before + 1);
    const receipts = async () => (await names('done')).filter((name) => name.includes('断电'));
    expect(await receipts()).toHaveLength(1);
    const document = officialDocx({ number: '明教〔2026〕16号' });
    const description = JSON.stringify(metadata({ documentNumber: '明教〔2026〕16号', sourceId: 'F-2' }));
    // As though nothing had been moved.
    await lay('断电.docx', document);
    await lay('断电.json', description);
    await run();
    expect(await registered()).toBe(before + 1);
    expect(await receipts()).toHaveLength(2);
    // As though only the document had been moved, or both, but no receipt given.
    await writeFile(join(folder, '.taken', '20260302-090100-断电.docx'), document);
    await lay('断电.json', description);
    await writeFile(join(folder, '.taken', '20260302-090200-断电.docx'), document);
    await writeFile(join(folder, '.taken', '20260302-090200-断电.docx.json'), description);
    await run();
    expect(await names()).not.toContain('断电.json');
    expect(await receipts()).toHaveLength(4);
    expect(await names('.taken')).toEqual([]);
    expect(await names('failed')).toEqual([]);
    expect(await registered()).toBe(before + 1);
  });

  it('runs twice at once without a second document', async () => {
    const before = await registered();
    await lay('同时.docx', officialDocx({ number: '明教〔2026〕17号' }));
    await Promise.allSettled([run(), service().run(new AbortController().signal)]);
    expect(await registered()).toBe(before + 1);
    expect(await names()).not.toContain('同时.docx');
  });

  it('puts away what fails with the reasons in Chinese beside it', async () => {
    await lay('坏的.docx', 'PK 不是文件');
    await lay('坏的.json', JSON.stringify(metadata({ sourceId: 'F-3', issuedOn: '明天' })));
    await lay('程序.exe', 'MZ');
    await lay('孤单.json', '{}');
    const before = await registered();
    await run();
    expect(await registered()).toBe(before);
    const reasons = await readFile(join(folder, 'failed', '20260302-090000-坏的.docx.txt'), 'utf8');
    expect(reasons).toContain('“明天”不是日期');
    expect(reasons).toContain('正文文件“坏的.docx”');
    expect(await readFile(join(folder, 'failed', '20260302-090000-程序.exe.txt'), 'utf8')).toContain('不接受这种文件');
    expect(await lastEntry()).toMatchObject({
      outcome: 'refused',
      externalId: '程序.exe',
      fileNames: ['程序.exe'],
      unit: { code: 'jiaoyu' },
    });
    expect(await readFile(join(folder, 'failed', '20260302-090000-孤单.json.txt'), 'utf8')).toContain('没有等到');
    expect((await watched.view(test.people.officer)).folders).toMatchObject([
      { name: 'jiaoyu', waiting: 0, failed: 2 },
    ]);
    expect((await watched.view(test.people.stranger)).folders).toEqual([]);
  });

  it('follows no link, neither of a file nor of a folder, and moves nothing out of its folder', async () => {
    const secret = join(test.platform.config.dataFolder, 'secret.txt');
    await writeFile(secret, '不属于这里的内容');
    await symlink(secret, join(folder, '链接.txt'));
    await symlink(secret, join(folder, '看似说明.docx.json'));
    await lay('看似说明.docx', officialDocx({ number: '明教〔2026〕18号' }));
    const before = await registered();
    await run();
    expect(await registered()).toBe(before + 1);
    expect(await readFile(secret, 'utf8')).toBe('不属于这里的内容');
    expect(await readFile(join(folder, 'failed', '20260302-090000-链接.txt.txt'), 'utf8')).toContain('可能是链接');
    await symlink(folder, join(test.platform.config.intakeFolder, 'linhu'));
    await lay('经由链接.docx', officialDocx({ number: '明教〔2026〕19号' }));
    await run();
    expect(await lastEntry()).toMatchObject({ unit: { code: 'jiaoyu' } });
    expect((await watched.view(test.people.office)).folders.map((one) => one.name)).toEqual(['jiaoyu']);
  });

  it('refuses a huge file without reading it', async () => {
    await lay('巨大.pdf', '');
    await truncate(join(folder, '巨大.pdf'), 300 * 1_048_576);
    await run();
    expect(await readFile(join(folder, 'failed', '20260302-090000-巨大.pdf.txt'), 'utf8')).toContain('超过 200 MB');
  });

  it('leaves alone what is still being copied, by its age and by its name', async () => {
    await lay('复制中.docx', officialDocx());
    await lay('.隐藏.docx', 'x');
    await lay('~$锁.docx', 'x');
    await lay('下载.part', 'x');
    // A copying program may set the time of the original; the change of the entry itself cannot be set back.
    await utimes(join(folder, '复制中.docx'), new Date('2020-01-01'), new Date('2020-01-01'));
    const { ctimeMs } = await stat(join(folder, '复制中.docx'));
    expect(await lookInto(folder, ctimeMs + 59_000, SETTLE)).toMatchObject({ ready: [], notYet: 1 });
    expect((await lookInto(folder, ctimeMs + 61_000, SETTLE)).ready).toEqual([{ name: '复制中.docx', sidecar: null }]);
    await lay('复制中.docx.json', '{}');
    expect((await lookInto(folder, ctimeMs + 30_000, SETTLE)).ready).toHaveLength(1);
  });

  it('never overwrites what was put away before under the same name', async () => {
    const other = join(folder, 'again');
    await mkdir(other);
    for (const text of ['一', '二', '三']) {
      await writeFile(join(other, '同名.txt'), text);
      await putDone(other, { name: '同名.txt', sidecar: null }, '20260302-090000', text);
    }
    expect((await readdir(join(other, 'done'))).sort()).toEqual([
      '20260302-090000-2-同名.txt.回执.txt',
      '20260302-090000-3-同名.txt.回执.txt',
      '20260302-090000-同名.txt.回执.txt',
    ]);
  });
});
