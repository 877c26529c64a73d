import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readXlsx } from './xlsx-document.ts';

async function read(fill: (workbook: ExcelJS.Workbook) => void): Promise<unknown[]> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  const { blocks } = readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    return block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.columnSpan} ${c.text}`);
  });
}

test('joined ranges, rich text, line ends, numbers and formulas', async () => {
  const blocks = await read((workbook) => {
    const sheet = workbook.addWorksheet('分解表');
    sheet.getCell('B2').value = '标题';
    sheet.mergeCells('B2:D2');
    sheet.getCell('B3').value = 1;
    sheet.getCell('C3').value = { richText: [{ text: '责任' }, { text: '单位', font: { bold: true } }] };
    sheet.getCell('D3').value = '6月底\n9月底';
    sheet.getCell('B4').value = { formula: 'B3+1', result: 2 };
  });
  expect(blocks).toEqual([
    '分解表',
    ['0,0 1x3 标题', '1,0 1x1 1', '1,1 1x1 责任单位', '1,2 1x1 6月底\n9月底', '2,0 1x1 2'],
  ]);
});

test('dates show as their format says', async () => {
  const blocks = await read((workbook) => {
    const sheet = workbook.addWorksheet('表');
    const formats = [
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'm"月"d"日"',
      'yyyy/m/d',
      'yyyy-mm-dd;@',
      '[$-804]yyyy"年"m"月";@',
    ];
    for (const [i, numFmt] of formats.entries()) {
      sheet.getCell(1, i + 1).value = new Date(Date.UTC(2024, 5, 30));
      sheet.getCell(1, i + 1).numFmt = numFmt;
    }
    sheet.getCell(1, 7).value = 45473;
  });
  const cells = blocks[1] as string[];
  expect(cells.map((cell) => cell.split(' ')[2])).toEqual([
    '2024年6月30日',
    '2024年6月',
    '6月30日',
    '2024/6/30',
    '2024-06-30',
    '2024年6月',
    '45473',
  ]);
});

test('hidden sheets are read only when nothing else is there', async () => {
  const two = (state: 'visible' | 'hidden') => (workbook: ExcelJS.Workbook) => {
    workbook.addWorksheet('旧表', { state: 'hidden' }).getCell('A1').value = '旧';
    workbook.addWorksheet('新表', { state }).getCell('A1').value = '新';
  };
  expect(await read(two('visible'))).toEqual(['新表', ['0,0 1x1 新']]);
  expect(await read(two('hidden'))).toEqual(['旧表', ['0,0 1x1 旧'], '新表', ['0,0 1x1 新']]);
});

test('places name sheet and row as Excel shows them', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('分解表').getCell('C7').value = '区府办';
  const { blocks } = readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(blocks[1]).toMatchObject({ cells: [{ place: { sheet: '分解表', row: 7 } }] });
});
