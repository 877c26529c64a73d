import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { dayText, todayInShanghai } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { DELIVERY_WAY_LABELS, DELIVERY_WAYS } from '../../request-words.ts';
import type { DecisionView, RequestView } from '../../viewing/request-view.contract.ts';
import { DayField, LineField, OptionalWords, optionsOf, SelectField } from '../acts/fields.tsx';
import { markFields } from '../words/field-errors.ts';
import { useRequestAct } from '../words/use-request.ts';

type Delivery = RequestView['deliveries'][number];

/** How each decision reached the applicant, with proof: mailed ones count from their posting (国办公开办函〔2016〕235号). */
export function DeliveryPanel({ view }: { readonly view: RequestView }) {
  const [sending, setSending] = useState<DecisionView>();
  const [proven, setProven] = useState<Delivery>();
  const sent = view.decisions.filter(({ sentOn }) => sentOn !== null);
  if (sent.length === 0) return null;
  const may = view.case.allowed.deliver === true;
  return (
    <Section title="送达">
      {sent.map((decision) => (
        <div key={decision.id} className="mc-gap-below">
          <div className="mc-list-line">
            <strong className="mc-list-main">{decision.documentNumber}</strong>
            {may ? <Button onClick={() => setSending(decision)}>登记送达</Button> : null}
          </div>
          <Deliveries
            of={view.deliveries.filter(({ decisionId }) => decisionId === decision.id)}
            may={may}
            onProof={setProven}
          />
        </div>
      ))}
      {sending ? <DeliverDialog view={view} decision={sending} onClose={() => setSending(undefined)} /> : null}
      {proven ? <ProofDialog view={view} delivery={proven} onClose={() => setProven(undefined)} /> : null}
    </Section>
  );
}

function Deliveries(props: {
  readonly of: readonly Delivery[];
  readonly may: boolean;
  readonly onProof: (delivery: Delivery) => void;
}) {
  if (props.of.length === 0) return <p className="mc-muted">还没有送达记录。</p>;
  return (
    <ul className="mc-list">
      {props.of.map((one) => (
        <li key={one.id}>
          {DELIVERY_WAY_LABELS[one.way]}，{dayText(one.sentOn)}发出{one.trackingNumber ? `，${one.trackingNumber}` : ''}{' '}
          {one.deliveredOn ? (
            <ToneTag tone="green">{dayText(one.deliveredOn)}送达</ToneTag>
          ) : (
            <ToneTag tone="orange">在途</ToneTag>
          )}
          {one.proof ? <div className="mc-muted mc-small">凭证：{one.proof}</div> : null}
          {one.deliveredOn === null && props.may ? (
            <Button onClick={() => props.onProof(one)}>登记送达结果</Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function DeliverDialog(props: {
  readonly view: RequestView;
  readonly decision: DecisionView;
  readonly onClose: () => void;
}) {
  const { view, decision } = props;
  const [form] = Form.useForm<Record<string, unknown>>();
  const today = todayInShanghai();
  const deliver = useRequestAct<Record<string, unknown>>(view.case.id, '/deliveries', {
    done: '已登记送达。',
    onDone: props.onClose,
    onProblem: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={`登记送达：${decision.documentNumber}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={deliver.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <p>直接送达以申请人签收之日为准，邮寄以交邮之日为准，邮寄应当通过邮政企业。</p>
      <Form
        form={form}
        name="delivery"
        layout="vertical"
        initialValues={{ way: view.wantedWay, sentOn: today }}
        onFinish={(values) => deliver.mutate({ ...values, version: view.case.version, decisionId: decision.id })}
      >
        <SelectField name="way" label="送达方式" options={optionsOf(DELIVERY_WAYS, DELIVERY_WAY_LABELS)} />
        <DayField name="sentOn" label="发出日期" min={decision.sentOn ?? today} max={today} />
        <OptionalWords name="trackingNumber" label="邮件号" most={60} rows={1} />
        <DayField name="deliveredOn" label="送达日期" extra="还在途的先不填。" max={today} optional />
        <OptionalWords name="proof" label="送达凭证" extra="例如：邮件签收回执、送达回证。" most={300} rows={1} />
      </Form>
    </Modal>
  );
}

function ProofDialog(props: { readonly view: RequestView; readonly delivery: Delivery; readonly onClose: () => void }) {
  const { view, delivery } = props;
  const [form] = Form.useForm<Record<string, unknown>>();
  const today = todayInShanghai();
  const prove = useRequestAct<Record<string, unknown>>(view.case.id, '/delivery-proofs', {
    done: '已登记送达结果。',
    onDone: props.onClose,
    onProblem: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title="登记送达结果"
      okText="登记"
      cancelText="取消"
      confirmLoading={prove.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        name="delivery-proof"
        layout="vertical"
        initialValues={{ deliveredOn: today }}
        onFinish={(values) => prove.mutate({ ...values, version: view.case.version, deliveryId: delivery.id })}
      >
        <DayField name="deliveredOn" label="送达日期" min={delivery.sentOn} max={today} />
        <LineField name="proof" label="送达凭证" extra="例如：邮件签收回执。" most={300} />
      </Form>
    </Modal>
  );
}
