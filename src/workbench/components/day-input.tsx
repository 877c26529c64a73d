import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** Date field whose value is a day text (YYYY-MM-DD) or null, never an instant, so that no time zone can shift it. */
export function DayInput(props: {
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly id?: string;
  readonly label?: string;
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
}) {
  return (
    <DatePicker
      {...(props.id ? { id: props.id } : {})}
      {...(props.label ? { 'aria-label': props.label } : {})}
      value={props.value ? dayjs(props.value) : null}
      onChange={(day) => props.onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      disabled={props.disabled ?? false}
      {...(props.min ? { minDate: dayjs(props.min) } : {})}
      {...(props.max ? { maxDate: dayjs(props.max) } : {})}
      placeholder="年-月-日"
      // Enter takes the day; in a dialog with no other line it would send the form at once.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}

export function DayRangeInput(props: {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (from: string | undefined, to: string | undefined) => void;
  readonly label: string;
}) {
  return (
    <DatePicker.RangePicker
      aria-label={props.label}
      value={[props.from ? dayjs(props.from) : null, props.to ? dayjs(props.to) : null]}
      allowEmpty={[true, true]}
      placeholder={['到期自', '到期至']}
      onChange={(days) =>
        props.onChange(days?.[0]?.format('YYYY-MM-DD') ?? undefined, days?.[1]?.format('YYYY-MM-DD') ?? undefined)
      }
    />
  );
}
