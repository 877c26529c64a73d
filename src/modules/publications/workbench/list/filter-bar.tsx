import { Segmented, Select } from 'antd';
import { holds, useSession } from '../../../../workbench/api/session.ts';
import { FilterSearch, FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import type { FilterControl } from '../../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import { ATTRIBUTE_LABELS, ATTRIBUTES, LIFE_LABELS, OPEN_STATES, STATE_LABELS } from '../../publication-words.ts';
import { useKinds } from '../words/use-kinds.ts';

/** What people look for most, one click each. */
export const QUICK = [
  { key: 'all', value: 'true', label: '全部', empty: '' },
  { key: 'waitingForMe', value: 'true', label: '待我审核', empty: '没有等您审核的信息。' },
  { key: 'mine', value: 'true', label: '我起草的', empty: '您没有起草中的信息。' },
  { key: 'reviewDue', value: 'true', label: '待复核', empty: '没有到期需要复核公开属性的信息。' },
  { key: 'term', value: 'due', label: '临期超期', empty: '没有公开时限将到或者已过的信息。' },
  { key: 'term', value: 'late', label: '超期公开', empty: '没有超过时限公开的信息。' },
  { key: 'attribute', value: 'none', label: '未认定', empty: '所有信息都认定了公开属性。' },
] as const;

const CLEARED = {
  waitingForMe: undefined,
  mine: undefined,
  reviewDue: undefined,
  term: undefined,
  attribute: undefined,
};

export function FilterBar({ values, set }: Pick<FilterControl, 'values' | 'set'>) {
  const session = useSession();
  const kinds = useKinds();
  const quick = QUICK.find((one) => one.key !== 'all' && values[one.key] === one.value) ?? QUICK[0];
  return (
    <div className="mc-toolbar">
      <Segmented
        aria-label="常用筛选"
        value={quick.label}
        options={QUICK.map((one) => one.label)}
        onChange={(label) => {
          const chosen = QUICK.find((one) => one.label === label);
          set({ ...CLEARED, ...(chosen && chosen.key !== 'all' ? { [chosen.key]: chosen.value } : {}) });
        }}
      />
      <FilterSearch filters={{ values, set }} name="text" label="标题或发文字号" />
      <FilterSelect
        filters={{ values, set }}
        name="kind"
        label="信息类型"
        placeholder="信息类型"
        options={(kinds.data ?? []).map((kind) => ({ value: kind.code, label: kind.name }))}
      />
      <Select
        aria-label="办理状态"
        placeholder="办理状态"
        allowClear
        {...(values.open ? { value: values.open } : values.life ? { value: `life.${values.life}` } : {})}
        onChange={(value?: string) =>
          set(value?.startsWith('life.') ? { life: value.slice(5), open: undefined } : { open: value, life: undefined })
        }
        options={[
          ...OPEN_STATES.map((state) => ({ value: state, label: STATE_LABELS[state] })),
          ...(['public', 'withdrawn', 'removed', 'merged'] as const).map((life) => ({
            value: `life.${life}`,
            label: LIFE_LABELS[life],
          })),
        ]}
      />
      <FilterSelect
        filters={{ values, set }}
        name="attribute"
        label="公开属性"
        placeholder="公开属性"
        options={ATTRIBUTES.map((attribute) => ({ value: attribute, label: ATTRIBUTE_LABELS[attribute] }))}
      />
      {holds(session, 'supervisor', 'auditor') ? (
        <UnitSelect value={values.unitId} onChange={(unitId) => set({ unitId: unitId ?? undefined })} />
      ) : null}
    </div>
  );
}
