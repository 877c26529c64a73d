import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Header,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findInOffice, maskOffice } from './mask-office.ts';

const SECRET = '11010519491231002X';
const OTHER = '34052419800101001X';
const MOBILE = '13812345678';
const change = { id: 1, author: '科室张工', date: '2025-01-01T00:00:00Z' };

const cell = (...runs: TextRun[]) => new TableCell({ children: [new Paragraph({ children: runs })] });
const split = (text: string) => text.split('').map((letter, at) => new TextRun({ text: letter, bold: at % 2 === 0 }));

async function wordFile(): Promise<Uint8Array> {
  const document = new Document({
    creator: '科室张工',
    title: `名单 ${SECRET}`,
    comments: { children: [{ id: 0, author: '科室张工', children: [new Paragraph(`核对 ${OTHER}`)] }] },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(`经办手机${MOBILE}`)] }) },
        children: [
          new Paragraph({
            children: [new TextRun('申请人：王芳，身份证号：'), ...split(SECRET), new TextRun('，符合条件。')],
          }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('公示期五个工作日 & 监督电话0571-88123456'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new DeletedTextRun({ text: `原为${OTHER}`, ...change }),
              new InsertedTextRun({ text: '已更正', ...change, id: 2 }),
              new TextRun({ text: `暗 ${OTHER}`, vanish: true }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({
                children: [cell(new TextRun('姓名')), cell(new TextRun('身份证号')), cell(new TextRun('联系电话'))],
              }),
              new TableRow({
                children: [cell(new TextRun('李强')), cell(...split('340524198001010013')), cell(new TextRun(MOBILE))],
              }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const texts = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)] as const);
const bare = (bytes: Uint8Array) =>
  texts(bytes)
    .map(([, xml]) => xml.replaceAll(/<[^>]*>/g, ''))
    .join('\n');
const raw = (bytes: Uint8Array) =>
  texts(bytes)
    .map(([name, xml]) => `${name}\n${xml}`)
    .join('\n');

describe('masking a Word file', () => {
  it('finds what readers see, in text, table and header, however it is split', async () => {
    const found = await findInOffice(await wordFile());
    expect(found.map(({ type, text, place }) => `${place} ${type} ${text}`).sort()).toEqual([
      '正文 identityNumber 11010519491231002X',
      '正文 identityNumber 340524198001010013',
      '正文 name 李强',
      '正文 name 王芳',
      '正文 phone 13812345678',
      '页眉 phone 13812345678',
    ]);
  });

  it('masks in place and leaves the rest as it was', async () => {
    const masked = await maskOffice(await wordFile());
    const text = bare(masked);
    expect(text).toContain('申请人：王某，身份证号：11*************02X，符合条件。');
    expect(text).toContain('公示期五个工作日 &amp; 监督电话0571-88123456');
    expect(text).toContain('已更正');
    expect(text).toContain('李某34*************013138****5678');
    expect(await findInOffice(masked)).toEqual([]);
  });

  it('leaves no trace in any part: properties, comments, changes, hidden text', async () => {
    const file = await wordFile();
    expect(raw(file)).toContain('科室张工');
    expect(bare(file)).toContain(OTHER);
    const masked = await maskOffice(file);
    for (const trace of [
      SECRET,
      OTHER,
      MOBILE,
      '科室张工',
      'comments.xml',
      'w:del',
      'w:ins ',
      'w:vanish',
      'core.xml',
    ]) {
      expect([trace, raw(masked).includes(trace), bare(masked).includes(trace)]).toEqual([trace, false, false]);
    }
  });

  it('leaves what was decided to stay', async () => {
    const file = await wordFile();
    const name = (await findInOffice(file)).find(({ text }) => text === '王芳');
    const masked = await maskOffice(file, [name?.id ?? '']);
    expect(bare(masked)).toContain('申请人：王芳，身份证号：11*');
    expect((await findInOffice(masked)).map(({ text }) => text)).toEqual(['王芳']);
  });

  it('says in words what is wrong with a file', async () => {
    await expect(maskOffice(Buffer.from('PK no zip'))).rejects.toMatchObject({ code: 'mask-refused', status: 422 });
  });
});

async function workbookFile(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '科室张工';
  const sheet = workbook.addWorksheet('名单');
  sheet.addRow(['公租房保障对象名单']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(['序号', '姓名', '身份证号', '联系电话', '内部备注']);
  sheet.addRow([1, '王芳', SECRET, 13812345678, `原号${OTHER}`]);
  sheet.addRow([
    2,
    '李强',
    { richText: [{ text: '340524' }, { font: { bold: true }, text: '198001010013' }] },
    { formula: 'D3', result: 13812345678 },
  ]);
  sheet.addRow([3, '赵六', OTHER, '无']).hidden = true;
  sheet.getColumn(5).hidden = true;
  sheet.getColumn(3).width = 30;
  sheet.getCell('B3').note = `核对${OTHER}`;
  workbook.addWorksheet('底稿', { state: 'hidden' }).addRow(['身份证号', OTHER]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('masking a workbook', () => {
  it('finds numbers stored as numbers, in rich text and from formulas', async () => {
    const found = await findInOffice(await workbookFile());
    expect(found.map(({ place, text }) => `${place} ${text}`)).toEqual([
      '工作表“名单”第3行 王芳',
      `工作表“名单”第3行 ${SECRET}`,
      `工作表“名单”第3行 ${MOBILE}`,
      '工作表“名单”第4行 李强',
      '工作表“名单”第4行 340524198001010013',
      `工作表“名单”第4行 ${MOBILE}`,
    ]);
  });

  it('writes anew what is seen and nothing else', async () => {
    const masked = await maskOffice(await workbookFile());
    for (const trace of [SECRET, OTHER, MOBILE, '科室张工', '底稿', '内部备注', '<f>', 'comment'])
      expect([trace, raw(masked).includes(trace)]).toEqual([trace, false]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(masked.buffer as never);
    const [sheet] = workbook.worksheets;
    expect(sheet?.rowCount).toBe(4);
    expect(sheet?.getCell('A1').isMerged).toBe(true);
    expect(sheet?.getRow(3).values).toEqual([undefined, 1, '王某', '11*************02X', '138****5678']);
    expect(sheet?.getRow(4).values).toEqual([undefined, 2, '李某', '34*************013', '138****5678']);
    expect(sheet?.getColumn(3).width).toBe(30);
  });
});
