import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOfd } from './ofd-document.ts';
import { deltas } from './ofd-objects.ts';
import { type DrawingStyle, drawBlocks, tableBlock } from './page-drawing.fixtures.ts';
import { ofdFile, pdfFile } from './page-files.fixtures.ts';
import { readPdf } from './pdf-document.ts';
import type { SourceDocument } from './source-document.ts';

const style: DrawingStyle = { widths: [8, 30, 16, 12], rulings: 'all', vertical: 'middle', footer: true };
const rows = [
  ['序号', '任务内容', '责任单位', '时限'],
  ...Array.from({ length: 30 }, (_, index) => [
    `${index + 1}`,
    `推进第${index + 1}个专题的信息公开，及时更新内容，做到要素齐全、格式规范。`,
    '区府办牵头，各相关单位配合',
    index % 3 === 0 ? '6月底' : '^',
  ]),
];

const essence = (document: SourceDocument) =>
  document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({ row, column, rowSpan, columnSpan, text })),
  );

test('an OFD reads like the PDF of the same pages', async () => {
  const pages = drawBlocks([{ kind: 'paragraph', text: '2024年任务分解表' }, tableBlock(rows)], style);
  const document = readOfd(ofdFile(pages));
  expect(essence(document)).toEqual(essence(await readPdf(pdfFile(pages))));
  expect(document.blocks).toHaveLength(2);
});

test('advances in short form', () => {
  expect(deltas('g 3 4.2 1.5')).toEqual([4.2, 4.2, 4.2, 1.5]);
  expect(deltas('')).toEqual([]);
});

function packed(content: string, extra: Record<string, string> = {}): Uint8Array {
  const files = {
    'OFD.xml': '<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>',
    'Doc_0/Document.xml':
      '<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><TemplatePage ID="7" BaseLoc="Tpls/T.xml"/><PublicRes>Res.xml</PublicRes></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
    'Doc_0/P.xml': `<Page><Template TemplateID="7"/><Content><Layer>${content}</Layer></Content></Page>`,
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const text = (words: string, y: number, more = '') =>
  `<TextObject Boundary="20 ${y} 100 5" Size="5" ${more}><TextCode X="0" Y="5">${words}</TextCode></TextObject>`;

describe('parts of a package', () => {
  test('templates, composite units and transformations are drawn', () => {
    const unit = `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="9"><Content>${text('来自图元', 0)}</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`;
    const content = `<PageBlock>${text('正文', 60)}</PageBlock><CompositeObject ResourceID="9" Boundary="0 100 210 50"/>${text('放大', 150, 'CTM="2 0 0 2 0 0"')}`;
    const document = readOfd(
      packed(content, {
        'Doc_0/Tpls/T.xml': `<Page><Content><Layer>${text('来自模板', 40)}</Layer></Content></Page>`,
        'Doc_0/Res.xml': unit,
      }),
    );
    expect(essence(document)).toEqual(['来自模板', '正文', '来自图元', '放大']);
  });

  test('a unit that draws itself ends', () => {
    const unit = `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="9"><Content>${text('一次', 0)}<CompositeObject ResourceID="9" Boundary="0 0 1 1"/></Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`;
    const document = readOfd(
      packed('<CompositeObject ResourceID="9" Boundary="0 20 210 50"/>', { 'Doc_0/Res.xml': unit }),
    );
    expect(document.blocks.length).toBeGreaterThan(0);
  });

  test('pictures only, no pages, a broken zip', () => {
    expect(() => readOfd(packed('<ImageObject Boundary="0 0 210 297" ResourceID="3"/>'))).toThrow('扫描件');
    expect(() => readOfd(zipSync({ 'OFD.xml': strToU8('<OFD/>') }))).toThrow('找不到页面');
    expect(() => readOfd(strToU8('PK\u0003\u0004broken'))).toThrow('损坏');
  });
});
