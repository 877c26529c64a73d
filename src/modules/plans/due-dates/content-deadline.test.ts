import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { daysInContent, stricterDay } from './content-deadline.ts';

it('finds the last days that a content names', () => {
  expect(daysInContent('3月31日前公布目录，10月底前完成，2027年1月20日前报送。', 2026)).toEqual([
    '2026-03-31',
    '2026-10-31',
    '2027-01-20',
  ]);
  expect(daysInContent('年底前实现全覆盖', 2026)).toEqual(['2026-12-31']);
});

it('passes over dates that are no limit, and days that do not exist', () => {
  expect(daysInContent('梳理2010年以来的公文，8月开展开放月，每年3月15日宣传', 2026)).toEqual([]);
  expect(daysInContent('2月30日前、13月1日前', 2026)).toEqual([]);
});

it('suggests only what is stricter than the cell', () => {
  expect(stricterDay('3月31日前向社会公布', 2026, localDate('2026-12-31'))).toBe('2026-03-31');
  expect(stricterDay('年底前完成', 2026, localDate('2026-12-31'))).toBeNull();
  expect(stricterDay('6月底前完成', 2026, null)).toBe('2026-06-30');
});
