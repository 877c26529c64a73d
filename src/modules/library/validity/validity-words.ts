/**
 * The first five tell of what is in force: normative documents, and others whose text states a term. The rest are for documents that never
 * were rules, of which “有效” would say too much: a call by its own last day, all others by whether anything repealed them.
 */
export type ValidityState =
  | 'notYetInForce'
  | 'inForce'
  | 'amended'
  | 'expired'
  | 'repealed'
  | 'accepting'
  | 'closed'
  | 'notRepealed';

/** As readers see it. */
export const VALIDITY_WORDS: Readonly<Record<ValidityState, string>> = {
  notYetInForce: '尚未施行',
  inForce: '有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
  accepting: '未截止',
  closed: '已截止',
  notRepealed: '未废止',
};

export const VALIDITY_STATES = Object.keys(VALIDITY_WORDS) as ValidityState[];

/** What a reader can no longer rely on or apply for. */
export const OVER_STATES: readonly ValidityState[] = ['expired', 'repealed', 'closed'];

export function isOver(state: ValidityState): boolean {
  return OVER_STATES.includes(state);
}

/** Under which word a state is shown: only what can be in force has 有效性. */
export function labelOfState(state: ValidityState): string {
  return state === 'accepting' || state === 'closed' || state === 'notRepealed' ? '文件状态' : '有效性';
}

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
