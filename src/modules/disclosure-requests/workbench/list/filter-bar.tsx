import { FilterSearch, FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import type { FilterControl } from '../../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import { APPLICANT_CATEGORIES, CATEGORY_LABELS, REQUEST_RESULTS, RESULT_LABELS } from '../../request-words.ts';

export function FilterBar({ filters, seesAll }: { readonly filters: FilterControl; readonly seesAll: boolean }) {
  return (
    <div className="mc-toolbar">
      <FilterSearch filters={filters} name="text" label="编号或信息名称" />
      <FilterSelect
        filters={filters}
        name="result"
        label="答复结果"
        options={REQUEST_RESULTS.map((value) => ({ value, label: RESULT_LABELS[value] }))}
      />
      <FilterSelect
        filters={filters}
        name="category"
        label="申请人类别"
        options={APPLICANT_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
      />
      {seesAll ? (
        <UnitSelect value={filters.values.unitId} onChange={(unitId) => filters.set({ unitId: unitId ?? undefined })} />
      ) : null}
    </div>
  );
}
