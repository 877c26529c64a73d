import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { DEADLINE_KIND_WORDS, DEADLINE_KINDS, type DeadlineKind } from '../../plan-words.ts';
import type { Deadline } from '../../tasks/tasks.contract.ts';
import { deadlineOfKind } from './deadline-kinds.ts';
import { deadlineText } from './deadline-text.ts';

interface EditorProps {
  readonly value?: Deadline;
  readonly onChange?: (deadline: Deadline) => void;
  /** Year of the plan, for days that are filled in. */
  readonly year: number;
  readonly id?: string;
}

const NOTHING: Deadline = { kind: 'unknown', from: null, to: null, note: null };

/** Every kind of deadline a plan knows (PLAN-4), with how it is understood in words below. */
export function DeadlineEditor(props: EditorProps) {
  const value = props.value ?? NOTHING;
  const change = (next: Deadline): void => props.onChange?.(next);
  return (
    <div className="mc-deadline">
      <div className="mc-toolbar">
        <Select<DeadlineKind>
          {...(props.id ? { id: props.id } : {})}
          aria-label="期限类型"
          value={value.kind}
          onChange={(kind) => change(deadlineOfKind(kind, props.year, value))}
          options={DEADLINE_KINDS.map((kind) => ({ value: kind, label: DEADLINE_KIND_WORDS[kind] }))}
        />
        <DaysOf value={value} onChange={change} />
      </div>
      <p className="mc-muted mc-small">按此计算：{deadlineText(value)}</p>
    </div>
  );
}

type Day = NonNullable<Deadline['to']>;

function DaysOf({ value, onChange }: { readonly value: Deadline; readonly onChange: (next: Deadline) => void }) {
  switch (value.kind) {
    case 'unknown':
    case 'realtime':
      return null;
    case 'date':
      return (
        <DayInput label="到期日" value={value.to} onChange={(to) => onChange({ ...value, to: to as Day | null })} />
      );
    case 'multi':
      return <Periods value={value} onChange={onChange} />;
    case 'relative':
      return <Relative value={value} onChange={onChange} />;
    default:
      return (
        <>
          <DayInput
            label="开始日"
            value={value.from}
            onChange={(from) => onChange({ ...value, from: from as Day | null })}
          />
          至
          <DayInput label="到期日" value={value.to} onChange={(to) => onChange({ ...value, to: to as Day | null })} />
        </>
      );
  }
}

function Periods({ value, onChange }: { readonly value: Deadline; readonly onChange: (next: Deadline) => void }) {
  const periods = value.periods ?? [];
  const set = (index: number, part: { from?: Day | null; to?: Day }): void =>
    onChange({ ...value, periods: periods.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <div className="mc-grow">
      {periods.map((period, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is its position
        <div key={index} className="mc-toolbar">
          <DayInput
            label={`第${index + 1}段开始`}
            value={period.from}
            onChange={(from) => set(index, { from: from as Day | null })}
          />
          至
          <DayInput
            label={`第${index + 1}段到期`}
            value={period.to}
            onChange={(to) => to && set(index, { to: to as Day })}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={`删除第${index + 1}段`}
            disabled={periods.length === 1}
            onClick={() => onChange({ ...value, periods: periods.filter((_one, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => onChange({ ...value, periods: [...periods, { from: null, to: periods.at(-1)?.to as Day }] })}
      >
        加一段
      </Button>
    </div>
  );
}

function Relative({ value, onChange }: { readonly value: Deadline; readonly onChange: (next: Deadline) => void }) {
  const relative = value.relative ?? {
    base: 'planIssued' as const,
    event: null,
    baseOn: null,
    amount: 30,
    unit: 'days' as const,
  };
  const set = (part: Partial<typeof relative>): void => onChange({ ...value, relative: { ...relative, ...part } });
  return (
    <>
      <Select
        aria-label="起算点"
        value={relative.base}
        onChange={(base) => set({ base })}
        options={[
          { value: 'planIssued', label: '工作要点印发' },
          { value: 'event', label: '某事项发生' },
        ]}
      />
      {relative.base === 'event' ? (
        <Input
          className="mc-short"
          aria-label="事项"
          placeholder="事项，如新规出台"
          value={relative.event ?? ''}
          onChange={(event) => set({ event: event.target.value || null })}
        />
      ) : null}
      <DayInput label="起算日" value={relative.baseOn} onChange={(baseOn) => set({ baseOn: baseOn as Day | null })} />
      后
      <InputNumber
        aria-label="时长"
        min={1}
        max={400}
        value={relative.amount}
        onChange={(amount) => amount && set({ amount })}
      />
      <Select
        aria-label="单位"
        value={relative.unit}
        onChange={(unit) => set({ unit })}
        options={[
          { value: 'days', label: '日内' },
          { value: 'workdays', label: '个工作日内' },
          { value: 'months', label: '个月内' },
        ]}
      />
    </>
  );
}
