import { expect, test } from 'vitest';
import { csvDelimiter, readCsv } from './csv-document.ts';

const ROWS = '序号,任务内容,责任单位,时限\n1,做好公开,"区府办、\n区教育局",全年\n2,做好解读,各单位,6月底\n';

function rows(bytes: Uint8Array): string[][] {
  const table = readCsv(bytes).blocks.find((block) => block.kind === 'table');
  if (!table) return [];
  const grouped = Map.groupBy(table.cells, (cell) => cell.row);
  return [...grouped.values()].map((cells) => cells.map((cell) => cell.text));
}

const expected = [
  ['序号', '任务内容', '责任单位', '时限'],
  ['1', '做好公开', '区府办、\n区教育局', '全年'],
  ['2', '做好解读', '各单位', '6月底'],
];

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['bar', '|'],
])('%s, with byte order mark and Windows line ends', (_, delimiter) => {
  const text = `\ufeff${ROWS.replaceAll(',', delimiter).replaceAll('\n', '\r\n')}`;
  expect(rows(new TextEncoder().encode(text))).toEqual(expected);
});

test('UTF-16 with mark', () => {
  expect(rows(new Uint8Array(Buffer.from(`\ufeff${ROWS}`, 'utf16le')))).toEqual(expected);
});

test('GB18030 without any mark', () => {
  // 序号,任务,单位 / 1,公开,各单位
  const line1 = [0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xc8, 0xce, 0xce, 0xf1, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0a];
  const line2 = [0x31, 0x2c, 0xb9, 0xab, 0xbf, 0xaa, 0x2c, 0xb8, 0xf7, 0xb5, 0xa5, 0xce, 0xbb, 0x0a];
  expect(rows(new Uint8Array([...line1, ...line2]))).toEqual([
    ['序号', '任务', '单位'],
    ['1', '公开', '各单位'],
  ]);
});

test('caption lines stand before the table; places are lines of the file', () => {
  const { blocks } = readCsv(new TextEncoder().encode(`2024年工作要点任务分解表,,,\n${ROWS}`));
  expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: '2024年工作要点任务分解表', place: { line: 1 } });
  const table = blocks[1];
  const lines = table?.kind === 'table' ? table.cells.filter((c) => c.column === 0).map((c) => c.place.line) : [];
  expect(lines).toEqual([2, 3, 5]);
});

test('running text is no CSV', () => {
  expect(
    csvDelimiter('今年,我们做好公开工作。\n按照要求,认真,落实,到位。\n请遵照执行。\n特此通知,望知悉。\n'),
  ).toBeNull();
});
