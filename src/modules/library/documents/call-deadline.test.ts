import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FieldValue } from '../../publications/index.ts';
import { CALL_HAS_LAST_DAY } from './call-deadline.ts';

const faults = (title: string, fields: Record<string, FieldValue> = {}) =>
  CALL_HAS_LAST_DAY.faults({ title, fields }, '2026-11-21' as LocalDate);

describe('the last day of a call', () => {
  it.each([
    '关于组织申报2026年度区级科技计划项目的通知',
    '关于公开征集2027年民生实事项目的公告',
    '关于开展家庭医生志愿者招募的通知',
    '公租房集中报名公告',
  ])('is asked for where the title calls: %s', (title) => {
    expect(faults(title)).toMatchObject([{ place: 'field:closesOn' }]);
    expect(faults(title, { closesOn: '2026-04-20' })).toEqual([]);
  });

  it.each(['关于调整最低生活保障标准的通知', '明湖区住房公积金贷款办法', '关于规范社会组织收费行为的通知'])(
    'is not asked for elsewhere: %s',
    (title) => expect(faults(title)).toEqual([]),
  );

  it('is not asked of rules and of texts with a term of their own', () => {
    const title = '关于组织申报扶持资金的通知';
    expect(faults(title, { normative: true })).toEqual([]);
    expect(faults(title, { expiresOn: '2027-12-31' })).toEqual([]);
  });
});
