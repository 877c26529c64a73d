/** Words that stand in the database, the API and the workbench alike. */

/** What a filing tells (DOC-2): 首次报送, 修改, 撤回, 移除, 恢复, 合并, 认定变更, 依法删除, 登记信息变更, 登记作废. */
export const FILING_EVENTS = [
  'filed',
  'published',
  'amended',
  'withdrawn',
  'removed',
  'restored',
  'merged',
  'determined',
  'erased',
  'registered',
  'discarded',
] as const;
export type FilingEvent = (typeof FILING_EVENTS)[number];

export const FILING_EVENT_LABELS: Readonly<Record<FilingEvent, string>> = {
  filed: '首次报送',
  published: '公开发布',
  amended: '发布新版本',
  withdrawn: '撤回',
  removed: '移除',
  restored: '恢复公开',
  merged: '合并',
  determined: '属性认定变更',
  erased: '依法删除',
  registered: '登记信息变更',
  discarded: '登记作废',
};

export const DELIVERY_STATES = ['waiting', 'receipted', 'refused', 'superseded'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DIRECTIONS = ['outgoing', 'incoming'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const FILED_LIVES = ['none', 'public', 'withdrawn', 'removed', 'merged', 'discarded'] as const;
export type FiledLife = (typeof FILED_LIVES)[number];

/** What a reconciliation finds (DOC-10, IX-C2). */
export const DIFFERENCE_KINDS = [
  'notFiled',
  'waiting',
  'refused',
  'receiverLacks',
  'receiverExtra',
  'otherState',
  'otherContent',
  'noReceipt',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const DIFFERENCE_LABELS: Readonly<Record<DifferenceKind, string>> = {
  notFiled: '未报送',
  waiting: '已报送，未收到回执',
  refused: '对方退回',
  receiverLacks: '对方没有',
  receiverExtra: '对方多出',
  otherState: '登记状态不一致',
  otherContent: '公开内容不一致',
  noReceipt: '本方缺回执',
};
