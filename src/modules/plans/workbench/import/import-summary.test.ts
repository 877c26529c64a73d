import { describe, expect, it } from 'vitest';
import type { ImportRow, UnitMatch } from '../../import/imports.contract.ts';
import { summaryOf } from './import-summary.ts';

function row(part: {
  units?: readonly [string, UnitMatch['kind']][];
  deadline?: ImportRow['deadline']['kind'];
  removed?: boolean;
  edited?: boolean;
}): ImportRow {
  return {
    units: (part.units ?? []).map(([name, kind]) => ({ name, role: 'responsible', match: { kind } })),
    deadline: { kind: part.deadline ?? 'year' },
    removed: part.removed ?? false,
    edited: part.edited ?? false,
    dueProvisional: false,
  } as unknown as ImportRow;
}

const value = (rows: ImportRow[], name: string) => summaryOf({ rows }).find((line) => line.name === name)?.value;

describe('summaryOf', () => {
  it('counts tasks without those taken out', () => {
    expect(value([row({}), row({ removed: true })], '任务')).toBe('1 项（去掉 1 行）');
  });
  it('counts each unit name once and says how many are not mapped', () => {
    const rows = [
      row({
        units: [
          ['区财政局', 'exact'],
          ['某中心', 'none'],
        ],
      }),
      row({ units: [['区财政局', 'exact']] }),
    ];
    expect(value(rows, '责任单位')).toBe('2 个名称，其中 1 个还没有对应到登记的单位');
  });
  it('says so when all are mapped', () => {
    expect(value([row({ units: [['各街镇', 'group']] })], '责任单位')).toBe('1 个名称，全部已对应');
  });
  it('lists the kinds of deadline with their counts', () => {
    expect(value([row({}), row({ deadline: 'date' }), row({ deadline: 'date' })], '期限')).toBe('全年 1，指定日期 2');
  });
});
