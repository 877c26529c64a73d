import { describe, expect, it } from 'vitest';
import { type AlignedColumns, columnsShifted } from './aligned-columns.ts';
import { cellsOfRuns } from './aligned-runs.ts';
import { linesOf } from './layout-lines.ts';
import { pagesOfLayout } from './txt-layout.ts';

const columns = {
  headings: [],
  roles: ['number', 'task', 'content', 'units', 'deadline'] as const,
  cuts: [4.5, 15.5, 35, 49],
};

function dumped(text: string) {
  const lines = text
    .split('\n')
    .map((line, index) => ({ text: line, line: index, blankBefore: false, pageBefore: false }));
  return linesOf(pagesOfLayout(lines)[0]?.glyphs ?? []);
}

function cells(text: string, known: AlignedColumns = columns) {
  const [line] = dumped(text);
  if (!line) throw new Error('no line');
  return cellsOfRuns(line, known).map((cell) => cell?.text ?? '');
}

describe('cells of a dumped line', () => {
  it('are parted by a single blank where lines are full', () => {
    expect(cells('25    探索政策预公开阶段 各街镇、各部门年内至少选择1个政策文 区政府办公室         全年')).toEqual([
      '25',
      '探索政策预公开阶段',
      '各街镇、各部门年内至少选择1个政策文',
      '区政府办公室',
      '全年',
    ]);
  });

  it('follow the texts beside them further to the left', () => {
    expect(cells('18              信息公开行政复议案件若干问题的指导意 区政府各部门、各街镇 6月底前')).toEqual([
      '18',
      '',
      '信息公开行政复议案件若干问题的指导意',
      '区政府各部门、各街镇',
      '6月底前',
    ]);
  });

  it('keep blanks beside Latin letters and digits within', () => {
    expect(cells('                通过全区政务公开平台开展 OA 公文和主 区政府办公室      10 月')).toEqual([
      '',
      '',
      '通过全区政务公开平台开展 OA 公文和主',
      '区政府办公室',
      '10 月',
    ]);
  });

  it('keep what a number leaves for the end of a line', () => {
    expect(cells('                各街镇、各部门年内至少选择 1 个 区政府办公室')[2]).toBe(
      '各街镇、各部门年内至少选择 1 个',
    );
  });

  it('move with their page where it has no header', () => {
    const page = [
      '11           落实专人专责，强化日常巡查、维护，     区政府办公室     全年',
      '     完善政府信息  确保内容及时更新，杜绝错链、断链和     区司法局       6月底前',
      '12   公开平台    内容混杂。重要内容及时更新，不得延     区财政局、区科   每季度',
    ].join('\n');
    const moved = columnsShifted({ ...columns, cuts: [3, 17, 38, 52] }, dumped(page));
    expect(moved.cuts[1]).toBeGreaterThan(10.9);
    expect(moved.cuts[1]).toBeLessThan(13.1);
    expect(cells(page.split('\n')[1] ?? '', moved)).toEqual([
      '',
      '完善政府信息',
      '确保内容及时更新，杜绝错链、断链和',
      '区司法局',
      '6月底前',
    ]);
  });
});
