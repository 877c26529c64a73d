import { describe, expect, test } from 'vitest';
import { looksLikeDeadline, readDeadline } from './deadline.ts';

const read = (text: string, year: number | null = 2023, issuedOn: string | null = null) =>
  readDeadline(text, { year, issuedOn });

/** Wording, kind, from, to; the plan is for 2023. */
const SINGLE: [string, string, string | null, string | null][] = [
  ['全年', 'year', '2023-01-01', '2023-12-31'],
  ['全 年', 'year', '2023-01-01', '2023-12-31'],
  ['年内', 'year', '2023-01-01', '2023-12-31'],
  ['2023年度', 'year', '2023-01-01', '2023-12-31'],
  ['上半年', 'halfyear', '2023-01-01', '2023-06-30'],
  ['下半年', 'halfyear', '2023-07-01', '2023-12-31'],
  ['2023年上半年', 'halfyear', '2023-01-01', '2023-06-30'],
  ['一季度', 'quarter', '2023-01-01', '2023-03-31'],
  ['第二季度', 'quarter', '2023-04-01', '2023-06-30'],
  ['３季度', 'quarter', '2023-07-01', '2023-09-30'],
  ['四季度', 'quarter', '2023-10-01', '2023-12-31'],
  ['Q4', 'quarter', '2023-10-01', '2023-12-31'],
  ['第二季度末', 'date', null, '2023-06-30'],
  ['一季度末前', 'date', null, '2023-03-31'],
  ['10月', 'month', '2023-10-01', '2023-10-31'],
  ['十月份', 'month', '2023-10-01', '2023-10-31'],
  ['2月', 'month', '2023-02-01', '2023-02-28'],
  ['2024年1月', 'month', '2024-01-01', '2024-01-31'],
  ['次年1月', 'month', '2024-01-01', '2024-01-31'],
  ['2022-2024年', 'year', '2022-01-01', '2024-12-31'],
  ['6.30前', 'date', null, '2023-06-30'],
  ['2024.2', 'month', '2024-02-01', '2024-02-29'],
  ['10月前', 'date', null, '2023-09-30'],
  ['3月之前', 'date', null, '2023-02-28'],
  ['10月底前', 'date', null, '2023-10-31'],
  ['１０月底', 'date', null, '2023-10-31'],
  ['十二月底前完成', 'date', null, '2023-12-31'],
  ['6月末', 'date', null, '2023-06-30'],
  ['2月20日', 'date', null, '2023-02-20'],
  ['3月31日前', 'date', null, '2023-03-31'],
  ['2023年12月31日前', 'date', null, '2023-12-31'],
  ['2023-06-30', 'date', null, '2023-06-30'],
  ['2023/6/30', 'date', null, '2023-06-30'],
  ['二〇二三年六月三十日', 'date', null, '2023-06-30'],
  ['年底前', 'date', null, '2023-12-31'],
  ['年底', 'date', null, '2023-12-31'],
  ['2023年底前', 'date', null, '2023-12-31'],
  ['明年年底', 'date', null, '2024-12-31'],
  ['9月上旬', 'date', '2023-09-01', '2023-09-10'],
  ['11月中旬', 'date', '2023-11-11', '2023-11-20'],
  ['2月下旬', 'date', '2023-02-21', '2023-02-28'],
  ['3-6月', 'month', '2023-03-01', '2023-06-30'],
  ['3月至6月', 'month', '2023-03-01', '2023-06-30'],
  ['2024年6月—8月', 'month', '2024-06-01', '2024-08-31'],
  ['11月-次年2月', 'month', '2023-11-01', '2024-02-29'],
  ['5月20日至6月20日', 'date', '2023-05-20', '2023-06-20'],
  ['5月10日-20日', 'date', '2023-05-10', '2023-05-20'],
  ['4月启动，10月底前完成', 'date', '2023-04-01', '2023-10-31'],
  ['3月起', 'year', '2023-03-01', '2023-12-31'],
  ['持续推进，12月底前完成', 'date', null, '2023-12-31'],
];

describe('one day or one window', () => {
  test.each(SINGLE)('%s', (text, kind, from, to) => {
    expect(read(text)).toMatchObject({ deadline: { kind, from, to }, doubt: null });
  });
});

