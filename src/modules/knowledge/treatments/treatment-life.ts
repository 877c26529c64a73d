import type { TreatmentState } from './treatment-words.ts';

export type TreatmentAct = 'plan' | 'gather' | 'assign' | 'finish' | 'verify' | 'reopen' | 'drop';

interface Step {
  readonly from: readonly TreatmentState[];
  /** Chinese, as in “已见成效的事项不能…”. */
  readonly label: string;
}

/** What may happen in which state; who may do it is the permission table's. */
export const TREATMENT_LIFE: Readonly<Record<TreatmentAct, Step>> = {
  plan: { from: ['inquiry', 'acting'], label: '修改调查情况和治理措施' },
  gather: { from: ['inquiry', 'acting', 'done'], label: '增减同类来件' },
  assign: { from: ['inquiry', 'acting'], label: '改由其他单位负责' },
  finish: { from: ['acting'], label: '报告措施落实' },
  verify: { from: ['done'], label: '确认成效' },
  reopen: { from: ['done', 'verified'], label: '重新治理' },
  drop: { from: ['inquiry', 'acting'], label: '终止' },
};

export const TREATMENT_ACTS = Object.keys(TREATMENT_LIFE) as readonly TreatmentAct[];
