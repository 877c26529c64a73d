/** A document number (发文字号) taken apart: GB/T 9704-2012, 7.2.5. */
export type DocumentNumber =
  | { readonly form: 'yearly'; readonly agencyCode: string; readonly year: number; readonly serial: number }
  | { readonly form: 'order'; readonly agencyCode: string; readonly serial: number };

export interface NumberReading {
  /** As the standard writes it; null when it cannot be one. */
  readonly value: string | null;
  readonly parts: DocumentNumber | null;
  /** What was put right, or why it is none; Chinese sentences. */
  readonly remarks: readonly string[];
}

const YEARLY = /^([\u4e00-\u9fa5]{1,12})〔((?:19|20)\d{2})〕(\d{1,5})号$/;
const ORDER = /^(.*令)(?:第)?(\d{1,5})号$/;
const ORDER_ISSUER = /^[\u4e00-\u9fa5]{1,20}令$/;

const BRACKETS: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'[【（(［﹝〖{「<〈'].map((sign) => [sign, '〔']),
  ...[...']】）)］﹞〗}」>〉'].map((sign) => [sign, '〕']),
]);

/**
 * Reads a number as people type it: full-width figures, other brackets, blanks, 第, leading zeros and a missing 号 are put right and told.
 * @returns `value` null with the reason when no number can be made of it
 */
export function readDocumentNumber(text: string): NumberReading {
  const remarks: string[] = [];
  const put = (remark: string, from: string, to: string) => {
    if (from !== to) remarks.push(remark);
    return to;
  };
  const halfWidth = (value: string) =>
    value.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  let value = put('去掉了空格', text, text.replace(/[\s\u3000\u200b]+/g, ''));
  if (value === '') return { value: null, parts: null, remarks: ['没有填写发文字号'] };
  value = put('全角数字改为半角', value, halfWidth(value));
  value = put('年份括号改为六角括号〔〕', value, [...value].map((sign) => BRACKETS[sign] ?? sign).join(''));
  value = put('括号内的年份不写“年”字', value, value.replace(/〔(\d{4})年〕/, '〔$1〕'));
  if (/(〕|令|第)\d+$/.test(value)) value = put('补上“号”字', value, `${value}号`);
  const order = ORDER.exec(value);
  if (order && !value.includes('〔')) return readOrder(order, value, remarks);
  value = put('顺序号前不加“第”字', value, value.replace(/〕第(?=\d)/, '〕'));
  value = put('顺序号不编虚位', value, value.replace(/〕0+(?=[1-9])/, '〕'));
  const match = YEARLY.exec(value);
  if (!match) return { value: null, parts: null, remarks: [reasonFor(value)] };
  const parts = {
    form: 'yearly',
    agencyCode: match[1] ?? '',
    year: Number(match[2]),
    serial: Number(match[3]),
  } as const;
  if (parts.serial === 0) return { value: null, parts: null, remarks: ['顺序号应从1开始'] };
  return { value, parts, remarks };
}

function readOrder(match: RegExpExecArray, before: string, remarks: string[]): NumberReading {
  const [agencyCode, serial] = [match[1] ?? '', Number(match[2])];
  if (!ORDER_ISSUER.test(agencyCode))
    return { value: null, parts: null, remarks: ['令的字号应为“机关代字＋令＋第几号”'] };
  if (serial === 0) return { value: null, parts: null, remarks: ['顺序号应从1开始'] };
  const value = `${agencyCode}第${serial}号`;
  if (value !== before) remarks.push('令的序号写作“第几号”，不编虚位');
  return { value, parts: { form: 'order', agencyCode, serial }, remarks };
}

function reasonFor(value: string): string {
  if (!/[\u4e00-\u9fa5]/.test(value.replace(/号$/, ''))) return '缺少发文机关代字，例如“明府办规〔2026〕3号”';
  if (!value.includes('〔')) return '缺少用六角括号括起的年份，例如“明府办规〔2026〕3号”';
  if (!/〔(19|20)\d{2}〕/.test(value)) return '年份应为四位数，例如〔2026〕';
  if (!/〕\d{1,5}号/.test(value)) return '年份后应为顺序号和“号”字，例如〔2026〕3号';
  return '发文字号应由机关代字、年份、顺序号组成，例如“明府办规〔2026〕3号”';
}

/** @returns the parts of a number that is written as the standard wants; undefined for anything else */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const { value, parts } = readDocumentNumber(text);
  return parts !== null && value === text ? parts : undefined;
}

/** Orders numbers of one agency code by year, then serial; others by text. */
export function compareDocumentNumbers(a: string, b: string): number {
  const [left, right] = [readDocumentNumber(a).parts, readDocumentNumber(b).parts];
  if (!left || !right || left.agencyCode !== right.agencyCode) return a < b ? -1 : a > b ? 1 : 0;
  const years = (left.form === 'yearly' ? left.year : 0) - (right.form === 'yearly' ? right.year : 0);
  return years || left.serial - right.serial;
}

/** Shanghai's class for normative documents ends in 规: 沪府规, 沪府办规 (law 5.2). */
export function saysNormative(number: DocumentNumber): boolean {
  return number.form === 'yearly' && number.agencyCode.endsWith('规');
}
