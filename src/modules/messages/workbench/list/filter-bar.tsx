import { Input, Segmented, Select } from 'antd';
import type { FilterControl, Filters } from '../../../../workbench/components/use-filters.ts';
import { CASE_CHANNEL_LABELS, CASE_CHANNELS, CASE_STATE_LABELS, CASE_STATES } from '../../../cases/case-words.ts';
import { useCaseKinds } from '../../../cases/workbench/words/use-case-kinds.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';

/** What people look for most, one click each. */
const QUICK = [
  { key: 'open', value: 'true', label: '在办' },
  { key: 'mine', value: 'true', label: '我经办的' },
  { key: 'waitingForMe', value: 'true', label: '待我审核' },
  { key: 'state', value: 'received', label: '待受理' },
  { key: 'unassigned', value: 'true', label: '待分派' },
  { key: 'urgency', value: 'late', label: '已逾期' },
  { key: 'urgency', value: 'today', label: '今日到期' },
  { key: 'urgency', value: 'soon', label: '即将到期' },
  { key: 'state', value: 'awaitingCheck', label: '待核对' },
  { key: 'all', value: 'true', label: '全部' },
] as const;

const CLEARED = {
  open: undefined,
  mine: undefined,
  waitingForMe: undefined,
  unassigned: undefined,
  urgency: undefined,
  state: undefined,
  all: undefined,
};

/** A filter that the address names, for example behind a figure, stands alone: no quick choice narrows it. */
const NARROWING = [
  'state',
  'isOnTime',
  'satisfaction',
  'answeredFrom',
  'answeredTo',
  'receivedFrom',
  'receivedTo',
  'all',
];

export function chosenQuick(values: Filters): (typeof QUICK)[number] | undefined {
  const chosen = QUICK.find((one) => values[one.key] === one.value);
  if (chosen) return chosen;
  return NARROWING.some((name) => values[name] !== undefined) ? undefined : QUICK[0];
}

export function FilterBar({
  values,
  set,
  seesAll,
}: Pick<FilterControl, 'values' | 'set'> & { readonly seesAll: boolean }) {
  const kinds = useCaseKinds();
  return (
    <div className="mc-toolbar">
      <Segmented
        aria-label="常用筛选"
        value={chosenQuick(values)?.label ?? '全部'}
        options={QUICK.map((one) => one.label)}
        onChange={(label) => {
          const chosen = QUICK.find((one) => one.label === label);
          set({ ...CLEARED, ...(chosen && chosen.key !== 'open' ? { [chosen.key]: chosen.value } : {}) });
        }}
      />
      <Input.Search
        aria-label="编号或标题"
        placeholder="编号或标题"
        allowClear
        className="mc-grow"
        defaultValue={values.text ?? ''}
        onSearch={(text) => set({ text: text.trim() || undefined })}
      />
      <Select
        aria-label="来件类型"
        placeholder="来件类型"
        allowClear
        popupMatchSelectWidth={false}
        {...(values.kind ? { value: values.kind } : {})}
        onChange={(kind?: string) => set({ kind })}
        options={(kinds.data ?? []).map((kind) => ({ value: kind.code, label: kind.label }))}
      />
      <Select
        aria-label="办理状态"
        placeholder="办理状态"
        allowClear
        popupMatchSelectWidth={false}
        {...(values.state ? { value: values.state } : {})}
        onChange={(state?: string) => set({ ...CLEARED, state })}
        options={CASE_STATES.map((state) => ({ value: state, label: CASE_STATE_LABELS[state] }))}
      />
      <Select
        aria-label="来源"
        placeholder="来源"
        allowClear
        popupMatchSelectWidth={false}
        {...(values.channel ? { value: values.channel } : {})}
        onChange={(channel?: string) => set({ channel })}
        options={CASE_CHANNELS.map((channel) => ({ value: channel, label: CASE_CHANNEL_LABELS[channel] }))}
      />
      {seesAll ? (
        <UnitSelect value={values.unitId} onChange={(unitId) => set({ unitId: unitId ?? undefined })} />
      ) : null}
    </div>
  );
}
