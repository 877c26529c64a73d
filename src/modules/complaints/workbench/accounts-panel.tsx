import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { dayText, todayInShanghai } from '../../../workbench/components/day.ts';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { Account, AccountAnswerInput, AskAccountInput } from '../accounts/account.contract.ts';
import type { ComplaintView } from '../complaints.contract.ts';
import { useComplaintAct } from './use-complaint.ts';

/** What the unit says for itself: it is asked by letter or telephone, and what it says is taken down here. */
export function AccountsPanel({ view }: { readonly view: ComplaintView }) {
  const [isAsking, setIsAsking] = useState(false);
  const { accounts, case: one } = view;
  const mayNote = one.allowed.note === true && one.against !== null;
  if (accounts.length === 0 && !mayNote) return null;
  return (
    <Section title="请单位说明情况">
      {accounts.length === 0 ? (
        <EmptyState
          what="还没有请该单位说明。"
          next="发函或者打电话请其说明，在这里登记。不要告诉它是谁提出的，也不要转去投诉举报的原文。"
        />
      ) : null}
      <ul className="mc-list">
        {accounts.map((account) => (
          <li key={account.id}>
            <AccountLine view={view} account={account} mayNote={mayNote} />
          </li>
        ))}
      </ul>
      {mayNote && !isAsking ? <Button onClick={() => setIsAsking(true)}>登记请其说明</Button> : null}
      {mayNote && isAsking ? <Ask view={view} onDone={() => setIsAsking(false)} /> : null}
    </Section>
  );
}

function AccountLine(props: { readonly view: ComplaintView; readonly account: Account; readonly mayNote: boolean }) {
  const { view, account, mayNote } = props;
  const [isAnswering, setIsAnswering] = useState(false);
  return (
    <>
      <div className="mc-muted mc-small">
        {dayText(account.askedOn)} · {account.askedBy}请{account.unit.shortName}说明
      </div>
      <p className="mc-pre">{account.question}</p>
      {account.answer ? (
        <>
          <div className="mc-muted mc-small">
            {dayText(account.answer.on)} · {account.unit.shortName}的说明（{account.answer.by}登记）
          </div>
          <p className="mc-pre">{account.answer.text}</p>
        </>
      ) : null}
      {account.answer === null && mayNote && !isAnswering ? (
        <Button onClick={() => setIsAnswering(true)}>登记其说明</Button>
      ) : null}
      {isAnswering ? <Answer view={view} account={account} onDone={() => setIsAnswering(false)} /> : null}
    </>
  );
}

function Ask({ view, onDone }: { readonly view: ComplaintView; readonly onDone: () => void }) {
  const ask = useComplaintAct<AskAccountInput>(view.case.id, '/accounts', { done: '已登记。', onDone });
  return (
    <Form<AskAccountInput>
      layout="vertical"
      className="mc-form"
      initialValues={{ askedOn: todayInShanghai() }}
      onFinish={(input) => ask.mutate(input)}
    >
      <DayField name="askedOn" label="请其说明的日期" />
      <WordsField name="question" label="请其说明什么" />
      <Buttons busy={ask.isPending} onCancel={onDone} />
    </Form>
  );
}

function Answer(props: { readonly view: ComplaintView; readonly account: Account; readonly onDone: () => void }) {
  const { view, account, onDone } = props;
  const answer = useComplaintAct<AccountAnswerInput>(view.case.id, `/accounts/${account.id}/answer`, {
    done: '已登记。',
    onDone,
  });
  return (
    <Form<AccountAnswerInput>
      layout="vertical"
      className="mc-form"
      initialValues={{ answeredOn: todayInShanghai() }}
      onFinish={(input) => answer.mutate(input)}
    >
      <DayField name="answeredOn" label="收到说明的日期" />
      <WordsField name="answer" label="说明的内容" />
      <Buttons busy={answer.isPending} onCancel={onDone} />
    </Form>
  );
}

function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}。` }]}>
      <DayInput max={todayInShanghai()} />
    </Form.Item>
  );
}

function WordsField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, min: 4, message: `请填写${label}，至少 4 个字。` }]}
    >
      <Input.TextArea rows={4} maxLength={2000} showCount />
    </Form.Item>
  );
}

function Buttons({ busy, onCancel }: { readonly busy: boolean; readonly onCancel: () => void }) {
  return (
    <div className="mc-actions">
      <Button type="primary" htmlType="submit" loading={busy}>
        登记
      </Button>
      <Button onClick={onCancel}>取消</Button>
    </div>
  );
}
