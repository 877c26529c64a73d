import { AppError } from '../../../kernel/app-error.ts';
import { REPORT_STATES, type ReportState, STATE_WORDS } from './report-words.ts';

export type ReportAct = 'edit' | 'submit' | 'accept' | 'return' | 'publish';

/** From which states an act may be done; the permission table names the same states for those who may do it. */
export const ACT_STATES: Readonly<Record<ReportAct, readonly ReportState[]>> = {
  edit: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  accept: ['submitted'],
  return: ['submitted', 'accepted', 'published'],
  publish: ['accepted'],
};

const ACT_WORDS: Readonly<Record<ReportAct, string>> = {
  edit: '修改',
  submit: '提交',
  accept: '审核通过',
  return: '退回',
  publish: '生成公开信息稿',
};

/** @throws AppError `report-state` (409) */
export function demandMove(state: ReportState, act: ReportAct): void {
  if (ACT_STATES[act].includes(state)) return;
  throw new AppError(
    'report-state',
    409,
    `这份报告现在是“${STATE_WORDS[state]}”，不能${ACT_WORDS[act]}。请刷新页面查看最新情况。`,
  );
}

/** Every state in which the act would be possible: who could act then is told how the report stands now. */
export function mayEver(can: (state: ReportState) => boolean): boolean {
  return REPORT_STATES.some(can);
}
