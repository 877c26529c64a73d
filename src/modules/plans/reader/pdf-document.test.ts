import { describe, expect, test } from 'vitest';
import { AppError } from '../../../kernel/app-error.ts';
import { type DrawingStyle, drawBlocks, tableBlock } from './page-drawing.fixtures.ts';
import { pdfFile } from './page-files.fixtures.ts';
import { readPdf } from './pdf-document.ts';
import type { SourceDocument, SourceTable } from './source-document.ts';

const style: DrawingStyle = { widths: [6, 12, 30, 16, 12], rulings: 'all', vertical: 'middle', footer: true };
const header = ['序号', '任务名称', '任务内容', '责任单位', '时间节点'];

function tableOf(document: SourceDocument): SourceTable {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  expect(tables).toHaveLength(1);
  return tables[0] as SourceTable;
}

function rowsOf(table: SourceTable): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .toSorted((a, b) => a.column - b.column)
      .map(
        ({ column, rowSpan, columnSpan, text }) =>
          `${column}${rowSpan > 1 ? `v${rowSpan}` : ''}${columnSpan > 1 ? `h${columnSpan}` : ''} ${text}`,
      ),
  );
}

async function refusal(bytes: Uint8Array): Promise<AppError> {
  const error = await readPdf(bytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

describe('a table with rulings', () => {
  const rows = [
    header,
    ['一、重点领域', '<', '<', '<', '<'],
    [
      '1',
      '规范公开栏目',
      '及时更新栏目内容，做到要素齐全、格式规范，杜绝错链、断链和内容混杂。',
      '区府办牵头\n区司法局配合',
      '全年',
    ],
    ['2', '^', '公开指南要标注修订时间。', '区府办', '6月底'],
  ];

  test.each([false, true])('joined cells, wrapped and ended lines (rulings in a form: %s)', async (form) => {
    const document = await readPdf(
      pdfFile(drawBlocks([{ kind: 'paragraph', text: '任务分解表' }, tableBlock(rows)], style), form),
    );
    expect(document.blocks[0]).toMatchObject({ kind: 'paragraph', text: '任务分解表', place: { page: 1 } });
    expect(rowsOf(tableOf(document))).toEqual([
      header.map((text, column) => `${column} ${text}`),
      ['0h5 一、重点领域'],
      [
        '0 1',
        '1v2 规范公开栏目',
        '2 及时更新栏目内容，做到要素齐全、格式规范，杜绝错链、断链和内容混杂。',
        '3 区府办牵头\n区司法局配合',
        '4 全年',
      ],
      ['0 2', '2 公开指南要标注修订时间。', '3 区府办', '4 6月底'],
    ]);
  });

  test('each cell knows its page and box', async () => {
    const table = tableOf(await readPdf(pdfFile(drawBlocks([tableBlock(rows)], style))));
    const number = table.cells.find((cell) => cell.text === '2');
    const name = table.cells.find((cell) => cell.text === '规范公开栏目');
    expect(number?.place.page).toBe(1);
    expect(name?.place.box?.y).toBeLessThan(number?.place.box?.y ?? 0);
    expect(name?.place.box?.x).toBeGreaterThan(number?.place.box?.x ?? 0);
  });
});

describe('page breaks', () => {
  const long = '加强公开专区建设，做好现场解读和政策咨询，实现线下公开和办事的顺畅对接。';
  const task = (number: number, name: string) => [String(number), name, long, '区府办', '全年'];

  test('repeated headings and page numbers go, joined names reach over the break', async () => {
    const rows = [
      header,
      ...Array.from({ length: 40 }, (_, index) => task(index + 1, index % 8 === 0 ? `第${index}项工作` : '^')),
    ];
    const pages = drawBlocks([tableBlock(rows)], style);
    expect(pages.length).toBeGreaterThan(2);
    const table = tableOf(await readPdf(pdfFile(pages)));
    expect(table.rowCount).toBe(41);
    const names = table.cells.filter((cell) => cell.column === 1).slice(1);
    expect(names.map((cell) => cell.rowSpan)).toEqual([8, 8, 8, 8, 8]);
    expect(table.cells.some((cell) => cell.text.includes('—'))).toBe(false);
  });

  test('a row cut by the break grows together again', async () => {
    const first = tableBlock([header, ['1', '甲', '完成对本单位公文的公开', '区府办、', '6月底']]);
    const rest = tableBlock([
      header,
      ['', '', '属性认定工作。', '区司法局', ''],
      ['2', '乙', '第二项。', '区府办', '全年'],
    ]);
    const pages = [first, rest].flatMap((block) => drawBlocks([block], { ...style, footer: false }));
    expect(rowsOf(tableOf(await readPdf(pdfFile(pages)))).slice(1)).toEqual([
      ['0 1', '1 甲', '2 完成对本单位公文的公开\n属性认定工作。', '3 区府办、\n区司法局', '4 6月底'],
      ['0 2', '1 乙', '2 第二项。', '3 区府办', '4 全年'],
    ]);
  });

  test('tables of different columns stay two', async () => {
    const pages = [
      ...drawBlocks([tableBlock([header, task(1, '甲')])], style),
      ...drawBlocks(
        [
          tableBlock([
            ['单位', '联络员'],
            ['区府办', '王某'],
          ]),
        ],
        { ...style, widths: [10, 10] },
      ),
    ];
    const document = await readPdf(pdfFile(pages));
    expect(document.blocks.filter((block) => block.kind === 'table')).toHaveLength(2);
  });
});

describe('files that cannot be read', () => {
  test('a scan without text', async () => {
    const error = await refusal(pdfFile([{ texts: [], lines: [{ x1: 0, y1: 0, x2: 100, y2: 0 }] }]));
    expect(error.code).toBe('plan-unreadable');
    expect(error.message).toContain('扫描件');
  });

  test('a cut file', async () => {
    expect((await refusal(new TextEncoder().encode('%PDF-1.7\n1 0 obj <<'))).message).toContain('损坏');
  });

  test('a file with a password', async () => {
    const text = new TextDecoder('latin1').decode(pdfFile(drawBlocks([tableBlock([header])], style)));
    const encrypt = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;
    const locked = text.replace('trailer << /Root', `trailer << /ID [<00><00>] /Encrypt ${encrypt} /Root`);
    expect((await refusal(Uint8Array.from(locked, (c) => c.charCodeAt(0)))).message).toContain('密码');
  });
});
