import { describe, expect, test } from 'vitest';
import { AppError } from '../../../kernel/app-error.ts';
import type { SourceTable } from './source-document.ts';
import { readTxt } from './txt-document.ts';

function tablesOf(text: string): SourceTable[] {
  return readTxt(new TextEncoder().encode(text)).blocks.filter((block) => block.kind === 'table');
}

/** Rows without the header; a joined cell says how far it reaches. */
function rowsOf(text: string): string[][] {
  const [table] = tablesOf(text);
  if (!table) return [];
  return Array.from({ length: table.rowCount - 1 }, (_, index) =>
    table.cells
      .filter((cell) => cell.row === index + 1)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => (cell.rowSpan > 1 ? `${cell.text} ×${cell.rowSpan}` : cell.text)),
  );
}

describe('rows set with tabs', () => {
  test('empty cells, repeated headings and a row cut by a page', () => {
    const text =
      '附件\n任务分解表\n序号\t任务\t责任单位\t时限\n1\t完成公文的公开\t区府办、\t6月底\n\n序号\t任务\t责任单位\t时限\n\t属性认定。\t区司法局\t\n2\t第二项。\t区府办\t全年\n3\t第三项。\t\t\n';
    expect(rowsOf(text)).toEqual([
      ['1', '完成公文的公开属性认定。', '区府办、区司法局', '6月底'],
      ['2', '第二项。', '区府办', '全年'],
      ['3', '第三项。', '', ''],
    ]);
  });

  test('a line end inside a cell', () => {
    const text = '序号\t任务\t责任单位\t时限\n1\t第一项。\t区府办\n区司法局\t全年\n2\t第二项。\t区府办\t全年\n';
    expect(rowsOf(text)[0]).toEqual(['1', '第一项。', '区府办\n区司法局', '全年']);
  });
});

/** Rows of a narrow printed table, cell by cell as a dump gives them. */
const cells = {
  header: '序号 任务名称 任务内容 责任单位 时间节点',
  first: ['做好公文', '全量备案'],
  second: ['规范公开', '指南内容', '和栏目'],
  contents: [
    ['通过全市平台开展主动公开公文的备', '案工作，频次不低于每月一次。'],
    ['指南要根据实际变化动态调整，标注', '修订时间。'],
    ['栏目只放置现行有效的制度文件，内', '容要素齐全。'],
  ],
  units: [['各区政府、市', '政府各部门'], ['市府办'], ['市府办牵头，', '各部门配合']],
  deadlines: ['全年', '9月底前', '2024年1月'],
};
const whole = (parts: readonly string[] | undefined) => (parts ?? []).join('');

/** The three rows over and over, so that widths and words can be learned. */
function many(make: (row: number, number: number) => string, count = 12): string {
  return `任务分解表\n${cells.header}\n${Array.from({ length: count }, (_, index) => make(index % 3, index + 1)).join('\n')}\n`;
}

function expected(row: number, number: number, name: string[]): string[] {
  return [`${number}`, ...name, whole(cells.contents[row]), whole(cells.units[row]), cells.deadlines[row] ?? ''];
}

