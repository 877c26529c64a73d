import { describe, expect, it } from 'vitest';
import { cellsOfRuns } from './aligned-runs.ts';
import { linesOf } from './layout-lines.ts';
import { pagesOfLayout } from './txt-layout.ts';

const columns = {
  headings: [],
  roles: ['number', 'task', 'content', 'units', 'deadline'] as const,
  cuts: [4.5, 15.5, 35, 49],
};

function cells(text: string) {
  const pages = pagesOfLayout([{ text, line: 1, blankBefore: false, pageBefore: false }]);
  const [line] = linesOf(pages[0]?.glyphs ?? []);
  if (!line) throw new Error('no line');
  return cellsOfRuns(line, columns).map((cell) => cell?.text ?? '');
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
});
