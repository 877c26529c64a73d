import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { FieldValue } from '../content/content.contract.ts';
import type { ElementCheck, FieldDefinition } from '../kinds/publication-kind.ts';
import { type ElementFacts, elementReasons } from './element-reasons.ts';

const day = (text: string) => text as LocalDate;
const FIELDS: readonly FieldDefinition[] = [
  { code: 'number', label: '发文字号', type: 'documentNumber', required: true },
  { code: 'issuer', label: '发文机关', type: 'issuer', required: true },
  { code: 'jointIssuers', label: '联合发文机关', type: 'tags', required: false },
  { code: 'issuedOn', label: '成文日期', type: 'date', required: true },
  { code: 'effectiveOn', label: '施行日期', type: 'date', required: false },
];
const FACTS: ElementFacts = {
  today: day('2026-03-02'),
  calendar: new WorkdayCalendar([{ year: 2026, days: [{ date: day('2026-02-17'), kind: 'off', name: '春节' }] }]),
  issuerCodes: [
    { code: '明府办发', issuer: '明湖区人民政府办公室' },
    { code: '明教', issuer: '明湖区教育局' },
  ],
  issuerStanding: (name) => (name === '明湖区教育局' ? 'own' : name === '明湖区人民政府' ? 'government' : 'unknown'),
  publicFields: null,
  sameNumber: {},
  deadLinks: [],
  firstPublishedOn: null,
  convertedAt: null,
  lateReason: null,
};

function look(check: ElementCheck, fields: Record<string, FieldValue>, facts: Partial<ElementFacts> = {}) {
  return elementReasons([check], FIELDS, { fields }, { ...FACTS, ...facts }).map((one) => one.message);
}

describe('the form of a document number (GB/T 9704-2012)', () => {
  it('is offered in its right form when only the way of typing was wrong', () => {
    const check = { check: 'numberForm', field: 'number', severity: 'blocks' } as const;
    expect(look(check, { number: '明府办发[2026]3号' })).toEqual([
      '发文字号“明府办发[2026]3号”不合公文格式国家标准，应写作“明府办发〔2026〕3号”。',
    ]);
    expect(look(check, { number: '三号文' })[0]).toContain('应由发文机关代字');
    expect(look(check, { number: '' })).toEqual([]);
  });
});

