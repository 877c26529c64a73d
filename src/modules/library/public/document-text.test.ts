import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { OpenItem } from '../../publications/index.ts';
import { validityOn } from '../validity/validity.ts';
import { catalogueCsv } from './catalogue-csv.ts';
import { documentText } from './document-text.ts';
import { listed } from './open-library.fixtures.ts';

const item = {
  title: '明湖区公共停车设施管理办法',
  fields: { documentNumber: '明府规〔2026〕3号', issuer: '明湖区人民政府', indexNumber: 'MH0003/2026-00003' },
  datedOn: '2026-10-30' as LocalDate,
  status: 'public',
  bodyHtml: '<p>第一条 &lt;说明&gt;</p><p>第二条</p>',
  reason: null,
} as unknown as OpenItem;

describe('a document as text', () => {
  const validity = validityOn(
    {
      title: item.title,
      normative: true,
      issuedOn: item.datedOn,
      takesEffectOn: '2027-01-01' as LocalDate,
      expiresOn: '2031-12-31' as LocalDate,
      closesOn: null,
      relations: [],
    },
    '2026-11-21' as LocalDate,
  );
  const text = documentText(item, validity, 'https://www.minghu.example/documents/7', '2026-11-21');

  it('says what it is and whether it holds on the day of the download', () => {
    expect(text).toContain('发文字号：明府规〔2026〕3号\r\n');
    expect(text).toContain('有效性：尚未施行（截至2026年11月21日）：已经公布，自2027年1月1日起施行\r\n');
    expect(text).toContain('网址：https://www.minghu.example/documents/7\r\n');
  });

  it('has the text in lines, without tags', () => {
    expect(text).toContain('\r\n第一条 <说明>\r\n第二条\r\n');
  });

  it('tells of a withdrawal above everything else', () => {
    const withdrawn = {
      ...item,
      status: 'withdrawn',
      reason: '依据已废止',
      endedAt: new Date('2026-11-19T17:00:00Z'),
    } as const;
    const told = documentText(withdrawn, null, '', '2026-11-21').split('\r\n');
    expect(told[2]).toBe('状态：已撤回（2026年11月20日）。理由：依据已废止。以下为撤回前的文本，仅供查考。');
    expect(text).not.toContain('状态：');
  });
});

describe('the catalogue as a table', () => {
  it('keeps commas, quotes and lines inside their cells and formulas from running', () => {
    const csv = catalogueCsv([listed({ title: '=HYPERLINK("x")', summary: '甲，"乙",\n丙' })], 'https://a');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('"甲，""乙"",\n丙"');
    expect(csv.startsWith('\ufeff"索引号","名称","内容概述","生成日期"')).toBe(true);
  });
});
