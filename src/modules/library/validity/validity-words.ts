export type ValidityState = 'notYetInForce' | 'inForce' | 'amended' | 'expired' | 'repealed';

/** As readers see it. */
export const VALIDITY_WORDS: Readonly<Record<ValidityState, string>> = {
  notYetInForce: '尚未施行',
  inForce: '有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
};

export const VALIDITY_STATES = Object.keys(VALIDITY_WORDS) as ValidityState[];

/** 2026-03-05 → 2026年3月5日 */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 《…》（明府规〔2024〕3号) */
export function nameOf(document: { readonly title: string; readonly documentNumber: string | null }): string {
  const title = document.title.startsWith('《') ? document.title : `《${document.title}》`;
  return document.documentNumber ? `${title}（${document.documentNumber}）` : title;
}
