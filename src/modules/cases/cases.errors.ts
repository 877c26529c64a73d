import { AppError, type Reason } from '../../kernel/app-error.ts';
import { CASE_STATE_LABELS } from './case-words.ts';
import type { CaseRow } from './cases.store.ts';
import type { CaseKind } from './kinds/case-kind.ts';

/** What a person may not read does not exist for him. */
export function caseMissing(): AppError {
  return new AppError('case-missing', 404, '没有找到这一来件，它可能已经转到其他单位。请返回来件登记簿查看。');
}

/** Another was first: nothing is overwritten, and the second learns where the case stands now. */
export function staleCase({ id, version, state }: Pick<CaseRow, 'id' | 'version' | 'state'>): AppError {
  const label = CASE_STATE_LABELS[state];
  return new AppError('stale', 409, `这一来件刚被他人办理，现在是“${label}”。您填写的内容仍在，请刷新后再办理。`, {
    details: { current: { id, version, state, stateLabel: label }, changed: ['state'] },
  });
}

export function invalidCase(reasons: readonly Reason[]): AppError {
  return new AppError('case-invalid', 422, '填写的内容有误，请按提示修改；您填写的内容仍在。', { reasons });
}

export function unitMissing(field = 'unitId'): AppError {
  return new AppError('unit-missing', 422, '没有这个单位，或已经撤销，请重新选择。', {
    reasons: [{ field, message: '请重新选择单位' }],
  });
}

/** Nobody gets what he stands aside from (回避). */
export function mustStandAside(name: string): AppError {
  return new AppError('person-recused', 422, `${name}须回避这一来件，请交给其他人员办理。`, {
    reasons: [{ field: 'personId', message: '请选择其他人员' }],
  });
}

/** Whatever way would lead it elsewhere. */
export function staysWithOffice({ label }: Pick<CaseKind, 'label'>): AppError {
  return new AppError(
    'stays-with-office',
    409,
    `“${label}”由主管部门办理，不能转给其他单位。需要有关单位说明情况的，请登记“请单位说明”。`,
  );
}

/** Nobody there would ever see it. */
export function unitUnstaffed(name: string, { readBy }: Pick<CaseKind, 'readBy'>): AppError {
  const who = readBy === 'named' ? '负责人' : '联络员或经办人';
  return new AppError('unit-unstaffed', 422, `${name}还没有${who}，来件转去后无人办理，请选择其他单位。`, {
    reasons: [{ field: 'unitId', message: `请选择有${who}的单位` }],
  });
}