describe('element checks', () => {
  it('the year of the number is the year of forming', () => {
    const check = { check: 'numberYear', field: 'number', date: 'issuedOn', severity: 'blocks' } as const;
    expect(look(check, { number: '明教〔2025〕3号', issuedOn: '2026-01-05' })).toEqual([
      '发文字号中的年份是 2025 年，成文日期是 2026-01-05，两者应当一致。',
    ]);
    expect(look(check, { number: '明教〔2026〕3号', issuedOn: '2026-01-05' })).toEqual([]);
    expect(look(check, { number: '明湖区人民政府令第1号', issuedOn: '2026-01-05' })).toEqual([]);
  });

  it('the issuer writes under its own code; codes of other governments pass', () => {
    const check = { check: 'issuerCode', field: 'number', issuer: 'issuer', severity: 'blocks' } as const;
    expect(look(check, { number: '明教〔2026〕3号', issuer: '明湖区教育局' })).toEqual([]);
    expect(look(check, { number: '明府办发〔2026〕3号', issuer: '明湖区教育局' })).toEqual([
      '代字“明府办发”属于明湖区人民政府办公室，而发文机关填的是“明湖区教育局”，请核对。',
    ]);
    expect(look(check, { number: '澄府发〔2026〕3号', issuer: '澄川市人民政府' })).toEqual([]);
  });

  it('the issuer is the unit that registers it; each finding stands at its field', () => {
    const check = { check: 'ownIssuer', issuer: 'issuer', joint: 'jointIssuers', severity: 'blocks' } as const;
    expect(look(check, { issuer: '明湖区教育局' })).toEqual([]);
    expect(look(check, { issuer: ' 明湖区教育局 ', jointIssuers: [''] })).toEqual([]);
    const fields = { issuer: '明湖区人民政府', jointIssuers: ['国务院'] };
    const found = elementReasons([check], FIELDS, { fields }, FACTS);
    expect(found.map(({ code, place, severity }) => `${code} ${place} ${severity}`)).toEqual([
      'own-issuer field:issuer blocks',
      'own-issuer field:jointIssuers warns',
    ]);
    expect(found[0]?.message).toMatch(/^发文机关“明湖区人民政府”是一级政府/);
    expect(look(check, fields, { publicFields: fields })).toEqual([]);
  });

  it('dates follow each other and do not lie ahead', () => {
    const order = { check: 'dateOrder', earlier: 'issuedOn', later: 'effectiveOn', severity: 'blocks' } as const;
    expect(look(order, { issuedOn: '2026-02-02', effectiveOn: '2026-02-01' })).toEqual([
      '施行日期 2026-02-01 早于成文日期 2026-02-02，请核对。',
    ]);
    expect(look(order, { issuedOn: '2026-02-02', effectiveOn: '2026-02-02' })).toEqual([]);
    const future = { check: 'notInFuture', field: 'issuedOn', severity: 'blocks' } as const;
    expect(look(future, { issuedOn: '2026-03-03' })).toHaveLength(1);
    expect(look(future, { issuedOn: '2026-03-02' })).toEqual([]);
  });

  it('twenty working days from forming to publishing, the day of forming not counted, holidays passed over', () => {
    const check = {
      check: 'publishWithin',
      from: 'issuedOn',
      workdays: 20,
      basis: '《政府信息公开条例》第二十六条',
      severity: 'warns',
    } as const;
    // 2 February is a Monday; without the holiday of 17 February the twentieth working day would be 2 March.
    expect(look(check, { issuedOn: '2026-02-02' })).toEqual([
      '《政府信息公开条例》第二十六条规定自形成之日起 20 个工作日内公开，最迟为 2026-03-03，还剩 1 个工作日。',
    ]);
    expect(look(check, { issuedOn: '2026-01-05' })[0]).toContain('已超过 19 个工作日');
    expect(look(check, { issuedOn: '2026-02-02' }, { today: addDays(FACTS.today, 2) })[0]).toContain(
      '已超过 1 个工作日',
    );
    expect(look(check, { issuedOn: '2026-01-05' }, { firstPublishedOn: day('2026-01-20') })).toEqual([]);
  });

  it('past the term it blocks until somebody said why; before it, it never does', () => {
    const check = {
      check: 'publishWithin',
      from: 'issuedOn',
      workdays: 20,
      basis: '条例',
      severity: 'blocks',
    } as const;
    const severity = (issuedOn: string, lateReason: string | null = null) =>
      elementReasons([check], FIELDS, { fields: { issuedOn } }, { ...FACTS, lateReason }).map((one) => one.severity);
    expect(severity('2026-02-02')).toEqual(['warns']);
    expect(severity('2026-01-05')).toEqual(['blocks']);
    expect(severity('2026-01-05', '征求第三方意见')).toEqual(['warns']);
    expect(look(check, { issuedOn: '2026-01-05' }, { lateReason: '征求第三方意见' })[0]).toContain('征求第三方意见');
  });

  it('a number stands for one document', () => {
    const check = { check: 'uniqueNumber', field: 'number', severity: 'blocks' } as const;
    const sameNumber = { number: ['《关于另一件事的通知》'] };
    expect(look(check, { number: '明教〔2026〕3号' }, { sameNumber })).toEqual([
      '发文字号“明教〔2026〕3号”已用于《关于另一件事的通知》，请核对是否重复登记。',
    ]);
    expect(look(check, { number: '明教〔2026〕3号' })).toEqual([]);
  });

  it('links inside the site lead somewhere', () => {
    const deadLinks = [{ blockId: 'p3', href: '/documents/999' }];
    expect(
      elementReasons([{ check: 'internalLinks', severity: 'blocks' }], FIELDS, { fields: {} }, { ...FACTS, deadLinks }),
    ).toEqual([
      {
        code: 'internal-links',
        place: 'block:p3',
        severity: 'blocks',
        message: '站内链接 /documents/999 打不开，请改正或删去。',
      },
    ]);
  });
});
