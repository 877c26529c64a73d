import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import type { NoticeReading } from '../calendar.contract.ts';

export type NoticeDay = NoticeReading['days'][number];

/** The days that were read, each editable. */
export function NoticeDays(props: {
  readonly days: readonly NoticeDay[];
  readonly onChange: (days: readonly NoticeDay[]) => void;
}) {
  const { days, onChange } = props;
  const edit = (at: number, change: Partial<NoticeDay>) =>
    onChange(days.map((day, i) => (i === at ? { ...day, ...change } : day)));
  const add = () => {
    const last = days.at(-1);
    onChange([...days, { date: last?.date ?? ('' as NoticeDay['date']), kind: 'off', name: last?.name ?? '' }]);
  };
  return (
    <fieldset className="mc-notice-days">
      <legend>
        放假 {days.filter((day) => day.kind === 'off').length} 天，调休上班{' '}
        {days.filter((day) => day.kind === 'work').length} 天
      </legend>
      <ul>
        {days.map((day, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; two rows may hold the same day while one is typed
          <li key={i}>
            <DayInput
              value={day.date || null}
              label={`第${i + 1}行日期`}
              onChange={(date) => edit(i, { date: (date ?? '') as NoticeDay['date'] })}
            />
            <Select
              aria-label={`第${i + 1}行类型`}
              value={day.kind}
              onChange={(kind) => edit(i, { kind })}
              options={[
                { value: 'off', label: '放假' },
                { value: 'work', label: '上班' },
              ]}
            />
            <Input
              aria-label={`第${i + 1}行名称`}
              value={day.name}
              maxLength={40}
              onChange={(event) => edit(i, { name: event.target.value })}
            />
            <Button
              type="text"
              aria-label={`删除第${i + 1}行`}
              icon={<DeleteOutlined />}
              onClick={() => onChange(days.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ul>
      <Button icon={<PlusOutlined />} onClick={add}>
        增加一天
      </Button>
    </fieldset>
  );
}