describe('cells one after the other', () => {
  test.each([
    ['lines only', '\n'],
    ['blank lines between cells', '\n\n'],
  ])('%s', (_, gap) => {
    const text = many((row, number) => {
      const name = row === 0 ? cells.first : cells.second;
      const parts = [
        [`${number}`],
        name,
        cells.contents[row] ?? [],
        cells.units[row] ?? [],
        [cells.deadlines[row] ?? ''],
      ];
      return parts.map((part) => part.join('\n')).join(gap);
    });
    expect(rowsOf(text)).toEqual(
      Array.from({ length: 12 }, (_, i) => expected(i % 3, i + 1, [whole(i % 3 === 0 ? cells.first : cells.second)])),
    );
  });

  test('numbers of a group stand before its joined name; a deadline is glued to the units; pages are numbered', () => {
    const text = many((row, number) => {
      if (row === 2) return '';
      const body = (at: number) => [...(cells.contents[at] ?? []), ...(cells.units[at] ?? []).slice(0, -1)].join('\n');
      const tail = (at: number) => `${cells.units[at]?.at(-1)} ${cells.deadlines[at]}`;
      if (row === 0) return `${number}\n\n${cells.first.join('\n')}\n\n${body(0)}\n${tail(0)}`;
      const page = number === 5 ? `\n— 1 —\n\f${cells.header}` : '';
      return `${number} ${number + 1}\n\n${cells.second.join('\n')}\n\n${body(1)}\n${tail(1)}\n\n${body(2)}\n${tail(2)}${page}`;
    });
    const rows = rowsOf(text);
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual(expected(0, 1, [whole(cells.first)]));
    expect(rows[1]).toEqual(expected(1, 2, [`${whole(cells.second)} ×2`]));
    expect(rows[2]).toEqual(expected(2, 3, []));
    expect(rows[6]).toEqual(expected(0, 7, [whole(cells.first)]));
  });

  test('full-width and justified letters are read through', () => {
    const text = many((row, number) =>
      [
        `${number}`.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
        ...cells.first,
        ...(cells.contents[row] ?? []),
        '各区 政 府、市',
        '政府 各 部 门',
        '９月底前',
      ].join('\n'),
    );
    expect(rowsOf(text)[4]).toEqual([
      '5',
      whole(cells.first),
      whole(cells.contents[1]),
      '各区政府、市政府各部门',
      '9月底前',
    ]);
  });

  test('a row cut by a page goes on in its own cells', () => {
    const text = many((row, number) => {
      const [start, end] = cells.contents[row] ?? [];
      const page = number === 4 ? `${cells.header}\n${end}\n` : '';
      const content = number === 4 ? [start] : [start, end];
      return [`${number}`, ...cells.first, ...content, ...(cells.units[row] ?? []), cells.deadlines[row], page]
        .join('\n')
        .trim();
    });
    expect(rowsOf(text)[3]).toEqual(expected(0, 4, [whole(cells.first)]));
  });

  test('group headings stand across the table; text below it is none of its rows', () => {
    const text = `${many((row, number) => {
      const heading = number === 1 ? '一、公文公开\n' : number === 7 ? '二、平台建设\n' : '';
      return (
        heading +
        [
          `${number}`,
          ...cells.first,
          ...(cells.contents[row] ?? []),
          ...(cells.units[row] ?? []),
          cells.deadlines[row],
        ].join('\n')
      );
    })}\n抄送：区委各部门，区人大常委会办公室，区政协办公室。\n`;
    const [table] = tablesOf(text);
    expect(table?.cells.filter((cell) => cell.columnSpan === 5).map((cell) => cell.text)).toEqual([
      '一、公文公开',
      '二、平台建设',
    ]);
    expect(rowsOf(text).at(-1)).toEqual(expected(2, 12, [whole(cells.first)]));
  });
});

test('a dump that keeps columns apart by blanks', () => {
  const text = [
    '          任务分解表',
    '序号     任务名称          任务内容                  责任单位        时间节点',
    '                   通过全市平台开展主动公开公文的备',
    ' 1    做好公文全量                                各区政府、市       全年',
    '      备案           案工作，频次不低于每月一次。          政府各部门',
    '                   指南要根据实际变化动态调整，标注',
    ' 2    规范公开指南                                市府办        9月底前',
    '      内容           修订时间。',
    ' 3    整理栏目         栏目只放置现行有效的制度文件。         市府办        全年',
  ].join('\n');
  expect(rowsOf(text).map((row) => row.map((cell) => cell.replace('\n', '')))).toEqual([
    [
      '1',
      '做好公文全量备案',
      '通过全市平台开展主动公开公文的备案工作，频次不低于每月一次。',
      '各区政府、市政府各部门',
      '全年',
    ],
    ['2', '规范公开指南内容', '指南要根据实际变化动态调整，标注修订时间。', '市府办', '9月底前'],
    ['3', '整理栏目', '栏目只放置现行有效的制度文件。', '市府办', '全年'],
  ]);
});

test('running text has no table, and its full lines grow together', () => {
  const text =
    '为贯彻落实上级关于深化政务公开工作的部署，现将本年度工作要点印\n发给你们，请认真贯彻执行。\n一、总体要求\n';
  const { blocks } = readTxt(new TextEncoder().encode(text));
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table'))).toEqual([
    '为贯彻落实上级关于深化政务公开工作的部署，现将本年度工作要点印发给你们，请认真贯彻执行。',
    '一、总体要求',
  ]);
});

test('bytes that are no text', () => {
  expect(() => readTxt(Uint8Array.from([0, 1, 2, 0, 0, 3]))).toThrow(AppError);
});
