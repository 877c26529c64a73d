import type { FieldValues } from '../../../../workbench/components/stale-merge.ts';
import type { Verdict } from '../../plan-words.ts';

export interface VerdictForm {
  readonly verdict: Verdict;
  readonly finding?: string | null;
  readonly orderText?: string;
  readonly orderDueOn?: string;
  readonly orderUnitIds?: string[];
  readonly outcome?: string | null;
  readonly rectifiedOn?: string;
}

/** Only what belongs to the verdict is sent. */
export function verdictBody(form: VerdictForm): FieldValues {
  switch (form.verdict) {
    case 'verified':
      return { verdict: 'verified', finding: form.finding || null };
    case 'unfinished':
      return {
        verdict: 'unfinished',
        finding: form.finding,
        order: { text: form.orderText, dueOn: form.orderDueOn, unitIds: form.orderUnitIds },
      };
    case 'rectified':
      return { verdict: 'rectified', outcome: form.outcome, rectifiedOn: form.rectifiedOn };
    case 'pending':
      return { verdict: 'pending' };
  }
}
