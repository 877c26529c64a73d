import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { LedgerPage } from '../../tasks/tasks.contract.ts';
import { titleOf } from './task-title.tsx';

/** Chooses a task of a plan by number or words; the server searches. */
export function TaskSelect(props: {
  readonly planId: string | null | undefined;
  /** What the chosen task is called, while it is not among those found. */
  readonly currentLabel?: string | null;
  readonly label?: string;
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
}) {
  const [words, setWords] = useState('');
  const tasks = useApi<LedgerPage>(props.planId ? '/api/tasks' : null, {
    planId: props.planId,
    q: words,
    pageSize: 100,
  });
  const options = (tasks.data?.items ?? []).map((task) => ({
    value: task.id,
    label: `${task.number}. ${titleOf(task)}`,
  }));
  if (props.value && !options.some((option) => option.value === props.value)) {
    options.unshift({ value: props.value, label: props.currentLabel ?? '已选任务' });
  }
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      aria-label={props.label ?? '任务'}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={props.planId ? '选择任务（可输入编号或文字查找）' : '先选择工作要点'}
      disabled={!props.planId}
      loading={tasks.isFetching}
      {...(props.value ? { value: props.value } : {})}
      onChange={(value?: string) => props.onChange?.(value ?? null)}
      options={options}
    />
  );
}
