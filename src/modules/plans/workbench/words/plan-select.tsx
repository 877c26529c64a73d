import { Select } from 'antd';
import type { PlanSummary } from '../../plan/plans.contract.ts';
import { PLAN_LEVEL_WORDS, PLAN_STATE_WORDS } from '../../plan-words.ts';

export function PlanSelect(props: {
  readonly plans: readonly PlanSummary[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly label?: string;
  readonly clearable?: boolean;
  readonly id?: string;
}) {
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      aria-label={props.label ?? '工作要点'}
      className="mc-plan-select"
      {...(props.value ? { value: props.value } : {})}
      onChange={(value) => props.onChange(value)}
      allowClear={props.clearable ?? false}
      placeholder="选择工作要点"
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={props.plans.map((plan) => ({
        value: plan.id,
        label: `${plan.title}（${PLAN_LEVEL_WORDS[plan.level]}${plan.state === 'published' ? '' : `，${PLAN_STATE_WORDS[plan.state]}`}）`,
      }))}
    />
  );
}
