import { AppError } from '../../../kernel/app-error.ts';
import { isLocalDate } from '../../../kernel/local-date.ts';
import type { PlanLevel } from '../plan-words.ts';
import type { OwnPlanRule } from './own-plan-timing.ts';
import type { PARAMETER_KEYS, Parameter } from './plans.contract.ts';

/** IX-10: every limit is data, scoped level × year × unit. These stand where nobody has set anything. */
export type ParameterKey = (typeof PARAMETER_KEYS)[number];

export const PARAMETERS: Readonly<
  Record<ParameterKey, { label: string; value: string; basis: string; form: 'count' | 'counts' | 'monthDay' | 'act' }>
> = {
  ownPlanDays: {
    label: '上级要点印发后几日内出台本单位要点',
    value: '30',
    basis: '上级工作要点：印发后30日内',
    form: 'count',
  },
  ownPlanDate: { label: '本单位要点的固定期限', value: '', basis: '未规定固定日期', form: 'monthDay' },
  ownPlanAct: { label: '期限内须公开还是报送', value: 'submit', basis: '上级工作要点', form: 'act' },
  reminderWorkdaysBefore: { label: '到期前几个工作日提醒', value: '7,3,1', basis: '系统默认', form: 'counts' },
  overdueEveryDays: { label: '逾期后每隔几日提醒', value: '7', basis: '系统默认', form: 'count' },
  lookBackDate: { label: '上年任务回头看完成日', value: '06-30', basis: '上级工作要点：6月底前', form: 'monthDay' },
  priorityWeight: { label: '重点专项考核权重（倍）', value: '2', basis: '系统默认', form: 'count' },
};

export interface ParameterScope {
  readonly level: PlanLevel;
  readonly year: number;
  readonly unitId: string | null;
}

/** The most specific wins: a unit's own before a year's before a level's; what is unset falls back to the default. */
export function parameter(
  key: ParameterKey,
  rows: readonly Parameter[],
  scope: ParameterScope,
): { value: string; basis: string } {
  const fitting = rows.filter(
    (row) =>
      row.key === key &&
      (row.level === null || row.level === scope.level) &&
      (row.year === null || row.year === scope.year) &&
      (row.unitId === null || row.unitId === scope.unitId),
  );
  const weight = (row: Parameter) => (row.unitId ? 4 : 0) + (row.year !== null ? 2 : 0) + (row.level ? 1 : 0);
  return fitting.sort((a, b) => weight(b) - weight(a))[0] ?? PARAMETERS[key];
}

export function numberParameter(key: ParameterKey, rows: readonly Parameter[], scope: ParameterScope): number | null {
  const { value } = parameter(key, rows, scope);
  return value === '' ? null : Number(value);
}

export function numbersParameter(key: ParameterKey, rows: readonly Parameter[], scope: ParameterScope): number[] {
  return parameter(key, rows, scope)
    .value.split(',')
    .filter((part) => part !== '')
    .map(Number);
}

/** @throws AppError `parameter-invalid` (422) */
export function checkParameter(key: ParameterKey, value: string): void {
  const good = {
    count: /^(|[1-9]\d{0,2})$/.test(value),
    counts: /^([1-9]\d?)(,[1-9]\d?){0,5}$/.test(value),
    monthDay: value === '' || (/^\d\d-\d\d$/.test(value) && isLocalDate(`2026-${value}`)),
    act: value === 'publish' || value === 'submit',
  }[PARAMETERS[key].form];
  if (good) return;
  const say = {
    count: '正整数',
    counts: '用逗号分开的正整数，例如 7,3,1',
    monthDay: '“月-日”，例如 06-30',
    act: 'publish（公开）或 submit（报送）',
  };
  throw new AppError('parameter-invalid', 422, `“${PARAMETERS[key].label}”应填${say[PARAMETERS[key].form]}。`, {
    reasons: [{ field: 'value', message: `应填${say[PARAMETERS[key].form]}` }],
  });
}

/** PLAN-C1: a fixed date, where one is set, comes before the default number of days. */
export function ownPlanRule(rows: readonly Parameter[], scope: ParameterScope): OwnPlanRule {
  const fixed = parameter('ownPlanDate', rows, scope).value;
  const daysAreSet = rows.some(
    (row) => row.key === 'ownPlanDays' && (row.unitId === null || row.unitId === scope.unitId),
  );
  return {
    days: fixed !== '' && !daysAreSet ? null : numberParameter('ownPlanDays', rows, scope),
    fixedDate: fixed === '' ? null : fixed,
    act: parameter('ownPlanAct', rows, scope).value === 'publish' ? 'publish' : 'submit',
  };
}
