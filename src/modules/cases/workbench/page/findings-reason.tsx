import { Input } from 'antd';

/** Why personal data that was found stays in an answer; it is kept with the answer. */
export function FindingsReason(props: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const { value, onChange } = props;
  return (
    <div className="mc-gap-below">
      <label htmlFor="findings-reason">保留个人信息的理由（已改掉的不用填）</label>
      <Input id="findings-reason" value={value} maxLength={500} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
