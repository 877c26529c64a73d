import type { ComponentProps } from 'react';
import type { UnitRef } from '../../../../kernel/route.contract.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';

/** Only units where somebody takes up what comes, and the one where the case is. `except`: not that one. */
export function ReceivingUnitSelect(
  props: Omit<ComponentProps<typeof UnitSelect>, 'among'> & { readonly own?: string; readonly except?: string },
) {
  const { own, except, ...rest } = props;
  const units = useApi<readonly UnitRef[]>('/api/case-units');
  const among = (units.data ?? []).map((unit) => unit.id).filter((id) => id !== except);
  return <UnitSelect {...rest} among={own === undefined ? among : [...among, own]} />;
}
