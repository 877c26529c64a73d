import { describe, expect, it } from 'vitest';
import { TEXT_HEADS } from '../reports/report-words.ts';
import { feeSentence } from './suggested-texts.ts';
import { likeness, type ReportTexts, textFaults } from './text-faults.ts';

const SAID =
  '本年度完善政策文件库，全年公开政策文件五十六件，解读材料六十一件，回应群众关心的入学、就医、养老问题，政策同步解读率达到百分之百。';
const whole = Object.fromEntries(TEXT_HEADS.map((head) => [head, `${head}：考核、评议、责任追究`])) as ReportTexts;
const codes = (...given: Parameters<typeof textFaults>) => textFaults(...given).map(({ code }) => code);

describe('text parts', () => {
  it('are all asked for at once, but the last', () => {
    const [fault, ...rest] = textFaults('unit', { other: '' }, undefined);
    expect(rest).toEqual([]);
    expect(fault?.severity).toBe('blocks');
    expect(fault?.message).toContain('“主动公开”、“依申请公开”、“政府信息管理”');
    expect(fault?.message).not.toContain('其他需要报告的事项');
    expect(codes('unit', whole, undefined)).toEqual([]);
  });

  it('that only count up last year’s figures are called copied', () => {
    const now = { ...whole, proactive: SAID.replace('五十六', '五十八') };
    expect(codes('unit', now, { proactive: SAID })).toEqual(['text-copied']);
    expect(codes('unit', { ...whole, proactive: `2025年${SAID}` }, { proactive: `2024年${SAID}` })).toEqual([
      'text-copied',
    ]);
    expect(codes('unit', now, { management: SAID })).toEqual([]);
    const fresh =
      '组织两次政府开放日活动，邀请居民代表参观政务服务中心，现场答复办事问题，并把意见整理成整改清单逐项落实到位。';
    expect(codes('unit', { ...whole, proactive: fresh }, { proactive: SAID })).toEqual([]);
  });

  it('of a government say what became of assessment, review and accountability', () => {
    const [fault] = textFaults('district', { ...whole, supervision: '开展工作考核。' }, undefined);
    expect(fault).toMatchObject({ code: 'government-supervision', severity: 'warns' });
    expect(fault?.message).toContain('评议、责任追究');
    expect(codes('unit', { ...whole, supervision: '开展工作考核。' }, undefined)).toEqual([]);
  });
});

it('likeness goes from nothing in common to the same', () => {
  expect([likeness('甲乙丙', '丁戊己'), likeness('甲乙丙', '甲乙丙'), likeness('', '')]).toEqual([0, 1, 1]);
});

it('the fee is always told', () => {
  expect(feeSentence(2025, 400)).toContain('共计 400 元');
  expect([feeSentence(2025, 0), feeSentence(2025, null)]).toEqual(Array(2).fill('2025年没有收取信息处理费。'));
});
