import { Alert, Form, InputNumber } from 'antd';
import { AppError } from '../../../../kernel/app-error.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { FEE_WAY_LABELS, type FeeReckoning, type FeeWay, reckonFee } from '../../fees/reckon-fee.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { ChoiceField } from './fields.tsx';

/** By item or by volume, reckoned while it is typed by the very rule that the server reckons with. */
export function FeeFields({ view }: { readonly view: RequestView }) {
  const form = Form.useFormInstance();
  const way = Form.useWatch<FeeWay['by'] | undefined>('way', form) ?? 'volume';
  const quantity = Form.useWatch<number | null | undefined>('quantity', form);
  const earlier = Form.useWatch<number | null | undefined>('earlierItems', form) ?? 0;
  return (
    <>
      <ChoiceField
        name="way"
        label="计收方式"
        options={[
          { value: 'volume', label: FEE_WAY_LABELS.volume },
          { value: 'item', label: FEE_WAY_LABELS.item },
        ]}
      />
      <Form.Item
        name="quantity"
        label={way === 'volume' ? '提供信息的页数' : '本次申请的件数'}
        {...(way === 'item' ? { extra: '一份申请含多项内容的，按拆分后的件数填写。' } : {})}
        rules={[{ required: true, message: '请填写数量。' }]}
      >
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      {way === 'item' ? (
        <Form.Item
          name="earlierItems"
          label="申请人当月此前已申请的件数"
          extra={`本单位登记有 ${view.earlierInMonth} 件，请核对。`}
        >
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
      ) : null}
      {quantity ? <Reckoning of={feeOf(way, quantity, earlier, view.confirmedOn ?? view.submittedOn)} /> : null}
    </>
  );
}

/** @returns the words of the refusal when nothing can be asked */
export function feeOf(by: FeeWay['by'], quantity: number, earlier: number, on: LocalDate): FeeReckoning | string {
  try {
    return reckonFee(by === 'item' ? { by, earlier, items: quantity } : { by, pages: quantity }, on);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function Reckoning({ of }: { readonly of: FeeReckoning | string }) {
  if (typeof of === 'string') return <Alert type="error" showIcon title={of} />;
  return (
    <Alert
      type={of.yuan === 0 ? 'warning' : 'info'}
      showIcon
      title={of.yuan === 0 ? '按标准不收费，不能发收费通知。' : `应收 ${of.yuan} 元`}
      description={
        <ol className="mc-why-steps">
          {of.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      }
    />
  );
}
