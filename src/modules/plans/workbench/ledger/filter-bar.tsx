import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Badge, Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { DayRangeInput } from '../../../../workbench/components/day-input.tsx';
import { SavedFilters } from '../../../../workbench/components/saved-filters.tsx';
import type { FilterControl } from '../../../../workbench/components/use-filters.ts';
import type { PlanSummary } from '../../plan/plans.contract.ts';
import {
  DEADLINE_KIND_WORDS,
  DEADLINE_KINDS,
  TASK_STATE_WORDS,
  TASK_STATES,
  UNIT_ROLE_WORDS,
  UNIT_ROLES,
} from '../../plan-words.ts';
import { PlanSelect } from '../words/plan-select.tsx';
import { UnitSelect } from '../words/unit-select.tsx';

const MORE = ['category', 'kind', 'role', 'dueFrom', 'dueTo', 'priority', 'mine', 'unsplit'] as const;

/** Filters of the ledger and of the units' shares: the frequent ones in sight, the others one click away. */
export function FilterBar(props: {
  readonly list: string;
  readonly filters: FilterControl;
  readonly plans: readonly PlanSummary[];
  readonly planId: string | undefined;
  readonly categories: readonly string[];
  readonly withUnsplit?: boolean;
}) {
  const { values, set } = props.filters;
  const hidden = MORE.filter((name) => values[name]).length;
  const [isOpen, setOpen] = useState(hidden > 0 && window.innerWidth >= 768);
  return (
    <search aria-label="筛选任务">
      <div className="mc-toolbar">
        <PlanSelect
          plans={props.plans}
          value={props.planId}
          onChange={(planId) => set({ planId, category: undefined })}
        />
        <WordSearch value={values.q ?? ''} onSearch={(q) => set({ q })} />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          {...(values.state ? { value: values.state } : {})}
          onChange={(state?: string) => set({ state })}
          options={TASK_STATES.map((state) => ({ value: state, label: TASK_STATE_WORDS[state] }))}
        />
        <UnitSelect value={values.unitId} onChange={(unitId) => set({ unitId: unitId ?? undefined })} />
        <Badge count={isOpen ? 0 : hidden} size="small">
          <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            更多条件
          </Button>
        </Badge>
        <SavedFilters list={props.list} filters={props.filters} />
        {Object.keys(values).some(
          (name) => !['planId', 'view', 'page', 'sort', 'month', 'finished', 'scope'].includes(name),
        ) ? (
          <Button type="link" onClick={() => props.filters.replaceAll(keepPlace(values))}>
            清除条件
          </Button>
        ) : null}
      </div>
      {isOpen ? <MoreFilters {...props} /> : null}
    </search>
  );
}

function keepPlace(values: FilterControl['values']): FilterControl['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name === 'planId' || name === 'view'));
}

function MoreFilters(props: {
  readonly filters: FilterControl;
  readonly categories: readonly string[];
  readonly withUnsplit?: boolean;
}) {
  const { values, set } = props.filters;
  return (
    <div className="mc-toolbar mc-more-filters">
      <Select
        aria-label="类别"
        placeholder="类别"
        allowClear
        showSearch
        popupMatchSelectWidth={false}
        {...(values.category ? { value: values.category } : {})}
        onChange={(category?: string) => set({ category })}
        options={props.categories.map((name) => ({ value: name, label: name }))}
      />
      <Select
        aria-label="期限类型"
        placeholder="期限类型"
        allowClear
        {...(values.kind ? { value: values.kind } : {})}
        onChange={(kind?: string) => set({ kind })}
        options={DEADLINE_KINDS.map((kind) => ({ value: kind, label: DEADLINE_KIND_WORDS[kind] }))}
      />
      <Select
        aria-label="单位职责"
        placeholder="单位职责"
        allowClear
        {...(values.role ? { value: values.role } : {})}
        onChange={(role?: string) => set({ role })}
        options={UNIT_ROLES.map((role) => ({ value: role, label: UNIT_ROLE_WORDS[role] }))}
      />
      <DayRangeInput
        label="到期日"
        from={values.dueFrom}
        to={values.dueTo}
        onChange={(dueFrom, dueTo) => set({ dueFrom, dueTo })}
      />
      <Checkbox
        checked={values.priority === 'true'}
        onChange={(event) => set({ priority: event.target.checked ? 'true' : undefined })}
      >
        重点专项
      </Checkbox>
      {props.withUnsplit ? null : (
        <Checkbox
          checked={values.mine === 'true'}
          onChange={(event) => set({ mine: event.target.checked ? 'true' : undefined })}
        >
          只看本单位
        </Checkbox>
      )}
      {props.withUnsplit ? (
        <Checkbox
          checked={values.unsplit === 'true'}
          onChange={(event) => set({ unsplit: event.target.checked ? 'true' : undefined })}
        >
          未分解到科室和时间
        </Checkbox>
      ) : null}
    </div>
  );
}

function WordSearch({ value, onSearch }: { readonly value: string; readonly onSearch: (q: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <Input
      className="mc-grow"
      type="search"
      aria-label="搜索任务"
      placeholder="搜索编号、名称、内容、单位"
      prefix={<SearchOutlined />}
      allowClear
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (!event.target.value) onSearch('');
      }}
      onPressEnter={() => onSearch(text.trim())}
      onBlur={() => text.trim() !== value && onSearch(text.trim())}
    />
  );
}
