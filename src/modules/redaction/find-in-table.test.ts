import { describe, expect, it } from 'vitest';
import { findInTable, maskRows } from './find-in-table.ts';

const masked = (rows: string[][]) => maskRows(rows, findInTable(rows));

describe('personal data in a table', () => {
  it('is known by the head of its column', () => {
    const rows = [
      ['公示名单', '', ''],
      ['姓名', '身份证号', '家庭电话'],
      ['王芳', '11010519491231002X', '0571-88123456'],
      ['李强', '340524198001010013', '无'],
    ];
    expect(masked(rows).slice(2)).toEqual([
      ['王某', '11*************02X', '0571-****3456'],
      ['李某', '34*************013', '无'],
    ]);
  });

  it('is found across the borders of cells', () => {
    expect(masked([['赵六', '110105', '1949123100', '2X']])).toEqual([['赵六', '11****', '*********0', '2X']]);
  });

  it('is found in a form with its heads beside the values', () => {
    const form = [
      ['姓名', '王芳', '性别', '女'],
      ['身份证号', '340524198001010013', '电话', '13900001111'],
    ];
    expect(masked(form)).toEqual([
      ['姓名', '王某', '性别', '女'],
      ['身份证号', '34*************013', '电话', '139****1111'],
    ]);
  });

  it('gives offsets within the cell', () => {
    expect(findInTable([['备注', '手机13812345678，已核']])).toMatchObject([
      { row: 0, column: 1, finding: { type: 'phone', start: 2, end: 13 } },
    ]);
  });

  it('is not the name of who holds an office, nor the number of a file', () => {
    const rows = [
      ['姓名', '职务', '办公电话'],
      ['王建国', '局长', '0571-88123456'],
    ];
    expect(findInTable(rows)).toEqual([]);
    expect(
      findInTable([
        ['项目编号', '金额'],
        ['34052419800101001X', '13812345678'],
      ]),
    ).toEqual([]);
  });

  it('is gone once masked', () => {
    const rows = [
      ['姓名', '住址'],
      ['王芳', '明湖区城东街道景和小区3幢501室'],
    ];
    expect(findInTable(masked(rows))).toEqual([]);
  });
});
