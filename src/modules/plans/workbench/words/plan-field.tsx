import { PlanSelect } from './plan-select.tsx';
import { usePlans } from './use-plans.ts';

/** Choice of a plan as a form's field, null when none. */
export function PlanField(props: {
  readonly label?: string;
  readonly except?: string | undefined;
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
}) {
  const plans = usePlans();
  return (
    <PlanSelect
      {...(props.id ? { id: props.id } : {})}
      plans={(plans.data?.items ?? []).filter((plan) => plan.id !== props.except)}
      value={props.value ?? undefined}
      onChange={(id) => props.onChange?.(id ?? null)}
      label={props.label ?? '工作要点'}
      clearable
    />
  );
}
