import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import { AttachmentsService } from './attachments.service.ts';
import { exifBlock, jpegFile } from './image.fixtures.ts';
import { attachmentsMigrations } from './index.ts';
import { coreProperties, docxFile, inlineCell, paragraph, rels, xlsxFile } from './office.fixtures.ts';

describeDatabases(attachmentsMigrations, (database) => {
  let platform: TestPlatform;
  let service: AttachmentsService;
  beforeAll(async () => {
    platform = await openTestPlatform({ database: database() });
    service = new AttachmentsService(platform);
  });
  afterAll(() => platform.close());

  const put = async (bytes: Buffer, name: string) => ({
    ...(await platform.files.put(Readable.from([bytes]), { maxBytes: 1e8 })),
    name,
  });

  it('looks at each file once, until it is forgotten', async () => {
    const bytes = docxFile(paragraph('\u{20000}公开'), { 'docProps/core.xml': coreProperties('李四') });
    const file = await put(bytes, 'a.docx');
    const first = await service.inspect(file);
    expect(first).toMatchObject({
      accepted: true,
      text: '\u{20000}公开\f',
      hiddenData: [{ kind: 'metadata' }, { kind: 'metadata' }],
    });
    await platform.files.delete(file.hash);
    expect(await service.inspect({ ...file, name: '另一个名字.docx' })).toEqual(first);
    await put(bytes, 'a.docx');
    expect((await service.inspect({ ...file, name: 'a.pdf' })).accepted).toBe(false);
    await service.forget(platform.database.kysely, file.hash);
    expect(await service.inspect(file)).toEqual(first);
  });

  it('stores clean copies and the pictures of an imported document', async () => {
    const file = await put(
      docxFile(`${paragraph('公开')}<w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>`, {
        'docProps/core.xml': coreProperties('李四'),
        'word/media/a.jpg': jpegFile([[0xe1, exifBlock()]]),
        'word/_rels/document.xml.rels': rels([{ id: 'p', type: 'image', target: 'media/a.jpg' }]),
      }),
      'a.docx',
    );
    const copy = await service.cleanCopy(file);
    expect(copy.file.mediaType).toBe(file.mediaType);
    expect(
      copy.inspection.hiddenData.filter((datum) => datum.kind === 'metadata' && /文档属性/.test(datum.place)),
    ).toEqual([]);
    expect(await platform.files.has(copy.file.hash)).toBe(true);
    const { body, images } = await service.importDocument(file);
    expect(JSON.stringify(body)).toContain(images[0]?.hash);
    expect(await platform.files.has(images[0]?.hash ?? '')).toBe(true);
  });

  it('previews tables without what is hidden in them', async () => {
    const sheet = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1">${inlineCell('A1', '序号')}${inlineCell('B1', '日期')}${inlineCell('C1', '暗列')}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>46113</v></c></row><row r="3" hidden="1">${inlineCell('A3', '暗行')}</row><row r="4">${inlineCell('A4', '合计')}</row></sheetData><mergeCells><mergeCell ref="A4:B4"/></mergeCells>`;
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const file = await put(
      xlsxFile(
        [
          { name: '表', xml: sheet },
          { name: '底稿', state: 'hidden', xml: `<sheetData><row r="1">${inlineCell('A1', '暗表')}</row></sheetData>` },
        ],
        { 'xl/styles.xml': styles },
      ),
      'a.xlsx',
    );
    const preview = await service.preview(file);
    expect(preview).toMatchObject({ shownBy: 'tables', text: '' });
    expect(preview.tables).toEqual([
      {
        name: '表',
        hidden: false,
        more: false,
        rows: [
          [{ text: '序号' }, { text: '日期' }],
          [{ text: '1' }, { text: '2026-04-01' }],
          [{ text: '合计', columnSpan: 2 }],
        ],
      },
    ]);
    const csv = await put(Buffer.from(`甲,乙\n${'1,2\n'.repeat(80)}`), 'a.csv');
    expect(await service.preview(csv)).toMatchObject({ shownBy: 'tables', tables: [{ more: true }] });
  });

  it('tells that a file is gone', async () => {
    await expect(service.inspect({ hash: '0'.repeat(64), size: 1, name: 'a.pdf' })).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});
