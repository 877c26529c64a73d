import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { derivationOf } from './derivation.ts';
import { TERM_RULES } from './term-rules.ts';
import type { ValidityFacts } from './validity.ts';

const day = (text: string) => text as LocalDate;
const TEXT = '第九条\n本办法自2025年3月1日起施行，有效期至2026年06月30日。';
const told = (more: Partial<ValidityFacts> = {}, today = '2026-11-21', text = TEXT) =>
  derivationOf(
    {
      title: '明湖区加装电梯管理试行办法',
      normative: true,
      issuedOn: day('2025-02-10'),
      takesEffectOn: day('2025-03-01'),
      expiresOn: null,
      closesOn: null,
      relations: [],
      ...more,
    },
    day(today),
    TERM_RULES,
    text,
  );

describe('how the state is derived (LIB-5)', () => {
  it('is told step by step, each with where it is written', () => {
    expect(told()).toEqual([
      { text: '文件写明自2025年3月1日起施行', basis: '文件正文' },
      {
        text: '是行政规范性文件，没有写明有效期；成文日期2025年2月10日，适用2019年8月1日起的规定',
        basis: expect.stringContaining('2019年市政府令第17号'),
      },
      { text: '名称中有“试行”，有效期为2年', basis: expect.stringContaining('2019年市政府令第17号') },
      { text: '从2025年3月1日起算2年，最后一日是2027年2月28日', basis: null },
      { text: '今天是2026年11月21日，因此为“有效”，有效期至2027年2月28日', basis: null },
    ]);
  });

  it('follows the text where the text speaks, and asks no rule', () => {
    expect(told({ expiresOn: day('2026-06-30') }).map((one) => one.text)).toEqual([
      '文件写明自2025年3月1日起施行',
      '文件写明有效期至2026年6月30日（含当日）',
      '今天是2026年11月21日，因此为“已失效”',
    ]);
  });

  it('puts down to the text only what stands in it', () => {
    const steps = told({ expiresOn: day('2026-06-30') }, '2026-11-21', '2025年3月1日至3月5日报名，2026年6月30日评审。');
    expect(steps.slice(0, 2)).toEqual([
      { text: '登记的施行日期为2025年3月1日', basis: '登记信息' },
      { text: '登记的有效期至2026年6月30日（含当日）', basis: '登记信息' },
    ]);
  });

  it('names what later documents did, in their order', () => {
    const by = { title: '关于废止部分文件的决定', documentNumber: '明府规〔2026〕9号', number: 9 };
    const steps = told({
      relations: [
        { type: 'repealedBy', on: day('2026-09-01'), by },
        { type: 'extendedBy', on: day('2026-03-01'), until: day('2028-02-28'), by: { ...by, title: '延长的通知' } },
      ],
    });
    expect(steps.slice(-3).map((one) => `${one.text}（${one.basis}）`)).toEqual([
      '自2026年3月1日起，有效期延长至2028年2月28日（《延长的通知》（明府规〔2026〕9号））',
      '自2026年9月1日起被废止（《关于废止部分文件的决定》（明府规〔2026〕9号））',
      '今天是2026年11月21日，因此为“已废止”（null）',
    ]);
  });

  it('says so when no rule applies', () => {
    expect(told({ normative: false, takesEffectOn: null })[0]?.text).toContain('不是行政规范性文件');
    expect(told({ issuedOn: day('2001-02-10') })[1]?.text).toContain('早于现有的有效期规则');
  });

  it('tells a call by its last day, and says of other notices only whether they were repealed', () => {
    const notice = { normative: false, takesEffectOn: null, title: '关于组织申报科技计划项目的通知' };
    const call = told({ ...notice, closesOn: day('2026-04-20') }).map((step) => step.text);
    expect(call).toEqual([
      '是申报、征集、报名等事项的通知，不是行政规范性文件，按截止日期说明状态',
      '登记的截止日期为2026年4月20日（含当日）',
      '今天是2026年11月21日，因此为“已截止”',
    ]);
    expect(told(notice).map((step) => step.text)).toEqual([
      '不是行政规范性文件，没有写明有效期，只说明是否已被修改、废止',
      '今天是2026年11月21日，因此为“未废止”',
    ]);
  });
});
