import type { Tone } from '../../../../workbench/components/tone-tag.tsx';
import type {
  Attribute,
  DeterminationOccasion,
  LifeState,
  Manner,
  OpenState,
  PublicEvent,
  ReviewGroup,
} from '../../publication-words.ts';

export const OPEN_TONES: Readonly<Record<OpenState, Tone>> = {
  draft: 'grey',
  inReview: 'blue',
  approved: 'violet',
  scheduled: 'gold',
};

export const LIFE_TONES: Readonly<Record<LifeState, Tone>> = {
  none: 'grey',
  public: 'green',
  withdrawn: 'orange',
  removed: 'red',
  merged: 'grey',
};

export const ATTRIBUTE_TONES: Readonly<Record<Attribute, Tone>> = {
  proactive: 'green',
  onRequest: 'blue',
  withheld: 'orange',
};

export const MANNER_LABELS: Readonly<Record<Manner, string>> = {
  open: '网上公开',
  targeted: '定点定向公开',
};

export const OCCASION_LABELS: Readonly<Record<DeterminationOccasion, string>> = {
  first: '首次认定',
  change: '变更认定',
  review: '定期复核',
  conversion: '转为主动公开',
};

export const GROUP_LABELS: Readonly<Record<ReviewGroup, string>> = {
  review: '审',
  proofread: '校',
  secrecy: '保密审查',
  legality: '合法性审核',
};

export const EVENT_LABELS: Readonly<Record<PublicEvent, string>> = {
  published: '公开',
  amended: '更新',
  withdrawn: '撤回',
  removed: '移除',
  restored: '恢复公开',
  merged: '合并',
  erased: '依法删除',
};

const FINDING_TYPES: Readonly<Record<string, string>> = {
  identityNumber: '身份证号',
  phone: '电话号码',
  bankCard: '银行卡号',
  email: '电子邮箱',
  address: '住址',
  name: '姓名',
  licencePlate: '车牌号',
  passport: '护照号',
  hiddenData: '隐藏内容',
};

export function findingTypeLabel(type: string): string {
  return FINDING_TYPES[type] ?? '个人信息';
}

/** The first eight characters are enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}