describe('several', () => {
  test('two windows', () => {
    expect(read('3-6月 9-10月').deadline).toEqual({
      kind: 'multi',
      from: '2023-03-01',
      to: '2023-10-31',
      note: '两个时段：3-6月、9-10月',
      periods: [
        { from: '2023-03-01', to: '2023-06-30' },
        { from: '2023-09-01', to: '2023-10-31' },
      ],
    });
  });
  test('two month ends have no beginning', () => {
    expect(read('6月底\n9月底').deadline).toEqual({
      kind: 'multi',
      from: null,
      to: '2023-09-30',
      note: '两个节点：6月底、9月底',
      periods: [
        { from: null, to: '2023-06-30' },
        { from: null, to: '2023-09-30' },
      ],
    });
  });
  test('two months', () => {
    expect(read('4月、10月').deadline).toMatchObject({
      kind: 'multi',
      from: '2023-04-01',
      to: '2023-10-31',
      note: '两个月份：4月、10月',
    });
  });
  test.each([
    ['3、6、9、12月底', ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']],
    ['4、10月', ['2023-04-30', '2023-10-31']],
    ['四月和十月', ['2023-04-30', '2023-10-31']],
    ['一、三季度', ['2023-03-31', '2023-09-30']],
    ['上、下半年各一次', ['2023-06-30', '2023-12-31']],
    ['上半年、下半年各开展1次', ['2023-06-30', '2023-12-31']],
    ['每季度', ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']],
    ['每半年一次', ['2023-06-30', '2023-12-31']],
    ['2023年11月、2024年1月', ['2023-11-30', '2024-01-31']],
  ])('%s', (text, ends) => {
    const { deadline, doubt } = read(text);
    expect(deadline.kind).toBe('multi');
    expect(deadline.periods?.map((p) => p.to)).toEqual(ends);
    expect(deadline.to).toBe(ends.at(-1));
    expect(doubt).toBeNull();
  });
  test('every month, by its tenth', () => {
    const { deadline } = read('每月10日前');
    expect(deadline.periods).toHaveLength(12);
    expect(deadline.periods?.[1]).toEqual({ from: null, to: '2023-02-10' });
    expect(read('每月').deadline.to).toBe('2023-12-31');
  });
});

describe('no date of its own', () => {
  test.each(['实时', '长期', '持续推进', '适时', '常态化', '及时更新', '长期坚持'])('%s is ongoing', (text) => {
    expect(read(text)).toMatchObject({ deadline: { kind: 'realtime', from: null, to: null }, doubt: null });
  });
  test.each([
    '30日内',
    '1个月内',
    '新规出台后1个月内',
    '公文产生之日起20个工作日内',
    '会后3天内',
    '半个月内',
    '按市统一部署',
    '政策文件出台后',
    '与政策文件同步',
  ])('%s depends on an event', (text) => {
    expect(read(text)).toMatchObject({ deadline: { kind: 'relative', from: null, to: null }, doubt: null });
  });
  test('days after issue are reckoned in the note', () => {
    const { deadline } = read('本文印发30日内', 2022, '2022-02-23');
    expect(deadline).toEqual({
      kind: 'relative',
      from: null,
      to: null,
      note: '本文印发后30日内；印发日2022-02-23，推算截止2022-03-25',
    });
  });
});

describe('doubts', () => {
  test.each(['', ' ', '—', '/'])('an empty cell %j is asked about', (text) => {
    expect(read(text)).toMatchObject({
      deadline: { kind: 'unknown', to: null },
      doubt: expect.stringContaining('完成时限'),
    });
  });
  test.each(['待定', '春节前', '13月底', '2月30日'])('%s is not guessed', (text) => {
    const { deadline, doubt } = read(text);
    expect(deadline.to).toBeNull();
    expect(doubt).not.toBeNull();
  });
  test('7月初 and 年中 allow more than one reading', () => {
    expect(read('7月初').doubt).toContain('上旬');
    expect(read('年中').doubt).toContain('6月30日');
  });
  test('without a plan year a bare month has no date', () => {
    expect(read('6月底', null)).toMatchObject({ deadline: { to: null }, doubt: expect.stringContaining('年度') });
    expect(read('2024年6月底', null)).toMatchObject({ deadline: { to: '2024-06-30' }, doubt: null });
    expect(read('实时', null)).toMatchObject({ deadline: { kind: 'realtime' }, doubt: null });
  });
});

describe('recognising the column', () => {
  test.each(['全年', '6月底', '每季度', '实时', '新规出台后1个月内', '2024年1月'])('%s', (text) => {
    expect(looksLikeDeadline(text)).toBe(true);
  });
  test.each(['', '区教育局', '1', '1.2', '持续优化营商环境，做好政策发布', '做好2023年12月政策发布解读工作', '待定'])(
    'not %s',
    (text) => {
      expect(looksLikeDeadline(text)).toBe(false);
    },
  );
});
