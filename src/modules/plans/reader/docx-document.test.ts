import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from './docx-document.ts';
import type { SourceBlock } from './source-document.ts';

const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const cell = (text: string, properties = '') => tc(p(r(text)), properties);
const tr = (cells: string[], properties = '') => `<w:tr>${properties}${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
  const files = { 'word/document.xml': document, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function read(body: string, parts?: Record<string, string>): readonly SourceBlock[] {
  return readDocx(docx(body, parts)).blocks;
}

function texts(blocks: readonly SourceBlock[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    return block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.columnSpan} ${c.text}`);
  });
}

test('paragraphs: runs joined, breaks kept, tabs as blanks, entities decoded', () => {
  const body = p(r('责任'), r('单位'), '<w:r><w:br/></w:r>', r('A&amp;B'), '<w:r><w:tab/></w:r>', r('完'));
  expect(texts(read(body))).toEqual(['责任单位\nA&B 完']);
});

test('joined cells, paragraphs of a cell as lines, left-out grid columns', () => {
  const table = tbl(
    tr([cell('甲', '<w:gridSpan w:val="2"/>'), cell('乙')]),
    tr([cell('一', '<w:vMerge w:val="restart"/>'), tc(p(r('上')) + p(r('下'))), cell('丙')]),
    tr([cell('', '<w:vMerge/>'), cell('丁'), cell('戊')]),
    tr([cell('己'), cell('庚')], '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'),
  );
  expect(texts(read(table))).toEqual([
    [
      '0,0 1x2 甲',
      '0,2 1x1 乙',
      '1,0 2x1 一',
      '1,1 1x1 上\n下',
      '1,2 1x1 丙',
      '2,1 1x1 丁',
      '2,2 1x1 戊',
      '3,1 1x1 己',
      '3,2 1x1 庚',
    ],
  ]);
});

describe('tracked changes', () => {
  test('deleted and moved-away text is out, inserted text is in', () => {
    const body = p(
      r('6月'),
      '<w:del><w:r><w:delText>底</w:delText></w:r></w:del>',
      `<w:ins>${r('中旬')}</w:ins>`,
      `<w:moveFrom>${r('旧')}</w:moveFrom>`,
      `<w:moveTo>${r('新')}</w:moveTo>`,
    );
    expect(texts(read(body))).toEqual(['6月中旬新']);
  });

  test('a deleted row leaves the table', () => {
    const row = (text: string, properties = '') => tr([cell(text), cell('区府办'), cell('全年')], properties);
    const table = tbl(row('1'), row('2', '<w:trPr><w:del w:id="1"/></w:trPr>'), row('3'));
    expect(texts(read(table))).toEqual([
      ['0,0 1x1 1', '0,1 1x1 区府办', '0,2 1x1 全年', '1,0 1x1 3', '1,1 1x1 区府办', '1,2 1x1 全年'],
    ]);
  });

  test('old properties of a changed cell do not count', () => {
    const table = tbl(
      tr([cell('甲', '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'), cell('乙'), cell('丙')]),
    );
    expect(texts(read(table))).toEqual([['0,0 1x1 甲', '0,1 1x1 乙', '0,2 1x1 丙']]);
  });
});

test('text boxes follow their paragraph once, fallbacks and field codes are left out, hidden text too', () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(r('框内'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(r('框内'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>';
  const hidden = r('看不见', '<w:rPr><w:vanish/></w:rPr>');
  expect(texts(read(p(r('框外'), box, field, hidden, r('文'))))).toEqual(['框外文', '框内']);
});

test('a table in a text box is a table; stars of symbol fonts are stars', () => {
  const star = '<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>';
  const table = tbl(tr([tc(p(star, r('区府办'))), cell('甲'), cell('乙')]));
  const box = `<w:r><w:pict><v:textbox><w:txbxContent>${table}${p()}</w:txbxContent></v:textbox></w:pict></w:r>`;
  expect(texts(read(p(box) + p(r('后'))))).toEqual([['0,0 1x1 ★区府办', '0,1 1x1 甲', '0,2 1x1 乙'], '后']);
});

describe('automatic numbers', () => {
  const level = (format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering>
    <w:abstractNum w:abstractNumId="0">${level('decimal', '%1')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level('chineseCountingThousand', '%1、', 9)}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level('bullet', '·')}</w:abstractNum>
    <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const numbered = (list: number, text: string) =>
    p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`, r(text));

  test('an empty number column is numbered by the word processor', () => {
    const table = tbl(...['做好公开', '做好解读'].map((text) => tr([tc(numbered(5, '')), cell(text), cell('区府办')])));
    expect(texts(read(table, { 'word/numbering.xml': numbering }))).toEqual([
      ['0,0 1x1 1', '0,1 1x1 做好公开', '0,2 1x1 区府办', '1,0 1x1 2', '1,1 1x1 做好解读', '1,2 1x1 区府办'],
    ]);
  });

  test('Chinese numerals, bullets, and numbers by style', () => {
    const styles =
      '<w:styles><w:style w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>';
    const body =
      numbered(6, '平台') +
      numbered(6, '保障') +
      numbered(7, '要点') +
      p('<w:pPr><w:pStyle w:val="Heading"/></w:pPr>', r('标题'));
    expect(texts(read(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }))).toEqual([
      '九、平台',
      '十、保障',
      '要点',
      '1标题',
    ]);
  });
});

describe('nested tables', () => {
  const inner = tbl(
    tr([cell('序号'), cell('任务内容'), cell('责任单位')]),
    tr([cell('1'), cell('做好公开'), cell('区府办')]),
  );

  test('a table that only arranges the page dissolves', () => {
    expect(texts(read(tbl(tr([tc(p(r('标题')) + inner + p(r('落款')))]))))).toEqual([
      '标题',
      ['0,0 1x1 序号', '0,1 1x1 任务内容', '0,2 1x1 责任单位', '1,0 1x1 1', '1,1 1x1 做好公开', '1,2 1x1 区府办'],
      '落款',
    ]);
  });

  test('a small table inside a cell is the text of the cell', () => {
    const small = tbl(tr([cell('区府办')]), tr([cell('区教育局')]));
    expect(texts(read(tbl(tr([cell('1'), cell('做好公开'), tc(small + p())]))))).toEqual([
      ['0,0 1x1 1', '0,1 1x1 做好公开', '0,2 1x1 区府办\n区教育局'],
    ]);
  });
});

test('damaged files are refused with a sentence', () => {
  const whole = docx(p(r('文')));
  expect(() => readDocx(whole.subarray(0, whole.length - 30))).toThrow(
    expect.objectContaining({ code: 'plan-unreadable' }),
  );
  expect(() => readDocx(zipSync({ 'word/other.xml': strToU8('<a/>') }))).toThrow(
    expect.objectContaining({ code: 'plan-unreadable' }),
  );
});
