import type { OpenWorkItem } from './open-work.ts';

export const CHECKLIST = 'checklist';
export const CHECKLIST_TITLE = '系统外交接';

/** What no system can move: each line is ticked by hand. Lines may be added to a hand-over of its own. */
const LINES: readonly (readonly [title: string, detail: string])[] = [
  ['各平台账号与栏目', '政务公开工作平台、门户栏目、政务新媒体等账号和密码，交接后立即改密'],
  ['纸质和电子档案', '文件、台账、审核记录、正在流转的公文'],
  ['在办事项说明', '依申请公开、留言咨询、意见征集等尚未办结事项的进展和时限'],
  ['联系人与工作群', '本单位科室、市区两级联络人名单，工作群组管理权限'],
  ['物品', '数字证书、印章、设备等'],
];

export function standingItems(): readonly OpenWorkItem[] {
  return LINES.map(([title, detail], i) => ({ id: `standing-${i + 1}`, title, detail, unitId: null, dueOn: null }));
}

/** 交接〔2026〕3号 */
export function filingNumber(year: number | null, number: number | null): string | null {
  return year === null || number === null ? null : `交接〔${year}〕${number}号`;
}
