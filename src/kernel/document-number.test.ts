import { describe, expect, it } from 'vitest';
import { compareDocumentNumbers, parseDocumentNumber, readDocumentNumber, saysNormative } from './document-number.ts';

describe('a document number', () => {
  it('is agency code, year in hexagonal brackets, serial, 号', () => {
    expect(readDocumentNumber('明府办规〔2026〕14号')).toEqual({
      value: '明府办规〔2026〕14号',
      parts: { form: 'yearly', agencyCode: '明府办规', year: 2026, serial: 14 },
      remarks: [],
    });
  });

  it.each([
    ['明府办[2026]14号', '年份括号改为六角括号〔〕'],
    ['明府办（2026）14号', '年份括号改为六角括号〔〕'],
    ['明府办【2026】14号', '年份括号改为六角括号〔〕'],
    ['明府办［2026］14号', '年份括号改为六角括号〔〕'],
    ['明府办〔２０２６〕１４号', '全角数字改为半角'],
    ['明府办〔2026〕 14 号', '去掉了空格'],
    ['明府办　〔2026〕14号', '去掉了空格'],
    ['明府办〔2026〕第14号', '顺序号前不加“第”字'],
    ['明府办〔2026〕014号', '顺序号不编虚位'],
    ['明府办〔2026〕14', '补上“号”字'],
  ])('is put right and told: %s', (typed, remark) => {
    const reading = readDocumentNumber(typed);
    expect(reading.value).toBe('明府办〔2026〕14号');
    expect(reading.remarks).toEqual([remark]);
  });

  it('has everything put right at once', () => {
    const reading = readDocumentNumber(' 明府办 (２０２６) 第０14 ');
    expect(reading.value).toBe('明府办〔2026〕14号');
    expect(reading.remarks).toHaveLength(6);
  });

  it.each([
    ['澄川市人民政府令第17号', '澄川市人民政府令第17号'],
    ['澄府令17号', '澄府令第17号'],
    ['澄府令 第 08 号', '澄府令第8号'],
  ])('may be an order: %s', (typed, value) => {
    const reading = readDocumentNumber(typed);
    expect(reading.value).toBe(value);
    expect(reading.parts?.form).toBe('order');
  });

  it.each([
    ['', '没有填写'],
    ['〔2026〕14号', '缺少发文机关代字'],
    ['明府办14号', '缺少用六角括号括起的年份'],
    ['明府办〔26〕14号', '年份应为四位数'],
    ['明府办〔2126〕14号', '年份应为四位数'],
    ['明府办〔2026〕号', '顺序号'],
    ['明府办〔2026〕0号', '从1开始'],
    ['明府办〔2026〕123456号', '顺序号'],
    ['Minghu〔2026〕1号', '缺少发文机关代字'],
    ['明府办〔2026〕14号附件', '机关代字、年份、顺序号'],
  ])('is refused with the reason: %s', (typed, reason) => {
    const reading = readDocumentNumber(typed);
    expect(reading.value).toBeNull();
    expect(reading.remarks.join()).toContain(reason);
  });

  it('stays what it is when read again', () => {
    for (const typed of ['明府规(2024)第003号', '澄府令8号', '明教[２０２１]9'])
      expect(readDocumentNumber(readDocumentNumber(typed).value ?? '')).toMatchObject({ remarks: [] });
  });

  it('orders by year and serial as figures, not as text', () => {
    const numbers = ['明府办〔2026〕14号', '明府办〔2026〕3号', '明府办〔2019〕100号'];
    expect([...numbers].sort(compareDocumentNumbers)).toEqual([
      '明府办〔2019〕100号',
      '明府办〔2026〕3号',
      '明府办〔2026〕14号',
    ]);
  });

  it('says by its class whether it is a normative one', () => {
    const normative = (text: string) =>
      saysNormative(readDocumentNumber(text).parts ?? { form: 'order', agencyCode: '', serial: 1 });
    expect(normative('明府规〔2026〕1号')).toBe(true);
    expect(normative('明府办规〔2026〕1号')).toBe(true);
    expect(normative('明府办〔2026〕1号')).toBe(false);
    expect(normative('澄府令第3号')).toBe(false);
  });
});

describe('a number written as the standard wants', () => {
  it('has code, year in hexagonal brackets and serial without leading zero', () => {
    expect(parseDocumentNumber('明府办发〔2026〕3号')).toEqual({
      form: 'yearly',
      agencyCode: '明府办发',
      year: 2026,
      serial: 3,
    });
    expect(parseDocumentNumber('明湖区人民政府令第12号')).toEqual({
      form: 'order',
      agencyCode: '明湖区人民政府令',
      serial: 12,
    });
  });

  it.each(['明府办发[2026]3号', '明府办发〔2026〕03号', '明府办发〔26〕3号', '明府办发〔2026〕第3号', '2026年3号', ''])(
    'is not %s',
    (text) => expect(parseDocumentNumber(text)).toBeUndefined(),
  );

  it.each(['明府办发［２０２６］３号', '明府办发【2026】 03 号', '明府办发(2026)第3号', '明府办发〔2026年〕3'])(
    'is made of %s',
    (text) => expect(readDocumentNumber(text).value).toBe('明府办发〔2026〕3号'),
  );
});
