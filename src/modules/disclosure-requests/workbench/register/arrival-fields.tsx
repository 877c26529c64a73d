import { Alert, Form, Select } from 'antd';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { ARRIVAL_LABELS } from '../../request-words.ts';
import { OFFLINE_ARRIVALS, type OfflineArrival, RECEIPT_DAY } from '../../requests/receipt-day-words.ts';

const SUBMITTED: Readonly<Partial<Record<OfflineArrival, string>>> = {
  registeredMail: '申请或者邮寄日期',
  ordinaryMail: '收到信函的日期',
  fax: '收到传真的日期',
  email: '收到邮件的日期',
  imported: '转来系统记载的收到日期',
};

/** The day of receipt is told as the way is chosen (regulation art 31). */
export function ArrivalFields() {
  const form = Form.useFormInstance();
  const arrival = Form.useWatch<OfflineArrival | undefined>('arrival', form) ?? 'counter';
  const { rule, next } = RECEIPT_DAY[arrival];
  const today = todayInShanghai();
  return (
    <>
      <Form.Item name="arrival" label="收到方式" rules={[{ required: true, message: '请选择收到方式。' }]}>
        <Select
          aria-label="收到方式"
          options={OFFLINE_ARRIVALS.map((value) => ({ value, label: ARRIVAL_LABELS[value] }))}
        />
      </Form.Item>
      <Alert
        className="mc-gap-below"
        type={next ? 'warning' : 'info'}
        showIcon
        title={`收到申请之日：${rule}`}
        description={[next, '依据：《政府信息公开条例》第三十一条。'].filter(Boolean).join('')}
      />
      <div className="mc-form-row">
        <Form.Item
          name="submittedOn"
          label={SUBMITTED[arrival] ?? '提出申请的日期'}
          rules={[{ required: true, message: '请填写日期。' }]}
        >
          <DayInput max={today} />
        </Form.Item>
        {arrival === 'registeredMail' ? (
          <Form.Item name="signedOn" label="签收日期" rules={[{ required: true, message: '请填写签收日期。' }]}>
            <DayInput max={today} />
          </Form.Item>
        ) : null}
      </div>
    </>
  );
}
