import { Button, Form } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { RegisterRequestInput } from '../../requests/requests.contract.ts';
import { markFields } from '../words/field-errors.ts';
import { ApplicantFields } from './applicant-fields.tsx';
import { ArrivalFields } from './arrival-fields.tsx';
import { AskedFields } from './asked-fields.tsx';
import { type Receipt, ReceiptNotice } from './receipt-notice.tsx';

/** 登记申请: what came at the counter, by letter, fax or e-mail; the applicant gets number and secret like anybody else. */
export function RegisterPage() {
  const [form] = Form.useForm<RegisterRequestInput>();
  const [receipt, setReceipt] = useState<Receipt>();
  const session = useSession();
  const isOffice = session.grants.some((grant) => grant.role === 'supervisor');
  const [own] = unitsOf(session, 'officer', 'handler');
  const register = useAction<RegisterRequestInput, Receipt>(
    (input) => call('POST', '/api/disclosure-requests', input),
    {
      refreshes: ['/api/disclosure-requests', '/api/cases'],
      onProblem: (problem) => markFields(form, problem),
      onDone: (given) => {
        setReceipt(given);
        form.resetFields();
      },
    },
  );
  return (
    <div className="mc-page">
      <PageHeader
        title="登记申请"
        lead="当面、邮寄、传真、电子邮件收到的政府信息公开申请，登记后与网上申请一样计时、办理、查询。不得要求申请人说明用途。"
      />
      {receipt ? (
        <ReceiptNotice receipt={receipt} onNext={() => setReceipt(undefined)} />
      ) : (
        <Form<RegisterRequestInput>
          form={form}
          layout="vertical"
          className="mc-form"
          scrollToFirstError
          initialValues={{
            arrival: 'counter',
            submittedOn: todayInShanghai(),
            category: 'natural',
            wantedForm: 'paper',
            wantedWay: 'mail',
            unitId: isOffice ? undefined : own?.id,
          }}
          onFinish={(values) => register.mutate(values)}
        >
          <Section title="怎样收到">
            <ArrivalFields />
          </Section>
          <Section title="申请公开的信息">
            <AskedFields isOffice={isOffice} />
          </Section>
          <Section title="申请人">
            <ApplicantFields />
          </Section>
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记
          </Button>
        </Form>
      )}
    </div>
  );
}
