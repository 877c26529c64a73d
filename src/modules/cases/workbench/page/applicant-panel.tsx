import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useRefresh } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { Applicant, OpenApplicantInput } from '../../case-acts.contract.ts';
import { APPLICANT_FIELD_LABELS, APPLICANT_FIELDS } from '../../case-words.ts';
import type { CaseView } from '../../cases.contract.ts';
import { casePath } from './use-case.ts';

/** What is sealed is named, never shown, until somebody says why he looks; each look is recorded. */
export function ApplicantPanel({ view, who = '来信人' }: { readonly view: CaseView; readonly who?: string }) {
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<Applicant>();
  if (!view.sealed)
    return (
      <Section title={who}>
        <p>匿名，没有留下联系方式。</p>
      </Section>
    );
  return (
    <Section title={who}>
      {shown ? (
        <>
          <ApplicantFacts applicant={shown} />
          <Button onClick={() => setShown(undefined)}>收起</Button>
        </>
      ) : (
        <>
          <p>
            {view.applicant ?? '没有留姓名'}，留有
            {view.sealed.has.map((field) => APPLICANT_FIELD_LABELS[field]).join('、')}。
          </p>
          {view.allowed.openApplicant === true ? (
            <>
              <Button onClick={() => setAsking(true)}>查看联系方式</Button>
              <p className="mc-muted mc-small">每次查看都记录是谁、什么时候、因为什么，审计员可以查到。</p>
            </>
          ) : null}
        </>
      )}
      {isAsking ? (
        <ReasonDialog
          caseId={view.id}
          onOpened={(applicant) => {
            setShown(applicant);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  );
}

function ReasonDialog(props: {
  readonly caseId: string;
  readonly onOpened: (applicant: Applicant) => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<OpenApplicantInput>();
  const refresh = useRefresh();
  const open = useAction<OpenApplicantInput, Applicant>(
    (input) => call('POST', `${casePath(props.caseId)}/applicant`, input),
    {
      onDone: (applicant) => {
        props.onOpened(applicant);
        void refresh(casePath(props.caseId));
      },
    },
  );
  return (
    <Modal
      open
      title="查看联系方式"
      okText="查看"
      cancelText="取消"
      confirmLoading={open.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} name="applicant" layout="vertical" onFinish={(values) => open.mutate(values)}>
        <Form.Item
          name="reason"
          label="查看的理由"
          extra="例如：电话核实房屋坐落。会记入审计。"
          rules={[{ required: true, whitespace: true, min: 2, message: '请说明查看的理由。' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function ApplicantFacts({ applicant }: { readonly applicant: Applicant }) {
  return (
    <dl className="mc-facts mc-gap-below">
      {APPLICANT_FIELDS.filter((field) => applicant[field]).map((field) => (
        <Pair key={field} name={APPLICANT_FIELD_LABELS[field]} value={applicant[field] ?? ''} />
      ))}
    </dl>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
